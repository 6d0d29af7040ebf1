"""Counterparts: which statements of a named source one of a report could have been made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accordingto.compare.acting import agent
from accordingto.compare.candidates import Weights, similarity
from accordingto.compare.kindred import kin_of
from accordingto.compare.said import Said
from accordingto.compare.slots import Frame
from accordingto.compare.together import Together
from accordingto.model import Act

NEAR = 0.25
"""Least similarity of a statement to what the named source says for the two to be compared."""

LIKELY = 0.7
"""Likelihood that two statements are about one thing from which they are compared whatever words they share."""

UNLIKELY = 0.2
"""Likelihood under which two statements are about two things whatever words they share. Between .15 and .3 evals/travel gives about the
same; without it mismatches are less often right."""

SHARED = 2
"""Words of content that a statement and its counterpart must share, where no likelihood brings them together."""

TELLING = 2
"""Words of content that either must have for a difference to be one: less is a fragment."""

KIN = 0.5
"""What a kindred word counts for, against an equal one."""

ON_THE_SAME = 0.9
"""Weighted share of the words that a statement shares with its counterpart which another must have to be on the same thing."""

_UNANSWERED = (Act.NO_RESPONSE, Act.ASK)
"""Acts that put nothing forward that could be compared."""


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Finds the statements of a source that one of a report is held against."""

    weights: Weights
    frame: Frame
    together: Together

    def of(self, one: Said, theirs: Sequence[Said]) -> list[tuple[float, Said]]:
        """The statements of a source's body that one could be made from, with how near they are; the nearest first."""
        return self._near(self._deed(one), theirs) or self._near(one, theirs) or self._likely(one, theirs)

    def on_the_same(self, shared: frozenset[str], forms: frozenset[str]) -> bool:
        """Whether another statement of the source has most of what the nearest shares with a report's."""
        return self.weights.total(shared & forms) >= ON_THE_SAME * self.weights.total(shared)

    def _near(self, one: Said, theirs: Sequence[Said]) -> list[tuple[float, Said]]:
        """Of those that are as near the earlier first."""
        if not _compares(one):
            return []
        scored = [(self._nearness(one, other), -n, other) for n, other in enumerate(theirs)]
        ordered = sorted(scored, key=lambda item: item[:2], reverse=True)
        return [(score, other) for score, _, other in ordered if score > 0]

    def _likely(self, one: Said, theirs: Sequence[Said]) -> list[tuple[float, Said]]:
        """Those that are likely about the same thing, whatever words they share."""
        pairs = [(self.together.pair(other, one), -n, other) for n, other in enumerate(theirs) if not other.headline]
        ordered = sorted(pairs, key=lambda item: item[:2], reverse=True)
        return [
            (likely, other) for likely, _, other in ordered if likely >= LIKELY and _compares(one) and _compares(other)
        ]

    def _nearness(self, one: Said, other: Said) -> float:
        """The similarity of their words; 0 where it is not enough, or where all else tells that they are about two things."""
        if other.headline or not _compares(other) or self._of_two_things(one, other):
            return 0.0
        kin = self._kindred(one.forms - other.forms, other.forms - one.forms)
        if len(one.forms & other.forms) + len(kin) < SHARED:
            return 0.0
        alike = similarity(other, one, self.weights) + self._kin_share(kin, one)
        return alike if alike >= NEAR else 0.0

    def _of_two_things(self, one: Said, other: Said) -> bool:
        """Whether it is known that both are hardly about one thing."""
        known = one.id in self.together.at and other.id in self.together.at
        return known and self.together.pair(one, other) < UNLIKELY

    def _deed(self, clause: Said) -> Said:
        """A clause without the names of who acts: where another was put in their place, only what was done leads to the source's words."""
        frame = self.frame
        who = agent(Frame(frame.canon, frame.words, frame.abbreviations, frame.places).side(clause))
        names = [t for t in clause.tokens if who and who.span.start <= t.start < who.span.end and t.capital]
        return replace(clause, forms=clause.forms - frozenset(frame.canon.all_of(names)))

    def _kindred(self, forms: frozenset[str], others: frozenset[str]) -> frozenset[str]:
        """Words that can stand for a word of the other side: "perished" for "killed"."""
        rows = kin_of(self.frame.words)
        theirs = {row for form in others for row in rows.get(form, ())}
        return frozenset(form for form in forms if theirs & rows.get(form, frozenset()))

    def _kin_share(self, kin: frozenset[str], one: Said) -> float:
        whole = self.weights.total(one.forms)
        return KIN * self.weights.total(kin) / whole if whole else 0.0


def _compares(one: Said) -> bool:
    """Whether a statement puts enough forward to be compared."""
    return len(one.forms) >= TELLING and one.statement.act not in _UNANSWERED
