"""The words that tell who holds which place, opened once from the lexicon and passed on explicitly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from accordingto.model import ControlStatus
from accordingto.resources.lexicons import inflections
from accordingto.resources.opening import open_lexicon

SHIPPED = Path(__file__).parent.parent / "lexicons" / "control.toml"
SCHEMA = 1
FRAMES = ("direct", "leaving", "having", "from", "falling", "driving", "handing")


class VerbFrame(NamedTuple):
    """How a verb tells control: its frame, what it says of the holder, and the words that must follow it."""

    frame: str
    status: ControlStatus
    particle: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class ControlWords:
    """The lexicon of control; every word in lower case."""

    verbs: Mapping[str, tuple[VerbFrame, ...]]
    """By verb form; those with a particle first."""
    nouns: Mapping[str, ControlStatus]
    adjectives: Mapping[str, ControlStatus]
    control_nouns: frozenset[str]
    control_verbs: Mapping[str, ControlStatus]
    """What a verb form makes of "control"."""
    reached: frozenset[str]
    fighting: frozenset[str]
    inside: frozenset[str]
    besieging: frozenset[str]
    sure: frozenset[str]
    taking: frozenset[str]
    portions: frozenset[str]
    idle: frozenset[str]
    locating: frozenset[str]
    kinds_of_place: frozenset[str]
    never_places: frozenset[str]
    places: frozenset[str]
    armed: frozenset[str]
    sha256: str


@cache
def open_control_words(path: Path = SHIPPED) -> ControlWords:
    """Open a lexicon of control.

    Raises:
        ResourceError: where the file is missing, malformed or of another schema.
    """
    return open_lexicon(path, "a lexicon of control", SCHEMA, _made)


def _made(table: Mapping[str, Any], digest: str) -> ControlWords:
    control = table["control"]
    return ControlWords(
        verbs=_verbs(table["verbs"], table["irregular"]),
        nouns=_by_word(table["nouns"]),
        adjectives=_by_word(table["adjectives"]),
        control_nouns=frozenset(control["nouns"]),
        control_verbs=_by_word({s.value: control[s.value] for s in ControlStatus if s.value in control}),
        reached=frozenset(control["reached"]),
        fighting=frozenset(table["contesting"]["verbs"]),
        inside=frozenset(table["contesting"]["inside"]),
        besieging=frozenset(table["besieging"]["verbs"]),
        sure=frozenset(table["sure"]["words"]),
        taking=frozenset(table["taking"]["words"]),
        portions=frozenset(table["portions"]["nouns"]),
        idle=frozenset(table["idle"]["nouns"]),
        locating=frozenset(table["locating"]["prepositions"]),
        kinds_of_place=frozenset(table["locating"]["nouns"]),
        never_places=frozenset(table["locating"]["never"]),
        places=frozenset(table["places"]["nouns"]),
        armed=frozenset(table["armed"]["nouns"]),
        sha256=digest,
    )


def _by_word(table: Mapping[str, Iterable[str]]) -> dict[str, ControlStatus]:
    return {word: ControlStatus(status) for status, words in table.items() for word in words}


def _verbs(table: Mapping[str, Any], irregular: Mapping[str, list[str]]) -> dict[str, tuple[VerbFrame, ...]]:
    found: dict[str, list[VerbFrame]] = {}
    for frame in FRAMES:
        for status, entries in table[frame].items():
            for entry in entries:
                verb, *particle = entry.split()
                for form in sorted({*inflections(verb), *irregular.get(verb, ())}):
                    found.setdefault(form, []).append(VerbFrame(frame, ControlStatus(status), tuple(particle)))
    return {form: tuple(sorted(frames, key=lambda f: -len(f.particle))) for form, frames in found.items()}
