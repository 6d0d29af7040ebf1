"""Reports in other scripts and languages: dates, datelines, direction, nothing lost."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.capture import capture_text
from accordingto.clean import report_of
from accordingto.clean.datelines import read_dateline
from accordingto.clean.dates import find_dates
from accordingto.clean.text import clean_text
from accordingto.model import BlockKind
from accordingto.resources.cleaning import open_clean_rules
from tests.clean.clean_text import SENTENCES

RULES = open_clean_rules()
ARABIC = "قال مسؤول في المجلس المحلي إن القوات أغلقت طريق الطاحونة فجر يوم الثلاثاء ولم تسمح لأحد بالمرور إلى القرية حتى المساء."


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("12 مارس 2023", "2023-03-12"),
        ("١٢ مارس ٢٠٢٣", "2023-03-12"),
        ("الثلاثاء، ١٢ آذار/مارس ٢٠٢٣", "2023-03-12"),
        ("3 كانون الثاني 2024", "2024-01-03"),
        ("الخميس 5 تشرين الأول 2023", "2023-10-05"),
        ("14 جويلية 2023", "2023-07-14"),
        ("۱۲ مارس ۲۰۲۳", "2023-03-12"),
        ("12 במרץ 2023", "2023-03-12"),
        ("mardi 12 mars 2023", "2023-03-12"),
        ("1er août 2023 à 14h05", "2023-08-01T14:05"),
        ("12. März 2023, 14:05 Uhr", "2023-03-12T14:05"),
        ("Dienstag, 3. Oktober 2023 um 9.30 Uhr", "2023-10-03T09:30"),
        ("12 de marzo de 2023 a las 18:20", "2023-03-12T18:20"),
        ("3 de outubro de 2023", "2023-10-03"),
        ("12 марта 2023 г., 14:05", "2023-03-12T14:05"),
        ("3 листопада 2023 року", "2023-11-03"),
        ("3 Kasım 2023 14:05", "2023-11-03T14:05"),
        ("29 Ağustos 2023", "2023-08-29"),
        ("3 października 2023", "2023-10-03"),
        ("2023年3月12日 14時05分", "2023-03-12T14:05"),
        ("2023년 3월 12일", "2023-03-12"),
        ("\u200f12 مارس 2023\u200f", "2023-03-12"),
    ],
)
def test_dates_of_other_languages(written: str, iso: str) -> None:
    [found] = find_dates(written, RULES)
    assert found.moment is not None
    assert found.moment.iso == iso


@pytest.mark.parametrize(
    "written", ["12 مارس 2023", "mardi 12 mars 2023", "12 марта 2023 г.", "Yayınlanma: 3 Kasım 2023", "2023年3月12日"]
)
def test_a_line_of_its_own_is_a_date_line(written: str) -> None:
    text = f"A headline of some words\n\n{written}\n\n{SENTENCES['en'] * 2}"
    found = clean_text(text, RULES)
    assert [b.span.of(text) for b in found.blocks if b.kind is BlockKind.DATELINE] == [written]
    assert found.published is not None


@pytest.mark.parametrize(
    "text", ["The 3 Mars missions failed.", "Two of the 12 Mayors left.", "Wal-Mart 24", "سنة 1445"]
)
def test_words_like_months_are_no_dates(text: str) -> None:
    assert find_dates(text, RULES) == []


def test_no_month_of_one_language_is_another_month_of_another() -> None:
    assert len(RULES.months) > 150
    assert set(RULES.months.values()) == set(range(1, 13))
    assert RULES.month_first <= set(RULES.months)


@pytest.mark.parametrize(
    ("prefix", "place"),
    [
        ("دمشق (وكالة) - ", "دمشق"),
        ("بيروت (رويترز) – ", "بيروت"),
        ("دمشق، ١٢ مارس (سانا) - ", "دمشق"),
        ("دمشق-سانا ", "دمشق"),
        ("القاهرة (أ ف ب) ـ ", "القاهرة"),
        ("\u200fدمشق (رويترز) - ", "دمشق"),
        ("Париж, 12 марта (Northwire) — ", "Париж"),
        ("Paris, 12 mars (Northwire) – ", "Paris"),
        ("Selmar, 12 de marzo (EFE) - ", "Selmar"),
    ],
)
def test_datelines(prefix: str, place: str) -> None:
    body = ARABIC if prefix.strip("\u200f")[0] > "\u0600" else "«Жители сообщили, что дорога закрыта»."
    found = read_dateline(prefix + body, RULES)
    assert found is not None
    assert found.end == len(prefix)
    assert found.place is not None
    assert prefix[slice(*found.place)] == place


@pytest.mark.parametrize(
    "sentence",
    [
        "قال الوزير (أحمد نديم) - وهو ابن المنطقة - إن الجسر مغلق منذ أمس.",
        "الجبهة الديمقراطية - الفصيل الأكبر في المنطقة - لم تعلق على الأمر.",
        "אמר השר (דני) - בן האזור - כי הגשר סגור.",
    ],
)
def test_a_dash_alone_is_no_dateline_there_either(sentence: str) -> None:
    assert read_dateline(sentence, RULES) is None


@pytest.mark.parametrize(
    ("language", "direction"),
    [("ar", "rtl"), ("fa", "rtl"), ("ur", "rtl"), ("he", "rtl"), ("ru", "ltr"), ("ja", "ltr")],
)
def test_language_and_direction(language: str, direction: str) -> None:
    report = report_of(capture_text("\n\n".join([SENTENCES[language]] * 4)))
    assert report.language is not None
    assert (report.language.value, report.direction) == (language, direction)
    assert "not-english" in report.flags


def test_english_that_quotes_arabic_stays_english() -> None:
    quoting = (
        "The council posted “قال مسؤول في المجلس إن الطريق مغلق” on Tuesday, and residents of the valley said "
        f"it was about the mill. {SENTENCES['en']}"
    )
    report = report_of(capture_text(f"Road closed, council says\n\n{quoting}\n\n{quoting}"))
    assert report.language is not None
    assert (report.language.value, report.direction) == ("en", "ltr")


def test_a_report_in_arabic() -> None:
    text = f"القوات تغلق طريق الطاحونة\n\n١٢ مارس ٢٠٢٣\n\nدمشق (رويترز) - {ARABIC}\n\n\u200f{ARABIC}\u200f\n\nاقرأ أيضا: من يملك الطاحونة"
    report = report_of(capture_text(text))
    assert report.text == text
    assert [block.kind for block in report.blocks] == [
        BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.DATELINE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.RELATED,
    ]  # fmt: skip
    assert report.published is not None
    assert report.published.value.iso == "2023-03-12"
    assert report.place is not None
    assert report.place.value == "دمشق"


@given(
    st.lists(
        st.sampled_from([*SENTENCES.values(), "ـــ", "\u200f", "١٢ مارس ٢٠٢٣", "\u202bدمشق\u202c", ""]), max_size=12
    ),
    st.sampled_from(["\n", "\n\n", "\u2028", "\r\n"]),
)
def test_nothing_is_lost_whatever_the_script(lines: list[str], between: str) -> None:
    text = between.join(lines)
    blocks = clean_text(text, RULES).blocks
    covered = "".join(block.span.of(text) for block in blocks)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(blocks))
