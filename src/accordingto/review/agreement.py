"""How far coders agree, layer by layer: on where a record is, and, of records that both have, on what it says.

The two are told apart: a coder who never misses a statement may still read every act wrongly. Spans: ᵤα over the characters, and the F1 of
each pair of coders, of same spans and of those that share half their characters. Labels: Krippendorff's nominal alpha and the share that is
equal, over the pairs of the second kind.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from accordingto.model import Part, Spans, length, overlap, spans_of
from accordingto.model.review import LAYERS, Record, Review, selected
from accordingto.pipeline.reading import Reading
from accordingto.review.apply import applied
from accordingto.review.unitising import Continuum, apart, nominal_alpha, unitising_alpha

SHARED = 0.5
"""Two records are of one thing where they share this much of the characters of both: the least that leaves one partner each."""
Label = Callable[[Any], Hashable]
LABELS: Mapping[str, Mapping[str, Label]] = {
    "statements": {
        "act": lambda one: one.act.value,
        "factuality": lambda one: one.factuality.value,
        "form": lambda one: one.form.value,
        "voices": lambda one: len(one.voices),
        "unnamed": lambda one: one.innermost.source.unnamed,
    },
    "events": {
        "type": lambda one: one.type,
        "mode": lambda one: one.mode,
        "aux": lambda one: one.aux.value if one.aux else None,
    },
    "estimates": {"bounds": lambda one: (one.low, one.high), "unit": lambda one: one.unit},
    "control": {"status": lambda one: one.status.value, "asserted": lambda one: one.asserted},
    "places": {"place": lambda one: one.gazetteer_id or one.name, "country": lambda one: one.country},
}
"""What records of each layer say, of what is one of several values."""


def _parts(parts: Sequence[Part]) -> Spans:
    return tuple(span for part in parts for span in spans_of(part.evidence))


WORDS: Mapping[str, Mapping[str, Callable[[Any], Spans]]] = {
    "statements": {
        "source": lambda one: spans_of(one.innermost.source.evidence) if one.voices else (),
        "cue": lambda one: spans_of(one.innermost.cue) if one.voices else (),
    },
    "events": {
        "actor": lambda one: _parts(one.actors),
        "recipient": lambda one: _parts(one.recipients),
        "where": lambda one: _parts(one.places),
    },
    "estimates": {"what": lambda one: spans_of(one.what), "where": lambda one: _parts(one.places)},
    "control": {"holder": lambda one: _parts(one.holders), "where": lambda one: _parts(one.places)},
    "places": {},
}
"""What words records of each layer point at beside their own: equal where they share a character, or neither names any."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Agreement on one thing that records say."""

    name: str
    pairs: int
    """How many pairs of records were compared."""
    equal: float | None
    """Share of them that say the same, 0 to 1."""
    alpha: float | None
    """Krippendorff's nominal alpha; ``None`` of words, and where only one value is ever given."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one layer."""

    layer: str
    reports: int
    records: int
    """Of all coders together."""
    unitising: float | None
    """ᵤα of where records are."""
    exact: float | None
    """F1 of pairs of coders: records with the same spans, 0 to 1."""
    shared: float | None
    """F1 of pairs of coders: records that share half their characters."""
    labels: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Coding:
    """A report as several coders have it."""

    reading: Reading
    coders: Mapping[str, Reading]
    """By name: the reading with what they affirmed, and nothing else."""


def coding(reading: Reading, reviews: Sequence[Review], coders: Sequence[str]) -> Coding:
    """A report as each of some coders has it.

    Args:
        reading: what the program reads.
        reviews: all decisions on its text.
        coders: who has coded it.
    """
    own = {by: [one for one in reviews if one.by == by] for by in coders}
    return Coding(reading, {by: applied(reading, held, undecided=False).reading for by, held in own.items()})


def agreement(codings: Sequence[Coding], *, layers: Sequence[str] = tuple(LAYERS)) -> list[Agreement]:
    """How far coders agree on each layer.

    Args:
        codings: reports that at least two have coded.
        layers: which layers.
    """
    return [_agreement(codings, layer) for layer in layers]


def _agreement(codings: Sequence[Coding], layer: str) -> Agreement:
    cut, pairs = [], []
    records = exact = both = 0
    for one in codings:
        held = [list(getattr(reading, layer)) for reading in one.coders.values()]
        held = [[record for record in own if not getattr(record, "derived", False)] for own in held]
        records += sum(map(len, held))
        cut.append(Continuum(len(one.reading.report.text), tuple(_units(own) for own in held)))
        for a, b in combinations(held, 2):
            both += len(a) + len(b)
            exact += len({selected(r) for r in a} & {selected(r) for r in b})
            pairs += matched(a, b)
    return Agreement(
        layer,
        len(codings),
        records,
        unitising_alpha(cut),
        2 * exact / both if both else None,
        2 * len(pairs) / both if both else None,
        tuple(_labels(layer, pairs)),
    )


def _units(records: Sequence[Record]) -> list[tuple[int, int]]:
    return apart((span.start, span.end) for record in records for span in selected(record))


def matched(a: Sequence[Record], b: Sequence[Record]) -> list[tuple[Record, Record]]:
    """Pairs of records of two coders that share at least half their characters, each in one pair, the likest first."""
    likeness = [
        (-overlap(selected(x), selected(y)) / _together(selected(x), selected(y)), i, j)
        for i, x in enumerate(a)
        for j, y in enumerate(b)
        if overlap(selected(x), selected(y))
    ]
    left, right, made = set[int](), set[int](), []
    for worth, i, j in sorted(likeness):
        if -worth >= SHARED and i not in left and j not in right:
            left.add(i)
            right.add(j)
            made.append((a[i], b[j]))
    return made


def _together(a: Spans, b: Spans) -> int:
    return length(a) + length(b) - overlap(a, b)


def _labels(layer: str, pairs: Sequence[tuple[Record, Record]]) -> list[Labelled]:
    found = []
    for name, label in LABELS[layer].items():
        said = [(label(a), label(b)) for a, b in pairs]
        found.append(Labelled(name, len(said), _share([x == y for x, y in said]), nominal_alpha(said)))
    for name, words in WORDS[layer].items():
        same = [_same(words(a), words(b)) for a, b in pairs]
        found.append(Labelled(name, len(same), _share(same), None))
    return found


def _same(a: Spans, b: Spans) -> bool:
    return bool(overlap(a, b)) if a or b else True


def _share(same: Sequence[bool]) -> float | None:
    return sum(same) / len(same) if same else None
