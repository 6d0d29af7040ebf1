"""By what means: the mode of an assault that its trigger leaves open, from the words around it or from the assault it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.content.events.fold import Told, is_casualty
from accordingto.language.syntax import Syntax
from accordingto.resources.events import Codebook

REACH = 10
"""Words on either side, within the sentence, in which an instrument is sought."""
BACK = 12
"""Triggers back to which casualties and definite nouns take over the mode of an assault."""
_NAMED = frozenset(("strike", "attack", "raid", "hit", "explosion", "bombing", "assault"))
_DEFINITE = frozenset(("the", "that", "this", "its", "their", "another", "third", "second", "both", "two"))
_ARMED = frozenset(("aerial", "drone", "heavy-weapons", "explosives", "firearms", "suicide-attack", "unconventional"))
_OPEN = frozenset(("hit", "strike", "bomb", "attack", "target", "kill", "pound", "raid", "wound", "injure", "fire"))


@dataclass(frozen=True, slots=True)
class Moded:
    """A trigger and the mode that it was given."""

    told: Told
    mode: str | None


def mode_of(told: Told, syntax: Syntax, codebook: Codebook, before: Sequence[Moded]) -> tuple[str | None, int | None]:
    """The mode of a trigger, and the index of the assault before that it goes back to.

    The pattern's mode counts first, then that of an instrument near by, then that of the assault it goes back to.

    Args:
        told: the trigger.
        syntax: of the running text.
        codebook: with the words for instruments.
        before: earlier triggers with their modes, in text order.
    """
    pattern = told.hit.pattern
    earlier = _gone_back(told, syntax, before) if pattern.type == "ASSAULT" else None
    if pattern.mode or pattern.type != "ASSAULT":
        return pattern.mode, earlier
    first = pattern.text.split()[0]
    if not is_casualty(told.hit) and first not in _OPEN | _NAMED:
        return None, earlier
    mode = before[earlier].mode if earlier is not None else None
    return _instrument(told, syntax, codebook) or (mode if mode in _ARMED else None), earlier


def _instrument(told: Told, syntax: Syntax, codebook: Codebook) -> str | None:
    first, last = told.hit.words[0], told.hit.words[-1]
    sentence = syntax.inside(told.sentence)
    around = {syntax.lower(w) for w in range(max(sentence.start, first - REACH), min(sentence.stop, last + REACH + 1))}
    return next((mode for mode, words in codebook.instruments.items() if words & around), None)


def _gone_back(told: Told, syntax: Syntax, before: Sequence[Moded]) -> int | None:
    """Casualties and definite nouns ("the strike") go back to the last assault that is no casualty."""
    if not is_casualty(told.hit):
        determiner = {syntax.lower(w) for w in syntax.children(told.hit.head, "det", "amod", "nummod")}
        if told.hit.pattern.kind == "verb" or not determiner & _DEFINITE:
            return None
    for index in reversed(range(max(0, len(before) - BACK), len(before))):
        other = before[index].told.hit
        if other.pattern.type == "ASSAULT" and not is_casualty(other):
            return index
    return None
