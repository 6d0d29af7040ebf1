"""What every answer says to the browser, also one that went wrong."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from accordingto.web.security.ways import OPEN

CONTENT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing but our own files: markup that came in with a report finds no script, no style, no form and no other host."""
FIXED = {
    "content-security-policy": CONTENT,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # not no-referrer: with that, browsers send "Origin: null" with our own forms, and nothing could be told by it
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "x-robots-tag": "noindex, nofollow",
}
YEAR = 31_536_000


class Headers:
    """Middleware around everything else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                _put(MutableHeaders(raw=message["headers"]), scope)
            await send(message)

        await self._app(scope, receive, sent)


def _put(headers: MutableHeaders, scope: Scope) -> None:
    for name, value in FIXED.items():
        headers[name] = value
    if scope.get("state", {}).get("https"):
        headers["strict-transport-security"] = f"max-age={YEAR}"
    if not scope["path"].startswith(OPEN):
        _keep_private(headers)
    del headers["server"]


def _keep_private(headers: MutableHeaders) -> None:
    """Keep what one person may see out of caches that others share, whatever the route said."""
    said = headers.get("cache-control", "no-cache").lower()
    if "no-store" not in said:
        parts = [part.strip() for part in said.split(",") if part.strip() and part.strip() not in ("public", "private")]
        headers["cache-control"] = ", ".join(["private", *parts])
    headers.add_vary_header("Cookie")
    headers.add_vary_header("Authorization")
