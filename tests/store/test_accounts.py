"""Accounts, sessions, tokens and the log of what was done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, func, select

from accordingto.model import UsageError
from accordingto.model.people import Role
from accordingto.store import accounts, auditing, sessions, tokens
from accordingto.store.schema import accounts as tables
from accordingto.store.store import Store

NOW = datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC)


def _made(connection: Connection, name: str = "Ada Lov", role: Role = Role.CODER) -> accounts.Account:
    return accounts.add(connection, name, role=role, password_hash="$argon2id$…", now=NOW)


def test_a_name_is_one_account_however_it_is_spelt(store: Store) -> None:
    with store.writing() as connection:
        assert not accounts.any_account(connection)
        made = _made(connection, "Zoë")
        assert accounts.any_account(connection)
        for spelt in ("zoë", "ZOE\u0308", " Zoe\u0308 "):
            found = accounts.account(connection, spelt)
            assert found is not None
            assert (found.key, found.name) == (made.key, "Zoë")
            with pytest.raises(UsageError, match="already"):
                _made(connection, spelt)
        assert accounts.account(connection, "zoe") is None


@pytest.mark.parametrize("name", ["", " ", "-x", "a\nb", "a\x00b", "<b>", "a" * 81, "a\u202eb", "a/b", "a;b"])
def test_what_is_no_name_makes_no_account(name: str) -> None:
    with pytest.raises(UsageError, match="a name has"):
        accounts.checked_name(name)


@pytest.mark.parametrize("name", ["ada", "Ada Lov", "a.lov@desk.example", "Жанна", "عمر", "O'Neill", "x_1"])
def test_names_of_people_and_their_addresses_are_names(name: str) -> None:
    assert accounts.checked_name(f" {name} ") == name


def test_a_session_is_over_when_idle_when_whole_and_when_its_account_is_disabled(store: Store) -> None:
    with store.writing() as connection:
        made = _made(connection)
        sessions.open_session(connection, made.key, sha256="a" * 64, csrf="c", now=NOW)

        def live(after: timedelta) -> bool:
            return sessions.session(connection, "a" * 64, now=NOW + after) is not None

        assert live(timedelta())
        assert sessions.session(connection, "b" * 64, now=NOW) is None
        assert live(sessions.IDLE - timedelta(seconds=1))
        assert not live(sessions.IDLE)
        found = sessions.session(connection, "a" * 64, now=NOW)
        assert found is not None
        assert not sessions.stale(found, now=NOW + timedelta(minutes=1))
        assert sessions.stale(found, now=NOW + sessions.SEEN)
        sessions.saw(connection, found.key, now=NOW + sessions.WHOLE - timedelta(hours=1))
        assert live(sessions.WHOLE - timedelta(seconds=1))
        assert not live(sessions.WHOLE)
        accounts.set_disabled(connection, made.key, True)
        assert not live(timedelta())
        accounts.set_disabled(connection, made.key, False)
        sessions.open_session(connection, made.key, sha256="d" * 64, csrf="c", now=NOW + sessions.WHOLE)
        assert connection.scalar(select(func.count()).select_from(tables.sessions)) == 1, "what is over is swept out"


def test_all_sessions_of_an_account_end_but_one(store: Store) -> None:
    with store.writing() as connection:
        made, other = _made(connection), _made(connection, "other")
        for number, whose in enumerate([made, made, other]):
            sessions.open_session(connection, whose.key, sha256=str(number) * 64, csrf="c", now=NOW)
        (latest, *_), (others, *_) = (sessions.sessions_of(connection, one.key, now=NOW) for one in (made, other))
        assert sessions.close_sessions(connection, made.key, but=latest[0]) == 1
        assert [row[0] for row in sessions.sessions_of(connection, made.key, now=NOW)] == [latest[0]]
        assert sessions.close_sessions(connection, made.key) == 1
        assert [row[0] for row in sessions.sessions_of(connection, other.key, now=NOW)] == [others[0]]


def test_a_token_does_no_more_than_its_scope_and_than_its_account(store: Store) -> None:
    with store.writing() as connection:
        made = _made(connection, role=Role.ADJUDICATOR)
        with pytest.raises(UsageError, match="cannot be admin"):
            _token(connection, made, "x", Role.ADMIN)
        _token(connection, made, "c", Role.CODER)
        _token(connection, made, "j", Role.ADJUDICATOR)
        assert [_role(connection, mark) for mark in "cj"] == [Role.CODER, Role.ADJUDICATOR]
        accounts.set_role(connection, made.key, Role.READER)
        assert [_role(connection, mark) for mark in "cj"] == [Role.READER, Role.READER]
        accounts.set_disabled(connection, made.key, True)
        assert tokens.token(connection, "c" * 64, now=NOW) is None


def test_a_token_is_over_after_its_days_and_when_it_is_taken_back(store: Store) -> None:
    with store.writing() as connection:
        made, other = _made(connection), _made(connection, "other")
        _token(connection, made, "c", Role.CODER, timedelta(days=2))
        _token(connection, made, "d", Role.CODER, None)
        assert tokens.token(connection, "c" * 64, now=NOW + timedelta(days=2)) is None
        assert tokens.token(connection, "d" * 64, now=NOW + timedelta(days=9999)) is not None
        (late, early) = tokens.of_account(connection, made.key)
        tokens.used(connection, late.key, now=NOW)
        assert tokens.of_account(connection, made.key)[0].last_used_day == "2026-03-14"
        with pytest.raises(UsageError, match="no token"):
            tokens.revoke(connection, other.key, early.key, now=NOW)
        tokens.revoke(connection, made.key, early.key, now=NOW)
        assert tokens.token(connection, "c" * 64, now=NOW) is None
        with pytest.raises(UsageError, match="what the token is for"):
            _token(connection, made, "e", Role.CODER, label=" ")


def _token(
    connection: Connection,
    whose: accounts.Account,
    mark: str,
    scope: Role,
    lasting: timedelta | None = timedelta(days=9),
    label: str = "notebook",
) -> None:
    tokens.make(connection, whose, sha256=mark * 64, label=label, scope=scope, now=NOW, lasting=lasting)


def _role(connection: Connection, mark: str) -> Role:
    found = tokens.token(connection, mark * 64, now=NOW)
    assert found is not None
    return found.role


def test_the_log_is_listed_the_latest_first_and_goes_on(store: Store) -> None:
    with store.writing() as connection:
        for number in range(5):
            auditing.log(
                connection, "decide", who="ada", via="session", target=f"r{number}", detail={"n": number}, now=NOW
            )
        auditing.log(connection, auditing.Action.EXPORT, who="bo", via="token", detail={"long": "x" * 9999}, now=NOW)
        first = auditing.entries(connection, limit=2)
        assert [(one.action, one.target) for one in first] == [("export", None), ("decide", "r4")]
        assert len(first[0].detail["cut"]) < auditing.LONGEST_DETAIL
        rest = auditing.entries(connection, before=first[-1].key)
        assert [one.target for one in rest] == ["r3", "r2", "r1", "r0"]
        assert (rest[0].at, rest[0].detail) == ("2026-03-14T09:26:53Z", {"n": 3})
        assert [one.who for one in auditing.entries(connection, who="bo")] == ["bo"]
        assert len(auditing.entries(connection, action="decide")) == 5
