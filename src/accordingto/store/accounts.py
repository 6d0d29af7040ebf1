"""Accounts of the people who share a store. A name is one account however it is spelt: in capitals or not, composed or not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from accordingto.model import UsageError
from accordingto.model.people import Role, role_of
from accordingto.store.packing import digest
from accordingto.store.schema.accounts import accounts

LONGEST = 80
"""Characters of a name at most: it stands beside every decision."""
_NAME = re.compile(r"[^\W_](?:[\w .@+'’-]*[\w.])?")
"""Letters and digits of any script, and what stands in the names and addresses of people; no white space at either end."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may use a store."""

    key: int
    name: str
    role: Role
    password_hash: str | None
    """``None`` where there is no password: then only tokens or a proxy lead in."""
    disabled: bool
    created_at: str


def stamp(now: datetime) -> str:
    """A moment as these tables hold it: ISO 8601 in UTC, to the second, so that moments compare as words."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def checked_name(name: str) -> str:
    """A name as it is kept.

    Raises:
        UsageError: where it is none.
    """
    made = unicodedata.normalize("NFC", name).strip()
    if not _NAME.fullmatch(made) or len(made) > LONGEST:
        raise UsageError(
            f"a name has 1 to {LONGEST} letters and digits, with spaces or . @ + ' - _ between them, and begins with one"
        )
    return made


def _digest(name: str) -> str:
    return digest(unicodedata.normalize("NFKC", name).strip().casefold())


def any_account(connection: Connection) -> bool:
    """Whether there is an account, disabled or not."""
    return connection.scalar(select(accounts.c.key).limit(1)) is not None


def account(connection: Connection, name: str) -> Account | None:
    """The account of a name, also a disabled one."""
    row = connection.execute(select(accounts).where(accounts.c.digest == _digest(name))).first()
    return account_of(row) if row else None


def account_of(row: Any) -> Account:
    """The account in a row."""
    return Account(row.key, row.name, role_of(row.role), row.password_hash, bool(row.disabled), row.created_at)


def known(connection: Connection, name: str) -> Account:
    """The account of a name.

    Raises:
        UsageError: where there is none.
    """
    found = account(connection, name)
    if found is None:
        raise UsageError(f"there is no account {name}; accordingto accounts list names them")
    return found


def listed(connection: Connection) -> list[Account]:
    """All accounts, in the order of their names."""
    rows = connection.execute(select(accounts).order_by(func.lower(accounts.c.name), accounts.c.key))
    return [account_of(row) for row in rows]


def add(connection: Connection, name: str, *, role: Role, password_hash: str | None, now: datetime) -> Account:
    """Make an account.

    Raises:
        UsageError: where the name is none, or is taken.
    """
    made = checked_name(name)
    if account(connection, made) is not None:
        raise UsageError(f"there is an account {made} already; accordingto accounts role and password change it")
    values = {
        "digest": _digest(made),
        "name": made,
        "role": role.value,
        "password_hash": password_hash,
        "disabled": False,
        "created_at": stamp(now),
    }
    connection.execute(insert(accounts).values(values))
    return known(connection, made)


def set_role(connection: Connection, key: int, role: Role) -> None:
    """Change what an account may do, from the next request on."""
    _change(connection, key, role=role.value)


def set_disabled(connection: Connection, key: int, disabled: bool) -> None:
    """Close an account, or open it again. Its sessions and tokens are refused while it is closed."""
    _change(connection, key, disabled=disabled)


def set_password(connection: Connection, key: int, password_hash: str | None) -> None:
    """Put another password in place, or none."""
    _change(connection, key, password_hash=password_hash)


def _change(connection: Connection, key: int, **values: Any) -> None:
    connection.execute(update(accounts).where(accounts.c.key == key).values(values))
