from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.capture import capture_bytes
from accordingto.capture.documents import docx_lines, rtf_lines
from accordingto.clean import report_of
from accordingto.clean.pdf import read_pdf
from accordingto.model import AccordingtoError, BlockKind, InputError, Report, TooLarge
from tests.capture.made_exports import docx_file, rtf_file
from tests.clean.made_pdf import Placed, column, pdf

BODY = (
    "SELMAR - Two residents said on Monday that the govern-",
    "ment had left the town and that nothing moved on its",
    "long-term routes to the coast, where the well-",
    "known market stood. A spokesman for the army, Mirko Stahl,",
    "denied that.",
    "",
    "“No one fired,” he said. “It was a well-known place,",
    "and the fire was not ours.”",
)


def report(data: bytes, **given_: str) -> Report:
    return report_of(capture_bytes(data, where="a file"), **given_)


def text(*pages: list[Placed], **made: object) -> str:
    return read_pdf(pdf(pages, **made), "a file").text  # type: ignore[arg-type]


def test_lines_of_a_page_become_paragraphs() -> None:
    page = [*column(["Quiet in Selmar"], size=18, y=740), *column(BODY)]
    assert text(page).split("\n\n") == [
        "Quiet in Selmar",
        "SELMAR - Two residents said on Monday that the government had left the town and that nothing moved on its long-term routes "
        "to the coast, where the well-known market stood. A spokesman for the army, Mirko Stahl, denied that.",
        "“No one fired,” he said. “It was a well-known place, and the fire was not ours.”",
    ]


def test_a_report_is_read_from_a_page() -> None:
    page = [
        *column(["Quiet in Selmar, residents say"], size=18, y=740),
        *column(["By Rozan Teli", "", "1 May 2023"], y=715),
        *column(BODY, y=660),
    ]
    found = report(pdf([page], info="/Title(From the metadata)/CreationDate(D:20240101)/Author(clerk)"))
    assert found.title
    assert found.title.value == "Quiet in Selmar, residents say"
    assert found.published
    assert found.published.value.iso == "2023-05-01"
    assert found.of_kind(BlockKind.BYLINE)
    assert [field.value for field in found.authors] == ["Rozan Teli"]
    assert "document-1" in found.extraction
    given_ = report(pdf([page]), title="Another", outlet="Basin Live", published="2020")
    assert (given_.title and given_.title.value, given_.published and given_.published.value.iso) == ("Another", "2020")


def test_dates_and_authors_of_metadata_are_not_taken() -> None:
    found = report(pdf([column(BODY)], info="/CreationDate(D:20240101120000Z)/Author(clerk)"))
    assert found.published is None
    assert not found.authors


def test_running_heads_stand_once_and_page_numbers_nowhere() -> None:
    pages = [
        [
            *column(["The Harbour Post, 1 May 2023"], y=770),
            *column([f"Part {n} of the story had many words in it.", "It went on."]),
            *column([f"Page {n} of 4"], y=30),
        ]
        for n in range(1, 5)
    ]
    found = text(*pages)
    assert found.count("Harbour Post") == 1
    assert "Page" not in found
    assert all(f"Part {n}" in found for n in range(1, 5))


def test_a_sentence_runs_on_over_pages() -> None:
    one = column(
        [
            "Two residents said that the army had left the town of",
            "Selmar on Monday, and that it had taken its guns with",
        ]
    )
    two = column(["it. Nobody else was there to say whether that was so."])
    assert text(one, two) == (
        "Two residents said that the army had left the town of Selmar on Monday, and that it had taken its guns with it. "
        "Nobody else was there to say whether that was so."
    )


def test_arabic_in_the_order_of_reading() -> None:
    words = "قال شاهد إن المدينة كانت هادئة."
    assert words in text(column([words[::-1]]), mapped=True)
    assert "لا" in text(column(["\ufefb"]), mapped=True)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf([[], []]), "without text.*OCR"),
        (b"%PDF-1.7\nnothing more", "damaged PDF"),
        (pdf([column(["\ue001\ue002\ue003\ue004 ab"])], mapped=True), "fonts do not say"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        report(data)


def test_encrypted() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([column(BODY)]))))
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    with pytest.raises(InputError, match="encrypted"):
        report(made.getvalue())


def test_a_broken_page_does_not_lose_the_rest() -> None:
    whole = pdf(
        [column(BODY), column(["The second page had this to say about it."]), column(["And the third that."])],
        packed=False,
    )
    broken = whole.replace(b"(The second page had", b"<The second page h(d", 1)
    found = report(broken)
    assert "govern" in found.text
    assert "third" in found.text
    assert ("pages-missing" in found.flags) == ("second" not in found.text)


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accordingto.clean.pdf.MAX_PAGES", 2)
    with pytest.raises(TooLarge, match="3 pages"):
        report(pdf([column(BODY)] * 3))


def test_word_documents() -> None:
    import docx

    document = docx.Document()
    document.core_properties.title = "A title of the metadata"
    document.add_heading("Quiet in Selmar, residents say", 0)
    document.add_paragraph("By Rozan Teli")
    body = document.add_paragraph("Two residents said on Monday that ")
    body.add_run("nothing").bold = True
    body.add_run(" moved in Selmar, and that the army had left the town.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "killed", "4"
    document.add_paragraph("A spokesman for the army denied that it had left any town of the coast.")
    made = io.BytesIO()
    document.save(made)
    found = report(made.getvalue())
    assert found.text.split("\n\n") == [
        "Quiet in Selmar, residents say",
        "By Rozan Teli",
        "Two residents said on Monday that nothing moved in Selmar, and that the army had left the town.",
        "killed\t4",
        "A spokesman for the army denied that it had left any town of the coast.",
    ]
    assert found.title
    assert found.title.read_from == "text:headline"


def test_inserted_and_wrapped_text_is_there_and_deleted_is_not() -> None:
    from docx import Document
    from docx.oxml import parse_xml

    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = Document()
    body = document.element.body
    body.insert(0, parse_xml(f"<w:p {ns}><w:r><w:t>kept </w:t></w:r><w:ins w:id='1'><w:r><w:t>inserted</w:t></w:r></w:ins>"
                             "<w:del w:id='2'><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"))  # fmt: skip
    body.insert(
        1,
        parse_xml(
            f"<w:sdt {ns}><w:sdtContent><w:p><w:r><w:t>controlled</w:t><w:br/><w:t>line</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    made = io.BytesIO()
    document.save(made)
    assert docx_lines(made.getvalue(), "x")[:3] == ["kept inserted", "controlled", "line"]


@given(
    st.lists(
        st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\x85\u2028\u2029")), max_size=5
    )
)
def test_rtf_gives_back_every_character(lines: list[str]) -> None:
    assert rtf_lines(rtf_file(lines), "x")[: len(lines)] == lines


def test_rtf_in_declared_and_undeclared_code_pages() -> None:
    arabic = "قال شاهد"
    coded = "".join(f"\\'{byte:02x}" for byte in arabic.encode("cp1256"))
    assert rtf_lines(b"{\\rtf1\\ansi\\ansicpg1256 " + coded.encode() + b"\\par}", "x")[0] == arabic
    fonts = b"{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset178 Arial;}}"
    assert (
        rtf_lines(b"{\\rtf1\\ansi\\ansicpg1252" + fonts + b"\\f0 a \\f1 " + coded.encode() + b"\\f0  b\\par}", "x")[0]
        == f"a {arabic} b"
    )
    assert rtf_lines("{\\rtf1\\ansi\\ansicpg1252 café\\par}".encode("cp1252"), "x")[0] == "café"
    assert rtf_lines("{\\rtf1\\ansi\\ansicpg1252 قال\\par}".encode(), "x")[0] == "قال"
    assert rtf_lines(b"{\\rtf1\\ansi a\\cell b|c\\cell\\row}", "x")[0] == "a\tb|c\t"
    link = b'{\\field{\\*\\fldinst{HYPERLINK "http://x.example"}}{\\fldrslt{a link}}}'
    assert rtf_lines(b"{\\rtf1\\ansi " + link + b" after\\par}", "x")[0] == "a link after"


def test_a_zip_bomb_is_too_large() -> None:
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(60_000_000))
    with pytest.raises(TooLarge, match="unpacks to"):
        report(made.getvalue())


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_bytes_that_make_no_sense_are_an_error_of_ours(data: st.DataObject) -> None:
    made = bytearray(data.draw(st.sampled_from([
        pdf([column(BODY), column(BODY)], packed=False), pdf([column(["قال شاهد"])], mapped=True, packed=False),
        docx_file(list(BODY)), rtf_file(list(BODY)),
    ])))  # fmt: skip
    for _ in range(data.draw(st.integers(0, 8))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    try:
        report(bytes(made[: data.draw(st.integers(1, len(made)))]))
    except AccordingtoError:
        return
