"""The page of a dossier: its head, its sections in order, and how it was made."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from accordingto.compare.outlets import outlet_key
from accordingto.export import lineage_svg
from accordingto.export.about import About, measured_text
from accordingto.export.bare import Carried
from accordingto.export.dossier.findings import HEADS, contradictions, mismatches
from accordingto.export.dossier.matters import matters, quotations
from accordingto.export.dossier.reports import cards, text_keys, texts
from accordingto.export.dossier.words import Words, anchor
from accordingto.export.exporting import Journey
from accordingto.export.html_marks import lit, sheet
from accordingto.export.lineage_graph import graph_of
from accordingto.export.markup import element, head, isolated, joined, text
from accordingto.export.travel_view import AGAINST, doubtful
from accordingto.export.wording import counted, moment_text
from accordingto.model import Moment, Run
from accordingto.pipeline.wording import one_line

_IS = (
    "What these reports say, and according to whom, as a program read them: who took what from whom, which statements differ, "
    "and where something was first said as far as the reports tell. Every mark points at characters of a text whose hash is given, "
    "so that each can be checked."
)
_IS_NOT = (
    "No finding of what happened, and no judgement of who is right or which outlet is reliable. A program set the marks; it misses some "
    "statements and misreads others, and knows only the reports listed here. That many tell a thing does not make it so: the number of "
    "origins counts occasions of first saying, at least and at most."
)
_CARRIES = {
    Carried.FULL: "The whole texts of the reports are in it. They are their publishers’; pass them on only where you may.",
    Carried.QUOTES: "Of the texts it holds the quoted words only. They are their publishers’.",
    Carried.HASHES: "No word of the reports is in it: in their place stand where they are found, in characters of the text, and their "
    "SHA-256. Whoever holds the texts can check each.",
}

_TOP = '<p class="top"><b>accordingto</b> · dossier of a story</p>\n'

Section = tuple[str, str, str, Callable[[Words], Iterator[str]]]
"""Anchor, title, a line about it, and what makes it."""


def page(journey: Journey, *, carried: Carried, told: About | None = None) -> Iterator[str]:
    """One self-contained HTML document, section by section.

    Args:
        journey: a story; where no words are carried, one without them.
        carried: what of the publishers' words it holds.
        told: what is said about the export, see `accordingto.export.about`.
    """
    words = Words(journey, carried)
    sections = _sections(words)
    yield _head(words)
    yield (
        element("header", _TOP, _title(words), _what(carried), _glance(words), _contents(sections), class_="head")
        + "\n<main>\n"
    )
    for name, title, about, make in sections:
        note = element("p", text(about), class_="note") if about else ""
        yield f'<section id="{name}"><h2>{text(title)}</h2>{note}\n'
        yield from make(words)
        yield "</section>\n"
    yield "</main>\n" + element("footer", _how(words, told), class_="foot") + "\n</body></html>\n"


def _sections(words: Words) -> list[Section]:
    travel = words.laid.travel
    shared = [group for group in travel.quotes if len(group.reports) > 1]
    found: list[tuple[object, Section]] = [
        (
            any(one.kind in AGAINST for one in travel.relations),
            (
                "contradictions",
                "Where they contradict each other",
                "What differs is marked on both sides. The earlier stands first, where that is known.",
                contradictions,
            ),
        ),
        (
            travel.mismatches,
            (
                "mismatches",
                "Where a report does not say what its source does",
                "The source that is named stands first.",
                mismatches,
            ),
        ),
        (True, ("lineage", "Who took what from whom", "", _lineage)),
        (
            travel.matters,
            (
                "matters",
                "What several tell, and where it was first said",
                "Most told first. An echo adds no occasion of its own.",
                matters,
            ),
        ),
        (
            shared,
            (
                "quotations",
                "Quotations side by side",
                "Words that another wording has not are struck through; those it has instead are underlined.",
                quotations,
            ),
        ),
        (True, ("reports", "The reports, and how to check them", "", cards)),
        (True, ("texts", _TEXTS[words.carried], "", texts)),
    ]
    return [section for there, section in found if there]


_TEXTS = {
    Carried.FULL: "The texts as archived, with every statement",
    Carried.QUOTES: "Every statement, according to whom",
    Carried.HASHES: "Every statement, by place and hash",
}


def _head(words: Words) -> str:
    skip = '<body class="dossier"><a class="skip" href="#contents">Skip to the contents</a>\n'
    return head(f"{_name(words)}: a dossier", _style(words)) + skip


def _style(words: Words) -> str:
    own = sheet("dossier/dossier.css")
    whole = words.carried is Carried.FULL
    of_texts = sheet("page.css") + sheet("article.css") + lit(text_keys(words)) if whole else ""
    return of_texts + lineage_svg.style() + own


def _name(words: Words) -> str:
    return one_line(words.journey.story.title) or f"A story of {counted(len(words.laid.shown), 'report')}"


def _title(words: Words) -> str:
    story = words.journey.story
    outlets = len({outlet_key(shown.outlet) for shown in words.laid.shown.values()})
    line = [
        f"{counted(len(words.laid.shown), 'report')} by {counted(outlets, 'outlet')}",
        text(_days(story.first, story.last)),
        joined([isolated(one_line(place)) for place in story.places[:4]], ", "),
    ]
    return element("h1", isolated(_name(words))) + element("p", joined(line), class_="about")


def _days(first: str | None, last: str | None) -> str:
    days = list(dict.fromkeys(moment_text(Moment(day, None)) for day in (first, last) if day))
    return " to ".join(days) if days else "no report is dated"


def _what(carried: Carried) -> str:
    rows = (("It is", _IS), ("It is not", _IS_NOT), ("It carries", _CARRIES[carried]))
    return element("dl", *(element("dt", name) + element("dd", text(words)) for name, words in rows), class_="purpose")


def _glance(words: Words) -> str:
    travel = words.laid.travel
    counts = [
        (sum(one.kind is kind and not doubtful(one) for one in travel.relations), HEADS[kind][0]) for kind in AGAINST
    ]
    counts += [
        (len(travel.mismatches), "mismatch with a named source"),
        (len(travel.matters), "matter told by several"),
        (sum(len(group.reports) > 1 for group in travel.quotes), "quotation told by several"),
    ]
    several = {
        "mismatch with a named source": "mismatches with a named source",
        "matter told by several": "matters told by several",
        "quotation told by several": "quotations told by several",
    }
    items = [
        element("li", element("b", str(count)), f" {noun if count == 1 else several.get(noun, f'{noun}s')}")
        for count, noun in counts
        if count
    ]
    return element("ul", *items, class_="glance") if items else ""


def _contents(sections: list[Section]) -> str:
    items = (element("li", element("a", text(title), href=f"#{name}")) for name, title, _, _ in sections)
    return element("nav", element("ol", *items), id="contents", aria_label="Contents")


def _lineage(words: Words) -> Iterator[str]:
    readings = words.journey.readings
    graph = graph_of(words.laid.travel, readings, href=lambda report: f"#{anchor(report)}")
    yield element("p", text(graph.summary()), class_="note") + lineage_svg.figure(graph, anchor="graph") + "\n"


def _how(words: Words, told: About | None) -> str:
    runs = list(dict.fromkeys(item.reading.run for item in words.journey.items))
    rows = [
        ("story", element("code", text(words.journey.story.id))),
        *(_told(told) if told else ()),
        *(row for run in runs for row in _run(run)),
        ("hashes", "SHA-256 of UTF-8. Places are half-open, in Unicode code points of the archived text."),
        ("pieces", "Words of several places are hashed joined by a space, an ellipsis (…) and a space."),
    ]
    made_of = element("dl", *(element("dt", name) + element("dd", value) for name, value in rows if value))
    notes = element(
        "p",
        text("Nothing in this page is fetched from anywhere: it has no script and its policy allows one style sheet."),
    )
    return element("h2", "How it was made") + made_of + notes


def _told(told: About) -> Iterator[tuple[str, str]]:
    """When it was made, what an audit measured, and whose places it has."""
    yield "made", text(f"{moment_text(Moment(told['at'][:16], None))} UTC, {told['made_by']}")
    yield "audit", text(measured_text(told["audit"]))
    yield "credits", text("; ".join(told["credits"]))


def _run(run: Run) -> Iterator[tuple[str, str]]:
    yield "run", f"{element('code', text(run.id))}, accordingto {text(run.version)}, {text(run.extraction)}"
    for name, value in (
        ("model", run.model_sha256),
        ("lexicons", run.lexicons_sha256),
        ("gazetteer", run.gazetteer_sha256),
    ):
        yield name, element("code", text(f"sha256:{value}"), class_="hash")
