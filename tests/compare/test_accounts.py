from dataclasses import replace
from pathlib import PurePath

import pytest

from accordingto.compare.accounts import before, canonical_order, interval, outlet_of, sentence_of
from accordingto.model import Field, Moment, Span
from tests.compare.build import account


def at(when: str | None):
    return account(f"News\n\nSomething happened {when}.", "Radio Asur", when).report


@pytest.mark.parametrize(
    ("a", "b", "known"),
    [
        ("2023-05-01T10:00+03:00", "2023-05-01T08:00+00:00", True),
        ("2023-05-01T10:00+00:00", "2023-05-01T10:00+03:00", False),
        ("2023-05-01T10:00", "2023-05-01T18:00", None),
        ("2023-05-01T10:00", "2023-05-03T10:00", True),
        ("2023-05-01", "2023-05-01T12:00+00:00", None),
        ("2023-05", "2023-07-01", True),
        ("2023", "2025-01-01", True),
        (None, "2023-05-01", None),
    ],
)
def test_order_is_known_only_where_publication_cannot_overlap(a: str | None, b: str, known: bool | None) -> None:
    assert before(at(a), at(b)) is known
    assert before(at(b), at(a)) is (None if known is None else not known)


@pytest.mark.parametrize("local", ["2023-12", "2023", "2023-12-31", "2023-12-31T23:59", "2023-12-31T23:59:59"])
def test_a_moment_covers_an_interval_of_its_precision(local: str) -> None:
    found = interval(Moment(local, "+00:00"))
    assert found is not None
    assert found[0] < found[1]
    assert found[1].isoformat().startswith("2024-01-01T00:00")


def test_what_is_no_time_covers_nothing() -> None:
    assert interval(Moment("soon", None)) is None


def test_the_order_given_changes_nothing() -> None:
    made = [account(f"News {when}", "Radio Asur", when) for when in ("2023-05-02", "2023-05-01", None)]
    assert canonical_order(made) == canonical_order(made[::-1]) == [made[1], made[0], made[2]]


def test_a_sentence_is_the_whole_one_and_stays_in_its_block() -> None:
    report = account("Head line\n\nGen. Nadim Hazrun spoke. He left at 5 p.m. on Monday.", "Radio Asur", None).report
    start = report.text.index("left")
    assert sentence_of(report, (Span(start, start + 4),)).of(report.text) == "He left at 5 p.m. on Monday."


def test_an_outlet_is_named_by_the_report_or_by_its_file() -> None:
    made = account("News", "Radio Asur", None)
    assert outlet_of(made) == "Radio Asur"


def test_an_address_that_is_none_names_no_outlet() -> None:
    made = account("News\n\nSomething happened.", "Radio Asur", None)
    bad = replace(made, report=replace(made.report, outlet=None, url=Field("http://[", "meta:canonical")))
    assert outlet_of(bad) == (PurePath(made.where).stem or made.report.id)
