"""Views of how reports travelled: each row says by itself who took what from whom, or where two statements differ."""

from __future__ import annotations

from sqlalchemy import Table

from accordingto.store.schema.travel import (
    differences,
    lineage,
    matters,
    mismatch_differences,
    mismatches,
    quote_groups,
    quote_variants,
    relations,
)
from accordingto.store.schema.views import ViewColumn, view

_STORY: list[ViewColumn] = [("story", "z.id", "Id of the story."), ("story_title", "z.title", "Its title.")]


def _of(alias: str, table: Table, *names: str) -> list[ViewColumn]:
    return [(name, f'{alias}."{name}"', str(table.c[name].doc)) for name in names]


def _report(name: str, alias: str, whose: str) -> list[ViewColumn]:
    under = f"{name}_" if name else ""
    return [
        (f"{under}report", f"{alias}.id", f"Id of {whose}."),
        (f"{under}outlet", f"{alias}.outlet", "Who published it."),
        (f"{under}title", f"{alias}.title", "Its headline."),
        (f"{under}published", f"{alias}.published", "When it was published, ISO 8601, as far as known."),
    ]


def _side(side: str, which: str) -> list[ViewColumn]:
    s, r = f"s{side}", f"r{side}"
    sentence = f'substr({r}.text, o."{side}_start" + 1, o."{side}_end" - o."{side}_start")'
    return [
        (side, f"{s}.id", f"Id of {which}."),
        (f"{side}_outlet", f"{r}.outlet", "The outlet of its report."),
        (f"{side}_published", f"{r}.published", "When that was published."),
        (f"{side}_chain", f"{s}.chain", "According to whom: the voices below the outlet; the outlet for narration."),
        (f"{side}_sentence", sentence, "The sentence that it stands in."),
        (f"{side}_content", f"{s}.content", "Its own words."),
        (f"{side}_report", f"{r}.id", "Id of its report."),
        (f"{side}_title", f"{r}.title", "The headline of that."),
        (f"{side}_url", f"{r}.url", "The address of that."),
        (f"{side}_spans", f"{s}.spans", "JSON list of [start, end] of its words in the report's text."),
    ]


def _slot(table: Table) -> list[ViewColumn]:
    names = ("slot", "a_value", "b_value", "a_words", "b_words")
    spans = [(f"{side}_slot_spans", f'd."{side}_spans"', str(table.c[f"{side}_spans"].doc)) for side in "ab"]
    return [*_of("d", table, *names), *spans]


def _joined(table: str, a: str, b: str, parts: str, column: str) -> str:
    return f"""FROM {table} AS o
JOIN stories AS z ON z.key = o.story_key
JOIN statements AS sa ON sa.key = o.{a}
JOIN reports AS ra ON ra.key = sa.report_key
JOIN statements AS sb ON sb.key = o.{b}
JOIN reports AS rb ON rb.key = sb.report_key
LEFT JOIN {parts} AS d ON d.{column} = o.key"""


view(
    "relations_flat",
    "Pairs of statements on one matter, how they stand to each other, and both sentences; a row for each slot in which they differ.",
    [
        *_of("o", relations, "kind"),
        *_slot(differences),
        *_side("a", "the earlier statement; of one report that in the headline"),
        *_side("b", "the later statement; of one report that in the body"),
        ("matter", "m.id", "Id of the matter that both tell of."),
        *_STORY,
        *_of("o", relations, "score", "by"),
        ("key", "o.key", "Key of the row in `relations`."),
    ],
    _joined("relations", "a_key", "b_key", "differences", "relation_key")
    + "\nLEFT JOIN matters AS m ON m.key = o.matter_key",
)
view(
    "mismatches_flat",
    "Statements that differ from what the source that their report names says itself; a row for each slot, with both sentences.",
    [
        *_slot(mismatch_differences),
        *_side("a", "what the named source says"),
        *_side("b", "the statement of the report that names it"),
        *_of("o", mismatches, "named", "named_spans"),
        *_STORY,
        *_of("o", mismatches, "score", "by"),
        ("key", "o.key", "Key of the row in `mismatches`."),
    ],
    _joined("mismatches", "source_key", "statement_key", "mismatch_differences", "mismatch_key"),
)
view(
    "lineage_flat",
    "What each report took from another or from an agency, and the words that show it.",
    [
        *_of("o", lineage, "kind"),
        *_report("", "r", "the report that took"),
        ("source", "coalesce(t.outlet, o.target)", "Whom it took from: an outlet, or the name that the report gives."),
        *_report("source", "t", "the report that it took from, where it is at hand"),
        *_of("o", lineage, "known", "about", "ordered", "share", "target_share", "substitutions", "cuts", "insertions"),
        (
            "words",
            "(SELECT JOINED(words, ' | ') FROM (SELECT e.words FROM lineage_evidence AS e "
            "WHERE e.lineage_key = o.key AND e.report = r.id ORDER BY e.position) AS listed)",
            "The report's words that show it, parted by ' | '.",
        ),
        (
            "source_words",
            "(SELECT JOINED(words, ' | ') FROM (SELECT e.words FROM lineage_evidence AS e "
            "WHERE e.lineage_key = o.key AND e.report <> r.id ORDER BY e.position) AS listed)",
            "The other's words that show it.",
        ),
        *_STORY,
        *_of("o", lineage, "score", "by"),
        ("key", "o.key", "Key of the row in `lineage`."),
    ],
    """FROM lineage AS o
JOIN stories AS z ON z.key = o.story_key
JOIN reports AS r ON r.key = o.report_key
LEFT JOIN reports AS t ON t.key = o.target_key""",
)
view(
    "quotes_flat",
    "Utterances as each report words them, and whom it gives them to.",
    [
        ("quote", "g.id", "Id of the utterance."),
        ("utterance", "g.words", str(quote_groups.c.words.doc)),
        *_of("o", quote_variants, "position", "words", "speaker", "edits"),
        ("statement", "s.id", "Id of the statement that holds it."),
        *_report("", "r", "the report"),
        *_of("o", quote_variants, "spans"),
        *_of("g", quote_groups, "variants", "reports", "speakers"),
        *_STORY,
        *_of("g", quote_groups, "score", "by", "decided"),
        ("key", "g.key", "Key of the utterance in `quote_groups`."),
    ],
    """FROM quote_variants AS o
JOIN quote_groups AS g ON g.key = o.group_key
LEFT JOIN stories AS z ON z.key = g.story_key
JOIN reports AS r ON r.key = o.report_key
LEFT JOIN statements AS s ON s.key = o.statement_key""",
)
view(
    "matters_flat",
    "What several reports tell of, how many origins stand behind it, and where it was first said.",
    [
        *_of("o", matters, "id", "label", "outlets", "at_least", "at_most", "echoes", "reports", "statements"),
        (
            "occasions",
            "(SELECT JOINED(description, '; ') FROM (SELECT description FROM occasions AS c "
            "WHERE c.matter_key = o.key ORDER BY c.position) AS listed)",
            "Where it was first said, as far as the reports tell, parted by '; '.",
        ),
        (
            "contradictions",
            "(SELECT count(*) FROM relations AS x WHERE x.matter_key = o.key AND x.kind = 'contradicts')",
            "How many pairs of its statements contradict each other.",
        ),
        *_of("o", matters, "decided"),
        *_STORY,
        ("key", "o.key", "Key of the row in `matters`."),
    ],
    "FROM matters AS o\nLEFT JOIN stories AS z ON z.key = o.story_key",
)
