"""The page is one inert file, shows the archived text, and every link in it leads somewhere."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.export.html import fragment, page
from accordingto.model import Block, BlockKind, Field, Span
from accordingto.pipeline.reading import Reading
from tests.export.claimed import KINDS as CLAIMED
from tests.export.claimed import claimed
from tests.export.invented import HEADLINE, KINDS, TEXT, bare, reading

VOID = {"meta", "br", "img", "link", "input"}


class Parsed(HTMLParser):
    """Elements, ids, and the text of each block."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.style = ""
        self.feed(source)
        self.close()
        assert not self.open, "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = (tag, {key: value or "" for key, value in attrs})
        self.elements.append(found)
        if tag not in VOID:
            self.open.append(found)
        if found[1].get("class") == "t":
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] == "style":
            self.style += data
        elif any(attributes.get("class") == "t" for _, attributes in self.open):
            self.texts[-1] += data

    def all(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


def with_text(words: str) -> Reading:
    """A report of one paragraph with those words, which are also its title, outlet and flag."""
    field = Field(words, words)
    report = dataclasses.replace(
        bare().report,
        text=words,
        title=field,
        outlet=field,
        place=field,
        language=field,
        url=field,
        flags=(words,),
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(words)), "test"),) if words else (),
    )
    return dataclasses.replace(bare(), report=report, where=words, notes=(words,))


def test_the_text_stands_as_archived() -> None:
    assert Parsed(page([reading()])).texts == [words for words, _ in KINDS]


def test_words_outside_all_blocks_are_shown_too() -> None:
    report = dataclasses.replace(reading().report, blocks=())
    assert Parsed(page([dataclasses.replace(reading(), report=report)])).texts == [TEXT]


def test_markup_in_a_report_is_inert() -> None:
    source = page([reading()])
    parsed = Parsed(source)
    assert not {"script", "b", "img", "iframe", "link"} - {"b"} & {tag for tag, _ in parsed.elements}
    assert "<script" not in source
    assert "<b>will" not in source
    assert parsed.texts[0] == HEADLINE


@pytest.mark.parametrize(
    "words",
    [
        '"><img src=x onerror=alert(1)>',
        "</style><script>alert(1)</script>",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "]]>--><!--",
        "&lt;script&gt;",
    ],
)
def test_hostile_words_are_inert_wherever_they_stand(words: str) -> None:
    parsed = Parsed(page([with_text(words)]))
    assert parsed.texts == [words]
    assert not {"script", "img"} & {tag for tag, _ in parsed.elements}
    assert not [name for _, attributes in parsed.elements for name in attributes if name.startswith("on")]
    assert all(href.startswith("#") for href in parsed.all("href"))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), min_size=1))
def test_any_text_can_be_written_and_read_back(words: str) -> None:
    source = page([with_text(words)])
    source.encode("utf-8")
    shown = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", words)
    assert "".join(Parsed(source).texts) == (shown if words.strip() else "".join(Parsed(source).texts))


def test_nothing_is_asked_of_the_network() -> None:
    parsed = Parsed(page([reading(), reading(), bare()]))
    assert not parsed.all("src")
    assert not {"link", "script", "img", "iframe", "object", "form"} & {tag for tag, _ in parsed.elements}
    assert "url(" not in parsed.style
    assert "@import" not in parsed.style
    assert {href for href in parsed.all("href") if not href.startswith("#")} == {
        "https://harbourpost.example/a?b=1&c=2"
    }
    assert not parsed.all("style")


def test_the_policy_allows_this_style_alone() -> None:
    parsed = Parsed(page([reading()]))
    policy = next(a["content"] for _, a in parsed.elements if a.get("http-equiv") == "Content-Security-Policy")
    digest = base64.b64encode(hashlib.sha256(parsed.style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_anchors_are_unique_and_every_link_leads_somewhere() -> None:
    parsed = Parsed(page([reading(), reading(), bare()]))
    ids = parsed.all("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in parsed.all("href") if href.startswith("#")} <= set(ids)


def test_the_card_of_a_statement_has_its_id_so_that_links_last() -> None:
    ids = set(Parsed(page([reading()])).all("id"))
    assert {statement.id for statement in reading().statements} <= ids


def test_every_statement_has_a_rule_that_lights_its_words_and_card() -> None:
    parsed = Parsed(page([reading()]))
    for number in range(1, 10):
        assert f".k0:has(.k0-{number}:is(:hover" in parsed.style
        lit = [a["class"].split() for _, a in parsed.elements if f"k0-{number}" in a.get("class", "").split()]
        assert any("card" in classes for classes in lit)
        assert any("s" in classes for classes in lit)
        assert any("m" in classes for classes in lit)


def inside(parsed: Parsed, kind: str) -> list[str]:
    """The titles of the pieces of text that are marked as of a kind."""
    pairs = zip(parsed.elements, parsed.elements[1:], strict=False)
    return [outer["title"] for (_, outer), (_, a) in pairs if kind in a.get("class", "").split() and "title" in outer]


def test_what_is_claimed_is_marked_in_the_text_and_says_what_it_is() -> None:
    parsed = Parsed(page([claimed()]))
    assert parsed.texts == [words for words, _ in CLAIMED]
    rockets, hit = (title for title in inside(parsed, "ev") if " of 2" in title)
    assert rockets == hit
    assert (
        "content of 2; event of 2: ASSAULT, heavy-weapons “Rockets … hit”: Kharan Front → civilians · Manshar"
        in rockets
    )
    assert any("control of 2: Kharan Front (“Front”) holds Manshar" in title for title in inside(parsed, "co"))
    assert len(inside(parsed, "es")) == 4
    assert "content of 4; place: not resolved" in inside(parsed, "pl")
    assert "content of 2; time: 12 March 2023" in inside(parsed, "ti")
    assert "time: 13 March 2023" in inside(parsed, "ti")
    assert len(inside(parsed, "ac")) == 2


def test_cards_list_what_is_claimed_after_who_says_it() -> None:
    source = page([claimed()])
    card = source.split('class="card k0-3"')[1].split("</li>\n")[0]
    assert card.index("denies") < card.index("<b>ASSAULT, aerial</b>")
    assert "inherited by rule <code>coref:possessive</code>" in card
    assert "REJECT" not in source


def test_boxes_choose_what_is_marked_without_a_script() -> None:
    parsed = Parsed(page([claimed()]))
    boxes = [a["class"] for tag, a in parsed.elements if tag == "input"]
    assert boxes == ["on-ev", "on-es", "on-co", "on-pl", "on-ti", "on-ac", "on-st"]
    for box in boxes:
        assert f":has(.{box}:not(:checked))" in parsed.style


def test_actors_places_and_times_are_listed_with_the_statements_that_name_them() -> None:
    parsed = Parsed(page([claimed()]))
    assert any(a.get("class") == "named" for _, a in parsed.elements)
    ids = set(parsed.all("id"))
    assert {href[1:] for href in parsed.all("href")} <= ids
    source = page([claimed()])
    assert "<b><bdi>Manshar</bdi></b> · <bdi>Manshar, Kharan, Orvenia</bdi> · 35.250, 38.500 · in <a href=" in source
    assert "<b><bdi>“Monday”</bdi></b> · 13 March 2023 · counted from publication</li>" in source


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters()))
def test_hostile_claims_are_inert(words: str) -> None:
    whole = claimed()
    event = dataclasses.replace(
        whole.events[1], type=words, actors=(dataclasses.replace(whole.events[1].actors[0], words=words),)
    )
    actor = dataclasses.replace(whole.actors[0], name=words)
    places = tuple(dataclasses.replace(p, name=words, country=words) for p in whole.places)
    whole = dataclasses.replace(whole, events=(event,), actors=(actor,), places=places)
    parsed = Parsed(page([whole]))
    assert {tag for tag, _ in parsed.elements} <= {tag for tag, _ in Parsed(page([claimed()])).elements}
    assert not [name for _, attributes in parsed.elements for name in attributes if name.startswith("on")]


def test_crossing_contents_are_cut_and_both_listed() -> None:
    parsed = Parsed(page([reading()]))
    titles = [a["title"] for tag, a in parsed.elements if tag == "span" and "title" in a]
    assert "content of 2, 3" in titles
    crossing = next(a["class"].split() for tag, a in parsed.elements if a.get("title") == "content of 2, 3")
    assert {"c", "c2", "k0-2", "k0-3"} <= set(crossing)


def test_source_cue_and_content_differ_without_colour() -> None:
    sheet = Parsed(page([reading()])).style
    assert re.search(r"\.src\{[^}]*underline solid", sheet)
    assert re.search(r"\.cue\{[^}]*underline dashed", sheet)
    assert re.search(r"\.s\{[^}]*dotted", sheet)


def test_kinds_of_blocks_are_told_apart() -> None:
    source = page([reading()])
    for kind in (BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.RELATED, BlockKind.BOILERPLATE):
        assert f'class="row {kind}"' in source
    assert "Related link: no statements of this report" in source


def test_direction_and_language() -> None:
    parsed = Parsed(page([reading()]))
    assert "en" in parsed.all("lang")
    blocks = [a for tag, a in parsed.elements if tag in ("p", "h2") and "dir" in a]
    assert all(attributes["dir"] == "auto" for attributes in blocks)


def test_a_page_of_nothing() -> None:
    assert "0 reports" in page([])
    assert "no statements found" in page([bare()])


def test_a_fragment_brings_its_style_and_marks_nothing_of_the_notebook() -> None:
    source = fragment(reading())
    sheet = re.sub(r"/\*.*?\*/", "", Parsed(source).style)
    rules = re.findall(r"(?:^|[};])\s*([^{};@]+)\{", sheet)
    stray = [rule for rule in rules if ".accordingto" not in rule and not rule.strip().startswith(".k")]
    assert stray == []
    assert "<html" not in source
    assert reading()._repr_html_() == source
