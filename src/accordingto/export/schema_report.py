"""The JSON Schema of reports and statements, and of the parts that they are made of."""

from __future__ import annotations

from accordingto.export.schema_terms import (
    OFFSETS,
    Schema,
    by,
    choice,
    const,
    count,
    flag,
    list_of,
    maybe,
    obj,
    passage,
    read_from,
    ref,
    score,
    text,
    with_,
    words,
)
from accordingto.model import Act, BlockKind, Factuality, Form, Mood, SourceKind, TimeKind


def report() -> Schema:
    """A report as it was read."""
    return obj(
        "A report as it was read: the archived text that all offsets point into, and what is known about it.",
        {
            "type": const("report"),
            "id": text("Id, from the content: the same text has the same id on every machine."),
            "capture": text("Id of the bytes that the report was read from."),
            "where": text("Where it came from: a path, an address, `-` for standard input."),
            "text": text(
                "The archived text, unchanged; all spans point into it. A lone surrogate comes as a JSON escape."
            ),
            "text_sha256": text("SHA-256 of the text in UTF-8."),
            "extraction": text("Version of the cleaning that made the text."),
            "blocks": list_of("block", "The text in pieces: together with white space they are the text."),
            "title": maybe("field", "The title, and where it was read."),
            "outlet": maybe("field", "The name of the outlet, and where it was read."),
            "url": maybe("field", "The canonical address, and where it was read."),
            "authors": list_of("field", "The authors as named, and where each was read."),
            "published": maybe("moment", "When it was published."),
            "updated": maybe("moment", "When it was last changed, as the publisher states it."),
            "place": maybe("field", "Where the dateline says that it was written."),
            "language": maybe("field", "Language of the text, as a BCP 47 tag."),
            "direction": choice(("ltr", "rtl"), "Direction of writing."),
            "flags": words("What a reader should know: `not-english`, `truncated`, `no-date` …"),
            "notes": words("Remarks of the reading, for people."),
            "statements": {"description": "How many statements were found.", "type": "integer", "minimum": 0},
            "run": with_(ref("run"), "What made these records."),
        },
    )


def statement() -> Schema:
    """A proposition put forward."""
    return obj(
        "One proposition put forward, and according to whom.",
        {
            "type": const("statement"),
            "id": text("Id, from the text and the spans; it does not change with the model."),
            "report": text("Id of the report."),
            "outlet": text("The outlet, repeated from the report.", null=True),
            "published": text("When the report was published: ISO 8601 as far as stated.", null=True),
            "block": choice(BlockKind, "The kind of block that the content begins in.", null=True),
            "chain_text": text(
                "The voices below the outlet on one line, outermost first: `Northwire → Gen. Nadim Hazrun`; "
                "for narration the outlet."
            ),
            "source": text("Name or description of the innermost voice; null where no source is given.", null=True),
            "unnamed": flag("Whether nobody can tell from the report who the innermost voice is."),
            "act": choice(Act, "What the innermost voice does in putting the content forward."),
            "factuality": choice(
                Factuality,
                "The innermost voice's commitment: certain, probable, possible (CT, PR, PS) that it is so (+) "
                "or not (-); U is uncommitted.",
            ),
            "form": choice(Form, "How the content stands in the text."),
            "mood": choice(Mood, "How the content is put forward."),
            "said": text("When the innermost voice said it, as a TIMEX3 value.", null=True),
            "content": with_(ref("passage"), "What is put forward, in the report's words."),
            "editorial": with_(ref("passage"), "Brackets inside a quotation: words of the outlet, not of the voice."),
            "chain": {**list_of("link", "The voices from the outlet to the innermost."), "minItems": 1},
            "about": text("Id of the statement that a denial, comment or non-response responds to.", null=True),
            "events": words("Ids of the events inside it, derived ones too."),
            "estimates": words("Ids of the estimates inside it."),
            "control": words("Ids of the records of control inside it."),
            "score": score(),
            "by": by(),
            "run": text("Id of the run that made the record."),
        },
    )


def link() -> Schema:
    """One voice of a chain."""
    return obj(
        "One voice of a chain.",
        {
            "source": with_(ref("source"), "Who."),
            "cue": with_(
                ref("evidence"), "The words that say that the voice puts it forward: said, alleged, according to."
            ),
            "act": choice(Act, "What this voice does."),
            "factuality": choice(Factuality, "This voice's commitment to the content."),
            "said": maybe("timex", "When this voice said it."),
            "addressee": maybe("evidence", "To whom."),
            "score": score(),
            "by": by(),
        },
    )


def source() -> Schema:
    """A voice as the report names it."""
    return obj(
        "A voice as the report names it.",
        {
            "kind": choice(SourceKind, "How the voice is named."),
            "name": text(
                "Resolved name where the report gives one, else the description; null where agentless.", null=True
            ),
            "words": text("The report's own words for it at this place.", null=True),
            "unnamed": flag("Whether nobody can tell from the report who it is."),
            "role": text("Office or role, as the report states it.", null=True),
            "role_evidence": maybe("evidence", "The words that state the role."),
            "entity": text("Id of the entity of this report that it is.", null=True),
            "actor": text("Id of the actor of the registry that it is.", null=True),
            "evidence": with_(ref("evidence"), "The words that name it."),
        },
    )


def evidence() -> Schema:
    """Where a value comes from."""
    return obj(
        "Where a value comes from.",
        {
            "kind": choice(
                ("stated", "inherited", "implied"),
                "`stated`: the words here say it; `inherited`: words elsewhere in the report say it, "
                "and a rule carries it here; "
                "`implied`: no words say it, a rule concludes it.",
            ),
            **passage("the words that say it", null=True),
            "rule": text("The rule that carried or concluded it; null where stated.", null=True),
            "from_record": text("Id of the record that it is inherited from.", null=True),
        },
    )


def timex() -> Schema:
    """A time expression, resolved."""
    return obj(
        "A time expression, resolved.",
        {
            "value": text("TIMEX3 value."),
            "start": text("First day, ISO 8601; null where open.", null=True),
            "end": text("Last day, inclusive; null where open.", null=True),
            "anchor": text(
                "What a relative expression was resolved against; null where it needed no anchor.", null=True
            ),
            "evidence": with_(ref("evidence"), "The words that state the time."),
            "by": by(),
            "kind": choice(TimeKind, "TIMEX3 type."),
            "mod": text("TIMEX3 mod: START, APPROX …", null=True),
            "id": text("Of the expression in the text; null where another record only repeats it.", null=True),
        },
    )


def moment() -> Schema:
    """A point of calendar time."""
    return obj(
        "A point of calendar time as stated, and where it was read.",
        {
            "value": text("ISO 8601, as far as stated, with the offset if one was stated."),
            "local": text("The local part alone."),
            "offset": text("The offset, `+00:00`; null where none was stated.", null=True),
            "precision": choice(("year", "month", "day", "minute", "second"), "How far it was stated."),
            **read_from(),
        },
    )


def block() -> Schema:
    """A stretch of the text."""
    return obj(
        "A stretch of the text of one kind.",
        {
            "kind": choice(BlockKind, "What it is."),
            "start": count(f"Where it starts; {OFFSETS}."),
            "end": count("Where it ends, exclusive."),
            "by": by("The rule that told."),
            "at": text(
                "When the entry of a live blog that it belongs to was written: ISO 8601 as far as stated.", null=True
            ),
        },
    )


def run() -> Schema:
    """What made the records."""
    return obj(
        "Versions and hashes of what made the records.",
        {
            "id": text("Short name, equal for equal ingredients."),
            "version": text("Version of accordingto."),
            "extraction": text("Version of the cleaning."),
            "model_sha256": text("SHA-256 of the model."),
            "lexicons_sha256": text("SHA-256 of the lexicons."),
            "gazetteer_sha256": text("SHA-256 of the gazetteers: the shipped one and the user's."),
        },
    )


def failure() -> Schema:
    """A report that could not be read."""
    return obj(
        "A report that could not be read. The others were.",
        {
            "type": const("failure"),
            "where": text("Where it came from."),
            "error": text("Class of the error: `EmptyInput`, `BinaryInput`, `TooLarge`, `NotAnArticle` …"),
            "message": text("What is wrong and what to do."),
        },
    )
