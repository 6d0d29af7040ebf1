"""The type of a short text's main event: PLOVER's gold standard records, five-fold from raw text.

The pipeline reads each text; what it codes (types, verbal ones among them, acts, status) is what a head trained inside the folds
decides on, with the words of the text beside it at a smaller weight. *Rules alone* takes the first event that fits, untrained.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from accordingto.evaluate import learning
from accordingto.evaluate.measures import LEAST
from accordingto.evaluate.rows import Row
from accordingto.model import Act, Aux, Event
from accordingto.pipeline.reading import Reading

Reads = Callable[[str], Reading]
WORDS = 1.5
"""Length of the vector of words; that of the events is about 2, so that events decide."""
RULE = 10.0
"""Weight of the type that the rule gives: on GSR dev figures are flat between 1.5 and 3."""
_TO_COME = frozenset((Aux.FUTURE, Aux.HYPOTHETICAL))
_FRIENDLY = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"))
_HOSTILE = frozenset(("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"))


@dataclass(frozen=True, slots=True)
class Typed:
    """What the pipeline found in one text."""

    gold: str
    text: str
    events: tuple[Event, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """Figures in per cent."""

    rows: int
    accuracy: float
    macro: float
    rules_accuracy: float
    rules_macro: float
    same: float
    """Share of rows where the head keeps a type that the pipeline coded."""
    confusion: tuple[tuple[str, str, int], ...]

    def render(self) -> str:
        """For people."""
        lines = [
            f"PLOVER type, {self.rows} texts, {learning.FOLDS}-fold from raw text; macro-F1 over types with n ≥ {LEAST}",
            f"events and words, trained in folds  accuracy {self.accuracy:.1f}  macro-F1 {self.macro:.1f}",
            f"events alone, no training           accuracy {self.rules_accuracy:.1f}  macro-F1 {self.rules_macro:.1f}",
            f"the answer is a type that the events have: {self.same:.1f}",
            "taken for others: " + ", ".join(f"{g} for {p} {n}" for g, p, n in self.confusion[:10]),
        ]
        return "\n".join(lines) + "\n"


def measure(rows: Sequence[Row], reads: Reads) -> Result:
    """Read and score every row.

    Args:
        rows: each with ``text`` and ``event_v2``.
        reads: the pipeline, from a text to its reading.
    """
    typed = [_typed(row, reads) for row in rows]
    given = predicted(typed)
    gold = [one.gold for one in typed]
    rules = [by_rule(one) for one in typed]
    wrong = Counter((g, p) for g, p in zip(gold, given, strict=True) if g != p)
    return Result(
        rows=len(typed),
        accuracy=_share(gold, given),
        macro=learning.macro_f1(gold, given, least=LEAST),
        rules_accuracy=_share(gold, rules),
        rules_macro=learning.macro_f1(gold, rules, least=LEAST),
        same=100 * sum(p in kinds(one) for one, p in zip(typed, given, strict=True)) / max(1, len(typed)),
        confusion=tuple((g, p, n) for (g, p), n in wrong.most_common()),
    )


def _typed(row: Row, reads: Reads) -> Typed:
    reading = reads(row["text"].strip())
    acts = tuple(statement.act.value for statement in reading.statements)
    return Typed(row["event_v2"], row["text"], reading.events, acts)


def _share(gold: Sequence[str], given: Sequence[str]) -> float:
    return 100 * sum(g == p for g, p in zip(gold, given, strict=True)) / max(1, len(gold))


def predicted(typed: Sequence[Typed]) -> list[str]:
    """The type of each text by a head that was trained on the other folds."""
    found = [""] * len(typed)
    for train, test in learning.folds([one.text for one in typed]):
        weights = learning.idf([typed[i].text for i in train])
        head = learning.train([features(typed[i], weights) for i in train], [typed[i].gold for i in train])
        for i in test:
            found[i] = by_rule(typed[i]) if typed[i].events else head(features(typed[i], weights))
    return found


def features(one: Typed, weights: dict[str, float]) -> dict[str, float]:
    """Types coded, the first one, what is still to come, acts, and the words at a smaller weight."""
    found = learning.tf_idf(one.text, weights, scale=WORDS)
    for event in one.events:
        found[f"type:{event.type}"] = 1.0
        if event.aux in _TO_COME:
            found[f"to come:{event.type}"] = 1.0
            found["to come:" + ("friendly" if event.type in _FRIENDLY else "hostile")] = 1.0
    if one.events:
        found[f"first:{one.events[0].type}"] = 1.0
    found[f"rule:{by_rule(one)}"] = RULE
    found.update({f"act:{act}": 0.5 for act in one.acts})
    return found


def kinds(one: Typed) -> set[str]:
    """The types that the events of a text have, and those that follow from intentions."""
    types = {event.type for event in one.events}
    if any(event.aux in _TO_COME for event in one.events) or Act.INTEND.value in one.acts:
        types |= {"AGREE"} if types & _FRIENDLY else set()
        types |= {"THREATEN"} if types & _HOSTILE else set()
    return types


def by_rule(one: Typed) -> str:
    """The type of the first event; a friendly deed that is still to come is an agreement, a hostile one a threat."""
    if not one.events:
        return "CONSULT"
    verbal = [event for event in one.events if event.derived]
    first = verbal[0] if verbal and verbal[0].trigger <= one.events[0].trigger else one.events[0]
    if first.aux in _TO_COME and not first.derived:
        return "AGREE" if first.type in _FRIENDLY else "THREATEN" if first.type in _HOSTILE else first.type
    return first.type
