import pytest

from accordingto.evaluate.score import score
from accordingto.model import IntegrityError


def rows(*labels: float) -> list[dict[str, object]]:
    targets = [{"span1": [i, i + 1], "label": label} for i, label in enumerate(labels)]
    return [{"idx": 1, "text": "they did not come", "targets": targets}]


def test_errors_stand_beside_those_of_the_constant() -> None:
    figures = score("factuality", rows(3, -3, 1), rows(2.5, -1, 1.5), draws=0).figures
    assert figures["MAE x 100"] == pytest.approx(100 * 3 / 3)
    assert figures["MAE x 100, always +3"] == pytest.approx(100 * 8 / 3)
    assert figures["within 1"] == pytest.approx(200 / 3)
    assert figures["sign"] == 100


def test_a_missing_target_is_taken_for_certain() -> None:
    assert score("factuality", rows(3, 0), rows(3), draws=0).figures["MAE x 100"] == pytest.approx(150)


def test_a_target_outside_the_text_is_refused() -> None:
    with pytest.raises(IntegrityError, match="no tokens of the text"):
        score("factuality", rows(3), [{"idx": 1, "targets": [{"span1": [4, 5], "label": 3}]}], draws=0)
