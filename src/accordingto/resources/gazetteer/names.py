"""Which written names of a place are worth a key: in English news it stands in Latin letters; others give its transliteration."""

from __future__ import annotations

import re

from accordingto.resources.gazetteer.keys import fold, skeleton
from accordingto.resources.gazetteer.tables import LEXICONS, read_table

_LATIN = re.compile(r"[\u0020-\u024f\u1e00-\u1eff‘’ʿʾʻʼ′–]+")
_OTHER_SCRIPT = re.compile(r"[\u0400-\u04ff\u0600-\u06ff]")
_ARTICLE = re.compile(r"(?:al|el|ar|as|ash|ad|an|at|az|ez|ed|es|er|et)[- ]", re.IGNORECASE)
_CODE_LENGTH = 4
"""Alternate names of so few capitals are codes of airports and stations."""


def written_in_news(name: str) -> bool:
    """Whether English news could write a name so: Latin letters, a capital first, no code."""
    if not _LATIN.fullmatch(name) or (name.isupper() and len(name) <= _CODE_LENGTH):
        return False
    first = next((c for c in name if c.isalpha()), "")
    return first.isupper() or bool(_ARTICLE.match(name))


def folded_names(primary: str, others: list[str]) -> tuple[str, list[str]]:
    """The folded name of a place and the folded other names that news could use."""
    main = fold(primary)
    return main, sorted({f for name in others if written_in_news(name) and (f := fold(name))} - {main})


def skeletons(names: list[str]) -> set[str]:
    """Transliteration keys of all names that are Latin, Arabic or Cyrillic."""
    chosen = (name for name in names if written_in_news(name) or _OTHER_SCRIPT.match(name))
    return {key for name in chosen if (key := skeleton(name))}


def romanised() -> frozenset[str]:
    """Countries whose names reach English news in several romanisations: theirs have keys of transliteration."""
    return frozenset(row["iso"] for row in read_table(LEXICONS / "countries.tsv") if row["romanised"])
