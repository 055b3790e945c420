"""Events: the encoder's scores and a text's finds in, who did what to whom and how far it came."""

from readout.reading.events.find import Read, find_events

__all__ = ["Read", "find_events"]
