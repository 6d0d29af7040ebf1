"""Every kind of block on hundreds of templates. What a page holds is known, since the page was built from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache

import pytest

from accordingto.capture import capture_bytes
from accordingto.clean import report_of
from accordingto.model import BlockKind, Report
from tests.clean.template_texts import LANGUAGES
from tests.clean.templates import AUTHOR, COMMENTS, MAKER, PICTURES, PROSE, SHELLS, Template, templates
from tests.clean.test_text import check_whole

K = BlockKind
NUMBER = 400
FLOOR = 0.98
"""Share of the templates on which a kind of block must come out exactly."""


@lru_cache(maxsize=1)
def read() -> list[tuple[Template, Report]]:
    return [(t, report_of(capture_bytes(t.markup.encode(), where=t.name))) for t in templates(NUMBER)]


def of(report: Report, *kinds: BlockKind) -> list[str]:
    return [block.span.of(report.text) for block in report.of_kind(*kinds)]


CHECKS: dict[str, Callable[[Template, Report], bool]] = {
    "headline": lambda t, r: of(r, K.HEADLINE) == [t.texts.title],
    "standfirst": lambda t, r: of(r, K.STANDFIRST) == [t.texts.standfirst],
    "byline": lambda t, r: [text for text in of(r, K.BYLINE) if AUTHOR in text] == of(r, K.BYLINE) != [],
    "subhead": lambda t, r: of(r, K.SUBHEAD) == [t.texts.subheads[0]],
    "paragraph": lambda t, r: of(r, K.PARAGRAPH) == list(t.texts.paragraphs),
    "caption": lambda t, r: [text.rstrip(".") for text in of(r, K.CAPTION)] == list(t.captions),
    "credit": lambda t, r: of(r, K.CREDIT) == list(t.credits),
    "title": lambda t, r: r.title is not None and r.title.value == t.texts.title,
    "author": lambda t, r: [author.value for author in r.authors] == [AUTHOR],
    "date": lambda t, r: r.published is not None and r.published.value.iso == "2023-05-04T09:15+03:00",
    "direction": lambda t, r: r.direction == t.texts.direction,
}


@pytest.mark.parametrize("kind", CHECKS)
def test_each_kind_comes_out_exactly(kind: str) -> None:
    missed = [template.name for template, report in read() if not CHECKS[kind](template, report)]
    parts = Counter(part for name in missed for part in name.split("-")).most_common(5)
    assert len(missed) <= (1 - FLOOR) * NUMBER, (parts, missed[:10])


def test_every_part_comes_up() -> None:
    names = Counter(part for template, _ in read() for part in template.name.split("-"))
    wanted = [part.__name__ for part in (*SHELLS, *PROSE, *PICTURES, *COMMENTS)] + [texts.lang for texts in LANGUAGES]
    assert min(names[part] for part in wanted) >= NUMBER // 40


def test_no_comment_in_any_report() -> None:
    told = [(t.name, c) for t, report in read() for c in t.comments if c in report.text or c[:40] in report.text]
    assert not told


def test_the_text_is_whole_and_in_the_order_of_the_page() -> None:
    for template, report in read():
        check_whole(report)
        at = -1
        for paragraph in template.texts.paragraphs:
            found = report.text.find(paragraph)
            assert found > at, (template.name, paragraph)
            at = found


def test_no_maker_in_a_caption() -> None:
    assert not [t.name for t, report in read() for text in of(report, K.CAPTION) if MAKER in text]
