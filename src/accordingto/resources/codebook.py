"""A user's additions to the codebook: own types, modes, contexts and words, checked with errors that name the entry."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accordingto.model import InputError
from accordingto.resources.events import EventType, Pattern, Vocabulary, pattern
from accordingto.resources.userdata import user_folder

FILE = "codebook.toml"
KINDS = ("verb", "noun", "word")
ROLES = ("-", "moved", "none", "joint")
_TABLES = ("types", "contexts", "triggers")
_TRIGGER = frozenset(("type", "mode", "kind", "patterns", "roles"))


@dataclass(frozen=True, slots=True)
class Additions:
    """What a user's file adds."""

    types: dict[str, EventType]
    rows: list[tuple[str, Pattern]]
    contexts: dict[str, list[str]]


def chosen_codebook(path: str | Path | None = None) -> Path | None:
    """The user's codebook: the one given, else ``codebook.toml`` in the folder of the user's own data, where there is one."""
    if path is not None:
        return Path(path)
    found = user_folder() / FILE
    return found if found.exists() else None


def read_additions(path: Path, types: Mapping[str, EventType], vocabulary: Vocabulary) -> Additions:
    """Read a user's codebook.

    Args:
        path: a TOML file with tables ``types``, ``contexts`` and a list ``triggers``.
        types: the shipped types, which may be given further modes.
        vocabulary: word classes that patterns may name.

    Raises:
        InputError: where the file cannot be read or an entry is wrong; the message says which and what to do.
    """
    table = _table(path)
    unknown = [name for name in table if name not in _TABLES]
    if unknown:
        raise _wrong(path, f"`{unknown[0]}` is no part of a codebook; it has `types`, `contexts` and `triggers`")
    added = {name: _type(path, name, entry, types.get(name)) for name, entry in table.get("types", {}).items()}
    known = {**types, **added}
    triggers = table.get("triggers", [])
    if not isinstance(triggers, list):
        raise _wrong(path, "`triggers` is a list: write each as a table [[triggers]]")
    rows = [row for number, entry in enumerate(triggers, 1) for row in _rows(path, number, entry, known, vocabulary)]
    contexts = {name: _words(path, name, entry) for name, entry in table.get("contexts", {}).items()}
    return Additions(added, rows, contexts)


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"the codebook {path} cannot be read: {error.strerror or error}; check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _wrong(path, f"it is no TOML: {error}") from error


def _type(path: Path, name: str, entry: Any, shipped: EventType | None) -> EventType:
    if not name.isupper():
        raise _wrong(path, f"the type `{name}` is not in capitals; write `{name.upper()}`")
    if not isinstance(entry, dict) or not isinstance(entry.get("modes", {}), dict):
        raise _wrong(path, f"types.{name} is a table with `definition` and, if any, a table `modes` of mode = meaning")
    definition = entry.get("definition") or (shipped.definition if shipped else None)
    if not isinstance(definition, str):
        raise _wrong(path, f"types.{name} has no `definition`; say in a sentence what it is")
    modes = {**(shipped.modes if shipped else {}), **entry.get("modes", {})}
    verbal = shipped.verbal if shipped else bool(entry.get("verbal", False))
    return EventType(name, definition, modes, verbal, origin=path.name)


def _rows(
    path: Path, number: int, entry: Any, types: Mapping[str, EventType], vocabulary: Vocabulary
) -> Iterator[tuple[str, Pattern]]:
    where = f"triggers, entry {number}"
    if not isinstance(entry, dict) or not entry.keys() <= _TRIGGER:
        raise _wrong(path, f"{where}: it has `type`, `kind`, `patterns` and, if wanted, `mode` and `roles`")
    kind, roles, mode = str(entry.get("kind")), entry.get("roles", "-"), entry.get("mode")
    event = str(entry.get("type"))
    if event not in types:
        raise _wrong(
            path, f"{where}: `{event}` is no type; known are {', '.join(types)}; define it under [types.{event}]"
        )
    if mode is not None and mode not in types[event].modes:
        has = ", ".join(types[event].modes) or "none"
        raise _wrong(
            path, f"{where}: `{mode}` is no mode of {event}; it has {has}; define it under [types.{event}.modes]"
        )
    if kind not in KINDS or roles not in ROLES:
        raise _wrong(path, f"{where}: `kind` is one of {', '.join(KINDS)}, `roles` one of {', '.join(ROLES)}")
    patterns = entry.get("patterns")
    if not isinstance(patterns, list) or not all(isinstance(text, str) and text.strip() for text in patterns):
        raise _wrong(path, f'{where}: `patterns` is a list of strings, such as ["salt", "close obj:well"]')
    for text in patterns:
        yield pattern(event, mode, kind, text, vocabulary, roles=roles)


def _words(path: Path, name: str, entry: Any) -> list[str]:
    words = entry.get("words") if isinstance(entry, dict) else None
    if not isinstance(words, str):
        raise _wrong(path, f"contexts.{name} has no `words`; write the words that tell it, with spaces between")
    return words.split()


def _wrong(path: Path, what: str) -> InputError:
    return InputError(f"{path}: {what}")
