"""Disjoint sets, in the order in which their members were given."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Sets(Generic[T]):
    """Members, each in a set of its own at first."""

    def __init__(self, members: Iterable[T]) -> None:
        self._head = {member: member for member in members}

    def _find(self, member: T) -> T:
        while self._head[member] != member:
            member = self._head[member]
        return member

    def unite(self, a: T, b: T) -> None:
        """Make one set of those of two members."""
        self._head[self._find(b)] = self._find(a)

    def united(self, a: T, b: T) -> bool:
        """Whether two members are of one set already."""
        return self._find(a) == self._find(b)

    def groups(self) -> list[list[T]]:
        """The sets, each in the order of its members."""
        made: dict[T, list[T]] = {}
        for member in self._head:
            made.setdefault(self._find(member), []).append(member)
        return list(made.values())
