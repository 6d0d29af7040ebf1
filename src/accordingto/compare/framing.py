"""Naming and framing: for one actor, place or kind of act, the words that each outlet uses, counted, with examples.

Names are what the mentions of the same entity say, with those that coreference found, and the words that stand where another
report, in the same sentence, has the name; verbs are the cues by which its own words are given; acts are the words for what it
does. Each use stands in a headline, in the body in the outlet's own voice, or in what a voice below the outlet says: other
people's words are not the outlet's. Counts show; they judge nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from accordingto.compare.accounts import Account, outlet_of
from accordingto.compare.sought import Sought, entities_meant, places_meant
from accordingto.compare.swapped import swapped
from accordingto.language.quotation import quotations
from accordingto.model import (
    BlockKind,
    Event,
    Link,
    MentionKind,
    Part,
    Passage,
    Report,
    Span,
    Spans,
    Stated,
    Statement,
    hull,
    spans_of,
    text_of,
)

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison


class Kind(StrEnum):
    """What the words do."""

    NAME = "name"
    """They name the actor or place."""
    INSTEAD = "instead"
    """They stand where another report, in the same sentence, has the name: the terrorists for the Front."""
    VERB = "verb"
    """They give its own words: said, claimed, admitted."""
    ACT = "act"
    """They name what it does, or an act of the kind asked for: strike, raid, massacre."""


class Where(StrEnum):
    """In whose voice and where words stand."""

    HEADLINE = "headline"
    """In the headline or the standfirst."""
    BODY = "body"
    """In the outlet's own voice."""
    SOURCE = "source"
    """In what a voice below the outlet says, quoted or reported."""


@dataclass(frozen=True, slots=True)
class Use:
    """One use of some words."""

    report: str
    outlet: str
    kind: Kind
    where: Where
    words: str
    """As written, without an article before them; gaps are marked."""
    spans: Spans
    voice: str | None
    """Who uses them, where that is not the outlet."""
    quoted: bool
    """Whether they stand inside quotation marks."""
    means: str
    """The entity or place meant; of a verb the act of the voice, of an act the type of the event."""
    context: Span
    """The stretch of the report's block around them."""
    text: str
    """The words of that stretch."""
    other: Passage | None = None
    """Of words that stand in a name's place: where the name is, in the report that has it."""
    other_words: str | None = None
    """That name."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that an outlet uses, and how often where."""

    outlet: str
    kind: Kind
    words: str
    """As most often written."""
    means: str
    headline: int
    body: int
    source: int
    examples: tuple[Use, ...]

    @property
    def times(self) -> int:
        """How often in all."""
        return self.headline + self.body + self.source


@dataclass(frozen=True, slots=True)
class Framing:
    """What was asked for, what it was taken to mean, and the words that outlets use for it."""

    wanted: str
    meant: tuple[tuple[str, int], ...]
    """Entities, places or types that were taken for it, with the reports that have them; most first."""
    looked: int
    """Reports that were looked through."""
    reports: tuple[str, ...]
    """Those that have it."""
    words: tuple[Words, ...]
    """By outlet, kind and number of uses."""


EXAMPLES = 3
SIDE_BY_SIDE = 500
"""Reports up to which their sentences are laid beside each other to find words in a name's place; of more, all texts would have
to be held at once."""
CONTEXT = 60
"""Characters on either side of the words that are shown with them, cut at a space."""

_OWN = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD, BlockKind.PARAGRAPH, BlockKind.CAPTION)
_TOP = (BlockKind.HEADLINE, BlockKind.STANDFIRST)
_ARTICLES = ("the ", "a ", "an ")


def framing(
    readings: Iterable[Account],
    wanted: str,
    *,
    also: Collection[str] = (),
    ids: Collection[str] = (),
    types: Collection[str] = (),
    words: Comparison | None = None,
    most: int = EXAMPLES,
) -> Framing:
    """Count the words that outlets use for an actor, a place or a kind of act.

    Args:
        readings: The reports, each looked through once; the result does not depend on their order.
        wanted: A name, as the registry or any report has it, or a part of one ("Front" for Kharan Front).
        also: Other names of the same, which no report may show to mean it ("Kharanists").
        ids: Ids of the registry's actors, or of the gazetteer, that it stands for.
        types: Types of events that it stands for; then all events of that type count, whoever acts.
        words: The lexicon of comparison, with which words in a name's place are found; without it they are not sought.
        most: Examples to keep of each word, at least one; those of different places come first.

    Raises:
        UsageError: where a name has no letter or number.
    """
    sought = Sought.of(wanted, ids=ids, also=also)
    meant: dict[str, set[str]] = defaultdict(set)
    uses: list[Use] = []
    looked: set[str] = set()
    held: dict[str, _Reading] = {}
    for reading in readings:
        if reading.report.id in looked:
            continue
        looked.add(reading.report.id)
        one = _Reading(reading, sought, types)
        found = [*one.uses()]
        uses += found
        if words is not None and not types and len(looked) <= SIDE_BY_SIDE:
            held[reading.report.id] = one
        for use in found:
            if use.kind is Kind.NAME or types:
                meant[use.means].add(use.report)
    if words is not None and len(looked) == len(held):
        uses += _instead(held, uses, words)
    return Framing(
        wanted=wanted,
        meant=tuple(sorted(((name, len(reports)) for name, reports in meant.items()), key=lambda p: (-p[1], p[0]))),
        looked=len(looked),
        reports=tuple(sorted({use.report for use in uses})),
        words=_counted(uses, most),
    )


def _instead(held: Mapping[str, _Reading], uses: Sequence[Use], words: Comparison) -> list[Use]:
    """Words that stand where another report has the name."""
    names: dict[str, list[Span]] = defaultdict(list)
    means: dict[tuple[str, Span], str] = {}
    for use in uses:
        if use.kind is Kind.NAME:
            names[use.report].append(use.spans[0])
            means[use.report, use.spans[0]] = use.means
    return [
        replace(use, other=Passage(one.named_in, (one.name,)), other_words=one.name.of(held[one.named_in].text))
        for one in (swapped([one.account for one in held.values()], names, words) if names else ())
        for use in held[one.report].use(Kind.INSTEAD, (one.span,), means[one.named_in, one.name])
    ]


def _counted(uses: Sequence[Use], most: int) -> tuple[Words, ...]:
    groups: dict[tuple[str, Kind, str, str], list[Use]] = defaultdict(list)
    for use in uses:
        means = "" if use.kind is Kind.NAME else use.means
        groups[use.outlet, use.kind, " ".join(use.words.lower().split()), means].append(use)
    made = [_words(sorted(group, key=lambda use: (use.report, use.spans)), most) for group in groups.values()]
    order = [*Kind]
    return tuple(sorted(made, key=lambda one: (one.outlet, order.index(one.kind), -one.times, one.words, one.means)))


def _words(uses: Sequence[Use], most: int) -> Words:
    written = Counter(" ".join(use.words.split()) for use in uses)
    where = Counter(use.where for use in uses)
    first = {use.where: use for use in reversed(uses)}
    chosen = [first[place] for place in Where if place in first]
    chosen += [use for use in uses if use not in chosen]
    return Words(
        outlet=uses[0].outlet,
        kind=uses[0].kind,
        words=min(written, key=lambda words: (-written[words], words)),
        means=uses[0].means,
        headline=where[Where.HEADLINE],
        body=where[Where.BODY],
        source=where[Where.SOURCE],
        examples=tuple(chosen[: max(1, most)]),
    )


class _Reading:
    """One report as it is looked through."""

    def __init__(self, reading: Account, sought: Sought, types: Collection[str]) -> None:
        self.account = reading
        self._sought = sought
        self._types = types
        self._entities = {} if types else entities_meant(reading, sought)
        self._own = [block for block in reading.report.blocks if block.kind in _OWN]
        self._quoted = [Span(one.start, one.end) for one in quotations(reading.report.text)]
        self._outlet = outlet_of(reading)

    @property
    def text(self) -> str:
        """The archived text."""
        return self.account.report.text

    def uses(self) -> Iterator[Use]:
        """All uses, in no special order."""
        if self._types:
            yield from self._events(lambda event: event.type in self._types)
            return
        yield from self._names()
        if self._entities or self._sought.ids:
            yield from self._verbs()
            yield from self._events(lambda event: any(map(self._is_meant, event.actors)))

    def _names(self) -> Iterator[Use]:
        named: dict[str, list[Span]] = defaultdict(list)
        for mention in self.account.mentions:
            if mention.entity in self._entities and mention.kind is not MentionKind.PRONOUN:
                named[self._entities[mention.entity]].append(mention.span)
        for place in places_meant(self.account, self._sought):
            named[place.name or place.toponym].append(place.span)
        taken: list[Span] = []
        for name, found in sorted(named.items(), key=lambda item: (-len(item[1]), item[0])):
            for span in whole(self.account.report.text, found):
                if not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    yield from self.use(Kind.NAME, (span,), name)

    def _verbs(self) -> Iterator[Use]:
        """The cues of its words, each once, though they may govern several statements."""
        seen: set[Spans] = set()
        for statement in self.account.statements:
            for at, link in enumerate(statement.voices):
                parts = spans_of(link.cue) if isinstance(link.cue, Stated) else ()
                if parts and parts not in seen and self._speaks(link):
                    seen.add(parts)
                    outer = statement.voices[at - 1] if at else None
                    yield from self.use(Kind.VERB, parts, link.act.value, voice=outer)

    def _events(self, chosen: Callable[[Event], bool]) -> Iterator[Use]:
        for event in self.account.events:
            if not event.derived and chosen(event):
                yield from self.use(Kind.ACT, event.trigger, event.type)

    def _speaks(self, link: Link) -> bool:
        source = link.source
        return source.entity in self._entities or (source.actor is not None and source.actor in self._sought.ids)

    def _is_meant(self, part: Part) -> bool:
        return part.entity in self._entities or (part.actor is not None and part.actor in self._sought.ids)

    def use(self, kind: Kind, parts: Spans, means: str, voice: Link | None = None) -> Iterator[Use]:
        """The use at some spans, if they stand in the report's own text; ``voice`` is known for cues, else looked up."""
        span = hull(parts)
        block = next((one for one in self._own if one.span.contains(span)), None)
        if block is None:
            return
        report = self.account.report
        speaking = voice if kind is Kind.VERB else self._voice(span)
        top = block.kind in _TOP
        around = _around(report, block.span, span)
        yield Use(
            report=report.id,
            outlet=self._outlet,
            kind=kind,
            where=Where.HEADLINE if top else Where.SOURCE if speaking else Where.BODY,
            words=_bare(text_of(report.text, parts)),
            spans=parts,
            voice=(speaking.source.name or speaking.source.words) if speaking else None,
            quoted=any(one.contains(span) for one in self._quoted),
            means=means,
            context=around,
            text=around.of(report.text),
        )

    def _voice(self, span: Span) -> Link | None:
        """The innermost voice in whose content a span stands; the narrowest content where several hold it."""
        held = [s for s in self.account.statements if s.voices and any(p.contains(span) for p in s.content)]
        found: Statement | None = min(held, key=lambda s: (sum(map(len, s.content)), s.id), default=None)
        return found.voices[-1] if found else None


def whole(text: str, found: Iterable[Span]) -> list[Span]:
    """Spans in order; a title and the name behind it are one naming, and what stands inside another is none."""
    made: list[Span] = []
    for span in sorted(set(found)):
        if made and span.start <= made[-1].end + 1 and not text[made[-1].end : span.start].strip():
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return made


def _bare(words: str) -> str:
    """Words without an article before them and a possessive ending behind."""
    words = words.removesuffix("'s").removesuffix("’s")
    for article in _ARTICLES:
        if words.lower().startswith(article):
            return words[len(article) :].lstrip()
    return words


def _around(report: Report, block: Span, span: Span) -> Span:
    """The words with some of their block on either side, cut at white space."""
    start, end = max(block.start, span.start - CONTEXT), min(block.end, span.end + CONTEXT)
    if start > block.start:
        start = next((i + 1 for i in range(start, span.start) if report.text[i].isspace()), span.start)
    if end < block.end:
        end = next((i for i in range(end - 1, span.end - 1, -1) if report.text[i].isspace()), span.end)
    return Span(start, end)
