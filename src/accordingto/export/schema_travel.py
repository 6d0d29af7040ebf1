"""The JSON Schema of how reports travelled: stories, comparisons, traces, and the records that they are made of."""

from __future__ import annotations

from accordingto.export.schema_terms import (
    Schema,
    by,
    choice,
    const,
    count,
    flag,
    list_of,
    maybe,
    obj,
    ref,
    score,
    text,
    whole,
    with_,
    words,
)
from accordingto.export.schema_travel_records import records, relation, shown
from accordingto.model import RelationKind, Slot

DOCUMENTS = ("travel", "comparison", "trace", "story", "pair")
"""What the commands write that show how reports travelled: three whole documents, and two kinds of lines."""


def definitions() -> dict[str, Schema]:
    """Documents, lines and their parts by name."""
    return {
        "travel": _travel(),
        "comparison": _comparison(),
        "trace": _trace(),
        "story": _line(),
        "pair": _pair_line(),
        "told": _told(),
        "brief": _brief(),
        "shown": obj("Words of one of the reports.", shown("the words")),
        "named": obj("Words of one of the reports, under an id.", {"id": text("The id."), **shown("the words")}),
        "compared": _pair(),
        "value": obj("What one side has in a slot.", {"value": text("It, in short."), **shown("what differs")}),
        "side": _side(),
        "compared_slot": _compared_slot(),
        "slot_words": obj(
            "What one side has in a slot.", {"value": text("It, in short."), "spans": with_(ref("spans"), "Where.")}
        ),
        **records(),
        "sentence": obj("A sentence.", {"text": text("Its words."), "spans": with_(ref("spans"), "Where it stands.")}),
    }


def _travel() -> Schema:
    return obj(
        "The document of `accordingto story --format json`: all that was found between the reports of a story.",
        {
            "type": const("travel"),
            "story": maybe("told", "The story; null where files were compared."),
            "reports": list_of("brief", "The reports that were compared, by time of publication."),
            "lineage": list_of("lineage", "What each took from another, or from an agency that is not among them."),
            "matters": list_of("matter", "What several of them tell of, most told first."),
            "quotes": list_of("quote", "Every utterance that is quoted, most told first."),
            "relations": list_of("relation", "How statements on one matter stand to each other."),
            "mismatches": list_of("mismatch", "Statements that differ from what their named source says."),
        },
    )


def _comparison() -> Schema:
    return obj(
        "The document of `accordingto compare --format json`: some reports side by side.",
        {
            "type": const("comparison"),
            "reports": list_of("brief", "The reports, by time of publication."),
            "lineage": list_of("lineage", "What each took from another."),
            "pairs": list_of("compared", "Statements on one matter, with sentences and voices."),
            "mismatches": list_of("mismatch", "Statements that differ from what their named source says."),
            "quotes": list_of("quote", "Utterances that several of them quote."),
        },
    )


def _pair() -> Schema:
    made = relation()["properties"]
    return obj(
        "Two statements compared, with the sentences in which they stand.",
        {**made, "a": with_(ref("said"), "The earlier."), "b": with_(ref("said"), "The later.")},
    )


def _trace() -> Schema:
    return obj(
        "The document of `accordingto trace --format json`: one claim and the way that it took.",
        {
            "type": const("trace"),
            "claim": text("The words sought."),
            "summary": text("`5 outlets, 1 origin: a briefing carried by one agency`."),
            "reports": list_of("brief", "The reports, those without the claim last."),
            "without": words("Ids of the reports in which no statement matches the claim."),
            "matter": with_(ref("matter"), "The statements that match, and their origins."),
            "tree": list_of("branch", "Occasions, agencies and reports, depth first."),
            "lineage": list_of("lineage", "What each report took from another."),
            "relations": list_of("relation", "Each statement against the one that it is held against."),
            "others": list_of("relation", "Other statements that changed between the same reports."),
        },
    )


def _line() -> Schema:
    return obj(
        "A line of `accordingto stories --format jsonl`.",
        {
            "type": const("story"),
            "id": text("Id of the story."),
            "title": text("A headline of one of its reports, or its opening words.", null=True),
            "first": text("Day of publication of its first report with a date.", null=True),
            "last": text("Day of its last one.", null=True),
            "reports": count("How many reports tell it."),
            "outlets": count("Of how many outlets."),
            "matters": whole("How many matters they tell of; null where they were not compared yet.", null=True),
            "contradictions": whole("How many pairs of statements contradict each other.", null=True),
            "mismatches": whole("How many statements differ from what their named source says.", null=True),
            "changed": flag("Whether its reports have yet to be compared, or changed since they were."),
        },
    )


def _pair_line() -> Schema:
    return obj(
        "A line of `accordingto contradictions --format jsonl`.",
        {
            "type": const("pair"),
            "kind": choice(RelationKind, "How the two stand to each other."),
            "story": text("Id of the story."),
            "matter": text("Id of the matter that both tell of.", null=True),
            "a": with_(ref("side"), "The earlier statement; of one report that in the headline."),
            "b": with_(ref("side"), "The later statement; of one report that in the body."),
            "differences": list_of("compared_slot", "The slots in which they differ."),
            "score": score(),
            "by": by("The rule that compared them."),
        },
    )


def _side() -> Schema:
    return obj(
        "A statement of a pair.",
        {
            "statement": text("Id of the statement."),
            "report": text("Id of its report."),
            "outlet": text("The outlet.", null=True),
            "published": text("When it was published, ISO 8601, as far as known.", null=True),
            "title": text("Its headline.", null=True),
            "url": text("Its address.", null=True),
            "chain_text": text("According to whom: the voices below the outlet; the outlet for narration."),
            "text": text("The words of the statement."),
            "spans": with_(ref("spans"), "Where they stand in the report's text."),
            "sentence": with_(ref("sentence"), "The sentence around it, and around what differs."),
        },
    )


def _compared_slot() -> Schema:
    return obj(
        "A slot in which the statements of a pair differ.",
        {
            "slot": choice(Slot, "The slot."),
            "a": with_(ref("slot_words"), "What the earlier has."),
            "b": with_(ref("slot_words"), "What the later has."),
        },
    )


def _told() -> Schema:
    return obj(
        "A story.",
        {
            "id": text("Its id, minted once; where it goes to is in the store's ledger."),
            "title": text("A headline of one of its reports, or its opening words."),
            "first": text("Day of publication of its first report with a date.", null=True),
            "last": text("Day of its last one.", null=True),
            "reports": words("Ids of its reports."),
            "places": words("Places that it names, most frequent first."),
            "actors": words("Who is named in it, most frequent first."),
            "changed": flag("Whether its store has yet to compare it anew: what is shown was compared just now."),
        },
    )


def _brief() -> Schema:
    return obj(
        "A report in brief.",
        {
            "id": text("Its id."),
            "outlet": text("The outlet; failing that the host of the address, or the name of the file."),
            "title": text("Its headline.", null=True),
            "published": text("When it was published, ISO 8601, as far as known.", null=True),
            "url": text("Its address.", null=True),
            "where": text("Where it came from."),
            "text_sha256": text("SHA-256 of its text."),
        },
    )
