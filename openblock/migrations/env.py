"""Runs the steps on the connection that :mod:`openblock.migrations.upgrade` hands in."""

from __future__ import annotations

from alembic import context

# No target metadata: a step says itself what it does, and must go on meaning the same when the
# mapped classes have long moved on.
context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
