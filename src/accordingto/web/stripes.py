"""Control of a place over time by source: a row a source, a mark a record, letters for who, signs for how.

The drawing says nothing that the table beside it does not: it is hidden from readers who hear the page. A thin band runs from a mark that
says that somebody holds or gains the place to the next mark of the same source: nothing newer is known from it. Nothing is told by
colour alone, no inline style is needed, and everything that a report says is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from markupsafe import Markup

from accordingto.export.markup import element, text
from accordingto.export.wording import MONTHS
from accordingto.pipeline.wording import AGENTLESS, UNKNOWN_OUTLET, one_line

Row = dict[str, Any]
SIGNS = {"holds": "", "gains": "+", "loses": "−", "withdraws": "←", "contests": "×", "besieges": "○"}
"""How each status is told beside the letter of who it is about; said in the legend."""
WIDTH, LEFT, RIGHT = 920, 230, 24
LANE, TOP, GAP = 24, 34, 14
CHIP = 15
"""Least width of a mark: room for a letter and a sign is added to it."""
MOST_SOURCES, MOST_HOLDERS = 16, 26
"""Rows and letters that are drawn; the table has all."""
_HUES = 6
_STANDS = ("holds", "gains")


@dataclass(frozen=True, slots=True)
class _Mark:
    row: Row
    start: int
    end: int
    letter: str
    hue: int


def source_of(row: Row) -> str:
    """What a record's source is called: the innermost voice; of narration the outlet."""
    if row["form"] == "narration":
        return one_line(row["outlet"] or UNKNOWN_OUTLET)
    return one_line(row["source"] or AGENTLESS)


def days_of(row: Row) -> tuple[str, str]:
    """The days that a record is about: as of when it is said to be so, else the day of publication; empty where neither is known."""
    first, last = row["as_of_start"], row["as_of_end"]
    day = row["published_day"] or ""
    return (first or last or day), (last or first or day)


def letters(records: Sequence[Row]) -> dict[str, str]:
    """A letter for each who is said to hold, in the order of how often; those beyond the alphabet share ``…``."""
    counts: dict[str, int] = {}
    for row in records:
        for name in _holders(row):
            counts[name] = counts.get(name, 0) + 1
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    return {name: chr(ord("A") + n) if n < MOST_HOLDERS else "…" for n, name in enumerate(ordered)}


def _holders(row: Row) -> list[str]:
    return list(dict.fromkeys(one_line(part["name"]) for part in row["holders"])) or ["(not told who)"]


def _ordinal(day: str) -> int | None:
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def drawn(records: Sequence[Row]) -> Markup:
    """The drawing with its legend; nothing where no record has a day."""
    named = letters(records)
    rows = [(source, _marks(list(found), named)) for source, found in groupby(records, key=source_of)]
    shown = sorted((row for row in rows if row[1]), key=lambda row: (-len(row[1]), row[0]))[:MOST_SOURCES]
    if not shown:
        return Markup()
    first = min(mark.start for _, marks in shown for mark in marks)
    last = max(mark.end for _, marks in shown for mark in marks)
    axis = _Axis(first, max(last, first + 30))
    parts, y = [], TOP
    for source, marks in shown:
        lanes = _lanes(marks, axis)
        height = LANE * (max(lane for _, lane in lanes) + 1)
        parts.append(_row(source, lanes, axis, y, height))
        y += height + GAP
    size = {"viewBox": f"0 0 {WIDTH} {y}", "width": str(WIDTH), "height": str(y)}
    svg = element("svg", _ticks(axis, y), *parts, class_="stripes", aria_hidden="true", **size)
    return Markup(
        element("div", svg, class_="scroll", tabindex="0", role="group", aria_label="Control over time, drawn")
        + _legend(named, records)
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    first: int
    last: int

    def x(self, day: int) -> float:
        span = WIDTH - LEFT - RIGHT - CHIP * 2
        return round(LEFT + span * (day - self.first) / (self.last - self.first), 1)


def _marks(found: list[Row], named: dict[str, str]) -> list[_Mark]:
    made = []
    order = list(dict.fromkeys(named.values()))
    for row in found:
        start, end = (_ordinal(day) for day in days_of(row))
        if start is None or end is None:
            continue
        letter = "".join(named[name] for name in _holders(row)[:2])
        made.append(_Mark(row, min(start, end), max(start, end), letter, order.index(letter[0]) % _HUES))
    return sorted(made, key=lambda mark: (mark.start, mark.end, mark.letter))


def _words(mark: _Mark) -> str:
    """What stands on a mark: ``A+``; ``¬A`` where it is denied."""
    sign = SIGNS.get(mark.row["status"], "?")
    aux = {"negated": "¬", "future": "›", "hypothetical": "?"}.get(mark.row["aux"] or "", "")
    return f"{aux}{mark.letter}{sign}"


def _width(mark: _Mark, axis: _Axis) -> float:
    return max(CHIP + 7.0 * (len(_words(mark)) - 1), axis.x(mark.end) - axis.x(mark.start))


def _lanes(marks: list[_Mark], axis: _Axis) -> list[tuple[_Mark, int]]:
    """Each mark with the first lane that is free there; equal marks of a day share one."""
    ends: list[float] = []
    made: list[tuple[_Mark, int]] = []
    seen: dict[tuple[Any, ...], int] = {}
    for mark in marks:
        same = (mark.start, mark.end, _words(mark), mark.row["asserted"])
        if same in seen:
            continue
        x = axis.x(mark.start)
        lane = next((n for n, end in enumerate(ends) if end + 3 <= x), len(ends))
        ends[lane:] = [x + _width(mark, axis), *ends[lane + 1 :]]
        seen[same] = lane
        made.append((mark, lane))
    return made


def _row(source: str, lanes: list[tuple[_Mark, int]], axis: _Axis, y: int, height: int) -> str:
    short = source if len(source) <= 30 else source[:29] + "…"
    label = element("text", text(short), x="0", y=str(y + 15), class_="who")
    line = element(
        "line",
        x1=str(LEFT),
        x2=str(WIDTH - RIGHT),
        y1=str(y + height + GAP / 2),
        y2=str(y + height + GAP / 2),
        class_="rule",
    )
    return element(
        "g",
        element("title", text(source)),
        label,
        line,
        *_bands(lanes, axis, y),
        *(_chip(mark, lane, axis, y) for mark, lane in lanes),
    )


def _bands(lanes: list[tuple[_Mark, int]], axis: _Axis, y: int) -> list[str]:
    """From who is said to hold the place to the next mark of the source."""
    made = []
    for (mark, lane), behind in zip(lanes, [*lanes[1:], None], strict=True):
        if mark.row["status"] not in _STANDS or mark.row["aux"]:
            continue
        start = axis.x(mark.start) + _width(mark, axis)
        end = axis.x(behind[0].start) if behind else WIDTH - RIGHT
        if end > start:
            where = {"x": str(start), "y": str(y + lane * LANE + 8), "width": str(round(end - start, 1)), "height": "4"}
            made.append(element("rect", class_=f"band h{mark.hue}", **where))
    return made


def _chip(mark: _Mark, lane: int, axis: _Axis, y: int) -> str:
    row, x, top, width = mark.row, axis.x(mark.start), y + lane * LANE, _width(mark, axis)
    said = f"{', '.join(_holders(row))}: {row['status']}{' (' + row['aux'] + ')' if row['aux'] else ''}; {one_line(row['content'])}"
    box = element("rect", x=str(x), y=str(top), width=str(round(width, 1)), height="20", rx="2",
                  class_=f"chip h{mark.hue}{'' if row['asserted'] else ' presupposed'}")  # fmt: skip
    words = element("text", text(_words(mark)), x=str(round(x + width / 2, 1)), y=str(top + 14), class_="on")
    return element("g", element("title", text(said)), box, words)


def _ticks(axis: _Axis, bottom: int) -> str:
    """Years, or months where there are few of them."""
    first, last = date.fromordinal(axis.first), date.fromordinal(axis.last)
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((step for step in (1, 3, 6, 12, 24, 60, 120) if months / step <= 9), 240)
    made = []
    for month in range(first.year * 12, (last.year + 1) * 12 + 1, step):
        at = date(month // 12, month % 12 + 1, 1)
        if first <= at <= last:
            x = str(axis.x(at.toordinal()))
            name = str(at.year) if step >= 12 else f"{MONTHS[at.month - 1][:3]} {at.year}"
            made += [
                element("line", x1=x, x2=x, y1="22", y2=str(bottom), class_="tick"),
                element("text", name, x=x, y="14", class_="day"),
            ]
    if not made:
        made = [element("text", f"{MONTHS[first.month - 1][:3]} {first.year}", x=str(LEFT), y="14", class_="day")]
    return "".join(made)


def _legend(named: dict[str, str], records: Sequence[Row]) -> str:
    who = [
        element("li", element("b", text(letter)), " ", element("bdi", text(name)))
        for name, letter in named.items()
        if letter != "…"
    ]
    if len(who) < len(named):
        who.append(element("li", f"<b>…</b> {len(named) - len(who)} others, in the table"))
    used = {row["status"] for row in records}
    how = [
        element("li", element("b", f"A{sign}"), " ", f"A {status}") for status, sign in SIGNS.items() if status in used
    ]
    told = (
        "dashed edge: only presupposed · thin band: nothing newer from this source · ¬ denied · › in the future · ? if"
    )
    return element("ul", *who, class_="legend who") + element("ul", *how, element("li", told), class_="legend how")
