"""How fast a source is gathered, in what memory; a WARC file beside fastwarc alone in the same run.

Run it as ``python -m accordingto.evaluate.gathering FILE``: one JSON object on standard output.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from accordingto.capture.gather import Found, Missed, Options, Skipped, gather
from accordingto.capture.sniff import Kind, kind_of


def measure(path: Path) -> dict[str, Any]:
    """Gather a source and drop what comes.

    Returns:
        Counts of ``found``, ``missed`` and ``skipped`` (by reason), ``items_a_second`` (CPU seconds of the process),
        ``megabytes`` of the file, ``peak_megabytes`` of resident memory; for WARC ``fastwarc_alone``: records a second
        when it only parses and reads the same file.
    """
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    began = time.process_time()
    for item in gather(str(path), Options()):
        counts[type(item).__name__] += 1
        if isinstance(item, Skipped):
            reasons[item.reason] += 1
    spent = time.process_time() - began
    found = {
        "found": counts[Found.__name__],
        "missed": counts[Missed.__name__],
        "skipped": dict(reasons.most_common()),
        "items_a_second": round(sum(counts.values()) / max(spent, 1e-9), 1),
        "megabytes": round(path.stat().st_size / 1e6, 1) if path.is_file() else None,
        "peak_megabytes": _peak(),
    }
    if path.is_file() and kind_of(path) is Kind.WARC:
        found["fastwarc_alone"] = round(_alone(path), 1)
    return found


def _alone(path: Path) -> float:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    began, number = time.process_time(), 0
    for record in ArchiveIterator(str(path), parse_http=True, record_types=WarcRecordType.response):
        if record.reader:
            record.reader.read()
        number += 1
    return number / max(time.process_time() - began, 1e-9)


def _peak() -> float | None:
    """Peak resident memory of the process in MB; ``None`` where the system does not say."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1e6 if sys.platform == "darwin" else 1e3), 1)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1])), indent=1) + "\n")
