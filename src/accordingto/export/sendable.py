"""Readings as they may leave the machine: without the path under which a file was read, which may tell who had it from whom."""

from __future__ import annotations

from dataclasses import replace

from accordingto.compare.accounts import host_of
from accordingto.export.exporting import Item, Journey
from accordingto.model import Field
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import UNKNOWN_OUTLET


def sendable(reading: Reading) -> Reading:
    """The reading without its path; where that would be all that names its outlet, the end of the report's id tells it from others."""
    report = reading.report
    if report.outlet is None and not host_of(report):
        name = f"{UNKNOWN_OUTLET[:-1]}: {report.id[-6:]})"
        report = replace(report, outlet=Field(name, "none"))
    return replace(reading, report=report, where="")


def sent(journey: Journey) -> Journey:
    """A story with such readings."""
    return replace(journey, items=tuple(map(_item, journey.items)))


def _item(item: Item) -> Item:
    return replace(item, shelf=replace(item.shelf, reading=sendable(item.reading)))
