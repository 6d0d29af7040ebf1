"""The place slot: where what is said happened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from accordingto.compare.accounts import Account
from accordingto.compare.extent import extent_findings, part_below
from accordingto.compare.finding import Finding, Weight, finding
from accordingto.compare.kindred import kin_of
from accordingto.compare.normalise import Token, same_name
from accordingto.compare.sides import Side
from accordingto.model import Place, PlaceKind, Slot, Span

WIDE = (PlaceKind.CONTINENT, PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION)
"""Places that may hold a narrower one: "in northern Orvenia" is not another place than the town."""
_POINTS = {
    point: way
    for way, points in {
        "n": ("north", "northern", "northwest", "northeast", "northward"),
        "s": ("south", "southern", "southwest", "southeast", "southward"),
        "e": ("east", "eastern", "eastward"),
        "w": ("west", "western", "westward"),
    }.items()
    for point in points
}
KIND = "town"
"""Words of its kin say of what kind a place is without its name."""
_DEFINITE = ("the", "its", "their", "this", "that")
_STATIC = frozenset("in at inside into on near outside around beside behind below above".split())
_TO_PLACE = frozenset(
    "in at near to from of outside around into on toward towards inside beside for behind below above".split()
)


def place_findings(a: Side, b: Side) -> list[Finding]:
    """Another place in the same part of what is said, another side of it, or a place told more exactly."""
    apart = _other_places(a, b) or _other_sides(a, b) or extent_findings(a, b)
    return apart[:1] or _finer(a, b) or _named_below(a, b) or part_below(a, b)


def _named_below(body: Side, head: Side) -> list[Finding]:
    """A place that the body names where the headline above it only says of what kind it is: "a village", and no "the village"."""
    if body.said.report != head.said.report or not head.said.headline or body.said.headline:
        return []
    named = [place for place in _narrow(body) if not _has(head, place)]
    kind = _kind_alone(head)
    if not named or kind is None or _narrow(head):
        return []
    return [finding(Slot.PLACE, Weight.FINER, (body.said, (named[0].span,)), (head.said, (kind,)))]


def _kind_alone(side: Side) -> Span | None:
    """The first word that says of what kind a place is; ``None`` where there is none, or where it means one that is known: "the town"."""
    rows = kin_of(side.frame.words)
    kinds = rows.get(KIND, frozenset())
    token = next((token for token in side.said.tokens if rows.get(token.stem, frozenset()) & kinds), None)
    span = Span(token.start, token.end) if token else None
    return None if span is None or any(one.word in _DEFINITE for one in _before(side, span)[-2:]) else span


def _other_places(a: Side, b: Side) -> list[Finding]:
    """Places that only one side names, where the other, behind the same word, has one that only it names."""
    ours, theirs = _narrow(a), _narrow(b)
    if any(_same(one, other) for one in ours for other in theirs):
        return []
    return [
        finding(Slot.PLACE, Weight.APART, (a.said, (one.span,)), (b.said, (other.span,)))
        for one in ours
        for other in theirs
        if _lead(a, one.span) == _lead(b, other.span) and not _has(b, one) and not _has(a, other)
        if not (_lies_in(one, other, (a, b)) or _lies_in(other, one, (a, b)))
    ]


def _lies_in(one: Place, other: Place, sides: Sequence[Side]) -> bool:
    """Whether one of the reports says that a place lies in another: "Tell Harun in northern Orvenia"."""
    inside = re.compile(
        rf"\b{re.escape(one.toponym)}\b[^.;]{{0,20}}\bin (?:the )?(?:\w+ern )?{re.escape(other.toponym)}\b"
    )
    people = re.compile(
        rf"\b{re.escape(other.toponym.rstrip('aei'))}\w* (?:\w+ ){{0,2}}(?:of )?{re.escape(one.toponym)}\b"
    )
    return any(pattern.search(side.text) for side in sides for pattern in (inside, people))


def places_of(side: Side) -> list[Place]:
    """The toponyms of a side that name a place and no people."""
    return side.once(_places)


def _places(side: Side) -> list[Place]:
    inside = [
        p for p in side.said.account.places if any(part.start <= p.span.start < part.end for part in side.said.parts)
    ]
    own = [place for place in inside if not place.demonym and not _adjective(side.text, place)]
    return [*own, *_named_elsewhere(side, inside)]


def _named_elsewhere(side: Side, own: Sequence[Place]) -> list[Place]:
    """What its own report took for no place, and another did: "at Karm Nur", behind a preposition of place."""
    found: list[Place] = []
    taken = [place.span for place in own]
    for toponym, place in side.frame.places.items():
        for part in side.said.parts if toponym in side.text else ():
            for match in re.finditer(rf"\b{re.escape(toponym)}\b", side.text[part.start : part.end]):
                span = Span(part.start + match.start(), part.start + match.end())
                if not any(span.overlaps(other) for other in taken) and _lead(side, span):
                    taken.append(span)
                    found.append(replace(place, span=span))
    return found


def narrow_places(accounts: Iterable[Account]) -> dict[str, Place]:
    """The narrow places of some reports by their toponyms, without those that are only adjectives of another."""
    named = {
        place.toponym: place
        for account in accounts
        for place in account.places
        if not place.demonym and place.kind not in WIDE and place.toponym[0].isupper()
    }
    known = {place.toponym.lower() for account in accounts for place in account.places}
    return {
        name: place
        for name, place in sorted(named.items())
        if not any(len(other) < len(name) and same_name(other, name.lower()) for other in known)
    }


def _adjective(text: str, place: Place) -> bool:
    """Whether it only belongs to a place that the report also names: "Ishrati custody" beside "Ishrat"."""
    word = place.toponym.lower()
    shorter = {
        name.lower()
        for name in re.findall(r"\b[A-Z]\w+", text)
        if len(name) < len(word) and word.startswith(name[:4].lower())
    }
    return any(same_name(name, word) for name in shorter)


def _narrow(side: Side) -> list[Place]:
    return [place for place in places_of(side) if place.kind not in WIDE and not _named_whole(side, place)]


def _named_whole(side: Side, place: Place) -> bool:
    """Whether a point of the compass before it makes it an area: "northern Orvenia"."""
    before = _before(side, place.span)
    return bool(before) and before[-1].word in _POINTS


def _before(side: Side, span: Span) -> list[Token]:
    return [token for token in side.said.tokens if token.end <= span.start]


def _lead(side: Side, span: Span) -> str | None:
    """The preposition that leads to a place, over "the town of" and the like; ``None`` where none stands near."""
    for token in reversed(_before(side, span)[-4:]):
        if token.word in _TO_PLACE and token.word != "of":
            return "in" if token.word in _STATIC else token.word
    return None


def _same(one: Place, other: Place) -> bool:
    if one.gazetteer_id and one.gazetteer_id == other.gazetteer_id:
        return True
    ours, theirs = (_words(place) for place in (one, other))
    return any(same_name(x, y) for x in ours for y in theirs)


def _words(place: Place) -> list[str]:
    return [word for word in place.toponym.lower().replace("-", " ").split() if len(word) > 2 or word == place.toponym]


def _has(side: Side, place: Place) -> bool:
    return any(word in side.words for word in _words(place))


def _other_sides(a: Side, b: Side) -> list[Finding]:
    """Opposite points of the compass before the same word: the northern gate against the southern gate."""
    return [
        finding(Slot.PLACE, Weight.APART, (a.said, (mine,)), (b.said, (other,)))
        for way, noun, mine in _points(a)
        for its_way, its_noun, other in _points(b)
        if way != its_way and noun == its_noun
    ]


def _points(side: Side) -> Sequence[tuple[str, str, Span]]:
    tokens = side.said.tokens
    return [
        (_POINTS[token.word], after.stem, Span(token.start, after.end))
        for token, after in pairwise(tokens)
        if token.word in _POINTS and after.word not in side.frame.words.function_words
    ]


def _finer(a: Side, b: Side) -> list[Finding]:
    """A narrow place on one side where the other has only a wide one."""
    ours, theirs = (places_of(side) for side in (a, b))
    if not ours or not theirs or any(_same(one, other) for one in ours for other in theirs):
        return []
    narrow, wide = _narrow(a), _narrow(b)
    if narrow and wide and (found := _inside(a, b, narrow, wide)):
        return [found]
    if bool(narrow) == bool(wide):
        return []
    one, other = (narrow or ours)[0], (wide or theirs)[0]
    return [finding(Slot.PLACE, Weight.FINER, (a.said, (one.span,)), (b.said, (other.span,)))]


def _inside(a: Side, b: Side, ours: Sequence[Place], theirs: Sequence[Place]) -> Finding | None:
    """A place on one side that, as one of the reports says, lies in the other side's."""
    for one in ours:
        for other in theirs:
            if _lies_in(one, other, (a, b)) or _lies_in(other, one, (a, b)):
                return finding(Slot.PLACE, Weight.FINER, (a.said, (one.span,)), (b.said, (other.span,)))
    return None
