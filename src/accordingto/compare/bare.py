"""A bare sentence as a side of a comparison: no report around it, nobody given for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from accordingto.compare.accounts import Bare
from accordingto.compare.naming import abbreviations
from accordingto.compare.normalise import Canon, Token, canon_of_tokens, tokens_of
from accordingto.compare.said import Said
from accordingto.compare.sides import Frame, Side
from accordingto.model import (
    Act,
    Block,
    BlockKind,
    Factuality,
    Form,
    Implied,
    Link,
    Mood,
    Report,
    Source,
    SourceKind,
    Span,
    Statement,
)

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

_LOOSE_MARK = re.compile(r" (?=[,.;:!?)%]|['’]s\b|n['’]t\b|['’](?:re|ve|ll|d)\b)")
_LOOSE_SIGN = re.compile(r"(?<=[($€£₹]) ")


def joined(text: str) -> str:
    """A text whose words were set apart by spaces, as corpora have it, with its marks where they belong."""
    text = text.replace("``", '"').replace("''", '"')
    return _LOOSE_SIGN.sub("", _LOOSE_MARK.sub("", text))


def sides_of(a: str, b: str, words: Comparison) -> tuple[Side, Side]:
    """Two bare sentences as the sides of one comparison.

    Args:
        a: any text; blank texts have no words and fit nothing.
        b: the other.
        words: the lexicon.
    """
    a, b = a or " ", b or " "
    ours, theirs = tokens_of(a), tokens_of(b)
    frame = Frame(canon_of_tokens((*ours, *theirs), words), words, abbreviations((a, b)))
    return Side(_said("a", a, ours, frame.canon), frame), Side(_said("b", b, theirs, frame.canon), frame)


def _said(name: str, text: str, tokens: Sequence[Token], canon: Canon) -> Said:
    span = Span(0, len(text))
    outlet = Link(
        Source(SourceKind.OUTLET, Implied("bare"), None), Implied("bare"), Act.NARRATE, Factuality.CERTAIN, 1.0, "bare"
    )
    statement = Statement(name, name, (span,), Form.NARRATION, Mood.ASSERTED, (outlet,), 1.0, "bare")
    block = Block(BlockKind.PARAGRAPH, span, "bare")
    report = Report(name, name, text, name, (block,), "bare")
    return Said(Bare(report, (statement,)), statement, (span,), (), tuple(tokens), frozenset(canon.all_of(tokens)))
