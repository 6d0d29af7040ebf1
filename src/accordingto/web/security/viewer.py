"""Who looks at the pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Role(IntEnum):
    """What somebody may do; each may do what those before it may."""

    READER = 0
    CODER = 1
    ADJUDICATOR = 2
    ADMIN = 3


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who asks."""

    name: str
    role: Role
    via: str
    """``local``, ``session``, ``token`` or ``proxy``."""
