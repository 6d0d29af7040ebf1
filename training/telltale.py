"""How much single words tell of the relation of two statements: what `accordingto.compare.telltale` asks.

A ridge regression of each relation on the words of a pair, by where they stand: pairs of a rare relation weigh more, words of few stories
are left out, so that no name of a place or a person is learnt. What the trees of `training/relating.py` are told of a story is learnt
without its fold.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from tomllib import loads

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from scipy.sparse.linalg import LinearOperator, cg

from accordingto.compare.relating import RELATIONS
from accordingto.compare.telltale import telling
from accordingto.resources.telltale import SCHEMA, Telltale, telltale_of
from evals.travel.story import Story
from training.folds import fold_of, without_fold
from training.relations import pairs_of

LEAST = 5
"""Stories in which a word must stand, at the same place."""
PULL = 1.0
"""How much it costs that a word tells anything."""
RARE = 0.7
"""How much more pairs of a rare relation weigh: 1 makes all relations weigh alike, 0 all pairs."""
CONSTANT = 10.0
"""Stands beside the words of each pair: so much that what it tells costs next to nothing."""
UNIT = 0.01
"""What weights are rounded to."""
HEADER = """# Words that let on in which relation two statements stand: a weight for each label, by where the word stands.
#
# schema   labels; unit: what the weights are multiplied by; start: what each label has before; words: "a" only in the earlier statement,
#          "b" only in the later, "both", "around.a" and "around.b" only in the sentence of the one; stems as in
#          `accordingto.compare.normalise`, # for any number.
# origin   learnt by training/telltale.py on {rows} pairs of the stories of training/corpus.py that are not held back.
# licence  Apache-2.0, as the program.
"""


@cache
def _pairs(name: str) -> list[tuple[Mapping[str, float], int]]:
    """The words of each pair of a story, and the number of its relation."""
    return [
        (telling(*(pair.weighing.frame.side(one.said) for one in (pair.a, pair.b))), RELATIONS.index(pair.relation))
        for pair in pairs_of(name)
    ]


def written(stories: Sequence[Story]) -> str:
    """The file of what is learnt from some stories."""
    told = [_pairs(story.name) for story in stories]
    seen = Counter(word for some in told for word in {word for words, _ in some for word in words})
    kept = {word: column for column, word in enumerate(sorted(w for w, times in seen.items() if times >= LEAST))}
    pairs = [pair for some in told for pair in some]
    *each, constant = _learnt(_table(pairs, kept), np.array([label for _, label in pairs]))
    found = np.round(np.array(each) / UNIT).astype(int)
    lines = [
        HEADER.format(rows=len(pairs)),
        f"schema = {SCHEMA}",
        f"labels = {json.dumps([str(r) for r in RELATIONS])}",
    ]
    lines += [f"unit = {UNIT}", f"start = {np.round(constant * CONSTANT, 4).tolist()}", "", "[words]"]
    lines += [f"{json.dumps(word, ensure_ascii=False)} = {found[row].tolist()}" for word, row in kept.items()]
    return "\n".join(lines) + "\n"


def _table(pairs: Sequence[tuple[Mapping[str, float], int]], kept: Mapping[str, int]) -> csr_matrix:
    """Pairs × words, and a column that is the same for all."""
    at = [(n, kept[word], value) for n, (words, _) in enumerate(pairs) for word, value in words.items() if word in kept]
    at += [(n, len(kept), CONSTANT) for n in range(len(pairs))]
    rows, columns, values = zip(*at, strict=True)
    return csr_matrix((values, (rows, columns)), (len(pairs), len(kept) + 1))


def _learnt(table: csr_matrix, label: NDArray[np.intp]) -> NDArray[np.float64]:
    """The weights of each column for each label."""
    times = np.bincount(label, minlength=len(RELATIONS))
    weight = diags((1 / np.maximum(1, times)[label]) ** RARE * len(label) ** RARE / len(RELATIONS) ** RARE)
    size = table.shape[1]
    product = LinearOperator((size, size), matvec=lambda x: table.T @ (weight @ (table @ x)) + PULL * x)
    targets = table.T @ (weight @ np.eye(len(RELATIONS))[label])
    return np.stack([cg(product, targets[:, n], rtol=1e-6)[0] for n in range(len(RELATIONS))], axis=1)


@cache
def telltale_without_fold(fold: int | None) -> Telltale:
    """What was learnt without a fold."""
    text = written(without_fold(fold))
    return telltale_of(loads(text), sha256(text.encode()).hexdigest())


def telltale_without(name: str) -> Telltale:
    """What was learnt without a story and the others of its fold."""
    return telltale_without_fold(fold_of(name))
