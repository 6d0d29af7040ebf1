from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.capture import capture_bytes, capture_path, capture_stream, capture_text, media_type
from accordingto.clean.decode import decode
from accordingto.model import BinaryInput, EmptyInput, InputError, TooLarge
from accordingto.resources.cleaning import open_clean_rules


def test_a_file_is_kept_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    data = "Línea uno\r\n\r\n“Zwei”\u00a0drei\n".encode()
    path.write_bytes(data)
    capture = capture_path(path)
    assert capture.data == data
    assert capture.media_type == "text/plain"
    assert capture.sightings[0].where == str(path)


def test_equal_bytes_have_equal_ids() -> None:
    one, two = (capture_bytes(b"Selmar was quiet.", where=where) for where in ("a", "b"))
    assert one.id == two.id
    assert one.sightings != two.sightings


@pytest.mark.parametrize("data", [b"", b"  \n\t", b"\xef\xbb\xbf\n"])
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyInput, match="no text in it"):
        capture_bytes(data, where="empty.txt")


def _zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a", "b")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"\xff\xd8\xff\xe0....", "JPEG"),
        (b"\x1f\x8b\x08....", "gzip.*unpack"),
        (_zip(), "ZIP"),
        (b"text\x00with\x00nul", "NUL"),
        (bytes(range(1, 9)) * 40, "control characters"),
        (b"WARC/1.0\r\n", "WARC.*accordingto add"),
    ],
)
def test_binary_is_named_and_what_to_do_is_said(data: bytes, named: str) -> None:
    with pytest.raises(BinaryInput, match=named):
        capture_bytes(data, where="file")


def test_too_large_says_by_how_much(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * 2000)
    with pytest.raises(TooLarge, match="limit"):
        capture_path(path, limit=1000)
    with pytest.raises(TooLarge):
        capture_stream(io.BytesIO(b"a" * 2000), limit=1000)
    assert capture_path(path, limit=2000).data == b"a" * 2000


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        capture_path(tmp_path / "none.txt")
    with pytest.raises(InputError, match="folder"):
        capture_path(tmp_path)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Quiet in Selmar.")))
    assert capture_path("-").sightings[0].where == "-"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<!DOCTYPE html><html><body>x</body></html>", "text/html"),
        (b"\xef\xbb\xbf  <html lang='en'>", "text/html"),
        (b"<div><p>a</p><p>b</p></div>", "text/html"),
        ("<html><body>x".encode("utf-16"), "text/html"),
        (b"<b>bold</b> words in a text", "text/plain"),
        (b"5 < 6 and 7 > 2", "text/plain"),
    ],
)
def test_media_type(data: bytes, expected: str) -> None:
    assert media_type(data) == expected


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\x00" not in text and not text.startswith("\ufeff")))
def test_a_string_comes_back_as_it_was(text: str) -> None:
    try:
        capture = capture_text(text)
    except (BinaryInput, EmptyInput):
        return
    if capture.media_type == "text/plain" and "\x1b$" not in text:
        assert decode(capture, open_clean_rules()).text == text
