from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.capture import capture_bytes
from accordingto.clean import report_of
from accordingto.clean.decode import decode
from accordingto.clean.mojibake import repaired, suspicious
from accordingto.resources.cleaning import open_clean_rules
from tests.clean.clean_text import SENTENCES

RULES = open_clean_rules()


def misread(text: str, encoding: str) -> str:
    """UTF-8 read in another encoding, undefined bytes kept as they are."""
    made = []
    for byte in text.encode():
        try:
            made.append(bytes([byte]).decode(encoding))
        except UnicodeDecodeError:
            made.append(chr(byte))
    return "".join(made)


@pytest.mark.parametrize("language", SENTENCES)
def test_sound_text_is_never_altered(language: str) -> None:
    text = SENTENCES[language]
    for written in (text, text.upper(), text.title(), text * 3, text.replace(" ", "\u00a0")):
        assert repaired(written) is None
        assert not suspicious(written)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(sorted(SENTENCES)), min_size=1, max_size=4), st.integers(0, 60), st.integers(1, 60))
def test_sound_text_of_several_languages_cut_anywhere_is_never_altered(
    names: list[str], start: int, length: int
) -> None:
    text = "\n".join(SENTENCES[name] for name in names)
    for part in (text, text[start:], text[start : start + length]):
        assert repaired(part) is None


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.text("aeiouÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ", min_size=1, max_size=9), max_size=12
    ),
    st.sampled_from(["“{}”", "„{}“", "«{}»", "‘{}’", "“{}…”", "«{}»…", "{}–", "{}—", "{}’s"]),
)
def test_words_of_western_languages_in_any_quotation_marks_are_not_altered(words: list[str], marks: str) -> None:
    text = " ".join(marks.format(word) for word in words)
    assert repaired(text) is None


@pytest.mark.parametrize("count", [4, 5, 9])
def test_letters_before_dashes_are_not_taken_for_another_script(count: int) -> None:
    for pair in ("Ñ–", "Ø“", "Ñ—"):
        assert repaired(" ".join([pair] * count)) is None
        assert not suspicious(" ".join([pair] * count))


@pytest.mark.parametrize("language", sorted(set(SENTENCES) - {"en"}))
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_text_read_wrongly_is_taken_back(language: str, encoding: str) -> None:
    text = SENTENCES[language]
    assert repaired(misread(text, encoding)) == text
    assert repaired(misread(misread(text, encoding), encoding)) == text


@pytest.mark.parametrize(
    ("encoding", "language"), [("cp1251", "ru"), ("cp1251", "uk"), ("cp1256", "ar"), ("cp1256", "fa")]
)
def test_in_the_encodings_of_other_scripts_too(encoding: str, language: str) -> None:
    assert repaired(misread(SENTENCES[language], encoding)) == SENTENCES[language]


def test_inside_sound_text_only_what_is_certain() -> None:
    line = misread("The council’s “mill road” is open — again", "cp1252")
    text = f"{SENTENCES['de']}\n{line}\n{SENTENCES['fr']}"
    assert repaired(text) == f"{SENTENCES['de']}\nThe council’s “mill road” is open — again\n{SENTENCES['fr']}"


def test_a_line_of_arabic_inside_sound_text() -> None:
    text = f"{SENTENCES['de']}\n{misread('مغلق منذ', 'cp1252')}"
    assert repaired(text) == f"{SENTENCES['de']}\nمغلق منذ"


def test_a_report_says_that_it_was_repaired() -> None:
    body = "The guard’s answer was “no” — nobody crosses the mill bridge at Brod, he told the council on Friday. " * 3
    capture = capture_bytes(misread(body, "cp1252").encode(), where="x")
    report = report_of(capture)
    assert "mojibake-repaired" in report.flags
    assert report.text == body
    assert capture.data == misread(body, "cp1252").encode(), "the bytes stay as they came"


def test_a_string_that_was_handed_over_stays_as_it_is() -> None:
    text = misread("The guard’s answer was “no”, he told the council on Friday.", "cp1252")
    report = report_of(capture_bytes(text.encode(), where="x"), as_given=True)
    assert report.text == text
    assert "mojibake-repaired" not in report.flags


def test_what_cannot_be_repaired_is_said() -> None:
    found = decode(capture_bytes("Nobody crosses\ufffd the bridge.".encode(), where="x"), RULES)
    assert (found.text, found.flags) == ("Nobody crosses\ufffd the bridge.", ("replacement-characters",))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("The guard&#8217;s answer", "The guard’s answer"),
        ("The guard&amp;#8217;s answer", "The guard’s answer"),
        ("&quot;No&quot;, he said &amp; left", '"No", he said & left'),
        ("Caf&eacute; &ndash; closed", "Café – closed"),
        ("AT&T and R&D; a &lt b", "AT&T and R&D; a &lt b"),
    ],
)
def test_entities_in_plain_text(written: str, meant: str) -> None:
    found = decode(capture_bytes(written.encode(), where="x"), RULES)
    assert found.text == meant
    assert ("entities-unescaped" in found.flags) == (written != meant)


def test_scripts_of_a_page_may_spell_what_they_like() -> None:
    page = "<html><head><style>li:before{content:'â€¢'}</style></head><body><p>The guard’s answer was no.</p></body></html>"
    assert decode(capture_bytes(page.encode(), where="x"), RULES).flags == ()
