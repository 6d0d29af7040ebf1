from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from accordingto.capture.gather import Container, Found, Item, Missed, Options, Skipped, gather
from accordingto.capture.names import shown
from accordingto.model import EmptyInput, InputError

TEXT = "Selmar was quiet on Monday, two residents said.\n"


def all_of(source: object, **options: object) -> list[Item]:
    return list(gather(str(source), Options(**options)))  # type: ignore[arg-type]


def check_resumes(source: object, **options: object) -> None:
    """Going on after any item gives what follows it, and nothing else."""
    chosen = Options(**options)  # type: ignore[arg-type]
    items = list(gather(str(source), chosen))
    for at, item in enumerate(items):
        rest = list(gather(str(source), chosen, after=item.position))
        assert [other.position for other in rest] == [other.position for other in items[at + 1 :]]
        assert [type(other) for other in rest] == [type(other) for other in items[at + 1 :]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/z.html", "a/b/c.txt", "a.txt", "a#row=1.txt", ".hidden.txt", ".git/x.txt", "a/style.css"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT + name)
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    (tmp_path / "none.txt").write_bytes(b" \n")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    return tmp_path


def test_a_folder_is_walked_in_order_hidden_files_and_loops_passed_over(folder: Path) -> None:
    items = all_of(folder)
    found = [item.position for item in items if isinstance(item, Found)]
    assert found == ["a/b/c.txt", "a/z.html", "a%23row=1.txt", "a.txt", "b.txt"]
    assert {item.position: item.reason for item in items if isinstance(item, Skipped)} == {
        "a/style.css": ".css file",
        "none.txt": "empty",
        "photo.jpg": "neither text nor document",
    }
    assert [item.position for item in items if isinstance(item, Missed)] == ["gone.txt"]


def test_a_folder_goes_on_after_any_item(folder: Path) -> None:
    check_resumes(folder)


def test_a_file_was_seen_when_it_was_last_changed(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text(TEXT)
    os.utime(path, (1_500_000_000, 1_500_000_000))
    (item,) = all_of(path)
    assert isinstance(item, Found)
    assert item.capture.sightings[0].at == "2017-07-14T02:40:00Z"
    check_resumes(path)


def test_a_source_that_cannot_be_read_is_one_missed(tmp_path: Path) -> None:
    (item,) = all_of(tmp_path / "none.txt")
    assert isinstance(item, Missed)
    assert isinstance(item.error, InputError)
    (tmp_path / "empty.txt").write_text("")
    (item,) = all_of(tmp_path / "empty.txt")
    assert isinstance(item, Missed)
    assert isinstance(item.error, EmptyInput)


def test_a_name_that_is_no_utf8_can_be_stored(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"b\xff.txt")
    with open(path, "w") as file:
        file.write(TEXT)
    (tmp_path / "c.txt").write_text(TEXT)
    one, two = all_of(tmp_path)
    assert one.position == "b\\xff.txt"
    one.position.encode()
    assert shown(os.fsdecode(path)).endswith("b\\xff.txt")
    assert [item.position for item in gather(str(tmp_path), after=one.position)] == [two.position]


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\0"])
def test_a_list_names_sources(tmp_path: Path, separator: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    names = [str(tmp_path / "a.txt"), str(tmp_path / "none.txt"), "", str(tmp_path / "b.txt"), "-"]
    path = tmp_path / "list"
    path.write_text(separator.join(names))
    items = all_of(path, as_list=True)
    assert [type(item) for item in items] == [Found, Missed, Found, Missed]
    assert [item.position for item in items] == ["line=1", "line=2", "line=4", "line=5"]
    check_resumes(path, as_list=True)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes())))
    assert [type(item) for item in all_of("-", as_list=True)] == [Found, Missed, Found, Missed]


def test_standard_input_is_one_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (item,) = all_of("-")
    assert isinstance(item, Found)
    assert item.capture.data == TEXT.encode()
    assert not isinstance(item, Container)


def test_a_feed_in_a_folder_sends_nobody_to_the_web(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(
        "<?xml version='1.0'?><rss version='2.0'><channel><title>x</title></channel></rss>"
    )
    (item,) = all_of(tmp_path)
    assert isinstance(item, Skipped)
    assert item.reason == "feed"
    check_resumes(tmp_path)


def test_the_address_of_a_file_is_the_file(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text(TEXT)
    (item,) = all_of((tmp_path / "a b.txt").as_uri())
    assert isinstance(item, Found)
    assert item.capture.sightings[0].where == str(tmp_path / "a b.txt")
