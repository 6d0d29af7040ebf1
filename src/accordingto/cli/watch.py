"""``accordingto watch``."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from accordingto.cli.comparing import Following, Relate
from accordingto.cli.exits import Exit, say
from accordingto.cli.stores import DEFAULT, Db, at
from accordingto.cli.taking import Jobs, Patience, crew, shown
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.capture.feedlist import FeedList
    from accordingto.pipeline.frontier import State
    from accordingto.pipeline.ingest import Handed, Intake, Taken
    from accordingto.pipeline.watch import Arrival, Told, Watch

app = typer.Typer(rich_markup_mode=None, add_completion=False)
INTERVAL = 900.0
"""Seconds between two looks at a feed, where nobody says."""


@app.command()
def watch(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="FEEDS",
            help="TOML or OPML files that list feeds; addresses of feeds (RSS, Atom, JSON Feed) and of sitemaps.",
        ),
    ],
    *,
    db: Db = DEFAULT,
    cases: Annotated[
        list[str] | None,
        typer.Option("--case", metavar="NAME", help="Put the reports of all feeds into this collection. Repeatable."),
    ] = None,
    once: Annotated[
        bool, typer.Option("--once", help="Make one pass over what is due and end, for cron and systemd.")
    ] = False,
    read: Annotated[
        bool,
        typer.Option(
            "--read/--no-read", help="Read what the reports say, or only clean and keep them; process reads them later."
        ),
    ] = True,
    interval: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="Time between two looks at a feed that has none of its own. Default: 15m."),
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="An address of the web or of mail, told to every site."),
    ] = None,
    delay: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="Time between two requests to one host; a longer Crawl-delay wins. Default: 2s.",
        ),
    ] = None,
    concurrency: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Requests under way over all hosts. Default: 8.")
    ] = None,
    allow_private: Annotated[
        bool | None,
        typer.Option("--allow-private", help="Fetch from loopback, private and link-local addresses too."),
    ] = None,
    relate: Relate = True,
    jobs: Jobs = None,
    patience: Patience = 300,
) -> None:
    """Watch feeds, and put the pages that they list into a store.

    Sites are asked politely: robots.txt, delays, Retry-After. Each page is fetched once, and again where its feed says that it changed.
    Killed at any moment it goes on where it was; Ctrl-C ends it when what is under way is kept.
    """
    from accordingto.capture.feedlist import feeds_of

    listed = feeds_of(sources)
    given = {
        "interval": _duration("--interval", interval),
        "contact": contact,
        "delay": _duration("--delay", delay),
        "concurrency": concurrency,
        "allow_private": allow_private,
        "case": tuple(cases) if cases else None,
    }
    settings = {**listed.settings, **{name: value for name, value in given.items() if value is not None}}
    _contact(settings.get("contact"))
    for note in listed.notes:
        say(note)
    if "contact" not in settings:
        say("no --contact is given: sites cannot find out who asks, and are the sooner to block it")
    raise typer.Exit(
        _run(listed, settings, db, once=once, read=read, relate=relate and read, jobs=jobs, patience=patience)
    )


def _run(
    listed: FeedList,
    settings: dict[str, Any],
    db: str,
    *,
    once: bool,
    read: bool,
    relate: bool,
    jobs: int | None,
    patience: float,
) -> Exit:
    from accordingto.pipeline.ingest import Intake, Plan
    from accordingto.pipeline.watch import Watch
    from accordingto.store.watch import StoreFrontier

    with at(db, create=True) as store, at(db) as own, crew(jobs, patience) as workers:
        frontier = StoreFrontier(own)
        made = Watch(frontier, *_manners(settings, once=once), say=say)
        frontier.watch(_wanted(listed, settings), now=made.now())
        intake = Intake(store, workers, Plan(read=read))
        following = Following(store, workers, wanted=relate)
        with made, _stopping(made) as stopped, shown(lambda: _line(made.told)) as show:
            for taken in following.through(_taken(made, intake)):
                show()
                if taken is None:
                    following.idle()
                if taken is not None and taken.error is not None:
                    _tell(taken)
        if not (stopped or made.told.feeds or made.told.feeds_failed):
            _say_next(frontier.due(), made.now())
        code = _summary(made, frontier.states(), stopped)
        return code if stopped else max(code, following.finish())


def _taken(made: Watch, intake: Intake) -> Iterator[Taken | None]:
    """What became of each page, once it is settled; ``None`` where nothing happened for a moment."""
    from accordingto.model.protocols import Kept

    under_way: dict[str, Arrival] = {}
    for taken in intake.take_handed(_handed(made, under_way)):
        if taken is not None:
            made.keep(
                under_way.pop(taken.position), taken.error, kept=taken.kept is not None and taken.kept is not Kept.KNOWN
            )
        yield taken


def _handed(made: Watch, under_way: dict[str, Arrival]) -> Iterator[Handed | None]:
    from accordingto.pipeline.ingest import Handed

    for arrival in made.arrivals():
        if arrival is None:
            yield None
        else:
            under_way[arrival.item.position] = arrival
            yield Handed(arrival.item, arrival.job.cases, {"watch": arrival.settled})


def _manners(settings: dict[str, Any], *, once: bool) -> tuple[Any, Any]:
    """How hosts are asked, and how to go about it; names of settings are those of the list."""
    from accordingto.capture.web.backoff import Backoff
    from accordingto.capture.web.manners import Manners
    from accordingto.pipeline.watch import Pace

    asked = {"per_host": "together", "timeout": "longest"}
    same = ("contact", "delay", "page_limit", "feed_limit", "allow_private")
    manners = Manners(
        **{name: settings[name] for name in same if name in settings},
        **{name: settings[key] for key, name in asked.items() if key in settings},
    )
    backoff = Backoff(
        **{name: settings[key] for key, name in {"backoff": "base", "tries": "tries"}.items() if key in settings}
    )
    return manners, Pace(once=once, workers=settings.get("concurrency", 8), backoff=backoff)


def _wanted(listed: FeedList, settings: dict[str, Any]) -> list[Any]:
    from accordingto.pipeline.frontier import Wanted

    every, cases = settings.get("interval", INTERVAL), settings.get("case", ())
    return [
        Wanted(feed.url, feed.interval or every, feed.outlet, tuple(dict.fromkeys((*feed.cases, *cases))))
        for feed in listed.feeds
    ]


def _duration(option: str, value: str | None) -> float | None:
    from accordingto.capture.feedlist import duration

    try:
        return None if value is None else duration(value)
    except ValueError as error:
        raise UsageError(f"{option} {value}: it must be {error}") from error


def _contact(value: str | None) -> None:
    if value is not None and not (value.strip() and value.isprintable() and value.isascii()):
        raise UsageError(f"contact {value!r}: it must be an address of the web or of mail, on one line, in ASCII")


@contextmanager
def _stopping(made: Watch) -> Iterator[list[int]]:
    """Let SIGINT and SIGTERM end the watch when what is under way is kept, and a second one at once; gives those that came."""
    came: list[int] = []

    def stop(number: int, _: Any) -> None:
        if came:
            os._exit(Exit.INTERRUPTED)  # whatever is cut short is fetched again: its lease ends by itself
        came.append(number)
        made.stop()
        say("stopping: what is under way is finished and kept; once more ends it at once")

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield came
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _tell(taken: Taken) -> None:
    from accordingto.model import Refused

    if not isinstance(taken.error, Refused):
        message = str(taken.error)
        say(message if message.startswith(taken.where) else f"{taken.where}: {message}")


def _say_next(due: float | None, now: float) -> None:
    """Say that no feed was due, which surprises whoever has just run the same command."""
    if due is not None and due > now:
        say(f"no feed is due yet; the next one is in {max(1, round((due - now) / 60)):,} min")


def _line(told: Told) -> str:
    """What happened so far, in one line."""
    parts = [
        f"{told.feeds:,} feeds read",
        f"{told.found:,} pages found",
        f"{told.pages:,} kept",
        f"{told.failed:,} failed" if told.failed else "",
        f"{told.forbidden:,} forbidden" if told.forbidden else "",
    ]
    return ", ".join(part for part in parts if part)


def _summary(made: Watch, states: dict[State, int], stopped: list[int]) -> Exit:
    from accordingto.pipeline.frontier import State

    told = made.told
    waiting = states.get(State.WAITING, 0) + states.get(State.FETCHED, 0)
    more = [f"{waiting:,} wait" if waiting else "", f"{told.unchanged:,} unchanged" if told.unchanged else ""]
    say(", ".join([_line(told), *(part for part in more if part)]))
    if told.feeds_failed:
        say(f"{told.feeds_failed:,} feeds could not be read")
    if told.forbidden:
        say(
            "forbidden pages were not asked for: robots.txt or the check of addresses forbids them; see the view watch_state"
        )
    if stopped and stopped[0] == signal.SIGINT:
        return Exit.INTERRUPTED
    if stopped and not made.pace.once:  # a service that is stopped did what it was there for
        return Exit.READ
    return Exit.FAILED if told.failed or told.feeds_failed else Exit.READ
