"""``accordingto release``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from accordingto import __version__
from accordingto.cli.audit import percent
from accordingto.cli.exits import Exit, say
from accordingto.cli.output import writer
from accordingto.cli.stores import DEFAULT, Db, at
from accordingto.cli.who import By, who
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.store.releases import Changes, Released

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def release(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Of the release. None: all there are.")] = None,
    *,
    note: Annotated[str | None, typer.Option(metavar="WORDS", help="What it is for.")] = None,
    shown: Annotated[bool, typer.Option("--show", help="Show a release that was made.")] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check", help="Tell whether the store still holds what a release names; exit code 1 where it does not."
        ),
    ] = False,
    by: By = None,
    db: Db = DEFAULT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the release, as JSON, to a file.")
    ] = None,
) -> None:
    """Freeze a snapshot of a store that can be cited: hashes, what made it, how often it is wrong, what changed since the last.

    It holds no words of reports. What a store holds under it is exported with accordingto export.
    """
    from accordingto.store import releases

    with at(db) as store:
        if name is None:
            if note or shown or check or output:
                raise UsageError("name a release")
            with store.looking() as connection:
                _listed(releases.listed(connection))
            return
        if check:
            with store.looking() as connection:
                _compared(name, releases.compared(connection, name))
            return
        if shown:
            with store.looking() as connection:
                made = releases.found(connection, name)
        else:
            made = _made(store, name, who(by), note)
    with writer(output) as write:
        write(_json(made) if output else text(made))


def _made(store: Any, name: str, by: str, note: str | None) -> Released:
    from accordingto.review.audits import figures
    from accordingto.store import releases

    measured = figures(store)
    found: Released = store.transact(
        lambda connection: releases.release(connection, name, by=by, version=__version__, audits=measured, note=note)
    )
    return found


def _listed(found: list[Released]) -> None:
    with writer(None) as write:
        for one in found:
            write(f"{one.name}  {one.at[:10]}  {one.record['reports']:,} reports  {one.id}\n")
    if not found:
        say("no release was made of this store yet: accordingto release NAME makes one")


def _compared(name: str, changes: Changes) -> None:
    if not changes:
        say(f"the store holds just what {name} names")
        return
    with writer(None) as write:
        for kind in ("added", "removed", "changed"):
            for report in getattr(changes, kind):
                write(f"{kind}\t{report}\n")
    parts = [
        f"{len(getattr(changes, kind)):,} {kind}" for kind in ("added", "removed", "changed") if getattr(changes, kind)
    ]
    say(f"since {name}: {', '.join(parts)}")
    raise typer.Exit(Exit.FAILED)


def citation(made: Released) -> str:
    """How a release is cited."""
    year = made.at[:4]
    return f"{made.by} ({year}). {made.name}. Read with accordingto {made.record['version']}. {made.id}, SHA-256 {made.sha256}."


def text(made: Released) -> str:
    """A release for people."""
    record = made.record
    lines = [f"{made.name}: {made.id}", f"  made {made.at} by {made.by}" + (f": {made.note}" if made.note else "")]
    lines.append("  " + ", ".join(f"{count:,} {name}" for name, count in record["counts"].items() if count))
    lines.append(f"  {record['reports']:,} reports, SHA-256 {record['reports_sha256']}")
    for audit in record["audits"]:
        for layer, got in audit["layers"].items():
            exact = got["exact"]
            if exact["share"] is not None:
                lines.append(
                    f"  {layer}: right as read {percent(exact['share'], exact['low'], exact['high'])}, "
                    f"{got['decided']} of {got['sampled']} drawn in {audit['name']}"
                )
    if not record["audits"]:
        lines.append("  how often it is wrong was not measured: accordingto audit NAME")
    if record["since"]:
        since = record["since"]
        told = ", ".join(f"{len(since[kind]):,} {kind}" for kind in ("added", "removed", "changed"))
        lines.append(f"  since {since['release']}: {told}")
    return "\n".join([*lines, f"  Cite: {citation(made)}", ""])


def _json(made: Released) -> str:
    import json
    from dataclasses import asdict

    return (
        json.dumps({"type": "release", **asdict(made), "citation": citation(made)}, ensure_ascii=False, indent=1) + "\n"
    )
