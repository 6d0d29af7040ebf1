"""Datelines and foot lines: where a report says whose text it prints.

In an agency's dateline any name counts, since the form tells. In bylines and foot lines a name at hand counts wherever it stands; of
other names only those that are known or look like an agency's, and one that stands right after a word of credit: "Reporting by Selmar
News", but not "Reporting by Lena Orsk".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from accordingto.compare.outlets import outlet_key, same_outlet
from accordingto.model import Block, BlockKind, Report, Span

if TYPE_CHECKING:
    from accordingto.resources.credits import CreditWords

DATELINE = re.compile(
    r"(?P<place>(?!The\b)(?:(?:\d{1,2}\.?\s+[^\W\d_]+\.?|[^\W_a-z][\w’'.-]*|and|of|the|de|\([^()]{2,30}\))[,;:./]*\s+){0,9}?)"
    r"(?:[(\[]\s*(?P<agency>[^\W\d_][\w’'.&/, -]{1,40}?)\s*[)\]](?:,?\s+[\w. ,]{3,20}?)?\s*(?:[–—-]|$)"
    r"|/\s*(?P<slashed>[^\W\d_][\w’'.& -]{1,30}?)\s*/)"
)
"""What an agency's dateline looks like at the start of a paragraph: "SELMAR, March 9 (Agency) –", "ZHELIN, May 16. /Agency/.".
Before the bracket stand names, days and numbers only."""

FIRST_PARAGRAPHS = 3
"""A dateline stands over the first paragraph; place lines and standfirsts may come before it."""

FURNITURE = (BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.BOILERPLATE, BlockKind.DATELINE)
"""Blocks in which a report says whose text it is."""

_NAME = re.compile(r"[^\W\d_a-z][\w’'.-]*(?:[ \u00a0](?:(?:de|of|d[ue])[ \u00a0](?:l[’'])?)?[^\W\d_a-z][\w’'-]*)*")
_DATED = re.compile(r"\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.ASCII)
"""A bracket with a day in it holds where and when, not whose: "(Castel Brume, October 12)"."""
_SEVERAL = re.compile(r"[^/,]+")


def datelines(report: Report) -> list[tuple[str, Span]]:
    """The agencies named in the report's datelines, with their spans."""
    blocks = [b for b in report.blocks if b.kind is BlockKind.DATELINE]
    blocks += [b for b in report.blocks if b.kind is BlockKind.PARAGRAPH][:FIRST_PARAGRAPHS]
    return [found for block in blocks for found in _of_dateline(report.text, block)]


def _of_dateline(text: str, block: Block) -> Iterator[tuple[str, Span]]:
    match = DATELINE.match(text, block.span.start, block.span.end)
    group = "slashed" if match and match["slashed"] else "agency"
    if match is None or _explains(match["place"], match[group]) or _DATED.search(match[group]):
        return
    for part in _SEVERAL.finditer(match[group]):
        name = part[0].strip()
        if name[:1].isupper():
            start = match.start(group) + part.start() + part[0].index(name)
            yield name, Span(start, start + len(name))


def _explains(words: str, bracket: str) -> bool:
    """Whether a bracket is the abbreviation of the name before it: "Free Upland Forces (FUF) –"."""
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", words) if word[0].isupper())
    return bracket.isupper() and initials.endswith(bracket)


def signed(report: Report, known: Iterable[str], words: CreditWords) -> Iterator[tuple[str, Span]]:
    """The outlets and agencies that bylines and foot lines credit, with their spans.

    Args:
        report: The report.
        known: Names of outlets at hand, and of whoever the reports at hand show to be an agency or outlet.
        words: The lexicon of credits.
    """
    names = [*known]
    for block in report.of_kind(*FURNITURE):
        line = block.span.of(report.text)
        for match in () if words.pictures.search(line) else _NAME.finditer(line):
            start = match.start() + _opening(match[0], words)
            if start < match.end() and _is_credit(line, start, line[start : match.end()], names, words):
                yield line[start : match.end()], Span(block.span.start + start, block.span.start + match.end())


def _opening(name: str, words: CreditWords) -> int:
    """How many characters of a run of capitals are words of credit before the name: "By", "Source"."""
    at = 0
    while (
        (match := re.match(r"(\w+)\s+", name[at:]))
        and match[1].casefold() in words.foot
        and match[1].casefold() not in words.nouns
    ):
        at += match.end()
    return at


def _is_credit(line: str, start: int, name: str, known: Sequence[str], words: CreditWords) -> bool:
    if set(outlet_key(name).split()) <= words.nouns | words.generic:
        return False
    folded = outlet_key(name).split()
    if any(_is_of(name, other, words) for other in known):
        return True
    looks = name.casefold() in words.agencies or (len(folded) > 1 and bool(words.nouns & set(folded)))
    return _after(line, start, words.foot if looks else words.sure) or (looks and _alone(line, start))


def _after(line: str, start: int, phrases: Iterable[str]) -> bool:
    """Whether one of some phrases stands right before a place."""
    before = line[:start].rstrip(" \u00a0([/|:,–—-").casefold()
    return any(before == phrase or before.endswith((f" {phrase}", f"({phrase}")) for phrase in phrases)


def _is_of(name: str, other: str, words: CreditWords) -> bool:
    """Whether a name is an outlet's: its own, or short for it ("the Tribune"), but not a place that it is called after."""
    key = outlet_key(name)
    called_after = outlet_key(other).endswith(f" {key}") and key.split()[-1] not in words.nouns
    return same_outlet(name, other) and not called_after


def _alone(line: str, start: int) -> bool:
    """Whether a name opens its line, or a bracket or slash does."""
    before = line[:start].strip()
    return not before or before[-1] in "([/|"
