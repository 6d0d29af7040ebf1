"""Whom words mean that name nobody: one pass over a running text, names and what refers to them in text order.

A description ("the group", "the regime") goes to what the report has called by the same noun, else to the nearest that the noun can
mean; a government or army nobody has named goes to the one state that the report is about. A pronoun goes to the best of what was
mentioned in the sentences just before: subjects first, then what is nearest. Every step is a named rule; what no rule tells stays
unresolved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from accordingto.language.sentences import sentence_at
from accordingto.language.syntax import Syntax
from accordingto.mentions.anaphors import PRONOUNS, Anaphor
from accordingto.mentions.things import Thing
from accordingto.model import ActorKind, MentionKind, Span
from accordingto.resources.nominals import Nominals

DESCRIPTION_REACH = 5
"""Sentences back to which a description may go by its kind alone; by the same noun it may go back any way."""
PRONOUN_REACH = {"male": 3, "female": 3, "thing": 1, "plural": 2}
"""Sentences back to which pronouns may go."""
_SUBJECT, _SENTENCE, _PARAGRAPH = 1.5, 2.0, 0.5
_LIGHT = frozenset(("former", "new", "outgoing", "embattled", "veteran", "top", "senior", "late", "ex", "then"))
_OBJECTS = ("it", "them", "him", "her")
_SUBJECTS = ("nsubj", "nsubjpass", "agent")
_STATE_OWN = frozenset((ActorKind.GOVERNMENT, ActorKind.FORCE))


@dataclass(frozen=True, slots=True)
class Found:
    """Whom an anaphor means, and by which rule."""

    thing: Thing
    by: str


class Discourse:
    """What has been spoken of up to a place in a text."""

    def __init__(
        self,
        sentences: Sequence[Span],
        nominals: Nominals,
        at_home: Callable[[ActorKind, Sequence[Thing]], Thing | None],
        syntax: Syntax | None = None,
    ) -> None:
        self.nominals, self._starts = nominals, [s.start for s in sentences]
        self._at_home, self._syntax = at_home, syntax
        self.things: list[Thing] = []
        """In the order of their last mention."""

    def sentence(self, offset: int) -> int:
        """Index of the sentence that an offset lies in."""
        return sentence_at(self._starts, offset)

    def mentioned(self, thing: Thing) -> None:
        """A thing is mentioned: it becomes the most recent."""
        thing.subject = self._is_subject(thing)
        if thing in self.things:
            self.things.remove(thing)
        self.things.append(thing)

    def _is_subject(self, thing: Thing) -> bool:
        """By the syntax; without it the first that is mentioned in a sentence and is no place."""
        if self._syntax is not None:
            word = self._syntax.at(thing.last.end - 1)
            return word is not None and self._syntax.relations[word] in _SUBJECTS
        here = self.sentence(thing.last.start)
        before = [t for t in self.things[-4:] if t is not thing and t.kind is not MentionKind.PLACE]
        return not any(self.sentence(t.last.start) == here for t in before)

    def resolve(self, anaphor: Anaphor) -> Found | None:
        """Whom an anaphor means."""
        if anaphor.noun is None:
            return self._pronoun(anaphor)
        return self._description(anaphor)

    def _description(self, anaphor: Anaphor) -> Found | None:
        noun = anaphor.noun or ""
        called = [t for t in reversed(self.things) if self._called(t, noun, anaphor)]
        if called:
            return Found(called[0], "coref:same-noun")
        if anaphor.determiner in ("a", "an"):
            return None
        kinds = self.nominals.kinds(noun)
        fitting = [
            t for t in reversed(self._near(anaphor, DESCRIPTION_REACH)) if t.kinds & kinds and self._may_be(t, anaphor)
        ]
        if kinds & _STATE_OWN:  # a ministry is no government, an air force no army: it must have been called one
            fitting = [t for t in fitting if any(self.nominals.kinds(own) & kinds for own in t.nouns)]
        if fitting and not (self.nominals.plural(noun) and len(_distinct(fitting)) > 1):
            return Found(fitting[0], "coref:kind")
        return self._by_home(anaphor, kinds) or self._introduced(anaphor, kinds)

    def _introduced(self, anaphor: Anaphor, kinds: frozenset[ActorKind]) -> Found | None:
        """A body that the report only ever describes ("the army") is one from here on; "the group" must be one already."""
        noun = anaphor.noun or ""
        vague = ActorKind.ARMED_GROUP in kinds or self.nominals.plural(noun) or ActorKind.STATE in kinds
        if not kinds or vague or anaphor.modifiers or anaphor.determiner not in (None, "the"):
            return None
        thing = Thing(MentionKind.ORGANISATION, kinds=kinds, last=anaphor.span)
        return Found(thing, "coref:described")

    def _by_home(self, anaphor: Anaphor, kinds: Iterable[ActorKind]) -> Found | None:
        """A government or army that nobody named is that of the state in the sentence, else of that which the report is about."""
        own = [kind for kind in kinds if kind in _STATE_OWN]
        if len(own) != 1 or anaphor.modifiers or anaphor.determiner not in (None, "the"):
            return None
        here = self.sentence(anaphor.span.start)
        before = [t for t in self.things if self.sentence(t.last.start) == here and t.last.end <= anaphor.span.start]
        home = self._at_home(own[0], before)
        return Found(home, "coref:country") if home else None

    def _called(self, thing: Thing, noun: str, anaphor: Anaphor) -> bool:
        """Whether the report has used the noun for the thing, in a name, a description or a role."""
        if thing.kind is MentionKind.PERSON:
            whole = {noun, *anaphor.modifiers} - _LIGHT
            return noun in thing.words and whole <= thing.words and self._only_bearer(noun)
        return noun in thing.nouns and self._may_be(thing, anaphor)

    def _only_bearer(self, noun: str) -> bool:
        return sum(noun in t.words for t in self.things if t.kind is MentionKind.PERSON) == 1

    @staticmethod
    def _may_be(thing: Thing, anaphor: Anaphor) -> bool:
        """A possessive tells a body apart from its owner; what is only a place or an adjective is no body."""
        return thing.last.end <= anaphor.span.start and not (
            anaphor.determiner in ("his", "her") and thing.kind is MentionKind.PERSON
        )

    def _near(self, anaphor: Anaphor, reach: int) -> list[Thing]:
        here = self.sentence(anaphor.span.start)
        return [t for t in self.things if here - self.sentence(t.last.start) <= reach]

    def _pronoun(self, anaphor: Anaphor) -> Found | None:
        sort = PRONOUNS[anaphor.word]
        near = self._near(anaphor, PRONOUN_REACH[sort])
        fitting = [t for t in near if t.last.end <= anaphor.span.start and _agrees(t, sort)]
        if self._is_object(anaphor):
            fitting = [t for t in fitting if not self._shares_clause(t, anaphor)]
        if not fitting:
            return None
        best = max(fitting, key=lambda t: (self._salience(t, anaphor), t.last.start))
        if best.kind is MentionKind.GROUP:
            return None
        if sort in ("male", "female") and best.gender is None:
            best.gender = sort
        return Found(best, "coref:pronoun")

    def _is_object(self, anaphor: Anaphor) -> bool:
        """By the syntax; without it a pronoun that a clause ends with."""
        if anaphor.word not in _OBJECTS:
            return False
        word = self._syntax.at(anaphor.span.start) if self._syntax else None
        if self._syntax is None or word is None:
            return anaphor.ends_clause
        return self._syntax.relations[word] in ("dobj", "dative", "pobj")

    def _shares_clause(self, thing: Thing, anaphor: Anaphor) -> bool:
        """Whether a thing is the subject of what a pronoun is the object of, so that they are two (Chomsky's principle B)."""
        if self.sentence(thing.last.start) != self.sentence(anaphor.span.start):
            return False
        if self._syntax is None:
            return True
        subject, object_ = self._syntax.at(thing.last.end - 1), self._syntax.at(anaphor.span.start)
        return (
            subject is not None
            and object_ is not None
            and self._syntax.heads[subject] in {*self._syntax.ancestors(object_)}
        )

    def _salience(self, thing: Thing, anaphor: Anaphor) -> float:
        back = self.sentence(anaphor.span.start) - self.sentence(thing.last.start)
        return _SUBJECT * thing.subject - _SENTENCE * back - (_PARAGRAPH if thing.kind is MentionKind.PLACE else 0.0)


def _agrees(thing: Thing, sort: str) -> bool:
    """Number, gender and kind."""
    if sort in ("male", "female"):
        return thing.kind is MentionKind.PERSON and thing.gender in (None, sort)
    if sort == "thing":
        body = thing.kind is MentionKind.ORGANISATION and not thing.plural
        return body or (thing.kind is MentionKind.PLACE and thing.actor is not None)
    return thing.kind in (MentionKind.GROUP, MentionKind.ORGANISATION) and (thing.plural or _of_people(thing))


_PEOPLED = frozenset(ActorKind) - {ActorKind.STATE, ActorKind.OUTLET, ActorKind.AGENCY, ActorKind.BODY}


def _of_people(thing: Thing) -> bool:
    """Bodies that reports speak of as "they"."""
    return thing.kind is MentionKind.GROUP or bool(thing.kinds & {*_PEOPLED})


def _distinct(things: Iterable[Thing]) -> set[int]:
    return {id(thing) for thing in things}
