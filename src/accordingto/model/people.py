"""What people may do on a server: four roles, each of which may do what those before it may."""

from __future__ import annotations

from enum import IntEnum

from accordingto.model.errors import UsageError


class Role(IntEnum):
    """What somebody may do. Roles are compared: ``role >= Role.CODER``."""

    READER = 0
    """Read, search, export."""
    CODER = 1
    """Also decide about records: accept, correct, reject, add, comment."""
    ADJUDICATOR = 2
    """Also decide between coders; such a decision goes over theirs."""
    ADMIN = 3
    """Also make accounts, change roles, and read the log of what was done."""

    @property
    def word(self) -> str:
        """As people write it and the store keeps it."""
        return self.name.lower()


ROLES = tuple(role.word for role in Role)
"""The words, least first."""


def role_of(word: str) -> Role:
    """The role that a word names.

    Raises:
        UsageError: where there is none.
    """
    try:
        return Role(ROLES.index(word.strip().lower()))
    except ValueError as error:
        raise UsageError(f"{word} is no role; there are {', '.join(ROLES)}") from error
