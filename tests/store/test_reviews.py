"""People's decisions: kept beside each other, taken back, told where they conflict, and carried to what other runs read."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import func, insert, select

from accordingto.model import Act, EvidenceError, Mood, Span, UsageError
from accordingto.model.people import Role
from accordingto.model.review import LAYERS, REPORT, Action, Decision, selected
from accordingto.review import accept, add, applied, comment, correct, reject
from accordingto.store.assigning import Assigning
from accordingto.store.judging import bringing
from accordingto.store.schema.reviewing import reviews, standing_reviews
from accordingto.store.store import Store
from accordingto.store.verify import findings
from tests.store.made import claimed_entry


@pytest.fixture
def entry(store: Store):
    made = claimed_entry(url="https://ledger.example/a")
    store.put(made)
    return made


def seen(store: Store, entry, viewer: str | None = None):
    return applied(store.reading(entry.report.id), store.decisions_of(entry.report.id, viewer=viewer))


def test_what_is_decided_is_kept_with_all_that_belongs_to_it(store: Store, entry) -> None:
    shown = seen(store, entry)
    statement = entry.reading.statements[1]
    made = store.decide(
        correct(
            shown,
            "statements",
            statement.id,
            {"act": "deny", "factuality": "CT-"},
            by="Nura \ud800",
            role=Role.CODER,
            note="says so\x00",
            batch="one",
        )
    )
    (one,) = store.decisions_of(entry.report.id)
    assert (one.key, one.action, one.by, one.role, one.note) == (
        made.key,
        "correct",
        "Nura \ud800",
        "coder",
        "says so\x00",
    )
    assert (one.layer, one.spans, one.record, one.batch) == ("statements", statement.content, statement.id, "one")
    assert one.value.act is Act.DENY
    assert one.value.content == statement.content
    assert one.value.voices[0].source == statement.voices[0].source
    assert store.decision(made.key) == one
    assert store.decisions(by="Nura \ud800") == [one]
    assert store.decisions(by="Sami") == store.decisions(after=made.key) == []
    with pytest.raises(UsageError, match="no decision 99"):
        store.decision(99)
    with pytest.raises(UsageError, match="no report gone"):
        store.decisions_of("gone")


def test_a_later_decision_of_one_person_takes_the_place_of_an_earlier_and_undo_brings_it_back(
    store: Store, entry
) -> None:
    ident = entry.reading.statements[0].id
    first = store.decide(accept(seen(store, entry), "statements", ident, by="Nura"))
    second = store.decide(reject(seen(store, entry), "statements", ident, by="Nura", saw=first.key))
    noted = store.decide(comment(seen(store, entry), "odd", by="Nura", layer="statements", record=ident))
    assert standing(store, entry) == {second.key, noted.key}
    assert store.decision(second.key).supersedes == first.key
    undone = store.undo(second.key, by="Nura")
    assert standing(store, entry) == {first.key, noted.key}
    with pytest.raises(UsageError, match="does not stand"):
        store.undo(second.key, by="Nura")
    with pytest.raises(UsageError, match="only one's own"):
        store.undo(first.key, by="Sami")
    store.undo(noted.key, by="Nura")
    store.undo(first.key, by="Nura")
    assert standing(store, entry) == set()
    assert len(store.decisions_of(entry.report.id)) == 6
    assert store.decision(undone.key).action == Action.UNDO
    assert seen(store, entry).of(ident).decided is None


def standing(store: Store, entry) -> set[int]:
    return {one.key for one in store.decisions_of(entry.report.id) if one.standing}


def test_an_unseen_decision_of_somebody_else_is_a_conflict_and_both_stay(store: Store, entry) -> None:
    ident = entry.reading.statements[0].id
    before = seen(store, entry)
    first = store.decide(accept(before, "statements", ident, by="Nura", saw=before.of(ident).tag))
    second = store.decide(reject(before, "statements", ident, by="Sami", saw=before.of(ident).tag))
    assert [one.key for one in second.conflicts] == [first.key]
    assert store.decision(second.key).conflicts == first.key
    assert standing(store, entry) == {first.key, second.key}
    shown = seen(store, entry)
    assert shown.of(ident).disputed
    third = store.decide(accept(shown, "statements", ident, by="Lio", saw=shown.of(ident).tag))
    assert third.conflicts == ()  # Lio had both before them
    again = store.decide(accept(shown, "statements", ident, by="Ora", saw=second.key))
    assert again.conflicts == ()  # Lio's came later and says the same


def test_no_decision_is_lost_when_two_decide_at_once(store: Store, entry) -> None:
    """One is always told of the other, on whichever database."""
    before = seen(store, entry)
    names = [f"coder {number}" for number in range(4)]

    def work(by: str):
        with Store.open(
            store.url.render_as_string(hide_password=False) if "post" in store.url.drivername else store.url.database
        ) as own:
            made = []
            for number, statement in enumerate(entry.reading.statements):
                act = (accept, reject)[(names.index(by) + number) % 2]
                made.append(own.decide(act(before, "statements", statement.id, by=by)))
            return made

    with ThreadPoolExecutor(len(names)) as pool:
        made = dict(zip(names, pool.map(work, names), strict=True))
    kept = store.decisions_of(entry.report.id)
    assert len(kept) == len(names) * len(entry.reading.statements)
    assert all(one.standing for one in kept)
    told = {decided.key: {other.key for other in decided.conflicts} for each in made.values() for decided in each}
    for one in kept:
        earlier = {o.key for o in kept if o.selector == one.selector and o.key < one.key and o.action != one.action}
        assert told[one.key] == earlier  # nothing was seen, so every earlier decision that says otherwise is told
    assert list(findings(store)) == []


def test_what_is_not_whole_is_refused_and_says_why(store: Store, entry) -> None:
    statement, text = entry.reading.statements[0], entry.report.text_sha256
    good = Decision(Action.ACCEPT, text, "statements", statement.content, "Nura")
    for wrong, message in (
        (replace(good, by=" "), "needs the name"),
        (replace(good, by="x" * 201), "needs the name"),
        (replace(good, layer="moods"), "cannot be reviewed"),
        (replace(good, spans=()), "needs a layer"),
        (replace(good, layer=REPORT), "needs a layer"),
        (replace(good, action=Action.CODED), "needs a layer"),
        (replace(good, action=Action.UNDO), "name the decision"),
        (replace(good, action=Action.CORRECT), "needs a record"),
        (replace(good, action=Action.REJECT, value=statement), "takes no record"),
        (replace(good, value=entry.reading.events[0]), "no record of statements"),
        (replace(good, role=Role.READER), "does not decide"),
        (replace(good, note="x" * 20_001), "at most 20,000"),
        (replace(good, spans=(Span(0, 1),)), "there is no record"),
        (replace(good, text_sha256="0" * 64), "no report in this store"),
        (replace(good, action=Action.ADD, value=statement), "there is a record"),
        (replace(good, action=Action.CODED, layer=REPORT, spans=(), layers=("moods",)), "cannot be reviewed"),
    ):
        with pytest.raises(UsageError, match=message):
            store.decide(wrong)
    with pytest.raises(EvidenceError, match="after the text"):
        store.decide(replace(good, spans=(Span(0, 10**6),)))
    beyond = replace(statement, content=(Span(1, 10**6),))
    with pytest.raises(EvidenceError, match="after the text"):
        store.decide(replace(good, action=Action.CORRECT, value=beyond))
    assert store.decisions_of(entry.report.id) == []


def test_a_decision_is_carried_to_whatever_another_run_finds_there(store: Store, entry) -> None:
    statement = entry.reading.statements[0]
    store.decide(accept(seen(store, entry), "statements", statement.id, by="Nura"))
    other = replace(statement, score=0.1, mood=Mood.DEMANDED)
    run = replace(entry.reading.run, model_sha256="f" * 64)
    store.put(
        replace(entry, reading=replace(entry.reading, run=run, statements=(other, *entry.reading.statements[1:])))
    )
    reprint = claimed_entry(url="https://post.example/b")
    store.put(reprint)
    (one,) = store.carried()
    assert one.records == ((entry.report.id, statement.id), (reprint.report.id, statement.id))
    assert not one.orphaned
    assert seen(store, entry).of(statement.id).record.mood == statement.mood  # what was accepted is what stood there
    assert seen(store, reprint).of(statement.id).by == "Nura"


def test_a_decision_on_what_is_not_found_any_more_is_orphaned_and_stays(store: Store, entry) -> None:
    shown = seen(store, entry)
    for layer in ("events", "estimates", "control", "places"):
        store.decide(reject(shown, layer, getattr(entry.reading, layer)[0].id, by="Nura"))
    added = entry.report.text.index("Front-held")
    fields = {"span": [added, added + 5], "name": "Manshar"}
    store.decide(add(shown, "places", fields, by="Nura"))
    assert list(store.carried(orphaned=True)) == []
    run = replace(entry.reading.run, model_sha256="f" * 64)
    bare = replace(entry.reading, run=run, events=(), estimates=(), control=(), places=())
    store.put(replace(entry, reading=bare))
    lost = list(store.carried(orphaned=True))
    assert [one.review.layer for one in lost] == ["events", "estimates", "control", "places"]
    assert [place.span for place in seen(store, entry).reading.places] == [Span(added, added + 5)]
    store.put(replace(entry, reading=replace(entry.reading, run=replace(run, model_sha256="e" * 64))))
    assert list(store.carried(orphaned=True)) == []
    assert list(findings(store)) == []


def test_decisions_from_before_there_were_actions_count_as_comments(store: Store, entry) -> None:
    statement = entry.reading.statements[0]
    spans = f"[{','.join(f'[{s.start},{s.end}]' for s in statement.content)}]"
    values = {
        "text_sha256": entry.report.text_sha256,
        "layer": "statements",
        "spans": spans,
        "by": "me",
        "at": "2023-03-14",
    }
    with store.writing() as connection:
        for key, word, earlier in ((1, "right", None), (2, "wrong", 1)):
            connection.execute(insert(reviews).values(key=key, decision=word, supersedes=earlier, **values))
        connection.execute(insert(standing_reviews).values(review_key=2))
    shown = seen(store, entry).of(statement.id)
    assert shown.decided is None
    assert [one.action for one in shown.standing] == ["wrong"]
    assert [one.review.action for one in store.carried()] == ["wrong"]
    assert list(findings(store)) == []


def test_a_report_is_coded_when_everything_is_decided(store: Store, entry) -> None:
    name = entry.report.id
    with pytest.raises(UsageError, match=r"records of .*statements.* are not decided"):
        store.coded(name, by="Nura")
    store.decide(reject(seen(store, entry), "places", entry.reading.places[0].id, by="Nura"))
    store.coded(name, by="Nura", layers=("places",), rest=Action.ACCEPT)
    shown = seen(store, entry)
    assert shown.coded == {"Nura": ("places",)}
    assert len([one for one in shown.judged if one.layer == "places" and one.rejected]) == 1
    whole = store.coded(name, by="Nura", rest=Action.ACCEPT)
    assert seen(store, entry).coded == {"Nura": tuple(LAYERS)}
    assert list(store.coded_reports()) == [(name, tuple(LAYERS))]
    assert all(one.decided for one in seen(store, entry).judged)
    store.undo(whole.key, by="Nura")
    assert seen(store, entry).coded == {"Nura": ("places",)}
    for wrong, more in (("left is accepted", {"rest": Action.ADD}), ("cannot be reviewed", {"layers": ("moods",)})):
        with pytest.raises(UsageError, match=wrong):
            store.coded(name, by="Nura", **more)
    with pytest.raises(UsageError, match="no report gone"):
        store.coded("gone", by="Nura")


def test_an_adjudicator_need_only_settle_what_coders_decided_differently(store: Store, entry) -> None:
    name, ident = entry.report.id, entry.reading.statements[0].id
    for by in ("Nura", "Sami"):
        store.coded(name, by=by, rest=Action.ACCEPT)
    store.decide(reject(seen(store, entry), "statements", ident, by="Sami"))
    with pytest.raises(UsageError, match="1 records of statements are disputed"):
        store.coded(name, by="Ora", role=Role.ADJUDICATOR)
    assert seen(store, entry).of(ident).disputed
    store.decide(accept(seen(store, entry), "statements", ident, by="Ora", role=Role.ADJUDICATOR))
    store.coded(name, by="Ora", role=Role.ADJUDICATOR)
    store.decide(reject(seen(store, entry), "statements", ident, by="Sami"))
    settled = seen(store, entry).of(ident)
    assert (settled.by, settled.rejected, settled.disputed) == ("Ora", False, False)  # later, but only a coder's


def test_what_tells_which_decisions_stand_is_checked(store: Store, entry) -> None:
    made = store.decide(accept(seen(store, entry), "statements", entry.reading.statements[0].id, by="Nura"))
    with store.writing() as connection:
        connection.execute(standing_reviews.delete())
    (finding,) = findings(store)
    assert finding.kind == "review"
    assert str(made.key) in finding.what


def test_with_a_forgotten_report_goes_what_people_decided_on_it(store: Store, entry) -> None:
    reprint = claimed_entry(url="https://post.example/b")
    store.put(reprint)
    store.decide(accept(seen(store, entry), "statements", entry.reading.statements[0].id, by="Nura"))
    store.forget(entry.report.id, at="2023-03-14")
    assert len(store.decisions_of(reprint.report.id)) == 1  # the text is still here
    store.forget(reprint.report.id, at="2023-03-14")
    with store.looking() as connection:
        for table in (reviews, standing_reviews):
            assert connection.scalar(select(func.count()).select_from(table)) == 0


def test_every_layer_can_be_told_by_the_spans_of_its_records(entry) -> None:
    for layer, kind in LAYERS.items():
        for record in getattr(entry.reading, layer):
            assert isinstance(record, kind)
            assert selected(record)


def test_the_decisions_that_bring_a_statement_are_found_by_its_id(store: Store, entry) -> None:
    shown, statement = seen(store, entry), entry.reading.statements[0]
    start, end = statement.content[0].start, statement.content[-1].end
    kept = [correct(shown, "statements", statement.id, {"content": [[start, end - cut]]}, by="Nura") for cut in (4, 6)]
    kept.append(add(shown, "statements", {"content": [[0, 5]]}, by="Lio"))
    ids = [one.value.id for one in kept if one.value]
    keys = [store.decide(one).key for one in kept]
    with store.looking() as connection:
        found = [bringing(connection, ident, viewer=None) for ident in (*ids, statement.id, "statement-0123456789ab")]
    assert [[one.key for one in held] for held in found] == [[keys[0]], [keys[1]], [keys[2]], keys[:2], []]
    assert [one.standing for one in found[3]] == [False, True]
    store.undo(keys[2], by="Lio")
    store.assign(Assigning("first", (entry.report.id,), ("Nura", "Lio")), by="Judy")
    with store.looking() as connection:
        assert [one.standing for one in bringing(connection, ids[2], viewer="Lio")] == [False]
        assert bringing(connection, ids[2], viewer="Nura") == []
