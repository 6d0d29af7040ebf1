import builtins
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.evaluate import synthetic
from accordingto.evaluate.bench import REST, Bench, bench, peak_memory
from accordingto.export.layers import Layer
from accordingto.model import UsageError
from tests.evaluate.build import StubReader


@given(st.integers(), st.integers(60, 600))
def test_reports_are_as_long_as_asked_and_have_no_slots_left(seed: int, words: int) -> None:
    for report in synthetic.reports(2, words=words, seed=seed):
        assert words <= len(report.text.split()) < words + 45
        assert "{" not in report.text


def test_the_same_seed_gives_the_same_reports_and_all_differ() -> None:
    texts = [report.text for report in synthetic.reports(30, seed=5)]
    assert texts == [report.text for report in synthetic.reports(30, seed=5)]
    assert len(set(texts)) == 30
    assert not set(texts) & {report.text for report in synthetic.reports(30, seed=6)}


def test_sentences_hardly_repeat_within_a_report() -> None:
    (report,) = synthetic.reports(1, words=500)
    sentences = report.text.replace("\n", " ").split(". ")
    assert len(set(sentences)) > 0.9 * len(sentences)


def test_every_slot_of_every_template_is_there() -> None:
    templates = [*synthetic.SENTENCES, *synthetic.HEADLINES, *synthetic.ASIDES, *sum(synthetic.SLOTS.values(), ())]
    used = {slot.lower() for template in templates for slot in synthetic._SLOT.findall(template)}
    assert used <= synthetic.SLOTS.keys()


def test_what_is_measured() -> None:
    moved: list[None] = []
    found = bench(20, words=60, reader=StubReader(), advance=lambda: moved.append(None))
    assert (found.reports, len(moved)) == (20, 20)
    assert found.encoder == pytest.approx(20e-6)
    assert found.seconds > 0
    assert found.peak == pytest.approx(peak_memory(), rel=0.5)
    assert found.to_dict()["rate"] == found.rate


def test_what_follows_from_the_measures() -> None:
    found = Bench(
        reports=100,
        words=500,
        statements=900,
        seconds=14,
        encoder=10,
        opening=0.5,
        peak=2 * 10**8,
        first=0.1,
        last=0.11,
    )
    assert (found.rate, found.around, found.drift) == pytest.approx((100 / 14, 0.4, 1.1))
    lines = found.render().splitlines()
    assert any(line.split() == "around the encoder, of its passes 40.0 %".split() for line in lines)
    assert any(line.split() == "peak resident memory, MB (≤ 400) 200 ✓".split() for line in lines)
    assert any(line.split() == "reports a CPU-second, end to end (≥ 4) 7.14 ✓".split() for line in lines)


def test_each_layer_has_its_share_and_the_rest_is_told() -> None:
    reader = StubReader()
    reader.timings["events"] = 1.0
    found = bench(20, words=60, reader=reader)
    assert found.sections.keys() == {"events", REST}
    assert found.sections["events"] == 0
    assert found.sections[REST] == pytest.approx(found.seconds - found.encoder)
    assert found.records.keys() == {layer.value for layer in Layer} - {"statements"}
    assert found.statements > 0


def test_too_slow_and_too_large_is_said() -> None:
    found = Bench(10, 500, 90, 5, 1, 0.5, 5 * 10**8, 0.1, 0.1, {"events": 2.5, REST: 1.5}, {"events": 30})
    lines = [" ".join(line.split()) for line in found.render().splitlines()]
    assert "reports a CPU-second, end to end (≥ 4) 2.00 ✗" in lines
    assert "peak resident memory, MB (≤ 400) 500 ✗" in lines
    assert "events 250.0 (50 %)" in lines
    assert "events a report 3.0" in lines
    assert found.to_dict()["fast_enough"] is False


def test_too_few_reports_and_a_reader_without_timings() -> None:
    with pytest.raises(UsageError, match="at least 10"):
        bench(9, reader=StubReader())
    reader = StubReader()
    reader.timings = {"total": 0.0}
    with pytest.raises(UsageError, match="no timings of its encoder"):
        bench(10, words=60, reader=reader)


def test_a_system_that_does_not_tell_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "resource":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match="does not say how much memory"):
        peak_memory()
