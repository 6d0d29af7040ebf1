"""JSON-LD, read by other people's tools: rdflib and SHACL."""

from __future__ import annotations

import json
import re
import socket
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

import pytest
from pyshacl import validate
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection

from accordingto.export.bare import VEIL, Carried
from accordingto.export.deciding import Settled
from accordingto.export.linked.context import OURS, context
from accordingto.export.linked.document import document
from accordingto.model import Factuality, UsageError, text_of, text_sha256
from tests.export import claimed, invented
from tests.export.journeys import MARKERS, READINGS, TRAVEL, item, journey, marked

SDO, PROV, AT = (
    Namespace("https://schema.org/"),
    Namespace("http://www.w3.org/ns/prov#"),
    Namespace("urn:accordingto:term:"),
)
TOLD = {
    "made_by": "accordingto 0",
    "at": "2024-01-02T03:04:05Z",
    "claims": "Claims.",
    "texts": "Words.",
    "credits": ["A"],
    "audit": {"statements": {"precision": 0.5}},
}


def written(carried: Carried = Carried.QUOTES, *, base: str | None = None, change=None) -> str:
    story = journey(carried, change=change)
    others = (item(invented.reading(), carried, change), item(claimed.claimed(), carried, change))
    return "".join(document((*story.items, *others), (story,), carried=carried, base=base, told=TOLD))


@cache
def text(carried: Carried = Carried.QUOTES) -> str:
    return written(carried)


@cache
def graph(carried: Carried = Carried.QUOTES) -> Graph:
    return Graph().parse(data=text(carried), format="json-ld")


@cache
def shapes() -> Graph:
    return Graph().parse(
        data=(resources.files("accordingto.export.linked") / "shapes.ttl").read_text(), format="turtle"
    )


def conforms(data: Graph) -> tuple[bool, str]:
    found, _, told = validate(data, shacl_graph=shapes(), advanced=True)
    return bool(found), told


def names(found: dict[str, Any] | list | str, keys: set[str]) -> set[str]:
    if isinstance(found, list):
        for one in found:
            names(one, keys)
    elif isinstance(found, dict):
        keys |= set(found)
        for one in found.values():
            names(one, keys)
    return keys


@pytest.mark.parametrize("carried", Carried)
def test_it_conforms_to_its_shapes_and_is_read_without_a_network(
    carried: Carried, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*args: object, **more: object) -> None:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket.socket, "connect", never)
    good, told = conforms(graph(carried))
    assert good, told


def test_every_term_is_in_the_context_and_every_term_of_ours_is_used() -> None:
    made = json.loads(text())
    used = names([{**node, "audit": None} if "audit" in node else node for node in made["@graph"]], set())
    assert {name for name in used if name[0] != "@" and not name.startswith("prov:")} <= set(made["@context"])
    types = {
        name
        for node in made["@graph"]
        for name in ([node["@type"]] if isinstance(node.get("@type"), str) else node.get("@type", []))
    }
    assert {name for name in types if ":" not in name} <= set(made["@context"])
    unused = {name for name in OURS if name not in used | types | {"Difference", "Link", "sharesTextWith", "rejected"}}
    assert not unused
    assert set(OURS) <= set(context())


BROKEN = {
    "a claim that nobody makes": ("DELETE WHERE { ?claim <urn:accordingto:term:chain> ?list }", "chain"),
    "a claim without a report": ("DELETE WHERE { ?claim <https://schema.org/appearance> ?report }", "appearance"),
    "an act that there is not": (
        'DELETE { ?l <urn:accordingto:term:act> ?a } INSERT { ?l <urn:accordingto:term:act> "proves" } '
        "WHERE { ?l <urn:accordingto:term:act> ?a }",
        "act",
    ),
    "a rated claim": (
        "INSERT { ?c <https://schema.org/reviewRating> [ a <https://schema.org/Rating> ] } WHERE { ?c a <https://schema.org/Claim> }",
        "reviewRating",
    ),
    "a review": ("INSERT DATA { <urn:x:review> a <https://schema.org/ClaimReview> }", "type"),
    "an article without its hash": ("DELETE WHERE { ?r <urn:accordingto:term:textSha256> ?h }", "textSha256"),
    "an event outside a statement": ("DELETE WHERE { ?e <urn:accordingto:term:claimedIn> ?s }", "claimedIn"),
    "more origins at least than at most": (
        "DELETE { ?m <urn:accordingto:term:originsAtLeast> ?n } INSERT { ?m <urn:accordingto:term:originsAtLeast> 9 } "
        "WHERE { ?m <urn:accordingto:term:originsAtLeast> ?n }",
        "originsAtLeast",
    ),
    "a derivation from nothing": (f"DELETE WHERE {{ ?d <{PROV.entity}> ?e }}", "entity"),
    "a run of nobody": (f"DELETE WHERE {{ ?r <{PROV.wasAssociatedWith}> ?s }}", "wasAssociatedWith"),
    "an address that runs a script": (
        'INSERT { ?r <https://schema.org/url> "javascript:alert(1)" } WHERE { ?r a <https://schema.org/NewsArticle> }',
        "url",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_the_shapes_find_what_is_broken(what: str) -> None:
    change, path = BROKEN[what]
    data = Graph() + graph()
    before = len(data)
    data.update(change)
    assert len(data) != before or "DELETE {" in change
    good, told = conforms(data)
    assert not good
    assert path in told


def test_each_statement_is_a_claim_in_its_report_with_its_chain_in_order() -> None:
    data = graph()
    for reading in (*READINGS, claimed.claimed()):
        for statement in reading.statements:
            node = URIRef(f"urn:accordingto:{statement.id}")
            assert (node, RDF.type, SDO.Claim) in data
            assert str(data.value(node, SDO.appearance)) == f"urn:accordingto:{reading.report.id}"
            links = list(Collection(data, data.value(node, AT.chain)))
            assert [str(data.value(link, AT.act)) for link in links] == [link.act.value for link in statement.chain]
            assert str(data.value(node, SDO.text)) == " ".join(text_of(reading.report.text, statement.content).split())
            committed = statement.factuality in (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE)
            creator = data.value(node, SDO.creator)
            assert (creator is not None) == committed
            assert creator is None or creator == data.value(links[-1], PROV.agent)


def test_of_part_of_a_story_what_was_compared_is_there_and_what_was_rejected_is_marked() -> None:
    story = journey()
    first = TRAVEL.relations[0].a
    gone = next(one for one in story.items if first in one.reading.by_id)
    items = tuple(
        replace(one, settled=Settled(rejected=frozenset([first]))) if one is gone else one for one in story.items
    )
    made = "".join(document((), (replace(story, items=items),), carried=Carried.QUOTES))
    data = Graph().parse(data=made, format="json-ld")
    good, told = conforms(data)
    assert good, told
    claims = {str(one) for one in data.subjects(RDF.type, SDO.Claim)}
    assert f"urn:accordingto:{TRAVEL.relations[0].b}" in claims
    assert len(claims) < sum(len(one.reading.statements) for one in story.items)
    rejected = {str(one) for one in data.subjects(AT.rejected)}
    assert rejected == {f"urn:accordingto:{first}"}


def test_who_denies_something_is_not_its_creator() -> None:
    denied = next(one for one in claimed.claimed().statements if one.factuality is Factuality.CERTAIN_NOT)
    node = URIRef(f"urn:accordingto:{denied.id}")
    assert graph().value(node, SDO.creator) is None
    last = list(Collection(graph(), graph().value(node, AT.chain)))[-1]
    assert str(graph().value(last, AT.commitment)) == "CT-"


def test_persons_outside_the_registry_stay_inside_their_report() -> None:
    people = {str(one) for one in graph().subjects(RDF.type, SDO.Person)}
    assert people
    assert all(re.match(r"urn:accordingto:report-[0-9a-z]+#", one) for one in people)


def test_lineage_is_told_in_prov_and_what_is_not_ordered_is_not() -> None:
    data = graph()
    for edge in TRAVEL.lineage:
        source = URIRef(f"urn:accordingto:{edge.source}")
        targets = {str(one) for one in data.objects(source, PROV.wasDerivedFrom)}
        if edge.known:
            assert (f"urn:accordingto:{edge.target}" in targets) == edge.ordered
        else:
            assert any(str(data.value(URIRef(one), SDO.name)) == edge.target for one in targets)


def test_a_base_gives_addresses_and_must_be_one() -> None:
    made = written(base="https://desk.example/")
    assert f"https://desk.example/reports/{READINGS[0].report.id}" in made
    assert '"@id":"urn:accordingto:report' not in made
    good, told = conforms(Graph().parse(data=made, format="json-ld"))
    assert good, told
    with pytest.raises(UsageError, match="--base"):
        written(base="desk")


def test_hashes_have_no_word_of_the_reports_and_can_be_checked() -> None:
    made = written(Carried.HASHES, change=marked)
    shown = written(Carried.QUOTES, change=marked)
    assert {marker for marker in MARKERS.values() if marker in shown} == set(MARKERS.values())
    assert "zzm" not in made.lower()
    assert VEIL not in made
    for reading in READINGS:
        for statement in reading.statements:
            assert text_sha256(text_of(marked(reading.report.text), statement.content)) in made
    assert not any("articleBody" in node for node in json.loads(shown)["@graph"])
    assert READINGS[0].report.text[:200] in "".join(
        node.get("articleBody", "") for node in json.loads(text(Carried.FULL))["@graph"]
    )


def test_what_a_report_says_cannot_leave_a_script_or_turn_text_around() -> None:
    made = written(change=lambda words: words.replace("general", "</script>\u202ex\ud800\x1b"))
    assert "</script" not in made
    assert "\u202e" not in made
    assert "\x1b" not in made
    made.encode("utf-8")
    Graph().parse(data=made, format="json-ld")
