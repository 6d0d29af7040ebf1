"""Readings as lossless records, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from accordingto.model import (
    Actor,
    Control,
    Entity,
    Estimate,
    Event,
    Mention,
    Place,
    Report,
    Run,
    Statement,
    Time,
)
from accordingto.model.protocols import Records
from accordingto.pipeline.reading import Reading
from accordingto.store.codec import decode, encode
from accordingto.store.packing import Packed, digest, pack_record, unpack_record

LAYERS: Mapping[str, Any] = {
    "statements": tuple[Statement, ...],
    "mentions": tuple[Mention, ...],
    "entities": tuple[Entity, ...],
    "events": tuple[Event, ...],
    "estimates": tuple[Estimate, ...],
    "control": tuple[Control, ...],
    "places": tuple[Place, ...],
    "times": tuple[Time, ...],
    "notes": tuple[str, ...],
}
"""What the record of a reading holds beside the actors; empty layers are left out."""


def pack_actor(actor: Actor) -> tuple[str, Packed]:
    """The digest of an actor's record, and the record."""
    packed = pack_record(encode(actor))
    return digest(packed.sha256), packed


def unpack_actor(data: bytes) -> Actor:
    """The actor of a record."""
    actor: Actor = decode(Actor, json.loads(unpack_record(data)))
    return actor


def pack_reading(reading: Records, actors: Iterable[str]) -> Packed:
    """The record of a reading.

    Args:
        reading: the reading; its report, run and place are kept beside the record.
        actors: digests of its actors' records, in the reading's order. Reports share these: a registry's entry is long.
    """
    layers = {name: encode(getattr(reading, name), hint) for name, hint in LAYERS.items() if getattr(reading, name)}
    return pack_record({**layers, "actors": list(actors)})


def unpack_reading(data: bytes, *, report: Report, run: Run, where: str, actors: Mapping[str, Actor]) -> Reading:
    """The reading of a record.

    Args:
        data: the record.
        report: its report.
        run: its run.
        where: where the report came from when it was read.
        actors: by the digests of their records; at least the reading's.
    """
    plain = json.loads(unpack_record(data))
    layers = {name: decode(hint, plain[name]) if name in plain else () for name, hint in LAYERS.items()}
    return Reading(
        report=report, run=run, where=where, actors=tuple(actors[name] for name in plain["actors"]), **layers
    )


def actors_in(data: bytes) -> list[str]:
    """Digests of the actors that the record of a reading refers to."""
    found: list[str] = json.loads(unpack_record(data))["actors"]
    return found


def pack_report(report: Report) -> Packed:
    """The record of a report; its text is kept beside it."""
    plain = encode(report)
    del plain["text"]
    return pack_record(plain)


def unpack_report(data: bytes, text: str) -> Report:
    """The report of a record."""
    report: Report = decode(Report, {**json.loads(unpack_record(data)), "text": text})
    return report
