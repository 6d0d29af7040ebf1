"""Who says something, as agents: actors of the registry everywhere the same, everybody else local to the report."""

from __future__ import annotations

from typing import Any

from accordingto.compare.outlets import outlet_key
from accordingto.export.addresses import Addresses, iri, web
from accordingto.export.bare import unveiled
from accordingto.model import Actor, ActorKind, Source, SourceKind, sha256
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import one_line

Node = dict[str, Any]
_TYPES = {
    SourceKind.PERSON: ["Person", "prov:Person"],
    SourceKind.OFFICE: ["Person", "prov:Person"],
    SourceKind.ORGANISATION: ["Organization", "prov:Organization"],
    SourceKind.AGENCY: ["NewsMediaOrganization", "prov:Organization"],
    SourceKind.OUTLET: ["NewsMediaOrganization", "prov:Organization"],
    SourceKind.DOCUMENT: ["CreativeWork", "prov:Agent"],
}
_PEOPLE = (ActorKind.PERSON, ActorKind.OFFICE)


class Agents:
    """Gives each voice its node, and tells which were not told before."""

    def __init__(self, addresses: Addresses) -> None:
        self.addresses = addresses
        self._told: set[str] = set()

    def new(self, ident: str) -> bool:
        """Whether something is named for the first time; from then on it is known."""
        fresh = ident not in self._told
        self._told.add(ident)
        return fresh

    def outlet(self, reading: Reading) -> Node:
        """The outlet of a report; one of which nothing is known is local to the report."""
        outlet = reading.report.outlet
        name = one_line(outlet.value) if outlet else None
        if not name:
            return {"@id": self.addresses.part(reading.report.id, "outlet"), "@type": _TYPES[SourceKind.OUTLET]}
        return self._full(
            self.addresses.of(outlet_id(name), kind="outlet"), {"@type": _TYPES[SourceKind.OUTLET], "name": name}
        )

    def actor(self, actor: Actor) -> Node:
        """An actor of the registry."""
        person = actor.kind in _PEOPLE
        made: Node = {"@type": _TYPES[SourceKind.PERSON if person else SourceKind.ORGANISATION], "name": actor.name}
        made["kind"] = actor.kind.value
        if actor.reference and web(actor.reference):
            made["sameAs"] = iri(actor.reference)
        return self._full(self.addresses.of(actor.id, kind="actor"), made)

    def source(self, source: Source, reading: Reading, local: str) -> Node:
        """A voice of a chain.

        Args:
            source: the voice.
            reading: the report that has it.
            local: what it is called inside the report, where neither the registry nor the report knows more of it.
        """
        actor = reading.actors_by_id.get(source.actor or "")
        if actor is not None:
            return self.actor(actor)
        if source.kind is SourceKind.OUTLET:
            return self.outlet(reading)
        made: Node = {"@type": _TYPES.get(source.kind, ["prov:Agent"]), "kind": source.kind.value}
        name = unveiled(source.name or source.words)
        if name:
            made["name"] = one_line(name)
        if unveiled(source.role):
            made["jobTitle"] = one_line(source.role or "")
        if source.unnamed:
            made["unnamed"] = True
        return {"@id": self.addresses.part(reading.report.id, source.entity or local), **made}

    def _full(self, ident: str, made: Node) -> Node:
        """A node in full the first time, afterwards its address."""
        return {"@id": ident, **made} if self.new(ident) else {"@id": ident}


def outlet_id(name: str) -> str:
    """A name for an outlet, equal for equal outlets."""
    return sha256(outlet_key(name).encode())[:20]
