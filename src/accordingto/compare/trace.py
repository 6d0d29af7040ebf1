"""One claim traced through a handful of reports: who has it from whom, what changed, what stands behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accordingto.compare.accounts import Account, by_report, canonical_order
from accordingto.compare.branches import Branch, branches_of
from accordingto.compare.candidates import Weights, matching, pairs, similarity, weights_of
from accordingto.compare.lineage import edges, handful
from accordingto.compare.naming import abbreviations
from accordingto.compare.normalise import canon_of, tokens_of
from accordingto.compare.origins import Origins, origins_of
from accordingto.compare.origins import matter as matter_record
from accordingto.compare.outlets import outlet_key
from accordingto.compare.said import Said, main_of, said_of
from accordingto.compare.scene import Scene
from accordingto.compare.slots import Frame, relation
from accordingto.compare.together import by_words
from accordingto.compare.tree import parents
from accordingto.model import Lineage, Matter, Occasion, Relation, Slot, UsageError

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Trace:
    """A claim and the way it took. Records only; the texts stay with the readings."""

    claim: str
    summary: str
    """``5 outlets, 1 origin: a briefing carried by one agency``."""
    matter: Matter
    lineage: tuple[Lineage, ...]
    relations: tuple[Relation, ...]
    """Between statements on the matter: each report's against that of the report it is held against, and its headline
    against its body. ``b`` is the statement of the later report, and of the body."""
    others: tuple[Relation, ...]
    """Other statements that changed between the same reports."""
    tree: tuple[Branch, ...]
    """In reading order, depth first."""
    without: tuple[str, ...]
    """Reports in which no statement matches the claim."""


def trace(readings: Sequence[Account], claim: str, *, words: Comparison) -> Trace:
    """Trace a claim through a handful of reports.

    Args:
        readings: The reports with their statements, in any order; the result does not depend on it.
        claim: The words sought, a sentence or a part of one. They only find statements: what is compared is what the
            reports say.
        words: The lexicon, from `accordingto.resources.comparison.open_comparison`.

    Returns:
        The way of the claim. Every difference holds the exact spans on both sides.

    Raises:
        UsageError: where the claim has no content words, or no statement of any report matches it.
    """
    accounts = [*by_report(canonical_order(readings)).values()]
    texts = [account.report.text for account in accounts]
    frame = Frame(canon_of([*texts, claim], words), words, abbreviations(texts))
    said = {account.report.id: said_of(account, frame.canon) for account in accounts}
    weights = weights_of([one for statements in said.values() for one in statements])
    matter = _matter(claim, said, weights, frame)
    hand = handful(accounts, words)
    lineage = edges(hand)
    scene = Scene(hand, matter, said, parents(matter, lineage, hand), words, lineage)
    origins = origins_of(scene, weights, frame, by_words(said, weights, words))
    return Trace(
        claim=claim,
        summary=_summary(scene, origins),
        matter=matter_record(scene, origins),
        lineage=lineage,
        relations=_relations(scene, weights, frame),
        others=_others(scene, weights, frame),
        tree=tuple(branches_of(scene, origins)),
        without=tuple(report for report in said if report not in matter),
    )


def _matter(claim: str, said: Mapping[str, list[Said]], weights: Weights, frame: Frame) -> dict[str, list[Said]]:
    wanted = frozenset(frame.canon.all_of(tokens_of(claim)))
    if not wanted:
        raise UsageError("the claim has no words to look for; give a sentence or a part of one")
    hits = {report: matching(wanted, statements, weights) for report, statements in said.items()}
    matter = {report: group for report, group in hits.items() if group}
    if not matter:
        raise UsageError(
            f"no statement of the {len(said)} reports is like “{claim}”; give the claim in words closer to theirs, "
            "or see what they state with `accordingto read`"
        )
    return matter


def _relations(scene: Scene, weights: Weights, frame: Frame) -> tuple[Relation, ...]:
    """Each report's main statement against that of its reference, and a headline against its own body."""
    against = scene.against()
    made = []
    for report, group in scene.matter.items():
        main = main_of(group)
        others = [_nearest(main, scene.matter[against[report]], weights)] if report in against else []
        others += [one for one in group if one.headline and one is not main]
        made += [relation(other, main, similarity(other, main, weights), frame) for other in others]
    return tuple(made)


def _nearest(main: Said, group: Sequence[Said], weights: Weights) -> Said:
    candidates = [one for one in group if not one.headline] or list(group)
    return max(candidates, key=lambda one: similarity(one, main, weights))


def _others(scene: Scene, weights: Weights, frame: Frame) -> tuple[Relation, ...]:
    """The other statements of the same pairs of reports that differ in a slot; differing quotations come last."""
    made = []
    for report, other in scene.against().items():
        ours, theirs = (_beside_main(scene, one) for one in (other, report))
        made += [relation(a, b, score, frame) for a, b, score in pairs(ours, theirs, weights)]
    differing = [found for found in made if found.differences]
    return tuple(sorted(differing, key=lambda found: all(d.slot is Slot.QUOTE for d in found.differences)))


def _beside_main(scene: Scene, report: str) -> list[Said]:
    main = main_of(scene.matter[report])
    return [one for one in scene.said[report] if one is not main and not one.headline]


def _summary(scene: Scene, origins: Origins) -> str:
    outlets = len({outlet_key(scene.outlet(report)) for report in scene.reports})
    least, most = origins.interval
    count = f"{least}" if least == most else f"{least}–{most}"
    what = "; ".join(dict.fromkeys(_short(occasion, scene) for occasion in origins.occasions)) or "not stated"
    return f"{outlets} {_plural('outlet', outlets)}, {count} {_plural('origin', most)}: {what}"


def _short(occasion: Occasion, scene: Scene) -> str:
    agencies = [name for name in occasion.carried_by if name not in scene.hand.accounts]
    noun = occasion.kind
    what = occasion.description if noun == "unknown" else f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
    if not agencies:
        return what
    return f"{what} carried by {'one agency' if len(agencies) == 1 else f'{len(agencies)} agencies'}"


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"
