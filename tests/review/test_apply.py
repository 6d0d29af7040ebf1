"""What decisions make of a reading: who counts over whom, and what goes with what."""

from __future__ import annotations

from dataclasses import replace

from accordingto.model import Act, Span
from accordingto.model.people import Role
from accordingto.model.review import LAYERS, REPORT, Action, Decision, Review
from accordingto.review import accept, add, applied, comment, correct, reject, tags
from tests.export import claimed

READING = claimed.claimed("claimed.txt")
TEXT = READING.report.text


def kept(*decisions: Decision, standing: bool = True) -> list[Review]:
    """Decisions as a store keeps them, in the order given."""
    return [
        Review(
            number,
            one.action,
            one.text_sha256,
            one.layer,
            one.spans,
            one.by,
            "2023-03-14",
            one.role,
            one.value,
            one.note,
            one.layers,
            standing=standing,
        )
        for number, one in enumerate(decisions, 1)
    ]


def coded(by: str, *layers: str) -> Decision:
    return Decision(Action.CODED, READING.report.text_sha256, REPORT, (), by, layers=layers)


def holding(layer: str = "events"):
    """A statement in which something is claimed."""
    wanted = {one.statement for one in getattr(READING, layer)}
    return next(one for one in READING.statements if one.id in wanted)


def test_without_decisions_everything_is_as_the_program_reads_it() -> None:
    made = applied(READING, [])
    assert made.reading == READING
    assert all(one.decided is None and one.by is None and one.tag is None for one in made.judged)
    assert {one.layer for one in made.judged} == set(LAYERS)
    nothing = applied(READING, [], undecided=False).reading
    assert (nothing.statements, nothing.places) == ((), ())


def test_an_adjudicator_counts_over_coders_and_the_later_over_the_earlier() -> None:
    ident = READING.statements[0].id
    settled = correct(READING, "statements", ident, {"act": "deny"}, by="Ora", role=Role.ADJUDICATOR)
    one = accept(READING, "statements", ident, by="Nura")
    other = reject(READING, "statements", ident, by="Sami", role=Role.CODER)
    for order, by in (((one, other), "Sami"), ((other, one), "Nura"), ((settled, one, other), "Ora")):
        judged = applied(READING, kept(*order)).of(ident)
        assert judged.by == by
        assert judged.disputed == (by != "Ora")
        assert len(judged.standing) == len(order)
    assert applied(READING, kept(settled, other)).reading.by_id[ident].act is Act.DENY
    assert applied(READING, kept(settled, standing=False)).of(ident).decided is None


def test_same_decisions_are_not_disputed_however_they_were_made() -> None:
    statement = READING.statements[0]
    same = correct(READING, "statements", statement.id, {"act": statement.act.value}, by="Sami")
    assert (
        not applied(READING, kept(accept(READING, "statements", statement.id, by="Nura"), same))
        .of(statement.id)
        .disputed
    )


def test_what_is_claimed_goes_with_a_rejected_statement() -> None:
    statement = holding()
    made = applied(READING, kept(reject(READING, "statements", statement.id, by="Nura")))
    assert statement.id not in made.reading.by_id
    for layer in ("events", "estimates", "control"):
        assert not [one for one in getattr(made.reading, layer) if one.statement == statement.id]
    assert made.of(statement.id).rejected


def test_what_somebody_decided_on_finds_another_home_or_is_told() -> None:
    statement = holding()
    event = next(one for one in READING.events if one.statement == statement.id and not one.derived)
    kept_, gone = accept(READING, "events", event.id, by="Nura"), reject(READING, "statements", statement.id, by="Nura")
    made = applied(READING, kept(kept_, gone))
    others = [one for one in READING.statements if one.id != statement.id]
    inside = [one for one in others if any(part.contains(event.trigger[0]) for part in one.content)]
    if not inside:
        assert [one.record.id for one in made.homeless] == [event.id]
    whole = {
        "content": [[event.trigger[0].start - 1, event.trigger[0].end + 1]],
        "act": "state",
        "kind": "unnamed",
        "name": "a man",
    }
    added = add(made, "statements", whole, by="Nura")
    again = applied(READING, kept(kept_, gone, added))
    assert again.homeless == ()
    assert next(one for one in again.reading.events if one.id == event.id).statement == added.value.id


def test_a_statement_that_was_moved_takes_along_what_is_claimed_in_it() -> None:
    statement = holding()
    start, end = statement.content[0].start, statement.content[-1].end
    moved = correct(READING, "statements", statement.id, {"content": [[start, end - 1]]}, by="Nura")
    made = applied(READING, kept(moved))
    assert statement.id not in made.reading.by_id
    claimed_in = [one for one in READING.events if one.statement == statement.id and not one.derived]
    assert [one.id for one in made.reading.events if one.statement == moved.value.id] == [one.id for one in claimed_in]
    again = correct(made, "statements", moved.value.id, {"act": "allege"}, by="Sami")
    assert again.spans == statement.content  # decisions on it go on where they began
    found = replace(READING, statements=(*READING.statements, moved.value))
    twice = applied(found, kept(moved)).reading  # another run reads it where it was moved to
    assert [one.id for one in twice.statements].count(moved.value.id) == 1


def test_what_another_run_does_not_find_is_there_as_it_was_affirmed() -> None:
    bare = replace(READING, statements=(), events=(), estimates=(), control=(), places=())
    held = [accept(READING, "places", READING.places[0].id, by="Nura")]
    held.append(accept(READING, "statements", READING.statements[0].id, by="Nura"))
    made = applied(bare, kept(*held))
    assert made.reading.places == READING.places[:1]
    assert made.reading.statements == READING.statements[:1]
    assert applied(bare, kept(reject(READING, "places", READING.places[0].id, by="Nura"))).judged == ()


def test_a_record_of_another_report_of_the_text_becomes_one_of_this() -> None:
    statement = READING.statements[0]
    other = accept(READING, "statements", statement.id, by="Nura")
    elsewhere = replace(other, value=replace(statement, report="report-other"))
    assert applied(READING, kept(elsewhere)).reading.by_id[statement.id].report == READING.report.id
    assert applied(READING, kept(replace(other, text_sha256="0" * 64))).of(statement.id).decided is None


def test_whoever_has_coded_a_layer_says_that_what_only_others_add_is_not_there() -> None:
    start = TEXT.index("market")
    added = add(READING, "places", {"span": [start, start + 6], "name": "Market"}, by="Sami")
    assert not applied(READING, kept(added)).of(added.value.id).disputed
    made = applied(READING, kept(added, coded("Nura", "places")))
    assert made.of(added.value.id).disputed
    assert made.coded == {"Nura": ("places",)}
    assert not applied(READING, kept(added, coded("Nura", "events"))).of(added.value.id).disputed
    settled = replace(added, by="Ora", role=Role.ADMIN)
    assert not applied(READING, kept(added, coded("Nura", "places"), settled)).of(added.value.id).disputed


def test_derived_events_go_with_an_act_that_was_corrected() -> None:
    derived = next(one for one in READING.events if one.derived)
    changed = correct(READING, "statements", derived.statement, {"act": "state"}, by="Nura")
    assert derived not in applied(READING, kept(changed)).reading.events
    same = accept(READING, "statements", derived.statement, by="Nura")
    assert derived in applied(READING, kept(same)).reading.events


def test_comments_count_nothing_and_are_shown() -> None:
    statement = READING.statements[0]
    said = comment(READING, "odd", by="Nura", layer="statements", record=statement.id)
    judged = applied(READING, kept(said)).of(statement.id)
    assert (judged.decided, [one.note for one in judged.standing], judged.tag) == (None, ["odd"], 1)
    whole = comment(READING, "odd", by="Nura")
    assert tags(kept(whole, said)) == {(REPORT, ()): 1, ("statements", statement.content): 2}
    passage = comment(READING, "odd", by="Nura", layer="places", spans=[[0, 3]])
    assert all(one.selector != (Span(0, 3),) for one in applied(READING, kept(passage)).judged)
