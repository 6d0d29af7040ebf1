"""The scorer of events."""

import pytest

from accordingto.evaluate.events import check, count, measured, same_date
from accordingto.model import IntegrityError

TEXT = "Rebels shelled Dorva on Tuesday, killing 12 people. The army fled."


def event(span: tuple[int, int], kind: str = "ASSAULT", **fields: object) -> dict[str, object]:
    empty = {
        "actor": [],
        "recipient": [],
        "place": [],
        "date": None,
        "killed": None,
        "injured": None,
        "displaced": None,
    }
    return {"statement": None, "span": list(span), "type": kind, "mode": None, "aux": None, **empty, **fields}


def figures(gold: list[dict[str, object]], predicted: list[dict[str, object]]) -> dict[str, float]:
    return {m.name: m.value for m in measured(count({"doc": "d", "text": TEXT, "events": gold}, predicted))}


SHELLED = event((7, 14), mode="heavy-weapons", actor=[[0, 6]], place=[[15, 20]], date="2023-05-02", killed=[12, 12])


def test_what_is_the_same_is_right() -> None:
    found = figures([SHELLED], [SHELLED])
    for name in ("found", "type", "mode", "aux", "actor", "actor F1", "recipient", "place", "date", "killed"):
        assert found[name] == 100, name


def test_triggers_need_overlap_and_types_are_counted_apart() -> None:
    found = figures([SHELLED], [event((0, 6)), event((7, 14), "COERCE")])
    assert found["found"] == pytest.approx(200 / 3)
    assert found["type"] == 0


def test_of_two_overlapping_the_one_of_the_gold_type_is_paired() -> None:
    assert figures([SHELLED], [event((7, 14), "COERCE"), event((7, 14))])["type"] == pytest.approx(200 / 3)


def test_roles_counts_and_dates_count_where_either_side_tells_them() -> None:
    found = figures([SHELLED], [event((7, 14), actor=[[52, 60]], recipient=[[41, 43]], killed=[12, None])])
    for name in ("mode", "actor", "recipient", "place", "date", "killed"):
        assert found[name] == 0, name


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2023-05-02", "2023-05", True),
        ("2023-W18", "2023-05-02", True),
        ("2023-05-02", "2023-W19", False),
        ("2023-05-02", "2023-05-03", False),
        ("2023-05-02", "2023", False),
        ("2023", "2023", True),
        (None, "2023", False),
    ],
)
def test_dates(a: str | None, b: str | None, same: bool) -> None:
    assert same_date(a, b) is same


@pytest.mark.parametrize(
    "wrong", [event((60, 90)), {k: v for k, v in SHELLED.items() if k != "actor"}, event((7, 14), 3)]
)
def test_what_does_not_fit_the_text_or_lacks_a_field_is_named(wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match="event 1"):
        check({"doc": "d", "text": TEXT}, [wrong], "the gold")
