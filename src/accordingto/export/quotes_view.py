"""Quotations as they are shown: each wording beside the first, the words marked on both sides that differ.

A difference is shown, never judged: no side is called right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from accordingto.compare.accounts import Account, outlet_of
from accordingto.export.wording import counted, moment_text
from accordingto.model import Edit, EditKind, QuoteGroup, Span, Spans, Variant
from accordingto.pipeline.wording import harmless, one_line

NOT_GIVEN = "(speaker not given)"
BETWEEN = " … "
"""Stands between two pieces of one wording."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One variant's words with those marked that differ from another's."""

    outlet: str
    report: str
    published: str
    """For people; empty where it is not known."""
    speaker: str
    text: str
    """The pieces in one line, control characters replaced one for one."""
    marks: tuple[Span, ...]
    """What the other does not have at that place; offsets of ``text``."""

    @property
    def about(self) -> str:
        """Whose wording it is, when it was published, whom it is given to."""
        return " · ".join(part for part in (self.outlet, self.published, self.speaker) if part)


@dataclass(frozen=True, slots=True)
class Pair:
    """The first wording and another; without marks where they have the same words."""

    first: Wording
    other: Wording
    changes: str
    """``2 substitutions, 1 cut``; empty where the words are the same."""

    @property
    def same(self) -> bool:
        """Whether the words are the same."""
        return not (self.first.marks or self.other.marks)


@dataclass(frozen=True, slots=True)
class Shown:
    """A group as it is shown."""

    id: str
    summary: str
    first: Wording
    same: tuple[Wording, ...]
    """Those with the same words as the first."""
    pairs: tuple[Pair, ...]
    """The others, each beside the first."""


def shown(groups: Sequence[QuoteGroup], accounts: Sequence[Account]) -> Iterator[Shown]:
    """Lay out groups; ``accounts`` hold the reports that they were made from."""
    by_id = {account.report.id: account for account in accounts}
    for group in groups:
        first = group.variants[0]
        pairs = [_pair(first, other, by_id) for other in group.variants[1:]]
        yield Shown(
            id=group.id,
            summary=_summary(group),
            first=_wording(first, (), by_id),
            same=tuple(pair.other for pair in pairs if pair.same),
            pairs=tuple(pair for pair in pairs if not pair.same),
        )


def _summary(group: QuoteGroup) -> str:
    given = ", ".join(map(one_line, group.speakers)) or NOT_GIVEN
    worded = len({variant.edits for variant in group.variants})
    wordings = f" · {counted(worded, 'wording')}" if len(group.variants) > 1 else ""
    return f"{counted(len(group.reports), 'report')}{wordings} · given to {given}"


def _pair(first: Variant, other: Variant, accounts: Mapping[str, Account]) -> Pair:
    ours = tuple(edit.a for edit in other.edits if edit.a)
    theirs = tuple(edit.b for edit in other.edits if edit.b)
    return Pair(_wording(first, ours, accounts), _wording(other, theirs, accounts), changes(other.edits))


def changes(edits: Sequence[Edit]) -> str:
    """``2 substitutions, 1 cut``."""
    counts = [(kind, sum(edit.kind is kind for edit in edits)) for kind in EditKind]
    return ", ".join(counted(count, kind.value) for kind, count in counts if count)


def _wording(variant: Variant, marks: Spans, accounts: Mapping[str, Account]) -> Wording:
    account = accounts[variant.report]
    words, moved = pieced(account.report.text, variant.pieces, marks)
    published = account.report.published
    return Wording(
        outlet=one_line(outlet_of(account)),
        report=variant.report,
        published=moment_text(published.value) if published else "",
        speaker=one_line(variant.speaker) if variant.speaker else NOT_GIVEN,
        text=words,
        marks=moved,
    )


def pieced(text: str, pieces: Spans, marks: Spans) -> tuple[str, tuple[Span, ...]]:
    """Pieces in one line, and where marks of the text stand in it."""
    made, moved, at = [], [], 0
    for piece in pieces:
        words = harmless(piece.of(text)).replace("\n", " ").replace("\r", " ").replace("\t", " ")
        moved += [
            Span(at + mark.start - piece.start, at + mark.end - piece.start) for mark in marks if piece.contains(mark)
        ]
        made.append(words)
        at += len(words) + len(BETWEEN)
    return BETWEEN.join(made), tuple(sorted(moved))
