"""The cookies of the server: none for reading, one for a session, one for the page to sign in."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import State
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

SESSION, BEFORE = "session", "before"
"""What they are for: somebody who is signed in; somebody who is about to."""
_LONGEST = 200


def name(kind: str, scope: Scope) -> str:
    """What a cookie is called.

    Over TLS with ``__Host-``: a browser then takes it from this host alone, not from one that shares the domain. Without TLS with
    the port: two servers on one machine share their cookies else.
    """
    if scope["state"].get("https"):
        return f"__Host-accordingto-{kind}"
    return f"accordingto-{kind}-{(scope.get('server') or ('', 0))[1]}"


def held(kind: str, scope: Scope) -> str | None:
    """What the browser holds; nothing where it sends several of the name, of which only one can be ours."""
    lines = [value.decode("latin-1") for key, value in scope["headers"] if key == b"cookie"]
    wanted = name(kind, scope)
    found = [pair.partition("=") for line in lines for pair in line.split(";")]
    values = [value.strip() for key, _, value in found if key.strip() == wanted]
    return values[0] if len(values) == 1 and 0 < len(values[0]) <= _LONGEST else None


def give(response: Response, request: Request, kind: str, value: str, *, seconds: int) -> None:
    """Have the browser hold something: no script sees it, and no other site's form or frame sends it."""
    response.set_cookie(name(kind, request.scope), value, max_age=seconds, **_flags(request.state))


def take(response: Response, request: Request, kind: str) -> None:
    """Have the browser let go of it."""
    response.delete_cookie(name(kind, request.scope), **_flags(request.state))


def _flags(state: State) -> dict[str, Any]:
    return {"path": "/", "httponly": True, "samesite": "lax", "secure": bool(state.https)}
