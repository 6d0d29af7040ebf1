"""What the commands that work on a store share: the option that names it, opening it, and the form of their listings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.output import choice

if TYPE_CHECKING:
    from accordingto.store.store import Store

DEFAULT = "accordingto.db"
Db = Annotated[
    str,
    typer.Option("--db", metavar="URL", help="The store: a file of SQLite, or postgresql://USER@HOST/DATABASE."),
]


class Form(StrEnum):
    """What a listing out of a store is written as."""

    TEXT = "text"
    JSONL = "jsonl"


Rows = Annotated[
    Form | None,
    typer.Option(
        "--format",
        "-f",
        metavar="text|jsonl",
        help="Default: by the ending of FILE; else text on a terminal, jsonl in a pipe.",
    ),
]


def rows_wanted(chosen: Form | None, output: Path | None) -> bool:
    """Whether a listing is written as JSON Lines."""
    made = choice(chosen, output, other=Form.JSONL, terminal=Form.TEXT, pipe=Form.JSONL)
    return made is Form.JSONL


@contextmanager
def at(url: str, *, create: bool = False, read_only: bool = False) -> Iterator[Store]:
    """Open a store, and close it again.

    Raises:
        UsageError: where it cannot be opened.
    """
    from accordingto.cli.exits import say
    from accordingto.store.store import Store

    with Store.open(url, create=create, read_only=read_only, tell=say) as store:
        yield store


def shown(url: str) -> str:
    """A store's name as messages have it: without the password."""
    if "://" not in url:
        return url
    from sqlalchemy import make_url

    return make_url(url).render_as_string(hide_password=True)
