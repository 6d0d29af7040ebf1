"""How it travelled: everything that `accordingto.compare` finds between the reports of one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from accordingto.compare.accounts import Account, by_report, canonical_order
from accordingto.compare.candidates import pairs, weights_of
from accordingto.compare.likeness import Vectors
from accordingto.compare.lineage import edges, handful
from accordingto.compare.mismatches import mismatches
from accordingto.compare.naming import abbreviations
from accordingto.compare.normalise import canon_of
from accordingto.compare.quotes import quotes
from accordingto.compare.said import Said, said_of
from accordingto.compare.slots import Frame, relation
from accordingto.compare.thresholds import DEFAULTS, Thresholds
from accordingto.model import Lineage, Matter, Mismatch, QuoteGroup, Relation

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Travel:
    """The way of all that some reports tell. Records only; the texts stay with the readings."""

    reports: tuple[str, ...]
    """Ids in canonical order: by publication, then by id."""
    lineage: tuple[Lineage, ...]
    quotes: tuple[QuoteGroup, ...]
    """Every quotation stands in one; most told first."""
    matters: tuple[Matter, ...]
    """Most told first; statements that only one report has are in none."""
    relations: tuple[Relation, ...]
    """Between statements of one matter; ``b`` is the later, or of one report the one in the body."""
    mismatches: tuple[Mismatch, ...]


def travel(
    readings: Sequence[Account],
    *,
    words: Comparison,
    thresholds: Thresholds = DEFAULTS,
    vectors: Vectors | None = None,
) -> Travel:
    """Compare the reports of one story.

    Args:
        readings: The reports with their statements, in any order; the result does not depend on it.
        words: The lexicon, from `accordingto.resources.comparison.open_comparison`.
        thresholds: What has to be reached.
        vectors: Gives the unit vectors of sentences, by which quotations that were translated anew are found.
    """
    accounts = [*by_report(canonical_order(readings)).values()]
    texts = [account.report.text for account in accounts]
    frame = Frame(canon_of(texts, words), words, abbreviations(texts))
    said = {account.report.id: said_of(account, frame.canon) for account in accounts}
    hand = handful(accounts, words)
    lineage = edges(hand, thresholds)
    return Travel(
        reports=tuple(hand.accounts),
        lineage=lineage,
        quotes=quotes(accounts, frame=frame, thresholds=thresholds, vectors=vectors),
        matters=(),
        relations=_relations(said, frame, thresholds),
        mismatches=mismatches(hand, said, frame, lineage),
    )


def _relations(said: Mapping[str, list[Said]], frame: Frame, thresholds: Thresholds) -> tuple[Relation, ...]:
    weights = weights_of([one for statements in said.values() for one in statements])
    return tuple(
        relation(a, b, score, frame)
        for one, other in combinations(said, 2)
        for a, b, score in pairs(said[one], said[other], weights)
        if score >= thresholds.pair_similarity
    )
