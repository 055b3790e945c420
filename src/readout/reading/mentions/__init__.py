"""Words in, mentions out: persons, bodies and groups of one page, tied where they are one."""

from readout.reading.mentions.contents import Contents
from readout.reading.mentions.describe import describe
from readout.reading.mentions.elided import fill_elided
from readout.reading.mentions.own_voice import fill_own_voice
from readout.reading.mentions.resolve import Places, Resolved, Tied, resolve
from readout.reading.mentions.words import Words, words_of

__all__ = [
    "Contents",
    "Places",
    "Resolved",
    "Tied",
    "Words",
    "describe",
    "fill_elided",
    "fill_own_voice",
    "resolve",
    "words_of",
]
