"""The words that tell what a toponym is and where it begins and ends, opened once from the lexicon ``places``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from accordingto.model import PlaceKind, ResourceError, sha256

SHIPPED = Path(__file__).parent.parent / "lexicons" / "places.toml"
WEIGHTS = SHIPPED.with_name("place-weights.toml")
SCHEMA = 1

_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True, eq=False)
class PlaceWords:
    """Word lists of the lexicon ``places``, in lower case."""

    after: Mapping[str, PlaceKind]
    """Words behind a name that say its kind: province, river."""
    before: Mapping[str, PlaceKind]
    """Words before it, with "of" or without: city, lake."""
    directions: frozenset[str]
    relations: re.Pattern[str]
    """Phrases before a name that mean an area relative to it; matched at the end of what precedes."""
    relations_after: re.Pattern[str]
    """Words behind a name that do so: "the Israel border"."""
    organisations: frozenset[str]
    """Words that make a run of capitals the name of a body."""
    titles: frozenset[str]
    """Words before the name of a person."""
    never: frozenset[str]
    """Capitalised words that are no place however the gazetteer has them."""
    ordinary: frozenset[str]
    """Words that stand in capitals only where a sentence begins."""
    locating: frozenset[str]
    """Words before a place: in, near, from."""
    longer: frozenset[str]
    """Words of kind in lower case that belong to the name before them: "Tarsa valley"."""
    openers: frozenset[str]
    """Words that "of" may join to a name: "Gulf of"."""
    beside: Mapping[str, tuple[tuple[float, re.Pattern[str]], ...]]
    """What stands ``before`` or ``after`` a name, and how much it says for its being a place."""
    openings: Mapping[str, float]
    """First words of names, and how much they say."""
    endings: tuple[tuple[float, re.Pattern[str]], ...]
    weights: Mapping[str, Mapping[str, float]]
    sha256: str

    def variants(self, name: str) -> list[str]:
        """Forms to look a name up by, the fullest first: without possessive, without words of kind."""
        bare = _POSSESSIVE.sub("", name.strip())
        tokens = re.split(r"[\s\u00a0]+", bare)
        found = [bare]
        if len(tokens) > 1 and tokens[-1].lower().rstrip(".") in self.after:
            found.append(" ".join(tokens[:-1]))
        if len(tokens) > 2 and tokens[0].lower() in self.before and tokens[1].lower() == "of":
            found.append(" ".join(tokens[2:]))
        elif len(tokens) > 1 and tokens[0].lower() in self.before:
            found.append(" ".join(tokens[1:]))
        if len(tokens) > 1 and tokens[0].lower() in self.directions:
            found.append(" ".join(tokens[1:]))
        return list(dict.fromkeys(found))

    def hint(self, name: str, preceding: str, following: str) -> PlaceKind | None:
        """What the name's own words, or else the words beside it, say that it is."""
        own = re.split(r"[\s\u00a0]+", name)
        if len(own) > 1:
            kind = self.after.get(own[-1].lower().rstrip(".")) or self.before.get(own[0].lower())
            if kind:
                return kind
        next_word = re.match(r"[\s\u00a0]+([A-Za-z]+)", following)
        if next_word and (kind := self.after.get(next_word[1].lower())):
            return kind
        last = re.search(r"([A-Za-z]+)[\s\u00a0]+of[\s\u00a0]+(?:the[\s\u00a0]+)?$", preceding)
        return self.before.get(last[1].lower()) if last else None


@cache
def open_place_words(path: Path = SHIPPED) -> PlaceWords:
    """Open a lexicon of words about places.

    Raises:
        ResourceError: where the file is missing, malformed or of another schema.
    """
    try:
        data, weights = path.read_bytes(), WEIGHTS.read_bytes()
        return _made(tomllib.loads(data.decode()), tomllib.loads(weights.decode()), sha256(data + weights))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResourceError(f"{path.name} is not a lexicon of places: {error}") from error


def _made(table: Mapping[str, Any], weights: Mapping[str, Mapping[str, float]], digest: str) -> PlaceWords:
    if table["schema"] != SCHEMA:
        raise ValueError(f"schema {table['schema']}, not {SCHEMA}")
    lists = table["recognition"]
    before = "|".join(map(_phrase, sorted(lists["relations"], key=len, reverse=True)))
    after = "|".join(map(_phrase, sorted(lists["relations_after"], key=len, reverse=True)))
    space = r"[\s\u00a0]+"
    return PlaceWords(
        after=_by_word(table["after"]),
        before=_by_word(table["before"]),
        relations=re.compile(rf"(?<!\w)({before}){space}(?:the{space})?(?:[a-z-]+{space}of{space})?$", re.IGNORECASE),
        relations_after=re.compile(rf"(?:['’]s)?{space}({after})(?!\w)"),
        longer=frozenset(table["longer"]["kinds"]),
        openers=frozenset(table["longer"]["openers"]),
        beside={
            "before": _ending_in(table["evidence"]["before"]),
            "after": _beginning_with(table["evidence"]["after"]),
        },
        openings={word: float(value) for value, words in table["evidence"]["openings"].items() for word in words},
        endings=tuple(
            (float(value), re.compile(rf"\w\w(?:{'|'.join(words)})$"))
            for value, words in table["evidence"]["endings"].items()
        ),
        weights=weights,
        sha256=digest,
        **{
            name: frozenset(lists[name])
            for name in ("directions", "organisations", "titles", "never", "ordinary", "locating")
        },
    )


def _phrase(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"[\s\u00a0]+")


def _by_word(kinds: Mapping[str, list[str]]) -> dict[str, PlaceKind]:
    return {word: PlaceKind(kind) for kind, words in kinds.items() for word in words}


def _ending_in(lists: Mapping[str, list[str]]) -> tuple[tuple[float, re.Pattern[str]], ...]:
    """Patterns for what stands before a name: the whole words at its end."""
    space = r"[\s\u00a0]+"
    return tuple(
        (float(value), re.compile(rf"(?<!\w)(?:{'|'.join(map(_phrase, words))})(?:{space}the)?{space}$", re.IGNORECASE))
        for value, words in lists.items()
    )


def _beginning_with(lists: Mapping[str, list[str]]) -> tuple[tuple[float, re.Pattern[str]], ...]:
    """Patterns for what stands behind a name; a phrase that begins with a hyphen or an apostrophe follows at once."""
    patterns = []
    for value, words in lists.items():
        joined = "|".join(_phrase(word).replace("'", "['’]") for word in words if not word[0].isalpha())
        spaced = "|".join(_phrase(word) for word in words if word[0].isalpha())
        either = [part for part in (joined, rf"[\s\u00a0]+(?:{spaced})" if spaced else "") if part]
        patterns.append((float(value), re.compile(rf"(?:{'|'.join(either)})(?!\w)")))
    return tuple(patterns)
