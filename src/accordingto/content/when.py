"""As of when a count or a hold on a place is told."""

from __future__ import annotations

import re

from accordingto.content.scene import Scene
from accordingto.mentions.times.near import time_for
from accordingto.model import Span, Statement, Time


def as_of(span: Span, statement: Statement, scene: Scene) -> Time | None:
    """The time that the statement itself gives for what stands at a span; ``None`` where it gives none.

    What is counted or held "since April" is so at the time of speaking, not in April.
    What dates the speaking ("said on Tuesday") lies outside the content and dates nothing here.
    """
    content = [part for part in map(scene.running, statement.content) if part]
    if not content:
        return None
    sentence = scene.sentence_of(span)
    times = [time for time in scene.times_in(sentence) if not _begins(time, scene)]
    return time_for(span, sentence, times, scene.flow, within=content)


_SINCE = re.compile(r"\bsince\b[^,.;:]{0,40}\Z", re.IGNORECASE)


def _begins(time: Time, scene: Scene) -> bool:
    """Whether a time is only when something began."""
    at = scene.when(time)
    return at is not None and bool(_SINCE.search(scene.flow.text[max(0, at.start - 48) : at.start]))
