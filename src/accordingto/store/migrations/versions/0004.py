"""Indexes by which reports, and what is said by or of an actor, a place or an outlet, are found in the order in which they are shown."""

from alembic import op

from accordingto.store.migrations import statements

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Put each in the place of a narrower one."""
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
