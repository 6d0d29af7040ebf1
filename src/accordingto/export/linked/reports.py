"""A report as nodes: the article, its bytes, its statements with their chains, what is claimed in them, and the run that read it."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.compare.travel import Travel
from accordingto.export.addresses import Addresses, iri, web
from accordingto.export.bare import Carried, unveiled
from accordingto.export.csv import spans_text
from accordingto.export.exporting import Item, Journey
from accordingto.export.linked.agents import Agents, Node
from accordingto.model import Event, Evidence, Factuality, Form, Link, Part, Run, Spans, Statement, spans_of, text_of
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import harmless, one_line, part_name

COMMITTED = (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE)
"""Commitments with which somebody puts a content forward as so; only these make them its ``creator``. Who denies it is in the chain."""


class Reports:
    """Makes the nodes of reports."""

    def __init__(self, addresses: Addresses, agents: Agents, carried: Carried) -> None:
        self.addresses, self.agents, self.carried = addresses, agents, carried

    def nodes(self, item: Item) -> Iterator[Node]:
        """The report, then its statements, then what they claim."""
        reading = item.reading
        yield from self._head(item)
        for statement in reading.statements:
            if self.agents.new(statement.id):  # reports of one text share their statements
                yield self._statement(statement, item)
        for event in reading.events:
            yield self._event(event, item)

    def _head(self, item: Item) -> Iterator[Node]:
        reading = item.reading
        if self.agents.new(reading.run.id):
            yield from self._run(reading.run)
        if self.agents.new(reading.report.id):
            yield self._article(item)

    def missing(self, journey: Journey) -> Iterator[Node]:
        """The reports of a story, and the statements that what was found between them is about, as far as they were not told.

        Of a part of a store stories stay whole; and what a person rejected was compared before.
        """
        named = set(_compared(journey.travel))
        for item in journey.items:
            yield from self._head(item)
            for statement in item.reading.statements:
                if statement.id in named and self.agents.new(statement.id):
                    rejected = {"rejected": True} if statement.id in item.settled.rejected else {}
                    yield self._statement(statement, item) | rejected

    def _run(self, run: Run) -> Iterator[Node]:
        parts = {"model": run.model_sha256, "lexicons": run.lexicons_sha256, "gazetteer": run.gazetteer_sha256}
        software = f"{self.addresses.of(run.version, kind='software')}"
        yield {
            "@id": self.addresses.of(run.id),
            "@type": "prov:Activity",
            "name": f"reading with accordingto {run.version}",
            "extraction": run.extraction,
            "prov:wasAssociatedWith": software,
            "prov:used": [self.addresses.of(value, kind=name) for name, value in parts.items()],
        }
        if self.agents.new(software):
            made = {"name": "accordingto", "softwareVersion": run.version}
            yield {"@id": software, "@type": ["SoftwareApplication", "prov:SoftwareAgent"], **made}
        for name, value in parts.items():
            ident = self.addresses.of(value, kind=name)
            if self.agents.new(ident):
                yield {"@id": ident, "@type": "prov:Entity", "name": name, "sha256": value}

    def _article(self, item: Item) -> Node:
        reading, shelf = item.reading, item.shelf
        report = reading.report
        made: Node = {
            "@id": self.addresses.of(report.id),
            "@type": ["NewsArticle", "prov:Entity"],
            "identifier": report.id,
            "publisher": self.agents.outlet(reading),
            "textSha256": report.text_sha256,
            "extraction": report.extraction,
        }
        for key, field in (("headline", report.title), ("inLanguage", report.language)):
            if field and unveiled(field.value):
                made[key] = one_line(field.value)
        if report.url and web(report.url.value):
            made["url"] = iri(report.url.value)
        for key, moment in (("datePublished", report.published), ("dateModified", report.updated)):
            if moment:
                made[key] = moment.value.iso
        authors = [one_line(author.value) for author in report.authors if unveiled(author.value)]
        if authors:
            made["author"] = [
                {"@id": self.addresses.part(report.id, f"author-{n}"), "@type": "Person", "name": name}
                for n, name in enumerate(authors, 1)
            ]
        if shelf.capture_sha256:
            made["prov:wasDerivedFrom"] = self.addresses.part(report.id, "bytes")
            made["encoding"] = {
                "@id": self.addresses.part(report.id, "bytes"),
                "@type": ["MediaObject", "prov:Entity"],
                "sha256": shelf.capture_sha256,
                **({"encodingFormat": shelf.media_type} if shelf.media_type else {}),
            }
        if self.carried is Carried.FULL:
            made["articleBody"] = harmless(report.text)
        return made

    def _statement(self, statement: Statement, item: Item) -> Node:
        reading = item.reading
        report = self.addresses.of(reading.report.id)
        links = [self._link(n, link, statement, reading) for n, link in enumerate(statement.chain)]
        quoted = statement.form in (Form.DIRECT, Form.MIXED)
        made: Node = {
            "@id": self.addresses.of(statement.id),
            "@type": ["Claim", *(["Quotation"] if quoted else []), "prov:Entity"],
            "identifier": statement.id,
            "appearance": {"@id": report},
            "prov:wasQuotedFrom": report,
            "prov:wasGeneratedBy": self.addresses.of(reading.run.id),
            "form": statement.form.value,
            "mood": statement.mood.value,
            "chain": links,
            "prov:qualifiedAttribution": [link["@id"] for link in links],
            "prov:wasAttributedTo": list(dict.fromkeys(link["prov:agent"]["@id"] for link in links)),
            **self.passage(item, statement.content),
            "score": round(statement.score, 4),
            "by": statement.by,
        }
        innermost = {"@id": links[-1]["prov:agent"]["@id"]}
        if statement.factuality in COMMITTED:
            made["creator"] = innermost
        if quoted:
            made["spokenByCharacter"] = innermost
            made["isPartOf"] = {"@id": report}
        if statement.about in reading.by_id:
            made["respondsTo"] = self.addresses.of(statement.about or "")
        return made

    def _link(self, number: int, link: Link, statement: Statement, reading: Reading) -> Node:
        made: Node = {
            "@id": self.addresses.part(statement.id, f"link-{number}"),
            "@type": ["Link", "prov:Attribution"],
            "prov:agent": self.agents.source(link.source, reading, f"{statement.id}-{number}"),
            "act": link.act.value,
            "commitment": link.factuality.value,
            "score": round(link.score, 4),
            "by": link.by,
        }
        if link.said:
            made["said"] = link.said.value
        cue = self._words(link.cue, reading)
        return made | ({"cue": cue} if cue else {})

    def _words(self, evidence: Evidence, reading: Reading) -> Node:
        """The words behind a value, and where they stand."""
        spans = spans_of(evidence)
        if not spans:
            return {}
        words = {} if self.carried is Carried.HASHES else {"prov:value": one_line(text_of(reading.report.text, spans))}
        return {"spans": spans_text(spans), **words}

    def passage(self, item: Item, spans: Spans) -> Node:
        """Words, as far as they are carried, where they stand, and their hash."""
        words = {} if self.carried is Carried.HASHES else {"text": one_line(text_of(item.reading.report.text, spans))}
        return {**words, "spans": spans_text(spans), "contentSha256": item.sha256(spans)}

    def _event(self, event: Event, item: Item) -> Node:
        reading = item.reading
        made: Node = {
            "@id": self.addresses.of(event.id),
            "@type": ["ClaimedEvent", "prov:Entity"],
            "claimedIn": self.addresses.of(event.statement),
            "prov:wasGeneratedBy": self.addresses.of(reading.run.id),
            "eventType": event.type,
            "spans": spans_text(event.trigger),
            "score": round(event.score, 4),
            "by": event.by,
        }
        for key, value in (("mode", event.mode), ("aux", event.aux.value if event.aux else None)):
            if value:
                made[key] = value
        for key, parts in (("actor", event.actors), ("recipient", event.recipients)):
            found = [self._part(part, reading) for part in parts]
            if found:
                made[key] = found
        places = [self._place(part, reading) for part in event.places]
        if places:
            made["place"] = places
        return made | ({"time": event.time.value} if event.time else {})

    def _part(self, part: Part, reading: Reading) -> Node:
        """Somebody in a role: an actor of the registry, or words of the report."""
        actor = reading.actors_by_id.get(part.actor or "")
        if actor is not None:
            return self.agents.actor(actor)
        name = unveiled(part_name(part, reading))
        made: Node = {"spans": spans_text(spans_of(part.evidence))} if spans_of(part.evidence) else {}
        if name:
            made["name"] = one_line(name)
        if part.entity:
            return {"@id": self.addresses.part(reading.report.id, part.entity), "@type": "prov:Entity", **made}
        return {"@type": "prov:Entity", **made}

    def _place(self, part: Part, reading: Reading) -> Node:
        place = reading.places_by_id.get(part.place or "")
        name = unveiled(place.name if place and place.name else part.words)
        made: Node = {"@type": "Place"} | ({"name": one_line(name)} if name else {})
        if place is None:
            return made
        if place.gazetteer_id and place.gazetteer_id.startswith("geonames:"):
            made["sameAs"] = f"https://sws.geonames.org/{place.gazetteer_id.partition(':')[2]}/"
        if place.lat is not None:
            made["geo"] = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
        return made


def _compared(travel: Travel) -> Iterator[str]:
    """Ids of the statements that something found between reports is about."""
    yield from (statement for matter in travel.matters for statement in matter.statements)
    yield from (end for one in travel.relations for end in (one.a, one.b))
    yield from (end for found in travel.mismatches for end in (found.statement, found.source_statement))
    yield from (one.statement for group in travel.quotes for one in group.variants if one.statement)
