"""The list of errors and the choosing of thresholds, on predictions made by hand."""

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from accordingto.compare.thresholds import DEFAULTS, Thresholds
from accordingto.resources.learnt import Learnt, open_learnt
from evals.travel import errors as module
from evals.travel import run
from evals.travel.compile import Row, gold_row, stories
from evals.travel.errors import errors
from evals.travel.story import Story
from tests.evals.travel import STORY, written

LEARNT = open_learnt()


@pytest.fixture
def story(tmp_path: Path) -> Story:
    (one,) = stories(written(tmp_path))
    return one


def listed(monkeypatch: pytest.MonkeyPatch, story: Story, **changed: Any) -> list[str]:
    monkeypatch.setattr(module, "row", lambda _: {**copy.deepcopy(gold_row(story)), **changed})
    return [line.strip() for line in errors(story)]


def test_nothing_is_listed_where_all_is_right(monkeypatch: pytest.MonkeyPatch, story: Story) -> None:
    layers = ("lineage", "quotes", "accounts", "origins", "mismatches")
    gold = gold_row(story)
    exact = [{**matter, "origins": [matter["origins"]] * 2} for matter in gold["origins"]]
    assert listed(monkeypatch, story, origins=exact) == [f"{layer}: all right" for layer in layers]


def test_what_is_wrong_is_listed_with_its_words(monkeypatch: pytest.MonkeyPatch, story: Story) -> None:
    gold = gold_row(story)
    wrong = {**gold["accounts"][1], "relation": "contradicts"}
    lines = listed(
        monkeypatch,
        story,
        lineage=[{"from": "market-2", "to": "market-1", "kind": "cites"}],
        quotes=[gold["quotes"][0][:1], gold["quotes"][0][1:2]],
        accounts=[gold["accounts"][0], wrong, {**gold["accounts"][2], "slot": "place"}],
        origins=[{"members": gold["origins"][0]["members"][:2], "origins": [1, 2], "echoes": 1}],
        mismatches=[],
    )
    assert "missed  market-3 cites market-1" in lines
    assert "kind    market-2 copies market-1, found cites" in lines
    assert "apart   in 2 groups:" in lines
    assert "missed  -3 “We had no warning”" in lines
    assert "wrong   narrows number, found contradicts number" in lines
    assert "slot    narrows number, found narrows place" in lines
    assert "missed  rewords" in lines
    assert "-3 headline “Twenty dead in Rusafi”" in lines
    assert any(line.startswith("count   1 origins, 2 echoes; found 1–2 and 1: -1 “At least 12") for line in lines)
    assert any(line.startswith("missed  number against market-1: -3 “Shelling") for line in lines)


def test_a_story_held_back_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (held,) = stories(written(tmp_path, story="held_back = true\n" + STORY))
    monkeypatch.setattr(module, "row", gold_row)
    with pytest.raises(PermissionError, match="market is held back"):
        list(errors(held))
    monkeypatch.setattr(module, "stories", lambda names: [held])
    assert module.main(["market"]) == 1
    assert module.main([]) == 0
    assert "market" not in capsys.readouterr().out


def test_thresholds_are_chosen_on_the_other_stories(monkeypatch: pytest.MonkeyPatch, story: Story) -> None:
    better = next(value for value in run.tried_values("matter_similarity") if value != DEFAULTS.matter_similarity)
    asked: list[tuple[str, Thresholds]] = []

    def row(one: Story, *, thresholds: Thresholds, learnt: Learnt | None) -> Row:
        asked.append((one.name, thresholds))
        assert learnt is (LEARNT if one.name == "stubborn" else None)
        gold = gold_row(one)
        return gold if thresholds.matter_similarity == better else {**gold, "lineage": []}

    monkeypatch.setattr(run, "row", row)
    stubborn = replace(story, name="stubborn")
    tried = run.Tried([story, stubborn], {"stubborn": LEARNT})
    told: list[str] = []
    rows = run.leave_one_out(tried, ["matter_similarity", "quote_similarity"], told.append)
    assert all(one["lineage"] for one in rows)
    assert told == [f"chosen other than shipped: matter_similarity {better} (2)"]
    assert len(asked) == len(set(asked)), "each once"
    assert run.chosen(tried, [0], ["quote_similarity"]) == DEFAULTS, "of equals what is shipped"
