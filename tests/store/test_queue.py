"""What is to be decided next, who is given it, and who is to code what without seeing the other."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import product

import pytest
from sqlalchemy import insert

from accordingto.model import UsageError
from accordingto.model.people import Role
from accordingto.model.review import LAYERS, Action, Duty, State
from accordingto.pipeline.wording import chain_text
from accordingto.review import accept, applied, reject
from accordingto.store import leases
from accordingto.store.assigning import Assigning
from accordingto.store.queueing import Order, Queue
from accordingto.store.schema.records import reports
from accordingto.store.schema.reviewing import review_leases
from accordingto.store.store import Store
from tests.store.made import claimed_entry, invented_entry, unread


@pytest.fixture
def entry(store: Store):
    made = claimed_entry(url="https://ledger.example/a", cases=("one",))
    store.put(made)
    return made


def all_of(store: Store, asked: Queue) -> list:
    """Everything, page by page."""
    found, after = [], None
    while True:
        page = store.queue(replace(asked, after=after))
        found += page.items
        if page.next is None:
            return found
        after = page.next


def shown(store: Store, entry, viewer: str | None = None):
    return applied(store.reading(entry.report.id), store.decisions_of(entry.report.id, viewer=viewer))


def test_every_record_is_asked_about_once_whatever_the_page(store: Store, entry) -> None:
    for layer, order in product(LAYERS, (Order.SCORE, Order.TEXT)):
        wanted = {one.id: one for one in getattr(entry.reading, layer) if not getattr(one, "derived", False)}
        found = all_of(store, Queue(f"Nura {order}", order, layer, limit=2))
        assert len(found) == len(wanted)
        assert {one.record for one in found} == set(wanted)
        if order is Order.SCORE:
            assert [one.score for one in found] == sorted(one.score for one in found)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_record_comes_with_whose_statement_it_stands_in(store: Store, entry, layer: str) -> None:
    reading = store.reading(entry.report.id)
    statements = {one.id: one for one in reading.statements}
    for item in all_of(store, Queue("Nura", layer=layer)):
        record = next(one for one in getattr(reading, layer) if one.id == item.record)
        own = record if layer == "statements" else statements.get(getattr(record, "statement", None))
        if own is not None:
            assert (item.according, item.act) == (chain_text(own) if own.voices else "", own.act)


@pytest.mark.parametrize("layer", ["statements", "places"])
def test_what_one_has_decided_on_is_not_asked_again(store: Store, entry, layer: str) -> None:
    first = store.queue(Queue("Nura", layer=layer, limit=1)).items[0]
    made = store.decide(accept(shown(store, entry), layer, first.record, by="Nura"))
    assert first.record not in {one.record for one in all_of(store, Queue("Nura", layer=layer))}
    (again,) = [one for one in all_of(store, Queue("Sami", layer=layer)) if one.record == first.record]
    assert (again.decided, again.tag) == (1, made.key)
    assert first.record not in {one.record for one in all_of(store, Queue("Sami", layer=layer, fresh=True))}


def test_unnamed_voices_and_statements_without_content_are_asked_about(store: Store, entry) -> None:
    store.put(invented_entry(url="https://post.example/b"))
    readings = [store.reading(name) for name in store.reports()]
    unnamed = {one.id for reading in readings for one in reading.statements if one.innermost.source.unnamed}
    assert {one.record for one in all_of(store, Queue("Nura", Order.UNNAMED, limit=1))} == unnamed
    held = {one.statement for reading in readings for one in (*reading.events, *reading.estimates, *reading.control)}
    bare = {one.id for reading in readings for one in reading.statements if one.voices and one.id not in held}
    assert bare
    assert {one.record for one in all_of(store, Queue("Nura", Order.MISSING, limit=1))} == bare
    with pytest.raises(UsageError, match="of statements"):
        store.queue(Queue("Nura", Order.UNNAMED, "events"))


def test_only_the_latest_edition_is_asked_about_and_a_case_narrows_it(store: Store, entry) -> None:
    assert all_of(store, Queue("Nura", case="one", report=entry.report.id))
    assert all_of(store, Queue("Nura", case="two")) == []
    store.put(unread("Two were killed.", url="https://ledger.example/a"))
    assert all_of(store, Queue("Nura")) == []


def test_a_queue_that_cannot_be_asked_for_says_why(store: Store) -> None:
    for wrong, message in (
        (Queue("Nura", layer="moods"), "cannot be reviewed"),
        (Queue("Nura", limit=0), "1 to 500"),
        (Queue("Nura", after="somewhere"), "page before"),
        (Queue("Nura", after="[1]"), "page before"),
    ):
        with pytest.raises(UsageError, match=message):
            store.queue(wrong)


def test_two_coders_are_not_given_the_same(store: Store, entry, monkeypatch: pytest.MonkeyPatch) -> None:
    first = store.queue(Queue("Nura", limit=2, lease=60)).items
    second = store.queue(Queue("Sami", limit=2, lease=60)).items
    assert not {one.record for one in first} & {one.record for one in second}
    assert store.queue(Queue("Nura", limit=2, lease=60)).items == first  # one's own are given again
    store.decide(accept(shown(store, entry), "statements", first[0].record, by="Sami"))  # a lease keeps nobody out
    store.decide(accept(shown(store, entry), "statements", first[1].record, by="Nura"))
    given = {one.record for one in all_of(store, Queue("Lio", limit=1))}
    assert first[0].record not in given
    assert first[1].record in given  # whoever decided let go of it
    monkeypatch.setattr(leases.time, "time", lambda: time.monotonic() + 10**10)
    assert first[0].record in {one.record for one in all_of(store, Queue("Lio", limit=1, lease=60))}


def test_a_lease_of_a_forgotten_record_goes_by_itself(store: Store, entry) -> None:
    with store.writing() as connection:
        connection.execute(insert(review_leases).values(digest="x", holder="Nura", until=0.0))
    store.queue(Queue("Nura", lease=60))
    with store.looking() as connection:
        assert connection.scalar(review_leases.select().where(review_leases.c.digest == "x")) is None


def test_blind_coders_see_nothing_of_each_other_until_both_are_done(store: Store, entry) -> None:
    name, ident = entry.report.id, entry.reading.statements[0].id
    assert store.assign(Assigning("pilot", (name,), ("Nura", "Sami")), by="Ora") == 2
    assert store.assign(Assigning("pilot", (name,), ("Nura", "Sami")), by="Ora") == 0
    store.decide(reject(shown(store, entry), "statements", ident, by="Lio"))  # somebody else, before
    store.decide(accept(shown(store, entry, "Nura"), "statements", ident, by="Nura", batch="pilot"))
    assert [one.by for one in store.decisions_of(name, viewer="Sami")] == []
    assert [one.by for one in store.decisions_of(name, viewer="Nura")] == ["Nura"]
    assert [one.by for one in store.decisions_of(name, viewer="Lio")] == ["Lio", "Nura"]
    mine = next(one for one in all_of(store, Queue("Sami", batch="pilot")) if one.record == ident)
    assert (mine.decided, mine.tag) == (0, None)
    made = store.decide(reject(shown(store, entry, "Sami"), "statements", ident, by="Sami", batch="pilot"))
    assert made.conflicts == ()  # being told would tell
    assert store.decision(made.key).conflicts is None
    store.coded(name, by="Nura", rest=Action.ACCEPT, batch="pilot")
    assert {one.by for one in store.decisions_of(name, viewer="Nura")} == {"Nura"}
    assert [one.state for one in store.assignments(batch="pilot")] == [State.DONE, State.OPEN]
    assert list(store.coded_together("pilot")) == []
    done = store.coded(name, by="Sami", rest=Action.ACCEPT, batch="pilot")
    assert {one.by for one in store.decisions_of(name, viewer="Nura")} == {"Lio", "Nura", "Sami"}
    ((report, both),) = store.coded_together("pilot")
    assert (report, [one.coder for one in both]) == (name, ["Nura", "Sami"])
    store.undo(done.key, by="Sami")
    assert [one.coder for one in store.assignments(state=State.OPEN)] == ["Sami"]
    assert {one.by for one in store.decisions_of(name, viewer="Nura")} == {"Nura"}


def test_the_queue_of_a_batch_is_of_what_is_assigned_and_kept_from_nobody(store: Store, entry) -> None:
    other = invented_entry(url="https://post.example/b")
    store.put(other)
    store.assign(Assigning("pilot", (entry.report.id, other.report.id), ("Nura", "Sami", "Lio")), by="Ora")
    held = {one.coder: [] for one in store.assignments()}
    for one in store.assignments(batch="pilot"):
        held[one.coder].append(one.report)
    assert sorted(map(len, held.values())) == [1, 1, 2]
    for coder, wanted in held.items():
        found = all_of(store, Queue(coder, Order.TEXT, batch="pilot", lease=60))
        assert {one.report for one in found} == set(wanted)
    assert all_of(store, Queue("Ora", batch="pilot")) == []
    assert store.withdraw("pilot", coder="Lio") == len(held["Lio"])
    assert all_of(store, Queue("Lio", batch="pilot")) == []


def test_taking_back_that_a_report_is_coded_opens_only_what_is_not_coded_any_more(store: Store, entry) -> None:
    name = entry.report.id
    for batch, layers in (("places alone", ("places",)), ("all", tuple(LAYERS))):
        store.assign(Assigning(batch, (name,), ("Nura",), 1, layers=layers), by="Ora")
    store.coded(name, by="Nura", layers=("places",), rest=Action.ACCEPT)
    assert [one.state for one in store.assignments()] == [State.DONE, State.OPEN]
    whole = store.coded(name, by="Nura", rest=Action.ACCEPT)
    assert [one.state for one in store.assignments()] == [State.DONE, State.DONE]
    store.undo(whole.key, by="Nura")
    assert [one.state for one in store.assignments()] == [State.DONE, State.OPEN]


def test_what_cannot_be_assigned_says_why(store: Store, entry) -> None:
    good = Assigning("pilot", (entry.report.id,), ("Nura", "Sami"))
    for wrong, message in (
        (replace(good, batch=" "), "a batch needs a name"),
        (replace(good, reports=()), "at least one"),
        (replace(good, coders=("Nura", "Nura")), "different coders"),
        (replace(good, each=3), "different coders"),
        (replace(good, coders=("Nura", "")), "a coder needs a name"),
        (replace(good, layers=("moods",)), "cannot be reviewed"),
        (replace(good, reports=("gone",)), "no report gone"),
    ):
        with pytest.raises(UsageError, match=message):
            store.assign(wrong, by="Ora")
    adjudicated = replace(good, duty=Duty.ADJUDICATE, each=1, coders=("Ora",))
    store.assign(adjudicated, by="Ora")
    (one,) = store.assignments(coder="Ora")
    assert (one.duty, one.blind, one.layers) == (Duty.ADJUDICATE, False, tuple(LAYERS))
    assert Role.ADJUDICATOR.settles


def test_assignments_go_with_their_report(store: Store, entry) -> None:
    store.assign(Assigning("pilot", (entry.report.id,), ("Nura", "Sami")), by="Ora")
    store.forget(entry.report.id, at="2023-03-14")
    assert store.assignments() == []
    with store.looking() as connection:
        assert connection.execute(reports.select()).all() == []
