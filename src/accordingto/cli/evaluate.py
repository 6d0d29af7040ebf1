"""``accordingto evaluate``: predict, score, gate, bench."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from accordingto.cli.exits import Exit, code_of, say
from accordingto.cli.progress import progress

if TYPE_CHECKING:
    from accordingto.evaluate.rows import Row

T = TypeVar("T")
app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)


class Format(StrEnum):
    """What figures are written as."""

    TEXT = "text"
    JSON = "json"


Chosen = Annotated[Format, typer.Option("--format", "-f", help="What to write the figures as.")]


@app.callback()
def evaluate() -> None:
    """Predict, score and gate on annotated corpora.

    Corpora are files of JSON lines, a row a document, in the formats of the predict contract. One command measures speed.
    """


@app.command("predict")
def predict_command(
    task: Annotated[str, typer.Argument(metavar="TASK", help="attribution, statements, contents or blocks.")],
    given: Annotated[str, typer.Argument(metavar="IN", help="Rows with doc and text; - is standard input.")],
    out: Annotated[str, typer.Argument(metavar="OUT", help="Where the predictions go; - is standard output.")],
    resume: Annotated[bool, typer.Option("--resume", help="Go on after the rows that OUT already has.")] = False,
    gold_spans: Annotated[
        bool, typer.Option("--gold-spans", help="For places: resolve the toponyms that each row has.")
    ] = False,
    demonyms: Annotated[
        bool, typer.Option("--demonyms/--no-demonyms", help="For places: also adjectives and peoples, marked as such.")
    ] = True,
) -> None:
    """Run the shipped pipeline over a file of rows and write predictions row for row.

    Only text, html, outlet and published of a row are used. A row that cannot be read is named, gets empty fields and an
    error, and the others go on.
    """
    from accordingto.evaluate.across import JOINT, expected
    from accordingto.evaluate.predict import check_task, predict, without_demonyms
    from accordingto.evaluate.rows import STANDARD, done_in, name_of, read_rows, same_file, write_rows
    from accordingto.evaluate.tasks import needed_by, with_gold_spans
    from accordingto.model import UsageError

    check_task(task)
    task = with_gold_spans(task) if gold_spans else task
    if same_file(given, out):
        raise UsageError(f"{given} is both read and written; give the predictions another name")
    if resume and out == STANDARD:
        raise UsageError("--resume needs a file of predictions, not standard output")
    if resume and task in JOINT:
        raise UsageError(f"{task} compares rows with one another and cannot go on after some; leave --resume out")
    rows = list(read_rows(given, needed=needed_by(task)))
    done = done_in(Path(out), [name_of(row) or "" for row in rows]) if resume else 0
    if done:
        say(f"{done} of {len(rows)} rows are there already")
    codes: list[Exit] = []
    with progress(expected(task, rows) - done, shown=True) as (advance, tell):

        def failed(name: str, error: Exception) -> None:
            codes.append(code_of(error))
            tell(f"{name}: {type(error).__name__}: {error}")

        folder = Path() if given == STANDARD else Path(given).parent
        predicted = predict(task, islice(rows, done, None), folder=folder, failed=failed)
        predicted = predicted if demonyms else without_demonyms(predicted)
        count = write_rows(_counted(predicted, advance), out, append=bool(done))
    say(
        f"{count - min(len(codes), count)} of {count} rows predicted"
        + (f", {len(codes)} could not be read" if codes else "")
    )
    if codes:
        raise typer.Exit(Exit.INTEGRITY if Exit.INTEGRITY in codes else Exit.FAILED)


def _counted(items: Iterable[T], advance: Callable[[], None]) -> Iterator[T]:
    for item in items:
        yield item
        advance()


@app.command("score")
def score_command(
    task: Annotated[str, typer.Argument(metavar="TASK", help="attribution, statements or contents.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Rows with doc, text and the annotation.")],
    predicted: Annotated[Path, typer.Argument(metavar="PRED", help="Rows as predict writes them.")],
    draws: Annotated[
        int, typer.Option("--boot", metavar="N", min=0, help="Bootstrap draws for the intervals; 0 for none.")
    ] = 500,
    seed: Annotated[int, typer.Option(metavar="N", help="Seed of the draws.")] = 0,
    chosen: Chosen = Format.TEXT,
) -> None:
    """Score predictions against gold: figures in per cent, with intervals from drawing documents. Needs the extra evaluate."""
    from accordingto.evaluate.predict import check_task
    from accordingto.evaluate.rows import read_rows
    from accordingto.evaluate.score import SCORERS, gold_fields, score
    from accordingto.evaluate.tables import render

    check_task(task, SCORERS)
    found = score(
        task,
        read_rows(gold, needed=gold_fields(task)),
        read_rows(predicted, needed=("doc",)),
        draws=draws,
        seed=seed,
    )
    if found.absent:
        say(
            f"no prediction for {len(found.absent)} of {found.documents} documents, the first {found.absent[0]}: scored as empty"
        )
    _write(render(found) if chosen is Format.TEXT else _json(found.to_dict()))


@app.command("gate")
def gate_command(
    gold: Annotated[
        Path | None, typer.Option("--gold", metavar="DIR", help="A folder of outside corpora, measured as well.")
    ] = None,
    floors: Annotated[
        Path, typer.Option("--floors", metavar="FILE", help="The floors; corpora of our own lie beside them.")
    ] = Path("evals/floors.json"),
    higher: Annotated[
        bool, typer.Option("--raise", help="Raise floors to what was measured; none is lowered.")
    ] = False,
) -> None:
    """Measure every figure that has a floor, and fail where one has fallen. Needs the extra evaluate.

    Exits with 1 where a figure is under its floor, with 3 where a corpus is not the one that its floors were measured on.
    """
    from accordingto.evaluate.gate import gate, raise_floors
    from accordingto.evaluate.matching import need_scipy
    from accordingto.model import UsageError

    need_scipy()
    if not floors.exists() and not higher:
        raise UsageError(
            f"{floors} is not there; run it in the repository, name it with --floors, or begin one with --raise"
        )
    if gold is not None and not gold.is_dir():
        raise UsageError(f"{gold} is no folder; --gold names the folder that holds the outside corpora")
    found = gate(floors, gold=gold, predicting=_watched, tell=say)
    _write(found.render())
    if higher:
        new = raise_floors(found, floors)
        say(f"{len(new)} floors new or higher in {floors}")
    if found.fell:
        say("; ".join(f"{one.figure} of {one.task} on {one.corpus} fell" for one in found.fell))
        raise typer.Exit(Exit.FAILED)


def _watched(task: str, rows: list[Row], folder: Path = Path()) -> list[Row]:
    """Predict with a bar on standard error."""
    from accordingto.evaluate.across import expected
    from accordingto.evaluate.predict import predict

    with progress(expected(task, rows), shown=True) as (advance, _):
        return list(_counted(predict(task, rows, folder=folder), advance))


@app.command("corpus")
def corpus_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="gsr, petrarch, muc4 or claimdiff.")],
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="The corpus's file; of muc4 and claimdiff their folder.")
    ],
) -> None:
    """Read an outside corpus of events or of claims and print its figures.

    gsr: types of short texts in PLOVER's gold standard records. petrarch: triples of PETRARCH's own sentences. muc4: incidents of
    MUC-4's second test set, and in what standing perpetrators are named. claimdiff: how pairs of claims are ranked by whether one
    strengthens or weakens the other.
    """
    from accordingto.evaluate.corpora import corpus
    from accordingto.evaluate.predict import open_reader

    _write(corpus(name, path, open_reader))


@app.command("bench")
def bench_command(
    reports: Annotated[int, typer.Option(metavar="N", min=10, help="How many reports to read.")] = 200,
    words: Annotated[int, typer.Option(metavar="N", min=50, help="Words a report.")] = 500,
    seed: Annotated[int, typer.Option(metavar="N", help="Seed of the reports.")] = 0,
    chosen: Chosen = Format.TEXT,
) -> None:
    """Read synthetic reports of the sample world in one process and print speed, memory and linearity."""
    from accordingto.evaluate.bench import bench

    with progress(reports, shown=True) as (advance, _):
        found = bench(reports, words=words, seed=seed, advance=advance)
    _write(found.render() if chosen is Format.TEXT else _json(found.to_dict()))


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
