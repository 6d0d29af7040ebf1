"""What two statements that can both be so are to each other: what `accordingto.compare.accord` learns.

Learnt from are all pairs that a story tells to repeat, re-word, agree with or narrow each other. The figures are F1 of each label.
"""

from __future__ import annotations

from functools import partial

from accordingto.compare.accord import ACCORDS
from evals.travel.story import Story
from training.learner import Question, Rows
from training.relations import SETTINGS, Pair, figures, rows_of

HEADER = """# Weights by which statements that can both be so are told to repeat, re-word, agree with or narrow each other: boosted trees.
#
# schema   labels; features: names in `accordingto.compare.accord`; trees: node by node the feature, the threshold (left where not
#          greater), the nodes to the left and right, and the value of leaves, which lead to themselves.
# origin   learnt by training/accord.py on {rows} pairs of the stories of evals/travel that are not held back.
# licence  Apache-2.0, as the program.
"""


def label_of(pair: Pair) -> int | None:
    """The number of their relation; none where they cannot both be so."""
    return ACCORDS.index(pair.relation) if pair.relation in ACCORDS else None


def pairs_of(story: Story) -> Rows:
    """The pairs of a story."""
    return rows_of(story, label_of, lambda pair: pair.weighing.accord(pair.a, pair.b))


LABELS = tuple(kind.upper() for kind in ACCORDS)
QUESTION = Question(
    name="accord",
    labels=LABELS,
    rounds=200,
    settings={**SETTINGS, "num_class": 4},
    header=HEADER,
    rows=pairs_of,
    figures=partial(figures, LABELS),
    level=True,
    lessons=False,  # in them much more narrows than in the stories that are measured on; with them .61 of .67 on those held back
)
