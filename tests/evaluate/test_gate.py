import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.evaluate.floors import MARGIN, Floor, floor_under, read_floors, write_floors
from accordingto.evaluate.gate import gate, raise_floors
from accordingto.evaluate.rows import Row, write_rows
from accordingto.model import IntegrityError, UsageError
from tests.evaluate.build import TEXT, attribution, statement, voice

STATEMENT = statement("“We hold the dam,”", voice("Rozan Teli", "Rozan Teli"), form="direct")
FIELD = {"doc": "f", "text": TEXT, "statements": [STATEMENT, {**STATEMENT, "content": [[50, 70]]}]}
QUOTE = attribution("Rozan Teli", "told", "“We hold the dam,”")
POLNEAR = {"doc": "p", "text": TEXT, "attributions": [QUOTE]}


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    (tmp_path / "evals" / "field").mkdir(parents=True)
    write_rows([FIELD], tmp_path / "evals" / "field" / "gold.jsonl")
    return tmp_path / "evals" / "floors.json"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "gold" / "polnear").mkdir(parents=True)
    write_rows([POLNEAR], tmp_path / "gold" / "polnear" / "dev.jsonl")
    return tmp_path / "gold"


def good(task: str, rows: list[Row]) -> Iterable[Row]:
    """Finds all of PolNeAR and half of the field corpus."""
    del task
    return [{"doc": row["doc"], "attributions": [QUOTE], "statements": [STATEMENT]} for row in rows]


def bad(task: str, rows: list[Row]) -> Iterable[Row]:
    del task
    return [{"doc": row["doc"], "attributions": [], "statements": []} for row in rows]


def begun(floors: Path, gold: Path | None = None) -> list[Floor]:
    return raise_floors(gate(floors, gold=gold, predicting=good), floors)


def test_floors_begin_with_what_is_watched_and_at_hand(floors: Path) -> None:
    new = begun(floors)
    found = next(floor for floor in new if floor.figure == "found")
    assert {floor.corpus for floor in new} == {"field/gold.jsonl"}
    assert "act macro-F1" not in {floor.figure for floor in new}, "no act has enough gold for it"
    assert (found.measured, found.floor) == (66.67, 66.37)
    assert found.command.startswith("accordingto evaluate predict statements evals/field/gold.jsonl")
    assert len(found.sha256) == 64
    assert read_floors(floors) == sorted(new, key=lambda floor: floor.key)


def test_what_holds_passes_and_what_falls_is_named(floors: Path) -> None:
    begun(floors)
    assert not gate(floors, predicting=good).fell
    found = gate(floors, predicting=bad)
    assert "found" in {outcome.figure for outcome in found.fell}
    assert "FELL" in found.render()


def test_a_fall_of_a_hundredth_under_the_floor_is_a_fall(floors: Path) -> None:
    begun(floors)
    entries = json.loads(floors.read_text())
    for entry in entries:
        entry["floor"] = entry["measured"]
    floors.write_text(json.dumps(entries))
    assert not gate(floors, predicting=good).fell
    entries[0]["floor"] += 0.01
    floors.write_text(json.dumps(entries))
    assert [outcome.figure for outcome in gate(floors, predicting=good).fell] == [entries[0]["figure"]]


def test_floors_are_never_lowered(floors: Path) -> None:
    begun(floors)
    before = floors.read_bytes()
    assert raise_floors(gate(floors, predicting=bad), floors) == []
    assert floors.read_bytes() == before
    entries = json.loads(before)
    for entry in entries:
        entry["floor"] = 1.0
    floors.write_text(json.dumps(entries))
    raise_floors(gate(floors, predicting=good), floors)
    assert [floor.floor for floor in read_floors(floors)] == [e["floor"] for e in json.loads(before)]


def test_outside_corpora_are_measured_only_where_they_are_given(floors: Path, gold: Path) -> None:
    begun(floors, gold)
    outside = [o for o in gate(floors, predicting=bad).outcomes if o.corpus == "gold/polnear/dev.jsonl"]
    assert {o.verdict for o in outside} == {"not measured"}
    assert not any(o.fell for o in outside)
    assert {o.figure for o in gate(floors, gold=gold, predicting=bad).fell} >= {"A1", "A2", "A5", "C2"}
    assert {f.command.split(" && ")[0] for f in read_floors(floors) if f.figure == "A2"} == {
        "accordingto evaluate predict attribution $GOLD/polnear/dev.jsonl out.jsonl"
    }


def test_a_changed_corpus_is_refused_and_nothing_is_measured(floors: Path) -> None:
    begun(floors)
    corpus = floors.parent / "field" / "gold.jsonl"
    corpus.write_bytes(corpus.read_bytes() + b"\n")

    def never(task: str, rows: list[Row]) -> Iterable[Row]:
        raise AssertionError(task, rows)

    with pytest.raises(IntegrityError, match=r"not the corpus that the floor of .* was measured on.*gate --raise"):
        gate(floors, predicting=never)


def test_a_corpus_of_our_own_that_is_gone_is_refused(floors: Path) -> None:
    begun(floors)
    (floors.parent / "field" / "gold.jsonl").unlink()
    with pytest.raises(IntegrityError, match="has floors but cannot be read"):
        gate(floors, predicting=good)


def test_rows_that_cannot_be_read_are_refused(floors: Path) -> None:
    def failing(task: str, rows: list[Row]) -> Iterable[Row]:
        return [{**row, "error": "EmptyInput: the text is empty"} for row in bad(task, rows)]

    with pytest.raises(IntegrityError, match=r"1 of 1 rows of .* could not be read.*EmptyInput"):
        gate(floors, predicting=failing)


@pytest.mark.parametrize("text", ["{", '{"a": 1}', '[{"task": "x"}]', "[3]"])
def test_a_file_that_is_no_list_of_floors(floors: Path, text: str) -> None:
    floors.write_text(text)
    with pytest.raises(UsageError, match=r"floors\.json is no list of floors.*each entry has task, corpus, figure"):
        read_floors(floors)


def test_a_floor_of_an_unknown_figure(floors: Path) -> None:
    entries: list[Any] = [{**json.loads(json.dumps(vars_of(floor))), "figure": "A9"} for floor in begun(floors)[:1]]
    floors.write_text(json.dumps(entries))
    with pytest.raises(IntegrityError, match="a floor for 'A9', but the scorer knows only found"):
        gate(floors, predicting=good)


def vars_of(floor: Floor) -> dict[str, Any]:
    return {name: getattr(floor, name) for name in Floor.__slots__}


def test_floors_are_written_as_they_are_read(tmp_path: Path) -> None:
    floor = Floor("statements", "field/gold.jsonl", "found", 70.0, 70.3, "0" * 64, "2023-03-13", "x")
    write_floors([floor], tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == [floor]
    assert [path.name for path in tmp_path.iterdir()] == ["floors.json"]


@given(st.integers(0, 10_000))
def test_a_floor_is_the_margin_under_the_figure(hundredths: int) -> None:
    measured = hundredths / 100
    assert floor_under(measured) == pytest.approx(max(0.0, measured - MARGIN), abs=1e-9)


def test_stories_are_predicted_from_their_reports_and_gated_as_they_stand_in_the_gold(floors: Path) -> None:
    folder = floors.parent / "travel"
    folder.mkdir()
    gold = {"story": "s", "held_back": True, "lineage": [{"from": "s-2", "to": "s-1", "kind": "copies"}]}
    write_rows([gold], folder / "gold.jsonl")
    write_rows([{"story": "s", "doc": f"s-{n}", "text": TEXT} for n in (1, 2)], folder / "reports.jsonl")
    seen: list[tuple[str, list[str]]] = []

    def finding(task: str, rows: list[Row]) -> Iterable[Row]:
        if task != "travel":
            return good(task, rows)
        seen.append((task, [row["doc"] for row in rows]))
        return [{"story": "s", "lineage": gold["lineage"]}]

    raise_floors(gate(floors, predicting=finding), floors)
    assert seen == [("travel", ["s-1", "s-2"])]
    own = {floor.figure: floor for floor in read_floors(floors) if floor.task == "travel"}
    assert own.keys() == {"lineage", "lineage held"}, "what rests on nothing gets no floor"
    assert own["lineage"].command.startswith(
        "accordingto evaluate predict travel evals/travel/reports.jsonl out.jsonl && "
    )
    missing = lambda task, rows: good(task, rows) if task != "travel" else [{"story": "s", "lineage": []}]  # noqa: E731
    assert {one.figure for one in gate(floors, predicting=missing).fell} == {"lineage", "lineage held"}
