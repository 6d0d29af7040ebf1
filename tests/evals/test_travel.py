"""Compiling stories: words become places, and a story that breaks a rule is told where."""

import json
from pathlib import Path

import pytest

from evals.travel.compile import main, stories
from evals.travel.rules import doubts
from evals.travel.story import StoryError
from tests.evals.travel import STORY, TEXTS, written

TRAVEL = Path(__file__).parents[2] / "evals" / "travel"


def told(folder: Path, old: str, new: str, count: int = 1) -> str:
    """What is said of the story with some words of its file changed."""
    assert old in STORY
    with pytest.raises(StoryError) as error:
        stories(written(folder, story=STORY.replace(old, new, count)))
    return str(error.value)


@pytest.mark.skipif(not (TRAVEL / "gold.jsonl").exists(), reason="the stories are not compiled yet")
def test_the_compiled_files_are_what_the_stories_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0, capsys.readouterr().err


def test_words_become_places(tmp_path: Path) -> None:
    folder = written(tmp_path)
    assert main(["--folder", str(folder), "--write"]) == 0
    (row,) = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    reports = [json.loads(line) for line in (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [report["doc"] for report in reports] == [f"market-{n}" for n in range(1, 6)]
    assert list(row) == ["story", "held_back", "lineage", "quotes", "accounts", "origins", "mismatches"]
    texts = {report["doc"]: report["text"] for report in reports}
    pieces = [(doc, texts[doc][start:end]) for doc, start, end in row["quotes"][0]]
    assert pieces == [
        ("market-1", "We had no warning at all"),
        ("market-2", "We had no warning at all"),
        ("market-3", "We had no warning"),
    ]
    assert [(a["relation"], a["slot"]) for a in row["accounts"]] == [
        ("repeats", None),
        ("narrows", "number"),
        ("narrows", "number"),
        ("rewords", None),
    ]
    assert (row["origins"][0]["origins"], row["origins"][0]["echoes"], len(row["origins"][0]["members"])) == (1, 2, 4)
    wrong = row["mismatches"][0]
    assert texts[wrong["doc"]][wrong["start"] : wrong["end"]] == "Shelling of the market in Rusafi left 20 people dead"


def test_a_check_notices_a_changed_story_and_writes_nothing(tmp_path: Path) -> None:
    folder = written(tmp_path)
    assert main(["--folder", str(folder), "--check"]) == 1
    assert not (folder / "gold.jsonl").exists()
    main(["--folder", str(folder), "--write"])
    assert main(["--folder", str(folder), "--check"]) == 0
    (folder / "stories" / "market" / "radio.txt").write_text("Fog lifts over Port Ansar\nThe ferries sail.\n")
    assert main(["--folder", str(folder), "--check"]) == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Twenty dead in Rusafi", "Twenty dead in Rusafi now", "market-3 does not have the words 'Twenty dead in Rusafi now'"),
        ('"We had no warning"', '"a"', "market-3 has the words 'a' 8 times; say which with nth"),
        ('"We had no warning"', '"no warning"', "'no warning' is not all of what stands between its marks"),
        ('echoes = 2', "echoes = 0", "3 reports of which 0 are echoes leave 3 that add an occasion, but there are only 1"),
        ('kind = "cites"', 'kind = "follows"', "'follows' is no kind; kinds are copies, cites"),
        ('to = "market-1"', 'to = "market-3"', "lineage market-2 → market-3: a report takes from an earlier one"),
        ('to = "market-1"', 'to = "VeshTel"', "what is not in the set cannot be seen to be copied"),
        ('relation = "repeats"', 'relation = "same"', "'same' is no relation"),
        ('relation = "narrows"\nslot = "number"', 'relation = "narrows"', "narrows needs the slot that makes it"),
        ('relation = "repeats"', 'relation = "rewords"\nslot = "place"', "rewords has no slot but quote and certainty"),
        ('source_doc = "market-1"', 'source_doc = "market-2"', "it names market-2, but no lineage goes there"),
        ('published = "2023-03-09T14:00+00:00"', 'published = "2023-03-10"', "but was published before it"),
        ('published = "2023-03-09T14:00+00:00"', 'published = "2023-03-09T14:00"', "neither a date nor a time with its offset"),
        ('doc = "market-5"', 'doc = "market-6"', "not market-1, market-2, market-3, market-4, market-5 in this order"),
        ('file = "ona.txt"', 'file = "none.txt"', "the report none.txt cannot be read"),
        ("truth =", "truths =", "`truths` is no field"),
        ('story = "market"', 'story = "bazaar"', "the story is called bazaar, its folder market"),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in told(tmp_path, old, new)


def test_members_may_tell_their_occasion(tmp_path: Path) -> None:
    def occasions(*numbers: int | None) -> str:
        start = STORY.index("[[matters]]")
        before, *members = STORY[start : STORY.index("[[accounts]]")].split('"}')
        told = [end for number in numbers for end in [f'", occasion = {number}}}' if number else '"}']]
        made = before + "".join(end + rest for end, rest in zip(told, members, strict=True))
        return STORY[:start] + made + STORY[STORY.index("[[accounts]]") :]

    assert stories(written(tmp_path / "all", story=occasions(1, 1, 1, 1)))
    with pytest.raises(StoryError, match="`occasion` is given for some members and missing for others"):
        stories(written(tmp_path / "some", story=occasions(1, 1, None, 1)))
    with pytest.raises(StoryError, match="its members go back to 2 occasions, not to origins = 1"):
        stories(written(tmp_path / "many", story=occasions(1, 1, 2, 2)))
    with pytest.raises(StoryError, match="by the occasions of its members 1 reports are echoes, not 2"):
        stories(written(tmp_path / "echo", story=occasions(1, 1, 2, 2).replace("origins = 1", "origins = 2")))


def test_every_pair_needs_its_account_and_no_other_has_one(tmp_path: Path) -> None:
    last = STORY.index('[[accounts]]\na = {doc = "market-3"')
    without = STORY[:last] + STORY[STORY.index("[[mismatches]]") :]
    with pytest.raises(StoryError, match=r"no account for market-3 'Twenty dead in Rusafi' / market-3 'Shelling"):
        stories(written(tmp_path, story=without))
    account = STORY[last : STORY.index("[[mismatches]]")]
    other = account.replace('a = {doc = "market-3", words = "Shelling of the market in Rusafi left 20 people dead"}',
                            'a = {doc = "market-5", words = "its guns had fired on Rusafi"}')  # fmt: skip
    with pytest.raises(StoryError, match="'its guns had fired on Rusafi', which is no member of a matter"):
        stories(written(tmp_path / "more", story=STORY + other))
    with pytest.raises(StoryError, match="has 2 accounts; give one"):
        stories(written(tmp_path / "twice", story=STORY + account))


def test_a_file_that_is_no_report_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "stories" / "market" / "draft.txt").write_text("x")
    with pytest.raises(StoryError, match=r"draft\.txt is no report's file"):
        stories(folder)


def test_doubts_name_what_stands_in_marks_and_in_no_group(tmp_path: Path) -> None:
    start = STORY.index("[[quotes]]")
    (story,) = stories(written(tmp_path, story=STORY[:start] + STORY[STORY.index("[[matters]]") :]))
    found = doubts(story)
    assert "market-1: 'We had no warning at all,' stands in marks and in no group of quotes" in found
    assert "market-4 tells of no matter" in found
    assert TEXTS["radio.txt"]


def test_the_page_on_the_stories_states_the_counts() -> None:
    page = (TRAVEL.parents[1] / "docs" / "explanation" / "travel-corpus.md").read_text(encoding="utf-8")
    found = stories()
    assert f"{len(found)} stories" in page
    assert f"{sum(len(story.reports) for story in found)} reports" in page
    for name, layer in [
        ("edges of lineage", "lineage"),
        ("groups of quotes", "quotes"),
        ("matters", "matters"),
        ("accounts: pairs of statements with their relation", "accounts"),
        ("mismatches with the named source", "mismatches"),
    ]:
        assert f"| {name} | {sum(len(getattr(story, layer)) for story in found)} |" in page
    assert f"{sum(story.held_back for story in found)} of the {len(found)} stories are *held back*" in page
