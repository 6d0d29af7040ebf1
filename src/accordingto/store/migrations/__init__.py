"""The schema's history. A migration is a Python module for Alembic and, a dialect, a file of SQL beside it that never changes again.

The first is written from the tables (``python -m accordingto.store.migrations.make``) until it has landed; what has landed is
frozen by its dump under ``tests/store/landed``.
"""

from __future__ import annotations

import re
from pathlib import Path

VERSIONS = Path(__file__).parent / "versions"
HEAD = max(match[0] for path in VERSIONS.glob("*.py") if (match := re.match(r"\d{4}", path.name)))
"""The newest version of the schema, which this program reads and writes."""


def statements(version: str, dialect: str) -> list[str]:
    """The SQL of a migration.

    Args:
        version: its number: ``0001``.
        dialect: ``sqlite`` or ``postgresql``.
    """
    text = (VERSIONS / f"{version}.{dialect}.sql").read_text(encoding="utf-8")
    return [part.strip() for part in text.split(SPLIT) if part.strip()]


SPLIT = "\n-- next\n"
"""Stands between statements of a file of SQL: a trigger holds semicolons of its own."""
