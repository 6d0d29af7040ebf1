"""One's own account: its password, its tokens, where it is signed in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import ceil

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from accordingto.model import UsageError
from accordingto.model.people import ROLES, role_of
from accordingto.store import accounts, sessions, tokens
from accordingto.store.auditing import Action, log
from accordingto.web.page import Asking, Page, Row, drawn, jsonned, tagged
from accordingto.web.people.forms import Fields, back, number, posted
from accordingto.web.security import passwords, secrets
from accordingto.web.security.guard import Guard
from accordingto.web.security.viewer import Viewer

LONGEST = 366
"""Days that a token made on the page can be used at most; the command line makes longer ones."""


def view(asking: Asking) -> Row:
    """Who asks, what they may do, and what lets them in."""
    viewer = asking.viewer
    shown: Row = {"name": viewer.name, "role": viewer.role.value, "via": viewer.via, "tokens": [], "sessions": []}
    shown |= {"account": viewer.account is not None, "scopes": [word for word in ROLES if role_of(word) <= viewer.role]}
    if viewer.account is None:
        return shown
    now = datetime.now(UTC)
    with asking.store.looking() as connection:
        shown["tokens"] = [
            token_row(one, usable=tokens.usable(one, now=now)) for one in tokens.of_account(connection, viewer.account)
        ]
        found = sessions.sessions_of(connection, viewer.account, now=now)
    shown["sessions"] = [{"session": key, "since": since, "seen": seen} for key, since, seen in found]
    return shown


def token_row(found: tokens.Token, *, usable: bool) -> Row:
    """A token as it is shown: all but what makes it one."""
    return {
        "token": found.key,
        "label": found.label,
        "scope": found.scope.value,
        "usable": usable,
        "created_at": found.created_at,
        "expires_at": found.expires_at,
        "last_used_day": found.last_used_day,
    }


def me(request: Request) -> Response:
    """Who asks, and what a change must send along: for programs that have no token, on the machine of the store."""
    viewer: Viewer = request.state.viewer
    shown = {"name": viewer.name, "role": viewer.role.value, "via": viewer.via, "csrf": request.state.csrf}
    made = tagged(request, jsonned(shown), "application/json")
    made.headers["cache-control"] = "no-store"
    return made


PAGE = Page(
    name="account",
    path="/account",
    about="Who you are here, what you may do, and the tokens and sessions that let you in.",
    view=view,
    template="account.html",
)


def _account(request: Request, connection: Connection) -> accounts.Account:
    """The account of who asks.

    Raises:
        UsageError: where they have none: nothing of theirs is kept here.
    """
    viewer: Viewer = request.state.viewer
    found = accounts.account(connection, viewer.name) if viewer.account is not None else None
    if found is None:
        raise UsageError(f"{viewer.name} has no account here, so there is nothing to change")
    return found


def change_password(request: Request, given: Fields) -> Response:
    """Put another password in place; all other browsers are signed out.

    Raises:
        UsageError: where the old one is wrong, or the new one will not do.
    """
    guard: Guard = request.app.state.guard
    found = guard.book.looked(lambda connection: _account(request, connection))
    wait = guard.guesses.begin(found.name, request.state.peer)
    if wait or not passwords.right(given.get("old", ""), found.password_hash):
        raise UsageError(f"this is not your password{f'; wait {ceil(wait)} seconds' if wait else ''}")
    guard.guesses.right(found.name, request.state.peer)
    if given.get("new") != given.get("again"):
        raise UsageError("the new password was not written the same way twice")
    kept = passwords.hashed(given.get("new", ""), name=found.name)

    def work(connection: Connection) -> None:
        accounts.set_password(connection, found.key, kept)
        sessions.close_sessions(connection, found.key, but=request.state.session)
        _log(request, connection, Action.PASSWORD, found.name)

    guard.book.written(work)
    return back("/account")


def make_token(request: Request, given: Fields) -> Response:
    """Make a token, which is shown this once.

    Raises:
        UsageError: where it could do more than its account, has no label, or lasts too long.
    """
    guard: Guard = request.app.state.guard
    scope, days, secret = role_of(given.get("scope", "")), given.get("days", ""), secrets.token()
    if not days.isascii() or not days.isdigit() or not 1 <= int(days[:5]) <= LONGEST:
        raise UsageError(
            f"a token made here can be used for 1 to {LONGEST} days; accordingto accounts token makes longer ones"
        )
    label = given.get("label", "")

    def work(connection: Connection) -> None:
        found = _account(request, connection)
        tokens.make(
            connection,
            found,
            sha256=secrets.kept(secret),
            label=label,
            scope=scope,
            now=guard.book.now(),
            lasting=timedelta(days=int(days)),
        )
        _log(request, connection, Action.TOKEN_MADE, found.name, {"label": label, "scope": scope.value})

    guard.book.written(work)
    made = drawn(request, "token_made.html", {"token": secret, "label": label, "scope": scope.value, "days": int(days)})
    made.headers["cache-control"] = "no-store"
    return made


def revoke_token(request: Request, given: Fields) -> Response:
    """Take back a token of one's own.

    Raises:
        UsageError: where there is no such token.
    """
    key = number(given.get("token"))

    def work(connection: Connection) -> None:
        found = _account(request, connection)
        tokens.revoke(connection, found.key, key, now=request.app.state.guard.book.now())
        _log(request, connection, Action.TOKEN_REVOKED, found.name, {"token": key})

    request.app.state.guard.book.written(work)
    return back("/account")


def sign_out_elsewhere(request: Request, _: Fields) -> Response:
    """End all sessions of one's account but this one."""

    def work(connection: Connection) -> None:
        found = _account(request, connection)
        ended = sessions.close_sessions(connection, found.key, but=request.state.session)
        _log(request, connection, Action.SIGN_OUT, found.name, {"other sessions": ended})

    request.app.state.guard.book.written(work)
    return back("/account")


def _log(
    request: Request, connection: Connection, action: Action, target: str, detail: dict[str, object] | None = None
) -> None:
    viewer: Viewer = request.state.viewer
    now = request.app.state.guard.book.now()
    log(connection, action, who=viewer.name, via=viewer.via, target=target, detail=detail, now=now)


ROUTES = [
    Route("/account/password", posted(change_password, checking=True), methods=["POST"], name="account.password"),
    Route("/account/tokens", posted(make_token), methods=["POST"], name="account.token"),
    Route("/account/tokens/revoke", posted(revoke_token), methods=["POST"], name="account.revoke"),
    Route("/account/sign-out-elsewhere", posted(sign_out_elsewhere), methods=["POST"], name="account.elsewhere"),
]
