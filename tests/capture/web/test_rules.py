"""Headers, robots.txt, turns, backoff and unpacking, each by a clock of its own."""

from __future__ import annotations

import gzip
import zlib
from itertools import pairwise
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.capture.web.backoff import Backoff
from accordingto.capture.web.headers import content_type, fresh_for, retry_after
from accordingto.capture.web.robots import (
    LONGEST,
    RETRY,
    SHORTEST,
    MemoryShelf,
    Robots,
    RobotsAnswer,
    copy_of,
)
from accordingto.capture.web.turns import Clock, MemoryGate, NotYet, Turns
from accordingto.capture.web.unpack import unpacked
from accordingto.model import NotFetched, TooLarge
from tests.capture.web.time import FakeClock

NOON = 1_700_000_000.0
ORIGIN = "https://ledger.example"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Tue, 14 Nov 2023 22:14:20 GMT", 60.0),
        ("Tue, 14 Nov 2000 22:14:20 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        ("", None),
        (None, None),
        ("99999999999", 7 * 86400.0),
    ],
)
def test_retry_after(value: str | None, expected: float | None) -> None:
    assert retry_after(value, NOON) == expected


def test_how_long_an_answer_is_good_for() -> None:
    assert fresh_for("public, max-age=600") == 600.0
    assert fresh_for("s-maxage=5") is None
    assert fresh_for("no-cache") is None
    assert fresh_for(None) is None


def test_content_type() -> None:
    assert content_type("Text/HTML; charset=windows-1256") == ("text/html", "windows-1256")
    assert content_type('text/html; charset="utf-8"') == ("text/html", "utf-8")
    assert content_type("nonsense") == ("", None)
    assert content_type(None) == ("", None)


@pytest.mark.parametrize(
    ("status", "allowed"), [(200, False), (404, True), (403, True), (429, False), (500, False), (None, False)]
)
def test_what_an_answer_about_robots_means(status: int | None, allowed: bool) -> None:
    answer = RobotsAnswer(status, "User-agent: *\nDisallow: /" if status == 200 else "")
    robots = Robots(lambda origin: answer, MemoryShelf(), lambda: NOON)
    assert robots.rules(ORIGIN).allows(f"{ORIGIN}/page") is allowed


def test_rules_for_this_program_win_over_those_for_all() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: accordingto\nDisallow: /private/\nAllow: /private/open\nCrawl-delay: 7"
    rules = Robots(lambda origin: RobotsAnswer(200, text), MemoryShelf(), lambda: NOON).rules(ORIGIN)
    assert rules.allows(f"{ORIGIN}/page")
    assert not rules.allows(f"{ORIGIN}/private/x")
    assert rules.allows(f"{ORIGIN}/private/open")
    assert rules.delay == 7.0


def test_a_copy_is_kept_a_day_at_most_and_an_hour_at_least() -> None:
    for fresh, kept in ((None, LONGEST), (10 * LONGEST, LONGEST), (5.0, SHORTEST), (7200.0, 7200.0)):
        copy = copy_of(ORIGIN, RobotsAnswer(200, "", fresh), now=NOON, before=None)
        assert copy.expires == NOON + kept


def test_a_robots_txt_that_cannot_be_had_is_asked_for_again_ever_later() -> None:
    copy = None
    waits = []
    for _ in range(12):
        copy = copy_of(ORIGIN, RobotsAnswer(503, reason="status 503"), now=NOON, before=copy)
        assert copy.rules is None
        waits.append(copy.expires - NOON)
    assert waits[:3] == [RETRY, 2 * RETRY, 4 * RETRY]
    assert waits[-1] == LONGEST


def test_it_is_asked_for_once_while_its_copy_is_good() -> None:
    clock, asked = FakeClock(), []

    def ask(origin: str) -> RobotsAnswer:
        asked.append(clock.now())
        return RobotsAnswer(200, "", 7200.0)

    robots = Robots(ask, MemoryShelf(), clock.now)
    for _ in range(4):
        robots.rules(ORIGIN)
        clock.sleep(3000)
    assert len(asked) == 2


def _turns(clock: FakeClock, *, together: int = 1, patience: float = 100.0) -> Turns:
    return Turns(MemoryGate(), Clock(clock.now, clock.sleep), together, 60.0, patience)


def test_a_host_is_left_alone_between_turns() -> None:
    clock = FakeClock()
    turns = _turns(clock)
    starts = []
    for _ in range(3):
        with turns.turn("ledger.example", 2.0):
            starts.append(clock.now())
            clock.sleep(0.5)
    with turns.turn("other.example", 2.0):
        other = clock.now()
    assert [b - a for a, b in pairwise(starts)] == [2.5, 2.5]
    assert other == starts[-1] + 0.5


def test_a_host_that_asked_for_rest_gets_it_and_nobody_stands_in_line() -> None:
    clock = FakeClock()
    turns = _turns(clock, patience=5.0)
    with turns.turn("ledger.example", 2.0) as turn:
        turn.not_before = clock.now() + 300
    with pytest.raises(NotYet) as caught, turns.turn("ledger.example", 2.0):
        pass
    assert caught.value.at == clock.start + 300


def test_no_more_are_under_way_at_one_host_than_may_be() -> None:
    gate = MemoryGate()
    assert gate.enter("h", now=0.0, until=9.0, together=2) == 0.0
    assert gate.enter("h", now=0.0, until=9.0, together=2) == 0.0
    assert gate.enter("h", now=0.0, until=9.0, together=2) > 0
    gate.leave("h", not_before=0.0)
    assert gate.enter("h", now=1.0, until=9.0, together=2) == 0.0


def test_a_turn_is_given_back_where_the_request_fails() -> None:
    turns = _turns(FakeClock())
    with pytest.raises(ValueError, match="broken"), turns.turn("h", 1.0):
        raise ValueError("broken")
    with turns.turn("h", 1.0):
        pass


def test_threads_do_not_overlap_at_one_host() -> None:
    inside: list[int] = []
    most: list[int] = []
    turns = Turns(MemoryGate(), Clock(), 1, 60.0, 100.0)

    def work() -> None:
        for _ in range(5):
            with turns.turn("h", 0.001):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    assert len(most) == 30


@given(st.integers(1, 20), st.floats(0, 1), st.none() | st.floats(0, 1e5))
def test_backoff_is_within_its_bounds(tried: int, drawn: float, after: float | None) -> None:
    backoff = Backoff(base=10, longest=600, tries=8)
    wait = backoff.wait(tried, after=after, draw=lambda: drawn)
    if tried >= 8:
        assert wait is None
    else:
        assert wait is not None
        assert (after or 0) <= wait <= (after or 0) + min(600, 10 * 2 ** (tried - 1))


def test_backoff_doubles() -> None:
    backoff = Backoff(base=10, longest=60, tries=9)
    assert [backoff.wait(n, draw=lambda: 1.0) for n in range(1, 6)] == [10, 20, 40, 60, 60]


def _pieces(data: bytes, size: int = 50) -> list[bytes]:
    return [data[i : i + size] for i in range(0, len(data), size)]


@given(st.binary(min_size=1, max_size=2000), st.sampled_from(["gzip", "deflate", "raw", "two", "identity"]))
def test_what_was_packed_comes_out(data: bytes, how: str) -> None:
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(data),
        "deflate": zlib.compress(data),
        "raw": raw.compress(data) + raw.flush(),
        "two": gzip.compress(data[:7]) + gzip.compress(data[7:]),
        "identity": data,
    }[how]
    coding = {"two": "gzip", "raw": "deflate"}.get(how, how)
    assert b"".join(unpacked(_pieces(packed), coding, limit=2000, where="page")) == data


def test_a_bomb_is_stopped_at_the_limit() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    made: list[int] = []
    with pytest.raises(TooLarge):
        made.extend(map(len, unpacked([bomb], "gzip", limit=1_000_000, where="page")))
    assert sum(made) <= 1_000_000


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip"])
def test_what_was_not_asked_for_is_not_unpacked(coding: str) -> None:
    with pytest.raises(NotFetched, match="not asked for"):
        list(unpacked([b"x"], coding, limit=10, where="page"))


def test_what_is_broken_or_cut_off_is_not_kept() -> None:
    packed = gzip.compress(b"Selmar was quiet. " * 50)
    with pytest.raises(NotFetched, match="cut off"):
        list(unpacked([packed[:-20]], "gzip", limit=10_000, where="page"))
    with pytest.raises(NotFetched, match="damaged"):
        list(unpacked([b"no gzip at all"], "gzip", limit=10_000, where="page"))
