"""What time makes of two statements that cannot both be: an update, a word taken back, or neither."""

import pytest

from accordingto.compare.lapse import Lapse
from accordingto.compare.normalise import canon_of
from accordingto.compare.said import said_of
from accordingto.compare.slots import Frame, relation
from accordingto.model import RelationKind
from tests.compare.build import account
from tests.compare.words import WORDS


def kind(a: str, b: str, *, same_source: bool, beside: str = "", headline: str = "News", days: int = 0) -> RelationKind:
    """What b, published an hour or some days later, with a sentence beside it, is to a."""
    one = account(f"News\n{a}.", "Beldar Post", "2023-05-16T10:00+00:00", (a, []))
    other = account(f"{headline}\n{b}. {beside}", "Dornik Times", f"2023-05-{16 + days}T11:00+00:00", (b, []))
    canon = canon_of([one.report.text, other.report.text], WORDS)
    x, y = said_of(one, canon)[0], said_of(other, canon)[0]
    return Lapse(WORDS).kind(x, y, relation(x, y, 1.0, Frame(canon, WORDS, {})), same_source=same_source)


FORTY = "The brigade broke the truce 40 times on Monday"


@pytest.mark.parametrize(
    ("later", "beside", "same_source", "found"),
    [
        ("The brigade broke the truce 31 times on Monday, not 40", "", True, RelationKind.WITHDRAWS),
        ("The brigade broke the truce 31 times on Monday, not 40", "", False, RelationKind.CONTRADICTS),
        (
            "The brigade broke the truce 31 times on Monday instead of the 40",
            "Six cases had been counted twice.",
            False,
            RelationKind.WITHDRAWS,
        ),
        ("The brigade broke the truce 31 times on Monday, not 38", "", True, RelationKind.CONTRADICTS),
        ("The brigade broke the truce 31 times on Monday", "The mission made a mistake.", True, RelationKind.WITHDRAWS),
        (
            "The brigade broke the truce 31 times on Monday",
            "The mission made a mistake.",
            False,
            RelationKind.CONTRADICTS,
        ),
    ],
)
def test_a_number_is_taken_back_by_whoever_gave_it(
    later: str, beside: str, same_source: bool, found: RelationKind
) -> None:
    assert kind(FORTY, later, same_source=same_source, beside=beside) is found


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("Seven villagers were killed", "The number of villagers killed has risen to 12", RelationKind.UPDATES),
        ("Seven villagers were killed", "The number of villagers killed now stands at five", RelationKind.CONTRADICTS),
        (
            "Not a single villager was killed",
            "The number of villagers killed has risen to 12",
            RelationKind.CONTRADICTS,
        ),
        ("Seven pumps are broken", "Only three pumps are still broken", RelationKind.UPDATES),
    ],
)
def test_what_has_changed_can_have_changed_from_what_another_source_said(a: str, b: str, found: RelationKind) -> None:
    assert kind(a, b, same_source=False) is found


def test_of_one_source_any_word_of_change_is_enough() -> None:
    assert kind("Nobody was killed", "Two villagers have since died", same_source=True) is RelationKind.UPDATES


def test_a_bound_that_falls_out_is_no_update() -> None:
    bound, plain = "Up to 400 people may have to leave", "400 people may now have to leave"
    assert kind(bound, plain, same_source=True) is RelationKind.NARROWS


def test_a_correction_of_one_thing_takes_nothing_back_that_is_only_finer() -> None:
    a, b = "At least three villagers were killed", "Four villagers were killed"
    assert kind(a, b, same_source=True, headline="Correction: the colour of the bus") is RelationKind.NARROWS
