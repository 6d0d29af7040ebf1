from __future__ import annotations

import pytest

from accordingto.capture import capture_text
from accordingto.clean import report_of
from accordingto.model import Block, Report

PROSE = "Shelling was heard again in the east of the town, residents said, and the road to the mill stays closed."


def live(*clocks: str, published: str | None = "2023-05-05") -> Report:
    entries = "\n\n".join(f"{clock}\n\n{PROSE} Entry {n}." for n, clock in enumerate(clocks))
    return report_of(
        capture_text(f"Orvenia live: army enters Rusafi\n\n{PROSE}\n\n{entries}", where="-"), published=published
    )


def stated(blocks: tuple[Block, ...], text: str) -> list[str | None]:
    return [block.at.iso if block.at else None for block in blocks if "Entry" in block.span.of(text)]


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [
        (("00:40", "23:10", "21:05"), ["2023-05-05T00:40", "2023-05-04T23:10", "2023-05-04T21:05"]),
        (("21:05", "23:10", "00:40"), ["2023-05-05T21:05", "2023-05-05T23:10", "2023-05-06T00:40"]),
        (("9:05 GMT", "9:05 GMT", "7:30 GMT"), ["2023-05-05T09:05+00:00", "2023-05-05T09:05+00:00", "2023-05-05T07:30+00:00"]),
        (("12:15 p.m.", "11:10 a.m.", "12:05 a.m."), ["2023-05-05T12:15", "2023-05-05T11:10", "2023-05-05T00:05"]),
    ],
)  # fmt: skip
def test_each_entry_has_its_own_time(clocks: tuple[str, ...], expected: list[str]) -> None:
    report = live(*clocks)
    assert stated(report.blocks, report.text) == expected
    assert report.blocks[0].at is None, "what stands before the entries has no time of its own"


def test_a_clock_without_a_day_is_no_moment() -> None:
    assert not any(block.at for block in live("10:15", "09:40", "08:05", published=None).blocks)
