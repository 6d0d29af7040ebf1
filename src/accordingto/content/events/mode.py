"""By what means: the mode of an assault that its trigger leaves open, from the words around it or from the assault it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

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


def mode_of(told: Told, syntax: Syntax, codebook: Codebook, before: Sequence[tuple[Told, str | None]]) -> str | None:
    """The mode of a trigger: the pattern's, else that of an instrument near by, else that of the assault it goes back to.

    Args:
        told: the trigger.
        syntax: of the running text.
        codebook: with the words for instruments.
        before: earlier triggers with their modes, in text order.
    """
    pattern = told.hit.pattern
    if pattern.mode or pattern.type != "ASSAULT":
        return pattern.mode
    first = pattern.text.split()[0]
    if is_casualty(told.hit) or first in _OPEN | _NAMED:
        return _instrument(told, syntax, codebook) or _gone_back(told, syntax, before)
    return None


def _instrument(told: Told, syntax: Syntax, codebook: Codebook) -> str | None:
    first, last = told.hit.words[0], told.hit.words[-1]
    sentence = syntax.inside(told.sentence)
    around = {syntax.lower(w) for w in range(max(sentence.start, first - REACH), min(sentence.stop, last + REACH + 1))}
    return next((mode for mode, words in codebook.instruments.items() if words & around), None)


def _gone_back(told: Told, syntax: Syntax, before: Sequence[tuple[Told, str | None]]) -> str | None:
    """Casualties and definite nouns ("the strike") belong to the last assault whose mode is known."""
    if not is_casualty(told.hit):
        determiner = {syntax.lower(w) for w in syntax.children(told.hit.head, "det", "amod", "nummod")}
        if told.hit.pattern.kind == "verb" or not determiner & _DEFINITE:
            return None
    for other, mode in reversed(before[-BACK:]):
        if other.hit.pattern.type == "ASSAULT" and not is_casualty(other.hit):
            return mode if mode in _ARMED else None
    return None
