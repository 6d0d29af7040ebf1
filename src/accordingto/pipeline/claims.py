"""What is claimed: from a report's statements to its scene, and from the scene to events, estimates and control."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from accordingto.attribute.statements import Attributed
from accordingto.content.control import controls
from accordingto.content.estimates import estimates
from accordingto.content.events import events
from accordingto.content.scene import Scene
from accordingto.language.encoder import Encoded
from accordingto.language.flow import Flow
from accordingto.language.parse import syntax
from accordingto.language.sentences import sentences
from accordingto.mentions.link import link
from accordingto.mentions.places import places_of
from accordingto.mentions.places.settled import names_a_body, placed
from accordingto.mentions.quantities import quantities
from accordingto.mentions.tagged import named
from accordingto.mentions.times import times_of
from accordingto.model import Control, Estimate, Event, Report, sha256
from accordingto.resources.actors import Registry, open_actors
from accordingto.resources.codebook import chosen_codebook
from accordingto.resources.control import ControlWords, open_control_words
from accordingto.resources.counting import CountingWords, open_counting_words
from accordingto.resources.events import Codebook, open_codebook
from accordingto.resources.gazetteer.gazetteer import Gazetteer, open_gazetteer
from accordingto.resources.lexicons import Lexicons, open_lexicons
from accordingto.resources.places import PlaceWords, open_place_words
from accordingto.resources.times import TimeWords, open_time_words

Clock = Callable[[str], AbstractContextManager[None]]
"""Times a section by its name."""


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """The opened resources that content is read with."""

    times: TimeWords
    counting: CountingWords
    control: ControlWords
    places: PlaceWords
    gazetteer: Gazetteer
    codebook: Codebook
    actors: Registry
    words: Lexicons

    @property
    def sha256(self) -> str:
        """Over the hashes of all but the gazetteer, which a run names by itself."""
        parts = (self.times, self.counting, self.control, self.places, self.codebook, self.actors)
        return sha256("".join(part.sha256 for part in parts).encode())


@lru_cache(maxsize=1)
def open_knowledge() -> Knowledge:
    """Open the shipped resources, and what the user has added to them."""
    return Knowledge(
        times=open_time_words(),
        counting=open_counting_words(),
        control=open_control_words(),
        places=open_place_words(),
        gazetteer=open_gazetteer(),
        codebook=open_codebook(chosen_codebook()),
        actors=open_actors(),
        words=open_lexicons(),
    )


@dataclass(frozen=True, slots=True)
class Claims:
    """The scene, and what is claimed in it."""

    scene: Scene
    events: tuple[Event, ...]
    estimates: tuple[Estimate, ...]
    control: tuple[Control, ...]


def claims(
    report: Report,
    flow: Flow,
    encoded: Encoded,
    tables: Mapping[str, NDArray[np.float32]],
    found: Attributed,
    knowledge: Knowledge,
    clock: Clock,
) -> Claims:
    """Read what the statements of a report claim.

    Args:
        report: the report.
        flow: its running text.
        encoded: the running text, encoded with its branch.
        tables: of the model's heads.
        found: the statements, and who was mentioned as their sources.
        knowledge: the opened resources.
        clock: times each layer.
    """
    scene = scene_of(report, flow, encoded, tables, found, knowledge, clock)
    with clock("events"):
        coded = events(scene, knowledge.codebook)
    with clock("estimates"):
        counted = estimates(scene, knowledge.counting)
    with clock("control"):
        held = controls(scene, knowledge.control)
    return Claims(scene, coded, counted, held)


def scene_of(
    report: Report,
    flow: Flow,
    encoded: Encoded,
    tables: Mapping[str, NDArray[np.float32]],
    found: Attributed,
    knowledge: Knowledge,
    clock: Clock,
) -> Scene:
    """Everything found in a report before its content is read; arguments as those of `claims`."""
    cut = tuple(sentences(flow.text))
    with clock("syntax"):
        parsed = syntax(encoded, tables, cut)
    names = named(encoded, tables)
    with clock("places"):
        toponyms = places_of(report, flow, names, knowledge.gazetteer, knowledge.places)
        places = tuple(place for place in toponyms if not names_a_body(place, report, knowledge.actors))
    with clock("actors"):
        linked = link(
            report,
            flow,
            found.mentions,
            found.entities,
            found.statements,
            knowledge.actors,
            knowledge.words,
            sentences=cut,
            named=placed(names, places, flow),
            syntax=parsed,
        )
    with clock("times"):
        times = times_of(report, flow, knowledge.times)
    with clock("quantities"):
        numbers = quantities(flow.text, knowledge.counting.quantities)
    return Scene(
        report=report,
        flow=flow,
        syntax=parsed,
        sentences=cut,
        statements=linked.statements,
        mentions=linked.mentions,
        entities=linked.entities,
        actors=linked.actors,
        places=places,
        times=times,
        quantities=numbers,
    )
