"""That a change comes from a page of ours: the origin that the browser states, and a token that only our pages hold."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message, Receive, Scope

from accordingto.web.security import secrets

FIELD, HEADER = "csrf", "x-csrf-token"
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_FIELDS = 1000
_AGAIN = "This form is out of date or came from another page. Go back, load the page anew, and send it again."


def from_elsewhere(headers: Headers, scheme: str) -> bool:
    """Whether the browser says that another site's page asks. Programs that are no browsers say nothing.

    ``same-site`` is another site too: on localhost, every port. A browser that states the site is believed about the scheme, which is
    not known here behind a proxy that keeps it to itself.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site not in (None, "none", "same-origin"):
        return True
    if origin is None:
        return False
    stated, _, host = origin.lower().partition("://")
    return _plain(host) != _plain(headers.get("host", "").lower()) or (site is None and stated != scheme)


def _plain(host: str) -> str:
    return host.removesuffix(":80").removesuffix(":443")


async def checked(scope: Scope, receive: Receive, expected: str) -> Receive:
    """See that a change comes from a page of ours.

    Args:
        scope: of the request.
        receive: of the request.
        expected: the token of the session; empty where there can be none.

    Returns:
        What the route receives: the same, also where the body had to be looked into.

    Raises:
        HTTPException: 403 where it does not; 413, 408 or 400 where the body cannot be read.
    """
    headers = Headers(scope=scope)
    if from_elsewhere(headers, scope["scheme"]):
        raise HTTPException(403, "Another site's page sent this; nothing was done.")
    given = headers.get(HEADER)
    if given is None and headers.get("content-type", "").partition(";")[0].strip().lower() in _FORMS:
        body, again = await _read(scope, receive)
        given, receive = await _field(scope, body), again
    if not expected or not given or not secrets.same(given, expected):
        raise HTTPException(403, _AGAIN)
    return receive


async def _read(scope: Scope, receive: Receive) -> tuple[bytes, Receive]:
    """The whole body, which the limit of `bodies` keeps small, and a ``receive`` that gives it once more."""
    body, given = await Request(scope, receive).body(), False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return body, again


async def _field(scope: Scope, body: bytes) -> str | None:
    async def once() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    # a scope of its own: what a request has read of its body, it keeps there
    async with Request(dict(scope), once).form(max_fields=_FIELDS, max_files=0) as form:
        return _only(form.multi_items())


def _only(items: Sequence[tuple[str, object]]) -> str | None:
    found = [value for name, value in items if name == FIELD]
    return found[0] if len(found) == 1 and isinstance(found[0], str) else None
