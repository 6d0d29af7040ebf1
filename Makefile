# make demo    set up and read the sample reports into a store, ending in a search of it, a trace and an HTML page
# make test    set up and run the tests
# make lint    formatting, types and who may import whom
# make gate    compare reading quality with evals/floors.json (GOLD=DIR adds outside corpora)
# make bench   reading speed and memory
# make assets  bundle the page's islands from frontend/ again; make test and make demo do so where they changed
# make docs    regenerate the generated reference pages

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
GOLD ?=
SETUP := $(BIN)/.installed

.PHONY: demo test lint gate bench assets docs build clean

demo: $(SETUP)
	mkdir -p out
	$(BIN)/accordingto demo --output out/trace.html

test: $(BIN)/.groups
	PYTHONHASHSEED=0 $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile  # one order of sets, so that all processes collect the same

lint: $(BIN)/.groups
	$(BIN)/ruff check src tests training evals
	$(BIN)/ruff format --check src tests training evals
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: $(BIN)/.groups
	$(BIN)/accordingto evaluate gate $(if $(GOLD),--gold $(GOLD))

bench: $(SETUP)
	$(BIN)/accordingto evaluate bench

assets: $(BIN)/.groups
	$(BIN)/python hatch_build.py

docs: $(SETUP)
	$(BIN)/python -m accordingto.cli.reference cli > docs/reference/cli.md
	$(BIN)/python -m accordingto.cli.reference output > docs/reference/output.md
	$(BIN)/python -m accordingto.cli.reference schema > docs/reference/schema.json
	$(BIN)/python -m accordingto.cli.reference store > docs/reference/store.md
	$(BIN)/python -m accordingto.cli.reference web > docs/reference/web.md
	$(BIN)/python -m accordingto.cli.reference exports > docs/reference/exports.md
	$(BIN)/python -m accordingto.cli.reference graphs > docs/reference/exports-linked-data.md

build: $(BIN)/.groups
	rm -rf dist
	$(BIN)/python -m build

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("accordingto needs Python 3.11 or newer; set PYTHON=python3.x")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"

$(SETUP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(BIN)/.groups: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[arrow,evaluate,postgres,warc]' --group test --group lint
	touch $@ $(SETUP)

clean:
	rm -rf $(VENV) dist out frontend/node_modules src/accordingto/web/built .pytest_cache .mypy_cache .ruff_cache .hypothesis
