"""What a route asks of whoever asks: ``Depends(needs(Role.ADJUDICATOR))``, or `need` within a function."""

from __future__ import annotations

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request

from accordingto.web.security.viewer import Role, Viewer


def need(request: Request, role: Role) -> Viewer:
    """Who asks, where they may do what a role may.

    Raises:
        HTTPException: 401 where nobody has said who they are, 403 where they may not.
    """
    viewer: Viewer | None = request.state.viewer
    if viewer is None:
        raise HTTPException(401, "Say who you are: sign in, or send a token as Authorization: Bearer.")
    if viewer.role < role:
        raise HTTPException(
            403, f"This asks for a role of {role.value} or more; {viewer.name} is {viewer.role.value} here."
        )
    return viewer


def needs(role: Role) -> Callable[[Request], Viewer]:
    """A dependency that gives who asks, where they may do what a role may."""

    def found(request: Request) -> Viewer:
        return need(request, role)

    return found
