"""Entries in, entries out, kept in SQLite or PostgreSQL: what is kept is decided elsewhere."""

from readout.stores.store import Hit, Store, open_store

__all__ = ["Hit", "Store", "open_store"]
