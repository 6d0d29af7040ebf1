"""``accordingto review``: groups, batches that several people code, agreement, gold."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from accordingto.cli.exits import say
from accordingto.cli.output import writer
from accordingto.cli.review_options import Acting, Layers, Note, Output, app, role_of
from accordingto.cli.stores import DEFAULT, Db, Rows, at, rows_wanted
from accordingto.cli.who import By, who
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.store.store import Store


class Kind(StrEnum):
    """What is grouped."""

    ACTORS = "actors"
    QUOTES = "quotes"
    MATTERS = "matters"


@app.command("merge")
def merge_command(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help="actors, quotes or matters.")],
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Ids of what is one; the first stays.")],
    *,
    db: Db = DEFAULT,
    by: By = None,
    role: Acting = None,
    note: Note = None,
) -> None:
    """Say that several actors, quotes or matters are one.

    Persons outside the registry stay local to their report: they are merged with an actor of the registry, or within one report.
    """
    _grouped(db, "merge", kind, tuple(ids), (), by, role, note)


@app.command("split")
def split_command(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help="actors, quotes or matters.")],
    ident: Annotated[str, typer.Argument(metavar="ID", help="Id of what is several.")],
    members: Annotated[
        list[str],
        typer.Argument(metavar="MEMBER", help="Ids of what goes: statements; of actors, entities of reports."),
    ],
    *,
    db: Db = DEFAULT,
    by: By = None,
    role: Acting = None,
    note: Note = None,
) -> None:
    """Say that some members of an actor, a quote or a matter are another."""
    _grouped(db, "split", kind, (ident,), tuple(members), by, role, note)


def _grouped(
    db: str,
    action: str,
    kind: Kind,
    ids: tuple[str, ...],
    members: tuple[str, ...],
    by: str | None,
    role: Any,
    note: str | None,
) -> None:
    from accordingto.model.review import GroupDecision, GroupKind

    with at(db) as store:
        seen = max((one.key for one in store.group_decisions(GroupKind(kind))), default=None)
        asked = GroupDecision(action, GroupKind(kind), ids, who(by), role_of(role), members, note, seen)
        key, others = store.decide_group(asked)
    say(f"decision {key} is kept")
    for one in others:
        say(f"{one.by} decided on them meanwhile: {one.action}, decision {one.key}; both are kept")


@app.command("assign")
def assign_command(
    batch: Annotated[str, typer.Argument(metavar="BATCH", help="Name of the batch.")],
    reports: Annotated[
        list[str] | None, typer.Argument(metavar="[REPORT]", help="Ids or addresses of reports.")
    ] = None,
    *,
    db: Db = DEFAULT,
    coders: Annotated[list[str] | None, typer.Option("--coder", metavar="NAME", help="Who codes. Repeatable.")] = None,
    each: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="How many coders a report has. Default: 2; 1 to adjudicate.")
    ] = None,
    case: Annotated[str | None, typer.Option(metavar="NAME", help="All reports of this collection.")] = None,
    seen: Annotated[
        bool, typer.Option("--seen", help="Coders see each other's decisions; without it they are blind.")
    ] = False,
    adjudicate: Annotated[
        bool, typer.Option("--adjudicate", help="They settle what coders of the batch decided differently.")
    ] = False,
    layers: Layers = None,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Take open assignments of the batch back: of the coders named, or all.")
    ] = False,
    by: By = None,
) -> None:
    """Assign reports to coders, two a report, who see nothing of each other until both have said that it is fully coded."""
    with at(db) as store:
        if withdraw:
            named: list[str | None] = [*coders] if coders else [None]
            gone = sum(store.withdraw(batch, coder=name) for name in named)
            say(f"{gone} assignments are taken back")
            return
        wanted = [store.report_named(name) for name in reports or ()]
        wanted += list(store.reports(case=case)) if case is not None else []
        made = _assign(store, batch, wanted, tuple(coders or ()), each, not seen, adjudicate, layers, who(by))
    say(f"{made} assignments are new")


def _assign(
    store: Store,
    batch: str,
    wanted: list[str],
    coders: tuple[str, ...],
    each: int | None,
    blind: bool,
    adjudicate: bool,
    layers: Any,
    by: str,
) -> int:
    from accordingto.model.review import LAYERS, Duty
    from accordingto.store.assigning import Assigning

    chosen = tuple(layer.value for layer in layers) if layers else tuple(LAYERS)
    duty = Duty.ADJUDICATE if adjudicate else Duty.CODE
    many = each or (1 if adjudicate else 2)
    return store.assign(Assigning(batch, tuple(dict.fromkeys(wanted)), coders, many, duty, blind, chosen), by=by)


@app.command("assignments")
def assignments_command(
    batch: Annotated[str | None, typer.Argument(metavar="[BATCH]", help="Only of this batch.")] = None,
    *,
    db: Db = DEFAULT,
    coder: Annotated[str | None, typer.Option("--coder", metavar="NAME", help="Only theirs.")] = None,
    chosen: Rows = None,
    output: Output = None,
) -> None:
    """List who is to code which report, and how far they are."""
    from accordingto.export import reviews_listing as listing

    plain = rows_wanted(chosen, output)
    with at(db, read_only=True) as store, writer(output) as write:
        for one in store.assignments(batch=batch, coder=coder):
            write(listing.json_line(listing.assignment_row(one)) if plain else listing.assignment_line(one))


@app.command("disputed")
def disputed_command(
    batch: Annotated[
        str | None, typer.Argument(metavar="[BATCH]", help="Only of this batch, once all its coders are done.")
    ] = None,
    *,
    db: Db = DEFAULT,
    layers: Layers = None,
    chosen: Rows = None,
    output: Output = None,
) -> None:
    """List records of coded reports of which coders say different things, and nobody has settled it."""
    from accordingto.export import reviews_listing as listing
    from accordingto.review.batches import coded

    plain, count = rows_wanted(chosen, output), 0
    with at(db, read_only=True) as store, writer(output) as write:
        for report, shown in coded(store, batch):
            for one in shown.judged:
                if one.disputed and (not layers or one.layer in layers):
                    row = listing.json_line(listing.dispute_row(report, one)) if plain else None
                    write(row or listing.dispute_lines(report, shown.reading.report.text, one))
                    count += 1
    say(f"{count} records are disputed; an adjudicator settles them: accordingto review decide … --role adjudicator")


@app.command("agreement")
def agreement_command(
    batch: Annotated[
        str, typer.Argument(metavar="BATCH", help="The batch; reports count that all their coders have coded.")
    ],
    *,
    db: Db = DEFAULT,
    layers: Layers = None,
    chosen: Rows = None,
    output: Output = None,
) -> None:
    """Say how far coders agree, layer by layer: on where records are, and on what they say.

    Where: Krippendorff's ᵤα over characters (1 is full agreement, 0 that of chance), and F1 of pairs of coders, of same spans and of spans
    that share half their characters. What: of the latter, the share that says the same, and Krippendorff's α.
    """
    from accordingto.export import reviews_listing as listing
    from accordingto.model.review import LAYERS
    from accordingto.review.agreement import agreement
    from accordingto.review.batches import codings

    with at(db, read_only=True) as store:
        held = list(codings(store, batch))
    if not held:
        raise UsageError(
            f"no report of the batch {batch} is coded by all who were to code it; accordingto review assignments"
        )
    found = agreement(held, layers=[layer.value for layer in layers] if layers else tuple(LAYERS))
    with writer(output) as write:
        if rows_wanted(chosen, output):
            for row in found:
                write(listing.json_line(listing.agreement_row(row)))
        else:
            write(listing.agreement_text(found))
    say(f"{len(held)} reports of the batch are coded by all")


@app.command("export")
def export_command(
    *,
    db: Db = DEFAULT,
    layers: Layers = None,
    output: Output = None,
) -> None:
    """Write what people decided as gold rows, one a report, for accordingto evaluate and for training.

    Layers of a report count that somebody has coded, and in which nothing is disputed. With --layer only reports with all of these are
    written, so that the file can be scored.
    """
    from accordingto.evaluate.gold import gold
    from accordingto.evaluate.rows import line_of
    from accordingto.model.review import LAYERS

    wanted = [layer.value for layer in layers] if layers else list(LAYERS)
    written = disputed = 0
    with at(db, read_only=True) as store, writer(output) as write:
        for name, _ in store.coded_reports():
            made = gold(store.reading(name), store.decisions_of(name), layers=wanted)
            disputed += sum(made.disputed.values())
            if made.row is not None and (not layers or set(made.layers) == set(wanted)):
                write(line_of(made.row))
                written += 1
    told = (
        f"; {disputed} records are disputed and keep their layers out: accordingto review disputed" if disputed else ""
    )
    say(f"{written} reports are gold{told}")
