"""The dateline inside a first paragraph: ``SELMAR, Jan 3 (Northwire) — Two bridges …``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from accordingto.clean.dates import find_dates
from accordingto.clean.shapes import MARKS, capitals, named, words
from accordingto.model import Moment
from accordingto.resources.cleaning import CleanRules

MAX_PLACE = 6
"""Words of a place: ``Tell Harun, Zelva countryside``."""
REACH = 110
"""Characters within which a dateline ends."""
_SEPARATOR = re.compile(
    r"\s*(?:--+|[-–—―ـ])\s+|(?<=[\u0590-\u06ff)])\s?[-–—](?=[\u0590-\u06ff«\"“])|(?<=[a-z\d)])\s*[-–—―](?=[“\"‘A-Z])"
)
_SLASHED = re.compile(r"\.?\s*[/(]([^/()\n]{2,40})[/)]\.?\s*(?:(?:--+|[-–—―])\s+)?(?=[“\"‘«A-ZА-ЯЁҐ\d])")
_AFTER = re.compile(r"[\u200e\u200f]?[“\"„‘'«(\[A-ZÀ-ÞĀ-ſΑ-ΫА-ЯЁЂ-ЏҐ\d\u0590-\u06ff]")
_EDGES = " \u00a0/:-–—" + MARKS
_CASELESS = re.compile("[\u0590-\u06ff]")
_JOINED = re.compile(r"[\u200e\u200f]?(?P<place>[\u0590-\u06ff][\u0590-\u06ff ]{1,30}?)\s?[-–—/]\s?")
MAX_CASELESS = 4
"""Words of a place in a script without capitals."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says. Offsets are into the string it was read from; ``end`` lies after its separator."""

    end: int
    place: tuple[int, int] | None
    agency: tuple[int, int] | None
    moment: Moment | None


def read_dateline(text: str, rules: CleanRules) -> Dateline | None:
    """The dateline at a paragraph's start, or ``None``."""
    head = text[: REACH + 20]
    if found := _signed_by(text, rules):
        return found
    for match in _SEPARATOR.finditer(head):
        if match.start() > REACH:
            break
        if (
            match.start()
            and _AFTER.match(text, match.end())
            and (found := _parse(text, match.start(), match.end(), rules))
        ):
            return found
    slashed = next((m for m in _SLASHED.finditer(head) if "/" in m.group() and m.start() <= REACH), None)
    if slashed:
        return _parse(text, slashed.end(1) + 1, slashed.end(), rules)
    return None


def _signed_by(text: str, rules: CleanRules) -> Dateline | None:
    """``دمشق-سانا``: a place and an agency with a dash between and nothing behind, in scripts without capitals."""
    match = _JOINED.match(text)
    agency = rules.dateline_agencies.match(text, match.end()) if match else None
    if match is None or agency is None or len(match["place"].split()) > MAX_CASELESS:
        return None
    end = re.compile(r"[\s:.–—-]*").match(text, agency.end())
    return Dateline(end.end() if end else agency.end(), match.span("place"), agency.span(), None)


def _parse(text: str, stop: int, end: int, rules: CleanRules) -> Dateline | None:
    """Read ``text[:stop]`` as place, date and agency; some sign beyond a capital letter is asked for."""
    prefix = text[:stop]
    caseless = _CASELESS.search(prefix) is not None
    whole = re.fullmatch(r"\(([^()]*)\)\s*", prefix)
    dates = find_dates(prefix, rules)
    agency = _agency(prefix, rules) if not whole else None
    taken = [(d.start, d.end) for d in dates] + ([(agency[0] - 1, agency[1] + 1)] if agency else [])
    parts = _parts(prefix, taken)
    if not agency and _agency_part(prefix, parts, rules, alone=bool(whole)):
        agency = parts.pop()
    if not all(_place(prefix[slice(*part)], bool(agency or dates)) for part in parts) or len(parts) > 4:
        return None
    first = prefix[slice(*parts[0])] if parts else ""
    loud = parts and capitals(first) and len(first) >= 4 and len(words(first)) <= 4
    sign = agency or dates or (not caseless and ((whole and parts) or loud))
    if not sign or (not parts and not agency):
        return None
    if rules.boilerplate_whole.fullmatch(first):
        return None
    place = (parts[0][0], parts[-1][1]) if parts else None
    if place and prefix[slice(*place)].count("(") > prefix[slice(*place)].count(")"):
        closing = prefix.find(")", place[1])
        if closing < 0:  # the bracket closes behind the dash: prose, no dateline
            return None
        place = (place[0], closing + 1)
    return Dateline(end, place, agency, next((d.moment for d in dates if d.moment), None))


def _agency(prefix: str, rules: CleanRules) -> tuple[int, int] | None:
    """The name in the last round brackets or between slashes: all such a bracket of a dateline can hold."""
    for match in reversed(list(re.finditer(r"[/(]([^/()]{2,40})[/)]", prefix))):
        inner = match[1]
        last = not prefix[match.end() :].strip(" .,:")
        known = rules.agencies.fullmatch(inner) or rules.dateline_agencies.search(inner)
        name = named(inner) and not _CASELESS.search(inner)
        if last and len(inner.split()) <= 5 and (name or known) and match.start() > 0:
            return match.start(1), match.end(1)
    return None


def _agency_part(prefix: str, parts: list[tuple[int, int]], rules: CleanRules, *, alone: bool) -> bool:
    """Whether the last part names an agency: ``Derva, ONA –``; alone in brackets it must be a known one."""
    if not parts or (len(parts) == 1 and not alone):
        return False
    name = prefix[slice(*parts[-1])]
    if rules.dateline_agencies.fullmatch(name):
        return True
    return _acronym(name, rules) if len(parts) > 1 else rules.agencies.fullmatch(name) is not None


def _parts(prefix: str, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left between commas and slashes, without white space and brackets around."""
    masked = list(prefix)
    for start, end in taken:
        masked[start:end] = "," * (end - start)
    found = []
    for match in re.finditer(r"[^,،;؛.()\[\]]+", "".join(masked)):
        words_at = match.group()
        if words_at.strip(_EDGES):
            start = match.start() + len(words_at) - len(words_at.lstrip(_EDGES))
            found.append((start, match.start() + len(words_at.rstrip(_EDGES))))
    return found


def _acronym(name: str, rules: CleanRules) -> bool:
    return bool(rules.agencies.fullmatch(name)) or (name.isalpha() and name.isupper() and 2 <= len(name) <= 6)


def _place(name: str, signed: bool) -> bool:
    """A name of a few words; with an agency or date beside it one word may be small: ``Zelva countryside``."""
    found = words(name)
    longest = MAX_CASELESS if _CASELESS.search(name) else MAX_PLACE
    if not 0 < len(found) <= longest or any(char.isdigit() for char in name):
        return False
    return named(name) or (signed and len(found) <= 4 and found[0][:1].isupper() and named(" ".join(found[:-1])))
