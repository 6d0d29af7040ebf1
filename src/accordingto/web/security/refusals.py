"""Refusing a request before it reaches a route: with the page or the JSON that errors have everywhere."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import Any, cast

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send


async def refuse(
    scope: Scope, receive: Receive, send: Send, status: int, message: str, headers: Mapping[str, str] | None = None
) -> None:
    """Answer with an error.

    Args:
        scope: of the request.
        receive: of the request.
        send: of the request.
        status: the code.
        message: what is wrong and what to do.
        headers: what the answer says further.
    """
    if scope["type"] == "websocket":  # there are none: who opens one is refused the handshake
        await send({"type": "websocket.close", "code": 1008})
        return
    scope.setdefault("state", {}).setdefault("viewer", None)
    response = await _told(scope, HTTPException(status, message))
    for name, value in (headers or {}).items():
        response.headers[name] = value
    response.headers["cache-control"] = "no-store"
    await response(scope, receive, send)


async def _told(scope: Scope, error: HTTPException) -> Response:
    """As the application tells errors, where it is there to tell."""
    app: Any = scope.get("app")
    handler = app.exception_handlers.get(HTTPException) if app is not None else None
    if handler is None:
        return PlainTextResponse(error.detail + "\n", status_code=error.status_code)
    made = handler(Request(scope), error)
    return cast(Response, await made if isinstance(made, Awaitable) else made)
