from __future__ import annotations

import pytest

from accordingto.capture import capture_text
from accordingto.clean import report_of
from accordingto.model import Block, BlockKind, Report

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


ENTRY = "The army says that it took the bus station, our correspondent in the town reports from its roof."


def stamped(text: str, published: str | None = None) -> list[tuple[str, str | None, str]]:
    """The blocks that open an entry: their words, time and rule."""
    report = report_of(capture_text(text), published=published)
    return [
        (b.span.of(report.text), b.at.iso if b.at else None, b.by)
        for b in report.blocks
        if b.by.startswith(("text:entry-time", "text:entry-age"))
    ]


def blog(*entries: str, head: str = "4 May 2023") -> str:
    return "\n\n".join(["Orvenia live: army enters Rusafi", head, *(f"{stamp}\n{ENTRY}" for stamp in entries)])


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("14:35 GMT", "2023-05-04T14:35+00:00"),
        ("Posted at 14:35", "2023-05-04T14:35"),
        ("(14:35)", "2023-05-04T14:35"),
        ("14.35 CEST", "2023-05-04T14:35+02:00"),
        ("2.35pm BST", "2023-05-04T14:35"),
    ],
)
def test_stamps_of_scraped_entries(written: str, iso: str) -> None:
    assert stamped(blog(written, "13:02", "12:10"))[0] == (written, iso, "text:entry-time")


def test_an_age_is_no_time() -> None:
    found = stamped(blog("2h ago", "3 hours ago", "5h ago"))
    assert [(at, by) for _, at, by in found] == [(None, "text:entry-age")] * 3
    assert all(block.at is None for block in report_of(capture_text(blog("2h ago", "3h ago"))).blocks)


def test_an_entry_after_an_age_alone_has_not_the_time_before() -> None:
    report = report_of(capture_text(blog("14:35", "13:02", "2h ago", "3h ago")))
    assert [b.at.iso if b.at else None for b in report.of_kind(BlockKind.PARAGRAPH)] == [
        "2023-05-04T14:35", "2023-05-04T13:02", None, None,
    ]  # fmt: skip


def test_entries_with_days_of_their_own() -> None:
    found = stamped(
        f"Orvenia live: army enters Rusafi\n\n{ENTRY}\n\n"
        + blog("5 May 2023, 00:40", "4 May 2023, 23:10", head="")[34:]
    )
    assert [at for _, at, _ in found] == ["2023-05-05T00:40", "2023-05-04T23:10"]
    assert {by for _, _, by in found} == {"text:entry-time"}


def test_a_live_blog_without_another_date_is_dated_by_its_newest_entry() -> None:
    report = report_of(
        capture_text(f"Orvenia live\n\n{ENTRY}\n\n4 May 2023, 23:10\n\n{ENTRY}\n\n5 May 2023, 00:40\n\n{ENTRY}")
    )
    assert report.published is not None
    assert (report.published.value.iso, report.published.read_from) == ("2023-05-05T00:40", "text:entry-time")


def test_lines_with_a_day_between_the_entries_set_it() -> None:
    text = blog("09:12", "23:05") + "\n\n5 May 2023\n\n" + f"08:10\n{ENTRY}\n\n10:20\n{ENTRY}"
    found = stamped(text)
    assert [at for _, at, _ in found] == [
        "2023-05-04T09:12",
        "2023-05-04T23:05",
        "2023-05-05T08:10",
        "2023-05-05T10:20",
    ]
    assert {by for _, _, by in found} == {"text:entry-time"}


def test_a_day_that_only_the_clock_tells_is_said_to_be_so() -> None:
    found = stamped(blog("00:40", "23:10", "21:05", head="5 May 2023, 00:45"))
    assert [(at, by) for _, at, by in found] == [
        ("2023-05-05T00:40", "text:entry-time"),
        ("2023-05-04T23:10", "text:entry-time-past-midnight"),
        ("2023-05-04T21:05", "text:entry-time-past-midnight"),
    ]


def test_without_any_day_a_clock_time_is_no_moment() -> None:
    assert [at for _, at, _ in stamped(blog("14:35", "13:02", head=""))] == [None, None]
