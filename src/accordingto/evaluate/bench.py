"""The benchmark: how fast reports are read end to end on one core, what each layer costs, and whether it stays linear."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from accordingto.evaluate.synthetic import WORDS, Synthetic, reports
from accordingto.evaluate.tables import table
from accordingto.export.jsonl import lines
from accordingto.export.layers import Layer
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.pipeline.read import Reader
    from accordingto.pipeline.reading import Reading

REPORTS = 200
WARM_UP = 3
"""Reports read before the clock starts: the first passes allocate."""
MEGABYTE = 1e6
LEAST_RATE = 4.0
"""Reports a CPU-second that the whole pipeline keeps to, on reports of 500 words."""
MOST_MEMORY = 400.0
"""Peak resident memory that it keeps to, in MB."""
REST = "cleaning, joining, writing"
"""The section of all that no other section holds."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What the benchmark measured. Seconds are CPU seconds of the process."""

    reports: int
    words: float
    """Mean words a report."""
    statements: int
    seconds: float
    """Reading and writing out all records as JSON lines, end to end; opening the model is apart."""
    encoder: float
    """Of these, the encoder's own passes."""
    opening: float
    """Importing and opening everything, once a process."""
    peak: int
    """Peak resident memory of the process, in bytes."""
    first: float
    """Seconds a report in the first tenth."""
    last: float
    """Seconds a report in the last tenth."""
    sections: dict[str, float] = field(default_factory=dict)
    """Seconds in each section of the reader other than the encoder, and in the rest."""
    records: dict[str, int] = field(default_factory=dict)
    """How many records each layer had."""

    @property
    def rate(self) -> float:
        """Reports a CPU-second."""
        return self.reports / self.seconds if self.seconds else 0.0

    @property
    def around(self) -> float:
        """What everything around the encoder costs, over the encoder's own passes."""
        return (self.seconds - self.encoder) / self.encoder if self.encoder else 0.0

    @property
    def drift(self) -> float:
        """Seconds a report in the last tenth over those in the first: 1 where reading is linear."""
        return self.last / self.first if self.first else 0.0

    def to_dict(self) -> dict[str, Any]:
        """Plain, ready for JSON, with what follows from the measured values."""
        more = {"rate": self.rate, "around": self.around, "drift": self.drift}
        return {**asdict(self), **more, "fast_enough": self.fast_enough, "small_enough": self.small_enough}

    @property
    def fast_enough(self) -> bool:
        """Whether it keeps to `LEAST_RATE`."""
        return self.rate >= LEAST_RATE

    @property
    def small_enough(self) -> bool:
        """Whether it keeps to `MOST_MEMORY`."""
        return self.peak / MEGABYTE <= MOST_MEMORY

    def render(self) -> str:
        """A table for people."""
        rows = (
            ("reports", f"{self.reports}"),
            ("words a report", f"{self.words:.0f}"),
            ("statements a report", f"{self.statements / max(1, self.reports):.1f}"),
            *((f"{name} a report", f"{count / max(1, self.reports):.1f}") for name, count in self.records.items()),
            (f"reports a CPU-second, end to end (≥ {LEAST_RATE:g})", f"{self.rate:.2f} {_kept(self.fast_enough)}"),
            ("CPU ms a report", f"{1000 * self.seconds / max(1, self.reports):.1f}"),
            *self._shares(),
            ("around the encoder, of its passes", f"{100 * self.around:.1f} %"),
            ("opening, once a process, CPU s", f"{self.opening:.2f}"),
            (f"peak resident memory, MB (≤ {MOST_MEMORY:g})", f"{self.peak / MEGABYTE:.0f} {_kept(self.small_enough)}"),
            ("CPU ms a report, first tenth", f"{1000 * self.first:.1f}"),
            ("CPU ms a report, last tenth", f"{1000 * self.last:.1f}"),
            ("last tenth over first", f"{self.drift:.3f}"),
        )
        return table(("benchmark, one process, one thread", ""), rows) + "\n"

    def _shares(self) -> list[tuple[str, str]]:
        """CPU milliseconds a report and share of all, of the encoder and of each section, the dearest first."""
        sections = sorted(self.sections.items(), key=lambda section: -section[1])
        return [
            (f"  {name}", f"{1000 * spent / max(1, self.reports):.1f} ({100 * spent / (self.seconds or 1):.0f} %)")
            for name, spent in (("encoder's passes", self.encoder), *sections)
        ]


def _kept(fits: bool) -> str:
    return "✓" if fits else "✗"


def bench(
    number: int = REPORTS,
    *,
    words: int = WORDS,
    seed: int = 0,
    reader: Reader | None = None,
    advance: Callable[[], None] = lambda: None,
) -> Bench:
    """Read synthetic reports and time it.

    Args:
        number: how many.
        words: of each.
        seed: of the reports.
        reader: an opened reader; without it the shipped model is opened.
        advance: called after each report.

    Raises:
        UsageError: where there are too few reports, or the reader does not time its encoder.
    """
    if number < 10:
        raise UsageError("the benchmark compares the first tenth with the last; it needs at least 10 reports")
    began = time.process_time()
    reader = reader or _opened()
    opening = time.process_time() - began
    encoder_seconds(reader)
    for report in reports(WARM_UP, words=words, seed=seed - 1):
        _read(reader, report)
    before = dict(reader.timings)
    costs, records, written = _timed(reader, reports(number, words=words, seed=seed), advance)
    spent = {name: seconds - before.get(name, 0.0) for name, seconds in reader.timings.items()}
    encoder, tenth = spent.pop("encoder"), number // 10
    spent.pop("total", None)
    return Bench(
        reports=number,
        words=written / number,
        statements=records.pop("statements", 0),
        seconds=sum(costs),
        encoder=encoder,
        opening=opening,
        peak=peak_memory(),
        first=sum(costs[:tenth]) / tenth,
        last=sum(costs[-tenth:]) / tenth,
        sections={**spent, REST: max(0.0, sum(costs) - encoder - sum(spent.values()))},
        records=records,
    )


def _opened() -> Reader:
    from accordingto.evaluate.predict import open_reader

    return open_reader()


def _timed(
    reader: Reader, given: Iterable[Synthetic], advance: Callable[[], None]
) -> tuple[list[float], dict[str, int], int]:
    """CPU seconds of each report, how many records each layer had, and words; making the reports is not timed."""
    costs, written = [], 0
    records: Counter[str] = Counter()
    for report in given:
        began = time.process_time()
        reading = _read(reader, report)
        costs.append(time.process_time() - began)
        records.update({layer.value: len(getattr(reading, layer.value)) for layer in Layer})
        written += len(report.text.split())
        advance()
    return costs, dict(records), written


def _read(reader: Reader, report: Synthetic) -> Reading:
    """Read a report and write out all its records."""
    reading = reader.read_text(report.text, outlet=report.outlet, published=report.published)
    for _ in lines([reading], everything=True):
        pass
    return reading


def encoder_seconds(reader: Reader) -> float:
    """CPU seconds that a reader has spent in its encoder's passes so far.

    Raises:
        UsageError: where the reader does not keep them.
    """
    timings = getattr(reader, "timings", None)
    if not isinstance(timings, dict) or "encoder" not in timings:
        raise UsageError("this reader keeps no timings of its encoder, so the share of the encoder cannot be measured")
    return float(timings["encoder"])


def peak_memory() -> int:
    """Peak resident memory of this process, in bytes.

    Raises:
        UsageError: on a system that does not say.
    """
    try:
        import resource
    except ImportError as error:
        raise UsageError(
            "this system does not say how much memory a process used; run the benchmark elsewhere"
        ) from error
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
