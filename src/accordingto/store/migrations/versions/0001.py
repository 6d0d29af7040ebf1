"""The first schema."""

from alembic import op

from accordingto.store.migrations import statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables, indexes and views."""
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
