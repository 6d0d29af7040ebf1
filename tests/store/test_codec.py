"""Every record to JSON and back, whatever it holds."""

from __future__ import annotations

import json
import types
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accordingto import model
from accordingto.model import Actor, Bounds, Estimate, Place, Report, Run, Span
from accordingto.store.codec import decode, dumps, encode
from accordingto.store.packing import pack_record
from accordingto.store.records import LAYERS, pack_report, unpack_report
from accordingto.store.schema.base import escaped, unescaped
from tests.export.claimed import claimed
from tests.export.invented import reading as invented

WORDS = st.text(st.characters(exclude_categories=()), max_size=8)
SCORES = st.floats(0, 1)
SPANS = st.tuples(st.integers(0, 90), st.integers(1, 9)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def values(hint: Any, name: str = "") -> st.SearchStrategy[Any]:
    """Any value of a type, as far as the records allow it."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is Span:
        return SPANS
    if is_dataclass(origin or hint):
        return records(hint)
    if origin in (Union, types.UnionType):
        return st.one_of([values(kind, name) for kind in arguments])
    if origin is tuple and arguments[1:] == (Ellipsis,):
        least = 1 if name in ("content", "chain", "trigger") or (name == "spans" and arguments[0] is Span) else 0
        return st.lists(values(arguments[0]), min_size=least, max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(values(kind) for kind in arguments))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    plain = {int: st.integers(0, 10**12), bool: st.booleans(), str: WORDS, type(None): st.none()}
    return plain[hint] if hint in plain else SCORES if name == "score" else st.floats(allow_nan=False, width=64)


def records(hint: Any) -> st.SearchStrategy[Any]:
    """Any record of a class; what a record itself refuses is not made."""
    kind = get_origin(hint) or hint
    parameters = dict(zip(getattr(kind, "__parameters__", ()), get_args(hint), strict=False))
    hints = get_type_hints(kind)
    parts = {f.name: values(parameters.get(hints[f.name], hints[f.name]), f.name) for f in fields(kind)}
    if kind is Bounds:
        parts |= {"low": st.integers(0, 5) | st.none(), "high": st.integers(5, 10**9)}
    if kind is Estimate:
        parts["low"] = st.integers(0, 5) | st.floats(0, 5)
    if kind is Place:
        parts |= {"lat": st.none(), "lon": st.none()}
    return st.builds(kind, **parts)


RECORDS = [get_args(hint)[0] for name, hint in LAYERS.items() if name != "notes"] + [Report, Actor, Run]


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_record_comes_back_equal(kind: type, data: st.DataObject) -> None:
    record = data.draw(records(kind))
    assert decode(kind, json.loads(dumps(encode(record)))) == record


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(report=records(Report))
def test_a_report_comes_back_beside_its_text(report: Report) -> None:
    packed = pack_report(report)
    assert report.text == "" or len(report.text) < 3 or report.text.encode("utf-8", "surrogatepass") not in packed.data
    assert unpack_report(packed.data, report.text) == report


@pytest.mark.parametrize("reading", [claimed("a"), invented("b")], ids=["claimed", "invented"])
def test_defaults_are_left_out_and_come_back(reading: Any) -> None:
    for name, hint in LAYERS.items():
        plain = encode(getattr(reading, name), hint)
        assert decode(hint, json.loads(dumps(plain))) == getattr(reading, name)
    plain = encode(reading.statements, LAYERS["statements"])
    assert all("editorial" not in record for record in plain if not record.get("editorial", True))
    assert "about" not in plain[0] or plain[0]["about"] is not None


def test_evidence_says_which_it_is() -> None:
    for evidence in (
        model.Stated((Span(1, 2),)),
        model.Inherited("statement-1", "credit"),
        model.Implied("outlet"),
    ):
        plain = encode(evidence, model.Evidence)
        assert plain["is"] == type(evidence).__name__
        assert decode(model.Evidence, plain) == evidence


def test_what_an_older_program_did_not_write_has_its_default_and_what_is_gone_is_passed_over() -> None:
    run = Run("1", "text-1", "a", "b", "c")
    assert decode(Run, {**encode(run), "of_the_future": 1}) == run
    with pytest.raises(TypeError):
        encode(object())


@given(WORDS)
def test_escaped_words_come_back(words: str) -> None:
    assert unescaped(escaped(words)) == words
    assert "\x00" not in escaped(words)
    escaped(words).encode("utf-8")


@given(WORDS)
def test_a_record_that_is_plain_needs_no_escaping(words: str) -> None:
    if pack_record([words]).plain:
        assert escaped(words) == words
