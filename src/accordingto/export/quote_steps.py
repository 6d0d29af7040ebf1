"""A wording beside the first, as one line of text in which it shows what was kept, cut, put in and put in place of something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.compare.normalise import tokens_of
from accordingto.export.quotes_view import BETWEEN, pieced
from accordingto.model import Edit, EditKind, Span, Spans
from accordingto.pipeline.wording import one_line


@dataclass(frozen=True, slots=True)
class Step:
    """Words of the wording, or of the first where they were cut."""

    kind: EditKind | None
    """``None`` for words that were kept."""
    text: str
    """Of the wording; of a cut, what the first has."""
    was: str | None = None
    """Of a substitution: what the first has."""


def steps(first: str, first_pieces: Spans, text: str, pieces: Spans, edits: Sequence[Edit]) -> Iterator[Step]:
    """The wording in order, with the edits that make it out of the first.

    Args:
        first: text of the report that has the first wording.
        first_pieces: that wording.
        text: text of the report that has this one.
        pieces: this wording.
        edits: in the order of both, ``a`` in the first, ``b`` in this one.
    """
    line, _ = pieced(text, pieces, ())
    ours = {token.start: number for number, token in enumerate(tokens_of(first, first_pieces))}
    theirs = tokens_of(text, pieces)
    places = {token.start: number for number, token in enumerate(theirs)}
    in_a = in_b = at = 0
    for edit in edits:
        equal = ours[edit.a.start] - in_a if edit.a else places[edit.b.start] - in_b if edit.b else 0
        in_a, in_b = in_a + equal, in_b + equal
        kept = _place(edit.b.start, pieces) if edit.b else _place(theirs[in_b - 1].end, pieces) if in_b else 0
        if line[at:kept]:
            yield Step(None, line[at:kept])
        yield _step(edit, first, text)
        at = _place(edit.b.end, pieces) if edit.b else kept
        in_a += len(tokens_of(first, (edit.a,))) if edit.a else 0
        in_b += len(tokens_of(text, (edit.b,))) if edit.b else 0
    if line[at:]:
        yield Step(None, line[at:])


def _step(edit: Edit, first: str, text: str) -> Step:
    was, now = (_words(first, edit.a), _words(text, edit.b))
    return Step(edit.kind, was or "") if edit.kind is EditKind.CUT else Step(edit.kind, now or "", was)


def _words(text: str, span: Span | None) -> str | None:
    return one_line(span.of(text)) if span else None


def _place(offset: int, pieces: Spans) -> int:
    """Where an offset of the text stands in the line of pieces."""
    before = 0
    for piece in pieces:
        if offset <= piece.end:
            return before + offset - piece.start
        before += len(piece) + len(BETWEEN)
    return before
