import json
import shutil
from pathlib import Path

import pytest

from accordingto.model import ResourceError
from accordingto.resources.lexicons import inflections, open_lexicons
from accordingto.resources.model import FILES, SHIPPED, open_model


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "tagger"))


def test_the_shipped_model_opens_and_its_hash_covers_every_file() -> None:
    model = open_model()
    assert len(model.sha256) == 64
    assert set(json.loads((SHIPPED / "manifest.json").read_text())["files"]) == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused_before_it_is_opened(copied: Path, name: str) -> None:
    data = bytearray((copied / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copied / name).write_bytes(data)
    with pytest.raises(ResourceError, match=f"{name}.*install accordingto again"):
        open_model(copied)


def test_a_missing_file_says_what_to_do(copied: Path) -> None:
    (copied / "encoder.onnx").unlink()
    with pytest.raises(ResourceError, match=r"incomplete.*install accordingto again"):
        open_model(copied)


@pytest.mark.parametrize(
    ("verb", "form"),
    [("deny", "denied"), ("say", "says"), ("urge", "urging"), ("vow", "vowed"), ("stress", "stresses")],
)
def test_verb_forms_are_derived(verb: str, form: str) -> None:
    assert form in inflections(verb)


def test_every_act_of_the_lexicon_is_an_act() -> None:
    from accordingto.model import Act

    lexicons = open_lexicons()
    for act in {*lexicons.act_verbs.values(), *lexicons.act_nouns.values(), *(a for a, _ in lexicons.act_phrases)}:
        assert Act(act)
