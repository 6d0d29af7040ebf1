"""Which of the times found near a happening dates it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from accordingto.language.flow import Flow
from accordingto.model import Span, Time, TimeKind, spans_of

_BREAK = re.compile(
    r"[;:“”\"]|[.!?…]\s|\s[–—]\s|,?\s(?:and|but|while|after|before|when|because|although|though|which|who|where|that|as)\s"
)
"""What clauses part at, roughly: good enough to prefer the nearer clause."""


def time_for(
    span: Span, sentence: Span, times: Iterable[Time], flow: Flow, *, within: Sequence[Span] = ()
) -> Time | None:
    """The time that dates a happening: one of its clause before one of its sentence, then the nearest.

    Durations, sets, and references without a place on the calendar ("now", "recently") date nothing.

    Args:
        span: the happening's trigger, in the running text.
        sentence: the sentence around it, in the running text.
        times: those of `times_of`, which point into the archived text.
        flow: the running text.
        within: where given, only times inside one of these spans of the running text count: those of the statement's content, so
            that "said on Tuesday" does not date what was said.
    """
    best: tuple[int, int] | None = None
    chosen = None
    for time in times:
        if time.kind in (TimeKind.DURATION, TimeKind.SET) or time.start is None:
            continue
        at = _running(time, sentence, flow)
        if at is None or (within and not any(part.contains(at) for part in within)):
            continue
        rank = _rank(span, at, flow.text)
        if best is None or rank < best:
            best, chosen = rank, time
    return chosen


def _running(time: Time, sentence: Span, flow: Flow) -> Span | None:
    spans = spans_of(time.evidence)
    at = flow.running(spans[0]) if spans else None
    return at if at and sentence.contains(at) else None


def _rank(span: Span, at: Span, text: str) -> tuple[int, int]:
    """Clause breaks between a trigger and a time, then characters."""
    left, right = (span.end, at.start) if at.start >= span.end else (at.end, span.start)
    between = text[left:right] if left < right else ""
    return len(_BREAK.findall(f" {between} ")), max(0, right - left)
