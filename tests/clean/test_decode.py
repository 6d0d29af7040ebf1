from __future__ import annotations

import pytest

from accordingto.capture import capture_bytes
from accordingto.clean.decode import decode
from accordingto.resources.cleaning import open_clean_rules

RULES = open_clean_rules()
WORDS = "Der Übergang bei Zelenhor blieb geschlossen, sagte ein Wächter. Größere Lücken gab es später nicht."
PAGE = "<html><head><meta charset='{0}'></head><body><p>" + WORDS + "</p></body></html>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_in_common_encodings(encoding: str) -> None:
    found = decode(capture_bytes(WORDS.encode(encoding), where="x"), RULES)
    assert found.text == WORDS


def test_a_mark_is_stripped_and_noted() -> None:
    found = decode(capture_bytes("Łuna was quiet.".encode("utf-8-sig"), where="x"), RULES)
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
    found = decode(capture_bytes(PAGE.format(declared).encode(actual), where="x"), RULES)
    assert WORDS in found.text


def test_the_header_declares() -> None:
    data = "<html><body><p>Она сказала, что мост закрыт.</p></body></html>".encode("koi8-r")
    assert "мост закрыт" in decode(capture_bytes(data, where="x", declared_encoding="koi8-r"), RULES).text


def test_stray_bytes_lose_no_character() -> None:
    data = ("“Quiet”, she said — " * 30).encode() + b"caf\xe9"
    found = decode(capture_bytes(data, where="x"), RULES)
    assert "\ufffd" not in found.text
    assert found.text.endswith("café")
    assert found.flags == ("encoding-repaired",)


def test_a_character_cut_in_two_at_the_end() -> None:
    data = ("“Quiet”, she said — " * 30).encode()[:-2]
    assert "\ufffd" not in decode(capture_bytes(data, where="x"), RULES).text


BY_LANGUAGE = [
    (
        ["cp1251", "koi8-r", "cp866", "iso-8859-5"],
        "Он сказал, что мост был закрыт и что после этого они не видели его. Как это было, по его словам, так и есть. ",
    ),
    (
        ["cp1256", "iso-8859-6"],
        "قال الحارس إن الجسر مغلق منذ يوم أمس وقال أيضا إن أحدا لم يعبر من القرية إلى المدينة "
        "خلال الليل وبعد ذلك كان في هذا المكان ",
    ),
    (
        ["cp1254", "iso-8859-9"],
        "Köprünün kapalı olduğunu söyledi; bugün için açıklama yok, çok kişi karşı tarafta kaldı, değil mi? "
        "Bakanı nasıl doğru söyledi. ",
    ),
    (
        ["cp1250", "iso-8859-2"],
        "Według niego są też źródła, że most został zamknięty; żeby się dostać, trzeba być już przed świtem, "
        "również jeśli może być więcej. ",
    ),
    (
        ["cp932", "euc_jp"],
        "守衛は橋が閉鎖されていると述べ、村には誰も入れなかったという。その後の状況は分かっていない。",
    ),
    (
        ["gb18030"],
        "守卫说大桥已经关闭，没有人能够进入村庄，他们在那里等了一个晚上，这是人们所不知道的事。",
    ),
    (
        ["cp949"],
        "경비원은 다리가 폐쇄됐다고 말했고 마을에는 아무도 들어가지 못했다고 한다. 이는 사고로 인한 것이다. ",
    ),
]
CASES = [(text * 4, encoding) for encodings, text in BY_LANGUAGE for encoding in encodings]


@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize(("text", "encoding"), CASES, ids=lambda value: value if len(str(value)) < 12 else "text")
def test_encodings_are_told_by_words_whatever_is_declared(text: str, encoding: str, declared: str | None) -> None:
    found = decode(capture_bytes(text.encode(encoding), where="x", declared_encoding=declared), RULES)
    assert found.text == text
    assert found.flags == (("re-decoded",) if declared not in (None, "utf-8") else ("encoding-guessed",))


@pytest.mark.parametrize(("text", "encoding"), CASES, ids=lambda value: value if len(str(value)) < 12 else "text")
def test_a_true_declaration_is_followed_without_a_flag(text: str, encoding: str) -> None:
    found = decode(capture_bytes(text.encode(encoding), where="x", declared_encoding=encoding), RULES)
    assert (found.text, found.flags) == (text, ())


def test_a_declaration_is_followed_where_nothing_is_certain() -> None:
    data = "Łuna nad Łodzią.".encode("iso-8859-2")
    found = decode(capture_bytes(data, where="x", declared_encoding="iso-8859-2"), RULES)
    assert (found.text, found.flags) == ("Łuna nad Łodzią.", ())


def test_two_alphabets_in_one_word_are_no_decoding() -> None:
    text = "Größere Lücken blieben später zurück, sagte Jürgen. " * 3
    found = decode(capture_bytes(text.encode("cp1252"), where="x", declared_encoding="windows-1251"), RULES)
    assert (found.text, found.flags) == (text, ("re-decoded",))


def test_lines_of_another_encoding_inside_utf8() -> None:
    russian = "Он сказал, что мост был закрыт и что после этого они не видели его. По его словам, так же было и там."
    head = "“Nobody’s road” — the café is open, “again”. " * 60
    found = decode(capture_bytes(head.encode() + b"\n" + russian.encode("cp1251") + b"\ncaf\xe9", where="x"), RULES)
    assert found.text == f"{head}\n{russian}\ncafé"
    assert found.flags == ("encoding-repaired",)


@pytest.mark.parametrize("declared", [None, "iso-8859-1"])
def test_utf8_that_ends_inside_a_character_is_not_read_as_something_else(declared: str | None) -> None:
    data = ("قال الحارس إن الجسر مغلق منذ يوم أمس. " * 5).encode() + "أ".encode()[:1]
    found = decode(capture_bytes(data, where="x", declared_encoding=declared), RULES)
    assert "cut-character" in found.flags
    assert "الجسر مغلق" in found.text


def test_wide_characters_without_a_mark() -> None:
    text = "قال الحارس إن الجسر مغلق منذ يوم أمس.\nوقال أيضا إن أحدا لم يعبر."
    for encoding in ("utf-16-le", "utf-16-be"):
        assert decode(capture_bytes(text.encode(encoding), where="x"), RULES).text == text


def test_quotation_marks_alone_are_western() -> None:
    data = ("“Nobody crosses the mill bridge,” he said – again. " * 5).encode("cp1252")
    assert "“Nobody" in decode(capture_bytes(data, where="x"), RULES).text
