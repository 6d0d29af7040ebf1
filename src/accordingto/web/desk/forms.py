"""What a form sends, as the plain values of `accordingto.review`.

A field named ``f.NAME`` holds what the record is to have: spans are written ``12-40;55-60``. ``w.NAME`` holds words of the report instead,
which are looked up in its text: those nearest to where the spans were, so that nobody has to count characters. Only what differs from
what the form showed (``was.NAME``) is sent on, so that two people who correct different fields do not undo each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from accordingto.export.csv import pairs_text
from accordingto.model import UsageError
from accordingto.web.desk.fields import BOUNDS, FLAG, NUMBER, SPANS, Field, fields_of

_SPANS = re.compile(r"\s*\d+\s*-\s*\d+\s*(;\s*\d+\s*-\s*\d+\s*)*\Z", re.ASCII)
_SPACE = re.compile(r"\s+")


def fields_from(form: Mapping[str, str], layer: str, text: str) -> dict[str, Any]:
    """The fields of a form that were changed, or all that are filled in where nothing was shown before.

    Args:
        form: names and values as they were sent.
        layer: the layer of the record.
        text: of the report.

    Raises:
        UsageError: where a value is none, or words do not stand in the text; names the field.
    """
    made = {}
    for field in fields_of(layer):
        value = _given(form, field)
        looked = form.get(f"w.{field.name}", "").strip() if field.kind == SPANS else ""
        if looked:
            made[field.name] = found(text, looked, near=_first(value), name=field.label)
        elif f"was.{field.name}" in form:
            if value is not None and value != form[f"was.{field.name}"]:
                made[field.name] = _plain(field, value)
        elif value:
            made[field.name] = _plain(field, value)
    return made


def _given(form: Mapping[str, str], field: Field) -> str | None:
    """What was sent for a field; a box that is not ticked sends nothing."""
    value = form.get(f"f.{field.name}")
    if field.kind == FLAG:
        return "true" if value else "false" if f"was.{field.name}" in form else None
    return value if value is None else value.strip()


def _first(value: str | None) -> int:
    match = re.match(r"\s*(\d+)", value or "", re.ASCII)
    return int(match[1]) if match else 0


def _plain(field: Field, value: str) -> Any:
    if field.kind == SPANS:
        return spans_from(value, field.label)
    if field.kind == FLAG:
        return value == "true"
    if field.kind == NUMBER:
        return _number(value, field.label)
    if field.kind == BOUNDS:
        return _bounds(value, field.label)
    return value or None


def spans_from(value: str, name: str) -> list[list[int]]:
    """Spans as ``12-40;55-60``.

    Raises:
        UsageError: where they are not written so.
    """
    if not value:
        return []
    if not _SPANS.match(value):
        raise UsageError(f"{name}: write places as 12-40, several as 12-40;55-60, or give the words")
    return [[int(end) for end in part.split("-")] for part in value.split(";")]


def found(text: str, words: str, *, near: int, name: str) -> list[list[int]]:
    """Where words stand in a text, those nearest to an offset; ``…`` parts what stands apart. Any white space is like any other.

    Raises:
        UsageError: where they do not stand there.
    """
    made, at = [], near
    for part in re.split(r"\s*…\s*", words):
        if not part:
            continue
        pattern = r"\s+".join(re.escape(word) for word in _SPACE.split(part.strip()))
        places = [match.span() for match in re.finditer(pattern, text)]
        if not places:
            raise UsageError(f"{name}: the words “{part[:80]}” do not stand in this report; copy them from its text")
        start, end = min(places, key=lambda place: (abs(place[0] - at), place[0]))
        made.append([start, end])
        at = end
    return made


def _number(value: str, name: str) -> float | None:
    if not value:
        return None
    try:
        made = float(value.replace(",", ""))
    except ValueError as error:
        raise UsageError(f"{name}: “{value[:40]}” is no number") from error
    return int(made) if made.is_integer() else made


def _bounds(value: str, name: str) -> list[float | None] | None:
    """``3``, ``3-5``, ``3-`` or ``-5``."""
    if not value:
        return None
    low, dash, high = value.partition("-")
    if not dash:
        high = low
    return [_number(low.strip(), name), _number(high.strip(), name)]


def value_text(field: Field, value: Any) -> str:
    """What a record holds, as the form shows it."""
    if field.kind == SPANS:
        return pairs_text(value or ())
    if field.kind == FLAG:
        return "true" if value else "false"
    if value is None:
        return ""
    if field.kind == BOUNDS:
        low, high = ("" if end is None else f"{end:g}" for end in value)
        return low if low == high else f"{low}-{high}"
    return f"{value:g}" if isinstance(value, float) else str(value)
