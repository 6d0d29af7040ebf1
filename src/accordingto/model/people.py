"""What people may do: four roles, each of which may do what those before it may."""

from __future__ import annotations

from enum import StrEnum

from accordingto.model.errors import UsageError


class Role(StrEnum):
    """What somebody may do, as people write it and the store keeps it. Roles are compared: ``role >= Role.CODER``."""

    READER = "reader"
    """Read, search, export."""
    CODER = "coder"
    """Also decide about records: accept, correct, reject, add, comment."""
    ADJUDICATOR = "adjudicator"
    """Also decide between coders; such a decision goes over theirs."""
    ADMIN = "admin"
    """Also make accounts, change roles, and read the log of what was done."""

    @property
    def rank(self) -> int:
        """The higher the more it may do."""
        return list(Role).index(self)

    @property
    def settles(self) -> bool:
        """Whether a decision in this role counts over those of coders."""
        return self >= Role.ADJUDICATOR

    def __lt__(self, other: str) -> bool:
        """By what may be done, not by the alphabet."""
        return self.rank < Role(other).rank

    def __le__(self, other: str) -> bool:
        """As less, or the same."""
        return self.rank <= Role(other).rank

    def __gt__(self, other: str) -> bool:
        """As less, turned round."""
        return self.rank > Role(other).rank

    def __ge__(self, other: str) -> bool:
        """As greater, or the same."""
        return self.rank >= Role(other).rank


ROLES = tuple(role.value for role in Role)
"""The words, least first."""


def role_of(word: str) -> Role:
    """The role that a word names.

    Raises:
        UsageError: where there is none.
    """
    try:
        return Role(word.strip().lower())
    except ValueError as error:
        raise UsageError(f"{word} is no role; there are {', '.join(ROLES)}") from error
