"""People's decisions, accounts, random samples and snapshots."""

from alembic import op

from accordingto.store.migrations import statements

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make their tables and indexes, and tell which of the decisions that are there stand."""
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
