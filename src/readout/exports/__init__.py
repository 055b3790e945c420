"""A ledger in, what other programs work with out: tables, event data, linked data, annotations."""
