import pytest

from accordingto.compare.kinds import from_two_places
from accordingto.compare.slots import relation
from accordingto.model import RelationKind, Slot
from tests.compare.words import frame_of, saying


def between(a: str, b: str):
    frame = frame_of(a, b)
    return relation(saying(a, frame), saying(b, frame), 1.0, frame)


def test_a_hedge_that_alone_is_missing_makes_it_more_exact() -> None:
    found = between(
        "the ferry had probably run aground", "a storm hit the coast on Monday, and the ferry had run aground"
    )
    assert found.kind is RelationKind.NARROWS
    assert [d.slot for d in found.differences] == [Slot.CERTAINTY]


def test_beside_other_words_a_hedge_rewords() -> None:
    found = between(
        "its captain is believed to have drowned off Marsa", "the sea took the captain of the ferry off Marsa"
    )
    assert found.kind is RelationKind.REWORDS


def test_who_has_it_from_elsewhere_and_is_surer_is_more_exact() -> None:
    found = between("in all likelihood the captain drowned off Marsa", "the sea off Marsa took the captain")
    assert from_two_places(found.differences) is RelationKind.NARROWS
    assert from_two_places(()) is RelationKind.AGREES


@pytest.mark.parametrize(
    "b",
    [
        "the crew could not save the ferry off Marsa",
        "the ferry sank off Marsa, and the port may be closed until May",
    ],
)
def test_what_nobody_could_do_and_what_is_open_of_another_thing_is_no_hedge(b: str) -> None:
    assert Slot.CERTAINTY not in [d.slot for d in between("the ferry sank off Marsa", b).differences]


@pytest.mark.parametrize(
    ("a", "b", "slot"),
    [
        ("it was not clear who had fired on the ferry", "the ferry was fired on from a patrol boat", Slot.ACTOR),
        ("nobody knows where the ferry sank", "the ferry sank off Marsa", Slot.PLACE),
    ],
)
def test_who_tells_what_another_does_not_know_is_more_exact(a: str, b: str, slot: Slot) -> None:
    found = between(a, b)
    assert (found.kind, [d.slot for d in found.differences]) == (RelationKind.NARROWS, [slot])


def test_what_neither_knows_is_no_difference() -> None:
    assert (
        between("it was not clear who sank the ferry", "it is not known who sank the ferry").kind
        is not RelationKind.NARROWS
    )
