"""The matters of a dossier with their origins and echoes, and its quotations word by word."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.compare.outlets import outlet_key
from accordingto.export.deciding import made_text
from accordingto.export.dossier.words import Words
from accordingto.export.markup import element, isolated, joined, text
from accordingto.export.quotes_html import fragment
from accordingto.export.quotes_view import changes
from accordingto.export.travel_view import Teller, Told
from accordingto.export.wording import counted, in_quotes, moment_text
from accordingto.model import Moment, Occasion, QuoteGroup
from accordingto.pipeline.wording import one_line

MOST = 30
"""Matters, and quotations, that stand open; the others are behind a line that opens them, and are printed all the same."""


def matters(words: Words) -> Iterator[str]:
    """What several reports tell of: how many occasions stand behind it, where it was first said, who tells it."""
    made = [element("li", _matter(words, told)) for told in words.laid.matters()]
    yield from _most(made, "matter", "matters")


def _most(items: list[str], noun: str, css: str) -> Iterator[str]:
    yield element("ol", *items[:MOST], class_=css) + "\n"
    if len(items) > MOST:
        summary = element("summary", f"{counted(len(items) - MOST, noun)} more")
        yield element("details", summary, element("ol", *items[MOST:], class_=css, start=str(MOST + 1))) + "\n"


def _matter(words: Words, told: Told) -> str:
    label = element("h3", isolated(in_quotes(one_line(told.matter.label)))) if told.matter.label else ""
    summary = element("p", text(_counts(words, told)) if words.hidden else isolated(told.summary), class_="count")
    occasions = element("ul", *_occasions(words, told), class_="occasions") if told.occasions else ""
    rows = (_teller(words, told, one) for one in told.tellers)
    head = element("tr", *(element("th", name, scope="col") for name in ("report", "what it says", "origin or echo")))
    table = element("table", element("thead", head), element("tbody", *rows))
    made = element("p", text(made_text(told.matter.decided)), class_="note") if told.matter.decided else ""
    ident = element("p", element("code", text(told.matter.id)), class_="note")
    return element("div", label, summary, made, occasions, class_="matter") + table + ident


def _counts(words: Words, told: Told) -> str:
    outlets = len({outlet_key(words.laid.texts.outlet(report)) for report in told.matter.reports})
    least, most = told.matter.origins
    count = f"{least}" if least == most else f"{least}–{most}"
    return f"{counted(outlets, 'outlet')}, {count} {'origin' if most == 1 else 'origins'}"


def _occasions(words: Words, told: Told) -> Iterator[str]:
    for occasion, (described, _) in zip(told.matter.occasions, told.occasions, strict=True):
        shown = [p for p in occasion.evidence if p.report in words.items][:1]
        evidence = [f"{words.name(p.report)} {words.quote(p.report, p.spans)}" for p in shown]
        name = _kind(occasion) if words.hidden else isolated(described)
        yield element("li", "first said: ", joined([name, *evidence]))


def _kind(occasion: Occasion) -> str:
    """What an occasion is, without the report's words for it."""
    day = f", {moment_text(Moment(occasion.date, None))}" if occasion.date else ""
    return text(("occasion not known" if occasion.kind == "unknown" else occasion.kind) + day)


def _teller(words: Words, told: Told, one: Teller) -> str:
    report = one.report.report
    reading = words.items[report].reading
    statement = next(
        (reading.by_id[name] for name in told.matter.statements if _begins(words, report, name, one)), None
    )
    content = statement.content if statement else (one.span,)
    according = f"according to {isolated(one_line(one.according))}" if one.according else "in the outlet’s own voice"
    how = element("p", text(one.how), class_="note") if one.how else ""
    said = element("p", words.quote(report, content), class_="words", dir="auto")
    echo = "echo: adds no occasion" if one.echo else "adds an occasion"
    return element(
        "tr",
        element("td", words.name(report), element("p", text(one.report.published), class_="note")),
        element("td", said, element("p", according, class_="acc")),
        element("td", text(echo), how),
        class_="echo" if one.echo else None,
    )


def _begins(words: Words, report: str, name: str, one: Teller) -> bool:
    found = words.items[report].reading.by_id.get(name)
    return found is not None and found.content[0] == one.span


def quotations(words: Words) -> Iterator[str]:
    """Quotations that several reports have, the wordings side by side."""
    groups = [group for group in words.laid.travel.quotes if len(group.reports) > 1]
    if words.hidden:
        yield from _most([element("li", _hashed(words, group)) for group in groups], "quotation", "quotes")
        return
    yield fragment(groups[:MOST], words.journey.readings)
    if len(groups) > MOST:
        summary = element("summary", f"{counted(len(groups) - MOST, 'quotation')} more")
        yield element("details", summary, fragment(groups[MOST:], words.journey.readings)) + "\n"


def _hashed(words: Words, group: QuoteGroup) -> str:
    rows = [
        element(
            "li",
            joined([words.name(one.report), words.hashed(one.report, one.pieces), text(changes(one.edits))]),
        )
        for one in group.variants
    ]
    return element("p", element("code", text(group.id)), class_="note") + element("ul", *rows)
