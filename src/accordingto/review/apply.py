"""What decisions make of a reading: pure functions, so that pages, exports and gold rows all show the same.

The rule. Of each selector the decision of an adjudicator counts over that of a coder, and that of a coder over the program; of several in
one rank the latest. What was accepted, corrected or added is there as it was decided, whether or not another run finds it again; what was
rejected is not there; the rest is as the program reads it. Where coders say different things and nobody has settled it, it is
**disputed**; whoever has said that all is decided, and did not decide on what another affirms, says that it is not there. What is claimed
in a statement goes with it where the statement is rejected, unless somebody decided on it: then it is put into the statement whose content
holds it, or left out where none does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from accordingto.model import Event, Place, Spans, Statement, length, overlap
from accordingto.model.review import LAYERS, REPORT, Action, Record, Review, selected
from accordingto.pipeline.reading import Reading
from accordingto.store.disputing import disputes

R = TypeVar("R", bound=Record)
Selector = tuple[str, Spans]


@dataclass(frozen=True, slots=True)
class Judged:
    """A record, and what people decided on it."""

    layer: str
    record: Record
    """As it counts; of a rejected one what the program reads, else what was rejected."""
    selector: Spans
    """The spans that decisions on it are on: of a record that was moved, those where it was."""
    decided: Review | None = None
    """The decision that counts; ``None`` where nobody has decided."""
    standing: tuple[Review, ...] = ()
    """All decisions on it that stand, and comments, the oldest first."""
    disputed: bool = False
    """Whether coders say different things and nobody has settled it."""
    tag: int | None = None
    """Key of the latest decision on it: the ``saw`` of the next."""

    @property
    def rejected(self) -> bool:
        """Whether it is not there."""
        return self.decided is not None and self.decided.action == Action.REJECT

    @property
    def by(self) -> str | None:
        """Who decided; ``None`` for the program."""
        return self.decided.by if self.decided else None


@dataclass(frozen=True, slots=True)
class Applied:
    """A reading as people have it."""

    reading: Reading
    """With the records that count."""
    judged: tuple[Judged, ...]
    """Every record of the layers that people decide on, those that were rejected too."""
    homeless: tuple[Judged, ...] = ()
    """What somebody decided on, and whose statement is not there any more."""
    coded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Who has said of which layers that all is decided."""

    def of(self, record: str) -> Judged | None:
        """What people decided on a record, by its id."""
        return next((one for one in self.judged if one.record.id == record), None)


def tags(reviews: Iterable[Review]) -> dict[Selector, int]:
    """The key of the latest decision on each selector: the ``saw`` of the next."""
    found: dict[Selector, int] = {}
    for one in reviews:
        found[one.layer, one.spans] = max(one.key, found.get((one.layer, one.spans), 0))
    return found


def coded_by(reviews: Iterable[Review]) -> dict[str, tuple[str, ...]]:
    """Who has said of which layers that all is decided."""
    return {one.by: one.layers or tuple(LAYERS) for one in reviews if one.standing and one.action == Action.CODED}


def winner(standing: Sequence[Review]) -> Review | None:
    """The decision that counts, of those that stand on a selector."""
    deciding = [one for one in standing if one.decides]
    return max(deciding, key=lambda one: (one.settles, one.key), default=None)


def applied(reading: Reading, reviews: Iterable[Review], *, undecided: bool = True) -> Applied:
    """A reading with decisions applied.

    Args:
        reading: what the program reads.
        reviews: decisions on its text, as `accordingto.store.store.Store.decisions_of` gives them.
        undecided: whether records that nobody has decided on count; without them only what people affirmed is left.
    """
    kept = [one for one in reviews if one.text_sha256 == reading.report.text_sha256]
    judge = _Judge(reading, kept, undecided)
    judged = [one for layer in LAYERS for one in judge.layer(layer)]
    there = [one for one in judged if not one.rejected]
    made, homeless = _rebuilt(reading, there, lambda one: undecided or one.decided is not None)
    return Applied(made, tuple(judged), tuple(homeless), coded_by(kept))


class _Judge:
    """Decisions by selector."""

    def __init__(self, reading: Reading, reviews: Sequence[Review], undecided: bool) -> None:
        self.reading = reading
        self.tags = tags(reviews)
        self.disputes = disputes(reviews)
        self.undecided = undecided
        self.held: dict[Selector, list[Review]] = {}
        for one in sorted(reviews, key=lambda one: one.key):
            if one.standing and one.layer != REPORT:
                self.held.setdefault((one.layer, one.spans), []).append(one)

    def layer(self, layer: str) -> list[Judged]:
        """The records of a layer, in the program's order, those that it does not read after them."""
        read: tuple[Record, ...] = getattr(self.reading, layer)
        made = [self._judged(layer, selected(record), record) for record in read if not _derived(record)]
        known = {one.selector for one in made if one}
        made += [self._judged(layer, spans, None) for name, spans in self.held if name == layer and spans not in known]
        return _once([one for one in made if one])

    def _judged(self, layer: str, spans: Spans, read: Record | None) -> Judged | None:
        standing = self.held.get((layer, spans), [])
        best = winner(standing)
        record = best.value if best and best.affirms else read
        if record is None:
            record = next((one.value for one in reversed(standing) if one.affirms), None)
        if record is None:
            return None
        tag = self.tags.get((layer, spans))
        return Judged(layer, self._here(record), spans, best, tuple(standing), (layer, spans) in self.disputes, tag)

    def _here(self, record: Record) -> Record:
        """A record as one of this report: several reports may have the text."""
        return record if isinstance(record, Place) else replace(record, report=self.reading.report.id)


def _derived(record: Record) -> bool:
    return isinstance(record, Event) and record.derived


def _once(judged: list[Judged]) -> list[Judged]:
    """Of records with the same spans the one that somebody decided on: it was moved to where the program now reads one, too."""
    affirmed = {selected(one.record) for one in judged if one.decided and not one.rejected}
    moved = {one.selector for one in judged if one.decided}
    return [one for one in judged if one.decided or one.selector in moved or selected(one.record) not in affirmed]


def _rebuilt(
    reading: Reading, there: Sequence[Judged], counts: Callable[[Judged], bool]
) -> tuple[Reading, list[Judged]]:
    """The reading with the records that count, and those whose statement is gone."""
    said = [one for one in there if one.layer == "statements"]
    read = {one.content: one.id for one in reading.statements}
    names = {name: name for name in read.values()}
    names |= {read[one.selector]: one.record.id for one in said if one.selector in read}
    homes = {one.record.id: one.record for one in said if isinstance(one.record, Statement)}
    made: dict[str, Any] = {
        "statements": tuple(_renamed(homes[one.record.id], names) for one in said if counts(one)),
        "places": tuple(one.record for one in there if one.layer == "places" and counts(one)),
    }
    homeless: list[Judged] = []
    for layer in ("events", "estimates", "control"):
        settled = [(one, _housed(one, names, homes)) for one in there if one.layer == layer and counts(one)]
        homeless += [one for one, record in settled if record is None and one.decided]
        made[layer] = tuple(record for _, record in settled if record is not None)
    changed = {one.record.id for one in said if one.decided and one.decided.action != Action.ACCEPT}
    kept = {one.id for one in made["statements"]} - changed
    derived = [event for event in reading.events if event.derived and event.statement in kept]
    places = {event.id: number for number, event in enumerate(reading.events)}
    both = [*made["events"], *derived]
    made["events"] = tuple(sorted(both, key=lambda event: places.get(event.id, len(places))))
    return replace(reading, **made), homeless


def _renamed(statement: Statement, names: Mapping[str, str]) -> Statement:
    about = names.get(statement.about or "", statement.about)
    return statement if about == statement.about else replace(statement, about=about)


def _housed(one: Judged, names: Mapping[str, str], homes: Mapping[str, Statement]) -> Any:
    """What is claimed, in the statement that holds it; ``None`` where there is none."""
    record: Any = one.record
    name = names.get(record.statement or "", record.statement)
    if name is None or name in homes:
        return record if name == record.statement else replace(record, statement=name)
    if one.decided is None:
        return None
    home = _holding(selected(record), homes.values())
    return replace(record, statement=home.id) if home else None


def _holding(spans: Spans, statements: Iterable[Statement]) -> Statement | None:
    """The shortest statement whose content holds some spans."""
    inside: Callable[[Statement], bool] = lambda one: overlap(one.content, spans) == length(spans)  # noqa: E731
    return min(filter(inside, statements), key=lambda one: length(one.content), default=None)
