"""Actors of the registry, places and outlets, out of a store: what is found, counted, and gone on with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accordingto.model import Field, NotKept
from accordingto.store import located, outletbook, registered, wordings
from accordingto.store.cited import cited
from accordingto.store.store import Store
from tests.export.claimed import FRONT
from tests.store.made import claimed_entry, invented_entry, unread

COPIES = 3


@pytest.fixture
def filled(store: Store) -> Store:
    """A report three times at other addresses, another one, and two editions that were not read."""
    for n in range(COPIES):
        entry = claimed_entry(url=f"https://post.example/{n}")
        outlet = Field(f"Outlet {n % 2}", "given")
        report = replace(entry.report, outlet=outlet)
        store.put(replace(entry, report=report, reading=replace(entry.reading, report=report)))
    store.put(invented_entry(url="https://post.example/b"))
    store.put(unread("One was killed.", url="https://post.example/c"))
    store.put(unread("Two were killed.", url="https://post.example/c"))
    return store


def test_actors_are_counted_by_the_reports_that_name_them(filled: Store) -> None:
    with filled.looking() as connection:
        (front,) = registered.named(connection)
        assert (front.id, front.name, front.reports) == (FRONT, "Kharan Front", COPIES)
        assert registered.reports_naming(connection, (FRONT,)) == (COPIES, False)
        assert registered.meant(connection, "kharan") == registered.meant(connection, "KF") == {FRONT}
        assert registered.meant(connection, "Hazrun") == registered.meant(connection, "…") == frozenset()


def test_only_actors_of_the_registry_are_followed(filled: Store) -> None:
    with filled.looking() as connection:
        assert registered.actor_of(connection, FRONT).facts[0].value == "state:orvenia"
        for other in ("Nadim Hazrun", "entity-1", "person:nadim-hazrun"):
            with pytest.raises(NotKept, match="outside the registry are not followed"):
                registered.actor_of(connection, other)


def test_statements_of_an_actor_are_gone_through_page_by_page(filled: Store) -> None:
    with filled.looking() as connection:
        whole = registered.statements_of(connection, (FRONT,), registered.OF, after=None, limit=100)
        assert len(whole) == COPIES
        assert set(whole.values()) == {("actor", "holder")}
        assert registered.count_of(connection, (FRONT,), registered.OF) == (COPIES, False)
        found: list[int] = []
        while page := registered.statements_of(
            connection, (FRONT,), registered.OF, after=found[-1] if found else None, limit=2
        ):
            found += page
        assert found == list(whole) == sorted(whole, reverse=True)
        assert registered.statements_of(connection, (FRONT,), registered.SAYS, after=None, limit=9) == {}
        assert {row["content"][:7] for row in cited(connection, found)} == {"Rockets"}
        assert registered.contradictions_of(connection, (FRONT,), after=None, limit=9) == []


def test_contradictions_are_found_from_either_side(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlalchemy import insert, select

    from accordingto.store.contradicting import pairs_of
    from accordingto.store.schema.claims import statements
    from accordingto.store.schema.stories import stories
    from accordingto.store.schema.travel import relations

    with filled.writing() as connection:
        values = {"id": "story-1", "reports": 2, "revision": 1, "changed": False}
        story = connection.execute(insert(stories).values(values)).inserted_primary_key[0]
        named = list(registered.statements_of(connection, (FRONT,), registered.OF, after=None, limit=9))
        other = connection.scalar(select(statements.c.key).where(statements.c.content.like("Fewer%")).limit(1))
        ends = {"a_start": 0, "a_end": 5, "b_start": 0, "b_end": 5, "score": 0.9, "by": "test", "kind": "contradicts"}
        for n, (a, b) in enumerate(((named[0], other), (other, named[1]), (other, other))):
            pair = {"key": 7 + n, "story_key": story, "a_key": a, "b_key": b, **ends}
            connection.execute(insert(relations).values(pair))
    with filled.looking() as connection:
        assert registered.contradictions_of(connection, (FRONT,), after=None, limit=9) == [8, 7]
        assert registered.contradictions_of(connection, (FRONT,), after=8, limit=9) == [7]
        monkeypatch.setattr(registered, "FEW", 0)
        assert registered.contradictions_of(connection, (FRONT,), after=None, limit=9) == [8, 7]
        assert [one.story for one in pairs_of(connection, [8, 7])] == ["story-1", "story-1"]


def test_words_for_an_actor_are_counted_by_outlet(filled: Store) -> None:
    with filled.looking() as connection:
        found = wordings.wordings(connection, [FRONT], most=9)
        assert wordings.looked_through(connection, [FRONT]) == COPIES
    names = {(one.outlet, one.words): one for one in found if one.kind == wordings.NAME}
    assert {key: one.times for key, one in names.items()} == {
        ("Outlet 0", "Kharan Front"): 2,
        ("Outlet 1", "Kharan Front"): 1,
        ("Outlet 0", "Front"): 2,
        ("Outlet 1", "Front"): 1,
    }
    one = names["Outlet 0", "Kharan Front"]
    assert (one.before, one.text) == ("Rockets fired by ", "the Kharan Front")
    assert one.behind.startswith(" hit the market")
    acts = {(one.words, one.means) for one in found if one.kind == wordings.ACT}
    assert acts == {("Rockets … hit", "ASSAULT")}


def test_places_are_counted_and_what_is_claimed_there_is_told(filled: Store) -> None:
    with filled.looking() as connection:
        found = {one.id: one for one in located.located(connection)}
        assert found["world:manshar"].statements == 2 * COPIES
        assert [one.id for one in located.meant([*found.values()], "camp")] == ["region:hadra"]
        assert located.place_of(connection, "world:manshar")["latitude"] == 35.25
        assert located.toponyms_of(connection, "world:manshar") == [("Manshar", 2 * COPIES)]
        with pytest.raises(NotKept, match="not resolved have no page"):
            located.place_of(connection, "Dorva")
        control = located.control_of(connection, "world:manshar")
    assert [(row["status"], row["asserted"], row["as_of_start"]) for row in control] == [
        ("holds", False, "2023-03-12")
    ] * COPIES
    assert control[0]["holders"] == [{"name": "Kharan Front", "words": "Front", "actor": FRONT}]


@pytest.mark.parametrize("chunk", [400, 1])
def test_events_at_a_place_are_gone_through_page_by_page(
    filled: Store, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(located, "CHUNK", chunk)
    with filled.looking() as connection:
        whole = located.events_at(connection, "world:manshar", after=None, limit=100)
        assert len(whole) == 2 * COPIES
        assert not any(row["type"] == "REJECT" for row in whole)
        found: list[int] = []
        while page := located.events_at(connection, "world:manshar", after=found[-1] if found else None, limit=1):
            found += [row["key"] for row in page]
        assert found == [row["key"] for row in whole]
    market = next(row for row in whole if row["actors"])
    assert [victims["harm"] for victims in market["victims"]] == ["killed", "killed"]


def test_what_lies_in_what_follows_the_gazetteer() -> None:
    def place(ident: str, kind: str, country: str | None, admin1: str | None = None) -> located.Located:
        return located.Located(ident, ident, kind, country, admin1, 1)

    every = [
        place("orvenia", "country", "Orvenia"),
        place("kharan", "admin1", "Orvenia", "kharan"),
        place("manshar", "settlement", "Orvenia", "kharan"),
        place("selmar", "settlement", "Orvenia"),
        place("sea", "water", None),
    ]
    rows = {one.id: {"kind": one.kind, "country": one.country, "admin1": one.admin1, "name": one.name} for one in every}

    def inside(ident: str) -> list[str]:
        return [one.id for one in located.inside(every, rows[ident], ident)]

    def around(ident: str) -> list[str]:
        return [one.id for one in located.around(every, rows[ident], ident)]

    assert inside("orvenia") == ["kharan", "manshar", "selmar"]
    assert inside("kharan") == ["manshar"]
    assert inside("sea") == inside("manshar") == around("sea") == around("orvenia") == []
    assert around("manshar") == ["kharan", "orvenia"]
    assert around("selmar") == ["orvenia"]


def test_outlets_are_counted_with_what_they_are_counted_in(filled: Store) -> None:
    with filled.looking() as connection:
        found = {one.name: one for one in outletbook.outlets(connection)}
        assert set(found) == {"Outlet 0", "Outlet 1", "The Harbour Post", None}
        two = found["Outlet 0"]
        assert (two.reports, two.read, two.statements, two.attributed, two.unnamed) == (2, 2, 12, 12, 2)
        assert (found[None].reports, found[None].read, found[None].statements) == (1, 0, 0)
        assert (two.compared, two.copied, two.credited) == (0, 0, 0)
        assert outletbook.outlet_of(connection, "Outlet 0") == two
        with pytest.raises(NotKept, match="no report of this store is of an outlet nobody"):
            outletbook.outlet_of(connection, "nobody")
        assert {row["act"]: row["statements"] for row in outletbook.acts(connection, "Outlet 1")}["deny"] == 1


def test_reports_of_an_outlet_are_gone_through_page_by_page(filled: Store) -> None:
    with filled.looking() as connection:
        whole = outletbook.reports_by(connection, "Outlet 0", after=None, limit=9)
        first = outletbook.reports_by(connection, "Outlet 0", after=None, limit=1)
        rest = outletbook.reports_by(connection, "Outlet 0", after=first[0]["id"], limit=9)
        assert first + rest == whole
        assert len(whole) == 2
        with pytest.raises(NotKept):
            outletbook.reports_by(connection, "Outlet 0", after="report-none", limit=1)


def test_copied_words_and_credited_sources_are_counted(filled: Store) -> None:
    from sqlalchemy import insert, select

    from accordingto.store.schema.records import reports
    from accordingto.store.schema.stories import stories, story_reports
    from accordingto.store.schema.travel import lineage

    with filled.writing() as connection:
        keys = list(connection.scalars(select(reports.c.key).where(reports.c.outlet == "Outlet 0").order_by("key")))
        other = connection.scalar(select(reports.c.key).where(reports.c.outlet == "Outlet 1"))
        held = connection.scalar(select(story_reports.c.story_key).where(story_reports.c.report_key == keys[0]))
        if held is None:
            values = {"id": "story-1", "reports": 3, "revision": 1, "changed": False}
            held = connection.execute(insert(stories).values(values)).inserted_primary_key[0]
            rows = [{"report_key": key, "story_key": held, "day": 1, "terms": b"", "rarities": b""} for key in keys]
            connection.execute(insert(story_reports), rows)
        connection.execute(stories.update().values(changed=False))
        edge = {"story_key": held, "substitutions": 0, "cuts": 0, "insertions": 0, "score": 1.0, "by": "test"}
        rows = [
            {**edge, "key": 1, "report_key": keys[1], "kind": "copies", "target_key": other, "target": "x", "known": True, "ordered": True,
             "share": 0.5},
            {**edge, "key": 2, "report_key": keys[1], "kind": "copies", "target_key": keys[0], "target": "y", "known": True,
             "ordered": False, "share": 0.9},
            {**edge, "key": 3, "report_key": keys[0], "kind": "cites", "target_key": None, "target": "Northwire", "known": False,
             "ordered": True, "share": None},
        ]  # fmt: skip
        connection.execute(insert(lineage), rows)
    with filled.looking() as connection:
        one = outletbook.outlet_of(connection, "Outlet 0")
        assert (one.compared, one.copying, one.credited) == (2, 1, 1)
        assert one.copied == int(one.words / 2 * 0.5)
        assert outletbook.credited(connection, "Outlet 0") == [{"name": "Northwire", "reports": 1}]
