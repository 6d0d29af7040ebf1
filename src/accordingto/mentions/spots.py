"""`Spot`: a mention in the making, on offsets of the running text."""

from __future__ import annotations

from dataclasses import dataclass, field

from accordingto.model import ActorKind, MentionKind, Span


@dataclass(slots=True)
class Spot:
    """Words that may name or mean somebody, before it is settled whom."""

    span: Span
    kind: MentionKind
    head: str
    by: str
    actors: tuple[str, ...] = ()
    """Ids of the registry that the words can name; several where they are ambiguous."""
    noun: str | None = None
    """The head noun, in lower case, of a description or a name that ends in one."""
    plural: bool = False
    score: float = 1.0
    old: str | None = None
    """Id of the entity that an earlier step gave."""
    votes: dict[MentionKind, float] = field(default_factory=dict)
    """What speaks for what it is, of a name that the registry does not have: the head's score, titles, prepositions."""
    adjective: bool = False
    """Whether it is the adjective of a state or people."""

    def vote(self, kind: MentionKind, weight: float) -> None:
        """Note something that speaks for what it is."""
        self.votes[kind] = self.votes.get(kind, 0.0) + weight


MENTION_KINDS = {
    ActorKind.STATE: MentionKind.PLACE,
    ActorKind.PERSON: MentionKind.PERSON,
    ActorKind.OFFICE: MentionKind.OFFICE,
}
"""What a mention of an actor is, by the actor's kind; an organisation for all others."""


def mention_kind(kind: ActorKind) -> MentionKind:
    """What a name of an actor of some kind is a mention of."""
    return MENTION_KINDS.get(kind, MentionKind.ORGANISATION)
