"""What a store holds, worked on anew: only what other ingredients change, on both databases and without the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select

from accordingto.clean import EXTRACTION
from accordingto.model import Capture, NotAnArticle, Report, Run, content_id, text_sha256
from accordingto.model.protocols import Kept
from accordingto.pipeline.ingest import Intake, Plan, Taken
from accordingto.pipeline.prepare import Cleaned, Read, Work, clean
from accordingto.pipeline.process import Processing
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.workers import Alone
from accordingto.store.schema.records import readings, reports, runs, successions
from accordingto.store.store import Store
from evals.kill import corpus

RUN = Run("1", EXTRACTION, "model", "lexicons", "gazetteer")


def reading_with(run: Run) -> Work:
    def read(report: Report, where: str) -> Read:
        return Read(Reading(report, (), run, where=where), {})

    return Work(read=read, run=lambda: run)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return corpus.write(tmp_path_factory.mktemp("corpus"), reports=12)[0]


def process(store: Store, work: Work, **more: object) -> list[Taken]:
    return list(Processing(store, Alone(), work, **more).run())  # type: ignore[arg-type]


def take(store: Store, folder: str, work: Work, **settings: object) -> None:
    list(Intake(store, Alone(), Plan(**settings), work).take(folder))  # type: ignore[arg-type]


def runs_of(store: Store) -> Counter[str]:
    with store.looking() as connection:
        query = select(runs.c.lexicons_sha256).join(readings, readings.c.run_key == runs.c.key)
        return Counter(connection.scalars(query))


def test_what_is_unread_is_read_and_nothing_twice(store: Store, folder: str) -> None:
    work = reading_with(RUN)
    take(store, folder, work, read=False)
    made = process(store, work)
    assert len(made) == store.count() > 5
    assert {one.kept for one in made} == {Kept.REREAD}
    assert process(store, work) == []


def test_another_lexicon_has_everything_read_again_and_ids_stay(store: Store, folder: str) -> None:
    take(store, folder, reading_with(RUN))
    before = list(store.reports())
    changed = replace(RUN, lexicons_sha256="other")
    assert len(process(store, reading_with(changed))) == len(before)
    assert list(store.reports()) == before
    assert runs_of(store) == {"other": len(before)}
    assert process(store, reading_with(changed)) == []


def test_interrupted_it_goes_on_where_it_stopped(store: Store, folder: str) -> None:
    take(store, folder, reading_with(RUN))
    work = reading_with(replace(RUN, gazetteer_sha256="other"))
    first = Processing(store, Alone(), work).run()
    done = [next(first).report for _ in range(3)]
    first.close()  # type: ignore[attr-defined]
    rest = [one.report for one in process(store, work)]
    assert not set(done) & set(rest)
    assert len(done) + len(rest) == store.count()


NEWER = "text-900 html-900"


def cleaning(change: Callable[[str], str]) -> Callable[[Capture, str | None, str | None, str | None], Cleaned]:
    """A newer version of the cleaning."""

    def cleaned(capture: Capture, outlet: str | None, published: str | None, title: str | None) -> Cleaned:
        report = clean(capture, outlet, published, title).report
        text = change(report.text)
        url = report.url.value if report.url else ""
        given = report.outlet.value if report.outlet and report.outlet.read_from == "given" else ""
        id_ = content_id("report", text_sha256(text), extra=[url, given])
        blocks = report.blocks if text == report.text else ()
        return Cleaned(
            replace(report, id=id_, text=text, text_sha256=text_sha256(text), blocks=blocks, extraction="html-900"), {}
        )

    return cleaned


def test_a_newer_cleaning_makes_new_extractions_of_what_it_changes(store: Store, folder: str) -> None:
    take(store, folder, reading_with(RUN), outlet="Radio Asur", cases=("River",))
    before = list(store.reports())
    run = replace(RUN, extraction=NEWER)
    work = replace(reading_with(run), clean=cleaning(lambda text: text.replace("Northwire", "NORTHWIRE")))
    texts = {name: store.report(name).text for name in before}
    made = process(store, work, extractions=frozenset(NEWER.split()))
    anew = [one for one in made if one.kept is Kept.EXTRACTION]
    assert {one.previous for one in anew} == {name for name, text in texts.items() if "Northwire" in text}
    assert anew, "the corpus has some"
    for one in anew:
        report = store.report(one.report or "")
        assert report.outlet
        assert (report.outlet.value, report.outlet.read_from) == ("Radio Asur", "given")
        assert store.cases_of(report.id) == ("River",)
    with store.looking() as connection:
        replaced = set(connection.scalars(select(successions.c.previous_key).where(successions.c.kind == "extraction")))
        current = select(reports.c.extraction).where(reports.c.key.not_in(replaced))
        assert set(connection.scalars(current)) == {"html-900"}
    assert process(store, work, extractions=frozenset(NEWER.split())) == []


def test_a_report_that_a_newer_cleaning_refuses_stays_as_it_was(store: Store, folder: str) -> None:
    take(store, folder, reading_with(RUN))
    before = {name: store.report(name) for name in store.reports()}

    def refused(capture: Capture, outlet: str | None, published: str | None, title: str | None) -> Cleaned:
        raise NotAnArticle("no body")

    work = replace(reading_with(replace(RUN, extraction=NEWER)), clean=refused)
    made = process(store, work, extractions=frozenset(NEWER.split()))
    assert len(made) == len(before)
    assert all(isinstance(one.error, NotAnArticle) for one in made)
    assert {name: store.report(name) for name in store.reports()} == before
