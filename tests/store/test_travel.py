"""How reports travelled, kept: lossless, in rows, under ids that stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import delete, func, select, text

from accordingto.compare.travel import Travel
from accordingto.model import (
    Difference,
    Matter,
    Mismatch,
    Occasion,
    Passage,
    QuoteGroup,
    Relation,
    RelationKind,
    Slot,
    Variant,
)
from accordingto.pipeline.relating import Related
from accordingto.store.schema import metadata
from accordingto.store.schema.records import reports
from accordingto.store.schema.stories import story_reports
from accordingto.store.store import Store
from accordingto.store.travel_record import pack, unpack
from accordingto.store.verify import findings
from tests.compare import crossing
from tests.store import told
from tests.store.made import claimed_entry, entry_of

TABLES = (
    "travels",
    "lineage",
    "lineage_evidence",
    "quote_groups",
    "quote_variants",
    "matters",
    "matter_statements",
    "occasions",
    "relations",
    "differences",
    "mismatches",
    "mismatch_differences",
)


def counted(store: Store) -> dict[str, int]:
    with store.looking() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(metadata.tables[name])) or 0 for name in TABLES
        }


def rows(store: Store, view: str) -> list[dict]:
    with store.looking() as connection:
        return [dict(row._mapping) for row in connection.execute(text(f"SELECT * FROM {view} ORDER BY key"))]


def made(readings) -> Related:
    """Something of everything, made by hand: one matter, one quotation, one contradiction, one mismatch."""
    found = told.relate(readings)
    ordered = {reading.report.id: reading for reading in readings}
    first, *others = (ordered[report] for report in found.travel.reports)
    a, b = first.statements[1], others[0].statements[1]
    here, there = Passage(first.report.id, a.content), Passage(others[0].report.id, b.content)
    difference = Difference(Slot.ACTOR, here, there, "coalition", "Upland Forces")
    variants = tuple(
        Variant(reading.report.id, reading.statements[2].content, reading.statements[2].id, "Thackley")
        for reading in (first, *others)
    )
    occasion = Occasion("occasion-1", "briefing", "a briefing", "2023-11-14", (first.report.id, "Northwire"), (here,))
    members = tuple(reading.statements[1].id for reading in (first, *others))
    matter = Matter(
        "matter-1",
        members,
        found.travel.reports,
        (occasion,),
        (1, 2),
        found.travel.reports[1:],
        "the coalition does not intend to",
    )
    travel = replace(
        found.travel,
        quotes=(QuoteGroup("quote-1", variants, 0.9, "test"),),
        matters=(matter,),
        relations=(Relation(a.id, b.id, RelationKind.CONTRADICTS, (difference,), 0.8, "test"),),
        mismatches=(Mismatch(b.id, a.id, there, (difference,), 0.7, "test"),),
    )
    return Related(travel, (), ())


def test_what_is_found_comes_back_equal(store: Store) -> None:
    ident = told.crossing_story(store)
    assert store.travel(ident) is None
    found = told.compared(store, ident, made)
    assert store.travel(ident) == found.travel
    assert list(store.changed_stories()) == []


def test_every_table_is_filled_and_a_second_time_changes_nothing(store: Store) -> None:
    ident = told.crossing_story(store)
    told.compared(store, ident, made)
    counts = counted(store)
    assert all(counts.values()), counts
    with store.looking() as connection:
        keys = [*connection.scalars(select(metadata.tables["relations"].c.key))]
    told.story(store, ident, store.story(ident).reports)
    told.compared(store, ident, made)
    assert counted(store) == counts
    with store.looking() as connection:
        assert [*connection.scalars(select(metadata.tables["relations"].c.key))] == keys


def test_views_show_both_sentences_and_the_slot(store: Store) -> None:
    ident = told.crossing_story(store)
    found = told.compared(store, ident, made).travel
    (row,) = rows(store, "relations_flat")
    texts = {reading.report.id: reading.report.text for reading in store.story_readings(ident)}
    assert (row["slot"], row["a_value"], row["b_value"]) == ("actor", "coalition", "Upland Forces")
    assert row["a_sentence"] in texts[row["a_report"]]
    assert row["b_sentence"] in texts[row["b_report"]]
    assert row["a_content"] in row["a_sentence"]
    assert row["matter"] == found.matters[0].id
    (mismatch,) = rows(store, "mismatches_flat")
    assert mismatch["named"] in texts[mismatch["b_report"]]
    edges = rows(store, "lineage_flat")
    assert len(edges) == len(found.lineage)
    assert all(edge["words"] for edge in edges)
    assert any(edge["source"] == "Northwire" for edge in edges)
    assert {row["words"] for row in rows(store, "quotes_flat")} >= {
        row["utterance"] for row in rows(store, "quotes_flat")
    }
    (matter,) = rows(store, "matters_flat")
    assert (matter["at_least"], matter["at_most"], matter["contradictions"]) == (1, 2, 1)


def test_a_story_that_changed_meanwhile_stays_to_be_compared(store: Store) -> None:
    ident = told.crossing_story(store)
    assembled = store.assembled(ident)
    assert assembled is not None
    related = made(assembled.readings)
    told.story(store, ident, store.story(ident).reports[:-1])
    assert not store.keep_travel(assembled, related)
    assert store.travel(ident) is None
    assert list(store.changed_stories()) == [ident]


def part(reports: int):
    """A comparison that finds the matter and quotation of `made` among so many of the first reports only."""

    def work(readings) -> Related:
        related = made(readings)
        travel = related.travel
        first = set(travel.reports[:reports])
        by = {s.id: r.report.id for r in readings for s in r.statements}
        matter, group = travel.matters[0], travel.quotes[0]
        kept_in = tuple(one for one in matter.statements if by[one] in first)
        small = replace(matter, id=f"matter-{reports}", statements=kept_in, reports=travel.reports[:reports], echoes=())
        quoted = tuple(v for v in group.variants if v.report in first)
        return Related(
            replace(travel, matters=(small,), quotes=(replace(group, id=f"quote-{reports}", variants=quoted),)), (), ()
        )

    return work


def test_a_group_that_grows_keeps_its_id(store: Store) -> None:
    ident = told.crossing_story(store)
    first = told.compared(store, ident, part(2)).travel
    told.story(store, ident, store.story(ident).reports)
    told.compared(store, ident, part(5))
    travel = store.travel(ident)
    assert travel is not None
    assert [one.id for one in travel.matters] == [first.matters[0].id] == ["matter-2"]
    assert [one.id for one in travel.quotes] == ["quote-2"]
    assert len(travel.matters[0].reports) == 5
    assert rows(store, "matters_flat")[0]["reports"] == 5
    with store.looking() as connection:
        assert connection.scalar(select(func.count()).select_from(metadata.tables["group_ledger"])) == 0


def test_stories_that_merge_keep_the_ids_of_what_they_tell(store: Store) -> None:
    reports = told.put(store, crossing.readings())
    one, other = told.story(store, "story-1", reports[:3]), told.story(store, "story-2", reports[3:])
    told.compared(store, one, made)
    told.compared(store, other, made)
    assert store.travel(other).matters[0].id != store.travel(one).matters[0].id
    lost = store.travel(other).matters[0].id
    told.story(store, one, reports)
    told.compared(store, one, made)
    travel = store.travel(one)
    assert [matter.id for matter in travel.matters] == ["matter-1"]
    with store.looking() as connection:
        ledger = [tuple(row)[1:4] for row in connection.execute(select(metadata.tables["group_ledger"]))]
    assert (lost, "merged", "matter-1") in ledger
    assert len(rows(store, "matters_flat")) == 1


@pytest.mark.parametrize("moved", [False, True])
def test_forgetting_a_report_leaves_no_word_of_it(store: Store, moved: bool) -> None:
    ident = told.crossing_story(store)
    travel = told.compared(store, ident, made).travel
    gone = travel.reports[0]
    if moved:  # it left the story after its reports were compared
        with store.writing() as connection:
            key = select(reports.c.key).where(reports.c.id == gone).scalar_subquery()
            connection.execute(delete(story_reports).where(story_reports.c.report_key == key))
    store.forget(gone, at="2024-01-01T00:00:00Z")
    counts = counted(store)
    assert counts["travels"] == counts["relations"] == counts["lineage"] == counts["occasions"] == 0
    assert [row["label"] for row in rows(store, "matters_flat")] == [""]
    assert [row["utterance"] for row in rows(store, "quotes_flat") if row["report"] == gone] == []
    told.story(store, ident, [report for report in travel.reports if report != gone])
    told.compared(store, ident, made)
    assert store.travel(ident).matters[0].id == "matter-1"


@pytest.mark.parametrize("words", ["\ud800", "\x00", "␛", "“مدينة”\u00a0"])
def test_words_that_no_database_holds(store: Store, words: str) -> None:
    ident = told.crossing_story(store)

    def work(readings) -> Related:
        related = made(readings)
        matter = replace(related.travel.matters[0], label=words)
        return Related(replace(related.travel, matters=(matter,)), (), ())

    told.compared(store, ident, work)
    assert store.travel(ident).matters[0].label == words


def test_a_record_is_equal_after_packing() -> None:
    found = made(tuple(crossing.readings())).travel
    assert isinstance(found, Travel)
    assert unpack(pack(found).data) == found


TAMPERED = [
    ("UPDATE relations SET kind = 'agrees'", "relations"),
    ("UPDATE differences SET b_value = 'another'", "relations"),
    ("UPDATE lineage_evidence SET words = 'other words'", "lineage"),
    ("DELETE FROM lineage", "lineage"),
    ("UPDATE matters SET at_least = 7", "matters"),
    ("DELETE FROM occasions", "matters"),
    ("UPDATE quote_variants SET words = 'other words'", "quote_groups"),
    ("UPDATE mismatches SET named = 'nobody'", "mismatches"),
    ("UPDATE travels SET record_sha256 = 'x'", "record"),
    ("UPDATE travels SET record = X'00'", "damaged"),
]


@pytest.mark.parametrize(("sql", "what"), TAMPERED)
def test_what_is_tampered_with_is_found(store: Store, sql: str, what: str) -> None:
    ident = told.crossing_story(store)
    told.compared(store, ident, made)
    assert [one for one in findings(store) if one.kind == "story"] == []
    if what == "damaged" and store.engine.dialect.name == "postgresql":
        sql = "UPDATE travels SET record = '\\x00'"
    with store.writing() as connection:
        connection.execute(text(sql))
    found = [one for one in findings(store) if one.kind == "story"]
    assert found
    assert all(one.where == ident for one in found)
    assert any(what in one.what for one in found)


def test_a_story_of_reports_that_nobody_has_read_waits(store: Store) -> None:
    kept_unread = store.put(replace(claimed_entry(url="https://post.example/c"), reading=None)).report
    ident = told.story(store, "story-unread", [kept_unread])
    assert store.assembled(ident) is None
    assert list(store.changed_stories()) == [ident]


def test_vectors_that_are_kept_serve_the_comparison(store: Store) -> None:
    """So that a history is not encoded again."""
    readings = crossing.readings()
    contents = {reading.words(one.content) for reading in readings for one in reading.statements}
    given = {content: bytes([n % 127 + 1]) + bytes(383) for n, content in enumerate(sorted(contents))}
    reports_of = []
    for reading in readings:
        entry = entry_of(reading, url=f"https://outlet.example/{reading.report.id}", given={"vectors": given})
        reports_of.append(store.put(entry).report)
    assembled = store.assembled(told.story(store, "story-crossing", reports_of))
    assert assembled is not None
    assert dict(assembled.meanings) == given
