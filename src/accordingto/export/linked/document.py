"""The document: context, what is said about it, and the nodes of reports and stories, one a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from accordingto.export.addresses import Addresses
from accordingto.export.bare import Carried
from accordingto.export.exporting import Item, Journey
from accordingto.export.linked.agents import Agents, Node
from accordingto.export.linked.context import context
from accordingto.export.linked.reports import Reports
from accordingto.export.linked.travel import Journeys
from accordingto.pipeline.wording import encodable


def document(
    items: Iterable[Item],
    journeys: Iterable[Journey],
    *,
    carried: Carried,
    base: str | None = None,
    told: dict[str, Any] | None = None,
) -> Iterator[str]:
    """JSON-LD 1.1, piece by piece; memory grows with the number of statements, some 100 bytes each.

    Args:
        items: the reports.
        journeys: the stories with reports among them.
        carried: how much of the reports' words there is.
        base: address of a server, under which everything is named; URNs without it.
        told: what is said about the export, see `accordingto.export.about`.

    Raises:
        UsageError: where the base is no web address.
    """
    addresses = Addresses(base)
    reports, travels = Reports(addresses, Agents(addresses), carried), Journeys(addresses, carried)
    yield '{"@context": ' + dumps(context()) + ',\n"@graph": [\n'
    before = ""
    for node in _nodes(items, journeys, reports, travels, told, carried):
        yield before + dumps(node)
        before = ",\n"
    yield "\n]}\n"


def _nodes(
    items: Iterable[Item],
    journeys: Iterable[Journey],
    reports: Reports,
    travels: Journeys,
    told: dict[str, Any] | None,
    carried: Carried,
) -> Iterator[Node]:
    if told is not None:
        yield _about(told, carried)
    for item in items:
        yield from reports.nodes(item)
    for journey in journeys:
        yield from reports.missing(journey)
        yield from travels.nodes(journey)


def _about(told: dict[str, Any], carried: Carried) -> Node:
    made: Node = {
        "@id": "urn:accordingto:export",
        "@type": ["Dataset", "prov:Entity"],
        "name": f"claims, exported by {told['made_by']}",
        "description": f"{told['claims']} {told['texts']}",
        "dateCreated": told["at"],
        "evidence": carried.value,
        "creditText": told["credits"],
    }
    return made | ({"audit": told["audit"]} if told["audit"] is not None else {})


_STEERING = re.compile("[<\u007f-\u009f\u202a-\u202e\u2028\u2029\u2066-\u2069]")
"""What could end a ``<script>``, a line, or the direction of the text around it."""


def dumps(value: Any) -> str:
    """A value on one line; what could steer whatever it is put into is escaped, and reads the same."""
    made = encodable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", made)
