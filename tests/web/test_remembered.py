"""What is counted over a whole store is counted once a minute, however many ask."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from accordingto.web import remembered as module
from accordingto.web.remembered import remembered


@pytest.fixture(autouse=True)
def forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is remembered from before."""
    monkeypatch.setattr(module, "_held", {})
    monkeypatch.setattr(module, "_making", {})


def test_those_who_ask_at_once_have_it_made_once() -> None:
    begun, go = Event(), Event()
    made: list[int] = []

    def make() -> int:
        begun.set()
        assert go.wait(5)
        made.append(1)
        return 7

    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(remembered, "a.db", "counts", make) for _ in range(8)]
        assert begun.wait(5)
        go.set()
        assert [one.result() for one in asked] == [7] * 8
    assert made == [1]


def test_it_is_made_again_after_a_minute_and_for_each_store(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: clock[0])
    numbers = iter(range(9))

    def ask(where: str) -> int:
        return remembered(where, "counts", lambda: next(numbers))

    assert [ask("a.db"), ask("a.db"), ask("b.db")] == [0, 0, 1]
    clock[0] += module.KEPT
    assert [ask("a.db"), ask("b.db")] == [2, 3]


def test_what_could_not_be_made_is_not_remembered() -> None:
    with pytest.raises(ZeroDivisionError):
        remembered("a.db", "counts", lambda: 1 // 0)
    assert remembered("a.db", "counts", lambda: 1) == 1


def test_it_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    for n in range(9):
        remembered("a.db", str(n), lambda: 1)
    assert len(module._held) <= 3
