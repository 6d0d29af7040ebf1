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
    number,
    obj,
    ref,
    score,
    text,
    whole,
    with_,
    words,
)
from accordingto.model import EditKind, LineageKind, RelationKind, Slot

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
        "shown": obj("Words of one of the reports.", _shown("the words")),
        "named": obj("Words of one of the reports, under an id.", {"id": text("The id."), **_shown("the words")}),
        "said": _said(),
        "lineage": _lineage(),
        "edit": _edit(),
        "matter": _matter(),
        "occasion": _occasion(),
        "origins": _origins(),
        "quote": _quote(),
        "variant": _variant(),
        "reworded": _reworded(),
        "relation": _relation(),
        "compared": _pair(),
        "difference": _difference(),
        "value": obj("What one side has in a slot.", {"value": text("It, in short."), **_shown("what differs")}),
        "mismatch": _mismatch(),
        "branch": _branch(),
        "side": _side(),
        "compared_slot": _compared_slot(),
        "slot_words": obj(
            "What one side has in a slot.", {"value": text("It, in short."), "spans": with_(ref("spans"), "Where.")}
        ),
        "sentence": obj("A sentence.", {"text": text("Its words."), "spans": with_(ref("spans"), "Where it stands.")}),
    }


def _shown(what: str) -> dict[str, Schema]:
    return {
        "report": text("Id of the report that they stand in."),
        "text": text(f"The report's characters at the spans: {what}; several spans are joined by ` … `."),
        "spans": with_(ref("spans"), "Where they stand in that report's text."),
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
    made = _relation()["properties"]
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


def _said() -> Schema:
    return obj(
        "A statement with the sentence around it, and according to whom.",
        {
            "id": text("Id of the statement."),
            **_shown("its content"),
            "chain_text": text("The voices below the outlet, outermost first; the outlet for narration."),
            "sentence": with_(ref("shown"), "The sentence that it stands in."),
        },
    )


def _lineage() -> Schema:
    return obj(
        "What a report took from another.",
        {
            "from": text("Id of the report that took."),
            "to": text("Id of the one that it took from, or the name of one that is not among the reports."),
            "known": flag("Whether that is among the reports."),
            "kind": choice(LineageKind, "Whether it copies running text, cites, or follows."),
            "ordered": flag("Whether it is known which of the two took from the other."),
            "about": text("Of one that is not there: when it was published, as far as the report tells.", null=True),
            "share": number("Of copies: share of the report's words found in the other, 0 to 1.", null=True),
            "target_share": number("Of copies: share of the other's words found in the report.", null=True),
            "edits": list_of("edit", "Of copies, word by word: `a` there, `b` here."),
            "score": score(),
            "by": by(),
            "evidence": list_of("shown", "The words that show it, on both sides where there are two."),
        },
    )


def _edit() -> Schema:
    return obj(
        "Words that became other words.",
        {
            "kind": choice(EditKind, "What was done."),
            "a": maybe("shown", "The words there; null for an insertion."),
            "b": maybe("shown", "The words here; null for a cut."),
        },
    )


def _matter() -> Schema:
    return obj(
        "What several reports tell of.",
        {
            "id": text("Its id; in a store minted once."),
            "label": text("The words of the statement that stands for it."),
            "reports": words("Ids of the reports that tell of it."),
            "statements": list_of("named", "The statements; of reports of one text those of the first."),
            "occasions": list_of("occasion", "Where it was first said."),
            "origins": with_(ref("origins"), "How many occasions stand behind it."),
            "echoes": words("Ids of the reports that add no occasion of their own."),
        },
    )


def _occasion() -> Schema:
    return obj(
        "Where words were first said.",
        {
            "id": text("Its id."),
            "kind": text("`briefing`, `interview`, `document`, `post`, `statement` or `unknown`."),
            "description": text("What was held and by whom, as far as the reports say."),
            "date": text("The day, where a report says it.", null=True),
            "carried_by": words("Agencies by name and reports by id, through which it came."),
            "evidence": list_of("shown", "The words that tell of it."),
        },
    )


def _origins() -> Schema:
    return obj(
        "A number of occasions, as an interval.",
        {
            "at_least": count("The occasions that cannot be one."),
            "at_most": count("The occasions that are not known to be one."),
        },
    )


def _quote() -> Schema:
    return obj(
        "One utterance, however it was cut, joined, cleaned or translated.",
        {
            "type": const("quote"),
            "id": text("Its id; in a store minted once."),
            "speakers": words("All whom it is given to."),
            "reports": words("Ids of the reports that quote it."),
            "variants": list_of("variant", "How each report words it; the first is the fullest early one."),
            "score": score(),
            "by": by(),
        },
    )


def _variant() -> Schema:
    return obj(
        "One report's wording of an utterance.",
        {
            "report": text("Id of the report."),
            "outlet": text("The outlet."),
            "published": text("When it was published, ISO 8601, as far as known.", null=True),
            "speaker": text("Whom the report gives it to.", null=True),
            "statement": text("Id of the statement that holds it.", null=True),
            "pieces": with_(ref("spans"), "Where what stands inside each pair of quotation marks stands."),
            "text": words("The words of each piece."),
            "edits": list_of("reworded", "Against the first variant, word by word."),
        },
    )


def _reworded() -> Schema:
    return obj(
        "Words of the first variant that became other words.",
        {
            "kind": choice(EditKind, "What was done."),
            "a": _place("Where they stand in the first variant's report; null for an insertion."),
            "b": _place("Where the others stand in this one; null for a cut."),
            "a_text": text("The words there.", null=True),
            "b_text": text("The words here.", null=True),
        },
    )


def _place(description: str) -> Schema:
    return {"description": f"`[start, end]`. {description}", "type": ["array", "null"], "items": {"type": "integer"}}


def _relation() -> Schema:
    return obj(
        "Two statements compared, slot by slot.",
        {
            "a": text("Id of the earlier statement; of one report that in the headline."),
            "b": text("Id of the later statement; of one report that in the body."),
            "kind": choice(RelationKind, "How they stand to each other."),
            "score": score(),
            "by": by("The rule that compared them."),
            "differences": list_of("difference", "The slots in which they differ."),
        },
    )


def _difference() -> Schema:
    return obj(
        "A slot in which two statements differ.",
        {
            "slot": choice(Slot, "The slot."),
            "a": with_(ref("value"), "What the one has."),
            "b": with_(ref("value"), "What the other has."),
        },
    )


def _mismatch() -> Schema:
    return obj(
        "A statement that its report gives a source for, which says something else itself.",
        {
            "statement": with_(ref("said"), "The statement of the report that names its source."),
            "source_statement": with_(ref("said"), "What the source says."),
            "named": with_(ref("shown"), "The words that name it."),
            "differences": list_of("difference", "`a` on the side of the source."),
            "score": score(),
            "by": by(),
        },
    )


def _branch() -> Schema:
    return obj(
        "A line of the tree of a trace.",
        {
            "kind": choice(("occasion", "agency", "report"), "What it is."),
            "depth": count("How deep it stands."),
            "label": text("What it is called."),
            "how": text("How it has the matter from the line above.", null=True),
            "taken_from": text("The agency or outlet that it has the matter from.", null=True),
            "occasion": text("Id of the occasion.", null=True),
            "report": text("Id of the report.", null=True),
            "statement": text("Id of the statement that stands for the report.", null=True),
            "statements": words("Ids of all its statements on the matter."),
            "against": text("Id of the report that its words are held against.", null=True),
        },
    )
