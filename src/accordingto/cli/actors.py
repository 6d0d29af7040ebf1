"""``accordingto actors``: who is named in reports, how much of a corpus the registry reaches, and one's own actors."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from accordingto.cli.claims import Own, lists
from accordingto.cli.exits import say
from accordingto.cli.progress import progress
from accordingto.model import ActorKind

if TYPE_CHECKING:
    from accordingto.evaluate.actors import Coverage
    from accordingto.model import Actor


class Group(TyperGroup):
    """What is no command is a report to read: ``actors FILE`` is ``actors read FILE``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h"):
            args = ["read", *args]
        return super().parse_args(ctx, args)


class Form(StrEnum):
    """What figures and the registry are written as."""

    TEXT = "text"
    JSON = "json"


Forms = Annotated[Form, typer.Option("--format", "-f", help="What to write.")]
app = typer.Typer(cls=Group, rich_markup_mode=None, add_completion=False, no_args_is_help=True)


@app.callback()
def actors() -> None:
    """List the actors that reports name, see how many mentions the registry reaches, and add your own.

    actors FILE… is actors read FILE….
    """


@app.command("read")
@lists("actors")
def read_command() -> Own:
    """List the actors of the registry that reports name, with the reports' own words for each, and whose words they are.

    Persons outside the registry are not listed: they stay in their report (read --all).
    """
    return Own()


@app.command("coverage")
def coverage_command(
    corpus: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="Rows with doc, text and entities (start, end, type); or the documents.jsonl of re3d."
        ),
    ],
    most: Annotated[int, typer.Option(metavar="N", min=0, help="How many unreached words to show of each type.")] = 15,
    chosen: Forms = Form.TEXT,
) -> None:
    """Say how many mentions of an annotated corpus reach an actor of the registry, by type, with the most frequent others."""
    from accordingto.evaluate.actors import coverage
    from accordingto.evaluate.predict import predict
    from accordingto.evaluate.rows import read_rows

    rows = list(read_rows(corpus, needed=("doc", "text", "entities")))
    with progress(len(rows), shown=True) as (advance, tell):
        predicted = []
        for row in predict("actors", rows, failed=lambda name, error: tell(f"{name}: {error}")):
            predicted.append(row)
            advance()
    found = coverage(rows, predicted, most=most)
    _write(_shown(found) if chosen is Form.TEXT else _json(_plain(found)))


@app.command("add")
def add_command(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE", help="CSV, FollowTheMoney entities as JSON lines, or Wikidata entities as JSON."
        ),
    ],
    kind: Annotated[
        ActorKind | None, typer.Option("--kind", help="What the actors are, where a file does not tell.")
    ] = None,
) -> None:
    """Add actors of your own; one with an id that you have added before takes its place.

    Columns of CSV: id, name, aliases, kind, country, part_of, start, end, reference, note, demonyms, metonyms. Aliases are parted
    by |. Only the name must be there, and the kind, there or by --kind. Every later run of accordingto knows them.
    """
    from accordingto.resources.actor_files import read_user_actors, user_actors_file, write_user_actors
    from accordingto.resources.actor_import import actors_of

    path = user_actors_file()
    known = {actor.id: actor for actor in read_user_actors(path)}
    for file in files:
        found = actors_of(_text(file), file.name, kind)
        new = sum(actor.id not in known for actor in found)
        known |= {actor.id: actor for actor in found}
        say(f"{file}: {new} added, {len(found) - new} replaced")
    write_user_actors(known.values(), path)


@app.command("list")
def list_command(
    kind: Annotated[ActorKind | None, typer.Option("--kind", help="Only of this kind.")] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only of this state, as ISO 3166-1 alpha-2.")
    ] = None,
    own: Annotated[bool, typer.Option("--own", help="Only those that you have added.")] = False,
    chosen: Forms = Form.TEXT,
) -> None:
    """List the registry."""
    from accordingto.resources.actors import SHIPPED, open_actors

    found = [
        actor
        for actor in open_actors().actors.values()
        if (kind is None or actor.kind is kind)
        and (country is None or (actor.country or "").casefold() == country.casefold())
        and (not own or actor.origin != SHIPPED)
    ]
    if chosen is Form.JSON:
        _write(_json([_row(actor) for actor in found]))
    else:
        _write("".join(f"{actor.id}\t{actor.name}\t{actor.kind.value}\t{actor.country or ''}\n" for actor in found))


@app.command("show")
def show_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An id, or any name.")], chosen: Forms = Form.TEXT
) -> None:
    """Show what the registry knows of an actor, each fact with its reference."""
    from accordingto.model import UsageError
    from accordingto.resources.actors import open_actors

    registry = open_actors()
    ids = [name] if name in registry.actors else dict.fromkeys(naming.actor for naming in registry.named(name))
    if not ids:
        raise UsageError(f"nobody in the registry goes by {name}; add them with accordingto actors add FILE.csv")
    found = [registry.actors[ident] for ident in ids]
    _write(_json([_row(actor) for actor in found]) if chosen is Form.JSON else "\n".join(map(_page, found)))


@app.command("remove")
def remove_command(
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Ids of actors that you have added.")],
) -> None:
    """Remove actors that you have added."""
    from accordingto.model import UsageError
    from accordingto.resources.actor_files import read_user_actors, user_actors_file, write_user_actors

    path = user_actors_file()
    known = {actor.id: actor for actor in read_user_actors(path)}
    missing = [ident for ident in ids if ident not in known]
    if missing:
        raise UsageError(f"{missing[0]} is none of yours; accordingto actors list --own names them")
    write_user_actors((actor for ident, actor in known.items() if ident not in ids), path)
    say(f"{len(set(ids))} removed")


def _text(file: Path) -> str:
    from accordingto.model import InputError

    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{file} cannot be opened: {error.strerror or error}; check the path") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8 ({error.reason}); save it as UTF-8 text") from error


def _page(actor: Actor) -> str:
    """One actor as lines of text."""
    lines = [f"{actor.name} ({actor.kind.value})", f"  id         {actor.id}"]
    fields: Iterable[tuple[str, str]] = (
        ("country", actor.country or ""),
        ("aliases", " · ".join(actor.aliases)),
        ("demonyms", " · ".join(actor.demonyms)),
        ("metonyms", " · ".join(actor.metonyms)),
        ("reference", actor.reference or ""),
        ("origin", actor.origin),
    )
    lines += [f"  {label:<10} {words}" for label, words in fields if words]
    for fact in actor.facts:
        days = f" {fact.start or '…'} – {fact.end or '…'}" if fact.start or fact.end else ""
        lines.append(f"  {fact.kind:<10} {fact.value}{days}  [{fact.reference or 'no reference'}]")
    return "\n".join(lines) + "\n"


def _row(actor: Actor) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(actor)


def _shown(found: Coverage) -> str:
    """Coverage as a table, the most frequent types first."""
    lines = [f"{'type':<20}{'reached':>9}{'of':>7}{'%':>8}"]
    for kind, total in sorted(found.total.items(), key=lambda item: -item[1]):
        lines.append(
            f"{kind:<20}{found.reached.get(kind, 0):>9}{total:>7}{100 * found.reached.get(kind, 0) / total:>8.1f}"
        )
    for kind, words in found.missed.items():
        if words:
            lines.append(f"\nnot reached, {kind}: " + ", ".join(f"{word} ({count})" for word, count in words))
    return "\n".join(lines) + "\n"


def _plain(found: Coverage) -> dict[str, Any]:
    return {
        kind: {"reached": found.reached.get(kind, 0), "total": total, "missed": list(found.missed.get(kind, ()))}
        for kind, total in found.total.items()
    }


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
