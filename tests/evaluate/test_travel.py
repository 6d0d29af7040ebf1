"""Scores of the task ``travel`` on rows whose figures are known by hand."""

from typing import Any

import pytest

from accordingto.evaluate.score import Score, score
from accordingto.evaluate.travel import answers, counterpart, likeness
from accordingto.model import IntegrityError

Row = dict[str, Any]


def edge(a: str, b: str, kind: str = "copies") -> Row:
    return {"from": a, "to": b, "kind": kind}


def end(place: tuple[str, int, int]) -> Row:
    return dict(zip(("doc", "start", "end"), place, strict=True))


def account(a: tuple[str, int, int], b: tuple[str, int, int], relation: str, slot: str | None = None) -> Row:
    return {"a": end(a), "b": end(b), "relation": relation, "slot": slot}


def matter(*members: tuple[str, int, int], origins: Any = 1, echoes: int = 1) -> Row:
    return {"members": [list(m) for m in members], "origins": origins, "echoes": echoes}


def row(story: str = "s", **fields: Any) -> Row:
    return {"story": story, "lineage": [], "quotes": [], "accounts": [], "origins": [], "mismatches": [], **fields}


def scored(gold: Row, predicted: Row) -> Score:
    return score("travel", [gold], [predicted], draws=0)


def figures(gold: Row, predicted: Row) -> dict[str, float]:
    return {name: round(value, 1) for name, value in scored(gold, predicted).figures.items()}


# Lineage


def test_edges_are_pairs_whatever_their_kind_and_names_match_without_article_and_case() -> None:
    gold = row(lineage=[edge("s-2", "s-1"), edge("s-3", "s-1", "cites"), edge("s-4", "The Harbour Post", "cites")])
    found = row(lineage=[edge("s-2", "s-1", "cites"), edge("s-4", "harbour  post", "cites"), edge("s-3", "s-2")])
    named = figures(gold, found)
    assert (named["lineage"], named["lineage with kind"]) == (66.7, 33.3)
    assert figures(gold, gold)["lineage with kind"] == 100.0


def test_an_edge_turned_round_is_another() -> None:
    assert figures(row(lineage=[edge("s-2", "s-1")]), row(lineage=[edge("s-1", "s-2")]))["lineage"] == 0.0


# Places


@pytest.mark.parametrize(
    ("a", "b", "value"),
    [
        (("d", 0, 10), ("d", 0, 10), 1.0),
        (("d", 0, 10), ("e", 0, 10), 0.0),
        (("d", 0, 10), ("d", 10, 20), 0.0),
        (("d", 0, 10), ("d", 5, 15), 1 / 3),
        (("d", 0, 10), ("d", 6, 16), 0.0),  # 4 of 16
        (("d", 0, 100), ("d", 40, 50), 0.3),  # holds it
    ],
)
def test_places_meet_from_a_share_on_or_where_one_holds_the_other(a: Any, b: Any, value: float) -> None:
    assert likeness(a, b) == likeness(b, a) == pytest.approx(value)


# Quotes


def test_groups_of_quotes() -> None:
    gold = row(quotes=[[["a", 0, 10], ["b", 0, 10], ["c", 0, 10]], [["a", 50, 60]]])
    assert figures(gold, gold)["quotes B3"] == 100.0
    # a and b together, c alone; the lone one right: P = (1+1+1+1)/4, R = (2/3+2/3+1/3+1)/4
    apart = row(quotes=[[["a", 0, 10], ["b", 1, 9]], [["c", 0, 10]], [["a", 50, 60]]])
    found = next(m for m in scored(gold, apart).measures if m.name == "quotes B3")
    assert (found.precision, found.recall) == (pytest.approx(100.0), pytest.approx(100 * 8 / 12, abs=0.1))


def test_a_piece_that_is_missing_has_no_recall_and_one_too_many_costs_only_in_company() -> None:
    gold = row(quotes=[[["a", 0, 10], ["b", 0, 10]]])
    missing = next(m for m in scored(gold, row(quotes=[[["a", 0, 10]]])).measures if m.name == "quotes B3")
    assert (missing.precision, missing.recall) == (100.0, 25.0)  # a: half of its group; b: nothing
    alone = row(quotes=[[["a", 0, 10], ["b", 0, 10]], [["b", 90, 99]]])
    assert figures(gold, alone)["quotes B3"] == 100.0
    assert figures(gold, alone)["quote pieces"] == 80.0
    company = row(quotes=[[["a", 0, 10], ["b", 0, 10], ["b", 90, 99]]])
    found = next(m for m in scored(gold, company).measures if m.name == "quotes B3")
    assert (found.precision, found.recall) == (pytest.approx(100 * 5 / 9, abs=0.1), 100.0)  # (2/3 + 2/3 + 1/3) / 3


# Accounts

A, B, C = ("a", 100, 140), ("b", 100, 140), ("c", 100, 140)
HEAD = ("c", 0, 20)
OTHER_A, OTHER_B = ("a", 300, 340), ("b", 300, 340)
GOLD = row(
    accounts=[
        account(A, B, "rewords"),
        account(A, C, "contradicts", "number"),
        account(B, C, "contradicts", "number"),
        account(C, HEAD, "rewords"),
        account(OTHER_A, OTHER_B, "updates", "control"),
    ],
    origins=[matter(A, B, C, HEAD), matter(OTHER_A, OTHER_B)],
)


def test_every_gold_account_is_answered_by_what_lies_over_it_best_in_either_order() -> None:
    found = row(
        accounts=[
            account(("b", 100, 141), A, "rewords"),  # the other way round
            account(A, ("b", 90, 200), "contradicts"),  # meets as well, but lies over it less well
            account(A, C, "narrows", "number"),
            account(OTHER_B, OTHER_A, "updates", "control"),
        ]
    )
    answered, false = answers(GOLD, found)
    assert [two and two["relation"] for _, two, _ in answered] == ["rewords", "narrows", None, None, "updates"]
    assert false == []
    named = figures(GOLD, found)
    assert named["accounts found"] == 75.0  # 3 of 5, none false
    assert named["relations"] == 50.0  # 2 right of 3 and of 5
    assert named["slot"] == 100.0


def test_what_answers_nothing_is_false_only_where_the_gold_tells_all() -> None:
    judged = [account(A, OTHER_B, "agrees"), account(HEAD, OTHER_A, "agrees")]
    unjudged = [
        account(A, ("b", 500, 520), "agrees"),  # no member
        account(A, OTHER_A, "agrees"),  # of one report, both in the body
        account(A, HEAD, "agrees"),  # a headline against another report
    ]
    _, false = answers(GOLD, row(accounts=[*judged, *unjudged]))
    assert false == judged[:1]
    assert figures(GOLD, row(accounts=[*GOLD["accounts"], *judged, *unjudged]))["relations"] == 90.9  # 5 of 6 and of 5


def test_one_prediction_over_a_whole_sentence_answers_both_accounts_in_it() -> None:
    found = row(accounts=[account(("a", 90, 350), ("b", 90, 350), "rewords")])
    answered, _ = answers(GOLD, found)
    assert [two is not None for _, two, _ in answered] == [True, False, False, False, True]


def many(relation: str, number: int, *, turned: bool = False) -> list[Row]:
    places = [(("a", 1000 * n, 1000 * n + 40), ("b", 1000 * n, 1000 * n + 40)) for n in range(1, number + 1)]
    return [account(*(places[n][::-1] if turned else places[n]), relation, "number") for n in range(number)]


def test_the_macro_figure_leaves_rare_relations_out_and_direction_counts_in_the_second() -> None:
    gold = row(accounts=[*many("updates", 12)[:10], *many("rewords", 12)[10:]])
    turned = row(accounts=[*many("updates", 5), *many("updates", 10, turned=True)[5:], *many("updates", 12)[10:]])
    named = figures(gold, turned)
    assert named["relations macro-F1"] == 90.9  # updates alone: 10 of 12 predicted, of 10 gold
    assert named["relations macro-F1 directed"] == 45.5  # 5 of them


def test_relations_taken_for_others_are_listed_with_what_was_not_found() -> None:
    found = scored(GOLD, row(accounts=[account(A, C, "narrows"), account(A, OTHER_B, "agrees")]))
    assert ("contradicts", "narrows", 1) in found.confusion
    assert ("contradicts", "none", 1) in found.confusion
    assert ("none", "agrees", 1) in found.confusion
    assert "none" not in {act.name for act in found.acts}


# Origins


def test_origins_cover_are_exact_and_have_a_width() -> None:
    gold = row(origins=[matter(A, B, C, origins=1), matter(OTHER_A, OTHER_B, origins=2), matter(HEAD, ("d", 0, 9))])
    found = row(
        origins=[
            matter(A, B, origins=[1, 1]),
            matter(OTHER_A, OTHER_B, origins=[1, 3], echoes=0),
            matter(HEAD, ("d", 50, 60)),  # holds one member of the third: not it
        ]
    )
    named = figures(gold, found)
    assert (named["origins cover"], named["origins exact"]) == (66.7, 33.3)
    assert named["origins width x 100"] == 100.0  # 0 and 2, of two found
    assert (named["matters found"], named["echoes exact"]) == (66.7, 33.3)


def test_the_counterpart_holds_most_members_and_of_equals_is_the_smaller() -> None:
    small, large = matter(A, B), matter(A, B, OTHER_A)
    assert counterpart(matter(A, B, C), [large, small]) == small
    assert counterpart(matter(A, B, C), [small, matter(A, B, C, OTHER_A)]) == matter(A, B, C, OTHER_A)
    assert counterpart(matter(A, B), [matter(A, C)]) is None


# Mismatches


def test_mismatches_with_and_without_their_slot() -> None:
    gold = row(
        mismatches=[{**end(C), "source_doc": "a", "slot": "number"}, {**end(B), "source_doc": "a", "slot": "actor"}]
    )
    found = row(
        mismatches=[
            {**end(C), "source_doc": "a", "slot": "number"},
            {**end(B), "source_doc": "a", "slot": "place"},
            {**end(B), "source_doc": "c", "slot": "actor"},
        ]
    )
    named = figures(gold, found)
    assert (named["mismatches"], named["mismatches without slot"]) == (40.0, 80.0)


# The whole


def test_stories_held_back_are_told_apart() -> None:
    gold = [
        row("s", lineage=[edge("s-2", "s-1")], held_back=True),
        row("t", lineage=[edge("t-2", "t-1")], held_back=False),
    ]
    found = score("travel", gold, [row("s", lineage=[edge("s-2", "s-1")])], draws=20)
    assert (found.figures["lineage open"], found.figures["lineage held"]) == (0.0, 100.0)
    assert found.absent == ("t",)
    assert "lineage held" not in score("travel", [row(lineage=[])], [row()], draws=0).figures


def test_a_perfect_prediction_has_all_figures() -> None:
    gold = row(
        **{key: GOLD[key] for key in ("accounts", "origins")},
        quotes=[[["a", 0, 9], ["b", 0, 9]]],
        mismatches=[{**end(C), "source_doc": "a", "slot": "number"}],
    )
    gold["lineage"] = [edge("b", "a")]
    named = figures(gold, gold)
    assert {name for name, value in named.items() if value != 100.0} == {
        "relations macro-F1", "relations macro-F1 directed",  # no relation has ten
        "origins width x 100",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("lineage", [{"from": "a", "to": "b"}], "edge 1 of `lineage`, `kind` is missing"),
        ("lineage", [edge("a", "b", "steals")], "'steals' is not known; known are copies, cites, follows"),
        ("quotes", [[["a", 3]]], r"\['a', 3\] is no place"),
        ("quotes", [[["a", 3, 3]]], "is no place"),
        ("accounts", [account(A, B, "same")], "account 1, `relation`: 'same' is not known"),
        ("accounts", [account(A, B, "rewords", "tone")], "'tone' is not known; known are actor"),
        ("origins", [matter(A, B, origins="one")], "`origins` is 'one'; write a whole number"),
        ("origins", [matter(A, B, origins=[2, 1])], "at least 2 and at most 1"),
        ("mismatches", [end(C)], "`source_doc` is missing"),
    ],
)
def test_what_is_no_row_of_the_task_is_told(field: str, value: Any, said: str) -> None:
    with pytest.raises(IntegrityError, match=said):
        scored(row(lineage=[]), row(**{field: value}))
