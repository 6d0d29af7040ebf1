"""The words that quantities are read by, opened once from the lexicon and passed on explicitly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Any

from accordingto.resources.opening import open_lexicon

SHIPPED = Path(__file__).parent.parent / "lexicons" / "quantities.toml"
SCHEMA = 1


class Part(IntEnum):
    """What a word is in a number."""

    UNIT = 1
    TEN = 2
    SCALE = 3
    DOZEN = 4
    VAGUE = 5
    PAIR = 6
    FRACTION = 7


@dataclass(frozen=True, slots=True, eq=False)
class QuantityWords:
    """The lexicon of quantities."""

    words: Mapping[str, tuple[Part, float]]
    """Part and value of each number word, in lower case, with a capital and in capitals."""
    suffixes: Mapping[str, int]
    suffix: re.Pattern[str]
    """Right behind figures."""
    before: re.Pattern[str]
    """Ends where a number begins; ``lastgroup`` names what it makes of it."""
    after: re.Pattern[str]
    closing: re.Pattern[str]
    money: Mapping[str, str]
    money_before: re.Pattern[str]
    currencies: Mapping[str, str]
    kinds: Mapping[str, str]
    """The kind of each unit of measure."""
    changes: re.Pattern[str]
    """Ends where "from" begins that opens a change and not a range."""
    phrasal: re.Pattern[str]
    """Ends where "over" begins that belongs to a verb."""
    one_before: frozenset[str]
    one_after: frozenset[str]
    one_counting: frozenset[str]
    left_out_before: re.Pattern[str]
    left_out_after: re.Pattern[str]
    apposed_before: re.Pattern[str]
    apposed_after: re.Pattern[str]
    sha256: str

    def kind_of(self, measure: str | None) -> str | None:
        """What kind of unit a `Quantity.measure` is: ``share``, ``money``, ``distance``, ``duration``, ``mass``."""
        if measure is None:
            return None
        if measure == "%":
            return "share"
        return self.kinds.get(measure.lower(), "money")


@cache
def open_quantity_words(path: Path = SHIPPED) -> QuantityWords:
    """Open a lexicon of quantities.

    Raises:
        ResourceError: where the file is missing, malformed or of another schema.
    """
    return open_lexicon(path, "a lexicon of quantities", SCHEMA, _made)


def _made(table: Mapping[str, Any], digest: str) -> QuantityWords:
    words = _words(table)
    left_out, one = table["left_out"], table["one"]
    months = [form for month in table["dates"]["months"] for form in (month, month.upper())]
    fill = {"{month}": _any(months), "{number}": rf"(?:\d+|{_any(w for w in words if w.islower())})"}
    return QuantityWords(
        words=words,
        suffixes=table["suffixes"],
        suffix=re.compile(rf"(?:({_any(table['suffixes'])})|\s(mn|mln|bn|tn))\b(?![-’'])"),
        before=_bounds(table["before"], r"(?:^|(?<=[^\w-])){}\s+$"),
        after=_bounds(table["after"], r"\s?,?\s?{}(?!\w)"),
        closing=_bounds(table["closing"], r"\s?,?\s{}(?=[^\w\s]|$)"),
        money=table["money"],
        money_before=re.compile(rf"(?:^|(?<=[^\w]))({_any(table['money'])})\s?$|([€£₽₴₪₹$])$"),
        currencies=table["currencies"],
        kinds=_kinds(table),
        changes=re.compile(rf"\b{_any(table['changes']['verbs'])}\b(?:\s+\S+){{0,4}}\s*$"),
        phrasal=re.compile(rf"\b{_any(table['phrasal']['over'])}\s+$"),
        one_before=frozenset(one["before"]),
        one_after=frozenset(one["after"]),
        one_counting=frozenset(one["counting"]),
        left_out_before=_filled("|".join(f"(?:{p})" for p in left_out["before"]), fill, end="$"),
        left_out_after=_filled("|".join(f"(?:{p})" for p in left_out["after"]), fill),
        apposed_before=re.compile(left_out["apposed_before"] + "$"),
        apposed_after=re.compile(left_out["apposed_after"]),
        sha256=digest,
    )


def _words(table: Mapping[str, Any]) -> dict[str, tuple[Part, float]]:
    """Every form of every number word; a fraction's value is its share."""
    found: dict[str, tuple[Part, float]] = {}
    names = ("numbers", "tens", "scales", "dozen", "vague", "pairs", "fractions")
    for part, name in zip(Part, names, strict=True):
        for word, value in table[name].items():
            entry = part, float(value[0] / value[1] if isinstance(value, list) else value)
            found |= dict.fromkeys((word, word.capitalize(), word.upper()), entry)
    return found


def _kinds(table: Mapping[str, Any]) -> dict[str, str]:
    return {unit: kind for kind, units in table["measures"].items() for unit in units}


def _any(words: Iterable[str]) -> str:
    """An alternation, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def _bounds(table: Mapping[str, list[str]], frame: str) -> re.Pattern[str]:
    """One pattern for all bound words, a named group a kind; longer phrases are tried before shorter ones of other kinds."""
    kinds = "|".join(f"(?P<{kind}>{_any(phrases)})" for kind, phrases in table.items())
    return re.compile(frame.replace("{}", f"(?:{kinds})"), re.IGNORECASE)


def _filled(pattern: str, fill: Mapping[str, str], end: str = "") -> re.Pattern[str]:
    for name, value in fill.items():
        pattern = pattern.replace(name, value)
    return re.compile(f"(?:{pattern}){end}")
