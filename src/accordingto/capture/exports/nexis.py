"""Nexis exports: the present layout, which parts articles by "End of Document", and the old one with "1 of 250 DOCUMENTS"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from accordingto.capture.exports.dates import date_of
from accordingto.capture.exports.lines import Article, Lines, Part
from accordingto.capture.exports.words import ExportWords

_NUMBER = re.compile(
    r"\s*(?:(?:documents?|dokumente?|documentos?)\s+)?(?P<n>\d{1,5}) (?:of|von|de|sur|di|van) (?P<all>\d{1,5})"
    r"(?: (?:documents?|dokumenten?|documentos?))?\s*",
    re.I,
)
_COUNTED = re.compile(r"documents?|dokumenten?|documentos?", re.I)
REACH = 14
"""Full lines behind the date within which the length or the body's heading stands."""
MAX_TITLE = 4
"""Lines of a headline and its subheadings at most."""
MAX_TAIL = 24
"""Paragraphs behind the body at most: loading date, language, type, a dozen kinds of index terms, rights."""
MAX_GRAPHIC = 6
"""Lines that describe pictures behind the body, at most; a body has more."""


def split_uni(lines: Lines, words: ExportWords) -> tuple[Article, ...]:
    """The articles of an export in the present layout; none where it is no such export.

    A line "End of Document" in the middle of a body parts nothing: behind the true one stands a head with a date.
    """
    ends = [number for number in lines.full(0, len(lines.raw)) if _head_word(lines, number, "end", words)]
    made: list[tuple[int, int]] = []
    for start, end in zip([0, *[end + 1 for end in ends]], [*ends, len(lines.raw)], strict=True):
        if not lines.full(start, end):
            continue
        if made and _date_line(lines, start, end, words) is None and not _closed(lines, *made[-1], words):
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    found = [
        _uni_article(lines, start, end, words) for start, end in made if _is_article(lines, start, end, ends, words)
    ]
    return tuple(found) if ends else ()


def _is_article(lines: Lines, start: int, end: int, ends: Sequence[int], words: ExportWords) -> bool:
    """Whether a stretch is more than a last page without an article."""
    return end in ends or _date_line(lines, start, end, words) is not None


def _closed(lines: Lines, start: int, end: int, words: ExportWords) -> bool:
    """Whether a stretch ends as an article does: with labelled lines behind the body."""
    last = lines.full(start, end)[-1]
    return words.labels["tail"].match(lines.raw[last]) is not None


def _head_word(lines: Lines, number: int, role: str, words: ExportWords) -> bool:
    return lines.text(number).casefold() in words.heads[role]


def _date_line(lines: Lines, start: int, end: int, words: ExportWords) -> int | None:
    """The first line with a date behind which the length or the heading of the body follows."""
    full = lines.full(start, end)
    for at, number in enumerate(full):
        if words.cover.match(lines.raw[number]) or date_of(lines.raw[number], words) is None:
            continue
        near = full[at + 1 : at + 1 + REACH]
        if any(words.labels["length"].match(lines.raw[n]) or _head_word(lines, n, "body", words) for n in near):
            return number
    return None


def _uni_article(lines: Lines, start: int, end: int, words: ExportWords) -> Article:
    at = _date_line(lines, start, end, words)
    if at is None:
        return Article(tuple(lines.part(block) for block in lines.blocks(start, end)))
    before = lines.full(start, at)
    outlet = before[-1] if before else None
    titles = _titles(lines, before[:-1], words)
    head = _Head(lines, words)
    body = head.read(at + 1, end)
    parts = [lines.part([number]) for number in titles] + head.parts + _body(lines, body, end, words)
    title = lines.joined(tuple(piece for number in titles for piece in lines.part([number])))
    return Article(
        tuple(filter(None, parts)),
        lines.text(outlet) if outlet is not None else None,
        date_of(lines.raw[at], words),
        title,
    )


def _titles(lines: Lines, before: list[int], words: ExportWords) -> list[int]:
    """The headline's lines: those right above the outlet that are no cover."""
    found: list[int] = []
    for number in reversed(before):
        if words.cover.match(lines.raw[number]) or (found and number + 1 != found[0]) or len(found) == MAX_TITLE:
            break
        found.insert(0, number)
    return found


@dataclass(slots=True)
class _Head:
    """Reads the labelled lines between date and body."""

    lines: Lines
    words: ExportWords
    parts: list[Part] = field(default_factory=list)
    """Those that are the article's own: byline, summary, dateline."""

    def read(self, start: int, end: int) -> int:
        """Read on from a line; gives the line where the body begins."""
        near = self.lines.full(start, end)
        marked = next((n for n in near[: REACH * 2] if _head_word(self.lines, n, "body", self.words)), None)
        for number in near:
            if number == marked:
                return number + 1
            if not self._label(number) and marked is None and not self._furniture(number, near):
                return number
        return end

    def _label(self, number: int) -> bool:
        raw = self.lines.raw[number]
        if self.words.labels["byline"].match(raw):
            self.parts.append(self.lines.part([number]))
            return True
        for role in ("highlight", "dateline"):
            if match := self.words.labels[role].match(raw):
                self.parts.append(self.lines.part([number], match.end()))
                return True
        return any(self.words.labels[role].match(raw) for role in ("length", "head"))

    def _furniture(self, number: int, near: list[int]) -> bool:
        """Whether an unlabelled line is an edition's name or states rights: a labelled line still follows it."""
        if self.lines.rights(number):
            return True
        follow = near[near.index(number) + 1 :][:REACH]
        return any(self.words.labels["length"].match(self.lines.raw[n]) for n in follow)


def _body(lines: Lines, start: int, end: int, words: ExportWords) -> list[Part]:
    blocks = _without_pictures(lines, body_blocks(lines, start, end, words), len(lines.blocks(start, end)))
    return [lines.part(block) for block in blocks]


def body_blocks(lines: Lines, start: int, end: int, words: ExportWords) -> list[list[int]]:
    """The paragraphs of a body without what stands behind it: classification, loading date, rights."""
    blocks = lines.blocks(start, end)
    blocks = blocks[: _classified(lines, blocks, words)]
    while blocks and _tail(lines, blocks[-1][0], words):
        blocks.pop()
    return blocks


def _classified(lines: Lines, blocks: list[list[int]], words: ExportWords) -> int:
    """Where the labelled lines behind the body begin: two in a row, and more of them than others from there on."""
    tails = [_tail(lines, block[0], words) for block in blocks[-MAX_TAIL:]]
    first = len(blocks) - len(tails)
    for at in range(len(tails) - 1):
        if tails[at] and tails[at + 1] and sum(tails[at:]) * 2 > len(tails) - at:
            return first + at
    return len(blocks)


def _without_pictures(lines: Lines, blocks: list[list[int]], whole: int) -> list[list[int]]:
    """Leave out the heading ``Graphic`` and the few lines below it, which only what stands behind the body lets tell."""
    if len(blocks) == whole:
        return blocks
    for at in range(len(blocks) - 1, max(0, len(blocks) - 1 - MAX_GRAPHIC), -1):
        if lines.text(blocks[at][0]).casefold() in ("graphic", "grafik"):
            return blocks[:at]
    return blocks


def _tail(lines: Lines, number: int, words: ExportWords) -> bool:
    return (
        words.labels["tail"].match(lines.raw[number]) is not None
        or _head_word(lines, number, "tail", words)
        or lines.rights(number)
    )


def split_old(lines: Lines, words: ExportWords) -> tuple[Article, ...]:
    """The articles of an export in the old layout; none where it is no such export.

    A line "3 of 250 DOCUMENTS" parts where it is the next in the count, or where a date line follows.
    """
    starts: list[int] = []
    expected: tuple[int, str] | None = None
    for number in lines.full(0, len(lines.raw)):
        match = _NUMBER.fullmatch(lines.raw[number])
        if match is None or not _COUNTED.search(lines.raw[number]):
            continue
        if expected == (int(match["n"]), match["all"]) or _dated_below(lines, number, words):
            starts.append(number)
            expected = (int(match["n"]) + 1, match["all"])
    ends = [*starts[1:], len(lines.raw)]
    return tuple(
        _old_article(lines, start + 1, end, words) for start, end in zip(starts, ends[: len(starts)], strict=True)
    )


def _dated_below(lines: Lines, number: int, words: ExportWords) -> bool:
    """Whether a date line stands among the next few lines, as in the head of an article."""
    for line in lines.full(number + 1, min(number + 1 + 2 * REACH, len(lines.raw)))[:8]:
        if _NUMBER.fullmatch(lines.raw[line]) or words.labels["tail"].match(lines.raw[line]):
            return False
        if date_of(lines.raw[line], words):
            return True
    return False


def _old_article(lines: Lines, start: int, end: int, words: ExportWords) -> Article:
    blocks = lines.blocks(start, end)
    dated = next((number for block in blocks[:8] for number in block if date_of(lines.raw[number], words)), None)
    if dated is None:
        return Article(tuple(lines.part(block) for block in body_blocks(lines, start, end, words)))
    outlet = next((number for number in lines.full(start, dated) if not lines.rights(number)), None)
    head = _OldHead(lines, words)
    body = head.read([block for block in blocks if block[0] > dated and not _edition(lines, block, dated)])
    stop = body_blocks(lines, body[0][0], end, words) if body else []
    parts = [*head.titles, *head.parts, *[head.cut(block) for block in stop]]
    title = lines.joined(tuple(piece for part in head.titles[:1] for piece in part))
    published = date_of(lines.raw[dated], words)
    return Article(tuple(filter(None, parts)), lines.text(outlet) if outlet is not None else None, published, title)


def _edition(lines: Lines, block: list[int], dated: int) -> bool:
    """Whether a line right below the date names an edition."""
    return block[0] == dated + 1 and re.search(r"\bedition\b|\bausgabe\b|;$", lines.text(block[0]), re.I) is not None


@dataclass(slots=True)
class _OldHead:
    """Reads the paragraphs between date and body: the headline without a label, then labelled ones."""

    lines: Lines
    words: ExportWords
    titles: list[Part] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    labels: dict[int, int] = field(default_factory=dict)
    """Line → where its text begins behind the label ``BODY:``."""

    def read(self, blocks: list[list[int]]) -> list[list[int]]:
        """Read on; gives the paragraphs of the body and what follows them."""
        measured = any(self.words.labels["length"].match(self.lines.raw[block[0]]) for block in blocks[:REACH])
        passed = not measured
        for at, block in enumerate(blocks):
            raw = self.lines.raw[block[0]]
            if match := self.words.labels["body"].match(raw):
                self.labels[block[0]] = match.end()
                return blocks[at:] if self.cut(block) else blocks[at + 1 :]
            if self.words.labels["length"].match(raw):
                passed = True
            elif not self._labelled(block, raw):
                if (passed and self.titles) or self._ended(block):
                    return blocks[at:]
                self.titles.append(self.lines.part(block))
        return []

    def cut(self, block: list[int]) -> Part:
        """A paragraph as a part, without its label."""
        return self.lines.part(block, self.labels.get(block[0], 0))

    def _ended(self, block: list[int]) -> bool:
        return len(self.titles) >= MAX_TITLE or _tail(self.lines, block[0], self.words)

    def _labelled(self, block: list[int], raw: str) -> bool:
        labels = self.words.labels
        if match := labels["headline"].match(raw):
            self.titles.append(self.lines.part(block, match.end()))
        elif labels["byline"].match(raw):
            self.parts.append(self.lines.part(block))
        elif match := labels["highlight"].match(raw) or labels["dateline"].match(raw):
            self.parts.append(self.lines.part(block, match.end()))
        else:
            return labels["head"].match(raw) is not None or self.lines.rights(block[0])
        return True
