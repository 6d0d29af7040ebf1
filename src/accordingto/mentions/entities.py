"""`Mention` and `Entity` records of a report, from the names found and the sources resolved."""

from __future__ import annotations

from accordingto.language.flow import Flow
from accordingto.mentions.people import Known, People
from accordingto.mentions.resolve import Resolved
from accordingto.model import Entity, Mention, MentionKind, Report, SourceKind, Span, content_id

_KINDS = {
    SourceKind.PERSON: MentionKind.PERSON,
    SourceKind.OFFICE: MentionKind.OFFICE,
    SourceKind.ORGANISATION: MentionKind.ORGANISATION,
    SourceKind.AGENCY: MentionKind.ORGANISATION,
    SourceKind.OUTLET: MentionKind.ORGANISATION,
    SourceKind.DOCUMENT: MentionKind.DOCUMENT,
    SourceKind.UNNAMED: MentionKind.GROUP,
    SourceKind.AGENTLESS: MentionKind.GROUP,
}


class Register:
    """Collects the mentions of one report."""

    def __init__(self, report: Report, flow: Flow, people: People) -> None:
        self.report, self.flow, self.people = report, flow, people
        self._noted: dict[Span, Resolved] = {}

    def note(self, source: Span, resolved: Resolved) -> None:
        """Remember a resolved source span of the running text."""
        self._noted[source] = resolved

    def entity_id(self, resolved: Resolved) -> str | None:
        """The id of the entity that a source resolves to, where the report names it."""
        return self._entity(resolved.known) if resolved.known is not None else None

    def _entity(self, known: Known) -> str:
        return content_id(
            "entity", self.report.text_sha256, self.flow.archived(known.spans[0].start, known.spans[0].end)
        )

    def records(self) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
        """All mentions in text order, and the entities they belong to."""
        found: dict[Span, Mention] = {}
        for known in self.people.all:
            for span in known.spans:
                self._put(found, span, known.kind, known.name, self._entity(known), "names")
        for span, resolved in self._noted.items():
            kind = MentionKind.PRONOUN if resolved.rule == "pronoun" else _KINDS[resolved.kind]
            self._put(found, span, kind, resolved.name or "", self.entity_id(resolved), f"source:{resolved.rule}")
        mentions = tuple(sorted(found.values(), key=lambda m: m.span))
        return mentions, tuple(self._record(known, mentions) for known in self.people.all)

    def _put(
        self, found: dict[Span, Mention], span: Span, kind: MentionKind, head: str, entity: str | None, by: str
    ) -> None:
        archived = self.flow.archived(span.start, span.end)
        if len(archived) == 1:
            ident = content_id("mention", self.report.text_sha256, archived)
            found[archived[0]] = Mention(ident, archived[0], kind, head, entity, 1.0, by)

    def _record(self, known: Known, mentions: tuple[Mention, ...]) -> Entity:
        ident = self._entity(known)
        role, role_span = known.roles[0] if known.roles else (None, None)
        archived = self.flow.archived(role_span.start, role_span.end) if role_span else ()
        return Entity(
            id=ident,
            name=known.name,
            kind=known.kind,
            mentions=tuple(m.id for m in mentions if m.entity == ident),
            role=role,
            role_span=archived[0] if archived else None,
            abbreviation=known.abbreviation,
        )
