"""A crawl of a small web, killed on the way: nothing is asked for that is forbidden, no page is lost or kept twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import func, select

from accordingto.capture.web.addresses import page_key
from accordingto.store.schema.keeping import case_reports
from accordingto.store.schema.records import captures, reports, sightings
from accordingto.store.schema.watch import watch_fetches, watch_turns
from accordingto.store.store import Store
from tests.crawl.site import Site, running

SETTINGS = {"delay": 0.02, "longest": 0.8, "backoff": 0.3, "lease": 2.0}
HOSTILE = ("/flood/", "/trickle/", "/bomb/", "/cut/", "/reset/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running(100, 6, tmp_path_factory.mktemp("site"), crawl_delay=0.1) as made:
        yield made


def _start(database: Path, feeds: list[str], **settings: float) -> subprocess.Popen[bytes]:
    words = [
        sys.executable,
        "-m",
        "tests.crawl.crawler",
        str(database),
        json.dumps(feeds),
        json.dumps({**SETTINGS, **settings}),
    ]
    return subprocess.Popen(words, stderr=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"})


def _until(site: Site, requests: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 90
    while len(site.log) < requests and process.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture(scope="module")
def crawled(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store that was filled by a crawl that was killed twice, while a second one was at work for a while."""
    database = tmp_path_factory.mktemp("store") / "crawl.db"
    for share in (60, 130):
        process = _start(database, site.feeds)
        _until(site, share, process)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    both = [_start(database, site.feeds) for _ in range(2)]
    for process in both:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said.decode()
    return Store.open(database)


def test_nothing_forbidden_is_asked_for(site: Site, crawled: Store) -> None:
    assert site.forbidden_requests() == []
    asked = {f"http://{one.host}{one.path}" for one in site.log}
    assert not asked & site.never
    assert any("/tohidden/" in address for address in asked)
    assert all(one.agent.startswith("accordingto/") for one in site.log)


def test_every_page_is_kept_once(site: Site, crawled: Store) -> None:
    with crawled.looking() as connection:
        kept = Counter(map(page_key, connection.scalars(select(reports.c.url))))
        cases = connection.scalar(select(func.count()).select_from(case_reports))
    assert kept == Counter(site.kept)
    assert cases == len(site.kept)


def test_no_page_is_seen_twice_but_by_a_program_that_was_killed(site: Site, crawled: Store) -> None:
    """What a killed program had asked for and not kept is asked for again; what was kept is not."""
    with crawled.looking() as connection:
        seen = Counter(connection.scalars(select(sightings.c.place)))
        assert connection.scalar(select(func.count()).select_from(captures)) == len(site.kept)
    assert set(seen.values()) == {1}
    good = Counter(one.path for one in site.log if one.path.startswith("/p/") and one.status == 200)
    again = sum(times - 1 for times in good.values())
    assert again <= 2 * 8


def test_everything_has_come_to_its_end(site: Site, crawled: Store) -> None:
    with crawled.looking() as connection:
        rows = connection.execute(select(watch_fetches.c.address, watch_fetches.c.state, watch_fetches.c.message)).all()
        turns = connection.scalar(select(func.count()).select_from(watch_turns))
    state = {row.address: row.state for row in rows}
    assert {url for url, it in state.items() if it == "done"} == site.kept
    ends = {state[url] for url in site.failing if "/loop/" not in url and "/far/" not in url}
    assert ends == {"failed"}
    assert {state[url] for url in site.forbidden} <= {"forbidden", "moved"}
    broken, closed = sorted(site.never)
    assert (state[broken], state[closed]) == ("waiting", "forbidden")
    assert turns == 0
    messages = {row.address: row.message or "" for row in rows}
    assert any("certificate" in messages[url] for url in site.failing)
    loops = [messages[url] for url in messages if "/loop/" in url]
    assert any("circle" in message for message in loops)
    assert any("given up" in messages[url] for url in messages if "/far/" in url)


def test_hosts_are_left_alone_between_requests(site: Site, crawled: Store) -> None:
    by_host = defaultdict(list)
    for one in site.log:
        by_host[one.host].append(one)
    for host, requests in by_host.items():
        requests.sort(key=lambda one: one.began)
        delay = site.crawl_delay if site.by_address[host].robots == "slow" else SETTINGS["delay"]
        for one, following in pairwise(requests):
            assert following.began - one.began >= delay * 0.95
            if not one.path.startswith(HOSTILE):
                assert following.began >= one.ended, "two requests at once"


def test_a_second_pass_asks_only_what_is_due(site: Site, crawled: Store) -> None:
    before = len(site.log)
    process = _start(Path(str(crawled.url.database)), site.feeds)
    process.communicate(timeout=120)
    assert len(site.log) == before


def test_interrupting_it_ends_it_cleanly(site: Site, tmp_path: Path) -> None:
    database, before = tmp_path / "interrupted.db", len(site.log)
    process = _start(database, site.feeds)
    _until(site, before + 40, process)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=90)
    assert process.returncode == 0
    with Store.open(database) as store, store.looking() as connection:
        held = select(func.count()).select_from(watch_fetches).where(watch_fetches.c.until > 0)
        assert connection.scalar(held) == 0
        assert connection.scalar(select(func.count()).select_from(watch_turns)) == 0
        done = select(func.count()).select_from(watch_fetches).where(watch_fetches.c.state == "done")
        assert connection.scalar(done) == connection.scalar(select(func.count()).select_from(reports))
