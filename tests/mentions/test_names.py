import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.mentions.names import names
from accordingto.mentions.people import People
from accordingto.mentions.resolve import Resolver
from accordingto.model import MentionKind, SourceKind, Span
from accordingto.resources.lexicons import open_lexicons

LEXICONS = open_lexicons()


@pytest.mark.parametrize(
    ("text", "name", "titles", "kind"),
    [
        ("Brigadier General Nadim Hazrun spoke", "Nadim Hazrun", "Brigadier General", MentionKind.PERSON),
        ("Defence Secretary Anna Koldewey spoke", "Anna Koldewey", "Defence Secretary", MentionKind.PERSON),
        ("Interior Minister Salwa al-Rumani spoke", "Salwa al-Rumani", "Interior Minister", MentionKind.PERSON),
        ("Dr. Amal Quret spoke", "Amal Quret", "Dr.", MentionKind.PERSON),
        ("then ‘Abd al-Rahman Saleh spoke", "‘Abd al-Rahman Saleh", "", MentionKind.PERSON),
        ("the Orvenian Observatory said", "Orvenian Observatory", "", MentionKind.ORGANISATION),
        ("the OAF said", "OAF", "", MentionKind.ORGANISATION),
        ("Commission of Inquiry on Orvenia", "Commission of Inquiry", "", MentionKind.ORGANISATION),
        ("shells fell on Selmar’s market", "Selmar", "", MentionKind.PLACE),
    ],
)
def test_names_with_their_titles(text: str, name: str, titles: str, kind: MentionKind) -> None:
    found = next(iter(names(text, LEXICONS)))
    assert (found.words, found.titles, found.kind) == (name, titles, kind)
    assert found.span.of(text) == name


@given(st.text(alphabet="Aab ’.-ل\u00a0Éé(", max_size=60))
def test_names_lie_where_they_say(text: str) -> None:
    for name in names(text, LEXICONS):
        assert name.span.of(text) == name.words
        assert name.whole.contains(name.span)


def resolve(text: str, *sources: str) -> list[tuple[str | None, SourceKind, str]]:
    people = People(text, LEXICONS)
    resolver = Resolver(text, people, LEXICONS)
    found, at = [], 0
    for words in sources:
        at = text.index(words, at)
        resolved = resolver.resolve(Span(at, at + len(words)))
        found.append((resolved.name, resolved.kind, resolved.rule))
        at += len(words)
    return found


def test_a_role_in_apposition_is_kept_and_its_noun_finds_the_person_again() -> None:
    text = "Rafiq Shamas, director of the Orvenian Observatory, spoke first. Later the director spoke again."
    assert resolve(text, "Rafiq Shamas", "the director")[1] == ("Rafiq Shamas", SourceKind.PERSON, "title")
    assert People(text, LEXICONS).named("Shamas").roles[0][0] == "director of the Orvenian Observatory"  # type: ignore[union-attr]


def test_a_pronoun_skips_persons_of_the_other_gender() -> None:
    text = "Spokeswoman Irene Casso spoke. Spokesman Dilan Harki spoke. She went on."
    assert resolve(text, "Irene Casso", "Dilan Harki", "She")[2] == ("Irene Casso", SourceKind.PERSON, "pronoun")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("two officials", SourceKind.UNNAMED),
        ("residents of the town", SourceKind.UNNAMED),
        ("a source close to the talks", SourceKind.UNNAMED),
        ("a leaked letter", SourceKind.DOCUMENT),
        ("a report by the commission", SourceKind.DOCUMENT),
        ("the army", SourceKind.ORGANISATION),
        ("the defence ministry", SourceKind.ORGANISATION),
        ("human rights organisations", SourceKind.ORGANISATION),
        ("US officials", SourceKind.UNNAMED),
    ],
)
def test_kinds_of_voices(source: str, kind: SourceKind) -> None:
    assert resolve(f"On Monday {source} spoke.", source)[0][1] is kind
