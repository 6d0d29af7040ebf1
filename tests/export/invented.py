"""A hand-made reading of an invented report with what is hard to show: nests, crossing spans, Arabic, markup."""

from __future__ import annotations

from accordingto.model import (
    Act,
    Block,
    BlockKind,
    EmptyInput,
    Entity,
    Evidence,
    Factuality,
    Field,
    Form,
    Implied,
    Inherited,
    Link,
    Mention,
    MentionKind,
    Moment,
    Mood,
    Report,
    Run,
    Source,
    SourceKind,
    Span,
    Spans,
    Stated,
    Statement,
    Time,
    content_id,
    text_sha256,
)
from accordingto.pipeline.reading import Reading

HEADLINE = "Army <b>will not</b> cross the Asur & stay, general says <script>alert(1)</script>"
CAPTION = "Ferries at Jisr Kamil on Monday. @WA"
CREDIT = "Photo: Nella Brandt/Northwire"
LEAD = (
    "SELMAR (Northwire) – The army does not plan to cross the Asur,\u00a0General Nadim Hazrun said on Monday, "
    "Northwire reported, and doubts were raised about the bridge."
)
QUOTE = "“We will hold the west bank [of the Asur],” the general said, “and nobody will drive us out.”"
ARABIC = "وقال أبو ليث المسكري إن الجبهة «لن تنسحب من تل هارون» بحسب بيان."
CLAIM = "The Front denied that it had mined the road. US officials think it possible that shells fell on Camp Hadra."
RELATED = "Read: The ferrymen of the Asur"
FOOT = '=HYPERLINK("http://example.org") © The Harbour Post. Sign up.'
KINDS = (
    (HEADLINE, BlockKind.HEADLINE),
    ("13 March 2023", BlockKind.DATELINE),
    (CAPTION, BlockKind.CAPTION),
    (CREDIT, BlockKind.CREDIT),
    (LEAD, BlockKind.PARAGRAPH),
    (QUOTE, BlockKind.PARAGRAPH),
    (RELATED, BlockKind.RELATED),
    (ARABIC, BlockKind.PARAGRAPH),
    (CLAIM, BlockKind.PARAGRAPH),
    (FOOT, BlockKind.BOILERPLATE),
)
TEXT = "\n\n".join(words for words, _ in KINDS) + "\n"
RUN = Run("0.0.0", "test/1", "a" * 64, "b" * 64, "c" * 64)


def at(words: str, text: str = TEXT) -> Span:
    """Where words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def stated(*words: str) -> Stated:
    """Evidence in the text."""
    return Stated(tuple(at(part) for part in words))


def reading(where: str = "reports/harbour.txt") -> Reading:
    """The whole report with eight statements, three mentions and one entity."""
    text_hash = text_sha256(TEXT)
    report = Report(
        id=content_id("report", text_hash),
        capture="capture-0",
        text=TEXT,
        text_sha256=text_hash,
        blocks=tuple(Block(kind, at(words), "test") for words, kind in KINDS),
        extraction="test/1",
        title=Field(HEADLINE, "text:headline", at(HEADLINE)),
        outlet=Field("The Harbour Post", "given"),
        url=Field("https://harbourpost.example/a?b=1&c=2", "meta:canonical"),
        authors=(Field("Nella Brandt", "text:credit", at("Nella Brandt")),),
        published=Field(Moment("2023-03-13T14:07", "+02:00"), "text:dateline", at("13 March 2023")),
        updated=Field(Moment("2023-03", None), "meta:modified"),
        place=Field("Selmar", "text:dateline", at("SELMAR")),
        language=Field("en", "html:lang"),
        flags=("short",),
    )
    made = tuple(_statements(report.id, text_hash))
    mentions = (
        Mention("mention-2", at("the general"), MentionKind.OFFICE, "general", "entity-1", 0.7, "test"),
        Mention("mention-1", at("General Nadim Hazrun"), MentionKind.PERSON, "Nadim Hazrun", "entity-1", 0.9, "test"),
    )
    entity = Entity(
        "entity-1",
        "Nadim Hazrun",
        MentionKind.PERSON,
        ("mention-1", "mention-2"),
        "General",
        at("General"),
        abbreviation=None,
    )
    return Reading(report, made, RUN, mentions, (entity,), where, ("read by hand",))


def _statements(report: str, text_hash: str) -> list[Statement]:
    hazrun = Source(
        SourceKind.PERSON,
        stated("General Nadim Hazrun"),
        "Gen. Nadim Hazrun",
        "General Nadim Hazrun",
        "chief of staff",
        stated("General"),
        "entity-1",
    )
    again = Source(SourceKind.PERSON, stated("the general"), "Gen. Nadim Hazrun", "the general", entity="entity-1")
    northwire = Source(
        SourceKind.AGENCY, Inherited("link-1", "agency-dateline", (at("Northwire"),)), "Northwire", "Northwire"
    )
    nobody = Source(SourceKind.AGENTLESS, Implied("agentless"), None)
    front = Source(SourceKind.ORGANISATION, stated("The Front"), "Kharan Front", "The Front")
    officials = Source(SourceKind.UNNAMED, stated("US officials"), "US officials", "US officials")
    meskari = Source(SourceKind.PERSON, stated("أبو ليث المسكري"), "أبو ليث المسكري", "أبو ليث المسكري")
    paper = Source(SourceKind.DOCUMENT, stated("بيان"), "بيان", "بيان")
    monday = Time("2023-03-13", "2023-03-13", "2023-03-13", "published", stated("on Monday, Northwire"), "test")
    wire = _link(northwire, stated("reported"), Act.REPORT)

    def made(content: Spans, form: Form, *voices: Link, mood: Mood = Mood.ASSERTED, about: str | None = None,
             editorial: Spans = ()) -> Statement:  # fmt: skip
        outlet = Source(SourceKind.OUTLET, Implied("outlet"), "The Harbour Post")
        first = _link(outlet, Implied("outlet"), Act.REPORT if voices else Act.NARRATE)
        names = [link.source.name or "" for link in voices]
        made_id = content_id("statement", text_hash, content, extra=names)
        return Statement(made_id, report, content, form, mood, (first, *voices), 0.87654, "head:test", editorial, about)

    mined = made((at("it had mined the road"),), Form.NARRATION)
    return [
        made((at("shells fell on Camp Hadra"),), Form.INDIRECT,
             _link(officials, stated("think it possible"), Act.BELIEVE, Factuality.POSSIBLE)),
        made((at(HEADLINE),), Form.NARRATION),
        made((at("The army does not plan to cross the Asur"),), Form.INDIRECT, wire,
             _link(hazrun, stated("said on Monday"), Act.INTEND, said=monday), mood=Mood.INTENDED),
        made((at("the Asur,\u00a0General Nadim Hazrun said on Monday"),), Form.INDIRECT, wire),
        made((at("doubts were raised about the bridge"),), Form.INDIRECT,
             _link(nobody, stated("doubts were raised"), Act.DOUBT, Factuality.UNCOMMITTED)),
        made((at("“We will hold the west bank [of the Asur],”"), at("“and nobody will drive us out.”")), Form.DIRECT,
             wire, _link(again, stated("the general said"), Act.STATE), editorial=(at("[of the Asur]"),)),
        made((at("«لن تنسحب من تل هارون»"),), Form.MIXED, _link(paper, stated("بحسب"), Act.STATE),
             _link(meskari, stated("وقال"), Act.STATE)),
        mined,
        made((at("that it had mined the road"),), Form.INDIRECT,
             _link(front, stated("denied"), Act.DENY, Factuality.CERTAIN_NOT), about=mined.id),
    ]  # fmt: skip


def _link(
    source: Source, cue: Evidence, act: Act, factuality: Factuality = Factuality.CERTAIN, said: Time | None = None
) -> Link:
    return Link(source, cue, act, factuality, 0.9, "test", said)


def bare() -> Reading:
    """A report about which nothing is known, and without statements."""
    text = "Nothing.\ud800\x1b[31m"
    report = Report("report-bare", "capture-1", text, text_sha256(text), (), "test/1")
    return Reading(report, (), RUN, where="-")


class Lost:
    """A failure as the pipeline gives it."""

    where = "reports/empty.txt"
    error = EmptyInput("reports/empty.txt is empty")
