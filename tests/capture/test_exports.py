from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.capture.exports.dates import date_of
from accordingto.capture.exports.gather import export_of
from accordingto.capture.exports.words import open_export_words
from accordingto.capture.files import capture_bytes, capture_path
from accordingto.capture.gather import Container, Found, Item, Missed, gather
from accordingto.model import InputError
from tests.capture.made_exports import (
    Made,
    articles,
    docx_file,
    docx_table,
    old,
    plain,
    rtf_file,
    tagged,
    text_file,
    uni,
)
from tests.capture.test_gather import all_of, check_resumes

NUMBER = 13


def lines_of(rows: list[tuple[str, str]]) -> list[str]:
    return [line for code, value in rows for line in f"{code}\t{value}".split("\n")]


def spaced(rows: list[tuple[str, str]]) -> list[str]:
    """Codes on lines of their own, as text copied from a page has them."""
    return [line for code, value in rows for line in (code, *value.split("\n"))]


LAYOUTS = {
    "uni.docx": lambda made: docx_file(uni(made)),
    "uni-bare.docx": lambda made: docx_file(uni(made, tail=False, cover=False)),
    "uni.rtf": lambda made: rtf_file(uni(made)),
    "uni.txt": lambda made: text_file(uni(made)),
    "old.txt": lambda made: text_file(old(made)),
    "old16.txt": lambda made: text_file(old(made), "utf-16"),
    "old.rtf": lambda made: rtf_file(old(made, wide=300)),
    "old.docx": lambda made: docx_file(old(made, wide=300)),
    "tagged.docx": lambda made: docx_table(tagged(made)),
    "tagged.rtf": lambda made: rtf_file(lines_of(tagged(made))),
    "tagged.txt": lambda made: text_file(spaced(tagged(made))),
    "plain.docx": lambda made: docx_file(plain(made)),
    "plain.rtf": lambda made: rtf_file(plain(made)),
    "plain.txt": lambda made: text_file(plain(made)),
}


def write(tmp_path: Path, name: str, made: list[Made]) -> Path:
    path = tmp_path / name
    path.write_bytes(LAYOUTS[name](made))
    return path


def words(text: str) -> str:
    return " ".join(text.split())


def found(items: list[Item]) -> list[Found]:
    return [item for item in items if isinstance(item, Found)]


def check_nothing_is_lost(path: Path) -> None:
    """Every character stands in exactly one article, or is furniture."""
    export = export_of(capture_path(path))
    assert export
    counted = [[0] * len(line) for line in export.lines]
    pieces = [piece for article in export.articles for part in article.parts for piece in part]
    for piece in [*pieces, *export.furniture()]:
        for at in range(piece.start, piece.end):
            counted[piece.line][at] += 1
    for line, counts in zip(export.lines, counted, strict=True):
        for char, count in zip(line, counts, strict=True):
            assert count == 1 or (char.isspace() and count <= 1)


@pytest.mark.parametrize("name", LAYOUTS)
def test_an_export_is_split_and_dated(tmp_path: Path, name: str) -> None:
    made = articles(NUMBER)
    path = write(tmp_path, name, made)
    items = all_of(path)
    assert isinstance(items[0], Container)
    got = found(items)
    assert len(got) == NUMBER == len(items) - 1
    for number, (one, item) in enumerate(zip(made, got, strict=True), 1):
        text = item.capture.data.decode()
        assert (item.title, item.outlet) == (one.title, one.outlet)
        assert item.published == (one.iso if "uni" in name or "old" in name else one.iso[:10])
        assert item.capture.media_type == "text/plain"
        assert item.capture.container == items[0].capture.id
        assert item.capture.sightings[0].where == f"{path}#article={number}"
        assert words(text).startswith(one.title)
        assert words(text).endswith(words(one.body[-1]))
        for paragraph in one.body:
            assert words(paragraph) in words(text)
        assert one.byline in text
        for furniture in FURNITURE:
            assert furniture not in text
    check_nothing_is_lost(path)


@pytest.mark.parametrize("name", ["uni.docx", "old.txt", "tagged.rtf", "plain.txt"])
def test_an_export_goes_on_after_any_article(tmp_path: Path, name: str) -> None:
    check_resumes(write(tmp_path, name, articles(4)))


HOSTILE = (
    "Body", "End of Document", "Classification", "2 of 13 DOCUMENTS", "Load-Date: never", "TD", "Graphic", "1,060 words", "HD\tx",
    "Length: x", "IN  the meantime nothing moved.",
)  # fmt: skip
FURNITURE = (
    "Load-Date", "LOAD-DATE", "Copyright", "©", "(c)", "ENGLISH", "English", "DOCUMENTS", "Document", "Graphic", "i1 :", "two lines",
)  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("line", HOSTILE)
def test_a_body_may_say_what_furniture_says(tmp_path: Path, name: str, line: str) -> None:
    made = articles(4)
    body = (made[1].body[0], line, *made[1].body[1:])
    made[1] = replace(made[1], body=body, byline="X Y")
    path = write(tmp_path, name, made)
    got = found(all_of(path))
    assert [item.title for item in got] == [one.title for one in made]
    assert [(item.published or "")[:10] for item in got] == [one.iso[:10] for one in made]
    for one, item in zip(made, got, strict=True):
        for paragraph in one.body:
            assert words(paragraph) in words(item.capture.data.decode())
    check_nothing_is_lost(path)


def test_a_document_that_is_no_export_is_one_report(tmp_path: Path) -> None:
    for name, data in (
        ("a.docx", docx_file(["Quiet in Selmar", "Selmar was quiet on Monday."])),
        ("a.rtf", rtf_file(["Quiet in Selmar", "Body", "End of the document."])),
        ("a.txt", b"Selmar was quiet.\n\nEnd of document\n\nIt was."),
    ):
        (tmp_path / name).write_bytes(data)
        (item,) = all_of(tmp_path / name)
        assert isinstance(item, Found)
        assert item.position == "file"
        assert item.capture.data == data


def test_a_damaged_document_is_given_as_it_is_and_cleaning_says_why(tmp_path: Path) -> None:
    from accordingto.clean import report_of

    (tmp_path / "a.docx").write_bytes(docx_file(["Selmar"])[:-300])
    (item,) = all_of(tmp_path / "a.docx")
    if isinstance(item, Found):
        with pytest.raises(InputError):
            report_of(item.capture)
    else:
        assert isinstance(item, Missed)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("July 1, 2019 Monday 9:20 AM GMT", "2019-07-01T09:20+00:00"),
        ("July 1, 2019 Monday 9:20 PM XYZ", "2019-07-01T21:20"),
        ("Montag, 11. Januar 2010", "2010-01-11"),
        ("11 janvier 2010 lundi 14:05", "2010-01-11T14:05"),
        ("1er août 2012", "2012-08-01"),
        ("4 oktober 2017 woensdag", "2017-10-04"),
        ("05 Jan 2018", "2018-01-05"),
        ("3 حزيران 2015", "2015-06-03"),
        ("2018年3月4日", "2018-03-04"),
        ("2018-03-04", "2018-03-04"),
        ("March 2018", "2018-03"),
        ("Late Edition, May 2, 2018", "2018-05-02"),
        ("31 February 2018", None),
        ("On May 2, 2018 the army entered the town of Selmar", None),
        ("He spoke on 2 May 2018.", None),
        ("May 2018 12 and 13", None),
        ("Selmar", None),
        ("May", None),
    ],
)
def test_date_lines(line: str, expected: str | None) -> None:
    assert date_of(line, open_export_words()) == expected


LINE = st.one_of(
    st.sampled_from([*HOSTILE, "", "July 1, 2019", "Basin Live", "Length: 2 words", "1 of 2 DOCUMENTS", "2 of 2 DOCUMENTS", "English",
                     "Document BASIN000020190701ee7000001", "AN\tDocument BASIN000020190701ee7000002", "PD\t1 July 2019", "LP", "\tHD\ty"]),
    st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=40),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(LINE, max_size=40))
def test_whatever_the_lines_are_each_character_has_one_place(lines: list[str]) -> None:
    data = "\n".join(lines).encode()
    if not data.strip():
        return
    try:
        export = export_of(capture_bytes(data, where="x.txt"))
    except InputError:
        return
    if export:
        counted = [[0] * len(line) for line in export.lines]
        pieces = [piece for article in export.articles for part in article.parts for piece in part]
        for piece in [*pieces, *export.furniture()]:
            for at in range(piece.start, piece.end):
                counted[piece.line][at] += 1
        assert all(
            count == 1 or (char.isspace() and count == 0)
            for line, counts in zip(export.lines, counted, strict=True)
            for char, count in zip(line, counts, strict=True)
        )


@settings(max_examples=40, deadline=None)
@given(data=st.data(), name=st.sampled_from(["uni.docx", "uni.rtf", "tagged.docx", "old.txt"]))
def test_bytes_that_make_no_sense_are_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, name: str
) -> None:
    made = bytearray(LAYOUTS[name](articles(2)))
    for _ in range(data.draw(st.integers(0, 6))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("fuzz") / name
    path.write_bytes(bytes(made[: data.draw(st.integers(1, len(made)))]))
    for item in gather(str(path)):
        if isinstance(item, Missed):
            assert isinstance(item.error, InputError)
