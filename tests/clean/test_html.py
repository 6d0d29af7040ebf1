from __future__ import annotations

import contextlib
import gzip
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.capture import capture_bytes
from accordingto.clean import report_of
from accordingto.model import AccordingtoError, BlockKind, NotAnArticle, Report, TooLarge
from tests.clean.test_text import check_whole

K = BlockKind
PROSE = [
    "SELMAR, May 4 (Northwire) — Soldiers closed the mill road before dawn on Thursday, residents of the valley said.",
    "“Nobody asked us to go,” Commander Ilan Marek said. “We went because the well was dry and the mill was burning.”",
    "The council has not said who will hold the mill bridge now, and residents were told to stay indoors until Sunday.",
    "A doctor in Brod put the number of wounded at fewer than forty, most of them hurt by glass in the market street.",
]
HEAD = """<meta charset="utf-8"><title>Army closes mill road | Orra Post</title>
<meta property="og:site_name" content="Orra Post"><meta property="og:title" content="Army closes mill road">
<meta name="description" content="Residents of the valley say nobody may pass">
<meta property="article:published_time" content="2023-05-04T09:15:00+03:00">
<link rel="canonical" href="https://orra.example/2023/mill-road">"""
JSON = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Orra"},
{"@type": ["NewsArticle"], "headline": "Army closes mill road", "datePublished": "2023-05-04T06:15:00Z",
"dateModified": "2023-05-04T11:00:00Z", "author": [{"@type": "Person", "name": "Lena Vostrik"}],
"publisher": {"@type": "Organization", "name": "Orra Post"}}]}</script>"""


def page(*, head: str = HEAD, after: str = "", between: str = "") -> str:
    body = "".join(f"<p>{text}</p>{between if i == 1 else ''}" for i, text in enumerate(PROSE))
    return f"""<!DOCTYPE html><html lang="en"><head>{head}</head><body>
    <nav><a href="/">Home</a> <a href="/world">World</a></nav>
    <main><article><h1>Army closes mill road</h1><p class="standfirst">Residents of the valley say nobody may pass</p>
    <div class="byline">By <a rel="author" href="/lv">Lena Vostrik</a></div><time datetime="2023-05-04T09:15+03:00">4 May 2023</time>
    <figure><img src="a.jpg"><figcaption>The mill bridge at Brod on Tuesday <span class="credit">Ola Bern/Northwire</span>
    </figcaption></figure><div class="article-body">{body}</div>{after}</article></main>
    <footer>© 2023 Orra Post. All rights reserved.</footer></body></html>"""


def read(markup: str, **given: str) -> Report:
    return report_of(capture_bytes(markup.encode(), where="page.html"), **given)


def of(report: Report, kind: BlockKind) -> list[str]:
    return [block.span.of(report.text) for block in report.of_kind(kind)]


def test_a_page_in_parts() -> None:
    report = read(page(head=HEAD + JSON))
    check_whole(report)
    assert of(report, K.HEADLINE) == ["Army closes mill road"]
    assert of(report, K.STANDFIRST) == ["Residents of the valley say nobody may pass"]
    assert of(report, K.BYLINE) == ["By Lena Vostrik"]
    assert of(report, K.CAPTION) == ["The mill bridge at Brod on Tuesday"]
    assert of(report, K.CREDIT) == ["Ola Bern/Northwire"]
    assert of(report, K.DATELINE)[-1] == "SELMAR, May 4 (Northwire) —"
    assert of(report, K.PARAGRAPH)[1:] == PROSE[1:]
    assert of(report, K.PARAGRAPH)[0].startswith("Soldiers closed")
    assert "All rights" not in report.text
    assert report.extraction.startswith("html-")


def test_fields_say_where_they_were_read() -> None:
    report = read(page(head=HEAD + JSON))
    found = {
        name: (field.value if isinstance(field.value, str) else field.value.iso, field.read_from)
        for name in ("title", "outlet", "url", "published", "updated", "place")
        if (field := getattr(report, name))
    }
    assert found == {
        "title": ("Army closes mill road", "json-ld:headline"),
        "outlet": ("Orra Post", "meta:og:site_name"),
        "url": ("https://orra.example/2023/mill-road", "link:canonical"),
        "published": ("2023-05-04T06:15:00+00:00", "json-ld:datePublished"),
        "updated": ("2023-05-04T11:00:00+00:00", "json-ld:dateModified"),
        "place": ("SELMAR", "text:dateline"),
    }
    (author,) = report.authors
    assert (author.value, author.read_from) == ("Lena Vostrik", "json-ld:author")
    assert author.span is not None
    assert author.span.of(report.text) == "Lena Vostrik"


@pytest.mark.parametrize(
    ("head", "iso", "read_from"),
    [
        (HEAD, "2023-05-04T09:15:00+03:00", "meta:article:published_time"),
        ("<title>x</title>", "2023-05-04T09:15+03:00", "time[datetime]"),
        (JSON.replace('"author": [', '"author": [,'), "2023-05-04T06:15:00+00:00", "json-ld:datePublished"),
        (JSON.replace("}]}</script>", "},]}</script>"), "2023-05-04T06:15:00+00:00", "json-ld:datePublished"),
        (JSON.replace('{"@con', '[{"@con').replace("</sc", "]</sc"), "2023-05-04T06:15:00+00:00", "json-ld:datePublished"),
        ('<meta name="date" content="2023-05-04">', "2023-05-04", "meta:date"),
    ],
)  # fmt: skip
def test_dates_from_wherever_they_stand(head: str, iso: str, read_from: str) -> None:
    found = read(page(head=head)).published
    assert found is not None
    assert (found.value.iso, found.read_from) == (iso, read_from)


def test_a_visible_date_as_the_last_resort() -> None:
    markup = (
        page(head="<title>x</title>")
        .replace('<time datetime="2023-05-04T09:15+03:00">', "<span>")
        .replace("</time>", "</span>")
    )
    found = read(markup).published
    assert found is not None
    assert (found.value.iso, found.read_from) == ("2023-05-04", "text:visible")


@pytest.mark.parametrize(
    "link",
    [
        "<p><a href='/a'>Read more: Who holds the mills of the Tarsa?</a></p>",
        "<p><strong>Read:</strong> <a href='/a'>Who holds the mills of the Tarsa?</a></p>",
        "<aside class='related'><h3>Related</h3><a href='/a'>Who holds the mills of the Tarsa?</a></aside>",
        "<div class='inline-related'><a href='/a'>Who holds the mills of the Tarsa?</a></div>",
    ],
)
def test_links_inside_the_body_are_no_paragraphs(link: str) -> None:
    report = read(page(between=link))
    assert len(of(report, K.PARAGRAPH)) == len(PROSE)
    assert [text for text in of(report, K.RELATED) if "Who holds the mills" in text]


def test_the_same_bytes_give_the_same_report() -> None:
    assert read(page()) == read(page())


def test_declared_wrong() -> None:
    markup = page().replace('charset="utf-8"', 'charset="iso-8859-1"')
    assert "“Nobody asked us to go,”" in read(markup).text


def test_windows_1252_undeclared() -> None:
    data = page().replace('<meta charset="utf-8">', "").encode("cp1252")
    assert "“Nobody asked us to go,”" in report_of(capture_bytes(data, where="x")).text


def test_no_break_spaces_survive() -> None:
    assert "mill\u00a0road" in read(page().replace("mill road before", "mill&nbsp;road before")).text


def test_a_truncated_page_is_flagged() -> None:
    markup = page()
    cut = markup[: markup.index(PROSE[3]) + 40]
    assert "truncated" in read(cut).flags
    assert "truncated" not in read(markup).flags


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body></body></html>",
        "<html><body><nav><a href='/'>Home</a></nav><div id='app'></div></body></html>",
        "<html><body>" + "<a href='/x'>A headline of some other story</a><br>" * 40 + "</body></html>",
    ],
)
def test_no_article(markup: str) -> None:
    with pytest.raises(NotAnArticle, match="give the article's page"):
        read(markup)


def test_a_body_that_only_json_ld_has() -> None:
    body = "\\n".join(PROSE).replace('"', '\\"')
    fields = f'"@type": "NewsArticle", "headline": "Army closes mill road", "articleBody": "{body}"'
    script = f'<script type="application/ld+json">{{{fields}}}</script>'
    report = read(f"<html><head>{script}</head><body><div id='app'></div></body></html>")
    assert of(report, K.PARAGRAPH)[-1] == PROSE[-1]
    assert of(report, K.HEADLINE) == ["Army closes mill road"]


@pytest.mark.parametrize(
    "filler", ["<p>" + "word " * 40 + "</p>", "<div class='x'>", "<b>a</b>", "<script>var a = 1;</script>", "x", "<"]
)
def test_much_markup_is_read_in_seconds_or_refused(filler: str) -> None:
    markup = page(after=filler * (20_000_000 // len(filler)))
    start = time.process_time()
    with contextlib.suppress(TooLarge, NotAnArticle):
        assert "mill road" in read(markup).text
    assert time.process_time() - start < 40


@given(
    st.integers(0, 2000),
    st.integers(0, 400),
    st.sampled_from(["", "<", "</div>", "<table>", "\x0c", "&#0;", "<!--", "]]>", '"', "<p"]),
)
@settings(max_examples=60, deadline=None)
def test_damaged_pages_fail_cleanly_or_stay_whole(at: int, length: int, instead: str) -> None:
    markup = page(head=HEAD + JSON)
    try:
        report = read(markup[:at] + instead + markup[at + length :])
    except AccordingtoError:
        return
    check_whole(report)


def test_compressed_pages_are_binary() -> None:
    with pytest.raises(AccordingtoError, match="gzip"):
        report_of(capture_bytes(gzip.compress(page().encode()), where="page.html.gz"))
