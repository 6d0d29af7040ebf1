"""The variants of an utterance: each report's wording of it, aligned with the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from accordingto.compare.copies import runs
from accordingto.compare.pieces import Piece
from accordingto.compare.wording import edits
from accordingto.model import Variant

NEARLY_FULL = 0.9
"""Share of the words of the fullest variant from which an earlier one is as good to hold the others against."""
REPEATED = 3
"""Words in a row that show that a report tells a part of an utterance again."""


def variants_of(members: Sequence[Piece]) -> tuple[Variant, ...]:
    """The variants of one utterance: the first is the earliest nearly full one, the rest stand in the order of the pieces.

    Args:
        members: Its pieces in canonical order of the reports, those of one report in text order.
    """
    drafts = [draft for report in _by_report(members) for draft in _of_report(report)]
    sizes = [sum(len(piece.tokens) for piece in draft) for draft in drafts]
    first = next(i for i, size in enumerate(sizes) if size >= NEARLY_FULL * max(sizes))
    ordered = [drafts[first], *drafts[:first], *drafts[first + 1 :]]
    texts = {piece.report: piece.account.report.text for piece in members}
    return _aligned([_variant(draft) for draft in ordered], texts)


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


def _aligned(variants: Sequence[Variant], texts: Mapping[str, str]) -> tuple[Variant, ...]:
    first = variants[0]
    made = [first]
    for one in variants[1:]:
        found = edits(texts[first.report], first.pieces, texts[one.report], one.pieces)
        made.append(replace(one, edits=found))
    return tuple(made)
