"""A story's parts out of a store as plain dictionaries, for its page and the twins of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from accordingto.compare.outlets import outlet_key
from accordingto.export.geojson import attribution
from accordingto.export.lineage_graph import Arrow, Dot, Graph, outside_id
from accordingto.export.pairs import merged
from accordingto.export.trace_view import Compared, Marked
from accordingto.export.travel_view import occasion_text, origins_text
from accordingto.export.wording import counted
from accordingto.model import LineageKind, Moment, Occasion, Span
from accordingto.pipeline.wording import UNKNOWN_OUTLET, one_line
from accordingto.store.storygroups import MatterRow, QuoteRow, Telling
from accordingto.store.storyparts import Compared as State
from accordingto.store.storyparts import Member, Placed, Took, moment

Row = dict[str, Any]


def head(reports: int, outlets: int, state: State) -> str:
    """``8 reports of 6 outlets; 3 matters; 2 contradictions; 1 statement not as its source has it; 2 quotations``."""
    parts = [f"{counted(reports, 'report')} of {counted(outlets, 'outlet')}"]
    if state.at is None:
        return parts[0]
    parts.append(counted(state.matters, "matter"))
    parts.append(counted(state.contradictions, "contradiction") if state.contradictions else "no contradiction found")
    if state.mismatches:
        parts.append(f"{counted(state.mismatches, 'statement')} not as the named source has it")
    if state.quotes:
        parts.append(f"{counted(state.quotes, 'utterance')} quoted by several")
    return "; ".join(parts)


def outlets_of(members: Iterable[Member]) -> int:
    """Of how many outlets some reports are."""
    return len({outlet_key(one.outlet) for one in members})


def member_row(member: Member) -> Row:
    """A report of the story."""
    return {
        "number": member.number,
        "id": member.id,
        "outlet": one_line(member.outlet),
        "published": member.published,
        "title": one_line(member.title) if member.title else None,
        "url": member.url,
        "language": member.language,
    }


def with_main(reports: Sequence[Row], edges: Sequence[Took], rows: Sequence[Row]) -> list[Row]:
    """Reports with what each took most from; ``rows`` are those of the edges."""
    main: dict[str, Row] = {}
    for edge, row in sorted(zip(edges, rows, strict=True), key=lambda both: telling(both[0])):
        main.setdefault(edge.report, row)
    names = {"took": "kind", "took_from": "to", "took_share": "share", "took_how": "how"}
    return [
        {**row, **{name: main[row["id"]][of] if row["id"] in main else None for name, of in names.items()}}
        for row in reports
    ]


def telling(one: Took) -> tuple[bool, bool, float, float]:
    """Edges whose order is known first, copies before others, the larger share first."""
    return not one.ordered, one.kind is not LineageKind.COPIES, -(one.share or 0.0), -one.score


def edge_rows(edges: Sequence[Took], reports: Sequence[Row]) -> list[Row]:
    """What reports took from each other, in words too.

    Args:
        edges: what was taken.
        reports: the story's, as `member_row` gives them.
    """
    rows: list[Row] = [
        {
            "from": one.report,
            "to": one.target,
            "known": one.known,
            "kind": one.kind.value,
            "ordered": one.ordered,
            "about": one.about,
            "share": one.share,
            "edits": one.edits,
            "score": round(one.score, 4),
            "by": one.by,
        }
        for one in edges
    ]
    graph = graph_of(reports, rows)
    return [{**row, "how": graph.how(arrow)} for row, arrow in zip(rows, graph.arrows, strict=True)]


def graph_of(reports: Sequence[Row], edges: Sequence[Row], href: Callable[[str], str | None] | None = None) -> Graph:
    """Who took from whom, to be drawn.

    Args:
        reports: as `member_row` gives them.
        edges: as `edge_rows` gives them.
        href: where a report is shown, by its id.
    """
    dots = [
        Dot(
            row["id"],
            row["outlet"],
            row["title"] or "",
            moment(row["published"]) if row["published"] else None,
            row["number"],
            href(row["id"]) if href else None,
        )
        for row in reports
    ]
    held = {dot.id for dot in dots}
    about: dict[str, str | None] = {}
    for edge in edges:
        if edge["to"] not in held:
            about[edge["to"]] = about.get(edge["to"]) or edge["about"]
    outside = [
        Dot(outside_id(name), one_line(name), when=Moment(day, None) if day else None) for name, day in about.items()
    ]
    return Graph((*outside, *dots), tuple(_arrow(edge, held) for edge in edges))


def _arrow(edge: Row, held: Collection[str]) -> Arrow:
    origin = edge["to"] if edge["to"] in held else outside_id(edge["to"])
    return Arrow(edge["from"], origin, LineageKind(edge["kind"]), edge["share"], edge["edits"], edge["ordered"])


def matter_row(one: MatterRow, occasions: Sequence[Occasion], reports: Collection[str]) -> Row:
    """A matter in numbers, and where it was first said.

    Args:
        one: the matter.
        occasions: of it.
        reports: ids of the reports at hand.
    """
    return {
        "id": one.id,
        "label": one.label,
        "summary": origins_text(one.outlets, (one.at_least, one.at_most), occasions, reports),
        "statements": one.statements,
        "reports": one.reports,
        "outlets": one.outlets,
        "origins": {"at_least": one.at_least, "at_most": one.at_most},
        "echoes": one.echoes,
        "occasions": [occasion_row(occasion, reports) for occasion in occasions],
        "decided": list(one.decided),
    }


def occasion_row(one: Occasion, reports: Collection[str]) -> Row:
    """Where words were first said."""
    return {
        "id": one.id,
        "kind": one.kind,
        "description": one_line(one.description),
        "date": one.date,
        "told": one_line(occasion_text(one, reports)),
        "carried_by": [one_line(name) for name in one.carried_by],
        "evidence": [
            {"report": passage.report, "spans": [[span.start, span.end] for span in passage.spans]}
            for passage in one.evidence
        ],
    }


def telling_row(one: Telling, member: Member | None) -> Row:
    """A statement that tells of a matter; ``member`` is its report."""
    return {
        "statement": one.statement,
        "report": one.report,
        "number": member.number if member else None,
        "outlet": one_line(member.outlet) if member else UNKNOWN_OUTLET,
        "published": one.published,
        "language": one.language,
        "text": one_line(one.words),
        "spans": [[span.start, span.end] for span in one.spans],
        "according": one_line(one.chain) if one.voices else "",
        "act": one.act,
        "headline": one.headline,
        "echo": one.echo,
        "decided": None,
    }


def passage_row(one: Compared) -> Row:
    """A copied passage beside what it was taken from, with the words marked that were changed."""
    return {
        "headings": list(one.headings),
        "a": _passage(one.a),
        "b": _passage(one.b),
    }


def _passage(one: Marked) -> Row:
    return {
        "report": one.report,
        "outlet": one.outlet,
        "start": one.span.start,
        "text": one.text,
        "marks": [[span.start, span.end] for span in merged(one.slots)],
    }


def merged_marks(text: str, start: int | None, sentences: Sequence[Row]) -> list[list[int]]:
    """The marks of several comparisons of one statement, in a sentence that starts at ``start`` in its report."""
    if start is None:
        return []
    moved = [
        Span(max(0, begin + row["start"] - start), min(len(text), end + row["start"] - start))
        for row in sentences
        for begin, end in row["marks"]
        if begin + row["start"] < start + len(text) and end + row["start"] > start
    ]
    return [[span.start, span.end] for span in merged(tuple(moved))]


def quote_row(one: QuoteRow) -> Row:
    """An utterance in a list."""
    return {
        "id": one.id,
        "text": one_line(one.words),
        "speakers": [one_line(name) for name in one.speakers],
        "reports": one.reports,
        "variants": one.variants,
        "wordings": one.wordings,
        "decided": list(one.decided),
    }


def place_row(one: Placed) -> Row:
    """A place that statements of the story name."""
    known = one.latitude is not None and one.longitude is not None
    return {
        "id": one.id,
        "name": one_line(one.name),
        "kind": one.kind,
        "country": one.country,
        "precision": one.precision,
        "geometry_is": "none" if not known else "middle" if one.centroid else "point",
        "latitude": one.latitude,
        "longitude": one.longitude,
        "statements": one.statements,
        "reports": one.reports,
    }


def collection(places: Sequence[Row]) -> Row:
    """Places, as `place_row` gives them, as a collection of features of GeoJSON (RFC 7946)."""
    features = [
        {
            "type": "Feature",
            "id": one["id"],
            "geometry": {"type": "Point", "coordinates": [one["longitude"], one["latitude"]]}
            if one["geometry_is"] != "none"
            else None,
            "properties": {name: value for name, value in one.items() if name not in ("longitude", "latitude")},
        }
        for one in places
    ]
    return {"type": "FeatureCollection", "features": features, "attribution": attribution(one["id"] for one in places)}
