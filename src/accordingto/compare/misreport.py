"""Whether a report gives what it has from a named source otherwise than that one says it, weighed by all that speaks for it.

The rules of `accordingto.compare.mismatches` lay their finger on a difference where they can. Much of what was changed on the way they do
not see, and not all that they find was had from the one that is named. So each statement of a report is held against what the named
source says that is likeliest about the same thing, and of each slot it is asked whether it was changed. The numbers are what the rules
found, in which relation the two stand, how likely they are about one thing, where the report names the other, and what it has word for
word. How much each tells is learnt (`training/misreporting.py`). Where no likelihoods are known, the rules alone decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accordingto.compare.accounts import sentences_of
from accordingto.compare.candidates import Weights
from accordingto.compare.certainty import hedges
from accordingto.compare.credits import RANK, Credit
from accordingto.compare.excluding import DIFFERING, fills
from accordingto.compare.finding import Weight as Makes
from accordingto.compare.finding import finding
from accordingto.compare.heard import hear
from accordingto.compare.normalise import tokens_of
from accordingto.compare.origins import NOTHING_KNOWN
from accordingto.compare.quoted import quoted
from accordingto.compare.relating import PREFIX
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.compare.sides import Side
from accordingto.compare.slots import Frame, found_between
from accordingto.compare.together import Together
from accordingto.compare.traits import Traits
from accordingto.compare.weighing import Weighing
from accordingto.model import Difference, Mismatch, Passage, Slot, Span, Spans

BY = "compare/misreport-1"

SLOTS = (Slot.ACTOR, Slot.NUMBER, Slot.PLACE, Slot.TIME, Slot.POLARITY, Slot.CERTAINTY, Slot.QUOTE, Slot.CONTROL)
"""Of each of them it is asked."""

MAY_BE = 0.15
"""Likelihood that two statements are about one thing from which they are held against each other though no credit stands over the one."""

CHANGED = 0.25
"""Likelihood that a slot was changed from which it counts as changed. Chosen on the drills (`training/drills`), where .2 and .3 give half
a point less."""

ON_IT = 0.3
"""Likelihood from which a statement of the source counts as being on the same thing."""

RIVAL = 0.1
"""Likelihood from which it is asked of the source's next statements whether they exclude the report's."""

FAR = 30.0
"""Sentences, or breaks of lines, from which on it is all the same how many lie between a statement and a name."""


@dataclass(frozen=True, slots=True)
class Credited:
    """A credit of a report, with the reports at hand that it means and the statements that it stands over."""

    credit: Credit
    sources: Sequence[str]
    governed: frozenset[str]
    """Ids of statements."""
    copied: Sequence[Span]
    """Passages of the report that are reprinted from them."""
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
        for said in self.scene.said[one.credit.report]:
            for source in one.sources if not said.headline else ():
                body = [other for other in self.scene.said[source] if not other.headline]
                near = sorted(((-self.together.pair(other, said), n) for n, other in enumerate(body)))
                if near and (said.id in one.governed or -near[0][0] >= MAY_BE):
                    yield self._held(said, one, [(-likely, body[n]) for likely, n in near], rules)

    def _held(self, said: Said, one: Credited, near: Sequence[tuple[float, Said]], rules: Sequence[Mismatch]) -> Held:
        likely, source = near[0]
        theirs = self.scene.said[source.report]
        ids = {other.id for other in theirs}
        own = [rule for rule in rules if rule.statement == said.id and rule.source_statement in ids]
        made = {
            **self._between(source, said),
            "likely": likely,
            "likely.second": near[1][0] if len(near) > 1 else 0.0,
            "likely.many": sum(value > ON_IT for value, _ in near),
            **self._rivals(said, near[1:3]),
            **self._credit(said, source.report, one),
            **self._words(said, theirs),
            **_of_rules(own),
        }
        return Held(said, source, likely, {name: float(value) for name, value in made.items()}, own)

    def _between(self, source: Said, said: Said) -> Traits:
        """What the two are to each other, and what was learnt to make of it."""
        learnt, given = self.frame.words.learnt, self._traits(source, said)
        apart = _apart(given)
        return {
            **given,
            **{f"relation.{kind}": score for kind, score in learnt.relating.scores(given).items()},
            "excluded": learnt.excluding.likely(apart),
            **{f"differing.{slot}": score for slot, score in learnt.differing.scores(apart).items()},
        }

    def _rivals(self, said: Said, near: Sequence[tuple[float, Said]]) -> Traits:
        """Whether what else the source says of it excludes the statement too; -1 where it says nothing else."""
        learnt, made = self.frame.words.learnt, {"excluded.second": -1.0, "excluded.third": -1.0}
        for name, (likely, other) in zip([*made], near, strict=False):
            if likely > RIVAL:
                made[name] = learnt.excluding.likely(_apart(self._traits(other, said)))
        return made

    def _traits(self, source: Said, said: Said) -> Traits:
        """What tells in which relation two statements stand that no matter holds."""
        a, b = (hear(one, one.report, self.scene) for one in (source, said))
        weighing = Weighing(self.scene, NOTHING_KNOWN, self.weights, self.frame)
        return weighing.traits(a, b, self.frame.words.learnt.telltale)

    def _credit(self, said: Said, source: str, one: Credited) -> Traits:
        """Where the report names the source, and where another, and what it has from the source elsewhere."""
        sentences, text, start = sentences_of(said.account.report), said.text, said.parts[0].start
        number = next((n for n, s in enumerate(sentences) if any(s.overlaps(p) for p in said.statement.content)), -1)
        named, rival = (
            [number - n for n, s in enumerate(sentences) if any(s.overlaps(span) for c in some for span in c.evidence)]
            for some in ([one.credit], one.others)
        )
        before = [span.start for span in one.credit.evidence if span.start <= start]
        after = [span.start for span in one.credit.evidence if span.start > start]
        edges = [edge for edge in self.scene.edges(said.report) if edge.target == source]
        return {
            "governed": said.id in one.governed,
            "chain": said.id in one.credit.statements,
            "whole": one.credit.whole,
            "by": RANK.index(one.credit.by),
            "copied": any(span.overlaps(part) for span in one.copied for part in said.parts),
            "share": max((edge.share or 0.0 for edge in edges), default=0.0),
            "sources": len(one.sources),
            "credits": 1 + len(one.others),
            "named": len(named),
            "named.before": min((n for n in named if n >= 0), default=FAR),
            "named.after": min((-n for n in named if n < 0), default=FAR),
            "rival.before": min((n for n in rival if n >= 0), default=FAR),
            "rival.after": min((-n for n in rival if n < 0), default=FAR),
            "breaks.before": text.count("\n", max(before), start) if before else FAR,
            "breaks.after": text.count("\n", start, min(after)) if after else FAR,
            "sentence": number,
            "voices": len(said.statement.voices),
        }

    def _words(self, said: Said, theirs: Sequence[Said]) -> Traits:
        """What of the statement the source has, anywhere."""
        words = {tuple(token.word for token in other.tokens) for other in theirs}
        sentences = {_sentence(other) for other in theirs}
        shared = said.forms & frozenset[str]().union(*(other.forms for other in theirs))
        return {
            "told": tuple(token.word for token in said.tokens) in words,
            "told.sentence": _sentence(said) in sentences,
            "told.share": self.weights.total(shared) / max(1e-9, self.weights.total(said.forms)),
            "forms": len(said.forms),
        }

    def _mismatch(self, held: Held, slot: Slot, credit: Credit, likely: float) -> Mismatch:
        """A slot that was changed; where the rules found it, as they did, else with the words that fill it."""
        for rule in held.by_rule:
            of_it = [one for one in rule.differences if one.slot is slot]
            if of_it:
                named = rule.named
                return Mismatch(held.said.id, rule.source_statement, named, tuple(of_it), round(likely, 4), BY)
        named = Passage(held.said.report, credit.evidence or held.said.statement.content)
        difference = self._difference(held.source, held.said, slot)
        return Mismatch(held.said.id, held.source.id, named, (difference,), round(likely, 4), BY)

    def _difference(self, source: Said, said: Said, slot: Slot) -> Difference:
        found = (one.difference for one in found_between(source, said, self.frame) if one.slot is slot)
        a, b = ((one, _filling(slot, self.frame.side(one)) or one.parts) for one in (source, said))
        return next(found, None) or finding(slot, Makes.OTHERWISE, a, b).difference


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


def _apart(given: Mapping[str, float]) -> dict[str, float]:
    return {name.removeprefix(PREFIX): value for name, value in given.items() if name.startswith(PREFIX)}


def _sentence(one: Said) -> tuple[str, ...]:
    return tuple(token.word for token in tokens_of(one.text, (one.sentence,)))


def _filling(slot: Slot, side: Side) -> Spans:
    """The words of a side that fill a slot; none where nothing does."""
    if slot is Slot.CERTAINTY:
        return tuple(hedge.span for hedge in hedges(side)[:1])
    if slot is Slot.QUOTE:
        return tuple(one.span for one in quoted(side.said.account.report, side.said.statement.content)[:1])
    return fills(slot, side)
