"""What the order of arrival changes: ``python -m evals.stories.order GOLD.jsonl`` prints B³ against the gold and canonical order."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from accordingto.store.regrouping import Known
from evals.stories.corpus import Told, b_cubed, read, shuffled
from evals.stories.fit import group


def canonical(told: list[Told]) -> list[int]:
    """The stories that a rebuilding makes of the reports."""
    counts = Counter(term.hash for one in told for term in one.print.terms)
    shelf = Known(len(told), counts)
    order = sorted(range(len(told)), key=lambda i: (told[i].print.day, told[i].report.id))
    return group(told, order, shelf)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--orders", type=int, default=4)
    options = parser.parse_args()
    told = read(options.gold)
    gold, wanted = [one.story for one in told], canonical(told)
    print(f"canonical order against the gold: {b_cubed(gold, wanted)[0]:.3f}")
    for seed in range(options.orders):
        found = group(told, shuffled(len(told), seed))
        print(
            f"order {seed}: against the gold {b_cubed(gold, found)[0]:.3f}, against canonical order {b_cubed(wanted, found)[0]:.3f}"
        )


if __name__ == "__main__":
    main()
