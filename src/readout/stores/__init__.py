"""Entries and judgements in and out of SQLite or PostgreSQL: the stores keep and never decide."""

from readout.stores.standing import Standing
from readout.stores.store import Hit, Store, open_store

__all__ = ["Hit", "Standing", "Store", "open_store"]
