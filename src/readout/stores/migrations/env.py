"""What Alembic runs for each change: the caller's connection in, the migrations run on it."""

from alembic import context

from readout.stores.schema import METADATA

__all__ = []

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
