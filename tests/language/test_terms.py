import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.language.terms import LONGEST, terms, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ídlib’s U.S. forces’", ["idlib", "us", "forces"]),
        ("al-Hol, Sana'a", ["al", "hol", "sanaa"]),
        ("1,000 or 1,000,000 in 2017,100", ["1000", "or", "1000000", "in", "2017", "100"]),
        ("قُتِلَ شَخْصَان في إدلب ٢٠١٧", ["قتل", "شخصان", "في", "ادلب", "2017"]),
        ("مـــدينة", ["مدينة"]),
        ("می\u200cخواهم", ["میخواهم"]),
        ("co\u00adoperation no\u00a0break", ["cooperation", "no", "break"]),
        ("Straße Łódź İstanbul", ["strasse", "lodz", "istanbul"]),
        ("東京へ", ["東", "京", "へ"]),
        ("x_y", ["x", "y"]),
        ("\ud800 \x00 … — '' \u0301", []),
    ],
)
def test_words_as_an_index_knows_them(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_composed_and_decomposed_letters_are_the_same() -> None:
    text = "Mánshar Ídlib أرض"
    assert words(unicodedata.normalize("NFD", text)) == words(unicodedata.normalize("NFC", text))


def test_what_is_no_word_is_cut() -> None:
    assert words("a" * 500) == ["a" * LONGEST]


@given(st.text())
def test_places_are_those_of_the_words(text: str) -> None:
    found = terms(text)
    assert [term.word for term in found] == words(text)
    for term in found:
        assert words(text[term.start : term.end]) == [term.word]
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text())
def test_no_word_holds_what_a_database_would_cut(text: str) -> None:
    for word in words(text):
        assert word
        assert all(c.isalnum() or ord(c) > 0x7F for c in word)
        assert word == word.lower() or not word.isascii()
        assert words(word) == [word] or not word.isascii()
