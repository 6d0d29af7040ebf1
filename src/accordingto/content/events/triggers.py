"""Triggers: the words of a text that name happenings, by the patterns of the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from accordingto.content.events import clauses
from accordingto.language.syntax import Syntax
from accordingto.model import Span
from accordingto.resources.events import Codebook, Pattern, Wanted

NEAR = 8
"""Words on either side in which the words of ``near`` and ``not`` are sought."""
GAP = 3
"""Words that may stand between a verb and a word that belongs to it."""
_COUNTED = "people"
"""Where people will do, a bare number will."""
_STOPS = frozenset(".;:!?\n")
_NOUNS = frozenset(("NOUN", "PROPN"))
_WORDS = frozenset(("ADJ", "VERB", "NOUN"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found in a text."""

    head: int
    """The word on which the arguments hang."""
    words: tuple[int, ...]
    pattern: Pattern

    def span(self, syntax: Syntax) -> Span:
        """The trigger in the running text."""
        return syntax.span(self.words)


def triggers(syntax: Syntax, codebook: Codebook, placed: frozenset[int] = frozenset()) -> list[Hit]:
    """Hits in text order, none over another. ``placed`` are the words inside toponyms."""
    found = [hit for word in range(len(syntax)) for hit in _hits(syntax, word, codebook, placed)]
    found.sort(key=lambda hit: (-hit.pattern.weight, -len(hit.words), hit.head))
    taken: set[int] = set()
    kept = []
    for hit in found:
        if taken.isdisjoint(hit.words):
            taken.update(hit.words)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.words)


def _hits(syntax: Syntax, word: int, codebook: Codebook, placed: frozenset[int]) -> Iterator[Hit]:
    for pattern in codebook.patterns.get(syntax.lower(word), ()):
        if not _fits(syntax, word, pattern):
            continue
        words = _followed(syntax, word, pattern)
        if words is None or not _near(syntax, word, pattern):
            continue
        head = word if pattern.kind == "verb" else _top(syntax, words)
        if pattern.kind == "verb" and syntax.relations[head] == "amod":
            continue
        if pattern.kind != "verb" and _qualifies(syntax, words, placed):
            continue
        if _conditions(syntax, head, pattern, placed):
            yield Hit(head, words, pattern)


def _fits(syntax: Syntax, word: int, pattern: Pattern) -> bool:
    """Whether the part of speech is one that the pattern's kind may have."""
    pos, form = syntax.pos[word], syntax.lower(word)
    if pattern.kind == "verb":
        if pos in clauses.VERBAL or (pos == "ADJ" and form.endswith("ed")):
            return True
        return pos in _NOUNS and bool(pattern.following or _verb_in_headline(syntax, word)) and not form.endswith("ing")
    if pattern.kind == "noun":
        return (
            pos in _NOUNS
            or bool(pattern.following and pos != "VERB")
            or (form.endswith("ing") and _nominal(syntax, word))
        )
    return pos in _WORDS


def _verb_in_headline(syntax: Syntax, word: int) -> bool:
    """A plural noun before and a name behind make a verb of what the tagger takes for a noun ("Rebels shell Dorva")."""
    if not 0 < word < len(syntax) - 1 or syntax.pos[word - 1] not in _NOUNS:
        return False
    return syntax.word(word).islower() and (
        syntax.pos[word + 1] in ("PROPN", "DET", "NUM") and syntax.lower(word - 1).endswith("s")
    )


def _nominal(syntax: Syntax, word: int) -> bool:
    """Whether a form in -ing stands as a noun: a determiner before, "of" behind, or a noun's place in the clause."""
    if syntax.children(word, "det", "poss", "amod"):
        return True
    if word + 1 < len(syntax) and syntax.lower(word + 1) == "of":
        return True
    return syntax.relations[word] in ("nsubj", "nsubjpass", "pobj", "dobj", "conj") and not syntax.children(
        word, "dobj", "nsubj"
    )


def _followed(syntax: Syntax, word: int, pattern: Pattern) -> tuple[int, ...] | None:
    """The words of the trigger where those that must follow do; ``None`` where they do not."""
    words, last = [word], word
    for alternatives in pattern.following:
        found = _next(syntax, last, alternatives, GAP if pattern.kind == "verb" else 0)
        if found is None:
            found = (
                _suffering(syntax, word, alternatives)
                if pattern.kind == "verb" and len(pattern.following) == 1
                else None
            )
            if found is None:
                return None
            return (word,)
        words.append(found)
        last = found
    return tuple(words)


def _next(syntax: Syntax, last: int, alternatives: frozenset[str], gap: int) -> int | None:
    skipped = 0
    for word in range(last + 1, min(len(syntax), last + 3 + 2 * gap)):
        form = syntax.lower(word)
        if form in alternatives:
            return word
        if form in _STOPS or (form == "," and gap):
            return None
        if form not in "-‑–“”\"'‘’":
            skipped += 1
        if skipped > gap:
            return None
    return None


def _suffering(syntax: Syntax, verb: int, alternatives: frozenset[str]) -> int | None:
    """In the passive the word that would follow is the subject ("sanctions were imposed")."""
    if not clauses.passive(syntax, verb):
        return None
    return next((word for word in clauses.objects(syntax, verb) if syntax.lower(word) in alternatives), None)


def _top(syntax: Syntax, words: Sequence[int]) -> int:
    return next((word for word in reversed(words) if syntax.heads[word] not in words), words[-1])


def _qualifies(syntax: Syntax, words: tuple[int, ...], placed: frozenset[int]) -> bool:
    """Whether a noun only qualifies another ("the strike inquiry") or belongs to a name."""
    if placed.intersection(words):
        return True
    head = _top(syntax, words)
    return (
        syntax.relations[head] in ("compound", "nmod") and syntax.heads[head] > head and syntax.heads[head] not in words
    )


def _near(syntax: Syntax, word: int, pattern: Pattern) -> bool:
    if not pattern.near and not pattern.without:
        return True
    around = _window(syntax, word)
    if pattern.without and not pattern.without.isdisjoint(around):
        return False
    return not pattern.near or not pattern.near.isdisjoint(around)


def _window(syntax: Syntax, word: int) -> set[str]:
    """The words around one, within its sentence."""
    found = set()
    for step in (-1, 1):
        at = word + step
        while 0 <= at < len(syntax) and abs(at - word) <= NEAR and syntax.word(at) not in _STOPS:
            found.add(syntax.lower(at))
            at += step
    return found


def _conditions(syntax: Syntax, head: int, pattern: Pattern, placed: frozenset[int]) -> bool:
    if pattern.object is not None:
        found = clauses.all_objects(syntax, head) or _behind_preposition(syntax, head)
        if not _meets(syntax, found, pattern.object, placed):
            return False
    if pattern.subject is not None:
        found = clauses.subjects(syntax, head)
        if not found and clauses.passive(syntax, head):
            found = clauses.agents(syntax, head)
        return _meets(syntax, found, pattern.subject, placed)
    return True


def _behind_preposition(syntax: Syntax, verb: int) -> list[int]:
    for prep in syntax.children(verb, "prep"):
        found = syntax.children(prep, "pobj")
        if found:
            return found
    return []


def _meets(syntax: Syntax, found: Iterable[int], wanted: Wanted, placed: frozenset[int]) -> bool:
    words = list(found)
    if not words:
        return wanted.bare
    if any(syntax.lower(word) in wanted.unwanted or (wanted.nowhere and word in placed) for word in words):
        return False
    if not (wanted.words or wanted.named or wanted.placed):
        return True
    return any(_is(syntax, word, wanted, placed) for word in words)


def _is(syntax: Syntax, word: int, wanted: Wanted, placed: frozenset[int]) -> bool:
    if syntax.lower(word) in wanted.words or (wanted.placed and word in placed):
        return True
    if wanted.named and syntax.pos[word] == "PROPN":
        return True
    if syntax.pos[word] == "NUM" and _COUNTED in wanted.words:
        return True
    inner = clauses.after_preposition(syntax, word, frozenset(("of",)))
    return any(syntax.lower(part) in wanted.words for part in inner) and syntax.pos[word] in ("NOUN", "NUM", "PRON")
