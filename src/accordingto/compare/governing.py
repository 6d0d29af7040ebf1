"""Which statements of a report a credit stands over: those that the report has from the one it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from accordingto.compare.credits import Credit
from accordingto.compare.polarity import negators
from accordingto.compare.said import Said
from accordingto.compare.speakers import same_voice
from accordingto.model import Form, Link, SourceKind, Span, hull

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison


def governed(
    credit: Credit,
    statements: Sequence[Said],
    sentences: Sequence[Span],
    words: Comparison,
    copied: Sequence[Span] = (),
) -> Iterator[Said]:
    """The statements of a report that a credit stands over: of its chain, of its sentence, and what the same voice goes on to say.

    Args:
        credit: The credit.
        statements: Those of the report, in reading order.
        sentences: The report's.
        words: The lexicon.
        copied: The passages that the report took over from the one that it names: they are from there too.
    """
    text = statements[0].text if statements else ""
    named = [
        sentence
        for sentence in sentences
        if any(sentence.overlaps(span) and not _answered(text, sentence, span, words) for span in credit.evidence)
    ]
    told = _told(text, credit, statements, named)
    last: Said | None = None
    for one in statements:
        near = any(sentence.overlaps(span) for span in one.statement.content for sentence in named)
        taken = any(span.overlaps(part) for part in one.parts for span in copied)
        stands = not one.headline and (
            credit.whole or one.id in credit.statements or near or taken or _of_one_of(one, told)
        )
        if stands or (last is not None and _goes_on(last, one)):
            yield one
            last = one
        else:
            last = None


_TOLD = re.compile(r"\b(?:told|tells|telling|to|with)\s+(?:[\w’'-]+\s+){0,5}$")


def _answered(text: str, sentence: Span, name: Span, words: Comparison) -> bool:
    """Whether a sentence answers what the one named reported, and does not have it from there: "rejected the agency's story"."""
    before = text[sentence.start : max(sentence.start, name.start)]
    turned = negators(text, (Span(sentence.start, name.start),), words) if before.strip() else []
    return any(span.of(text).lower() in words.negating_verbs for span in turned) and not _TOLD.search(before)


_SPOKEN = re.compile(r"\b(?:told|tells|telling|(?<!according\s)to|with)\s+(?:[\w’'-]+\s+){0,5}$", re.IGNORECASE)


def _told(text: str, credit: Credit, statements: Sequence[Said], named: Sequence[Span]) -> list[Link]:
    """The voices that told the one named something: "the mayor told the agency"; what else they say in the report they told it too."""
    into = [
        s for s in named for span in credit.evidence if s.contains(span) and _SPOKEN.search(text[s.start : span.start])
    ]
    voices = [
        one.statement.innermost
        for one in statements
        if one.statement.voices and any(s.overlaps(span) for span in one.statement.content for s in into)
    ]
    return [voice for voice in voices if voice.source.kind is SourceKind.PERSON]


def _of_one_of(one: Said, voices: Sequence[Link]) -> bool:
    """Whether a statement is of one of some voices."""
    return bool(one.statement.voices) and any(same_voice(one.statement.innermost, voice) for voice in voices)


def _goes_on(last: Said, one: Said) -> bool:
    """Whether a statement is of the same innermost voice as one before it, and of the same paragraph; a quotation may open the next.

    Who was only described before may be named beside the quotation: "a driver told the agency that …. “We waited,” said Samir."
    What the paragraph goes on to tell in nobody's voice is from the same place, where the source has something like it.
    """
    gap = one.text[hull(last.parts).end : max(hull(last.parts).end, hull(one.parts).start)]
    if not one.statement.voices:
        return "\n" not in gap
    if not last.statement.voices:
        return False
    mine, before = one.statement.innermost.source, last.statement.innermost.source
    near = "\n" not in gap or one.statement.form is Form.DIRECT
    if one.statement.form is Form.DIRECT and "\n" not in gap and before.kind is SourceKind.UNNAMED:
        return True
    return near and mine.name is not None and mine.name == before.name
