"""What kind of occasion words were said at, by the words of the reports around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from accordingto.compare.accounts import sentences_of
from accordingto.compare.heard import Heard, said_by
from accordingto.compare.outlets import same_outlet
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.model import Occasion, Passage, SourceKind, Span, content_id, hull, spans_of

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

UNKNOWN = "unknown"

_QUOTED = re.compile(r"[“«\"][^”»\"]*[”»\"]?")


def kind_of(heard: Sequence[tuple[str, Sequence[Said]]], scene: Scene) -> tuple[str, list[Passage]]:
    """The kind that most reports name in the sentences around a voice's words, and where they name it.

    Args:
        heard: For each report the statements of the voice.
        scene: The reports.

    Returns:
        A kind of the lexicon, or ``unknown`` with no passage.
    """
    named = [
        (kind, Passage(report, (span,)))
        for report, statements in heard
        for kind, span in _named_in(report, statements, scene)
    ]
    if not named:
        return UNKNOWN, []
    order = [*scene.words.occasions]
    counts = Counter(kind for kind, _ in named)
    kind = min(counts, key=lambda kind: (-counts[kind], order.index(kind)))
    return kind, [passage for found, passage in named if found == kind]


def _named_in(report: str, statements: Sequence[Said], scene: Scene) -> list[tuple[str, Span]]:
    """The kinds that one report names, once each."""
    text_of_report = scene.hand.accounts[report].report
    cut = sentences_of(text_of_report)
    found: dict[str, Span] = {}
    for said in statements:
        whole = hull(said.statement.content + spans_of(said.statement.innermost.cue))
        for part in (part for part in cut if part.overlaps(whole)):
            hit = event(text_of_report.text, part, scene.words)
            if hit is not None:
                found.setdefault(*hit)
    return [*found.items()]


def event(text: str, part: Span, words: Comparison) -> tuple[str, Span] | None:
    """The first kind of occasion whose words stand in a stretch of text outside quotation marks."""
    sentence = _QUOTED.sub(lambda match: " " * len(match[0]), part.of(text)).lower()
    for kind, phrases in words.occasions.items():
        for phrase in phrases:
            match = re.search(rf"\b{re.escape(phrase)}\b", sentence)
            if match:
                return kind, Span(part.start + match.start(), part.start + match.end())
    return None


def occasion_of(group: Sequence[Heard], scene: Scene) -> Occasion:
    """The record of an occasion, of what is heard of it."""
    voiced = [one for one in group if one.voice is not None]
    best = max(voiced, key=_telling, default=None)
    kind, where = kind_of([(one.report, said_by(one, scene)) for one in voiced], scene)
    days = [v.said.start for one in voiced if (v := one.voice) and v.said and v.said.start == v.said.end]
    named = [
        Passage(one.report, found)
        for one in voiced
        if not one.actor_only and one.voice and (found := spans_of(one.voice.source.evidence))
    ]
    reports = tuple(dict.fromkeys(one.report for one in group))
    return Occasion(
        id=content_id("occasion", ",".join(sorted(one.said.id for one in group)), extra=[best.name if best else ""]),
        kind=kind,
        description=_description(kind, best, group, scene),
        date=days[0] if days else None,
        carried_by=(*_agencies(group, scene), *reports),
        evidence=(*where, *named),
    )


def _agencies(group: Sequence[Heard], scene: Scene) -> list[str]:
    """The agencies at the top of the ways of some voices, and those named that are not at hand."""
    at_hand = [scene.outlet(report) for report in scene.hand.accounts]
    found: list[str] = []
    absent = [name for one in group for name in one.carriers if not any(same_outlet(name, held) for held in at_hand)]
    for name in (*(name for one in group if (name := scene.agency(one.report))), *absent):
        if not any(same_outlet(name, other) for other in found):
            found.append(name)
    return found


def _telling(one: Heard) -> tuple[bool, bool, int]:
    """How well a voice names who spoke."""
    return not one.actor_only, bool(one.voice and one.voice.source.kind is SourceKind.PERSON), len(one.name)


def _description(kind: str, one: Heard | None, group: Sequence[Heard], scene: Scene) -> str:
    """What was held and by whom, as far as the reports say."""
    what = "words" if kind == UNKNOWN else f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    if one is not None:
        by = "of" if kind == UNKNOWN else "with" if kind == "interview" else "by"
        return f"{what} {by} {_titled(one)}"
    seen = next((one for one in group if one.witness), None)
    if seen is not None:
        return f"what {scene.outlet(seen.report)} saw itself"
    return "words of a source that is not named" if kind == UNKNOWN else what


def _titled(one: Heard) -> str:
    """A name with its role as the report states it: titles before it, the rest after."""
    role = (one.voice.source.role or "") if one.voice else ""
    stated = [re.sub(r"^(?:its|their|his|her|the)\s+", "", part) for part in role.split(", ")]
    parts = [part for part in stated if part and part.lower() not in one.name.lower()]
    title = [part for part in parts if part[0].isupper() and " of " not in part][-1:]
    return ", ".join([" ".join([*title, one.name]), *(part for part in parts if part not in title)])
