from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.mentions.times.calendar import at_grain, easter, grain_of, instants, interval, nowruz, season_of, shift


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-05-02", date(2023, 5, 2), date(2023, 5, 2)),
        ("2023-05-02TNI", date(2023, 5, 2), date(2023, 5, 2)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-W18", date(2023, 5, 1), date(2023, 5, 7)),
        ("2023-W18-WE", date(2023, 5, 6), date(2023, 5, 7)),
        ("2023-Q2", date(2023, 4, 1), date(2023, 6, 30)),
        ("2023-H2", date(2023, 7, 1), date(2023, 12, 31)),
        ("2022-WI", date(2022, 12, 1), date(2023, 2, 28)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
    ],
)
def test_intervals(value: str, first: date, last: date) -> None:
    assert interval(value) == (first, last)


@pytest.mark.parametrize("value", ["XXXX-WXX-2", "P3W", "PAST_REF", "2023-13", "2023-02-30", "2023-W54", "TNI"])
def test_what_is_not_on_the_calendar(value: str) -> None:
    assert interval(value) is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE"]))
def test_a_day_lies_in_its_own_unit(day: date, unit: str) -> None:
    value = at_grain(day, unit)
    covered = interval(value)
    assert covered is not None
    assert covered[0] <= day <= covered[1]
    assert grain_of(value) == unit


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(-30, 30))
def test_months_move_by_months(day: date, count: int) -> None:
    moved = shift(day, "M", count)
    assert moved is not None
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count
    assert moved.day == day.day or moved.day < day.day


def test_beyond_the_calendar() -> None:
    assert shift(date(9999, 12, 31), "D", 1) is None


@pytest.mark.parametrize(
    ("year", "day"), [(1961, (4, 2)), (2000, (4, 23)), (2019, (4, 21)), (2023, (4, 9)), (2024, (3, 31))]
)
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


@pytest.mark.parametrize(("year", "day"), [(1979, 21), (1996, 20), (2003, 21), (2023, 21), (2024, 20), (2025, 21)])
def test_nowruz(year: int, day: int) -> None:
    assert nowruz(year) == date(year, 3, day)


def test_seasons() -> None:
    assert season_of(date(2023, 1, 9)) == (2022, "WI")
    assert season_of(date(2023, 9, 1)) == (2023, "FA")


def test_days_as_instants() -> None:
    day = date(2023, 5, 2)
    assert instants(day, day, "+03:00") == (datetime(2023, 5, 1, 21, tzinfo=UTC), datetime(2023, 5, 2, 21, tzinfo=UTC))
    first, last = instants(day, day, None)
    assert (first, last) == (datetime(2023, 5, 1, 10, tzinfo=UTC), datetime(2023, 5, 3, 12, tzinfo=UTC))
