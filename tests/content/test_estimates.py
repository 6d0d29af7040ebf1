"""What is counted, and whether it is an estimate at all. Syntax is given by hand; places and people are invented."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.content.estimates import estimates
from accordingto.mentions.times import times_of
from accordingto.model import Estimate, Inherited, Span, spans_of
from accordingto.resources.counting import open_counting_words
from accordingto.resources.times import open_time_words
from tests.content.marked import scene_of

WORDS = open_counting_words()


def found(marked: str, **given: object) -> list[Estimate]:
    return list(estimates(scene_of(marked, **given), WORDS))  # type: ignore[arg-type]


def told(marked: str, **given: object) -> list[tuple[str, str, str | None]]:
    """Quantity, unit and phrase of each estimate."""
    text = scene_of(marked).flow.text
    return [
        (e.span[0].of(text), e.unit, " … ".join(s.of(text) for s in spans_of(e.what)) or None)
        for e in found(marked, **given)
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("At|ADV least|ADV 31|NUM people|NOUN died|VERB", ("At least 31", "people", "people")),
        ("31|NUM Kharan|PROPN Front|PROPN fighters|NOUN left|VERB", ("31", "fighters", "Kharan Front fighters")),
        ("31|NUM dead|ADJ in|ADP Dorva|PROPN", ("31", "people", "dead")),
        ("Nineteen|NUM were|AUX killed|VERB", ("Nineteen", "people", None)),
        ("40|NUM wounded|VERB reached|VERB it|PRON", ("40", "people", "wounded")),
        ("dozens|NOUN of|ADP rusted|VERB|amod|boats boats|NOUN sank|VERB", ("dozens", "boats", "rusted boats")),
        (
            "two|NUM of|ADP the|DET bridge|NOUN ~’|PART ~s|PART spans|NOUN fell|VERB",
            ("two", "spans", "the bridge’s spans"),
        ),
        (
            "12|NUM|nummod|fighters Front|PROPN affiliated|VERB fighters|NOUN left|VERB",
            ("12", "fighters", "Front affiliated fighters"),
        ),
        ("143|NUM men|NOUN and|CCONJ boys|NOUN|conj|men fled|VERB", ("143", "men and boys", "men")),
        ("80|NUM percent|NOUN of|ADP Rusafi|PROPN fell|VERB", ("80 percent", "%", "Rusafi")),
        ("half|NOUN of|ADP what|PRON the|DET army|NOUN counted|VERB", ("half", "%", None)),
        ("2|NUM tonnes|NOUN of|ADP infant|NOUN formula|NOUN arrived|VERB", ("2", "tonnes", "infant formula")),
        ("90,000|NUM marks|NOUN a|DET day|NOUN", ("90,000", "marks", "marks")),
        ("$3m|NUM in|ADP aid|NOUN came|VERB", ("$3m", "USD", "aid")),
        (
            "the|DET|det|toll death|NOUN|compound|toll toll|NOUN|nsubj|rose rose|VERB to|ADP 31|NUM",
            ("31", "people", "the death toll"),
        ),
        (
            "it|PRON put|VERB the|DET number|NOUN of|ADP Front|PROPN fighters|NOUN at|ADP 45|NUM",
            ("45", "fighters", "Front fighters"),
        ),
        ("it|PRON put|VERB its|PRON own|ADJ losses|NOUN at|ADP 45|NUM", ("45", "losses", "its own losses")),
        ("it|PRON put|VERB the|DET dead|ADJ at|ADP 45|NUM", ("45", "dead", "the dead")),
        ("several|ADJ of|ADP the|DET wounded|ADJ died|VERB", ("several", "wounded", "the wounded")),
        ("a|DET 240|NUM ~-|PUNCT ~strong|ADJ garrison|NOUN", ("240", "people", None)),
    ],
)
def test_what_is_counted(marked: str, expected: tuple[str, str, str | None]) -> None:
    assert told(marked)[0] == expected


def test_a_part_has_its_total() -> None:
    total, part, other = found(
        "12|NUM people|NOUN died|VERB ~,|PUNCT including|VERB five|NUM children|NOUN and|CCONJ two|NUM nurses|NOUN"
    )
    assert (total.part_of, part.part_of, other.part_of) == (None, total.id, total.id)
    total, part = found("12|NUM dead|ADJ ~,|PUNCT five|NUM of|ADP them|PRON children|NOUN")
    assert (part.part_of, part.unit) == (total.id, "children")
    total, part = found("Of|ADP the|DET 45|NUM dead|ADJ ~,|PUNCT 30|NUM were|AUX civilians|NOUN ~.|PUNCT")
    assert (part.part_of, part.unit) == (total.id, "civilians")


def test_what_goes_on_with_a_count_takes_its_unit_and_says_whence() -> None:
    first, second = found("12|NUM fighters|NOUN fled|VERB and|CCONJ another|DET 30|NUM gave|VERB up|ADP")
    assert second.unit == "fighters"
    assert second.what == Inherited(first.id, "estimates:carried", spans_of(first.what))


def test_a_bare_number_goes_on_with_what_its_paragraph_counted() -> None:
    marked = "Troops|NOUN shot|VERB 40|NUM rebels|NOUN ~;|PUNCT they|PRON say|VERB six|NUM died|VERB"
    assert [unit for _, unit, _ in told(marked)] == ["rebels", "rebels"]
    assert told("six|NUM died|VERB")[0] == ("six", "people", None)


def test_since_when_is_not_as_of_when() -> None:
    marked = "30|NUM people|NOUN fled|VERB {}|ADP 12|NUM March|PROPN 2023|NUM"
    dated, open_ended = (scene_of(marked.format(word)) for word in ("on", "since"))
    for scene, value in ((dated, "2023-03-12"), (open_ended, None)):
        with_times = replace(scene, times=times_of(scene.report, scene.flow, open_time_words()))
        time = estimates(with_times, WORDS)[0].as_of
        assert (time.value if time else None) == value


def test_so_many_out_of_so_many() -> None:
    assert [unit for _, unit, _ in told("5|NUM out|ADP of|ADP 11|NUM boats|NOUN sank|VERB")] == ["boats", "boats"]


def test_where_the_counted_are() -> None:
    marked = "30|NUM people|NOUN hid|VERB in|ADP Dorva|PROPN for|ADP two|NUM days|NOUN"
    (estimate,) = found(marked, places=["Dorva"])
    assert [(part.words, part.place) for part in estimate.places] == [("Dorva", "p-Dorva")]
    assert [part.words for part in found(marked)[0].places] == ["Dorva"], "it stands as places do"
    assert found(marked, source="days", content="30 people hid")[0].places == (), "somebody else's words"
    joined = "30|NUM people|NOUN live|VERB in|ADP Dorva|PROPN and|CCONJ Manshar|PROPN"
    assert [part.words for part in found(joined, places=["Dorva", "Manshar"])[0].places] == ["Dorva", "Manshar"]


@pytest.mark.parametrize(
    "marked",
    [
        "the|DET road|NOUN is|AUX 30|NUM km|NOUN long|ADJ",
        "it|PRON lasted|VERB three|NUM days|NOUN",
        "talks|NOUN between|ADP the|DET two|NUM sides|NOUN",
        "a|DET 22|NUM ~-|PUNCT ~truck|NOUN convoy|NOUN left|VERB",
        "one|NUM of|ADP them|PRON said|VERB so|ADV",
    ],
)
def test_what_is_no_estimate(marked: str) -> None:
    assert found(marked) == []


def test_voices_are_not_counted_but_what_they_say_is() -> None:
    marked = "two|NUM officials|NOUN said|VERB 12|NUM men|NOUN left|VERB"
    assert told(marked, source="two officials", content="12 men left") == [("12", "men", "men")]


def test_a_quantity_outside_every_content_belongs_to_the_nearest_of_its_sentence() -> None:
    marked = "He|PRON saw|VERB 12|NUM men|NOUN and|CCONJ 30|NUM goats|NOUN"
    assert [e.statement for e in found(marked, source="He", content="12 men")] == ["s1", "s1"]


ANY = (
    "12|NUM dozens|NOUN of|ADP the|DET men|NOUN and|CCONJ ,|PUNCT at|ADP put|VERB them|PRON dead|ADJ %|NOUN in|ADP ~-|PUNCT "
    "’|PART s|PART half|NOUN another|DET"
).split()


@given(st.lists(st.sampled_from(ANY), min_size=1, max_size=12))
def test_spans_lie_in_the_text_whatever_the_words(words: list[str]) -> None:
    scene = scene_of(" ".join(words))
    whole = Span(0, len(scene.report.text))
    for estimate in estimates(scene, WORDS):
        assert all(whole.contains(span) for span in (*estimate.span, *spans_of(estimate.what)))
        assert estimate.unit
