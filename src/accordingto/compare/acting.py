"""The actor slot of two sides: who does it, by subject, passive agent, cleft or the reading's events; and who changed places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.compare.agents import Agent, Alike, acts_elsewhere, agents, alike, one_deed
from accordingto.compare.called import called, proper, registered, somebody, within
from accordingto.compare.finding import Finding, Weight, finding
from accordingto.compare.kindred import kin_of
from accordingto.compare.naming import Naming, named, same_actor, subject_of
from accordingto.compare.normalise import Token, same_name, stem
from accordingto.compare.sides import Side
from accordingto.model import Slot, Span, overlap, spans_of

_CLEFT = re.compile(r"\b[Ii]t (?:was|is|had been) (.{3,70}?) (?:who|that|which)\b")
_COPULA = re.compile(r"\b(?:was|were|been|is|are|be) (?=[A-Z])")
"""What may follow it names whose a thing was: "the aircraft may have been Veshkari"."""
_PASSIVE = re.compile(
    r"\b(?:was|were|been|is|are|being|be)\s+(?:(?:\w+ly|still|also|already|now|later|once|again)\s+)?"
    r"\w+(?:ed|en|ne|wn|un|ght|ld|ot|it|ut)\b"
)
_BY = re.compile(r"\bby (?!the (?:end|time)\b|\w+ing\b|\d|noon\b|dawn\b|night\b|hand\b|air\b)")
_LONGEST_AGENT = 8


def actor_findings(a: Side, b: Side) -> list[Finding]:
    """Other agents, the same two with their parts changed, or one agent told more exactly."""
    decided = of_deeds(a, b)
    return _of_agents(a, b) if decided is None else decided


def of_deeds(a: Side, b: Side) -> list[Finding] | None:
    """Who is said to do one deed on both sides; ``None`` where no deed is that has an agent on both."""
    known = _pairs(a, b)
    if not known:
        return None
    if any(how is Alike.SAME for _, _, how in known):
        return []
    for x, y, how in known:
        if how is Alike.OTHER and x.deed.denied == y.deed.denied:
            met = acts_elsewhere(a, x, b, y) or acts_elsewhere(b, y, a, x)
            return [] if met else [_found(Weight.APART, a, x.naming, b, y.naming)]
    for x, y, how in known:
        if x.deed.denied == y.deed.denied or not (how is Alike.OPEN or x.whose or y.whose):
            return [_found(Weight.FINER, a, x.naming, b, y.naming)]
    return None


def denied_of_another(a: Side, b: Side) -> bool:
    """Whether one side denies of somebody what the other says of somebody else: both may be so."""
    known = _pairs(a, b)
    return bool(known) and all(
        how is Alike.OTHER and x.deed.denied != y.deed.denied and not (x.whose or y.whose or _undone(x, y))
        for x, y, how in known
    )


def _undone(x: Agent, y: Agent) -> bool:
    """Whether what one denies may be the deed itself: "the camp was not shelled by the army"."""
    return any(one.deed.passive and one.deed.denied for one in (x, y))


def _pairs(a: Side, b: Side) -> list[tuple[Agent, Agent, Alike]]:
    """The agents of one deed on both sides, and what they are to each other; none where both are kinds of force."""
    first, second = agent(a), agent(b)
    if first is not None and second is not None and _ranks(a, first, b, second) is not None:
        return []
    return [
        (x, y, how) for x in agents(a) for y in agents(b) if one_deed(x, y) and (how := alike(a, x, b, y)) is not None
    ]


def _of_agents(a: Side, b: Side) -> list[Finding]:
    mine, other = agent(a), agent(b)
    if mine is None or other is None or _same_text(a, mine, b, other):
        return []
    ranks = _ranks(a, mine, b, other)
    if ranks is not None:
        weight = _ranks_apart(*ranks)
        return [_found(weight, a, mine, b, other)] if weight else []
    if _changed_places(a, b):
        return [_found(Weight.APART, a, mine, b, other)]
    same = _same(a, mine, b, other)
    if same is None:
        both = somebody(a, mine) and somebody(b, other)
        finer = both and (proper(b, other) if not mine.names else proper(a, mine))
        return [_found(Weight.FINER, a, mine, b, other)] if finer and (mine.names or other.names) else []
    if same or not (_party(a, mine) and _party(b, other)) or _met(a, mine, b, other) or _met(b, other, a, mine):
        return []
    if a.said.report == b.said.report and proper(a, mine) != proper(b, other) and _may_be(a, mine, b, other):
        return [_found(Weight.FINER, a, mine, b, other)]
    return [_found(Weight.APART, a, mine, b, other)]


def _same_text(a: Side, mine: Naming, b: Side, other: Naming) -> bool:
    """Whether both are called the same, be it by a pronoun that the reports resolve differently: "They cross" is "They cross"."""
    ours, theirs = mine.span.of(a.text).casefold(), other.span.of(b.text).casefold()
    return ours == theirs or mine.value.casefold() == other.value.casefold()


def _ranks(a: Side, mine: Naming, b: Side, other: Naming) -> tuple[str, str] | None:
    """The kinds of force that two are of who are only named by what they are; ``None`` where one has a name or is of no such kind."""
    if called(a, mine) or called(b, other):
        return None
    ours, theirs = _rank(a, mine), _rank(b, other)
    return None if ours is None or theirs is None else (ours, theirs)


def _ranks_apart(ours: str, theirs: str) -> Weight | None:
    """How two kinds of force differ: soldiers are no policemen, security forces may be either."""
    if ours == theirs:
        return None
    return Weight.FINER if "state" in (ours, theirs) and "unknown" not in (ours, theirs) else Weight.APART


def _rank(side: Side, naming: Naming) -> str | None:
    """The kind of force that a naming is of."""
    text = naming.span.of(side.text)
    return next((name for name, found in side.frame.words.compared.ranks.items() if found.search(text)), None)


def _actors(side: Side) -> frozenset[str]:
    """Ids of the actors of the registry that who does it is."""
    naming = agent(side)
    return frozenset() if naming is None else registered(side, naming)


def _same(a: Side, mine: Naming, b: Side, other: Naming) -> bool | None:
    """Whether two namings are of one: by their names alone where both hold some, since all have aircraft and troops."""
    if a.once(_actors) & b.once(_actors):
        return True
    same = same_actor(mine, other, a.frame.words)
    ours, theirs = called(a, mine), called(b, other)
    if not same or not ours or not theirs:
        return same
    short = a.frame.abbreviations
    one, two = (names.union(*(short[name] for name in names if name in short)) for names in (ours, theirs))
    return any(same_name(x, y) for x in one for y in two) or _one_entity(a, mine, b, other)


def _one_entity(a: Side, mine: Naming, b: Side, other: Naming) -> bool:
    """Whether what the readings link them to shares a name."""
    (one, ours), (two, theirs) = ((n.names, called(side, n)) for side, n in ((a, mine), (b, other)))
    parties = {stem(word) for word in a.frame.words.compared.parties}
    return any(
        same_name(x, y) for x in (one | ours) - parties for y in (two | theirs) - parties if x in ours or y in theirs
    )


def _found(weight: Weight, a: Side, mine: Naming, b: Side, other: Naming) -> Finding:
    values = mine.value, other.value
    return finding(Slot.ACTOR, weight, (a.said, (mine.span,)), (b.said, (other.span,)), values)


def agent(side: Side) -> Naming | None:
    """Who does what a side says; ``None`` where a passive names nobody."""
    return side.once(_agent)


def _agent(side: Side) -> Naming | None:
    words, short = side.frame.words, side.frame.abbreviations
    cleft = _match(_CLEFT, side)
    if cleft is not None:
        return named(side.said, within(side, *cleft), words, short)
    passive = _match(_PASSIVE, side, group=0)
    if passive is not None and not side.said.actor:
        phrase = _by_phrase(side, passive[1])
        return named(side.said, phrase, words, short) if phrase else None
    subject = subject_of(side.said, words, short)
    if subject is not None and not somebody(side, subject):
        copula = _match(_COPULA, side, group=0)
        subject = (
            named(side.said, _phrase(side, copula[1], side.said.parts[-1].end), words, short) if copula else subject
        )
    subject = subject if subject is not None else _of_events(side)
    if subject is None or not somebody(side, subject):
        return next((x.naming for x in agents(side) if x.party), subject)
    return subject


def _match(pattern: re.Pattern[str], side: Side, group: int = 1) -> tuple[int, int] | None:
    for part in side.said.parts:
        found = pattern.search(side.text, part.start, part.end)
        if found:
            return found.span(group)
    return None


def _by_phrase(side: Side, after: int) -> list[Token]:
    """The words behind "by" that name an agent: up to a mark, a verb or another preposition than "of"."""
    for part in side.said.parts:
        found = _BY.search(side.text, max(after, part.start), part.end) if after < part.end else None
        if found:
            return _phrase(side, found.end(), part.end)
    return []


_ENDS = frozenset(
    "in on at from near after before since during for with as who which that and but or when while".split()
)


def _phrase(side: Side, start: int, end: int) -> list[Token]:
    phrase: list[Token] = []
    for token in within(side, start, end):
        gap = side.text[phrase[-1].end : token.start] if phrase else ""
        if token.word in _ENDS or re.search(r"[,;:.–—]", gap) or len(phrase) >= _LONGEST_AGENT:
            break
        if phrase and token.word in side.frame.words.verbs:
            break
        phrase.append(token)
    return phrase


def _of_events(side: Side) -> Naming | None:
    """The first actor of the events inside the statement."""
    for event in side.said.account.events:
        if event.statement != side.said.id or event.derived:
            continue
        for part in event.actors:
            spans = spans_of(part.evidence)
            if spans and overlap(spans, side.said.parts):
                phrase = within(side, spans[0].start, spans[-1].end)
                return named(side.said, phrase, side.frame.words, side.frame.abbreviations)
    return None


def _party(side: Side, naming: Naming) -> bool:
    """Whether a naming is of somebody who can be told from others: a name that is no place or time, or a noun of a party."""
    return bool(naming.names) and somebody(side, naming)


def _met(a: Side, mine: Naming, b: Side, other: Naming) -> bool:
    """Whether the other side names the agent of this one too, in another part of what it says."""
    names = called(a, mine) - {stem(word) for word in a.frame.words.compared.parties}
    elsewhere = {t.stem for t in b.said.tokens if t.capital and not other.span.start <= t.start < other.span.end}
    return any(same_name(x, y) for x in names for y in elsewhere)


def _may_be(a: Side, mine: Naming, b: Side, other: Naming) -> bool:
    """Whether one may be the other in general words: a militia for the Guard, the army for its division."""
    ours, theirs = (within(side, n.span.start, n.span.end) for side, n in ((a, mine), (b, other)))
    words, rows = a.frame.words, kin_of(a.frame.words)
    one, two = (frozenset(row for t in tokens for row in rows.get(t.stem, ())) for tokens in (ours, theirs))
    nameless = theirs if proper(a, mine) else ours
    return bool(one & two) or any(t.word in words.general_nouns for t in nameless[-1:])


def _changed_places(a: Side, b: Side) -> bool:
    """Whether the agent of each is the other's object: "the Front shelled the army", "the army shelled the Front"."""
    ours, theirs = _roles(a), _roles(b)
    words = a.frame.words
    return any(
        same_actor(actor, object_, words) is True
        and same_actor(target, other, words) is True
        and same_actor(actor, other, words) is False
        for actor, target in ours
        for other, object_ in theirs
    )


def _roles(side: Side) -> Sequence[tuple[Naming, Naming]]:
    """Agents with their objects."""
    found = []
    for event in side.said.account.events:
        if event.statement == side.said.id and not event.derived:
            pairs = [(one, other) for one in event.actors[:1] for other in event.recipients[:1]]
            found += [
                pair for one, other in pairs if (pair := _both(side, spans_of(one.evidence), spans_of(other.evidence)))
            ]
    return found or _subject_and_object(side)


def _both(side: Side, one: Sequence[Span], other: Sequence[Span]) -> tuple[Naming, Naming] | None:
    names = [_named_at(side, spans) for spans in (one, other)]
    return (names[0], names[1]) if names[0] is not None and names[1] is not None else None


def _named_at(side: Side, spans: Sequence[Span]) -> Naming | None:
    if not spans:
        return None
    return named(side.said, within(side, spans[0].start, spans[-1].end), side.frame.words, side.frame.abbreviations)


def _subject_and_object(side: Side) -> Sequence[tuple[Naming, Naming]]:
    """By the order of words alone: the subject, and what follows the verb right behind it."""
    words, short = side.frame.words, side.frame.abbreviations
    subject = subject_of(side.said, words, short)
    if subject is None or _match(_PASSIVE, side, group=0):
        return []
    after = [token for token in side.said.tokens if token.start >= subject.span.end]
    verbs = [i for i, token in enumerate(after[:4]) if token.word in words.verbs or token.word.endswith("ed")]
    if not verbs or verbs[-1] + 1 >= len(after):
        return []
    target = named(side.said, _phrase(side, after[verbs[-1] + 1].start, side.said.parts[-1].end), words, short)
    return [(subject, target)] if target is not None else []
