"""A watch as a program of its own, that a test can kill: ``python -m tests.crawl.crawler DB FEEDS SETTINGS``, the last two as JSON.

Pages are kept as plain reports that nobody reads, so that what is tested is the crawl.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator

from accordingto.capture.found import Found
from accordingto.capture.web.backoff import Backoff
from accordingto.capture.web.manners import Manners
from accordingto.model import Field, Report, content_id, text_sha256
from accordingto.model.protocols import Entry, Unread
from accordingto.pipeline.frontier import Wanted
from accordingto.pipeline.watch import Pace, Watch
from accordingto.store.store import Store
from accordingto.store.watch import StoreFrontier


def report_of(found: Found) -> Report:
    """A report of the page's markup."""
    capture = found.capture
    text = capture.data.decode("utf-8", "replace")
    digest = text_sha256(text)
    ident = content_id("report", digest, extra=[capture.url or "", ""])
    return Report(ident, capture.id, text, digest, (), "page-1", url=Field(capture.url or "", "capture"))


def crawl(database: str, feeds: list[str], settings: dict[str, float]) -> Iterator[str]:
    """Watch until a pass is over; gives a line for each page that is settled."""
    manners = Manners(
        delay=settings["delay"],
        longest=settings["longest"],
        patience=settings.get("patience", 1.0),
        page_limit=200_000,
        allow_private=True,
    )
    backoff = Backoff(base=settings["backoff"], tries=4)
    pace = Pace(once=True, workers=8, lease=settings["lease"], backoff=backoff)
    with Store.open(database) as store, Store.open(database) as own:
        frontier = StoreFrontier(own)
        watch = Watch(frontier, manners, pace)
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: watch.stop())
        frontier.watch([Wanted(url, every=3600.0, cases=("crawl",)) for url in feeds], now=watch.now())
        with watch:
            for arrival in watch.arrivals():
                if arrival is None:
                    continue
                if isinstance(arrival.item, Found):
                    given = {"watch": arrival.settled}
                    entry = Entry(arrival.item.capture, report_of(arrival.item), cases=arrival.job.cases, given=given)
                    store.put(entry)
                    watch.keep(arrival, None, kept=True)
                else:
                    store.fail(Unread(arrival.item.where, arrival.item.error))
                    watch.keep(arrival, arrival.item.error, kept=False)
                yield arrival.job.url
        print(watch.told, file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    for _ in crawl(sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3])):
        pass
