"""Decisions of plain values: what they make of records, and what is refused with words that help."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accordingto.model import Act, ControlStatus, Factuality, Form, Harm, Mood, SourceKind, Span, Stated, UsageError
from accordingto.model.review import LAYERS, Action, selected
from accordingto.review import accept, add, applied, comment, correct, record_of, reject
from tests.export import claimed

READING = claimed.claimed("claimed.txt")
TEXT = READING.report.text


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def denial():
    return next(one for one in READING.statements if one.act is Act.DENY)


def test_what_is_accepted_is_kept_as_it_stands_and_what_is_rejected_is_not() -> None:
    for layer in LAYERS:
        record = next(one for one in getattr(READING, layer) if not getattr(one, "derived", False))
        made = accept(READING, layer, record.id, by="Nura", saw=3, note="right")
        assert (made.action, made.value, made.spans, made.saw, made.note) == (
            "accept",
            record,
            selected(record),
            3,
            "right",
        )
        assert reject(READING, layer, record.id, by="Nura").value is None
    with pytest.raises(UsageError, match="no nothing among the events"):
        accept(READING, "events", "nothing", by="Nura")
    with pytest.raises(UsageError, match="cannot be reviewed"):
        reject(READING, "moods", "nothing", by="Nura")


def test_the_act_of_a_statement_is_corrected_and_the_rest_stays() -> None:
    old = denial()
    made = correct(
        READING, "statements", old.id, {"act": "allege", "factuality": "PS+", "mood": "asked"}, by="Nura"
    ).value
    assert (made.act, made.factuality, made.mood) == (Act.ALLEGE, Factuality.POSSIBLE, Mood.ASKED)
    assert (made.id, made.content, made.form, made.about) == (old.id, old.content, old.form, old.about)
    assert made.voices[0].source == old.voices[0].source
    assert made.chain[0].source == old.chain[0].source
    assert (made.by, made.score) == ("review", 1.0)


def test_content_that_moves_makes_another_record_on_the_same_selector() -> None:
    old = denial()
    made = correct(READING, "statements", old.id, {"content": [at("Camp Hadra near the border")]}, by="Nura")
    assert made.spans == old.content
    assert made.value.content == (Span(*at("Camp Hadra near the border")),)
    assert made.value.id != old.id


def test_a_chain_is_built_of_the_words_of_the_report() -> None:
    chain = [
        {"source": [at("the Asur Monitor")], "kind": "organisation", "cue": [at("said on Monday")], "act": "state"},
        {
            "source": [at("General Nadim Hazrun")],
            "kind": "person",
            "cue": [],
            "act": "deny",
            "factuality": "CT-",
            "said": "2023-03-12",
        },
    ]
    made = correct(READING, "statements", denial().id, {"chain": chain}, by="Nura").value
    outlet, monitor, general = made.chain
    assert outlet.source.kind is SourceKind.OUTLET
    assert outlet == denial().chain[0]
    assert monitor.source.evidence == Stated((Span(*at("the Asur Monitor")),))
    assert monitor.source.name
    assert not monitor.source.unnamed
    assert (general.act, general.factuality) == (Act.DENY, Factuality.CERTAIN_NOT)
    assert (general.said.value, general.said.start, general.said.end) == ("2023-03-12",) * 3


def test_a_voice_keeps_what_is_not_said_of_it() -> None:
    old = denial()
    cue = {"cue": [at("denied")], "name": "the Orvenian army", "kind": "organisation"}
    made = correct(READING, "statements", old.id, cue, by="Nura").value.innermost
    assert made.source.evidence == old.innermost.source.evidence
    assert (made.source.name, made.act) == ("the Orvenian army", old.act)
    assert made.source.actor is None  # another name, another actor
    gone = correct(READING, "statements", old.id, {"source": [], "name": None}, by="Nura").value.innermost.source
    assert (gone.kind, gone.name) == (SourceKind.AGENTLESS, None)


def test_narration_has_no_voices_and_voices_do_not_narrate() -> None:
    made = correct(READING, "statements", denial().id, {"chain": [], "form": "narration"}, by="Nura").value
    assert (made.form, made.act, len(made.chain)) == (Form.NARRATION, Act.NARRATE, 1)
    plain = correct(READING, "statements", denial().id, {"chain": []}, by="Nura").value
    assert plain.form is Form.NARRATION
    reading = replace(READING, statements=(made, *READING.statements))
    voice = {"source": [at("the coalition estimates")], "kind": "organisation", "act": "estimate"}
    told = correct(reading, "statements", made.id, voice, by="Nura").value
    assert (told.act, told.form, told.innermost.source.kind) == (Act.ESTIMATE, Form.INDIRECT, SourceKind.ORGANISATION)


@pytest.mark.parametrize(
    ("layer", "fields", "message"),
    [
        ("statements", {}, "nothing is corrected"),
        ("statements", {"colour": 1}, "`colour` is no field of a statement; it has content"),
        ("statements", {"act": "shout"}, "`act` is 'shout'; it is one of state, report"),
        ("statements", {"act": "narrate"}, "only the outlet narrates"),
        ("statements", {"form": "narration"}, "the form narration goes with"),
        ("statements", {"factuality": "sure"}, "it is one of CT+"),
        ("statements", {"content": []}, "needs at least one span"),
        ("statements", {"content": "all"}, "a list of spans"),
        ("statements", {"content": [[5]]}, "is no span"),
        ("statements", {"content": [[5, "6"]]}, "is no span"),
        ("statements", {"content": [[0, 10**6]]}, "outside the text, which has"),
        ("statements", {"content": [[7, 7]]}, "outside the text"),
        ("statements", {"content": [[-1, 7]]}, "outside the text"),
        ("statements", {"content": [[1, 7], [5, 9]]}, "overlap"),
        ("statements", {"chain": "me"}, "`chain` is a list"),
        ("statements", {"chain": [{"source": [[0, 7]]}]}, "a voice needs its `act`"),
        ("statements", {"chain": [{"source": [[0, 7]], "act": "state"}]}, "give its `kind`"),
        ("statements", {"chain": [{"colour": 1}]}, "no field of a voice"),
        ("statements", {"name": None}, "agentless and has no `name`"),
        ("statements", {"name": 7}, "`name` is words"),
        ("statements", {"about": "nothing"}, "no nothing in it"),
        ("statements", {"said": "Monday"}, "write a day"),
        ("statements", {"said": "2023-02-31"}, "on no calendar"),
        ("statements", {"unnamed": "yes"}, "true or false"),
        ("events", {"type": "RAIN"}, "`type` is 'RAIN'; the codebook has"),
        ("events", {"type": "ASSAULT", "mode": "beat-about"}, "ASSAULT has"),
        ("events", {"contexts": ["weather"]}, "is no context"),
        ("events", {"aux": "maybe"}, "it is one of negated"),
        ("events", {"killed": 5}, "at least, at most"),
        ("events", {"killed": [5, 2]}, "cannot lie between"),
        ("events", {"killed": [None, None]}, "at least, at most"),
        ("events", {"statement": "nothing"}, "add it first"),
        ("estimates", {"low": None, "high": None}, "needs `low` or `high`"),
        ("estimates", {"low": 3, "high": 2}, "cannot lie between"),
        ("estimates", {"low": "three"}, "`low` is a number"),
        ("estimates", {"unit": None}, "needs its `unit`"),
        ("control", {"status": "owns"}, "it is one of holds"),
        ("control", {"asserted": 1}, "true or false"),
        ("control", {"statement": None}, "stands in a statement"),
        ("places", {"lat": 95.0, "lon": 0.0}, "-90 to 90"),
        ("places", {"lat": None, "lon": 4.0}, "both `lat` and `lon`"),
        ("places", {"span": [[0, 3], [5, 6]]}, "one span"),
        ("places", {"kind": "planet"}, "it is one of continent"),
    ],
)
def test_a_wrong_value_is_named_with_what_to_write(layer: str, fields: dict, message: str) -> None:
    record = denial() if layer == "statements" else getattr(READING, layer)[0]
    with pytest.raises(UsageError) as told:
        correct(READING, layer, record.id, fields, by="Nura")
    assert message in str(told.value)


def test_what_was_missed_is_added_in_every_layer() -> None:
    statement = denial()
    cases = {
        "statements": {
            "content": [at("near the border")],
            "source": [at("General Nadim Hazrun")],
            "act": "state",
            "kind": "person",
        },
        "events": {
            "span": at("near the border"),
            "type": "RETREAT",
            "statement": statement.id,
            "killed": [1, None],
            "date": "2023-W11",
        },
        "estimates": {"span": at("of them"), "low": 5, "high": 5, "unit": "children", "what": [at("children")]},
        "control": {"span": at("market"), "status": "holds", "statement": statement.id, "place": [at("Manshar")]},
        "places": {"span": at("the Asur,"), "name": "Asur", "lat": 30.0, "lon": 40.0, "kind": "water"},
    }
    for layer, fields in cases.items():
        made = add(READING, layer, fields, by="Nura")
        assert (made.action, made.spans) == (Action.ADD, selected(made.value))
        assert made.value.id.startswith(layer.removesuffix("s"))
    event = add(READING, "events", cases["events"], by="Nura").value
    assert (event.type, event.victims[0].harm, event.victims[0].count.low) == ("RETREAT", Harm.KILLED, 1)
    assert (event.time.value, event.time.start) == ("2023-W11", None)


def test_what_is_there_is_not_added() -> None:
    control = READING.control[0]
    where = [[span.start, span.end] for span in control.trigger]
    with pytest.raises(UsageError, match="at these spans already"):
        add(READING, "control", {"span": where, "status": "holds", "statement": control.statement}, by="Nura")
    with pytest.raises(UsageError, match="cannot be reviewed"):
        add(READING, "moods", {}, by="Nura")


def test_roles_take_what_the_mentions_there_resolve_to() -> None:
    mention = next(one for one in READING.mentions if READING.entities_by_id.get(one.entity or "") is not None)
    fields = {"holder": [[mention.span.start, mention.span.end]], "status": "besieges"}
    made = correct(READING, "control", READING.control[0].id, fields, by="Nura").value
    (part,) = made.holders
    assert (part.entity, part.words) == (mention.entity, mention.span.of(TEXT))
    assert part.actor == READING.entities_by_id[mention.entity].actor
    assert made.status is ControlStatus.BESIEGES
    assert made.places == READING.control[0].places


def test_victims_of_one_harm_take_the_place_of_those_of_it_alone() -> None:
    event = next(one for one in READING.events if one.victims)
    harm = event.victims[0].harm
    made = correct(READING, "events", event.id, {harm.value: [3, 4]}, by="Nura").value
    assert [(one.count.low, one.count.high) for one in made.victims if one.harm is harm] == [(3, 4)]
    assert [one for one in made.victims if one.harm is not harm] == [
        one for one in event.victims if one.harm is not harm
    ]
    gone = correct(READING, "events", event.id, {harm.value: None}, by="Nura").value
    assert not [one for one in gone.victims if one.harm is harm]


def test_a_place_that_is_put_elsewhere_forgets_where_it_was() -> None:
    place = next(one for one in READING.places if one.lat is not None)
    made = correct(READING, "places", place.id, {"lat": 1.0, "lon": 2.0, "gazetteer_id": "mine:1"}, by="Nura").value
    assert (made.lat, made.lon, made.viewpoint, made.bounds) == (1.0, 2.0, "review", None)
    unknown = {"lat": None, "lon": None, "gazetteer_id": None, "name": None}
    made = correct(READING, "places", place.id, unknown, by="Nura").value
    assert (made.lat, made.name, made.toponym, made.centroid) == (None, None, place.toponym, False)


def test_comments_stand_on_a_record_a_passage_or_the_report() -> None:
    assert comment(READING, "odd", by="Nura").spans == ()
    assert comment(READING, "odd", by="Nura", layer="statements", record=denial().id).spans == denial().content
    assert comment(READING, "odd", by="Nura", layer="statements", spans=[[0, 4]]).spans == (Span(0, 4),)
    with pytest.raises(UsageError, match="needs words"):
        comment(READING, " ", by="Nura")


def test_derived_events_follow_from_their_statement() -> None:
    derived = next((one for one in READING.events if one.derived), None)
    assert derived is not None
    with pytest.raises(UsageError, match="correct the statement"):
        reject(READING, "events", derived.id, by="Nura")
    with pytest.raises(UsageError, match="correct the statement"):
        record_of(applied(READING, []), "events", derived.id)
