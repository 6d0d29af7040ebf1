"""Pieces: what stands inside each pair of quotation marks and is somebody's words, not a title or a quoted term."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accordingto.compare.accounts import Account
from accordingto.compare.normalise import Canon, Token, tokens_of
from accordingto.language.quotation import Quotation, quotations
from accordingto.language.sentences import sentences
from accordingto.model import BlockKind, Form, Link, Report, Span, Statement, overlap

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

UTTERANCE_WORDS = 3
"""Words that a quotation needs, one of content in small letters among them, to be an utterance where no statement says whose it
is. In the reports of evals/field all 14 such quotations are somebody's words; of shorter ones three of four."""
QUOTED_SHARE = 0.5
"""Share of a quotation that a statement must cover to say whose it is."""
GAP_WORDS = 12
"""Most words of the report between two parts of one interrupted sentence: “We came,” said the head of the post, “and we saw.”"""

_APART = (BlockKind.RELATED, BlockKind.BOILERPLATE, BlockKind.CREDIT)
_TOP = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION)
_BRACKETED = re.compile(r"\[[^\]\n]*\]")
_MARKS = "“”„«»‘’\"' \t\u00a0\u202f"
_SINGLE = re.compile(
    r"(?<![\w'])'(?=[\w\[(…])(?:[^'\n]|(?<=\w)'(?=\w)|(?<=s)'(?= [a-z][^'\n]*[\w.,!?…]'(?!\w)))*(?<=[\w.,!?…\])])'(?!\w)"
)
"""Words between two straight single marks of one line; an apostrophe inside a word, or behind an s before a small letter
where a better end follows, closes nothing."""
_BEFORE = re.compile(r"(?:([\w-]+) +)?([\w-]+)\s*[“„«‘\"']\s*\Z")
"""The two words right before an opening mark."""
_DASHES = (",", "—", "–")
_ENDED = re.compile(r"[.!?…][\"”’»)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of quoted words of one report."""

    account: Account
    span: Span
    tokens: tuple[Token, ...]
    """Its words without those that the outlet set in brackets; offsets are those of the report."""
    forms: frozenset[str]
    """Canonical forms of its content words."""
    statement: Statement | None
    top: bool
    """Whether it stands in a headline, a standfirst or a caption, which often repeat what the body has."""
    runs_on: bool
    """Whether it goes on with the sentence, or inside the marks, of the piece before it."""
    follows_on: bool
    """Whether only the words that say who speaks stand between it and the piece before it: “We came,” he said. “We saw.”"""
    sure: bool
    """Whether it is surely somebody's words. What is not may be a title or a term, and counts only where it matches what is."""

    @property
    def report(self) -> str:
        """The report's id."""
        return self.account.report.id

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(token.word for token in self.tokens)

    @property
    def text(self) -> str:
        """Its words as they stand in the report."""
        return self.span.of(self.account.report.text)

    @property
    def voice(self) -> Link | None:
        """The voice that the report gives it to; ``None`` where that is the outlet alone."""
        voices = self.statement.voices if self.statement else ()
        return voices[-1] if voices else None

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences, as spans of the report."""
        return tuple(Span(self.span.start + s.start, self.span.start + s.end) for s in sentences(self.text))


def pieces_of(account: Account, canon: Canon, words: Comparison) -> list[Piece]:
    """The pieces of a report in text order: all its quotations but those that the words before them call a name or a term."""
    report = account.report
    apart = [block.span for block in report.of_kind(*_APART)]
    made: list[Piece] = []
    for quotation in _quotations(report.text):
        span = _inside(report, quotation, account.statements)
        if span is None or any(block.overlaps(span) for block in apart):
            continue
        statement = _statement(account.statements, span)
        tokens = _tokens(report.text, span)
        if not tokens or _is_titled(report.text, span, words):
            continue
        top = any(block.span.overlaps(span) for block in report.of_kind(*_TOP))
        forms = frozenset(canon.all_of(tokens))
        between = report.text[made[-1].span.end : span.start] if made else ""
        made.append(
            Piece(
                account,
                span,
                tokens,
                forms,
                statement,
                top,
                runs_on=bool(made) and _runs_on(between, made[-1].text, quotation),
                follows_on=bool(made) and _gap_of(between) is not None,
                sure=_is_utterance(tokens, statement, words),
            )
        )
    return made


def _quotations(text: str) -> list[Quotation]:
    """Those of the language layer, and between straight single marks those that stand in none of them."""
    found = quotations(text)
    single = [
        Quotation(match.start(), match.end(), closed=True, continued=False)
        for match in _SINGLE.finditer(text)
        if not any(one.start < match.end() and match.start() < one.end for one in found)
    ]
    return sorted([*found, *single], key=lambda one: one.start)


def _inside(report: Report, quotation: Quotation, statements: Sequence[Statement]) -> Span | None:
    """What stands between the marks. Of a quotation whose closing mark is lost, only what a statement holds of it."""
    start, end = quotation.start, quotation.end
    if not quotation.closed and not _taken_up(report.text, end):
        held = [part for one in statements if one.form is Form.DIRECT for part in one.content]
        ends = [part.end for part in held if part.start <= start + 1 < part.end]
        end = min(end, max(ends, default=end))
    text = report.text[start:end]
    left = len(text) - len(text.lstrip(_MARKS))
    right = len(text.rstrip(_MARKS))
    return Span(start + left, start + right) if left < right else None


def _taken_up(text: str, end: int) -> bool:
    """Whether the next paragraph opens with quotation marks, as it does where the quotation goes on."""
    return text[end:].lstrip()[:1] in ("“", "«", '"', "„", "‘")


def _tokens(text: str, span: Span) -> tuple[Token, ...]:
    outlets = [(span.start + m.start(), span.start + m.end()) for m in _BRACKETED.finditer(span.of(text))]
    return tuple(t for t in tokens_of(text, (span,)) if not any(start <= t.start < end for start, end in outlets))


def _statement(statements: Sequence[Statement], span: Span) -> Statement | None:
    """The statement that holds most of a quotation: one with a voice before one without, quoted before reported."""
    held = [(overlap(one.content, (span,)), one) for one in statements]
    enough = [(share, one) for share, one in held if share >= QUOTED_SHARE * len(span)]
    return max(enough, key=lambda pair: _fitness(*pair), default=(0, None))[1]


def _fitness(share: int, one: Statement) -> tuple[bool, bool, int, int, str]:
    size = sum(map(len, one.content))
    return bool(one.voices), one.form in (Form.DIRECT, Form.MIXED), share, -size, one.id


def _is_utterance(tokens: Sequence[Token], statement: Statement | None, words: Comparison) -> bool:
    """Whether quoted words are somebody's: a statement gives them to a voice, or they are several and written as no title is."""
    if statement is not None and statement.voices and statement.form in (Form.DIRECT, Form.MIXED):
        return True
    small = [token for token in tokens[1:] if not token.capital and token.word not in words.function_words]
    return len(tokens) >= UTTERANCE_WORDS and bool(small)


def _is_titled(text: str, span: Span, words: Comparison) -> bool:
    """Whether the words before the opening mark say that a name or a term comes: so-called, dubbed, entitled."""
    before = _BEFORE.search(text[max(0, span.start - 40) : span.start].lower())
    return before is not None and bool({before[2], f"{before[1]} {before[2]}"} & words.titling)


def _runs_on(between: str, before: str, quotation: Quotation) -> bool:
    """Whether a piece goes on inside the marks of the one before it, or with its sentence."""
    if quotation.continued:
        return not between.strip(_MARKS + "\n.,")
    gap = _gap_of(between)
    return gap is not None and gap.endswith(_DASHES) and not _ENDED.search(before)


def _gap_of(between: str) -> str | None:
    """The report's words between two pieces, where they are few and of one sentence: hardly more than who speaks."""
    gap = between.strip(_MARKS)
    if "\n" in between or len(gap.split()) > GAP_WORDS or re.search(r"[.!?…]\s", gap):
        return None
    return gap if gap.endswith((*_DASHES, ".")) else None


def parts(piece: Piece) -> Iterator[tuple[Token, ...]]:
    """The words of a piece, sentence by sentence."""
    for sentence in piece.sentences:
        found = tuple(token for token in piece.tokens if sentence.start <= token.start < sentence.end)
        if found:
            yield found
