"""The frontier in the store, on both databases: each thing once, to one program at a time, whatever happens to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from accordingto.capture.feeds import Feed, Item
from accordingto.capture.web.manners import Kind
from accordingto.capture.web.robots import RobotsCopy
from accordingto.model import NotFetched
from accordingto.pipeline.frontier import Job, Settled, State, Wanted
from accordingto.store.schema.keeping import case_reports
from accordingto.store.schema.watch import watch_fetches, watch_finds
from accordingto.store.store import Store
from accordingto.store.watch import StoreFrontier
from tests.store.made import unread

A, B = "https://ledger.example", "https://coast.example"
NOON = 1_700_000_000.0
RSS = Wanted(f"{A}/rss", every=900.0, outlet="Gulf Ledger", cases=("selmar",))
OTHER = Wanted(f"{B}/rss", every=900.0, cases=("coast", "selmar"))


@pytest.fixture
def frontier(store: Store) -> StoreFrontier:
    made = StoreFrontier(store)
    made.watch([RSS], now=NOON)
    return made


def _claim(frontier: StoreFrontier, now: float = NOON, *, together: int = 1, since: float | None = None) -> Job | None:
    return frontier.claim(now=now, until=now + 60, together=together, since=since)


def _all(frontier: StoreFrontier, now: float = NOON) -> list[Job]:
    return list(iter(lambda: _claim(frontier, now, together=100), None))


def _list(frontier: StoreFrontier, *items: Item | str, now: float = NOON, job: Job | None = None) -> int:
    job = job or _claim(frontier, now)
    assert job is not None
    assert job.kind is Kind.FEED
    made = tuple(Item(item) if isinstance(item, str) else item for item in items)
    return frontier.listed(job, Feed("rss", made), Settled(job.key, State.WAITING, now, now + 900, etag='"1"'))


def _done(job: Job, now: float = NOON) -> Settled:
    return Settled(job.key, State.DONE, now)


def test_a_feed_is_claimed_first_then_what_it_lists(frontier: StoreFrontier) -> None:
    assert _list(frontier, f"{A}/a?utm_source=rss", f"{A}/b", f"{A}/a") == 2
    first, second = _claim(frontier), _claim(frontier, together=2)
    assert first is not None
    assert second is not None
    assert (first.url, first.address) == (f"{A}/a?utm_source=rss", f"{A}/a")
    assert (first.outlet, first.cases) == ("Gulf Ledger", ("selmar",))
    assert second.address == f"{A}/b"
    assert _claim(frontier, together=3) is None


def test_a_host_has_so_many_under_way_and_no_more(frontier: StoreFrontier) -> None:
    _list(frontier, f"{A}/a", f"{A}/b", f"{B}/c")
    one, other = _claim(frontier), _claim(frontier)
    assert {one.address, other.address} == {f"{A}/a", f"{B}/c"}  # type: ignore[union-attr]
    assert _claim(frontier) is None
    frontier.fetched(next(job for job in (one, other) if job and job.address == f"{A}/a"))
    third = _claim(frontier)
    assert third is not None
    assert third.address == f"{A}/b"


def test_what_one_program_has_the_other_does_not_get_until_the_lease_ends(
    store: Store, frontier: StoreFrontier
) -> None:
    second = StoreFrontier(store)
    second.watch([RSS], now=NOON)
    _list(frontier, f"{A}/a")
    job = _claim(frontier)
    assert job is not None
    assert _claim(second, NOON + 59, together=9) is None
    frontier.renew(until=NOON + 120)
    assert _claim(second, NOON + 61, together=9) is None
    taken = _claim(second, NOON + 121)
    assert taken is not None
    assert taken.key == job.key


def test_what_was_fetched_and_not_kept_is_fetched_again(store: Store, frontier: StoreFrontier) -> None:
    _list(frontier, f"{A}/a")
    job = _claim(frontier)
    assert job is not None
    frontier.fetched(job)
    assert _claim(frontier, NOON + 59, together=9) is None
    again = _claim(frontier, NOON + 61)
    assert again is not None
    assert again.key == job.key


@pytest.mark.parametrize("fetched", [False, True])
def test_letting_go(frontier: StoreFrontier, fetched: bool) -> None:
    _list(frontier, f"{A}/a")
    job = _claim(frontier)
    assert job is not None
    if fetched:
        frontier.fetched(job)
    frontier.release()
    assert _claim(frontier) is not None


def test_a_report_and_that_its_page_is_done_are_one_transaction(store: Store, frontier: StoreFrontier) -> None:
    _list(frontier, f"{A}/a")
    job = _claim(frontier)
    assert job is not None
    store.put(unread("Selmar was quiet.", url=job.url, where=job.url, cases=job.cases, given={"watch": _done(job)}))
    assert frontier.states() == {State.DONE: 1}
    with store.looking() as connection:
        assert connection.scalar(select(watch_fetches.c.report_key).where(watch_fetches.c.key == job.key)) is not None
    assert _all(frontier, NOON + 10_000)[0].kind is Kind.FEED
    assert _all(frontier, NOON + 10_000) == []


def test_a_transaction_that_fails_leaves_the_page_to_be_fetched(store: Store, frontier: StoreFrontier) -> None:
    _list(frontier, f"{A}/a")
    job = _claim(frontier)
    assert job is not None
    with pytest.raises(AttributeError):
        store.put(unread("Selmar was quiet.", url=job.url, given={"watch": "broken"}))
    assert store.count() == 0
    assert frontier.states() == {State.WAITING: 1}


def test_listing_again_changes_nothing_unless_the_feed_says_so(frontier: StoreFrontier) -> None:
    item = Item(f"{A}/a", updated="2023-11-14T10:00:00Z")
    _list(frontier, item)
    job = _claim(frontier)
    assert job is not None
    frontier.settle(replace(_done(job), etag='"7"'))
    later = NOON + 1000
    assert _list(frontier, item, now=later) == 0
    assert _all(frontier, later) == []
    assert _list(frontier, replace(item, updated="2023-11-14T12:00:00Z"), now=later + 1000) == 1
    again = _claim(frontier, later + 1000)
    assert again is not None
    assert (again.key, again.etag) == (job.key, '"7"')


@pytest.mark.parametrize("state", [State.FAILED, State.FORBIDDEN])
def test_what_failed_gets_another_try_a_day_later_if_it_is_still_listed(frontier: StoreFrontier, state: State) -> None:
    _list(frontier, f"{A}/a")
    job = _claim(frontier)
    assert job is not None
    frontier.settle(Settled(job.key, state, NOON, tries=5, message="no"))
    assert _list(frontier, f"{A}/a", now=NOON + 1000) == 0
    assert _list(frontier, f"{A}/a", now=NOON + 86_500) == 1
    again = _claim(frontier, NOON + 86_500)
    assert again is not None
    assert again.tries == 0


def test_only_what_is_watched_is_claimed(store: Store, frontier: StoreFrontier) -> None:
    _list(frontier, f"{A}/a", f"{A}/shared")
    second = StoreFrontier(store)
    second.watch([OTHER], now=NOON)
    assert _list(second, f"{A}/shared", f"{B}/c") == 1
    jobs = {job.address: job for job in _all(second)}
    assert set(jobs) == {f"{A}/shared", f"{B}/c"}
    assert jobs[f"{A}/shared"].cases == ("coast", "selmar")
    assert [job.address for job in _all(frontier)] == [f"{A}/a"]


def test_a_page_of_two_feeds_goes_into_the_collections_of_both_whichever_came_first(
    store: Store, frontier: StoreFrontier
) -> None:
    _list(frontier, f"{A}/a")
    job = _claim(frontier)
    assert job is not None
    store.put(unread("Selmar was quiet.", url=job.url, cases=job.cases, given={"watch": _done(job)}))
    frontier.watch([RSS, OTHER], now=NOON)
    _list(frontier, f"{A}/a", job=_claim(frontier))
    assert list(store.reports(case="coast")) == list(store.reports(case="selmar"))
    frontier.watch([replace(RSS, cases=("harbour",))], now=NOON)
    assert len(list(store.reports(case="harbour"))) == 1
    with store.looking() as connection:
        assert connection.scalar(select(func.count()).select_from(case_reports)) == 3


def test_a_redirect_waits_in_the_place_of_its_page(store: Store, frontier: StoreFrontier) -> None:
    _list(frontier, f"{A}/old", f"{A}/older", f"{B}/new")
    jobs = {job.address: job for job in _all(frontier)}
    frontier.moved(jobs[f"{A}/old"], f"{B}/new", now=NOON)
    frontier.moved(jobs[f"{A}/older"], f"{B}/newest?fbclid=1", now=NOON)
    assert frontier.states() == {State.MOVED: 2, State.WAITING: 2}
    found = _claim(frontier, NOON, together=9)
    assert found is not None
    assert (found.address, found.url, found.hops, found.cases) == (
        f"{B}/newest",
        f"{B}/newest?fbclid=1",
        1,
        ("selmar",),
    )
    with store.looking() as connection:
        assert connection.scalar(select(func.count()).select_from(watch_finds)) == 4


def test_a_circle_of_redirects_is_told(frontier: StoreFrontier) -> None:
    _list(frontier, f"{A}/1")
    for leads_to in (f"{A}/2", f"{A}/3"):
        job = _claim(frontier)
        assert job is not None
        frontier.moved(job, leads_to, now=NOON)
    last = _claim(frontier)
    assert last is not None
    with pytest.raises(NotFetched, match="circle"):
        frontier.moved(last, f"{A}/1", now=NOON)
    with pytest.raises(NotFetched, match="given up"):
        frontier.moved(replace(last, hops=10), f"{A}/4", now=NOON)


def test_sitemaps_of_an_index_are_looked_at_when_it_says_that_they_changed(frontier: StoreFrontier) -> None:
    def index(updated: str | None, now: float) -> None:
        job = _claim(frontier, now)
        assert job is not None
        assert job.depth == 0
        feed = Feed("index", (), sitemaps=(Item(f"{A}/s1", updated=updated), Item(f"{A}/s2", updated="2023")))
        frontier.listed(job, feed, Settled(job.key, State.WAITING, now, now + 900))

    index("2023-11-14", NOON)
    below = _all(frontier)
    assert [(job.address, job.depth) for job in below] == [(f"{A}/s1", 1), (f"{A}/s2", 1)]
    for job in below:
        frontier.listed(job, Feed("sitemap", (Item(f"{A}/a"),)), Settled(job.key, State.WAITING, NOON, 1e12))
    page = _claim(frontier)
    assert page is not None
    assert page.cases == ("selmar",)
    frontier.settle(_done(page))
    index("2023-11-14", NOON + 1000)
    assert _all(frontier, NOON + 1000) == []
    index("2023-11-15", NOON + 2000)
    assert [job.address for job in _all(frontier, NOON + 2000)] == [f"{A}/s1"]


def test_a_single_pass_looks_at_a_feed_once_and_tries_again_what_failed(frontier: StoreFrontier) -> None:
    job = _claim(frontier, since=NOON)
    assert job is not None
    frontier.settle(Settled(job.key, State.WAITING, NOON, NOON + 1, tries=1, message="status 503"))
    again = _claim(frontier, NOON + 2, since=NOON)
    assert again is not None
    frontier.settle(Settled(job.key, State.WAITING, NOON + 2, NOON + 2))
    assert _claim(frontier, NOON + 3, since=NOON) is None
    assert frontier.due(since=NOON) is None
    assert _claim(frontier, NOON + 3, since=NOON + 3) is not None


def test_when_the_next_thing_is_due(frontier: StoreFrontier) -> None:
    assert frontier.due() == NOON
    _list(frontier, f"{A}/a")
    assert frontier.due() == NOON
    job = _claim(frontier)
    assert job is not None
    assert frontier.due() == NOON + 60
    frontier.settle(_done(job))
    assert frontier.due() == NOON + 900


def test_turns_are_shared_by_programs_and_those_of_a_killed_one_end(store: Store, frontier: StoreFrontier) -> None:
    second = StoreFrontier(store)
    assert frontier.enter("h", now=NOON, until=NOON + 60, together=1) == 0.0
    assert second.enter("h", now=NOON + 1, until=NOON + 60, together=1) > 0
    assert second.enter("h", now=NOON + 1, until=NOON + 60, together=2) == 0.0
    second.leave("h", not_before=NOON + 5)
    assert second.enter("h", now=NOON + 3, until=NOON + 60, together=2) == 2.0
    assert second.enter("h", now=NOON + 6, until=NOON + 60, together=1) > 0
    assert second.enter("h", now=NOON + 61, until=NOON + 90, together=1) == 0.0


def test_copies_of_robots(frontier: StoreFrontier) -> None:
    copy = RobotsCopy(A, "User-agent: *\nDisallow: /\u0000\ud800", NOON, 0)
    assert frontier.robots(A) is None
    frontier.keep_robots(copy)
    assert frontier.robots(A) == copy
    broken = RobotsCopy(A, None, NOON + 1, 3, "its certificate is not valid", lasting=True)
    frontier.keep_robots(broken)
    assert frontier.robots(A) == broken


def test_a_feed_with_very_many_pages(frontier: StoreFrontier) -> None:
    assert _list(frontier, *(f"{A}/{n}" for n in range(2500))) == 2500
    assert frontier.states() == {State.WAITING: 2500}
