# Readout's commands. Everything they make stays in this folder: .venv and the tools' caches.
#
#   make demo    set up .venv, read the example pages and keep a ledger of them
#   make test    set up .venv with the development tools and run every check and every test
#   make help    list the other commands

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet --quiet
MINIMUM := 3.11

# A stamp is named by the digest of what it stands for, so a changed lock, a moved folder or another
# Python sets .venv up again, and nothing else does.
digest = $(shell { cat $(1); $(PYTHON) -V 2>&1; pwd; } | cksum | cut -d ' ' -f 1)
RUNTIME_INPUTS := pyproject.toml requirements/runtime.txt
DEV_INPUTS := $(RUNTIME_INPUTS) requirements/dev.txt
RUNTIME := $(VENV)/.runtime-$(call digest,$(RUNTIME_INPUTS))
DEV := $(VENV)/.dev-$(call digest,$(DEV_INPUTS))

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types contract format docs bench floors lock clean python

help: ## list the commands
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

demo: $(RUNTIME) ## read the example pages, then ask a ledger of them
	@echo "demo: reading examples/pages"
	@$(VENV)/bin/readout read $(PAGES)
	@echo "demo: to see one in a browser: $(VENV)/bin/readout read examples/pages/08-broadcaster-denial.html --html record.html"
	@echo
	@echo "demo: the same pages in a ledger, $(STORY)"
	@mkdir -p $(dir $(STORY))
	@$(VENV)/bin/readout add $(PAGES) --ledger $(STORY) >/dev/null
	@echo
	@echo "demo: what happened between Norway and Chile, by the day on which it was told"
	@echo "demo: $(VENV)/bin/readout timeline --between NOR CHL --ledger $(STORY)"
	@$(VENV)/bin/readout timeline --between NOR CHL --ledger $(STORY)
	@echo
	@echo "demo: the event that most of the pages tell, and how its origins are counted"
	@event=$$($(PY) -c '$(MOST_TOLD)'); \
	  echo "demo: $(VENV)/bin/readout explain $$event --ledger $(STORY)"; \
	  $(VENV)/bin/readout explain $$event --ledger $(STORY)
PAGES = examples/pages/*.html examples/pages/*.txt
STORY = .demo/readout.db
MOST_TOLD = import readout; \
  told = readout.open("$(STORY)").events(between=("NOR", "CHL")); \
  print(max(told, key=lambda event: len(event.documents)).event_id[:8])

test: lint types contract ## run every check and every test, the slow ones too
	@echo "test: unit, property, end-to-end and documentation tests"
	@$(PY) -m pytest

check: lint types contract ## run every check and the tests that take under a second each
	@echo "check: the tests not marked slow"
	@$(PY) -m pytest -m "not slow"

lint: $(DEV)
	@echo "lint: ruff, all rules"
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check

types: $(DEV)
	@echo "types: mypy, strict"
	@$(PY) -m mypy

contract: $(DEV)
	@echo "contract: a folder imports only from those before it"
	@$(VENV)/bin/lint-imports

format: $(DEV) ## lay the code out and mend what can be mended by machine
	@$(PY) -m ruff check --fix-only
	@$(PY) -m ruff format

docs: $(DEV) ## write docs/reference from the code
	@$(PY) docs/generate.py

bench: $(DEV) ## run every benchmark: make bench DATA=FOLDER
	@test -n "$(DATA)" || { echo "bench: say where the data is: make bench DATA=FOLDER" >&2; exit 2; }
	@$(PY) -m benchmarks all "$(DATA)"

floors: $(DEV) ## check the scores against benchmarks/floors.toml: make floors DATA=FOLDER
	@test -n "$(DATA)" || { echo "floors: say where the data is: make floors DATA=FOLDER" >&2; exit 2; }
	@$(PY) -m benchmarks.floors "$(DATA)"

lock: $(DEV) ## write the locks in requirements/ anew from pyproject.toml
	@echo "lock: requirements/runtime.txt and requirements/dev.txt"
	@UV_CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/bin/uv pip compile $(LOCK_FLAGS) \
	  pyproject.toml --group build -o requirements/runtime.txt
	@UV_CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/bin/uv pip compile $(LOCK_FLAGS) \
	  --group dev -c requirements/runtime.txt -o requirements/dev.txt
LOCK_FLAGS = --quiet --upgrade --universal --python-version $(MINIMUM) --generate-hashes \
  --no-emit-index-url --no-emit-find-links --cache-dir $(VENV)/.uv

clean: ## remove .venv, the caches, the demo's ledger and what was built
	@echo "clean: .venv, caches, .demo, build and dist"
	@rm -rf $(VENV) .demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "setup: no $(PYTHON) here; install Python $(MINIMUM) or newer, or: make PYTHON=/path/to/python" >&2; exit 3; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < tuple(map(int, "$(MINIMUM)".split("."))))' || { \
	  echo "setup: Readout needs Python $(MINIMUM) or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1)." >&2; \
	  echo "  try: make PYTHON=/path/to/python$(MINIMUM)" >&2; exit 3; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "setup: this Python cannot make virtual environments." >&2; \
	  echo "  try: apt-get install python3-venv" >&2; exit 3; }

$(RUNTIME): | python
	@echo "setup: .venv with the libraries of requirements/runtime.txt"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements/runtime.txt
	@$(PIP) install --no-deps --no-index --no-build-isolation --editable .
	@rm -f $(VENV)/.runtime-* && touch $@

$(DEV): $(RUNTIME)
	@echo "setup: the development tools of requirements/dev.txt"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@rm -f $(VENV)/.dev-* && touch $@
