"""Factiva exports: with indexing, where every field has its code, and the plain article; "Document" and a number end each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from accordingto.capture.exports.dates import date_of
from accordingto.capture.exports.lines import Article, Lines, Part
from accordingto.capture.exports.words import ExportWords

MAX_HEAD = 5
"""Lines above the count of words at most: section, column, headline, byline."""
MAX_META = 14
"""Full lines between the date and the body at most: time, source, code, edition, page, language, rights."""
FULL_LINE = 60
"""Columns from which a line of a headline in a wrapped text may be followed by another."""
_CLOCK = re.compile(r"\s*(?:[01]?\d|2[0-3]):[0-5]\d(?:\s*(?:[ap]m|GMT|UTC|[A-Z]{3,4}))?\s*", re.I)
_HOUR = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_CODE = re.compile(r"[A-Z0-9]{1,8}")


def split_factiva(lines: Lines, words: ExportWords) -> tuple[Article, ...]:
    """The articles of an export in either layout; none where it is no such export."""
    ends = [number for number in lines.full(0, len(lines.raw)) if _accession(lines.raw[number], words)]
    made = []
    for start, end in zip([0, *[end + 1 for end in ends]][: len(ends)], ends, strict=True):
        if lines.full(start, end):
            tagged = _fields(lines, start, end, words)
            made.append(_tagged(lines, tagged, words) if tagged else _plain(lines, start, end, words))
    return tuple(made)


def _accession(line: str, words: ExportWords) -> bool:
    return words.accession.fullmatch(re.sub(r"^\s*AN(?:\t|\s{2,}|\s*$)", "", line)) is not None


@dataclass(frozen=True, slots=True)
class _Field:
    code: str
    line: int
    start: int
    """Where the value begins on the code's line."""
    end: int
    """The line behind its last."""


@lru_cache(maxsize=1)
def _code_pattern(fields: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s{{0,3}}(?P<code>{'|'.join(sorted(fields, key=len, reverse=True))})(?:\s*\t|\s{{2,}}|\s*$)")


def _fields(lines: Lines, start: int, end: int, words: ExportWords) -> list[_Field]:
    """The fields of an article with indexing; none where it has no headline and text with a code.

    A line of the text that looks like a code parts nothing: codes stand in their order.
    """
    pattern, order = _code_pattern(words.fields), {code: at for at, code in enumerate(words.fields)}
    found = [
        (m["code"], number, m.end()) for number in lines.full(start, end + 1) if (m := pattern.match(lines.raw[number]))
    ]
    marks: list[tuple[str, int, int]] = []
    for mark in found:
        if order[mark[0]] <= order["TD"] and (not marks or order[mark[0]] > order[marks[-1][0]]):
            marks.append(mark)
    behind: list[tuple[str, int, int]] = []
    for mark in reversed(found):  # the text stands before them, so the last of each is the true one
        last = marks[-1][1] if marks else -1
        if mark[1] > last and order["TD"] < order[mark[0]] < (order[behind[0][0]] if behind else len(order)):
            behind.insert(0, mark)
    marks += behind
    codes = {code for code, _, _ in marks}
    if not {"HD", "PD"} <= codes or not codes & {"LP", "TD"}:
        return []
    stops = [number for _, number, _ in marks[1:]] + [end + 1]
    return [_Field(code, number, at, stop) for (code, number, at), stop in zip(marks, stops, strict=True)]


def _tagged(lines: Lines, fields: list[_Field], words: ExportWords) -> Article:
    values = {field.code: _parts(lines, field) for field in fields}
    kept = [part for field in fields if field.code in words.kept for part in values[field.code]]
    day = date_of(_joined(lines, values.get("PD")) or "", words)
    clock = _HOUR.fullmatch(_joined(lines, values.get("ET")) or "")
    published = f"{day}T{int(clock[1]):02d}:{clock[2]}" if day and clock else day
    return Article(tuple(kept), _joined(lines, values.get("SN")), published, _joined(lines, values.get("HD")))


def _parts(lines: Lines, field: _Field) -> list[Part]:
    """The paragraphs of a field; those behind the first line may be indented under it."""
    parts = []
    first = lines.piece(field.line, field.start)
    for block in lines.blocks(field.line, field.end):
        pieces = tuple(first if n == field.line else lines.piece(n) for n in block)
        parts.append(tuple(piece for piece in pieces if piece.start < piece.end))
    return [part for part in parts if part]


def _joined(lines: Lines, parts: list[Part] | None) -> str | None:
    return lines.joined(tuple(piece for part in parts or () for piece in part))


def _plain(lines: Lines, start: int, end: int, words: ExportWords) -> Article:
    """An article without codes: headline, byline, count of words, date, source, code, language, rights, text."""
    full = lines.full(start, end)
    counts = [
        at
        for at, n in enumerate(full)
        if words.count.fullmatch(lines.raw[n]) and _dated(lines, full[at + 1 : at + 3], words)
    ]
    if not counts:
        return Article(tuple(lines.part(block) for block in lines.blocks(start, end)))
    count = counts[0]
    dated = next(at for at in (count + 1, count + 2) if at < len(full) and date_of(lines.raw[full[at]], words))
    title, above = _head(lines, full[:count], words)
    outlet, published, body = _meta(lines, full, dated, words)
    body_parts = [lines.part(block) for block in lines.blocks(body, end)]
    return Article((*above, *filter(None, body_parts)), outlet, published, title)


def _dated(lines: Lines, numbers: list[int], words: ExportWords) -> bool:
    return any(date_of(lines.raw[n], words) for n in numbers)


def _head(lines: Lines, above: list[int], words: ExportWords) -> tuple[str | None, list[Part]]:
    """Headline, and the parts from it on: a section above it is furniture, and so is what stands above a gap."""
    near = above[-MAX_HEAD:]
    if len(near) < len(above):  # a list of contents stands above
        gap = next((at for at in range(len(near) - 1, 0, -1) if near[at] != near[at - 1] + 1), 0)
        near = near[gap:]
    if not near:
        return None, []
    bylines = [n for n in near if words.bylines.match(lines.raw[n])]
    stop = near.index(bylines[-1]) if bylines and bylines[-1] != near[0] else len(near)
    head = max(near[:stop], key=lambda n: len(lines.raw[n]))
    block = _unwrapped(lines, near[:stop], head) if lines.wrapped else [head]
    part = lines.part(block)
    rest = [lines.part([n]) for n in near[near.index(block[-1]) + 1 :]]
    return lines.joined(part), [part, *rest]


def _unwrapped(lines: Lines, near: list[int], head: int) -> list[int]:
    """A headline with the lines over which it is wrapped: those above it are as long as lines get, and so is it before another."""
    block = [head]
    while block[-1] + 1 in near and len(lines.raw[block[-1]]) >= FULL_LINE:
        block.append(block[-1] + 1)
    while block[0] - 1 in near and len(lines.raw[block[0] - 1]) >= FULL_LINE:
        block.insert(0, block[0] - 1)
    return block


def _meta(lines: Lines, full: list[int], dated: int, words: ExportWords) -> tuple[str | None, str | None, int]:
    """Outlet, date and the line where the body begins."""
    published, at = date_of(lines.raw[full[dated]], words), dated + 1
    if at < len(full) and _CLOCK.fullmatch(lines.raw[full[at]]):
        both = date_of(f"{lines.text(full[dated])} {lines.text(full[at])}", words)
        published, at = both or published, at + 1
    if at >= len(full):
        return None, published, full[-1] + 1
    outlet = lines.text(full[at])
    near = range(at + 1, min(len(full), at + 1 + MAX_META))
    rights = next((n for n in near if lines.rights(full[n])), None)
    language = next((n for n in near if lines.text(full[n]).casefold() in words.languages), None)
    code = next((n for n in near[:2] if _CODE.fullmatch(lines.text(full[n]))), None)
    last = rights if rights is not None else language if language is not None else code if code is not None else at
    while last + 1 < len(full) and lines.rights(full[last + 1]):
        last += 1
    return outlet, published, full[last] + 1
