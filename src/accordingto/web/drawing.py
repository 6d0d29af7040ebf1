"""What templates draw of stories beyond macros: the graph of who took from whom, and words put in or taken out."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from accordingto.export.lineage_svg import figure
from accordingto.export.story_rows import graph_of
from accordingto.web.page import Row


@pass_context
def lineage_figure(context: Context, reports: list[Row], edges: list[Row]) -> Markup:
    """Who took from whom, as a picture and in words.

    Args:
        context: of the template.
        reports: rows of `accordingto.export.story_rows.member_row`.
        edges: rows of `accordingto.export.story_rows.edge_rows`.
    """
    path: Any = context["path"]

    def href(report: str) -> str | None:
        return path(context, "report", report=report) or None

    return Markup(figure(graph_of(reports, edges, href)))


def batched_by(rows: list[Row], name: str) -> list[list[Row]]:
    """Rows in their order, those next to each other together that have the same value of a name."""
    return [list(held) for _, held in groupby(rows, key=lambda row: row[name])]


def changed(words: str, spans: list[tuple[int, int]], element: str) -> Markup:
    """Words with those in ``del`` or ``ins`` that were taken out or put in.

    Args:
        words: of a report.
        spans: half-open, in code points of ``words``; sorted, not overlapping.
        element: ``del`` or ``ins``.
    """
    made, at = Markup(), 0
    begin, end_tag = {"del": ("<del>", "</del>"), "ins": ("<ins>", "</ins>")}[element]
    for start, end in spans:
        made += escape(words[at:start]) + Markup(begin) + escape(words[start:end]) + Markup(end_tag)
        at = end
    return made + escape(words[at:])
