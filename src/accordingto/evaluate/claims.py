"""What the scorers of estimates and of control share: spans of an item, and the statement that it is linked to."""

from __future__ import annotations

from typing import Any

from accordingto.evaluate.matching import Chars, chars, iou
from accordingto.evaluate.rows import Row, check_spans, field_of, name_of
from accordingto.evaluate.statements import matched
from accordingto.model import IntegrityError


def spans_in(value: Any) -> list[Any]:
    """A span, or a list of spans, as a list of spans."""
    return [value] if value and isinstance(value[0], int) else list(value or ())


def covered(text: str, item: Row, name: str) -> Chars:
    """The letters and digits that a field of an item covers."""
    return chars(text, spans_in(item.get(name)))


def meet(a: Chars, b: Chars) -> bool:
    """Whether two roles name the same words: they overlap, or both are empty."""
    return bool(a & b) or not (a or b)


def likeness(text: str, gold: Row, predicted: Row) -> float:
    """How far the spans of two items cover one another."""
    return iou(covered(text, gold, "span"), covered(text, predicted, "span"))


def linked(row: Row, predicted: list[Row]) -> dict[str, str | None]:
    """Predicted statements by id, each with the gold statement that it was matched to (contents' IoU ≥ .5)."""
    text, gold = row["text"], row.get("statements", [])
    pairs = matched([chars(text, g["content"]) for g in gold], [chars(text, p["content"]) for p in predicted])
    found: dict[str, str | None] = {p["id"]: None for p in predicted}
    return found | {predicted[j]["id"]: gold[i]["id"] for i, j in pairs}


def check_items(
    row: Row, items: list[Row], what: str, noun: str, names: tuple[str, ...], roles: tuple[str, ...]
) -> None:
    """Check items against the text of their row.

    Raises:
        IntegrityError: where a field is missing, or a span is malformed or outside the text.
    """
    for number, item in enumerate(items, 1):
        where = f"{what} of {name_of(row)}, {noun} {number}"
        for name in ("span", *names, *roles):
            field_of(item, name, f"{where}, `{name}`")
        for name in ("span", *roles):
            value = item[name]
            if not isinstance(value, list | None):
                raise IntegrityError(f"{where}, `{name}`: {value!r} is no list of spans; write [[start, end], …]")
            check_spans(spans_in(value), row["text"], f"{where}, `{name}`")
