"""Texts in, TIMEX3 expressions out, with their values and the days they stand for."""

from readout.reading.times.find import find_times

__all__ = ["find_times"]
