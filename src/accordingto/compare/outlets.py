"""Names of outlets and agencies: when two are of one."""

from __future__ import annotations

import re
from functools import lru_cache

from accordingto.model import SourceKind

CARRIER_WORDS = frozenset(["agency", "newswire", "newspaper", "broadcaster"])
"""Words in a name that tell a carrier: "the agency Northwire"."""

CARRIERS = (SourceKind.AGENCY, SourceKind.OUTLET)
"""Kinds of voices that pass on what others say."""

_ARTICLES = ("the", "le", "la", "el", "al", "l")


@lru_cache(maxsize=4096)
def outlet_key(name: str) -> str:
    """A name as it is compared: without article, case and marks."""
    words = re.findall(r"\w+", name.lower())
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


@lru_cache(maxsize=65536)
def same_outlet(a: str, b: str) -> bool:
    """Whether two names are of one outlet.

    They are if they are equal, if one is the end of the other ("the Post" of "The Harbour Post"), what stands before its "of" ("Le
    Courrier" of "Le Courrier de l'Imbra"), or its initials.
    """
    one, other = sorted((outlet_key(a), outlet_key(b)), key=len)
    if not one:
        return False
    if one == other or other.endswith(f" {one}") or other.startswith((f"{one} de ", f"{one} of ")):
        return True
    return _initials(a) == b or _initials(b) == a


def _initials(name: str) -> str | None:
    """The capitals of a name of several words: AP of The Associated Press."""
    capitals = [word[0] for word in re.findall(r"\w+", name) if word[0].isupper() and word != "The"]
    return "".join(capitals) if len(capitals) > 1 else None


def short_for(short: str, name: str) -> bool:
    """Whether a name is another with a word of its kind put behind it: "Meskar Press Agency" and "Meskar Press"."""
    one, other = outlet_key(short), outlet_key(name)
    return bool(other) and one.startswith(f"{other} ") and one.removeprefix(f"{other} ") in CARRIER_WORDS
