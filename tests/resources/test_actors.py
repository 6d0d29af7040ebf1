"""The registry: every row of every table is checked, and names are found as outlets write them."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.model import Actor, ActorKind, Fact, ResourceError
from accordingto.resources.actor_files import (
    OTHERS,
    TABLES,
    read_user_actors,
    table_bytes,
    write_user_actors,
)
from accordingto.resources.actors import NameClass, held, open_shipped_actors, registry_of
from accordingto.resources.folding import fold, loose_key, tokens
from accordingto.resources.gazetteer.tables import table_rows

REGISTRY = open_shipped_actors()
ROWS = {name: list(table_rows(table_bytes(name), name)) for name in (*TABLES, *OTHERS)}
PREFIX = {
    "state": "state", "government": "gov", "force": "force", "armed-group": "group", "coalition": "coalition", "body": "body",
    "organisation": "org", "party": "party", "agency": "agency", "outlet": "outlet",
}  # fmt: skip
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")


def is_date(text: str) -> bool:
    if not DATE.match(text):
        return False
    date.fromisoformat((text + "-01-01"[len(text) - 4 :])[:10] if len(text) < 10 else text)
    return True


@pytest.mark.parametrize("name", ROWS)
def test_every_row_is_whole_and_has_a_reference(name: str) -> None:
    columns = set(ROWS[name][0])
    for row in ROWS[name]:
        assert set(row) == columns, row
        assert None not in row.values(), row
        assert row["reference"].startswith("https://"), row
        assert all(value == value.strip() and "  " not in value for value in row.values()), row


@pytest.mark.parametrize("name", TABLES)
def test_rows_of_actors(name: str) -> None:
    for row in ROWS[name]:
        assert row["id"].split(":")[0] == PREFIX[ActorKind(row["kind"]).value], row
        assert re.fullmatch(r"[A-Z]{2}|", row["country"]), row
        names = [row["name"], *filter(None, row["aliases"].split("|"))]
        assert len(set(names)) == len(names), row


def test_ids_are_given_once() -> None:
    ids = Counter(row["id"] for name in (*TABLES, "offices") for row in ROWS[name])
    assert [name for name, count in ids.items() if count > 1] == []


def test_facts_name_actors_that_are_there_and_dates_in_order() -> None:
    for row in ROWS["facts"]:
        assert row["actor"] in REGISTRY.actors, row
        assert row["kind"] in ("part-of", "member-of", "renamed", "split-from"), row
        assert row["kind"] == "renamed" or row["value"] in REGISTRY.actors, row
    for row in (*ROWS["facts"], *ROWS["holders"]):
        dates = [row["start"], row["end"]]
        assert all(not day or is_date(day) for day in dates), row
        assert not all(dates) or dates[0] <= dates[1], row


def test_an_office_has_one_holder_at_a_time_but_on_the_day_of_handing_over() -> None:
    for office, facts in REGISTRY.holders.items():
        whole = sorted((f for f in facts if f.start and len(f.start) == 10), key=lambda f: f.start or "")
        for before, after in pairwise(whole):
            assert before.end is not None, (office, before)
            assert before.end <= (after.start or ""), (office, before, after)


def test_what_the_registry_must_hold() -> None:
    kinds = Counter(actor.kind for actor in REGISTRY.actors.values())
    listed = sum(len(ROWS[name]) for name in TABLES)
    assert kinds[ActorKind.STATE] >= 193 + 2
    assert listed - len(ROWS["states"]) >= 350
    assert len(ROWS["offices"]) >= 100
    assert kinds[ActorKind.PERSON] == len({row["person"] for row in ROWS["holders"]})


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Da’esh", "group:is"),
        ("Da'esh", "group:is"),
        ("DAESH", "group:is"),
        ("ИГИЛ", "group:is"),
        ("داعش", "group:is"),
        ("Hizbullah", "group:hezbollah"),
        ("Jabhat al-Nusrah", "group:nusra"),
        ("Ahrar ash-Sham", "group:ahrar"),
        ("Popular Mobilisation Forces", "group:pmf"),
        ("U.S.", "state:us"),
        ("Côte d’Ivoire", "state:ci"),
        ("Volodymyr Zelenskiy", "person:volodymyr-zelenskyy"),
        ("Bashar\u00a0Al-Assad", "person:bashar-al-assad"),
        ("Mevlut Cavusoglu", "person:mevlut-cavusoglu"),
        ("Збройні сили України", "force:ua-zsu"),
        ("Unicef", "body:unicef"),
    ],
)
def test_names_are_found_as_outlets_write_them(words: str, actor: str) -> None:
    assert [n.actor for n in REGISTRY.named(words) if n.how is NameClass.NAME] == [actor]


def test_a_capital_names_its_government_and_an_adjective_its_state() -> None:
    assert [(n.actor, n.how) for n in REGISTRY.named("Damascus")] == [("gov:sy", NameClass.METONYM)]
    assert [(n.actor, n.how) for n in REGISTRY.named("Syrians")] == [("state:sy", NameClass.DEMONYM)]


def test_holders_by_day() -> None:
    assert REGISTRY.holder("office:us-defsec", "2017-12-28") == "person:james-mattis"
    assert REGISTRY.holder("office:us-defsec", "2020-11") is None  # two held it in that month
    assert "office:gb-pm" in REGISTRY.offices_held("person:boris-johnson", "2020-05-01")
    assert REGISTRY.offices_held("person:boris-johnson", "2018-12-01") == ()


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2014-08-31", False), ("2014-09", True), ("2014-09-01", True), ("2016", True), ("2017-01-01", False)],
)
def test_facts_hold_as_far_as_their_dates_are_known(on: str, expected: bool) -> None:
    assert held(Fact("holds", "office:x", "2014-09", "2016", "https://example.org"), on) is expected


def test_opening_is_quick_enough_and_the_hash_changes_with_what_is_added() -> None:
    added = Actor("group:kharan", "Kharan Front", ActorKind.ARMED_GROUP, ("KF", "al-Kharan"), origin="own.csv")
    registry = registry_of([added])
    assert registry.sha256 != REGISTRY.sha256
    assert registry.named("Kharan Front")[0].actor == "group:kharan"
    assert registry.actors["group:kharan"].origin == "own.csv"


@pytest.mark.parametrize("raw", [b"{}\n", b"[1]\n", b"\xff\n", b'{"id": "group:kharan", "na'])
def test_a_damaged_file_of_actors_is_named(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "actors.jsonl").write_bytes(raw)
    with pytest.raises(ResourceError, match=r"actors\.jsonl"):
        read_user_actors(tmp_path / "actors.jsonl")


def test_user_actors_survive_writing_and_reading(tmp_path: Path) -> None:
    fact = Fact("part-of", "group:is", "2020", None, "https://example.org")
    added = (
        Actor(
            "group:kharan",
            "Kharan Front",
            ActorKind.ARMED_GROUP,
            ("K\u2028F", "\ud800"),
            None,
            "SY",
            (fact,),
            "own.csv",
        ),
    )
    write_user_actors(added, tmp_path / "data" / "actors.jsonl")
    assert read_user_actors(tmp_path / "data" / "actors.jsonl") == added


@given(st.text(alphabet="aáBé’ʿ-. ЖжüİßU\u00a0", max_size=40))
def test_tokens_lie_where_they_say(text: str) -> None:
    for token in tokens(text):
        assert text[token.start : token.end] == token.written


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing_more_in_ascii(word: str) -> None:
    once = fold(word)
    assert not once.isascii() or fold(once) == once


def test_short_names_have_no_loose_key() -> None:
    assert loose_key(["ana"]) is None
    assert loose_key(["hizbullah"]) == loose_key(["hezbollah"])
