"""Folders of weights: every file checked by its hash before it is opened, and encoders run on one thread."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from accordingto.model import ResourceError, sha256


def manifest(folder: Path, advice: str) -> dict[str, str]:
    """The hashes that a folder's manifest names, by file.

    Raises:
        ResourceError: where there is no manifest that can be read; ends with ``advice``.
    """
    try:
        hashes: dict[str, str] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError) as error:
        raise ResourceError(f"the model in {folder} is incomplete ({error}); {advice}") from error
    return hashes


def checked(folder: Path, names: Iterable[str], advice: str) -> dict[str, str]:
    """The hashes of some files of a folder, once every file has been found to match its manifest.

    Raises:
        ResourceError: where a file is missing or is not the one that the manifest names.
    """
    hashes = manifest(folder, advice)
    found = {}
    for name in names:
        try:
            found[name] = sha256((folder / name).read_bytes())
        except OSError as error:
            raise ResourceError(f"the model in {folder} is incomplete ({error}); {advice}") from error
        if hashes.get(name) != found[name]:
            raise ResourceError(f"{name} in {folder} is not the file that was shipped; install accordingto again")
    return found


def session(path: Path) -> Any:
    """One thread a session: the same text gives the same vectors whatever else runs, and processes do the scaling.

    Processors without VNNI add pairs of 8-bit products in 16 bits, and what does not fit is cut off. They are told to
    take their exact kernels (ONNX Runtime's `session.x64quantprecision`), so that a text reads alike on all of them.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.x64quantprecision", "1")
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
