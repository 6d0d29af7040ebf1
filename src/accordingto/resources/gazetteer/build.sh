#!/usr/bin/env bash
# Compiles the shipped gazetteer in a checkout that is not installed; quick when nothing has changed. PYTHON chooses the interpreter.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../../../.." && pwd)"
python="${PYTHON:-python3}"
if [ -x "$root/.venv/bin/python" ]; then python="$root/.venv/bin/python"; fi
exec "$python" "$root/hatch_build.py"
