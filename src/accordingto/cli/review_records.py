"""``accordingto review``: decisions on records, one by one."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from accordingto.cli.exits import say
from accordingto.cli.output import writer
from accordingto.cli.review_options import Acting, As, Layer, Layers, Note, Output, app, role_of
from accordingto.cli.stores import DEFAULT, Db, Rows, at, rows_wanted
from accordingto.cli.who import By, who
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.model.review import Decided, Decision, Review
    from accordingto.review import Applied
    from accordingto.store.store import Store


class Action(StrEnum):
    """What is decided."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"
    COMMENT = "comment"
    CODED = "coded"


class Order(StrEnum):
    """What comes first."""

    SCORE = "score"
    CONTRADICTIONS = "contradictions"
    UNNAMED = "unnamed"
    MISSING = "missing"
    TEXT = "text"


class Rest(StrEnum):
    """What becomes of records that are not decided on."""

    ACCEPT = "accept"
    REJECT = "reject"


@app.command("queue")
def queue_command(
    *,
    db: Db = DEFAULT,
    by: By = None,
    order: Annotated[
        Order,
        typer.Option(
            help="What comes first: what the program is least sure of; or only contradictions, unnamed voices, statements in which "
            "nothing was read; or report by report."
        ),
    ] = Order.SCORE,
    layer: Annotated[Layer, typer.Option(help="The layer.")] = Layer.STATEMENTS,
    case: Annotated[str | None, typer.Option(metavar="NAME", help="Only of reports in this collection.")] = None,
    batch: Annotated[str | None, typer.Option(metavar="NAME", help="Only of reports assigned in this batch.")] = None,
    report: Annotated[str | None, typer.Option(metavar="REPORT", help="Only of this report.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Only what nobody has decided on.")] = False,
    limit: Annotated[int, typer.Option(metavar="N", min=1, max=500, help="How many to show at most.")] = 20,
    chosen: Rows = None,
    output: Output = None,
) -> None:
    """List what is to be decided next: records that you have not decided on, the doubtful first."""
    from accordingto.export import reviews_listing as listing
    from accordingto.store.queueing import Order as Orders
    from accordingto.store.queueing import Queue

    with at(db, read_only=True) as store, writer(output) as write:
        named = store.report_named(report) if report else None
        asked = Queue(who(by), Orders(order), layer.value, case, batch, named, limit, fresh=fresh)
        found = store.queue(asked).items
        plain = rows_wanted(chosen, output)
        for one in found:
            write(listing.json_line(listing.item_row(one)) if plain else listing.item_lines(one))


@app.command("decide")
def decide_command(
    action: Annotated[Action, typer.Argument(metavar="ACTION", help="accept, correct, reject, add, comment or coded.")],
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Id or address of the report.")],
    record: Annotated[
        str | None,
        typer.Argument(metavar="RECORD", help="Id of the record; not for add, coded, or a comment on the report."),
    ] = None,
    *,
    db: Db = DEFAULT,
    by: By = None,
    role: Acting = None,
    fields: Annotated[
        str | None,
        typer.Option(
            metavar="JSON",
            help='What is corrected or added, as an object: \'{"act": "deny"}\'; @FILE reads it from a file, - from standard input.',
        ),
    ] = None,
    layers: Layers = None,
    rest: Annotated[
        Rest | None, typer.Option(help="Of coded: what becomes of records that you have not decided on.")
    ] = None,
    note: Note = None,
    saw: Annotated[
        int | None,
        typer.Option(
            metavar="KEY",
            help="The latest decision on the record that you know of, as the queue tells it. Default: all that you may see now.",
        ),
    ] = None,
    batch: Annotated[str | None, typer.Option(metavar="NAME", help="The batch in which it was assigned.")] = None,
) -> None:
    """Decide on a record, add one that was missed, comment, or say that a report is fully coded.

    The decision is kept whatever others decided. One of somebody else that you had not seen and that says something else is told.
    """
    from accordingto.review.shown import shown_to

    name = who(by)
    with at(db) as store:
        found = store.report_named(report)
        if action is Action.CODED:
            made = _coded(store, found, name, role, layers, rest, batch)
        else:
            shown = shown_to(store, found, name)
            more = {"role": role_of(role), "note": note, "batch": batch}
            made = store.decide(_decision(shown, action, record, _object(fields), layers, name, saw, more))
    say(f"decision {made.key} is kept")
    _conflicts(made)


@app.command("undo")
def undo_command(
    key: Annotated[int, typer.Argument(metavar="KEY", help="The decision, as accordingto review list shows it.")],
    *,
    db: Db = DEFAULT,
    by: By = None,
    role: Acting = None,
    groups: Annotated[bool, typer.Option("--group", help="It is a decision on actors, quotes or matters.")] = False,
    note: Note = None,
) -> None:
    """Take a decision of yours back: what stood before it stands again, and both stay in the history."""
    with at(db) as store:
        more: dict[str, Any] = {"by": who(by), "role": role_of(role), "note": note}
        made = store.undo_group(key, **more) if groups else store.undo(key, **more).key
    say(f"decision {key} is taken back by decision {made}")


@app.command("list")
def list_command(
    report: Annotated[str | None, typer.Argument(metavar="[REPORT]", help="Only on this report.")] = None,
    *,
    db: Db = DEFAULT,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Only what they decided.")] = None,
    viewer: Annotated[
        str | None,
        typer.Option("--for", metavar="NAME", help="Only what they may see: whoever codes blind sees only their own."),
    ] = None,
    groups: Annotated[bool, typer.Option("--groups", help="Decisions on actors, quotes and matters.")] = False,
    chosen: Rows = None,
    output: Output = None,
) -> None:
    """List decisions, the oldest first, with those that do not stand any more."""
    from accordingto.export import reviews_listing as listing

    plain = rows_wanted(chosen, output)
    with at(db, read_only=True) as store, writer(output) as write:
        if groups:
            for one in store.group_decisions():
                if by in (None, one.by):
                    write(listing.json_line(listing.group_row(one)) if plain else listing.group_line(one))
            return
        for held in _decisions(store, report, viewer, by):
            write(listing.json_line(listing.review_row(held)) if plain else listing.review_line(held))


def _decisions(store: Store, report: str | None, viewer: str | None, by: str | None) -> Iterator[Review]:
    if report is not None:
        held = store.decisions_of(store.report_named(report), viewer=viewer)
        yield from (one for one in held if by in (None, one.by))
        return
    if viewer is not None:
        raise UsageError("--for goes with a report: who may see what is told of each report")
    after = 0
    while page := store.decisions(by=by, after=after):
        yield from page
        after = page[-1].key


@app.command("orphaned")
def orphaned_command(*, db: Db = DEFAULT, chosen: Rows = None, output: Output = None) -> None:
    """List decisions on records that nothing reads any more, after another model read the reports.

    What was accepted or corrected counts on all the same: the decision brings its record with it.
    """
    from accordingto.export import reviews_listing as listing

    plain = rows_wanted(chosen, output)
    with at(db, read_only=True) as store, writer(output) as write:
        for one in store.carried(orphaned=True):
            write(listing.json_line(listing.carried_row(one)) if plain else listing.review_line(one.review))


def _coded(
    store: Store,
    report: str,
    by: str,
    role: As | None,
    layers: list[Layer] | None,
    rest: Rest | None,
    batch: str | None,
) -> Decided:
    from accordingto.model.review import LAYERS
    from accordingto.model.review import Action as Actions

    wanted = tuple(layer.value for layer in layers) if layers else tuple(LAYERS)
    left = Actions(rest.value) if rest else None
    return store.coded(report, by=by, role=role_of(role), layers=wanted, rest=left, batch=batch)


def _decision(
    shown: Applied,
    action: Action,
    record: str | None,
    fields: dict[str, Any] | None,
    layers: list[Layer] | None,
    by: str,
    saw: int | None,
    more: dict[str, Any],
) -> Decision:
    """A decision as it was typed."""
    from accordingto import review as making

    if (fields is None) == (action in (Action.CORRECT, Action.ADD)):
        raise UsageError(f"{action} {'needs --fields' if fields is None else 'takes no --fields'}")
    if action is Action.ADD:
        if record is not None or not layers or len(layers) != 1:
            raise UsageError("what is added has no RECORD yet; name its --layer")
        return making.add(shown, layers[0].value, fields or {}, by=by, saw=saw, **more)
    if action is Action.COMMENT and record is None:
        return making.comment(shown, more.pop("note") or "", by=by, **more)
    judged = shown.of(record or "")
    if judged is None:
        raise UsageError(
            f"there is no {record or 'RECORD'} in this report; accordingto review queue --report lists them"
        )
    seen = judged.tag if saw is None else saw
    if action is Action.COMMENT:
        return making.comment(shown, more.pop("note") or "", by=by, layer=judged.layer, record=record, **more)
    if action is Action.CORRECT:
        return making.correct(shown, judged.layer, judged.record.id, fields or {}, by=by, saw=seen, **more)
    made: Callable[..., Decision] = making.accept if action is Action.ACCEPT else making.reject
    return made(shown, judged.layer, judged.record.id, by=by, saw=seen, **more)


def _object(given: str | None) -> dict[str, Any] | None:
    """What --fields gives.

    Raises:
        UsageError: where it is no JSON object.
    """
    if given is None:
        return None
    try:
        text = sys.stdin.read() if given == "-" else Path(given[1:]).read_text("utf-8") if given[:1] == "@" else given
        made = json.loads(text)
    except (OSError, ValueError) as error:
        raise UsageError(f"--fields cannot be read: {error}") from error
    if not isinstance(made, dict):
        raise UsageError(f"--fields is a JSON object, not a {type(made).__name__}")
    return made


def _conflicts(made: Decided) -> None:
    for one in made.conflicts:
        say(f"{one.by} decided otherwise meanwhile: {one.action}, decision {one.key}; both are kept")
