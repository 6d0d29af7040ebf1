"""All names of a report, from whoever found them, each place once: the registry, the rules for names, sources, the entity head."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from accordingto.mentions.anaphors import PRONOUNS, Anaphor
from accordingto.mentions.context import Context
from accordingto.mentions.persons import ruled
from accordingto.mentions.phrases import STATE_NAMES, composed, office_spots
from accordingto.mentions.scan import Hit
from accordingto.mentions.sources import qualifies
from accordingto.mentions.spots import Spot
from accordingto.model import Mention, MentionKind, Span
from accordingto.resources.actors import NameClass

_AUXILIARIES = frozenset("has have had will would is was may might could can did does also".split())
_LOCATIVE = re.compile(
    r"\b(?:(?P<inside>in|at|near|into|around|outside|inside|towards?)|from|of|to|over|across|through|on)[ \u00a0]\Z",
    re.I,
)
_BODY, _BARE, _INSIDE, _BESIDE = 0.5, 0.2, 0.6, 0.2
"""What weighs beside the head's score: the noun of a body in a name; the bare shape of a name; prepositions that mostly and that
often stand before a place."""
NAMED_LEAST = 0.35
"""Score from which a span that only the head has found is a name."""
_WORDS = re.compile(r"[\w’'-]+")
_NAMERS = (MentionKind.PERSON, MentionKind.ORGANISATION)


def gather(
    context: Context, mentions: Sequence[Mention], named: Sequence[tuple[Span, MentionKind, float]]
) -> list[Spot]:
    """Spots in text order; names inside longer ones stay only where they name somebody else."""
    table: dict[Span, Spot] = {}
    for spot in _of_registry(context):
        known = table.get(spot.span)
        if known is None or known.adjective:
            table[spot.span] = spot
    old = [(span, m) for m in mentions for span in [context.flow.running(m.span)] if span]
    voiced = {m.entity for _, m in old if m.by.startswith("source:")}
    owners = {m.entity: m.head for _, m in old if m.by == "names" and m.kind is not MentionKind.PERSON}
    heads = _Spans(span for span, *_ in named)
    for span, mention in sorted(old, key=lambda pair: pair[0]):
        if mention.by.startswith("source:"):
            qualified = qualifies(span.of(context.text), owners.get(mention.entity))
            _add_source(context, table, span, replace(mention, entity=None) if qualified else mention)
        elif mention.entity in voiced or not named or mention.kind is not MentionKind.PLACE or heads.overlapping(span):
            _add_name(context, table, span, mention)
    _add_named(context, table, named)
    _drop_inner(table)
    return [table[span] for span in sorted(table, key=lambda s: (s.start, -s.end))]


def may_refer(context: Context) -> Callable[[Spot], Anaphor | None]:
    """What turns a source that nobody has been found for into words to resolve, where it may mean somebody named elsewhere."""
    nominals = context.registry.nominals

    def anaphor(spot: Spot) -> Anaphor | None:
        words = [w.lower() for w in _WORDS.findall(spot.span.of(context.text))]
        if len(words) == 1 and words[0] in PRONOUNS:
            return Anaphor(spot.span, words[0])
        noun = words[-1] if words else ""
        if not nominals.kinds(noun) or nominals.plural(noun):
            return None
        if words[0] in (
            "a",
            "an",
        ):  # no body yet, unless it only tells whose the next noun is: "a new coalition estimate"
            modifies = context.text[spot.span.end : spot.span.end + 2].strip(" \u00a0").islower()
            return Anaphor(spot.span, noun, noun, (), words[0]) if modifies else None
        determined = words[0] in ("the", "this", "that", "its", "their")
        if len(words) > 1 + determined:
            return None
        return Anaphor(spot.span, noun, noun, (), words[0] if determined else None)

    return anaphor


def _of_registry(context: Context) -> Iterator[Spot]:
    for spot in composed(context.scanned):
        people = tuple(a for a in spot.actors if a.startswith("person:"))
        if people:  # whether it is the office holder is decided by the day and what stands beside the name
            spot.actors, spot.by, spot.kind = (), "registry:person", MentionKind.PERSON
        yield spot
    yield from office_spots(list(context.offices), context.scanned)
    yield from ruled(context.scanned, context.setting)
    for hit in context.scanned.hits:
        if hit.actors(NameClass.METONYM) and not hit.actors(*STATE_NAMES) and _acts(hit, context):
            words = hit.span.of(context.text)
            yield Spot(hit.span, MentionKind.ORGANISATION, words, "registry:metonym", hit.actors(NameClass.METONYM))


def _acts(hit: Hit, context: Context) -> bool:
    """Whether a capital stands where its government acts: as a voice, as the subject of a verb of saying or deciding."""
    if hit.span in context.sources:
        return True
    tokens, text = context.scanned.tokens, context.text
    after = tokens[hit.last : hit.last + 3]
    if not after:
        return False
    nominals = context.registry.nominals
    if text[hit.span.end : after[0].start] == "-":
        return after[0].folded in nominals.hyphened
    if text[hit.span.end : after[0].start].strip(" \u00a0"):
        return False
    verb = next((token.folded for token in after if token.folded not in _AUXILIARIES), "")
    return _subject_fits(hit, context) and (verb in nominals.deciding or verb in context.lexicons.act_verbs)


def _subject_fits(hit: Hit, context: Context) -> bool:
    """Not a modifier or the object of a preposition, as far as the syntax tells."""
    if context.syntax is None:
        return (
            context.scanned.tokens[hit.first - 1].folded not in ("in", "of", "from", "near", "to", "at", "into")
            if hit.first
            else True
        )
    word = context.syntax.at(hit.span.end - 1)
    return word is None or context.syntax.relations[word] in ("nsubj", "agent", "conj", "poss", "ROOT")


def _add_source(context: Context, table: dict[Span, Spot], span: Span, mention: Mention) -> None:
    inner = table.get(context.bare(span))
    spot = Spot(span, mention.kind, mention.head, mention.by, old=mention.entity, score=mention.score)
    if inner and not inner.adjective:
        spot.actors, spot.noun, spot.plural = inner.actors, inner.noun, inner.plural
        if spot.old is None and inner.span != span:
            spot.old = inner.old
        if inner.span == span:
            spot.by = inner.by if mention.entity is None else mention.by
            spot.old = mention.entity or inner.old
    table[span] = spot


def _add_name(context: Context, table: dict[Span, Spot], span: Span, mention: Mention) -> None:
    """A name that the rules found: it is the registry's, lies in it, or is one of its own."""
    known = table.get(span)
    if known is not None:
        if known.by != "registry:metonym":
            known.old = known.old or mention.entity
        return
    over = [spot for spot in table.values() if spot.span.overlaps(span) and not spot.by.startswith("source:")]
    holding = next((s for s in over if s.span.contains(span)), None)
    if holding is not None:
        if holding.span.end == span.end and not holding.adjective and holding.by != "registry:members":
            holding.old = holding.old or mention.entity
        return
    if any(not span.contains(spot.span) for spot in over):
        return
    words = span.of(context.text)
    spot = Spot(span, mention.kind, words, mention.by, noun=_last(words), old=mention.entity, score=mention.score)
    spot.vote(mention.kind, _BODY if mention.kind is MentionKind.ORGANISATION else _BARE)
    locative = _LOCATIVE.search(context.text, max(0, span.start - 12), span.start)
    if locative and mention.kind is not MentionKind.ORGANISATION:
        spot.vote(MentionKind.PLACE, _INSIDE if locative["inside"] else _BESIDE)
    table[span] = spot


def _add_named(context: Context, table: dict[Span, Spot], named: Iterable[tuple[Span, MentionKind, float]]) -> None:
    for span, kind, score in named:
        bare = context.bare(span)
        known = table.get(bare) or table.get(span)
        if known is not None:
            known.vote(kind, score)
        elif score >= NAMED_LEAST and not any(
            spot.span.overlaps(bare) for spot in table.values() if not spot.adjective
        ):
            words = bare.of(context.text)
            table[bare] = Spot(bare, kind, words, "named", noun=_last(words), score=score)
            table[bare].vote(kind, score)


def _drop_inner(table: dict[Span, Spot]) -> None:
    """A state's name inside the name of a person or body is no mention of the state."""
    longer = _Spans(
        s.span for s in table.values() if s.kind in _NAMERS and s.by in ("names", "named", "registry:person")
    )
    for span, spot in list(table.items()):
        inside = spot.by == "registry:name" and spot.kind is MentionKind.PLACE
        if inside and any(other != span and other.contains(span) for other in longer.overlapping(span)):
            del table[span]


def _last(words: str) -> str | None:
    found = _WORDS.findall(words)
    return found[-1].lower() if len(found) > 1 else None


class _Spans:
    """Spans that can be asked for overlaps."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._all = sorted(spans)
        self._starts = [span.start for span in self._all]
        self._longest = max((len(span) for span in self._all), default=0)

    def overlapping(self, span: Span) -> list[Span]:
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_right(self._starts, span.end)
        return [other for other in self._all[first:last] if other.overlaps(span)]
