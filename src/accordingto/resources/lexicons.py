"""The shipped lexicons, opened once: cue words by act, words that tell kinds of voices, hedges, agencies."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from accordingto.model import sha256
from accordingto.resources.times import TimeWords, open_time_words

_VOWELS = "aeiou"
_ENDINGS = r"(?:e|s|es|ed|d|ing|ned|ning|ted|ting|ied|ies|y)?"


@dataclass(frozen=True, slots=True, eq=False)
class Lexicons:
    """All word lists that rules read. ``sha256`` covers every file."""

    act_phrases: tuple[tuple[str, re.Pattern[str]], ...]
    """Act and pattern, tried in order on a folded cue."""
    act_openings: tuple[tuple[str, re.Pattern[str]], ...]
    """Act and pattern, tried before on ``cue | first words of the content``."""
    act_verbs: Mapping[str, str]
    """Verb form → act."""
    act_nouns: Mapping[str, str]
    """Noun form → act."""
    roles: Mapping[str, frozenset[str]]
    hedges: Mapping[str, frozenset[str]]
    hedge_patterns: Mapping[str, re.Pattern[str]]
    agencies: frozenset[str]
    times: TimeWords
    sha256: str


@lru_cache(maxsize=1)
def open_lexicons() -> Lexicons:
    """Open the shipped lexicons."""
    files = {name: _raw(name) for name in ("acts", "agencies", "hedges", "roles")}
    acts = tomllib.loads(files["acts"].decode())
    irregular = acts.pop("irregular")
    hedges = tomllib.loads(files["hedges"].decode())
    return Lexicons(
        act_phrases=tuple((act, _phrase(p)) for act, table in acts.items() for p in table.get("phrases", ())),
        act_openings=tuple((act, _phrase(p)) for act, table in acts.items() for p in table.get("opened", ())),
        act_verbs=_forms_to_act({a: t.get("verbs", ()) for a, t in acts.items()}, irregular),
        act_nouns={
            form: act for act, table in acts.items() for noun in table.get("nouns", ()) for form in plural(noun)
        },
        roles={name: frozenset(words) for name, words in tomllib.loads(files["roles"].decode()).items()},
        hedges={level: frozenset(table["words"]) for level, table in hedges.items()},
        hedge_patterns={level: _any(table["phrases"]) for level, table in hedges.items() if table.get("phrases")},
        agencies=frozenset(name.casefold() for name in tomllib.loads(files["agencies"].decode())["names"]),
        times=open_time_words(),
        sha256=sha256(b"".join([*(files[name] for name in sorted(files)), open_time_words().sha256.encode()])),
    )


def _raw(name: str) -> bytes:
    return (resources.files("accordingto.lexicons") / f"{name}.toml").read_bytes()


def _phrase(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("~", _ENDINGS))


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns))


def _forms_to_act(verbs: Mapping[str, Iterable[str]], irregular: Mapping[str, list[str]]) -> dict[str, str]:
    """Later acts of the file do not override earlier ones: the rarer acts stand first."""
    table: dict[str, str] = {}
    for act, lemmas in verbs.items():
        for lemma in lemmas:
            for form in (*inflections(lemma), *irregular.get(lemma, ())):
                table.setdefault(form, act)
    return table


def inflections(verb: str) -> set[str]:
    """The regular forms of an English verb, its base form included."""
    stem = verb[:-1] if verb.endswith("e") else verb
    soft = verb.endswith("y") and verb[-2] not in _VOWELS
    third = verb[:-1] + "ies" if soft else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    past = verb[:-1] + "ied" if soft else stem + "ed"
    return {verb, third, past, stem + "ing"}


def plural(noun: str) -> tuple[str, str]:
    """A noun and its regular plural."""
    return noun, (noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in _VOWELS else noun + "s")
