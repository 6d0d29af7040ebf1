import itertools
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.compare.trace import trace
from accordingto.export import trace_json, trace_terminal
from accordingto.export.drawing import wrap
from accordingto.export.trace_html import page
from accordingto.export.trace_view import changed_words, view_of
from accordingto.model import Passage
from tests.compare import crossing, stories
from tests.compare.build import account
from tests.compare.words import WORDS

READINGS = crossing.readings()
TRACE = trace(READINGS, crossing.CLAIM, words=WORDS)


def test_the_screen_shows_the_tree_the_swap_and_both_exact_sentences() -> None:
    lines = trace_terminal.render(TRACE, READINGS, width=400).splitlines()
    assert lines[0] == "5 outlets, 1 origin: a briefing carried by one agency"
    at = next(i for i, line in enumerate(lines) if line.endswith("actor: coalition → FUF"))
    both = lines[at + 2]
    assert "The Lorrand-led coalition does not intend to target the Kharan Front in areas controlled" in both
    assert "The coalition-backed Free Upland Forces (FUF) do not intend to target Kharanists" in both
    marks = lines[at + 3]
    assert both[marks.index("^") :].startswith("Lorrand-led coalition")


@pytest.mark.parametrize("width", [40, 57, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal_and_no_escape_code_is_written(width: int) -> None:
    text = trace_terminal.render(TRACE, READINGS, width=width)
    assert max(map(len, text.splitlines())) <= width
    assert "\x1b" not in text


def test_colour_adds_codes_and_changes_no_word() -> None:
    plain = trace_terminal.render(TRACE, READINGS, width=90)
    coloured = trace_terminal.render(TRACE, READINGS, width=90, colour="standard")
    assert coloured != plain
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in stripped.splitlines()] == plain.splitlines()


@given(st.text(), st.integers(1, 30))
def test_wrapping_loses_nothing_but_white_space(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(text[a:b].split()) for a, b in lines) == "".join(text.split())
    assert all(a < b for a, b in lines)


@given(st.text(max_size=80), st.text(max_size=80))
def test_changed_words_lie_in_their_text_in_order(a: str, b: str) -> None:
    for text, found in zip((a, b), changed_words(a, b), strict=True):
        assert all(span.end <= len(text) for span in found)
        assert all(x.end <= y.start for x, y in itertools.pairwise(found))


def test_marks_stand_on_the_sentence_that_is_shown() -> None:
    view = view_of(TRACE, READINGS)
    texts = {r.report.id: r.report.text for r in READINGS}
    shown = [side for line in view.lines for c in line.compared for side in (c.a, c.b)]
    shown += [side for c in view.others for side in (c.a, c.b)]
    assert shown
    for marked in shown:
        assert marked.text == marked.span.of(texts[marked.report]).replace("\n", " ")
        assert all(span.end <= len(marked.text) for span in (*marked.slots, *marked.words))


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def seen(html: str) -> _Seen:
    parser = _Seen()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser


def test_the_page_asks_for_nothing_and_shows_the_same() -> None:
    html = page(TRACE, READINGS)
    found = seen(html)
    assert not {tag for tag, _ in found.tags} & {"script", "link", "img", "iframe", "object", "base"}
    assert not any(name in attrs for _, attrs in found.tags for name in ("src", "style", "onclick"))
    assert re.search(r"default-src 'none'; style-src 'sha256-", html)
    words = "".join(found.words)
    assert "5 outlets, 1 origin: a briefing carried by one agency" in words
    assert "coalition → FUF" in words
    assert "The coalition-backed Free Upland Forces (FUF) do not intend to target Kharanists" in words


def test_what_reports_say_cannot_become_markup() -> None:
    evil = '<img src=x onerror=alert(1)> The army & the "Front" left Rusafi'
    made = [account(f"News\n\n{evil}\x1b[31m.", "<b>Radio</b>\x07", "2023-05-01", (evil, []))]
    found = trace(made, "army Front left Rusafi", words=WORDS)
    html = page(found, made)
    assert not any(tag == "img" for tag, _ in seen(html).tags)
    assert "<b>Radio" not in html
    assert "\x1b" not in trace_terminal.render(found, made)
    assert "\x07" not in html


def test_json_has_the_words_beside_every_span() -> None:
    row = json.loads(trace_json.render(TRACE, READINGS))
    texts = {r.report.id: r.report.text for r in READINGS}
    assert row["summary"] == TRACE.summary
    assert row["matter"]["origins"] == {"at_least": 1, "at_most": 1}
    assert [branch["label"] for branch in row["tree"]] == [branch.label for branch in TRACE.tree]
    passages = [d[side] for r in (*row["relations"], *row["others"]) for d in r["differences"] for side in ("a", "b")]
    passages += [p for edge in row["lineage"] for p in edge["evidence"]]
    for passage in passages:
        assert passage["text"] == " … ".join(texts[passage["report"]][a:b] for a, b in passage["spans"])


def test_every_edge_of_the_page_has_its_evidence() -> None:
    html = page(TRACE, READINGS)
    assert "shares text with The Harbour Post" in html
    assert all(isinstance(p, Passage) for edge in TRACE.lineage for p in edge.evidence)


def test_other_stories_are_drawn_too() -> None:
    for readings, claim in (
        (stories.dam(), "army took the Lake Imbra dam"),
        (stories.silent(), "bridges were destroyed"),
    ):
        found = trace(readings, claim, words=WORDS)
        assert trace_terminal.render(found, readings).startswith(found.summary)
        seen(page(found, readings))
