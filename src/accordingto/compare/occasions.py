"""What kind of occasion words were said at, by the words of the reports around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from accordingto.compare.accounts import sentences_of
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.model import Passage, Span, hull, spans_of

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

UNKNOWN = "unknown"

_QUOTED = re.compile(r"[“«\"][^”»\"]*[”»\"]?")


def kind_of(heard: Sequence[tuple[str, Sequence[Said]]], scene: Scene) -> tuple[str, list[Passage]]:
    """The kind that most reports name in the sentences around a voice's words, and where they name it.

    Args:
        heard: For each report the statements of the voice.
        scene: The reports.

    Returns:
        A kind of the lexicon, or ``unknown`` with no passage.
    """
    named = [
        (kind, Passage(report, (span,)))
        for report, statements in heard
        for kind, span in _named_in(report, statements, scene)
    ]
    if not named:
        return UNKNOWN, []
    order = [*scene.words.occasions]
    counts = Counter(kind for kind, _ in named)
    kind = min(counts, key=lambda kind: (-counts[kind], order.index(kind)))
    return kind, [passage for found, passage in named if found == kind]


def _named_in(report: str, statements: Sequence[Said], scene: Scene) -> list[tuple[str, Span]]:
    """The kinds that one report names, once each."""
    text_of_report = scene.hand.accounts[report].report
    cut = sentences_of(text_of_report)
    found: dict[str, Span] = {}
    for said in statements:
        whole = hull(said.statement.content + spans_of(said.statement.innermost.cue))
        for part in (part for part in cut if part.overlaps(whole)):
            hit = event(text_of_report.text, part, scene.words)
            if hit is not None:
                found.setdefault(*hit)
    return [*found.items()]


def event(text: str, part: Span, words: Comparison) -> tuple[str, Span] | None:
    """The first kind of occasion whose words stand in a stretch of text outside quotation marks."""
    sentence = _QUOTED.sub(lambda match: " " * len(match[0]), part.of(text)).lower()
    for kind, phrases in words.occasions.items():
        for phrase in phrases:
            match = re.search(rf"\b{re.escape(phrase)}\b", sentence)
            if match:
                return kind, Span(part.start + match.start(), part.start + match.end())
    return None
