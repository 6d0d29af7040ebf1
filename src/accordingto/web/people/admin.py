"""What an admin sees and changes: the accounts, and the log of what was done. Nobody else is let in, by the gate and by the pages."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from accordingto.model import UsageError
from accordingto.model.people import ROLES, Role, role_of
from accordingto.store import accounts, sessions
from accordingto.store.auditing import PAGE as ENTRIES
from accordingto.store.auditing import Action, entries, log
from accordingto.web.page import Asking, Page, Query, Row
from accordingto.web.people.forms import Fields, back, posted
from accordingto.web.security import passwords
from accordingto.web.security.needs import need
from accordingto.web.security.viewer import Viewer


def list_accounts(asking: Asking) -> Row:
    """The accounts, by name."""
    with asking.store.looking() as connection:
        found = accounts.listed(connection)
    return {"accounts": [_row(one) for one in found], "roles": list(ROLES), "you": asking.viewer.name}


def _row(found: accounts.Account) -> Row:
    return {
        "name": found.name,
        "role": found.role.value,
        "password": found.password_hash is not None,
        "disabled": found.disabled,
        "created_at": found.created_at,
    }


ACCOUNTS = Page(
    name="admin.accounts",
    path="/admin/accounts",
    about="Who may use this store, and with which role.",
    view=list_accounts,
    template="admin_accounts.html",
    role=Role.ADMIN,
    columns={
        "name": "Name.",
        "role": "reader, coder, adjudicator or admin.",
        "password": "Whether there is a password.",
        "disabled": "Whether the account is closed.",
        "created_at": "When it was made.",
    },
    rows=lambda shown: shown["accounts"],
)


class Asked(Query):
    """Which entries of the log."""

    who: str | None = None
    action: str | None = None
    after: int | None = None
    """Key of the last entry seen."""


def list_log(asking: Asking) -> Row:
    """What was done, the latest first."""
    asked: Asked = asking.query
    with asking.store.looking() as connection:
        found = entries(connection, who=asked.who, action=asked.action, before=asked.after, limit=ENTRIES)
    rows = [
        {
            "entry": one.key,
            "at": one.at,
            "who": one.who,
            "via": one.via,
            "action": one.action,
            "target": one.target,
            "detail": dict(one.detail),
        }
        for one in found
    ]
    following = rows[-1]["entry"] if len(rows) == ENTRIES else None
    return {"entries": rows, "who": asked.who, "action": asked.action, "actions": [*Action], "next": following}


LOG = Page(
    name="admin.log",
    path="/admin/log",
    about="What was done by whom, the latest first.",
    view=list_log,
    template="admin_log.html",
    role=Role.ADMIN,
    query=Asked,
    columns={
        "entry": "Number of the entry.",
        "at": "When, in UTC.",
        "who": "By whom.",
        "via": "How they came: password, session, token, proxy, local, command line.",
        "action": "What was done.",
        "target": "To what.",
        "detail": "What else is known, as JSON.",
    },
    rows=lambda shown: [{**row, "detail": json.dumps(row["detail"], ensure_ascii=False)} for row in shown["entries"]],
)


def add(request: Request, given: Fields) -> Response:
    """Make an account; without a password only a proxy or a token leads in.

    Raises:
        UsageError: where the name is taken or none, or the password will not do.
    """
    name, role = accounts.checked_name(given.get("name", "")), role_of(given.get("role", ""))
    password = given.get("password", "")
    kept = passwords.hashed(password, name=name) if password else None

    def work(connection: Connection, now: Any) -> str:
        accounts.add(connection, name, role=role, password_hash=kept, now=now)
        return name

    return _done(request, Action.ACCOUNT_ADDED, work, {"role": role.value})


def change_role(request: Request, given: Fields) -> Response:
    """Change what somebody may do.

    Raises:
        UsageError: where there is no such account, or it is one's own: a server must not be left without an admin by a slip.
    """
    role = role_of(given.get("role", ""))

    def work(connection: Connection, _: Any) -> str:
        found = _other(request, connection, given)
        accounts.set_role(connection, found.key, role)
        return found.name

    return _done(request, Action.ROLE, work, {"role": role.value})


def disable(request: Request, given: Fields) -> Response:
    """Close an account and sign it out everywhere.

    Raises:
        UsageError: as for `change_role`.
    """

    def work(connection: Connection, _: Any) -> str:
        found = _other(request, connection, given)
        accounts.set_disabled(connection, found.key, True)
        sessions.close_sessions(connection, found.key)
        return found.name

    return _done(request, Action.DISABLED, work)


def enable(request: Request, given: Fields) -> Response:
    """Open an account again.

    Raises:
        UsageError: as for `change_role`.
    """

    def work(connection: Connection, _: Any) -> str:
        found = _other(request, connection, given)
        accounts.set_disabled(connection, found.key, False)
        return found.name

    return _done(request, Action.ENABLED, work)


def _other(request: Request, connection: Connection, given: Fields) -> accounts.Account:
    found = accounts.known(connection, given.get("name", ""))
    if found.key == request.state.viewer.account:
        raise UsageError("this is your own account: another admin changes it, or accordingto accounts on the server")
    return found


def _done(request: Request, action: Action, work: Any, detail: dict[str, object] | None = None) -> Response:
    viewer: Viewer = need(request, Role.ADMIN)
    book = request.app.state.guard.book

    def both(connection: Connection) -> None:
        target = work(connection, book.now())
        log(connection, action, who=viewer.name, via=viewer.via, target=target, detail=detail, now=book.now())

    book.written(both)
    return back("/admin/accounts")


ROUTES = [
    Route("/admin/accounts/add", posted(add, checking=True), methods=["POST"], name="admin.add"),
    Route("/admin/accounts/role", posted(change_role), methods=["POST"], name="admin.role"),
    Route("/admin/accounts/disable", posted(disable), methods=["POST"], name="admin.disable"),
    Route("/admin/accounts/enable", posted(enable), methods=["POST"], name="admin.enable"),
]
