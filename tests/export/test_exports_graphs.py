"""Graphs and pages out of a store: what of the reports' words goes out, and that what they say is inert."""

from __future__ import annotations

import pytest

from accordingto.export.bare import VEIL, Carried
from accordingto.export.formats import FORMATS
from accordingto.store.exporting import Scope
from accordingto.store.store import Store
from tests.export.kept import STORY, WIDE, export

NAMES = ("json-ld", "web-annotation", "followthemoney", "graphml", "dossier")


def written(store: Store, name: str, carried: Carried) -> str:
    made = FORMATS[name]
    scope = Scope(stories=(STORY,)) if made.story else Scope()
    return b"".join(made.chunks(export(store, carried, scope))).decode("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_hashes_leak_no_letter_of_a_report(marked_store: Store, name: str) -> None:
    shown, hidden = written(marked_store, name, Carried.QUOTES), written(marked_store, name, Carried.HASHES)
    assert set(shown) & set(WIDE)
    assert not set(hidden) & set(WIDE)
    assert VEIL not in hidden
    assert VEIL not in shown


@pytest.mark.parametrize("name", NAMES)
def test_only_full_carries_what_no_record_points_at(kept_store: Store, name: str) -> None:
    words = (
        "Sign up"
        if name != "dossier"
        else next(
            words
            for reading in kept_store.story_readings(STORY)
            for words in reading.report.text.split("\n")
            if len(words) > 30 and not any(words[:30] in reading.words(one.content) for one in reading.statements)
        )[:30]
    )
    assert words in written(kept_store, name, Carried.FULL)
    assert words not in written(kept_store, name, Carried.QUOTES)


@pytest.mark.parametrize("name", NAMES)
def test_where_a_file_lay_goes_out_in_none(kept_store: Store, name: str) -> None:
    wheres = {reading.where for reading in kept_store.readings()} - {""}
    assert wheres
    for carried in Carried:
        made = written(kept_store, name, carried)
        assert not {where for where in wheres if where in made}
