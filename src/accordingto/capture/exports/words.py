"""The words of exports, opened once and compiled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from accordingto.resources.cleaning import open_clean_rules

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class ExportWords:
    """Patterns of the lexicon exports. Labels are matched at a line's start, with their colon; heads as whole lines."""

    months: Mapping[str, int]
    weekdays: frozenset[str]
    zones: Mapping[str, str]
    labels: Mapping[str, Pattern]
    heads: Mapping[str, frozenset[str]]
    cover: Pattern
    fields: tuple[str, ...]
    kept: frozenset[str]
    accession: Pattern
    """The line that ends an article of Factiva."""
    count: Pattern
    """The line that says how many words an article of Factiva has."""
    bylines: Pattern
    languages: frozenset[str]
    summary: frozenset[str]


@lru_cache(maxsize=1)
def open_export_words() -> ExportWords:
    """Open the lexicon."""
    raw = tomllib.loads((resources.files("accordingto.lexicons") / "exports.toml").read_text("utf-8"))
    factiva = raw["factiva"]
    return ExportWords(
        months={name.replace("_", " "): n for n, names in enumerate(raw["months"], 1) for name in names.split()},
        weekdays=frozenset(name for names in raw["weekdays"] for name in names.split()),
        zones=open_clean_rules().zones,
        labels={
            role: re.compile(rf"\s*(?:{_any(names)})\s?:[\s\u00a0]*", re.I) for role, names in raw["labels"].items()
        },
        heads={role: frozenset(names) for role, names in raw["heads"].items()},
        cover=re.compile(rf"\s*(?:{'|'.join(raw['cover']['patterns'])})", re.I),
        fields=tuple(factiva["fields"]),
        kept=frozenset(factiva["kept"]),
        accession=re.compile(
            rf"\s*(?:{_any(factiva['document'])})\s+[A-Za-z0-9]{{6,10}}(?:19|20)\d{{6}}[A-Za-z0-9]{{5,12}}\s*", re.I
        ),
        count=re.compile(rf"\s*\d[\d.,\u00a0\u202f ]*(?:{_any(factiva['words'])})\s*", re.I),
        bylines=re.compile(rf"\s*(?:{_any(factiva['bylines'])})\s+\S", re.I),
        languages=frozenset(factiva["languages"]),
        summary=frozenset(factiva["summary"]),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
