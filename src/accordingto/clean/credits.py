"""Captions and the credits inside them."""

from __future__ import annotations

import re

from accordingto.clean.shapes import named, terminal, words
from accordingto.resources.cleaning import CleanRules

MAX_CAPTION = 90
"""Words; longer paragraphs that end in a bracket are prose."""
MAX_CREDIT = 10
_BRACKET = re.compile(r"\s*[\[(（]([^\[\]()（）]{2,90}(?:\([^()]{1,30}\)[^\[\]()]{0,40})?)[\])）]\s*\.?$")
_SENTENCE_END = re.compile(
    r"(?<=[.!?”\"’)])\s+|\s*[|•·]\s*|\s+[–—-]\s+|\s+(?=[(\[])|\s*(?=©)"
    r"|(?<=[a-zß.])(?=(?:Foto|Photo|Bild|Image|Quelle|Credit)s?:)|(?<=[.!?])(?=[A-Z][\w. ]{1,30}/)"
)
_GENERIC = re.compile(r"(?:photo|video|image|picture)s?|graphic|archive|file|via", re.I)
"""Words that name no maker when they stand alone."""
_DATE_TAIL = re.compile(r"\b(?:19|20)\d\d$|^\d+$|\d:\d\d")
_WRAPPED = re.compile(r"^[\[(]\s*(.*?)\s*[\])]$", re.S)


def caption_parts(text: str, rules: CleanRules) -> int | None:
    """Where the credit starts in a caption that carries one: 0 where a line is all credit; ``None`` for others."""
    if len(text.split()) > MAX_CAPTION:
        return None
    if credit_line(text, rules):
        return 0
    for split in (_labelled_end, _bracketed_end, _bare_end):
        at = split(text, rules)
        if at is not None:
            return at
    return None


def credit_line(text: str, rules: CleanRules) -> bool:
    """Whether a whole line is a credit: ``(Photo: Lena Vostrik)``, ``Ola Bern / Northwire``, ``Getty Images``."""
    inner = _strip(text)
    count = len(inner.split())
    if not 0 < count <= MAX_CREDIT or (terminal(inner) and not inner.endswith(".")):
        return False
    label = rules.credit_label.match(inner)
    if label and label.end() < len(inner):
        return named(inner[label.end() :])
    return count <= 6 and not terminal(inner) and _made_by(inner, rules, strict=inner == text)


def slashed_names(text: str) -> bool:
    """``Ola Bern / Orra Wire``: a credit where a caption stands above it, and nothing elsewhere."""
    parts = [part.strip() for part in text.split("/")]
    return len(parts) == 2 and all(1 <= len(part.split()) <= 4 and named(part) for part in parts)


def _strip(text: str) -> str:
    match = _WRAPPED.match(text)
    return match[1] if match else text


def _made_by(inner: str, rules: CleanRules, *, strict: bool) -> bool:
    """Whether words name who made a picture: an agency, a credit word; a slash or names where not strict."""
    if not words(inner):
        return False
    slashed = [part.strip() for part in re.split(r"/|,?\s+via\s+", inner)]
    known = bool(rules.agencies.search(inner)) or bool(rules.credit_words.search(inner))
    if len(slashed) > 1 and all(_name(part, rules) for part in slashed):
        return known or not strict
    if strict:
        return bool(rules.agencies.fullmatch(inner) and len(inner) > 3 and " " in inner) or _pure_credit(inner, rules)
    return _pure_credit(inner, rules) or (known and named(inner))


def _pure_credit(inner: str, rules: CleanRules) -> bool:
    """Credit words, agencies and names only, a credit word among them: ``JTF-M handout``, ``Getty Images``."""
    if not rules.credit_words.search(inner):
        return False
    rest = rules.agencies.sub(" ", rules.credit_words.sub(" ", inner))
    return (not words(rest) or named(rest)) and not (not words(rest) and _GENERIC.fullmatch(inner))


def _name(part: str, rules: CleanRules) -> bool:
    return 0 < len(part.split()) <= 5 and (
        named(part) or bool(rules.credit_words.fullmatch(part)) or _pure_credit(part, rules)
    )


def _bracketed_end(text: str, rules: CleanRules) -> int | None:
    """``… in the square, 2 May 2021 [Ola Bern/Northwire]``."""
    match = _BRACKET.search(text)
    if match is None or len(text[: match.start()].split()) < 2 or len(match[1].split()) > MAX_CREDIT:
        return None
    before = text[: match.start()]
    inner = match[1].strip()
    label = rules.credit_label.match(inner)
    slash = "/" in inner and all(_name(part.strip(), rules) for part in inner.split("/"))
    square = text[match.start() :].lstrip()[:1] == "["
    if (label and label.end() < len(inner)) or slash or _pure_credit(inner, rules):
        return _left(match)
    plain = named(inner) and len(inner.split()) >= 2 and not terminal(before) and square
    agency = rules.agencies.fullmatch(inner) is not None and (not terminal(before) or square)
    return _left(match) if plain or (agency and square) else None


def _labelled_end(text: str, rules: CleanRules) -> int | None:
    """``… in the square. Photo: Northwire`` and ``[Photo: the square. Credit: Ola Bern]``."""
    for match in reversed(list(re.finditer(r"(?<=[\s.,|(\[–—-])(?=\w|©)", text))):
        label = rules.credit_label.match(text, match.start())
        if label is None or match.start() == 0:
            continue
        rest = text[label.end() :].rstrip(" .)]")
        before = text[: match.start()].rstrip(" ([|–—-")
        if not rest or len(rest.split()) > MAX_CREDIT or not named(rest) or len(before.split()) < 3:
            continue
        if ":" in label.group() or "by" in label.group().lower().split():
            return match.start() - 1 if text[match.start() - 1] in "([" else match.start()
    return None


def _bare_end(text: str, rules: CleanRules) -> int | None:
    """``… in the square, 2 May 2021 / Getty Images``: a credit after a slash or bar, no sentence after it."""
    match = re.search(r"\s+[/|]\s+([^/|]{3,60})$", text)
    if match and _pure_credit(match[1], rules) and len(text[: match.start()].split()) >= 4:
        return _left(match)
    return None


def caption_tail(text: str, rules: CleanRules) -> int | None:
    """Where the credit starts in what is known to be a caption: plain names after its last sentence tell."""
    found = caption_parts(text, rules)
    if found is not None:
        return found
    for match in reversed(list(_SENTENCE_END.finditer(text))):
        rest = text[match.end() :].strip(" ()[]")
        if not rest or terminal(rest) or len(rest.split()) > MAX_CREDIT or _DATE_TAIL.search(rest):
            continue
        signed = (
            rest[0] == "©"
            or "/" in rest
            or "|" in match.group()
            or rules.credit_words.search(rest)
            or rules.agencies.search(rest)
        )
        # A bracket at a caption's end names the club or the year of what is seen as often: behind a sentence, the maker.
        bracket = text[match.end()] in "(["
        after = terminal(text[: match.start()])
        if signed or (named(rest) and (after if bracket else len(rest.split()) <= 4)):
            return match.end()
    return None


def _left(match: re.Match[str]) -> int:
    """The credit's start without the white space before it."""
    return match.start() + len(match.group()) - len(match.group().lstrip())
