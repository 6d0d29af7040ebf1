"""The lexicons of the cleaning station, opened once and compiled: furniture, credits, dates, markup, languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from accordingto.model import sha256

Pattern = re.Pattern[str]
_LOUD = "READ MORE|READ ALSO|ALSO READ|READ NEXT|SEE ALSO"
"""Labels that need no mark behind them when they stand in capitals."""
_FURNITURE = ("start", "whole", "anywhere")
_FILES = ("agencies", "clean", "dates", "encodings", "languages", "lines", "pages")


@dataclass(frozen=True, slots=True)
class Written:
    """How a language was written before UTF-8, and by what its text is known: words, or letters where it has no spaces."""

    encodings: tuple[str, ...]
    words: frozenset[str]
    letters: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class CleanRules:
    """Patterns compiled from the lexicons clean, lines, pages, languages, encodings and agencies; ``sha256`` covers all."""

    related: Pattern
    """A label and its mark at a line's start: ``Read:``."""
    related_weak: Pattern
    related_header: Pattern
    """A whole line that opens a list of links."""
    boilerplate_start: Pattern
    boilerplate_whole: Pattern
    boilerplate_anywhere: Pattern
    menu: frozenset[str]
    tagline: Pattern
    desks: Pattern
    byline_opener: Pattern
    byline_credit: Pattern
    comments_line: Pattern
    """A whole line that opens the readers' comments."""
    comment_form: Pattern
    """What only a section of comments has."""
    credit_words: Pattern
    credit_label: Pattern
    """A label and a colon, or ``by``, before the name of who made a picture."""
    caption_label: Pattern
    caption_cue: Pattern
    agencies: Pattern
    months: Mapping[str, int]
    month_first: frozenset[str]
    """Those that may stand before the day: ``March 3``."""
    date_links: str
    """Alternatives of a pattern: words between day, month and year."""
    before_clock: str
    """Alternatives of a pattern: words before a clock time."""
    dateline_agencies: Pattern
    """Agencies, and words for one, in scripts without capitals."""
    weekdays: frozenset[str]
    published: Pattern
    updated: Pattern
    beside_date: Pattern
    zones: Mapping[str, str]
    stopwords: Mapping[str, frozenset[str]]
    scripts: Mapping[str, Pattern]
    letters: Mapping[str, Pattern]
    page_marks: Mapping[str, Pattern]
    """What a class name of a page's markup tells: ``caption``, ``related`` … → pattern."""
    name_fragments: tuple[str, ...]
    """What a class name must hold one of for any of these patterns to match it; lower case."""
    written: Mapping[str, Written]
    """By language."""
    meta: Mapping[str, tuple[str, ...]]
    """Field → names of the meta elements that state it, most trusted first."""
    role: Pattern
    """What stands where names are stated and is none: ``admin``, ``Political Editor``."""
    house: Pattern
    """A word of a name that is a desk's, an agency's or an outlet's."""
    picture_credit: Pattern
    """A label of a picture's maker in any of many languages, at a caption's start or behind its last sentence."""
    not_caption: Pattern
    """What stands under pictures and is no caption: running times, buttons."""
    comments_header: Pattern
    """A whole line over the readers' comments."""
    paywall: Pattern
    """Sentences of pages that show a part of the report only."""
    sha256: str


@lru_cache(maxsize=1)
def open_clean_rules() -> CleanRules:
    """Open the shipped lexicons of the cleaning station."""
    raw = {name: (resources.files("accordingto.lexicons") / f"{name}.toml").read_bytes() for name in _FILES}
    read = {name: tomllib.loads(data.decode()) for name, data in raw.items()}
    clean, languages = _joined(read["clean"], read["lines"]), read["languages"]
    return CleanRules(
        **_line_patterns(clean),
        **_credit_patterns(clean),
        **_time_tables(clean["times"], read["dates"]),
        agencies=_one_of(sorted(read["agencies"]["names"], key=len, reverse=True), flags=re.NOFLAG),
        stopwords={code: frozenset(words.split()) for code, words in languages["stopwords"].items()},
        scripts={code: re.compile(f"[{letters}]") for code, letters in languages["scripts"].items()},
        letters={code: re.compile(f"[{letters}]") for code, letters in languages["letters"].items()},
        page_marks={mark: _any(patterns) for mark, patterns in read["pages"]["marks"].items()},
        name_fragments=tuple(read["pages"]["fragments"]["any"]),
        **_page_words(read["pages"]["words"]),
        written={code: _written(table) for code, table in read["encodings"].items()},
        meta={name: tuple(names) for name, names in read["pages"]["meta"].items()},
        sha256=sha256(b"".join(raw[name] for name in _FILES)),
    )


def _page_words(words: Mapping[str, Any]) -> dict[str, Any]:
    role = rf"(?:(?:the|a|our|{_alternatives(words['role_qualifiers'])})\s+)*(?:{_alternatives(words['roles'])})s?"
    return {
        "role": re.compile(rf"{role}(?:\s+(?:and|&|at|of|for)\s+.*)?", re.I),
        "house": _one_of(words["houses"]),
        "picture_credit": re.compile(rf"(?:{_alternatives(words['picture_credits'])})\s*[:：©=]+\s*", re.I),
        "not_caption": _any(words["not_caption"]),
        "comments_header": re.compile(rf"(?:\d+\s+)?(?:{_alternatives(words['comments'])})\W*(?:\(?\d+\)?)?\W*", re.I),
        "paywall": _any(words["paywall"]),
    }


def _written(table: Mapping[str, Any]) -> Written:
    words = (word for word in table.get("words", "").split() if len(word) > 1 and not word.isascii())
    return Written(tuple(table["encodings"]), frozenset(words), frozenset(table.get("letters", "")))


def _joined(clean: Mapping[str, Any], lines: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of clean with what lines adds to them."""
    more, caption = lines["boilerplate"], clean["caption"]
    boilerplate = {**clean["boilerplate"], **{name: clean["boilerplate"][name] + more[name] for name in _FURNITURE}}
    return {
        **clean,
        "related": {**clean["related"], "headers": clean["related"]["headers"] + more["headers"]},
        "boilerplate": boilerplate,
        "byline": {**clean["byline"], **{k: clean["byline"][k] + more for k, more in lines["byline"].items()}},
        "caption": {
            **caption,
            "credit_words": caption["credit_words"] + lines["caption"]["words"],
            "credit_labels": caption["credit_labels"] + lines["caption"]["labels"],
        },
        "comments": lines["comments"],
    }


def _line_patterns(clean: Mapping[str, Any]) -> dict[str, Any]:
    related, boilerplate, byline = clean["related"], clean["boilerplate"], clean["byline"]
    strong = [label for label in related["labels"] if label not in set(related["weak_labels"])]
    mark = r"\s*(?::|\||[-–—]\s|>|»)\s*"
    headers = "|".join([_alternatives(related["headers"]), *related["header_patterns"]])
    return {
        "related": re.compile(rf"[\[(>»→►▶•*\s]*(?:(?:{_alternatives(strong)}){mark}|(?-i:{_LOUD})\s+)", re.I),
        "related_weak": re.compile(rf"[\[(>»→►▶•*\s]*(?:{_alternatives(related['weak_labels'])})\s*[:|]\s*", re.I),
        "related_header": re.compile(rf"(?:{headers})\s*[:.…»>]*", re.I),
        "boilerplate_start": re.compile(rf"(?:{_alternatives(boilerplate['start'])})(?!\w)", re.I),
        "boilerplate_whole": re.compile(rf"\W*(?:{_alternatives(boilerplate['whole'])})\W*", re.I),
        "boilerplate_anywhere": _any(boilerplate["anywhere"]),
        "menu": frozenset(boilerplate["menu"]),
        "tagline": _any(boilerplate["tagline"]),
        "desks": _one_of(byline["desks"]),
        "byline_opener": re.compile(rf"(?:{_alternatives(byline['openers'])})(?:\s*:\s*|\s+)", re.I),
        "byline_credit": re.compile(rf"[\W_]*(?:{'|'.join(byline['credits'])})", re.I),
        "comments_line": re.compile(rf"\W*(?:{'|'.join(clean['comments']['headers'])})\W*", re.I),
        "comment_form": _any(clean["comments"]["comment_forms"]),
    }


def _credit_patterns(clean: Mapping[str, Any]) -> dict[str, Any]:
    caption = clean["caption"]
    return {
        "credit_words": _one_of(caption["credit_words"]),
        "credit_label": re.compile(rf"(?:{_alternatives(caption['credit_labels'])})\s*(?:[:|]|\bby\b)\s*", re.I),
        "caption_label": re.compile(rf"[\[(]?\s*(?:{_alternatives(caption['caption_labels'])})\s*[:|]\s*", re.I),
        "caption_cue": _any(caption["cues"]),
    }


def _time_tables(times: Mapping[str, Any], dates: Mapping[str, Any]) -> dict[str, Any]:
    mark, words = r"\s*:?\s*", dates["words"]
    english = _numbered(times["months"])
    published, updated = times["published"] + words["published"], times["updated"] + words["updated"]
    weekdays = times["weekdays"] + words["weekdays"]
    return {
        "months": {name: number for table in dates["months"].values() for name, number in _numbered(table).items()}
        | english,
        "month_first": frozenset(english),
        "weekdays": frozenset(weekdays),
        "published": re.compile(rf"(?<!\w)(?:{_alternatives(published)}){mark}$", re.I),
        "updated": re.compile(rf"(?<!\w)(?:{_alternatives(updated)}){mark}$", re.I),
        "beside_date": _one_of([*times["beside"], *words["beside"], *words["at"], *published, *updated, *weekdays]),
        "date_links": _alternatives(words["links"]),
        "before_clock": _alternatives(words["at"]),
        "zones": dict(times["zones"]),
        "dateline_agencies": _one_of(dates["datelines"]["agencies"]),
    }


def _numbered(months: Iterable[str]) -> dict[str, int]:
    """Names of months to their numbers, ``_`` standing for a space."""
    return {name.replace("_", " "): number for number, names in enumerate(months, 1) for name in names.split()}


def _alternatives(phrases: Iterable[str]) -> str:
    """Longest first, white space runs alike, straight and curly apostrophes alike."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(p).replace(r"\ ", r"\s+").replace("'", "['’]") for p in ordered)


def _one_of(phrases: Iterable[str], *, flags: re.RegexFlag = re.I) -> Pattern:
    """Any of the phrases as whole words."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(phrases)})(?!\w)", flags)


def _any(patterns: Iterable[str]) -> Pattern:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.I)
