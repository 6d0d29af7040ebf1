"""Who asks: on ``request.state.viewer``, or ``None`` there for somebody who has not said."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.model.people import Role

LOCAL = "local"
"""The one person at this machine: the server answers nobody else and has no accounts."""
SESSION = "session"
"""Signed in with a password; a cookie says so."""
TOKEN = "token"
"""A program with a bearer token."""
PROXY = "proxy"
"""A proxy that is trusted says so in a header."""

__all__ = ["LOCAL", "PROXY", "SESSION", "TOKEN", "Role", "Viewer"]


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who asks."""

    name: str
    """As their decisions and the log carry it."""
    role: Role
    """What they may do in this request: by a token, no more than its scope."""
    via: str
    """``local``, ``session``, ``token`` or ``proxy``."""
    account: int | None = None
    """Key of their account, where they have one."""
