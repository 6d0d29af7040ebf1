"""Who does what to whom: subjects, objects and agents of the verbs that tell control.

Arcs are asked first. Where they give nothing, the words nearest to the verb are, so that one wrong arc loses no record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.content.control.phrases import BE, FURTHEST, NOMINAL, NOUNS, Nominals
from accordingto.content.located import located_names
from accordingto.content.scene import Scene
from accordingto.model import MentionKind
from accordingto.resources.control import ControlWords

_RELATIVE = frozenset("who which that whom whose".split())
_CLIMBED = ("conj", "xcomp", "advcl", "pcomp", "ccomp", "acl")
_PARTICIPLES = frozenset("held lost won run overrun taken retaken cut left fled hemmed laid".split())
NEAR = 2
"""Characters between a verb and what stands right behind it: a space and a quotation mark."""


@dataclass(frozen=True, slots=True)
class Phrases(Nominals):
    """A report's words with what is asked of its nouns and verbs."""

    def voice(self, verb: int) -> str:
        """``passive``, ``reduced`` (a participle behind or before its noun), or ``active``."""
        if not self.is_participle(verb):
            return "active"
        before = self.auxiliary(verb)
        if before in BE or self.syntax.children(verb, "auxpass"):
            return "passive"
        if before in ("have", "has", "had", "having", "’ve", "’d") or self.syntax.children(verb, "nsubj"):
            return "active"
        if self.syntax.relations[verb] in ("acl", "amod") or "by" in (self.lower(verb + 1), self.lower(verb + 2)):
            return "reduced"
        return "active"

    def is_participle(self, verb: int) -> bool:
        """Whether a form can be a past participle."""
        word = self.lower(verb)
        return not word.endswith("ing") and (word.endswith(("ed", "en", "wn", "n")) or word in _PARTICIPLES)

    def auxiliary(self, verb: int) -> str:
        """The word before a verb, adverbs passed over."""
        at = verb - 1
        while at >= 0 and (self.pos(at) in ("ADV", "PART") or self.syntax.word(at) in "“\"‘'") and verb - at < 5:
            at -= 1
        return self.lower(at)

    def subject(self, verb: int) -> int | None:
        """Who does it: the verb's own subject, else that of the verb it hangs on, else the last noun before."""
        at = verb
        for _ in range(4):
            own = self._subjects(at, "nsubj") or (self._subjects(at, "nsubjpass") if at != verb else [])
            if own:
                return self.antecedent(own[-1], at)
            if (
                self.syntax.relations[at] == "acl"
                and at == verb
                and self.lower(verb - 1) != "to"
                and self.pos(self.syntax.heads[at]) in NOMINAL
            ):
                return self.syntax.heads[at]
            if self.syntax.relations[at] not in _CLIMBED or self.syntax.heads[at] == at:
                break
            at = self.syntax.heads[at]
        return None

    def _subjects(self, verb: int, relation: str) -> list[int]:
        """Subjects that stand before their verb: English has few others."""
        return [word for word in self.syntax.children(verb, relation) if word < verb]

    def patient(self, verb: int) -> int | None:
        """Whom or what it is done to, of a passive verb."""
        at = verb
        for _ in range(3):
            own = self._subjects(at, "nsubjpass") or self._subjects(at, "nsubj")
            if own:
                return self.antecedent(own[-1], at)
            if self.syntax.relations[at] not in ("conj", "acomp", "attr", "oprd"):
                break
            at = self.syntax.heads[at]
        if self.syntax.relations[verb] in ("relcl", "acl"):
            return self.syntax.heads[verb]
        return self.noun_left(verb)

    def modified(self, verb: int) -> int | None:
        """The noun that a participle behind it modifies, also as the second of two: "held by A and cut off by B"."""
        for at in (verb, *self.syntax.ancestors(verb)):
            if self.syntax.relations[at] == "acl":
                return self.syntax.heads[at]
            if self.syntax.relations[at] != "conj" or self.pos(self.syntax.heads[at]) != "VERB":
                break
            before = self.noun_before(self.syntax.heads[at])
            if before is not None and self.is_place(before):
                return before
        return self.noun_before(verb)

    def noun_left(self, verb: int) -> int | None:
        """The nearest noun before a verb and its auxiliaries, also where only a relative pronoun stands there."""
        at, first = verb - 1, self.sentence(verb).start
        while at >= first and self.pos(at) in ("AUX", "ADV", "PART"):
            at -= 1
        if at < first:
            return None
        if self.lower(at) in _RELATIVE:
            found = self.antecedent(at, verb)
            return found if found != at else None
        return at if self.pos(at) in NOUNS else None

    def object(self, verb: int) -> int | None:
        """What it is done to, of an active verb."""
        share = self.share_after(verb)
        if share is not None:
            return share
        cut = self.lower(verb + 1) in (",", ".", ";", ":", "–", "—", "-")
        own = [word for word in self.syntax.children(verb, "dobj") if word < verb or not cut]
        if own:
            return self.antecedent(own[0], verb)
        after = self.pos(verb + 1)
        if (
            after in ("DET", "PROPN", "NOUN", "ADJ", "NUM", "PRON")
            or self.syntax.word(verb + 1 if verb + 1 < len(self.syntax) else verb) in '“"‘«'
        ):
            return self.noun_after(verb)
        return None

    def share_after(self, verb: int) -> int | None:
        """The last word of a share that stands right behind: "between a third and 40 percent of the town"."""
        end = self.syntax.ends[verb]
        for quantity in self.scene.quantities:
            if quantity.measure == "%" and 0 < quantity.span.start - end <= NEAR:
                return self.syntax.inside(quantity.span).stop - 1
        return None

    def agent(self, verb: int) -> int | None:
        """Who did it, of a passive verb: behind "by"."""
        return self.behind(verb, ("by",))

    def behind(self, word: int, prepositions: tuple[str, ...]) -> int | None:
        """The noun behind a preposition that hangs on a word, else behind the first one in the words that follow."""
        for prep in self.syntax.children(word, "prep", "agent", "dative", "prt"):
            relative = prep < word and self.lower(prep + 1) in ("which", "whom")
            if (prep > word or relative) and self.lower(prep) in prepositions:
                inner = self.syntax.children(prep, "pobj") or [
                    w for p in self.syntax.children(prep, "prep") for w in self.syntax.children(p, "pobj")
                ]
                found = inner[0] if inner else self.noun_after(prep)
                if found is not None:
                    return self.antecedent(found, word)
        for at in range(word + 1, min(self.sentence(word).stop, word + FURTHEST)):
            if self.lower(at) in prepositions:
                return self.noun_after(at)
            if self.pos(at) in ("VERB", "CCONJ", "SCONJ") or self.syntax.word(at) in ";:.":
                break
        return None

    def antecedent(self, word: int, verb: int) -> int:
        """The noun that a relative pronoun stands for; any other word itself."""
        if self.lower(word) not in _RELATIVE:
            return word
        heads = [at for at in (verb, *self.syntax.ancestors(verb)) if self.syntax.relations[at] == "relcl"][:1]
        found = [self.syntax.heads[at] for at in heads]
        before = self.noun_before(word)
        found += [before] if before is not None else []
        if self.lower(word) in ("which", "that"):
            found = [self._past_apposition(w) for w in found]
            found.sort(key=lambda w: not self.is_place(w))
        return found[0] if found else word

    def _past_apposition(self, word: int) -> int:
        """Over a bearing between commas: "Dorva, north of the city, which …" is Dorva."""
        comma = next((w for w in range(word, max(0, word - 5), -1) if self.syntax.word(w) == ","), 0)
        bearing = comma and self.lower(comma + 1) in (
            "north",
            "south",
            "east",
            "west",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
        )
        return comma - 1 if bearing and self.pos(comma - 1) in NOUNS else word

    def relative(self, verb: int) -> int | None:
        """The noun that a relative clause without an object of its own speaks of: "the villages it controls"."""
        if self.syntax.relations[verb] == "relcl" and not self.syntax.children(verb, "dobj"):
            return self.syntax.heads[verb]
        return None

    def has_pronoun(self, verb: int) -> bool:
        """Whether a relative clause is opened by a pronoun."""
        return any(self.lower(w) in _RELATIVE for w in self.syntax.subtree(verb) if w < verb)


def phrases_of(scene: Scene, words: ControlWords) -> Phrases:
    """A scene with the kinds of its names at hand word by word."""
    syntax = scene.syntax
    kinds: dict[int, MentionKind] = {}
    for mention in sorted(scene.mentions, key=lambda m: len(m.span)):
        span = scene.running(mention.span)
        kinds.update(dict.fromkeys(syntax.inside(span) if span else (), mention.kind))
    return Phrases(scene, words, kinds, frozenset(_placed(scene)), located_names(syntax, words))


def _placed(scene: Scene) -> Iterator[int]:
    for place in scene.places:
        span = None if place.demonym else scene.running(place.span)
        yield from scene.syntax.inside(span) if span else ()
