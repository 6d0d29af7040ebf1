from pathlib import Path

import pytest

from accordingto.model import UsageError
from accordingto.resources.userdata import replacing, user_folder


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


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "mine" / "actors.jsonl"
    with replacing(path) as file:
        file.write(b"one")

    def broken() -> None:
        with replacing(path) as file:
            file.write(b"two")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert path.read_bytes() == b"one"
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("a file")
    with (
        pytest.raises(UsageError, match=r"mine.*cannot be written.*ACCORDINGTO_DATA"),
        replacing(tmp_path / "mine" / "a"),
    ):
        pass
