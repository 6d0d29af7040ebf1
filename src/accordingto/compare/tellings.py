"""Whether two voices on a matter, in two reports, go back to one occasion: surely, perhaps, or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from accordingto.compare.accounts import apart, published
from accordingto.compare.candidates import Weights, similarity
from accordingto.compare.copies import runs
from accordingto.compare.heard import Heard, credited, has_itself, hears, said_by, same_source
from accordingto.compare.lapse import Lapse
from accordingto.compare.occasions import UNKNOWN, kind_of
from accordingto.compare.outlets import same_outlet
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.compare.slots import Frame, relation
from accordingto.compare.speakers import same_voice
from accordingto.model import Form, Relation, RelationKind, spans_of

QUOTED_RUN = 5
"""Equal words in a row inside quotations of one person that show one utterance; a retranslation often keeps as many."""

SAME_EVENT = timedelta(days=3)
"""Publication no further apart than this makes what one voice says one occasion: reports of an occasion appear within two days
of it, and few people speak of one thing on two in three."""

CHANGED = 0.5
"""Similarity from which a statement that contradicts the one it was taken from is that one with something changed."""

TOLD = 0.15
"""Similarity from which what a report tells without a voice, and otherwise, is still what a report told that it draws on."""


@dataclass(frozen=True, slots=True)
class Tellings:
    """Compares what is heard on a matter."""

    scene: Scene
    heard: Sequence[Heard]
    weights: Weights
    frame: Frame
    _kinds: dict[str, str] = field(default_factory=dict)
    _own: dict[str, bool] = field(default_factory=dict)
    _first: dict[str, bool] = field(default_factory=dict)
    _sources: dict[str, Heard | None] = field(default_factory=dict)
    _credited: dict[str, list[str]] = field(default_factory=dict)
    _relations: dict[tuple[str, str], tuple[RelationKind, Relation]] = field(default_factory=dict)

    def surely_one(self, a: Heard, b: Heard) -> bool:
        """Whether the later of two voices, b, tells what the earlier one was told."""
        if a.report == b.report or b.witness or self._anew(a, b):
            return False
        if a.witness:
            return self.source_of(b) is a
        if self.source_of(b) is a or self.source_of(a) is b:
            return True
        voices = same_voice(a.voice, b.voice)
        if _one_carrier(a, b):
            return bool(voices) or self._quoted_alike(a, b) or (voices is None and not self._contradicts(a, b))
        return voices is True and self._near(a, b) and (not self._apart(a, b) or self._quoted_alike(a, b))

    def surely_two(self, a: Heard, b: Heard) -> bool:
        """Whether two voices cannot go back to one occasion: of one report, its own eyes, or spoken on a day after the other was out."""
        return a.report == b.report or b.witness or (a.witness and self.source_of(b) is not a) or _said_after(a, b)

    def source_of(self, one: Heard) -> Heard | None:
        """What a voice's words were taken from, of all that the reports have that its report goes back to."""
        if one.said.id not in self._sources:
            self._sources[one.said.id] = self._source_of(one)
        return self._sources[one.said.id]

    def _source_of(self, one: Heard) -> Heard | None:
        named = self.credited(one)
        told = [other for other in self.heard if other.report in named and self._may_tell(other, one)]
        above = self.scene.ancestors(one.report)
        there = told or [other for other in self.heard if other.report in above]
        scored = [
            (self._source_score(other, one), similarity(other.said, one.said, self.weights), -i, other)
            for i, other in enumerate(there)
        ]
        found = [entry for entry in scored if told or entry[0] > (0, 0.0)]
        return max(found, key=lambda entry: entry[:3])[3] if found else None

    def credited(self, one: Heard) -> list[str]:
        """The reports at hand that a voice's words are credited to."""
        if one.said.id not in self._credited:
            self._credited[one.said.id] = credited(one, self.scene)
        return self._credited[one.said.id]

    def _may_tell(self, a: Heard, b: Heard) -> bool:
        return same_voice(a.voice, b.voice) is not False or hears(a.report, b, self.scene)

    def _source_score(self, a: Heard, b: Heard) -> tuple[int, float]:
        """How likely b was taken from a: the same voice counts most, then the words; nothing where another said it.

        Nor where the report that a stands in is known to be the source of other things only, nor where an outlet says otherwise than it
        did before.
        """
        voices, alike = same_voice(a.voice, b.voice), similarity(a.said, b.said, self.weights)
        if voices is False and not hears(a.report, b, self.scene):
            return (2, alike) if _quotes_alike(a.said, b.said) else (0, 0.0)
        if voices:
            return 2, alike
        if self.has_itself(b) or (self._contradicts(a, b) and self._same_house(a, b)):
            return 0, 0.0
        return (1, alike) if self._retells(a, b) or (b.voice is None and alike >= TOLD) else (0, 0.0)

    def has_itself(self, one: Heard) -> bool:
        """Whether a report has a voice's words from nobody else, though it has other things from others."""
        if one.said.id not in self._first:
            self._first[one.said.id] = has_itself(one, self.scene)
        return self._first[one.said.id]

    def maybe_one(self, a: Heard, b: Heard) -> bool:
        """Whether two voices that are not surely one could go back to one occasion.

        What is told without a voice may be from anywhere where it was told before, unless it says otherwise.
        """
        if a.report == b.report or a.witness or b.witness or self._anew(a, b):
            return False
        if a.voice is not None and b.voice is not None:
            return bool(same_voice(a.voice, b.voice))
        if b.voice is not None or self.reports_itself(b.report):
            return False
        return not self._contradicts(a, b)

    def _anew(self, a: Heard, b: Heard) -> bool:
        """Whether b speaks of a later state, takes back what a said, or was said when a was out: it was said anew."""
        return _said_after(a, b) or self._kind_of_relation(a, b) in (RelationKind.UPDATES, RelationKind.WITHDRAWS)

    def _retells(self, a: Heard, b: Heard) -> bool:
        """Whether b says nothing against a, or uses so much of its words that it can only be a's statement with a change."""
        if not self._contradicts(a, b):
            return True
        return similarity(a.said, b.said, self.weights) >= CHANGED

    def _contradicts(self, a: Heard, b: Heard) -> bool:
        return self._kind_of_relation(a, b) is RelationKind.CONTRADICTS

    def _same_house(self, a: Heard, b: Heard) -> bool:
        return same_outlet(self.scene.outlet(a.report), self.scene.outlet(b.report))

    @property
    def _lapse(self) -> Lapse:
        return Lapse(self.frame.words)

    def relation_of(self, a: Heard, b: Heard) -> tuple[RelationKind, Relation]:
        """How what two voices say compares, and of what kind that is once time is looked at."""
        pair = (a.said.id, b.said.id)
        if pair not in self._relations:
            found = relation(a.said, b.said, 1.0, self.frame, on_one_thing=True)
            kind = self._lapse.kind(a.said, b.said, found, same_source=same_source(a, b, self.scene))
            self._relations[pair] = kind, found
        return self._relations[pair]

    def _kind_of_relation(self, a: Heard, b: Heard) -> RelationKind:
        return self.relation_of(a, b)[0]

    def _near(self, a: Heard, b: Heard) -> bool:
        """Whether two reports appeared in the same days, as far as they are dated."""
        one, other = (published(self.scene.hand.accounts[x.report].report) for x in (a, b))
        return one is None or other is None or apart(one, other) <= SAME_EVENT

    def _apart(self, a: Heard, b: Heard) -> bool:
        """Whether two reports tell of different days, or of different kinds of occasion."""
        kinds = {self._kind(a), self._kind(b)} - {UNKNOWN}
        return len(kinds) > 1 or _days_apart(a, b)

    def _kind(self, one: Heard) -> str:
        if one.said.id not in self._kinds:
            self._kinds[one.said.id] = kind_of([(one.report, said_by(one, self.scene))], self.scene)[0]
        return self._kinds[one.said.id]

    def reports_itself(self, report: str) -> bool:
        """Whether a report has something from nobody else and hears people of its own."""
        if report not in self._own:
            self._own[report] = self.scene.reports_itself(report)
        return self._own[report]

    def _quoted_alike(self, a: Heard, b: Heard) -> bool:
        """Whether two reports quote the same words of two voices anywhere."""
        mine, yours = said_by(a, self.scene), said_by(b, self.scene)
        return any(_quotes_alike(x, y) for x in mine for y in yours)


def _quotes_alike(a: Said, b: Said) -> bool:
    """Whether two quotations hold a run of equal words."""
    if not {a.statement.form, b.statement.form} <= {Form.DIRECT, Form.MIXED}:
        return False
    return bool(runs([t.word for t in a.tokens], [t.word for t in b.tokens], least=QUOTED_RUN))


def _one_carrier(a: Heard, b: Heard) -> bool:
    """Whether two reports have it from one agency or outlet."""
    return any(same_outlet(x, y) for x in a.carriers for y in b.carriers)


def _said_after(a: Heard, b: Heard) -> bool:
    """Whether both hear one voice, and the report of b says that it spoke on a day after that on which a was published."""
    out = a.said.account.report.published
    published_on = out.value.date if out else None
    day = _said_on(b) if published_on and same_voice(a.voice, b.voice) else None
    return bool(day and published_on and published_on < day)


def _said_on(one: Heard) -> str | None:
    """The day on which a voice spoke: as its link has it, or the one that its sentence names beside what is said."""
    if one.voice is None:
        return None
    if one.voice.said is not None:
        return one.voice.said.start
    sentence = one.said.sentence
    told = [span for other in one.said.account.statements for span in other.content]
    days = {
        time.start
        for time in one.said.account.times
        if time.start == time.end
        for span in spans_of(time.evidence)
        if sentence.contains(span) and not any(part.contains(span) for part in told)
    }
    return days.pop() if len(days) == 1 else None


def _days_apart(a: Heard, b: Heard) -> bool:
    """Whether both reports say on which days it was said, and these do not meet."""
    if a.voice is None or b.voice is None:
        return False
    one, other = a.voice.said, b.voice.said
    if one is None or other is None or not (one.start and one.end and other.start and other.end):
        return False
    return one.end < other.start or other.end < one.start
