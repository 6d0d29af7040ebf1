"""Victims of an event: how many were killed, injured, detained, displaced or are missing, as bounds; parts told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from accordingto.content.events.phrases import counted, is_count, left_edge, phrase
from accordingto.content.scene import Scene
from accordingto.language.syntax import Syntax
from accordingto.model import Bounds, Harm, Quantity, Span, Victims, spans_of
from accordingto.resources.events import Codebook

_SINGLE_DETERMINERS = frozenset(("a", "an", "one", "another", "his", "her", "its", "my", "their"))
_SINGLE_PRONOUNS = frozenset(("him", "her", "me", "he", "she", "i", "who"))
_PUT_AT = re.compile(
    r"[\s\u00a0]+(?:on both sides|on each side|so far|now|[\w’' ]{0,30}?)?[\s\u00a0]*(?:at|to|of|as)[\s\u00a0]+$"
)
_PART_BEFORE = re.compile(
    r"(?:\bincluding|\bamong them|\bamong whom|\bof whom|\bamong those)[\s\u00a0]+(?:[\w-]+[\s\u00a0]+and[\s\u00a0]+)?$",
    re.I,
)
_PART_AND = re.compile(r"[\s\u00a0]+(?:\w+[\s\u00a0]+)?(?:and|,)[\s\u00a0]+$")
_PART_AFTER = re.compile(
    r"[\s\u00a0]+of[\s\u00a0]+(?:them|whom|which|the dead|the victims|those)\b(?:[\s\u00a0]+(?:were|are))?", re.I
)
_PLURALS = frozenset("people men women children police troops".split())
_REACH = 90
"""Characters behind a trigger in which parts of its count are sought."""


def count_at(scene: Scene, word: int) -> Quantity | None:
    """The quantity that counts a noun: inside its phrase, or the noun itself."""
    syntax = scene.syntax
    first = left_edge(syntax, word)
    whole = Span(syntax.starts[first], syntax.ends[word])
    inner = counted(syntax, word)
    if inner != word:
        whole = Span(min(whole.start, syntax.starts[word]), max(whole.end, syntax.ends[inner]))
    return _first(q for q in scene.quantities if q.measure is None and q.span.overlaps(whole))


def count_near(scene: Scene, trigger: Span) -> Quantity | None:
    """The quantity right before or behind a trigger ("19 dead"), or the one that it is put at ("put the dead at 26")."""
    text = scene.flow.text
    for quantity in scene.quantities:
        if quantity.measure is not None:
            continue
        if quantity.span.end <= trigger.start and not text[quantity.span.end : trigger.start].strip(" \u00a0"):
            return quantity
        if quantity.span.start > trigger.end and not text[trigger.end : quantity.span.start].strip(' \u00a0“"«'):
            return quantity
        if trigger.end < quantity.span.start <= trigger.end + 40 and _PUT_AT.fullmatch(
            text[trigger.end : quantity.span.start]
        ):
            return quantity
    return None


def victims(scene: Scene, codebook: Codebook, harm: str, people: Iterable[int], trigger: Span) -> tuple[Victims, ...]:
    """The victims of one harm.

    Args:
        scene: with quantities.
        codebook: for the words that tell civilians from fighters.
        harm: a value of `Harm`.
        people: head words of those harmed, in the running text.
        trigger: in the running text.
    """
    found: list[Victims] = []
    for word in people:
        bounds = _bounds(scene, word)
        if bounds is not None:
            found.append(Victims(Harm(harm), bounds, *_who(scene, codebook, word)))
    if not found and (quantity := count_near(scene, trigger)) is not None:
        found.append(Victims(Harm(harm), _stated(scene, quantity)))
    totals = {part for total in found for part in spans_of(total.count.evidence)}
    parts = _parts(scene, codebook, harm, trigger) if found else ()
    return (*found, *(part for part in parts if totals.isdisjoint(spans_of(part.count.evidence))))


def _bounds(scene: Scene, word: int) -> Bounds | None:
    quantity = count_at(scene, word)
    if quantity is not None:
        return _stated(scene, quantity)
    if _single(scene.syntax, word):
        return Bounds(1, 1, scene.stated(Span(scene.syntax.starts[word], scene.syntax.ends[word])))
    return None


def _stated(scene: Scene, quantity: Quantity) -> Bounds:
    low, high = (None if value is None else int(value) for value in (quantity.low, quantity.high))
    return Bounds(low, high, scene.stated(quantity.span))


def _single(syntax: Syntax, word: int) -> bool:
    """Whether a noun or pronoun means one person."""
    form = syntax.lower(word)
    if syntax.pos[word] == "PRON":
        return form in _SINGLE_PRONOUNS
    if form in _PLURALS or (form.endswith("s") and syntax.pos[word] != "PROPN") or form in _GROUPS:
        return False
    determiners = {syntax.lower(w) for w in syntax.children(word, "det", "poss", "nummod")}
    return bool(determiners & _SINGLE_DETERMINERS) and syntax.pos[word] == "NOUN"


_GROUPS = frozenset(
    "army family crowd group force unit militia population convoy number crew team dozen hundred thousand score half toll building".split()
)


def _who(scene: Scene, codebook: Codebook, word: int) -> tuple[str | None, bool | None]:
    """Who the counted are, where it is told, and whether they are civilians."""
    head = counted(scene.syntax, word)
    form = scene.syntax.lower(head)
    named = scene.syntax.pos[head] in ("NOUN", "PROPN") and not is_count(scene.syntax, head)
    if not named or form in ("people", "persons", "person"):
        return None, None
    words = phrase(scene.syntax, word, codebook.phrases["bounds"]).of(scene.flow.text)
    if form in codebook.classes["noncombatant"]:
        return words, True
    return words, False if form in codebook.classes["combatant"] else None


def _parts(scene: Scene, codebook: Codebook, harm: str, trigger: Span) -> Iterator[Victims]:
    """Counts that are told as parts of the total ("five of them children", "including six women and four children")."""
    text, sentence = scene.flow.text, scene.sentence_of(trigger)
    going = None
    for quantity in scene.quantities:
        if quantity.span.start < trigger.end or quantity.span.end > sentence.end or quantity.measure is not None:
            continue
        if quantity.span.start > trigger.end + _REACH:
            return
        before = text[sentence.start : quantity.span.start]
        after = _PART_AFTER.match(text, quantity.span.end)
        goes_on = going is not None and _PART_AND.fullmatch(text[going : quantity.span.start])
        if after or goes_on or _PART_BEFORE.search(before):
            at = scene.syntax.inside(Span(after.end() if after else quantity.span.end, sentence.end))
            noun = next((w for w in at[:4] if scene.syntax.pos[w] in ("NOUN", "PROPN")), None)
            told = scene.syntax.lower(noun) if noun is not None else None
            civilians = _who(scene, codebook, noun)[1] if noun is not None else None
            yield Victims(Harm(harm), _stated(scene, quantity), told, civilians, part=True)
            going = quantity.span.end


def _first(found: Iterable[Quantity]) -> Quantity | None:
    return next(iter(found), None)
