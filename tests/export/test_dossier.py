"""A story on one page, for somebody who was not there."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from accordingto.export.bare import VEIL, Carried
from accordingto.export.deciding import Settled
from accordingto.export.dossier.page import page
from accordingto.export.exporting import Journey
from accordingto.model import Field, RelationKind, text_of, text_sha256
from tests.export.journeys import CAPTURED, MARKERS, READINGS, TRAVEL, journey, marked

TOLD = {
    "made_by": "accordingto 0",
    "at": "2024-01-02T03:04:05Z",
    "audit": [
        {
            "name": "<b>",
            "layers": {
                "statements": {
                    "sampled": 20,
                    "decided": 20,
                    "population": 400,
                    "exact": {"share": 0.5, "low": 0.3, "high": 0.7, "hits": 10, "of": 20},
                }
            },
        }
    ],
    "credits": ["Places: GeoNames"],
}


def written(carried: Carried = Carried.QUOTES, *, of: Journey | None = None) -> str:
    return "".join(page(of or journey(carried), carried=carried, told=TOLD))


def plain(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", markup, flags=re.DOTALL)).split())


PAGES = {carried: written(carried) for carried in Carried}


class Tags(HTMLParser):
    """Elements with their attributes, and whether all that are opened are closed in order."""

    VOID = frozenset({"meta", "input"})

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def tags(markup: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(markup)
    assert parser.open == []
    return parser.found


@pytest.mark.parametrize("carried", Carried)
def test_it_asks_for_nothing_and_its_policy_is_that_of_its_one_sheet(carried: Carried) -> None:
    made = PAGES[carried]
    (sheet,) = re.findall(r"<style>(.*?)</style>", made, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in unescape(made)
    found = tags(made)
    assert not {"script", "img", "link", "iframe", "object", "form"} & {name for name, _ in found}
    assert not [name for _, attrs in found for name in attrs if name.startswith("on") or name in ("style", "src")]
    assert "url(" not in sheet
    assert "@import" not in sheet


@pytest.mark.parametrize("carried", Carried)
def test_links_inside_lead_somewhere_and_ids_are_given_once(carried: Carried) -> None:
    found = tags(PAGES[carried])
    ids = [attrs["id"] for _, attrs in found if "id" in attrs]
    assert len(ids) == len(set(ids))
    inside = [attrs["href"] for name, attrs in found if name == "a" and str(attrs.get("href")).startswith("#")]
    assert inside
    assert {href[1:] for href in inside} <= set(ids)


def test_contradictions_come_first_with_both_sentences_and_the_slot_marked() -> None:
    made = PAGES[Carried.QUOTES]
    sections = re.findall(r'<section id="(\w+)">', made)
    assert sections[:3] == ["contradictions", "mismatches", "lineage"]
    (section,) = re.findall(r'<section id="contradictions">(.*?)</section>', made, re.DOTALL)
    assert "<b>actor</b>" in section
    (relation,) = (one for one in TRAVEL.relations if one.kind is RelationKind.CONTRADICTS)
    texts = {reading.report.id: reading.report.text for reading in READINGS}
    for side in (relation.differences[0].a, relation.differences[0].b):
        assert plain(text_of(texts[side.report], side.spans)) in plain(section)
    assert section.count("<mark>") == 2


def test_reports_are_told_with_outlet_date_address_and_hashes() -> None:
    text = plain(PAGES[Carried.QUOTES])
    for reading in READINGS:
        report = reading.report
        assert report.outlet.value in text
        assert report.text_sha256 in text
        assert reading.run.id in text
    assert text.count(CAPTURED) == len(READINGS)
    assert "2 January 2024, 03:04 UTC, accordingto 0" in text
    assert "statements: 50 % right as read (95 % interval 30 to 70; 20 of 20 drawn" in text
    assert "sample <b>)" in text
    assert "It is not" in text
    assert "no judgement of who is right" in text


def test_matters_tell_origins_and_echoes() -> None:
    (section,) = re.findall(r'<section id="matters">(.*?)</section>', PAGES[Carried.QUOTES], re.DOTALL)
    assert "5 outlets, 1–2 origins: a briefing on 14 November 2023, carried by Northwire" in plain(section)
    assert plain(section).count("echo: adds no occasion") == 4


def test_evidence_is_as_much_as_was_asked_for() -> None:
    paragraph = next(
        block.span.of(reading.report.text)
        for reading in READINGS
        for block in reading.report.blocks[-1:]
        if not any(block.span.overlaps(span) for statement in reading.statements for span in statement.content)
    )
    assert plain(paragraph)[:40] in plain(PAGES[Carried.FULL])
    assert plain(paragraph)[:40] not in plain(PAGES[Carried.QUOTES])
    for statement in READINGS[0].statements:
        assert plain(text_of(READINGS[0].report.text, statement.content)) in plain(PAGES[Carried.QUOTES])


def test_hashes_have_no_word_of_the_reports_and_can_be_checked() -> None:
    made = written(Carried.HASHES, of=journey(Carried.HASHES, change=marked))
    shown = written(Carried.QUOTES, of=journey(Carried.QUOTES, change=marked))
    assert "zzm" not in made.lower().replace("zzmarkwir.example", "")
    assert {marker for marker in MARKERS.values() if marker in shown} == set(MARKERS.values())
    assert VEIL not in made
    for reading in READINGS:
        text = marked(reading.report.text)
        for statement in reading.statements:
            assert text_sha256(text_of(text, statement.content)) in made


def test_what_people_decided_is_told_where_it_matters() -> None:
    sample = journey()
    relation = next(one for one in TRAVEL.relations if one.kind is RelationKind.CONTRADICTS)
    items = tuple(
        replace(one, settled=Settled(rejected=frozenset({relation.a} & one.reading.by_id.keys())))
        for one in sample.items
    )
    told = "a person decided that the report does not say this"
    for carried, times in ((Carried.QUOTES, 2), (Carried.FULL, 2)):
        made = written(carried, of=Journey(sample.story, sample.travel, items))
        (section,) = re.findall(r'<section id="contradictions">(.*?)</section>', made, re.DOTALL)
        assert f"the first: {told}" in plain(section)
        assert plain(made).count(told) == times
        assert told not in plain(PAGES[carried])


EVIL = "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\"' & \u202egnp"


def test_what_reports_say_is_inert() -> None:
    items = tuple(
        replace(
            item,
            shelf=replace(
                item.shelf,
                reading=replace(
                    item.reading,
                    report=replace(
                        item.reading.report,
                        title=Field(EVIL, "given"),
                        outlet=Field(EVIL, "given"),
                        url=Field("javascript:alert(1)//" + EVIL, "given"),
                        authors=(Field(EVIL, "given"),),
                        place=Field(EVIL, "given"),
                        flags=(EVIL,),
                    ),
                ),
            ),
        )
        for item in journey().items
    )
    sample = journey()
    evil = Journey(replace(sample.story, title=EVIL, places=(EVIL,)), sample.travel, items)
    for carried in Carried:
        made = written(carried, of=evil)
        found = tags(made)
        assert not {"script", "img"} & {name for name, _ in found}
        assert not [attrs for _, attrs in found if str(attrs.get("href")).lower().startswith("javascript")]
        assert "\u202e" not in made.partition("<section")[0]


def test_an_address_is_written_out_and_leads_only_to_the_web() -> None:
    item = journey().items[0]
    report = replace(item.reading.report, url=Field("https://outlet.example/a?b=1&c=2", "given"))
    sample = journey()
    other = replace(item, shelf=replace(item.shelf, reading=replace(item.reading, report=report)))
    made = written(of=Journey(sample.story, sample.travel, (other, *sample.items[1:])))
    (link,) = (attrs for name, attrs in tags(made) if name == "a" and attrs.get("class") == "url")
    assert link["href"] == "https://outlet.example/a?b=1&c=2"
    assert link["rel"] == "noreferrer noopener"
    assert "https://outlet.example/a?b=1&c=2" in plain(made)


def test_a_story_without_findings_is_a_page_all_the_same() -> None:
    sample = journey()
    nothing = replace(sample.travel, lineage=(), quotes=(), matters=(), relations=(), mismatches=())
    made = written(of=Journey(sample.story, nothing, sample.items))
    assert re.findall(r'<section id="(\w+)">', made) == ["lineage", "reports", "texts"]
    tags(made)
