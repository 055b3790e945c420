"""Readings in, what other programs work with out: spaCy documents, rows of event data."""

from readout.bridges.spacy_doc import to_spacy
from readout.bridges.to_gdelt import GDELT_COLUMNS, left_out, to_gdelt
from readout.bridges.to_plover import PLOVER_COLUMNS, to_plover

__all__ = ["GDELT_COLUMNS", "PLOVER_COLUMNS", "left_out", "to_gdelt", "to_plover", "to_spacy"]
