"""Whether two voices on a matter go back to one occasion: what `accordingto.compare.oneoccasion` learns.

The voices are those heard in the members of the gold matters; of each it is known which occasion it goes back to (`occasion` in
story.toml). Stories held back do not tell their occasions; of them only the number is judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from accordingto.compare.heard import heard_in
from accordingto.compare.linkage import Matrix
from accordingto.compare.matters import Group
from accordingto.compare.oneoccasion import Row, features
from accordingto.compare.origins import barred_of, grouped, rules_of
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.compare.thresholds import DEFAULTS
from accordingto.compare.travel import Ready, ready
from accordingto.compare.tree import parents
from accordingto.evaluate.travel import likeness
from accordingto.model import hull
from accordingto.pipeline.travel import sentence_vectors
from accordingto.resources.comparison import open_comparison
from evals.travel.predicted import readings
from evals.travel.story import At, Story
from training.learner import Answers, Question, Rows
from training.unseen import likelihoods

HEADER = """# Weights by which two voices on a matter likely go back to one occasion: boosted trees over what lets on where words come from.
#
# schema   labels; features: names in `accordingto.compare.oneoccasion`; trees: node by node the feature, the threshold (left where not
#          greater), the nodes to the left and right, and the value of leaves, which lead to themselves.
# origin   learnt by training/occasion.py on {rows} pairs of the stories of training/corpus.py that are not held back.
# licence  Apache-2.0, as the program.
"""

EVEN = 0.5


class Counted(NamedTuple):
    """A matter and its pairs among those of its story."""

    origins: int
    pairs: Sequence[tuple[int, int]]
    barred: Matrix
    """1 for two voices that cannot go back to one occasion."""


def pairs_of(story: Story) -> Rows:
    """The pairs of voices of a story's matters; of a story held back they are not answered."""
    own = readings(story)
    docs = {reading.report.id: doc for doc, reading in own.items()}
    words = open_comparison()
    made = ready(list(own.values()), words=words, vectors=sentence_vectors)
    together = likelihoods(story, made)
    rows: list[Row] = []
    label: list[bool] = []
    counted: list[Counted] = []
    for matter, places in story.matters:
        occasions = [member.get("occasion") for member in matter["members"]]
        group = _group(places, made, docs)
        if not group or not (all(occasions) or story.held_back):
            continue
        scene = Scene(made.hand, group, made.said, parents(group, made.lineage, made.hand), words, made.lineage)
        heard = [one for report, members in group.items() for one in heard_in(report, members, scene)]
        sure, tellings = rules_of(heard, scene, made.weights, made.frame)
        found = features(heard, sure, tellings, together)
        known = [occasions[_nearest(one.said, places, docs)] for one in heard]
        rows += found.values()
        label += [known[i] == known[j] for i, j in found]
        counted.append(Counted(matter["origins"], [*found], barred_of(heard, tellings)))
    names = [*rows[0]]
    table = np.array([[row[name] for name in names] for row in rows])
    return Rows(story.name, story.held_back, names, table, np.array(label, float), {"matters": counted})


def _group(places: Sequence[At], made: Ready, docs: Mapping[str, str]) -> Group:
    """The statements nearest to the members of a matter, by report, in the order that matters have."""
    found: Group = {}
    for report, statements in made.said.items():
        like = [[likeness(place, place_of(one, docs)) for one in statements] for place in places]
        nearest = {values.index(max(values)) for values in like if max(values, default=0.0)}
        if nearest:
            found[report] = sorted((statements[n] for n in nearest), key=_fullness)
    return found


def _fullness(one: Said) -> tuple[bool, int, int, str]:
    return one.headline, -len(one.forms), one.statement.content[0].start, one.id


def place_of(one: Said, docs: Mapping[str, str]) -> At:
    """Where a statement stands, as stories have places; ``docs`` are the names of documents by the ids of reports."""
    whole = hull(one.statement.content)
    return docs[one.report], whole.start, whole.end


def _nearest(one: Said, places: Sequence[At], docs: Mapping[str, str]) -> int:
    like = [likeness(place, place_of(one, docs)) for place in places]
    return like.index(max(like))


def figures(corpus: Sequence[Rows], given: Answers) -> Mapping[str, float]:
    """Shares of 100: pairs answered rightly at even odds, and matters of which the number of occasions is right."""
    found: dict[str, list[bool]] = {}
    for story, own in zip(corpus, given, strict=True):
        group, done = "held back" if story.held_back else "open", 0
        if not story.held_back:
            found.setdefault("pairs, open", []).extend((own > EVEN) == (story.label > EVEN))
        for matter in story.beside["matters"]:
            likely = np.zeros_like(matter.barred)
            for i, j in matter.pairs:
                likely[i, j] = likely[j, i] = own[done]
                done += 1
            number = len(grouped(likely, matter.barred, DEFAULTS.one_occasion))
            found.setdefault(f"matters, {group}", []).append(number == matter.origins)
    return {name: round(100 * float(np.mean(values)), 1) for name, values in found.items()}


QUESTION = Question(
    name="occasion",
    labels=("ONE OCCASION",),
    rounds=200,
    settings={
        "objective": "binary",
        "learning_rate": 0.06,
        "num_leaves": 8,
        "max_depth": 3,
        "min_data_in_leaf": 50,
        "feature_fraction": 0.3,
        "lambda_l2": 20.0,
    },
    header=HEADER,
    rows=pairs_of,
    figures=figures,
)
