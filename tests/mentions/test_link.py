"""Linking and coreference over whole small reports, without the trained model: names are those that the rules find."""

import re

import pytest

from accordingto.language.flow import flow_of
from accordingto.language.sentences import sentences
from accordingto.language.syntax import Syntax
from accordingto.mentions.entities import Register
from accordingto.mentions.link import Linked, link
from accordingto.mentions.people import People
from accordingto.mentions.sources import linked_statements, qualifies
from accordingto.mentions.tagged import Named
from accordingto.model import (
    Act,
    Actor,
    ActorKind,
    Block,
    BlockKind,
    Entity,
    Factuality,
    Field,
    Form,
    Implied,
    Link,
    Mention,
    MentionKind,
    Moment,
    Mood,
    Report,
    Source,
    SourceKind,
    Span,
    Stated,
    Statement,
    text_sha256,
)
from accordingto.resources.actors import open_shipped_actors, registry_of
from accordingto.resources.lexicons import open_lexicons

LEXICONS, SHIPPED = open_lexicons(), open_shipped_actors()
KHARAN = Actor("group:kharan", "Kharan Front", ActorKind.ARMED_GROUP, ("KF",), origin="own.csv")


def report_of(text: str, published: str | None) -> Report:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)), "test")
    when = Field(Moment(published, None), "given") if published else None
    return Report("report-1", "capture-1", text, text_sha256(text), (block,), "test", published=when)


def linked(
    text: str,
    published: str | None = "2017-12-28",
    *,
    own: tuple[Actor, ...] = (),
    named: tuple[Named, ...] = (),
    syntax: Syntax | None = None,
) -> Linked:
    report = report_of(text, published)
    flow = flow_of(report)
    mentions, entities = Register(report, flow, People(flow.text, LEXICONS)).records()
    registry = registry_of(own) if own else SHIPPED
    cut = tuple(sentences(flow.text))
    return link(report, flow, mentions, entities, (), registry, LEXICONS, sentences=cut, named=named, syntax=syntax)


def words_of(text: str, found: Linked, actor: str) -> list[str]:
    """The words of all mentions of an actor, in text order."""
    own = {entity.id for entity in found.entities if entity.actor == actor}
    return [mention.span.of(text) for mention in found.mentions if mention.entity in own]


def actor_at(text: str, found: Linked, words: str) -> str | None:
    start = text.index(words)
    mention = next(m for m in found.mentions if m.span == Span(start, start + len(words)))
    return next((entity.actor for entity in found.entities if entity.id == mention.entity), None)


def test_one_actor_under_several_names_and_every_word_is_kept() -> None:
    text = "Daesh lost the town. ISIS fighters fled, and Islamic State denied it."
    found = linked(text)
    assert words_of(text, found, "group:is") == ["Daesh", "ISIS", "ISIS fighters", "Islamic State"]
    assert len([e for e in found.entities if e.actor == "group:is"]) == 1


def test_states_with_nouns_mean_their_forces_or_government() -> None:
    text = "Russian warplanes hit the road as Syrian government forces and the government of Iraq looked on."
    found = linked(text)
    assert actor_at(text, found, "Russian warplanes") == "force:ru"
    assert actor_at(text, found, "Syrian government forces") == "force:sy"
    assert actor_at(text, found, "government of Iraq") == "gov:iq"
    assert actor_at(text, found, "Russian") == "state:ru"


def test_a_ruler_s_name_with_regime_is_the_government() -> None:
    text = "The Assad regime shelled the town. The regime denied it."
    found = linked(text)
    assert actor_at(text, found, "Assad regime") == "gov:sy"
    assert actor_at(text, found, "The regime") == "gov:sy"


def test_nouns_in_compounds_refer_too() -> None:
    text = "The Syrian government sent tanks. They crossed regime-held land, and government-held towns were shelled."
    found = linked(text)
    assert words_of(text, found, "gov:sy") == ["Syrian government", "They", "regime", "government"]


def test_an_office_holder_is_known_only_on_the_day() -> None:
    text = "US Defence Secretary James Mattis spoke. Mattis left. The secretary said nothing more."
    found = linked(text, "2017-12-28")
    assert actor_at(text, found, "James Mattis") == "person:james-mattis"
    assert actor_at(text, found, "US Defence Secretary") == "person:james-mattis"
    assert actor_at(text, found, "The secretary") == "person:james-mattis"
    later = "James Mattis spoke in Washington, US."
    assert actor_at(later, linked(later, "2021-12-28"), "James Mattis") is None


def test_a_title_and_a_surname_are_enough() -> None:
    text = "President Hollande met nobody."
    assert actor_at(text, linked(text, "2015-11-20"), "Hollande") == "person:francois-hollande"
    assert actor_at(text, linked(text, "2022-11-20"), "Hollande") is None


def test_a_person_outside_the_registry_stays_local() -> None:
    text = "Rafiq Shamas fled Syria. He had led the monitor."
    found = linked(text)
    person = next(e for e in found.entities if e.kind is MentionKind.PERSON)
    assert (person.name, person.actor) == ("Rafiq Shamas", None)
    assert [m.span.of(text) for m in found.mentions if m.entity == person.id] == ["Rafiq Shamas", "He"]


def test_pronouns_agree_in_gender_and_number() -> None:
    text = "Spokeswoman Irene Casso met Colonel Mirko Stahl. She left. He stayed."
    found = linked(text)
    by_name = {e.name: [m.span.of(text) for m in found.mentions if m.entity == e.id] for e in found.entities}
    assert "She" in by_name["Irene Casso"]
    assert "He" in by_name["Mirko Stahl"]


def test_it_that_means_nothing_is_no_mention() -> None:
    text = "Hezbollah withdrew. It was not clear whether it would return."
    assert words_of(text, linked(text), "group:hezbollah") == ["Hezbollah", "it"]


def test_a_rival_group_is_another() -> None:
    text = "Hezbollah withdrew. The rival group stayed. The group denied it."
    found = linked(text)
    assert words_of(text, found, "group:hezbollah") == ["Hezbollah", "The group"]


def test_an_abbreviation_means_what_it_was_introduced_for() -> None:
    text = "The Selmar Defence Front (SDF) took Dorva. The SDF left again."
    found = linked(text)
    assert words_of(text, found, "coalition:sdf") == []
    syrian = "The Syrian Democratic Forces (SDF) took it. The SDF left again."
    assert words_of(syrian, linked(syrian), "coalition:sdf") == ["Syrian Democratic Forces", "SDF", "SDF"]


def test_an_abbreviation_of_several_goes_with_the_state_of_the_report() -> None:
    text = "In Somalia the SNA advanced. Somalia said so."
    assert words_of(text, linked(text), "force:so-army") == ["SNA"]
    text = "The SNA advanced."
    assert actor_at(text, linked(text), "SNA") is None


def test_a_capital_is_its_government_only_where_it_acts() -> None:
    text = "Shells fell on Damascus. Damascus denied it."
    found = linked(text)
    assert words_of(text, found, "gov:sy") == ["Damascus"]
    mention = next(m for m in found.mentions if m.by == "registry:metonym")
    assert mention.span.start == text.rindex("Damascus")


def test_small_words_are_no_abbreviations() -> None:
    text = "They told us who is in the car, and the map is old. THIS WAS WHO SAID IT."
    assert linked(text).actors == ()


def test_the_users_own_actors_are_linked_like_any_other() -> None:
    text = "The Kharan Front (KF) took Dorva. Fighters of the KF stayed. The group said so."
    found = linked(text, own=(KHARAN,))
    assert words_of(text, found, "group:kharan") == ["Kharan Front", "KF", "KF", "The group"]


def test_the_entity_head_corrects_what_a_name_is() -> None:
    text = "Dorva fell. Zarim stayed there."
    found = linked(text, named=(Named(Span(0, 5), "place", 0.9), Named(Span(12, 17), "person", 0.8)))
    assert {e.name: e.kind for e in found.entities} == {"Dorva": MentionKind.PLACE, "Zarim": MentionKind.PERSON}


def test_mentions_point_at_their_words_and_entities_at_their_mentions() -> None:
    text = "The Syrian\u00a0government’s army fled. “We are staying,” it said. Da’esh cheered; its men laughed."
    found = linked(text)
    ids = {m.id for m in found.mentions}
    assert all(set(e.mentions) <= ids and e.mentions for e in found.entities)
    assert {e.actor for e in found.entities if e.actor} == {a.id for a in found.actors}


def test_titles_that_the_syntax_hangs_on_a_name_are_mentions_of_the_person() -> None:
    text = "The spokeswoman, Irene Casso, spoke."
    words = [Span(m.start(), m.end()) for m in re.finditer(r"\w+|[,.]", text)]
    heads = [1, 6, 1, 4, 1, 1, 6, 6]
    relations = ["det", "nsubj", "punct", "compound", "appos", "punct", "ROOT", "punct"]
    pos = ["DET", "NOUN", "PUNCT", "PROPN", "PROPN", "PUNCT", "VERB", "PUNCT"]
    syntax = Syntax(text, [w.start for w in words], [w.end for w in words], pos, heads, relations)
    found = linked(text, syntax=syntax)
    (person,) = [e for e in found.entities if e.kind is MentionKind.PERSON]
    assert [m.span.of(text) for m in found.mentions if m.entity == person.id] == ["The spokeswoman", "Irene Casso"]


def test_a_body_that_is_only_described_is_one() -> None:
    text = "The army fired. The army denied shelling."
    (army,) = linked(text).entities
    assert (army.actor, len(army.mentions)) == (None, 2)


def test_several_bodies_that_speak_as_one_are_no_single_entity() -> None:
    words = "Iraq and Syria"
    at = Mention("m1", Span(0, len(words)), MentionKind.ORGANISATION, words, "e1", 1.0, "source:described")
    entity = Entity("e1", "Iraq", MentionKind.PLACE, ("m1",), actor="state:iq")
    source = Source(SourceKind.ORGANISATION, Stated((at.span,)), words, words, entity="e1")
    link_ = Link(source, Implied("test"), Act.DECLARE, Factuality.CERTAIN, 1.0, "test")
    statement = Statement("s", "r", (Span(15, 20),), Form.INDIRECT, Mood.ASSERTED, (link_,), 1.0, "test")
    (found,) = linked_statements([statement], words + " said", [at], {"e1": entity}, {}, SHIPPED)
    assert (found.chain[0].source.entity, found.chain[0].source.actor) == (None, None)


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("The foreign ministry of its ally Veshkar", "Veshkar", True),
        ("Veshkar’s foreign ministry", "Veshkar", False),
        ("the State of Veshkar Office", None, False),
    ],
)
def test_a_name_behind_a_preposition_only_qualifies_the_voice(words: str, name: str | None, expected: bool) -> None:
    assert qualifies(words, name) is expected
