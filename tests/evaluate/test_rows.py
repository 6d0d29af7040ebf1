import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.evaluate.rows import by_document, check_spans, done_in, name_of, read_rows, same_file, write_rows
from accordingto.model import IntegrityError, UsageError

KEYS = ("doc", "text")


def file(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@given(rows=st.lists(st.dictionaries(st.text(), st.text() | st.integers() | st.none())))
def test_what_is_written_is_read(rows: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("rows") / "rows.jsonl"
    assert write_rows(rows, path) == len(rows)
    assert list(read_rows(path)) == rows


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", r"line 2: not JSON .*one JSON object a line"),
        ("[1]", r"line 2: a JSON list, not an object"),
        ('{"doc": "b"}', r"line 2: `text` missing, the row has `doc`; add it"),
        ("{}", r"line 2: `doc`, `text` missing, the row has nothing"),
        ('{"doc": "b", "text": 3}', r"line 2: `text` is a JSON int, not a string"),
    ],
)
def test_a_line_that_is_no_row_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = file(tmp_path, '{"doc": "a", "text": "x"}\n' + line + "\n")
    with pytest.raises(UsageError, match=message):
        list(read_rows(path, needed=KEYS))


def test_empty_lines_a_byte_order_mark_and_an_id_are_all_right(tmp_path: Path) -> None:
    path = file(tmp_path, '\ufeff{"id": 7, "text": "x"}\n\n')
    assert [name_of(row) for row in read_rows(path, needed=KEYS)] == ["7"]


def test_other_encodings_and_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"rows\.jsonl is not UTF-8"):
        list(read_rows(file(tmp_path, b'{"doc": "\xe9"}')))
    with pytest.raises(UsageError, match=r"none\.jsonl cannot be read: No such file"):
        list(read_rows(tmp_path / "none.jsonl"))
    with pytest.raises(UsageError, match="cannot be written"):
        write_rows([], tmp_path / "none" / "rows.jsonl")


def test_standard_streams(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('{"doc": "a"}\n'))
    write_rows(read_rows("-"), "-")
    assert capsys.readouterr().out == '{"doc": "a"}\n'
    assert not same_file("-", "-")


def test_a_document_may_stand_twice_but_not_differ() -> None:
    row = {"doc": "a", "text": "x"}
    assert by_document([row, dict(row)], "the gold") == {"a": row}
    with pytest.raises(IntegrityError, match="the gold has two different rows for the document a"):
        by_document([row, {**row, "text": "y"}], "the gold")
    with pytest.raises(UsageError, match="none of `doc`, `id`, `idx`"):
        by_document([{}], "the gold")


@pytest.mark.parametrize(
    "parts", [[[0, 6]], [[-1, 2]], [[3, 2]], [[0]], ["ab"], [[0, 1.0]], [[True, 2]], "ab", {"a": 1}]
)
def test_spans_outside_the_text_or_malformed(parts: Any) -> None:
    with pytest.raises(IntegrityError, match="here"):
        check_spans(parts, "words", "here")


@pytest.mark.parametrize("parts", [None, [], [[0, 5]], [[1, 1]], [(0, 2), (3, 5)]])
def test_spans_inside(parts: Any) -> None:
    check_spans(parts, "words", "here")


def test_resuming_cuts_a_row_that_was_not_finished(tmp_path: Path) -> None:
    path = file(tmp_path, '{"doc": "a"}\n{"doc": "b"}\n{"do')
    assert done_in(path, ["a", "b", "c"]) == 2
    assert path.read_text() == '{"doc": "a"}\n{"doc": "b"}\n'


def test_resuming_with_nothing_there(tmp_path: Path) -> None:
    assert done_in(tmp_path / "none.jsonl", ["a"]) == 0
    assert done_in(file(tmp_path, ""), ["a"]) == 0
    assert done_in(file(tmp_path, '{"do'), ["a"]) == 0


@pytest.mark.parametrize(
    ("docs", "message"), [(["a", "c"], "row 2, is of b, but the input has c"), (["a"], "has 2 rows")]
)
def test_resuming_another_input_is_refused(tmp_path: Path, docs: list[str], message: str) -> None:
    with pytest.raises(IntegrityError, match=message):
        done_in(file(tmp_path, '{"doc": "a"}\n{"doc": "b"}\n'), docs)
