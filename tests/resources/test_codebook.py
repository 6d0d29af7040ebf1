"""The codebook of events and a user's additions to it."""

from pathlib import Path

import pytest

from accordingto.model import InputError
from accordingto.resources.codebook import chosen_codebook
from accordingto.resources.events import open_codebook
from accordingto.resources.userdata import DATA_VARIABLE

BOOK = open_codebook()
PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "ACCUSE", "REQUEST", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def test_the_sixteen_types_are_there() -> None:
    assert set(BOOK.types) == PLOVER
    assert {name for name, event in BOOK.types.items() if event.verbal} == {"ACCUSE", "REQUEST", "REJECT", "THREATEN"}


def test_every_pattern_has_a_type_and_mode_of_the_codebook() -> None:
    for patterns in BOOK.patterns.values():
        for one in patterns:
            assert one.type in BOOK.types
            assert one.mode is None or one.mode in BOOK.types[one.type].modes


def test_every_crossing_has_a_type_and_mode_of_the_codebook_and_a_reference() -> None:
    for row in BOOK.crossings:
        assert row.mode is None or row.mode in BOOK.types[row.type].modes
        assert row.reference.startswith("https://")


def test_every_type_has_a_cameo_root() -> None:
    roots = {row.type: row.code for row in BOOK.crossings if row.scheme == "cameo" and row.mode is None}
    assert set(roots) == PLOVER


def test_instruments_tell_modes_of_assault() -> None:
    assert set(BOOK.instruments) <= set(BOOK.types["ASSAULT"].modes)


def test_verbal_types_are_derived_from_acts() -> None:
    assert all(BOOK.types[event].verbal for event in BOOK.acts.values())


GOOD = """
[types.POACH]
definition = "Takes timber against the law."
[types.POACH.modes]
timber = "felling"
[[triggers]]
type = "POACH"
mode = "timber"
kind = "verb"
patterns = ["fell obj:cedar"]
[contexts.forestry]
words = "forest timber"
"""


def test_a_file_adds_types_words_and_contexts(tmp_path: Path) -> None:
    path = tmp_path / "codebook.toml"
    path.write_text(GOOD, encoding="utf-8")
    book = open_codebook(path)
    assert book.types["POACH"].origin == "codebook.toml"
    assert [one.type for one in book.patterns["felled"]] == ["POACH"]
    assert "timbers" in book.contexts["forestry"]
    assert book.sha256 != BOOK.sha256


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("types = [", "no TOML"),
        ("[words]\na = 1", "`words` is no part of a codebook"),
        ("[types.poach]\ndefinition = 'x'", "write `POACH`"),
        ("[types.POACH]\nverbal = false", "has no `definition`"),
        ("[[triggers]]\ntype = 'POACH'\nkind = 'verb'\npatterns = ['fell']", "entry 1: `POACH` is no type"),
        ("[[triggers]]\ntype = 'AID'\nmode = 'x'\nkind = 'verb'\npatterns = ['fell']", "`x` is no mode of AID"),
        ("[[triggers]]\ntype = 'AID'\nkind = 'thing'\npatterns = ['fell']", "`kind` is one of"),
        ("[[triggers]]\ntype = 'AID'\nkind = 'verb'\npatterns = 'fell'", "`patterns` is a list"),
        ("[[triggers]]\ntype = 'AID'\nkind = 'verb'\nwords = ['fell']", "entry 1: it has"),
        ("[contexts.forestry]\nmeaning = 'x'", "contexts.forestry has no `words`"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "codebook.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        open_codebook(path)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        open_codebook(tmp_path / "none.toml")


def test_the_folder_of_own_data_is_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    assert chosen_codebook() is None
    (tmp_path / "codebook.toml").write_text("", encoding="utf-8")
    assert chosen_codebook() == tmp_path / "codebook.toml"
    assert chosen_codebook("other.toml") == Path("other.toml")
