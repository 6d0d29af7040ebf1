"""``accordingto audit``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.exits import say
from accordingto.cli.output import writer
from accordingto.cli.stores import DEFAULT, Db, Rows, at, rows_wanted
from accordingto.cli.who import By, who
from accordingto.model import NotKept, UsageError

if TYPE_CHECKING:
    from accordingto.review.precision import Precision, Share
    from accordingto.store.samples import Sample
    from accordingto.store.store import Store

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def audit(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Of the sample. None: all samples and what they say.")
    ] = None,
    *,
    layers: Annotated[
        list[str] | None,
        typer.Option(
            "--layer", metavar="NAME", help="Draw records of this layer: statements (the default), events … Repeatable."
        ),
    ] = None,
    size: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help="Draw so many of each layer. Default: 200: a share to some five points.",
        ),
    ] = None,
    seed: Annotated[int | None, typer.Option(metavar="N", help="What the drawing starts from. Default: 1.")] = None,
    case: Annotated[
        str | None, typer.Option("--case", metavar="NAME", help="Draw only from reports of this collection.")
    ] = None,
    by: By = None,
    db: Db = DEFAULT,
    chosen: Rows = None,
) -> None:
    """Draw a random sample of records to be reviewed, and tell how often the program is right, with an interval.

    The first time a name is given a sample is drawn under it; then it tells what was decided so far. The records are reviewed at the
    desk (accordingto serve --review, /review?audit=NAME) or by accordingto review. Every export and release says what was measured.
    """
    from accordingto.review.audits import figures, measured

    asked = {"layers": layers, "size": size, "seed": seed, "case": case}
    with at(db) as store:
        if name is not None:
            _drawn(store, name, {key: value for key, value in asked.items() if value is not None}, who(by))
        elif any(value is not None for value in asked.values()):
            raise UsageError("a sample that is drawn needs a name")
        names = [name] if name is not None else [one["name"] for one in figures(store)]
        found = [measured(store, one) for one in names]
        rows = [one for one in figures(store) if one["name"] in names]
    _shown(found, rows, plain=rows_wanted(chosen, None))


def _drawn(store: Store, name: str, asked: dict[str, object], by: str) -> None:
    """Draw a sample, unless there is one of this name."""
    from accordingto.store.samples import Drawing, draw, found

    try:
        with store.looking() as connection:
            found(connection, name)
    except NotKept:
        if "layers" in asked:
            asked["layers"] = tuple(dict.fromkeys(asked["layers"]))  # type: ignore[call-overload]
        made = store.transact(lambda connection: draw(connection, Drawing(name, **asked), by=by))  # type: ignore[arg-type]
        say(
            f"sample {made.name} drawn: "
            + ", ".join(f"of {count:,} {layer}" for layer, count in made.population.items())
        )
        return
    if asked:
        raise UsageError(
            f"the sample {name} was drawn already; leave out --{next(iter(asked)).rstrip('s')}, or give another name"
        )


def _shown(found: list[tuple[Sample, list[Precision]]], rows: list[dict[str, object]], *, plain: bool) -> None:
    from accordingto.export.jsonl import dumps

    with writer(None) as write:
        if plain:
            for row in rows:
                write(dumps({"type": "audit", **row}) + "\n")
            return
        for sample, layers in found:
            inside = f", case {sample.case}" if sample.case else ""
            write(f"{sample.name}, drawn {sample.at[:10]} by {sample.by}, seed {sample.seed}{inside}\n")
            for one in layers:
                write(_line(one))
        if not found:
            say("no sample was drawn in this store yet: accordingto audit NAME draws one")


def _line(one: Precision) -> str:
    done = f"{one.decided} of {one.sampled} decided" if not one.complete else f"{one.sampled} decided"
    told = f"  {one.layer}: {done}, of {one.population:,}"
    if not one.decided:
        return told + "\n"
    open_ = "" if one.complete else "; what is not decided may differ"
    return f"{told}; right as read {_percent(one.exact)}, at least in part {_percent(one.there)}{open_}\n"


def _percent(share: Share) -> str:
    return percent(share.value or 0, share.low, share.high)


def percent(share: float, low: float, high: float) -> str:
    """A share with its interval, in percent."""
    return f"{100 * share:.0f} % [{100 * low:.0f}, {100 * high:.0f}]"
