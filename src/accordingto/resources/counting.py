"""The words that tell what a quantity counts, opened once from the lexicon and passed on explicitly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from accordingto.model import sha256
from accordingto.resources.control import ControlWords, open_control_words
from accordingto.resources.opening import open_lexicon
from accordingto.resources.quantities import QuantityWords, open_quantity_words

SHIPPED = Path(__file__).parent.parent / "lexicons" / "estimates.toml"
SCHEMA = 1


@dataclass(frozen=True, slots=True, eq=False)
class CountingWords:
    """The lexicon of estimates; every word in lower case."""

    quantities: QuantityWords
    control: ControlWords
    """What tells a place by the words around it is shared with control."""
    people: frozenset[str]
    counts: frozenset[str]
    tolls: frozenset[str]
    times: frozenset[str]
    putting: frozenset[str]
    standing: frozenset[str]
    carrying: frozenset[str]
    pronouns: frozenset[str]
    wholes: frozenset[str]
    known: frozenset[str]
    most_known: int
    """Up to this number a definite article makes a quantity a reference to known things."""
    locating: frozenset[str]
    places: frozenset[str]
    sha256: str
    """Of this file and of the lexicons of quantities and of control."""


@cache
def open_counting_words(path: Path = SHIPPED) -> CountingWords:
    """Open a lexicon of estimates.

    Raises:
        ResourceError: where the file is missing, malformed or of another schema.
    """
    made = partial(_made, quantities=open_quantity_words(), control=open_control_words())
    return open_lexicon(path, "a lexicon of estimates", SCHEMA, made)


def _made(table: Mapping[str, Any], digest: str, quantities: QuantityWords, control: ControlWords) -> CountingWords:
    names = (
        "people", "times", "counts", "tolls", "putting", "standing", "carrying", "pronouns", "wholes", "known", "locating", "places",
    )  # fmt: skip
    return CountingWords(
        quantities=quantities,
        control=control,
        most_known=int(table["most_known"]),
        sha256=sha256((digest + quantities.sha256 + control.sha256).encode()),
        **{name: frozenset(table[name]) for name in names},
    )
