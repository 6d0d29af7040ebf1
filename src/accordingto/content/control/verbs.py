"""Control told by verbs: "captured X from Y", "X was retaken by Y", "X fell", "the villages it controls"."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.content.control.clauses import Phrases
from accordingto.content.control.found import Found
from accordingto.content.control.phrases import NOUNS
from accordingto.model import ControlStatus, Span
from accordingto.resources.control import VerbFrame

_FROM = ("from",)
_AWAY = ("from", "of")
_TO = ("to",)


def by_verb(word: int, at: Phrases) -> Iterator[Found]:
    """What a word tells as a verb; nothing where it is none or its words do not fit."""
    if not _is_verb(word, at) or at.lower(word - 1) in ("-", "‑"):
        return
    for frame in at.words.verbs.get(at.lower(word), ()):
        last = _last(word, frame, at)
        if last is None:
            continue
        found = list(_READERS[frame.frame](word, last, frame, at))
        yield from found
        if found or frame.particle:
            return


def _is_verb(word: int, at: Phrases) -> bool:
    """By its part of speech, or by its subject where that was taken for a noun's ("the villages it controls")."""
    if at.pos(word) in ("VERB", "ADJ", "AUX"):
        return True
    return at.pos(word) == "NOUN" and bool(at.syntax.children(word, "nsubj"))


def _last(word: int, frame: VerbFrame, at: Phrases) -> int | None:
    """The last word of a verb with its particle; ``None`` where the particle is missing."""
    for i, particle in enumerate(frame.particle, 1):
        if at.lower(word + i) != particle:
            return None
    return word + len(frame.particle)


def _direct(word: int, last: int, frame: VerbFrame, at: Phrases) -> Iterator[Found]:
    voice = at.voice(word)
    if voice == "active":
        yield from _active(word, last, frame, at)
    elif voice == "passive":
        place = at.patient(word)
        if place is not None and at.holds(word, place):
            yield from _records(word, last, frame.status, _asserted(word, at), place, at.agent(last), at)
    elif at.pos(word + 1) not in NOUNS or at.syntax.relations[word] == "acl":
        place = at.modified(word)
        if place is not None and place < word and at.holds(word, place):
            yield from _records(word, last, frame.status, False, place, at.agent(last), at)


def _active(word: int, last: int, frame: VerbFrame, at: Phrases) -> Iterator[Found]:
    if at.syntax.relations[word] == "amod":
        return  # "the governing body"
    relative = at.relative(word)
    place = (
        relative if relative is not None and at.holds(word, relative) and at.syntax.children(word, "nsubj") else None
    )
    holder = at.subject(word)
    if place is None or holder == place:
        place = at.object(last)
    if place is None:
        yield from _headline(word, last, frame, at)
        return
    if place == holder or not at.holds(word, place) or _idle(word, place, frame, at):
        return
    if frame.frame in ("leaving", "having") and (holder is None or not at.is_armed(holder)):
        return
    yield from _records(word, last, frame.status, _asserted(word, at), place, holder, at)


def _idle(word: int, place: int, frame: VerbFrame, at: Phrases) -> bool:
    """Whether verb and noun make a phrase of their own ("took place"), or people only left the country."""
    if at.lower(word + 1) == "up" or (place == word + 1 and at.lower(place) in at.words.idle):
        return True
    if frame.frame == "having":
        return at.pos(place) != "PROPN" and at.lower(word + 1) not in ("the", "both", "all")
    return frame.frame == "leaving" and at.lower(place) in ("country", "place", "position", "half", "part")


def _headline(word: int, last: int, frame: VerbFrame, at: Phrases) -> Iterator[Found]:
    """A headline's passive: "Dorva liberated after two weeks"."""
    place = at.noun_left(word)
    followed = at.syntax.word(last + 1) if last + 1 < len(at.syntax) else ""
    closed = not followed[:1].isalnum() or at.pos(last + 1) in ("ADP", "SCONJ")
    if (
        place is None
        or not closed
        or not at.is_participle(word)
        or not at.holds(word, place)
        or frame.frame != "direct"
    ):
        return
    if frame.status in (ControlStatus.GAINS, ControlStatus.BESIEGES) and at.auxiliary(word) == at.lower(place):
        yield from _records(word, last, frame.status, True, place, at.agent(last), at)


def _asserted(word: int, at: Phrases) -> bool:
    """Whether a clause says it; a modifier without a relative pronoun only presupposes it."""
    relation = at.syntax.relations[word]
    return relation != "acl" and (relation != "relcl" or at.has_pronoun(word))


def _records(
    word: int, last: int, status: ControlStatus, asserted: bool, place: int, holder: int | None, at: Phrases
) -> Iterator[Found]:
    """The record, and of a gain the loss of whom it was taken from."""
    places, trigger = tuple(at.place_of(place)), (word, last)
    holders = tuple(at.holders_of(holder)) if holder is not None else ()
    yield Found(trigger, status, asserted, places, holders, status.value, word)
    if status is ControlStatus.LOSES and (taker := at.behind(last, _TO)) is not None and at.is_armed_or_named(taker):
        yield Found(trigger, ControlStatus.GAINS, asserted, places, tuple(at.holders_of(taker)), "lost-to", word)
    if status is ControlStatus.GAINS:
        loser = at.behind(last, _FROM)
        if loser is not None and (at.is_armed(loser) or not at.is_place(loser)) and loser != place:
            yield Found(trigger, ControlStatus.LOSES, asserted, places, tuple(at.holders_of(loser)), "taken-from", word)


def _from(word: int, last: int, frame: VerbFrame, at: Phrases) -> Iterator[Found]:
    """The fighters withdrew from the town."""
    place = at.behind(last, _AWAY)
    holder = at.subject(word)
    if place is not None and at.holds(word, place):
        holders = tuple(at.holders_of(holder)) if holder is not None else ()
        yield Found((word, last), frame.status, _asserted(word, at), tuple(at.place_of(place)), holders, "from", word)


def _falling(word: int, last: int, frame: VerbFrame, at: Phrases) -> Iterator[Found]:
    """The town fell, or fell to the army, which then has it."""
    place = at.subject(word)
    if place is None or not at.holds(word, place) or at.syntax.children(word, "dobj", "acomp", "attr", "oprd"):
        return
    taker = at.behind(last, _TO)
    places = tuple(at.place_of(place))
    if taker is not None and at.is_armed(taker):
        yield Found((word, last), ControlStatus.GAINS, True, places, tuple(at.holders_of(taker)), "fell-to", word)
    elif (
        at.pos(last + 1) not in ("ADJ", "NUM", "NOUN") and taker is None and at.lower(last + 1) not in ("into", "below")
    ):
        yield Found((word, last), frame.status, True, places, (), "fell", word)


def _driving(word: int, last: int, frame: VerbFrame, at: Phrases) -> Iterator[Found]:
    """The army drove the rebels out of the town: they lose it."""
    place = at.behind(last, _AWAY)
    voice = at.voice(word)
    loser = at.object(last) if voice == "active" else at.patient(word)
    if place is None:
        place = at.relative(word) if loser != at.relative(word) else None
    if place is None or loser is None or loser == place or not at.holds(word, place) or not at.is_armed(loser):
        return
    asserted = _asserted(word, at) and at.relative(word) is None
    yield Found(
        (word, last), frame.status, asserted, tuple(at.place_of(place)), tuple(at.holders_of(loser)), "driven", word
    )


def _handing(word: int, last: int, frame: VerbFrame, at: Phrases) -> Iterator[Found]:
    """The Front handed the town over to the army: one loses it, one gains it."""
    active = at.voice(word) == "active"
    place = at.object(last) if active else at.patient(word)
    if place is None or not at.holds(word, place):
        return
    places = tuple(at.place_of(place))
    giver, taker = at.subject(word) if active else at.agent(last), at.behind(last, _TO)
    if taker is None or not at.is_armed_or_named(taker):
        return
    taker_spans, giver_spans = tuple(at.holders_of(taker)), _spans(giver, at)
    yield Found((word, last), frame.status, _asserted(word, at), places, giver_spans, "handed", word)
    yield Found((word, last), ControlStatus.GAINS, _asserted(word, at), places, taker_spans, "handed", word)


def _spans(word: int | None, at: Phrases) -> tuple[Span, ...]:
    return tuple(at.holders_of(word)) if word is not None else ()


def contesting(word: int, at: Phrases) -> Iterator[Found]:
    """Those who fight for a place, or are inside a part of it."""
    if at.pos(word) == "VERB" and at.lower(word) in at.words.fighting:
        place = at.behind(word, ("for", "over"))
        if place is not None and at.lower(place) in at.words.control_nouns:
            place = at.noun_after(place + 1) if at.lower(place + 1) in ("of", "over") else None
        if place is not None and at.holds(word, place):
            yield Found(
                (word, word),
                ControlStatus.CONTESTS,
                True,
                tuple(at.place_of(place)),
                _spans(at.subject(word), at),
                "fighting",
                word,
            )
    if at.lower(word) in at.words.inside and (verb := _be_before(word, at)) is not None:
        place, holder = at.noun_after(word), at.subject(verb)
        if place is not None and holder is not None and at.holds(word, place) and at.is_armed(holder):
            yield Found(
                (word, word),
                ControlStatus.CONTESTS,
                True,
                tuple(at.place_of(place)),
                _spans(holder, at),
                "inside",
                verb,
            )


def _be_before(word: int, at: Phrases) -> int | None:
    before = word - 1
    while before > 0 and at.pos(before) == "ADV":
        before -= 1
    return before if at.lower(before) in ("is", "are", "was", "were") else None


_READERS = {
    "direct": _direct, "leaving": _direct, "having": _direct, "from": _from, "falling": _falling, "driving": _driving, "handing": _handing,
}  # fmt: skip
