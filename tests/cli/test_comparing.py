"""What `add` and `watch` do with the stories of what they keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.cli.comparing import Counts, Following, compare_stories, summary
from accordingto.cli.exits import Exit
from accordingto.model import InputError
from accordingto.model.protocols import Kept
from accordingto.pipeline.ingest import Taken
from accordingto.pipeline.relating import Compared
from accordingto.pipeline.workers import Alone
from accordingto.store.store import Store
from tests.compare import crossing
from tests.store import told


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "a.db") as opened:
        yield opened


def taken(report: str, kept: Kept = Kept.NEW) -> Taken:
    return Taken("a.txt", "a.txt", kept, report)


def filled(store: Store) -> list[str]:
    """Two stories to be compared; gives the ids of the reports of the first."""
    reports = told.put(store, crossing.readings())
    told.story(store, "story-1", reports[:2])
    told.story(store, "story-2", reports[2:])
    return reports[:2]


def test_only_stories_of_what_was_kept_are_compared_and_at_the_end(store: Store) -> None:
    reports = filled(store)
    following = Following(store, Alone(), wanted=True)
    for _ in following.through([taken(report) for report in reports]):
        assert store.travel("story-1") is None
    assert following.finish() is Exit.READ
    assert store.travel("story-1") is not None
    assert list(store.changed_stories()) == ["story-2"]


def test_after_each_report_where_it_is_asked_for(store: Store) -> None:
    reports = filled(store)
    following = Following(store, Alone(), wanted=False, each=True)
    next(following.through([taken(reports[0])]))
    assert store.travel("story-1") is not None
    assert following.finish() is Exit.READ


def test_while_there_is_time(store: Store) -> None:
    reports = filled(store)
    following = Following(store, Alone(), wanted=True)
    following.idle()
    list(following.through([None, taken(reports[0])]))
    following.idle()
    assert store.travel("story-1") is not None
    assert following.finish() is Exit.READ


@pytest.mark.parametrize("kept", [Kept.SEEN, Kept.KNOWN])
def test_what_was_known_is_not_compared_again(store: Store, kept: Kept) -> None:
    reports = filled(store)
    following = Following(store, Alone(), wanted=True)
    list(following.through([taken(report, kept) for report in reports]))
    assert following.finish() is Exit.READ
    assert list(store.changed_stories()) == ["story-1", "story-2"]


def test_nothing_is_compared_where_it_is_not_wanted(store: Store) -> None:
    reports = filled(store)
    following = Following(store, Alone(), wanted=False)
    list(following.through([taken(report) for report in reports]))
    assert following.finish() is Exit.READ
    assert list(store.changed_stories()) == ["story-1", "story-2"]


def test_what_fails_is_told_and_the_exit_code_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    found = [
        Compared("story-1", 3, 2),
        Compared("story-2", 1, kept=False),
        Compared("story-3", 1, kept=False, error=InputError("broken")),
    ]
    assert compare_stories(found) is Exit.FAILED
    said = capsys.readouterr().err
    assert "1 story compared, 2 contradictions" in said
    assert "1 story got other reports meanwhile" in said
    assert "story-3: broken" in said
    assert summary(Counts()) is Exit.READ


def test_an_interruption_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    def stories():
        yield Compared("story-1", 3)
        raise KeyboardInterrupt

    assert compare_stories(stories()) is Exit.INTERRUPTED
    assert "accordingto relate goes on" in capsys.readouterr().err
