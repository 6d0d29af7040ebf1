"""Sources taken into a store, on both databases, without the model."""

from __future__ import annotations

import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from accordingto.compare.editions import revision
from accordingto.model.protocols import Kept
from accordingto.pipeline.ingest import Intake, Plan, Taken
from accordingto.pipeline.workers import Alone
from accordingto.store.listing import (
    Wanted,
    article,
    articles,
    copies_since,
    counts,
    editions,
    failure_rows,
    last_key,
    overview,
    report_rows,
)
from accordingto.store.store import Store
from evals.kill import corpus
from evals.kill.dump import differences, dump, fingerprint
from tests.pipeline import tasks


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return [corpus.write(tmp_path_factory.mktemp("corpus"), reports=30)[0]]


def take(store: Store, sources: list[str], **settings: object) -> list[Taken]:
    intake = Intake(store, Alone(), Plan(**settings), tasks.WORK)  # type: ignore[arg-type]
    return [taken for source in sources for taken in intake.take(source)]


def held(store: Store) -> dict[str, Counter[str]]:
    with store.looking() as connection:
        return dump(connection)


def test_what_becomes_of_a_folder(store: Store, sources: list[str]) -> None:
    made = take(store, sources, cases=("River",))
    kinds = Counter(one.kept for one in made)
    names = {Path(one.where).name: one for one in made}
    assert kinds[Kept.EDITION] == 4
    assert names["0001-b.html"].previous == names["0001-a.html"].report
    assert names["0002-c.html"].kept is Kept.SEEN
    assert names["0003-d.html"].kept is Kept.SEEN, "another frame around the same text"
    assert names["0003-e.html"].kept is Kept.NEW, "a reprint at another address"
    assert type(names["0004-f.html"].error).__name__ == "NotAnArticle"
    with store.looking() as connection:
        seen = overview(connection)
        assert seen.reports == kinds[Kept.NEW] + kinds[Kept.EDITION]
        assert (seen.unread, seen.works_with_editions, seen.failures) == (0, 4, kinds[None] - _skipped(made))
        assert counts(connection, "case", Wanted()) == [("River", seen.reports)]
        assert len(list(report_rows(connection, Wanted(case="River")))) == seen.reports
        assert not list(report_rows(connection, Wanted(case="Hill")))
        assert len(list(failure_rows(connection))) == seen.failures


def test_copies_are_counted_by_kind_and_editions_are_none(store: Store, sources: list[str]) -> None:
    take(store, sources, read=False)
    with store.looking() as connection:
        found = copies_since(connection, 0)
        assert found["exact"] == 4, "reprints at another address"
        assert copies_since(connection, last_key(connection)) == {}


def _skipped(made: list[Taken]) -> int:
    return sum(one.skipped is not None for one in made)


def test_the_same_command_again_changes_nothing(store: Store, sources: list[str]) -> None:
    take(store, sources)
    before = held(store)
    assert {one.kept for one in take(store, sources)} == {Kept.KNOWN, None}
    assert differences(before, held(store)) == []


def test_a_rerun_with_reading_reads_what_was_only_kept(store: Store, sources: list[str]) -> None:
    take(store, sources, read=False)
    with store.looking() as connection:
        assert overview(connection).unread == overview(connection).reports
    take(store, sources)
    with store.looking() as connection:
        assert overview(connection).unread == 0


def test_editions_and_what_changed(store: Store, sources: list[str]) -> None:
    take(store, sources, read=False)
    with store.looking() as connection:
        found = articles(connection)
        assert [one.editions for one in found] == [2, 2, 2, 2]
        first, second = editions(connection, found[0].key)
        assert article(connection, f"http://www.{found[0].address.removeprefix('https://')}?utm_source=a") == found[0]
        assert article(connection, second.report) == found[0]
    old, new = store.report(first.report), store.report(second.report)
    from accordingto.compare.accounts import Bare

    assert revision(Bare(old), Bare(new)).sentences


class Interrupted(Store):
    """A store in front of which Ctrl-C is pressed at a time."""

    after = 0

    def put(self, entry):  # type: ignore[no-untyped-def]
        self.after -= 1
        if self.after < 0:
            raise KeyboardInterrupt
        return super().put(entry)


@pytest.mark.parametrize("after", [0, 1, 7])
def test_interrupted_and_gone_on_with_it_holds_the_same(
    database: str, sources: list[str], tmp_path: Path, after: int
) -> None:
    with Store.open(tmp_path / "whole.db") as whole:
        take(whole, sources)
        expected = held(whole)
    with Interrupted.open(database) as store:
        assert isinstance(store, Interrupted)
        store.after = after
        with pytest.raises(KeyboardInterrupt):
            take(store, sources)
    with Store.open(database) as store:
        take(store, sources)
        assert differences(expected, held(store)) == []
        assert fingerprint(expected) == fingerprint(held(store))


@pytest.fixture
def often() -> Iterator[None]:
    """Let threads take turns as often as possible."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("often")
def test_two_that_add_at_once(database: str, sources: list[str], tmp_path: Path) -> None:
    """Each with a connection of its own, over the same reports: both come to their end and everything is there once."""
    failed: list[BaseException] = []

    def work() -> None:
        try:
            with Store.open(database) as store:
                take(store, sources)
        except BaseException as error:
            failed.append(error)

    Store.open(database).close()
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert not failed
    with Store.open(tmp_path / "alone.db") as alone, Store.open(database) as store:
        take(alone, sources)
        assert differences(held(alone), held(store)) == []
