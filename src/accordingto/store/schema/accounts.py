"""Accounts of people who share a store, what they come in with, and what was done.

Times are ISO 8601 in UTC, to the second, so that they compare as words. Passwords and tokens are kept as hashes only.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, String, Table

from accordingto.store.schema.base import Words, key, metadata, to

_ROLES = "reader, coder, adjudicator or admin."

accounts = Table(
    "accounts",
    metadata,
    key(),
    Column("digest", String(20), nullable=False, unique=True, doc="Start of a hash over the name."),
    Column("name", Words, nullable=False, doc="Name under which decisions are kept; nobody else has it."),
    Column("role", String, nullable=False, doc=_ROLES),
    Column("password_hash", String, doc="Argon2 hash; none where there is no password, only tokens or a proxy."),
    Column("disabled", Boolean, nullable=False, doc="Whether it can no longer be used; its decisions stay."),
    Column("created_at", String, nullable=False, doc="When it was made."),
    info={"doc": "Who may use a shared store, and in which role.", "label": "name"},
)

tokens = Table(
    "tokens",
    metadata,
    key(),
    Column("sha256", String(64), nullable=False, unique=True, doc="SHA-256 of the token; the token is shown once."),
    to("account_key", "accounts", "Whose it is.", index=True),
    Column("label", Words, nullable=False, doc="What it is for, as whoever made it said."),
    Column("role", String, nullable=False, doc=f"What it may do at most: {_ROLES}"),
    Column("created_at", String, nullable=False, doc="When it was made."),
    Column("expires_at", String, doc="Until when it can be used; none where there is no end."),
    Column("last_used_day", String(10), doc="The day on which it was used last."),
    Column("revoked_at", String, doc="When it was taken back."),
    info={"doc": "Keys of programs that use the API for somebody.", "label": "label"},
)

sessions = Table(
    "sessions",
    metadata,
    key(),
    Column("sha256", String(64), nullable=False, unique=True, doc="SHA-256 of what the browser keeps."),
    to("account_key", "accounts", "Who has signed in.", index=True),
    Column("csrf", String, nullable=False, doc="What a form of this session must send along."),
    Column("created_at", String, nullable=False, doc="When they signed in."),
    Column("expires_at", String, nullable=False, index=True, doc="When it ends at the latest."),
    Column("seen_at", String, nullable=False, doc="When it was used last, to some minutes."),
    info={"doc": "Browsers that are signed in."},
)

audit_log = Table(
    "audit_log",
    metadata,
    key(),
    Column("at", String, nullable=False, doc="When."),
    Column("who", Words, nullable=False, doc="Name of the account, or of whoever runs the program."),
    Column("via", String, nullable=False, doc="How they came: password, token, proxy, command line."),
    Column("action", String, nullable=False, doc="What was done: sign in, decide, export, forget …"),
    Column("target", Words, doc="To what: an id or a name."),
    Column("detail", Words, doc="JSON: what else is to be known. Neither texts nor addresses of computers."),
    Index(None, "who"),
    info={"doc": "What was done by whom. Rows are only ever added.", "label": "action"},
)
