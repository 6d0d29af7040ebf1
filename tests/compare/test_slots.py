import pytest

from accordingto.compare.said import said
from accordingto.compare.slots import Frame, relation
from accordingto.model import Implied, Place, RelationKind, Slot, Span
from tests.compare.build import PERSON, account
from tests.compare.words import frame_of, saying, slots_between


def kind_between(a: str, b: str) -> RelationKind:
    frame = frame_of(a, b)
    return relation(saying(a, frame), saying(b, frame), 1.0, frame).kind


def test_the_kind_follows_from_the_slots() -> None:
    assert kind_between("the army left Rusafi at dawn", "the army left Rusafi at dawn") is RelationKind.REPEATS
    assert kind_between("the army left Rusafi at dawn", "at sunrise the army quit Rusafi") is RelationKind.REWORDS
    assert kind_between("the army left Rusafi", "the army has not left Rusafi") is RelationKind.CONTRADICTS
    assert kind_between("the army has left Rusafi", "the Front has left Rusafi") is RelationKind.CONTRADICTS
    assert kind_between("at least 20 men have died", "26 men have died") is RelationKind.NARROWS
    assert kind_between("fewer than 20 men have died", "26 men have died") is RelationKind.CONTRADICTS


def test_differences_hold_the_exact_words_on_both_sides() -> None:
    a, b = "the army has lost fewer than 20 men", "the Front has lost 26 men"
    frame = frame_of(a, b)
    one, other = saying(a, frame), saying(b, frame)
    found = {d.slot: d for d in relation(one, other, 1.0, frame).differences}
    assert found.keys() == {Slot.ACTOR, Slot.NUMBER}
    assert [span.of(one.text) for span in found[Slot.NUMBER].a.spans] == ["fewer than 20"]
    assert [span.of(other.text) for span in found[Slot.NUMBER].b.spans] == ["26"]
    assert found[Slot.ACTOR].a.report == one.report
    assert (found[Slot.ACTOR].a_value, found[Slot.ACTOR].b_value) == ("army", "Front")


def quoting(words: str):
    text = f"News\n\n“{words},” Petra Orsk said."
    return saying(words, frame_of(text), [("Petra Orsk", PERSON, "Petra Orsk", "said")], text)


def test_a_quotation_in_other_words_differs_and_one_cut_short_does_not() -> None:
    whole, cut, other = (
        quoting(w)
        for w in (
            "we will hold the bridge all winter",
            "we will hold the bridge",
            "we shall keep the bridge this winter",
        )
    )
    frame = frame_of(whole.text)
    assert relation(whole, cut, 1.0, frame).differences == ()
    assert [d.slot for d in relation(whole, other, 1.0, frame).differences] == [Slot.QUOTE]


def test_other_words_for_the_government_are_no_other_actor() -> None:
    assert slots_between("the government has left Rusafi", "the regime has left Rusafi") == []


def test_who_is_named_in_another_part_of_the_other_statement_is_no_other_actor() -> None:
    entered = "the Northern Division has entered Rusafi"
    assert Slot.ACTOR in [slot for slot, _, _ in slots_between("the Kharan Front has entered Rusafi", entered)]
    held = "the Northern Division has entered Rusafi, which the Kharan Front had held"
    assert slots_between("the Kharan Front has entered Rusafi", held) == []


def test_reports_of_nobody_in_particular_differ_in_no_actor() -> None:
    assert slots_between("the fighters have left Rusafi", "the army has left Rusafi") == []


def test_the_helper_builds_what_it_says() -> None:
    made = account("News\n\nIt rained.", "Radio Asur", "2023", ("It rained", []))
    assert made.words(made.statements[0].content) == "It rained"


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        ("the boat was hit near Kafra", "the boat was hit off the pier behind Tamra", ("Kafra", "Tamra")),
        (
            "the whole town will be searched",
            "only the school will be searched in the town",
            ("whole town", "school"),
        ),
        (
            "the airbase of Tamra was completely destroyed",
            "the runway was hit at its southern end",
            ("airbase of Tamra was completely destroyed", "southern end"),
        ),
    ],
)
def test_another_place_or_only_a_part_of_it_cannot_both_be(a: str, b: str, values: tuple[str, str]) -> None:
    frame = frame_of(a, b)
    known = {name: Place(name, Span(0, 1), name, Implied("test"), 1.0, "test") for name in ("Kafra", "Tamra")}
    frame = Frame(frame.canon, frame.words, frame.abbreviations, known)
    found = relation(saying(a, frame), saying(b, frame), 1.0, frame).differences
    assert (Slot.PLACE, *values) in [(d.slot, d.a_value, d.b_value) for d in found]


def test_a_headline_that_leaves_out_the_part_is_less_exact() -> None:
    text = "Mill hit in Tamra raid\n\nThe mill was hit at its southern end in the raid."
    made = account(text, "Radio Asur", "2023-05-01", ("Mill hit in Tamra raid", []), (text.split("\n\n")[1], []))
    frame = frame_of(text)
    head, body = (said(made, one, frame.canon) for one in made.statements)
    found = relation(body, head, 1.0, frame)
    assert (found.kind, [d.slot for d in found.differences]) == (RelationKind.NARROWS, [Slot.PLACE])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the pier gave way at 2:40 in the morning", "the pier gave way shortly before midnight"),
        ("the pier was hit in the morning", "the pier was hit at nine in the evening"),
        ("a wave hit men on the pier on Tuesday", "a wave hit men who were fishing from the pier on Wednesday"),
    ],
)
def test_other_hours_and_days_cannot_both_be(a: str, b: str) -> None:
    assert [slot for slot, _, _ in slots_between(a, b)] == [Slot.TIME]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the pier gave way at 2:40 in the morning", "the pier gave way in the night"),
        ("the pier gave way at half past two", "the pier gave way in the afternoon"),
        ("the pier gave way at around 9 o'clock", "the pier gave way shortly after half past nine"),
        ("the pier gave way on Tuesday", "the pier, which had been closed on Monday, gave way"),
    ],
)
def test_hours_that_may_be_one_do_not_differ(a: str, b: str) -> None:
    assert Slot.TIME not in [slot for slot, _, _ in slots_between(a, b)]
