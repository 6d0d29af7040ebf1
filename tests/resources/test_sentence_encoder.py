import json
import shutil
from pathlib import Path

import pytest

from accordingto.model import ResourceError
from accordingto.resources.sentence_encoder import FILES, SHIPPED, VOCABULARY, open_sentences


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "sentences"))


def test_the_manifest_names_every_file_and_the_vocabulary() -> None:
    from accordingto.model import sha256

    manifest = json.loads((SHIPPED / "manifest.json").read_text())
    assert set(manifest["files"]) == set(FILES)
    assert manifest["vocabulary"] == sha256(VOCABULARY.read_bytes())


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused_before_it_is_opened(copied: Path, name: str) -> None:
    data = bytearray((copied / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copied / name).write_bytes(data)
    with pytest.raises(ResourceError, match=f"{name}.*install accordingto again"):
        open_sentences(copied)


@pytest.mark.parametrize("name", [*FILES, "manifest.json"])
def test_a_missing_file_says_what_to_do(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(ResourceError, match=r"incomplete.*install accordingto again"):
        open_sentences(copied)
