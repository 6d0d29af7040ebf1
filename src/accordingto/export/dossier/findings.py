"""Where reports contradict each other, and where one does not say what the source that it names does: both sentences, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accordingto.export.dossier.words import Words
from accordingto.export.markup import element, isolated, joined, text
from accordingto.export.trace_view import Compared, Marked, compared_of
from accordingto.export.travel_view import AGAINST, doubtful
from accordingto.export.wording import counted
from accordingto.model import Relation, RelationKind
from accordingto.pipeline.wording import one_line

HEADS = {
    RelationKind.CONTRADICTS: (
        "contradiction",
        "Two statements on one thing that cannot both hold as they are worded.",
    ),
    RelationKind.WITHDRAWS: ("withdrawal", "A statement that takes an earlier one back."),
    RelationKind.UPDATES: ("update", "A later statement with a newer state of the same thing."),
}
"""Of each kind its name, and what it means."""


def contradictions(words: Words) -> Iterator[str]:
    """Contradictions, withdrawals and updates, those of one statement together; doubtful ones last."""
    for kind in AGAINST:
        groups = words.laid.groups(kind)
        if groups:
            noun, meaning = HEADS[kind]
            yield element("h3", f"{counted(sum(1 + len(others) for _, others in groups), noun)}")
            yield element("p", text(meaning), class_="note")
            yield element("ol", *(element("li", *_group(words, *group)) for group in groups), class_="pairs") + "\n"
    yield _doubtful(words)


def _group(words: Words, surest: Relation, others: Sequence[Relation]) -> Iterator[str]:
    yield _related(words, surest)
    if others:
        rows = (element("li", _related(words, one)) for one in others)
        summary = element("summary", f"{len(others)} more with one of these two statements")
        yield element("details", summary, element("ol", *rows, class_="pairs"))


def _related(words: Words, found: Relation) -> str:
    """Two statements side by side, and what people decided on them."""
    texts = words.laid.texts
    ends = (("the first", found.a), ("the second", found.b))
    said = [(name, words.decided(texts.statements[end].report, end)) for name, end in ends]
    notes = [element("p", text(f"{name}: {told}"), class_="decided") for name, told in said if told]
    return pair(words, compared_of(found, texts)) + "".join(notes)


def _doubtful(words: Words) -> str:
    found = [one for one in words.laid.travel.relations if doubtful(one)]
    if not found:
        return ""
    rows = (element("li", _related(words, one)) for one in found)
    summary = element("summary", f"{counted(len(found), 'pair')} that may only seem to contradict")
    why = element(
        "p",
        "They have little in common beside what differs. In stories written to measure it, one in three of such pairs was a contradiction; "
        "of the others two in three.",
        class_="note",
    )
    return element("details", summary, why, element("ol", *rows, class_="pairs")) + "\n"


def mismatches(words: Words) -> Iterator[str]:
    """Statements held against what the report that they name as their source says."""
    items = (element("li", _mismatch(words, *found)) for found in words.laid.mismatches())
    yield element("ol", *items, class_="pairs") + "\n"


def _mismatch(words: Words, found: Compared, named: str) -> str:
    told = "" if words.hidden else element("p", "names its source: ", isolated(named), class_="note")
    return pair(words, found) + told


def pair(words: Words, found: Compared) -> str:
    """Two sentences side by side, what differs marked and named above."""
    headings = found.headings or (found.kind.value,)
    caption = element(
        "figcaption",
        *(element("span", _heading(words, one)) for one in headings),
        element("span", text(found.note), class_="note") if found.note else "",
    )
    sides = element("div", _side(words, found.a), _side(words, found.b), class_="pair")
    return element("figure", caption, sides, class_="diff")


def _heading(words: Words, heading: str) -> str:
    slot, colon, change = heading.partition(":")
    if words.hidden:
        return element("b", text(slot)) + " differs"
    return element("b", text(slot)) + (isolated(one_line(change)) if colon else "")


def _side(words: Words, side: Marked) -> str:
    shown = words.laid.shown[side.report]
    about = [
        words.name(side.report),
        "headline" if side.headline else "",
        text(shown.published) or "date not stated",
        words.place((side.span,)) if not words.hidden else "",
    ]
    according = (
        element("p", "according to ", isolated(one_line(side.according)), class_="acc") if side.according else ""
    )
    own = "" if side.according else element("p", "in the outlet’s own voice", class_="acc")
    body = element("p", words.sentence(side), class_="words", dir="auto")
    return element("div", element("p", joined(about), class_="about"), body, according + own)
