"""Captions and the credits of pictures on a page: by class names and figures, else by the box that holds a picture and little text."""

from __future__ import annotations

import re
from typing import Any

from accordingto.clean.credits import caption_tail, credit_line
from accordingto.clean.dates import find_dates
from accordingto.clean.dom import Segment, size_of, text_in
from accordingto.clean.marks import HEADINGS, Marks
from accordingto.clean.parts import Part
from accordingto.clean.shapes import named, symbols, terminal, words
from accordingto.model import BlockKind
from accordingto.resources.cleaning import CleanRules

MAX_CAPTION = 900
"""Characters."""
MAX_CREDIT = 20
"""Words of what a class name calls a credit."""
MAX_REST = 12
"""Words behind a label such as ``Photo:``."""
MIN_WORDS = 4
"""Words of text in a picture's frame that is not marked as its caption."""
SMALL = 120
"""Pixels of width up to which a picture is an icon or a portrait."""
BOX_LEVELS = 3
"""Elements above a text in which a picture is looked for."""
BOX_CHILDREN = 8
"""Elements directly in a box; more are a list or the body."""
BOX_REST = 120
"""Characters of other text in a picture's box."""
_NO_BOX = frozenset({"article", "main", "body", "header", "html", "table", "form", "nav", "li"})
_APART = frozenset({"related", "furniture", "form", "table", "comment", "byline", "standfirst", "quote", "hidden"})
_LABEL = re.compile(
    r"^(?:legende|légende|caption|image caption|bildunterschrift|pie de foto|didascalia|onderschrift)\s*[:,]\s*", re.I
)
_RUNNING = re.compile(r"\s*[|·•]?\s*\b\d{1,2}:\d{2}(?::\d{2})?\s*(?:min|std|h)\b\.?\s*$", re.I)
"""The running time of a video."""
_CONTACT = re.compile(r"@\w|https?:|www\.")
_SMALL = re.compile(r"\b(?:icon|logo|avatar|emoji|pixel|author|badge|sprite)", re.I)
_EDGES = " |•·–—-"


def picture_parts(segment: Segment, marks: Marks, rules: CleanRules, *, body: bool) -> list[Part] | None:
    """What a segment is of a picture: caption, credit, both, nothing worth keeping (an empty list); ``None`` for other text.

    Args:
        segment: stands in or about the body.
        marks: its marks, without those of the whole page.
        rules: the cleaning lexicons.
        body: whether it is taken for body.
    """
    text = segment.text
    if "hidden" in marks or (segment.tag in HEADINGS and "caption" not in marks):
        return None
    if "credit" in marks and len(text.split()) <= 3 * MAX_CREDIT:
        return _split(text, rules, "html:credit", whole=BlockKind.CREDIT)
    if "caption" in marks or ("figure" in marks and not body):
        if "caption" not in marks and not _loose(segment, marks, rules):
            return _credit_alone(text, rules)
        return _captioned(segment, marks, rules, "html:caption")
    if _boxed(segment, marks):
        return _captioned(segment, marks, rules, "html:picture-box")
    if not credit_line(text, rules) or not (body or "figure" in marks or _boxed(segment, marks, least=1)):
        return None
    return _credit_alone(text, rules)


def _captioned(segment: Segment, marks: Marks, rules: CleanRules, by: str) -> list[Part] | None:
    text = _RUNNING.sub("", _LABEL.sub("", segment.text)).strip(_EDGES)
    if "related" in marks or segment.linked >= 0.9 or len(text) >= MAX_CAPTION:
        return None
    if (
        not text
        or rules.not_caption.search(" ".join(text.split()))
        or rules.related.match(text)
        or _dated(text, rules)
        or symbols(text)
    ):
        return []
    plain = " ".join(text.split())
    if len(plain.split()) < MIN_WORDS and any(char.isdigit() for char in plain) and size_of(plain) == len(plain):
        return []  # a date, a number of pictures, a reading time
    if len(text.split()) < 2 and segment.tag != "figcaption" and text.isascii() and not rules.agencies.fullmatch(text):
        return []
    return _split(text, rules, by, whole=BlockKind.CAPTION)


def _split(text: str, rules: CleanRules, by: str, *, whole: BlockKind) -> list[Part]:
    """Caption and credit apart. ``whole`` is what a text is in which no seam is found."""
    if rules.agencies.fullmatch(text) or credit_line(text, rules):
        return [Part(BlockKind.CREDIT, text, by)]
    at = _labelled(text, rules)
    if at is None:
        at = caption_tail(text, rules)
    if at is None or (whole is BlockKind.CREDIT and len(text[:at].split()) < MIN_WORDS):
        kind = BlockKind.CAPTION if whole is BlockKind.CREDIT and len(text.split()) > MAX_CREDIT else whole
        return [Part(kind, text, by)]
    before = text[:at].rstrip(_EDGES + "[(")
    if at == 0 or rules.agencies.fullmatch(before) or credit_line(before, rules):
        return [Part(BlockKind.CREDIT, text, by)]
    return [
        Part(BlockKind.CAPTION, text[:at].rstrip(_EDGES + "[("), by),
        Part(BlockKind.CREDIT, text[at:].strip(" |•·"), by),
    ]


def _labelled(text: str, rules: CleanRules) -> int | None:
    """Where a label such as ``Foto:`` begins a credit that runs to the end; 0 where it begins the text and names follow."""
    for match in rules.picture_credit.finditer(text):
        at, rest = match.start(), text[match.end() :].strip(" .)]")
        if at and text[at - 1].isalnum() and not (text[at - 1].islower() and text[at].isupper()):
            continue
        if not rest or len(rest.split()) > MAX_REST or (at == 0 and not named(rest)):
            continue
        if at == 0 or len(text[:at].split()) >= 2 or not text[:at].isascii():
            return at - 1 if at and text[at - 1] in "([" else at
    return None


def _credit_alone(text: str, rules: CleanRules) -> list[Part] | None:
    return [Part(BlockKind.CREDIT, text, "text:credit-line")] if credit_line(text, rules) else None


def _dated(text: str, rules: CleanRules) -> bool:
    """Whether a short text is hardly more than a date."""
    if len(text) > 80:
        return False
    return 2 * sum(dated.end - dated.start for dated in find_dates(text, rules)) > len(text)


def _loose(segment: Segment, marks: Marks, rules: CleanRules) -> bool:
    """Whether text in a picture's frame that is not marked as a caption is one: some words, no date, no button."""
    count = len(segment.text.split())
    dated = count <= 6 and find_dates(segment.text, rules)
    return count >= MIN_WORDS and not dated and not marks & (_APART - {"standfirst"}) and segment.linked < 0.5


def _boxed(segment: Segment, marks: Marks, *, least: int = MIN_WORDS) -> bool:
    """Whether a text stands in a box that holds a picture and hardly any other text."""
    text = segment.text
    if (
        marks & _APART
        or segment.linked >= 0.5
        or _CONTACT.search(text)
        or not least <= max(len(text.split()), segment.size // 8) <= 80
    ):
        return False
    at = segment.parent
    for _ in range(BOX_LEVELS):
        if at is None or at.tag in _NO_BOX or len(at) > BOX_CHILDREN:
            return False
        pictures = _pictures(at)
        if pictures:
            inside = " ".join(text_in(at).split())
            return len(inside) <= len(text) + BOX_REST and (
                _told_by(pictures, text) or not terminal(text) or len(inside) > len(text) or len(words(text)) <= 40
            )
        at = at.getparent()
    return False


def _pictures(element: Any) -> list[Any]:
    found = [img for tag in ("img", "amp-img") for img in element.iter(tag)]
    return [img for img in found if not _tiny(img)]


def _tiny(image: Any) -> bool:
    """Whether a picture is an icon, a logo or a portrait beside a name."""
    width = (image.get("width") or "").removesuffix("px")
    names = " ".join(image.get(key) or "" for key in ("class", "src", "alt", "data-src"))
    return (width.isdigit() and int(width) <= SMALL) or bool(_SMALL.search(names))


def _told_by(pictures: list[Any], text: str) -> bool:
    """Whether a picture's own attributes say the same as a text."""
    stated = {" ".join((p.get(key) or "").split()) for p in pictures for key in ("alt", "data-caption", "title")}
    return any(value and (value.startswith(text) or text.startswith(value)) for value in stated if len(value) > 12)
