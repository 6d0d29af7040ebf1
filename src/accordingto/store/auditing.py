"""The log of what was done by whom: sign-ins, tokens, roles, decisions, exports, what was forgotten. Rows are only ever added.

It holds names, never texts, passwords, tokens or addresses of computers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, insert, select

from accordingto.store.accounts import stamp
from accordingto.store.schema.accounts import audit_log

PAGE = 100
"""Entries listed at a time."""
LONGEST_DETAIL = 2000
"""Characters of a detail at most."""


class Action(StrEnum):
    """What is logged."""

    SIGN_IN = "sign in"
    SIGN_IN_FAILED = "sign in failed"
    SIGN_OUT = "sign out"
    PASSWORD = "change password"
    TOKEN_MADE = "make token"
    TOKEN_REVOKED = "revoke token"
    ACCOUNT_ADDED = "add account"
    ROLE = "change role"
    DISABLED = "disable account"
    ENABLED = "enable account"
    DECIDE = "decide"
    EXPORT = "export"
    FORGET = "forget"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Logged:
    """One entry."""

    key: int
    at: str
    who: str
    via: str
    action: str
    target: str | None
    detail: Mapping[str, Any]


def log(
    connection: Connection,
    action: Action | str,
    *,
    who: str,
    via: str,
    target: str | None = None,
    detail: Mapping[str, Any] | None = None,
    now: datetime | None = None,
) -> None:
    """Add an entry, in the transaction of what it is about.

    Args:
        connection: a transaction that writes.
        action: what was done.
        who: name of who did it.
        via: how they came: session, token, proxy, local, command line.
        target: to what: an id or a name.
        detail: what else is to be known, as JSON can hold it.
        now: the time.
    """
    words = json.dumps(detail, ensure_ascii=False, sort_keys=True) if detail else None
    if words is not None and len(words) > LONGEST_DETAIL:
        words = json.dumps({"cut": words[: LONGEST_DETAIL - 50]}, ensure_ascii=False)
    values = {"at": stamp(now or datetime.now(UTC)), "who": who, "via": via, "action": str(action), "target": target}
    connection.execute(insert(audit_log).values(**values, detail=words))


def entries(
    connection: Connection,
    *,
    who: str | None = None,
    action: str | None = None,
    before: int | None = None,
    limit: int = PAGE,
) -> list[Logged]:
    """What was done, the latest first.

    Args:
        connection: to the store.
        who: only by this name.
        action: only this.
        before: key of the last entry that was seen; what is older follows.
        limit: how many at most.
    """
    query = select(audit_log).order_by(audit_log.c.key.desc()).limit(limit)
    for column, value in ((audit_log.c.who, who), (audit_log.c.action, action)):
        query = query if value is None else query.where(column == value)
    if before is not None:
        query = query.where(audit_log.c.key < before)
    return [_logged(row) for row in connection.execute(query)]


def _logged(row: Any) -> Logged:
    detail = json.loads(row.detail) if row.detail else {}
    return Logged(row.key, row.at, row.who, row.via, row.action, row.target, detail)
