# `make demo` and `make test` are all that a newcomer needs; each sets up what it uses.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup demo test lint bench fuzz

setup: .venv/.done

.venv/.done: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("eaframe needs Python 3.11 or newer; name one with PYTHON=...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	touch $@
