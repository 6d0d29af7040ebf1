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


def test_what_neither_knows_is_no_difference() -> None:
    assert (
        between("it was not clear who sank the ferry", "it is not known who sank the ferry").kind
        is not RelationKind.NARROWS
    )
