"""The word lists of time expressions, opened once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from accordingto.model import IntegrityError, sha256

Worth = int | str


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """What `accordingto.mentions.times` knows about single words."""

    classes: tuple[str, ...]
    """Names of the classes, in the order of the file."""
    words: Mapping[str, tuple[str, Worth]]
    """Lower-case word → its class and what it is worth there."""
    ahead: frozenset[str]
    """Words by which a clause looks ahead."""
    back: frozenset[str]
    """Words by which a clause looks back."""
    ahead_of: frozenset[str]
    """Words right before an expression that put it ahead."""
    moved_to: frozenset[str]
    """Verbs after which "to Friday" is ahead."""
    resolved_to: frozenset[str]
    """Verbs that look ahead with "to" right behind them, and back without."""
    parting: frozenset[str]
    """Words at which clauses part."""
    back_from: frozenset[str]
    """… that put it behind."""
    names_after: frozenset[str]
    """A capitalised time word right before one of these is part of a name ("Sunday Times")."""
    names_before: frozenset[str]
    """… right after one of these ("Black Friday")."""
    beside: Mapping[str, frozenset[str]]
    """Words that tell, standing beside an expression, what it is; by what they tell."""
    sha256: str


@lru_cache(maxsize=1)
def open_time_words() -> TimeWords:
    """Open the shipped word lists.

    Raises:
        IntegrityError: where a word stands in two classes.
    """
    data = (resources.files("accordingto.lexicons") / "times.toml").read_bytes()
    table = tomllib.loads(data.decode())
    return TimeWords(
        classes=tuple(table["classes"]),
        words=_words(table["classes"]),
        **{name: frozenset(words) for name, words in table["cues"].items()},
        names_after=frozenset(table["names"]["after"]),
        names_before=frozenset(table["names"]["before"]),
        beside={name: frozenset(words) for name, words in table["beside"].items()},
        sha256=sha256(data),
    )


def _words(classes: Mapping[str, Mapping[str, Worth | list[str]]]) -> dict[str, tuple[str, Worth]]:
    found: dict[str, tuple[str, Worth]] = {}
    for name, members in classes.items():
        for word, worth in _members(members):
            if word in found:
                raise IntegrityError(f"times.toml has {word!r} in two classes, {found[word][0]} and {name}")
            found[word] = name, worth
    return found


def _members(table: Mapping[str, Worth | list[str]]) -> list[tuple[str, Worth]]:
    listed = table.get("list")
    if isinstance(listed, list):
        return [(word, word) for word in listed]
    return [(word, worth) for word, worth in table.items() if not isinstance(worth, list)]
