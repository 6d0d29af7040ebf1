"""How it travelled: everything that `accordingto.compare` finds between the reports of one story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from accordingto.compare.accounts import Account, by_report, canonical_order
from accordingto.compare.alike import Meanings, meanings_of
from accordingto.compare.candidates import Weights, weights_of
from accordingto.compare.crossing import Crossing
from accordingto.compare.hand import Handful
from accordingto.compare.likeness import Vectors
from accordingto.compare.lineage import edges, handful
from accordingto.compare.matters import matters_of
from accordingto.compare.mismatches import mismatches
from accordingto.compare.naming import abbreviations
from accordingto.compare.normalise import canon_of
from accordingto.compare.origins import matter, origins_of
from accordingto.compare.pairing import Pairing
from accordingto.compare.placing import narrow_places
from accordingto.compare.quotes import quotes
from accordingto.compare.said import Said, said_of
from accordingto.compare.scene import Scene
from accordingto.compare.slots import Frame
from accordingto.compare.thresholds import DEFAULTS, Thresholds
from accordingto.compare.together import together_of, told_enough
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


class Ready(NamedTuple):
    """What is known of the reports of a story before their statements are put together."""

    hand: Handful
    said: dict[str, list[Said]]
    """The statements, by report in canonical order."""
    frame: Frame
    weights: Weights
    lineage: tuple[Lineage, ...]
    quotes: tuple[QuoteGroup, ...]
    meanings: Meanings

    @property
    def every(self) -> list[Said]:
        """The statements that hold enough words to be put together with others."""
        return told_enough(self.said)


def ready(
    readings: Sequence[Account], *, words: Comparison, vectors: Vectors | None, thresholds: Thresholds = DEFAULTS
) -> Ready:
    """Read the slots, quotations and ways of the reports of one story; the arguments are those of `travel`."""
    accounts = [*by_report(canonical_order(readings)).values()]
    texts = [account.report.text for account in accounts]
    frame = Frame(canon_of(texts, words), words, abbreviations(texts), narrow_places(accounts))
    said = {account.report.id: said_of(account, frame.canon) for account in accounts}
    hand = handful(accounts, words)
    return Ready(
        hand=hand,
        said=said,
        frame=frame,
        weights=weights_of([one for statements in said.values() for one in statements]),
        lineage=edges(hand, thresholds),
        quotes=quotes(accounts, frame=frame, thresholds=thresholds, vectors=vectors),
        meanings=meanings_of(said, vectors),
    )


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
    made = ready(readings, words=words, thresholds=thresholds, vectors=vectors)
    said, weights, frame, hand = made.said, made.weights, made.frame, made.hand
    together = together_of(made.every, made.quotes, weights, frame, made.meanings, words.learnt)
    groups = matters_of(said, together, thresholds=thresholds)
    lineage = made.lineage
    scenes = [Scene(hand, group, said, parents(group, lineage, hand), words, lineage) for group in groups]
    found = [
        (scene, origins_of(scene, weights, frame, together, thresholds, words.learnt.occasion)) for scene in scenes
    ]
    within = _unique(
        one
        for scene, origins in found
        for one in Pairing(scene, origins, weights, frame, thresholds, together).relations()
    )
    beyond = Crossing(Scene(hand, {}, said, {}, words, lineage), weights, frame, thresholds, together)
    return Travel(
        reports=tuple(hand.accounts),
        lineage=lineage,
        quotes=made.quotes,
        matters=tuple(matter(scene, origins) for scene, origins in found),
        relations=(
            *within,
            *beyond.relations(made.meanings, {pair for one in within for pair in ((one.a, one.b), (one.b, one.a))}),
        ),
        mismatches=mismatches(hand, said, frame, lineage, made.quotes, together),
    )


def _unique(found: Iterable[Relation]) -> tuple[Relation, ...]:
    """Relations of two statements that two matters share, once."""
    return tuple({(one.a, one.b): one for one in found}.values())
