"""Whether the later of two statements is an update or a withdrawal of the other: what `accordingto.compare.changes` learns.

Learnt from are all pairs of two reports between which a story tells a relation. The figures are F1 of each label.
"""

from __future__ import annotations

from functools import partial

from accordingto.compare.weighing import LAPSES, may_lapse
from evals.travel.story import Story
from training.learner import Question, Rows
from training.relations import SETTINGS, Pair, figures, rows_of

HEADER = """# Weights by which the later of two statements is told to be an update or a withdrawal: boosted trees.
#
# schema   labels; features: names in `accordingto.compare.changes`; trees: node by node the feature, the threshold (left where not
#          greater), the nodes to the left and right, and the value of leaves, which lead to themselves.
# origin   learnt by training/lapse.py on {rows} pairs of the stories of evals/travel that are not held back.
# licence  Apache-2.0, as the program.
"""


def label_of(pair: Pair) -> int | None:
    """The number of what time has made of the two; none where it cannot have made anything."""
    if not may_lapse(pair.a, pair.b):
        return None
    return LAPSES.index(pair.relation) if pair.relation in LAPSES else 0


def pairs_of(story: Story) -> Rows:
    """The pairs of a story."""
    return rows_of(story, label_of, lambda pair: pair.weighing.changes(pair.a, pair.b))


LABELS = ("NEITHER", "UPDATES", "WITHDRAWS")
QUESTION = Question(
    name="lapse",
    labels=LABELS,
    rounds=200,
    settings={**SETTINGS, "num_class": 3},
    header=HEADER,
    rows=pairs_of,
    figures=partial(figures, LABELS),
    level=True,
    emphasis=(1.0, 3.0, 3.0),
    lessons=False,  # with them all is as well on stories held back, and less on the others
)
