"""What processes of their own do with a capture: clean it, and read the report in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from accordingto.clean import report_of
from accordingto.compare.prints import prints
from accordingto.compare.storyprints import story_print
from accordingto.model import Capture, Report, Run, UsageError
from accordingto.resources.background import open_background
from accordingto.resources.stock import open_stock

if TYPE_CHECKING:
    from accordingto.language.vectors import SentenceEncoder
    from accordingto.pipeline.reading import Reading


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A report, and what else is kept with it and follows from it alone."""

    report: Report
    given: dict[str, Any]
    """For `accordingto.model.protocols.Entry`."""


@dataclass(frozen=True, slots=True)
class Read:
    """A reading, and what else is kept with it."""

    reading: Reading
    given: dict[str, Any]


def clean(capture: Capture, outlet: str | None, published: str | None, title: str | None) -> Cleaned:
    """The report in a capture.

    A date of publication that a source gives and that is none (a cell of a table may hold anything) is left to the report itself
    to tell; so is the headline of a page, unless the page has none: feeds cut theirs short. With it come the prints by which
    copies and stories are found.

    Raises:
        InputError: where there is none.
    """
    report = _report(capture, outlet, published, None if capture.media_type == "text/html" else title)
    if title and report.title is None:
        report = _report(capture, outlet, published, title)
    return Cleaned(report, {"door": prints(report, open_stock()), "stories": story_print(report, open_background())})


def _report(capture: Capture, outlet: str | None, published: str | None, title: str | None) -> Report:
    try:
        return report_of(capture, outlet=outlet, published=published, title=title)
    except UsageError:
        return report_of(capture, outlet=outlet, title=title)


def read(report: Report, where: str) -> Read:
    """What a report says, according to whom; with it what the contents of its statements mean, for search."""
    from accordingto.pipeline.read import shared_reader

    reading = shared_reader().read_report(report, where=where)
    contents = list(dict.fromkeys(reading.words(statement.content) for statement in reading.statements))
    return Read(reading, {"vectors": _meanings(contents)})


def _meanings(contents: list[str]) -> dict[str, bytes]:
    """Text → its vector as a store keeps it, 384 bytes of int8."""
    from accordingto.language.vectors import rounded

    vectors = rounded(sentence_encoder().vectors(contents))
    return {content: vector.tobytes() for content, vector in zip(contents, vectors, strict=True)}


@lru_cache(maxsize=1)
def sentence_encoder() -> SentenceEncoder:
    """The shipped encoder, opened once a process."""
    from accordingto.language.vectors import SentenceEncoder
    from accordingto.resources.sentence_encoder import open_sentences

    return SentenceEncoder(open_sentences())


def run_now() -> Run:
    """What makes records in this process."""
    from accordingto.pipeline.read import shared_reader

    return shared_reader().run


@dataclass(frozen=True, slots=True)
class Work:
    """The functions that processes carry out. They lie in modules, so that a process can be told which."""

    clean: Callable[[Capture, str | None, str | None, str | None], Cleaned] = clean
    read: Callable[[Report, str], Read] = read
    run: Callable[[], Run] = run_now
