from __future__ import annotations

import pytest

from accordingto.capture import capture_bytes
from accordingto.clean.decode import decode

WORDS = "Der Übergang bei Zelenhor blieb geschlossen, sagte ein Wächter. Größere Lücken gab es später nicht."
PAGE = "<html><head><meta charset='{0}'></head><body><p>" + WORDS + "</p></body></html>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_in_common_encodings(encoding: str) -> None:
    found = decode(capture_bytes(WORDS.encode(encoding), where="x"))
    assert found.text == WORDS


def test_a_mark_is_stripped_and_noted() -> None:
    found = decode(capture_bytes("Łuna was quiet.".encode("utf-8-sig"), where="x"))
    assert (found.text, found.flags) == ("Łuna was quiet.", ("byte-order-mark",))


@pytest.mark.parametrize(
    ("declared", "actual"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("utf-8", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("nonsense", "cp1252"),
    ],
)
def test_a_declaration_right_or_wrong(declared: str, actual: str) -> None:
    found = decode(capture_bytes(PAGE.format(declared).encode(actual), where="x"))
    assert WORDS in found.text


def test_the_header_declares() -> None:
    data = "<html><body><p>Она сказала, что мост закрыт.</p></body></html>".encode("koi8-r")
    assert "мост закрыт" in decode(capture_bytes(data, where="x", declared_encoding="koi8-r")).text


def test_stray_bytes_lose_no_character() -> None:
    data = ("“Quiet”, she said — " * 30).encode() + b"caf\xe9"
    found = decode(capture_bytes(data, where="x"))
    assert "\ufffd" not in found.text
    assert found.text.endswith("café")
    assert found.flags == ("encoding-repaired",)


def test_a_character_cut_in_two_at_the_end() -> None:
    data = ("“Quiet”, she said — " * 30).encode()[:-2]
    assert "\ufffd" not in decode(capture_bytes(data, where="x")).text
