"""``accordingto watch`` as a program, on the test site."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from accordingto.store.store import Store
from tests.crawl.site import Site, running

CODE = "from accordingto.cli.main import main; main()"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with running(12, 6, tmp_path, crawl_delay=0.1) as made:
        yield made


def _feeds(site: Site, path: Path, *, feeds: int, **settings: object) -> str:
    """A list of the first feeds of the site."""
    lines = [f"{name} = {value!r}".replace("True", "true") for name, value in settings.items()]
    lines += [f'[[feed]]\nurl = "{url}"\noutlet = "Gulf Ledger"' for url in site.feeds[:feeds]]
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def _run(*words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", CODE, "watch", *words, "--no-read", "--jobs", "1"]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})


def test_a_pass_keeps_the_pages_and_tells_what_failed(site: Site, tmp_path: Path) -> None:
    feeds = _feeds(site, tmp_path / "feeds.toml", feeds=1, delay=0.01, timeout=1, tries=1, page_limit="200KB")
    db = tmp_path / "watch.db"
    process = _run(
        feeds, "--db", str(db), "--once", "--allow-private", "--case", "gulf", "--contact", "https://desk.example/"
    )
    said = process.communicate(timeout=100)[1]
    assert process.returncode == 1, said
    assert "status 502" in said
    assert "certificate is not valid" in said
    assert "forbidden pages were not asked for" in said
    assert site.forbidden_requests() == []
    assert {one.agent for one in site.log} == {"accordingto/0.1.0 (+https://desk.example/)"}
    again = _run(feeds, "--db", str(db), "--once")
    assert "no feed is due yet; the next one is in 1" in again.communicate(timeout=100)[1]
    assert again.returncode == 0
    with Store.open(db) as store:
        held = [store.report(name) for name in store.reports(case="gulf")]
    assert held
    assert {report.url.value for report in held if report.url} <= site.kept
    assert {report.outlet.value for report in held if report.outlet} == {"Gulf Ledger"}
    assert all(report.title and report.title.value.startswith("Report from") for report in held)


def test_private_addresses_are_refused_unless_it_is_said(site: Site, tmp_path: Path) -> None:
    process = _run(site.feeds[0], "--db", str(tmp_path / "watch.db"), "--once")
    said = process.communicate(timeout=100)[1]
    assert process.returncode == 1
    assert "is loopback; --allow-private permits" in said
    assert site.log == []


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_it_runs_on_until_it_is_stopped_and_then_ends_cleanly(
    site: Site, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    feeds = _feeds(site, tmp_path / "feeds.toml", feeds=4, delay="1s", allow_private=True)
    db = tmp_path / "watch.db"
    process = _run(feeds, "--db", str(db))
    deadline = time.monotonic() + 60
    while len(site.log) < 4:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    process.send_signal(number)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == code, said
    assert "what is under way is finished and kept" in said
    with Store.open(db) as store, store.looking() as connection:
        held = connection.exec_driver_sql("SELECT count(*) FROM watch_fetches WHERE until > 0").scalar()
        done = connection.exec_driver_sql("SELECT count(*) FROM watch_state WHERE state = 'done'").scalar()
    assert held == 0
    assert done == store.count()
