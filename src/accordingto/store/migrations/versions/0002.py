"""Stories, and how reports travelled."""

from alembic import op

from accordingto.store.migrations import statements

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make their tables and indexes. They are empty: what is in the store gets its stories by ``accordingto stories --rebuild``."""
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
