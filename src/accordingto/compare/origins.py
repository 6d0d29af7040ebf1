"""Origins: how many occasions stand behind a matter, at least and at most.

An occasion is where words were first said. Reports share one when the lineage joins them, when they quote the same words
of the same person, or when they name the same kind of occasion of that person in the same days; they may share one when
they name the same person without more. A report that tells a thing in
its own voice may have it from anywhere: it adds nothing to the least number and one to the greatest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from accordingto.compare.accounts import apart, published
from accordingto.compare.copies import runs
from accordingto.compare.normalise import tokens_of
from accordingto.compare.occasions import UNKNOWN, kind_of
from accordingto.compare.outlets import same_outlet
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.model import Link, Occasion, Passage, SourceKind, content_id, spans_of

QUOTED_RUN = 5
"""Equal words in a row inside quotations of one person that show one utterance; a retranslation often keeps as many."""

SAME_EVENT = timedelta(days=3)
"""Publication no further apart than this makes one person's two briefings (interviews …) one: reports of an occasion
appear within two days of it, and few people hold two of a kind in three."""

_SPEAKERS = (SourceKind.PERSON, SourceKind.OFFICE, SourceKind.ORGANISATION, SourceKind.DOCUMENT)
"""Voices that say things themselves, the most telling first; agencies and outlets only carry."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who a report gives the matter's words to."""

    report: str
    link: Link
    actor_only: bool = False
    """Whether it is only the one who intends or denies, so that somebody else may have said so for it."""

    @property
    def name(self) -> str:
        """The fullest name that the report gives."""
        return self.link.source.name or self.link.source.words or ""


@dataclass(frozen=True, slots=True)
class Origins:
    """The occasions behind a matter, which report goes back to which, and their number as an interval."""

    occasions: tuple[Occasion, ...]
    of_report: Mapping[str, str]
    """Occasion id by report; a report whose origin is not known has none."""
    interval: tuple[int, int]


def origins_of(scene: Scene) -> Origins:
    """Group the reports of a scene by occasion."""
    voices = {report: voice for report in scene.reports if (voice := voice_of(report, scene)) is not None}
    joined = _Groups(scene.reports)
    for i, one in enumerate(scene.reports):
        for other in scene.reports[i + 1 :]:
            if _joined(one, other, voices, scene):
                joined.unite(one, other)
    groups = joined.groups()
    sure = [group for group in groups if any(report in voices or scene.agency(report) for report in group)]
    occasions = tuple(_occasion(group, voices, scene) for group in sure)
    of_report = {report: made.id for made, group in zip(occasions, sure, strict=True) for report in group}
    return Origins(occasions, of_report, (max(1, _least(sure, voices, scene)), len(groups)))


def voice_of(report: str, scene: Scene) -> Voice | None:
    """The innermost voice of a report's statements on the matter that says it itself; persons before others."""
    found = [voice for said in scene.matter[report] for voice in _voices(report, said)]
    return min(found, key=lambda v: (v.actor_only, _SPEAKERS.index(v.link.source.kind)), default=None)


def _voices(report: str, said: Said) -> list[Voice]:
    """The voices that could have said a statement: the innermost, and above one that only acts the next."""
    links = list(reversed(said.statement.voices))[: 2 if said.actor else 1]
    made = [Voice(report, link, bool(said.actor) and i == 0) for i, link in enumerate(links)]
    return [voice for voice in made if voice.link.source.kind in _SPEAKERS and voice.link.source.name]


def same_speaker(a: Voice, b: Voice) -> bool:
    """Whether two voices can be one: a last name in common, or an office that the other holds."""
    return _last(a) == _last(b) or _is_office(a, b) or _is_office(b, a)


def _last(voice: Voice) -> str:
    tokens = tokens_of(voice.name)
    return tokens[-1].word if tokens else ""


def _is_office(office: Voice, person: Voice) -> bool:
    if office.link.source.kind is SourceKind.PERSON:
        return False
    held = {token.stem for token in tokens_of(f"{person.link.source.role or ''} {person.name}")}
    words = {token.stem for token in tokens_of(office.name) if token.word not in ("the", "its", "their", "a", "of")}
    return bool(words) and words <= held


def same_words(a: Said, b: Said) -> bool:
    """Whether two contents hold a run of equal words."""
    return bool(runs([t.word for t in a.tokens], [t.word for t in b.tokens], least=QUOTED_RUN))


class _Groups:
    """Disjoint sets of reports, in the order in which they were given."""

    def __init__(self, reports: Sequence[str]) -> None:
        self._head = {report: report for report in reports}

    def _find(self, report: str) -> str:
        while self._head[report] != report:
            report = self._head[report]
        return report

    def unite(self, a: str, b: str) -> None:
        self._head[self._find(b)] = self._find(a)

    def groups(self) -> list[list[str]]:
        made: dict[str, list[str]] = {}
        for report in self._head:
            made.setdefault(self._find(report), []).append(report)
        return list(made.values())


def _joined(a: str, b: str, voices: Mapping[str, Voice], scene: Scene) -> bool:
    """Whether two reports surely go back to one occasion."""
    one, other = _speaker(a, voices), _speaker(b, voices)
    if one and other and (not same_speaker(one, other) or _days_apart(one, other)):
        return False
    if scene.is_parent(a, b) or scene.same_agency(a, b):
        return True
    if one is None or other is None:
        return False
    return _same_event(one, other, scene) or _quote_alike(one, other, scene)


def _same_event(one: Voice, other: Voice, scene: Scene) -> bool:
    """Whether two reports of about the same days both name one kind of occasion around the words of one person."""
    kinds = [kind_of([(voice.report, _said_by(voice, scene))], scene)[0] for voice in (one, other)]
    if kinds[0] != kinds[1] or kinds[0] == UNKNOWN:
        return False
    first, second = (published(scene.hand.accounts[voice.report].report) for voice in (one, other))
    return first is not None and second is not None and apart(first, second) <= SAME_EVENT


def _speaker(report: str, voices: Mapping[str, Voice]) -> Voice | None:
    """The voice of a report that surely spoke itself."""
    voice = voices.get(report)
    return None if voice is None or voice.actor_only else voice


def _days_apart(a: Voice, b: Voice) -> bool:
    """Whether both reports say on which days it was said, and these do not meet."""
    one, other = a.link.said, b.link.said
    if one is None or other is None or not (one.start and one.end and other.start and other.end):
        return False
    return one.end < other.start or other.end < one.start


def _quote_alike(one: Voice, other: Voice, scene: Scene) -> bool:
    """Whether two reports quote the same words of the two voices anywhere."""
    mine, yours = _said_by(one, scene), _said_by(other, scene)
    return any(same_words(x, y) for x in mine for y in yours)


def _said_by(voice: Voice, scene: Scene) -> list[Said]:
    name = voice.link.source.name
    return [one for one in scene.said[voice.report] if any(v.source.name == name for v in one.statement.voices)]


def _least(groups: Sequence[Sequence[str]], voices: Mapping[str, Voice], scene: Scene) -> int:
    """The number of occasions if all were one that could be."""
    heads = _Groups([group[0] for group in groups])
    for i, one in enumerate(groups):
        for other in groups[i + 1 :]:
            if any(_could_be_one(a, b, voices, scene) for a in one for b in other):
                heads.unite(one[0], other[0])
    return len(heads.groups())


def _could_be_one(a: str, b: str, voices: Mapping[str, Voice], scene: Scene) -> bool:
    """Whether two reports could go back to one occasion: of one speaker, or of two whom one agency carries."""
    one, other = _speaker(a, voices), _speaker(b, voices)
    if one is None or other is None:
        return scene.agency(a) is None or scene.agency(b) is None or scene.same_agency(a, b)
    return not _days_apart(one, other) and (same_speaker(one, other) or scene.same_agency(a, b))


def _occasion(group: Sequence[str], voices: Mapping[str, Voice], scene: Scene) -> Occasion:
    heard = [voices[report] for report in group if report in voices]
    voice = max(heard, key=_telling, default=None)
    kind, where = kind_of([(v.report, _said_by(v, scene)) for v in heard], scene)
    agencies: list[str] = []
    for agency in filter(None, map(scene.agency, group)):
        if not any(same_outlet(agency, other) for other in agencies):
            agencies.append(agency)
    days = [v.link.said.start for v in heard if v.link.said and v.link.said.start == v.link.said.end]
    named = [
        Passage(v.report, found) for v in heard if not v.actor_only and (found := spans_of(v.link.source.evidence))
    ]
    return Occasion(
        id=content_id("occasion", ",".join(sorted(group)), extra=[voice.name if voice else ""]),
        kind=kind,
        description=_description(kind, voice),
        date=days[0] if days else None,
        carried_by=(*agencies, *group),
        evidence=(*where, *named),
    )


def _telling(voice: Voice) -> tuple[bool, bool, int]:
    """How well a voice names who spoke."""
    return not voice.actor_only, voice.link.source.kind is SourceKind.PERSON, len(voice.name)


def _description(kind: str, voice: Voice | None) -> str:
    """What was held and by whom, as far as the reports say."""
    what = "words" if kind == "unknown" else f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    if voice is None:
        return "words of a source that is not named" if kind == "unknown" else what
    by = "of" if kind == "unknown" else "with" if kind == "interview" else "by"
    return f"{what} {by} {_titled(voice)}"


def _titled(voice: Voice) -> str:
    """A name with its role as the report states it: titles before it, the rest after."""
    stated = [re.sub(r"^(?:its|their|his|her|the)\s+", "", part) for part in (voice.link.source.role or "").split(", ")]
    parts = [part for part in stated if part and part.lower() not in voice.name.lower()]
    title = [part for part in parts if part[0].isupper() and " of " not in part][-1:]
    return ", ".join([" ".join([*title, voice.name]), *(part for part in parts if part not in title)])
