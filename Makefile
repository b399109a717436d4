# Two commands do everything: `make run` and `make test`. The rest is for daily work.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.installed-runtime
STAMP := $(VENV)/.installed
PIP := $(BIN)/pip install -qq --disable-pip-version-check

# The services of `make test-services`; CI sets its own.
DATABASE_URL_SERVICES ?= postgres://postgres@127.0.0.1:5432/postgres
REDIS_URL_SERVICES ?= redis://127.0.0.1:6379/0

PYTEST := $(BIN)/pytest -n auto --dist loadfile

.PHONY: help run setup dev test test-services coverage deployment faults test-llm check extraction-figures fuzz fuzz-api bench lock clean first-policy learning-tables rl-comparison

help: ## What there is to do
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

run: setup ## Set up if needed, show an example, serve on http://127.0.0.1:8000 (PORT changes it)
	@$(BIN)/python manage.py serve --example

dev: setup ## The same with automatic reload, the worker's code too
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

coverage: $(STAMP) ## Branches of the six apps that the suite covers; fails below 90 %
	@mkdir -p var/coverage && rm -f var/coverage/data*
	@env -u DATABASE_URL -u REDIS_URL $(PYTEST) -m 'not long and not speed' --cov --cov-report= $(ARGS)
	@$(BIN)/python -m tests.coverage_floor

deployment: $(STAMP) ## nginx, start.sh and Prometheus as they are deployed (needs both programs)
	@DATABASE_URL="$(DATABASE_URL_SERVICES)" REDIS_URL="$(REDIS_URL_SERVICES)" \
	  $(BIN)/pytest -m 'long or not long' tests/deploy

faults: $(STAMP) ## The long runs: PostgreSQL away for 20 s, workers killed
	@DATABASE_URL="$(DATABASE_URL_SERVICES)" REDIS_URL="$(REDIS_URL_SERVICES)" FAULT_SECONDS=20 \
	  $(BIN)/pytest -m 'long or not long' tests/faults

test-llm: $(STAMP) ## Opt-in: a real 135M model on 30 prompts (the first run compiles llama.cpp)
	@$(BIN)/python -m tests.model

extraction-figures: $(STAMP) ## Every figure of the rules engine, and the tables of its page
	$(BIN)/python manage.py extraction_figures tests/golden --write docs/EXTRACTION.md

fuzz: $(STAMP) ## Read 200,000 mutated prompts; any fault stops it (about five minutes)
	$(BIN)/python manage.py fuzz_extraction tests/golden/prompts_*.jsonl

fuzz-api: $(STAMP) ## Schemathesis over every operation, as a client and as staff (FUZZ_SECONDS each)
	@test -d var/schemathesis || $(PYTHON) -m venv var/schemathesis
	@var/schemathesis/bin/pip install --quiet -r requirements/fuzz-api.txt
	@$(BIN)/python -m tests.fuzz_api $(CURDIR)/var/schemathesis/bin/st $(or $(FUZZ_SECONDS),450)

bench: $(STAMP) ## Throughput of /generate beside a bare insert, on PostgreSQL and Redis (needs wrk)
	@DATABASE_URL="$(DATABASE_URL_SERVICES)" REDIS_URL="$(REDIS_URL_SERVICES)" $(BIN)/python -m tests.bench

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

# One thread of linear algebra: repeatable, and kinder to whoever shares the machine.
LEARN := OPENBLAS_NUM_THREADS=1 nice $(BIN)/python manage.py

first-policy: $(STAMP) ## Train the policy that ships, from the evaluator alone (about a minute)
	$(LEARN) train_policy --first --episodes 8192

learning-tables: $(STAMP) ## Measure what plays at 3, 5 and 8 edits, simulated raters, what each part adds
	$(LEARN) evaluate_policy --horizon 5 --beam 16 --write docs/LEARNING.md
	for horizon in 3 8; do $(LEARN) evaluate_policy --brief --horizon $$horizon --beam 4 --write docs/LEARNING.md || exit 1; done
	$(LEARN) simulate_raters $(UNSEEN) --write docs/LEARNING.md
	$(LEARN) ablate --only agents learning --write docs/LEARNING.md
	$(LEARN) ablate --only shortlist --prompts 200 --write docs/LEARNING.md
	$(LEARN) ablate --only people --seeds 2 --episodes 512 --prompts 100 --training-prompts 120 --write docs/LEARNING.md

# Seeds that nothing was mended on.
UNSEEN := --first-seed 100 --seeds 4 --episodes 1024 --training-prompts 200

rl-comparison: $(STAMP) ## Our learner beside stable-baselines3, in an environment of its own
	@test -d var/rl-comparison || $(PYTHON) -m venv var/rl-comparison
	@var/rl-comparison/bin/pip install --quiet -r requirements/rl-comparison.txt
	DJANGO_SETTINGS_MODULE=config.settings.test OPENBLAS_NUM_THREADS=1 nice var/rl-comparison/bin/python -m tests.rl.against_sb3
