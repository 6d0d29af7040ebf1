"""The context of the JSON-LD: which term means what. It is written into each document."""

from __future__ import annotations

from typing import Any

from accordingto.export.addresses import VOCABULARY

SCHEMA = "https://schema.org/"
PROV = "http://www.w3.org/ns/prov#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OURS = {
    "chain": "The voices of a statement, from the outlet to the innermost, in order.",
    "Link": "One voice of a chain: an attribution with its act and commitment.",
    "act": "What a voice does in putting a content forward: state, deny, estimate …",
    "commitment": "How committed a voice is to the content: CT, PR, PS, U, each + or -.",
    "cue": "The words by which a voice is said to say it.",
    "form": "How a content stands in the text: direct, indirect, mixed, narration.",
    "mood": "How it is put forward: asserted, intended, demanded, conditional, asked.",
    "said": "When a voice said it, a TIMEX3 value.",
    "rejected": "Whether a person decided that the report does not say this; it is there because it was compared.",
    "respondsTo": "The statement that a denial, comment or non-response is about.",
    "spans": "Where words stand in the text of the report: `12-40;55-60`, code points, half-open.",
    "contentSha256": "SHA-256 of the words at the spans, several joined by ` … `, in UTF-8.",
    "textSha256": "SHA-256 of the report's archived text in UTF-8.",
    "extraction": "The version of the cleaning that made the text.",
    "kind": "What something is among its like.",
    "unnamed": "Whether nobody can tell from the report who it is.",
    "score": "How sure the program is, 0 to 1.",
    "by": "The rule or part of the model that told.",
    "known": "Whether it is a report at hand.",
    "share": "Share of the words of a report that stand in the other.",
    "edits": "How many places were changed on the way.",
    "sharesTextWith": "Two reports of which nobody knows which was first.",
    "ClaimedEvent": "Something that happens according to a statement; never a fact of its own.",
    "claimedIn": "The statement in which it is claimed.",
    "eventType": "A type of the codebook, PLOVER's or a user's.",
    "mode": "A mode of that type.",
    "aux": "negated, future, hypothetical or historical.",
    "actor": "Who does it, as claimed.",
    "recipient": "To whom it is done, as claimed.",
    "place": "Where, as claimed.",
    "time": "When, as claimed: a TIMEX3 value.",
    "Matter": "Statements about one thing.",
    "originsAtLeast": "Occasions of first saying behind a matter, at least.",
    "originsAtMost": "The same, at most.",
    "echo": "A report that adds no occasion of its own.",
    "decidedBy": "Who made a matter or a quotation what it is: machine, coder or adjudicator.",
    "Occasion": "Where words were first said.",
    "QuoteGroup": "One utterance, however it is worded.",
    "Relation": "Two statements compared.",
    "Mismatch": "A statement that is not what its named source says.",
    "first": "The earlier of two statements, or the source's.",
    "second": "The later, or that of the report that names the source.",
    "difference": "What the two differ in.",
    "Difference": "One slot, with what each has there.",
    "slot": "actor, number, place, time, polarity, certainty, quote or control.",
    "firstValue": "What the first has there.",
    "secondValue": "What the second has there.",
    "firstSpans": "Where it stands in the first one's report.",
    "secondSpans": "Where it stands in the second one's report.",
    "evidence": "How much of the reports' words the document carries: full, quotes or hashes.",
    "audit": "What an audit of the store measured, as JSON.",
}
"""Our own terms, and what each means."""
_LINKS = {"sharesTextWith", "respondsTo", "claimedIn", "echo", "first", "second"}
_TYPED = {
    "score": "double",
    "share": "double",
    "edits": "integer",
    "originsAtLeast": "integer",
    "originsAtMost": "integer",
}
_SCHEMA = (
    "NewsArticle", "Claim", "Quotation", "Person", "Organization", "NewsMediaOrganization", "CreativeWork", "MediaObject", "Dataset",
    "Collection", "SoftwareApplication", "Place", "GeoCoordinates", "name", "headline", "text", "articleBody", "description", "url",
    "inLanguage", "author", "creator", "publisher", "appearance", "spokenByCharacter", "isPartOf", "hasPart", "encodingFormat", "sha256",
    "softwareVersion", "geo", "latitude", "longitude", "license", "creditText", "jobTitle",
)  # fmt: skip
_SCHEMA_LINKS = ("citation", "isBasedOn", "sameAs", "encoding")
_PROV = (
    "Entity",
    "Activity",
    "Agent",
    "SoftwareAgent",
    "Attribution",
    "Derivation",
    "Quotation",
    "Collection",
    "value",
)
_PROV_LINKS = (
    "wasDerivedFrom", "wasQuotedFrom", "hadPrimarySource", "wasGeneratedBy", "wasAttributedTo", "wasAssociatedWith", "used", "hadMember",
    "qualifiedAttribution", "qualifiedDerivation", "qualifiedQuotation", "agent", "entity", "specializationOf",
)  # fmt: skip


def context() -> dict[str, Any]:
    """Terms of schema.org bare, those of PROV-O with ``prov:``, ours bare."""
    made: dict[str, Any] = {
        "@version": 1.1,
        "schema": SCHEMA,
        "prov": PROV,
        "xsd": XSD,
        "at": VOCABULARY,
        **{name: f"schema:{name}" for name in _SCHEMA},
        **{name: {"@id": f"schema:{name}", "@type": "@id"} for name in _SCHEMA_LINKS},
        **{f"prov:{name}": {"@type": "@id"} for name in _PROV_LINKS},
        "datePublished": {"@id": "schema:datePublished"},
        "dateModified": {"@id": "schema:dateModified"},
        "dateCreated": {"@id": "schema:dateCreated"},
        "identifier": {"@id": "schema:identifier"},
    }
    return made | {name: _ours(name) for name in OURS}


def _ours(name: str) -> Any:
    if name == "chain":
        return {"@id": "at:chain", "@container": "@list"}
    if name == "audit":
        return {"@id": "at:audit", "@type": "@json"}
    if name in _LINKS:
        return {"@id": f"at:{name}", "@type": "@id"}
    return {"@id": f"at:{name}", "@type": f"xsd:{_TYPED[name]}"} if name in _TYPED else f"at:{name}"
