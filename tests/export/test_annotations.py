"""W3C Web Annotation: the shape of the recommendation, and every quotation found again in its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from accordingto.export.annotations.document import AROUND, document
from accordingto.export.bare import VEIL, Carried
from accordingto.export.exporting import Item
from accordingto.model import (
    Act,
    Block,
    BlockKind,
    Factuality,
    Field,
    Form,
    Implied,
    Link,
    Mention,
    MentionKind,
    Mood,
    Report,
    Source,
    SourceKind,
    Span,
    Statement,
    content_id,
    text_sha256,
)
from accordingto.model.people import Role
from accordingto.model.review import Review
from accordingto.pipeline.reading import Reading
from tests.export import claimed, invented
from tests.export.journeys import MARKERS, item, journey, marked

SCHEMA = Draft202012Validator(json.loads((Path(__file__).parent / "schemas" / "web-annotation.json").read_text()))
TOLD = {"made_by": "accordingto 0", "at": "2024-01-02T03:04:05Z", "texts": "Words."}


def written(items: tuple[Item, ...] | None = None, carried: Carried = Carried.QUOTES, **more: Any) -> str:
    if items is None:
        items = (*journey(carried).items, item(invented.reading(), carried), item(claimed.claimed(), carried))
    return "".join(document(items, carried=carried, told=TOLD, **more))


def pages(made: str) -> list[dict[str, Any]]:
    return [node for node in json.loads(made)["@graph"] if node["type"] == "AnnotationPage"]


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    found = annotation["target"]
    return found if isinstance(found, list) else [found]


def anchors(page: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for annotation in page["items"]:
        for target in targets(annotation):
            position, quote = target["selector"]
            yield position, quote


def holds(text: str, page: dict[str, Any]) -> None:
    """Every quotation stands where its position says, with what is before and after it; and is found again without the position."""
    for position, quote in anchors(page):
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[max(0, start - AROUND) : start] == quote["prefix"]
        assert text[end : end + AROUND] == quote["suffix"]
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert start - len(quote["prefix"]) in {at for at in range(len(text)) if text.startswith(whole, at)}


@pytest.mark.parametrize("carried", Carried)
@pytest.mark.parametrize("base", [None, "https://desk.example"])
def test_it_is_as_the_recommendation_has_it(carried: Carried, base: str | None) -> None:
    SCHEMA.validate(json.loads(written(carried=carried, base=base)))
    SCHEMA.validate(json.loads(written((), carried, base=base)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("items", 0, "target", "selector", 0, "start"), "12"),
        (("items", 0, "motivation"), "rating"),
        (("items", 0, "target", "source"), "javascript:alert(1)"),
        (("items", 0, "body", 0, "value"), ""),
        (("partOf",), 3),
        (("items", 0, "creator"), {"name": "nobody"}),
    ],
)
def test_the_schema_finds_what_is_not(path: tuple[str | int, ...], value: object) -> None:
    made = json.loads(written())
    page = next(
        node
        for node in made["@graph"]
        if node["type"] == "AnnotationPage" and isinstance(node["items"][0]["target"], dict)
    )
    SCHEMA.validate(made)
    held: Any = page
    for step in path[:-1]:
        held = held[step]
    held[path[-1]] = value
    assert not SCHEMA.is_valid(made)


def test_pages_hang_together_and_the_collection_counts_them() -> None:
    made = json.loads(written())
    *found, collection = made["@graph"]
    assert collection["first"] == found[0]["id"]
    assert collection["last"] == found[-1]["id"]
    assert collection["total"] == sum(len(page["items"]) for page in found) > 100
    for number, page in enumerate(found):
        assert page["startIndex"] == sum(len(one["items"]) for one in found[:number])
        assert page.get("next") == (found[number + 1]["id"] if page is not found[-1] else None)
        assert page.get("prev") == (found[number - 1]["id"] if number else None)
    ids = [one["id"] for page in found for one in page["items"]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("reading", [invented.reading(), claimed.claimed()], ids=["invented", "claimed"])
def test_every_quotation_is_found_again(reading: Reading) -> None:
    (page,) = pages(written((item(reading),)))
    holds(reading.report.text, page)
    layers = {one["layer"] for one in page["items"]}
    assert {"content", "cue", "source", "mention"} <= layers
    if reading.events:
        assert {"event", "estimate", "control", "place", "time"} <= layers


def test_a_content_in_pieces_has_a_target_for_each() -> None:
    reading = invented.reading()
    (page,) = pages(written((item(reading),)))
    several = [one for one in page["items"] if isinstance(one["target"], list)]
    assert [len(one["target"]) for one in several if one["layer"] == "content"] == [
        len(one.content) for one in reading.statements if len(one.content) > 1
    ]


ODD = st.text(st.sampled_from("ab \u00a0\u0301\u0300é🙂👩‍👩‍👧\u200dو\u064eقال«»\u202e\n\t“”"), min_size=1, max_size=80)


@given(ODD, st.data())
def test_no_break_spaces_arabic_emoji_and_combining_marks_do_not_move_anything(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    digest = text_sha256(text)
    report = Report(
        content_id("report", digest), "c", text, digest, (Block(BlockKind.PARAGRAPH, Span(0, len(text)), "t"),), "t"
    )
    outlet = Link(
        Source(SourceKind.OUTLET, Implied("outlet"), "A"), Implied("outlet"), Act.NARRATE, Factuality.CERTAIN, 1.0, "t"
    )
    ident = content_id("statement", digest, (span,))
    statement = Statement(ident, report.id, (span,), Form.NARRATION, Mood.ASSERTED, (outlet,), 0.5, "t")
    mention = Mention("mention-1", span, MentionKind.OTHER, span.of(text), None, 0.5, "t")
    reading = Reading(report, (statement,), invented.RUN, (mention,))
    made = written((item(reading),))
    SCHEMA.validate(json.loads(made))
    (page,) = pages(made)
    assert len(page["items"]) == 2
    holds(text, page)
    assert "\u202e" not in made


def test_the_program_is_the_creator_until_a_person_decides() -> None:
    reading = claimed.claimed()
    report, first, second = reading.report, reading.statements[0], reading.statements[1]

    def review(key: int, action: str, record, value=None) -> Review:
        return Review(
            key, action, report.text_sha256, "statements", record.content, "Nura", "2024-01-02T03:04:05+00:00", Role.CODER, value,
            record=record.id,
        )  # fmt: skip

    decisions = [review(1, "accept", first, first), review(2, "reject", second)]
    (page,) = pages(written((item(reading, decisions=decisions),)))
    (before,) = pages(written((item(reading),)))
    contents = {one["id"].partition("#")[2]: one for one in page["items"] if one["layer"] == "content"}
    assert len(contents) == len([one for one in before["items"] if one["layer"] == "content"]) - 1
    accepted = next(one for name, one in contents.items() if first.id in name)
    assert accepted["creator"] == {"type": "Person", "name": "a coder, who decided: accept"}
    assert "Nura" not in json.dumps(page)
    assert accepted["created"] == "2024-01-02T03:04:05+00:00"
    assert {one["creator"]["type"] for one in contents.values() if one is not accepted} == {"Software"}
    assert not [one for one in page["items"] if second.id in json.dumps(one)]
    holds(report.text, page)


def test_a_correction_is_what_is_annotated() -> None:
    reading = claimed.claimed()
    first = reading.statements[0]
    moved = replace(first, content=(Span(first.content[0].start, first.content[0].end - 2),))
    held = Review(
        1, "correct", reading.report.text_sha256, "statements", first.content, "Nura", "2024-01-02T03:04:05+00:00", Role.CODER, moved,
        record=first.id,
    )  # fmt: skip
    for carried in (Carried.QUOTES, Carried.HASHES):
        (page,) = pages(written((item(reading, carried, decisions=[held]),), carried))
        by_person = [one for one in page["items"] if one["creator"]["type"] == "Person" and one["layer"] == "content"]
        assert [one["target"]["selector"][0]["end"] for one in by_person] == [moved.content[0].end]


def test_hashes_have_positions_and_hashes_and_no_word() -> None:
    shown = written(journey(change=marked).items)
    made = written(journey(Carried.HASHES, change=marked).items, Carried.HASHES)
    assert {marker for marker in MARKERS.values() if marker in shown} == set(MARKERS.values())
    assert "zzm" not in made.lower()
    assert VEIL not in made
    assert "TextQuoteSelector" not in made
    for page, one in zip(pages(made), journey(change=marked).items, strict=True):
        for annotation in page["items"]:
            for target in targets(annotation):
                (position,) = target["selector"]
                words = one.reading.report.text[position["start"] : position["end"]]
                assert target["contentSha256"] == text_sha256(words)


def test_an_address_that_runs_a_script_is_no_scope() -> None:
    reading = invented.reading()
    evil = replace(reading, report=replace(reading.report, url=Field("javascript:alert(1)", "given")))
    made = written((item(evil),))
    SCHEMA.validate(json.loads(made))
    assert "javascript:" not in made
    odd = replace(reading, report=replace(reading.report, url=Field('https://a.example/"><script>\u202e x', "given")))
    made = written((item(odd),))
    SCHEMA.validate(json.loads(made))
    assert "https://a.example/%22%3E%3Cscript%3E%E2%80%AE%20x" in made


def test_the_broken_do_not_pass() -> None:
    made = json.loads(written((item(claimed.claimed()),)))
    page = deepcopy(pages(json.dumps(made))[0])
    page["items"][0]["target"]["selector"][0]["start"] += 1
    with pytest.raises(AssertionError):
        holds(claimed.claimed().report.text, page)
