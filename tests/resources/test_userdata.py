from pathlib import Path

import pytest

from accordingto.resources.userdata import user_folder


def test_the_folder_that_is_named_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    monkeypatch.delenv("ACCORDINGTO_DATA", raising=False)
    assert user_folder() == tmp_path / "xdg" / "accordingto"
    monkeypatch.setenv("ACCORDINGTO_DATA", str(tmp_path / "mine"))
    assert user_folder() == tmp_path / "mine"


def test_the_home_of_data_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACCORDINGTO_DATA", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert user_folder() == Path.home() / ".local" / "share" / "accordingto"
