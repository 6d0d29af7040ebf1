"""Predictions by the shipped pipeline, row for row, as the predict contract has them.

Of a row only what the contract lets in is used: the text, or the page; the outlet and the time of publication, if given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from accordingto.evaluate import across
from accordingto.evaluate.contract import (
    actor_names,
    actor_row,
    control_row,
    estimates_row,
    statement_row,
    time_row,
    toponym_row,
)
from accordingto.evaluate.rows import NAMES, Row, name_of
from accordingto.evaluate.tasks import CONTRACT, EMPTY, WITHOUT_MODEL
from accordingto.model import EmptyInput, InputError, IntegrityError, UsageError, spans_of

if TYPE_CHECKING:
    from accordingto.model import Report
    from accordingto.pipeline.read import Reader
    from accordingto.pipeline.reading import Reading

_BOM = "\ufeff"


def attribution(row: Row, reader: Reader | None, _: Path) -> Row:
    """Flat attributions: the outermost voice in the text."""
    return {"attributions": _opened(reader).attributions(row["text"]) if row["text"].strip() else []}


def statements(row: Row, reader: Reader | None, _: Path) -> Row:
    """Statements with their chains."""
    return statement_row(reading_of(row, _opened(reader)))


def contents(row: Row, reader: Reader | None, folder: Path) -> Row:
    """Flat attributions and statements together: what a corpus of nested contents is scored on."""
    return {**attribution(row, reader, folder), **statements(row, reader, folder)}


def events(row: Row, reader: Reader | None, _: Path) -> Row:
    """What happens or is said to happen inside statements; derived verbal events are left out."""
    from accordingto.evaluate.events import event_rows

    return event_rows(reading_of(row, _opened(reader)))


def estimates(row: Row, reader: Reader | None, _: Path) -> Row:
    """What is counted, with bounds, units and places."""
    return estimates_row(reading_of(row, _opened(reader)))


def control(row: Row, reader: Reader | None, _: Path) -> Row:
    """Who holds, contests, besieges, gains, loses or leaves which place."""
    return control_row(reading_of(row, _opened(reader)))


def blocks(row: Row, _: Reader | None, folder: Path) -> Row:
    """Blocks of a scraped text or of a saved page, and the outlet, time and title read from it; no model is needed."""
    from accordingto.clean import blocks_row

    if row.get("html") is None:
        return blocks_row(_scraped(row))
    return _page(row, folder)


def times(row: Row, _: Reader | None, __: Path) -> Row:
    """Time expressions of a report's running text; no model is needed."""
    from accordingto.language.flow import flow_of
    from accordingto.mentions.times import times_of
    from accordingto.resources.times import open_time_words

    if not row["text"].strip():
        return EMPTY["times"]
    report = _scraped({**row, "published": row.get("published") or row.get("dct")})
    found = times_of(report, flow_of(report), open_time_words())
    return {"timex": [time_row(time) for time in sorted(found, key=lambda t: spans_of(t.evidence)[0])]}


def entities(row: Row, reader: Reader | None, _: Path) -> Row:
    """Names in the text with their kinds, and the registry's name where they reach an actor."""
    if not row["text"].strip():
        return EMPTY["entities"]
    found = _opened(reader).names(row["text"])
    known = actor_names(reading_of(row, _opened(reader)))
    return {
        "entities": [
            {"start": n.span.start, "end": n.span.end, "type": n.kind, "actor": known.get((n.span.start, n.span.end))}
            for n in found
        ]
    }


def actors(row: Row, reader: Reader | None, _: Path) -> Row:
    """Mentions of the running text with the entity of the report and the actor of the registry that they reach."""
    if not row["text"].strip():
        return EMPTY["actors"]
    return actor_row(reading_of(row, _opened(reader)))


def factuality(row: Row, reader: Reader | None, _: Path) -> Row:
    """How far the text commits to each of its targets, given by tokens of a text cut by spaces."""
    from accordingto.language.tokenised import joined

    text, targets = joined(row["text"]), row["targets"]
    values = _opened(reader).certainties(text.text, [text.starts[target["span1"][0]] for target in targets])
    labelled = [{**target, "label": round(value, 3)} for target, value in zip(targets, values, strict=True)]
    return {"text": row["text"], "targets": labelled}


def probe(row: Row, _: Reader | None, __: Path) -> Row:
    """Where the places of a row's own spans are, by the gazetteers of the package alone; no model is needed."""
    from accordingto.evaluate.probe import resolved

    return {"toponyms": resolved(row)}


def places(row: Row, reader: Reader | None, _: Path) -> Row:
    """Toponyms of the whole text, resolved; demonyms are among them, marked."""
    from accordingto.language.flow import flow_of
    from accordingto.mentions.places import locate
    from accordingto.resources.gazetteer.gazetteer import open_gazetteer
    from accordingto.resources.places import open_place_words

    if not row["text"].strip():
        return EMPTY["places"]
    report = _scraped(row)
    flow = flow_of(report)
    found = locate(report, flow, _opened(reader).names(flow.text), open_gazetteer(own=False), open_place_words())
    return {"toponyms": [toponym_row(toponym, choice) for toponym, choice in found]}


def resolution(row: Row, _: Reader | None, __: Path) -> Row:
    """The row's own toponyms, resolved; no model is needed."""
    from accordingto.mentions.places import given, resolve
    from accordingto.resources.gazetteer.gazetteer import open_gazetteer
    from accordingto.resources.places import open_place_words

    gazetteer, words = open_gazetteer(own=False), open_place_words()
    found = given(row["text"], [(one["start"], one["end"]) for one in row["toponyms"]], gazetteer, words)
    chosen = resolve(row["text"], found, gazetteer, words)
    return {"toponyms": [toponym_row(toponym, choice) for toponym, choice in zip(found, chosen, strict=True)]}


def lines(row: Row, _: Reader | None, __: Path) -> Row:
    """What each line of a scraped report was read as; no model is needed."""
    from accordingto.evaluate.lines import line_rows, lines_text

    text, spans = lines_text(row)
    report = _scraped({**row, "text": text})
    return {"lines": line_rows(report.text, spans, report.blocks)}


def line_statements(row: Row, reader: Reader | None, folder: Path) -> Row:
    """Lines of a scraped report with how many statements are read from each."""
    from accordingto.evaluate.lines import lines_text, told_rows

    text, spans = lines_text(row)
    read = statements({**row, "text": text}, reader, folder)["statements"]
    return {"lines": told_rows(lines(row, reader, folder)["lines"], spans, [one["content"] for one in read])}


def accounts(row: Row, _: Reader | None, __: Path) -> Row:
    """Whether the row's evidence supports its claim, refutes it, or does neither; no model is needed."""
    from accordingto.evaluate.verdicts import verdict

    return verdict(row)


Task = Callable[[Row, "Reader | None", Path], Row]
Failed = Callable[[str, Exception], None]
TASKS: dict[str, Task] = {
    "attribution": attribution,
    "statements": statements,
    "contents": contents,
    "blocks": blocks,
    "events": events,
    "estimates": estimates,
    "control": control,
    "times": times,
    "entities": entities,
    "actors": actors,
    "factuality": factuality,
    "places": places,
    "resolution": resolution,
    "probe": probe,
    "lines": lines,
    "line-statements": line_statements,
    "accounts": accounts,
}
"""The tasks that can be predicted row by row. Those that the contract does not name are our own."""


def tasks() -> tuple[str, ...]:
    """The tasks that can be predicted, row by row or over several rows."""
    return (*TASKS, *across.JOINT)


def check_task(task: str, available: Iterable[str] | None = None) -> None:
    """Check that a task can be carried out.

    Raises:
        UsageError: where it cannot; names those that can.
    """
    names = ", ".join(tasks() if available is None else available)
    if task in names.split(", "):
        return
    what = "is a task of the contract that this version does not do" if task in CONTRACT else "is no task"
    raise UsageError(f"{task} {what}; available: {names}")


def without_demonyms(rows: Iterable[Row]) -> Iterator[Row]:
    """Predictions of places without those that adjectives and peoples point at."""
    for row in rows:
        yield {**row, "toponyms": [one for one in row["toponyms"] if not one["demonym"]]} if "toponyms" in row else row


def predict(
    task: str,
    rows: Iterable[Row],
    *,
    folder: Path = Path(),
    reader: Reader | None = None,
    failed: Failed = lambda _name, _error: None,
) -> Iterator[Row]:
    """Predict each row.

    Args:
        task: one of `tasks`.
        rows: rows with what `needed_by` names.
        folder: what the ``html`` paths of rows are relative to.
        reader: an opened reader; without it the shipped model is opened at the first row.
        failed: told the name and the error of each row that could not be read; the others go on.

    Returns:
        For each row one with its ``doc`` (and ``id``) and the fields of the task; of the task ``travel`` a row for each story. A row
        that could not be read has empty fields and an ``error``.

    Raises:
        UsageError: where the task is not to be had.
        ResourceError: where the shipped model is missing or damaged.
    """
    check_task(task)
    if task in across.JOINT:
        opened = cache(lambda: reader or open_reader())
        return across.JOINT[task](list(rows), lambda row: reading_of(row, opened()), failed)
    return _predicted(task, rows, folder, reader, failed)


def _predicted(task: str, rows: Iterable[Row], folder: Path, reader: Reader | None, failed: Failed) -> Iterator[Row]:
    for row in rows:
        name: Row = {key: row[key] for key in NAMES if key in row}
        if reader is None and task not in WITHOUT_MODEL:
            reader = open_reader()
        try:
            found = TASKS[task](row, reader, folder)
        except Exception as error:  # one row that cannot be read never costs the others
            failed(name_of(row) or "?", error)
            found = {**EMPTY[task], "error": f"{type(error).__name__}: {error}"}
        yield {**name, **found}


def open_reader() -> Reader:
    """The shipped pipeline.

    Raises:
        ResourceError: where the shipped model is missing or damaged.
    """
    from accordingto.pipeline.read import Reader

    return Reader()


def _opened(reader: Reader | None) -> Reader:
    if reader is None:
        raise UsageError("this task needs an opened reader")
    return reader


def reading_of(row: Row, reader: Reader) -> Reading:
    """The reading of a row's text; its spans fit the row.

    Raises:
        EmptyInput: where there is no text.
        IntegrityError: where its spans would not fit.
    """
    text = _same_length(row["text"])
    if not text.strip():
        raise EmptyInput("the text is empty")
    reading = reader.read_text(text, outlet=row.get("outlet"), published=row.get("published"))
    _check_archived(reading.report, text)
    return reading


def _scraped(row: Row) -> Report:
    from accordingto.capture import capture_text
    from accordingto.clean import report_of

    if not isinstance(row.get("text"), str):
        raise InputError(
            f"the row {row.get('doc', row.get('id'))} has neither `text` nor `html`; the task blocks needs one"
        )
    text = _same_length(row["text"])
    report = report_of(capture_text(text), outlet=row.get("outlet"), published=row.get("published"), as_given=True)
    _check_archived(report, text)
    return report


def _same_length(text: str) -> str:
    """A byte order mark is dropped when a text is read; white space in its place keeps the offsets."""
    return " " + text[1:] if text.startswith(_BOM) else text


def _check_archived(report: Report, text: str) -> None:
    if report.text != text:
        raise IntegrityError(
            "the archived text is not the row's text, so its spans would not fit; please report this row"
        )


def _page(row: Row, folder: Path) -> Row:
    """Blocks of a saved page; ``text`` is the archived text that they point into."""
    import gzip

    from accordingto.capture import capture_bytes
    from accordingto.clean import blocks_row, report_of

    path = folder / row["html"]
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror or error}; `html` is relative to the file of rows"
        ) from error
    page = gzip.decompress(data) if path.suffix == ".gz" else data
    report = report_of(
        capture_bytes(page, where=str(row["html"]), url=row.get("url")),
        outlet=row.get("outlet"),
        published=row.get("published"),
    )
    return {**blocks_row(report), "text": report.text}
