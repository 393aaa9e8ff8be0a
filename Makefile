# `make demo` and `make test` are all that a newcomer needs; each sets up what it uses.
PYTHON ?= python3
BIN := .venv/bin
TODAY ?= $(shell date +%Y-%m-%d)

COVER := application-landscape -w models/hanoi --as-of 2026-11-23

.PHONY: setup demo test lint pages browser bench fuzz

setup: .venv/.done

.venv/.done: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("eaframe needs Python 3.11 or newer; name one: make PYTHON=...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@

# Validates Hanoi's model as it was and as it is, then writes its pages.
demo: setup
	$(BIN)/eaframe validate models/hanoi --as-of 2017-06-30 --format concise
	$(BIN)/eaframe validate models/hanoi --format concise
	$(BIN)/eaframe build models/hanoi -o build/hanoi
	$(BIN)/eaframe document architecture -w models/hanoi -o build/hanoi.md
	$(BIN)/eaframe view online-service-chain -w models/hanoi -o build/hanoi.png
	@echo
	@echo "Open build/hanoi/index.html in a browser; the description is build/hanoi.md, a picture build/hanoi.png."

# Everything that must hold before a commit.
test: setup lint
	$(BIN)/pytest -m "not browser and not fuzz"

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# What is generated from the program and committed; the tests compare it.
pages: setup
	cd eaframe && ../$(BIN)/eaframe rules --format markdown -o ../.github/RULES.md
	$(BIN)/python tests/models/tools/legal_rules.py > .github/LEGAL-RULES.md
	$(BIN)/python tests/models/tools/legal_rules.py vi > .github/LEGAL-RULES.vi.md
	$(BIN)/python -c 'from eaframe.diagrams.gallery import notation_gallery; print(notation_gallery("en"), end="")' > .github/images/notation.svg
	$(BIN)/eaframe view $(COVER) --lang en -o .github/images/hanoi.png
	$(BIN)/eaframe view $(COVER) --lang vi -o .github/images/hanoi.vi.png

# The slow ones have commands of their own.
browser: setup
	$(BIN)/pytest -m browser
fuzz: setup
	$(BIN)/pytest -m fuzz
bench: setup
	$(BIN)/python tests/benchmarks/run.py
