"""What comparison needs of a reading, and small views of it: body, sentences, outlet, time of publication."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import PurePath
from typing import Protocol
from urllib.parse import urlsplit

from accordingto.language.sentences import sentences
from accordingto.model import (
    BlockKind,
    Control,
    Entity,
    Estimate,
    Event,
    Mention,
    Moment,
    Place,
    Report,
    Span,
    Spans,
    Statement,
    Time,
    hull,
)

BODY = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD, BlockKind.PARAGRAPH)
"""Blocks that are the report's own account; captions are often bought in, and the rest is not the report."""

_WIDEST_OFFSETS = (timedelta(hours=-12), timedelta(hours=14))
"""Local times of the world lie between UTC−12 and UTC+14: all that is known of a time stated without its offset."""


class Account(Protocol):
    """One report with its records; `accordingto.pipeline.reading.Reading` is one."""

    @property
    def report(self) -> Report:
        """The report."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Its statements in reading order."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Its mentions."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Its entities."""

    @property
    def events(self) -> tuple[Event, ...]:
        """What happens inside its statements; comparison falls back on words where there are none."""

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        """The quantities put forward in its statements."""

    @property
    def control(self) -> tuple[Control, ...]:
        """Who holds which place."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Its toponyms and where they are."""

    @property
    def times(self) -> tuple[Time, ...]:
        """Its time expressions."""

    @property
    def where(self) -> str:
        """Where it came from."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A report that was not read, as an account: it has no records, or only those that it is given."""

    report: Report
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    control: tuple[Control, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    where: str = ""


Accounts = Mapping[str, Account]
"""Accounts by report id."""


def by_report(accounts: Sequence[Account]) -> dict[str, Account]:
    """Accounts by report id; the first of equal reports stays."""
    found: dict[str, Account] = {}
    for account in accounts:
        found.setdefault(account.report.id, account)
    return found


def outlet_of(account: Account) -> str:
    """The outlet's name; failing that the host of the URL, failing that the name of the file."""
    report = account.report
    outlet, url = (field.value if field else None for field in (report.outlet, report.url))
    return outlet_named(outlet, url, account.where, report.id)


def outlet_named(outlet: str | None, url: str | None, where: str | None, report: str) -> str:
    """The same out of the report's outlet, its URL, where it came from, and its id."""
    return outlet if outlet is not None else _host(url) or PurePath(where or "").stem or report


def host_of(report: Report) -> str | None:
    """The host of the report's address; ``None`` where it has none, or one that is no address."""
    return _host(report.url.value if report.url else None)


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:  # a page may say anything of itself: http://[
        return None


def body(report: Report) -> Spans:
    """The spans of the blocks that are the report's own account."""
    return tuple(block.span for block in report.of_kind(*BODY))


def in_headline(report: Report, parts: Spans) -> bool:
    """Whether spans start in the headline."""
    return any(block.span.overlaps(parts[0]) for block in report.of_kind(BlockKind.HEADLINE))


def sentences_of(report: Report) -> list[Span]:
    """The sentences of the report, none across two blocks."""
    return [
        Span(block.span.start + sentence.start, block.span.start + sentence.end)
        for block in report.blocks
        for sentence in sentences(block.span.of(report.text))
    ]


def sentence_of(report: Report, parts: Spans, cut: Sequence[Span] | None = None) -> Span:
    """The sentence in which some spans stand, or the stretch of sentences where they run over several.

    Args:
        report: the report.
        parts: the spans.
        cut: its sentences, where they were cut before.
    """
    whole = hull(parts)
    touched = [sentence for sentence in (sentences_of(report) if cut is None else cut) if sentence.overlaps(whole)]
    return hull(tuple(touched)) if touched else whole


Interval = tuple[datetime, datetime]


def published(report: Report) -> Interval | None:
    """The interval of UTC in which the report was published, as far as it states it; ``None`` where it does not."""
    return interval(report.published.value) if report.published else None


def interval(moment: Moment) -> Interval | None:
    """The interval of UTC that a moment covers; ``None`` where it is no ISO time."""
    try:
        first, last = _local_bounds(moment.local)
    except ValueError:
        return None
    if moment.offset is not None:
        offset = datetime.fromisoformat(f"2000-01-01T00:00{moment.offset}").utcoffset() or timedelta()
        return first - offset, last - offset
    return first - _WIDEST_OFFSETS[1], last - _WIDEST_OFFSETS[0]


def _local_bounds(local: str) -> Interval:
    if len(local) == 4:
        return datetime(int(local), 1, 1, tzinfo=UTC), datetime(int(local) + 1, 1, 1, tzinfo=UTC)
    if len(local) == 7:
        year, month = int(local[:4]), int(local[5:])
        return datetime(year, month, 1, tzinfo=UTC), datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
    first = datetime.fromisoformat(local).replace(tzinfo=UTC)
    length = {10: timedelta(days=1), 16: timedelta(minutes=1)}.get(len(local), timedelta(seconds=1))
    return first, first + length


def before(a: Report, b: Report) -> bool | None:
    """Whether one report was published before another; ``None`` where their intervals overlap or one is not stated."""
    one, other = published(a), published(b)
    if one is None or other is None:
        return None
    if one[1] <= other[0]:
        return True
    return False if other[1] <= one[0] else None


def apart(a: Interval, b: Interval) -> timedelta:
    """The time between two intervals; none where they overlap."""
    return max(a[0] - b[1], b[0] - a[1], timedelta())


def canonical_order(accounts: Sequence[Account]) -> list[Account]:
    """Accounts by publication (the middle of what is known of it), then by id: the order given changes nothing."""
    return sorted(accounts, key=lambda account: (_middle(account.report), account.report.id))


def _middle(report: Report) -> datetime:
    known = published(report)
    return known[0] + (known[1] - known[0]) / 2 if known else datetime.max.replace(tzinfo=UTC)
