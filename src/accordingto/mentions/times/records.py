"""Times of a report as records: with evidence in the archived text, ids, and anchors that name what they were resolved against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from accordingto.language.flow import Flow
from accordingto.mentions.times.find import Found, find_times
from accordingto.model import Report, Span, Stated, Time, TimeKind, content_id
from accordingto.resources.times import TimeWords

BEFORE_CUE = 80
"""Characters before the place looked at that `said_when` reads, for the verb that tells the direction."""


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
    start, current = 0, (day, name)
    for block, at in zip(flow.blocks, flow.starts, strict=True):
        anchored = (block.at.date, "entry") if block.at and block.at.date else (day, name)
        if anchored != current and at > start:
            yield _Stretch(start, at, *current)
            start = at
        current = anchored
    yield _Stretch(start, len(flow.text), *current)
