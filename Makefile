# The two commands that matter: `make demo` and `make test`. Both set up what they need in $(VENV) first.
# `make help` lists the rest.

VENV ?= .venv
BIN := $(VENV)/bin
INPUT ?=

.DEFAULT_GOAL := help
.PHONY: help demo test soak bench lint format reference gate lock install-check clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.ready-run ## build a chronicle from the packaged samples and show every face
	$(BIN)/kronik demo

test: $(VENV)/.ready-dev ## format, lint, types, import contracts, tests, evaluation gate
	scripts/check $(BIN)

soak: $(VENV)/.ready-dev ## the tests that are too long for CI
	$(BIN)/python -m pytest -m soak

bench: $(VENV)/.ready-dev ## speed, memory and size on the shared pages (INPUT="file ..." for your own)
	$(BIN)/python benchmarks/run.py $(INPUT)

lint: $(VENV)/.ready-dev ## format, lint, types and import contracts only
	scripts/check $(BIN) --no-tests

format: $(VENV)/.ready-dev ## rewrite the sources as the formatter wants them
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

reference: $(VENV)/.ready-dev ## write what the docs show of the program: reference/cli.md, README examples
	$(BIN)/python scripts/reference.py

gate: $(VENV)/.ready-dev ## score the dev gold against evals/floors.toml
	$(BIN)/python evals/gate.py

lock: $(VENV)/.ready-dev ## resolve the dependencies anew and write requirements/*.txt
	scripts/lock $(VENV)

install-check: ## a plain `pip install .[parquet,warc,web]` in an environment of its own
	scripts/check-install

clean: ## remove the environment, caches and built files
	rm -rf $(VENV) .venv-lock .venv-install build dist demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf src/*.egg-info
	find src tests evals benchmarks -type d -name __pycache__ -prune -exec rm -rf {} +

# One stamp per set of requirements: the set-up runs again only when a requirement or the project file changes.
$(VENV)/.ready-%: requirements/%.txt pyproject.toml scripts/set-up
	scripts/set-up $(VENV) $*
