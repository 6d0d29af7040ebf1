"""The JSON Schema (2020-12) of what is written as JSON, built from the records' own enumerations.

The description of every property is the documentation: ``docs/reference/output.md`` is generated from it.
"""

from __future__ import annotations

from accordingto.export import schema_content as content
from accordingto.export import schema_named as named
from accordingto.export import schema_report as base
from accordingto.export import schema_travel as travel
from accordingto.export.layers import Layer
from accordingto.export.schema_terms import (
    OFFSETS,
    Schema,
    choice,
    const,
    list_of,
    obj,
    passage,
    read_from,
    ref,
    text,
    with_,
)

ID = "urn:accordingto:schema:2"
"""Changes only when a reader of the old output would break."""
LISTED = (Layer.EVENTS, Layer.ESTIMATES, Layer.CONTROL, Layer.PLACES)
"""Layers that have a command of their own."""
RECORDS = ("report", *(layer.record for layer in Layer), "failure")
"""The records that stand on lines of their own."""
DOCUMENTS = ("document", "listing")
"""What ``--format json`` writes: of `accordingto read`, and of the commands that list one layer."""


def schema() -> Schema:
    """The schema. At the top it fits one line of JSON Lines, or the one document of ``--format json``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "accordingto records",
        "description": "One line of `--format jsonl`, or the document of `--format json`.",
        "oneOf": [ref(name) for name in (*RECORDS, *DOCUMENTS, *travel.DOCUMENTS)],
        "$defs": {
            **_parts(),
            **_records(),
            "document": _document(),
            "listing": _listing(),
            **travel.definitions(),
        },
    }


def _records() -> dict[str, Schema]:
    return {
        "report": base.report(),
        "statement": base.statement(),
        "event": content.event(),
        "estimate": content.estimate(),
        "control": content.control(),
        "place": named.place(),
        "time": named.time(),
        "actor": named.actor(),
        "mention": named.mention(),
        "entity": named.entity(),
        "failure": base.failure(),
    }


def _parts() -> dict[str, Schema]:
    return {
        "spans": {
            "description": f"Stretches `[start, end)` of the text, in text order; {OFFSETS}.",
            "type": "array",
            "items": {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
        },
        "passage": obj("Words of the report.", passage("the words", null=True)),
        "evidence": base.evidence(),
        "field": obj("A value about the report and where it was read.", {"value": text("The value."), **read_from()}),
        "moment": base.moment(),
        "block": base.block(),
        "timex": base.timex(),
        "source": base.source(),
        "link": base.link(),
        "part": content.part(),
        "victims": content.victims(),
        "bounds": content.bounds(),
        "naming": named.naming(),
        "fact": named.fact(),
        "run": base.run(),
    }


_LAYERS = {
    Layer.STATEMENTS: "Its statements, in reading order.",
    Layer.EVENTS: "Its events, in text order.",
    Layer.ESTIMATES: "Its estimates, in text order.",
    Layer.CONTROL: "Its records of control, in text order.",
    Layer.PLACES: "Its toponyms, in text order.",
    Layer.TIMES: "Its time expressions, in text order.",
    Layer.ACTORS: "The actors of the registry that it names.",
    Layer.MENTIONS: "Its mentions; empty without `--all`.",
    Layer.ENTITIES: "Its entities; empty without `--all`.",
}


def _document() -> Schema:
    layers = {layer.value: list_of(layer.record, _LAYERS[layer]) for layer in Layer}
    reading = obj("One report and its records.", {"report": with_(ref("report"), "The report."), **layers})
    return obj(
        "The document of `accordingto read --format json`.",
        {
            "type": const("readings"),
            "readings": {
                "description": "The reports that were read, in the order given.",
                "type": "array",
                "items": reading,
            },
            "failures": list_of("failure", "The reports that were not."),
        },
    )


def _listing() -> Schema:
    return obj(
        "The document of `--format json` of a command that lists one layer.",
        {
            "type": const("listing"),
            "layer": choice((*LISTED, Layer.ACTORS), "The layer."),
            "records": {
                "description": "The records that were asked for, report after report, in text order.",
                "type": "array",
                "items": {"anyOf": [ref(layer.record) for layer in (*LISTED, Layer.ACTORS)]},
            },
            "failures": list_of("failure", "The reports that could not be read."),
        },
    )
