"""``accordingto accounts``: who may use a shared store, with which role, and what was done."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from accordingto.cli.exits import say
from accordingto.cli.stores import DEFAULT, Db, Rows, at, rows_wanted
from accordingto.model.people import Role, role_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from accordingto.store.accounts import Account
    from accordingto.store.auditing import Logged
    from accordingto.store.tokens import Token

T = TypeVar("T")
DAYS = 90
"""How long a token can be used where nothing else is asked for: a token that is forgotten is over within a season."""
COMMAND_LINE = "command line"
app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="Name of the account.")]
RoleName = Annotated[
    str,
    typer.Option(
        "--role", metavar="ROLE", help="reader, coder, adjudicator or admin; each may do what those before it may."
    ),
]


@app.callback()
def accounts() -> None:
    """Say who may use a shared store, and with which role.

    A server with accounts asks everyone to sign in, and may listen on other addresses than this machine's own.
    """


@app.command("add")
def add_command(
    name: Name,
    *,
    role: RoleName = Role.READER.value,
    no_password: Annotated[
        bool, typer.Option("--no-password", help="Without one: only tokens, or a proxy that names them, lead in.")
    ] = False,
    db: Db = DEFAULT,
) -> None:
    """Make an account. The password is asked for, or is the first line of standard input.

    People who already share a store without accounts have to sign in from the next start of the server on.
    """
    from accordingto.store import accounts
    from accordingto.store.auditing import Action
    from accordingto.web.security.passwords import hashed

    made, wanted = accounts.checked_name(name), role_of(role)
    kept = None if no_password else hashed(_password(), name=made)

    def work(connection: Connection) -> None:
        accounts.add(connection, made, role=wanted, password_hash=kept, now=_now())
        _log(connection, Action.ACCOUNT_ADDED, made, {"role": wanted.value})

    _carry_out(db, work)
    say(f"{made} is {wanted.value}")


@app.command("list")
def list_command(*, db: Db = DEFAULT, chosen: Rows = None) -> None:
    """List the accounts with their roles."""
    from accordingto.store.accounts import listed

    with at(db, read_only=True) as store, store.looking() as connection:
        found = listed(connection)
    plain = rows_wanted(chosen, None)
    for one in found:
        sys.stdout.write(json.dumps(_row(one), ensure_ascii=False) + "\n" if plain else _line(one))


@app.command("role")
def role_command(
    name: Name, role: Annotated[str, typer.Argument(metavar="ROLE", help="The new role.")], *, db: Db = DEFAULT
) -> None:
    """Change what somebody may do; it holds from their next request on."""
    from accordingto.store.accounts import set_role
    from accordingto.store.auditing import Action

    wanted = role_of(role)
    _change(db, name, Action.ROLE, lambda c, found: set_role(c, found.key, wanted), {"role": wanted.value})
    say(f"{name} is {wanted.value}")


@app.command("disable")
def disable_command(name: Name, *, db: Db = DEFAULT) -> None:
    """Close an account: it is signed out everywhere, and its tokens are refused. Its decisions stay."""
    from accordingto.store.accounts import set_disabled
    from accordingto.store.auditing import Action
    from accordingto.store.sessions import close_sessions

    def work(connection: Connection, found: Account) -> None:
        set_disabled(connection, found.key, True)
        close_sessions(connection, found.key)

    _change(db, name, Action.DISABLED, work)
    say(f"{name} is disabled")


@app.command("enable")
def enable_command(name: Name, *, db: Db = DEFAULT) -> None:
    """Open an account again. Its tokens that are not over can be used again."""
    from accordingto.store.accounts import set_disabled
    from accordingto.store.auditing import Action

    _change(db, name, Action.ENABLED, lambda c, found: set_disabled(c, found.key, False))
    say(f"{name} is enabled")


@app.command("password")
def password_command(name: Name, *, db: Db = DEFAULT) -> None:
    """Put another password in place, and sign out everywhere. It is asked for, or is the first line of standard input."""
    from accordingto.store.accounts import set_password
    from accordingto.store.auditing import Action
    from accordingto.store.sessions import close_sessions
    from accordingto.web.security.passwords import hashed

    kept = hashed(_password(), name=name)

    def work(connection: Connection, found: Account) -> None:
        set_password(connection, found.key, kept)
        close_sessions(connection, found.key)

    _change(db, name, Action.PASSWORD, work)
    say(f"{name} has a new password, and is signed out everywhere")


@app.command("token")
def token_command(
    name: Name,
    *,
    label: Annotated[str, typer.Option(metavar="TEXT", help="What it is for.")],
    role: Annotated[
        str | None, typer.Option("--role", metavar="ROLE", help="What it may do at most. Default: reader.")
    ] = None,
    days: Annotated[int, typer.Option(metavar="N", min=1, max=3650, help="How long it can be used.")] = DAYS,
    no_end: Annotated[bool, typer.Option("--no-end", help="It can be used until it is taken back.")] = False,
    db: Db = DEFAULT,
) -> None:
    """Make a token for a program that asks the API for somebody. It is printed once; the store keeps only its hash."""
    from accordingto.store import tokens
    from accordingto.store.auditing import Action
    from accordingto.web.security import secrets

    scope, secret = role_of(role or Role.READER.value), secrets.token()
    lasting = None if no_end else timedelta(days=days)

    def work(connection: Connection, found: Account) -> None:
        tokens.make(
            connection, found, sha256=secrets.kept(secret), label=label, scope=scope, now=_now(), lasting=lasting
        )

    _change(db, name, Action.TOKEN_MADE, work, {"label": label, "scope": scope.value})
    say(f"a token of {name} for {label}; it is not shown again")
    sys.stdout.write(secret + "\n")


@app.command("tokens")
def tokens_command(name: Name, *, db: Db = DEFAULT, chosen: Rows = None) -> None:
    """List the tokens of an account, without what makes them tokens."""
    from accordingto.store.accounts import known
    from accordingto.store.tokens import of_account, usable

    with at(db, read_only=True) as store, store.looking() as connection:
        found = of_account(connection, known(connection, name).key)
    plain = rows_wanted(chosen, None)
    for one in found:
        row = _token_row(one, usable=usable(one, now=_now()))
        words = (
            f"{row['token']}\t{row['label']}\t{row['scope']}\t{row['state']}\t{row['last_used_day'] or 'never used'}\n"
        )
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n" if plain else words)


@app.command("revoke")
def revoke_command(
    name: Name,
    token: Annotated[int, typer.Argument(metavar="TOKEN", help="Its number, as accounts tokens lists it.")],
    *,
    db: Db = DEFAULT,
) -> None:
    """Take back a token: it is refused from now on."""
    from accordingto.store.auditing import Action
    from accordingto.store.tokens import revoke

    _change(db, name, Action.TOKEN_REVOKED, lambda c, found: revoke(c, found.key, token, now=_now()), {"token": token})
    say(f"token {token} of {name} is taken back")


@app.command("log")
def log_command(
    *,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Only what they did.")] = None,
    action: Annotated[str | None, typer.Option(metavar="TEXT", help="Only this: sign in, decide, export …")] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, max=100_000, help="How many entries.")] = 100,
    db: Db = DEFAULT,
    chosen: Rows = None,
) -> None:
    """List what was done by whom, the latest first: sign-ins, tokens, roles, decisions, exports, what was forgotten."""
    from accordingto.store.auditing import entries

    with at(db, read_only=True) as store, store.looking() as connection:
        found = entries(connection, who=who, action=action, limit=limit)
    plain = rows_wanted(chosen, None)
    for one in found:
        sys.stdout.write(json.dumps(_entry(one), ensure_ascii=False) + "\n" if plain else _told(one))


def _password() -> str:
    """A password from the terminal, twice, or the first line of standard input; never an argument, which other programs can see."""
    if sys.stdin.isatty():
        found: str = typer.prompt("Password", hide_input=True, confirmation_prompt="Again", err=True)
        return found
    return sys.stdin.readline().rstrip("\r\n")


def _change(
    db: str,
    name: str,
    action: str,
    work: Callable[[Connection, Account], object],
    detail: dict[str, object] | None = None,
) -> None:
    """Do something to an account, and log it, in one transaction."""
    from accordingto.store.accounts import known

    def both(connection: Connection) -> None:
        found = known(connection, name)
        work(connection, found)
        _log(connection, action, found.name, detail)

    _carry_out(db, both)


def _carry_out(db: str, work: Callable[[Connection], T]) -> T:
    with at(db) as store:
        return store.transact(work)


def _log(connection: Connection, action: str, target: str, detail: dict[str, object] | None) -> None:
    from accordingto.store.auditing import log
    from accordingto.web.settings import login

    log(connection, action, who=login(), via=COMMAND_LINE, target=target, detail=detail)


def _now() -> datetime:
    return datetime.now(UTC)


def _row(found: Account) -> dict[str, object]:
    return {
        "type": "account",
        "name": found.name,
        "role": found.role.value,
        "password": found.password_hash is not None,
        "disabled": found.disabled,
        "created_at": found.created_at,
    }


def _line(found: Account) -> str:
    notes = [*(["disabled"] if found.disabled else []), *([] if found.password_hash else ["no password"])]
    return f"{found.name}\t{found.role.value}\t{', '.join(notes) or 'active'}\n"


def _token_row(found: Token, *, usable: bool) -> dict[str, object]:
    return {
        "type": "token",
        "token": found.key,
        "label": found.label,
        "scope": found.scope.value,
        "state": "active" if usable else "taken back" if found.revoked_at else "over",
        "created_at": found.created_at,
        "expires_at": found.expires_at,
        "last_used_day": found.last_used_day,
    }


def _entry(found: Logged) -> dict[str, object]:
    return {
        "type": "logged",
        "at": found.at,
        "who": found.who,
        "via": found.via,
        "action": found.action,
        "target": found.target,
        "detail": dict(found.detail),
    }


def _told(found: Logged) -> str:
    from accordingto.pipeline.wording import one_line

    what = " ".join(f"{name}={value}" for name, value in found.detail.items())
    return (
        one_line(f"{found.at}  {found.who} ({found.via}): {found.action} {found.target or ''} {what}").rstrip() + "\n"
    )
