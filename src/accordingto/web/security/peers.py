"""Who asks, as an address, and whether over TLS: of a proxy that is trusted, what it says of whom it asks for."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from accordingto.web.security.policy import Policy, address_of
from accordingto.web.security.refusals import refuse

_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")
"""What a proxy adds, and a browser does not."""


class Peers:
    """Middleware that sets ``state.peer`` (an address, or ``-``) and ``state.https``."""

    def __init__(self, app: ASGIApp, *, policy: Policy) -> None:
        self._app = app
        self._policy = policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; not for others than the one person at this machine where there is only that one."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers, client = Headers(scope=scope), (scope.get("client") or ("-", 0))[0]
        if self._policy.local is not None and any(name in headers for name in _FORWARDED):
            # whoever came through a proxy would be taken for the person at this machine, and may do everything
            await refuse(
                scope,
                receive,
                send,
                403,
                "A proxy stands before this server, which has no accounts and so answers only its own machine. Make accounts "
                "(accordingto accounts add), or let the proxy say who asks (--identity-header, --trusted-proxy).",
            )
            return
        believed = self._policy.trusts(client)
        state = scope.setdefault("state", {})
        state["proxied"] = believed
        state["peer"] = _behind(headers, client, self._policy) if believed else client
        if believed and headers.getlist("x-forwarded-proto")[-1:] == ["https"]:
            scope["scheme"] = "https"
        state["https"] = scope.get("scheme") == "https"
        await self._app(scope, receive, send)


def _behind(headers: Headers, client: str, policy: Policy) -> str:
    """The last address on the way here that is not a proxy's of ours; what stands before it anybody may have written."""
    way = [part.strip() for line in headers.getlist("x-forwarded-for") for part in line.split(",")]
    for part in reversed(way):
        found = address_of(part)
        if found is None:
            break
        if not policy.trusts(str(found)):
            return str(found)
        client = str(found)
    return client
