"""Tokens of the API: what programs hold that ask for somebody. The store keeps their hashes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, or_, select, update

from accordingto.model import UsageError
from accordingto.model.people import Role, role_of
from accordingto.store.accounts import Account, account_of, stamp
from accordingto.store.schema.accounts import accounts, tokens

LONGEST_LABEL = 120
MOST = 50
"""Tokens of one account that can be used at a time."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token, without what makes it one."""

    key: int
    account: Account
    label: str
    scope: Role
    """What it may do at most."""
    created_at: str
    expires_at: str | None
    last_used_day: str | None
    revoked_at: str | None

    @property
    def role(self) -> Role:
        """What it may do now: no more than its scope, and no more than whose it is."""
        return min(self.scope, self.account.role)


_TOKEN = (
    tokens.c.key.label("token_key"),
    tokens.c.label,
    tokens.c.role.label("scope"),
    tokens.c.created_at.label("made_at"),
    tokens.c.expires_at,
    tokens.c.last_used_day,
    tokens.c.revoked_at,
    *accounts.c,
)
_ALL = select(*_TOKEN).join(accounts, accounts.c.key == tokens.c.account_key)


def make(
    connection: Connection,
    account: Account,
    *,
    sha256: str,
    label: str,
    scope: Role,
    now: datetime,
    lasting: timedelta | None,
) -> None:
    """Keep a new token.

    Args:
        connection: a transaction that writes.
        account: whose it is.
        sha256: its hash.
        label: what it is for.
        scope: what it may do at most.
        now: the time.
        lasting: how long it can be used; ``None`` for without end.

    Raises:
        UsageError: where it could do more than its account, has no label, or there are too many.
    """
    words = " ".join(label.split())
    if not 0 < len(words) <= LONGEST_LABEL:
        raise UsageError(
            f"say in 1 to {LONGEST_LABEL} characters what the token is for, so that it can be told and taken back"
        )
    if scope > account.role:
        raise UsageError(f"{account.name} is {account.role.value}: a token of theirs cannot be {scope.value}")
    if sum(usable(one, now=now) for one in of_account(connection, account.key)) >= MOST:
        raise UsageError(f"{account.name} has {MOST} tokens; take back those that are not used")
    values = {
        "sha256": sha256,
        "account_key": account.key,
        "label": words,
        "role": scope.value,
        "created_at": stamp(now),
        "expires_at": stamp(now + lasting) if lasting else None,
    }
    connection.execute(insert(tokens).values(values))


def token(connection: Connection, sha256: str, *, now: datetime) -> Token | None:
    """The token of a hash; ``None`` where there is none, it is over or taken back, or its account is disabled."""
    query = _ALL.where(
        tokens.c.sha256 == sha256,
        tokens.c.revoked_at.is_(None),
        or_(tokens.c.expires_at.is_(None), tokens.c.expires_at > stamp(now)),
        accounts.c.disabled.is_(False),
    )
    row = connection.execute(query).first()
    return _token(row) if row else None


def of_account(connection: Connection, account: int) -> list[Token]:
    """All tokens of an account, the latest first."""
    rows = connection.execute(_ALL.where(tokens.c.account_key == account).order_by(tokens.c.key.desc()))
    return [_token(row) for row in rows]


def usable(found: Token, *, now: datetime) -> bool:
    """Whether it is neither over nor taken back."""
    return found.revoked_at is None and (found.expires_at is None or found.expires_at > stamp(now))


def used(connection: Connection, key: int, *, now: datetime) -> None:
    """Note the day on which a token is used."""
    connection.execute(update(tokens).where(tokens.c.key == key).values(last_used_day=stamp(now)[:10]))


def revoke(connection: Connection, account: int, key: int, *, now: datetime) -> Token:
    """Take back a token of an account.

    Raises:
        UsageError: where the account has no such token.
    """
    found = next((one for one in of_account(connection, account) if one.key == key), None)
    if found is None:
        raise UsageError(f"there is no token {key} of this account; accordingto accounts token NAME --list names them")
    if found.revoked_at is None:
        connection.execute(update(tokens).where(tokens.c.key == key).values(revoked_at=stamp(now)))
    return found


def _token(row: Any) -> Token:
    return Token(
        key=row.token_key,
        account=account_of(row),
        label=row.label,
        scope=role_of(row.scope),
        created_at=row.made_at,
        expires_at=row.expires_at,
        last_used_day=row.last_used_day,
        revoked_at=row.revoked_at,
    )
