"""A handful of reports with everything that lineage is read from: their order, their credits, their common text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accordingto.compare.accounts import Account, Accounts, Interval, canonical_order, outlet_of, published, sentence_of
from accordingto.compare.copies import Copies, copies
from accordingto.compare.credits import Credit, agencies_over, cited, credits_of, names_at_hand
from accordingto.compare.normalise import tokens_of
from accordingto.compare.outlets import same_outlet
from accordingto.model import Spans

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison


AS_NEAR = 0.9
"""Share of the nearest report's words from which the latest report of an outlet is taken: a later one has what the first had."""


@dataclass(frozen=True, slots=True)
class Handful:
    """The accounts in canonical order with what was found in them; made by `handful`."""

    accounts: Accounts
    credits: Mapping[str, Sequence[Credit]]
    """By report, the most telling first."""
    copies: Copies
    agencies: tuple[str, ...]
    """The agencies that some report at hand names in a dateline, its own included."""
    places: Mapping[str, int]
    """The place of each report in canonical order."""
    times: Mapping[str, Interval | None]
    """When each was published, as far as it is known."""
    words: Comparison

    def outlet(self, report: str) -> str:
        """The outlet's name of one."""
        return outlet_of(self.accounts[report])

    def is_agency(self, report: str) -> bool:
        """Whether a report at hand is an agency's own."""
        return any(same_outlet(self.outlet(report), name) for name in self.agencies)

    def carriers(self, agency: str) -> list[str]:
        """Reports that print an agency's own text and say so over or under it."""
        return [
            report
            for report, found in self.credits.items()
            if any(credit.whole and same_outlet(credit.name, agency) for credit in found)
        ]

    def credits_by(self, report: str) -> Sequence[Credit]:
        """What one report credits."""
        return self.credits[report]

    def credit_to(self, report: str, other: str) -> Credit | None:
        """The credit by which one report names the outlet of another at hand."""
        return next((c for c in self.credits[report] if same_outlet(c.name, self.outlet(other))), None)

    def at_hand(self, credit: Credit) -> str | None:
        """The report at hand that a credit means: of that outlet, not published later, nearest to what the credit stands over.

        Of those that are as near the latest of which it is known that it was published before.
        """
        meant = [
            other
            for other in self.accounts
            if other != credit.report
            and same_outlet(credit.name, self.outlet(other))
            and self.before(credit.report, other) is not True
            and not self.day_after(other, credit.report)
        ]
        if len(meant) < 2:
            return meant[0] if meant else None
        around = self._around(credit)
        near = {other: self.copies.weight(around & self.copies.stems(other)) for other in meant}
        best = max(near.values())
        as_near = [other for other in meant if near[other] >= AS_NEAR * best]
        return max(as_near, key=lambda other: (self.before(other, credit.report) is True, self.places[other]))

    def contents(self, credit: Credit) -> Spans:
        """The contents of the statements that a credit of a chain stands over."""
        statements = self.accounts[credit.report].statements
        return tuple(span for one in statements if one.id in credit.statements for span in one.content)

    def _around(self, credit: Credit) -> frozenset[str]:
        """The words of what a credit stands over: its sentence and its statements."""
        report = self.accounts[credit.report].report
        spans = [sentence_of(report, (span,)) for span in credit.evidence]
        tokens = tokens_of(report.text, (*spans, *self.contents(credit)))
        return frozenset(token.stem for token in tokens if token.word not in self.words.function_words)

    def before(self, a: str, b: str) -> bool | None:
        """Whether one report was published before another, as far as they tell."""
        one, other = self.times[a], self.times[b]
        if one is None or other is None:
            return None
        return True if one[1] <= other[0] else False if other[1] <= one[0] else None

    def day_after(self, a: str, b: str) -> bool:
        """Whether one report bears a later day than another; their hours may still overlap somewhere in the world."""
        one, other = (self.accounts[report].report.published for report in (a, b))
        days = [moment.value.date if moment else None for moment in (one, other)]
        return bool(days[0] and days[1] and days[0] > days[1])

    def ordered(self, a: str, b: str) -> bool:
        """Whether it is known that ``b`` may have taken from ``a`` and not the other way round: by time, or by what they name."""
        return self.before(a, b) is True or self.upstream(a, b) is True

    def upstream(self, a: str, b: str) -> bool | None:
        """Which of two reports the credits put above the other, where times say nothing: ``True`` if ``a``."""
        names, named = self.credit_to(b, a) is not None, self.credit_to(a, b) is not None
        if names != named:
            return names
        one, other = self.is_agency(a), self.is_agency(b)
        return one if one != other else None

    def may_precede(self, a: str, b: str) -> bool:
        """Whether ``b`` may have taken from ``a``; of two that nothing orders, the first in canonical order is taken for the source."""
        order = self.before(a, b)
        if order is None and (self.day_after(a, b) or self.day_after(b, a)):
            order = self.day_after(b, a)
        if order is None:
            order = self.upstream(a, b)
        return self.places[a] < self.places[b] if order is None else order


def handful(accounts: Sequence[Account], words: Comparison) -> Handful:
    """Read the credits and the shared text of some reports.

    Args:
        accounts: The reports, in any order; equal ones once.
        words: The lexicon, from `accordingto.resources.comparison.open_comparison`.
    """
    ordered = canonical_order(accounts)
    known = names_at_hand(ordered)
    others = cited(ordered, words.credits)
    found = {account.report.id: tuple(credits_of(account, known, words.credits, others)) for account in ordered}
    return Handful(
        accounts={account.report.id: account for account in ordered},
        credits=found,
        copies=copies([account.report for account in ordered], words.function_words),
        agencies=tuple(dict.fromkeys(name for account in ordered for name, _ in agencies_over(account))),
        places={account.report.id: n for n, account in enumerate(ordered)},
        times={account.report.id: published(account.report) for account in ordered},
        words=words,
    )
