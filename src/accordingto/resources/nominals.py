"""Head nouns that mean actors: "the group", "regime forces", "the ministry"."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from accordingto.model import ActorKind, sha256
from accordingto.resources.lexicons import inflections

PEOPLE = "people"
"""The table of nouns for persons, who are no kind of registry actor by themselves."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a head noun can mean."""

    kind: ActorKind | None
    """``None`` for people."""
    plural: bool
    own: bool
    """Whether it means an actor only where it is part of the actor's name."""


@dataclass(frozen=True, slots=True, eq=False)
class Nominals:
    """Head nouns, of one or two words in lower case, with their senses."""

    senses: Mapping[str, tuple[Sense, ...]]
    deciding: frozenset[str]
    """Forms of verbs that a capital is the subject of only where it stands for its government, beside verbs of saying."""
    hyphened: frozenset[str]
    """What hangs by a hyphen on the name of somebody who acts: "Damascus-backed"."""
    sha256: str

    def kinds(self, noun: str, *, own: bool = False) -> frozenset[ActorKind]:
        """The kinds of actor that a noun can mean by itself; with ``own`` those too that must have it in their name."""
        return frozenset(s.kind for s in self.senses.get(noun, ()) if s.kind and (own or not s.own))

    def plural(self, noun: str) -> bool:
        """Whether a noun is plural wherever it means an actor by itself."""
        whole = [sense for sense in self.senses.get(noun, ()) if not sense.own]
        return bool(whole) and all(sense.plural for sense in whole)


@lru_cache(maxsize=1)
def open_nominals() -> Nominals:
    """Open the shipped nouns."""
    raw, metonyms = (_raw(name) for name in ("nominals", "metonyms"))
    senses: dict[str, list[Sense]] = defaultdict(list)
    for table, nouns in tomllib.loads(raw.decode()).items():
        kind = None if table == PEOPLE else ActorKind(table)
        for field in ("one", "many", "own"):
            for noun in nouns[field]:
                senses[noun].append(Sense(kind, field == "many", field == "own"))
    tables = tomllib.loads(metonyms.decode())
    return Nominals(
        senses=MappingProxyType({noun: tuple(found) for noun, found in senses.items()}),
        deciding=frozenset(form for verb in tables["verbs"] for form in inflections(verb)),
        hyphened=frozenset(tables["hyphened"]),
        sha256=sha256(raw + metonyms),
    )


def _raw(name: str) -> bytes:
    return (resources.files("accordingto.lexicons") / f"{name}.toml").read_bytes()
