"""Times of a report as records: with evidence in the archived text, ids, and anchors that name what they were resolved against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from accordingto.language.flow import Flow
from accordingto.mentions.times.find import Found, find_times
from accordingto.model import Block, Report, Span, Stated, Time, TimeKind, content_id
from accordingto.resources.times import TimeWords

ENTRY = "text:entry-time"
"""The rule of `clean` that cuts the time stamps off the entries of a live blog."""
BEFORE_CUE = 80
"""Characters before the place looked at that `said_when` reads, for the verb that tells the direction."""
_STAMP = re.compile(r"(\d{1,2})[:.h](\d\d)(?:\s?([ap])\.?m)?", re.I)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters ``[start, end)`` of the running text whose expressions share an anchor."""

    start: int
    end: int
    published: str | None
    anchor: str


def times_of(report: Report, flow: Flow, lexicon: TimeWords) -> tuple[Time, ...]:
    """The times of a report's running text: headline, standfirst, paragraphs, captions; no datelines, date lines, time stamps.

    Relative expressions are resolved against the day of publication; in a live blog against the day of their entry. Where the
    day of publication was itself read from the dateline, the anchor says so.

    Args:
        report: with its blocks and, if known, when it was published.
        flow: its running text.
        lexicon: the word lists.

    Returns:
        Records in the order of the running text, with evidence in the archived text. The anchor of an expression that was
        resolved against another one is that one's id.
    """
    found: list[Found] = []
    for stretch in _stretches(report, flow):
        text = flow.text[stretch.start : stretch.end]
        part = find_times(text, lexicon, published=stretch.published, anchor=stretch.anchor)
        found += [_moved(f, stretch.start, len(found)) for f in part]
    ids = [_id(report, flow, f) for f in found]
    return tuple(_time(flow, f, ids, id) for f, id in zip(found, ids, strict=True))


def said_when(text: str, start: int, end: int, published: str | None, lexicon: TimeWords) -> Time | None:
    """The first time in ``[start, end)`` that is a place on the calendar: when words beside it were said.

    Args:
        text: the running text; the evidence points into it.
        start: where to look.
        end: where to stop.
        published: the ISO day (or time) of publication, without which nothing relative resolves.
        lexicon: the word lists.
    """
    if not any(map(str.isalnum, text[start:end])):
        return None  # nothing but marks
    opening = text.rfind("\n", max(0, start - BEFORE_CUE), start) + 1 or max(0, start - BEFORE_CUE)
    for found in find_times(text[opening:end], lexicon, published=published):
        at = Span(found.span.start + opening, found.span.end + opening)
        if at.start >= start and found.start and found.kind in (TimeKind.DATE, TimeKind.TIME):
            anchor = found.anchor if found.anchor != "expression" else "published"
            return Time(found.value, found.start, found.end, anchor, Stated((at,)), found.by, found.kind, found.mod)
    return None


def _moved(found: Found, offset: int, earlier: int) -> Found:
    of = None if found.of is None else found.of + earlier
    return replace(found, span=Span(found.span.start + offset, found.span.end + offset), of=of)


def _id(report: Report, flow: Flow, found: Found) -> str:
    return content_id("time", report.text_sha256, flow.archived(found.span.start, found.span.end))


def _time(flow: Flow, found: Found, ids: list[str], id: str) -> Time:
    anchor = ids[found.of] if found.of is not None else found.anchor
    evidence = Stated(flow.archived(found.span.start, found.span.end))
    return Time(found.value, found.start, found.end, anchor, evidence, found.by, found.kind, found.mod, id)


def _stretches(report: Report, flow: Flow) -> Iterator[_Stretch]:
    """The running text, cut where a live blog's next entry begins."""
    day = report.published.value.date if report.published else None
    name = "dateline" if report.published and report.published.read_from.startswith("text:dateline") else "published"
    stamps = [block for block in report.blocks if block.by == ENTRY]
    days = _days(stamps, report.text, day)
    start, current = 0, -1
    for block, at in zip(flow.blocks, flow.starts, strict=True):
        entry = sum(stamp.span.start < block.span.start for stamp in stamps) - 1
        if entry != current and at > start:
            yield _Stretch(start, at, *_anchored(days, current, day, name))
            start = at
        current = entry
    yield _Stretch(start, len(flow.text), *_anchored(days, current, day, name))


def _anchored(days: list[str | None], entry: int, day: str | None, name: str) -> tuple[str | None, str]:
    return (days[entry], "entry") if entry >= 0 and days[entry] else (day, name)


def _days(stamps: list[Block], text: str, published: str | None) -> list[str | None]:
    """The day of each entry: that of publication, moved where the clock runs past midnight between two entries.

    Live blogs mostly run from the newest entry to the oldest; which way this one runs, most neighbours tell.
    """
    clocks = [_minutes(block.span.of(text)) for block in stamps]
    if published is None:
        return [None] * len(stamps)
    steps = [b - a for a, b in pairwise(clocks)]
    newest_first = sum(step < 0 for step in steps) >= sum(step > 0 for step in steps)
    days, day = [], date.fromisoformat(published)
    for step in (0, *steps) if stamps else ():
        if step and (step > 0) == newest_first:
            day += timedelta(days=-1 if newest_first else 1)
        days.append(day.isoformat())
    return list(days)


def _minutes(stamp: str) -> int:
    match = _STAMP.search(stamp)
    if not match:
        return 0
    hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0) if match[3] else int(match[1])
    return hour * 60 + int(match[2])
