"""Learn what comparing asks: ``python -m training.stories [NAME…] [--check]``.

What is learnt from are the stories of `training.corpus` that are not held back. For each question the figures are printed that come of
answering every story by what was learnt on all others but those held back; then the file is written that the package ships. Before them
come ``meaning``, the metric on sentence vectors by which questions are asked, and before ``relating`` ``telltale``, the words that tell;
they are answered by fold. Last comes ``misreporting``, which is learnt from drills and asks all the others.

Needs lightgbm, of the dependency group ``train``.
"""

from __future__ import annotations

import argparse
import json
import sys

from accordingto.resources.comparison import open_comparison
from accordingto.resources.learnt import FOLDER, MEANING, TELLTALE, file_of, open_learnt
from evals.travel.compile import stories
from training import excluding, meaning, misreporting, occasion, relating, telltale, through, together
from training.folds import without_fold
from training.learner import Question, answers, without, written

QUESTIONS: tuple[Question, ...] = (
    together.QUESTION,
    through.QUESTION,
    excluding.EXCLUDING,
    excluding.DIFFER,
    relating.QUESTION,
    occasion.QUESTION,
)
"""In the order in which they are asked: a later one may build on what an earlier one has learnt."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.stories", description=__doc__.split("\n")[0])
    parser.add_argument(
        "names",
        nargs="*",
        choices=[[], "meaning", "telltale", *(one.name for one in QUESTIONS), misreporting.QUESTION.name],
        help="without it all",
    )
    parser.add_argument("--check", action="store_true", help="only print the figures")
    args = parser.parse_args()
    found = stories()
    if not args.names or "meaning" in args.names:
        sys.stdout.write(json.dumps({"meaning": meaning.figures(found)}) + "\n")
        if not args.check:
            (FOLDER / MEANING).write_bytes(meaning.written())
    if (not args.names or "telltale" in args.names) and not args.check:
        (FOLDER / TELLTALE).write_text(telltale.written(without_fold(None)), encoding="utf-8")
    for question in QUESTIONS:
        if args.names and question.name not in args.names:
            continue
        measured, taught = [question.rows(story) for story in found], question.taught()
        told = question.figures(measured, answers(question, measured, taught))
        sys.stdout.write(json.dumps({question.name: told}) + "\n")
        sys.stdout.flush()
        if not args.check:
            trees = written(question, without([*measured, *taught], ""))
            file_of(question.name).write_text(trees, encoding="utf-8")
    if not args.names or misreporting.QUESTION.name in args.names:
        open_learnt.cache_clear()  # drills are answered by what has just been learnt
        open_comparison.cache_clear()
        drilled = misreporting.taught()
        sys.stdout.write(json.dumps({misreporting.QUESTION.name: misreporting.figures_of(found, drilled)}) + "\n")
        if not args.check:
            file_of(misreporting.QUESTION.name).write_text(misreporting.written(drilled), encoding="utf-8")


if __name__ == "__main__":
    main()
