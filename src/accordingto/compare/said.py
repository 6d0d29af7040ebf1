"""A statement together with the words it is compared by.

A content without a subject of its own ("to target the Front", "losing ground") is about the voice that intends, vows or
denies it. Such statements are compared with the words of that voice and its cue, so that "the coalition does not intend
to target …" is one proposition whether the attribution was cut before or after its verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from accordingto.compare.accounts import Account, in_headline, sentence_of, sentences_of
from accordingto.compare.normalise import Canon, Token, tokens_of
from accordingto.model import Act, BlockKind, Span, Spans, Statement, overlap, spans_of, text_of


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and what is compared of it: the parts of its proposition, their tokens and canonical forms."""

    account: Account
    statement: Statement
    parts: Spans
    actor: Spans
    """The words that name the subject where the content has none of its own; empty where it has."""
    tokens: tuple[Token, ...]
    forms: frozenset[str]
    cut: tuple[Span, ...] = ()
    """The sentences of the report, as far as they are known."""

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
    def content(self) -> str:
        """The words of the content, gaps marked."""
        return text_of(self.text, self.statement.content)

    @property
    def headline(self) -> bool:
        """Whether it stands in the headline."""
        return in_headline(self.account.report, self.parts)

    @property
    def sentence(self) -> Span:
        """The sentence around the proposition."""
        return sentence_of(self.account.report, self.parts, self.cut or None)


_GERUND = re.compile(r"[\s\"“«‘]*[^\W\d_]{2,}ing\b")
_INFINITIVE = re.compile(r"[\s\"“«‘]*(?:not\s+)?to\s+[^\W\d_]+")
_OWN_GERUND = (Act.INTEND, Act.DENY)
_OWN_INFINITIVE = (Act.INTEND, Act.DENY, Act.ALLEGE, Act.DECLARE, Act.BELIEVE, Act.WARN)
"""Acts whose gerund or infinitive is about the voice itself: "denied leaving", "vowed to leave". Those left out are about
somebody else: "urged the army to leave", "accused it of leaving"."""
_GAP = re.compile(r"\s*(?:[\w’')-]+\s+){0,3}")
"""What may stand between a voice, its cue and the content of one proposition: "does not", "has no"."""

_APART = (BlockKind.RELATED, BlockKind.BOILERPLATE, BlockKind.CREDIT)


def said_of(account: Account, canon: Canon) -> list[Said]:
    """All statements of an account that stand in its own text, in reading order."""
    apart = [block.span for block in account.report.of_kind(*_APART)]
    kept = (s for s in account.statements if not any(span.overlaps(s.content[0]) for span in apart))
    ordered = sorted(kept, key=lambda statement: (statement.content, statement.id))
    cut = tuple(sentences_of(account.report))
    return [replace(said(account, statement, canon), cut=cut) for statement in ordered]


def said(account: Account, statement: Statement, canon: Canon) -> Said:
    """One statement with its tokens."""
    parts, actor = proposition(account.report.text, statement)
    tokens = tuple(tokens_of(account.report.text, parts))
    return Said(account, statement, parts, actor, tokens, frozenset(canon.all_of(tokens)))


def proposition(text: str, statement: Statement) -> tuple[Spans, Spans]:
    """The spans that make the proposition, and those that name its subject where the content has none of its own."""
    link = statement.innermost
    actor = spans_of(link.source.evidence)
    if not (controlled(text, statement) and actor):
        return statement.content, ()
    near = tuple(span for span in (*actor, *spans_of(link.cue)) if not overlap((span,), statement.content))
    return _merged(text, (*near, *statement.content)), actor


def controlled(text: str, statement: Statement) -> bool:
    """Whether the innermost voice is the subject of the content: an infinitive or a gerund under its cue."""
    first = statement.content[0]
    if not statement.voices:
        return False
    if _GERUND.match(text, first.start, first.end):
        return statement.act in _OWN_GERUND
    return statement.act in _OWN_INFINITIVE and bool(_INFINITIVE.match(text, first.start, first.end))


def _merged(text: str, parts: Spans) -> Spans:
    """Spans in order; those that touch, or have only a few words of one clause between them, become one."""
    made: list[Span] = []
    for span in sorted(parts):
        if made and (span.start <= made[-1].end or _GAP.fullmatch(text, made[-1].end, span.start)):
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)


def main_of(group: Sequence[Said]) -> Said:
    """The statement that stands for a group of one report: the first that is not the headline's, or else that."""
    return next((one for one in group if not one.headline), group[0])


def in_order(group: Sequence[Said]) -> list[Said]:
    """Statements of one report in reading order."""
    return sorted(group, key=lambda one: (one.statement.content, one.id))
