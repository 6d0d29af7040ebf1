"""What all tables share: one `MetaData`, how constraints are named, the types of keys and words, and further DDL.

Every table and column says in ``doc`` what it holds; ``docs/reference/store.md`` is written from that, so it costs no migration
to say it better.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Key = BigInteger().with_variant(Integer(), "sqlite")
"""Integer keys. SQLite numbers a table's rows by itself only where the type is INTEGER; it holds 64 bits either way."""

_ESCAPE = "\u241b"
_HARD = re.compile(f"[\x00{_ESCAPE}\ud800-\udfff]")
_ESCAPED = re.compile(f"{_ESCAPE}([0-9A-F]{{4}})")


def escaped(text: str) -> str:
    """A text without what a database cannot hold: NUL and lone surrogates, as ``␛`` and four hex digits; ``␛`` itself too."""
    if _HARD.search(text) is None:
        return text
    return _HARD.sub(lambda match: f"{_ESCAPE}{ord(match[0]):04X}", text)


def unescaped(text: str) -> str:
    """The text that `escaped` was given."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if _ESCAPE in text else text


class Words(TypeDecorator[str]):
    """Any text, lossless: what PostgreSQL or UTF-8 cannot hold is escaped, everything else stands as it is."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002, D102
        return value if value is None else escaped(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002, D102
        return value if value is None else unescaped(value)


def key(doc: str = "Key of the row.") -> Column[int]:
    """The primary key, numbered by the database."""
    return Column("key", Key, primary_key=True, autoincrement=True, doc=doc)


def number(doc: str) -> Column[int]:
    """The column ``position`` that tells the rows of one owner apart: the second part of a key."""
    return Column("position", Integer, primary_key=True, autoincrement=False, doc=doc)


def own_key(doc: str) -> Column[int]:
    """The primary key of a record of a report, numbered by `accordingto.store.project`."""
    return Column("key", Key, primary_key=True, autoincrement=False, doc=doc)


def to(name: str, table: str, doc: str, *, optional: bool = False, **more: Any) -> Column[int]:
    """A column that refers to the key of another table; rows go with the row that they refer to."""
    reference = ForeignKey(f"{table}.key", ondelete="SET NULL" if optional else "CASCADE")
    return Column(name, Key, reference, nullable=optional, doc=doc, **more)


@dataclass(frozen=True, slots=True)
class Ddl:
    """A view, virtual table, trigger or index that SQLAlchemy has no object for: its SQL in each dialect that has it."""

    name: str
    kind: str
    """``view``, ``table``, ``trigger``, ``index`` …: what follows DROP."""
    sqlite: str | None
    postgresql: str | None
    columns: Sequence[tuple[str, str]] = ()
    """Of views and virtual tables: each column and what it holds."""
    doc: str = ""


EXTRAS: list[Ddl] = []
"""In the order in which they are made, after all tables."""


def extra(ddl: Ddl) -> Ddl:
    """Register further DDL."""
    EXTRAS.append(ddl)
    return ddl
