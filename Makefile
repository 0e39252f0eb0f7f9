# make demo: from a fresh clone to the worked example, in one command. make test: the whole suite.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test docs pictures bench bundle check clean

demo: .venv/installed
	@$(BIN)/goldenthread demo

test: .venv/with-tests
	$(BIN)/pytest -q -n 2

# The style, the types and the arrows between the folders.
check: .venv/with-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

# The pages that are generated from the code; a test fails when they are stale.
docs: .venv/installed
	$(BIN)/python -m docs.write

# The pictures of the docs, taken from the running app.
pictures: .venv/installed
	$(BIN)/python -m docs.pictures

bench: .venv/with-tests
	$(BIN)/python -m benchmarks

# One archive that installs without a network, on Linux, macOS and Windows.
bundle: .venv/installed
	$(BIN)/python -m bundle

clean:
	rm -rf .venv build dist *.egg-info

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Golden Thread needs Python 3.11 or later; name one: make demo PYTHON=python3.12")'
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/with-tests: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@
