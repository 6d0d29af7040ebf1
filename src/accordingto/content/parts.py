"""Who or what a phrase of the running text means: from words to the entity, the actor and the place that they resolve to.

Every extractor of content fills its roles (`Part`) through here, so that the same phrase means the same actor in an event, a
record of control and an estimate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from accordingto.content.scene import Scene
from accordingto.model import Entity, Mention, MentionKind, Part, Place, Span

_PHRASE_END = re.compile(r"[,;:(]|\s(?:of|for|from|in|at|with|to|on|near|by|inside|who|which|that|whose)\s", re.I)
_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")


def part_for(span: Span, scene: Scene) -> Part:
    """The phrase at a span of the running text as a `Part`: its words, and the entity, actor and place of its head.

    A name that only qualifies the head ("the *Syrian* doctors", "the *ministry's* lorry") does not count: what is not the
    phrase's own stays ``None``.
    """
    mention, place = mention_for(span, scene), place_for(span, scene)
    entity = entity_of(mention, scene)
    return Part(
        evidence=scene.stated(span),
        words=span.of(scene.flow.text),
        entity=entity.id if entity else None,
        actor=entity.actor if entity else None,
        place=place.id if place else None,
    )


def mention_for(span: Span, scene: Scene) -> Mention | None:
    """The mention that the phrase's head stands in; of several the longest."""
    head = scene.archived([_head(span, scene)])
    if not head:
        return None
    fitting = [m for m in scene.mentions_at(head[0]) if not _qualifies(m, head[0])]
    return max(fitting, key=lambda m: (m.entity is not None, len(m.span)), default=None)


def place_for(span: Span, scene: Scene) -> Place | None:
    """The place that the phrase's head names; of several the longest."""
    head = scene.archived([_head(span, scene)])
    fitting = [p for p in scene.places_at(head[0]) if not p.demonym] if head else []
    return max(fitting, key=lambda p: len(p.span), default=None)


def entity_of(mention: Mention | None, scene: Scene) -> Entity | None:
    """The entity that a mention belongs to."""
    return scene.entity(mention.entity) if mention else None


def _qualifies(mention: Mention, head: Span) -> bool:
    """A people's or state's adjective is never the head of a longer word ("Kurdish-led")."""
    return mention.kind is MentionKind.NATIONALITY and mention.span.end < head.end


def _head(span: Span, scene: Scene) -> Span:
    """The head word of a phrase: by the syntax, else the last word before the first preposition, relative or bracket."""
    words = scene.syntax.inside(span)
    tops = [w for w in words if scene.syntax.heads[w] not in words or scene.syntax.heads[w] == w]
    named = list(_nouns(tops, scene))
    if named:
        word = named[0]
        return Span(scene.syntax.starts[word], scene.syntax.ends[word])
    phrase = _BRACKETED.sub("", span.of(scene.flow.text))
    cut = _PHRASE_END.search(phrase, 1)
    last = re.search(r"[\w’'-]+\W*\Z", phrase[: cut.start()] if cut else phrase)
    if last is None:
        return span
    return Span(span.start + last.start(), span.start + last.end())


def _nouns(words: Iterable[int], scene: Scene) -> Iterable[int]:
    return (w for w in words if scene.syntax.pos[w] in ("NOUN", "PROPN", "PRON"))
