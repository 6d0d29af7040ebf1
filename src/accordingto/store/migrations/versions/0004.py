"""Indexes by which what is said by and of an actor, of a place and by an outlet is found in the order in which it is shown."""

from alembic import op

from accordingto.store.migrations import statements

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Put each in the place of a narrower one."""
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
