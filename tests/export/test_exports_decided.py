"""Exports give the records that count: an adjudicator over a coder, a coder over the machine; and say who decided."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from accordingto.export.about import about
from accordingto.export.bare import Carried
from accordingto.export.formats import FORMATS
from accordingto.model import Act
from accordingto.model.people import Role
from accordingto.model.review import GroupDecision, GroupKind
from accordingto.review import accept, add, applied, correct, reject
from accordingto.store.assigning import Assigning
from accordingto.store.exporting import Scope
from accordingto.store.filters import Filters
from accordingto.store.store import Store
from tests.export.claimed import at
from tests.export.kept import STORY, export


@pytest.fixture
def store(kept_path: Path, tmp_path: Path) -> Iterator[Store]:
    """A store of one's own."""
    with Store.open(shutil.copy(kept_path, tmp_path / "own.db")) as opened:
        yield opened


@pytest.fixture
def report(store: Store) -> str:
    """The report in which everything is claimed."""
    return next(one.report.id for one in store.readings() if len(one.events) == 5)


def rows(store: Store, layer: str, carried: Carried = Carried.QUOTES, scope: Scope | None = None, viewer=None):
    made = export(store, carried, scope, layers=(layer,), hxl=False)
    object.__setattr__(made, "viewer", viewer)
    text = b"".join(FORMATS["csv"].chunks(made)).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def own(store: Store, report: str, layer: str, **more) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in rows(store, layer, **more) if row["report"] == report}


def shown(store: Store, report: str):
    return applied(store.reading(report), store.decisions_of(report))


def test_without_decisions_the_machine_decides(kept_store: Store) -> None:
    for layer in ("statements", "events", "estimates", "control", "places"):
        assert {(row["decided_by"], row["decision"], row["disputed"]) for row in rows(kept_store, layer)} == {
            ("machine", "", "false")
        }


def test_what_counts_is_exported_and_says_who_decided(store: Store, report: str) -> None:
    events = {event.mode: event for event in store.reading(report).events if not event.derived}
    hit, camp, left = events["heavy-weapons"], events["aerial"], events["withdraw"]
    store.decide(accept(shown(store, report), "events", hit.id, by="Nura", role=Role.CODER))
    store.decide(reject(shown(store, report), "events", camp.id, by="Nura", role=Role.CODER))
    store.decide(correct(shown(store, report), "events", left.id, {"mode": "access"}, by="Nura", role=Role.CODER))
    found = own(store, report, "events")
    assert camp.id not in found
    assert [found[hit.id][name] for name in ("decided_by", "decision")] == ["coder", "accept"]
    assert [found[left.id][name] for name in ("decided_by", "decision", "mode")] == ["coder", "correct", "access"]
    store.decide(accept(shown(store, report), "events", camp.id, by="Sami", role=Role.CODER))
    assert own(store, report, "events")[camp.id]["disputed"] == "true"
    store.decide(accept(shown(store, report), "events", camp.id, by="Ada", role=Role.ADJUDICATOR))
    settled = own(store, report, "events")[camp.id]
    assert [settled[name] for name in ("decided_by", "disputed", "mode")] == ["adjudicator", "false", "aerial"]
    assert about(store)["decisions"] == {"coder": 4, "adjudicator": 1}
    assert not [row for row in rows(store, "events") if {"Nura", "Sami", "Ada"} & set(row.values())]


def test_a_corrected_statement_is_still_meant_and_hides_its_words(store: Store, report: str) -> None:
    (denied,) = [one for one in store.reading(report).statements if one.act is Act.DENY]
    wider = [[span.start, span.end + 1] for span in denied.content]
    store.decide(correct(shown(store, report), "statements", denied.id, {"content": wider}, by="Nura"))
    scope = Scope(Filters(acts=(Act.DENY,)))
    (row,) = own(store, report, "statements", scope=scope).values()
    assert (row["decided_by"], row["content_spans"]) == ("coder", f"{wider[0][0]}-{wider[0][1]}")
    assert row["content"].endswith("border.")
    (hidden,) = own(store, report, "statements", scope=scope, carried=Carried.HASHES).values()
    assert (hidden["content"], hidden["content_sha256"]) == ("", row["content_sha256"])


def test_what_was_added_is_there(store: Store, report: str) -> None:
    span = at("near the border")
    made = add(shown(store, report), "places", {"span": [span.start, span.end], "name": "Asur border"}, by="Nura")
    store.decide(made)
    found = [row for row in own(store, report, "places").values() if row["decision"] == "add"]
    assert [(row["toponym"], row["name"], row["decided_by"]) for row in found] == [
        ("near the border", "Asur border", "coder")
    ]


def test_what_was_rejected_stands_in_no_pair(store: Store) -> None:
    before = rows(store, "relations")
    a, where = before[0]["a"], before[0]["a_report"]
    store.decide(reject(shown(store, where), "statements", a, by="Nura"))
    after = rows(store, "relations")
    assert after == [row for row in before if a not in (row["a"], row["b"])]
    assert len(after) < len(before)
    assert {row["story"] for row in before} == {STORY}


def test_whoever_codes_blind_gets_no_decision_of_others(store: Store, report: str) -> None:
    store.assign(Assigning("one", (report,), ("Nura", "Sami"), blind=True), by="Ada")
    event = next(event for event in store.reading(report).events if event.mode == "aerial")
    store.decide(reject(shown(store, report), "events", event.id, by="Nura", role=Role.CODER))
    assert event.id in own(store, report, "events", viewer="Sami")
    assert event.id not in own(store, report, "events", viewer="Nura")
    assert event.id not in own(store, report, "events")


def test_matters_and_quotations_are_exported_as_people_have_them(store: Store) -> None:
    plain = rows(store, "matters")
    assert {(row["decided_by"], row["decision"]) for row in (*plain, *rows(store, "quotes"))} == {("machine", "")}
    gone, kept = plain[0]["id"], plain[1]["id"]
    store.decide_group(GroupDecision("merge", GroupKind.MATTERS, (kept, gone), "Nura Sand", Role.CODER))
    found = {row["id"]: row for row in rows(store, "matters")}
    assert found.keys() == {row["id"] for row in plain} - {gone}
    assert (found[kept]["decided_by"], found[kept]["decision"]) == ("coder", "merge")
    told = [row for row in rows(store, "statements") if row["matter"]]
    assert kept in {row["matter"] for row in told}
    assert not any(gone in row["matters"] for row in told)
    dossier = b"".join(FORMATS["dossier"].chunks(export(store, Carried.QUOTES, Scope(stories=(STORY,))))).decode()
    assert dossier.count("decided by a coder: merge") == 1
    for name in ("graphml", "json-ld"):
        text = b"".join(FORMATS[name].chunks(export(store, Carried.QUOTES, None))).decode("utf-8")
        assert kept in text
        assert gone not in text
        assert "Nura Sand" not in text
    (key,) = [one.key for one in store.group_decisions()]
    store.undo_group(key, by="Nura Sand")
    assert rows(store, "matters") == plain


def test_actors_are_exported_as_people_have_them(store: Store, report: str) -> None:
    plain = store.reading(report)
    front = next(one for one in plain.entities if one.actor)
    other = next(one for one in plain.entities if not one.actor and one.kind == front.kind)
    before = rows(store, "statements")
    out = store.decide_group(GroupDecision("split", GroupKind.ACTORS, (front.actor,), "Nura", members=(front.id,)))[0]
    exported = next(one for one in export(store).readings() if one.report.id == report)
    assert exported.entities_by_id[front.id].actor is None
    assert all(part.actor is None for one in exported.events for part in one.actors if part.entity == front.id)
    store.undo_group(out, by="Nura")
    into = store.decide_group(GroupDecision("merge", GroupKind.ACTORS, (front.actor, other.id), "Nura"))[0]
    exported = next(one for one in export(store).readings() if one.report.id == report)
    assert (exported.entities_by_id[other.id].actor, exported.entities_by_id[other.id].actor_by) == (
        front.actor,
        "review",
    )
    assert front.actor in exported.actors_by_id
    store.undo_group(into, by="Nura")
    assert store.reading(report) == plain
    assert len(rows(store, "statements")) == len(before)
