from pathlib import Path

import pytest

from accordingto.model import ControlStatus, ResourceError
from accordingto.resources.control import open_control_words
from accordingto.resources.counting import open_counting_words


def test_verbs_are_found_by_their_forms_and_those_with_a_particle_first() -> None:
    frames = open_control_words().verbs["took"]
    assert frames[0].particle
    assert frames[-1] == ("direct", ControlStatus.GAINS, ())


def test_lexicons_open_once() -> None:
    assert open_control_words() is open_control_words()
    assert open_counting_words() is open_counting_words()


@pytest.mark.parametrize("content", ["", "schema = 2", "not toml ["])
def test_other_files_are_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "words.toml"
    path.write_text(content)
    with pytest.raises(ResourceError, match="control"):
        open_control_words(path)
    with pytest.raises(ResourceError, match="estimates"):
        open_counting_words(path)
