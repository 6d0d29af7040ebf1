from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.capture.found import Options
from accordingto.capture.gather import Found, Item, Missed, Skipped, gather
from accordingto.capture.tables.columns import choose
from accordingto.capture.tables.delimited import separator_of
from accordingto.model import InputError, IntegrityError, UsageError
from tests.capture.test_gather import all_of, check_resumes

LONG = "Selmar was quiet on Monday,\nsaid “two residents”; “nothing moved”.\t"
ROWS = [
    {"id": "1", "Headline": "Quiet in Selmar", "Body": LONG, "URL": "https://post.example/1", "Source": "Basin Post", "Date": "2023-05-01"},
    {"id": "2", "Headline": "", "Body": "", "URL": "", "Source": "", "Date": ""},
    {"id": "3", "Headline": "هدوء في سلمر", "Body": "<p>قال</p><p>شاهد</p><div>x</div>",
     "URL": "no address", "Source": "\u00a0Basin  Post ", "Date": "1/5/2023"},
]  # fmt: skip


def found(items: list[Item]) -> list[Found]:
    return [item for item in items if isinstance(item, Found)]


def write(path: Path, rows: list[dict[str, str]] = ROWS, *, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    data = made.getvalue().encode(encoding)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-8", "a.csv"), ("utf-8-sig", "a.CSV"), ("utf-16", "a.tsv"), ("utf-8", "a.csv.gz")]
)
def test_a_row_is_a_capture_of_its_own(tmp_path: Path, delimiter: str, encoding: str, name: str) -> None:
    path = write(tmp_path / name, delimiter=delimiter, encoding=encoding)
    items = all_of(path)
    assert [type(item) for item in items] == [Found, Skipped, Found]
    one, two = found(items)
    assert (one.capture.data.decode(), one.capture.url) == (LONG, "https://post.example/1")
    assert (one.title, one.outlet, one.published) == ("Quiet in Selmar", "Basin Post", "2023-05-01")
    assert one.capture.sightings[0].where == f"{path}#row=1"
    assert (two.capture.media_type, two.capture.url, two.outlet, two.published) == (
        "text/html",
        None,
        "Basin Post",
        "1/5/2023",
    )
    check_resumes(path)


def test_columns_that_the_caller_names(tmp_path: Path) -> None:
    rows = [{"a": "Selmar was quiet.", "text": "other", "who": "Basin Post", "wann": "2023"}]
    path = write(tmp_path / "a.csv", rows)
    (item,) = all_of(path, text_column="A", columns=(("outlet", "who"), ("published", "wann")))
    assert isinstance(item, Found)
    assert (item.capture.data, item.outlet, item.published) == (b"Selmar was quiet.", "Basin Post", "2023")
    path.rename(tmp_path / "table.txt")
    (item,) = all_of(tmp_path / "table.txt", text_column="a")
    assert isinstance(item, Found)


@pytest.mark.parametrize(
    ("names", "column", "why"),
    [
        (["a", "b"], None, "has the columns a, b; none has a name.*--text-column"),
        (["text", "content", "b"], None, "more than one may hold the text: text, content"),
        (["a", "b"], "text", "has no column text; it has a, b"),
    ],
)
def test_a_table_without_a_clear_text_names_its_columns(names: list[str], column: str | None, why: str) -> None:
    with pytest.raises(InputError, match=why):
        choose(names, Options(text_column=column), "a.csv")


def test_usual_names_are_recognised() -> None:
    columns = choose(
        ["articleBody", "html", "Publication Date", "source-domain", "source", "web.url", "Full Text 2"], Options(), "x"
    )
    assert (columns.text, columns.published, columns.outlet, columns.url) == (
        "articleBody",
        "Publication Date",
        "source-domain",
        "web.url",
    )
    assert choose(["html", "x"], Options(), "x").text == "html"
    assert choose(["whatever"], Options(), "x").text == "whatever"


def test_broken_rows_are_missed_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        b'id,text,url\n1,Selmar was quiet.,\n2\n3,a,b,c\n\n4,caf\xe9 closed,,,\n5,"left open,\n6,Lubnik,\n'
    )
    items = all_of(path, limit=2**17)
    assert [type(item) for item in items] == [Found, Missed, Missed, Found, Found]
    assert found(items)[1].capture.data.decode() == "café closed"
    assert found(items)[2].capture.data.decode().startswith("left open,\n6")
    check_resumes(path)


def test_a_cell_over_the_limit_is_missed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1," + "a" * 3_000 + "\n2,Selmar was quiet.\n")
    assert [type(item) for item in all_of(path, limit=2_000)] == [Missed, Found]


@pytest.mark.parametrize("encoding", ["cp1252", "cp1256"])
def test_an_older_encoding_is_told(tmp_path: Path, encoding: str) -> None:
    text = {
        "cp1252": "Le café de Selmar était fermé. " * 20,
        "cp1256": "قال شاهد إن المدينة كانت هادئة يوم الاثنين. " * 20,
    }[encoding]
    path = write(tmp_path / "a.csv", [{"text": text, "url": ""}] * 3, encoding=encoding)
    assert found(all_of(path))[0].capture.data.decode() == text


OBJECTS: list[Any] = [
    {
        "id": 1,
        "title": "Quiet",
        "maintext": LONG,
        "url": "https://post.example/1",
        "date_publish": "2023-05-01 10:00:00",
    },
    {"id": 2},
    ["no", "object"],
    {"maintext": ["first", None, "second"], "date_publish": 1683000000, "source_domain": "post.example"},
]


@pytest.mark.parametrize("form", ["lines", "array", "indented", "concatenated", "gz"])
def test_json_in_all_its_forms(tmp_path: Path, form: str) -> None:
    path = tmp_path / ("a.jsonl.gz" if form == "gz" else "a.json")
    text = {
        "lines": "\n".join(map(json.dumps, OBJECTS)) + "\n\n",
        "gz": "\r\n".join(map(json.dumps, OBJECTS)),
        "array": json.dumps(OBJECTS),
        "indented": "\ufeff" + json.dumps(OBJECTS, indent=2, ensure_ascii=False),
        "concatenated": "\n".join(json.dumps(o, indent=1) for o in OBJECTS),
    }[form]
    path.write_bytes(gzip.compress(text.encode()) if form == "gz" else text.encode())
    items = all_of(path)
    assert [type(item) for item in items] == [Found, Skipped, Missed, Found]
    assert found(items)[0].capture.data.decode() == LONG
    assert found(items)[1].capture.data == b"first\n\nsecond"
    assert (found(items)[1].outlet, found(items)[1].published) == ("post.example", "1683000000")
    check_resumes(path)


def test_json_lines_are_known_without_a_name_and_a_broken_line_is_missed(tmp_path: Path) -> None:
    path = tmp_path / "data.txt"
    path.write_text('{"text": "Selmar was quiet."}\n{"text": "cut o\n{"text": "Lubnik was quiet."}\n')
    assert [type(item) for item in all_of(path)] == [Found, Missed, Found]
    check_resumes(path)


def test_an_array_that_was_cut_off_keeps_what_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": f"Selmar, part {i}."} for i in range(500)])[:-9])
    items = all_of(path)
    assert len(found(items)) == 499
    assert isinstance(items[-1], Missed)


def test_parquet_goes_batch_by_batch(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    rows = {
        "text": [f"Selmar, part {i}." if i % 7 else None for i in range(600)],
        "date": [datetime(2023, 5, 1, 10, tzinfo=UTC)] * 600,
        "other": [{"a": 1}] * 600,
    }
    path = tmp_path / "news.bin"
    pq.write_table(pa.table(rows), path, row_group_size=100)
    items = all_of(path)
    assert [item.position for item in items] == [f"row={i}" for i in range(1, 601)]
    assert found(items)[0].capture.data == b"Selmar, part 1."
    assert found(items)[0].published == "2023-05-01T10:00:00+00:00"
    for at in (0, 99, 100, 255, 256, 599):
        rest = list(gather(str(path), after=items[at].position))
        assert [item.position for item in rest] == [item.position for item in items[at + 1 :]]
    path.write_bytes(path.read_bytes()[:-20] + b"PAR1")
    (item,) = all_of(path)
    assert isinstance(item, Missed)


@given(
    st.lists(
        st.lists(
            st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")), min_size=2, max_size=2
        ),
        min_size=3,
    )
)
@settings(max_examples=40)
def test_the_separator_is_the_one_that_was_written(rows: list[list[str]]) -> None:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=";", quoting=csv.QUOTE_ALL).writerows([["text", "url"], *rows])
    assert separator_of(made.getvalue()) == ";"


@settings(max_examples=60, deadline=None)
@given(data=st.data(), form=st.sampled_from(["a.csv", "a.jsonl", "a.json", "a.parquet", "a.csv.gz"]))
def test_bytes_that_make_no_sense_are_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, form: str
) -> None:
    folder = tmp_path_factory.mktemp("fuzz")
    good = {
        "a.csv": b'id,text\n1,"Selmar, ""quiet"""\n2,Lubnik\n',
        "a.jsonl": b'{"text": "Selmar"}\n{"text": "Lubnik"}\n',
        "a.json": b'[{"text": "Selmar"}, {"text": "Lubnik"}]',
        "a.csv.gz": gzip.compress(b"id,text\n1,Selmar\n2,Lubnik\n"),
        "a.parquet": _parquet(),
    }[form]
    made = bytearray(good)
    for _ in range(data.draw(st.integers(0, 5))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    (folder / form).write_bytes(bytes(made[: data.draw(st.integers(0, len(made)))]))
    for item in gather(str(folder / form)):
        if isinstance(item, Missed):
            assert isinstance(item.error, (InputError, IntegrityError))


def _parquet() -> bytes:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    made = io.BytesIO()
    pq.write_table(pa.table({"text": ["Selmar", "Lubnik"]}), made)
    return made.getvalue()


def test_without_the_package_the_command_to_install_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.parquet").write_bytes(_parquet())
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'accordingto\[arrow\]'"):
        all_of(tmp_path / "a.parquet")
