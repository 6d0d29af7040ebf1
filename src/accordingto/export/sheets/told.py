"""The sheets of what was found between the reports of stories."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from accordingto.compare.accounts import outlet_of
from accordingto.compare.outlets import outlet_key
from accordingto.export.csv import spans_text
from accordingto.export.deciding import made_by
from accordingto.export.exporting import Item, Journey
from accordingto.export.parts import Row, rounded
from accordingto.export.sheets.columns import Column, Kind, Sheet
from accordingto.model import EditKind, Passage, RelationKind, Spans, Statement
from accordingto.pipeline.wording import chain_text, iso_of, value_of

JourneyCell = Callable[[Journey, Row], Any]
Home = tuple[Item, Statement]


def _homes(journey: Journey) -> dict[str, Home]:
    """The first report that has a statement of an id, and the statement; without those that people rejected."""
    found: dict[str, Home] = {}
    for item in journey.items:
        for statement in item.reading.statements:
            if statement.id not in item.settled.rejected:
                found.setdefault(statement.id, (item, statement))
    return found


def _items(journey: Journey) -> dict[str, Item]:
    return {item.reading.report.id: item for item in journey.items}


def _words(item: Item, parts: Spans) -> str:
    return item.reading.words(parts)


def _own(key: str) -> JourneyCell:
    return lambda _, row: row[key]


def _report_columns(key: str, whose: str) -> tuple[Column[Journey], ...]:
    """What is known of the report of a passage; ``row[key]`` is its item."""

    def of(make: Callable[[Item], Any]) -> JourneyCell:
        return lambda _, row: make(row[key]) if row[key] else None

    at = "" if key == "item" else f"{key.removesuffix('_item')}_"
    return (
        Column(f"{at}report", f"Id of {whose}.", of(lambda item: item.reading.report.id)),
        Column(f"{at}outlet", "Its outlet.", of(lambda item: value_of(item.reading.report.outlet))),
        Column(
            f"{at}published",
            "When it was published, ISO 8601 as far as stated.",
            of(lambda item: iso_of(item.reading.report.published)),
        ),
        Column(f"{at}title", "Its headline.", of(lambda item: value_of(item.reading.report.title))),
        Column(f"{at}url", "Its address.", of(lambda item: value_of(item.reading.report.url))),
    )


def _side(side: str, which: str) -> tuple[Column[Journey], ...]:
    """One of two statements that are compared; ``row[side]`` is its home."""

    def of(make: Callable[[Item, Statement], Any]) -> JourneyCell:
        return lambda _, row: make(*row[side])

    def slot(make: Callable[[Item, Passage], Any]) -> JourneyCell:
        def cell(_: Journey, row: Row) -> Any:
            passage = getattr(row["difference"], side) if row["difference"] else None
            item = row["items"].get(passage.report) if passage else None
            return make(item, passage) if item and passage else None

        return cell

    return (
        Column(side, f"Id of {which}.", of(lambda _, statement: statement.id)),
        Column(
            f"{side}_value",
            "What it has in the slot.",
            lambda _, row: getattr(row["difference"], f"{side}_value") if row["difference"] else None,
        ),
        Column(f"{side}_words", "The words for that.", slot(lambda item, passage: _words(item, passage.spans))),
        Column(f"{side}_slot_spans", "Where these stand.", slot(lambda _, passage: spans_text(passage.spans))),
        Column(f"{side}_chain", "According to whom.", of(lambda _, statement: chain_text(statement))),
        Column(f"{side}_act", "What that voice does.", of(lambda _, statement: statement.act.value)),
        Column(f"{side}_content", "The words of its content.", of(lambda item, one: _words(item, one.content))),
        Column(f"{side}_spans", "Where these stand.", of(lambda _, statement: spans_text(statement.content))),
        Column(
            f"{side}_sha256",
            "SHA-256 of these words in UTF-8, gaps marked by ` … `.",
            of(lambda item, statement: item.sha256(statement.content)),
        ),
        *_report_columns(f"{side}_item", "its report"),
    )


def _decided(key: str) -> tuple[Column[Journey], ...]:
    """Who made a group what it is; ``row[key]`` is the group."""
    return (
        Column(
            "decided_by",
            "Who made it what it is: `machine`, `coder` or `adjudicator`.",
            lambda _, row: made_by(row[key].decided),
        ),
        Column(
            "decision",
            "What they decided, in the order in which it counts: merge or split.",
            lambda _, row: "; ".join(one.action for one in row[key].decided) or None,
        ),
    )


_STORY: tuple[Column[Journey], ...] = (
    Column("story", "Id of the story.", lambda journey, _: journey.story.id),
    Column("story_title", "Its title: a headline of one of its reports.", lambda journey, _: journey.story.title),
)


def _relation_rows(journey: Journey) -> Iterator[Row]:
    homes, items = _homes(journey), _items(journey)
    matters: dict[str, list[str]] = {}
    for matter in journey.travel.matters:  # most told first
        for statement in matter.statements:
            matters.setdefault(statement, []).append(matter.id)
    for found in journey.travel.relations:
        a, b = homes.get(found.a), homes.get(found.b)
        if a is None or b is None:
            continue
        for difference in found.differences or (None,):
            yield {
                "kind": found.kind.value,
                "slot": difference.slot.value if difference else None,
                "difference": difference,
                "a": a,
                "b": b,
                "a_item": a[0],
                "b_item": b[0],
                "items": items,
                "matter": next((one for one in matters.get(found.a, ()) if one in matters.get(found.b, ())), None),
                "score": rounded(found.score),
                "by": found.by,
            }


RELATIONS: Sheet[Journey] = Sheet(
    "relations",
    "Pairs of statements on one matter and how they stand to each other: a row for each slot in which they differ.",
    (
        Column("kind", "repeats, rewords, agrees, narrows, contradicts, updates or withdraws.", _own("kind")),
        Column(
            "slot",
            "actor, number, place, time, polarity, certainty, quote or control; empty where nothing differs.",
            _own("slot"),
        ),
        *_side("a", "the earlier statement; of one report that in the headline"),
        *_side("b", "the later statement; of one report that in the body"),
        Column("matter", "Id of the matter that both tell of.", _own("matter")),
        *_STORY,
        Column("score", "How sure the machine is, 0 to 1.", _own("score"), Kind.NUMBER),
        Column("by", "The rule that found it.", _own("by")),
    ),
    _relation_rows,
    story=True,
)


def _quote_rows(journey: Journey) -> Iterator[Row]:
    items = _items(journey)
    for group in journey.travel.quotes:
        for position, variant in enumerate(group.variants):
            yield {
                "group": group,
                "position": position,
                "variant": variant,
                "item": items[variant.report],
                "first": group.variants[0],
                "items": items,
            }


def _utterance(_: Journey, row: Row) -> str:
    return _words(row["items"][row["first"].report], row["first"].pieces)


QUOTES: Sheet[Journey] = Sheet(
    "quotes",
    "Utterances as each report words them, and whom it gives them to: a row a wording.",
    (
        Column("quote", "Id of the utterance.", lambda _, row: row["group"].id),
        Column(
            "position",
            "Number of the wording, from 0; the first is the fullest early one.",
            _own("position"),
            Kind.INTEGER,
        ),
        Column(
            "words",
            "What stands between the quotation marks, gaps marked by ` … `.",
            lambda _, row: _words(row["item"], row["variant"].pieces),
        ),
        Column(
            "spans",
            "Where it stands: `12-40;55-60`, code points of the report's text.",
            lambda _, row: spans_text(row["variant"].pieces),
        ),
        Column(
            "words_sha256",
            "SHA-256 of these words in UTF-8.",
            lambda _, row: row["item"].sha256(row["variant"].pieces),
        ),
        Column("speaker", "Whom the report gives it to, as it names them.", lambda _, row: row["variant"].speaker),
        Column(
            "edits",
            "In how many places it differs from the first wording.",
            lambda _, row: len(row["variant"].edits),
            Kind.INTEGER,
        ),
        Column("statement", "Id of the statement that holds it.", lambda _, row: row["variant"].statement),
        *_report_columns("item", "the report"),
        Column("utterance", "The first wording.", _utterance),
        Column(
            "variants",
            "How many wordings there are, equal ones counted each.",
            lambda _, row: len(row["group"].variants),
            Kind.INTEGER,
        ),
        Column("reports", "How many reports quote it.", lambda _, row: len(row["group"].reports), Kind.INTEGER),
        Column("speakers", "All whom it is given to.", lambda _, row: "; ".join(row["group"].speakers)),
        *_STORY,
        Column("score", "How sure the machine is, 0 to 1.", lambda _, row: rounded(row["group"].score), Kind.NUMBER),
        Column("by", "The rule that found it.", lambda _, row: row["group"].by),
        *_decided("group"),
    ),
    _quote_rows,
    story=True,
)


def _matter_rows(journey: Journey) -> Iterator[Row]:
    items = _items(journey)
    against = [{found.a, found.b} for found in journey.travel.relations if found.kind is RelationKind.CONTRADICTS]
    for matter in journey.travel.matters:
        own = set(matter.statements)
        yield {
            "matter": matter,
            "outlets": len({outlet_key(outlet_of(items[report].reading)) for report in matter.reports}),
            "contradictions": sum(bool(pair & own) for pair in against),
        }


MATTERS: Sheet[Journey] = Sheet(
    "matters",
    "What several reports tell of, and how many origins stand behind it.",
    (
        Column("id", "Id of the matter.", lambda _, row: row["matter"].id),
        Column("label", "The words of the statement that stands for it.", lambda _, row: row["matter"].label),
        Column(
            "origins_low",
            "Occasions of first saying behind it: at least.",
            lambda _, row: row["matter"].origins[0],
            Kind.INTEGER,
        ),
        Column("origins_high", "The same: at most.", lambda _, row: row["matter"].origins[1], Kind.INTEGER),
        Column("reports", "How many reports tell of it.", lambda _, row: len(row["matter"].reports), Kind.INTEGER),
        Column("outlets", "Of how many outlets these are.", _own("outlets"), Kind.INTEGER),
        Column(
            "echoes",
            "How many of the reports add no occasion of their own.",
            lambda _, row: len(row["matter"].echoes),
            Kind.INTEGER,
        ),
        Column(
            "statements", "How many statements tell of it.", lambda _, row: len(row["matter"].statements), Kind.INTEGER
        ),
        Column(
            "contradictions",
            "How many pairs of its statements contradict each other.",
            _own("contradictions"),
            Kind.INTEGER,
        ),
        Column(
            "occasions",
            "Where it was first said, as far as the reports tell.",
            lambda _, row: "; ".join(one.description for one in row["matter"].occasions if one.description),
        ),
        *_decided("matter"),
        *_STORY,
    ),
    _matter_rows,
    story=True,
)


def _lineage_rows(journey: Journey) -> Iterator[Row]:
    items = _items(journey)
    for edge in journey.travel.lineage:
        kinds = [edit.kind for edit in edge.edits]
        yield {
            "edge": edge,
            "item": items[edge.source],
            "source_item": items.get(edge.target) if edge.known else None,
            "counts": {kind: kinds.count(kind) for kind in EditKind},
        }


def _edge(field: str) -> JourneyCell:
    return lambda _, row: getattr(row["edge"], field)


def _edits(kind: EditKind) -> JourneyCell:
    return lambda _, row: row["counts"][kind]


LINEAGE: Sheet[Journey] = Sheet(
    "lineage",
    "What each report took from another or from an agency.",
    (
        Column("kind", "copies, cites or follows.", lambda _, row: row["edge"].kind.value),
        *_report_columns("item", "the report that took"),
        *_report_columns("source_item", "the report that it took from, where that is at hand"),
        Column(
            "source",
            "The name of one that is not at hand, as the report gives it.",
            lambda _, row: None if row["edge"].known else row["edge"].target,
        ),
        Column("ordered", "Whether it is known which of the two took from the other.", _edge("ordered"), Kind.BOOLEAN),
        Column(
            "share", "Of copies: share of the report's words found in the other, 0 to 1.", _edge("share"), Kind.NUMBER
        ),
        Column(
            "source_share",
            "Of copies: share of the other's words found in the report.",
            _edge("target_share"),
            Kind.NUMBER,
        ),
        Column(
            "substitutions",
            "Of copies: how often words were put in the place of others.",
            _edits(EditKind.SUBSTITUTION),
            Kind.INTEGER,
        ),
        Column("cuts", "Of copies: how often words were cut out.", _edits(EditKind.CUT), Kind.INTEGER),
        Column("insertions", "Of copies: how often words were put in.", _edits(EditKind.INSERTION), Kind.INTEGER),
        *_STORY,
        Column("score", "How sure the machine is, 0 to 1.", lambda _, row: rounded(row["edge"].score), Kind.NUMBER),
        Column("by", "The rule that found it.", _edge("by")),
    ),
    _lineage_rows,
    story=True,
)


def _story_rows(_: Journey) -> list[Row]:
    return [{}]


STORIES: Sheet[Journey] = Sheet(
    "stories",
    "Happenings that reports tell of.",
    (
        Column("id", "Id of the story.", lambda journey, _: journey.story.id),
        Column("title", "A headline of one of its reports.", lambda journey, _: journey.story.title),
        Column(
            "first",
            "Day of publication of its earliest report that has a date.",
            lambda journey, _: journey.story.first,
            Kind.DAY,
        ),
        Column("last", "The same of its latest.", lambda journey, _: journey.story.last, Kind.DAY),
        Column("reports", "How many reports tell it.", lambda journey, _: len(journey.travel.reports), Kind.INTEGER),
        Column(
            "matters", "How many matters they tell of.", lambda journey, _: len(journey.travel.matters), Kind.INTEGER
        ),
        Column(
            "contradictions",
            "How many pairs of statements contradict each other.",
            lambda journey, _: sum(one.kind is RelationKind.CONTRADICTS for one in journey.travel.relations),
            Kind.INTEGER,
        ),
        Column(
            "mismatches",
            "How many statements differ from what their named source says.",
            lambda journey, _: len(journey.travel.mismatches),
            Kind.INTEGER,
        ),
        Column("places", "The places most named.", lambda journey, _: "; ".join(journey.story.places)),
        Column("actors", "Who is most named.", lambda journey, _: "; ".join(journey.story.actors)),
    ),
    _story_rows,
    story=True,
)
TOLD: dict[str, Sheet[Journey]] = {sheet.name: sheet for sheet in (STORIES, MATTERS, RELATIONS, QUOTES, LINEAGE)}
"""Each sheet of what was found between reports by its name."""
