import gzip
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.evaluate import predict as module
from accordingto.evaluate.predict import TASKS, check_task, predict
from accordingto.evaluate.tasks import CONTRACT
from accordingto.model import IntegrityError, UsageError
from tests.evaluate.build import TEXT, StubReader, at

ROW = {"doc": "a", "text": TEXT, "outlet": "Gulf Ledger", "published": "2023-03-13", "statements": ["gold"]}
PAGE = """<html><head><title>Army enters Rusafi</title></head><body><article><h1>Army enters Rusafi</h1>
<p>Government forces entered the town of Rusafi on Monday, the monitor said, after two weeks of fighting on the ridge.</p>
<p>Residents said that shells had hit the market and that the road to the valley was closed until further notice.</p>
</article></body></html>"""


def run(task: str, *rows: dict[str, Any], **kwargs: Any) -> list[dict[str, Any]]:
    return list(predict(task, rows, reader=kwargs.pop("reader", None) or StubReader(), **kwargs))


def test_attribution_is_flat_and_row_for_row() -> None:
    rows = run("attribution", ROW, {"doc": "b", "text": " \n"}, {"doc": "c", "id": 3, "text": "Nobody spoke."})
    assert rows[0] == {"doc": "a", "attributions": [{"source": [], "cue": [], "content": [at("“We hold the dam,”")]}]}
    assert rows[1:] == [{"doc": "b", "attributions": []}, {"doc": "c", "id": 3, "attributions": []}]


def test_statements_use_the_outlet_and_the_time_that_the_row_gives_and_no_gold() -> None:
    reader = StubReader()
    (row,) = run("statements", ROW, reader=reader)
    assert reader.seen == [(TEXT, "Gulf Ledger", "2023-03-13")]
    assert [s["content"] for s in row["statements"]] == [[at("“We hold the dam,”")]]


def test_contents_have_both() -> None:
    assert run("contents", ROW)[0].keys() == {"doc", "attributions", "statements"}


def test_a_row_that_cannot_be_read_is_told_and_the_others_go_on() -> None:
    told: list[tuple[str, Exception]] = []
    given = [{"doc": "b", "text": ""}, {"doc": "c", "text": "It breaks the reader."}, ROW]
    rows = run("statements", *given, failed=lambda *what: told.append(what))
    assert [row["doc"] for row in rows] == ["b", "c", "a"]
    assert rows[0] == {"doc": "b", "statements": [], "error": "EmptyInput: the text is empty"}
    assert rows[1]["error"] == "RuntimeError: a fault"
    assert "error" not in rows[2]
    assert [name for name, _ in told] == ["b", "c"]


def test_an_archived_text_that_differs_is_an_integrity_error() -> None:
    class Changing(StubReader):
        def read_text(self, text: str, **kwargs: Any) -> Any:
            return super().read_text(text + " ", **kwargs)

    told: list[Exception] = []
    run("statements", ROW, reader=Changing(), failed=lambda _, error: told.append(error))
    assert isinstance(told[0], IntegrityError)


def test_a_byte_order_mark_moves_no_span() -> None:
    row = {"doc": "a", "text": "\ufeff" + TEXT}
    (found,) = run("statements", row)
    start, end = found["statements"][0]["content"][0]
    assert row["text"][start:end] == "“We hold the dam,”"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn"]), min_size=1))
def test_blocks_point_into_the_text(text: str) -> None:
    (row,) = predict("blocks", [{"doc": "a", "text": text}])
    assert all(0 <= block["start"] < block["end"] <= len(text) for block in row["blocks"])
    assert row.keys() - {"error"} == {"doc", "blocks", "outlet", "published", "title"}
    assert "error" not in row or not text.strip("\ufeff \xa0").strip()


@pytest.mark.parametrize("name", ["page.html", "page.html.gz"])
def test_blocks_of_a_page_come_with_the_text_that_they_point_into(tmp_path: Path, name: str) -> None:
    data = PAGE.encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    (row,) = predict("blocks", [{"doc": "a", "html": name}], folder=tmp_path)
    headline = next(block for block in row["blocks"] if block["kind"] == "headline")
    assert row["text"][headline["start"] : headline["end"]] == "Army enters Rusafi" == row["title"]


def test_a_page_that_is_not_there_is_told() -> None:
    (row,) = predict("blocks", [{"doc": "a", "html": "none.html"}])
    assert "none.html cannot be read" in row["error"]
    (row,) = predict("blocks", [{"doc": "a"}])
    assert "neither `text` nor `html`" in row["error"]


def test_tasks_that_are_not_there() -> None:
    with pytest.raises(UsageError, match="nonsense is no task; available: attribution, statements"):
        predict("nonsense", [])
    with pytest.raises(UsageError, match="nonsense is no task; available"):
        check_task("nonsense")
    assert set(TASKS) - {"accounts", "contents", "probe", "actors", "resolution", "lines", "line-statements"} < set(
        CONTRACT
    )


def test_the_shipped_reader_is_opened_once_and_not_for_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[StubReader] = []

    def opening() -> StubReader:
        opened.append(StubReader())
        return opened[-1]

    monkeypatch.setattr(module, "open_reader", opening)
    list(predict("blocks", [ROW]))
    assert not opened
    list(predict("statements", [ROW, ROW]))
    assert len(opened) == 1
