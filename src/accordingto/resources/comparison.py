"""The words that the comparison of statements needs, opened once from the lexicon and passed on explicitly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from accordingto.model import sha256
from accordingto.resources.credits import CreditWords, open_credit_words
from accordingto.resources.learnt import Learnt, open_learnt
from accordingto.resources.lexicons import Lexicons, open_lexicons
from accordingto.resources.opening import open_lexicon
from accordingto.resources.quantities import QuantityWords, open_quantity_words
from accordingto.resources.times import TimeWords, open_time_words

SHIPPED = Path(__file__).parent.parent / "lexicons" / "comparison.toml"
SCHEMA = 1


@dataclass(frozen=True, slots=True, eq=False)
class Doing:
    """The words by which it is told who does what; in lower case, not yet stemmed."""

    deeds: tuple[tuple[str, ...], ...]
    """Rows of verbs and nouns for one deed."""
    light: frozenset[str]
    """Verbs that say no more than that a deed is done."""
    pasts: frozenset[str]
    """Past forms of verbs that no ending tells."""
    vague: frozenset[str]
    """Words for somebody that tell nobody from another."""
    aimed: frozenset[str]
    """Verbs whose target a preposition leads to."""
    state: frozenset[str]
    """Words for those whom a state acts through."""
    obstacles: frozenset[str]
    """Nouns of what harms whoever hits it."""
    inner: frozenset[str]
    """Words for causes that lie in the thing itself."""
    blaming: frozenset[str]
    """Words by which a voice lays a deed on whoever stands behind."""
    meant: frozenset[str]
    """Words that lead to whom a thing is for."""
    bound: frozenset[str]
    """Words that lead to that, or to a place."""
    belonging: frozenset[str]
    """Words that lead to whose a thing is."""
    held: frozenset[str]
    """Nouns of what fire comes from: the position, the side of somebody."""


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """The words that what two statements say is compared by, slot by slot; all in lower case, not yet stemmed."""

    kin: tuple[tuple[str, ...], ...]
    """Rows of words that can stand for one another in two accounts of one thing."""
    opposites: tuple[tuple[str, ...], ...]
    """A word, then those that are not so where it is so."""
    scope: tuple[str, ...]
    """Words that widen, narrow or order what is said."""
    parties: frozenset[str]
    """Nouns of those who fight, rule and act."""
    contraries: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    """Finds words of two states that cannot both be."""
    falsehood: re.Pattern[str]
    """Finds words that say that a thing is not so, without a negation."""
    disclaiming: re.Pattern[str]
    """Finds words by which somebody is cleared of a thing."""
    whole_places: re.Pattern[str]
    """Finds words by which the whole of a place is meant."""
    places_in_places: re.Pattern[str]
    """Finds words by which a part of a place is meant."""
    unknown: re.Pattern[str]
    """Finds words that say that something is not known."""
    ranks: Mapping[str, re.Pattern[str]]
    """Finds nouns of those who are only named by what they are: ``unknown``, ``state``, ``police``, ``army``."""
    units: Mapping[str, float]
    """Units of measure by what they are in the smallest of their kind."""
    dated: Mapping[str, tuple[str, ...]]
    """Words right before a date, by what they make of it: ``before``, ``after``, ``to``, ``from``."""
    ordinals: Mapping[str, int]
    doing: Doing


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """Finds words that are counted and weighed beside the slots."""

    righting: re.Pattern[str]
    """What says that a word is taken back or put right."""
    changing: re.Pattern[str]
    """What says that a thing is otherwise than it was, or still as it was."""
    ahead: re.Pattern[str]
    """What is to come."""
    over: re.Pattern[str]
    """What has been."""
    earlier: re.Pattern[str]
    """What was said or so before."""
    otherwise: re.Pattern[str]
    """What leads to what is not so."""
    sweeping: re.Pattern[str]
    """All, none, only."""
    conditional: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """The lexicon; every word in lower case."""

    near: tuple[tuple[str, ...], ...]
    """Sets of words that find one another as candidates."""
    function_words: frozenset[str]
    negators: tuple[str, ...]
    negating_verbs: tuple[str, ...]
    """Words and two-word phrases, the longest first."""
    clause_breaks: frozenset[str]
    verbs: frozenset[str]
    general_nouns: frozenset[str]
    titling: frozenset[str]
    """Words, and phrases of two, before quotation marks that hold a name or a term."""
    quantities: QuantityWords
    times: TimeWords
    compared: Compared
    occasions: Mapping[str, tuple[str, ...]]
    credits: CreditWords
    blows: frozenset[str]
    """Nouns of what falls on somebody."""
    hedges: re.Pattern[str]
    """Finds words by which a voice leaves open whether a thing is so."""
    witnesses: frozenset[str]
    """Nouns for an outlet's own people."""
    seeing: frozenset[str]
    """Words and pairs of words by which a report says in its own voice that they were there."""
    sees: frozenset[str]
    """What reporters do who are there."""
    bodies: frozenset[str]
    """Last words of the names of bodies that publish reports of their own."""
    lapsing: frozenset[str]
    """What says that a thing is otherwise than it was."""
    correcting: frozenset[str]
    """What says in an outlet's own voice that it had something wrong."""
    owning: frozenset[str]
    """What says in a sentence beside a statement that there was a mistake before."""
    rising: frozenset[str]
    """What says that a number is higher than it was."""
    falling: frozenset[str]
    """What says that it is lower."""
    handing: frozenset[str]
    """What says that a place has changed hands."""
    lasting: frozenset[str]
    """What says that it is still so."""
    signs: Signs
    harms: Mapping[str, frozenset[str]]
    """Words by the kind of harm."""
    counted: Mapping[str, frozenset[str]]
    """Words on what numbers count: ``people``, ``remains`` of them, ``anybody``, and ``struck`` for verbs that harm only people."""
    safe: re.Pattern[str]
    """Finds words by which somebody is said to be unharmed."""
    alone: re.Pattern[str]
    """Finds words by which somebody is said to be the only one."""
    learnt: Learnt
    """What was learnt on stories whose path is known."""
    sha256: str
    """Of this file, of the lexicons of quantities, times and credits, and of what was learnt."""


@cache
def open_comparison(path: Path = SHIPPED) -> Comparison:
    """Open a comparison lexicon.

    Raises:
        ResourceError: where the file is missing, malformed or of another schema.
    """
    made = partial(
        _made,
        quantities=open_quantity_words(),
        times=open_time_words(),
        credits=open_credit_words(),
        learnt=open_learnt(),
    )
    return open_lexicon(path, "a comparison lexicon", SCHEMA, made)


def _made(
    table: Mapping[str, Any],
    digest: str,
    quantities: QuantityWords,
    times: TimeWords,
    credits: CreditWords,
    learnt: Learnt,
) -> Comparison:
    return Comparison(
        near=tuple(tuple(row) for row in table["near"]),
        function_words=frozenset(table["function_words"]),
        negators=_longest_first(table["negators"]),
        negating_verbs=_longest_first(table["negating_verbs"]),
        clause_breaks=frozenset(table["clause_breaks"]),
        verbs=frozenset(table["verbs"]),
        general_nouns=frozenset(table["general_nouns"]),
        titling=frozenset(table["titling"]),
        quantities=quantities,
        times=times,
        compared=_compared(table["compared"]),
        occasions={kind: _longest_first(phrases) for kind, phrases in table["occasions"].items()},
        witnesses=frozenset(table["witness"]["people"]),
        seeing=frozenset(table["witness"]["seeing"]),
        sees=frozenset(table["witness"]["sees"]),
        bodies=frozenset(table["witness"]["bodies"]),
        lapsing=frozenset(table["lapse"]["lapsing"]),
        correcting=frozenset(table["lapse"]["correcting"]),
        owning=frozenset(table["lapse"]["owning"]),
        rising=frozenset(table["lapse"]["rising"]),
        falling=frozenset(table["lapse"]["falling"]),
        handing=frozenset(table["lapse"]["handing"]),
        lasting=frozenset(table["lapse"]["lasting"]),
        signs=Signs(**{kind: _any_of(phrases) for kind, phrases in table["signs"].items()}),
        harms={kind: frozenset(named) for kind, named in table["harms"].items()},
        counted={kind: frozenset(phrases) for kind, phrases in table["counted"].items()},
        safe=_any_of(table["counted"]["safe"]),
        alone=_any_of(table["counted"]["alone"]),
        credits=credits,
        blows=frozenset(table["blows"]),
        hedges=_hedges(table["hedging"], open_lexicons()),
        learnt=learnt,
        sha256=sha256((digest + quantities.sha256 + times.sha256 + credits.sha256 + learnt.sha256).encode()),
    )


def _compared(table: Mapping[str, Any]) -> Compared:
    return Compared(
        kin=tuple(tuple(row) for row in table["kin"]),
        opposites=tuple(tuple(row) for row in table["opposites"]),
        scope=tuple(table["scope"]),
        parties=frozenset(table["parties"]),
        contraries=tuple((_any_of(so), _any_of(other)) for so, other in table["contraries"]),
        falsehood=_any_of(table["falsehood"]),
        disclaiming=_any_of(table["disclaiming"]),
        whole_places=_whole(table["whole_places"], table["no_more"]),
        places_in_places=_any_of(table["places_in_places"]),
        unknown=_any_of(table["unknown"]),
        ranks={kind: _any_of(phrases) for kind, phrases in table["ranks"].items()},
        units=dict(table["units"]),
        dated={kind: _longest_first(phrases) for kind, phrases in table["dated"].items()},
        ordinals=dict(table["ordinals"]),
        doing=_doing(table["doing"]),
    )


def _doing(table: Mapping[str, Any]) -> Doing:
    deeds = tuple(tuple(row) for row in table["deeds"])
    return Doing(deeds=deeds, **{name: frozenset(rows) for name, rows in table.items() if name != "deeds"})


def _hedges(more: Iterable[str], lexicons: Lexicons) -> re.Pattern[str]:
    """The hedges of all levels that do not turn what they hedge round, and more."""
    words = _longest_first([*more, *(word for level in ("PR", "PS") for word in lexicons.hedges[level])])
    patterns = [rf"\b(?:{'|'.join(words)})\b", *(p.pattern for p in lexicons.hedge_patterns.values())]
    return re.compile("|".join(patterns), re.IGNORECASE)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _longest_first(phrases)))})\b", re.IGNORECASE)


def _whole(places: Iterable[str], destroyed: Iterable[str]) -> re.Pattern[str]:
    """The whole of a place by a word that says so, or because it is no more: "the airfield of Tamra was destroyed"."""
    names, ends = ("|".join(_longest_first(words)) for words in (places, destroyed))
    all_of = (
        rf"(?:(?:whole|entire)(?: of)?(?: the)?|all of the|all over the|throughout the) (?:\w+ ){{0,2}}?(?:{names})"
    )
    no_more = rf"(?:{names})(?: (?:of|in|at) [^.,;]{{1,40}}?)? (?:was|were|is|are|been)(?: \w+ly)? (?:{ends})"
    return re.compile(rf"\b(?:{all_of}|{no_more})\b", re.IGNORECASE)


def _longest_first(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
