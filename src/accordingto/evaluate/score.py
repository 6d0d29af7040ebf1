"""Scoring predictions against gold: the scorers by task, and what they find put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from accordingto.evaluate import (
    actors,
    attribution,
    contents,
    control,
    entities,
    estimates,
    events,
    factuality,
    lines,
    places,
    probe,
    statements,
    stories,
    times,
    travel,
    verdicts,
)
from accordingto.evaluate.matching import need_scipy
from accordingto.evaluate.measures import DRAWS, Counts, Measure, Measuring, total, with_intervals
from accordingto.evaluate.predict import check_task
from accordingto.evaluate.rows import Row, by_document, name_of
from accordingto.evaluate.travelrows import FIELDS
from accordingto.model import UsageError


@dataclass(frozen=True, slots=True)
class Scorer:
    """How a task is scored."""

    gold: str
    """The field of the gold annotation."""
    predicted: tuple[str, ...]
    """Fields of the prediction; one of them is enough."""
    count: Callable[[Row, Row], Counts]
    check: Callable[[Row, list[Row], str], None]
    measuring: Callable[[Counts], Measuring]
    """Given the counts of all documents, what makes measures of a draw of them."""


@dataclass(frozen=True, slots=True)
class Whole:
    """How a task is scored whose rows cannot be counted one by one."""

    gold: str
    """The field of the gold annotation, and of the prediction."""
    counts: Callable[[Mapping[str, Row], Mapping[str, Row]], list[Counts]]
    """Counts of what is drawn as one, given gold and prediction by document."""
    measuring: Callable[[Counts], Measuring]


def _attributions(gold: Row, predicted: Row) -> Counts:
    return attribution.count(gold, predicted["attributions"])


def _statements(gold: Row, predicted: Row) -> Counts:
    return statements.count(gold, predicted["statements"])


def _events(gold: Row, predicted: Row) -> Counts:
    return events.count(gold, predicted["events"])


def _estimates(gold: Row, predicted: Row) -> Counts:
    return estimates.count(gold, predicted["estimates"], predicted.get("statements"))


def _control(gold: Row, predicted: Row) -> Counts:
    return control.count(gold, predicted["control"], predicted.get("statements"))


def _toponyms(gold: Row, predicted: Row) -> Counts:
    return probe.count(gold, predicted["toponyms"])


def _actors(gold: Row, predicted: Row) -> Counts:
    return actors.count(gold, predicted["mentions"])


def _places(gold: Row, predicted: Row) -> Counts:
    return places.count(gold, predicted["toponyms"])


def _entities(gold: Row, predicted: Row) -> Counts:
    return entities.count(gold, predicted["entities"])


def _factuality(gold: Row, predicted: Row) -> Counts:
    return factuality.count(gold, predicted["targets"])


def _nothing(_: Row, __: list[Row], ___: str) -> None:
    """What is checked where counting checks."""


SCORERS: Mapping[str, Scorer | Whole] = {
    "attribution": Scorer(
        "attributions", ("attributions",), _attributions, attribution.check, lambda _: attribution.measured
    ),
    "statements": Scorer(
        "statements",
        ("statements",),
        _statements,
        statements.check,
        lambda whole: partial(statements.measured, over=statements.large_acts(whole)),
    ),
    "contents": Scorer(
        "attributions", ("attributions", "statements"), contents.count, contents.check, lambda _: contents.measured
    ),
    "events": Scorer("events", ("events",), _events, events.check, lambda _: events.measured),
    "estimates": Scorer("estimates", ("estimates",), _estimates, estimates.check, lambda _: estimates.measured),
    "control": Scorer("control", ("control",), _control, control.check, lambda _: control.measured),
    "times": Scorer("timex", ("timex",), times.count, times.check, lambda _: times.measured),
    "actors": Scorer("entities", ("mentions",), _actors, actors.check, lambda _: actors.measured),
    "places": Scorer("toponyms", ("toponyms",), _places, places.check, lambda _: places.measured),
    "resolution": Scorer("toponyms", ("toponyms",), _places, places.check, lambda _: places.measured),
    "probe": Scorer("toponyms", ("toponyms",), _toponyms, probe.check, lambda _: probe.measured),
    "entities": Scorer("entities", ("entities",), _entities, entities.check, lambda _: entities.measured),
    "factuality": Scorer("targets", ("targets",), _factuality, factuality.check, lambda _: factuality.measured),
    "lines": Scorer("lines", ("lines",), lines.count, lines.check, lambda _: lines.measured),
    "line-statements": Scorer("lines", ("lines",), lines.count_told, lines.check, lambda _: lines.measured_told),
    "travel": Scorer("lineage", FIELDS, travel.count, _nothing, travel.measuring),
    "stories": Whole("story", stories.counts, lambda _: stories.measured),
    "accounts": Whole("label", verdicts.counts, lambda _: verdicts.measured),
}
"""The tasks that can be scored."""
WITHOUT_TEXT = frozenset(("lines", "line-statements", "travel", "stories", "accounts"))
"""Tasks whose gold may have no text of its own."""


def gold_fields(task: str) -> tuple[str, ...]:
    """The fields that gold rows of a task must have to be scored."""
    return ("doc", SCORERS[task].gold) if task in WITHOUT_TEXT else ("doc", "text", SCORERS[task].gold)


@dataclass(frozen=True, slots=True)
class Score:
    """What scoring found."""

    task: str
    documents: int
    absent: tuple[str, ...]
    """Gold documents without a prediction, scored as if nothing had been found in them."""
    measures: tuple[Measure, ...]
    acts: tuple[Measure, ...] = ()
    """F1 of each class: of acts, for the task ``statements``; of kinds of bounds and of statuses, for estimates and control."""
    confusion: tuple[tuple[str, str, int], ...] = ()
    """Gold class, predicted class, and how often, the most frequent first; equal ones are left out."""

    @property
    def figures(self) -> dict[str, float]:
        """Each figure by its name, in per cent."""
        return {measure.name: measure.value for measure in self.measures}

    def to_dict(self) -> dict[str, Any]:
        """Plain, ready for JSON."""
        return asdict(self)


def score(task: str, gold: Iterable[Row], predicted: Iterable[Row], *, draws: int = DRAWS, seed: int = 0) -> Score:
    """Score predictions.

    Args:
        task: one of `SCORERS`.
        gold: gold rows; of several annotations of a document only the ``primary`` one counts.
        predicted: prediction rows, found by their ``doc``; those of other documents are passed over.
        draws: bootstrap draws for the intervals; 0 for none.
        seed: of the draws.

    Raises:
        UsageError: where the task has no scorer, scipy is missing, or rows lack what the task needs.
        IntegrityError: where a span lies outside its text, or rows contradict each other.
    """
    check_task(task, SCORERS)
    need_scipy()
    scorer = SCORERS[task]
    wanted = by_document(filter(attribution.kept, gold), "the gold")
    if not wanted:
        raise UsageError("the gold has no row to score; each line needs `doc`, `text` and the annotation")
    found = by_document(predicted, "the prediction")
    if isinstance(scorer, Whole):
        per_document = _counted_whole(scorer, wanted, found)
    else:
        per_document = [_counted(scorer, row, found.get(name)) for name, row in wanted.items()]
    return _score(task, per_document, len(wanted), tuple(sorted(wanted.keys() - found.keys())), draws, seed)


def _score(
    task: str, per_document: list[Counts], documents: int, absent: tuple[str, ...], draws: int, seed: int
) -> Score:
    whole = total(per_document)
    measures = with_intervals(per_document, SCORERS[task].measuring(whole), draws=draws, seed=seed)
    acts = [act for act in statements.act_measures(whole) if act.name != travel.NONE]
    wrong = ((gold, given, n) for (gold, given), n in statements.confusion(whole).items() if gold != given)
    confusion = sorted(wrong, key=lambda item: (-item[2], item[:2]))
    return Score(task, documents, absent, tuple(measures), tuple(acts), tuple(confusion))


def _counted(scorer: Scorer, gold: Row, predicted: Row | None) -> Counts:
    """Counts of one document, once both rows have been checked."""
    items = _field(gold, scorer.gold, "the gold")
    scorer.check(gold, items, "the gold")
    if predicted is None:
        return scorer.count(gold, {name: [] for name in scorer.predicted})
    present = [name for name in scorer.predicted if name in predicted]
    for name in present or scorer.predicted[:1]:
        scorer.check(gold, _field(predicted, name, "the prediction"), "the prediction")
    return scorer.count(gold, predicted)


def _counted_whole(scorer: Whole, wanted: Mapping[str, Row], found: Mapping[str, Row]) -> list[Counts]:
    """Counts of all documents, once their rows have been seen to be of the task."""
    for what, rows in (("the gold", wanted), ("the prediction", found)):
        for name, row in rows.items():
            if name in wanted and scorer.gold not in row:
                raise _another(row, f"`{scorer.gold}`", what)
    return scorer.counts(wanted, found)


def _field(row: Row, name: str, what: str) -> list[Row]:
    items = row.get(name)
    if not isinstance(items, list):
        raise _another(row, f"list `{name}`", what)
    return items


def _another(row: Row, lacking: str, what: str) -> UsageError:
    has = ", ".join(f"`{key}`" for key in row)
    return UsageError(f"{what} has no {lacking} for the document {name_of(row)}, only {has}; is it of another task?")
