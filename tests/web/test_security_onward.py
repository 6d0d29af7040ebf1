"""Where one goes on after signing in: never at another host."""

from __future__ import annotations

from typing import Any

import pytest

from accordingto.web.security.ways import own
from tests.web.gates import WORDS, browser, form_token, sign_in

ELSEWHERE = [
    *(
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        " /evil",
    ),
    *(
        "https://evil.example",
        "http:evil.example",
        "evil.example",
        "javascript:alert(1)",
        "/%0d%0aset-cookie:a=b\r\nx: y",
    ),
    *("/sign-out", "", "/é", "/" + "a" * 3000, "/x\\y"),
]


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_after_signing_in_nobody_is_sent_to_another_host(shared: Any, wanted: str) -> None:
    assert own(wanted) == "/"
    client = browser(shared)
    page = client.get("/sign-in", params={"next": wanted})
    assert "evil" not in page.text
    assert sign_in(client, "cody", next=wanted).headers["location"] == "/"
    assert client.get("/sign-in", params={"next": wanted}).headers["location"] == "/"


@pytest.mark.parametrize("wanted", ["/stories?place=Selmar&after=x", "/report/r%C3%A9", "/", "/a//b", "/search?q=//x"])
def test_after_signing_in_one_goes_on_where_one_was(shared: Any, wanted: str) -> None:
    client = browser(shared)
    sent = client.get(wanted).headers["location"]
    page = client.get(sent)
    token = form_token(page)
    assert f'value="{wanted.replace("&", "&amp;")}"' in page.text
    got = client.post("/sign-in", data={"csrf": token, "name": "cody", "password": WORDS, "next": wanted})
    assert got.headers["location"] == wanted
