# Everything that people do with the project: `make help` lists it. Written for GNU make 3.81 and newer.
.DEFAULT_GOAL := help
.PHONY: help run test trial check bench evaluate calibrate lock setup setup-dev

PY := .venv/bin/python
UV := .venv/bin/uv
COMPILE := $(UV) pip compile --universal --generate-hashes --no-emit-index-url --no-header -q pyproject.toml
WORKERS ?= 2
CORPUS ?=

help:  ## Lists these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

setup:
	@scripts/setup

setup-dev:
	@scripts/setup dev

run: setup  ## Starts the demo newsroom on this machine; PORT=8001 picks another port
	@DEMO=true $(PY) manage.py run_demo

test: setup-dev  ## Runs every test; ARGS="tests/config -k env" picks some
	@$(PY) -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

trial: setup-dev  ## The long trials: random walks of three people, and races between two
	@TRIAL=true $(PY) -m pytest -n $(WORKERS) --dist worksteal tests/trials $(ARGS)

check: setup-dev  ## Style, types, import contracts, templates, migrations, settings, lock files
	@scripts/check

bench: setup-dev  ## Measures speed and size; ARGS="pages" picks one
	@$(UV) pip install --quiet --group bench --constraint requirements-dev.txt
	@$(PY) -m benchmarks $(ARGS)

evaluate: setup-dev  ## Scores extraction on a corpus: CORPUS=path
	@$(PY) -m benchmarks.evaluate $(CORPUS)

calibrate: setup-dev  ## Fits confidence to a corpus, with its reliability table: CORPUS=path
	@$(PY) -m benchmarks.calibrate $(CORPUS)

lock: setup-dev  ## Compiles both requirements files from pyproject.toml
	$(COMPILE) -o requirements.txt
	$(COMPILE) --group dev -c requirements.txt -o requirements-dev.txt
