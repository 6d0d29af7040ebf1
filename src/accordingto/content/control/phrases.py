"""Noun phrases as control asks for them: which nouns are places, which fight, where a phrase begins and ends."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.content.scene import Scene
from accordingto.language.syntax import Syntax
from accordingto.model import MentionKind, Span
from accordingto.resources.control import ControlWords

NOUNS = ("NOUN", "PROPN")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_BEFORE = frozenset("det amod compound poss nummod nmod punct quantmod case goeswith advmod npadvmod".split())
BE = frozenset("be is are was were been being get gets got remains remained remain ’s 's".split())
_NOT_PLACES = (
    MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.NATIONALITY, MentionKind.GROUP, MentionKind.WEAPON, MentionKind.OFFICE,
)  # fmt: skip
FURTHEST = 12
"""Words over which a fallback looks."""


@dataclass(frozen=True, slots=True)
class Nominals:
    """A report's words with what is asked of its nouns."""

    scene: Scene
    words: ControlWords
    _kinds: dict[int, MentionKind]
    _placed: frozenset[int]
    _located: frozenset[str]
    """Last words of names that stand somewhere in the report as places do: "in Dorva", "the town of Dorva"."""

    @property
    def syntax(self) -> Syntax:
        """The words of the running text."""
        return self.scene.syntax

    def lower(self, word: int) -> str:
        """A word in lower case; empty outside the text."""
        return self.syntax.lower(word) if 0 <= word < len(self.syntax) else ""

    def pos(self, word: int) -> str:
        """Part of speech; empty outside the text."""
        return self.syntax.pos[word] if 0 <= word < len(self.syntax) else ""

    def sentence(self, word: int) -> range:
        """The words of the sentence that a word stands in."""
        start = self.syntax.starts[word]
        return self.syntax.inside(self.scene.sentence_of(Span(start, self.syntax.ends[word])))

    def is_place(self, head: int, *, surely: bool = False) -> bool:
        """Whether a noun can be held: a noun of places, a place, or a name that is not known to be something else.

        With ``surely`` the words around it allow nothing but a place ("the siege of"), and a name counts whatever it was taken for.
        """
        word = self.lower(head)
        if word in self.words.portions:
            of = next((w for w in (head + 1, head + 2) if self.lower(w) == "of"), None)
            inner = self.noun_after(of) if of is not None else None
            return inner is not None and self.is_place(inner, surely=surely)
        if self.pos(head) == "PROPN" and word in self.words.armed:
            return False
        if word in self.words.places or head in self._placed:
            return True
        if self.pos(head) != "PROPN" or not self.syntax.word(head)[0].isupper():
            return False
        explained = any(self.lower(w) in self.words.places for w in self.syntax.children(head, "appos"))
        explained = explained or (self.syntax.relations[head] == "conj" and self.syntax.heads[head] in self._placed)
        return (
            surely or explained or self.syntax.word(head) in self._located or self._kinds.get(head) not in _NOT_PLACES
        )

    def holds(self, trigger: int, head: int) -> bool:
        """Whether a noun can be the place of a trigger."""
        form = self.lower(trigger)
        body = self._kinds.get(head) is MentionKind.ORGANISATION and form in self.words.taking
        return self.is_place(head, surely=body or form in self.words.sure)

    def is_armed(self, head: int) -> bool:
        """Whether a noun is of those who fight or govern."""
        if self.lower(head) in self.words.armed:
            return True
        return self.pos(head) == "PROPN" and self._kinds.get(head) in (MentionKind.ORGANISATION, MentionKind.GROUP)

    def is_armed_or_named(self, head: int) -> bool:
        """Whether a noun is of those who fight or govern, or any name."""
        return self.pos(head) == "PROPN" or self.lower(head) in self.words.armed

    def phrase(self, head: int, *, tail: bool = True) -> Span:
        """The noun phrase of a head: what stands before it and, with ``tail``, an "of" behind it."""
        first = head
        while first - 1 >= 0 and self._leads(first - 1, head):
            first -= 1
        while first < head and (self.pos(first) == "PUNCT" or self.lower(first) in BE):
            first += 1
        last = head
        if tail and self.lower(head + 1) == "of" and (inner := self.noun_after(head + 1)) is not None:
            last = inner
        return Span(self.syntax.starts[first], self.syntax.ends[last])

    def _leads(self, word: int, head: int) -> bool:
        """Whether a word before a head belongs to its phrase."""
        if self.syntax.relations[word] in _BEFORE and self._under(word, head):
            return (self.syntax.word(word) not in ",;:()" and self.pos(word) not in ("VERB", "ADV")) or self._joined(
                word
            )
        return self._joined(word) and self.pos(word) in ("ADJ", "NOUN", "PROPN", "VERB", "PUNCT", "PART", "X")

    def _under(self, word: int, head: int) -> bool:
        return head in self.syntax.ancestors(word)

    def _joined(self, word: int) -> bool:
        """Whether a hyphen or an apostrophe joins a word to its neighbour."""
        return any(
            self.syntax.word(w) in ("-", "‑", "’", "'") for w in (word - 1, word, word + 1) if 0 <= w < len(self.syntax)
        )

    def place_of(self, head: int) -> list[Span]:
        """The places that a head names, joined ones apart; "the town of Dorva" is Dorva."""
        found = []
        for one in (head, *self.conjuncts(head)):
            named = self._named(one)
            if one == head or self.is_place(one):
                found.append(self.phrase(named))
        return found

    def _named(self, head: int) -> int:
        """The name behind a generic noun: "the northern town of Dorva" → Dorva."""
        name = self.syntax.heads[head]
        if (
            self.syntax.relations[head] == "appos"
            and self.pos(name) == "PROPN"
            and self.pos(head) == "NOUN"
            and self.is_place(name)
        ):
            return name
        if (apart := self._apposed(head)) is not None:
            return apart
        if self.lower(head + 1) in ("”", '"', "»") and self.lower(head + 2) == "of":
            return head
        if self.lower(head + 1) != "of" or self.lower(head) in (
            "half",
            "part",
            "parts",
            "percent",
            "quarter",
            "quarters",
            "majority",
        ):
            return head
        inner = self.noun_after(head + 1)
        return inner if inner is not None and self.pos(inner) == "PROPN" and self.is_place(inner) else head

    def _apposed(self, head: int) -> int | None:
        """The name before a comma that a generic noun explains: "Dorva, a town held by the Front"."""
        first = self.syntax.inside(self.phrase(head, tail=False)).start
        name = first - 2
        explained = self.pos(head) == "NOUN" and self.lower(first) in ("a", "an") and self.lower(first - 1) == ","
        return name if explained and self.pos(name) == "PROPN" and self.is_place(name) else None

    def conjuncts(self, head: int) -> list[int]:
        """Nouns that are joined to a head."""
        found, waiting = [], [head]
        while waiting:
            more = [w for w in self.syntax.children(waiting.pop(), "conj") if self.pos(w) in NOUNS]
            found += more
            waiting += more
        return found

    def holders_of(self, head: int) -> list[Span]:
        """Those who are named by a head and what is joined to it."""
        return [self.phrase(one) for one in (head, *self.conjuncts(head))]

    def noun_after(self, word: int, stop: int | None = None) -> int | None:
        """The head of the noun phrase that begins right behind a word; ``None`` where none does."""
        head, at = None, word + 1
        end = min(self.sentence(word).stop, word + FURTHEST) if stop is None else stop
        while at < end:
            pos = self.pos(at)
            if pos in NOMINAL:
                head = at
            elif self.syntax.word(at) in ("’", "'", "s", "-", "‑", "“", "”", '"', "«", "»", "‘"):
                pass
            elif not self._inside(at, pos, head):
                break
            at += 1
        return head

    def _inside(self, word: int, pos: str, head: int | None) -> bool:
        """Whether a word that is no noun can stand inside a noun phrase whose head so far is ``head``."""
        if pos == "VERB":
            return self.syntax.relations[word] == "amod"
        return head is None and pos in ("DET", "ADJ", "ADV", "PART", "X")

    def noun_before(self, word: int) -> int | None:
        """The last noun before a word, with nothing but "of", articles and joined words between."""
        at, first = word - 1, self.sentence(word).start
        if at >= first and self.syntax.word(at) == ",":
            at -= 1
        if at < first or self.pos(at) not in NOUNS:
            return None
        head = at
        while at - 2 >= first and self.lower(at - 1) == "of" and self.pos(at - 2) in NOUNS:
            at -= 2
        return head
