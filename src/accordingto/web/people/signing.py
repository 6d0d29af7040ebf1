"""Signing in and out."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from anyio.to_thread import run_sync
from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from accordingto.store import sessions
from accordingto.store.accounts import Account, set_password
from accordingto.store.auditing import Action, log
from accordingto.web.page import drawn
from accordingto.web.security import cookies, passwords, secrets
from accordingto.web.security.guard import Guard
from accordingto.web.security.ways import own

BEFORE = 3600
"""Seconds that the page to sign in may lie open."""
_WRONG = "There is no account with this name and this password."
NOBODY = "(no account)"
"""In the log, for a name that there is no account of: people type their password there by mistake."""


@dataclass(frozen=True, slots=True)
class _Given:
    """What somebody signs in with."""

    name: str
    password: str
    wanted: str


def page(request: Request) -> Response:
    """The page to sign in."""
    _has_accounts(request)
    if request.state.viewer is not None:
        return RedirectResponse(own(request.query_params.get("next")), 303)
    return _page(request, own(request.query_params.get("next")))


def _page(request: Request, wanted: str, *, name: str = "", told: str = "", status: int = 200) -> Response:
    """The page, with a token of its form that belongs to this browser: else another site could sign somebody in as somebody else."""
    guard: Guard = request.app.state.guard
    before = cookies.held(cookies.BEFORE, request.scope) or secrets.fresh()
    request.state.csrf = secrets.derived(guard.secret, cookies.BEFORE, before)
    made = drawn(request, "sign_in.html", {"next": wanted, "name": name, "told": told}, status=status)
    made.headers["cache-control"] = "no-store"
    cookies.give(made, request, cookies.BEFORE, before, seconds=BEFORE)
    return made


async def sign_in(request: Request) -> Response:
    """Sign somebody in, with a new session whatever the browser held before."""
    _has_accounts(request)
    guard: Guard = request.app.state.guard
    given, peer = await _given(request), request.state.peer
    wait = guard.guesses.begin(given.name, peer)
    if wait:
        told = f"Too many tries with this name. Wait {ceil(wait)} seconds."
        made = await run_sync(lambda: _page(request, given.wanted, name=given.name, told=told, status=429))
        made.headers["retry-after"] = str(ceil(wait))
        return made
    found = await run_sync(_check, guard, given, limiter=guard.checking)
    if found is None:
        return await run_sync(lambda: _page(request, given.wanted, name=given.name, told=_WRONG, status=403))
    guard.guesses.right(given.name, peer)
    secret = await run_sync(_begin, guard, found, cookies.held(cookies.SESSION, request.scope))
    response = RedirectResponse(given.wanted, 303, {"cache-control": "no-store"})
    cookies.give(response, request, cookies.SESSION, secret, seconds=int(sessions.WHOLE.total_seconds()))
    cookies.take(response, request, cookies.BEFORE)
    return response


async def _given(request: Request) -> _Given:
    async with request.form() as form:
        name, password, wanted = (form.get(field) for field in ("name", "password", "next"))
    return _Given(_words(name), _words(password), own(_words(wanted)))


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""


def _check(guard: Guard, given: _Given) -> Account | None:
    """The account whose password this is. The same work is done for a name that there is none of: nobody learns who has an account."""
    found = guard.book.account(given.name)
    usable = found.password_hash if found is not None and not found.disabled else None
    if passwords.right(given.password, usable):
        assert found is not None
        _renew(guard, found, given.password)
        return found
    target = found.name if found is not None else NOBODY
    guard.book.written(lambda connection: _log(connection, guard, Action.SIGN_IN_FAILED, target))
    return None


def _renew(guard: Guard, account: Account, password: str) -> None:
    """Keep the hash of a right password anew, where it was made with other parameters than today's."""
    if account.password_hash is not None and passwords.aged(account.password_hash):
        kept = passwords.rehashed(password)
        guard.book.written(lambda connection: set_password(connection, account.key, kept))


def _begin(guard: Guard, account: Account, before: str | None) -> str:
    """A new session; gives what the browser is to hold. The session that it had is over."""
    secret = secrets.fresh()

    def work(connection: Connection) -> None:
        if before is not None:
            sessions.close_session(connection, secrets.kept(before))
        sessions.open_session(
            connection, account.key, sha256=secrets.kept(secret), csrf=secrets.fresh(), now=guard.book.now()
        )
        _log(connection, guard, Action.SIGN_IN, account.name)

    guard.book.written(work)
    return secret


def _log(connection: Connection, guard: Guard, action: Action, name: str) -> None:
    log(connection, action, who=name, via="password", now=guard.book.now())


def sign_out(request: Request) -> Response:
    """End the session of this browser."""
    guard: Guard = request.app.state.guard
    held = cookies.held(cookies.SESSION, request.scope)
    viewer = request.state.viewer

    def work(connection: Connection) -> None:
        if held is not None:
            sessions.close_session(connection, secrets.kept(held))
        log(connection, Action.SIGN_OUT, who=viewer.name, via=viewer.via, now=guard.book.now())

    if guard.policy.local is None:
        guard.book.written(work)
    response = RedirectResponse("/sign-in" if guard.policy.accounts else "/", 303, {"cache-control": "no-store"})
    response.headers["clear-site-data"] = '"cache"'
    cookies.take(response, request, cookies.SESSION)
    return response


def _has_accounts(request: Request) -> None:
    guard: Guard = request.app.state.guard
    if not guard.policy.accounts:
        raise HTTPException(404, "There are no accounts here, so nobody signs in.")


ROUTES = [
    Route("/sign-in", page, methods=["GET"], name="sign_in"),
    Route("/sign-in", sign_in, methods=["POST"]),
    Route("/sign-out", sign_out, methods=["POST"], name="sign_out"),
]
