"""``accordingto accounts``: made, changed, closed, and logged; no password stands in an argument."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from accordingto.store.store import Store
from accordingto.web.security import passwords, secrets

WORDS = "four grey herons wade"
Do = Callable[..., Any]


@pytest.fixture
def do(run: Do, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Do:
    """Run ``accordingto accounts`` on an empty store."""
    from argon2 import PasswordHasher

    monkeypatch.setattr(passwords, "hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    path = tmp_path / "a.db"
    Store.open(path).close()

    def made(*words: str, code: int = 0, said: str | None = None) -> Any:
        got = run("accounts", *words, "--db", str(path), input=said)
        assert got.exit_code == code, got.output
        return got

    return made


def _rows(got: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in got.stdout.splitlines()]


def test_an_account_is_made_changed_closed_and_opened(do: Do) -> None:
    do("add", "Ada Lov", "--role", "coder", said=f"{WORDS}\n")
    do("add", "bo", "--no-password")
    ada, bo = _rows(do("list", "-f", "jsonl"))
    assert (ada["name"], ada["role"], ada["password"], ada["disabled"]) == ("Ada Lov", "coder", True, False)
    assert (bo["role"], bo["password"]) == ("reader", False)
    do("role", "ADA LOV", "adjudicator")
    do("disable", "bo")
    assert do("list", "-f", "text").stdout == "Ada Lov\tadjudicator\tactive\nbo\treader\tdisabled, no password\n"
    do("enable", "bo")
    do("password", "bo", said="ten slow barges\r\n")
    assert all(row["password"] and not row["disabled"] for row in _rows(do("list")))


@pytest.mark.parametrize("password", ["", "short", "a" * 40, "ada lovada lov", "x" * 600])
def test_a_password_that_is_the_first_to_be_tried_is_refused(do: Do, password: str) -> None:
    assert "password" in do("add", "Ada Lov", code=2, said=f"{password}\n").stderr
    assert do("list").stdout == ""


def test_a_password_is_kept_as_a_hash_of_argon2id(do: Do, tmp_path: Path) -> None:
    do("add", "ada", said=f"{WORDS}\n")
    raw = b"".join(path.read_bytes() for path in tmp_path.glob("a.db*"))
    assert WORDS.encode() not in raw
    assert b"$argon2id$" in raw


def test_a_token_is_shown_once_and_kept_as_a_hash(do: Do, tmp_path: Path) -> None:
    do("add", "ada", "--role", "coder", "--no-password")
    made = do("token", "ada", "--label", "notebook", "--role", "coder").stdout.strip()
    assert made.startswith(secrets.PREFIX)
    (row,) = _rows(do("tokens", "ada"))
    assert (row["label"], row["scope"], row["state"]) == ("notebook", "coder", "active")
    raw = b"".join(path.read_bytes() for path in tmp_path.glob("a.db*"))
    assert made.encode() not in raw
    assert secrets.kept(made).encode() in raw
    do("revoke", "ada", str(row["token"]))
    assert _rows(do("tokens", "ada"))[0]["state"] == "taken back"
    assert "cannot be admin" in do("token", "ada", "--label", "x", "--role", "admin", code=2).stderr


def test_all_of_it_is_logged_without_a_secret(do: Do) -> None:
    do("add", "ada", "--role", "coder", said=f"{WORDS}\n")
    token = do("token", "ada", "--label", "notebook").stdout.strip()
    do("role", "ada", "reader")
    do("disable", "ada")
    got = do("log")
    assert [row["action"] for row in _rows(got)] == ["disable account", "change role", "make token", "add account"]
    assert all((row["target"], row["via"]) == ("ada", "command line") for row in _rows(got))
    assert token not in got.stdout
    assert WORDS not in got.stdout
    assert "change role ada role=reader" in do("log", "-f", "text", "--action", "change role").stdout


def test_what_cannot_be_is_told(do: Do) -> None:
    assert "no account bo" in do("role", "bo", "coder", code=2).stderr
    assert "there are reader, coder" in do("add", "bo", "--role", "king", code=2, said=f"{WORDS}\n").stderr
    do("add", "bo", said=f"{WORDS}\n")
    assert "already" in do("add", "BO", code=2, said=f"{WORDS}\n").stderr
    assert "no token 7" in do("revoke", "bo", "7", code=2).stderr


def test_what_is_forgotten_is_logged_by_its_id(do: Do, run: Do, tmp_path: Path) -> None:
    from tests.store.made import claimed_entry

    entry = claimed_entry()
    with Store.open(tmp_path / "a.db") as store:
        store.put(entry)
    assert run("forget", entry.report.id, "--yes", "--db", str(tmp_path / "a.db")).exit_code == 0
    (row,) = _rows(do("log"))
    assert (row["action"], row["target"], row["via"]) == ("forget", entry.report.id, "command line")
