"""Lines that say who wrote: at the head, and in the closing credits."""

from __future__ import annotations

import re

from accordingto.clean.shapes import named, person_like, words
from accordingto.resources.cleaning import CleanRules

MAX_BYLINE = 24
"""Words."""
_INITIALS = re.compile(
    r"\(?(?:[A-Z]\.[\s-]?){1,4}(?:\s*/\s*(?:[A-Z]\.[\s-]?){1,4})*\)?(?:\s*\((?:with|avec|mit|con)\s[^()]*\))?"
    r"|[a-z]{2,4}(?:-[a-z]{2,4})*(?:/[a-z]{2,4}(?:-[a-z]{2,4})*)+"
    r"|[A-Z][a-z]+ [A-Z]\.(?:\s*/\s*[A-Z][a-z]+ [A-Z]\.)*"
)
_LOWER_ROLE = re.compile(r"(?:,|\bin\b|\bfrom\b|\bfor\b|\s[-–—|•·]).*$")
_AGO = re.compile(
    r"\s*\b\d{1,2}\s?(?:min(?:ute)?s?|hours?|hrs?|days?|h|m|d)\b(?:\s+ago)?$|(?<=[a-z])\d{1,2} (?:minutes?|hours?|days?) ago$"
)
_CREDITS = re.compile(r"\b(?:reporting|editing|writing|compiled)\s+(?:by|from)\b", re.I)
_DASHED = re.compile(r"(?<=[.!?”\"’)\]])\s+(?P<at>[—–-]+\s*(?=\w)|(?=\())")


def opened_byline(text: str, rules: CleanRules) -> tuple[int, int] | None:
    """Where the names stand in ``By Lena Vostrik and Karim al-Sayegh in Selmar``; ``None`` for other lines."""
    match = rules.byline_opener.match(text)
    if match is None or len(text.split()) > MAX_BYLINE or text[-1:] in "?!:":
        return None
    rest = text[match.end() :].rstrip(" .")
    # What follows a comma, "in" or a dash may be a role or a place in small letters.
    names = _LOWER_ROLE.sub("", rest).strip() or rest.lstrip(", ")
    if not (named(names) or (rules.desks.search(names) and named(rules.desks.sub(" ", names) or "X"))):
        return None
    if match.group().lower().startswith("from our"):
        comma = rest.rfind(",")
        return (match.end() + comma + 2, match.end() + len(rest)) if comma > 0 else (match.end(), match.end())
    lead = 0 if rest.startswith(names) else rest.find(names)
    return match.end() + lead, match.end() + lead + len(names)


def bare_byline(text: str, rules: CleanRules) -> bool:
    """``Tribune staff and agencies``, ``Karim Haddad, Foreign Editor``, ``Lena Vostrik``: names and desk words only."""
    if not 2 <= len(text.split()) <= 10 or text[-1:] in ".?!:;" or any(char.isdigit() for char in text):
        return False
    rest = rules.desks.sub(" ", text)
    return named(rest) if words(rest) else bool(rules.desks.search(text))


def bare_names(text: str, rules: CleanRules) -> bool:
    """``Lena Vostrik``, ``Lena Vostrik | Ola Bern``, ``Lena Vostrik|Published``, ``Lena Vostrik 7 hours``: people, no sentence."""
    text = _AGO.sub("", text).strip()
    parts = [part.strip() for part in re.split(r"\s*[|,]\s*|\s+(?:and|und|et|y|e|&)\s+", text) if part.strip()]
    left = [part for part in parts if not (rules.published.search(part) or rules.updated.search(part))]
    return bool(left) and all(person_like(part) for part in left) and rules.boilerplate_whole.fullmatch(text) is None


def desk_byline(text: str, rules: CleanRules) -> bool:
    """A bare byline that has a desk word in it, so that it needs no neighbour to be told."""
    return bare_byline(text, rules) and rules.desks.search(text) is not None


def closing_credit(text: str, rules: CleanRules) -> bool:
    """``(Reporting by …; editing by …)``, ``— with reporting by Northwire``."""
    match = rules.byline_credit.match(text)
    if match is None or len(text.split()) > 60:
        return False
    bracketed = text[0] in "([—–-"
    after = text[match.end() :].lstrip()
    several = len(_CREDITS.findall(text)) > 1
    return (bracketed or several or len(text.split()) <= 16) and (after[:1].isupper() or not after or bracketed)


def trailing_credit(text: str, rules: CleanRules) -> int | None:
    """Where a closing credit starts that stands at a paragraph's end, after its last sentence."""
    for match in _DASHED.finditer(text):
        start = match.start("at")
        if len(text) - start <= 200 and closing_credit(text[start:], rules):
            return start
    return None


def initials(text: str) -> bool:
    """``R.H. / K.M.``, ``br-mk/tdl``, ``Rawan H. / Bassem T.``: desk initials as agencies sign."""
    return _INITIALS.fullmatch(text) is not None


def author_names(text: str) -> list[tuple[int, int]]:
    """The single names of ``Lena Vostrik, Ola Bern and Karim al-Sayegh``, as offsets."""
    found = []
    for match in re.finditer(r"(?:(?!\s+(?:and|und|et|y|e|&)\s+)[^,;/|])+", text):
        name = match.group()
        start = match.start() + len(name) - len(name.lstrip())
        cut = re.match(r"(?:and|und|et|y|e|&)\s+", text[start : match.end()])
        start += cut.end() if cut else 0
        end = match.start() + len(name.rstrip())
        if start < end:
            found.append((start, end))
    return found
