"""The reports' words in a dossier: quoted where they are carried, else the hash of what stands there."""

from __future__ import annotations

from accordingto.export.bare import Carried
from accordingto.export.deciding import ADJUDICATOR, CODER
from accordingto.export.exporting import Item, Journey
from accordingto.export.marked import sentence
from accordingto.export.markup import element, isolated, text
from accordingto.export.sendable import sent
from accordingto.export.trace_view import Marked
from accordingto.export.travel_view import Laid, places
from accordingto.export.wording import in_quotes
from accordingto.model import Span, Spans
from accordingto.pipeline.wording import one_line

_ROLES = {CODER: "a coder", ADJUDICATOR: "an adjudicator"}


class Words:
    """How the words of a story's reports are shown."""

    def __init__(self, journey: Journey, carried: Carried) -> None:
        journey = sent(journey)
        self.journey, self.carried = journey, carried
        self.hidden = carried is Carried.HASHES
        self.laid = Laid(journey.travel, journey.readings)
        self.items: dict[str, Item] = {item.reading.report.id: item for item in journey.items}

    def quote(self, report: str, spans: Spans) -> str:
        """Words in quotation marks, gaps marked, and where they stand."""
        if self.hidden:
            return self.hashed(report, spans)
        whole = self.items[report].reading.report.text
        quoted = " … ".join(isolated(in_quotes(one_line(span.of(whole)))) for span in spans)
        return f"{quoted} {self.place(spans)}"

    def hashed(self, report: str, spans: Spans) -> str:
        """Where words stand, and their hash."""
        return f"{self.place(spans)} {digest(self.items[report].sha256(spans))}"

    def place(self, spans: Spans) -> str:
        """``[12–40]``, small."""
        return element("span", places(spans), class_="at")

    def sentence(self, side: Marked) -> str:
        """A sentence with what differs marked; or its hash, and where what differs stands."""
        if self.hidden:
            slots = tuple(Span(side.span.start + one.start, side.span.start + one.end) for one in side.slots)
            differs = f" differs at {self.place(slots)}" if slots else ""
            return self.hashed(side.report, (side.span,)) + differs
        return sentence(side)

    def name(self, report: str) -> str:
        """A link to where a report is described: ``2 The Harbour Post``."""
        return element("a", isolated(self.laid.name(report)), href=f"#{anchor(report)}")

    def decided(self, report: str, statement: str) -> str:
        """What people decided on a statement; nothing where nobody has."""
        found = self.items[report].settled
        if statement in found.rejected:
            return "a person decided that the report does not say this"
        if found.disputed(statement):
            return "coders do not agree on it"
        decision = found.decision(statement)
        return f"decided by {_ROLES[found.decided_by(statement)]}: {decision}" if decision else ""


def anchor(report: str) -> str:
    """Where a report is described on the page; its text, where it stands there, has its own id."""
    return f"r-{report}"


def digest(sha256: str) -> str:
    """A hash, written out."""
    return element("code", text(f"sha256:{sha256}"), class_="hash")
