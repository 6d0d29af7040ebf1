"""Who asks: found before anything else is done for them, and set on ``state.viewer``."""

from __future__ import annotations

from typing import Any

from anyio.to_thread import run_sync
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from accordingto.model import UsageError
from accordingto.model.people import Role
from accordingto.store.accounts import checked_name
from accordingto.web.security import cookies, secrets
from accordingto.web.security.book import Book
from accordingto.web.security.policy import Policy
from accordingto.web.security.refusals import refuse
from accordingto.web.security.viewer import LOCAL, PROXY, SESSION, TOKEN, Viewer
from accordingto.web.security.ways import OPEN

_CHALLENGE = {"www-authenticate": 'Bearer realm="accordingto", error="invalid_token"'}


class Identity:
    """Middleware that finds who asks.

    A token goes before everything else and never falls back to a cookie: whoever sends one gets what the token may, or nothing. Then
    comes what a trusted proxy says, then a session. ``state.csrf`` is what forms must send along, ``state.session`` the key of the
    session.

    Args:
        app: what comes next.
        policy: who is let in.
        book: the accounts.
        secret: of this process; the tokens of forms are derived from it where there is no session to keep one.
    """

    def __init__(self, app: ASGIApp, *, policy: Policy, book: Book, secret: bytes) -> None:
        self._app = app
        self._policy = policy
        self._book = book
        self._secret = secret
        self._local = Viewer(policy.local, Role.ADMIN, LOCAL) if policy.local is not None else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say why somebody is not believed."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state: dict[str, Any] = scope["state"]
        state |= {"viewer": None, "csrf": "", "session": None}
        try:
            if not scope["path"].startswith(OPEN):
                await self._find(scope, state)
        except HTTPException as error:
            await refuse(scope, receive, send, error.status_code, error.detail, error.headers)
            return
        await self._app(scope, receive, send)

    async def _find(self, scope: Scope, state: dict[str, Any]) -> None:
        headers = Headers(scope=scope)
        if self._local is not None:
            state |= {"viewer": self._local, "csrf": secrets.derived(self._secret, LOCAL, self._local.name)}
        elif (bearer := _bearer(headers)) is not None:
            state["viewer"] = await self._by_token(bearer)
        elif (name := self._named(headers, state)) is not None:
            state["viewer"] = await self._by_name(name)
            state["csrf"] = secrets.derived(self._secret, PROXY, name)
        elif (held := cookies.held(cookies.SESSION, scope)) and (found := await run_sync(self._book.session, held)):
            state["viewer"] = Viewer(found.account.name, found.account.role, SESSION, found.account.key)
            state |= {"csrf": found.csrf, "session": found.key}
        elif before := cookies.held(cookies.BEFORE, scope):
            state["csrf"] = secrets.derived(self._secret, cookies.BEFORE, before)

    async def _by_token(self, secret: str) -> Viewer:
        found = await run_sync(self._book.token, secret) if secret.startswith(secrets.PREFIX) else None
        if found is None:
            raise HTTPException(401, "This token is not known, was taken back, or is over.", _CHALLENGE)
        return Viewer(found.account.name, found.role, TOKEN, found.account.key)

    def _named(self, headers: Headers, state: dict[str, Any]) -> str | None:
        """The name that a proxy gives.

        Raises:
            HTTPException: where the header comes from anybody else, several times, or holds no name.
        """
        if self._policy.header is None:
            return None
        given = headers.getlist(self._policy.header)
        if not given:
            return None
        if not state["proxied"]:
            raise HTTPException(
                403, f"The header {self._policy.header} is taken from the proxy alone, and this is not it."
            )
        if len(given) > 1:
            raise HTTPException(
                400, f"The header {self._policy.header} stands there more than once; the proxy has to replace it."
            )
        try:
            return checked_name(given[0].encode("latin-1").decode("utf-8"))
        except (UsageError, UnicodeDecodeError) as error:
            raise HTTPException(400, f"What the header {self._policy.header} holds is no name.") from error

    async def _by_name(self, name: str) -> Viewer:
        """Somebody whom a proxy names: with the role of their account, else the role of those without one."""
        found = await run_sync(self._book.account, name)
        if found is not None and not found.disabled:
            return Viewer(found.name, found.role, PROXY, found.key)
        if found is not None or self._policy.header_role is None:
            raise HTTPException(403, f"{name} may not read here; an admin can make or enable an account.")
        return Viewer(name, self._policy.header_role, PROXY)


def _bearer(headers: Headers) -> str | None:
    """The token of a request. Other schemes are a proxy's own, and say nothing here."""
    given = [value.partition(" ") for value in headers.getlist("authorization")]
    found = [value.strip() for scheme, _, value in given if scheme.lower() == "bearer"]
    if len(found) > 1:
        raise HTTPException(400, "There is more than one token in this request.")
    return found[0] if found else None
