"""The schema fits what is written, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from accordingto.export.json import chunks, layer_chunks
from accordingto.export.jsonl import lines
from accordingto.export.layers import Layer
from accordingto.export.schema import LISTED, schema
from tests.export.claimed import claimed
from tests.export.invented import Lost, bare, reading

VALIDATOR = Draft202012Validator(schema())


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines([reading(), Lost(), claimed(), bare()], everything=True)]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_every_line_fits() -> None:
    for row in rows():
        VALIDATOR.validate(row)


@pytest.mark.parametrize("everything", [False, True])
def test_the_document_fits(everything: bool) -> None:
    document = json.loads("".join(chunks([claimed(), Lost(), reading()], everything=everything)))
    VALIDATOR.validate(document)
    assert len(document["readings"]) == 2
    assert [failure["error"] for failure in document["failures"]] == ["EmptyInput"]
    assert bool(document["readings"][1]["mentions"]) is everything


@pytest.mark.parametrize("layer", LISTED)
def test_the_listing_of_a_layer_fits(layer: Layer) -> None:
    listing = json.loads("".join(layer_chunks([claimed(), Lost(), reading()], layer)))
    VALIDATOR.validate(listing)
    assert listing["records"] == claimed().to_dicts(layer)
    assert [failure["error"] for failure in listing["failures"]] == ["EmptyInput"]


def test_an_empty_document_fits() -> None:
    VALIDATOR.validate(json.loads("".join(chunks([]))))


@pytest.mark.parametrize("number", range(len(rows())))
def test_a_missing_or_a_new_field_does_not_fit(number: int) -> None:
    row = rows()[number]
    assert not VALIDATOR.is_valid({**row, "more": 1})
    assert not VALIDATOR.is_valid({key: value for key, value in row.items() if key != "type"})


def test_every_property_is_described() -> None:
    def walk(part: Any) -> None:
        if isinstance(part, dict):
            for name, found in part.get("properties", {}).items():
                assert found.get("description"), name
            for found in part.values():
                walk(found)

    walk(schema()["$defs"])
