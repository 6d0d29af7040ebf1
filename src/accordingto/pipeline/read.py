"""Reading reports: Capture → Report → Statements. The only place where the stations meet."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from accordingto import __version__
from accordingto.attribute.certainty import certainties_at
from accordingto.attribute.drafts import Draft, draft
from accordingto.attribute.statements import attribute
from accordingto.attribute.tagger import tag
from accordingto.capture.files import capture_path, capture_text
from accordingto.clean import EXTRACTION, report_of
from accordingto.language.encoder import Encoded, encode
from accordingto.language.flow import flow_of
from accordingto.language.wordpiece import WordPiece
from accordingto.language.words import words_of
from accordingto.mentions.tagged import Named, named
from accordingto.model import AccordingtoError, Capture, InputError, Report, Run, sha256
from accordingto.pipeline.claims import Knowledge, claims, open_knowledge
from accordingto.pipeline.reading import Reading
from accordingto.resources.cleaning import open_clean_rules
from accordingto.resources.lexicons import Lexicons, open_lexicons
from accordingto.resources.model import SHIPPED, Model, open_model


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be read, and why."""

    where: str
    error: AccordingtoError


MODEL_VARIABLE = "ACCORDINGTO_MODEL"
"""Environment variable that names the folder of another model than the shipped one."""


def chosen_model() -> Path:
    """The folder of the model to open: the one the environment names, else the shipped one."""
    return Path(os.environ.get(MODEL_VARIABLE) or SHIPPED)


class Reader:
    """Reads reports with one opened model. Not shared between threads; for more cores use `read_many` with ``jobs``."""

    def __init__(
        self, model: Model | None = None, lexicons: Lexicons | None = None, knowledge: Knowledge | None = None
    ) -> None:
        from threadpoolctl import ThreadpoolController

        self.model = model or open_model(chosen_model())
        self.lexicons = lexicons or open_lexicons()
        self.timings: dict[str, float] = {"encoder": 0.0, "total": 0.0}
        """CPU seconds spent in the encoder's passes and altogether."""
        self.rules = open_clean_rules()
        self.knowledge = knowledge or open_knowledge()
        words = sha256((self.lexicons.sha256 + self.rules.sha256 + self.knowledge.sha256).encode())
        self.run = Run(__version__, EXTRACTION, self.model.sha256, words, self.knowledge.gazetteer.sha256)
        self._inner = 0.0
        """CPU seconds of the sections closed inside the one that is open."""
        self._threads = ThreadpoolController()
        self._pieces = WordPiece.of_lines(self.model.vocabulary)

    def tag(self, text: str, shift: int = 0) -> list[Draft]:
        """The flat attributions of a text; offsets are moved by ``shift``."""
        return self._attributed(self._encode(text), shift)

    def _attributed(self, encoded: Encoded, shift: int = 0) -> list[Draft]:
        return [draft(flat, encoded.words, shift=shift) for flat in tag(encoded, self.model.tables)]

    def _encode(self, text: str, *, branch: bool = False) -> Encoded:
        """Encode a text; ``branch`` asks for what syntax, names and mentions read."""
        words = words_of(text, self._pieces)
        with self._clock("encoder"):
            return encode(text, words, self.model, branch=branch)

    @contextmanager
    def _clock(self, section: str) -> Iterator[None]:
        """Add the CPU time spent inside to a section of the timings; what a section inside it takes is not counted twice."""
        began, outer = time.process_time(), self._inner
        self._inner = 0.0
        yield
        spent = time.process_time() - began
        self.timings[section] = self.timings.get(section, 0.0) + spent - self._inner
        self._inner = outer + spent

    def read_report(self, report: Report, *, where: str = "") -> Reading:
        """Read an archived report."""
        with self._threads.limit(limits=1, user_api="blas"):
            flow = flow_of(report)
            encoded = self._encode(flow.text, branch=True)

            def tag_once(text: str, shift: int) -> list[Draft]:
                return self._attributed(encoded, shift) if text is flow.text else self.tag(text, shift)

            with self._clock("statements"):
                found = attribute(report, tag_once, self.lexicons, flow=flow)
            read = claims(report, flow, encoded, self.model.tables, found, self.knowledge, self._clock)
        scene = read.scene
        return Reading(
            report,
            scene.statements,
            self.run,
            scene.mentions,
            scene.entities,
            where,
            events=read.events,
            estimates=read.estimates,
            control=read.control,
            places=scene.places,
            times=scene.times,
            actors=scene.actors,
        )

    def read_capture(
        self, capture: Capture, *, outlet: str | None = None, published: str | None = None, as_given: bool = False
    ) -> Reading:
        """Read captured bytes; ``as_given`` keeps characters that were read wrongly before, as `report_of` has it.

        Raises:
            InputError: where there is no report in them.
        """
        began = time.process_time()
        reading = self.read_report(
            report_of(capture, outlet=outlet, published=published, rules=self.rules, as_given=as_given),
            where=capture.sightings[0].where if capture.sightings else "",
        )
        self.timings["total"] += time.process_time() - began
        return reading

    def read_text(
        self, text: str, *, outlet: str | None = None, published: str | None = None, where: str = "-"
    ) -> Reading:
        """Read a text as it was scraped; its characters stay as they are, and offsets are into them."""
        return self.read_capture(capture_text(text, where=where), outlet=outlet, published=published, as_given=True)

    def read(self, path: str | Path, *, outlet: str | None = None, published: str | None = None) -> Reading:
        """Read one file of text or HTML."""
        return self.read_capture(capture_path(path), outlet=outlet, published=published)

    def attributions(self, text: str) -> list[dict[str, Any]]:
        """The flat attributions of a text as the predict contract has them: what the tagger says, before any rule."""
        with self._threads.limit(limits=1, user_api="blas"):
            drafts = sorted(self.tag(text), key=lambda d: d.start)
        return [
            {
                "source": [[d.source.start, d.source.end]] if d.source else [],
                "cue": [[d.cue.start, d.cue.end]] if d.cue and not d.inherited else [],
                "content": [[s.start, s.end] for s in d.content],
            }
            for d in drafts
        ]

    def names(self, text: str) -> tuple[Named, ...]:
        """The names in a text: what the head says, before any rule."""
        with self._threads.limit(limits=1, user_api="blas"):
            return named(self._encode(text, branch=True), self.model.tables)

    def certainties(self, text: str, offsets: Sequence[int]) -> list[float]:
        """How far a text commits to what the words at some offsets say, from -3 to 3: what the head says, before any rule."""
        with self._threads.limit(limits=1, user_api="blas"):
            return certainties_at(self._encode(text, branch=True), self.model.tables, offsets)


@lru_cache(maxsize=1)
def shared_reader() -> Reader:
    """The process's reader, opened at first use."""
    return Reader()


def read(path: str | Path, *, outlet: str | None = None, published: str | None = None) -> Reading:
    """Read one file of text or HTML.

    Raises:
        InputError: where it cannot be read; the message says what to do.
    """
    return shared_reader().read(path, outlet=outlet, published=published)


def read_text(text: str, *, outlet: str | None = None, published: str | None = None) -> Reading:
    """Read a text as it was scraped."""
    return shared_reader().read_text(text, outlet=outlet, published=published)


def read_many(
    paths: Iterable[str | Path], *, jobs: int = 1, outlet: str | None = None, published: str | None = None
) -> Iterator[Reading | Failure]:
    """Read many files in order; one that cannot be read gives a `Failure` and stops nothing. ``jobs`` processes share the work."""
    work = ((str(path), outlet, published) for path in paths)
    if jobs <= 1:
        yield from map(_attempt, work)
        return
    import multiprocessing
    import signal

    # workers leave Ctrl-C to the parent, which ends them
    context, quiet = multiprocessing.get_context("spawn"), (signal.SIGINT, signal.SIG_IGN)
    with context.Pool(jobs, initializer=signal.signal, initargs=quiet) as pool:
        yield from pool.imap(_attempt, work, chunksize=4)


def _attempt(job: tuple[str, str | None, str | None]) -> Reading | Failure:
    path, outlet, published = job
    try:
        return read(path, outlet=outlet, published=published)
    except AccordingtoError as error:
        return Failure(path, error)
    except OSError as error:
        return Failure(
            path, InputError(f"cannot open it: {error.strerror or error}; check the path and its permissions")
        )
    except Exception as error:  # one broken page never stops a batch
        return Failure(
            path,
            InputError(
                f"reading failed unexpectedly ({type(error).__name__}: {error}); please report it with the file"
            ),
        )
