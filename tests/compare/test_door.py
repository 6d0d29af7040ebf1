from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.compare import door
from accordingto.compare.door import COMMON, CROWD, REPEATED, Common, Kind, admit, decide, estimated, meet
from accordingto.compare.prints import METHOD, Prints, prints, unpacked
from accordingto.compare.shelf import Shelf
from accordingto.model import Report
from accordingto.resources.stock import open_stock
from evals.door.corpus import report_of
from evals.door.invent import Inventor
from tests.compare.build import account

STOCK = open_stock()
FERRY = "The ferry left the east bank at six with forty people on board and came back at seven with a goat alone."
HARBOUR = (
    "Nobody on the landing could explain to the harbour master what had become of the passengers and their luggage."
)
MARKET = (
    "Traders at the upper market sold out of lamp oil before noon as people prepared for a third night without power."
)
ROAD = "Engineers of the province began to clear the road over the Sarn pass where a landslide had buried two lorries."
QUOTE = "“We shall look for every one of them until the last house on the river has been searched from roof to cellar,”"


def printed(*paragraphs: str) -> Prints:
    made = prints(report_of("\n\n".join(paragraphs)), STOCK)
    assert made is not None
    return made


def kind_of(a: Prints, b: Prints) -> Kind | None:
    found = decide(a, b)
    back = decide(b, a)
    assert (found is None) == (back is None)
    if found and back:
        assert back == found.turned
    return found.kind if found else None


def stories(count: int, seed: int = 1) -> list[str]:
    inventor = Inventor(seed)
    return [inventor.report(least=10, most=14) for _ in range(count)]


def test_what_is_printed_is_pinned() -> None:
    """Stores hold prints: whoever changes what is hashed, or rensa its hashing, must raise `METHOD`."""
    made = printed(FERRY, HARBOUR)
    assert METHOD == 1
    assert (made.fingerprint, made.words, made.signature[:6].hex()) == (-4149661897743945068, 41, "1a3983d4fcb2")
    assert [sentence.words for sentence in made.sentences] == [22, 19]


def test_dress_makes_no_difference() -> None:
    last = "Süleyman counted 40 000 sacks in the river’s warehouses."
    one = printed(f"{QUOTE} Ravi Demir’s deputy said.", FERRY, last)
    other = printed(
        f"«{QUOTE.strip('“”')}» RAVI DEMIR'S DEPUTY SAID",
        FERRY.replace(" ", "\u00a0").replace(".", "!"),
        "Su\u0308leyman counted 40\u202f000 sacks in the rive\u00adr's ware\u200bhouses.",
    )
    assert kind_of(one, other) is Kind.EXACT


def test_a_lost_quotation_mark_is_a_difference() -> None:
    one = printed(f"{QUOTE} Ravi Demir’s deputy said.", FERRY)
    other = printed(f"{QUOTE.strip('“”')} Ravi Demir’s deputy said.", FERRY)
    assert one.signature == other.signature
    assert kind_of(one, other) is not Kind.EXACT


def test_arabic_is_compared_without_vowel_signs_and_stretching() -> None:
    plain = "قال المتحدث باسم المجلس إن القوات انسحبت من الجسر القديم قبل الفجر"
    dressed = "قالَ المتحدِّثُ باسمِ المجلـــسِ إنّ القواتِ انسحبتْ من الجسرِ القديمِ قبلَ الفجرِ"
    assert kind_of(printed(plain), printed(dressed)) is Kind.EXACT


def test_a_hard_wrapped_paragraph_is_the_same_text() -> None:
    from accordingto.model import Block, BlockKind, Span, text_sha256

    text = FERRY.replace(" on board", "\non board")
    whole = Report("r", "c", text, text_sha256(text), (Block(BlockKind.PARAGRAPH, Span(0, len(text)), "t"),), "t")
    made = prints(whole, STOCK)
    assert made is not None
    assert made.fingerprint == printed(FERRY).fingerprint


@pytest.mark.parametrize("text", ["", "Page not found.", "He gave no details.", "\ud800", "\ud800 " * 3])
def test_next_to_nothing_has_no_prints(text: str) -> None:
    assert prints(report_of(text), STOCK) is None


def test_lone_surrogates_are_printed_like_other_text() -> None:
    assert (
        kind_of(printed(f"{FERRY} \ud83d and so on it went"), printed(f"{FERRY} \ud83d and so on it went"))
        is Kind.EXACT
    )


def test_the_headline_and_furniture_are_no_part_of_it() -> None:
    one = account(f"Ferry lost\n\n{FERRY}\n\n{HARBOUR}", "Radio Asur", None).report
    other = account(
        f"Goat found\n\n{FERRY}\n\nRead: all on the ferry and the goat, and more of it\n\n{HARBOUR}\n\n"
        "This is a developing story and will be updated.",
        "Upland Voice",
        None,
    ).report
    a, b = prints(one, STOCK), prints(other, STOCK)
    assert a is not None
    assert b is not None
    assert kind_of(a, b) is Kind.EXACT


def test_a_one_sentence_report_is_found_in_a_longer_one() -> None:
    flash, long = printed(FERRY), printed(MARKET, ROAD, FERRY, HARBOUR)
    found = decide(flash, long)
    assert found is not None
    assert (found.kind, found.share_of_a, found.sentences) == (Kind.PARTIAL, 1.0, 1)
    assert 0 < found.share_of_b < 0.5


def test_one_equal_sentence_of_many_is_no_copy() -> None:
    a, b, c, d, e, f = (sentence for story in stories(6) for sentence in story.split("\n\n")[:1])
    assert kind_of(printed(FERRY, a, b, c), printed(FERRY, d, e, f)) is None


def test_a_shared_quotation_shows_an_origin_not_a_copy() -> None:
    one, other = stories(2)
    assert kind_of(printed(one, f"{QUOTE} he said."), printed(f"{QUOTE} he said.", other)) is Kind.QUOTATION


def test_a_document_and_a_report_that_quotes_it_share_a_quotation() -> None:
    words = QUOTE.strip("“”,")
    one, other = stories(2)
    assert kind_of(printed(f"{words}.", one), printed(f"“{words}.”", other)) is Kind.QUOTATION


def test_a_report_copied_with_its_quotations_is_a_copy() -> None:
    (story,) = stories(1)
    assert kind_of(printed(story, f"{QUOTE} he said.", FERRY), printed(f"{QUOTE} he said.", story)) is Kind.NEAR


def test_stock_sentences_make_no_pair() -> None:
    one, other = stories(2)
    stock = [
        "This is a developing story and will be updated as more comes in.",
        "Sign up for our newsletter and have the news of the valley in your inbox each morning.",
        "The claims of either side could not be independently verified.",
    ]
    assert kind_of(printed(one, *stock), printed(other, *stock)) is None


def test_a_live_blog_of_500_entries_and_what_was_taken_from_it() -> None:
    inventor = Inventor(3)
    entries = [f"{i % 24:02}:15\n\n{inventor.sentence()} {inventor.sentence()}" for i in range(500)]
    blog, taken = printed(*entries), printed(*stories(1), entries[250])
    assert len(blog.sentences) > 900
    assert kind_of(blog, taken) in (Kind.PARTIAL, Kind.QUOTATION)
    assert unpacked(blog.packed) == blog.sentences


def shelved(texts: list[Prints]) -> Shelf:
    shelf = Shelf()
    for text in texts:
        admit(shelf, text)
    return shelf


def pairs_of(shelf: Shelf) -> set[tuple[int, int, str, int]]:
    """By fingerprints, so that two shelves compare."""
    found = set()
    for (a, b), reuse in shelf.pairs.items():
        one, other = sorted((shelf.texts[a].fingerprint, shelf.texts[b].fingerprint))
        found.add((one, other, reuse.kind.value, reuse.sentences))
    return found


POOL = [story.split("\n\n")[0] for story in stories(12, seed=9)]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(POOL), min_size=2, max_size=6), min_size=3, max_size=40), st.randoms())
def test_the_pairs_do_not_depend_on_the_order_of_arrival(texts: list[list[str]], rng: random.Random) -> None:
    made = [printed(*text) for text in texts]
    turned = list(made)
    rng.shuffle(turned)
    assert pairs_of(shelved(made)) == pairs_of(shelved(turned))


def test_nor_where_sentences_become_common_on_the_way() -> None:
    furniture = [Inventor(5).sentence() for _ in range(3)]
    made = [printed(story, *furniture) for story in stories(COMMON + 15, seed=2)]
    made += [printed(story) for story in stories(3, seed=2)]
    first, last = pairs_of(shelved(made)), pairs_of(shelved(made[::-1]))
    assert first == last
    assert len(first) == 3  # each of the last three with the same story under furniture


def test_what_an_outlet_puts_under_its_reports_makes_no_pair_once_it_is_repeated() -> None:
    furniture = "Upland Voice has told the valley what happens on the river since the mill was built by its founders."
    made = [printed(story, furniture, ROAD) for story in stories(REPEATED + 2)]
    assert pairs_of(shelved(made[:2]))
    assert not pairs_of(shelved(made))


def test_what_was_taken_from_the_end_of_a_text_is_found_in_the_middle_of_another() -> None:
    first, *rest = stories(REPEATED + 3)
    made = [printed(story, MARKET, ROAD) for story in rest]
    taker = printed(MARKET, ROAD, first)
    assert len(pairs_of(shelved([*made, taker]))) == len(rest)


def test_a_text_reprinted_everywhere_with_small_changes_hangs_together() -> None:
    (story,) = stories(1)
    many = [
        printed(story, f"Reprint of the {i}th of many, as it was sent round by wire on that day.")
        for i in range(COMMON + 60)
    ]
    shelf = shelved(many)
    reached, queue = {0}, [0]
    while queue:
        here = queue.pop()
        new = {a + b - here for a, b in shelf.pairs if here in (a, b)} - reached
        reached |= new
        queue += new
    assert len(reached) == len(many)
    assert len(shelf.pairs) <= CROWD * len(many)


def test_decisions_ignore_what_is_common() -> None:
    one, other = stories(2)
    a, b = printed(one, FERRY, HARBOUR), printed(FERRY, HARBOUR, other)
    assert kind_of(a, b) is Kind.PARTIAL
    keys = frozenset(sentence.hash for sentence in printed(FERRY, HARBOUR).sentences)
    assert decide(a, b, Common(anywhere=keys)) is None
    assert decide(a, b, Common(last=keys)) == decide(a, b)


def test_the_estimate_is_near_the_truth() -> None:
    (story,) = stories(1, seed=4)
    words = story.split()
    a, b = printed(story), printed(" ".join(words[: len(words) // 2]))
    assert estimated(a.signature, b.signature) == pytest.approx(0.5, abs=0.13)
    assert meet(a.signature, a.signature)
    assert not meet(a.signature, bytes(255 - value for value in a.signature))
    assert door.NEAR < 0.5
