"""Crawl a small web on the loopback with ``accordingto watch``, killing it on the way, and say what it asked for and what it kept.

``python -m evals.crawl.run`` from the project's root: the test site of ``tests/crawl/site.py`` with 3,000 articles on twelve hosts, and
among them redirects, circles, 429s and 503s with Retry-After, 500s that recover and that do not, resets, slow and endless bodies,
answers cut off, bombs, a certificate that is not valid, and pages that robots.txt forbids, also by way of redirects. The command
runs as it is, reads nothing (``--no-read``) and is killed (SIGKILL) five times; then it runs to its end, beside a second one.

Exit code 1 where anything forbidden was asked for, a page is lost or kept twice, or a host was not left alone.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from sqlalchemy import func, select

from accordingto.capture.web.addresses import page_key
from accordingto.store.schema.records import captures, reports, sightings
from accordingto.store.schema.watch import watch_fetches
from accordingto.store.store import Store
from tests.crawl.site import Request, Site, running
from tests.store import postgres

DELAY = 0.05
LONGEST = 2.0
HOSTILE = ("/flood/", "/trickle/", "/bomb/", "/cut/", "/reset/")
"""Paths at which the client goes away first, so that the server learns of the end late."""
SETTINGS = f'delay = {DELAY}\ntimeout = {LONGEST}\npage_limit = "200KB"\ntries = 4\nbackoff = 1\nallow_private = true\ncase = "crawl"\n'


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=3000)
    parser.add_argument("--hosts", type=int, default=12)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument(
        "--db", default="sqlite", help="sqlite (a file that is deleted again), postgresql (a server of its own)"
    )
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made, running(given.pages, given.hosts, Path(made)) as site:
        feeds = Path(made) / "feeds.toml"
        feeds.write_text(SETTINGS + "".join(f'[[feed]]\nurl = "{url}"\n' for url in site.feeds), encoding="utf-8")
        with _database(given.db, Path(made)) as db:
            start = time.monotonic()
            killed = _crawl(site, feeds, db, given.kills, random.Random(given.seed))
            seconds = time.monotonic() - start
            with Store.open(db) as store:
                return _told(site, store, killed, seconds)


@contextmanager
def _database(kind: str, folder: Path) -> Iterator[str]:
    """The address of an empty database."""
    if kind == "sqlite":
        yield str(folder / "crawl.db")
        return
    with postgres.server() as server, postgres.database(server) as address:
        yield address


def _start(feeds: Path, db: str) -> subprocess.Popen[bytes]:
    words = ["watch", str(feeds), "--db", db, "--once", "--no-read", "--jobs", "1"]
    code = "import sys; from accordingto.cli.main import main; sys.argv[0] = 'accordingto'; main()"
    return subprocess.Popen([sys.executable, "-c", code, *words], stderr=subprocess.PIPE)


def _crawl(site: Site, feeds: Path, db: str, kills: int, draw: random.Random) -> list[int]:
    """Run and kill, then run to the end; gives after how many requests it was killed."""
    killed = []
    for n in range(kills):
        at = int(site.pages * (n + draw.uniform(0.6, 1.0)) / (kills + 1))
        process = _start(feeds, db)
        while len(site.log) < at and process.poll() is None:
            time.sleep(0.02)
        if process.poll() is not None:
            print(process.communicate()[1].decode())
            raise SystemExit("it ended before it was killed")
        process.kill()
        process.communicate()
        killed.append(len(site.log))
        print(f"killed after {killed[-1]} requests", flush=True)
    both = [_start(feeds, db) for _ in range(2)]
    for process in both:
        said = process.communicate()[1].decode()
        print(
            f"ended with code {process.returncode}: {said.strip().splitlines()[0] if said.strip() else ''}", flush=True
        )
    return killed


def _told(site: Site, store: Store, killed: list[int], seconds: float) -> int:
    with store.looking() as connection:
        kept = Counter(map(page_key, connection.scalars(select(reports.c.url))))
        bytes_kept = connection.scalar(select(func.count()).select_from(captures))
        seen = Counter(connection.scalars(select(sightings.c.place)))
        rows = connection.execute(select(watch_fetches.c.kind, watch_fetches.c.state)).all()
    lost = sorted(site.kept - set(kept))
    twice = sorted(page for page, times in kept.items() if times > 1)
    strange = sorted(set(kept) - site.kept)
    forbidden = site.forbidden_requests()
    pages = Counter(one.path for one in site.log if one.status == 200 and one.path.startswith("/p/"))
    early, together, closest = _spacing(site)
    print(f"pages to keep            {len(site.kept)}")
    print(f"pages kept               {len(kept)} in {bytes_kept} captures, {sum(seen.values())} sightings")
    print(f"lost, kept twice, other  {len(lost)}, {len(twice)}, {len(strange)}")
    print(
        f"requests                 {len(site.log)}, by status {dict(sorted(Counter(one.status for one in site.log).items()))}"
    )
    print(f"forbidden and requested  {len(forbidden)}")
    print(
        f"pages requested again    {sum(times - 1 for times in pages.values())} of those that came whole ({len(killed)} kills)"
    )
    print(f"states                   {dict(sorted(Counter(state for kind, state in rows if kind == 'page').items()))}")
    print(
        f"delay between requests   {DELAY} s wanted, {closest:.4f} s at least; earlier {early}, two at once {together}"
    )
    rates = f"{len(site.log) / seconds:.1f} requests and {len(kept) / seconds:.1f} pages a second"
    print(f"time                     {seconds:.0f} s, {rates}")
    for name, found in (("lost", lost), ("twice", twice), ("other", strange), ("forbidden", forbidden)):
        for one in found[:5]:
            print(f"{name}: {one}")
    return 1 if lost or twice or strange or forbidden or early or together else 0


def _spacing(site: Site) -> tuple[int, int, float]:
    """Of all hosts: requests that came too early, requests that overlapped, and the least time between two."""
    by_host: dict[str, list[Request]] = defaultdict(list)
    for one in site.log:
        by_host[one.host].append(one)
    early, together, closest = 0, 0, float("inf")
    for host, requests in by_host.items():
        requests.sort(key=lambda one: one.began)
        delay = site.crawl_delay if site.by_address[host].robots == "slow" else DELAY
        for one, following in pairwise(requests):
            closest = min(closest, following.began - one.began)
            early += following.began - one.began < delay * 0.98
            together += not one.path.startswith(HOSTILE) and following.began < one.ended
    return early, together, closest


if __name__ == "__main__":
    sys.exit(main())
