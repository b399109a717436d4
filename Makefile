# Two commands do everything: `make run` and `make test`. The rest is for daily work.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.installed-runtime
STAMP := $(VENV)/.installed
PIP := $(BIN)/pip install -qq --disable-pip-version-check
PORT ?= 8000
export PORT

# The services of `make test-services`; CI sets its own.
DATABASE_URL_SERVICES ?= postgres://postgres@127.0.0.1:5432/postgres
REDIS_URL_SERVICES ?= redis://127.0.0.1:6379/0

PYTEST := $(BIN)/pytest -n auto --dist loadfile

.PHONY: help run setup dev test test-services test-llm check lock clean

help: ## What there is to do
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

run: setup ## Set up if needed, show an example, serve on http://127.0.0.1:8000 (PORT changes it)
	@$(BIN)/python manage.py serve --example

dev: setup ## Serve with automatic reload
	@$(BIN)/python manage.py serve --reload

setup: $(RUNTIME) ## Make .venv, install, migrate, create the first users
	@$(BIN)/python manage.py bootstrap

$(RUNTIME): requirements.txt $(wildcard requirements/*.txt)
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is missing. On Debian: apt-get install make python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) -V)." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing. On Debian: apt-get install python3-venv" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what the service needs into $(VENV) ..."
	@$(PIP) -r requirements/production.txt
	@touch $@

# What tests and checks need on top; `make run` does without.
$(STAMP): $(RUNTIME)
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) -r requirements/development.txt
	@touch $@

test: $(STAMP) ## The whole suite on SQLite and in-process cache; no service needed
	@env -u DATABASE_URL -u REDIS_URL $(PYTEST) $(ARGS)

test-services: $(STAMP) ## The same suite on PostgreSQL and Redis
	@$(BIN)/python -m tests.services "$(DATABASE_URL_SERVICES)" "$(REDIS_URL_SERVICES)"
	@DATABASE_URL="$(DATABASE_URL_SERVICES)" REDIS_URL="$(REDIS_URL_SERVICES)" $(PYTEST) $(ARGS)

faults: $(STAMP) ## The long runs: PostgreSQL away for 20 s, workers killed
	@DATABASE_URL="$(DATABASE_URL_SERVICES)" REDIS_URL="$(REDIS_URL_SERVICES)" FAULT_SECONDS=20 \
	  $(BIN)/pytest tests/faults

test-llm: $(STAMP) ## Opt-in: a real 135M model on 30 prompts (the first run compiles llama.cpp)
	@$(BIN)/python -m tests.model

check: $(STAMP) ## Format, lint, imports, types, migrations, schema, deployment check, spelling
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy accounts config evaluation feedback rl specs
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py spectacular --validate --fail-on-warn --file /dev/null
	$(BIN)/python -m tests.production_check
	$(BIN)/djlint --lint --quiet templates
	$(BIN)/codespell

lock: ## Pin what the direct dependencies bring along, from a fresh environment
	@rm -rf var/lock && $(PYTHON) -m venv var/lock && : > requirements/constraints.txt
	@var/lock/bin/pip install -qq -r requirements/development.txt
	@{ echo "# Versions of what the direct dependencies bring along. Made by \`make lock\`."; \
	  var/lock/bin/pip freeze; } > requirements/constraints.txt && rm -rf var/lock

clean: ## Remove what was made here, the database and its secrets too
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
