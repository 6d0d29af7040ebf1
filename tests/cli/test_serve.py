"""What ``accordingto serve`` refuses, before it listens anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.store.store import Store

REFUSED = [
    (["--host", "0.0.0.0"], "accordingto accounts add NAME --role admin"),
    (["--host", "::", "--allowed-host", "desk.example"], "this store has no accounts"),
    (["--host", "192.0.2.1", "--review"], "or listen at 127.0.0.1"),
    (["--identity-header", "X-Forwarded-User"], "--trusted-proxy"),
    (["--identity-header", "X Y", "--trusted-proxy", "127.0.0.1"], "no header"),
    (["--identity-header", "X-Forwarded-User", "--trusted-proxy", "proxy"], "no address or network"),
    (["--identity-header", "X-User", "--trusted-proxy", "127.0.0.1", "--identity-role", "king"], "no role"),
    (["--identity-header", "X-User", "--trusted-proxy", "127.0.0.1", "--host", "0.0.0.0"], "--allowed-host"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("served") / "a.db"
    Store.open(path).close()
    return path


@pytest.mark.parametrize(("words", "told"), REFUSED, ids=lambda part: " ".join(part) if isinstance(part, list) else "")
def test_people_whom_nobody_knows_are_not_let_in(
    run, store: Path, words: list[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listens(*_: object) -> None:
        raise AssertionError("it listens")

    monkeypatch.setattr("accordingto.web.running._listen", listens)
    got = run("serve", "--db", str(store), "--port", "0", *words)
    assert got.exit_code == 2, got.output
    assert told in got.stderr


def test_a_store_that_is_not_there_is_told(run, tmp_path: Path) -> None:
    got = run("serve", "--db", str(tmp_path / "none.db"), "--port", "0")
    assert got.exit_code == 2
    assert "there is no store" in got.stderr
