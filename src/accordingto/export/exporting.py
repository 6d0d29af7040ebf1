"""What is exported: a part of a store, with no more of the reports' words than was asked for. Every format is made from an `Export`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from accordingto.compare.travel import Travel
from accordingto.export.bare import Carried, bare, bare_story, bare_travel
from accordingto.export.deciding import Settled, settled
from accordingto.model import Control, Estimate, Event, Spans, text_of, text_sha256
from accordingto.model.travel import Story
from accordingto.pipeline.reading import Reading
from accordingto.store import exporting
from accordingto.store.exporting import Scope, Shelved, Told
from accordingto.store.store import Store

_ALL = Scope()


def _untold() -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How something is exported."""

    carried: Carried = Carried.QUOTES
    layers: tuple[str, ...] = ()
    """Of a format that has several; empty for all."""
    bom: bool = False
    """Whether CSV starts with a byte order mark."""
    hxl: bool = True
    """Whether CSV has a row of HXL hashtags under its header."""
    derived: bool = False
    """Whether verbal events that only say an act again (ACCUSE, REJECT …) are among the events."""
    names: str | None = None
    """The event data set whose names columns have: ``acled`` or ``ucdp``."""
    base: str | None = None
    """Address of a server, under which linked data names things; URNs without it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One report as it is exported."""

    shelf: Shelved
    """What the store knows of it; its reading has only the words that are carried, and only the records that were asked for."""
    whole: Reading
    """As the program reads it: for hashes and for what was compared; nothing of it is written."""
    settled: Settled = field(default_factory=Settled)
    """What people decided on its records."""

    @property
    def reading(self) -> Reading:
        """The reading as it is exported."""
        return self.shelf.reading

    def sha256(self, parts: Spans) -> str:
        """SHA-256 of the report's words at some spans, gaps marked by ``\u0020…\u0020``, in UTF-8: whoever holds the text can check it."""
        return text_sha256(text_of(self.whole.report.text, parts))

    def told(self, statement: str | None) -> tuple[Told, ...]:
        """The matters that a statement tells of, the one that most reports tell of first."""
        return self.shelf.matters.get(statement or "", ())


@dataclass(frozen=True, slots=True)
class Journey:
    """One story as it is exported: what was found between its reports, and the reports."""

    story: Story
    travel: Travel
    items: tuple[Item, ...]

    @property
    def readings(self) -> list[Reading]:
        """The readings of its reports as they are exported, whole: nothing that was not asked for is left out of a story."""
        return [item.reading for item in self.items]


@dataclass(frozen=True)
class Export:
    """A part of a store, and how it is exported."""

    store: Store
    scope: Scope = _ALL
    settings: Settings = field(default_factory=Settings)
    tell: Callable[[], None] = _untold
    """Called after each report that was gone through."""
    viewer: str | None = None
    """Who it is for: whoever codes a report blind gets no decision of others on it; ``None`` where that is nobody in particular."""

    @classmethod
    def of(
        cls,
        store: Store,
        scope: Scope = _ALL,
        settings: Settings | None = None,
        *,
        tell: Callable[[], None] = _untold,
        viewer: str | None = None,
    ) -> Export:
        """An export of a scope whose stories and collections were looked up.

        Raises:
            UsageError: where one of them is not in the store.
        """
        return cls(store, exporting.resolved(store, scope), settings or Settings(), tell, viewer)

    @property
    def carried(self) -> Carried:
        """What of the reports' words it carries."""
        return self.settings.carried

    def items(self) -> Iterator[Item]:
        """Each report of the scope, in the order of keeping; memory does not grow with their number."""
        for shelf in exporting.shelved(self.store, self.scope, viewer=self.viewer):
            yield self._item(shelf)
            self.tell()

    def readings(self) -> Iterator[Reading]:
        """The readings of the same."""
        return (item.reading for item in self.items())

    def journeys(self) -> Iterator[Journey]:
        """Each story with a report of the scope, whole, in the order in which they were founded; those never compared are left out."""
        for ident in exporting.story_ids(self.store, self.scope):
            found = exporting.story(self.store, ident, viewer=self.viewer)
            if found is None:
                continue
            story, travel, shelves = found
            hidden = self.carried is Carried.HASHES
            yield Journey(
                bare_story(story) if hidden else story,
                bare_travel(travel) if hidden else travel,
                tuple(self._item(shelf, compared=True) for shelf in shelves),
            )

    def count(self) -> int:
        """How many reports are gone through at most."""
        return exporting.count(self.store, self.scope)

    def _item(self, shelf: Shelved, *, compared: bool = False) -> Item:
        """A report as it is exported; where it was compared with others, with all that was compared."""
        whole = shelf.reading
        shelf, decided = settled(shelf)
        reading = whole if compared else shelf.reading
        if shelf.chosen is not None:
            reading = _narrowed(reading, shelf.chosen)
        if not self.settings.derived:
            reading = replace(reading, events=tuple(event for event in reading.events if not event.derived))
        if self.carried is Carried.HASHES:
            hidden = replace(shelf, reading=bare(reading), story_title=None, matters=_unlabelled(shelf), decisions=())
            return Item(hidden, whole, decided)
        return Item(replace(shelf, reading=reading), whole, decided)


def _unlabelled(shelf: Shelved) -> dict[str, tuple[Told, ...]]:
    return {name: tuple(replace(told, label="") for told in found) for name, found in shelf.matters.items()}


def _narrowed(reading: Reading, chosen: frozenset[str]) -> Reading:
    """The reading with some of its statements, what is claimed inside them, and the places that these name."""
    statements = tuple(one for one in reading.statements if one.id in chosen)
    events = tuple(one for one in reading.events if one.statement in chosen)
    estimates = tuple(one for one in reading.estimates if one.statement in chosen)
    control = tuple(one for one in reading.control if one.statement in chosen)
    claimed: tuple[Event | Estimate | Control, ...] = (*events, *estimates, *control)
    named = {part.place for one in claimed for part in one.places}
    contents = [span for one in statements for span in one.content]
    places = tuple(
        one for one in reading.places if one.id in named or any(span.contains(one.span) for span in contents)
    )
    return replace(reading, statements=statements, events=events, estimates=estimates, control=control, places=places)
