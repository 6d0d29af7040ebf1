"""Measure travel: ``python -m evals.travel.run [--full] [--fields NAME…] [--folds] [--no-choosing]``.

Prints the figures that the package gives as it is shipped (over all stories, those held back and the others) and, beside them, those of
leaving one story out: for each story what is learnt (`training/stories.py`) is learnt from all others that are not held back, lessons
among them (with lightgbm, of the dependency group ``train``), and the thresholds are chosen on all others, each field by itself from a
small grid around what is shipped; the rows of all stories are then scored together. With ``--fields`` and no name only the trees are
learnt anew. With ``--folds`` a story is left out together with a fifth of all, so that what is learnt is learnt once for each
fifth and not for each story: much faster, and a little less to learn from.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from functools import partial

from accordingto.compare.thresholds import DEFAULTS, Thresholds
from accordingto.evaluate.measures import DRAWS, Counts, Measure, total
from accordingto.evaluate.score import Score, score
from accordingto.evaluate.tables import measure_cells, render, table
from accordingto.evaluate.travel import count, measured
from accordingto.model import UsageError
from accordingto.resources.learnt import Learnt, open_learnt, with_trees
from accordingto.resources.trees import Trees
from evals.travel.compile import Row, gold_row, stories
from evals.travel.predicted import row
from evals.travel.story import Story

STEPS = (0.8, 1.0, 1.25)
"""Of the shipped value: what a threshold is tried at."""
JUDGED = ("lineage", "quotes B3", "relations macro-F1", "origins cover", "origins exact", "mismatches")
"""Figures of which the mean is made as high as can be."""


class Tried:
    """Rows and counts of stories under thresholds, each made once."""

    def __init__(self, found: Sequence[Story], learnt: Mapping[str, Learnt] | None = None) -> None:
        self.stories = list(found)
        self._learnt = learnt or {}
        self.gold = [gold_row(story) for story in found]
        self._rows: dict[tuple[int, Thresholds], Row] = {}
        self._counts: dict[tuple[int, Thresholds], Counts] = {}

    def row(self, number: int, thresholds: Thresholds) -> Row:
        """The prediction for a story."""
        key = number, thresholds
        if key not in self._rows:
            self._rows[key] = row(
                self.stories[number], thresholds=thresholds, learnt=self._learnt.get(self.stories[number].name)
            )
        return self._rows[key]

    def counts(self, number: int, thresholds: Thresholds) -> Counts:
        """Its counts."""
        key = number, thresholds
        if key not in self._counts:
            self._counts[key] = count(self.gold[number], self.row(number, thresholds))
        return self._counts[key]

    def merit(self, numbers: Sequence[int], thresholds: Thresholds) -> float:
        """The mean of the judged figures over some stories."""
        found = {m.name: m.value for m in measured(total([self.counts(n, thresholds) for n in numbers]))}
        return sum(found[name] for name in JUDGED) / len(JUDGED)


def learnt_without(found: Sequence[Story], *, folds: bool = False) -> dict[str, Learnt]:
    """For each story what was learnt without it; the metric on meanings and the words that tell, or with ``folds`` all, without its fold.

    Raises:
        UsageError: where lightgbm is not installed.
    """
    try:
        from training.learner import each_without, trees_of
        from training.meaning import metric_without
        from training.stories import QUESTIONS
        from training.telltale import telltale_without
    except ModuleNotFoundError as error:
        raise UsageError(
            f"{error.name} is needed to leave a story out: install the dependency group train, or give --no-choosing"
        ) from error
    trees: dict[str, dict[str, Trees]] = {story.name: {} for story in found}
    for question in QUESTIONS:
        rows = [question.rows(story) for story in found]
        made = each_without(rows, question.taught(), partial(trees_of, question), folds=folds)
        for story, left_out in zip(found, made, strict=True):
            trees[story.name][question.name] = left_out
    shipped = open_learnt()
    return {
        name: replace(with_trees(shipped, made), meaning=metric_without(name), telltale=telltale_without(name))
        for name, made in trees.items()
    }


def tried_values(name: str) -> list[float | int]:
    """What a field of the thresholds is tried at."""
    value = getattr(DEFAULTS, name)
    if isinstance(value, bool):
        return [value]
    values = {type(value)(round(step * value, 4)) for step in STEPS}
    return sorted(values, key=lambda one: (one != value, one))


def chosen(tried: Tried, numbers: Sequence[int], names: Sequence[str]) -> Thresholds:
    """The thresholds that are best on some stories: each field by itself, the shipped value where none is better."""
    best: dict[str, float | int] = {}
    for name in names:
        merits = [(tried.merit(numbers, replace(DEFAULTS, **{name: value})), value) for value in tried_values(name)]
        best[name] = max(merits, key=lambda item: item[0])[1]  # the first of equals is what is shipped
    return replace(DEFAULTS, **best)


def leave_one_out(tried: Tried, names: Sequence[str], tell: Callable[[str], None]) -> list[Row]:
    """The row of each story under thresholds chosen on all others."""
    every, rows, moved = range(len(tried.stories)), [], Counter[str]()
    for number in every:
        thresholds = chosen(tried, [other for other in every if other != number], names)
        rows.append(tried.row(number, thresholds))
        differing = (name for name in names if getattr(thresholds, name) != getattr(DEFAULTS, name))
        moved.update(f"{name} {getattr(thresholds, name)}" for name in differing)
    tell("chosen other than shipped: " + (", ".join(f"{what} ({n})" for what, n in moved.most_common()) or "none"))
    return rows


def beside(shipped: Score, out: Score) -> str:
    """The judged figures of both, with those of the stories held back and the others."""

    def cells(found: Score, name: str) -> list[str]:
        measures: dict[str, Measure] = {m.name: m for m in found.measures}
        return measure_cells(measures[name])[1:3] if name in measures else ["–", "–"]

    head = ("figure (per cent)", "shipped", "95 %", "open", "held", "one left out", "95 %", "gold")
    rows = []
    for name in JUDGED:
        support = next(str(m.support) for m in shipped.measures if m.name == name)
        parts = [cells(shipped, f"{name} {part}")[0] for part in ("open", "held")]
        rows.append([name, *cells(shipped, name), *parts, *cells(out, name), support])
    return table(head, rows)


def main(given: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evals.travel.run", description=__doc__.split("\n")[0])
    parser.add_argument("--full", action="store_true", help="print all figures")
    parser.add_argument("--no-choosing", action="store_true", help="only what the shipped thresholds give")
    parser.add_argument("--fields", nargs="*", help="fields of the thresholds to choose; without it all")
    parser.add_argument(
        "--folds", action="store_true", help="leave a story out with all others of its fold: much faster"
    )
    parser.add_argument("--boot", type=int, default=DRAWS, help="draws for the intervals")
    args = parser.parse_args(given)
    tried = Tried(stories())
    every = range(len(tried.stories))
    shipped = score("travel", tried.gold, [tried.row(n, DEFAULTS) for n in every], draws=args.boot)
    if args.no_choosing:
        print(render(shipped), end="")
        return 0
    try:
        left = Tried(tried.stories, learnt_without(tried.stories, folds=args.folds))
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    names = args.fields if args.fields is not None else [one.name for one in fields(Thresholds)]
    rows = leave_one_out(left, names, lambda line: print(line, file=sys.stderr))
    out = score("travel", tried.gold, rows, draws=args.boot)
    print(beside(shipped, out))
    if args.full:
        print("\nShipped thresholds\n", render(shipped), "One story left out\n", render(out), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
