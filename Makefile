# The verbs of this project. Each makes the environment first; nothing but Python 3.11, make and git is needed.
# Without make (Windows): the README has the same lines for `python -m generator`.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/ready
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help

# Paths are those of this directory: `make -f` from another one would say only that some file is missing.
ifeq ($(wildcard requirements/dev.txt),)
$(error run make in the project's directory: make -C $(patsubst %/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST))))) $(MAKECMDGOALS))
endif
ifneq ($(filter-out live,$(DEMO)),)
$(error DEMO=$(DEMO) says nothing: DEMO=live talks to the real service, without it the embedded gateway answers)
endif
.PHONY: help environment generate check test demo serve record bench format lock clean

help: ## show these verbs
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

environment: $(READY) ## make .venv from the locked requirements

$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ": make PYTHON=python3.11 ...")'
	@echo "Making $(VENV) (once; about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes --requirement requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

generate: $(READY) ## render generated/ezlink from spec/
	@$(BIN)/python -m generator generate

check: $(READY) ## the spec is valid, generated/ is what it gives, types and format are right
	$(BIN)/python -m generator check
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy --no-error-summary
	$(BIN)/pyright --warnings

test: check ## everything: check, unit, contract
	$(BIN)/python -m pytest -n 2 -q

demo: $(READY) ## see the client talk (DEMO=live EZLINK_API_KEY=... for the real service)
	@$(BIN)/python -m generator generate
	@$(BIN)/python -m generator demo $(if $(filter live,$(DEMO)),--live)

serve: $(READY) ## the embedded gateway on 127.0.0.1:8765, for any client in any language
	@$(BIN)/python -m generator serve

record: $(READY) ## make fixtures anew from a running service (BASE_URL=... ONLY=OPERATION/CASE PAID=yes)
	@$(BIN)/python -m generator record $(if $(BASE_URL),--base-url '$(BASE_URL)') $(if $(ONLY),--only '$(ONLY)') $(if $(PAID),--paid)

bench: $(READY) ## measure against openai-python and the bare transports; writes build/bench.json
	@$(BIN)/python -m bench

format: $(READY) ## format what is written by hand
	$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .

lock: ## lock the requirements anew (needs uv)
	for name in client dev bench; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --output-file requirements/$$name.txt requirements/$$name.in || exit 1; done

clean: ## remove what make made
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache
