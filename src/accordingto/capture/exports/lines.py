"""The lines of an export, the pieces of them that belong to an article, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_RIGHTS = re.compile(
    r"\s*(?:copyright\b|©|\(c\)\s?\d{4}|all rights reserved|tous droits réservés|alle rechte vorbehalten)", re.I
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line, in code points."""

    line: int
    start: int
    end: int


Part = tuple[Piece, ...]
"""One paragraph: a line, or the lines over which it is wrapped."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of an export: its own text part by part, and what its furniture says about it."""

    parts: tuple[Part, ...]
    outlet: str | None = None
    published: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """A file of articles."""

    kind: str
    lines: tuple[str, ...]
    articles: tuple[Article, ...]

    @property
    def dated(self) -> int:
        """How many articles have a headline and a date: none where the file is no such export."""
        return sum(article.title is not None and article.published is not None for article in self.articles)

    def text(self, article: Article) -> str:
        """An article's own text as it might have been scraped: paragraphs parted by blank lines."""
        return (
            "\n\n".join("\n".join(self.lines[p.line][p.start : p.end] for p in part) for part in article.parts) + "\n"
        )

    def furniture(self) -> list[Piece]:
        """All that belongs to no article: covers, lists of contents, labels, rights. With the articles' parts it is every character."""
        taken: dict[int, list[Piece]] = {}
        for article in self.articles:
            for piece in (piece for part in article.parts for piece in part):
                taken.setdefault(piece.line, []).append(piece)
        return [left for number, line in enumerate(self.lines) for left in _left(number, line, taken.get(number, []))]


def _left(number: int, line: str, taken: Iterable[Piece]) -> Iterator[Piece]:
    at = 0
    for piece in sorted(taken, key=lambda piece: piece.start):
        if line[at : piece.start].strip():
            yield Piece(number, at, piece.start)
        at = piece.end
    if line[at:].strip():
        yield Piece(number, at, len(line))


@dataclass(slots=True)
class Lines:
    """Lines as the splitters see them."""

    raw: tuple[str, ...]
    wrapped: bool
    """Whether paragraphs run over lines and are parted by blank ones."""

    def full(self, start: int, end: int) -> list[int]:
        """The lines of a stretch that are not blank."""
        return [number for number in range(start, end) if self.raw[number].strip()]

    def text(self, number: int) -> str:
        """A line with white space collapsed."""
        return " ".join(self.raw[number].split())

    def piece(self, number: int, start: int = 0) -> Piece:
        """A line, or its rest from an offset on, without white space around it."""
        line = self.raw[number]
        left = start + len(line[start:]) - len(line[start:].lstrip())
        return Piece(number, left, max(left, len(line.rstrip())))

    def blocks(self, start: int, end: int) -> list[list[int]]:
        """The paragraphs of a stretch as numbers of their lines."""
        made: list[list[int]] = []
        for number in self.full(start, end):
            if self.wrapped and made and number == made[-1][-1] + 1:
                made[-1].append(number)
            else:
                made.append([number])
        return made

    def part(self, block: Iterable[int], label: int = 0) -> Part:
        """A block as a part of an article; the first ``label`` characters of it are left out."""
        pieces = [self.piece(number, label if at == 0 else 0) for at, number in enumerate(block)]
        return tuple(piece for piece in pieces if piece.start < piece.end)

    def joined(self, part: Part | None) -> str | None:
        """The words of a part on one line; ``None`` where there are none."""
        words = [word for piece in part or () for word in self.raw[piece.line][piece.start : piece.end].split()]
        return " ".join(words) or None

    def rights(self, number: int) -> bool:
        """Whether a line states rights: ``Copyright 2018 …``, ``All Rights Reserved``."""
        return _RIGHTS.match(self.raw[number]) is not None
