"""What decisions make of groups: a pure function, for actors, quotes and matters alike.

Decisions are applied in the order in which they were made, those of adjudicators after those of coders. A split takes its members out of
the group that it names; a merger makes one group of those that there are. Ids that the comparison itself has merged or split meanwhile are
looked up in its ledger by the caller.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from accordingto.model.review import GroupReview

MERGE, SPLIT = "merge", "split"


@dataclass(slots=True)
class Grouped:
    """Groups as people have them."""

    members: dict[str, set[str]]
    """Of each group that is left, by id."""
    leads: dict[str, str] = field(default_factory=dict)
    """Where the id of a group that went up in another leads."""
    decided: dict[str, list[GroupReview]] = field(default_factory=dict)
    """Of each group the decisions that made it what it is."""
    sources: dict[str, set[str]] = field(default_factory=dict)
    """Of each group that was decided on, ids of the program's groups that its members come from."""

    def resolve(self, ident: str) -> str:
        """The group that an id means now."""
        seen = set[str]()
        while ident in self.leads and ident not in seen:
            seen.add(ident)
            ident = self.leads[ident]
        return ident

    def sources_of(self, ident: str) -> set[str]:
        """Ids of the program's groups that the members of a group come from."""
        return self.sources.get(ident, {ident})


def grouped(
    groups: Mapping[str, Collection[str]], reviews: Iterable[GroupReview], *, leads: Mapping[str, str] | None = None
) -> Grouped:
    """Groups with decisions applied.

    Args:
        groups: the members of each, by id: as the program found them.
        reviews: decisions on groups of this kind.
        leads: where ids lead that the program itself has merged into others.
    """
    made = Grouped({name: set(members) for name, members in groups.items()}, dict(leads or {}))
    for one in in_force(reviews):
        if one.action == SPLIT:
            _split(made, one)
        elif one.action == MERGE:
            _merge(made, one)
    return made


def in_force(reviews: Iterable[GroupReview]) -> list[GroupReview]:
    """Decisions that stand, in the order in which they are applied: those of adjudicators after those of coders, the earlier first."""
    return sorted((one for one in reviews if one.standing), key=lambda one: (one.settles, one.key))


def _split(made: Grouped, one: GroupReview) -> None:
    """Take members out; without a target, as of actors, they are in no group then."""
    source = made.resolve(one.ids[0])
    going = made.members.get(source, set()) & set(one.members)
    if not going or source == one.target:
        return
    made.members[source] -= going
    made.decided.setdefault(source, []).append(one)
    made.sources[source] = {*made.sources_of(source)}
    if one.target is not None:
        made.sources[one.target] = made.sources.get(one.target, set()) | made.sources[source]
        made.members.setdefault(one.target, set()).update(going)
        made.decided.setdefault(one.target, []).append(one)
    if not made.members[source]:
        _end(made, source, one.target)


def _end(made: Grouped, source: str, target: str | None) -> None:
    """All members of a group went: its id means the one that they went to."""
    del made.members[source]
    if target is not None:
        made.leads[source] = target


def _merge(made: Grouped, one: GroupReview) -> None:
    there = [name for name in dict.fromkeys(map(made.resolve, one.ids)) if name in made.members]
    if len(there) < 2:
        return
    wanted = made.resolve(one.target) if one.target else there[0]
    target = wanted if wanted in there else there[0]
    made.sources[target] = set[str]().union(*map(made.sources_of, there))
    for name in there:
        if name != target:
            made.members[target] |= made.members.pop(name)
            made.leads[name] = target
            made.decided.setdefault(target, []).extend(made.decided.pop(name, []))
    made.decided.setdefault(target, []).append(one)
