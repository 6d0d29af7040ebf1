"""Voices of statements with the entities and actors that linking found for them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from accordingto.mentions.context import bare
from accordingto.model import Entity, Link, Mention, MentionKind, Source, SourceKind, Span, Statement, spans_of
from accordingto.resources.actors import NameClass, Registry

_COORDINATED = re.compile(r"[A-Z][\w’'-]*,?[\s\u00a0]and[\s\u00a0](?:the[\s\u00a0])?[A-Z]")
_OF = re.compile(r"[\s\u00a0](?:of|for|in|at|from|near)[\s\u00a0]")
_MEDIA = (SourceKind.OUTLET, SourceKind.AGENCY)


def linked_statements(
    statements: Sequence[Statement],
    text: str,
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    renamed: Mapping[str, str],
    registry: Registry,
) -> tuple[Statement, ...]:
    """The statements with entity and actor of each voice filled in, where known.

    Args:
        statements: as attribution gave them.
        text: the archived text.
        mentions: all mentions, linked.
        entities: all entities by id.
        renamed: ids of entities of earlier steps → those that took them in.
        registry: who is known; an outlet is looked up by its name.
    """
    at = {mention.span: mention for mention in mentions}

    def linked(source: Source) -> Source:
        entity = renamed.get(source.entity or "", source.entity)
        body = entities.get(entity or "")
        qualified = (
            body is not None and body.kind is not MentionKind.PERSON and qualifies(source.words or "", body.name)
        )
        if qualified and source.kind is not SourceKind.PERSON:
            entity = None
        if _several(source, at):
            return replace(source, entity=None, actor=None)
        if entity not in entities:
            entity = next((e for span in spans_of(source.evidence) if (e := _entity_at(span, text, at))), None)
        actor = entities[entity].actor if entity else None
        if actor is None and source.kind in _MEDIA and source.name:
            actor = _medium(source.name, registry)
        return replace(source, entity=entity, actor=actor)

    cache: dict[Source, Source] = {}

    def of(link: Link) -> Link:
        if link.source not in cache:
            cache[link.source] = linked(link.source)
        return replace(link, source=cache[link.source])

    return tuple(replace(s, chain=tuple(of(link) for link in s.chain)) for s in statements)


def qualifies(words: str, name: str | None) -> bool:
    """Whether a body's or place's name only tells whose the voice is: "the foreign ministry of its ally Veshkar"."""
    preposition = _OF.search(words)
    return bool(name) and preposition is not None and (name or "") in words[preposition.end() :]


def _several(source: Source, at: Mapping[Span, Mention]) -> bool:
    """Whether one voice is several bodies ("Iraq and Syria have declared"), which no one entity is."""
    joined = _COORDINATED.search(source.words or "") is not None and source.kind is not SourceKind.PERSON
    here = [at[span] for span in spans_of(source.evidence) if span in at]
    return joined and all(mention.by.startswith("source:") for mention in here)


def _entity_at(span: Span, text: str, at: Mapping[Span, Mention]) -> str | None:
    """The entity of the mention at a span, or at what is left of it without article and ending."""
    for where in (span, bare(text, span)):
        mention = at.get(where)
        if mention is not None and mention.entity is not None and mention.kind is not MentionKind.NATIONALITY:
            return mention.entity
    return None


def _medium(name: str, registry: Registry) -> str | None:
    found = {
        n.actor for n in registry.named(name) if n.how is NameClass.NAME and n.actor.startswith(("agency:", "outlet:"))
    }
    return found.pop() if len(found) == 1 else None
