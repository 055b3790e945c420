"""Readings in, what a person reads out: a terminal record, a self-contained HTML page."""
