"""Only under the names that the server is meant to have: a page of another host that is made to point here (DNS rebinding) has another."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from accordingto.web.security.policy import Policy, bare
from accordingto.web.security.refusals import refuse

MISDIRECTED = 421


class Hosts:
    """Middleware that looks at the header Host, which a page's script cannot set."""

    def __init__(self, app: ASGIApp, *, policy: Policy) -> None:
        self._app = app
        self._hosts = policy.hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say that this is not the server meant."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        given = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if scope["type"] == "http" and len(given) == 1 and bare(given[0]) in self._hosts:
            await self._app(scope, receive, send)
            return
        await refuse(
            scope,
            receive,
            send,
            MISDIRECTED,
            "This server is not asked under this name. If it should be, start it with --allowed-host NAME.",
        )
