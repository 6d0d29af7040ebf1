"""Whether a report gives what it has from a named source otherwise than that one says it, weighed by all that speaks for it.

The rules of `accordingto.compare.mismatches` lay their finger on a difference where they can. Much of what was changed on the way they do
not see, and not all that they find was had from the one that is named. So each statement over which a credit stands is held against
what the named source says that is likeliest about the same thing, and of each slot it is asked whether it was changed. So is a
statement over which no credit stands, if it is likely about the same thing and nobody says it whom the source has not: what a credit
stands over is often read too narrowly. The numbers are what the rules found, in which relation the two stand, how likely they are about
one thing, where the report names the other, and how many of the words that one has. How much each tells is learnt
(`training/misreporting.py`). Where no likelihoods are known, the rules alone decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from accordingto.compare.candidates import Weights
from accordingto.compare.certainty import hedges
from accordingto.compare.credits import RANK, Credit
from accordingto.compare.excluding import DIFFERING, features, fills
from accordingto.compare.finding import Weight, finding
from accordingto.compare.heard import hear
from accordingto.compare.normalise import tokens_of
from accordingto.compare.origins import NOTHING_KNOWN
from accordingto.compare.quoted import quoted
from accordingto.compare.relating import PREFIX, apart_of
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.compare.sides import Side
from accordingto.compare.slots import Frame, found_between
from accordingto.compare.speakers import same_voice
from accordingto.compare.together import Together
from accordingto.compare.traits import Traits
from accordingto.compare.weighing import Weighing
from accordingto.model import Difference, Mismatch, Passage, Slot, Span, Spans

BY = "compare/misreport-1"

SLOTS = (Slot.ACTOR, Slot.NUMBER, Slot.PLACE, Slot.TIME, Slot.POLARITY, Slot.CERTAINTY, Slot.QUOTE, Slot.CONTROL)
"""Of each of them it is asked."""

MAY_BE = 0.15
"""Likelihood that two statements are about one thing from which they are held against each other though no credit stands over the one. On
the drills such statements bring F1 from 63.4 to 64.1."""

CHANGED = 0.25
"""Likelihood that a slot was changed from which it counts as changed. Chosen on the drills (`training/drills`), where .2 and .3 give half
a point less."""

ON_IT = 0.3
"""Likelihood above which a statement of the source counts as being on the same thing."""

RIVAL = 0.1
"""Likelihood above which it is asked of the source's next statements whether they exclude the report's."""

FAR = 30.0
"""Sentences, or breaks of lines, from which on it is all the same how many lie between a statement and a name, and the same as none."""


@dataclass(frozen=True, slots=True)
class Credited:
    """A credit of a report, with the reports at hand that it means and the statements that it stands over."""

    credit: Credit
    sources: Sequence[str]
    governed: frozenset[str]
    """Ids of statements."""
    sentences: Sequence[Span]
    """Those of the report."""
    others: Sequence[Credit]
    """What else the report credits."""


@dataclass(frozen=True, slots=True)
class Held:
    """A statement of a report that is held against one of a source that it names."""

    said: Said
    source: Said
    likely: float
    """How likely the two are about one thing."""
    traits: Traits
    by_rule: Sequence[Mismatch]
    """What the rules found between the statement and that source's report."""


@dataclass(frozen=True, slots=True)
class Misreport:
    """Holds what reports say against the sources that they name."""

    scene: Scene
    """All reports, of no matter."""
    weights: Weights
    frame: Frame
    together: Together

    def weighed(self, credited: Iterable[Credited], rules: Sequence[Mismatch]) -> Iterator[Mismatch]:
        """What was changed on the way.

        Args:
            credited: The credits, the most telling of each report first.
            rules: What the rules found.

        Returns:
            One for each slot of a statement that was likely changed.
        """
        trees = self.frame.words.learnt.misreporting
        for one in credited:
            for held in self.held(one, rules):
                for slot in SLOTS:
                    likely = trees.likely(of_slot(held.traits, slot))
                    if likely >= CHANGED:
                        yield self._mismatch(held, slot, one.credit, likely)

    def held(self, one: Credited, rules: Sequence[Mismatch]) -> Iterator[Held]:
        """The statements of a report over which a credit stands, or may stand, each with the likeliest of every source's body."""
        named = _named(one)
        sources = [self.scene.said[source] for source in one.sources]
        bodies = [[other for other in theirs if not other.headline] for theirs in sources]
        told = [frozenset[str]().union(*(other.forms for other in theirs)) for theirs in sources]
        for said in self.scene.said[one.credit.report]:
            for theirs, body, forms in zip(sources, bodies, told, strict=True):
                own = _between_reports(said, theirs, rules)
                near = [] if said.headline else self._near(said, body, own)
                if near and (said.id in one.governed or (near[0][0] >= MAY_BE and _heard(said, theirs))):
                    share = self.weights.total(said.forms & forms) / max(1e-9, self.weights.total(said.forms))
                    beside = {**self._credit(said, near[0][1].report, one, named), "told.share": share}
                    yield self._held(said, near, own, beside)

    def _near(self, said: Said, body: Sequence[Said], own: Sequence[Mismatch]) -> list[tuple[float, Said]]:
        """The statements of a source, the likeliest first; what the rules held it against where none is likely."""
        ordered = sorted((-self.together.pair(other, said), n) for n, other in enumerate(body))
        if ordered and ordered[0][0] < 0:
            return [(-likely, body[n]) for likely, n in ordered]
        ruled = {rule.source_statement for rule in own}
        return [(0.0, other) for other in body if other.id in ruled]

    def _held(
        self, said: Said, near: Sequence[tuple[float, Said]], own: Sequence[Mismatch], beside: Mapping[str, float]
    ) -> Held:
        likely, source = near[0]
        made = {
            **self._between(source, said),
            **beside,
            "likely": likely,
            "likely.second": near[1][0] if len(near) > 1 else 0.0,
            "likely.many": sum(value > ON_IT for value, _ in near),
            **self._rivals(said, near[1:3]),
            "forms": len(said.forms),
            **_of_rules(own),
        }
        return Held(said, source, likely, {name: float(value) for name, value in made.items()}, own)

    def _between(self, source: Said, said: Said) -> Traits:
        """What the two are to each other, and what was learnt to make of it."""
        learnt = self.frame.words.learnt
        a, b = (hear(one, one.report, self.scene) for one in (source, said))
        given = Weighing(self.scene, NOTHING_KNOWN, self.weights, self.frame).traits(a, b, learnt.telltale)
        apart = apart_of(given)
        return {
            **given,
            **{f"relation.{kind}": score for kind, score in learnt.relating.scores(given).items()},
            "excluded": learnt.excluding.likely(apart),
            **{f"differing.{slot}": score for slot, score in learnt.differing.scores(apart).items()},
        }

    def _rivals(self, said: Said, near: Sequence[tuple[float, Said]]) -> Traits:
        """Whether what else the source says of it excludes the statement too; -1 where it says nothing else."""
        made = {"excluded.second": -1.0, "excluded.third": -1.0}
        for name, (likely, other) in zip([*made], near, strict=False):
            if likely > RIVAL:
                sides = self.frame.side(other), self.frame.side(said)
                found = features(*sides, found_between(other, said, self.frame))
                made[name] = self.frame.words.learnt.excluding.likely(found)
        return made

    def _credit(self, said: Said, source: str, one: Credited, named: _Named) -> Traits:
        """Where the report names the source, and where another, and what it has from the source elsewhere."""
        start = said.parts[0].start
        at = next((n for n, s in enumerate(named.sentences) if any(s.overlaps(p) for p in said.statement.content)), -1)
        own, rival = ([at - n for n in some] for some in (named.own, named.rival))
        before = [span.start for span in one.credit.evidence if span.start <= start]
        after = [span.start for span in one.credit.evidence if span.start > start]
        edges = [edge for edge in self.scene.edges(said.report) if edge.target == source]
        made = {
            "governed": said.id in one.governed,
            "chain": said.id in one.credit.statements,
            "by": RANK.index(one.credit.by),
            "share": max((edge.share or 0.0 for edge in edges), default=0.0),
            "credits": 1 + len(one.others),
            "named": len(own),
            "named.before": min((n for n in own if n >= 0), default=FAR),
            "named.after": min((-n for n in own if n < 0), default=FAR),
            "rival.before": min((n for n in rival if n >= 0), default=FAR),
            "rival.after": min((-n for n in rival if n < 0), default=FAR),
            "breaks.before": said.text.count("\n", max(before), start) if before else FAR,
            "breaks.after": said.text.count("\n", start, min(after)) if after else FAR,
            "sentence": at,
            "voices": len(said.statement.voices),
        }
        return {name: min(FAR, float(value)) for name, value in made.items()}

    def _mismatch(self, held: Held, slot: Slot, credit: Credit, likely: float) -> Mismatch:
        """A slot that was changed: with the words that the rules found, or else with those that fill it."""
        ruled = [rule for rule in held.by_rule if any(one.slot is slot for one in rule.differences)]
        if not ruled:
            named = Passage(held.said.report, credit.evidence or held.said.statement.content)
            difference = self._difference(held.source, held.said, slot)
            return Mismatch(held.said.id, held.source.id, named, (difference,), round(likely, 4), BY)
        first = ruled[0]
        found = tuple(
            one
            for rule in ruled
            if rule.source_statement == first.source_statement
            for one in rule.differences
            if one.slot is slot
        )
        return Mismatch(held.said.id, first.source_statement, first.named, found, round(likely, 4), BY)

    def _difference(self, source: Said, said: Said, slot: Slot) -> Difference:
        """The words that the slots found to differ, or else those that fill the slot, or else the whole statements."""
        for one in found_between(source, said, self.frame):
            if one.slot is slot:
                return one.difference
        ours, theirs = (_filling(slot, self.frame.side(one)) for one in (source, said))
        if _same(source, ours, said, theirs):
            ours = theirs = ()
        return finding(slot, Weight.OTHERWISE, (source, ours or source.parts), (said, theirs or said.parts)).difference


class _Named(NamedTuple):
    """Where a report names the source of a credit, and where others."""

    sentences: Sequence[Span]
    own: Sequence[int]
    """Numbers of sentences."""
    rival: Sequence[int]


def _named(one: Credited) -> _Named:
    own, rival = (
        [n for n, s in enumerate(one.sentences) if any(s.overlaps(span) for c in some for span in c.evidence)]
        for some in ([one.credit], one.others)
    )
    return _Named(one.sentences, own, rival)


def _between_reports(said: Said, theirs: Sequence[Said], rules: Sequence[Mismatch]) -> list[Mismatch]:
    """What the rules found between a statement and those of a report."""
    own = [rule for rule in rules if rule.statement == said.id]
    ids = {other.id for other in theirs} if own else set()
    return [rule for rule in own if rule.source_statement in ids]


def _heard(said: Said, theirs: Sequence[Said]) -> bool:
    """Whether a statement is in nobody's voice, or in one that a source has as well."""
    voices = [other.statement.innermost for other in theirs if other.statement.voices]
    return not said.statement.voices or any(same_voice(said.statement.innermost, voice) for voice in voices)


def of_slot(given: Traits, slot: Slot) -> Traits:
    """The numbers by which it is asked whether one slot was changed."""
    return {
        **given,
        **{f"slot.{one}": float(one is slot) for one in SLOTS},
        "own.rule": given[f"rule.{slot}"],
        "own.rule.first": given[f"rule.first.{slot}"],
        "own.found": given[f"{PREFIX}found.{slot}"],
        "own.differing": given[f"differing.{slot}"] if slot in DIFFERING else 0.0,
    }


def _of_rules(own: Sequence[Mismatch]) -> Traits:
    """What the rules found between a statement and a source."""
    return {
        "rules": float(len(own)),
        **{f"rule.{slot}": float(any(d.slot is slot for one in own for d in one.differences)) for slot in SLOTS},
        **{f"rule.first.{slot}": float(any(one.differences[0].slot is slot for one in own)) for slot in SLOTS},
    }


def _same(a: Said, ours: Spans, b: Said, theirs: Spans) -> bool:
    """Whether the same words stand at two places: they do not show what was changed."""
    one, other = ([token.word for token in tokens_of(said.text, spans)] for said, spans in ((a, ours), (b, theirs)))
    return one == other


def _filling(slot: Slot, side: Side) -> Spans:
    """The words of a side that fill a slot; none where nothing does."""
    if slot is Slot.CERTAINTY:
        return tuple(hedge.span for hedge in hedges(side)[:1])
    if slot is Slot.QUOTE:
        return tuple(one.span for one in quoted(side.said.account.report, side.said.statement.content)[:1])
    return fills(slot, side)
