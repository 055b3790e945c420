"""Readings in, what other libraries work with out; each needs its library, an optional extra."""

from readout.bridges.spacy_doc import to_spacy

__all__ = ["to_spacy"]
