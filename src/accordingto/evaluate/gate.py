"""The gate: every figure that has a floor is measured again, from the text on, and none may have fallen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from accordingto.evaluate.across import JOINT
from accordingto.evaluate.floors import (
    GOLD,
    TEXTS,
    WATCHED,
    Floor,
    check_hash,
    corpus_path,
    floor_under,
    hash_of,
    read_floors,
    write_floors,
)
from accordingto.evaluate.lines import with_texts
from accordingto.evaluate.measures import Measure
from accordingto.evaluate.pages import page_measures
from accordingto.evaluate.predict import predict
from accordingto.evaluate.rows import Row, read_rows
from accordingto.evaluate.score import SCORERS, gold_fields, score
from accordingto.evaluate.tables import number, table
from accordingto.evaluate.tasks import needed_by
from accordingto.model import IntegrityError

FOLDERS: dict[str, Callable[[Path], list[Measure]]] = {"pages": page_measures}
"""Tasks that are measured on files beside the corpus's rows: by name, what measures a folder."""
Predict = Callable[[str, list[Row]], Iterable[Row]]
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A figure beside its floor; ``floor`` is ``None`` where there was none yet, ``measured`` where the corpus is not at hand."""

    task: str
    corpus: str
    figure: str
    measured: float | None
    floor: Floor | None

    @property
    def fell(self) -> bool:
        """Whether the figure is under its floor."""
        return self.measured is not None and self.floor is not None and self.measured < self.floor.floor

    @property
    def verdict(self) -> str:
        """For people."""
        if self.measured is None:
            return "not measured"
        return "FELL" if self.fell else "holds" if self.floor else "no floor"


@dataclass(frozen=True, slots=True)
class Gate:
    """What the gate found."""

    outcomes: tuple[Outcome, ...]
    hashes: dict[str, str]
    """SHA-256 by corpus measured."""

    @property
    def fell(self) -> list[Outcome]:
        """The figures under their floors."""
        return [outcome for outcome in self.outcomes if outcome.fell]

    def render(self) -> str:
        """A table for people."""
        head = ("task", "corpus", "figure", "measured", "floor", "verdict")
        return table(head, [_cells(outcome) for outcome in self.outcomes]) + "\n"


def _cells(outcome: Outcome) -> list[str]:
    floor = f"{outcome.floor.floor:.2f}" if outcome.floor else number(None)
    measured = number(None) if outcome.measured is None else f"{outcome.measured:.2f}"
    return [outcome.task, outcome.corpus, outcome.figure, measured, floor, outcome.verdict]


def gate(path: Path, *, gold: Path | None = None, predicting: Predict = predict, tell: Tell = lambda _: None) -> Gate:
    """Measure what has floors, and what is watched and at hand.

    Args:
        path: the file of floors; corpora of our own lie beside it.
        gold: the folder of outside corpora; without it their figures are not measured.
        predicting: what predicts a task's rows.
        tell: told what is being measured.

    Raises:
        IntegrityError: where a corpus is not the one that its floors were measured on, or is gone.
    """
    floors = read_floors(path)
    outcomes: list[Outcome] = []
    hashes: dict[str, str] = {}
    for task, corpus in sorted({(f.task, f.corpus) for f in floors} | set(_at_hand(path, gold))):
        own = {floor.figure: floor for floor in floors if (floor.task, floor.corpus) == (task, corpus)}
        names = [*own, *(name for name in WATCHED.get((task, corpus), ()) if name not in own)]
        at = corpus_path(corpus, path, gold)
        if at is None:
            outcomes += [Outcome(task, corpus, name, None, own.get(name)) for name in names]
            continue
        hashes[corpus] = hash_of(at)
        for floor in own.values():
            check_hash(floor, at, hashes[corpus])
        texts = _texts(corpus, path, gold)
        if texts is None and corpus in TEXTS:
            outcomes += [Outcome(task, corpus, name, None, own.get(name)) for name in names]
            continue
        tell(f"measuring {task} on {at}")
        found = _measured(task, at, predicting, texts)
        outcomes += [
            Outcome(task, corpus, name, round(_figure(found, name, path).value, 2), own.get(name))
            for name in names
            if name in own or _figure(found, name, path).support
        ]
    return Gate(tuple(outcomes), hashes)


def _at_hand(path: Path, gold: Path | None) -> Iterator[tuple[str, str]]:
    """Watched corpora that are there and annotated for the task, whether they have floors or not."""
    for task, corpus in WATCHED:
        at = corpus_path(corpus, path, gold)
        if at is not None and at.is_file() and _annotated(task, at):
            yield task, corpus


def _annotated(task: str, at: Path) -> bool:
    first = next(read_rows(at), {})
    if task in FOLDERS:
        return True
    return SCORERS[task].gold in first


def _texts(corpus: str, path: Path, gold: Path | None) -> Path | None:
    """Where the texts of a corpus of bare annotations lie, if they are at hand."""
    return corpus_path(TEXTS[corpus], path, gold) if corpus in TEXTS else None


def _measured(task: str, at: Path, predicting: Predict, texts: Path | None = None) -> dict[str, Measure]:
    """The measures of a task on a corpus, predicted from its texts, or from the files beside them."""
    if task in FOLDERS:
        return {measure.name: measure for measure in FOLDERS[task](at.parent)}
    rows, given = _rows(task, at, texts)
    predicted = list(predicting(task, given))
    unread = [row for row in predicted if "error" in row]
    if unread:
        raise IntegrityError(
            f"{len(unread)} of {len(rows)} rows of {at} could not be read, the first because of {unread[0]['error']}"
        )
    return {measure.name: measure for measure in score(task, rows, predicted, draws=0).measures}


def _rows(task: str, at: Path, texts: Path | None) -> tuple[list[Row], list[Row]]:
    """The rows of a corpus, and those that its predictions are made from: the same, unless they are of whole stories."""
    if texts is None:
        rows = list(read_rows(at, needed=(*needed_by(task), SCORERS[task].gold)))
        return rows, rows
    gold, own = list(read_rows(at, needed=gold_fields(task))), read_rows(texts, needed=needed_by(task))
    if task in JOINT:
        return gold, list(own)
    rows = with_texts(gold, own)
    return rows, rows


def _figure(found: dict[str, Measure], name: str, path: Path) -> Measure:
    if name not in found:
        raise IntegrityError(f"{path} has a floor for {name!r}, but the scorer knows only {', '.join(found)}")
    return found[name]


def raise_floors(found: Gate, path: Path) -> list[Floor]:
    """Write the floors that what was measured allows: none is ever lowered. Gives those that are new or higher."""
    kept = {floor.key: floor for floor in read_floors(path)}
    today, new = datetime.now(UTC).date().isoformat(), []
    for outcome in found.outcomes:
        if outcome.measured is None:
            continue
        floor = _floor(outcome, outcome.measured, found.hashes[outcome.corpus], today)
        old = kept.get(floor.key)
        if old is None or floor.floor > old.floor:
            new.append(floor)
            kept[floor.key] = floor
    if new:
        write_floors(kept.values(), path)
    return new


def _floor(outcome: Outcome, measured: float, digest: str, today: str) -> Floor:
    at, read = _shown(outcome.corpus), _shown(TEXTS.get(outcome.corpus, outcome.corpus))
    if outcome.task in FOLDERS:
        folder = at.rpartition("/")[0]
        command = f"python evals/{outcome.task}/run.py {folder}"
        return Floor(
            outcome.task, outcome.corpus, outcome.figure, floor_under(measured), measured, digest, today, command
        )
    command = (
        f"accordingto evaluate predict {outcome.task} {read} out.jsonl && "
        f"accordingto evaluate score {outcome.task} {at} out.jsonl"
    )
    return Floor(outcome.task, outcome.corpus, outcome.figure, floor_under(measured), measured, digest, today, command)


def _shown(corpus: str) -> str:
    return corpus.replace(GOLD, "$GOLD/", 1) if corpus.startswith(GOLD) else f"evals/{corpus}"
