"""Charts say what their tables say, under a policy that allows no style of theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.driving import DESKTOP, PHONE, Watched, axe, plain, serving

ACTS = ("says", "claims", "denies", "demands")
DAYS = {"2023-11-02": (4, 1, 0, 0), "2023-11-03": (9, 0, 3, 0), "2023-11-05": (2, 6, 1, 0), "2023-11-12": (1, 0, 2, 0)}
OUTLETS = {"Gulf Ledger": (31, 1204, "12.5%"), "Courrier <i>Imbra</i>": (8, 77, "0%"), "Basin Live": (3, 9, "")}


def timeline() -> str:
    heads = "".join(f'<th scope="col" class="number">{act}</th>' for act in ACTS)
    rows = "".join(
        f'<tr><th scope="row"><a href="/search">{day}</a></th>'
        + "".join(f'<td class="number">{count or ""}</td>' for count in counts)
        + f'<td class="number">{sum(counts)}</td></tr>'
        for day, counts in DAYS.items()
    )
    return f"""<h1>Timeline</h1><figure data-island="timeline"></figure><div><table data-series="act"><caption>Statements</caption>
<thead><tr><th scope="col">Day</th>{heads}<th scope="col" class="number">all</th></tr></thead><tbody>{rows}</tbody></table></div>"""


def counts() -> str:
    rows = "".join(
        f'<tr><th scope="row"><a href="/o"><bdi>{name.replace("<", "&lt;")}</bdi></a> <span class="tag">web</span></th>'
        + f'<td class="number">{reports}</td><td class="number">{statements:,}</td><td class="number">{share}</td><td>words</td></tr>'
        for name, (reports, statements, share) in OUTLETS.items()
    )
    return f"""<h1>Outlets</h1><figure data-island="counts"></figure><div><table><caption>Outlets</caption><thead><tr>
<th scope="col">Outlet</th><th scope="col" class="number">Reports</th><th scope="col" class="number">Statements</th>
<th scope="col" class="number">Copied</th><th scope="col">Note</th></tr></thead><tbody>{rows}</tbody></table></div>"""


def shares() -> str:
    """Shares as the page of outlets has them: written in full, with a brief form for the chart."""
    rows = "".join(
        f'<tr><th scope="row">{name}</th><td class="number">{whole}</td>'
        f'<td class="number" data-value="{100 * part / whole}" data-brief="{100 * part / whole:.0f}%">{part} of {whole}</td></tr>'
        for name, part, whole in (("Gulf Ledger", 4, 16), ("Basin Live", 3, 4))
    )
    return f"""<h1>Shares</h1><figure data-island="counts" data-columns="copied" data-whole="100"></figure><table>
<thead><tr><th scope="col">Outlet</th><th scope="col" class="number">Words</th>
<th scope="col" class="number" data-brief="copied">Words copied from others</th></tr></thead><tbody>{rows}</tbody></table>"""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    empty = '<h1>None</h1><figure data-island="timeline"></figure><p>No table.</p>'
    with serving(
        {"/timeline": plain(timeline()), "/counts": plain(counts()), "/shares": plain(shares()), "/none": plain(empty)}
    ) as address:
        yield address


def bars(page: Page) -> list[dict[str, float]]:
    expect(page.locator(".plot-bars rect").first).to_be_attached()
    found = page.locator(".plot-bars rect").evaluate_all(
        "(all) => all.map((bar) => ({ told: bar.textContent, width: +bar.getAttribute('width'), height: +bar.getAttribute('height') }))"
    )
    return list(found)


def test_each_count_of_the_table_is_one_bar_and_as_tall_as_it(page: Page, site: str) -> None:
    page.goto(f"{site}/timeline")
    drawn = {bar["told"]: bar["height"] for bar in bars(page)}
    wanted = {
        f"{day}, {act}: {count}": count
        for day, row in DAYS.items()
        for act, count in zip(ACTS, row, strict=True)
        if count
    }
    assert drawn.keys() == wanted.keys()
    unit = drawn["2023-11-03, says: 9"] / 9
    assert all(height == pytest.approx(wanted[told] * unit, rel=0.05, abs=1) for told, height in drawn.items())


def test_each_series_has_a_line_of_its_own_in_the_table_s_order(page: Page, site: str) -> None:
    page.goto(f"{site}/timeline")
    expect(page.locator(".plot-lanes text")).to_have_text(
        [re.compile("^says 16"), re.compile("^claims 7"), re.compile("^denies 6")]
    )
    chart = page.get_by_role(
        "img", name=re.compile(r"^Bars over time from 2023-11-02 to 2023-11-12: says 16, claims 7")
    )
    expect(chart).to_be_visible()
    expect(page.get_by_role("table")).to_be_visible()


def test_each_column_of_numbers_has_a_scale_of_its_own(page: Page, site: str) -> None:
    page.goto(f"{site}/counts")
    drawn = {bar["told"]: bar["width"] for bar in bars(page)}
    assert drawn["Gulf Ledger, Reports: 31"] == pytest.approx(drawn["Gulf Ledger, Statements: 1,204"], abs=1)
    assert drawn["Basin Live, Reports: 3"] / drawn["Gulf Ledger, Reports: 31"] == pytest.approx(3 / 31, rel=0.05)
    expect(page.locator(".plot-numbers text", has_text="1,204")).to_have_count(1)
    expect(page.locator(".plot-numbers text", has_text="–")).to_have_count(1)
    expect(page.locator(".plot-lanes text").nth(1)).to_contain_text("Courrier <i>Imbra</i>")


def test_shares_stand_on_one_scale_and_are_written_short(page: Page, site: str) -> None:
    page.goto(f"{site}/shares")
    drawn = {bar["told"]: bar["width"] for bar in bars(page)}
    assert drawn.keys() == {"Gulf Ledger, copied: 4 of 16", "Basin Live, copied: 3 of 4"}
    assert drawn["Gulf Ledger, copied: 4 of 16"] / drawn["Basin Live, copied: 3 of 4"] == pytest.approx(1 / 3, rel=0.02)
    frame = page.locator(".plot-frame").bounding_box()
    assert frame
    assert drawn["Basin Live, copied: 3 of 4"] < 0.75 * frame["width"]
    expect(page.locator(".plot-numbers text")).to_have_text(["25%", "75%"])
    expect(page.locator(".plot-heads text")).to_have_text("copied")


@pytest.mark.parametrize("path", ["timeline", "counts", "shares"])
@pytest.mark.parametrize(("size", "dark"), [(DESKTOP, True), (PHONE, False)])
def test_nothing_is_found_against_them(pages: Watched, site: str, path: str, size: tuple[int, int], dark: bool) -> None:
    page = pages.open(size=size, dark=dark)
    page.goto(f"{site}/{path}")
    assert bars(page)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".plot style").count() == 0


def test_it_is_drawn_again_as_wide_as_the_page_becomes(page: Page, site: str) -> None:
    page.goto(f"{site}/timeline")
    bars(page)
    before = page.locator(".plot").get_attribute("width") or ""
    page.set_viewport_size({"width": 500, "height": 800})
    expect(page.locator(".plot")).not_to_have_attribute("width", before)
    assert int(page.locator(".plot").get_attribute("width") or 0) <= 500
    expect(page.locator(".plot")).to_have_count(1)


def test_colours_are_the_page_s_own_in_light_and_dark(pages: Watched, site: str) -> None:
    fills = set()
    for dark in (False, True):
        page = pages.open(dark=dark)
        page.goto(f"{site}/timeline")
        bars(page)
        fills.add(page.locator(".plot-bars rect").first.evaluate("(bar) => getComputedStyle(bar).fill"))
    assert len(fills) == 2


def test_without_a_table_nothing_is_drawn(pages: Watched, site: str) -> None:
    page = pages.open()
    page.goto(f"{site}/none")
    expect(page.locator("[data-island-failed=timeline]")).to_be_attached()
    pages.troubles[:] = [one for one in pages.troubles if "could not be drawn" not in one]
