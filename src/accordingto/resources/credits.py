"""The words by which reports credit others, opened once from the lexicons and passed on explicitly."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from accordingto.model import sha256
from accordingto.resources.opening import open_lexicon

_LEXICONS = Path(__file__).parent.parent / "lexicons"
SHIPPED = _LEXICONS / "credits.toml"
AGENCIES = _LEXICONS / "agencies.toml"
SCHEMA = 1


@dataclass(frozen=True, slots=True, eq=False)
class CreditWords:
    """The lexicon; every word in lower case."""

    foot: tuple[str, ...]
    sure: tuple[str, ...]
    """Those after which a name needs nothing else to be an agency's."""
    pictures: re.Pattern[str]
    """Finds a line that credits a picture."""
    nouns: frozenset[str]
    generic: frozenset[str]
    """Words that name nobody."""
    telling: re.Pattern[str]
    """Finds what makes a name in its sentence the source of something."""
    reporting: re.Pattern[str]
    """Finds a cue that only agencies and outlets have."""
    party: re.Pattern[str]
    """Finds what makes a name beside it a party's own voice."""
    anaphors: re.Pattern[str]
    """Finds words that stand for the agency or outlet named last."""
    described: re.Pattern[str]
    """Finds words for a state's agency that does not name it."""
    background: re.Pattern[str]
    """Finds what dates a sentence to another time than the report's."""
    withdrawing: re.Pattern[str]
    """Finds, at the beginning of a report, that it takes an earlier one of its outlet back or corrects it."""
    correcting: re.Pattern[str]
    """Finds that it corrects it: then it goes on with the text."""
    own_earlier: tuple[str, ...]
    """What an outlet says of an own earlier report; ``{own}`` is its name."""
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    agencies: frozenset[str]
    """Names of agencies as they are known, case-folded."""
    sha256: str
    """Of both files."""


@cache
def open_credit_words(path: Path = SHIPPED, agencies: Path = AGENCIES) -> CreditWords:
    """Open the words of credits.

    Raises:
        ResourceError: where a file is missing, malformed or of another schema.
    """
    return open_lexicon(path, "a lexicon of credits", SCHEMA, partial(_made, beside=agencies))


def _made(table: Mapping[str, Any], digest: str, beside: Path) -> CreditWords:
    data = beside.read_bytes()
    return CreditWords(
        foot=tuple(sorted(table["foot"], key=lambda phrase: (-len(phrase), phrase))),
        sure=tuple(table["sure"]),
        pictures=_any(table["pictures"]),
        nouns=frozenset(table["nouns"]),
        generic=frozenset(table["generic"]),
        telling=_any(table["telling"]),
        reporting=_any(table["reporting"]),
        party=_any(table["party"]),
        anaphors=_any(table["anaphors"]),
        described=_any(table["described"]),
        background=_any(table["background"]),
        withdrawing=_withdrawing(table),
        correcting=_any(table["correcting"]),
        own_earlier=tuple(table["own_earlier"]),
        months=tuple(table["months"]),
        weekdays=tuple(table["weekdays"]),
        agencies=frozenset(name.casefold() for name in tomllib.loads(data.decode("utf-8"))["names"]),
        sha256=sha256(digest.encode() + data),
    )


def _withdrawing(table: Mapping[str, Any]) -> re.Pattern[str]:
    """A notice in front, a bracket that says what is corrected, or that an own report is taken back: armies withdraw too."""
    notices, verbs, nouns, corrected = (
        _any(table[name]).pattern for name in ("notices", "withdrawing", "own_reports", "correcting")
    )
    return re.compile(
        rf"\A\W*(?:{notices})\s*[-–—:/(,\n]|[(\[]\s*(?:{corrected})|(?:{verbs})[^.\n]{{0,40}}?(?:{nouns})",
        re.IGNORECASE,
    )


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of some phrases as whole words, whatever white space stands between their words."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(
        r"\b(?:" + "|".join(r"\s+".join(map(re.escape, p.split())) for p in ordered) + r")\b", re.IGNORECASE
    )
