"""FollowTheMoney, read by its own library."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from followthemoney import model
from followthemoney.types import registry

from accordingto.export.bare import VEIL, Carried
from accordingto.export.exporting import Item
from accordingto.export.ftm import actor_id, lines
from accordingto.model import Actor, ActorKind, Field, LineageKind
from tests.export import claimed, invented
from tests.export.journeys import MARKERS, TRAVEL, item, journey, marked

Entity = dict[str, Any]
_WHOLE = ("bodyText",)


def written(carried: Carried = Carried.QUOTES, items: tuple[Item, ...] | None = None, change=None) -> str:
    story = journey(carried, change=change)
    others = (item(invented.reading(), carried, change), item(claimed.claimed(), carried, change))
    return "".join(lines(items if items is not None else (*story.items, *others), (story,), carried=carried))


def entities(made: str) -> list[Entity]:
    return [json.loads(line) for line in made.splitlines()]


@pytest.mark.parametrize("carried", Carried)
def test_every_entity_goes_through_the_library_and_comes_back_the_same(carried: Carried) -> None:
    found = entities(written(carried))
    assert len({one["id"] for one in found}) == len(found)
    for one in found:
        proxy = model.get_proxy(one, cleaned=False)
        back = proxy.to_dict()
        assert registry.entity.clean(one["id"]) == one["id"]
        assert back["schema"] == one["schema"]
        kept = {name: sorted(values) for name, values in one["properties"].items() if name not in _WHOLE}
        assert {name: sorted(values) for name, values in back["properties"].items() if name not in _WHOLE} == kept
        model.get(one["schema"]).validate(one)


def test_what_is_required_is_there_and_links_lead_to_what_may_stand_there() -> None:
    found = entities(written())
    known = {one["id"]: model.get(one["schema"]) for one in found}
    for one in found:
        schema = model.get(one["schema"])
        assert {name for name in schema.required if name not in one["properties"]} == set()
        for name, values in one["properties"].items():
            prop = schema.get(name)
            if prop.type is registry.entity:
                for value in values:
                    assert known[value].is_a(prop.range), (one["schema"], name, known[value].name)


def test_only_actors_of_the_registry_are_entities_and_a_person_outside_stays_in_words() -> None:
    made = written()
    found = entities(made)
    registered = {actor_id(actor.id) for reading in (claimed.claimed(),) for actor in reading.actors}
    people = [
        one for one in found if one["schema"] in ("Person", "Organization", "PublicBody", "Position", "LegalEntity")
    ]
    assert {one["id"] for one in people} == registered
    assert "Nadim Hazrun" in made
    assert not [one for one in found if one["schema"] == "Mention" and "Hazrun" in json.dumps(one)]
    assert not [one for one in found if "namesMentioned" in one["properties"] or "peopleMentioned" in one["properties"]]


def test_who_says_what_is_a_note_with_its_words_and_its_report() -> None:
    found = {one["id"]: one for one in entities(written())}
    for statement in claimed.claimed().statements:
        note = found[statement.id]["properties"]
        assert note["proof"] == [statement.report]
        assert note["name"][0].startswith("Claim according to ")
        assert statement.factuality.value in note["keywords"]


def test_an_event_is_only_claimed() -> None:
    reading = claimed.claimed()
    found = {one["id"]: one["properties"] for one in entities(written())}
    for event in reading.events:
        if event.derived:
            assert event.id not in found
            continue
        assert "as claimed" in found[event.id]["name"][0]
        assert found[event.id]["summary"][0].startswith("Claim according to ")
        assert found[event.id]["recordId"] == [event.statement]
    camp = found[reading.events[2].id]
    assert "certainly not" in camp["summary"][0]


def test_lineage_goes_from_the_report_that_took() -> None:
    found = entities(written())
    links = {
        (one["properties"]["subject"][0], one["properties"]["object"][0]): one
        for one in found
        if one["schema"] == "UnknownLink"
    }
    for edge in TRAVEL.lineage:
        if edge.known and edge.kind is LineageKind.COPIES and edge.ordered:
            assert links[edge.source, edge.target]["properties"]["role"] == ["copies"]


def test_nothing_points_at_what_is_left_out() -> None:
    assert entities(written(items=())) == []
    one = journey().items[0]
    found = entities(written(items=(one,)))
    assert {link["properties"]["subject"][0] for link in found if link["schema"] == "UnknownLink"} <= {
        e["id"] for e in found
    }


def test_hashes_have_no_word_of_the_reports() -> None:
    shown, made = written(change=marked), written(Carried.HASHES, change=marked)
    assert {marker for marker in MARKERS.values() if marker in shown} == set(MARKERS.values())
    assert "zzm" not in made.lower()
    assert VEIL not in made


def test_what_a_report_says_is_inert_and_an_odd_actor_has_an_id() -> None:
    reading = invented.reading()
    evil = replace(
        reading,
        report=replace(reading.report, url=Field("javascript:alert(1)", "x"), title=Field("</script>\u202e\x00", "x")),
    )
    made = written(items=(item(evil),))
    assert "javascript:" not in made
    assert "</script" not in made
    assert "\u202e" not in made
    odd = Actor("group:الجبهة _", "Front", ActorKind.ARMED_GROUP)
    assert registry.entity.clean(actor_id(odd.id)) == actor_id(odd.id)
