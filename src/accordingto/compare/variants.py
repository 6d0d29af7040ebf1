"""The variants of an utterance: each report's wording of it, aligned with the first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from accordingto.compare.copies import runs
from accordingto.compare.normalise import Token, tokens_of
from accordingto.compare.pieces import Piece
from accordingto.compare.wordwise import changes
from accordingto.model import Edit, EditKind, Span, Spans, Variant

NEARLY_FULL = 0.8
"""Share of the words of the fullest variant from which an earlier one is as good to hold the others against."""
REPEATED = 3
"""Words in a row that show that a report tells a part of an utterance again."""


def variants_of(members: Sequence[Piece], function: Collection[str]) -> tuple[Variant, ...]:
    """The variants of one utterance: the first is the earliest nearly full one, the rest stand in the order of the pieces.

    Args:
        members: Its pieces in canonical order of the reports, those of one report in text order.
        function: Words without content.
    """
    drafts = [draft for report in _by_report(members) for draft in _of_report(report)]
    sizes = [sum(len(piece.tokens) for piece in draft) for draft in drafts]
    first = next(i for i, size in enumerate(sizes) if size >= NEARLY_FULL * max(sizes))
    ordered = [drafts[first], *drafts[:first], *drafts[first + 1 :]]
    texts = {piece.report: piece.account.report.text for piece in members}
    return _aligned([_variant(draft) for draft in ordered], texts, function)


def _by_report(members: Sequence[Piece]) -> list[list[Piece]]:
    found: dict[str, list[Piece]] = {}
    for piece in members:
        found.setdefault(piece.report, []).append(piece)
    return list(found.values())


def _of_report(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """One report's pieces by variant: a new one where another speaker is named, or where it tells a part again."""
    made: list[list[Piece]] = []
    for piece in pieces:
        fits = [draft for draft in made if _goes_on(draft, piece)]
        if fits:
            fits[0].append(piece)
        else:
            made.append([piece])
    return made


def _goes_on(draft: Sequence[Piece], piece: Piece) -> bool:
    last = draft[-1]
    if last.top != piece.top or speaker_of(last) != speaker_of(piece):
        return piece.runs_on and last.span.end < piece.span.start and last.top == piece.top
    least = min(REPEATED, len(piece.tokens))
    return not any(runs(other.words, piece.words, least=least) for other in draft)


def speaker_of(piece: Piece) -> str | None:
    """Whom the report gives it to, as the report names them."""
    voice = piece.voice
    return (voice.source.name or voice.source.words) if voice else None


def _variant(draft: Sequence[Piece]) -> Variant:
    fullest = max(draft, key=lambda piece: len(piece.tokens))
    spans = tuple(piece.span for piece in draft)
    return Variant(draft[0].report, spans, fullest.statement.id if fullest.statement else None, speaker_of(fullest))


def _aligned(variants: Sequence[Variant], texts: Mapping[str, str], function: Collection[str]) -> tuple[Variant, ...]:
    first = variants[0]
    made = [first]
    for one in variants[1:]:
        found = edits(texts[first.report], first.pieces, texts[one.report], one.pieces, function)
        made.append(replace(one, edits=found))
    return tuple(made)


def edits(a_text: str, a: Spans, b_text: str, b: Spans, function: Collection[str]) -> tuple[Edit, ...]:
    """The edits that make the words of ``b`` out of those of ``a``, in the order of both; case and punctuation do not count.

    Args:
        a_text: The text that the spans ``a`` lie in.
        a: Stretches of it, in order; no edit runs over two of them.
        b_text: The other text.
        b: Its stretches.
        function: Words without content.
    """
    ours, theirs = _words(a_text, a), _words(b_text, b)
    changed = changes([token.word for _, token in ours], [token.word for _, token in theirs], function)
    return tuple(
        edit for i, to_i, j, to_j in changed for edit in _paired(_stretches(ours[i:to_i]), _stretches(theirs[j:to_j]))
    )


def _words(text: str, parts: Spans) -> list[tuple[int, Token]]:
    """The words with the number of the stretch that each stands in."""
    return [(number, token) for number, part in enumerate(parts) for token in tokens_of(text, (part,))]


def _stretches(words: Sequence[tuple[int, Token]]) -> list[Span]:
    """Words in a row as spans, one for each stretch of the text."""
    found: dict[int, Span] = {}
    for number, token in words:
        start = found[number].start if number in found else token.start
        found[number] = Span(start, token.end)
    return list(found.values())


def _paired(a: Sequence[Span], b: Sequence[Span]) -> Iterator[Edit]:
    for one, other in zip_longest(a, b):
        kind = EditKind.INSERTION if one is None else EditKind.CUT if other is None else EditKind.SUBSTITUTION
        yield Edit(kind, one, other)
