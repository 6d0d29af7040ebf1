"""The station as a whole, with a stand-in tagger: what the rules make of what the tagger finds."""

from collections.abc import Callable

from accordingto.attribute.statements import Attributed, attribute
from accordingto.model import Inherited, Report, Statement, spans_of, text_of
from accordingto.resources.lexicons import open_lexicons

LEXICONS = open_lexicons()


def said(report: Report, statement: Statement) -> str:
    return text_of(report.text, statement.content)


def find(report: Report, found: Attributed, words: str) -> Statement:
    matching = [s for s in found.statements if words in said(report, s)]
    assert len(matching) == 1, [said(report, s) for s in found.statements]
    return matching[0]


def names(statement: Statement) -> list[str | None]:
    return [link.source.name for link in statement.voices]


def test_an_agency_that_carries_a_person_is_one_statement_with_two_voices(
    tagging: Callable, reporting: Callable
) -> None:
    report = reporting("Northwire reported on Tuesday that General Nadim Hazrun said the northern road was open again.")
    tag = tagging(
        ("Northwire", "reported", "that General Nadim Hazrun said the northern road was open again"),
        ("General Nadim Hazrun", "said", "the northern road was open again"),
    )

    def outer_first(text: str, shift: int = 0) -> list:
        return tag(text, shift)[:1] if shift == 0 else tag(text, shift)[1:] or [d for d in tag(text, shift) if d.cue]

    statement = find(report, attribute(report, outer_first, LEXICONS), "road was open")
    assert said(report, statement) == "the northern road was open again"
    assert names(statement) == ["Northwire", "Nadim Hazrun"]
    assert [link.act.value for link in statement.voices] == ["report", "state"]
    assert statement.voices[1].source.role == "General"
    assert statement.voices[0].said is not None
    assert statement.voices[0].said.value == "2023-05-02"


def test_a_quotation_runs_on_across_a_related_link(tagging: Callable, reporting: Callable) -> None:
    report = reporting(
        "“We hold the ridge,” Commander Rozan Teli said. “Nobody will take it from us.",
        ("related", "Read: Miners strike at Zelenhor"),
        "“We will be here in the spring.”",
    )
    tag = tagging(("Commander Rozan Teli", "said", ["“We hold the ridge,”", "“Nobody will take it from us."]))
    found = attribute(report, tag, LEXICONS)
    statement = find(report, found, "in the spring")
    assert said(report, statement).startswith("“We hold the ridge,”")
    assert not any("Miners" in said(report, s) for s in found.statements)


def test_a_follow_on_quotation_inherits_its_speaker_by_a_named_rule(tagging: Callable, reporting: Callable) -> None:
    report = reporting("“We hold the ridge,” Commander Rozan Teli said.", "“Nobody will take it away from us again.”")
    found = attribute(report, tagging(("Commander Rozan Teli", "said", "“We hold the ridge,”")), LEXICONS)
    statement = find(report, found, "Nobody")
    assert names(statement) == ["Rozan Teli"]
    evidence = statement.innermost.source.evidence
    assert isinstance(evidence, Inherited)
    assert (evidence.rule, text_of(report.text, evidence.spans)) == ("running-quotation", "Commander Rozan Teli")


def test_a_headline_is_the_outlets_and_never_part_of_the_lead(tagging: Callable, reporting: Callable) -> None:
    report = reporting(("headline", "Army takes the ridge"), "The army took the ridge at dawn, Northwire reported.")
    tag = tagging(("Northwire", "reported", ["Army takes the ridge", "The army took the ridge at dawn"]))
    found = attribute(report, tag, LEXICONS)
    headline = find(report, found, "Army takes")
    assert (headline.form.value, headline.act.value, names(headline)) == ("narration", "narrate", [])
    assert names(find(report, found, "at dawn")) == ["Northwire"]


def test_a_colon_headline_attributes(tagging: Callable, reporting: Callable) -> None:
    report = reporting(("headline", "Army enters Rusafi: monitor"), "The army entered Rusafi.")
    statement = find(report, attribute(report, tagging(), LEXICONS), "Army enters")
    assert said(report, statement) == "Army enters Rusafi"
    assert (names(statement), statement.form.value) == (["monitor"], "indirect")


def test_credit_governs_later_paragraphs_until_another_occasion(tagging: Callable, reporting: Callable) -> None:
    report = reporting(
        "The road is open, Northwire reported.",
        "“We cleared it,” General Nadim Hazrun said.",
        "However, officials have previously said the road was mined.",
        "The shops stayed closed.",
    )
    tag = tagging(
        ("Northwire", "reported", "The road is open"),
        ("General Nadim Hazrun", "said", "“We cleared it,”"),
        ("officials", "have previously said", "the road was mined"),
    )
    found = attribute(report, tag, LEXICONS)
    assert names(find(report, found, "cleared")) == ["Northwire", "Nadim Hazrun"]
    assert names(find(report, found, "mined")) == ["officials"]
    assert names(find(report, found, "shops")) == []


def test_the_outlet_citing_itself_is_no_voice(tagging: Callable, reporting: Callable) -> None:
    report = reporting("The road is open, Northwire reported.", outlet="Northwire")
    found = attribute(report, tagging(("Northwire", "reported", "The road is open")), LEXICONS)
    assert names(find(report, found, "road")) == []


def test_pronouns_last_names_and_titles_reach_the_person(tagging: Callable, reporting: Callable) -> None:
    report = reporting(
        "“We are ready,” said Lieutenant Colonel Irene Casso, a spokeswoman for the task force.",
        "“We do not seek a fight,” Casso said. She added that patrols would go on. The spokeswoman said talks were planned.",
    )
    tag = tagging(
        ("Lieutenant Colonel Irene Casso", "said", "“We are ready,”"),
        ("Casso", "Casso said"[6:], "“We do not seek a fight,”"),
        ("She", "added", "that patrols would go on"),
        ("The spokeswoman", "said talks"[:4], "talks were planned"),
    )
    found = attribute(report, tag, LEXICONS)
    for words in ("ready", "seek", "patrols", "talks"):
        assert names(find(report, found, words)) == ["Irene Casso"], words


def test_a_nameless_title_is_resolved_to_the_person_named_later(tagging: Callable, reporting: Callable) -> None:
    report = reporting(
        "The group has been accused of selling fuel by its former spokesman, who fled last month.",
        "Earlier this month Sefer Barzo alleged that commanders had struck deals.",
    )
    tag = tagging(
        ("its former spokesman, who fled last month", "has been accused", "of selling fuel"),
        ("Sefer Barzo", "alleged", "that commanders had struck deals"),
    )
    found = attribute(report, tag, LEXICONS)
    accusation = find(report, found, "selling fuel")
    assert names(accusation) == ["Sefer Barzo"]
    assert accusation.innermost.source.role is not None
    assert accusation.innermost.source.role.startswith("its former spokesman")


def test_agentless_voices_have_no_name_and_no_source_span(tagging: Callable, reporting: Callable) -> None:
    report = reporting("The convoy was reportedly hit near the bridge.")
    statement = find(report, attribute(report, tagging(), LEXICONS), "convoy")
    link = statement.innermost
    assert (link.source.kind.value, link.source.name, spans_of(link.source.evidence)) == ("agentless", None, ())
    assert link.source.unnamed
    assert text_of(report.text, spans_of(link.cue)) == "reportedly"


def test_editorial_brackets_are_marked_as_the_outlets_words(tagging: Callable, reporting: Callable) -> None:
    report = reporting("“They [the Front] mined it,” Teli said.")
    statement = find(
        report, attribute(report, tagging(("Teli", "said", "“They [the Front] mined it,”")), LEXICONS), "mined"
    )
    assert text_of(report.text, statement.editorial) == "[the Front]"


def test_narration_is_split_at_coordinated_main_clauses(tagging: Callable, reporting: Callable) -> None:
    report = reporting("Shells fell on the market, and the clinic was closed. Troops entered the town and burned it.")
    found = [said(report, s) for s in attribute(report, tagging(), LEXICONS).statements]
    assert found == ["Shells fell on the market", "the clinic was closed", "Troops entered the town and burned it"]


def test_ids_do_not_depend_on_the_order_or_the_scores(tagging: Callable, reporting: Callable) -> None:
    report = reporting("The road is open, Northwire reported. The shops stayed closed.")
    tag = tagging(("Northwire", "reported", "The road is open"))
    first, second = (attribute(report, tag, LEXICONS).statements for _ in range(2))
    assert [s.id for s in first] == [s.id for s in second]
    assert len({s.id for s in first}) == len(first)


def test_every_span_lies_in_the_archived_text(tagging: Callable, reporting: Callable) -> None:
    report = reporting(
        ("headline", "Ridge taken"), "Teli said the ridge was\u00a0taken.", ("caption", "The ridge at dawn")
    )
    found = attribute(report, tagging(("Teli", "said", "the ridge was\u00a0taken")), LEXICONS)
    assert all(span.end <= len(report.text) for s in found.statements for span in s.content)
    assert all(report.text[m.span.start : m.span.end].strip() for m in found.mentions)


def test_the_addressee_and_the_day_of_telling(tagging: Callable, reporting: Callable) -> None:
    report = reporting("Koldewey told parliament on Monday that the army had left.")
    found = attribute(report, tagging(("Koldewey", "told", "that the army had left")), LEXICONS)
    link = find(report, found, "had left").innermost
    assert text_of(report.text, spans_of(link.addressee)) == "parliament"
    assert link.said is not None
    assert link.said.value == "2023-05-01"


def test_what_dates_a_later_verb_does_not_date_the_saying(tagging: Callable, reporting: Callable) -> None:
    report = reporting(
        "The army has left, Koldewey said in the first word since troops launched an offensive in April."
    )
    found = attribute(report, tagging(("Koldewey", "said", "The army has left")), LEXICONS)
    assert find(report, found, "has left").innermost.said is None


def test_terms_of_speaking_are_not_put_forward(tagging: Callable, reporting: Callable) -> None:
    report = reporting("An official, who asked not to be named, said that the army had left.")
    tag = tagging(("who", "asked", "not to be named"), ("An official", "said", "that the army had left"))
    assert [said(report, s) for s in attribute(report, tag, LEXICONS).statements if s.voices] == [
        "that the army had left"
    ]


def test_a_verb_of_saying_that_goes_on_begins_another_statement(tagging: Callable, reporting: Callable) -> None:
    told = "that the dam may fail, demanding that the valley be cleared"
    report = reporting(f"The mayor warned {told}.")
    first, second = [
        s for s in attribute(report, tagging(("The mayor", "warned", told)), LEXICONS).statements if s.voices
    ]
    assert (said(report, first), first.act.value) == ("that the dam may fail", "warn")
    assert (said(report, second), second.act.value) == ("that the valley be cleared", "demand")
    assert names(first) == names(second)


def test_a_verb_of_saying_in_quoted_words_begins_none(tagging: Callable, reporting: Callable) -> None:
    told = "“They left, saying that the dam may fail”"
    report = reporting(f"The mayor said {told}.")
    assert len(attribute(report, tagging(("The mayor", "said", told)), LEXICONS).statements) == 1


def test_what_only_leads_up_to_words_is_not_put_forward(tagging: Callable, reporting: Callable) -> None:
    report = reporting('"The road is ours", state media quoted\u00a0him as\u00a0saying, and it fell to the army.')
    tag = tagging(
        ("state media", "quoted", '"The road is ours"'),
        ("state media", "quoted", "him as\u00a0saying"),
        ("it", "fell", "to"),
    )
    assert [said(report, s) for s in attribute(report, tag, LEXICONS).statements if s.voices] == ['"The road is ours"']


def test_a_cited_voice_stands_inside_the_citing_one(tagging: Callable, reporting: Callable) -> None:
    report = reporting("The town has fallen, ONA said, citing a military source.")
    tag = tagging(("ONA", "said", "The town has fallen"), ("ONA", "citing", "a military source"))
    statement = find(report, attribute(report, tag, LEXICONS), "fallen")
    assert names(statement) == ["ONA", "military source"]
    assert said(report, statement) == "The town has fallen"


def test_a_refusal_to_speak_that_nobody_tagged(tagging: Callable, reporting: Callable) -> None:
    report = reporting("The Front denied it, and the army has not commented on the strike.")
    found = attribute(report, tagging(("The Front", "denied", "it")), LEXICONS)
    (silence,) = [s for s in found.statements if s.act.value == "no_response"]
    assert (said(report, silence), names(silence)) == ("commented on the strike", ["army"])
    assert silence.factuality.value == "U"
    assert silence.about is not None


def test_intentions_are_voices_only_under_a_medium(tagging: Callable, reporting: Callable) -> None:
    report = reporting(
        "The army does not plan to leave, Northwire reported.", "The army does not want to stay, its spokesman said."
    )

    def tag(text: str, shift: int = 0) -> list:
        whole = tagging(
            ("Northwire", "reported", "The army does not plan to leave"),
            ("its spokesman", "said", "The army does not want to stay"),
        )
        inner = tagging(("The army", "does not plan", "to leave"), ("The army", "does not want", "to stay"))
        return whole(text, shift) if "reported" in text else inner(text, shift)

    found = attribute(report, tag, LEXICONS)
    assert sorted(tuple(names(s)) for s in found.statements if "leave" in said(report, s)) == [
        ("Northwire",),
        ("Northwire", "army"),
    ]
    assert [names(s) for s in found.statements if "stay" in said(report, s)] == [["Northwire", "its spokesman"]]


def test_narration_cut_off_by_an_attribution_does_not_dangle(tagging: Callable, reporting: Callable) -> None:
    report = reporting("The toll rose to ten on Saturday after doctors said two more had died.")
    found = attribute(report, tagging(("doctors", "said", "two more had died")), LEXICONS)
    assert sorted(said(report, s) for s in found.statements) == [
        "The toll rose to ten on Saturday",
        "two more had died",
    ]


def test_unsigned_reports_are_a_voice_that_nobody_can_name(tagging: Callable, reporting: Callable) -> None:
    report = reporting("The town is tense after several reports of soldiers leaving their posts have come in.")
    statement = find(report, attribute(report, tagging(), LEXICONS), "soldiers leaving")
    assert (said(report, statement), names(statement)) == ("soldiers leaving their posts", ["several reports"])
    assert statement.act.value == "report"


def test_a_recalled_estimate_does_not_inherit_the_credit(tagging: Callable, reporting: Callable) -> None:
    report = reporting(
        "The road is open, Northwire reported.", "The news comes amid a new coalition estimate that 90 fighters remain."
    )
    tag = tagging(
        ("Northwire", "reported", "The road is open"), ("a new coalition", "estimate", "that 90 fighters remain")
    )
    found = attribute(report, tag, LEXICONS)
    assert names(find(report, found, "90 fighters")) == ["coalition"]


def test_adjoining_parts_of_a_content_are_one_span(tagging: Callable, reporting: Callable) -> None:
    report = reporting("Teli said that the ridge was lost.")
    found = attribute(report, tagging(("Teli", "said", ["that", "the ridge was lost"])), LEXICONS)
    assert len(find(report, found, "ridge").content) == 1


def test_an_aside_about_a_voice_is_told_once(tagging: Callable, reporting: Callable) -> None:
    report = reporting("Barzo, who fled to the coast last month, said the deal was done.")
    found = attribute(report, tagging(("Barzo", "said", "the deal was done")), LEXICONS)
    assert [said(report, s) for s in found.statements] == ["who fled to the coast last month", "the deal was done"]


def test_a_repeated_that_begins_another_statement(tagging: Callable, reporting: Callable) -> None:
    report = reporting("Teli said that the ridge had fallen and that talks were over.")
    tag = tagging(("Teli", "said", "that the ridge had fallen and that talks were over"))
    found = attribute(report, tag, LEXICONS)
    assert [said(report, s) for s in found.statements] == ["that the ridge had fallen", "that talks were over"]
    assert [names(s) for s in found.statements] == [["Teli"], ["Teli"]]


def test_a_that_inside_a_quotation_splits_nothing(tagging: Callable, reporting: Callable) -> None:
    report = reporting("“I know that it fell and that they fled,” Teli said.")
    found = attribute(report, tagging(("Teli", "said", "“I know that it fell and that they fled,”")), LEXICONS)
    assert len(found.statements) == 1


def test_a_content_broken_off_before_a_phrase_is_completed(tagging: Callable, reporting: Callable) -> None:
    report = reporting("He said 40 men shared a room in the warehouse with one bucket, and a guard laughed.")
    found = attribute(report, tagging(("He", "said", "40 men shared a room")), LEXICONS)
    assert said(report, found.statements[0]) == "40 men shared a room in the warehouse with one bucket"


def test_the_agency_named_by_its_kind_is_the_agency(tagging: Callable, reporting: Callable) -> None:
    report = reporting("The road is open, according to the agency Northwire.")
    found = attribute(report, tagging(("the agency Northwire", "according to", "The road is open")), LEXICONS)
    link = find(report, found, "road").innermost
    assert (link.source.name, link.source.kind.value) == ("Northwire", "agency")


def test_a_speaker_between_the_content_and_the_agency_is_the_inner_voice(
    tagging: Callable, reporting: Callable
) -> None:
    report = reporting(
        "The coalition will not fire, its deputy, Major General Owen Thackley, said on Tuesday, Northwire reported."
    )
    found = attribute(report, tagging(("Northwire", "reported", "The coalition will not fire")), LEXICONS)
    statement = find(report, found, "not fire")
    assert names(statement) == ["Northwire", "Owen Thackley"]
    assert [link.act.value for link in statement.voices] == ["report", "state"]
