"""The form in which an address is asked for, and what is never asked for."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.capture.web.addresses import host_of, origin_of, page_key, web_address
from accordingto.model import Refused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HTTP://Ledger.Example:80/a/../b?q=1#part", "http://ledger.example/b?q=1"),
        ("https://ledger.example:443", "https://ledger.example/"),
        ("https://ledger.example:8443/x", "https://ledger.example:8443/x"),
        (" https://ledger.example/a\tb\n", "https://ledger.example/ab"),
        ("https://ledger.example/%7euser/%41%2f%e2", "https://ledger.example/~user/A%2F%E2"),
        ("https://ledger.example/سلمار?س=1", "https://ledger.example/%D8%B3%D9%84%D9%85%D8%A7%D8%B1?%D8%B3=1"),
        ("https://zeitung-mühle.example./x", "https://xn--zeitung-mhle-llb.example/x"),
        ("http://192.0.2.7/x", "http://192.0.2.7/x"),
        ("http://[2001:DB8::0:1]/x", "http://[2001:db8::1]/x"),
        ("https://ledger.example/a b|c", "https://ledger.example/a%20b%7Cc"),
        ("https://ledger.example/a/./b/..", "https://ledger.example/a/"),
        ("https://ledger.example/%2e%2e/x", "https://ledger.example/x"),
    ],
)
def test_the_form_that_is_asked(text: str, expected: str) -> None:
    assert web_address(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ftp://ledger.example/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ledger.example/x",
        "//ledger.example/x",
        "",
        "https://user@ledger.example/",
        "https://user:secret@ledger.example/",
        "https://ledger.example\\@other.example/",
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://0x7f.0.0.1/",
        "http://127.1/",
        "http://127.0.0.0x1/",
        "http://1.2.3.4.5/",
        "http://[::1%25eth0]/",
        "http://[nonsense]/",
        "http://ledger.example:0/",
        "http://ledger.example:99999/",
        "http://-x.example/",
        "http://a..example/",
        "http://a%2eexample/",
        "http://ledger.example/\ud800",
        "https://ledger.example/" + "a" * 9000,
    ],
)
def test_what_is_never_asked_for(text: str) -> None:
    with pytest.raises(Refused):
        web_address(text)


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(Refused) as caught:
        web_address("https://user:secret@ledger.example/")
    assert "secret" not in str(caught.value)


def test_relative_to_a_feed() -> None:
    assert web_address("../b?x", "https://ledger.example/feeds/rss.xml") == "https://ledger.example/b?x"
    with pytest.raises(Refused):
        web_address("mailto:desk@ledger.example", "https://ledger.example/")


def test_the_key_is_without_what_says_how_a_reader_came() -> None:
    address = web_address("https://ledger.example/a?id=7&utm_source=x&fbclid=1&page=2&UTM_Medium=y")
    assert page_key(address) == "https://ledger.example/a?id=7&page=2"
    assert page_key("https://ledger.example/a?utm_source=x") == "https://ledger.example/a"
    assert page_key("https://ledger.example/a?utmost=1") == "https://ledger.example/a?utmost=1"


def test_host_and_origin() -> None:
    assert host_of("https://ledger.example:8443/x") == "ledger.example"
    assert origin_of("https://ledger.example:8443/x?y") == "https://ledger.example:8443"


_HOSTS = st.sampled_from(["ledger.example", "LEDGER.example.", "192.0.2.1", "[2001:db8::1]", "mühle.example"])
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.sampled_from(["http", "HTTPS"]), _HOSTS, _TEXT, _TEXT)
def test_the_form_is_its_own_form_and_goes_out_as_it_is(scheme: str, host: str, path: str, query: str) -> None:
    try:
        address = web_address(f"{scheme}://{host}/{path}?{query}")
    except Refused:
        return
    assert web_address(address) == address
    assert page_key(page_key(address)) == page_key(address)
    assert address.isascii()
    parts = urlsplit(address)
    sent = httpx.URL(address)
    assert sent.raw_path.decode() == parts.path + (f"?{parts.query}" if "?" in address else "")
    assert sent.raw_host.decode() == parts.hostname


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    with suppress(Refused):
        assert web_address(text).startswith(("http://", "https://"))
