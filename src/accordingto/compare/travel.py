"""How it travelled: everything that `accordingto.compare` finds between the reports of one story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accordingto.compare.accounts import Account, by_report, canonical_order
from accordingto.compare.candidates import weights_of
from accordingto.compare.crossing import Crossing
from accordingto.compare.likeness import Vectors
from accordingto.compare.lineage import edges, handful
from accordingto.compare.matters import matters_of, meanings_of
from accordingto.compare.mismatches import mismatches
from accordingto.compare.naming import abbreviations
from accordingto.compare.normalise import canon_of
from accordingto.compare.origins import matter, origins_of
from accordingto.compare.pairing import Pairing
from accordingto.compare.placing import narrow_places
from accordingto.compare.quotes import quotes
from accordingto.compare.said import said_of
from accordingto.compare.scene import Scene
from accordingto.compare.slots import Frame
from accordingto.compare.thresholds import DEFAULTS, Thresholds
from accordingto.compare.tree import parents
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
    """Between statements of one matter, and where two differ without being of one; ``b`` is the later, or of one report the one in the
    headline."""
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
        vectors: Gives the unit vectors of sentences, by which statements on one thing and quotations that were translated
            anew are found.
    """
    accounts = [*by_report(canonical_order(readings)).values()]
    texts = [account.report.text for account in accounts]
    frame = Frame(canon_of(texts, words), words, abbreviations(texts), narrow_places(accounts))
    said = {account.report.id: said_of(account, frame.canon) for account in accounts}
    weights = weights_of([one for statements in said.values() for one in statements])
    hand = handful(accounts, words)
    lineage = edges(hand, thresholds)
    said_in_quotes = quotes(accounts, frame=frame, thresholds=thresholds, vectors=vectors)
    meanings = meanings_of(said, vectors)
    groups = matters_of(said, said_in_quotes, weights, words, thresholds=thresholds, meanings=meanings)
    scenes = [Scene(hand, group, said, parents(group, lineage, hand), words, lineage) for group in groups]
    found = [(scene, origins_of(scene, weights, frame, thresholds, meanings)) for scene in scenes]
    within = _unique(one for scene, origins in found for one in Pairing(scene, origins, weights, frame).relations())
    beyond = Crossing(Scene(hand, {}, said, {}, words, lineage), weights, frame, thresholds)
    return Travel(
        reports=tuple(hand.accounts),
        lineage=lineage,
        quotes=said_in_quotes,
        matters=tuple(matter(scene, origins) for scene, origins in found),
        relations=(
            *within,
            *beyond.relations(meanings, {pair for one in within for pair in ((one.a, one.b), (one.b, one.a))}),
        ),
        mismatches=mismatches(hand, said, frame, lineage, said_in_quotes),
    )


def _unique(found: Iterable[Relation]) -> tuple[Relation, ...]:
    """Relations of two statements that two matters share, once."""
    return tuple({(one.a, one.b): one for one in found}.values())
