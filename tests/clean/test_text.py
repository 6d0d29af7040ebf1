from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.capture import capture_text
from accordingto.clean import blocks_row, report_of
from accordingto.clean.text import clean_text
from accordingto.model import BlockKind, Report
from accordingto.resources.cleaning import open_clean_rules

RULES = open_clean_rules()
K = BlockKind

SCRAPED = """Plain words from the gulf since 1998

Upland forces leave Brod as talks near, officials say

March 3, 2023 at 9:15 am

A patrol of the Upland Forces crosses the mill bridge at Brod, Orvenia, on 1 March 2023 [Nella Orsić/Agence Lumen]

Fighters of the Upland Forces have left the town of Brod after talks, its council said on Friday, though\u00a0an officer spoke of fewer.

“Nobody asked us to go,” Commander Ilan Marek said. “We went because the well was dry.”

Read: Who holds the mills of the Tarsa?

The council has not said who will hold the mill bridge now, and residents were told to stay indoors until Sunday.


Read more: Three days on the Brod road

— With reporting by Agence Lumen

© 2023 Orra Post. All rights reserved."""


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(text)) for block in clean_text(text, RULES).blocks]


def of(text: str, kind: BlockKind) -> list[str]:
    return [words for found, words in kinds(text) if found is kind]


def test_a_scraped_report() -> None:
    found = kinds(SCRAPED)
    assert [kind for kind, _ in found] == [
        K.BOILERPLATE, K.HEADLINE, K.DATELINE, K.CAPTION, K.CREDIT, K.PARAGRAPH, K.PARAGRAPH, K.RELATED, K.PARAGRAPH,
        K.RELATED, K.BYLINE, K.BOILERPLATE,
    ]  # fmt: skip
    assert of(SCRAPED, K.CREDIT) == ["[Nella Orsić/Agence Lumen]"]
    assert of(SCRAPED, K.CAPTION)[0].endswith("1 March 2023")


def test_its_fields_say_where_they_were_read() -> None:
    report = report_of(capture_text(SCRAPED, "brod.txt"))
    assert report.text == SCRAPED
    assert report.published is not None
    assert (report.published.value.iso, report.published.read_from) == ("2023-03-03T09:15", "text:date-line")
    assert report.published.span is not None
    assert report.published.span.of(SCRAPED) == "March 3, 2023 at 9:15 am"
    assert report.title is not None
    assert report.title.value == "Upland forces leave Brod as talks near, officials say"
    assert report.outlet is not None
    assert report.outlet.span is not None
    assert report.outlet.span.of(SCRAPED) == report.outlet.value == "Orra Post"


def test_given_values_win() -> None:
    report = report_of(capture_text(SCRAPED), outlet="Harbour Wire", published="2023-03-04")
    assert report.outlet is not None
    assert report.published is not None
    assert (report.outlet.value, report.outlet.read_from) == ("Harbour Wire", "given")
    assert (report.published.value.iso, report.published.read_from) == ("2023-03-04", "given")


def test_a_reprint_under_another_name_is_another_report() -> None:
    one, two = (report_of(capture_text(SCRAPED), outlet=name).id for name in ("Orra Post", "Harbour Wire"))
    assert one != two
    assert one == report_of(capture_text(SCRAPED), outlet="Orra Post").id


BODY = "Soldiers closed the mill road before dawn on Tuesday, residents of the valley said by telephone, and let nobody pass."


@pytest.mark.parametrize(
    ("prefix", "place"),
    [
        ("SELMAR, Jan 3 (Northwire) — ", "SELMAR"),
        ("SELMAR/CASTEL BRUME, May 4 (Northwire) - ", "SELMAR/CASTEL BRUME"),
        ("MANSHAR, Orvenia, Jan 11 (Northwire) – ", "MANSHAR, Orvenia"),
        ("(Castel Brume, July 27, 2023) – ", "Castel Brume"),
        ("(Castel Brume) – ", "Castel Brume"),
        ("Derbazin, ONA – ", "Derbazin"),
        ("ZHELIN, March 22. /VeshTel/. ", "ZHELIN"),
        ("SELMAR (AP) — ", "SELMAR"),
        ("SELMAR — ", "SELMAR"),
    ],
)
def test_datelines_inside_the_first_paragraph(prefix: str, place: str) -> None:
    text = f"Army closes mill road in Tarsa valley\n\n{prefix}{BODY}\n\n{BODY}"
    assert of(text, K.DATELINE) == [prefix.rstrip()]
    assert of(text, K.PARAGRAPH) == [BODY, BODY]
    found = clean_text(text, RULES).place
    assert found is not None
    assert (found.value, found.read_from) == (place, "text:dateline")


@pytest.mark.parametrize(
    "sentence",
    [
        "The army – backed by two militias – closed the mill road before dawn on Tuesday, residents said by telephone.",
        "Nothing — not even the bread lorry — has passed the checkpoint since Sunday, said a baker who lives behind it.",
        "General Nadim Orel (retired) - once the governor - said on Monday that he would not return to the valley at all.",
    ],
)
def test_a_dash_alone_makes_no_dateline(sentence: str) -> None:
    assert of(f"Army closes mill road in Tarsa valley\n\n{sentence}\n\n{BODY}", K.DATELINE) == []


@pytest.mark.parametrize(
    "line",
    [
        "Read: Who holds the mills?", "READ MORE: Who holds the mills?", "Related: The mill war, a glossary",
        "READ MORE Who holds the mills?", "[Read also: In Brod, the return]", "See also: Who holds the mills?",
    ],
)  # fmt: skip
def test_related_lines(line: str) -> None:
    assert of(f"Army closes mill road in valley\n\n{BODY}\n\n{line}\n\n{BODY}", K.RELATED) == [line]


@pytest.mark.parametrize(
    "line", ["Ready or not, the army left the valley on Monday.", "More than 40 people died, she said."]
)
def test_sentences_that_begin_like_them(line: str) -> None:
    assert line in of(f"Army closes mill road in valley\n\n{BODY}\n\n{line}\n\n{BODY}", K.PARAGRAPH)


def test_a_list_of_links() -> None:
    links = "Related stories\nArmy shells Brod again\nWho holds the mills of the Tarsa\nTalks put off to Monday"
    text = f"Army closes mill road in valley\n\n{BODY}\n\n{BODY}\n\n{links}"
    assert of(text, K.RELATED) == links.split("\n")


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to our newsletter", "Sign up for the Ledger Morning Brief | Terms of use | Contact", "© 2023 Orra Post",
        "Follow us  |  Donate  |  Republish this article", "We use cookies to improve this site.", "Advertisement",
        "Tags: Brod, Mills, Orvenia", "***",
    ],
)  # fmt: skip
def test_furniture(line: str) -> None:
    assert line in of(f"Army closes mill road in valley\n\n{BODY}\n\n{BODY}\n\n{line}", K.BOILERPLATE)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Lena Vostrik and Karim al-Sayegh", ["Lena Vostrik", "Karim al-Sayegh"]),
        ("By Ilse Vandermoor in Bab Zahir", ["Ilse Vandermoor"]),
        ("From our special correspondent in Jebel Suf, Karim Delvaux", ["Karim Delvaux"]),
    ],
)
def test_bylines(line: str, authors: list[str]) -> None:
    text = f"Army closes mill road in valley\n\n{line}\n\n{BODY}\n\n{BODY}"
    assert of(text, K.BYLINE) == [line]
    assert [field.value for field in clean_text(text, RULES).authors] == authors


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Lena Vostrik in Selmar, additional reporting by Ola Bern in Brod, writing by Maud Serrano, editing by T. Marlowe",
        "(Reporting by Lena Vostrik in Selmar; editing by T. Marlowe)", "— with reporting by Agence Lumen", "R.H. / K.M.",
        "br-mk/tdl", "With reporting by Agence Lumen",
    ],
)  # fmt: skip
def test_closing_credits(line: str) -> None:
    assert of(f"Army closes mill road in valley\n\n{BODY}\n\n{BODY}\n\n{line}", K.BYLINE) == [line]


def test_a_closing_credit_behind_the_last_sentence() -> None:
    text = f"Army closes mill road in valley\n\n{BODY}\n\n{BODY} — With reporting by Agence Lumen"
    assert of(text, K.BYLINE) == ["— With reporting by Agence Lumen"]
    assert of(text, K.PARAGRAPH) == [BODY, BODY]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The mill bridge at Brod, seen on 1 March 2023", "[Nella Orsić/Agence Lumen]"),
        ("The mill bridge at Brod, seen on 1 March 2023", "(Photo: Nella Orsić)"),
        ("The mill bridge at Brod, seen on 1 March 2023.", "Photo: Agence Lumen"),
        ("A patrol on the western shore, 9 October 2023", "[JTF-M handout]"),
        ("[Photo: Doors stacked by the road, April 2023.", "Credit: Jiyan Marat]"),
    ],
)
def test_captions_and_their_credits(caption: str, credit: str) -> None:
    text = f"Army closes mill road in valley\n\n{caption} {credit}\n\n{BODY}\n\n{BODY}"
    assert of(text, K.CAPTION) == [caption]
    assert of(text, K.CREDIT) == [credit]


def test_a_credit_on_its_own_line() -> None:
    text = f"Army closes mill road in valley\n\nSmoke over the mill bridge at Brod\nOla Bern / Orra Wire\n\n{BODY}\n\n{BODY}"
    assert of(text, K.CREDIT) == ["Ola Bern / Orra Wire"]
    assert of(text, K.CAPTION) == ["Smoke over the mill bridge at Brod"]


def test_editorial_brackets_are_no_credit() -> None:
    said = "“I would ask those who keep the mills: what is it they fear,” she said, “from the people of the valley [Tarsa].”"
    assert said in of(f"Army closes mill road in valley\n\n{BODY}\n\n{said}\n\n{BODY}", K.PARAGRAPH)


LIVE = f"""ORRA LIVE
Brod live: army at the mill bridge
Tuesday 20 June 2023 — all times local

What we know so far
- The army holds the bridge, says Selmar
- The council denies it

18:30
{BODY}

17:52 {BODY}

16.05 Council: ‘We are still here’
{BODY}"""


def test_a_live_blog() -> None:
    assert of(LIVE, K.DATELINE) == ["Tuesday 20 June 2023 —", "18:30", "17:52", "16.05"]
    assert of(LIVE, K.SUBHEAD) == ["What we know so far", "Council: ‘We are still here’"]
    assert of(LIVE, K.HEADLINE) == ["Brod live: army at the mill bridge"]
    assert of(LIVE, K.PARAGRAPH).count(BODY) == 3


def test_hard_wrapped_paragraphs() -> None:
    import textwrap

    paragraphs = [f"{BODY} {BODY}", f"{BODY} They asked for names and for bread.", BODY]
    text = "Army closes mill road\n\n" + "\n\n".join(textwrap.fill(p, 72) for p in paragraphs)
    assert [" ".join(p.split()) for p in of(text, K.PARAGRAPH)] == paragraphs


def test_single_line_breaks_between_paragraphs() -> None:
    text = f"Army closes mill road in valley\nMay 3, 2023\n{BODY}\n{BODY}\nSubscribe to our newsletter"
    assert [kind for kind, _ in kinds(text)] == [K.HEADLINE, K.DATELINE, K.PARAGRAPH, K.PARAGRAPH, K.BOILERPLATE]


def test_carriage_returns_stay() -> None:
    text = SCRAPED.replace("\n", "\r\n")
    assert [k for k, _ in kinds(text)] == [k for k, _ in kinds(SCRAPED)]
    assert report_of(capture_text(text)).text == text


def test_a_headline_with_a_full_stop() -> None:
    text = f"Army Closes Mill Road In Tarsa Valley Before Dawn On Tuesday Again Today.\n\n{BODY}\n\n{BODY}"
    assert of(text, K.HEADLINE) == ["Army Closes Mill Road In Tarsa Valley Before Dawn On Tuesday Again Today."]


@pytest.mark.parametrize("text", ["The army said it would leave.", BODY, f"{BODY}\n\n{BODY}"])
def test_bare_prose_is_all_paragraphs(text: str) -> None:
    assert {kind for kind, _ in kinds(text)} == {K.PARAGRAPH}


def test_a_headline_over_a_short_body() -> None:
    assert [k for k, _ in kinds("Army takes Brod\n\nThe army took Brod, Selmar said.")] == [K.HEADLINE, K.PARAGRAPH]


def test_only_an_update_is_stated() -> None:
    found = clean_text(f"Army closes mill road\n\nLast updated: 5 December 2023, 22.05\n\n{BODY}\n\n{BODY}", RULES)
    assert found.published is not None
    assert found.published.read_from == "text:update-line"
    assert found.updated is not None
    assert found.updated.value.iso == "2023-12-05T22:05"


def flags(text: str) -> tuple[str, ...]:
    return report_of(capture_text(text)).flags


def test_flags() -> None:
    german = (
        "Die Armee hat die Straße am Dienstag vor dem Morgen geschlossen und sie ist noch nicht wieder offen, sagte er."
    )
    assert "not-english" in flags(german)
    assert "not-english" not in flags(BODY)
    assert "short" in flags(BODY)
    assert "truncated" in flags(f"Army closes mill road\n\n{BODY}\n\n{BODY[:-30]}")
    assert "no-date" in flags(BODY)


def test_right_to_left() -> None:
    report = report_of(capture_text("قال الجيش إن الجسر مغلق منذ فجر الثلاثاء ولم يسمح لأحد بالعبور."))
    assert report.language is not None
    assert (report.language.value, report.direction) == ("ar", "rtl")


def test_the_row_of_the_predict_contract() -> None:
    row = blocks_row(report_of(capture_text(SCRAPED)))
    assert set(row) == {"blocks", "outlet", "published", "title"}
    assert row["blocks"][1] == {"kind": "headline", "start": 38, "end": 91}
    assert row["published"] == "2023-03-03T09:15"


def check_whole(report: Report) -> None:
    """Blocks are in order, do not overlap, have no white space at their edges, and leave nothing but white space out."""
    at = 0
    for block in report.blocks:
        assert not report.text[at : block.span.start].strip()
        words = block.span.of(report.text)
        assert words == words.strip()
        assert block.span.start >= at
        at = block.span.end
    assert not report.text[at:].strip()


LINES = st.sampled_from(
    [
        *SCRAPED.split("\n"), *LIVE.split("\n"), BODY, "By Lena Vostrik", "SELMAR, Jan 3 (Northwire) — Nobody came.", "12:10", "13:40 Go",
        "Related stories", "• One", "Ola Bern / Orra Wire", "Photo: X", "3 May 2021 | Staff writer", "\u00a0", "\t", "(AP) —", "—",
    ]
)  # fmt: skip


@given(st.lists(LINES, min_size=1, max_size=14), st.sampled_from(["\n", "\n\n", "\r\n", "\n \n\n", "\r", "\u2028"]))
@settings(max_examples=150, deadline=None)
def test_blocks_and_white_space_are_the_text(lines: list[str], separator: str) -> None:
    text = separator.join(lines)
    if text.strip():
        report = report_of(capture_text(text))
        assert report.text == text
        check_whole(report)


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_whatever_the_text(text: str) -> None:
    found = clean_text(text, RULES)
    at = 0
    for block in found.blocks:
        assert not text[at : block.span.start].strip()
        assert block.span.start >= at
        at = block.span.end
    assert not text[at:].strip()
    for stated in (found.title, found.outlet, found.published, found.updated, found.place, *found.authors):
        assert stated is None or (stated.span is not None and stated.span.end <= len(text))


def test_a_bracket_that_closes_behind_the_dash_is_prose() -> None:
    text = "Dame Ila Renn (Meskari: Ila; 31 October 1950 – 31 March 2016) was a photographer of the valley."
    report = report_of(capture_text(text))
    assert not report.of_kind(BlockKind.DATELINE)
