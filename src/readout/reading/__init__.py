"""Articles in, readings out: sentences, times and attributions, all as spans of the text."""

from readout.reading.read import ReadingEncoder, read_articles

__all__ = ["ReadingEncoder", "read_articles"]
