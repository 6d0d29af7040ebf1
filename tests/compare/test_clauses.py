import pytest

from accordingto.compare.clauses import clauses
from accordingto.compare.slots import relation
from accordingto.compare.standing import agents_differ, stands
from tests.compare.words import frame_of, saying


def parts(content: str) -> list[list[str]]:
    frame = frame_of(content)
    return [[span.of(one.text) for span in one.parts] for one in clauses(saying(content, frame, ()), frame)]


def test_a_statement_is_cut_where_another_subject_begins() -> None:
    assert parts("The drivers left and the mine was damaged") == [["The drivers left"], ["the mine was damaged"]]
    assert parts("The mine was damaged; the drivers were asleep") == [
        ["The mine was damaged"],
        ["the drivers were asleep"],
    ]
    assert parts("The army and its allies left the town") == [["The army and its allies left the town"]]
    assert parts("They stopped the lorries and took the flour") == [["They stopped the lorries and took the flour"]]


def test_a_relative_clause_is_one_of_its_own() -> None:
    assert parts("The boat, which had no flag, was 60 miles from the port") == [
        ["The boat", "was 60 miles from the port"],
        ["which had no flag"],
    ]


def slots(a: str, b: str) -> list[str]:
    """The differences between two contents that stand."""
    frame = frame_of(a, b)
    one, other = saying(a, frame, ()), saying(b, frame, ())
    return [d.slot.value for d in relation(one, other, 1.0, frame).differences if stands(d, one, other, frame)]


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("The mine was not damaged", "The mine was damaged", ["polarity"]),
        ("Her fighters will not attack the bridges", "Her fighters will leave the bridges alone", []),
        ("The coalition left the two towns", "The Front left the two towns", ["actor"]),
        ("12,000 people left the suburb", "Twelve thousand people left the suburb", []),
        ("The army shelled the camp", "The camp was shelled", []),
        ("Five fighters died in the town", "Six fighters died in the town", ["number"]),
        ("Five fighters died in the town", "Fighters died in the town after two days", []),
    ],
)
def test_a_difference_stands_only_where_both_speak_of_the_same(a: str, b: str, found: list[str]) -> None:
    assert slots(a, b) == found


def agents(a: str, b: str) -> tuple[str, str] | None:
    frame = frame_of(a, b)
    one, other = saying(a, frame, ()), saying(b, frame, ())
    found = agents_differ(one, other, frame)
    return (found[0].of(one.text), found[1].of(other.text)) if found else None


def test_who_acts_in_a_passive_stands_after_its_by() -> None:
    brokered = "The exchange was brokered by the envoy of Talmark"
    assert agents(brokered, "The exchange was brokered by Ishrat") == ("envoy of Talmark", "Ishrat")
    assert agents("Talmark brokered the exchange", "The exchange was brokered by Ishrat") == ("Talmark", "Ishrat")
    assert agents(brokered, "The exchange was brokered by Talmark") is None
    assert agents("The drones came from the west", "The drones were launched by the coalition from the west") is None
    assert agents("Talmark brokered the exchange", "Ishrat brokered the exchange") is None
