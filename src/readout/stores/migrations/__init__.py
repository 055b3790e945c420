"""Changes of the ledger's schema, one file a version, run by Alembic."""
