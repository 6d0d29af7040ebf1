"""One fetch: robots before every request, turns, redirects, statuses, kinds, caps."""

from __future__ import annotations

import httpx
import pytest

import accordingto
from accordingto.capture.web.manners import MAX_REDIRECTS, Fetched, Kind, Manners, Moved
from accordingto.capture.web.turns import NotYet
from accordingto.model import NotFetched, Refused, TooLarge, Unreachable
from tests.capture.web.world import Web, gaps, page, robots, to

A = "https://ledger.example"
B = "https://coast.example"


def _get(
    web: Web, address: str = f"{A}/a", kind: Kind = Kind.PAGE, manners: Manners | None = None, **more: object
) -> Fetched:
    got = web.fetcher(manners).fetch(address, kind, **more)  # type: ignore[arg-type]
    assert isinstance(got, Fetched)
    return got


def test_a_page_comes_with_its_headers_and_when() -> None:
    web = Web({f"{A}/a": page(content_type="text/html; charset=windows-1256", etag='"7"', cache_control="max-age=60")})
    got = _get(web)
    assert got.data is not None
    assert b"Selmar" in got.data
    assert (got.charset, got.etag, got.fresh, got.media_type) == ("windows-1256", '"7"', 60.0, "text/html")
    assert ("etag", '"7"') in got.headers
    assert got.at.startswith("2023-11-14T22:1")


def test_who_asks_is_said_and_no_cookie_is_kept() -> None:
    web = Web({f"{A}/a": page(set_cookie="who=you")})
    fetcher = web.fetcher(Manners(contact="https://desk.example/crawl", patience=1e9))
    for _ in range(2):
        fetcher.fetch(f"{A}/a", Kind.PAGE)
    assert all(
        request.headers["user-agent"] == f"accordingto/{accordingto.__version__} (+https://desk.example/crawl)"
        for request in web.requests
    )
    assert all("cookie" not in request.headers for request in web.requests)
    assert all(request.headers["accept-encoding"] == "gzip, deflate" for request in web.requests)


def test_robots_is_asked_first_and_once() -> None:
    web = Web({f"{A}/a": page(), f"{A}/b": page(), f"{A}/robots.txt": robots("User-agent: *", "Disallow: /private/")})
    fetcher = web.fetcher()
    for path in ("a", "b"):
        fetcher.fetch(f"{A}/{path}", Kind.PAGE)
    with pytest.raises(Refused, match=r"robots\.txt forbids"):
        fetcher.fetch(f"{A}/private/x", Kind.PAGE)
    assert web.asked == [f"{A}/robots.txt", f"{A}/a", f"{A}/b"]


@pytest.mark.parametrize("target", [f"{A}/private/x", f"{B}/private/x", "/private/x"])
def test_what_robots_forbids_is_not_asked_for_by_way_of_a_redirect_either(target: str) -> None:
    rules = robots("User-agent: *", "Disallow: /private/")
    web = Web({f"{A}/a": to(target), f"{A}/robots.txt": rules, f"{B}/robots.txt": rules, f"{B}/private/x": page()})
    with pytest.raises(Refused, match="forbids"):
        _get(web)
    assert web.pages_asked() == [f"{A}/a"]


def test_requests_to_a_host_stand_apart_redirects_and_robots_too() -> None:
    web = Web({f"{A}/a": to("/b"), f"{A}/b": to(f"{B}/c"), f"{B}/c": page()})
    _get(web)
    assert web.pages_asked() == [f"{A}/a", f"{A}/b", f"{B}/c"]
    assert gaps(at for address, at in web.log if address.startswith(A)) == [2.1, 2.1]


def test_a_longer_crawl_delay_wins_and_a_shorter_one_does_not() -> None:
    for asked, expected in ((9, 9.1), (1, 2.1)):
        web = Web(
            {f"{A}/a": to("/b"), f"{A}/b": page(), f"{A}/robots.txt": robots("User-agent: *", f"Crawl-delay: {asked}")}
        )
        _get(web)
        assert gaps(at for _, at in web.log) == [expected, expected]


@pytest.mark.parametrize("retry", ["300", "Tue, 14 Nov 2023 22:18:20 GMT"])
def test_too_many_requests_is_heeded_for_the_whole_host(retry: str) -> None:
    web = Web({f"{A}/a": page(status=429, retry_after=retry), f"{A}/b": page()})
    fetcher = web.fetcher(Manners(patience=5.0))
    with pytest.raises(Unreachable) as caught:
        fetcher.fetch(f"{A}/a", Kind.PAGE)
    assert caught.value.after == pytest.approx(300, abs=5)
    with pytest.raises(NotYet) as later:
        fetcher.fetch(f"{A}/b", Kind.PAGE)
    assert later.value.at == pytest.approx(web.clock.now() + 300, abs=5)
    assert f"{A}/b" not in web.asked


def test_a_redirect_in_a_circle_and_one_without_end() -> None:
    web = Web({f"{A}/a": to("/b"), f"{A}/b": to("/a")})
    with pytest.raises(NotFetched, match="circle"):
        _get(web)
    assert web.pages_asked() == [f"{A}/a", f"{A}/b"]
    endless = Web({f"{A}/{n}": to(f"/{n + 1}") for n in range(50)})
    with pytest.raises(NotFetched, match="given up"):
        _get(endless, f"{A}/0")
    assert len(endless.pages_asked()) == MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    "target", ["ftp://ledger.example/x", "https://user:pass@coast.example/", "file:///etc/passwd", ""]
)
def test_a_redirect_to_what_is_never_asked_for(target: str) -> None:
    with pytest.raises(NotFetched):
        _get(Web({f"{A}/a": to(target)}))


def test_a_redirect_may_be_left_to_the_caller() -> None:
    web = Web({f"{A}/a?utm_source=x": to(f"{A}/a"), f"{A}/a": to(f"{B}/c"), f"{B}/c": page()})
    got = web.fetcher().fetch(f"{A}/a?utm_source=x", Kind.PAGE, follow=lambda target: False)
    assert got == Moved(f"{A}/a?utm_source=x", f"{B}/c")
    assert web.pages_asked() == [f"{A}/a?utm_source=x", f"{A}/a"]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_statuses_that_may_pass(status: int) -> None:
    with pytest.raises(Unreachable, match=str(status)):
        _get(Web({f"{A}/a": page(status=status)}))


@pytest.mark.parametrize("status", [204, 206, 400, 401, 403, 404, 410, 451, 501])
def test_statuses_that_do_not(status: int) -> None:
    with pytest.raises(NotFetched, match=str(status)) as caught:
        _get(Web({f"{A}/a": page(status=status)}))
    assert not isinstance(caught.value, Unreachable)


@pytest.mark.parametrize("status", [500, 429])
def test_nothing_is_asked_of_a_site_whose_robots_cannot_be_had(status: int) -> None:
    web = Web({f"{A}/robots.txt": page(status=status, retry_after="900"), f"{A}/a": page()})
    fetcher = web.fetcher()
    for _ in range(3):
        with pytest.raises(Unreachable, match=rf"robots\.txt of its site cannot be had \(status {status}\)") as caught:
            fetcher.fetch(f"{A}/a", Kind.PAGE)
    assert caught.value.after == pytest.approx(900, abs=1)
    assert web.asked == [f"{A}/robots.txt"]
    web.clock.sleep(1000)
    web.answers[f"{A}/robots.txt"] = httpx.Response(404)
    fetcher.fetch(f"{A}/a", Kind.PAGE)


def test_robots_is_followed_to_where_it_moved() -> None:
    rules = robots("User-agent: *", "Disallow: /private/")
    web = Web({f"{A}/robots.txt": to(f"{B}/robots.txt"), f"{B}/robots.txt": rules, f"{A}/a": page()})
    fetcher = web.fetcher()
    fetcher.fetch(f"{A}/a", Kind.PAGE)
    with pytest.raises(Refused):
        fetcher.fetch(f"{A}/private/x", Kind.PAGE)


def test_robots_that_redirects_to_another_sites_page_or_in_a_circle_forbids_all() -> None:
    for answers in ({f"{A}/robots.txt": to(f"{B}/any")}, {f"{A}/robots.txt": to("/r"), f"{A}/r": to("/robots.txt")}):
        web = Web({**answers, f"{A}/a": page()})
        with pytest.raises(Unreachable):
            _get(web)
        assert f"{B}/any" not in web.asked
        assert f"{A}/a" not in web.asked


def test_a_large_robots_txt_is_read_up_to_the_cap() -> None:
    text = "User-agent: *\nDisallow: /private/\n" + "# padding\n" * 100_000
    web = Web({f"{A}/robots.txt": httpx.Response(200, content=text.encode()), f"{A}/a": page()})
    fetcher = web.fetcher()
    fetcher.fetch(f"{A}/a", Kind.PAGE)
    with pytest.raises(Refused):
        fetcher.fetch(f"{A}/private/x", Kind.PAGE)


def test_what_is_no_page_is_not_read() -> None:
    for kind in ("image/png", "video/mp4", "application/zip", "application/json"):
        with pytest.raises(NotFetched, match=kind):
            _get(Web({f"{A}/a": page(content_type=kind)}))
    for kind in ("text/html", "application/xhtml+xml", "text/plain", "application/pdf"):
        _get(Web({f"{A}/a": page(content_type=kind)}))


def test_a_feed_may_call_itself_anything_but_an_image() -> None:
    _get(Web({f"{A}/a": page(content_type="text/html")}), kind=Kind.FEED)
    _get(Web({f"{A}/a": page(content_type="application/octet-stream")}), kind=Kind.FEED)
    with pytest.raises(NotFetched):
        _get(Web({f"{A}/a": page(content_type="image/png")}), kind=Kind.FEED)


def test_the_cap_of_size_holds_with_and_without_a_declared_length() -> None:
    manners = Manners(page_limit=1000, patience=1e9)
    with pytest.raises(TooLarge):
        _get(Web({f"{A}/a": page("a" * 2000)}), manners=manners)

    def streamed(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": "text/html"}, content=iter([b"a" * 600] * 5))

    with pytest.raises(TooLarge):
        _get(Web({f"{A}/a": streamed}), manners=manners)
    assert _get(Web({f"{A}/a": page("a" * 1000)}), manners=manners).data == b"a" * 1000


def test_conditional_requests() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        same = request.headers.get("if-none-match") == '"7"' and "if-modified-since" in request.headers
        return httpx.Response(304, headers={"etag": '"7"'}) if same else page()

    web = Web({f"{A}/a": answer})
    assert _get(web, etag='"7"', last_modified="Tue, 14 Nov 2023 22:13:20 GMT").data is None
    assert _get(web).data is not None
    with pytest.raises(NotFetched, match="304"):
        _get(Web({f"{A}/a": httpx.Response(304)}))
