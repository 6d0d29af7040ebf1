"""The JSON Schema of what is claimed: events, estimates, control."""

from __future__ import annotations

from accordingto.export.schema_terms import (
    Schema,
    by,
    choice,
    const,
    flag,
    list_of,
    maybe,
    number,
    obj,
    ref,
    score,
    text,
    whole,
    with_,
    words,
)
from accordingto.model import Act, Aux, ControlStatus, Factuality, Form, Harm, Mood


def according_to(which: str) -> dict[str, Schema]:
    """The properties that say according to whom; ``which`` is how the record stands to the statement."""
    of = "of the statement"
    return {
        "statement": text(f"Id of the statement {which}.", null=True),
        "report": text("Id of the report."),
        "outlet": text("The outlet.", null=True),
        "published": text("When the report was published: ISO 8601 as far as stated.", null=True),
        "chain_text": text(f"The voices {of} below the outlet, outermost first; for narration the outlet.", null=True),
        "source": text(f"The innermost voice {of}; null where no source is given.", null=True),
        "unnamed": {
            "description": "Whether nobody can tell from the report who that is.",
            "type": ["boolean", "null"],
        },
        "act": choice(Act, "What that voice does.", null=True),
        "factuality": choice(Factuality, "That voice's commitment to the content.", null=True),
        "form": choice(Form, f"The form {of}.", null=True),
        "mood": choice(Mood, f"The mood {of}.", null=True),
        "said": text("When that voice said it, as a TIMEX3 value.", null=True),
        "content": maybe("passage", f"The content {of}, in the report's words."),
    }


def event() -> Schema:
    """An event inside a statement."""
    return obj(
        "What happens or is said to happen inside one statement, as PLOVER codes it.",
        {
            "type": const("event"),
            "id": text("Id, from the text and the spans."),
            **according_to("that claims it"),
            "event_type": text("Type of the codebook: PLOVER's, or your own."),
            "mode": text("Mode of that type.", null=True),
            "contexts": words("PLOVER contexts: `military`, `human rights` …"),
            "aux": choice(Aux, "Its status within the content; null where it is told as having happened.", null=True),
            "derived": flag("Whether it is a verbal event, derived from the act; left out of counts by default."),
            "trigger": with_(ref("passage"), "The fewest words that name the happening; if derived, the cue."),
            "actors": list_of("part", "Who does it."),
            "recipients": list_of("part", "To whom."),
            "places": list_of("part", "Where."),
            "time": maybe("timex", "When it happens."),
            "victims": list_of("victims", "With what harm to people."),
            "score": score(),
            "by": by(),
            "run": text("Id of the run that made the record."),
        },
    )


def estimate() -> Schema:
    """A quantity put forward inside a statement."""
    return obj(
        "A quantity put forward inside one statement.",
        {
            "type": const("estimate"),
            "id": text("Id, from the text and the spans."),
            **according_to("that puts it forward"),
            "low": number("At least so many, inclusive; null where open.", null=True),
            "high": number("At most so many, inclusive; null where open.", null=True),
            "approximate": flag("Whether the words say that it is only about so many."),
            "unit": text("The counted noun as written, lower case; `people` where none is; `%`; an ISO 4217 code."),
            "quantity": with_(ref("passage"), "The quantity with its bound."),
            "what": maybe("evidence", "The phrase that says what is counted."),
            "places": list_of("part", "Where."),
            "as_of": maybe("timex", "As of when."),
            "part_of": text("Id of the estimate of which this is a part; never add the two.", null=True),
            "score": score(),
            "by": by(),
            "run": text("Id of the run that made the record."),
        },
    )


def control() -> Schema:
    """Who stands how to which place."""
    return obj(
        "Who holds, contests, besieges, gains, loses or leaves which place, inside one statement.",
        {
            "type": const("control"),
            "id": text("Id, from the text and the spans."),
            **according_to("that claims it"),
            "status": choice(ControlStatus, "How the party stands to the place."),
            "asserted": flag("False where a modifier only presupposes it: regime-held territory."),
            "aux": choice(Aux, "Its status within the content; null where it is told as being so.", null=True),
            "trigger": with_(ref("passage"), "The fewest words that say so."),
            "holders": list_of("part", "Who; empty where it is not told."),
            "places": list_of("part", "What place."),
            "as_of": maybe("timex", "As of when."),
            "score": score(),
            "by": by(),
            "run": text("Id of the run that made the record."),
        },
    )


def part() -> Schema:
    """Somebody or some place in a role."""
    return obj(
        "Somebody or some place in a role.",
        {
            "words": text("As the report words it."),
            "name": text("What it resolves to: the name in the registry, the gazetteer or the report; else the words."),
            "entity": text("Id of the entity of this report.", null=True),
            "actor": text("Id of the actor of the registry.", null=True),
            "place": text("Id of the place.", null=True),
            "evidence": with_(ref("evidence"), "The words that name it."),
        },
    )


def victims() -> Schema:
    """Victims of an event."""
    return obj(
        "Victims of an event: how many, and who, where it is told.",
        {
            "harm": choice(Harm, "What happened to them."),
            "count": with_(ref("bounds"), "How many."),
            "who": text("The counted people as worded; null where only people, or nothing, is said.", null=True),
            "civilians": {
                "description": "Whether they are civilians; null where the report does not say.",
                "type": ["boolean", "null"],
            },
            "part": flag("Whether they are part of another count and must not be added to it."),
        },
    )


def bounds() -> Schema:
    """A count as stated."""
    return obj(
        "A count as stated, both ends inclusive.",
        {
            "low": whole("At least; null where open.", null=True),
            "high": whole("At most; null where open.", null=True),
            "evidence": with_(ref("evidence"), "The words that state it."),
        },
    )
