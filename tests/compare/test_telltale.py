"""Words that let on in which relation two statements stand."""

from __future__ import annotations

from math import isclose
from pathlib import Path

import pytest

from accordingto.compare.normalise import canon_of
from accordingto.compare.relating import RELATIONS
from accordingto.compare.said import said_of
from accordingto.compare.slots import Frame
from accordingto.compare.telltale import telling
from accordingto.model import ResourceError
from accordingto.resources.telltale import open_telltale
from tests.compare.build import account
from tests.compare.words import WORDS

FILE = """
schema = 1
labels = ["updates", "withdraws"]
unit = 0.5
start = [0.25, 0.0]
[words]
"b now" = [2, 0]
"around.b wrong" = [0, 4]
"""


def told(a: str, b: str, beside: str = "") -> dict[str, float]:
    """The words of two statements, the second followed by others in its sentence."""
    one = account(f"News\n{a}.", "Beldar Post", "2023-05-01T10:00+00:00", (a, []))
    other = account(f"More\n{b}{beside}.", "Dornik Times", "2023-05-02T10:00+00:00", (b, []))
    canon = canon_of([one.report.text, other.report.text], WORDS)
    frame = Frame(canon, WORDS, {})
    x, y = (said_of(reading, canon)[0] for reading in (one, other))
    return telling(frame.side(x), frame.side(y))


def test_words_count_by_where_they_stand() -> None:
    found = told("Thirty lorries came", "Forty lorries now came", ", it turned out wrong")
    assert {"a thirty", "b forty", "b now", "both lorry", "around.b wrong"} <= found.keys()
    assert not any(word.endswith(" wrong") for word in found if not word.startswith("around.b"))


def test_all_figures_are_one_word() -> None:
    found = told("30 lorries came", "1,200 lorries came")
    assert "both #" in found
    assert not any("30" in word or "1,200" in word for word in found)


def test_many_words_do_not_weigh_more_than_few() -> None:
    for b in ("Forty lorries came", "Forty lorries came from the north over the old bridge in the afternoon"):
        assert isclose(sum(value * value for value in told("Thirty lorries came", b).values()), 1.0)


def test_what_words_tell_is_added_up_and_unknown_words_tell_nothing(tmp_path: Path) -> None:
    path = tmp_path / "telltale.toml"
    path.write_text(FILE, encoding="utf-8")
    found = open_telltale(path)
    assert found.scores({"b now": 0.5, "around.b wrong": 1.0, "a bridge": 1.0}) == {"updates": 0.75, "withdraws": 2.0}
    assert found.scores({"a bridge": 1.0}) == {"updates": 0.25, "withdraws": 0.0}


def test_a_word_with_too_few_weights_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "telltale.toml"
    path.write_text(FILE.replace("[2, 0]", "[2]"), encoding="utf-8")
    with pytest.raises(ResourceError, match=r"telltale\.toml is not a file of words that tell relations"):
        open_telltale(path)


def test_the_shipped_words_speak_for_every_relation_and_of_change() -> None:
    found = WORDS.learnt.telltale
    assert found.labels == tuple(str(kind) for kind in RELATIONS)
    plain, risen = (
        found.scores(told("The toll is thirty", b)) for b in ("The toll is forty", "The toll has risen to forty")
    )
    assert risen["updates"] > plain["updates"]
