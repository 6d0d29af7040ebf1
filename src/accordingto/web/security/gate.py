"""Whether somebody may do what they ask for, before any route sees it: what a route forgets to ask is refused here."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from accordingto.model.people import Role
from accordingto.web.security import csrf
from accordingto.web.security.policy import Policy
from accordingto.web.security.refusals import refuse
from accordingto.web.security.viewer import TOKEN, Viewer
from accordingto.web.security.ways import OPEN

SAFE, UNSAFE = frozenset({"GET", "HEAD", "OPTIONS"}), frozenset({"POST", "PUT", "PATCH", "DELETE"})
SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"
_OWN = (SIGN_OUT, "/account")
"""What is somebody's own: it may be changed by a reader too, and where the server is read-only."""
_ADMIN = ("/admin",)
_API = re.compile(r"^/api/v\d+(?=/)")


class Gate:
    """Middleware that lets through what somebody may do."""

    def __init__(self, app: ASGIApp, *, policy: Policy) -> None:
        self._app = app
        self._policy = policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say why not: 401 or the page to sign in, or 403."""
        if scope["type"] != "http" or scope["path"].startswith(OPEN):
            await self._app(scope, receive, send)
            return
        viewer, method, path = scope["state"]["viewer"], scope["method"], scope["path"]
        if viewer is None and path != SIGN_IN:
            await self._unknown(scope, receive, send)
            return
        try:
            if method not in SAFE:
                self._may_change(viewer, method, path)
                if viewer is None or viewer.via != TOKEN:
                    receive = await csrf.checked(scope, receive, scope["state"]["csrf"])
            if _below(path, _ADMIN) and (viewer is None or viewer.role < Role.ADMIN):
                raise HTTPException(403, "Only an admin may see this.")
        except HTTPException as error:
            await refuse(scope, receive, send, error.status_code, error.detail)
            return
        await self._app(scope, receive, send)

    def _may_change(self, viewer: Viewer | None, method: str, path: str) -> None:
        """See that somebody may change something at all.

        Raises:
            HTTPException: 405 for methods that there are none of, else 403.
        """
        if method not in UNSAFE:
            raise HTTPException(405, "There is no such method.")
        if path == SIGN_IN:
            return
        assert viewer is not None
        if _below(path, (*_OWN, *_ADMIN)):
            if viewer.via == TOKEN:
                raise HTTPException(403, "Accounts, sessions and tokens are not changed by a token: sign in.")
            return
        if self._policy.read_only:
            raise HTTPException(403, "This server only shows; it takes decisions where it is started with --review.")
        if viewer.role < Role.CODER:
            raise HTTPException(403, f"{viewer.name} may read here and not decide; an admin can change that.")

    async def _unknown(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send somebody who wants a page to the one to sign in, and tell programs that they need a token."""
        if self._policy.accounts and _wants_page(scope):
            query = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
            wanted = quote(scope["path"], safe="/") + query
            await RedirectResponse(f"{SIGN_IN}?{urlencode({'next': wanted})}", 303)(scope, receive, send)
            return
        told = "Say who you are: sign in, or send a token as Authorization: Bearer."
        if not self._policy.accounts:
            told = "This server is asked through the proxy that says who you are."
        await refuse(scope, receive, send, 401, told, {"www-authenticate": 'Bearer realm="accordingto"'})


def _wants_page(scope: Scope) -> bool:
    """Whether a browser asks for a page, and not a program for data."""
    data = scope["path"].startswith("/api/") or scope["path"].endswith((".json", ".csv", ".geojson"))
    return scope["method"] in ("GET", "HEAD") and not data and "text/html" in Headers(scope=scope).get("accept", "")


def _below(path: str, roots: tuple[str, ...]) -> bool:
    """Whether a path, of a page or of the API that gives the same, is one of some roots or below it."""
    path = _API.sub("", path)
    return any(path == root or path.startswith((f"{root}/", f"{root}.")) for root in roots)
