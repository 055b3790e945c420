"""Fill the patterns of deeds with parties: lines of training/patterns in, marked-up lines out.

See training/patterns/README.md for the letters. The fillings are drawn by the generator given, so
that one seed gives one set.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np

from readout.data.tables import rows
from readout.errors import InvalidRecord
from training.sentences import Example, parse_line

__all__ = ["FOLDER", "fill_patterns"]

FOLDER = Path(__file__).with_name("patterns")
LETTER = re.compile(r"(?<![\w'’-])[SDPOGCATN](?![\w-])")
ANY = "SSPPOOGC"
GIVEN = (
    *("Ana", "Tor", "Ilse", "Yusuf", "Mariam", "Chidi", "Sofia", "Pavel", "Linh", "Arjun", "Nadia"),
    *("Omar", "Elena", "Kofi", "Jana", "Rafael", "Mei", "Tariq", "Agnes", "Bilal", "Lucia", "Sven"),
)
SURNAMES = (
    *("Rojas", "Berg", "Okafor", "Haddad", "Novak", "Tran", "Mehta", "Karimov", "Duarte", "Kimani"),
    *("Lindqvist", "Castellan", "Mbeki-Roux", "Sato", "Petrenko", "Aguilar", "Hassan", "Vermeer"),
    *("O'Dell", "Zhou", "Marchetti", "Toure", "Yilmaz", "Kovacs", "Banda", "Ferreira", "Iqbal"),
)
OFFICES = (
    *("President", "Prime Minister", "Foreign Minister", "Defence Minister", "General", "Senator"),
    *("Interior Minister", "Ambassador", "Governor", "Chancellor", "Archbishop", "Judge"),
)
ROLES = (
    *("president", "foreign minister", "envoy", "ambassador", "defence minister", "prime minister"),
    *("spokesman", "army chief", "opposition leader", "negotiator", "deputy minister", "king"),
)
BODIES = (
    *("the foreign ministry", "police", "the army", "the Supreme Court", "parliament", "the navy"),
    *(
        "the Security Council",
        "the European Union",
        "NATO",
        "the United Nations",
        "security forces",
    ),
    *("prosecutors", "border guards", "the interior ministry", "the African Union", "the cabinet"),
    *("authorities", "the junta", "the coast guard", "lawmakers", "the Senate", "officials"),
)
STATE_BODIES = (
    *("police", "troops", "forces", "authorities", "officials", "security forces", "soldiers"),
    *("diplomats", "prosecutors", "lawmakers", "warships", "air force", "border guards", "courts"),
)
GROUPS = (
    *("rebels", "militants", "the rebels", "gunmen", "insurgents", "separatists", "militiamen"),
    *("the Northern Front", "jihadists", "the Free River Army", "paramilitaries", "guerrillas"),
    *("armed men", "the People's Resistance", "fighters", "a breakaway faction", "a cartel"),
)
PEOPLE = (
    *("protesters", "students", "farmers", "the opposition", "journalists", "activists", "nurses"),
    *("teachers", "the dockers' union", "residents", "refugees", "villagers", "aid workers"),
    *(
        "monks",
        "a women's group",
        "miners",
        "opposition supporters",
        "doctors",
        "human rights groups",
    ),
)
TOWNS = (
    *(
        "Harrowgate",
        "Keld",
        "Port Osten",
        "Velmora",
        "Tambira",
        "San Calixto",
        "Durnovo",
        "Al Rimal",
    ),
    *("Nakhur", "Belgrava", "Monte Claro", "Quanshi", "Okoro", "Lindafjord", "Zerava"),
)
NUMBERS = (
    *("two", "three", "four", "six", "seven", "a dozen", "12", "15", "20", "23", "40", "60", "150"),
)
DATES = ("on Monday", "on Tuesday", "on Friday", "on Sunday", "last week", "this week", "in March")


def fill_patterns(
    rng: np.random.Generator, *, times: int, folder: Path = FOLDER
) -> Iterator[Example]:
    """Yield each pattern `times` times with other parties; a bad line is an error."""
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                yield from (parse_line(_filled(line, rng), file=path.stem) for _ in range(times))
            except InvalidRecord as error:
                raise InvalidRecord(f"{path.name}:{number}: {error.what}") from error


def _filled(line: str, rng: np.random.Generator) -> str:
    """Fill the letters of one line; a sentence begins with a capital, dates come and go."""
    used: set[str] = set()

    def fill(found: re.Match[str]) -> str:
        while True:
            words = _party(found.group(), rng)
            if words not in used:
                used.add(words)
                return words

    filled = LETTER.sub(fill, line).replace("s's", "s'")
    if filled.endswith(".") and rng.random() < 0.3:  # noqa: PLR2004  most deeds stand undated
        filled = f"{filled[:-1]} {DATES[rng.integers(len(DATES))]}."
    first = re.match(r"(?:\{\S+ )*", filled)
    at = first.end() if first else 0
    return filled[:at] + filled[at : at + 1].upper() + filled[at + 1 :]


def _party(letter: str, rng: np.random.Generator) -> str:  # noqa: PLR0911  one return a letter
    """Return words for one letter."""

    def pick(choices: tuple[str, ...] | str) -> str:
        return choices[rng.integers(len(choices))]

    letter = pick(ANY) if letter == "A" else letter
    state, adjective, capital = _states()[rng.integers(len(_states()))]
    if letter == "S":
        return pick((state, state, capital, f"the {adjective} government"))
    if letter == "D":
        return adjective
    if letter == "P":
        name = f"{pick(GIVEN)} {pick(SURNAMES)}"
        role = f"{adjective} {pick(ROLES)}"
        return pick((f"{pick(OFFICES)} {name}", f"{role} {name}", f"the {role}", name))
    if letter == "O":
        return pick((pick(BODIES), f"{adjective} {pick(STATE_BODIES)}"))
    if letter == "G":
        return pick((pick(GROUPS), f"{adjective} {pick(('rebels', 'militants', 'separatists'))}"))
    if letter == "C":
        return pick(PEOPLE)
    return pick(TOWNS if letter == "T" else NUMBERS)


@cache
def _states() -> tuple[tuple[str, str, str], ...]:
    """Return name, adjective and capital of the states that have all three."""
    return tuple(
        (row[1].split(";")[0], row[2].split(";")[0], row[3].split(";")[0])
        for row in rows("countries.tsv")
        if len(row) > 3 and row[2] and row[3]  # noqa: PLR2004  the columns
    )
