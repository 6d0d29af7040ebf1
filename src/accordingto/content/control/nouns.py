"""Control told by nouns and modifiers: "the fall of X", "X-held", "besieged X", "under Y's control", "took control of X"."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.content.control.clauses import Phrases
from accordingto.content.control.found import Found
from accordingto.content.control.phrases import NOUNS
from accordingto.model import ControlStatus, Span

_HAVE = ("have", "has", "had", "having", "to")
_JOINED = ("-", "‑")
_OF = ("of", "over", "in", "to")
REACH = 6
"""Words before "control" in which the verb or preposition that governs it is sought."""


def by_noun(word: int, at: Phrases) -> Iterator[Found]:
    """What a word tells as a noun: the capture, the fall, the siege of a place."""
    status = at.words.nouns.get(at.lower(word))
    if status is None or at.pos(word) not in NOUNS:
        return
    place = _place_of_noun(word, status, at)
    if place is None and (status is not ControlStatus.BESIEGES or not _meant(word, at)):
        return
    places = tuple(at.place_of(place)) if place is not None else ()
    holders = _holders_of_noun(word, place, status, at)
    yield Found((word, word), status, False, places, holders, f"noun-{status.value}", word)
    taker = (
        at.noun_after(_end(places, at))
        if status is ControlStatus.LOSES and at.lower(_end(places, at)) == "to"
        else None
    )
    if taker is not None and at.is_armed_or_named(taker):
        yield Found((word, word), ControlStatus.GAINS, False, places, tuple(at.holders_of(taker)), "noun-lost-to", word)


def _end(places: tuple[Span, ...], at: Phrases) -> int:
    """The word behind some places."""
    return at.syntax.inside(places[-1]).stop if places else 0


def _meant(word: int, at: Phrases) -> bool:
    """Whether "the siege" alone speaks of one that is known."""
    return at.lower(word) in ("siege", "encirclement") and at.lower(word - 1) in ("the", "this", "a", "its")


def _place_of_noun(word: int, status: ControlStatus, at: Phrases) -> int | None:
    """The place behind "of" or "from", or the name right before: "the Dorva siege", "the town’s capture"."""
    preposition = "from" if status is ControlStatus.WITHDRAWS else "of"
    if at.lower(word + 1) in (preposition, "of"):
        found = at.noun_after(word + 1)
        return found if found is not None and at.holds(word, found) else None
    if status is ControlStatus.HOLDS:
        beside = [
            w for w in (at.syntax.heads[word], *at.syntax.children(word, "appos")) if at.pos(w) == "PROPN" and w != word
        ]
        return next((w for w in beside if at.is_place(w)), None)
    before = word - 1
    while at.syntax.word(before) in ("s", "’", "'", "-") and before > 0:
        before -= 1
    named = at.pos(before) == "PROPN" or (before < word - 1 and at.pos(before) in NOUNS)
    return before if named and at.holds(word, before) else None


def _holders_of_noun(word: int, place: int | None, status: ControlStatus, at: Phrases) -> tuple[Span, ...]:
    """Who is told behind "by", or before the noun: "the army’s capture of the town", "the Front stronghold of Dorva"."""
    agent = at.behind(word, ("by",))
    if agent is not None and not at.is_place(agent):
        return tuple(at.holders_of(agent))
    verb = at.syntax.heads[word]
    if (
        at.syntax.relations[word] == "dobj"
        and status is ControlStatus.BESIEGES
        and at.lower(verb) in at.words.besieging
    ):
        return _subject(verb, at)
    owner = next(
        (
            w
            for w in at.syntax.children(word, "poss", "compound", "nmod", "amod")[::-1]
            if w < word and w != place and _owns(w, at)
        ),
        None,
    )
    if owner is None and status is ControlStatus.HOLDS and at.pos(word - 1) == "PROPN":
        owner = word - 1
    return (at.phrase(owner, tail=False),) if owner is not None else ()


def _owns(word: int, at: Phrases) -> bool:
    return at.is_armed(word) or (at.syntax.relations[word] == "poss" and not at.is_place(word))


def by_modifier(word: int, at: Phrases) -> Iterator[Found]:
    """What stands before a place and presupposes it: "Front-held", "government controlled", "besieged"."""
    status = at.words.adjectives.get(at.lower(word))
    place = _modified(word, at) if status is not None else None
    if status is None or place is None or at.auxiliary(word) in _HAVE or at.syntax.children(word, "nsubj", "aux"):
        return
    if at.voice(word) == "passive" and at.pos(word + 1) not in NOUNS:
        return
    holder = _joined_holder(word, at)
    if holder is None and status is ControlStatus.HOLDS and at.lower(word) != "occupied":
        return
    first = at.syntax.inside(holder).start if holder else word
    begin = at.syntax.starts[word + 1]
    places = tuple(Span(max(begin, span.start), span.end) for span in at.place_of(place) if span.end > begin)
    yield Found((first, word), status, False, places, (holder,) if holder else (), "modifier", word)


def _modified(word: int, at: Phrases) -> int | None:
    """The place that a participle stands right before."""
    if at.pos(word + 1) not in (*NOUNS, "ADJ") and at.syntax.word(min(word + 1, len(at.syntax) - 1)) not in '“"‘':
        return None
    place = at.noun_after(word)
    return place if place is not None and at.is_place(place, surely=True) else None


def _joined_holder(word: int, at: Phrases) -> Span | None:
    """The words before a participle that say by whom: "Kharan Front-held", "government controlled"."""
    last = word - 2 if at.syntax.word(word - 1) in _JOINED else word - 1
    if word < 1 or at.pos(last) not in (*NOUNS, "ADJ") or (last == word - 1 and at.pos(last) == "ADJ"):
        return None
    first = last
    while (
        first > 0
        and (at.pos(first - 1) == "PROPN" or at.syntax.word(first - 1) in _JOINED)
        and at.pos(first) in (*NOUNS, "PUNCT", "ADJ", "PROPN")
    ):
        first -= 1
    while at.syntax.word(first) in _JOINED:
        first += 1
    return Span(at.syntax.starts[first], at.syntax.ends[last])


def of_control(word: int, at: Phrases) -> Iterator[Found]:
    """What "control" tells by the words around it."""
    form = at.lower(word)
    if form in ("hands", "siege") or (form in at.words.control_nouns and at.pos(word) in NOUNS):
        under = next(
            (w for w in range(word - 1, max(-1, word - REACH), -1) if at.lower(w) in ("under", "in", "into", "to")),
            None,
        )
        if under is not None and _fits(form, under, word, at):
            yield from _standing(under, word, at)
        elif form not in {"hands", "siege"}:
            yield from _governed(word, at)


def _fits(form: str, preposition: int, word: int, at: Phrases) -> bool:
    """Under control, under siege, in the hands of; the words between only say whose."""
    between = range(preposition + 1, word)
    if any(
        at.pos(w) in ("VERB", "AUX", "ADP", "CCONJ") or at.syntax.word(w) in ",;"
        for w in between
        if at.syntax.word(w - 1) not in _JOINED
    ):
        return False
    if at.lower(preposition) == "under":
        return form in ("control", "siege", "command")
    return form == "hands" and at.lower(word - 1) != "preposition"


def _standing(preposition: int, word: int, at: Phrases) -> Iterator[Found]:
    """A place that is, comes or stands under somebody's control."""
    status = ControlStatus.BESIEGES if at.lower(word) == "siege" else ControlStatus.HOLDS
    verb = _verb_before(preposition, at)
    place = at.noun_before(preposition) if verb is None else _standing_place(verb, at)
    holders = _whose(preposition, word, status, at)
    if (
        verb is not None
        and at.voice(verb) == "active"
        and (thing := at.object(verb)) is not None
        and thing < preposition
        and at.is_place(thing)
    ):
        holders, place = holders or _subject(verb, at), thing
    if place is None or not at.holds(word, place):
        return
    if verb is not None and status is ControlStatus.HOLDS and at.lower(verb) in at.words.reached:
        status = ControlStatus.GAINS
    asserted = verb is not None and at.lower(verb) != "held"
    first = verb if verb is not None and at.lower(verb) in at.words.reached else preposition
    yield Found(
        (first, word), status, asserted, tuple(at.place_of(place)), holders, "under", verb if verb is not None else word
    )


def _standing_place(verb: int, at: Phrases) -> int | None:
    found = at.subject(verb) if at.voice(verb) == "active" else at.patient(verb)
    return found if found is not None else at.noun_left(verb)


def _verb_before(preposition: int, at: Phrases) -> int | None:
    """The verb that a preposition goes with: right before it, an object or an adverb passed over."""
    before = preposition - 1
    while before > 0 and at.pos(before) in ("ADV", "PART"):
        before -= 1
    if at.pos(before) in ("VERB", "AUX"):
        return before
    head = at.syntax.heads[preposition]
    return (
        head if head < preposition and at.pos(head) in ("VERB", "AUX") and at.lower(head) in at.words.reached else None
    )


def _whose(preposition: int, word: int, status: ControlStatus, at: Phrases) -> tuple[Span, ...]:
    """Whose control it is: behind "of", or between the preposition and the noun."""
    after = at.noun_after(word + 1) if at.lower(word + 1) in ("of", "by") else None
    if after is not None:
        return tuple(at.holders_of(after))
    inner = [
        w
        for w in range(preposition + 1, word)
        if at.pos(w) in (*NOUNS, "PRON", "ADJ") and at.lower(w) not in ("full", "complete", "total", "s", "firm")
    ]
    if not inner or status is ControlStatus.BESIEGES:
        return ()
    return (Span(at.syntax.starts[preposition + 1], at.syntax.ends[inner[-1]]),)


def _subject(verb: int, at: Phrases) -> tuple[Span, ...]:
    found = at.subject(verb)
    return tuple(at.holders_of(found)) if found is not None else ()


def _governed(word: int, at: Phrases) -> Iterator[Found]:
    """Control that somebody takes, has or loses; without a verb, "the army’s control of the town" presupposes it."""
    if at.lower(word + 1) not in _OF and not (at.lower(word) == "control" and at.lower(word + 1) == "back"):
        return
    place = at.noun_after(word + 1)
    if place is None or not at.holds(word, place):
        return
    places = tuple(at.place_of(place))
    verb = next((w for w in range(word - 1, max(-1, word - REACH), -1) if at.lower(w) in at.words.control_verbs), None)
    if verb is None:
        if at.lower(word) == "control" and (owner := _holders_of_noun(word, place, ControlStatus.HOLDS, at)):
            yield Found((word, word), ControlStatus.HOLDS, False, places, owner, "noun-control", word)
        return
    status = at.words.control_verbs[at.lower(verb)]
    holders = _subject(verb, at)
    yield Found((verb, word), status, True, places, holders, "control-of", verb)
    loser = at.behind(place, ("from",)) if status is ControlStatus.GAINS else None
    if loser is not None and at.is_armed(loser):
        yield Found((verb, word), ControlStatus.LOSES, True, places, tuple(at.holders_of(loser)), "taken-from", verb)
