"""Toponyms of a text: which runs of words are names of places.

Every run of capitals is a candidate, and everything the text shows of a name, wherever it uses it, is weighed together with what
the entity head says and what the gazetteer knows (`Evidence`). What reads like a body or a person is none. A name need not be in
the gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from accordingto.mentions.places.evidence import Evidence, is_titled, key
from accordingto.mentions.places.given import BESIDE, is_demonym
from accordingto.mentions.places.runs import ENDING, LETTER, SPACE, Token, runs
from accordingto.mentions.places.toponym import Toponym
from accordingto.model import PlaceKind, Span
from accordingto.resources.gazetteer.gazetteer import Gazetteer, Hit
from accordingto.resources.gazetteer.index import Role
from accordingto.resources.places import PlaceWords

_TAIL = re.compile(r"[ \u00a0]+([a-z]+)\Z")
_LEAD = re.compile(r"[a-z]{3,}[ \u00a0]+")
_ARTICLE = re.compile(r"(?:the|The)[ \u00a0]+")
WITH_HEAD, WITHOUT_HEAD, AGAINST_HEAD, NO_HEAD = 0.5, 1.6, 1.9, 2.0
"""Evidence that a name needs where the head calls this use a place, calls it nothing, calls it something else, or did not run."""
SURE_BODY = 0.6
"""Score from which the head's word that several words name a body is taken; names that it has never seen get less (field corpus,
reports 01–18: exact F1 .81 without this bound, .86 with it)."""
SURE_PEOPLE = 150_000
"""People of a settlement that is found inside a longer run of capitals."""
LONGEST = 5
_WIDE = (PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.ADMIN1, PlaceKind.REGION, PlaceKind.WATER, PlaceKind.RELIEF)


class Named(Protocol):
    """A named span as the entity head gives it; ``kind`` is ``place``, ``person``, ``organisation``, ``nationality`` or another."""

    @property
    def span(self) -> Span: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def score(self) -> float: ...  # noqa: D102


def toponyms(text: str, named: Sequence[Named], gazetteer: Gazetteer, words: PlaceWords) -> list[Toponym]:
    """The toponyms of a text, in order; demonyms are among them, marked.

    Args:
        text: any text; offsets are its code points.
        named: what the entity head found; without it, the gazetteer and the words beside a name decide alone.
        gazetteer: tells large places and demonyms.
        words: what the words beside a name tell.
    """
    finder = _Finder(text, named, gazetteer, words)
    return [finder.finished(one) for one in _longest(finder.found())]


def _longest(found: Iterable[Toponym]) -> list[Toponym]:
    """Of overlapping names the longest, in text order."""
    kept: dict[int, Toponym] = {}
    taken: set[int] = set()
    for one in sorted(found, key=lambda t: (-len(t.span), t.span.start)):
        if taken.isdisjoint(places := range(one.span.start, one.span.end)):
            taken.update(places)
            kept[one.span.start] = one
    return [kept[start] for start in sorted(kept)]


class _Finder:
    def __init__(self, text: str, named: Sequence[Named], gazetteer: Gazetteer, words: PlaceWords) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.words = words
        self.headed = bool(named)
        self.evidence = Evidence(text, gazetteer, words)
        self.kinds = {span: (one.kind, one.score) for one in named for span in self._trimmed(one.span)}
        bodies = (one for one in named if one.kind == "organisation" and one.score >= SURE_BODY)
        self.bodies = [one.span for one in bodies if " " in one.span.of(text).strip()]
        self.runs = list(self._names())
        self._weigh()

    def _trimmed(self, span: Span) -> Iterator[Span]:
        """Without article and possessive; "Ferno, Orvenia" in one span is two names."""
        for part in re.finditer(r"[^,;()\n/]+", span.of(self.text)):
            start, end = span.start + part.start(), span.start + part.end()
            piece = self.text[start:end]
            start += len(piece) - len(piece.lstrip(' \u00a0"“'))
            end -= len(piece) - len(piece.rstrip(' \u00a0"”'))
            if article := _ARTICLE.match(self.text, start, end):
                start = article.end()
            if ending := ENDING.search(self.text[start:end]):
                end = start + ending.start()
            if start < end and not self.text[start:end].islower():
                yield self._without_kind(start, end)

    def _without_kind(self, start: int, end: int) -> Span:
        """Words in lower case at the edges belong to no name, but for those that make it longer: "Arbin town", "northern Syria"."""
        while (tail := _TAIL.search(self.text, start, end)) and tail[1] not in self.words.longer:
            end = tail.start()
        while lead := _LEAD.match(self.text, start, end):
            start = lead.end()
        return Span(start, end)

    def _names(self) -> Iterator[list[Token]]:
        """Runs that may be, or hold, names of places; persons and bodies are noted and passed over."""
        for run in filter(None, map(self._without_openers, runs(self.text, self.words))):
            titles = [i for i, token in enumerate(run[:-1]) if token.word.lower().rstrip(".") in self.words.titles]
            if titles or is_titled(self.text, run, self.words):
                person = run[titles[-1] + 1 :] if titles else run
                self.evidence.person({_name(person, self.text), *(token.word for token in person)})
            elif not self._is_body(run):
                yield run

    def _without_openers(self, run: list[Token]) -> list[Token]:
        while run and run[0].word.lower() in self.words.ordinary and (len(run) > 1 or not self.kinds.get(_span(run))):
            run = run[1:]
        return run

    def _is_body(self, run: list[Token]) -> bool:
        if any(token.word.lower() in self.words.organisations for token in run[1:]):
            return True
        return any(body.start <= run[0].start and run[-1].end <= body.end for body in self.bodies)

    def _weigh(self) -> None:
        """Collect what all uses of all names show."""
        spans = {_bare(_span(run), self.text) for run in self.runs}
        spans |= {span for span, (kind, _) in self.kinds.items() if kind == "place"}
        for span, (kind, score) in self.kinds.items():
            self.evidence.head(span, kind, score)
            if kind == "person" and " " in (name := span.of(self.text)):
                self.evidence.person([name.split()[-1]])
        ordered = sorted(spans)
        for span in ordered:
            self.evidence.read(span)
        for span in ordered:
            self.evidence.join(span)

    def found(self) -> Iterator[Toponym]:
        """Every accepted name; some may lie in others."""
        for span, (kind, score) in self.kinds.items():
            name = span.of(self.text)
            if kind == "nationality" and not self._is_never(name):
                yield Toponym(span, name, score, "toponyms:head", demonym=True)
            elif kind == "place" and self._is_accepted(span):
                yield self._made(span, "toponyms:head", score)
        for run in self.runs:
            whole = _bare(_span(run), self.text)
            if self._is_accepted(whole):
                yield self._made(whole, "toponyms:context", 0.7)
            else:
                yield from self._parts(run)

    def _made(self, span: Span, by: str, score: float) -> Toponym:
        name = span.of(self.text)
        return Toponym(span, name, score, by, is_demonym(name, self.gazetteer))

    def _is_accepted(self, span: Span) -> bool:
        name = span.of(self.text)
        if self._is_never(name) or not name or self._is_acronym(name):
            return False
        kind = self.kinds.get(span, (None, 0.0))[0]
        if is_demonym(name, self.gazetteer):
            return True
        needed = NO_HEAD if not self.headed else {"place": WITH_HEAD, None: WITHOUT_HEAD}.get(kind, AGAINST_HEAD)
        return self.evidence.total(name) >= needed

    def _is_acronym(self, name: str) -> bool:
        """Capitals that are no known place's: "FUF"; headlines and datelines in capitals are longer."""
        short = len(name) <= 4 and name.replace(".", "").isupper()
        return short and not any(hit.role is Role.NAME and hit.entry.kind in _WIDE for hit in self.gazetteer.find(name))

    def _is_never(self, name: str) -> bool:
        lowered = name.lower().rstrip(".")
        return any(lowered in words for words in (self.words.never, self.words.ordinary, self.words.organisations))

    def _parts(self, run: list[Token]) -> Iterator[Toponym]:
        """Known places inside a run of capitals, longest first."""
        at = 0
        while at < len(run):
            sizes = range(min(len(run) - at, LONGEST), 0, -1)
            size = next((n for n in sizes if self._is_part(run, at, at + n)), 0)
            if size:
                span = _bare(Span(run[at].start, run[at + size - 1].end), self.text)
                yield self._made(span, "toponyms:gazetteer", 0.6)
            at += size or 1

    def _is_part(self, run: list[Token], first: int, end: int) -> bool:
        span = _bare(Span(run[first].start, run[end - 1].end), self.text)
        name = span.of(self.text)
        if self._is_never(name) or not name or not name[0].isupper():
            return False
        if self.kinds.get(_span(run), ("", 0))[0] in ("person", "organisation") and len(run) > 1:
            return False
        abbreviated = self.text[max(0, span.start - 2) : span.start] in (", ", ",\u00a0") and first == 0
        if len(run) > 1 and self.evidence.total(name) >= AGAINST_HEAD and self.evidence.names[key(name)].uses > 0:
            return True
        return any(self._is_sure(hit, abbreviated, name) for hit in self.gazetteer.find(name))

    def _is_sure(self, hit: Hit, abbreviated: bool, name: str) -> bool:
        if hit.role is Role.SHORT:
            return abbreviated and (name.endswith(".") or name.isupper())
        if len(name) <= 3 and not name.replace(".", "").isupper():
            return False
        if hit.entry.kind in _WIDE:
            return hit.role in (Role.NAME, Role.DEMONYM)
        return hit.rank < 2 or (hit.role is Role.NAME and hit.entry.people >= SURE_PEOPLE)

    def finished(self, toponym: Toponym) -> Toponym:
        """With the word of kind that belongs to the name, and with what the words beside it tell."""
        toponym = self._with_kind(toponym)
        span = toponym.span
        before, after = self.text[max(0, span.start - BESIDE) : span.start], self.text[span.end : span.end + BESIDE]
        found = self._relation(span, before, after)
        relation = SPACE.sub(" ", found.of(self.text).lower()) if found else None
        hint = self.words.hint(toponym.name, before, after)
        return replace(toponym, hint=hint, relation=relation, relation_span=found)

    def _with_kind(self, toponym: Toponym) -> Toponym:
        """The longer name wins where a natural feature or a facility is named: "Tarsa valley"."""
        follows = re.match(rf"[ \u00a0]({LETTER}+)(?![\w-])", self.text[toponym.span.end : toponym.span.end + BESIDE])
        if toponym.demonym or not follows or follows[1] not in self.words.longer:
            return toponym
        span = Span(toponym.span.start, toponym.span.end + follows.end())
        return replace(toponym, span=span, name=span.of(self.text))

    def _relation(self, span: Span, before: str, after: str) -> Span | None:
        if ahead := self.words.relations.search(before):
            start = span.start - len(before) + ahead.start(1)
            return Span(start, start + len(ahead[1]))
        if behind := self.words.relations_after.match(after):
            return Span(span.end + behind.start(1), span.end + behind.end(1))
        return None


def _span(run: Sequence[Token]) -> Span:
    return Span(run[0].start, run[-1].end)


def _name(run: Sequence[Token], text: str) -> str:
    return ENDING.sub("", text[run[0].start : run[-1].end])


def _bare(span: Span, text: str) -> Span:
    """Without a possessive ending."""
    ending = ENDING.search(span.of(text))
    return Span(span.start, span.start + ending.start()) if ending and ending.start() else span
