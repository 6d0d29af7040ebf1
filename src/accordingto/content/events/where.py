"""Where an event happens: the places that stand in its clause behind a preposition, else those of the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.content.events import clauses
from accordingto.content.events.triggers import Hit
from accordingto.content.scene import Scene
from accordingto.language.syntax import Syntax
from accordingto.model import Span
from accordingto.resources.events import Codebook

PREPOSITIONS = frozenset(
    "in at near around on outside inside into across over through from to toward towards along beside behind off under between within "
    "throughout above amid onto against north south east west".split()
)
_NOT_WHERE = frozenset(("of", "by", "with", "for", "as"))
_TIGHT = 70
"""Characters around a trigger in which a toponym of the sentence counts as the event's place where the syntax ties none to it."""


def toponyms(scene: Scene, sentence: Span) -> list[Span]:
    """The toponyms of a sentence, in the running text, without demonyms."""
    return [span for span in scene.toponyms if sentence.contains(span)]


def places(
    scene: Scene, hit: Hit, inside: tuple[int, ...], codebook: Codebook, placed: frozenset[int]
) -> list[Span | int]:
    """Spans of toponyms and head words of other places, the nearest kind first.

    Args:
        scene: the report.
        hit: the trigger.
        inside: head words of the event's recipients and of places in its roles.
        codebook: for the words that name kinds of places.
        placed: the words inside toponyms.
    """
    syntax, sentence = scene.syntax, scene.sentence_of(hit.span(scene.syntax))
    names = toponyms(scene, sentence)
    tied = [word for word in _behind(syntax, hit) if _is_place(syntax, word, codebook, placed)]
    if tied:
        return [_named(syntax, word, names) or word for word in tied[:2]]
    within = [name for name in names if any(set(syntax.inside(name)) & set(syntax.subtree(word)) for word in inside)]
    if within:
        return list(within[:1])
    return list(_close(scene, hit, names))


def _behind(syntax: Syntax, hit: Hit) -> Iterator[int]:
    """The nouns behind prepositions of place that hang on the trigger, on its verb, or on what it is done to."""
    seen = set()
    for anchor in _anchors(syntax, hit):
        for prep in syntax.children(anchor, "prep", "advmod"):
            for deep in (prep, *syntax.children(prep, "prep")):
                if syntax.lower(deep) in PREPOSITIONS:
                    for noun in syntax.children(deep, "pobj"):
                        if noun not in seen:
                            seen.add(noun)
                            yield noun


def _anchors(syntax: Syntax, hit: Hit) -> Iterator[int]:
    yield from hit.words
    head = syntax.heads[hit.head]
    if (
        hit.pattern.kind != "verb"
        and syntax.pos[head] in clauses.VERBAL
        and syntax.relations[hit.head] in ("dobj", "nsubj", "nsubjpass")
    ):
        yield head
    if hit.pattern.kind == "verb":
        yield from (word for word in syntax.children(hit.head, "dobj", "nsubjpass", "prt"))


def _is_place(syntax: Syntax, word: int, codebook: Codebook, placed: frozenset[int]) -> bool:
    if word in placed:
        return True
    form = syntax.lower(word)
    return syntax.pos[word] == "NOUN" and (
        form in codebook.classes["place"] or form in codebook.classes["building"] or form in codebook.classes["route"]
    )


def _named(syntax: Syntax, word: int, names: list[Span]) -> Span | None:
    start = syntax.starts[word]
    return next((name for name in names if name.start <= start < name.end), None)


def _close(scene: Scene, hit: Hit, names: list[Span]) -> Iterator[Span]:
    """A toponym near by behind a preposition of place, where the syntax ties none to the trigger."""
    trigger, text = hit.span(scene.syntax), scene.flow.text
    near = sorted(names, key=lambda name: abs(name.start - trigger.end))
    for name in near[:1]:
        if abs(name.start - trigger.end) > _TIGHT:
            return
        before = text[max(0, name.start - 12) : name.start].split()
        if (
            before
            and before[-1].lower() in PREPOSITIONS
            and before[-1].lower() not in _NOT_WHERE
            and name.start > trigger.start
        ):
            yield name
