"""The build hook bundles the islands, notices what is stale, and stops where a bundle would be empty."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
BUNDLED = ("htmx.org", "@observablehq/plot", "d3-geo", "d3-zoom", "topojson-client", "world-atlas")


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build_under_test", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def checkout(hook: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with the islands' sources, built once; its packages are those of this checkout where there are any."""
    root = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "frontend", root / "frontend", ignore=shutil.ignore_patterns("node_modules"))
    packages = ROOT / "frontend" / "node_modules"
    if packages.is_dir():
        shutil.copytree(packages, root / "frontend" / "node_modules", symlinks=True)
    (root / "src" / "accordingto" / "web").mkdir(parents=True)
    hook.build_assets(root)
    return root


def test_the_manifest_names_files_that_are_there_and_not_empty(hook: ModuleType, checkout: Path) -> None:
    built = checkout / hook.BUILT
    manifest = json.loads((built / "manifest.json").read_text())
    assert set(manifest) == {"page.js", "map.js", "timeline.js", "counts.js", "report.js", "islands.css"}
    assert all((built / name).stat().st_size > 200 for name in manifest.values())
    assert all(re.fullmatch(r"[a-z]+-[A-Z0-9]{8}\.(js|css)", name) for name in manifest.values())


def test_all_assets_together_stay_small(hook: ModuleType, checkout: Path) -> None:
    files = [file for file in (checkout / hook.BUILT).iterdir() if file.is_file()]
    assert sum(file.stat().st_size for file in files) < 1_500_000


def test_no_asset_leads_to_another_host(hook: ModuleType, checkout: Path) -> None:
    """Namespaces and words in messages may be there; what would be asked for may not."""
    for file in (checkout / hook.BUILT).glob("*.js"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"""(import|fetch|importScripts)\(\s*["'`]https?:""", text), file.name
        assert "sourceMappingURL" not in text


def test_every_bundled_package_has_its_licence(hook: ModuleType, checkout: Path) -> None:
    told = (checkout / hook.BUILT / "LICENSES.txt").read_text(encoding="utf-8")
    locked = json.loads((checkout / "frontend" / "package-lock.json").read_text())["packages"]
    for name in BUNDLED:
        assert f"\n{name} {locked[f'node_modules/{name}']['version']} (" in told
    assert told.count("Permission to use, copy, modify") >= len(BUNDLED)


def test_what_is_fresh_needs_no_node(hook: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert hook.assets_fresh(checkout)
    monkeypatch.setattr(hook, "_node", lambda *_, **__: pytest.fail("asked Node though everything is built"))
    hook.build_assets(checkout)


def test_the_hook_asks_for_node_only_where_something_is_stale(hook: ModuleType, checkout: Path, tmp_path: Path) -> None:
    made = object.__new__(hook.BuildHook)
    for root, wanted in ((checkout, []), (_copy(checkout, tmp_path), [hook.NODE])):
        _at(made, root)
        if wanted:
            (root / "frontend" / "src" / "keys.js").write_text("console.info('another');\n")
        assert made.dependencies() == wanted


def test_a_missing_or_cut_asset_is_stale(hook: ModuleType, checkout: Path, tmp_path: Path) -> None:
    root = _copy(checkout, tmp_path)
    built = root / hook.BUILT
    name = json.loads((built / "manifest.json").read_text())["page.js"]
    (built / name).write_text("")
    assert not hook.assets_fresh(root)
    with pytest.raises(RuntimeError, match=name):
        hook.check_assets(built)


@pytest.mark.parametrize("emptied", ["page.js", "keys.js", "map.js", "lib/labels.js", "islands.css"])
def test_an_empty_bundle_stops_the_build_and_leaves_what_was_built(
    hook: ModuleType, checkout: Path, tmp_path: Path, emptied: str
) -> None:
    root = _copy(checkout, tmp_path)
    before = sorted(file.name for file in (root / hook.BUILT).iterdir())
    (root / "frontend" / "src" / emptied).write_text("")
    with pytest.raises(RuntimeError, match=re.escape(emptied)):
        hook.build_assets(root)
    assert sorted(file.name for file in (root / hook.BUILT).iterdir()) == before


def test_an_error_in_a_source_stops_the_build(hook: ModuleType, checkout: Path, tmp_path: Path) -> None:
    root = _copy(checkout, tmp_path)
    (root / "frontend" / "src" / "page.js").write_text("this is no script\n")
    with pytest.raises(RuntimeError, match=r"page\.js"):
        hook.build_assets(root)


def test_wheel_and_sdist_take_the_assets_though_git_ignores_them() -> None:
    """By hatchling's own configuration: the folder stands among the artifacts of both."""
    import tomllib

    targets = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]
    for target in ("wheel", "sdist"):
        assert "src/accordingto/web/built" in targets[target]["artifacts"]


def test_no_file_of_the_project_names_where_packages_come_from() -> None:
    """Whoever builds has a registry of their own configuration; a lock file with addresses would go past it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a checkout")
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text())
    assert not [name for name, told in lock["packages"].items() if "resolved" in told]
    assert all(told.get("integrity", "").startswith("sha512-") for name, told in lock["packages"].items() if name)
    hosts = re.compile(rb"registry\.npm|npmjs\.|yarnpkg\.com|pypi\.org/simple|files\.pythonhosted")
    files = [ROOT / name.decode() for name in listed.stdout.split(b"\0") if name]
    named = [file for file in files if file.is_file() and file != Path(__file__) and hosts.search(file.read_bytes())]
    assert not named


def _copy(checkout: Path, folder: Path) -> Path:
    """The checkout again, with its packages by a link."""
    root = folder / "copy"
    shutil.copytree(checkout, root, ignore=shutil.ignore_patterns("node_modules"))
    (root / "frontend" / "node_modules").symlink_to(checkout / "frontend" / "node_modules")
    return root


def _at(made: object, root: Path) -> None:
    """Set the root as hatchling does, whose interface keeps it private."""
    base = type(made).__mro__[1]
    setattr(made, f"_{base.__name__}__root" if base is not object else "root", str(root))
