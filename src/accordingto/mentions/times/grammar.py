"""Rules over word classes: how a pattern is written, and what a rule's builder is given and gives.

A pattern is a regular expression over names of classes: ``mon=MON (COMMA? year=YEAR)?`` is a month and perhaps a year. Names in
capitals are classes or `MACROS`; ``name=X`` makes a group of what follows, a class or a bracket; white space means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accordingto.mentions.times.words import Alphabet, Words
from accordingto.model import TimeKind
from accordingto.resources.times import Worth

MACROS = {
    "MON": "(?:MONTH|MONTHSHORT DOT?|MONTHWORD)",
    "WDAY": "(?:WEEKDAY|WEEKDAYSHORT DOT?)",
    "DAYNUM": "(?:D12|D24|D31|ORDINALDIGITS)",
    "ORD": "(?:ORDINALDIGITS|NUMBERWORD HYPHEN ORDINAL|ORDINAL|SECOND)",
    "INT": "(?:D12|D24|D31|D59|YEAR|NUMBER|DOTTED)",
    "SPELT": "(?:NUMBERWORD(?:(?:HYPHEN|AND)? NUMBERWORD)*)",
    "COUNT": "(?:INT (?:AND A HALFYEAR|NUMBERWORD)?|A? SPELT (?:AND A HALFYEAR)?|A? COUPLE OF?|(?:A|THE)? VAGUE|SOME|CROWD OF|A)",
    "RANGE": "(?:COUNT (?:(?:TO|AND|HYPHEN) COUNT)?)",
    "SORTS": "(?:(?:SORT|MORE|LONG) COMMA?)*",
    "UNIT": "(?:BASEUNIT|YEARUNIT|QUARTERUNIT|CENTURYUNIT)",
    "UNITS": "(?:UNIT|SECOND)",
    "ANYSEASON": "(?:SEASON|SEASONWORD)",
    "RELATIVE": "(?:LAST|PREVIOUS|THIS|NEXT|COMING|FOLLOWING)",
    "THISVERY": "(?:THIS(?=LAST|NEXT|COMING))",
    "SOONER": "(?:EARLY|MID HYPHEN?|LATE)",
    "DASH": "(?:HYPHEN|TO|AND)",
    "HOUR": "(?:D12|CLOCK|DOTTED|NUMBERWORD)",
    "ATPART": "(?:(?:IN|AT) THE part=PART)",
    "DAYS": "(?:DAYNUM (?:(?:COMMA DAYNUM)* DASH DAYNUM)?)",
}
"""Shorthands of patterns."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression means. ``day_of`` marks a time of day whose day must be found in what stands around."""

    kind: TimeKind
    value: str
    mod: str | None = None
    anchor: str | None = None
    """``published``, ``entry``, ``expression`` with ``of``, or ``None`` where none was needed."""
    of: int | None = None
    """Index of the earlier expression that this one was resolved against."""
    start: date | None = None
    """First day, where the value itself does not tell; likewise ``end``."""
    end: date | None = None
    floating: bool = False
    """A time of day that has no day yet."""


@dataclass(slots=True)
class Piece:
    """A sense with the words ``[first, last)`` that carry it."""

    first: int
    last: int
    sense: Sense
    rule: str


@dataclass(slots=True)
class Here:
    """What an expression can be resolved against at its place in the text."""

    words: Words
    day: date | None
    anchor: str
    earlier: Sequence[Piece]
    """Expressions before this one, in text order."""
    beside: Mapping[str, frozenset[str]]
    """Word lists of the lexicon, by what they tell."""
    direction: Callable[[int, int], int]
    """Of words ``[first, last)``: −1 where their clause looks back, 1 where ahead, 0 where nothing tells."""


@dataclass(frozen=True, slots=True, eq=False)
class Matched:
    """A rule's match: groups by name, as words."""

    words: Words
    match: re.Match[str]

    @property
    def first(self) -> int:
        """Index of the first word."""
        return self.match.start()

    @property
    def last(self) -> int:
        """Index behind the last word."""
        return self.match.end()

    def has(self, name: str) -> bool:
        """Whether a group took part."""
        return name in self.match.re.groupindex and self.match.group(name) is not None

    def range(self, name: str) -> range:
        """The words of a group."""
        return range(*self.match.span(name)) if self.has(name) else range(0)

    def worth(self, name: str) -> Worth:
        """What the first word of a group is worth."""
        return self.words.worths[self.match.start(name)]

    def number(self, name: str) -> int:
        """The worth of a group's first word as a whole number."""
        return int(self.worth(name))

    def string(self, name: str) -> str:
        """The worth of a group's first word as text."""
        return str(self.worth(name))

    def lower(self, name: str) -> str:
        """The first word of a group, in lower case; empty where it took no part."""
        return self.words.lower[self.match.start(name)] if self.has(name) else ""

    def before(self, offset: int = 1) -> str:
        """The word before the match, in lower case; empty at the start."""
        at = self.first - offset
        return self.words.lower[at] if at >= 0 else ""

    def after(self, offset: int = 0) -> str:
        """The word behind the match, in lower case; empty at the end."""
        at = self.last + offset
        return self.words.lower[at] if at < len(self.words) else ""


Builder = Callable[[Matched, Here], Sense | list[Piece] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with what makes sense of its matches."""

    name: str
    pattern: str
    build: Builder


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Compiled rules: ``anywhere`` finds where one begins, each rule then says how far it reaches."""

    alphabet: Alphabet
    anywhere: re.Pattern[str]
    rules: tuple[tuple[Rule, re.Pattern[str]], ...]

    def at(self, words: Words, first: int) -> list[tuple[Rule, re.Match[str]]]:
        """The matches that begin at a word, longest first; of equal ones the earlier rule's."""
        found = [(rule, match) for rule, pattern in self.rules if (match := pattern.match(words.classes, first))]
        return sorted(found, key=lambda pair: -pair[1].end())


def compiled(rules: Sequence[Rule], alphabet: Alphabet) -> Grammar:
    """Compile rules for an alphabet."""
    patterns = [(rule, re.compile(pattern_of(rule.pattern, alphabet))) for rule in rules]
    anywhere = "|".join(re.sub(r"\?P<\w+>", "?:", pattern.pattern) for _, pattern in patterns)
    return Grammar(alphabet, re.compile(anywhere), tuple(patterns))


def pattern_of(pattern: str, alphabet: Alphabet) -> str:
    """A pattern over class names as one over their characters."""
    return _spelt(_expanded(pattern, MACROS), alphabet.symbols)


def _expanded(pattern: str, macros: Mapping[str, str]) -> str:
    while True:
        wider = re.sub(r"\b[A-Z]+\b", lambda m: macros.get(m[0], m[0]), pattern)
        if wider == pattern:
            return pattern
        pattern = wider


def _spelt(pattern: str, symbols: Mapping[str, str]) -> str:
    named = re.sub(r"(\w+)=\((?:\?:)?", r"(?P<\1>", pattern)
    named = re.sub(r"\b(\w+)=([A-Z]\w*)", r"(?P<\1>\2)", named)
    plain = re.sub(r"\((?!\?)", "(?:", named)
    spelt = re.sub(r"(?<!<)\b[A-Z][A-Z0-9]+\b|(?<!<)\bA\b", lambda m: symbols[m[0]], plain)
    return re.sub(r"\s+", "", spelt)
