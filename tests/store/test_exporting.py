"""What is exported of a store: a page at a time, narrowed down as searches are, with what the store knows beside."""

from __future__ import annotations

import pytest

from accordingto.model import Act, UsageError
from accordingto.store.exporting import Scope, count, resolved, shelved, story, story_ids, used_runs
from accordingto.store.filters import Filters
from accordingto.store.store import Store
from tests.export.invented import RUN
from tests.store import told
from tests.store.made import claimed_entry, invented_entry


@pytest.fixture
def full(store: Store) -> Store:
    told.compared(store, told.crossing_story(store))
    store.put(claimed_entry(url="https://ledger.example/a", cases=("coast",)))
    return store


def ids(store: Store, scope: Scope, size: int = 100) -> list[str]:
    return [one.reading.report.id for one in shelved(store, scope, size=size)]


def test_pages_give_the_same_as_one(full: Store) -> None:
    whole = ids(full, Scope())
    assert len(whole) == 6 == count(full, Scope())
    assert ids(full, Scope(), size=1) == ids(full, Scope(), size=4) == whole
    assert [one.reading for one in shelved(full, Scope())] == list(full.readings())


def test_matters_and_stories_stand_beside_their_statements(full: Store) -> None:
    record, travel, shelves = story(full, "story-crossing")
    assert len(shelves) == 5
    assert story_ids(full, Scope()) == [record.id]
    ranges = {matter.id: matter.origins for matter in travel.matters}
    found = [(ident, told) for shelf in shelves for ident, several in shelf.matters.items() for told in several]
    assert {told.id for _, told in found} == set(ranges)
    assert all((told.at_least, told.at_most) == ranges[told.id] for _, told in found)
    members = {matter.id: matter.statements for matter in travel.matters}
    assert {(told.id, ident) for ident, told in found} == {
        (ident, one) for ident, held in members.items() for one in held
    }
    assert any(told.echo for _, told in found)
    assert any(not told.echo for _, told in found)
    assert {shelf.story for shelf in shelves} == {"story-crossing"}


def test_a_scope_narrows_reports_and_statements(full: Store) -> None:
    assert len(ids(full, Scope(stories=("story-crossing",)))) == 5
    assert len(ids(full, Scope(Filters(cases=("coast",))))) == 1
    assert len(ids(full, Scope(Filters(outlets=("Harbour Post",)), stories=("story-crossing",)))) == 1
    denied = list(shelved(full, Scope(Filters(acts=(Act.DENY,))), size=2))
    assert denied
    for one in denied:
        acts = {statement.id: statement.act for statement in one.reading.statements}
        assert one.chosen
        assert {acts[ident] for ident in one.chosen} == {Act.DENY}
    assert not ids(full, Scope(Filters(since="2031")))


def test_earlier_editions_are_left_out_unless_asked_for(store: Store) -> None:
    url = "https://ledger.example/a"
    store.put(invented_entry(url=url))
    store.put(claimed_entry(url=url))
    assert [(one.edition, one.latest) for one in shelved(store, Scope())] == [(2, True)]
    assert [(one.edition, one.latest) for one in shelved(store, Scope(editions=True))] == [(1, False), (2, True)]


def test_what_is_not_there_is_said(full: Store) -> None:
    with pytest.raises(UsageError, match="no story or report nowhere"):
        resolved(full, Scope(stories=("nowhere",)))
    with pytest.raises(UsageError, match="no collection 'nothing'"):
        resolved(full, Scope(Filters(cases=("nothing",))))
    assert RUN in used_runs(full)
