"""Source, CAMEO root and target of single sentences: PETRARCH's own sentences about invented countries.

The corpus has a dictionary of its own: private codes for verbs (901, 345 …) and for invented countries. The other systems
are run with that dictionary; here its entries are learnt inside folds, from the rows of the other folds: which root a
trigger stands for, and which code a name has. Names are aligned with codes by how often they meet; roles of actors (GOV,
MIL …) come from words. Roots are also given by the shipped crosswalk alone, without any learning.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from accordingto.evaluate import learning
from accordingto.evaluate.rows import Row
from accordingto.model import Aux, Event, text_of
from accordingto.pipeline.reading import Reading
from accordingto.resources.events import Codebook

Reads = Callable[[str], Reading]
PUBLISHED = {"petrarch2": 40.5, "UniversalPetrarch": 67.0}
"""Full triples right, per cent, of the same 284 sentences, each system with the corpus's own dictionary."""
SURE = 0.34
"""Share of a name's rows that must have a code for the two to be aligned."""
_NAME = re.compile(r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*")
_SMALL = frozenset(("The", "A", "An", "In", "On", "Old", "Former"))
_CAPITAL = re.compile(r"[A-Z]\w+")
_NONE = "none"
_ROLES = (
    ("GOV", r"government|president|prime minister|minister|ministry|official|diplomat|white house|ambassador|foreign"),
    ("MIL", r"soldier|militia|military|army|troop|forces\b|air force|navy"),
    ("LEG", r"lawmaker|parliament|congress|senat|legislat"),
    ("COP", r"police|court"),
    ("OPP", r"activist|opposition"),
    ("EDU", r"student|professor|universit"),
    ("MED", r"newspaper|news agency|journalist"),
    ("REL", r"cleric|bishop|imam"),
    ("CVL", r"resident|civilian|villager|people"),
)
"""Words for the roles of actors, by CAMEO's three-letter codes."""

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its gold triples and what the pipeline found in it."""

    id: str
    text: str
    gold: tuple[Triple, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """Figures in per cent of sentences."""

    sentences: int
    roots: float
    crosswalk: float
    triples: float
    any_triple: float

    def render(self) -> str:
        """For people, with the published figures of other systems on the same lines."""
        others = ", ".join(f"{name} {value:.1f}" for name, value in PUBLISHED.items())
        lines = [
            f"PETRARCH's own sentences, {self.sentences}; dictionary learnt in {learning.FOLDS} folds",
            f"roots right                  {self.roots:.1f}   (full triples as published: {others})",
            f"roots by the crosswalk alone {self.crosswalk:.1f}   (no learning; private codes of the corpus count as wrong)",
            f"full triples right           {self.triples:.1f}   (as published: {others})",
            f"one full triple right        {self.any_triple:.1f}",
        ]
        return "\n".join(lines) + "\n"


def measure(rows: Sequence[Row], reads: Reads, codebook: Codebook) -> Result:
    """Read and score every sentence.

    A sentence's roots are right where the set of predicted roots is the gold set; its triples where the set of (source, root,
    target) is. A sentence without gold events is right where nothing is predicted.

    Args:
        rows: each with ``id``, ``text`` and ``events``.
        reads: the pipeline, from a text to its reading.
        codebook: for the crosswalk.
    """
    sentences = [_sentence(row, reads) for row in rows]
    given = predicted(sentences)
    cross = {(row.type, row.mode): row.code[:2] for row in codebook.crossings if row.scheme == "cameo"}
    n = max(1, len(sentences))
    return Result(
        len(sentences),
        100 * sum(_roots(s.gold) == _roots(p) for s, p in zip(sentences, given, strict=True)) / n,
        100 * sum(_roots(s.gold) == by_crosswalk(s, cross) for s in sentences) / n,
        100 * sum(set(s.gold) == set(p) for s, p in zip(sentences, given, strict=True)) / n,
        100
        * sum(bool(set(s.gold) & set(p)) or set(s.gold) == set(p) for s, p in zip(sentences, given, strict=True))
        / n,
    )


def _sentence(row: Row, reads: Reads) -> Sentence:
    gold = tuple(
        (str(event.get("sourcecode")), str(event["eventcode"])[:2], str(event.get("targetcode")))
        for event in row["events"]
        if "eventcode" in event
    )
    return Sentence(row["id"], row["text"], gold, reads(row["text"].strip()).events)


def _roots(triples: Iterable[Triple]) -> set[str]:
    return {root for _, root, _ in triples}


def by_crosswalk(sentence: Sentence, cross: Mapping[tuple[str, str | None], str]) -> set[str]:
    """The root of the first event by the shipped crosswalk."""
    told = [event for event in sentence.events if event.aux is not Aux.HISTORICAL]
    first = next(iter(told), None)
    if first is None:
        return set()
    root = cross.get((first.type, first.mode)) or cross.get((first.type, None))
    return {root} if root else set()


def predicted(sentences: Sequence[Sentence]) -> list[list[Triple]]:
    """Triples of each sentence with the dictionary of the other folds. Sentences with the same text stay in one fold."""
    found: list[list[Triple]] = [[] for _ in sentences]
    for train, test in learning.folds([sentence.text for sentence in sentences]):
        seen = [sentences[i] for i in train]
        weights = learning.idf([one.text for one in seen])
        head = learning.train([features(one, weights) for one in seen], [_label(one) for one in seen])
        codes = dictionary(seen)
        for i in test:
            found[i] = triples(sentences[i], head(features(sentences[i], weights)), codes)
    return found


def _label(sentence: Sentence) -> str:
    """The roots of a sentence, joined: most have one, a visit has two (03 is both made and received)."""
    return "+".join(sorted(_roots(sentence.gold))) or _NONE


def features(sentence: Sentence, weights: Mapping[str, float]) -> dict[str, float]:
    """What is coded first, the triggers, and the words of the sentence."""
    found = learning.tf_idf(sentence.text, dict(weights), scale=1.0)
    for number, event in enumerate(sentence.events):
        share = 1.0 if number == 0 else 0.5
        trigger = text_of(sentence.text, event.trigger).lower()
        for name in (f"type:{event.type}", f"mode:{event.type}:{event.mode}", f"by:{event.by}", f"trigger:{trigger}"):
            found[name] = max(found.get(name, 0.0), share)
        if event.aux:
            found[f"aux:{event.aux.value}:{event.type}"] = share
    return found


def triples(sentence: Sentence, label: str, codes: Mapping[str, str]) -> list[Triple]:
    """Sources and targets of the event that comes first, crossed; the named country before it and behind it where it has none."""
    if label == _NONE:
        return []
    event = next(iter(sentence.events), None)
    sources = _coded([part.words for part in event.actors], codes) if event else []
    parts = [*(event.recipients + event.places)] if event else []
    targets = _coded([part.words for part in parts], codes)
    targets = targets or _coded([part.words for other in sentence.events[1:] for part in other.actors], codes)
    named = _named(sentence.text, codes)
    sources = sources or named[:1]
    targets = [code for code in targets if code not in sources] or [
        code for code in named if code[:3] != sources[0][:3]
    ][:1]
    return [(s, root, t) for root in label.split("+") for s in sources for t in targets or ["---"]]


def _coded(phrases: Iterable[str], codes: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(code for words in phrases for code in _codes(words, codes)))


def _codes(words: str, codes: Mapping[str, str]) -> list[str]:
    """The codes of the countries in a phrase, each with the role that the phrase tells."""
    found = [codes[name] for name in _candidates(words) if name in codes]
    role = next((code for code, pattern in _ROLES if re.search(pattern, words.lower())), "")
    return [code if len(code) > 3 else code + role for code in dict.fromkeys(found)]


def _named(text: str, codes: Mapping[str, str]) -> list[str]:
    """The codes of all countries that a sentence names, in order, without roles."""
    return list(dict.fromkeys(codes[name] for name in _candidates(text) if name in codes))


def _candidates(text: str) -> list[str]:
    """Capitalised words and runs of them, the longer first where they begin together."""
    found = []
    for run in _NAME.finditer(text):
        parts = [part for part in re.sub(r"[’']s?\b", "", run[0]).split() if part not in _SMALL]
        found += [" ".join(parts[i:j]) for i in range(len(parts)) for j in range(len(parts), i, -1)]
    return found


def dictionary(sentences: Sequence[Sentence]) -> dict[str, str]:
    """Names and the codes that they meet: for each name the code most of whose rows have it, adjectives by their beginning."""
    met: dict[str, Counter[str]] = defaultdict(Counter)
    rows: Counter[str] = Counter()
    coded: Counter[str] = Counter()
    for sentence in sentences:
        codes = {code[:3] for source, _, target in sentence.gold for code in (source, target) if code[:1].isalpha()}
        names = set(_candidates(sentence.text))
        coded.update(codes)
        rows.update(names)
        for name in names:
            met[name].update(codes)
    found = {}
    for name, counts in met.items():
        code = max(counts, key=lambda c: (2 * counts[c] / (rows[name] + coded[c]) + _alike(name, c), c), default=None)
        if code and (_alike(name, code) or counts[code] / rows[name] >= SURE) and _CAPITAL.match(name):
            strength = 2 * counts[code] / (rows[name] + coded[code]) + _alike(name, code)
            if strength >= SURE:
                found[name] = code
    return found


def _alike(name: str, code: str) -> float:
    """Whether a code is the beginning of a name, or its letters in order."""
    letters = name.upper().replace(" ", "")
    if letters.startswith(code):
        return 1.0
    at = 0
    for letter in code:
        at = letters.find(letter, at) + 1
        if not at:
            return 0.0
    return 0.5 if letters[:1] == code[:1] else 0.0
