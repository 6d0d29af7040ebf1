"""What ``accordingto watch`` says before it asks anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.capture.feedlist import feeds_of
from accordingto.cli.watch import _manners, _wanted


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["ftp://ledger.example/rss"], "only http and https"),
        (["none.toml"], "cannot be opened"),
        (["https://ledger.example/rss", "--interval", "soon"], "--interval soon: it must be a time such as"),
        (["https://ledger.example/rss", "--delay", "-1"], "--delay"),
        (["https://ledger.example/rss", "--contact", "Schüler"], "in ASCII"),
        ([], "Missing argument"),
    ],
)
def test_what_cannot_be_carried_out_is_told(run, words: list[str], told: str, tmp_path: Path) -> None:
    got = run("watch", *words, "--db", str(tmp_path / "none.db"))
    assert got.exit_code == 2
    assert told in got.stderr
    assert not (tmp_path / "none.db").exists()


def test_settings_of_a_list_become_manners(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(
        'contact = "https://desk.example"\ndelay = 5\nper_host = 2\ntimeout = "30s"\npage_limit = "1MB"\ntries = 2\n'
        'backoff = "1m"\nconcurrency = 3\ninterval = "1h"\ncase = "gulf"\n[[feed]]\nurl = "https://ledger.example/rss"\n'
        '[[feed]]\nurl = "https://coast.example/rss"\ninterval = "2h"\n',
        encoding="utf-8",
    )
    listed = feeds_of([str(path)])
    manners, pace = _manners(listed.settings, once=True)
    assert (manners.delay, manners.together, manners.longest, manners.page_limit) == (5, 2, 30, 2**20)
    assert manners.agent.endswith(" (+https://desk.example)")
    assert (pace.workers, pace.backoff.tries, pace.backoff.base, pace.once) == (3, 2, 60, True)
    wanted = _wanted(listed, {**listed.settings, "case": ("coast",)})
    assert [(one.every, one.cases) for one in wanted] == [(3600.0, ("gulf", "coast")), (7200.0, ("gulf", "coast"))]
