"""Lines of pages to paragraphs: gaps, sizes and indents part them; hyphens at line ends go where that is safe."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from accordingto.resources.vocabulary import whole_words

ZONE = 3
"""Lines from the top and from the bottom of a page among which running heads and page numbers stand."""
SHARE = 0.4
"""Share of pages that a running head stands on at least: heads of left and right pages differ."""
GAP = 1.3
"""How many times the usual distance of lines parts paragraphs."""
SIZE = 0.6
"""Points by which the sizes of a heading and of text differ."""
INDENT = 0.8
"""Sizes by which a first line is indented."""
SHORT = 0.7
"""Share of the usual width below which a line that ends a sentence ends its paragraph."""
_NUMBER = re.compile(
    r"\W*(?:page|p\.?|seite|p[áa]gina|صفحة|-)?\s*\d{1,4}(?:\s*(?:of|/|von|de|sur|من)\s*\d{1,4})?\W*", re.I
)
_PAGE = re.compile(r"^\d{1,4}\b|\b\d{1,4}$|(?<=page )\d{1,4}\b")
"""A number that changes from page to page in a head that is otherwise the same."""
_TERMINAL = re.compile(r"[.!?…:؟۔][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"(?P<first>[^\W\d_]{2,})(?P<mark>[-\u2010\u00ad])$")
_NEXT = re.compile(r"[^\W\d_]+")
_LEFT_STOP = re.compile("^([.،؛؟!:]+)([\u0590-\u08ff].*[\u0590-\u08ff])$")
_FORMS = re.compile("[\ufb00-\ufb06\ufb50-\ufdfb\ufe70-\ufefc]+")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One line of a page; place and size of its first characters in points, from the page's lower left corner."""

    text: str
    x: float
    y: float
    size: float


def plain(text: str) -> str:
    """Text without the shapes that fonts have for joined letters: ``ﬁ`` is two letters, a final form of an Arabic letter the letter.

    The stop of a line from right to left, which is drawn at its left, stands at its end.
    """
    text = _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return _LEFT_STOP.sub(r"\2\1", text)


def without_running_heads(pages: Sequence[Sequence[PdfLine]]) -> list[list[PdfLine]]:
    """Pages whose running heads and feet stand only where they come first, and whose page numbers are gone."""
    zones = [_zone(page) for page in pages]
    counts = Counter(key for zone in zones for key in {_key(line) for line in zone})
    least = max(2, SHARE * sum(map(bool, pages)))
    running = {key for key, count in counts.items() if count >= least and len(pages) > 1}
    numbered = sum(any(_NUMBER.fullmatch(line.text) for line in _outermost(page)) for page in pages) > 1
    seen: set[str] = set()
    kept = []
    for page, zone in zip(pages, zones, strict=True):
        numbers = {line for line in _outermost(page) if numbered and _NUMBER.fullmatch(line.text)}
        kept.append(
            [line for line in page if line not in numbers and (line not in zone or not _repeated(line, running, seen))]
        )
    return kept


def _outermost(page: Sequence[PdfLine]) -> set[PdfLine]:
    """The lines at the very top and bottom of a page."""
    heights = [line.y for line in page]
    return {line for line in page if line.y in (min(heights), max(heights))}


def _zone(page: Sequence[PdfLine]) -> set[PdfLine]:
    ordered = sorted(page, key=lambda line: line.y)
    return {*ordered[:ZONE], *ordered[-ZONE:]}


def _key(line: PdfLine) -> str:
    """What the same head on two pages has in common: its words and its height."""
    words = _PAGE.sub("#", " ".join(line.text.casefold().split()))
    return f"{words} {line.y / 12:.0f}"


def _repeated(line: PdfLine, running: set[str], seen: set[str]) -> bool:
    key = _key(line)
    if key not in running:
        return False
    if _NUMBER.fullmatch(line.text) or key in seen:
        return True
    seen.add(key)
    return False


def paragraphs_of(pages: Sequence[Sequence[PdfLine]]) -> list[str]:
    """The paragraphs of a document."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    layout = _Layout(lines)
    made = [[lines[0]]]
    for before, line in itertools.pairwise(lines):
        if layout.parted(before, line):
            made.append([line])
        else:
            made[-1].append(line)
    whole = Counter(word for line in lines for word in _inner_words(line.text))
    return [_joined(paragraph, whole) for paragraph in made]


class _Layout:
    """What is usual in a document: distance and width of its lines, size by size."""

    def __init__(self, lines: Sequence[PdfLine]) -> None:
        gaps: dict[int, list[float]] = {}
        widths: dict[int, list[int]] = {}
        for before, line in itertools.pairwise(lines):
            if abs(before.size - line.size) < SIZE and 0 < before.y - line.y < 3 * line.size:
                gaps.setdefault(round(line.size), []).append(before.y - line.y)
        for line in lines:
            widths.setdefault(round(line.size), []).append(len(line.text))
        self._gaps = {size: median(found) for size, found in gaps.items()}
        self._widths = {size: sorted(found)[int(0.9 * (len(found) - 1))] for size, found in widths.items()}

    def parted(self, before: PdfLine, line: PdfLine) -> bool:
        """Whether a paragraph ends between two lines."""
        if abs(before.size - line.size) >= SIZE:
            return True
        short = len(before.text) < SHORT * self._widths[round(before.size)]
        ended = _TERMINAL.search(before.text) is not None
        gap = before.y - line.y
        if abs(gap) < 0.3 * line.size:
            return False
        if gap < 0 or gap > 6 * line.size:  # another column or page
            return ended or (short and not line.text[:1].islower())
        usual = self._gaps.get(round(line.size), 1.2 * line.size)
        indented = line.x - before.x > INDENT * line.size
        return gap > GAP * usual or (short and (ended or line.text[:1].isupper())) or (indented and ended)


def _inner_words(text: str) -> Iterator[str]:
    """Words of a line but the last, which a hyphen may cut; compounds whole."""
    words = re.findall(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*", text)
    yield from (word.casefold() for word in words[: -1 if _HYPHEN.search(text) else None])


def _joined(lines: Sequence[PdfLine], whole: Counter[str]) -> str:
    text = lines[0].text
    for line in lines[1:]:
        hyphen, follows = _HYPHEN.search(text), _NEXT.match(line.text)
        if not hyphen or not follows:
            text += " "
        elif _cut(hyphen, follows[0], whole):
            text = text[:-1]
        text += line.text
    return text.replace("\u00ad", "")


def _cut(hyphen: re.Match[str], follows: str, whole: Counter[str]) -> bool:
    """Whether a hyphen at a line's end stands only for the break: a soft one, or the word is known without it and not with it."""
    if hyphen["mark"] == "\u00ad":
        return True
    if not follows[:1].islower():
        return False
    first, second = hyphen["first"].casefold(), follows.casefold()
    if whole[f"{first}-{second}"]:
        return False
    return whole[first + second] > 0 or first + second in whole_words()
