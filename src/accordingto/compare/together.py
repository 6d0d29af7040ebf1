"""How likely two statements of a story are about one thing, by all that they have in common.

What they have in common are numbers: words and kindred words, how rare those are in the story, what the contents mean, what is counted,
who holds a place, one quotation under two wordings, who is named and what happens, where the two stand in their reports, and how many
statements of the other's report are nearer. How much each tells is learnt on stories whose true path is known (`training/together.py`);
so is, in a second look, what it tells how likely either is about one thing with all others (`accordingto.compare.through`).
Likeness brings statements together and says nothing of whether they agree: a denial is about what it denies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from accordingto.compare.alike import (
    NO_MEANINGS,
    UNRELATED,
    Meanings,
    added_up,
    count_alike,
    hold_alike,
    kindred_rows,
    mean_alike,
    shared_words,
    similarities,
)
from accordingto.compare.candidates import PAIR_WORDS, Holdings, Weights, dice_and_overlap, holdings
from accordingto.compare.linkage import Matrix
from accordingto.compare.meant import bearing, meanings_beside
from accordingto.compare.said import Said
from accordingto.compare.slots import Frame
from accordingto.compare.through import Places, Vector, through
from accordingto.model import Form, QuoteGroup

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison
    from accordingto.resources.learnt import Learnt
    from accordingto.resources.metric import Metric
    from accordingto.resources.trees import Trees

UNLIKELY = -0.1
"""Similarity (`accordingto.compare.alike`) of two statements from which on their likelihood is asked for. In evals/travel 4 of 100 pairs
that are about one thing lie below; every other pair needs no look."""

LIKELY_ENOUGH = 0.01
"""Likelihood at the first look from which on there is a second."""

AGAIN = (
    "alike",
    "meaning",
    "rank.more",
    "headline",
    "voices",
    "direct",
    "place.later",
    "place.apart",
    "report",
    "statements",
)
"""What the second look asks for again beside what `through` gives."""

MOST = 10
"""Ranks from which on it is all the same which."""

Features = dict[str, Matrix]
"""What any two of n statements have in common; n × n, symmetric."""
Given = dict[str, Vector]
"""The same of some pairs."""


@dataclass(frozen=True, slots=True)
class Together:
    """How likely any two statements of some reports are about one thing."""

    every: Sequence[Said]
    """All that hold enough words of content."""
    at: Mapping[str, int]
    """Their places, by id."""
    likely: Matrix
    """0–1, n × n, symmetric."""

    def among(self, some: Sequence[Said]) -> Matrix:
        """The likelihoods among some statements; 0 for those that hold too few words."""
        found = np.array([self.at.get(one.id, -1) for one in some], np.intp)
        likely = self.likely[np.ix_(found, found)] if self.every else np.zeros((len(some), len(some)))
        likely[found < 0] = likely[:, found < 0] = 0.0
        return likely

    def pair(self, a: Said, b: Said) -> float:
        """The likelihood of two statements."""
        i, j = self.at.get(a.id), self.at.get(b.id)
        return 0.0 if i is None or j is None else float(self.likely[i, j])


NOTHING_LEARNT = Together((), {}, np.zeros((0, 0)))
"""Of statements of which no likelihood is known."""


def together_of(
    every: Sequence[Said],
    quotes: Sequence[QuoteGroup],
    weights: Weights,
    frame: Frame,
    meanings: Meanings,
    learnt: Learnt,
) -> Together:
    """How likely any two statements are about one thing.

    Args:
        every: The statements.
        quotes: Wordings of one utterance.
        weights: How much a word tells.
        frame: What comparisons share.
        meanings: Vectors of contents, as far as there are any.
        learnt: What was learnt: the metric and the trees for `features`, and the trees for the second look.
    """
    if not every:
        return NOTHING_LEARNT
    found = features(every, quotes, weights, frame, meanings, learnt.meaning)
    likely = first_look(found, lambda given: _asked(learnt.together, given))
    i, j = worth_another(likely)
    given = second_look(found, likely, report_numbers(every), i, j)
    likely[i, j] = likely[j, i] = _asked(learnt.through, given)
    likely = np.maximum(likely, found["quote"])  # two wordings of one quotation are surely about one thing
    np.fill_diagonal(likely, 1.0)
    return Together(every, {one.id: n for n, one in enumerate(every)}, likely)


def first_look(found: Features, ask: Callable[[Given], Vector]) -> Matrix:
    """How likely any two statements are about one thing by what they have in common themselves.

    Args:
        found: What any two have in common.
        ask: Gives the likelihoods of some pairs by the same of these.
    """
    i, j = np.nonzero(np.triu(worth_a_look(found), 1))
    likely = np.zeros_like(found["alike"])
    likely[i, j] = likely[j, i] = ask({name: values[i, j] for name, values in found.items()})
    made: Matrix = np.maximum(likely, found["quote"])
    return made


def worth_another(likely: Matrix) -> tuple[Places, Places]:
    """The pairs of which the first look did not show that they are about two things."""
    i, j = np.nonzero(np.triu(likely > LIKELY_ENOUGH, 1))
    return i, j


def second_look(found: Features, likely: Matrix, report: Places, i: Places, j: Places) -> Given:
    """What some pairs of statements have in common through all others, and of what they have themselves what counts there."""
    return {**{name: found[name][i, j] for name in AGAIN}, **through(likely, report, i, j)}


def report_numbers(every: Sequence[Said]) -> Places:
    """The number of each statement's report."""
    number = {report: n for n, report in enumerate(dict.fromkeys(one.report for one in every))}
    return np.array([number[one.report] for one in every], np.intp)


def _asked(trees: Trees, given: Given) -> Vector:
    """What trees of one label give for some pairs, between 0 and 1."""
    table = np.stack([given[name] for name in trees.features], axis=1)
    likely: Vector = np.round(1 / (1 + np.exp(-trees.sums(table)[:, 0])), 6)
    return likely


def by_words(said: Mapping[str, Sequence[Said]], weights: Weights, words: Comparison) -> Together:
    """How much any two statements share by their words alone, in the place of likelihoods: where a claim chose the statements."""
    every = told_enough(said)
    alike = similarities(every, weights, words, NO_MEANINGS) if every else np.zeros((0, 0))
    return Together(every, {one.id: n for n, one in enumerate(every)}, alike)


def worth_a_look(found: Features) -> NDArray[np.bool_]:
    """Which two statements are not surely about two things."""
    looked: NDArray[np.bool_] = (found["alike"] > UNLIKELY) | (found["quote"] > 0)
    return looked


def told_enough(said: Mapping[str, Sequence[Said]]) -> list[Said]:
    """The statements that hold enough words to be put together with others."""
    return [one for statements in said.values() for one in statements if len(one.forms) >= PAIR_WORDS]


def features(
    every: Sequence[Said],
    quotes: Sequence[QuoteGroup],
    weights: Weights,
    frame: Frame,
    meanings: Meanings,
    metric: Metric,
) -> Features:
    """What any two statements have in common, each as numbers n × n; symmetric."""
    words = frame.words
    forms, kindred = holdings([one.forms for one in every]), holdings([kindred_rows(one, words) for one in every])
    counted, held, meant = count_alike(every, words), hold_alike(every), mean_alike(every, meanings)
    alike = added_up(shared_words(every, weights, words), counted, held, meant)
    cosine = np.round(meant + UNRELATED, 6)
    borne = bearing(every, meanings, metric)
    return {
        "alike": alike,
        "words": dice_and_overlap(forms, weights),
        "words.shared": np.minimum(_shared(forms), 6),
        "words.rarest": _rarest(forms),
        "kin": np.minimum(_shared(kindred), 5),
        "kin.share": _dice(kindred),
        "meaning": cosine,
        "meaning.more": _more(cosine),
        "bearing": borne,
        "bearing.more": _more(borne),
        "count": counted,
        "count.noun": np.minimum(_shared(holdings([_counted(one, frame) for one in every])), 1),
        "number": _shared(holdings([_numbers(one, frame) for one in every])),
        "hold": held,
        "quote": _quoted(every, quotes),
        "name": _shared(holdings([frozenset(t.stem for t in one.tokens if t.capital) for one in every])),
        "entity.share": _dice(holdings([_entities(one) for one in every])),
        "event": _shared(holdings([_happenings(one) for one in every])),
        **meanings_beside(every, meanings),
        **_sums(every, frame),
        **_places(every),
        **_ranks("rank", alike, every),
        **_ranks("bearing.rank", borne if meanings else alike, every),
    }


def _more(cosine: Matrix) -> Matrix:
    """By how much two statements are nearer than either is to all of the story."""
    typical = cosine.mean(axis=1)
    found: Matrix = np.round(cosine - (typical[:, None] + typical[None, :]) / 2, 6)
    return found


def _shared(found: Holdings) -> Matrix:
    shared: Matrix = found.holds @ found.holds.T
    return shared


def _dice(found: Holdings) -> Matrix:
    size = found.holds.sum(axis=1)
    shared: Matrix = 2 * _shared(found) / np.maximum(1.0, size[:, None] + size[None, :])
    return np.round(shared, 6)


def _rarest(forms: Holdings) -> Matrix:
    """How rare the rarest form is that two statements share: the logarithm of one in so many."""
    size = len(forms.holds)
    rare = np.log(size / np.maximum(1.0, forms.holds.sum(axis=0)))
    found = np.zeros((size, size))
    for form in np.argsort(rare, kind="stable"):
        holders = np.flatnonzero(forms.holds[:, form])
        found[np.ix_(holders, holders)] = rare[form]
    return np.round(found, 6)


def _counted(one: Said, frame: Frame) -> frozenset[str]:
    """The stems of the two words behind a number."""
    numbers = [quantity.span for quantity in frame.side(one).quantities]
    after = [[t for t in one.tokens if t.start >= span.end][:2] for span in numbers]
    return frozenset(t.stem for some in after for t in some if t.word not in frame.words.function_words)


def _numbers(one: Said, frame: Frame) -> frozenset[str]:
    return frozenset(f"{quantity.low} {quantity.high}" for quantity in frame.side(one).quantities)


def _entities(one: Said) -> frozenset[str]:
    """Who is named, or meant by a pronoun: by the registry's id, or the last word of the name."""
    known = {entity.id: entity.actor or entity.name.lower().rpartition(" ")[2] for entity in one.account.entities}
    named = (m for m in one.account.mentions if m.entity in known and any(p.overlaps(m.span) for p in one.parts))
    return frozenset(known[mention.entity] for mention in named if mention.entity)


def _happenings(one: Said) -> frozenset[str]:
    return frozenset(e.type for e in one.account.events if e.statement == one.id and not e.derived)


def _quoted(every: Sequence[Said], quotes: Sequence[QuoteGroup]) -> Matrix:
    """1 for two statements that hold wordings of one utterance."""
    at = {one.id: i for i, one in enumerate(every)}
    found = np.zeros((len(every), len(every)))
    for quote in quotes:
        members = sorted({at[v.statement] for v in quote.variants if v.statement in at})
        found[np.ix_(members, members)] = 1.0
    return found


def _sums(every: Sequence[Said], frame: Frame) -> Features:
    """Of how many of two statements a thing holds."""
    told: dict[str, Iterable[bool]] = {
        "numbers": (bool(frame.side(one).quantities) for one in every),
        "events": (bool(_happenings(one)) for one in every),
        "headline": (one.headline for one in every),
        "voices": (bool(one.statement.voices) for one in every),
        "direct": (one.statement.form is Form.DIRECT for one in every),
        "times": (bool(frame.side(one).times) for one in every),
        "negated": (any(word.turned_round for word in frame.side(one).seen) for one in every),
    }
    found = {name: np.array([*values], float) for name, values in told.items()}
    return {name: values[:, None] + values[None, :] for name, values in found.items()}


def _places(every: Sequence[Said]) -> Features:
    """How long two statements are, and where they stand in their reports."""
    size = np.array([len(one.forms) for one in every], float)
    place = np.array([one.parts[0].start / max(1, len(one.text)) for one in every])
    report = np.array([one.report for one in every])
    return {
        "length.less": np.minimum(size[:, None], size[None, :]),
        "length.more": np.maximum(size[:, None], size[None, :]),
        "place.later": np.round(np.maximum(place[:, None], place[None, :]), 4),
        "place.apart": np.round(np.abs(place[:, None] - place[None, :]), 4),
        "report": (report[:, None] == report[None, :]).astype(float),
        "statements": np.full((len(every), len(every)), float(len(every))),
    }


def _ranks(name: str, alike: Matrix, every: Sequence[Said]) -> Features:
    """How many statements of the other's report are nearer, for the one of which it is more and for the other; `MOST` at the most."""
    report = np.array([one.report for one in every])
    rank = np.zeros_like(alike)
    for of in sorted(set(report.tolist())):
        own = np.flatnonzero(report == of)
        rank[:, own] = (-alike[:, own]).argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")
    more, less = np.maximum(rank, rank.T), np.minimum(rank, rank.T)
    return {f"{name}.more": np.minimum(more, MOST), f"{name}.less": np.minimum(less, MOST)}
