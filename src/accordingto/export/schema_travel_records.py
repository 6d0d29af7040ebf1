"""The JSON Schema of the records that a story is made of: lineage, matters, quotations, relations, mismatches."""

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
    with_,
    words,
)
from accordingto.model import EditKind, LineageKind, RelationKind, Slot


def records() -> dict[str, Schema]:
    """Records by name."""
    return {
        "said": _said(),
        "lineage": _lineage(),
        "edit": _edit(),
        "matter": _matter(),
        "regrouping": _regrouping(),
        "occasion": _occasion(),
        "origins": _origins(),
        "quote": _quote(),
        "variant": _variant(),
        "reworded": _reworded(),
        "relation": relation(),
        "difference": _difference(),
        "mismatch": _mismatch(),
        "branch": _branch(),
    }


def shown(what: str) -> dict[str, Schema]:
    """Words of a report: which, the words, and where they stand."""
    return {
        "report": text("Id of the report that they stand in."),
        "text": text(f"The report's characters at the spans: {what}; several spans are joined by ` … `."),
        "spans": with_(ref("spans"), "Where they stand in that report's text."),
    }


def _said() -> Schema:
    return obj(
        "A statement with the sentence around it, and according to whom.",
        {
            "id": text("Id of the statement."),
            **shown("its content"),
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
            "decided": list_of(
                "regrouping", "People's decisions that made it what it is, in the order in which they count."
            ),
        },
    )


def _regrouping() -> Schema:
    return obj(
        "A person's decision on a matter or a quotation.",
        {
            "action": text("`merge` or `split`."),
            "by": text("`coder` or `adjudicator`: an adjudicator counts over a coder."),
            "at": text("When, ISO 8601."),
            "ids": words("The groups that were merged, or the one that was split."),
            "target": text("The group that is left, or that what was split off went to.", null=True),
            "members": words("Ids of the statements that were split off."),
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
            "decided": list_of(
                "regrouping", "People's decisions that made it what it is, in the order in which they count."
            ),
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


def relation() -> Schema:
    """Two statements compared."""
    return obj(
        "Two statements compared, slot by slot.",
        {
            "a": text(
                "Id of the earlier statement; of one report, that in the headline in a trace and that in the body in a story."
            ),
            "b": text("Id of the later statement; of one report, the other of the two."),
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
