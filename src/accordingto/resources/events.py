"""The codebook of events opened once: types, modes, contexts, crosswalks, the words that name happenings, and word classes."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from accordingto.model import sha256
from accordingto.resources.lexicons import inflections, plural

_PLACED = frozenset(("place", "country"))
_DOUBLED = ("sh", "ch", "ss", "x", "z")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the subject or object of a pattern must be."""

    words: frozenset[str]
    bare: bool
    """Whether there need be none."""
    named: bool
    """Whether any name will do."""
    placed: bool
    """Whether a toponym will do."""
    unwanted: frozenset[str] = frozenset()
    """Words that must not stand there."""
    nowhere: bool = False
    """Whether a toponym must not stand there."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of words that names a happening. Sets of words hold every form, lower case."""

    type: str
    mode: str | None
    kind: str
    """``verb``, ``noun`` or ``word``."""
    roles: str
    """``-``, ``moved``, ``none`` or ``joint``."""
    harm: str | None
    text: str
    """As written in the file; names the rule."""
    following: tuple[frozenset[str], ...] = ()
    """Words that must follow, each as its alternatives."""
    object: Wanted | None = None
    subject: Wanted | None = None
    near: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """How much it asks for: of two patterns on the same words the heavier wins."""
        roles = sum(1 + (not wanted.bare) for wanted in (self.object, self.subject) if wanted)
        return 4 * len(self.following) + roles + bool(self.near) + bool(self.mode)


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of the codebook."""

    name: str
    definition: str
    modes: Mapping[str, str]
    """Mode → what it means."""
    verbal: bool = False
    """Whether it is said rather than done: derived from acts, left out of counts by default."""
    origin: str = "PLOVER 2.0"


@dataclass(frozen=True, slots=True)
class Crossing:
    """One row of a crosswalk: what a type and mode is called in another scheme, and where that can be checked."""

    scheme: str
    type: str
    mode: str | None
    code: str
    label: str
    requires: str | None
    """What must be known beside type and mode for the code to hold."""
    reference: str


@dataclass(frozen=True, slots=True, eq=False)
class Codebook:
    """Everything that the coding of events reads. ``sha256`` covers every file."""

    types: Mapping[str, EventType]
    contexts: Mapping[str, frozenset[str]]
    """Context → the words that tell it, every form."""
    context_definitions: Mapping[str, str]
    crossings: tuple[Crossing, ...]
    patterns: Mapping[str, tuple[Pattern, ...]]
    """Form of the head word → patterns."""
    classes: Mapping[str, frozenset[str]]
    instruments: Mapping[str, frozenset[str]]
    aux: Mapping[str, frozenset[str]]
    phrases: Mapping[str, frozenset[str]]
    acts: Mapping[str, str]
    """Act of a statement → the verbal type derived from it."""
    sha256: str


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """What patterns are read with: word classes, every form, and irregular forms."""

    classes: Mapping[str, frozenset[str]]
    irregular: Mapping[str, frozenset[str]]
    plurals: Mapping[str, frozenset[str]]

    def forms(self, lemma: str, *, verb: bool = False) -> frozenset[str]:
        """Every form of a verb or noun."""
        return word_forms(lemma, self.irregular if verb else self.plurals, verb=verb)

    def around(self, names: Iterable[str]) -> frozenset[str]:
        """Like `any_of` for words sought near by: a word that is no class counts as a noun and as a verb."""
        return self.any_of(names).union(*(self.forms(n, verb=True) for n in names if n not in self.classes))

    def any_of(self, names: Iterable[str]) -> frozenset[str]:
        """The words of some classes; a name that is no class is a word itself."""
        return frozenset().union(*(self.classes.get(n) or self.forms(n) for n in names))

    def wanted(self, names: tuple[str, ...]) -> Wanted | None:
        """What a condition on a subject or object asks for."""
        if not names or names == ("-",):
            return None
        out = [name[1:] for name in names if name.startswith("!")]
        words = self.any_of(name for name in names if name not in ("-", "name") and not name.startswith("!"))
        return Wanted(
            words, "-" in names, "name" in names, bool(_PLACED.intersection(names)), self.any_of(out), "place" in out
        )


@lru_cache(maxsize=4)
def open_codebook(extra: Path | None = None) -> Codebook:
    """Open the shipped codebook, with a user's additions where a file is given.

    Raises:
        InputError: where the user's file is no codebook; the message says what is wrong with which entry.
    """
    files = {name: _raw(name) for name in ("plover.toml", "crosswalks.toml", "event_words.toml", "events.tsv")}
    book, words = tomllib.loads(files["plover.toml"].decode()), tomllib.loads(files["event_words.toml"].decode())
    irregular, plurals = (
        {lemma: frozenset(forms.split()) for lemma, forms in words[name].items()} for name in ("irregular", "plurals")
    )
    types = {name: _type(name, entry) for name, entry in book["types"].items()}
    vocabulary = Vocabulary(_classes(words["classes"], plurals), irregular, plurals)
    rows = list(read_patterns(files["events.tsv"].decode(), vocabulary))
    contexts = {name: entry["words"].split() for name, entry in book["contexts"].items()}
    added = b""
    if extra is not None:
        from accordingto.resources.codebook import read_additions

        added = extra.read_bytes() if extra.exists() else b""
        more = read_additions(extra, types, vocabulary)
        types |= more.types
        rows = [*more.rows, *rows]
        contexts |= {name: [*contexts.get(name, ()), *found] for name, found in more.contexts.items()}
    return Codebook(
        types=types,
        contexts={name: _forms(found, plurals) for name, found in contexts.items()},
        context_definitions={name: entry["definition"] for name, entry in book["contexts"].items()},
        crossings=tuple(_crossings(tomllib.loads(files["crosswalks.toml"].decode()))),
        patterns=_by_form(rows, vocabulary),
        classes=vocabulary.classes,
        instruments={mode: frozenset(found.split()) for mode, found in words["instruments"].items()},
        aux={
            name: _forms(found.split(), irregular, verbs=name in ("intention", "denial"))
            for name, found in words["aux"].items()
        },
        phrases={name: frozenset(found.split()) for name, found in words["phrases"].items()},
        acts=book["acts"],
        sha256=sha256(b"".join(files[name] for name in sorted(files)) + added),
    )


def read_patterns(table: str, vocabulary: Vocabulary) -> Iterable[tuple[str, Pattern]]:
    """The patterns of a table in the format of ``events.tsv``, each with the lemma of its head word."""
    lines = [line for line in table.splitlines() if line.strip() and not line.startswith("#")]
    for kind_row in csv.reader(io.StringIO("\n".join(lines)), delimiter="\t", quoting=csv.QUOTE_NONE):
        event, mode, kind, roles, harm, patterns = kind_row
        for text in patterns.split(" | "):
            yield pattern(event, _none(mode), kind, text.strip(), vocabulary, roles=roles, harm=_none(harm))


def pattern(
    event: str,
    mode: str | None,
    kind: str,
    text: str,
    vocabulary: Vocabulary,
    *,
    roles: str = "-",
    harm: str | None = None,
) -> tuple[str, Pattern]:
    """One pattern and the lemma of its head word."""
    first, *rest = text.split()
    head, *parts = first.split("-")
    conditions: dict[str, tuple[str, ...]] = {"obj": (), "subj": (), "near": (), "not": ()}
    following = [vocabulary.forms(part, verb=kind == "verb") for part in parts]
    for token in rest:
        name, colon, values = token.partition(":")
        if colon and name in conditions:
            conditions[name] += tuple(values.split(","))
        else:
            following += _following(token, vocabulary)
    near = () if "-" in conditions["near"] else conditions["near"]
    return head, Pattern(
        event, mode, kind, roles, harm, text, tuple(following),
        vocabulary.wanted(conditions["obj"]), vocabulary.wanted(conditions["subj"]),
        vocabulary.around(near), vocabulary.around([n for n in conditions["not"] if n != "-"]),
    )  # fmt: skip


def _following(token: str, vocabulary: Vocabulary) -> list[frozenset[str]]:
    """The words that a token of a pattern asks for; a hyphen stands between two words of the text."""
    if "," not in token:
        return [vocabulary.forms(part) for part in token.split("-")]
    return [frozenset().union(*(vocabulary.forms(word.split("-")[0]) for word in token.split(",")))]


def word_forms(lemma: str, irregular: Mapping[str, frozenset[str]], *, verb: bool = True) -> frozenset[str]:
    """Every form of a word: regular ones and those of the table; of a verb its inflections, else the plural."""
    found = {lemma} | irregular.get(lemma, frozenset())
    if verb:
        found |= inflections(lemma)
    else:
        found |= set(plural(lemma))
        if lemma.endswith(_DOUBLED):
            found.add(lemma + "es")
    return frozenset(found)


def _raw(name: str) -> bytes:
    return (resources.files("accordingto.lexicons") / name).read_bytes()


def _none(value: str) -> str | None:
    return None if value == "-" else value


def _type(name: str, entry: Mapping[str, Any]) -> EventType:
    return EventType(name, entry["definition"], dict(entry.get("modes", {})), entry.get("verbal", False))


def _forms(lemmas: Iterable[str], irregular: Mapping[str, frozenset[str]], *, verbs: bool = False) -> frozenset[str]:
    return frozenset().union(*(word_forms(lemma, irregular, verb=verbs) for lemma in lemmas))


def _by_form(rows: Iterable[tuple[str, Pattern]], vocabulary: Vocabulary) -> dict[str, tuple[Pattern, ...]]:
    table: dict[str, list[Pattern]] = {}
    for head, one in rows:
        for form in vocabulary.forms(head, verb=one.kind == "verb"):
            table.setdefault(form, []).append(one)
    return {form: tuple(found) for form, found in table.items()}


def _classes(table: Mapping[str, str], irregular: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    done: dict[str, frozenset[str]] = {}

    def words_in(name: str) -> frozenset[str]:
        if name not in done:
            found = table[name].split()
            own = _forms((word for word in found if not word.startswith("+")), irregular)
            done[name] = own.union(*(words_in(word[1:]) for word in found if word.startswith("+")))
        return done[name]

    return {name: words_in(name) for name in table}


def _crossings(table: Mapping[str, Any]) -> Iterable[Crossing]:
    for scheme, entry in table.items():
        for row in entry["rows"]:
            event, mode, code, label, requires = (*row, "-")[:5]
            yield Crossing(scheme, event, _none(mode), code, label, _none(requires), entry["reference"])
