"""Cut a text into words: text in, word spans out, in the manner of spaCy's English tokenizer.

Blank-separated chunks are cut one by one and remembered, since news repeats its chunks: prefixes
and suffixes are peeled, contractions and hyphenated words opened. The teacher that labels the
training texts is run on these words, so that it and the encoder see the same ones.
"""

import re
from functools import lru_cache

from readout.data.tables import rows

__all__ = ["cut_words"]

_CHUNK = re.compile(r"\S+")
_QUOTES = "\"'“”‘’‚„‹›«»`´"
_LETTER = r"[^\W\d_]"
_LOWER = "[a-zß-öø-ÿāăąćčďēęěğīłńňőřśşšţťūůűźżž]"
_PREFIX = re.compile(
    r"(?:''|``|\.{2,}|…|--+|[—–]+|[\"“”‘’‚„‹›«»`´']|[(\[{<*&|:;,!?¡¿§%=~]|#|"
    r"\+(?!\d)|[$£€¥₹₽](?=.)|(?:US|C|A|NZ|HK)\$(?=\d))"
)
_SUFFIX = re.compile(
    r"(?:''|``|['’][sS]|\.{2,}|…|--+|[—–]+|[\"“”‘’‚„‹›«»`´']|[)\]}>*&|:;,!?%=~]|/|"
    r"(?<=[a-zß-ÿāăąćčďēęěğīłńňőřśşšţťūůűźżž0-9%²\-+)\]}\"“”‘’‹›«»'´`])\.|"
    r"(?<=[A-Z][A-Z])\.|(?<=\d)(?:km|kg|cm|mm|mph|km/h|GB|MB|TB|kb|am|pm|m|g|k|K)|"
    r"(?<=\d)[+$£€¥])$"
)
_INFIX = re.compile(
    rf"(\.{{2,}}|…|(?<=\d)[+*^](?=[\d-])|(?<=\d)-(?=\d)|(?<={_LOWER})\.(?=[A-Z{_QUOTES}])|"
    rf"(?<={_LETTER}),(?={_LETTER})|(?<=[^\W_])(?:--+|[-–—~])(?={_LETTER})|"
    rf"(?<=\w)(?:--+|[—–])(?=[\w{_QUOTES}$])|(?<=[^\W_])[:<>=/](?={_LETTER})|(?<=\w)[\"“”](?=\w))"
)
_CONTRACTION = re.compile(
    r"(?i)^(.+?)(n['’]t|['’](?:ll|re|ve|d|m|s))$|^(can)(not)$|^(gon|wan)(na)$|^(got)(ta)$"
)
_WHOLE = re.compile(
    r"^(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu)"
    r"(?:/\S*)?|(?:[A-Za-z]\.){2,}|[A-Za-z]\.)$"
)


def cut_words(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each word of `text`, in order; white space is in none."""
    words: list[tuple[int, int]] = []
    for chunk in _CHUNK.finditer(text):
        start = chunk.start()
        found = chunk.group()
        if len(found) <= _LONGEST_REMEMBERED:
            words.extend([(start + a, start + b) for a, b in _cut_chunk(found)])
        else:
            words.extend([(start + a, start + b) for a, b in _cut_long(found)])
    return words


_LONGEST_REMEMBERED = 60


def _cut_long(chunk: str) -> list[tuple[int, int]]:
    """Cut a chunk too long to be words of a language, in one linear pass."""
    return [m.span() for m in re.finditer(r"\w{1,60}|[^\w\s]", chunk)]


@lru_cache(maxsize=200_000)
def _cut_chunk(chunk: str) -> tuple[tuple[int, int], ...]:
    """Cut one blank-free chunk."""
    start, end = 0, len(chunk)
    suffixes: list[tuple[int, int]] = []
    words: list[tuple[int, int]] = []
    while start < end and not _is_whole(chunk[start:end]):
        part = chunk[start:end]
        if (prefix := _PREFIX.match(part)) and _opens(part, prefix.end()):
            words.append((start, start + prefix.end()))
            start += prefix.end()
        elif (suffix := _SUFFIX.search(part)) and suffix.start() > 0:
            suffixes.append((start + suffix.start(), end))
            end = start + suffix.start()
        else:
            break
    if start < end:
        words.extend(_cut_core(chunk, start, end))
    return (*words, *reversed(suffixes))


def _is_whole(part: str) -> bool:
    return part in _abbreviations() or bool(_WHOLE.match(part))


def _opens(part: str, length: int) -> bool:
    """Whether peeling leaves a sound rest: 's and 'em stay as they are."""
    return not (length == 1 and part[0] in "'’" and part[1:].lower() in {"s", "em", "til", "cause"})


def _cut_core(chunk: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut what is left between prefixes and suffixes: infixes, then contractions."""
    part = chunk[start:end]
    if _is_whole(part):
        return [(start, end)]
    if (match := _CONTRACTION.match(part)) and (groups := [g for g in match.groups() if g]):
        middle = start + len(groups[0])
        return [*_cut_core(chunk, start, middle), (middle, end)]
    words: list[tuple[int, int]] = []
    last = 0
    for infix in _INFIX.finditer(part):
        if infix.start() > last:
            words.append((start + last, start + infix.start()))
        words.append((start + infix.start(), start + infix.end()))
        last = infix.end()
    if last < len(part):
        words.append((start + last, end))
    return words


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(word for (word,) in rows("abbreviations.txt"))
