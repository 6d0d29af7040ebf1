from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.clean.dates import find_dates
from accordingto.clean.moments import machine_moment
from accordingto.resources.cleaning import open_clean_rules

RULES = open_clean_rules()


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("December 28, 2017 at 2:07 pm", "2017-12-28T14:07"),
        ("Aug. 25, 2023 8:05 AM", "2023-08-25T08:05"),
        ("Published on 19 September 2023 at 17:40", "2023-09-19T17:40"),
        ("Thursday 6 April 2023, 08h15", "2023-04-06T08:15"),
        ("5 December 2023, 22.05", "2023-12-05T22:05"),
        ("2024-05-01 10:30 UTC+2", "2024-05-01T10:30+02:00"),
        ("1st of May 2024", "2024-05-01"),
        ("14:20 GMT, 22 March 2023", "2023-03-22T14:20+00:00"),
        ("22 March 2023 14:20 CET", "2023-03-22T14:20+01:00"),
        ("12:00 AM, February 28, 2023", "2023-02-28T00:00"),
        ("31/12/2023", "2023-12-31"),
        ("12/31/2023", "2023-12-31"),
        ("03.04.2023", "2023-04-03"),
        ("October 2023", "2023-10"),
    ],
)
def test_what_is_stated_is_read(line: str, iso: str) -> None:
    (found,) = find_dates(line, RULES)
    assert found.moment is not None
    assert found.moment.iso == iso


def test_an_ambiguous_order_stays_a_year() -> None:
    (found,) = find_dates("03/04/2023", RULES)
    assert found.moment is not None
    assert found.moment.local == "2023"


@pytest.mark.parametrize("line", ["27 NOV, 16:10", "Tuesday 30 May", "March 22"])
def test_without_a_year_there_is_no_moment(line: str) -> None:
    (found,) = find_dates(line, RULES)
    assert found.moment is None
    assert line[found.start : found.end] == line


@pytest.mark.parametrize("line", ["May the army leave", "2,000 people fled", "section 3.4.2", "in 2017", "40 March"])
def test_what_is_no_date(line: str) -> None:
    assert not [d for d in find_dates(line, RULES) if d.moment and d.moment.date]


@given(st.text(alphabet=st.sampled_from("0123456789 :./-,JanuaryMch apmTZ+20"), max_size=60))
def test_spans_lie_inside_and_in_order(line: str) -> None:
    at = 0
    for found in find_dates(line, RULES):
        assert at <= found.start < found.end <= len(line)
        at = found.end


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2024-05-01T10:00:00.123+02:00", "2024-05-01T10:00:00+02:00"),
        ("2024-05-01T10:00Z", "2024-05-01T10:00+00:00"),
        ("20240501T100000+0200", "2024-05-01T10:00:00+02:00"),
        ("2024-05-01 10:00:00", "2024-05-01T10:00:00"),
        ("2024-05-01", "2024-05-01"),
        ("Wed, 01 May 2024 10:00:00 GMT", "2024-05-01T10:00:00+00:00"),
        ("1714557600", "2024-05-01T10:00:00+00:00"),
        ("May 1, 2024 10:00 am EST", "2024-05-01T10:00-05:00"),
    ],
)
def test_machine_dates(value: str, iso: str) -> None:
    found = machine_moment(value, RULES)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize("value", ["", "yesterday", "0000-00-00", "1", "12 o'clock"])
def test_no_machine_date(value: str) -> None:
    assert machine_moment(value, RULES) is None
