"""What people made of matters and quotations: the groups as they have them, and who decided it."""

from alembic import op

from accordingto.store.migrations import statements

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns and make the views anew that show them; stories of which somebody has decided before are to be compared again."""
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
