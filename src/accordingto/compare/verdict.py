"""A claim judged against an evidence by the slots in which both differ or agree, weighed by what was learnt.

The slots are those of every comparison: quantities with their bounds, dates, places in an order, names, negation, opposites, and
what of the claim's words the evidence covers. Only how much each tells is learnt (on VitaminC, see `training/verdict.py`);
likeness of words alone decides nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

import numpy as np

from accordingto.compare.bare import joined, sides_of
from accordingto.compare.counting import Match, fits_any, matches
from accordingto.compare.naming import same_actor, subject_of
from accordingto.compare.numbers import Stand, stand
from accordingto.compare.polarity import negators_among, turned_between
from accordingto.compare.sides import Side
from accordingto.compare.timing import Bearing, Fit, best_fit
from accordingto.compare.wording import Wording, weight_of, wording

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison
    from accordingto.resources.trees import Trees

Features = Mapping[str, float]
_NOTHING = 9.0
"""Stands for a distance that there is not: farther than any."""


def judged(claim: str, evidence: str, *, words: Comparison, weights: Trees) -> dict[str, float]:
    """How likely an evidence supports a claim, refutes it, or leaves it open.

    Args:
        claim: a sentence.
        evidence: what it is held against, a sentence or a few.
        words: the lexicon, from `accordingto.resources.comparison.open_comparison`.
        weights: from `accordingto.resources.verdict.open_verdict`.

    Returns:
        A probability for each of the weights' labels, ``SUPPORTS``, ``REFUTES`` and ``NOT ENOUGH INFO``; they sum to 1.
    """
    mine, other = sides_of(joined(claim), joined(evidence), words)
    return weighed(features(mine, other), weights)


def weighed(found: Features, weights: Trees) -> dict[str, float]:
    """The trees' answer to some features."""
    sums = weights.sums(np.array([[found[name] for name in weights.features]]))[0]
    shares = np.exp(sums - sums.max())
    return dict(zip(weights.labels, (shares / shares.sum()).tolist(), strict=True))


def features(mine: Side, other: Side) -> dict[str, float]:
    """The numbers that tell how two sides stand to each other; ``mine`` is the one that is judged."""
    laid = wording(mine, other)
    found = {
        **numbers(mine, other),
        **times(mine, other),
        **_order(mine, other),
        **cover(mine, other, laid),
        **laid_out(mine, other, laid),
        **turned(mine, other),
        **_scope(mine, other),
        **_actor(mine, other),
    }
    return {name: float(value) for name, value in found.items()}


def numbers(mine: Side, other: Side) -> dict[str, float]:
    """How my numbers stand to those of the other side."""
    made = matches(mine, other)
    paired = [match for match in made if match is not None]
    stands = Counter(match.stand for match in paired)
    off = [match.apart for match in paired if match.stand in (Stand.BELOW, Stand.ABOVE)]
    fits = sum(fits_any(q, other.quantities) for q in mine.quantities)
    same = sum(any(stand(q, o) is Stand.SAME for o in other.quantities) for q in mine.quantities)
    return {
        "numbers": len(made),
        "numbers.other": len(other.quantities),
        "numbers.alone": len(made) - len(paired),
        **{f"numbers.{kind}": stands[kind] for kind in Stand},
        "numbers.apart": len(off),
        "numbers.least_apart": min(off, default=_NOTHING),
        "numbers.most_apart": max(off, default=-1.0),
        "numbers.least_trust": min((match.trust for match in paired), default=-3.0),
        "numbers.most_trust": max((match.trust for match in paired), default=-3.0),
        "numbers.trusted_apart": _trusted_apart(paired),
        "numbers.fit_somewhere": fits,
        "numbers.fit_nowhere": len(made) - fits,
        "numbers.same_somewhere": same,
        "numbers.at_least": sum(q.high == inf for q in mine.quantities),
        "numbers.at_most": sum(q.low == -inf for q in mine.quantities),
        "numbers.about": sum(q.about for q in mine.quantities),
    }


def _trusted_apart(paired: list[Match]) -> float:
    return max((match.trust for match in paired if match.stand in (Stand.BELOW, Stand.ABOVE)), default=-3.0)


def times(mine: Side, other: Side) -> dict[str, float]:
    """How my times fit those of the other side."""
    fits = [best_fit(when, other.times) for when in mine.times]
    kinds = Counter(found[0] for found in fits if found is not None)
    bearings = Counter(when.bearing for when in mine.times)
    return {
        "times": len(fits),
        "times.other": len(other.times),
        "times.alone": sum(found is None for found in fits),
        **{f"times.{kind}": kinds[kind] for kind in Fit},
        **{f"times.bearing_{kind}": bearings[kind] for kind in Bearing if kind is not Bearing.ON},
    }


def _order(mine: Side, other: Side) -> dict[str, float]:
    ours, theirs = mine.ordinals, other.ordinals
    missing = len(ours - theirs)
    return {
        "order.same": len(ours & theirs),
        "order.other": missing if theirs else 0,
        "order.alone": 0 if theirs else missing,
        "order.theirs": len(theirs),
    }


def cover(mine: Side, other: Side, laid: Wording) -> dict[str, float]:
    """How much of my words the other side has, and what it lacks."""
    heavy = sorted((weight_of(token) for token in laid.missing), reverse=True) + [0.0] * 3
    capital = sum(token.capital for token in laid.missing)
    content = mine.content
    return {
        "cover": laid.share,
        "cover.open": laid.weight - laid.covered,
        "cover.weight": laid.weight,
        "cover.first": heavy[0],
        "cover.second": heavy[1],
        "cover.third": heavy[2],
        "cover.missing": len(laid.missing),
        "cover.missing_names": capital,
        "cover.missing_plain": len(laid.missing) - capital,
        "cover.opening_missing": bool(content and content[0] in laid.missing),
        "cover.soft": len(laid.soft),
        "words": len(content),
        "words.names": sum(token.capital for token in content),
        "words.other": len(other.content),
        "words.other_alone": sum(token.stem not in mine.stems for token in other.content),
        "words.other_names_alone": sum(token.capital and token.stem not in mine.stems for token in other.content),
        "tokens": len(mine.said.tokens),
        "tokens.other": len(other.said.tokens),
        "opposite": len(laid.opposite),
    }


def laid_out(mine: Side, other: Side, laid: Wording) -> dict[str, float]:
    """How the equal runs lie: one after another, close together, in the same order."""
    equal = sum(length for _, _, length in laid.runs)
    longest = max((length for _, _, length in laid.runs), default=0)
    first, last = (laid.runs[0][1], laid.runs[-1][1] + laid.runs[-1][2]) if laid.runs else (0, 0)
    ours, theirs = max(1, len(mine.said.tokens)), max(1, len(other.said.tokens))
    capital = sum(one.mine.capital and one.other.capital for one in laid.substitutions)
    plain = sum(not one.mine.capital and not one.other.capital for one in laid.substitutions)
    return {
        "runs": len(laid.runs),
        "runs.share": equal / ours,
        "runs.share_other": equal / theirs,
        "runs.longest": longest,
        "runs.longest_share": longest / ours,
        "runs.spread": (last - first) / theirs,
        "runs.dense": equal / max(1, last - first),
        "pairs": _neighbours(mine, other),
        "crossed": _crossed(mine, other),
        "put_for": len(laid.substitutions),
        "put_for.names": capital,
        "put_for.plain": plain,
    }


def _neighbours(mine: Side, other: Side) -> float:
    """Share of my pairs of neighbouring content words that the other side has."""
    ours, theirs = ([token.stem for token in side.content] for side in (mine, other))
    known = set(pairwise(theirs))
    return sum(pair in known for pair in pairwise(ours)) / max(1, len(ours) - 1)


def _crossed(mine: Side, other: Side) -> float:
    """Share of pairs of shared content words that stand in another order."""
    at: dict[str, int] = {}
    for i, token in enumerate(other.content):
        at.setdefault(token.stem, i)
    places = [at[token.stem] for token in mine.content if token.stem in at]
    pairs = [(a, b) for i, a in enumerate(places) for b in places[i + 1 :]]
    return sum(a > b for a, b in pairs) / max(1, len(pairs))


def turned(mine: Side, other: Side) -> dict[str, float]:
    """What either side negates, and whether one negates what the other says."""
    words = mine.frame.words
    ours, theirs = (len(negators_among(side.said.tokens, side.text, words)) for side in (mine, other))
    poles = turned_between(mine.seen, other.seen)
    return {
        "negated": ours,
        "negated.other": theirs,
        "negated.one": (ours > 0) != (theirs > 0),
        "negated.more": ours - theirs,
        "turned": poles is not None and poles[0].sign != poles[1].sign,
        "open": _open(mine),
        "open.other": _open(other),
    }


def _open(side: Side) -> bool:
    """Whether its words leave open whether it is so."""
    return any(side.frame.words.hedges.search(side.text, part.start, part.end) for part in side.said.parts)


def _scope(mine: Side, other: Side) -> dict[str, float]:
    """For each word of scope whether only this side has it (1) or both do (2)."""
    return {
        f"scope.{word}": (2 if word in other.words else 1) if word in mine.words else 0
        for word in mine.frame.words.compared.scope
    }


def _actor(mine: Side, other: Side) -> dict[str, float]:
    frame = mine.frame
    ours, theirs = (subject_of(side.said, frame.words, frame.abbreviations) for side in (mine, other))
    same = same_actor(ours, theirs, frame.words) if ours and theirs else None
    return {"actor.same": same is True, "actor.other": same is False}
