from __future__ import annotations

import pytest

from accordingto.capture import capture_text
from accordingto.clean import report_of
from accordingto.model import BlockKind

BODY = "Soldiers closed the mill road before dawn on Tuesday, residents of the valley said by telephone, and let nobody pass."
BODIES = [
    f"{day}, {BODY[0].lower()}{BODY[1:]}" for day in "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
]
HEAD = "Army closes the mill road in the Tarsa valley"


def flags(*lines: str) -> tuple[str, ...]:
    return report_of(capture_text("\n\n".join((HEAD, *lines)))).flags


@pytest.mark.parametrize(
    "ending",
    [
        "The council of the valley has not said who will hold the mill bridge until the",
        "The council of the valley has not said who will hold the mill bridge until…",
        "The council of the valley has not said who will hold the mill bridge until the […]",
        "The council of the valley has not said who will hold the mill bridge until the… [+1834 chars]",
    ],
)
def test_text_that_is_cut(ending: str) -> None:
    assert "truncated" in flags(BODY, ending)


@pytest.mark.parametrize(
    "ending",
    [
        BODY,
        "“We do not know who will hold the bridge, and nobody tells us anything at all…”",
        "Lena Vostrik",
        "Who knows…",
    ],
)
def test_text_that_is_whole(ending: str) -> None:
    assert "truncated" not in flags(BODY, ending)


@pytest.mark.parametrize(
    "notice",
    [
        "Subscribe to continue reading",
        "This article is for subscribers only.",
        "Already a subscriber? Log in",
        "Dieser Artikel ist nur für Abonnenten.",
        "Cet article est réservé aux abonnés.",
    ],
)
def test_a_stub_before_a_wall(notice: str) -> None:
    assert "paywall" in flags(BODIES[0], notice)
    assert "paywall" not in flags(
        *BODIES, *(f"In May, {body}" for body in BODIES), *(f"In June, {body}" for body in BODIES), notice
    ), "a whole report that advertises"


COMMENTS = [
    "Comments (12)", "Log in to leave a comment", "Karim", "3 hours ago",
    "They should reopen the road, says everybody I know here.", "Reply", "Ola B.", "5 hours ago",
    "Nonsense, the army was right to close it for a while.", "Reply",
]  # fmt: skip


def test_comments_are_no_body() -> None:
    report = report_of(capture_text("\n\n".join([HEAD, *BODIES[:3], *COMMENTS])))
    assert [b.span.of(report.text) for b in report.of_kind(BlockKind.PARAGRAPH)] == BODIES[:3]
    below = {b.kind for b in report.blocks if b.span.start > report.text.find("Comments (12)")}
    assert below <= {BlockKind.BOILERPLATE, BlockKind.DATELINE}


def test_a_button_for_comments_ends_no_report() -> None:
    report = report_of(capture_text("\n\n".join([HEAD, "Comments", *BODIES[:4]])))
    assert len(report.of_kind(BlockKind.PARAGRAPH)) == 4
    report = report_of(capture_text("\n\n".join([HEAD, BODIES[0], "12 comments", *BODIES[1:5]])))
    assert len(report.of_kind(BlockKind.PARAGRAPH)) == 5
