# Kuultu. `make` lists what there is.
.PHONY: help run test test-all test-postgres lint types contracts unit browser soak messages docs lock clean
PYTHON = .venv/bin/python
# What meets no database passes or fails on every one alike.
NO_DATABASE = --ignore=tests/ground/documents --ignore=tests/ground/privacy/finder --ignore=tests/ground/languages
PYTEST = KUULTU_CHROMIUM=$$(scripts/browser.sh) $(PYTHON) -m pytest

help:  ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

run:  ## the demo municipality on http://localhost:8000
	@scripts/setup.sh
	@$(PYTHON) -m kuultu demo --serve

test:  ## everything: lint, types, contracts, unit and browser tests, on SQLite
	@scripts/setup.sh dev
	@$(MAKE) --no-print-directory test-all

test-all: lint types unit browser

test-postgres:  ## what meets a database, on a PostgreSQL that it starts on loopback
	@scripts/setup.sh dev
	@scripts/postgres.sh $(MAKE) --no-print-directory unit browser ONLY="and not looks" SKIP="$(NO_DATABASE)"

lint:
	@$(PYTHON) -m ruff check kuultu tests scripts benchmarks
	@$(PYTHON) -m ruff format --check --quiet kuultu tests scripts benchmarks
	@$(PYTHON) scripts/messages.py check

types:
	@KUULTU_DATA_DIR=$$(mktemp -d) $(PYTHON) -m mypy kuultu scripts benchmarks

contracts:  ## who may import whom
	@.venv/bin/lint-imports --no-cache >.venv/contracts.txt || { cat .venv/contracts.txt; exit 1; }

unit:
	@$(PYTEST) tests $(SKIP) -m "not slow and not browser" -n 2 --dist loadfile

browser:
	@$(PYTEST) tests -m "browser and not slow $(ONLY)" -n 2 --dist worksteal

soak:  ## the long ones
	@scripts/setup.sh dev
	@$(PYTEST) tests -m slow

messages:  ## bring the catalogues of all rooms up to date
	@$(PYTHON) scripts/messages.py update

docs:  ## write anew the pages made from the rules, the field register and the texts
	@$(PYTHON) scripts/permissions.py
	@$(PYTHON) scripts/privacy_record.py
	@$(PYTHON) scripts/coverage.py

lock:  ## renew the lock files (needs uv)
	@uv pip compile pyproject.toml --python-version 3.12 --universal --generate-hashes --no-emit-index-url --no-header -q --upgrade -o requirements.lock
	@uv pip compile pyproject.toml --group dev --python-version 3.12 --universal --generate-hashes --no-emit-index-url --no-header -q -c requirements.lock -o requirements-dev.lock

clean:  ## remove what was made
	@rm -rf .venv var dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
