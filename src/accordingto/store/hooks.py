"""The modules that write further tables in a report's transaction: indexes for search, for vectors, for duplicates; a watcher's notes.

Each is a module of this package that offers

``write(connection, report_key, reading, given)``
    called where a report is new; ``given`` is what the entry gave for it, or ``None``;
``forget(connection, report_key)``
    called where it is deleted;
``again(connection, report_key, reading, given)``
    optional: called where its records have changed; without it, ``forget`` and ``write`` are;
``saw(connection, report_key, given)``
    optional: called at every put of an entry that gives something for it;
``cased(connection, report_key)``
    optional: called where a report that is there has been put into a further case.

``reading`` is ``None`` for a report that is kept unread.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from sqlalchemy import Connection

from accordingto.pipeline.reading import Reading

NAMES = ("door", "travel", "stories", "search", "vectors", "watch")
"""In this order they are called, so that what was found within a story is forgotten while the report is in it; a module that is not
there is passed over."""


@cache
def modules() -> Mapping[str, ModuleType]:
    """The modules by name."""
    names = [name for name in NAMES if find_spec(f"accordingto.store.{name}")]
    return {name: import_module(f"accordingto.store.{name}") for name in names}


def write(connection: Connection, report: int, reading: Reading | None, given: Mapping[str, Any]) -> None:
    """Have all modules write what they keep of a report."""
    for name, module in modules().items():
        if hasattr(module, "write"):
            module.write(connection, report, reading, given.get(name))


def again(connection: Connection, report: int, reading: Reading | None, given: Mapping[str, Any]) -> None:
    """Have all modules bring what they keep of a report up to its changed records."""
    for name, module in modules().items():
        if hasattr(module, "again"):
            module.again(connection, report, reading, given.get(name))
            continue
        if hasattr(module, "forget"):
            module.forget(connection, report)
        if hasattr(module, "write"):
            module.write(connection, report, reading, given.get(name))


def forget(connection: Connection, report: int) -> None:
    """Have all modules delete what they keep of a report."""
    for module in modules().values():
        if hasattr(module, "forget"):
            module.forget(connection, report)


def saw(connection: Connection, report: int, given: Mapping[str, Any]) -> None:
    """Have the modules that were given something note it."""
    for name, module in modules().items():
        if name in given and hasattr(module, "saw"):
            module.saw(connection, report, given[name])


def cased(connection: Connection, report: int) -> None:
    """Have the modules note that a report that is there has been put into a case."""
    for module in modules().values():
        if hasattr(module, "cased"):
            module.cased(connection, report)
