"""The versions of the schema; a ledger's version is the number of the last that was run."""
