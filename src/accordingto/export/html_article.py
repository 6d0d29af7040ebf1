"""The article of one reading: each block of the text with the cards of the statements that begin in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from accordingto.export.html_card import Shown, card
from accordingto.export.html_layers import layer_marks, named
from accordingto.export.html_links import NOWHERE, Links, linked
from accordingto.export.inside import inside
from accordingto.export.markup import element, isolated, joined, text
from accordingto.export.segments import Role, Segment, marks_of, segments
from accordingto.export.wording import moment_text
from accordingto.model import BlockKind, Moment, Report, Run, Span, hull
from accordingto.model import Field as ReadField
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import one_line, reading_order, voice_name

_HEADINGS = {BlockKind.HEADLINE: 0, BlockKind.SUBHEAD: 1}
"""Kinds that are headings, and how far below the level of the headline."""
_LABELS = {
    BlockKind.CAPTION: "Caption",
    BlockKind.CREDIT: "Credit",
    BlockKind.RELATED: "Related link: no statements of this report",
    BlockKind.BOILERPLATE: "Boilerplate",
}
_CLASSES = {
    Role.SOURCE: "src",
    Role.CUE: "cue",
    Role.EDITORIAL: "ed",
    Role.EVENT: "ev",
    Role.ESTIMATE: "es",
    Role.CONTROL: "co",
    Role.PLACE: "pl",
    Role.TIME: "ti",
    Role.ACTOR: "ac",
}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\Z")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_VOICES = 12
"""Voices named above a text; the rest are counted."""

_NONE = {False: "no statements found", True: "kept, but not read yet"}

Piece = tuple[BlockKind | None, Span, list[Segment]]


@dataclass
class Names:
    """Anchors given out on one page: the records' ids, numbered where two reports share a text."""

    taken: set[str] = field(default_factory=set)
    articles: list[str] = field(default_factory=list)

    def anchor(self, wanted: str) -> str:
        """An anchor that nobody on the page has: the wanted one, or it with a number."""
        wanted = re.sub(r"[^\w.-]", "-", wanted)
        name, number = wanted, 2
        while name in self.taken:
            name, number = f"{wanted}-{number}", number + 1
        self.taken.add(name)
        return name


def keys_of(reading: Reading, key: str) -> list[tuple[str, str]]:
    """The class of the article and of each statement in it."""
    return [(key, f"{key}-{number}") for number in range(1, len(reading.statements) + 1)]


def name_of(reading: Reading) -> str:
    """What to call a reading: its title, else where it came from."""
    where = "standard input" if reading.where == "-" else reading.where
    return one_line(reading.report.title.value if reading.report.title else where or reading.report.id)


def article(reading: Reading, names: Names, key: str, links: Links = NOWHERE) -> str:
    """The reading as an ``<article>``.

    Args:
        reading: what to show.
        names: gives out the anchors of the page.
        key: a class of its own on the page; that of a statement is ``key-number``.
        links: where it leads beyond itself.
    """
    report = reading.report
    anchor = names.anchor(report.id)
    names.articles.append(anchor)
    shown = _shown(reading, names, key, links)
    rows = "\n".join(_row(reading, piece, shown, links) for piece in _pieces(reading, shown))
    language = report.language.value if report.language else ""
    body = element("div", "\n", rows, "\n", lang=language if _LANGUAGE.match(language) else None)
    return element(
        "article",
        _meta(reading, shown, links),
        body,
        named(reading, shown, links),
        _provenance(reading),
        class_=key,
        id=anchor,
        aria_label=name_of(reading),
    )


def _shown(reading: Reading, names: Names, key: str, links: Links) -> list[Shown]:
    ordered = reading_order(reading.statements)
    anchors = {statement.id: names.anchor(statement.id) for statement in ordered}
    numbers = {statement.id: number for number, statement in enumerate(ordered, 1)}

    def target(about: str | None) -> tuple[int, str] | None:
        return (numbers[about], anchors[about]) if about in anchors else None

    found = inside(reading)
    return [
        Shown(
            statement,
            numbers[statement.id],
            f"{key}-{numbers[statement.id]}",
            anchors[statement.id],
            target(statement.about),
            found[statement.id],
            links,
        )
        for statement in ordered
    ]


def _pieces(reading: Reading, shown: list[Shown]) -> Iterator[Piece]:
    """Each block with its segments; words in no block come as a piece of no kind, so that nothing is lost."""
    report = reading.report
    blocks = sorted(report.blocks, key=lambda block: block.span)
    starts = [block.span.start for block in blocks]

    def owner(segment: Segment) -> int:
        at = bisect_right(starts, segment.span.start) - 1
        return at if at >= 0 and blocks[at].span.contains(segment.span) else -1 - len(blocks) + at

    marks = [mark for item in shown for mark in marks_of(item.number, item.statement)] + layer_marks(reading, shown)
    edges = [edge for block in blocks for edge in (block.span.start, block.span.end)]
    for at, group in groupby(segments(len(report.text), marks, edges), key=owner):
        found = list(group)
        span = Span(found[0].span.start, found[-1].span.end)
        if at >= 0 or span.of(report.text).strip():
            yield (blocks[at].kind if at >= 0 else None), span, found


def _row(reading: Reading, piece: Piece, shown: list[Shown], links: Links) -> str:
    kind, span, found = piece
    words = "".join(_segment(reading.report.text, segment, shown) for segment in found)
    tag = f"h{links.level + _HEADINGS[kind]}" if kind in _HEADINGS else "p"
    body = element(tag, words, dir="auto")
    here = [item for item in shown if span.start <= hull(item.statement.content).start < span.end]
    cards = element("ol", *(card(reading, item) for item in here), class_="cards") if here else ""
    label = _LABELS.get(kind) if kind else None
    return element("div", element("div", body, class_="t", data_label=label), cards, class_=f"row {kind or 'unsorted'}")


def _segment(whole: str, segment: Segment, shown: list[Shown]) -> str:
    """One piece of text: the numbers of the contents that begin here, then the words with all that covers them."""
    words = text(segment.span.of(whole))
    if not segment.marks:
        return words
    roles = {role: segment.numbers(role) for role in Role}
    kinds = [name for role, name in _CLASSES.items() if roles[role]]
    inner = element("span", words, class_=" ".join(kinds)) if kinds else words
    voiced = sum(not shown[number - 1].narrated for number in roles[Role.CONTENT])
    keys = [shown[number - 1].key for number in sorted({mark.number for mark in segment.marks} - {0})]
    classes = " ".join(["s", *(["c"] if voiced else []), *(["c2"] if voiced > 1 else []), *keys])
    title = "; ".join(_role(segment, role) for role, numbers in roles.items() if numbers)
    return _numbers(segment, shown) + element("span", inner, class_=classes, title=title)


def _role(segment: Segment, role: Role) -> str:
    """``content of 2, 3``, ``place: Manshar, Kharan``."""
    numbers, notes = segment.numbers(role), segment.notes(role)
    of = f" of {', '.join(map(str, numbers))}" if any(numbers) else ""
    return f"{role}{of}" + (f": {' / '.join(notes)}" if notes else "")


def _numbers(segment: Segment, shown: list[Shown]) -> str:
    """Links to the cards; drawn by the style sheet, so that the text, when copied, is the archived one."""
    return "".join(
        element(
            "a",
            class_=f"m {item.key}{' n' if item.narrated else ''}",
            href=f"#{item.anchor}",
            id=None if mark.part else item.mark,
            data_n=f"…{item.number}" if mark.part else str(item.number),
            aria_label=f"Statement {item.number}{', continued' if mark.part else ''}",
        )
        for mark in segment.begins
        for item in (shown[mark.number - 1],)
    )


def _meta(reading: Reading, shown: list[Shown], links: Links) -> str:
    report = reading.report
    address = report.url.value if report.url and _WEB.match(report.url.value) else None
    outlet = "outlet not known"
    if report.outlet:
        called = isolated(one_line(report.outlet.value), class_="outlet")
        outlet = linked(called, links.outlet(report.outlet.value))
    line = [
        outlet,
        _time(report.published) or "date not known",
        f"updated {_time(report.updated)}" if report.updated else "",
        isolated(one_line(report.place.value)) if report.place else "",
        joined([isolated(one_line(author.value)) for author in report.authors], ", "),
        element("a", "original", href=address, rel="noreferrer noopener") if address else "",
        *(element("span", f"! {text(one_line(flag))}", class_="flag") for flag in report.flags),
    ]
    title = "" if report.of_kind(BlockKind.HEADLINE) else element(f"h{links.level}", text(name_of(reading)), dir="auto")
    return element("header", title, element("p", joined(line)), element("p", _voices(reading, shown)), class_="meta")


def _time(moment: ReadField[Moment] | None) -> str:
    return element("time", text(moment_text(moment.value)), datetime=moment.value.iso) if moment else ""


def _voices(reading: Reading, shown: list[Shown]) -> str:
    """Who speaks how often; each name leads to its first statement."""
    first: dict[str, Shown] = {}
    counts: Counter[str] = Counter()
    for item in shown:
        if not item.narrated:
            name = voice_name(item.statement.innermost.source)
            counts[name] += 1
            first.setdefault(name, item)
    told = sum(item.narrated for item in shown)
    who = [
        element("a", isolated(name), class_="who", href=f"#{first[name].anchor}") + f" {count}"
        for name, count in counts.most_common(_VOICES)
    ]
    more = f"{len(counts) - _VOICES} more voices" if len(counts) > _VOICES else ""
    return joined([*who, more, f"narration {told}" if told else "" if shown else _NONE[reading.unread]])


def _provenance(reading: Reading) -> str:
    report, run = reading.report, reading.run
    fields = (
        ("title", report.title),
        ("outlet", report.outlet),
        ("place", report.place),
        ("language", report.language),
    )
    read = [
        *(
            (name, f"{isolated(one_line(got.value))}, read from {element('code', text(got.read_from))}")
            for name, got in fields
            if got
        ),
        *(
            (name, f"{text(at.value.iso)}, read from {element('code', text(at.read_from))}")
            for name, at in _moments(report)
        ),
        ("where", isolated(one_line(reading.where))),
        ("report", element("code", text(report.id))),
        ("text SHA-256", element("code", text(report.text_sha256))),
        ("extraction", element("code", text(report.extraction))),
        *(() if reading.unread else _run(run)),
        *(("note", text(one_line(note))) for note in reading.notes),
    ]
    rows = [element("dt", name) + element("dd", value) for name, value in read]
    return element("details", element("summary", "provenance"), element("dl", *rows), class_="prov")


def _run(run: Run) -> list[tuple[str, str]]:
    made = element("code", text(run.id)) + f", accordingto {text(run.version)}"
    return [("run", made), ("model SHA-256", element("code", text(run.model_sha256)))]


def _moments(report: Report) -> list[tuple[str, ReadField[Moment]]]:
    return [(name, got) for name, got in (("published", report.published), ("updated", report.updated)) if got]
