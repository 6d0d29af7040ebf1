"""Actors out of users' files: what is told is taken, what is not stays unknown, what is wrong is named with its line."""

import json

import pytest

from accordingto.model import ActorKind, Fact, InputError
from accordingto.resources.actor_import import COLUMNS, actors_of

HEAD = "id,name,aliases,kind,country,part_of,start,end,reference,note\n"


def test_csv_with_every_column() -> None:
    row = "group:kharan,Kharan Front,KF|al-Kharan,armed-group,OR,coalition:x,2019,2022-05,https://example.org/kf,insurgents\n"
    (actor,) = actors_of(HEAD + row, "own.csv")
    assert (actor.id, actor.name, actor.kind, actor.country) == (
        "group:kharan",
        "Kharan Front",
        ActorKind.ARMED_GROUP,
        "OR",
    )
    assert (actor.aliases, actor.reference, actor.origin) == (("KF", "al-Kharan"), "https://example.org/kf", "own.csv")
    assert actor.facts == (
        Fact("part-of", "coalition:x", "2019", "2022-05", "https://example.org/kf"),
        Fact("note", "insurgents", "2019", "2022-05", "https://example.org/kf"),
    )


def test_only_the_name_and_a_kind_for_the_file_are_needed() -> None:
    (actor,) = actors_of("name\nPeople’s Guard\n", "own.csv", ActorKind.ARMED_GROUP)
    assert (actor.id, actor.reference, actor.country, actor.facts) == ("armed-group:peoples-guard", None, None, ())


def test_a_second_line_with_an_id_adds_facts() -> None:
    lines = "p,Kamal Ferro,,person,,force:a,2019,2020,,\np,Kamal Ferro,,person,,force:b,2021,,,\n"
    (actor,) = actors_of(HEAD + lines, "own.csv")
    assert [(fact.value, fact.start) for fact in actor.facts] == [("force:a", "2019"), ("force:b", "2021")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        ("title\nx\n", "no column name"),
        ("name,colour\nx,red\n", "has the column colour"),
        (HEAD + ",,,force,,,,,,\n", "line 2 has no name"),
        (HEAD + ",X,,gang,,,,,,\n", "gang is no kind of actor"),
        ("name\nX\n", "line 2 has no kind"),
        (HEAD + ",X,,force,,,May 2019,,,\n", "May 2019 is no date"),
        (HEAD + ",X,,force\n", "line 2 does not have as many cells"),
        ('{"id": "x"}\n', "neither FollowTheMoney nor Wikidata"),
        ("[1]", "which is no entity"),
        ('{"schema": "Person"}\n{broken\n', "line 2 is no JSON"),
    ],
)
def test_what_is_wrong_is_named(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        actors_of(text, "own.csv")


def ftm(ident: str, schema: str, **properties: list[str]) -> str:
    return json.dumps({"id": ident, "schema": schema, "properties": properties})


def test_follow_the_money_entities_and_what_ties_them() -> None:
    lines = [
        ftm("a1", "Organization", name=["Kharan Front"], alias=["KF"], country=["or"], topics=["crime.terror"]),
        ftm("p1", "Person", name=["Kamal Ferro", "K. Ferro"], wikidataId=["Q1"]),
        ftm("j1", "Position", name=["Spokesman of the army"]),
        ftm("o1", "Occupancy", holder=["p1"], post=["j1"], startDate=["2021-03-01"], sourceUrl=["https://example.org"]),
        ftm("x1", "Vessel", name=["Not an actor"]),
    ]
    front, person, post = actors_of("\n".join(lines), "x.ftm.json")
    assert (front.kind, front.aliases, front.country) == (ActorKind.ARMED_GROUP, ("KF",), "OR")
    assert (person.kind, person.aliases, person.reference) == (
        ActorKind.PERSON,
        ("K. Ferro",),
        "https://www.wikidata.org/wiki/Q1",
    )
    assert person.facts == (Fact("holds", "ftm:j1", "2021-03-01", None, "https://example.org"),)
    assert (post.id, post.kind) == ("ftm:j1", ActorKind.OFFICE)


def claim(value: str, **qualifiers: str) -> dict[str, object]:
    def snak(what: str) -> dict[str, object]:
        made = {"id": what} if what.startswith("Q") else {"time": what, "precision": 11}
        return {"datavalue": {"value": made}}

    return {"mainsnak": snak(value), "rank": "normal", "qualifiers": {p: [snak(v)] for p, v in qualifiers.items()}}


def wikidata(**claims: list[dict[str, object]]) -> dict[str, object]:
    labels = {"en": {"value": "Kharan Front"}, "ar": {"value": "جبهة خران"}}
    return {"id": "Q99", "labels": labels, "aliases": {"en": [{"value": "KF"}]}, "claims": claims}


def test_wikidata_entities_as_given() -> None:
    item = wikidata(
        P31=[claim("Q17149090")],
        P17=[claim("Q858")],
        P361=[claim("Q7", P580="+2019-05-01T00:00:00Z")],
        P571=[claim("+2018-01-02T00:00:00Z")],
    )
    (actor,) = actors_of(json.dumps({"entities": {"Q99": item}}), "q.json")
    assert (actor.id, actor.name, actor.kind, actor.country) == (
        "wikidata:Q99",
        "Kharan Front",
        ActorKind.ARMED_GROUP,
        "SY",
    )
    assert actor.aliases == ("جبهة خران", "KF")
    assert [(f.kind, f.value, f.start) for f in actor.facts] == [
        ("part-of", "wikidata:Q7", "2019-05-01"),
        ("founded", "2018-01-02", "2018-01-02"),
    ]


def test_a_wikidata_entity_of_no_known_class_needs_a_kind() -> None:
    text = json.dumps(wikidata())
    with pytest.raises(InputError, match="does not tell what kind of actor Kharan Front is"):
        actors_of(text, "q.json")
    assert actors_of(text, "q.json", ActorKind.PARTY)[0].kind is ActorKind.PARTY


@pytest.mark.parametrize(
    "text",
    [
        'name,kind\n"Kharan Front,group\n',
        '{"schema": "Person", "properties": {"name": ["Ana Teli"]}}',
        '{"schema": "Person", "id": "p1", "properties": ["name"]}',
        '{"id": "Q1", "labels": ["Kharan Front"]}',
        '{"id": "Q1", "labels": {"en": {"value": "Kharan Front"}}, "claims": {"P31": [5]}}',
        "[5]",
        "[" * 100_000,
    ],
)
def test_what_is_built_otherwise_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="own"):
        actors_of(text, "own", ActorKind.PARTY)


def test_the_columns_are_documented() -> None:
    from pathlib import Path

    page = (Path(__file__).parents[2] / "docs" / "how-to" / "add-your-own-actors.md").read_text(encoding="utf-8")
    assert [column for column in COLUMNS if f"`{column}`" not in page] == []
