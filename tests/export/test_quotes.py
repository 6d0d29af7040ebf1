"""Quotations shown: what differs is marked on both sides, whatever the format, and nothing depends on colour."""

from __future__ import annotations

import json

from accordingto.export import quotes_html, quotes_terminal
from accordingto.export.quotes_json import group_rows
from accordingto.export.quotes_view import pieced, shown
from accordingto.model import Span
from tests.compare.build import PERSON, Voice, account
from tests.compare.test_quotes import grouped

SALIM: Voice = ("Nura Salim", PERSON, "Salim", "said")
WIRE = account(
    "Camp shelled\n\n“We watched them being fired, every one of them,” Salim said.",
    "Northwire",
    "2023-05-16T14:20+00:00",
    ("We watched them being fired, every one of them,", [SALIM]),
)
SAME = account(
    "Shells\n\n“We watched them being fired, every one of them,” Salim said.",
    "The Harbour Post",
    "2023-05-16T15:10+00:00",
    ("We watched them being fired, every one of them,", [SALIM]),
)
CHANGED = account(
    "Shells\n\n“We filmed them being fired, every <one> of them,” Salim said.",
    "Upland <Voice>",
    "2023-05-16T16:45+00:00",
    ("We filmed them being fired, every <one> of them,", [SALIM]),
)
ACCOUNTS = [WIRE, SAME, CHANGED]
GROUPS = grouped(*ACCOUNTS)


def test_on_a_terminal_the_words_that_differ_have_carets_below_them_on_both_sides() -> None:
    lines = quotes_terminal.render(GROUPS, ACCOUNTS, width=88).splitlines()

    assert lines[:4] == [
        "“We watched them being fired, every one of them,”",
        "3 reports · 2 wordings · given to Nura Salim",
        "  Northwire · 16 May 2023, 14:20 (+00:00) · Nura Salim",
        "  = The Harbour Post · 16 May 2023, 15:10 (+00:00) · Nura Salim",
    ]
    at = next(i for i, line in enumerate(lines) if line.lstrip().startswith("We watched"))
    left, right = lines[at].split("│")
    under_left, under_right = lines[at + 1].split("│")
    assert left[under_left.index("^") : under_left.index("^") + 7] == "watched"
    assert right[under_right.index("^") : under_right.index("^") + 6] == "filmed"


def test_without_colour_no_escape_code_is_written_and_with_it_the_same_words() -> None:
    plain = quotes_terminal.render(GROUPS, ACCOUNTS, width=88)
    coloured = quotes_terminal.render(GROUPS, ACCOUNTS, width=88, colour="standard")

    assert "\x1b" not in plain
    assert "\x1b" in coloured


def test_on_a_narrow_terminal_one_wording_stands_below_the_other() -> None:
    narrow = quotes_terminal.render(GROUPS, ACCOUNTS, width=40)

    assert "│" not in narrow
    assert all(len(line) <= 40 for line in narrow.splitlines())


def test_a_page_marks_words_by_elements_and_escapes_what_reports_say() -> None:
    made = quotes_html.fragment(GROUPS, ACCOUNTS)

    assert "We <del>watched</del> them" in made
    assert "We <ins>filmed</ins> them" in made
    assert "Upland &lt;Voice&gt;" in made
    assert "every &lt;one&gt; of them" in made


def test_json_has_spans_and_words_of_both_sides() -> None:
    (row,) = group_rows(GROUPS, ACCOUNTS)

    edit = row["variants"][2]["edits"][0]
    assert (edit["kind"], edit["a_text"], edit["b_text"]) == ("substitution", "watched", "filmed")
    assert WIRE.report.text[slice(*edit["a"])] == "watched"
    assert CHANGED.report.text[slice(*edit["b"])] == "filmed"
    assert json.loads(json.dumps(row)) == row


def test_equal_wordings_are_named_and_not_repeated() -> None:
    (group,) = shown(GROUPS, ACCOUNTS)

    assert [one.outlet for one in group.same] == ["The Harbour Post"]
    assert [pair.changes for pair in group.pairs] == ["1 substitution"]


def test_marks_follow_their_words_when_pieces_are_put_in_one_line() -> None:
    words, marks = pieced("“One two,” he said. “Three\nfour.”", (Span(1, 9), Span(21, 32)), (Span(5, 8), Span(27, 31)))

    assert words == "One two, … Three four."
    assert [mark.of(words) for mark in marks] == ["two", "four"]
