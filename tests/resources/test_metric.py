"""A learnt metric stretches vectors along some directions; another file than its own is refused."""

from io import BytesIO
from pathlib import Path
from shutil import copy

import numpy as np
import pytest

from accordingto.model import ResourceError
from accordingto.resources.learnt import FOLDER, MEANING, QUESTIONS, TELLTALE, file_of, open_learnt
from accordingto.resources.metric import metric_of, open_metric


def file(rows: object) -> bytes:
    data = BytesIO()
    np.save(data, np.array(rows))
    return data.getvalue()


def test_vectors_are_stretched_along_its_directions_alone() -> None:
    metric = metric_of(file([[0.0, 3.0, 0.0]]))
    one, other, zero = metric.stretched(np.array([[0.6, 0.8, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 0.0]]))
    assert one == pytest.approx(np.array([0.6, 2.4, 0.0]) / np.hypot(0.6, 2.4))
    assert other.tolist() == [0.0, 0.0, 1.0]
    assert zero.tolist() == [0.0, 0.0, 0.0]


def test_vectors_of_another_size_stay_what_they_are() -> None:
    vectors = np.array([[0.6, 0.8]])
    assert metric_of(file([[0.0, 3.0, 0.0]])).stretched(vectors) is vectors


def test_the_shipped_one_is_of_the_shipped_encoder_and_is_small() -> None:
    metric = open_learnt().meaning
    assert metric.directions.shape[1] == 384
    assert np.abs(metric.directions @ metric.directions.T - np.eye(len(metric.stretch))).max() < 0.001
    assert (FOLDER / MEANING).stat().st_size < 64_000


@pytest.mark.parametrize(
    "data", [b"", b"no array", file([1.0, 2.0]), file([[0.0, 0.0]]), file([[np.nan, 1.0]]), file([["a", "b"]])]
)
def test_another_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / MEANING).write_bytes(data)
    with pytest.raises(ResourceError, match=r"meaning\.npy is not a metric"):
        open_metric(tmp_path / MEANING)


def test_what_was_learnt_opens_only_whole_and_its_hash_is_of_every_file(tmp_path: Path) -> None:
    for path in (FOLDER / TELLTALE, *map(file_of, QUESTIONS)):
        copy(path, tmp_path)
    with pytest.raises(ResourceError, match="meaning"):
        open_learnt(tmp_path)
    (tmp_path / MEANING).write_bytes(file([[1.0, 0.5]]))
    assert open_learnt(tmp_path).sha256 != open_learnt().sha256
