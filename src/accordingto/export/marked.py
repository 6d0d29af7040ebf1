"""Words with some stretches marked, as markup: the words themselves stay exactly as they are."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.export.markup import element, text
from accordingto.export.trace_view import Marked
from accordingto.model import Span


def marked(words: str, marks: Iterable[tuple[Span, str, str | None]]) -> str:
    """Words with each stretch in an element of its own.

    Args:
        words: of a report.
        marks: where, in code points of ``words``; the element's name and class. Of two that overlap, the one that begins later is
            left out.
    """
    parts, at = [], 0
    for span, name, css in sorted(marks, key=lambda mark: mark[0]):
        if span.start < at:
            continue
        parts += [text(words[at : span.start]), element(name, text(span.of(words)), class_=css)]
        at = span.end
    return "".join([*parts, text(words[at:])])


def sentence(side: Marked) -> str:
    """A sentence with what differs in a slot marked, and other words that differ dotted."""
    slots = ((span, "mark", None) for span in side.slots)
    return marked(side.text, (*slots, *((span, "span", "w") for span in side.words)))
