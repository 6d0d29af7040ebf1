"""From character spans to what the network learns: one of seven labels a word, and two pointers.

Attributions of one level do not cross, so one label a word says source, cue or content. Two pointers tie them together: a
content word points at the first word of its cue; a content or cue word points at the first word of its source. Pointing
nowhere is pointing at the window's start symbol.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accordingto.attribute.scheme import BEGIN, INSIDE, OUTSIDE
from accordingto.language.words import Words
from training.corpora import Example, Span

IGNORE = -100
NOWHERE = -1

Ints = NDArray[np.int64]


@dataclass
class Labels:
    """One row a word: label, index of the cue's first word, index of the source's first word."""

    tags: Ints
    cue_of: Ints
    source_of: Ints


def labels_of(example: Example, words: Words) -> Labels:
    """Label the words of an example."""
    n = len(words)
    tags = np.full(n, OUTSIDE, np.int64)
    cue_of, source_of = np.full(n, IGNORE, np.int64), np.full(n, IGNORE, np.int64)
    for attribution in example.attributions:
        cue = _heads(words, attribution.cue)
        source = _heads(words, attribution.source)
        for role, spans in (("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content)):
            for span in spans or []:
                at = _covered(words, span)
                if not len(at):
                    continue
                tags[at], tags[at[0]] = INSIDE[role], BEGIN[role]
                if role == "content" and attribution.cue is not None:
                    cue_of[at] = cue
                if role != "source" and attribution.source is not None:
                    source_of[at] = source
    for span in example.ignore:
        at = _covered(words, span)
        tags[at], cue_of[at], source_of[at] = IGNORE, IGNORE, IGNORE
    return Labels(tags, cue_of, source_of)


def _covered(words: Words, span: Span) -> Ints:
    return np.flatnonzero((words.starts < span[1]) & (words.ends > span[0]))


def _heads(words: Words, spans: list[Span] | None) -> int:
    covered = _covered(words, spans[0]) if spans else ()
    return int(covered[0]) if len(covered) else NOWHERE
