"""As of when a count or a hold on a place is told."""

from __future__ import annotations

from accordingto.content.scene import Scene
from accordingto.mentions.times.near import time_for
from accordingto.model import Span, Statement, Time


def as_of(span: Span, statement: Statement, scene: Scene) -> Time | None:
    """The time that the statement itself gives for what stands at a span; ``None`` where it gives none.

    What dates the speaking ("said on Tuesday") lies outside the content and dates nothing here.
    """
    content = [part for part in map(scene.running, statement.content) if part]
    return time_for(span, scene.sentence_of(span), scene.times, scene.flow, within=content) if content else None
