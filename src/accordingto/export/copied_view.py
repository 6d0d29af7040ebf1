"""Copied passages side by side, with the words marked that were changed on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from accordingto.compare.accounts import Account, outlet_of
from accordingto.compare.normalise import tokens_of
from accordingto.export.trace_view import Compared, Marked
from accordingto.export.wording import counted
from accordingto.model import Edit, EditKind, Lineage, RelationKind, Span
from accordingto.pipeline.wording import harmless, one_line

_NAMES = {
    EditKind.SUBSTITUTION: ("words replaced", "words replaced"),
    EditKind.CUT: ("words cut", "words cut"),
    EditKind.INSERTION: ("words put in", "words put in"),
}


def copied(edge: Lineage, accounts: Mapping[str, Account]) -> Iterator[Compared]:
    """The passages of a copy, in the order of the report that took them; ``a`` is what it took them from.

    Args:
        edge: the copy.
        accounts: by report id, those of both ends at least.
    """
    here = sorted(span for passage in edge.evidence if passage.report == edge.source for span in passage.spans)
    there = sorted(span for passage in edge.evidence if passage.report == edge.target for span in passage.spans)
    source, target = (accounts[report].report.text for report in (edge.source, edge.target))
    for span in here:
        other = partner(span, source, there, target)
        if other is not None:
            yield _pair(edge, accounts, span, other)


def partner(span: Span, text: str, spans: Sequence[Span], other: str) -> Span | None:
    """The passage of the other report that has the most words of one."""
    mine = {token.word for token in tokens_of(text, (span,))}

    def alike(one: Span) -> tuple[float, int]:
        words = {token.word for token in tokens_of(other, (one,))}
        return len(mine & words) / max(1, len(mine | words)), -one.start

    return max(spans, key=alike, default=None)


def _pair(edge: Lineage, accounts: Mapping[str, Account], here: Span, there: Span) -> Compared:
    edits = [edit for edit in edge.edits if _inside(edit, here, there)]
    a = _marked(accounts[edge.target], there, [edit.a for edit in edits if edit.a])
    b = _marked(accounts[edge.source], here, [edit.b for edit in edits if edit.b])
    told = [counted(sum(edit.kind is kind for edit in edits), *_NAMES[kind]) for kind in EditKind]
    headings = tuple(one for one in told if not one.startswith("0 "))
    return Compared(RelationKind.REWORDS if edits else RelationKind.REPEATS, headings, a, b)


def _inside(edit: Edit, here: Span, there: Span) -> bool:
    if edit.b is not None:
        return here.contains(edit.b)
    return edit.a is not None and there.contains(edit.a)


def _marked(account: Account, span: Span, changed: Sequence[Span]) -> Marked:
    text = harmless(span.of(account.report.text))
    line = text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    slots = tuple(Span(one.start - span.start, one.end - span.start) for one in sorted(changed) if span.contains(one))
    return Marked(one_line(outlet_of(account)), account.report.id, span, line, slots, (), headline=False)
