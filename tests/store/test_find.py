"""The same searches find the same on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import event, select

from accordingto.model import Act, Actor, ActorKind, Factuality
from accordingto.model.protocols import Entry
from accordingto.model.review import GroupDecision, GroupKind
from accordingto.resources.gazetteer.known import Known
from accordingto.store import find as finding
from accordingto.store import search
from accordingto.store.counting import timeline
from accordingto.store.exporting import Scope, shelved
from accordingto.store.filters import Filters
from accordingto.store.find import Order, Target, find, rows
from accordingto.store.schema import metadata
from accordingto.store.store import Store
from tests.store.made import claimed_entry, invented_entry
from tests.store.spoken import FRONT, MANSHAR, Said, report


def found(store: Store, query: str | None = None, *, target: Target = Target.STATEMENTS, **asked) -> list[str]:
    """What is found: words of statements or titles of reports, sorted."""
    page = {name: asked.pop(name) for name in ("limit", "offset") if name in asked}
    with store.looking() as connection:
        hits = find(connection, query, Filters(**asked), target=target, **page)
        return sorted(
            row.content if target is Target.STATEMENTS else row.title for row in rows(connection, hits, target)
        )


def exported(store: Store, actor: str) -> set[str]:
    """Titles of the reports that an export of what names an actor holds."""
    shelves = shelved(store, Scope(filters=Filters(actors=(actor,))))
    return {str(one.reading.report.title.value) for one in shelves if one.reading.report.title}


def dated(store: Store, actor: str) -> int:
    """How many statements that name an actor are on a timeline."""
    with store.looking() as connection:
        return timeline(connection, None, Filters(actors=(actor,))).dated


def spoken_by(entry: Entry, actor: Actor) -> Entry:
    """A report whose voices below the outlet are an actor of the registry."""
    reading = entry.reading
    assert reading
    said = tuple(
        replace(
            one,
            chain=(
                one.chain[0],
                *(replace(link, source=replace(link.source, actor=actor.id)) for link in one.chain[1:]),
            ),
        )
        for one in reading.statements
    )
    return replace(entry, reading=replace(reading, statements=said, actors=(actor,)))


SHELLS = "Shells fell on the market of Mánshar"
MINES = "The army’s sappers mined the Al-Hol road on 1,000 metres"
FLED = "Two hundred people fled Dorva"
ARABIC = "قُتِلَ شَخْصَان في تل هارون"
STAY = "We will not attack Dorva"


@pytest.fixture
def filled(store: Store) -> Store:
    store.put(
        report(
            [
                Said(SHELLS, "Col. Ilyas Berend", Act.ALLEGE, place=("Mánshar", MANSHAR)),
                Said(MINES, "Kharan Front", Act.DENY, Factuality.CERTAIN_NOT, actor=("army", FRONT)),
                FLED,
            ],
            title="Shells on Manshar",
        )
    )
    store.put(report([Said(ARABIC, "أبو ليث"), STAY], outlet="Gulf Ledger", day="2023-04-02", title="Attack put off"))
    return store


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("shells", [SHELLS]),
        ("SHELLS market", [SHELLS]),
        ("shell", []),
        ("shell*", [SHELLS]),
        ("manshar", [SHELLS]),
        ("MÁNSHAR", [SHELLS]),
        ('"fell on the market"', [SHELLS]),
        ('"market the on fell"', []),
        ("“fell on”", [SHELLS]),
        ('"fell on the mark*"', [SHELLS]),
        ("army", [MINES]),
        ("army's", [MINES]),
        ("al-hol", [MINES]),
        ('"hol al"', []),
        ("1000", [MINES]),
        ("1,000", [MINES]),
        ("dorva", [FLED, STAY]),
        ("dorva -attack", [FLED]),
        ("dorva NOT attack", [FLED]),
        ("-dorva -army -shells", [ARABIC]),
        ("shells OR fled", [SHELLS, FLED]),
        ("shells OR fled dorva", [FLED]),
        ("(shells market) OR attack", [SHELLS, STAY]),
        ("dorva OR -army", [ARABIC, FLED, SHELLS, STAY]),
        ("قتل", [ARABIC]),
        ("قُتِلَ شخصان", [ARABIC]),
        ('"شخصان قتل"', []),
        ("berend", [SHELLS]),
        ("ليث", [ARABIC]),
        ("market berend", [SHELLS]),
        ('"market of manshar col"', []),
        ("\"will not attack'", [STAY]),
        ("don't", []),
        ("nothing-like-it", []),
    ],
)
def test_words_and_phrases(filled: Store, query: str, expected: list[str]) -> None:
    assert found(filled, query) == sorted(expected)


@pytest.mark.parametrize(
    "query",
    ["'", '"', "a'b\"c", "NEAR(a b)", "content:x", "a AND", "OR OR", "^a", "a + b", "{x y}: z", "x\\y", "a & | !b", ":*",
     "\ud800 a", "a\x00b", "--", "(((a", "a)))", "''; DROP TABLE reports", "* a", "a* *", '"a"*b', "%s %(x)s :asked ?"],
)  # fmt: skip
def test_whatever_is_typed_is_no_error_of_the_database(filled: Store, query: str) -> None:
    from accordingto.model import UsageError

    try:
        found(filled, query)
        found(filled, query, target=Target.REPORTS)
    except UsageError as error:
        assert "no word to look for" in str(error)  # noqa: PT017


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"sources": ("berend",)}, [SHELLS]),
        ({"sources": ("Ilyas Berend",)}, [SHELLS]),
        ({"sources": ("Berend Ilyas",)}, []),
        ({"sources": ("Ber",)}, []),
        ({"sources": ("harbour post",)}, [FLED]),
        ({"outlets": ("Harbour Post",)}, [FLED, MINES, SHELLS]),
        ({"outlets": ("gulf",)}, [ARABIC, STAY]),
        ({"acts": (Act.DENY,)}, [MINES]),
        ({"acts": (Act.DENY, Act.ALLEGE)}, [MINES, SHELLS]),
        ({"commitments": (Factuality.CERTAIN_NOT,)}, [MINES]),
        ({"actors": ("Kharan Front",)}, [MINES]),
        ({"actors": ("the lions",)}, [MINES]),
        ({"actors": ("group:kharan-front",)}, [MINES]),
        ({"actors": ("berend",)}, []),
        ({"places": ("Manshar",)}, [SHELLS]),
        ({"places": ("test:1",)}, [SHELLS]),
        ({"places": ("upper asur",)}, [SHELLS]),
        ({"places": ("XA",)}, [SHELLS]),
        ({"places": ("Asuria",), "known": Known(countries=frozenset({"XA"}))}, [SHELLS]),
        ({"places": ("The Upper Land",), "known": Known(units=frozenset({("XA", "Upper Asur")}))}, [SHELLS]),
        ({"places": ("Elsewhere",), "known": Known(ids=frozenset({"test:2"}))}, []),
        ({"since": "2023-04"}, [ARABIC, STAY]),
        ({"since": "2023-03-13", "until": "2023-03-13"}, [FLED, MINES, SHELLS]),
        ({"until": "2023-03-12"}, []),
        ({"since": "2023"}, [ARABIC, FLED, MINES, SHELLS, STAY]),
        ({"since": "2022-05-07", "until": "2024-01-02"}, [ARABIC, FLED, MINES, SHELLS, STAY]),
        ({"cases": ("nowhere",)}, []),
        ({"acts": (Act.DENY,), "outlets": ("gulf",)}, []),
    ],
)
def test_filters(filled: Store, asked: dict[str, object], expected: list[str]) -> None:
    assert found(filled, **asked) == sorted(expected)


def test_filters_narrow_words(filled: Store) -> None:
    assert found(filled, "dorva", outlets=("gulf",)) == [STAY]
    assert found(filled, "-dorva", outlets=("gulf",)) == [ARABIC]


def test_reports_are_found_by_title_text_and_what_their_statements_are(filled: Store) -> None:
    assert found(filled, "shells", target=Target.REPORTS) == ["Shells on Manshar"]
    assert found(filled, "dorva", target=Target.REPORTS) == ["Attack put off", "Shells on Manshar"]
    assert found(filled, "dorva", target=Target.REPORTS, acts=(Act.DENY,)) == ["Shells on Manshar"]
    assert found(filled, "dorva", target=Target.REPORTS, acts=(Act.ACCUSE,)) == []
    assert found(filled, "dorva", target=Target.REPORTS, since="2023-04-01") == ["Attack put off"]
    assert found(filled, "fell attack", target=Target.REPORTS) == []


def test_a_day_that_is_not_known_is_found_where_it_may_be(store: Store) -> None:
    store.put(report(["In March"], day="2023-03"))
    store.put(report(["In that year"], day="2023"))
    store.put(report(["Who knows"], day=None))
    assert found(store, since="2023-03-20", until="2023-03-25") == ["In March", "In that year"]
    assert found(store, since="2023-04-01", until="2023-04-25") == ["In that year"]
    assert found(store, since="2024-01-01") == []


def test_without_words_the_newest_come_first(filled: Store) -> None:
    with filled.looking() as connection:
        hits = find(connection, None, Filters(), limit=3)
        assert (hits.order, hits.total, hits.more) == (Order.NEWEST, 5, False)
        assert [row.content for row in rows(connection, hits, Target.STATEMENTS)] == [ARABIC, STAY, SHELLS]
        second = find(connection, None, Filters(), limit=3, offset=3)
        assert [row.content for row in rows(connection, second, Target.STATEMENTS)] == [MINES, FLED]


@pytest.mark.parametrize("walked", [0, 1, 400])
def test_of_very_many_the_newest_are_looked_for_and_not_all_counted(
    filled: Store, monkeypatch: pytest.MonkeyPatch, walked: int
) -> None:
    with filled.looking() as connection:
        expected = find(connection, None, Filters()).keys
    monkeypatch.setattr(finding, "COUNTED", 2)
    monkeypatch.setattr(finding, "RANKED", 1)
    monkeypatch.setattr(finding, "WALKED", walked)
    with filled.looking() as connection:
        hits = find(connection, "dorva OR -dorva", Filters(), limit=4)
        assert (hits.order, hits.total, hits.more) == (Order.NEWEST, 2, True)
        assert hits.keys == expected[:4]
        assert find(connection, None, Filters(), offset=3).keys == expected[3:]
        march = find(connection, None, Filters(since="2023-03", until="2023-03"))
        assert (march.keys, march.more) == (expected[2:], True)


def test_what_says_it_more_comes_first(store: Store) -> None:
    store.put(report(["The mayor of Dorva spoke about the harvest, the weather and the bread for a long while."]))
    store.put(report(["Dorva, always Dorva."]))
    with store.looking() as connection:
        hits = find(connection, "dorva", Filters())
        assert hits.order is Order.BEST
        assert rows(connection, hits, Target.STATEMENTS)[0].content == "Dorva, always Dorva."


def test_a_case_is_asked_for_by_its_whole_name_whenever_a_report_came_into_it(store: Store) -> None:
    entry = report(["Shells fell"], cases=("Dorva 2023",))
    store.put(entry)
    assert found(store, cases=("dorva 2023",)) == ["Shells fell"]
    assert found(store, cases=("dorva",)) == []
    store.put(report(["Shells fell"], cases=("Another",)))
    assert found(store, cases=("Another",)) == ["Shells fell"]
    assert found(store, cases=("dorva 2023",)) == ["Shells fell"]
    assert found(store, "shells") == ["Shells fell"]


def test_a_newer_extraction_is_found_in_place_of_the_one_before(store: Store) -> None:
    from dataclasses import replace

    data, url = b"Shells fell on Dorva. Subscribe now!", "https://ledger.example/a"
    store.put(report(["Shells fell on Dorva. Subscribe now!"], data=data, url=url))
    later = report(["Shells fell on Dorva."], data=data, url=url)
    newer = replace(later.report, extraction="text-2")
    store.put(replace(later, report=newer, reading=replace(later.reading, report=newer)))
    assert found(store, "dorva") == ["Shells fell on Dorva."]
    assert len(found(store, "dorva", target=Target.REPORTS)) == 1


def test_another_reading_of_a_report_is_found_by_its_words_only(store: Store) -> None:
    from dataclasses import replace

    entry = report([Said("Shells fell on Dorva", "Col. Ilyas Berend"), "The bridge stands"])
    store.put(entry)
    run = replace(entry.reading.run, version="9.9")
    one = replace(entry.reading.statements[0], chain=entry.reading.statements[0].chain[:1])
    store.put(replace(entry, reading=replace(entry.reading, statements=(one,), run=run)))
    assert found(store, "dorva") == ["Shells fell on Dorva"]
    assert found(store, "bridge") == []
    assert found(store, sources=("berend",)) == []
    assert found(store, "bridge", target=Target.REPORTS) == ["Report"]


def test_a_report_that_is_dated_anew_is_found_by_its_new_day(store: Store) -> None:
    from dataclasses import replace

    said = ["The bridge stands"]
    entry, dated = report(said, day=None), report(said, day="2023-05-02")
    store.put(entry)
    run = replace(dated.reading.run, version="9.9")
    store.put(replace(dated, reading=replace(dated.reading, run=run)))
    assert found(store, "bridge", since="2023-05-01", until="2023-05-03") == said
    assert found(store, "bridge", until="2023-04-30") == []


@pytest.mark.parametrize("make", [invented_entry, claimed_entry])
def test_every_statement_of_a_whole_reading_is_indexed_and_can_be_forgotten(store: Store, make) -> None:
    entry = make()
    store.put(entry)
    assert len(found(store, limit=1000)) == len(entry.reading.statements)
    with store.writing() as connection:
        key = connection.scalar(select(metadata.tables["reports"].c.key))
        search.forget(connection, key)
    assert found(store) == []
    with store.writing() as connection:
        search.index(connection, key)
    assert len(found(store, limit=1000)) == len(entry.reading.statements)


def test_a_text_longer_than_an_index_takes_is_found_by_its_beginning(store: Store) -> None:
    words = " ".join(f"word{n}" for n in range(120_000))
    store.put(report([f"beginning {words} ending"]))
    assert len(found(store, "beginning")) == 1
    assert len(found(store, "word77")) == 1
    assert len(found(store, "word77", target=Target.REPORTS)) == 1


def test_actors_that_people_said_to_be_one_are_found_together(filled: Store) -> None:
    lions = Actor("group:lions", "Lions of Asur", ActorKind.ARMED_GROUP, ("Asur Lions",))
    third = Actor("group:third", "Third Corps", ActorKind.ARMED_GROUP)
    roars, rests = "The Lions took the old bridge", "The corps stayed away from the bridge"
    filled.put(report([Said(roars, actor=("Lions", lions)), Said(rests, actor=("corps", third))], title="Bridge"))
    both = sorted((MINES, roars))
    asked = ("group:kharan-front", "group:lions", "Jabhat Kharan", "Asur Lions")
    apart = [found(filled, actors=(name,)) for name in asked]
    assert apart == [[MINES], [roars], [MINES], [roars]]
    merged = GroupDecision("merge", GroupKind.ACTORS, (FRONT.id, lions.id), "Nura")
    key, _ = filled.decide_group(merged)
    for name in asked:
        assert found(filled, actors=(name,)) == both, name
        assert found(filled, "bridge", actors=(name,)) == [roars]
        assert found(filled, actors=(name,), target=Target.REPORTS) == ["Bridge", "Shells on Manshar"]
        assert exported(filled, name) == {"Bridge", "Shells on Manshar"}
        assert dated(filled, name) == 2
    assert found(filled, actors=(third.id,)) == [rests]
    later, _ = filled.decide_group(replace(merged, ids=(third.id, FRONT.id)))
    assert found(filled, actors=(lions.id,)) == sorted((*both, rests))
    filled.undo_group(later, by="Nura")
    filled.undo_group(key, by="Nura")
    assert [found(filled, actors=(name,)) for name in asked] == apart


def test_a_voice_that_is_one_with_another_is_found_with_it(store: Store) -> None:
    """The voices of these reports are actors of the registry."""
    lions = Actor("group:lions", "Lions of Asur", ActorKind.ARMED_GROUP)
    for n, (actor, words) in enumerate(((FRONT, SHELLS), (lions, FLED))):
        store.put(spoken_by(report([Said(words, actor.name)], title=f"Report {n}"), actor))
    assert found(store, sources=(lions.id,)) == [FLED]
    store.decide_group(GroupDecision("merge", GroupKind.ACTORS, (FRONT.id, lions.id), "Nura"))
    assert found(store, sources=(lions.id,)) == found(store, sources=(FRONT.id,)) == [SHELLS, FLED]


def test_without_an_actor_nothing_is_asked_of_decisions(filled: Store) -> None:
    with filled.looking() as connection:
        asked: list[str] = []
        event.listen(connection, "before_cursor_execute", lambda *call: asked.append(call[2]))
        find(connection, "shells", Filters(outlets=("Post",)))
        assert not [one for one in asked if "group_reviews" in one]
        find(connection, "shells", Filters(actors=(FRONT.id,)))
        assert len([one for one in asked if "group_reviews" in one]) == 1
