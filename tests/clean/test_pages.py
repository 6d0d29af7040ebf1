"""Live blogs, stubs behind paywalls, and what a page says of its title, authors and dates."""

from __future__ import annotations

import dataclasses
import json

import pytest

from accordingto.capture import capture_bytes
from accordingto.clean import report_of
from accordingto.model import BlockKind, Report, Sighting
from tests.clean.test_html import HEAD, PROSE, of, page

K = BlockKind
ENTRIES = (
    ("2023-05-05T00:40+03:00", "00:40", "Buses return to Selmar", PROSE[3]),
    ("2023-05-04T23:10+03:00", "23:10", "Bridge still shut", PROSE[2]),
    ("2023-05-04T21:05+03:00", "21:05", "First shells", PROSE[1]),
)


def read(markup: str, *, url: str | None = None, seen: str | None = None) -> Report:
    capture = capture_bytes(markup.encode(), where="page.html", url=url)
    if seen:
        capture = dataclasses.replace(capture, sightings=(Sighting("page.html", seen),))
    return report_of(capture)


def live(entries: str, head: str = HEAD) -> Report:
    return read(
        f"<html lang='en'><head>{head}</head><body><h1>Army closes mill road</h1><p class='standfirst'>As it happened</p>"
        f"<div class='feed'>{entries}</div><footer>Orra Post</footer></body></html>"
    )


def times(report: Report) -> list[tuple[str, str | None]]:
    running = report.of_kind(K.SUBHEAD, K.PARAGRAPH)
    return [(block.span.of(report.text), block.at.iso if block.at else None) for block in running]


def expected(*, zone: str = "+03:00") -> list[tuple[str, str]]:
    return [(text, when[:16] + zone) for when, _, heading, prose in ENTRIES for text in (heading, prose)]


def test_entries_with_times_of_their_own() -> None:
    report = live(
        "".join(
            f"<article><time datetime='{when}'>{clock}</time><h2>{heading}</h2><p>{prose}</p></article>"
            for when, clock, heading, prose in ENTRIES
        )
    )
    assert times(report) == expected()
    stamps = [b for b in report.blocks if b.by == "html:entry-time"]
    assert [b.span.of(report.text) for b in stamps] == ["00:40", "23:10", "21:05"]
    assert [b.at.iso for b in stamps if b.at] == [when for when, *_ in ENTRIES]


def test_entries_without_any_name_and_with_a_header_each() -> None:
    report = live(
        "".join(
            f"<div><header><span><time datetime='{when}'></time></span><h3>{heading}</h3></header><div><p>{prose}</p></div></div>"
            for when, _, heading, prose in ENTRIES
        )
    )
    assert times(report) == expected()


def test_entries_with_a_clock_only_take_the_day_of_publication() -> None:
    report = live(
        "".join(
            f"<div class='post'><p class='time'>{clock}</p><h3>{heading}</h3><p>{prose}</p></div>"
            for _, clock, heading, prose in ENTRIES
        ),
        head=HEAD.replace("2023-05-04T09:15:00", "2023-05-05T01:15:00"),
    )
    assert times(report) == expected(zone="")


def test_entries_whose_times_only_json_ld_has() -> None:
    updates = [
        {"@type": "BlogPosting", "headline": heading, "datePublished": when, "articleBody": prose}
        for when, _, heading, prose in ENTRIES
    ]
    blog = {"@type": "LiveBlogPosting", "headline": "Army closes mill road", "liveBlogUpdate": updates}
    report = live(
        "".join(
            f"<div><time>{clock}</time><h3>{heading}</h3><p>{prose}</p></div>" for _, clock, heading, prose in ENTRIES
        ),
        head=HEAD + f"<script type='application/ld+json'>{json.dumps(blog)}</script>",
    )
    assert times(report) == expected()
    assert report.title is not None
    assert report.title.value == "Army closes mill road"


def test_headings_that_open_with_a_clock() -> None:
    entries = "".join(f"<h3>{clock} – {heading}</h3><p>{prose}</p>" for _, clock, heading, prose in ENTRIES)
    report = live(entries, head=HEAD.replace("2023-05-04T09:15:00", "2023-05-05T01:15:00"))
    assert [at for _, at in times(report)[1::2]] == ["2023-05-05T00:40", "2023-05-04T23:10", "2023-05-04T21:05"]


def test_times_of_other_pieces_make_no_live_blog() -> None:
    cards = "".join(
        f"<div class='card'><time datetime='{when}'>{clock}</time><h3><a href='/x'>{heading} in the valley of Tarsa</a></h3>"
        f"<p>{prose}</p></div>"
        for when, clock, heading, prose in ENTRIES
    )
    assert not [block for block in read(page(after=f"<div class='more'>{cards}</div>")).blocks if block.at]


STUB = "The council has not said who will hold the mill bridge now."


@pytest.mark.parametrize(
    ("stated", "notice"),
    [
        ('"isAccessibleForFree": false', ""),
        ('"isAccessibleForFree": "False"', ""),
        ('"hasPart": {"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".pay"}', ""),
        ("", "<div class='wall'><p>Subscribe to continue reading</p></div>"),
        ("", "<div class='paywall-box'><p>This article is for subscribers only.</p><button>Log in</button></div>"),
        ("", "<p>Already a subscriber? Sign in</p>"),
        ("", "<p>Dieser Artikel ist nur für Abonnenten.</p>"),
    ],
)  # fmt: skip
def test_a_stub_is_kept_and_flagged(stated: str, notice: str) -> None:
    node = f'{{"@type": "NewsArticle", "headline": "Army closes mill road", {stated}}}'
    head = f"<script type='application/ld+json'>{node}</script>" if stated else ""
    report = read(
        f"<html><head>{HEAD}{head}</head><body><h1>Army closes mill road</h1><p>{STUB}</p>{notice}</body></html>"
    )
    assert "paywall" in report.flags
    assert of(report, K.PARAGRAPH) == [STUB]


def test_an_open_page_with_an_offer_is_no_stub() -> None:
    offer = "<div class='offer'><p>Already a subscriber? Sign in</p></div>"
    long = "".join(f"<p>({n}) {text}</p>" for n in range(5) for text in PROSE)
    report = read(page(after=offer).replace('<div class="article-body">', f'<div class="article-body">{long}'))
    assert "paywall" not in report.flags


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ('{"@type": "Person", "name": "Lena Vostrik (lv)"}', ["Lena Vostrik"]),
        ('[{"name": "Lena Vostrik"}, {"name": "Karim al-Sayegh"}]', ["Lena Vostrik", "Karim al-Sayegh"]),
        ('"By Lena Vostrik and Karim al-Sayegh"', ["Lena Vostrik", "Karim al-Sayegh"]),
        ('"Lena Vostrik, Political Editor"', ["Lena Vostrik"]),
        ('[{"@type": "Organization", "name": "Northwire Agency"}]', ["Lena Vostrik"]),
        ('"https://orra.example/authors/lv"', ["Lena Vostrik"]),
        ('"lv@orra.example"', ["Lena Vostrik"]),
        ('"admin"', ["Lena Vostrik"]),
        ('"Orra Post"', ["Lena Vostrik"]),
        ('"@lenavostrik"', ["Lena Vostrik"]),
    ],
)  # fmt: skip
def test_authors(stated: str, names: list[str]) -> None:
    head = (
        HEAD
        + f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "x y", "author": {stated}}}</script>'
    )
    assert [author.value for author in read(page(head=head)).authors] == names


def test_the_outlet_where_nobody_is_named() -> None:
    head = HEAD + '<meta name="author" content="Orra Post">'
    markup = page(head=head).replace('<div class="byline">By <a rel="author" href="/lv">Lena Vostrik</a></div>', "")
    assert [author.value for author in read(markup).authors] == ["Orra Post"]


@pytest.mark.parametrize(
    ("shared", "value"),
    [
        ("Army closes mill road | Orra Post", "Army closes mill road"),
        ("Army closes mill road – World – Orra Post", "Army closes mill road"),
        ("Army closes mill road - orra.example", "Army closes mill road"),
        ("Army closes mill road &amp; the bridge", "Army closes mill road & the bridge"),
        ("Army closes mill road: what we know", "Army closes mill road: what we know"),
    ],
)
def test_titles(shared: str, value: str) -> None:
    head = HEAD.replace('content="Army closes mill road"', f'content="{shared}"')
    found = read(page(head=head)).title
    assert found is not None
    assert found.value == value


def undated(markup: str) -> str:
    head = HEAD.replace('<meta property="article:published_time" content="2023-05-04T09:15:00+03:00">', "")
    return markup.replace(HEAD, head).replace('<time datetime="2023-05-04T09:15+03:00">4 May 2023</time>', "")


@pytest.mark.parametrize(
    ("extra", "url", "iso", "read_from"),
    [
        ("", "https://orra.example/2023/05/04/mill-road", "2023-05-04", "url"),
        ("", "https://orra.example/news/20230504-mill-road.html", "2023-05-04", "url"),
        ('<meta property="og:updated_time" content="2023-05-06T10:00Z">', None, "2023-05-06T10:00+00:00", "meta:og:updated_time"),
        ('<meta name="date" content="2023-05-04T23:30:00-05:00">', None, "2023-05-04T23:30:00-05:00", "meta:date"),
    ],
)  # fmt: skip
def test_dates(extra: str, url: str | None, iso: str, read_from: str) -> None:
    markup = (
        undated(page())
        .replace("</head>", extra + "</head>")
        .replace("https://orra.example/2023/mill-road", url or "/x")
    )
    found = read(markup, url=url).published
    assert found is not None
    assert (found.value.iso, found.read_from) == (iso, read_from)


def test_no_date_is_no_date() -> None:
    report = read(undated(page()))
    assert report.published is None
    assert "no-date" in report.flags


def test_what_lies_ahead_of_the_visit_is_no_date() -> None:
    markup = undated(page()).replace("</head>", '<meta name="date" content="2031-01-01"></head>')
    assert read(markup, seen="2023-05-06T12:00:00Z").published is None
    assert read(markup).published is not None


def test_the_day_of_the_visit_above_the_headline_is_not_the_reports() -> None:
    markup = undated(page()).replace("<h1>", "<div class='today'>6 May 2023</div><h1>")
    assert read(markup, seen="2023-05-06T12:00:00Z").published is None


def test_right_to_left_text_keeps_every_mark() -> None:
    text = "وقال القائد (Ilan Marek)\u200f إن \u2066Tarsa Front\u2069 تتحمل المسؤولية عن قصف البلدة القديمة مساء الأربعاء الماضي."
    markup = page().replace(PROSE[1], text)
    assert text in read(markup).text
