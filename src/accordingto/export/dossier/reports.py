"""The reports of a dossier: where each was published and how it can be checked, what it took from whom, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accordingto.export.bare import Carried, unveiled
from accordingto.export.dossier.words import Words, anchor, digest
from accordingto.export.exporting import Item
from accordingto.export.html_article import Names, article, keys_of
from accordingto.export.markup import element, isolated, joined, text
from accordingto.export.wording import ACTS, COMMITMENTS, FORMS, counted, moment_text
from accordingto.model import Field, Form, Lineage, Moment, Report, Statement
from accordingto.pipeline.wording import chain_text, one_line, reading_order

_WEB = re.compile(r"https?://", re.IGNORECASE)
PASSAGES = 3
"""Passages of a copy that are shown, the longest: they tell most."""


def cards(words: Words) -> Iterator[str]:
    """Each report: outlet, headline, dates, address, hashes, and what it took from whom."""
    for report in words.journey.travel.reports:
        yield _card(words, words.items[report])


def _card(words: Words, item: Item) -> str:
    report = item.reading.report
    title = unveiled(report.title.value) if report.title else None
    head = element(
        "h3",
        isolated(words.laid.name(report.id)),
        f" {element('span', isolated(one_line(title)), class_='title')}" if title else "",
    )
    rows = [element("dt", name) + element("dd", value) for name, value in _about(item) if value]
    return (
        element("article", head, element("dl", *rows), _taken(words, report.id), class_="report", id=anchor(report.id))
        + "\n"
    )


def _about(item: Item) -> Iterator[tuple[str, str]]:
    report, shelf = item.reading.report, item.shelf
    yield "published", _moment(report.published) or "not stated"
    yield "updated", _moment(report.updated)
    yield "address", address(report)
    yield "written at", _field(report.place)
    yield "by", joined([isolated(one_line(author.value)) for author in report.authors], ", ")
    yield "language", _field(report.language)
    yield "edition", text(f"{shelf.edition}" + ("" if shelf.latest else ", a later one is kept"))
    yield "flags", text(", ".join(map(one_line, report.flags)))
    yield (
        "bytes",
        digest(shelf.capture_sha256) + text(f" {shelf.media_type or ''}") if shelf.capture_sha256 else "not kept",
    )
    yield "text", digest(report.text_sha256) + f" {len(report.text):,} characters"
    link = element("a", "with its statements", href=f"#{report.id}")
    yield "report", f"{element('code', text(report.id))} {link}"


def address(report: Report) -> str:
    """The address written out; a link only where it leads to the web."""
    if report.url is None:
        return "not known"
    shown = isolated(one_line(report.url.value))
    if not _WEB.match(report.url.value):
        return shown
    return element("a", shown, href=report.url.value, rel="noreferrer noopener", class_="url")


def _field(found: Field[str] | None) -> str:
    return isolated(one_line(found.value)) if found and unveiled(found.value) else ""


def _moment(found: Field[Moment] | None) -> str:
    if found is None:
        return ""
    time = element("time", text(moment_text(found.value)), datetime=found.value.iso)
    return f"{time}, read from {element('code', text(found.read_from))}"


def _taken(words: Words, report: str) -> str:
    edges = [edge for edge in words.laid.travel.lineage if edge.source == report]
    if not edges:
        return element("p", "Took from nobody that was found.", class_="note")
    rows = (element("li", _edge(words, edge)) for edge in edges)
    return element("p", "What shows from whom it has it:", class_="note") + element("ul", *rows, class_="taken")


def _edge(words: Words, edge: Lineage) -> str:
    how = words.laid.lineage(edge).how if edge.known or edge.target else "cites one that is not among the reports"
    spans = sorted(span for passage in edge.evidence if passage.report == edge.source for span in passage.spans)
    shown = sorted(sorted(spans, key=lambda span: -len(span))[:PASSAGES])
    more = f" and {len(spans) - PASSAGES} more" if len(spans) > PASSAGES else ""
    quotes = [element("li", words.quote(edge.source, (span,)), dir="auto") for span in shown]
    if more:
        quotes.append(element("li", more))
    found = element("small", text(f" found by {edge.by} · {edge.score:.2f}"))
    return isolated(how) + found + element("ul", *quotes)


def texts(words: Words) -> Iterator[str]:
    """What each report says: its text with every statement, or its statements alone."""
    names = Names()
    for n, report in enumerate(words.journey.travel.reports):
        item = words.items[report]
        count = counted(len(item.reading.statements), "statement")
        summary = element("summary", isolated(words.laid.name(report)), f" · {count}")
        if words.carried is Carried.FULL:
            body = element("div", article(item.reading, names, f"k{n}"), class_="accordingto whole")
            yield element("details", summary, _decisions(words, item), body, class_="text") + "\n"
        else:
            rows = (_statement(words, one) for one in reading_order(item.reading.statements))
            listed = element("ol", *rows, class_="said")
            yield element("details", summary, listed, class_="text", id=report) + "\n"


def _decisions(words: Words, item: Item) -> str:
    """What people decided on the statements of a report: the marks in its text are the program's."""
    report = item.reading.report.id
    found = [(one, words.decided(report, one.id)) for one in reading_order(item.reading.statements)]
    rows = [element("li", text(said), ": ", words.quote(report, one.content)) for one, said in found if said]
    return element("ul", *rows, class_="decided") if rows else ""


def text_keys(words: Words) -> list[tuple[str, str]]:
    """Keys of what lights up together in the texts, for their style."""
    readings = [words.items[report].reading for report in words.journey.travel.reports]
    return [pair for n, reading in enumerate(readings) for pair in keys_of(reading, f"k{n}")]


def _statement(words: Words, one: Statement) -> str:
    narrated = one.form is Form.NARRATION
    who = "in the outlet’s own voice" if narrated else f"according to {isolated(chain_text(one))}"
    what = [
        "" if narrated else text(ACTS[one.act]),
        text(f"{COMMITMENTS[one.factuality]} ({one.factuality.value})"),
        text(FORMS[one.form]),
        f"found by {element('code', text(one.by))} {one.score:.2f}",
        element("code", text(one.id)),
    ]
    said = words.decided(one.report, one.id)
    return element(
        "li",
        element("p", who, class_="chain"),
        element("p", words.quote(one.report, one.content), class_="words", dir="auto"),
        element("p", joined(what), class_="about"),
        element("p", text(said), class_="decided") if said else "",
        class_="n" if narrated else None,
    )
