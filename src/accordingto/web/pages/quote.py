"""A quotation: one utterance, as each report words it, aligned word by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from accordingto.compare.accounts import Bare, outlet_of
from accordingto.export.csv import pairs_text
from accordingto.export.quote_steps import steps
from accordingto.export.quotes_view import changes, pieced
from accordingto.export.story_rows import Row
from accordingto.model import NotKept, QuoteGroup, Report, Variant
from accordingto.pipeline.wording import iso_of, one_line, value_of
from accordingto.store.fetch import reports_of
from accordingto.store.schema.travel import quote_groups
from accordingto.store.storygroups import Whose, whose
from accordingto.store.storyparts import members
from accordingto.store.tracing import resolved
from accordingto.store.travel import quote_group
from accordingto.store.travel_rows import decided_rows
from accordingto.web.page import Asking, Moved, Page
from accordingto.web.pages.judged import judged
from accordingto.web.pages.story_sections import Told


def view(asking: Asking) -> Row:
    """The utterance with all wordings."""
    named = asking.path["quote"]
    with asking.store.looking() as connection:
        ident = resolved(connection, quote_groups, named)
        if ident is not None and ident != named:
            raise Moved("quote", quote=ident)
        story, group = _found(connection, named)
        told = Told(connection, story.key, members(connection, story.key))
        texts = {one.id: one for one in reports_of(connection, group.reports)}
        variants = [_variant(told, group.variants[0], one, texts) for one in group.variants if one.report in texts]
        judged(connection, asking.viewer.name, {"variants": variants})
    return {
        "id": group.id,
        "text": variants[0]["text"],
        "speakers": [one_line(name) for name in group.speakers],
        "reports": len(group.reports),
        "wordings": len({one.edits for one in group.variants}),
        "variants": variants,
        "story": {"id": story.id, "title": story.title},
        "score": round(group.score, 4),
        "by": group.by,
        "decided": decided_rows(group.decided),
    }


def _found(connection: Connection, ident: str) -> tuple[Whose, QuoteGroup]:
    """The story that an utterance is told in, and the utterance."""
    story = whose(connection, quote_groups, ident)
    group = quote_group(connection, story.key, ident) if story else None
    if story is None or group is None:
        raise NotKept(
            f"there is no quotation {ident} in this store any more; the pages of stories list those there are"
        )
    return story, group


def _variant(told: Told, first: Variant, one: Variant, texts: Mapping[str, Report]) -> Row:
    """A wording, and how it was made out of the first."""
    report, member = texts[one.report], told.by_id.get(one.report)
    walked = steps(texts[first.report].text, first.pieces, report.text, one.pieces, one.edits)
    return {
        "report": one.report,
        "number": member.number if member else None,
        "outlet": one_line(member.outlet if member else outlet_of(Bare(report))),
        "published": iso_of(report.published),
        "language": value_of(report.language),
        "speaker": one_line(one.speaker) if one.speaker else None,
        "statement": one.statement,
        "decided": None,
        "pieces": [[piece.start, piece.end] for piece in one.pieces],
        "text": pieced(report.text, one.pieces, ())[0],
        "changes": changes(one.edits),
        "steps": [
            {"kind": step.kind.value if step.kind else None, "text": step.text, "was": step.was} for step in walked
        ],
    }


def _rows(shown: Row) -> Iterable[Row]:
    for number, one in enumerate(shown["variants"], 1):
        spans = pairs_text(one["pieces"])
        yield {**one, "wording": number, "spans": spans}


PAGE = Page(
    name="quote",
    path="/quotes/{quote}",
    about="A quotation: each report's wording aligned word by word, and whom it is given to.",
    view=view,
    template="quote.html",
    section="stories",
    columns={
        "wording": "Number of the wording; the first is the fullest early one.",
        "report": "Id of the report that has it.",
        "outlet": "Its outlet.",
        "published": "When it was published.",
        "speaker": "Whom the report gives it to.",
        "text": "The words, gaps marked by ' … '.",
        "changes": "How it differs from the first; empty where the words are the same.",
        "spans": "Where the words stand in the report's text, `12-40;55-60`.",
        "statement": "Id of the statement that holds it.",
    },
    rows=_rows,
)
