"""Two editions of an article, as JSON and on a terminal."""

from __future__ import annotations

import json

import pytest
from rich.cells import cell_len

from accordingto.compare.editions import revision
from accordingto.export.editions import Edition, line
from accordingto.export.editions_terminal import render
from tests.compare.build import PERSON, account

GENERAL = ("General Nadim Hazrun", PERSON, "General Nadim Hazrun", "said")
DENIED = ("General Nadim Hazrun", PERSON, "General Nadim Hazrun", "denied")
ADDRESS = "https://harbour.example/dam"
BEFORE = "Army holds the dam\n\nGeneral Nadim Hazrun said the army holds the dam.\n\nThe lake is full."
AFTER = "Army “holds” the lake\n\nGeneral Nadim Hazrun denied the army holds the dam.\n\nThe road\u00a0is closed \x1b[31m, they say."


def editions(*, read: bool = True) -> tuple[Edition, Edition]:
    old = account(
        BEFORE, "The Harbour Post", "2023-11-14", ("the army holds the dam", [GENERAL]), ("The lake is full", [])
    )
    new = account(AFTER, "The Harbour Post", "2023-11-15", ("the army holds the dam", [DENIED]))
    return Edition(old, 1, "2023-11-14T10:00:00Z", read), Edition(new, 2, None, read)


def test_the_row_has_words_and_spans_of_both_sides() -> None:
    old, new = editions()
    row = json.loads(line(ADDRESS, old, new, revision(old.account, new.account)))
    assert (row["type"], row["address"], row["old"]["edition"], row["new"]["edition"]) == ("revision", ADDRESS, 1, 2)
    assert row["fields"] == [{"name": "published", "old": "2023-11-14", "new": "2023-11-15"}]
    for sentence in row["sentences"]:
        for side, text in (("old", BEFORE), ("new", AFTER)):
            for part in (sentence, *sentence["words"]):
                assert (part[side] is None) == (part[f"{side}_text"] is None)
                assert part[side] is None or text[slice(*part[side])] == part[f"{side}_text"]
    assert [one["change"] for one in row["sentences"]] == ["changed", "changed", "removed", "added"]
    assert all(one["edited"] for one in row["statements"])
    assert [(one["change"], one["slots"]) for one in row["statements"]] == [("changed", ["act"]), ("removed", [])]
    assert row["statements"][0]["old"]["content"] == "the army holds the dam"


@pytest.mark.parametrize("width", [40, 70, 100])
def test_a_terminal_shows_both_sides_in_its_width(width: int) -> None:
    old, new = editions()
    shown = render(ADDRESS, old, new, revision(old.account, new.account), width=width)
    assert all(cell_len(part) <= width for part in shown.split("\n"))
    assert "\x1b" not in shown
    assert "^" in shown
    assert (" │ " in shown) == (width >= 70)
    assert "published: 2023-11-14 → 2023-11-15" in shown
    assert "no longer there" in shown


def test_without_statements_it_says_so() -> None:
    old, new = editions(read=False)
    assert "not both editions were read" in " ".join(
        render(ADDRESS, old, new, revision(old.account, new.account)).split()
    )
