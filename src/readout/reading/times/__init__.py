"""Texts in, TIMEX3 expressions out, with their values and the days they stand for."""

from readout.reading.times.find import find_times
from readout.reading.times.undated import date_undated

__all__ = ["date_undated", "find_times"]
