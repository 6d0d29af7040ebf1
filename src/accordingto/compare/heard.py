"""Who is heard on a matter in a report: each voice once, with the statement that stands for what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from accordingto.compare.accounts import sentences_of
from accordingto.compare.credits import Credit
from accordingto.compare.governing import governed
from accordingto.compare.normalise import tokens_of
from accordingto.compare.outlets import CARRIERS, outlet_key, same_outlet
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.compare.speakers import same_voice
from accordingto.model import Lineage, LineageKind, Link, SourceKind, Span, length, overlap

SPEAKERS = (SourceKind.PERSON, SourceKind.OFFICE, SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.UNNAMED)
"""Voices that say things themselves, the most telling first."""

NESTED = 0.6
"""Share of the shorter of two statements of a report that stands in the other too, from which they are one."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One voice on a matter in one report."""

    said: Said
    voice: Link | None
    """The innermost voice that says it itself; ``None`` where the report tells it in its own voice, or only names who carried it."""
    actor_only: bool
    """Whether the voice only intends or denies, so that somebody else may have said so for it."""
    witness: bool
    """Whether the report has it from its own people's eyes."""
    carriers: tuple[str, ...]
    """Agencies and outlets named above the voice."""

    @property
    def report(self) -> str:
        """The report's id."""
        return self.said.report

    @property
    def name(self) -> str:
        """The fullest name that the report gives the voice; empty where there is none."""
        return (self.voice.source.name or self.voice.source.words or "") if self.voice else ""


def heard_in(report: str, group: Sequence[Said], scene: Scene) -> list[Heard]:
    """The voices of a report's statements on a matter, those that say most first.

    What the report tells in its own voice is what its voices told it, unless it has seen it itself or hears nobody.
    """
    body = [one for one in group if not one.headline] or list(group)
    found: list[Heard] = []
    for one in sorted((hear(said, report, scene) for said in body), key=_telling):
        if not any(_one_voice(one, other) for other in found):
            found.append(one)
    voiced = [one for one in found if one.voice or one.witness or one.carriers]
    return voiced or found[:1]


def nested(a: Said, b: Said) -> bool:
    """Whether two statements of one report are one read twice: what an agency says, and inside it what somebody intends."""
    ours, theirs = a.statement.content, b.statement.content
    return overlap(ours, theirs) >= NESTED * min(length(ours), length(theirs))


def _telling(one: Heard) -> tuple[bool, bool, int]:
    """Those who surely spoke themselves first, then those named, by kind."""
    return one.actor_only, one.voice is None, SPEAKERS.index(one.voice.source.kind) if one.voice else 0


def _one_voice(a: Heard, b: Heard) -> bool:
    if nested(a.said, b.said):
        return True
    if a.voice is None or b.voice is None:
        return a.voice is b.voice and a.witness == b.witness and a.carriers == b.carriers
    return bool(same_voice(a.voice, b.voice)) or a.voice.source == b.voice.source


def hear(said: Said, report: str, scene: Scene) -> Heard:
    """Who is heard in one statement of a report."""
    own = scene.outlet(report)
    carriers = tuple(link.source.name for link in said.statement.voices if link.source.name and carrying(link, scene))
    links = [link for link in said.statement.voices if not carrying(link, scene)]
    voice = next((link for link in reversed(links) if link.source.kind in SPEAKERS), None)
    witness = _is_own(voice, own, scene) or (voice is None and not carriers and _saw(said, scene))
    if witness:
        voice = None
    actor_only = bool(said.actor) and voice is said.statement.innermost
    if voice is None and not witness and all(same_outlet(name, own) for name in carriers):
        voice = _body(said, own, scene)
    return Heard(said, voice, actor_only, witness, tuple(name for name in carriers if not same_outlet(name, own)))


def _body(said: Said, outlet: str, scene: Scene) -> Link | None:
    """The voice of a body that publishes a report itself: a mission's bulletin is the mission's word."""
    words = [token.word for token in tokens_of(outlet)]
    first = said.statement.chain[0] if said.statement.chain else None
    if first is None or not words or words[-1] not in scene.words.bodies:
        return None
    return replace(first, source=replace(first.source, kind=SourceKind.ORGANISATION, name=outlet))


def carrying(link: Link, scene: Scene) -> bool:
    """Whether a voice is an agency, an outlet, or the outlet of a report at hand."""
    if link.source.kind in CARRIERS:
        return True
    name = link.source.name
    if not name or link.source.kind is SourceKind.PERSON:
        return False
    return any(same_outlet(name, scene.outlet(report)) for report in scene.hand.accounts)


def _is_own(voice: Link | None, outlet: str, scene: Scene) -> bool:
    """Whether a voice is the report's own correspondent: "our reporter", "Radio Asur's correspondent"."""
    if voice is None:
        return False
    words = [
        token.word.removesuffix("'s") for token in tokens_of(f"{voice.source.words or ''} {voice.source.role or ''}")
    ]
    if not set(words) & scene.words.witnesses:
        return False
    named = [token.word.removesuffix("'s") for token in tokens_of(outlet)]
    return bool({"our", "this", "we", "i"} & set(words)) or all(word in words for word in named[-1:])


def _saw(said: Said, scene: Scene) -> bool:
    """Whether a sentence in the report's own voice says that somebody of its own was there: "I counted", "our reporter saw"."""
    sentence = said.sentence
    signed = _SIGNED.match(sentence.of(said.text))
    quoted = [span for other in said.account.statements if other.voices for span in other.content]
    quoted += [Span(sentence.start, sentence.start + signed.end())] if signed else []
    tokens = [t for t in tokens_of(said.text, (sentence,)) if not any(s.start <= t.start < s.end for s in quoted)]
    found = [token.word for token in tokens]
    return any(pair in scene.words.seeing for pair in _pairs(found)) or _own_people(found, said, scene)


_SIGNED = re.compile(r"\W*(?:from\s+)?our\s+(?:own\s+|special\s+)?\w+(?:[\s,]+[\w’'-]+){0,8}\s+[—–-]\s", re.IGNORECASE)
"""How a paragraph begins that says who wrote it: "Our correspondent in Bab Zahir —"."""

_OWN = frozenset(["our", "this", "its", "my"])


def _own_people(found: Sequence[str], said: Said, scene: Scene) -> bool:
    """Whether a reporter is the outlet's own, or sees something: others only tell reporters."""
    own = {word.removesuffix("'s") for word in outlet_key(scene.outlet(said.report)).split()[-1:]} | _OWN
    for n, word in enumerate(found):
        before, after = found[max(0, n - 3) : n], found[n + 1 : n + 4]
        if word in scene.words.witnesses and (
            {w.removesuffix("'s") for w in before} & own or scene.words.sees & set(after)
        ):
            return True
    return False


def _pairs(words: Sequence[str]) -> Iterator[str]:
    yield from words
    yield from (f"{a} {b}" for a, b in pairwise(words))


def said_by(one: Heard, scene: Scene) -> list[Said]:
    """All that a report has of a voice."""
    if one.voice is None:
        return [one.said]
    name = one.voice.source.name
    return [s for s in scene.said[one.report] if any(v.source.name == name for v in s.statement.voices)]


def hears(report: str, one: Heard, scene: Scene) -> bool:
    """Whether a report has anything of a voice."""
    return any(same_voice(link, one.voice) for said in scene.said[report] for link in said.statement.voices)


def has_itself(one: Heard, scene: Scene) -> bool:
    """Whether a report has a voice's words from nobody else, though it has other things from others.

    It takes no running text over, but for what its own outlet wrote before about other things; what it names as its sources stands over
    other statements; and no report that it goes back to is, or hears, this voice.
    """
    if one.voice is None or one.carriers or _copied(one, scene) or _over(one, scene):
        return False
    above = scene.ancestors(one.report)
    return not any(same_outlet(one.name, scene.outlet(report)) or hears(report, one, scene) for report in above)


def _copied(one: Heard, scene: Scene) -> bool:
    """Whether a report took running text of others over, or of its own outlet that of this statement."""
    edges = [edge for edge in scene.edges(one.report) if edge.kind is LineageKind.COPIES]
    own = scene.outlet(one.report)
    return any(not same_outlet(scene.outlet(edge.target), own) or _taken_over(one, edge) for edge in edges)


def credited(one: Heard, scene: Scene) -> list[str]:
    """The reports at hand that a statement is credited to."""
    names = [credit.name for credit in _over(one, scene) if not credit.whole]
    return [
        edge.target
        for edge in scene.edges(one.report)
        if edge.known and any(same_outlet(scene.outlet(edge.target), name) for name in names)
    ]


def _over(one: Heard, scene: Scene) -> list[Credit]:
    """The credits of a report that stand over a statement."""
    said, cut = scene.said[one.report], one.said.cut or sentences_of(one.said.account.report)
    return [
        credit
        for credit in scene.hand.credits_by(one.report)
        if any(other.id == one.said.id for other in governed(credit, said, cut, scene.words))
    ]


def _taken_over(one: Heard, edge: Lineage) -> bool:
    """Whether a statement stands in running text that was taken over."""
    taken = [span for passage in edge.evidence if passage.report == one.report for span in passage.spans]
    return overlap(tuple(taken), one.said.parts) * 2 > length(one.said.parts)


def same_source(a: Heard, b: Heard, scene: Scene) -> bool:
    """Whether b's words come from where a's came: one voice, one outlet, or one that both reports have something from."""
    above = [scene.outlet(report) for report in (b.report, *scene.ancestors(b.report))]
    own = [scene.outlet(report) for report in (a.report, *scene.ancestors(a.report))]
    return bool(same_voice(a.voice, b.voice)) or any(same_outlet(x, y) for x in own for y in above)
