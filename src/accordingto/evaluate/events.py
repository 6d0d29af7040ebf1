"""Scores for events: found, typed, and then mode, status, roles, place, date and victims of those found.

Gold and predicted events are paired one to one where their triggers overlap, those of one type before others. Figures:

- found: F1 of the pairs. type: F1 of the pairs of one type; the macro figure over types with enough gold.
- mode: of the pairs of one type, those with the same mode. aux: of the pairs, those with the same status.
- actor, recipient, place: of the pairs, those where both sides name nobody or the spans share a letter; with "F1", over those that
  name somebody.
- date: of the pairs with a date on either side, those that agree, a day inside a stated month or ISO week among them.
- killed, injured, displaced: of the pairs with bounds on either side, those with the same bounds.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from accordingto.evaluate import measures, statements
from accordingto.evaluate.matching import assign, chars
from accordingto.evaluate.measures import Counts, Measure
from accordingto.evaluate.rows import Row, check_spans, field_of, name_of
from accordingto.model import Event, Harm, IntegrityError, Part, spans_of

if TYPE_CHECKING:
    from accordingto.pipeline.reading import Reading

ROLES = ("actor", "recipient", "place")
HARMS = (Harm.KILLED, Harm.INJURED, Harm.DISPLACED)
FIELDS = ("span", "type", "mode", "aux", *ROLES, "date", *(harm.value for harm in HARMS))


def event_rows(reading: Reading) -> Row:
    """A reading as the task ``events`` has it: events that are no derived ones, in text order."""
    return {"events": [event_row(event) for event in reading.events if not event.derived]}


def event_row(event: Event) -> Row:
    """One event as the predict contract writes it."""
    first = event.trigger[0]
    row: Row = {
        "statement": event.statement,
        "span": [first.start, first.end],
        "type": event.type,
        "mode": event.mode,
        "aux": event.aux.value if event.aux else None,
        "actor": _spans(event.actors),
        "recipient": _spans(event.recipients),
        "place": _spans(event.places),
        "date": _date(event.time.value) if event.time else None,
    }
    return row | {harm.value: _total(event, harm) for harm in HARMS}


def _spans(parts: tuple[Part, ...]) -> list[list[int]]:
    return [[span.start, span.end] for part in parts for span in spans_of(part.evidence)]


def _date(value: str) -> str | None:
    """The calendar part of a TIMEX3 value: a day, a month or an ISO week."""
    head = value.split("T", maxsplit=1)[0]
    return head if head[:4].isdigit() else None


def _total(event: Event, harm: Harm) -> list[int | None] | None:
    """Bounds of a harm added up; what is part of another count is not added."""
    counts = [victims.count for victims in event.victims if victims.harm is harm and not victims.part]
    if not counts:
        return None
    lows, highs = [count.low for count in counts], [count.high for count in counts]
    low = sum(value for value in lows if value is not None) if any(value is not None for value in lows) else None
    return [low, None if None in highs else sum(value for value in highs if value is not None)]


def count(gold: Row, predicted: list[Row]) -> Counts:
    """Counts of one document, to be summed and passed to `measured`."""
    text, found = gold["text"], Counts()
    wanted = gold["events"]
    found.update(gold=len(wanted), predicted=len(predicted))
    for side, items in (("gold", wanted), ("predicted", predicted)):
        found.update(f"{side} type {item['type']}" for item in items)
    for i, j in assign([[_likeness(text, g, p) for p in predicted] for g in wanted], floor=0.05):
        found.update(_pair(text, wanted[i], predicted[j]))
    return found


def _likeness(text: str, gold: Row, predicted: Row) -> float:
    a, b = chars(text, [gold["span"]]), chars(text, [predicted["span"]])
    if not a & b:
        return 0.0
    return 1.0 + float(gold["type"] == predicted["type"]) + 0.1 * len(a & b) / len(a | b)


def _pair(text: str, gold: Row, predicted: Row) -> Counts:
    same = gold["type"] == predicted["type"]
    found = Counts(found=1, typed=same, aux=gold["aux"] == predicted["aux"])
    found[statements.CLASS + gold["type"] + statements.BETWEEN + predicted["type"]] += 1
    found["moded"] += same and gold["mode"] == predicted["mode"]
    for role in ROLES:
        a, b = chars(text, gold[role]), chars(text, predicted[role])
        found[role] += bool(a & b) or not (a or b)
        found.update({f"{role} both": bool(a & b), f"{role} gold": bool(a), f"{role} predicted": bool(b)})
    for name, agree in (("date", same_date), *((harm.value, _same) for harm in HARMS)):
        if gold[name] is not None or predicted[name] is not None:
            found.update({f"{name} told": 1, name: agree(gold[name], predicted[name])})
    return found


def _same(a: Any, b: Any) -> bool:
    return bool(a == b)


def same_date(a: str | None, b: str | None) -> bool:
    """Whether two dates agree: the same, or the one a day inside the month or ISO week that the other names."""
    if a is None or b is None:
        return False
    if a == b:
        return True
    day, wider = (a, b) if len(a) >= len(b) and "W" not in a else (b, a)
    if "W" not in wider:
        return len(wider) == 7 and day.startswith(wider)
    try:
        year, week, _ = date.fromisoformat(day).isocalendar()
    except ValueError:
        return False
    return wider == f"{year}-W{week:02}"


def measured(counts: Counts) -> list[Measure]:
    """The measures of summed counts."""
    found, both = counts["found"], ("predicted", "gold")
    figures = [
        measures.f1("found", found, *(counts[side] for side in both)),
        measures.f1("type", counts["typed"], *(counts[side] for side in both)),
        _macro(counts),
        measures.share("mode", counts["moded"], counts["typed"]),
        measures.share("aux", counts["aux"], found),
    ]
    for role in ROLES:
        figures.append(measures.share(role, counts[role], found))
        figures.append(measures.f1(f"{role} F1", counts[f"{role} both"], *(counts[f"{role} {side}"] for side in both)))
    figures += [
        measures.share(name, counts[name], counts[f"{name} told"]) for name in ("date", *(h.value for h in HARMS))
    ]
    return figures


def _macro(counts: Counts) -> Measure:
    """The mean F1 of the types with enough gold, over all events."""
    pairs = statements.confusion(counts)
    names = [key.removeprefix("gold type ") for key in counts if key.startswith("gold type ")]
    large = [name for name in sorted(names) if counts[f"gold type {name}"] >= measures.LEAST]
    each = [
        measures.f1(name, pairs.get((name, name), 0), counts[f"predicted type {name}"], counts[f"gold type {name}"])
        for name in large
    ]
    return Measure("type macro-F1", sum(m.value for m in each) / max(1, len(each)), sum(m.support for m in each))


def check(row: Row, items: list[Row], what: str) -> None:
    """Check events against the text of their row.

    Raises:
        IntegrityError: where a field is missing, or a span is malformed or outside the text.
    """
    for number, item in enumerate(items, 1):
        where = f"{what} of {name_of(row)}, event {number}"
        for name in FIELDS:
            field_of(item, name, f"{where}, `{name}`")
        check_spans([item["span"]], row["text"], f"{where}, `span`")
        for role in ROLES:
            check_spans(item[role], row["text"], f"{where}, `{role}`")
        if not isinstance(item["type"], str):
            raise IntegrityError(f"{where}: `type` is a string")
