import json
import shutil
from pathlib import Path

import pytest

from accordingto.model import ResourceError
from accordingto.resources.lexicons import inflections, open_lexicons
from accordingto.resources.model import BRANCH_FILES, FILES, SHIPPED, open_model


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "tagger"))


def test_the_shipped_model_opens_and_its_hash_covers_every_file() -> None:
    model = open_model()
    assert len(model.sha256) == 64
    assert set(json.loads((SHIPPED / "manifest.json").read_text())["files"]) == {*FILES, *BRANCH_FILES}


@pytest.mark.parametrize("name", FILES + BRANCH_FILES)
def test_a_changed_file_is_refused_before_it_is_opened(copied: Path, name: str) -> None:
    data = bytearray((copied / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copied / name).write_bytes(data)
    with pytest.raises(ResourceError, match=f"{name}.*install accordingto again"):
        open_model(copied)


def test_a_missing_file_says_what_to_do(copied: Path) -> None:
    (copied / "encoder.onnx").unlink()
    with pytest.raises(ResourceError, match=r"incomplete.*check the folder that ACCORDINGTO_MODEL names"):
        open_model(copied)


def test_a_model_without_a_branch_opens_and_says_so_when_the_branch_is_asked_for(copied: Path) -> None:
    manifest = json.loads((copied / "manifest.json").read_text())
    for name in BRANCH_FILES:
        (copied / name).unlink()
        del manifest["files"][name]
    (copied / "manifest.json").write_text(json.dumps(manifest))
    model = open_model(copied)
    assert model.sha256 != open_model().sha256
    with pytest.raises(ResourceError, match=r"no branch\.onnx.*shipped model"):
        model.opened_branch()


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
