"""How much of the publishers' texts an export carries, and readings without a word of them.

Texts belong to their publishers, and may name people who are safer unnamed. What an export carries is chosen once, for all formats:
``full`` has the text of each report, ``quotes`` only the words that records point at, ``hashes`` none: spans and hashes stay, so that
whoever holds the text can check every record against it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from accordingto.compare.travel import Travel
from accordingto.model import (
    Control,
    Difference,
    Entity,
    Estimate,
    Event,
    Link,
    Matter,
    Part,
    Place,
    QuoteGroup,
    Report,
    Source,
    SourceKind,
    Statement,
)
from accordingto.model.travel import Story
from accordingto.pipeline.reading import Reading

T = TypeVar("T")


class Carried(StrEnum):
    """What of the reports' words an export carries."""

    FULL = "full"
    """The text of each report."""
    QUOTES = "quotes"
    """The words that records point at: contents, cues, names, headlines."""
    HASHES = "hashes"
    """No word: spans, and hashes of what stands there."""


VEIL = "\ue000"
"""Stands for each character of a text that is not carried, so that spans still fit. Of the private use area: no report has it to say
anything."""
_COUNTED = re.compile(r"%|[A-Z]{3}|people")
"""Units of estimates that are ours and not the report's words: per cent, ISO 4217, and what is put where none is stated."""


def bare(reading: Reading) -> Reading:
    """The same records without a word of the publisher.

    The text is veiled character by character; names, roles, units and titles that the report gives are gone. What stays is ours: ids,
    spans, codes, times, the registry's and the gazetteer's names, the outlet and the address.
    """
    actors = {actor.id: actor.name for actor in reading.actors}
    return replace(
        reading,
        report=_report(reading.report),
        statements=tuple(_statement(one, actors) for one in reading.statements),
        mentions=tuple(replace(one, head="") for one in reading.mentions),
        entities=tuple(_entity(one) for one in reading.entities),
        where="",
        notes=(),
        events=tuple(_event(one) for one in reading.events),
        estimates=tuple(_estimate(one) for one in reading.estimates),
        control=tuple(_control(one) for one in reading.control),
        places=tuple(_place(one) for one in reading.places),
    )


def unveiled(value: T) -> T | None:
    """The value, or ``None`` where it is a text that is not carried, or has a part of one in it."""
    return None if isinstance(value, str) and (not value or VEIL in value) else value


def _report(report: Report) -> Report:
    return replace(report, text=VEIL * len(report.text), title=None, authors=(), place=None)


def _statement(statement: Statement, actors: dict[str, str]) -> Statement:
    outlet, *voices = statement.chain
    own = replace(outlet, source=replace(outlet.source, words=None, role=None))
    return replace(statement, chain=(own, *(_link(link, actors) for link in voices)))


def _link(link: Link, actors: dict[str, str]) -> Link:
    return replace(link, source=_source(link.source, actors))


def _source(source: Source, actors: dict[str, str]) -> Source:
    """A voice by the registry's name for it, or by how it is named: ``(person)``."""
    if source.kind is SourceKind.AGENTLESS:
        return replace(source, name=None, words=None, role=None)
    return replace(source, name=actors.get(source.actor or "", f"({source.kind.value})"), words=None, role=None)


def _entity(entity: Entity) -> Entity:
    return replace(entity, name="", role=None, abbreviation=None)


def _parts(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(replace(part, words="") for part in parts)


def _event(event: Event) -> Event:
    return replace(
        event,
        actors=_parts(event.actors),
        recipients=_parts(event.recipients),
        places=_parts(event.places),
        victims=tuple(replace(victims, who=None) for victims in event.victims),
    )


def _estimate(estimate: Estimate) -> Estimate:
    unit = estimate.unit if _COUNTED.fullmatch(estimate.unit) else ""
    return replace(estimate, unit=unit, places=_parts(estimate.places))


def _control(control: Control) -> Control:
    return replace(control, holders=_parts(control.holders), places=_parts(control.places))


def _place(place: Place) -> Place:
    return replace(place, toponym="")


def bare_travel(travel: Travel) -> Travel:
    """What was found between reports, without a word of them: labels, speakers, values of slots, names of agencies are gone."""
    return replace(
        travel,
        lineage=tuple(edge if edge.known else replace(edge, target="") for edge in travel.lineage),
        quotes=tuple(_quote(group) for group in travel.quotes),
        matters=tuple(_matter(matter) for matter in travel.matters),
        relations=tuple(replace(one, differences=_differences(one.differences)) for one in travel.relations),
        mismatches=tuple(replace(one, differences=_differences(one.differences)) for one in travel.mismatches),
    )


def bare_story(story: Story) -> Story:
    """A story without its title, which is a headline, and without the names in it."""
    return replace(story, title="", places=(), actors=())


def _quote(group: QuoteGroup) -> QuoteGroup:
    return replace(group, variants=tuple(replace(variant, speaker=None) for variant in group.variants))


def _matter(matter: Matter) -> Matter:
    occasions = tuple(replace(one, description="", carried_by=()) for one in matter.occasions)
    return replace(matter, label="", occasions=occasions)


def _differences(found: tuple[Difference, ...]) -> tuple[Difference, ...]:
    return tuple(replace(one, a_value="", b_value="") for one in found)


def veiled_in(value: Any) -> bool:
    """Whether some text inside a value, however deep, is not carried."""
    if isinstance(value, str):
        return VEIL in value
    if isinstance(value, dict):
        return any(map(veiled_in, value.values()))
    return isinstance(value, list | tuple) and any(map(veiled_in, value))
