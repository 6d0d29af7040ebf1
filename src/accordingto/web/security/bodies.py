"""What a request may bring along: not much, not slowly, and nothing packed."""

from __future__ import annotations

import time

import anyio
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from accordingto.web.security.refusals import refuse

LARGEST = 2**20
"""Bytes of a body: a decision with its note has some KB, a batch of some hundred fits."""
LONGEST = 16 * 2**10
"""Characters of a path with its query."""
SLOWEST = 30.0
"""Seconds that a body may take from its first byte to its last."""


class Bodies:
    """Middleware that counts and times what comes in."""

    def __init__(self, app: ASGIApp, *, largest: int = LARGEST, slowest: float = SLOWEST) -> None:
        self._app = app
        self._largest = largest
        self._slowest = slowest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; 400, 408, 413, 414 or 415 where what comes is of two lengths, too slow, too large, too long an address, or packed."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if told := self._refused(scope):
            await refuse(scope, receive, send, *told, {"connection": "close"})
            return
        await self._app(scope, _Counted(receive, self._largest, self._slowest), send)

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if len(scope.get("raw_path") or scope["path"]) + len(scope["query_string"]) > LONGEST:
            return 414, f"The address is longer than {LONGEST} characters; ask for less at a time."
        if "transfer-encoding" in headers and "content-length" in headers:
            # a proxy that goes by the other one would take a part of this body for somebody's next request
            return 400, "This request says twice how long it is."
        if headers.get("content-encoding", "identity").lower() != "identity":
            return 415, "A packed body is not taken: send it as it is."
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit():
            return 400, "Content-Length is no number."
        return (413, _large(self._largest)) if int(length) > self._largest else None


def _large(largest: int) -> str:
    return f"More than {largest} bytes are not taken at a time; send them in parts."


class _Counted:
    """``receive`` that stops where there is too much, or where it takes too long while there is more.

    It raises what FastAPI and Starlette let through from whoever reads the body, and tell as they tell all errors.
    """

    def __init__(self, receive: Receive, largest: int, slowest: float) -> None:
        self._receive = receive
        self._largest = self._left = largest
        self._until = time.monotonic() + slowest
        self._whole = False

    async def __call__(self) -> Message:
        if self._whole:  # from here on it waits for the client to leave, which may take as long as the answer does
            return await self._receive()
        try:
            with anyio.fail_after(max(0.0, self._until - time.monotonic())):
                message = await self._receive()
        except TimeoutError as error:
            raise HTTPException(408, "The request did not come to its end in time.") from error
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            self._whole = not message.get("more_body", False)
            if self._left < 0:
                raise HTTPException(413, _large(self._largest))
        return message
