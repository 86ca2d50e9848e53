"""Run by Alembic: migrates over the connection that was handed to it, in the transaction that it is in."""

from alembic import context

from workshoplib.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
