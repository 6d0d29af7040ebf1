"""Plain values of a form, a file or a command line as parts of records, checked against the text, with errors that say what is wrong.

Spans are ``[start, end)`` pairs of code points of the report's archived text, as everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Any, TypeVar

from accordingto.model import (
    Bounds,
    Evidence,
    Implied,
    Part,
    Span,
    Spans,
    Stated,
    Time,
    UsageError,
    text_of,
)
from accordingto.model.days import first_day, last_day
from accordingto.pipeline.reading import Reading

Fields = Mapping[str, Any]
E = TypeVar("E", bound=StrEnum)
BY = "review"
"""What a record says of what made it, where a person did."""
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")
_WEEK = re.compile(r"\d{4}-W\d\d\Z")


def known(fields: Fields, names: Collection[str], what: str) -> None:
    """Check that there are no fields but those of a record.

    Raises:
        UsageError: where there is another; names those that there are.
    """
    if unknown := sorted(set(fields) - set(names)):
        raise UsageError(f"`{unknown[0]}` is no field of {what}; it has {', '.join(names)}")


def spans_field(fields: Fields, name: str, text: str, *, needed: bool = True) -> Spans:
    """A list of spans, in text order.

    Raises:
        UsageError: where it is none, or one lies outside the text.
    """
    held = fields.get(name) or []
    if not isinstance(held, Sequence) or isinstance(held, str):
        raise UsageError(f"`{name}` is a list of spans: [[start, end], …]")
    made = tuple(sorted(_span(pair, name, text) for pair in held))
    if needed and not made:
        raise UsageError(f"`{name}` needs at least one span: [[start, end], …]")
    if any(one.overlaps(other) for one, other in pairwise(made)):
        raise UsageError(f"spans of `{name}` overlap")
    return made


def _span(pair: Any, name: str, text: str) -> Span:
    whole = isinstance(pair, Sequence) and not isinstance(pair, str) and len(pair) == 2
    if not whole or not all(type(n) is int for n in pair):
        raise UsageError(f"{pair!r} in `{name}` is no span; a span is [start, end]")
    if not 0 <= pair[0] < pair[1] <= len(text):
        raise UsageError(f"the span {list(pair)} of `{name}` lies outside the text, which has {len(text)} characters")
    if not text[pair[0] : pair[1]].strip():
        raise UsageError(f"the span {list(pair)} of `{name}` holds nothing but white space")
    return Span(pair[0], pair[1])


def one_span(fields: Fields, name: str, text: str) -> Spans:
    """A span, given as a pair or as a list of pairs."""
    held = fields.get(name)
    pair = isinstance(held, Sequence) and len(held) == 2 and all(type(n) is int for n in held)
    return spans_field({name: [held] if pair else held}, name, text)


def choice(kind: type[E], value: Any, name: str) -> E:
    """A value out of a fixed list.

    Raises:
        UsageError: where it is not in it; gives the list.
    """
    try:
        return kind(value)
    except ValueError as error:
        raise UsageError(f"`{name}` is {value!r}; it is one of {', '.join(kind)}") from error


def optional(kind: type[E], value: Any, name: str) -> E | None:
    """A value out of a fixed list, or none."""
    return None if value is None else choice(kind, value, name)


def words(value: Any, name: str) -> str | None:
    """Words, or none.

    Raises:
        UsageError: where it is something else.
    """
    if value is None or (isinstance(value, str) and value.strip()):
        return value
    raise UsageError(f"`{name}` is words, or null where nothing is known")


def flag(value: Any, name: str) -> bool:
    """Yes or no.

    Raises:
        UsageError: where it is neither.
    """
    if isinstance(value, bool):
        return value
    raise UsageError(f"`{name}` is true or false, not {value!r}")


def number(value: Any, name: str) -> float | None:
    """A number, or none.

    Raises:
        UsageError: where it is something else.
    """
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15):
        return value
    raise UsageError(f"`{name}` is a number, or null where it is open, not {value!r}")


def stated(parts: Spans, rule: str) -> Evidence:
    """Evidence of some spans; where there are none, that a person says so."""
    return Stated(parts) if parts else Implied(rule)


def parts(reading: Reading, fields: Fields, name: str, *, spot: bool = False) -> tuple[Part, ...]:
    """Who takes part or where, one for each span, with what the report's mentions there resolve to.

    Args:
        reading: the reading.
        fields: the fields.
        name: the field.
        spot: whether they are places.
    """
    found = spans_field(fields, name, reading.report.text, needed=False)
    return tuple(_part(reading, span, spot=spot) for span in found)


def _part(reading: Reading, span: Span, *, spot: bool) -> Part:
    said = text_of(reading.report.text, (span,))
    place = next((place.id for place in reading.places if place.span.overlaps(span)), None) if spot else None
    entity = next((one.entity for one in reading.mentions if one.entity and one.span == span), None)
    held = reading.entities_by_id.get(entity or "")
    return Part(Stated((span,)), said, entity, held.actor if held else None, place)


def time(value: Any, name: str) -> Time | None:
    """A day, month, year or ISO week; or none.

    Raises:
        UsageError: where it is something else.
    """
    if value is None:
        return None
    if isinstance(value, str) and _DAY.match(value):
        try:
            date.fromisoformat(first_day(value))
            return Time(value, first_day(value), last_day(value), None, Implied(BY), BY)
        except ValueError as error:
            raise UsageError(f"`{name}` is {value!r}, which is on no calendar") from error
    if isinstance(value, str) and _WEEK.match(value):
        return Time(value, None, None, None, Implied(BY), BY)
    raise UsageError(f"`{name}` is {value!r}; write a day 2023-03-14, a month 2023-03, a year 2023 or a week 2023-W11")


def bounds(value: Any, name: str, evidence: Evidence) -> Bounds | None:
    """A count as [at least, at most], null where open; or none.

    Raises:
        UsageError: where it is something else.
    """
    if value is None:
        return None
    whole = isinstance(value, Sequence) and not isinstance(value, str) and len(value) == 2
    if not whole or not all(n is None or (type(n) is int and n >= 0) for n in value) or value[0] is value[1] is None:
        raise UsageError(f"`{name}` is [at least, at most] in whole numbers, null where open, not {value!r}")
    if None not in value and value[0] > value[1]:
        raise UsageError(f"`{name}` cannot lie between {value[0]} and {value[1]}")
    return Bounds(value[0], value[1], evidence)
