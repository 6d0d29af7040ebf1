"""How what is claimed is put into words, the same in every format: events, estimates, control, places, times."""

from __future__ import annotations

import re
from collections.abc import Iterable

from accordingto.export.wording import MONTHS, counted, in_quotes
from accordingto.model import (
    Control,
    ControlStatus,
    Estimate,
    Event,
    Part,
    Place,
    Spans,
    Time,
    Victims,
    spans_of,
    text_of,
)
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import one_line, part_name
from accordingto.resources.countries import country_name

STATUS: dict[ControlStatus, str] = {
    ControlStatus.HOLDS: "holds",
    ControlStatus.CONTESTS: "contests",
    ControlStatus.BESIEGES: "besieges",
    ControlStatus.GAINS: "gains",
    ControlStatus.LOSES: "loses",
    ControlStatus.WITHDRAWS: "withdraws from",
}


def event_kind(event: Event) -> str:
    """``ASSAULT, aerial``; ``not RETREAT``-like states are said in words: ``RETREAT, withdraw (negated)``."""
    mode = f", {one_line(event.mode)}" if event.mode else ""
    told = [*([event.aux.value] if event.aux else []), *(["from the act"] if event.derived else [])]
    return one_line(event.type) + mode + (f" ({', '.join(told)})" if told else "")


_MORE = re.compile(
    r"\b(?:more|greater|higher)[\s\u00a0]than\b|\bover\b|\babove\b|\bupwards of\b|\bin excess of\b", re.I
)
_LESS = re.compile(r"\b(?:less|fewer|lower)[\s\u00a0]than\b|\bunder\b|\bbelow\b", re.I)


def range_text(low: float | None, high: float | None, *, millions: bool = False, words: str = "") -> str:
    """``12``, ``12–15``, ``at least 12``, ``at most 999``; with ``millions`` also ``40 million``.

    Where the report's ``words`` leave the bound itself out ("more than 12,000"), it is said so: ``more than 12,000``.
    """
    said = _million if millions else number
    if low is not None and high is None and _left_out(low - 1, _MORE, words):
        return f"more than {said(low - 1)}"
    if high is not None and low is None and _left_out(high + 1, _LESS, words):
        return f"less than {said(high + 1)}"
    if low is not None and high is not None:
        return said(low) if low == high else f"{said(low)}–{said(high)}"
    return f"at least {said(low)}" if low is not None else f"at most {said(high or 0)}"


def _left_out(value: float, bound: re.Pattern[str], words: str) -> bool:
    """Whether words exclude a bound: they say so, and the number is theirs, or as round as spelt ones are."""
    plain = re.sub(r"(?<=\d)[,.\s\u00a0](?=\d{3})", "", words)
    given = f"{value:g}" in re.findall(r"\d+(?:\.\d+)?", plain)
    return bool(bound.search(words)) and (given or (value > 0 and value % 10 == 0))


def _million(value: float) -> str:
    return f"{number(value / 1e6)} million" if value >= 1e6 else number(value)


def number(value: float) -> str:
    """With thousands apart: ``1,250``, ``2.5``."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def victims_text(victims: Iterable[Victims], text: str = "") -> str:
    """``killed 12–15 civilians, of them 5 children; injured at least 20``; with the report's ``text``, bounds as it words them."""
    victims = list(victims)
    totals = {one.harm: one for one in reversed(victims) if not one.part}
    said = []
    for one in victims:
        if one.part and one.harm in totals:
            continue
        inside = [_counted(part, text) for part in victims if part.part and totals.get(part.harm) is one]
        said.append(f"{one.harm.value} {_counted(one, text)}" + (f", of them {' and '.join(inside)}" if inside else ""))
    return "; ".join(said)


def _counted(victims: Victims, text: str) -> str:
    who = f" {one_line(victims.who)}" if victims.who else " civilians" if victims.civilians else ""
    spans = spans_of(victims.count.evidence) if text else ()
    words = text_of(text, spans) if spans else ""
    return range_text(victims.count.low, victims.count.high, words=words) + who


def estimate_amount(estimate: Estimate, text: str = "") -> str:
    """``at most 999 fighters``, ``about 40 %``; a bound that is open says itself that it is no exact number.

    With the report's ``text``, bounds are put as it words them: ``less than 1,000 fighters``.
    """
    closed = estimate.low is not None and estimate.high is not None
    about = "about " if estimate.approximate and closed else ""
    money = estimate.unit.isupper() and len(estimate.unit) == 3
    amount = range_text(estimate.low, estimate.high, millions=money, words=text_of(text, estimate.span) if text else "")
    return f"{about}{amount} {one_line(estimate.unit)}"


def spots(parts: Iterable[Part], reading: Reading, *, apart: bool = False) -> list[str]:
    """Places in a role, like `names`: what they resolve to in the gazetteer, else the words."""
    return _isolated((name_of_part(part, reading, spot=True) for part in parts), apart)


def names(parts: Iterable[Part], reading: Reading, *, apart: bool = False) -> list[str]:
    """What parts resolve to, each once, with the report's words where these are others: ``Islamic State (“Daesh”)``.

    Args:
        parts: in their order.
        reading: that they belong to.
        apart: put each between directional isolates, for places that can show them.
    """
    return _isolated((name_of_part(part, reading) for part in parts), apart)


def _isolated(names: Iterable[str], apart: bool) -> list[str]:
    return [f"\u2068{name}\u2069" if apart else name for name in dict.fromkeys(names)]


def name_of_part(part: Part, reading: Reading, *, spot: bool = False) -> str:
    """The resolved name, the words beside it where they say something else; of a place the words come first.

    ``Islamic State (“Daesh”)``, but ``Arbin town (‘Irbīn)``: gazetteers spell places as few reports do.
    """
    name, words = one_line(part_name(part, reading, spot=spot)), one_line(part.words)
    place = reading.places_by_id.get(part.place or "")
    if place and place.relation:
        return words
    if place and name == one_line(place.name or ""):
        return words if _bare(name) in _bare(words) else f"{words} ({name})"
    return name if _bare(name) == _bare(words) else f"{name} ({in_quotes(words)})"


def _bare(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def place_text(place: Place) -> str:
    """``Arbin, Rif Dimashq, Syria``: the name and what it lies in; the words where it is not resolved."""
    name = one_line(place.name or place.toponym)
    country = country_name(place.country) if place.country else None
    inside = [part for part in (place.admin1, country) if part and one_line(part) != name]
    return ", ".join([name, *map(one_line, inside)])


def where_text(place: Place) -> str:
    """The coordinates, or why there are none."""
    if place.name is None:
        return "not resolved"
    if place.relation:
        return "no point: an area relative to it"
    if place.lat is None or place.lon is None:
        return "no point: an area" if place.bounds else "no point"
    return f"{place.lat:.3f}, {place.lon:.3f}" + (" (middle of the area)" if place.centroid else "")


def time_text(time: Time) -> str:
    """For people: ``12 March 2023``, ``March 2023``, ``1–12 March 2023``, ``since 12 March 2023``, ``2 weeks``."""
    if time.start and time.end:
        clock = time.value[11:] if time.value[10:11] == "T" else ""
        return _days(time.start, time.end) + (f", {_PARTS.get(clock, one_line(clock))}" if clock else "")
    if time.start or time.end:
        return f"since {_days(time.start, time.start)}" if time.start else f"until {_days(*[time.end or ''] * 2)}"
    lasting = _LASTING.fullmatch(time.value)
    if lasting and lasting["unit"] + lasting["clock"] in _UNITS:
        count, unit = lasting["count"], _UNITS[lasting["unit"] + lasting["clock"]]
        return f"some {unit}s" if count == "X" else counted(int(count), unit) if count.isdigit() else f"{count} {unit}s"
    return _REFERENCES.get(time.value) or _PARTS.get(time.value.removeprefix("T")) or one_line(time.value)


_LASTING = re.compile(r"P(?P<clock>T?)(?P<count>X|[0-9]+(?:\.[0-9]+)?)(?P<unit>DE|[YMWDHS])")
_UNITS = {
    "DE": "decade",
    "Y": "year",
    "M": "month",
    "W": "week",
    "D": "day",
    "HT": "hour",
    "MT": "minute",
    "ST": "second",
}
_REFERENCES = {"PAST_REF": "in the past", "PRESENT_REF": "at present", "FUTURE_REF": "in the future"}
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}


def anchor_text(time: Time) -> str:
    """What a relative expression was resolved against, in words; nothing where it needed no anchor."""
    if not time.anchor:
        return ""
    return _ANCHORS.get(
        time.anchor,
        "counted from another time" if time.anchor.startswith("time") else f"counted from {one_line(time.anchor)}",
    )


_ANCHORS = {
    "published": "counted from publication",
    "dateline": "counted from the dateline",
    "entry": "counted from the entry",
    "saying": "counted from when it was said",
}


def _days(start: str, end: str) -> str:
    (y1, m1, d1), (y2, m2, d2) = (tuple(map(int, day[:10].split("-"))) for day in (start, end))
    if (y1, m1, d1) == (y2, m2, d2):
        return f"{d1} {MONTHS[m1 - 1]} {y1}"
    if (m1, d1, m2, d2) == (1, 1, 12, 31):
        return str(y1) if y1 == y2 else f"{y1}–{y2}"
    if (y1, m1) == (y2, m2):
        return f"{MONTHS[m1 - 1]} {y1}" if d1 == 1 and d2 >= 28 else f"{d1}–{d2} {MONTHS[m1 - 1]} {y1}"
    year = "" if y1 == y2 else f" {y1}"
    return f"{d1} {MONTHS[m1 - 1]}{year} – {d2} {MONTHS[m2 - 1]} {y2}"


def event_text(event: Event, reading: Reading, *, apart: bool = False) -> str:
    """One line: ``ASSAULT, aerial “struck”: army → convoy · Camp Hadra · 12 March 2023 · killed 12–15``."""
    between = between_text(event, reading, apart=apart)
    facts = [
        f"{event_kind(event)} {_words(event.trigger, reading, apart)}" + (f": {between}" if between else ""),
        *spots(event.places, reading, apart=apart),
        time_text(event.time) if event.time else "",
        victims_text(event.victims, reading.report.text),
    ]
    return " · ".join(fact for fact in facts if fact)


def between_text(event: Event, reading: Reading, *, apart: bool = False) -> str:
    """``army → convoy``; ``(not told who) → convoy``."""
    actors, recipients = (", ".join(names(parts, reading, apart=apart)) for parts in (event.actors, event.recipients))
    return f"{actors or '(not told who)'} → {recipients}" if recipients else actors


def estimate_text(estimate: Estimate, reading: Reading, *, apart: bool = False) -> str:
    """One line: ``at most 999 fighters “Front fighters” · west of the Asur · 12 March 2023``."""
    what = spans_of(estimate.what)
    words = text_of(reading.report.text, what)
    told = f" {_words(what, reading, apart)}" if what and _bare(words) != _bare(estimate.unit) else ""
    facts = [
        estimate_amount(estimate, reading.report.text) + told + (" (part of a total)" if estimate.part_of else ""),
        *spots(estimate.places, reading, apart=apart),
        f"as of {time_text(estimate.as_of)}" if estimate.as_of else "",
    ]
    return " · ".join(fact for fact in facts if fact)


def _words(parts: Spans, reading: Reading, apart: bool) -> str:
    """The report's words in quotation marks."""
    words = in_quotes(" … ".join(one_line(span.of(reading.report.text)) for span in parts))
    return f"\u2068{words}\u2069" if apart else words


def control_text(control: Control, reading: Reading, *, apart: bool = False) -> str:
    """One line: ``Kharan Front holds Manshar (presupposed)``."""
    holders = ", ".join(names(control.holders, reading, apart=apart)) or "(not told who)"
    places = ", ".join(spots(control.places, reading, apart=apart)) or "(not told what)"
    told = [*(["presupposed"] if not control.asserted else []), *([control.aux.value] if control.aux else [])]
    said = f"{holders} {STATUS[control.status]} {places}" + (f" ({', '.join(told)})" if told else "")
    return said + (f" · as of {time_text(control.as_of)}" if control.as_of else "")
