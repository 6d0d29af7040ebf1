"""The dossier in a browser: nothing is asked for, nothing is wrong for those who do not see it, and it prints."""

from __future__ import annotations

import re

import pytest

from accordingto.export.bare import Carried
from accordingto.export.dossier.page import page as dossier
from tests.browser.driving import DESKTOP, PHONE, Watched, axe
from tests.export.journeys import journey


@pytest.fixture(scope="module")
def made() -> dict[Carried, str]:
    return {carried: "".join(dossier(journey(carried), carried=carried)) for carried in Carried}


@pytest.mark.parametrize(("size", "dark"), [(DESKTOP, False), (DESKTOP, True), (PHONE, False), (PHONE, True)])
def test_it_is_for_everybody_at_any_width_and_light(
    pages: Watched, made: dict[Carried, str], size: tuple[int, int], dark: bool
) -> None:
    carried = Carried.QUOTES if dark else Carried.FULL
    page = pages.open(size=size, dark=dark, bypass_csp=True)
    page.set_content(made[carried])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    wide, narrow = (page.locator(f".lg-{name}").is_visible() for name in ("wide", "narrow"))
    assert (wide, narrow) == (size == DESKTOP, size == PHONE)


def test_its_policy_lets_its_own_sheet_in_and_nothing_else(pages: Watched, made: dict[Carried, str]) -> None:
    page = pages.open()
    page.set_content(made[Carried.HASHES])
    assert page.evaluate("getComputedStyle(document.querySelector('.hash')).fontFamily").startswith("ui-monospace")


def test_it_prints_on_a4_with_all_that_is_folded_away(pages: Watched, made: dict[Carried, str]) -> None:
    page = pages.open()
    page.set_content(made[Carried.QUOTES])
    page.emulate_media(media="print")
    hidden = page.evaluate(
        "[...document.querySelectorAll('.text .said li')].filter(one => one.getBoundingClientRect().height === 0).length"
    )
    assert hidden == 0
    assert page.locator(".lg-wide").is_visible()
    boxes = re.findall(rb"/MediaBox\s*\[([^\]]+)\]", page.pdf(prefer_css_page_size=True))
    assert boxes
    assert {tuple(round(float(n)) for n in box.split()) for box in boxes} <= {
        (0, 0, 595, 842),
        (0, 0, 596, 842),
        (0, 0, 595, 843),
    }
