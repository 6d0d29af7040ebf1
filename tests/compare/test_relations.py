"""What two statements are to each other, slot by slot."""

from dataclasses import replace

import pytest

from accordingto.compare.said import said
from accordingto.compare.slots import relation
from accordingto.model import ControlStatus, Relation, RelationKind, Slot, Span
from accordingto.pipeline.reading import Reading
from tests.compare.build import account, with_control, with_places
from tests.compare.words import frame_of, saying

CONTRADICTS, NARROWS, REWORDS, REPEATS = (
    RelationKind.CONTRADICTS,
    RelationKind.NARROWS,
    RelationKind.REWORDS,
    RelationKind.REPEATS,
)
Told = tuple[RelationKind, list[Slot]]


def told(a: str, b: str) -> Told:
    frame = frame_of(a, b)
    return seen(relation(saying(a, frame), saying(b, frame), 1.0, frame))


def seen(found: Relation) -> Told:
    return found.kind, [difference.slot for difference in found.differences]


def between(a: Reading, b: Reading) -> Relation:
    frame = frame_of(a.report.text, b.report.text)
    one, other = (said(account, account.statements[0], frame.canon) for account in (a, b))
    return relation(one, other, 1.0, frame)


def report(content: str, outlet: str = "Radio Asur", when: str | None = "2023-05-16") -> Reading:
    return account(f"News\n\n{content}.", outlet, when, (content, []))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Fighters of the Guard shot the miller", "it was soldiers of the Brigade who shot the miller"),
        ("Fighters of the Guard shot the miller", "the miller was shot by soldiers of the Brigade"),
        ("the Guard has attacked the Brigade", "the Brigade has attacked the Guard"),
    ],
)
def test_another_actor_is_found_however_it_is_put(a: str, b: str) -> None:
    assert told(a, b) == (CONTRADICTS, [Slot.ACTOR])


@pytest.mark.parametrize(
    "b",
    [
        "it was men of the Guard who shot the miller",
        "the miller was shot by fighters of the Guard",
        "The miller was shot dead",
    ],
)
def test_the_same_actor_in_another_place_of_the_sentence_is_no_difference(b: str) -> None:
    assert Slot.ACTOR not in told("Fighters of the Guard shot the miller", b)[1]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the mill was blown up", "the mill is undamaged"),
        ("the mill was blown up", "the mill was not blown up"),
        ("the army will blow up the mill", "the army will blow up nothing"),
        ("the Guard shot prisoners in Lubnik", "nobody was shot in Lubnik"),
        ("the Guard shot prisoners in Lubnik", "the story is an invention"),
    ],
)
def test_what_turns_a_statement_round(a: str, b: str) -> None:
    assert told(a, b) == (CONTRADICTS, [Slot.POLARITY])
    assert told(b, a) == (CONTRADICTS, [Slot.POLARITY])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We will give up nothing and surrender nothing", "they would not surrender anything"),
        ("Neither the army nor the Guard shelled Lubnik", "the army has not shelled Lubnik"),
        ("Sixteen tents, not 18, reached the camp", "sixteen tents have reached the camp"),
    ],
)
def test_two_denials_are_one_and_a_number_put_right_denies_nothing(a: str, b: str) -> None:
    assert Slot.POLARITY not in told(a, b)[1]


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("two of the six gates are jammed", "three of the six gates are jammed", CONTRADICTS),
        ("of the six gates two are jammed", "two gates out of six are jammed", None),
        ("fewer than 800 men are left", "800 men are left", NARROWS),
        ("about 40 men are left", "42 men are left", NARROWS),
        ("the drone flew 3 kilometres into Meskar", "the drone flew 400 metres into Meskar", CONTRADICTS),
        ("the drone flew 3 kilometres into Meskar", "the drone flew 3,000 metres into Meskar", None),
    ],
)
def test_numbers_are_set_against_their_like(a: str, b: str, kind: RelationKind | None) -> None:
    found, slots = told(a, b)
    assert slots == ([Slot.NUMBER] if kind else [])
    assert found is kind or kind is None


def test_another_side_of_a_place_is_another_place() -> None:
    assert told("shells hit the northern gate", "shells hit the southern gate") == (CONTRADICTS, [Slot.PLACE])


def test_another_place_behind_the_same_word_contradicts_and_one_within_it_narrows() -> None:
    a, b, c = (
        with_places(report(words), "Lubnik", "Manshar", wide=["Orvenia"])
        for words in ("a bus burnt in Lubnik", "a bus burnt in Manshar", "a bus burnt in Orvenia")
    )
    assert seen(between(a, b)) == (CONTRADICTS, [Slot.PLACE])
    assert seen(between(a, c)) == (NARROWS, [Slot.PLACE])


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("the bridge fell on 14 May 2023", "the bridge fell on 15 May 2023", CONTRADICTS),
        ("the bridge fell on 14 May 2023", "the bridge fell in May 2023", REWORDS),
        ("the bridge fell before 14 May 2023", "the bridge fell on 15 May 2023", REWORDS),
    ],
)
def test_days_that_nothing_joins_contradict(a: str, b: str, kind: RelationKind) -> None:
    assert told(a, b)[0] in (kind, REPEATS if kind is REWORDS else kind)
    assert (Slot.TIME in told(a, b)[1]) is (kind is CONTRADICTS)


def test_a_hedge_that_falls_out_narrows_and_in_other_words_is_shown() -> None:
    assert told("the jets may have been Veshkari", "the jets have been Veshkari") == (NARROWS, [Slot.CERTAINTY])
    assert told("others are feared trapped below the arcade", "below the arcade more people lie") == (
        REWORDS,
        [Slot.CERTAINTY],
    )
    assert Slot.CERTAINTY not in told("the raid was in May", "the raid was last month")[1]


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Shells hit market in Orvenian village", NARROWS),
        ("Shells hit market in the village", REWORDS),
        ("Shells hit market in village of Lubnik", REWORDS),
    ],
)
def test_a_place_that_only_the_body_names_narrows_the_headline(headline: str, kind: RelationKind) -> None:
    body = "Two shells struck a market in the village of Lubnik on Tuesday"
    made = account(f"{headline}\n\n{body}.", "Radio Asur", "2023-05-16", (headline, []), (body, []))
    made = with_places(made, "Lubnik")
    frame = frame_of(made.report.text)
    head, below = (said(made, one, frame.canon) for one in made.statements)
    assert relation(below, head, 1.0, frame).kind is kind


@pytest.mark.parametrize(
    ("a", "b", "slots"),
    [
        ("security forces opened fire", "government forces opened fire", []),
        ("the army opened fire", "the police opened fire", [Slot.ACTOR]),
        ("unidentified men opened fire", "security forces opened fire", [Slot.ACTOR]),
    ],
)
def test_who_is_only_named_by_what_they_are_differs_by_kind_of_force(a: str, b: str, slots: list[Slot]) -> None:
    assert told(a, b)[1] == slots


def test_two_holders_of_one_place_contradict() -> None:
    holds, gains = ControlStatus.HOLDS, ControlStatus.GAINS
    a = with_control(report("The Guard holds Lubnik"), "The Guard", "holds", "Lubnik", holds)
    b = with_control(report("The Front took Lubnik"), "The Front", "took", "Lubnik", gains)
    c = with_control(report("Lubnik was captured by the Guard"), "the Guard", "captured", "Lubnik", gains)
    assert between(a, b).kind is CONTRADICTS
    assert between(a, b).differences[0].slot is Slot.CONTROL
    assert between(a, c).differences == ()


def test_a_statement_cut_short_repeats() -> None:
    whole = "at least 30 houses burnt in Lubnik, among them the school and the old mill of Orsk"
    assert told(whole, "at least 30 houses burnt in Lubnik")[0] is REPEATS


@pytest.mark.parametrize(
    "words", ["", "«»", "نعم", "12 12 12", "not not nothing", "by by by the", "in Lubnik\u00a0in Lubnik"]
)
def test_whatever_is_compared_the_spans_lie_in_the_texts(words: str) -> None:
    a, b = report(words or "x"), report("Nobody in Lubnik has 12 goats, it was the army that may have had them")
    found = between(a, b)
    for difference in found.differences:
        for passage, text in ((difference.a, a.report.text), (difference.b, b.report.text)):
            assert passage.spans
            assert all(span.end <= len(text) for span in passage.spans)
    assert between(a, b) == found


def test_a_clause_is_compared_by_its_own_words() -> None:
    a = report("the army shelled Lubnik and the Guard left Manshar")
    b = report("nobody shelled Lubnik", "Gulf Ledger")
    frame = frame_of(a.report.text, b.report.text)
    whole, other = (said(account, account.statements[0], frame.canon) for account in (a, b))
    relation(whole, other, 1.0, frame)
    start = a.report.text.index("the Guard")
    clause = said(a, replace(a.statements[0], content=(Span(start, len(a.report.text) - 1),)), frame.canon)
    assert Slot.POLARITY in seen(relation(whole, other, 1.0, frame))[1]
    assert Slot.POLARITY not in seen(relation(clause, other, 1.0, frame))[1]


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Soldiers fired on the march", "the police fired on the march", CONTRADICTS),
        ("unknown persons fired on the march", "security forces fired on the march", CONTRADICTS),
        ("security forces fired on the march", "it was soldiers who fired on the march", NARROWS),
    ],
)
def test_who_is_only_named_by_what_they_are_can_still_be_another(a: str, b: str, kind: RelationKind) -> None:
    assert told(a, b) == (kind, [Slot.ACTOR])


def test_the_day_of_another_clause_is_not_that_of_the_statement() -> None:
    a = "the port freed a ship that was stopped on 3 May 2023"
    b = "the ship was freed by the port on 7 May 2023"
    assert Slot.TIME not in told(a, b)[1]


def test_she_is_the_whole_subject() -> None:
    assert Slot.ACTOR not in told("the Santa Orsk carries 900 tonnes of wheat", "She carries 900 tonnes of wheat")[1]
