"""Signing in and out: sessions that are not fixed, not guessed, and over when they should be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher, profiles

from accordingto.model.people import Role
from accordingto.store import accounts, sessions
from accordingto.store.auditing import entries
from accordingto.web.people.signing import NOBODY
from accordingto.web.security import guesses, passwords
from accordingto.web.security.guesses import Guesses
from tests.web.gates import (
    HOST,
    PEOPLE,
    WORDS,
    Clock,
    bearer,
    browser,
    form_token,
    server,
    sign_in,
    signed_in,
    token_of,
)

SESSION = "accordingto-session-80"
TLS = "__Host-accordingto-session"


def _who(client: Any) -> str | None:
    got = client.get("/account.json")
    return str(got.json()["name"]) if got.status_code == 200 else None


def _logged(app: Any) -> list[tuple[str, str]]:
    return [(one.action, one.who) for one in app.state.guard.book.looked(entries)]


@pytest.mark.parametrize("name", PEOPLE)
def test_each_role_signs_in_and_out(shared: Any, name: str) -> None:
    client, token = signed_in(shared, name)
    assert client.get("/account.json").json()["role"] == PEOPLE[name].value
    got = client.post("/sign-out", data={"csrf": token})
    assert (got.status_code, got.headers["location"]) == (303, "/sign-in")
    assert got.headers["clear-site-data"] == '"cache"'
    assert _who(client) is None
    assert _logged(shared)[:2] == [("sign out", name), ("sign in", name)]


WRONG = [
    ("cody", "wrong"),
    ("cody", ""),
    ("nobody", WORDS),
    ("", ""),
    ("cody", WORDS + " "),
    ("cody", WORDS * 99),
    ("co\x00dy", WORDS),
    ("cody' OR '1'='1", WORDS),
]


@pytest.mark.parametrize(("name", "password"), WRONG)
def test_what_is_wrong_lets_nobody_in_and_tells_the_same(shared: Any, name: str, password: str) -> None:
    client = browser(shared)
    got = sign_in(client, name, password)
    assert got.status_code == 403
    assert "There is no account with this name and this password." in got.text
    assert _who(client) is None
    assert SESSION not in client.cookies


def test_the_answer_does_not_tell_whether_there_is_such_a_name(shared: Any) -> None:
    def told(name: str) -> tuple[int, str, list[str]]:
        client = browser(shared)
        token = form_token(client.get("/sign-in"))
        got = client.post("/sign-in", data={"csrf": token, "name": name, "password": "wrong words"})
        return got.status_code, got.text.replace(token, "").replace(name, ""), sorted(got.headers)

    book = shared.state.guard.book
    book.written(lambda c: accounts.set_disabled(c, accounts.known(c, "judy").key, True))
    assert told("cody") == told("zzyx") == told("judy")


# sessions


def test_a_session_that_an_attacker_chose_is_not_the_one_signed_in_to(shared: Any) -> None:
    """Fixation: the attacker puts a cookie into the victim's browser, and knows it."""
    client = browser(shared)
    client.cookies.set(SESSION, "chosen-by-the-attacker", domain=HOST)
    assert sign_in(client, "ada").status_code == 303
    held = [cookie.value for cookie in client.cookies.jar if cookie.name == SESSION]
    assert "chosen-by-the-attacker" not in held[-1:]
    attacker = browser(shared)
    attacker.cookies.set(SESSION, "chosen-by-the-attacker", domain=HOST)
    assert _who(attacker) is None


def test_an_attackers_own_session_does_not_become_the_victims(shared: Any) -> None:
    """Fixation with a real one: the attacker's own, planted before the victim signs in."""
    attacker, _ = signed_in(shared, "rea")
    planted = attacker.cookies[SESSION]
    victim = browser(shared)
    victim.cookies.set(SESSION, planted, domain=HOST, path="/")
    page = victim.get("/account")
    assert form_token(page), "the victim's browser is the attacker's until it signs in"
    got = victim.post("/sign-in", data={"csrf": form_token(page), "name": "ada", "password": WORDS})
    assert got.status_code == 303
    assert planted not in got.headers["set-cookie"]
    assert _who(attacker) is None, "what was planted is over"


def test_a_session_is_new_at_each_sign_in_and_kept_as_a_hash(shared: Any, people: Path) -> None:
    held = {signed_in(shared, "cody")[0].cookies[SESSION] for _ in range(3)}
    assert len(held) == 3
    assert all(len(one) >= 43 for one in held), "256 bits in base 64"
    raw = b"".join(path.read_bytes() for path in people.parent.glob("people.db*"))
    assert not any(one.encode() in raw for one in held)


def test_after_signing_out_the_cookie_is_worth_nothing(shared: Any) -> None:
    client, token = signed_in(shared, "cody")
    stolen = client.cookies[SESSION]
    client.post("/sign-out", data={"csrf": token})
    thief = browser(shared)
    thief.cookies.set(SESSION, stolen, domain=HOST)
    assert _who(thief) is None


def test_a_disabled_account_is_out_at_once_and_so_are_its_tokens(shared: Any) -> None:
    client, _ = signed_in(shared, "cody")
    secret = token_of(shared, "cody", Role.CODER)
    admin, token = signed_in(shared, "ada")
    assert admin.post("/admin/accounts/disable", data={"csrf": token, "name": "cody"}).status_code == 303
    assert _who(client) is None
    assert browser(shared).get("/account.json", headers=bearer(secret)).status_code == 401
    assert sign_in(browser(shared), "cody").status_code == 403
    admin.post("/admin/accounts/enable", data={"csrf": token, "name": "cody"})
    assert _who(client) is None, "a session that was ended does not come back"
    assert sign_in(browser(shared), "cody").status_code == 303


def test_a_role_that_is_taken_away_is_gone_with_the_next_request(shared: Any) -> None:
    client, token = signed_in(shared, "cody")
    assert client.post("/decide", headers={"x-csrf-token": token}).status_code == 200
    admin, mine = signed_in(shared, "ada")
    admin.post("/admin/accounts/role", data={"csrf": mine, "name": "cody", "role": "reader"})
    assert client.post("/decide", headers={"x-csrf-token": token}).status_code == 403


def test_a_session_is_over_when_nobody_uses_it_and_when_it_is_old(shared: Any, clock: Clock) -> None:
    client, _ = signed_in(shared, "cody")
    clock.later(hours=11)
    assert _who(client) == "cody"
    clock.later(hours=11)
    assert _who(client) == "cody", "it was used meanwhile"
    clock.later(hours=12)
    assert _who(client) is None
    client, _ = signed_in(shared, "cody")
    for _ in range(int(sessions.WHOLE.total_seconds() // 36_000)):
        clock.later(hours=10)
        _who(client)
    clock.later(hours=10)
    assert _who(client) is None


def test_changing_the_password_signs_out_everywhere_else(shared: Any) -> None:
    elsewhere, _ = signed_in(shared, "cody")
    client, token = signed_in(shared, "cody")
    new = "nine blue lanterns sway"
    wrong = {"csrf": token, "old": "wrong", "new": new, "again": new}
    assert client.post("/account/password", data=wrong).status_code == 400
    assert (
        client.post("/account/password", data={**wrong, "old": WORDS, "again": "other words here"}).status_code == 400
    )
    assert (
        client.post("/account/password", data={**wrong, "old": WORDS, "new": "cody", "again": "cody"}).status_code
        == 400
    )
    assert _who(elsewhere) == "cody"
    assert client.post("/account/password", data={**wrong, "old": WORDS}).status_code == 303
    assert (_who(client), _who(elsewhere)) == ("cody", None)
    assert sign_in(browser(shared), "cody").status_code == 403
    assert sign_in(browser(shared), "cody", new).status_code == 303


def test_somebody_signs_out_everywhere_else(shared: Any) -> None:
    elsewhere, _ = signed_in(shared, "cody")
    other, _ = signed_in(shared, "rea")
    client, token = signed_in(shared, "cody")
    assert client.post("/account/sign-out-elsewhere", data={"csrf": token}).status_code == 303
    assert [_who(one) for one in (client, elsewhere, other)] == ["cody", None, "rea"]


# cookies


def test_cookies_are_for_the_server_alone(shared: Any) -> None:
    got = sign_in(browser(shared), "cody")
    for line in got.headers.get_list("set-cookie"):
        flags = {part.strip().lower() for part in line.split(";")[1:]}
        assert {"httponly", "samesite=lax", "path=/"} <= flags
        assert "secure" not in flags
        assert not any(flag.startswith("domain") for flag in flags)


def test_over_tls_a_cookie_is_secure_and_of_this_host_alone(shared: Any) -> None:
    client = browser(shared, https=True)
    got = sign_in(client, "cody")
    lines = got.headers.get_list("set-cookie")
    assert all(line.startswith("__Host-") and "Secure" in line and "HttpOnly" in line for line in lines)
    assert _who(client) == "cody"
    thrown = browser(shared, https=True)
    thrown.cookies.set(SESSION, client.cookies[TLS], domain=HOST)
    assert _who(thrown) is None, "a cookie that a neighbouring host could have set is not taken over TLS"


def test_two_cookies_of_one_name_are_none(shared: Any) -> None:
    """A neighbouring host, or a path, adds one: which the server takes must not be left to chance."""
    client, _ = signed_in(shared, "cody")
    mine = client.cookies[SESSION]
    for line in (f"{SESSION}={mine}; {SESSION}=planted", f"{SESSION}=planted; {SESSION}={mine}"):
        assert browser(shared).get("/account.json", headers={"cookie": line}).status_code == 401


def test_behind_a_proxy_with_tls_cookies_are_secure(people: Path) -> None:
    with server(people, host="127.0.0.1", allowed_hosts=(HOST,), trusted_proxies=("127.0.0.1",)) as app:
        client = browser(app, peer="127.0.0.1")
        got = client.get("/sign-in", headers={"x-forwarded-proto": "https"})
        assert got.headers["set-cookie"].startswith("__Host-accordingto-before=")
        outside = browser(app, peer="203.0.113.7").get("/sign-in", headers={"x-forwarded-proto": "https"})
        assert "Secure" not in outside.headers["set-cookie"], "only the proxy is believed"


# guesses


def test_guesses_at_one_name_are_slowed_down_whether_or_not_it_exists(shared: Any) -> None:
    told = []
    for name in ("ada", "nobody"):
        client = browser(shared, peer=f"203.0.113.{len(name)}")
        codes = [sign_in(client, name, f"guess number {n}").status_code for n in range(guesses.FREE_HERE + 1)]
        got = sign_in(client, name, WORDS)
        told.append((codes, got.status_code, "Too many tries" in got.text))
        assert int(got.headers["retry-after"]) >= 1
    assert told[0] == told[1] == ([403] * guesses.FREE_HERE + [429], 429, True)


def test_the_wait_doubles_ends_and_is_forgotten_once_the_password_is_right() -> None:
    now = [0.0]
    found = Guesses(lambda: now[0])
    assert [found.begin("Ada ", "a") for _ in range(guesses.FREE_HERE)] == [0.0] * guesses.FREE_HERE
    waits = []
    for _ in range(12):
        waits.append(found.begin("ada", "a"))
        now[0] += waits[-1]
        assert found.begin("ada", "a") == 0.0
    assert waits[:4] == [1.0, 2.0, 4.0, 8.0]
    assert waits[-1] == guesses.LONGEST_HERE
    assert found.begin("ada", "b") == 0.0, "from elsewhere its owner still gets in"
    found.right("ada", "a")
    assert found.begin("ada", "a") == 0.0
    now[0] += guesses.QUIET + 1
    assert found.begin("ada", "b") == 0.0


def test_many_addresses_guess_no_faster_and_lock_nobody_out_for_long() -> None:
    now = [0.0]
    found = Guesses(lambda: now[0])
    got_in = 0
    for second in range(3600):
        now[0] = float(second)
        got_in += found.begin("ada", f"address {second}") == 0.0
    assert got_in <= guesses.FREE_ANYWHERE + 6 + 3600 / guesses.LONGEST_ANYWHERE
    assert found.begin("ada", "home") <= guesses.LONGEST_ANYWHERE


def test_guesses_at_many_names_from_one_address_are_slowed_down(shared: Any) -> None:
    client = browser(shared)
    token = form_token(client.get("/sign-in"))
    codes = [
        client.post("/sign-in", data={"csrf": token, "name": f"name{n}", "password": WORDS}).status_code
        for n in range(40)
    ]
    assert codes[:5] == [403] * 5
    assert codes.count(429) >= 25


def test_what_is_remembered_of_guesses_has_an_end() -> None:
    found = Guesses()
    for number in range(guesses.MOST):
        found.begin(f"name {number}", "a")
    assert len(found._tried) == guesses.MOST


def test_an_unknown_name_costs_the_same_work(shared: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not timed, which would tell what the machine does: counted. One hash is checked, with the same parameters, whoever is named."""
    checked: list[str] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str, password: str | bytes) -> bool:  # type: ignore[override]
            checked.append(hash)
            return super().verify(hash, password)

    quick = Counting(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(passwords, "hasher", lambda: quick)
    written = []
    book = shared.state.guard.book
    inner = book.written
    monkeypatch.setattr(type(book), "written", lambda self, work: (written.append(1), inner(work))[1])
    work = []
    with_none = "nopass"
    book.written(lambda c: accounts.add(c, with_none, role=Role.READER, password_hash=None, now=book.now()))
    book.written(lambda c: accounts.set_disabled(c, accounts.known(c, "judy").key, True))
    for name in ("cody", "nobody", with_none, "judy", "", "x" * 300):
        checked.clear(), written.clear()
        assert sign_in(browser(shared), name, "the wrong words").status_code == 403
        work.append((len(checked), [one.split("$")[:4] for one in checked], len(written)))
    assert all(one == work[0] for one in work), work
    assert work[0][0] == 1


def test_hashes_are_argon2id_with_what_rfc_9106_recommends_and_made_anew_when_that_changes(
    shared: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = profiles.RFC_9106_LOW_MEMORY
    earnest = PasswordHasher.from_parameters(profile)
    assert (profile.time_cost, profile.memory_cost, profile.parallelism) == (3, 65536, 4)
    monkeypatch.setattr(passwords, "hasher", lambda: earnest)
    before = shared.state.guard.book.account("cody").password_hash
    assert passwords.aged(before)
    assert sign_in(browser(shared), "cody").status_code == 303
    after = shared.state.guard.book.account("cody").password_hash
    assert after.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert not passwords.aged(after)
    assert passwords.right(WORDS, after)


def test_a_password_is_the_same_from_every_keyboard() -> None:
    kept = passwords.hashed("cafe\u0301 on the long quay", name="ada")
    assert passwords.right("caf\u00e9 on the long quay", kept)
    assert not passwords.right("cafe on the long quay", kept)
    assert not passwords.right("\ud800" * 20, kept)


def test_failures_are_logged_without_what_was_typed(shared: Any) -> None:
    sign_in(browser(shared), "cody", "wrong words of cody")
    sign_in(browser(shared), "a password typed as a name", "x")
    found = shared.state.guard.book.looked(entries)
    assert [(one.action, one.who) for one in found] == [("sign in failed", NOBODY), ("sign in failed", "cody")]
    assert not any("wrong words" in str(one) or "typed" in str(one) or "203.0" in str(one) for one in found)
