"""From a source into a store, on a store in memory and without the model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from accordingto.capture.gather import Options
from accordingto.model.protocols import Kept
from accordingto.pipeline.ingest import Intake, Plan, Taken, source_name
from accordingto.pipeline.workers import Alone, Died, Workers
from tests.pipeline import tasks
from tests.pipeline.keeping import Memory

TEXT = (
    "Ferry {number} left Jisr Kamil\n\n12 March 2023\n\nGeneral Nadim Hazrun said that ferry number {number} left the east bank at "
    "six with forty people on board, and that it came back at seven with nobody at all.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    for number in range(6):
        (made / f"{number}.txt").write_text(TEXT.format(number=number))
    return made


def intake(store: Memory, **settings: object) -> Intake:
    return Intake(store, Alone(), Plan(**settings), tasks.WORK)  # type: ignore[arg-type]


def take(store: Memory, source: Path | str, **settings: object) -> list[Taken]:
    return list(intake(store, **settings).take(str(source)))


def test_a_folder_is_taken_in_in_its_order(folder: Path) -> None:
    store = Memory()
    made = take(store, folder, cases=("River",))
    assert [one.position for one in made] == [f"{number}.txt" for number in range(6)]
    assert {one.kept for one in made} == {Kept.NEW}
    assert [one.report for one in made] == list(store.reports) == list(store.readings)
    assert store.cases == {"River": set(store.reports)}
    assert store.checkpoints[source_name(str(folder), Plan(cases=("River",))) or ""].done


def test_the_same_command_again_changes_nothing(folder: Path) -> None:
    store = Memory()
    take(store, folder)
    writes = store.writes
    assert {one.kept for one in take(store, folder)} == {Kept.KNOWN}
    assert store.writes == writes


def test_the_same_bytes_elsewhere_are_another_sighting(folder: Path) -> None:
    store = Memory()
    take(store, folder)
    (folder.parent / "copy.txt").write_bytes((folder / "3.txt").read_bytes())
    [one] = take(store, folder.parent / "copy.txt")
    assert one.kept is Kept.SEEN
    assert one.statements is None, "it is not read again"
    assert len(store.captures) == 6
    assert len(store.sightings) == 7


def test_another_case_or_outlet_is_not_passed_over(folder: Path) -> None:
    store = Memory()
    take(store, folder, read=False)
    assert {one.kept for one in take(store, folder, read=False, cases=("River",))} == {Kept.KNOWN}
    assert len(store.cases["River"]) == 6
    assert {one.kept for one in take(store, folder, read=False, outlet="Radio Asur")} == {Kept.NEW}


def test_kept_unread_and_read_later(folder: Path) -> None:
    store = Memory()
    assert {one.statements for one in take(store, folder, read=False)} == {None}
    assert not store.readings
    assert {one.kept for one in take(store, folder)} == {Kept.REREAD}
    assert len(store.readings) == 6


def test_interrupted_it_goes_on_where_it_was(folder: Path) -> None:
    store = Memory(interrupt_after=3)
    with pytest.raises(KeyboardInterrupt):
        take(store, folder)
    assert len(store.reports) == 3
    store.interrupt_after = None
    made = take(store, folder)
    assert [one.position for one in made] == ["3.txt", "4.txt", "5.txt"]
    assert len(store.reports) == 6


def test_or_begins_anew_where_told(folder: Path) -> None:
    store = Memory(interrupt_after=3)
    with pytest.raises(KeyboardInterrupt):
        take(store, folder)
    store.interrupt_after = None
    assert len(take(store, folder, resume=False)) == 6


def test_what_cannot_be_read_is_kept_as_a_failure_and_stops_nothing(folder: Path) -> None:
    store = Memory()
    (folder / "2a.txt").write_text(TEXT.format(number="unreadable"))
    (folder / "2b.html").write_text("<html><body><nav>Home</nav></body></html>")
    made = take(store, folder)
    assert [one.position for one in made if one.error] == ["2a.txt", "2b.html"]
    assert sorted(Path(where).name for where in store.failures) == ["2a.txt", "2b.html"]
    assert len(store.reports) == 6
    assert all(unread.capture and unread.at for unread in store.failures.values())
    assert len([one for one in take(store, folder) if one.error]) == 2, "they are tried again"


def test_a_source_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    store = Memory()
    [one] = take(store, tmp_path / "nowhere.txt")
    assert one.error
    assert len(store.failures) == 1


def test_a_date_that_is_none_is_left_to_the_report(tmp_path: Path) -> None:
    store = Memory()
    table = tmp_path / "table.txt"
    table.write_text(TEXT.format(number=1))
    [one] = take(store, table, published="soon")
    assert one.kept is Kept.NEW
    [report] = store.reports.values()
    assert report.published is None or report.published.read_from != "given"


@pytest.fixture(scope="module")
def crew() -> Iterator[Workers]:
    with Workers(2) as made:
        yield made


def test_processes_give_the_same_in_the_same_order(folder: Path, crew: Workers) -> None:
    one, other = Memory(), Memory()
    for number in range(6, 20):
        (folder / f"{number:02}.txt").write_text(TEXT.format(number=number))
    alone = take(one, folder)
    assert list(Intake(other, crew, Plan(), tasks.WORK).take(str(folder))) == alone
    assert (other.reports, other.readings, other.sightings) == (one.reports, one.readings, one.sightings)


def test_a_report_that_ends_its_process_is_a_failure_alone(folder: Path, crew: Workers) -> None:
    store = Memory()
    (folder / "2a.txt").write_text(TEXT.format(number="crash"))
    made = list(Intake(store, crew, Plan(), tasks.WORK).take(str(folder)))
    assert [one.position for one in made if one.error] == ["2a.txt"]
    assert isinstance(next(one.error for one in made if one.error), Died)
    assert len(store.reports) == 6


def test_no_more_is_gathered_than_is_under_way(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is constant however long the source: gathering waits for writing."""
    from accordingto.pipeline import ingest

    gathered = 0
    real = ingest.gather

    def counted(*words: object, **more: object) -> Iterator[object]:
        nonlocal gathered
        for item in real(*words, **more):  # type: ignore[arg-type]
            gathered += 1
            yield item

    monkeypatch.setattr(ingest, "gather", counted)
    for number in range(6, 30):
        (folder / f"{number:02}.txt").write_text(TEXT.format(number=number))
    kept = 0
    for _ in intake(Memory()).take(str(folder)):
        kept += 1
        assert gathered - kept <= 7
    assert kept == 30


def test_a_file_that_changed_or_is_taken_otherwise_is_another_source(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("one")
    names = {source_name(str(file), Plan()), source_name(str(file), Plan(cases=("River",)))}
    names.add(source_name(str(file), Plan(options=Options(text_column="body"))))
    file.write_text("other")
    names.add(source_name(str(file), Plan()))
    assert len(names) == 4
    assert source_name("-", Plan()) is None
    assert source_name("https://harbour.example/feed", Plan()) == "https://harbour.example/feed"
