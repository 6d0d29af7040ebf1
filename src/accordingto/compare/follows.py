"""Follows: a report that names nobody and takes over no text, but has a quotation in words that only one earlier report gave it.

The same quotation shows one origin, not who took it from whom. The same misquotation does: where an earlier report has the utterance
in other words, whoever repeats the changed ones had them from the report that changed them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accordingto.compare.copies import Copies
from accordingto.compare.quoted import Quoted, altered, quoted
from accordingto.model import Span


@dataclass(frozen=True, slots=True)
class Misquoted:
    """A report from which another has a changed quotation, and the words on both sides."""

    report: str
    here: Span
    there: Span


def misquoted(report: str, earlier: Sequence[str], copies: Copies) -> Misquoted | None:
    """The first of some earlier reports whose changed quotation a report repeats.

    Args:
        report: The report.
        earlier: Reports that it may have taken from, in canonical order.
        copies: What reports have of each other's words.
    """
    quoting = [other for other in earlier if copies.bits(report, other) & ~copies.texts[report].own]
    held: Mapping[str, list[Quoted]] = {other: quoted(copies.texts[other].report) for other in quoting}
    for one in quoted(copies.texts[report].report):
        for n, other in enumerate(quoting):
            first = next((words for words in held[other] if _as_said(one, words)), None)
            if first and any(_changed(first, held[before]) for before in quoting[:n]):
                return Misquoted(other, one.span, first.span)
    return None


def _as_said(one: Quoted, other: Quoted) -> bool:
    """Whether a quoted sentence has another's words, all of them: cut short, it may lack those that were changed."""
    return [token.word for token in one.tokens] == [token.word for token in other.tokens]


def _changed(one: Quoted, others: Sequence[Quoted]) -> bool:
    """Whether an earlier report has an utterance in other words."""
    return altered([one], others) is not None
