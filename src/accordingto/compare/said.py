"""A statement together with the words it is compared by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.compare.accounts import Account, in_headline, sentence_of
from accordingto.compare.normalise import Canon, Token, tokens_of
from accordingto.model import BlockKind, Span, Statement


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, its account, the tokens of its content and their canonical forms."""

    account: Account
    statement: Statement
    tokens: tuple[Token, ...]
    forms: frozenset[str]

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def report(self) -> str:
        """The report's id."""
        return self.account.report.id

    @property
    def text(self) -> str:
        """The whole archived text."""
        return self.account.report.text

    @property
    def headline(self) -> bool:
        """Whether it stands in the headline."""
        return in_headline(self.account.report, self.statement.content)

    @property
    def sentence(self) -> Span:
        """The sentence around the content."""
        return sentence_of(self.account.report, self.statement.content)


_APART = (BlockKind.RELATED, BlockKind.BOILERPLATE, BlockKind.CREDIT)


def said_of(account: Account, canon: Canon) -> list[Said]:
    """All statements of an account that stand in its own text, in reading order."""
    apart = [block.span for block in account.report.of_kind(*_APART)]
    kept = (s for s in account.statements if not any(span.overlaps(s.content[0]) for span in apart))
    ordered = sorted(kept, key=lambda statement: (statement.content, statement.id))
    return [said(account, statement, canon) for statement in ordered]


def said(account: Account, statement: Statement, canon: Canon) -> Said:
    """One statement with its tokens."""
    tokens = tuple(tokens_of(account.report.text, statement.content))
    return Said(account, statement, tokens, frozenset(canon.all_of(tokens)))


def main_of(group: Sequence[Said]) -> Said:
    """The statement that stands for a group of one report: the first of the body, or else the headline's."""
    return next((one for one in group if not one.headline), group[0])
