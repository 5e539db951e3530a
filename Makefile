# The project's commands. Each creates its environment first; only Python 3.11 or newer, make and git are needed.
# Without make (Windows): CONTRIBUTING.md has the same commands for `python -m generator`.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/ready
PIP    := -m pip --disable-pip-version-check --quiet

# The demo needs no type checkers: it takes .venv where that is ready, and a small environment of its own elsewhere.
DEMO_ENV := $(if $(wildcard $(READY)),$(VENV),build/demo-env)

.DEFAULT_GOAL := help

# Paths are those of this directory: `make -f` from another one would say only that some file is missing.
ifeq ($(wildcard requirements/dev.txt),)
$(error run make in the project's directory: make -C $(patsubst %/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST))))) $(MAKECMDGOALS))
endif
ifneq ($(filter-out live,$(DEMO)),)
$(error DEMO=$(DEMO) is unknown: DEMO=live calls the real service; without it the mock server answers)
endif
.PHONY: help hostile environment generate publish update check test docs docs-test frozen-test dask-test demo serve record oasdiff drift-score mutate mutate-runtime interop bench comparison reach from-openai format lint-published lock clean

help: ## show these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

environment: $(READY) ## create .venv from the locked requirements

SUPPORTED = $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ": make PYTHON=python3.11 ...")'

$(READY): requirements/dev.txt pyproject.toml
	@$(SUPPORTED)
	@echo "Creating $(VENV) (once; about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python $(PIP) install --require-hashes --requirement requirements/dev.txt
	@$(BIN)/python $(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

build/demo-env/ready: requirements/demo.txt
	@$(SUPPORTED)
	@echo "Creating build/demo-env (once; a few seconds) ..."
	@$(PYTHON) -m venv build/demo-env
	@build/demo-env/bin/python $(PIP) install --require-hashes --requirement requirements/demo.txt
	@touch $@

generate: $(READY) ## render generated/ezlink from spec/
	@$(BIN)/python -m generator generate

publish: $(READY) ## render spec/published: the document for other languages
	@$(BIN)/python -m generator publish

# What follows from new claims is listed before the checks; the tests are those of `make test`, without the type checkers.
update: $(READY) ## apply saved pages and commit them on a branch (PAGES=PATH BRANCH=NAME PUSH=REMOTE BODY=FILE)
	@$(BIN)/python -m generator update $(or $(PAGES),$(error PAGES=PATH is missing)) $(if $(BRANCH),--branch '$(BRANCH)') \
	  $(if $(PUSH),--push '$(PUSH)') $(if $(BODY),--body '$(BODY)') \
	  --refresh 'python -m tests.contract.unrecorded' --refresh 'python -m tests.conformance' --check 'python -m pytest -n 3 --dist worksteal -q'

lint-published: $(READY) ## spec/published as Redocly, Spectral (by npm) and vacuum (VACUUM=PATH) see it, where present
	@VACUUM="$(VACUUM)" $(BIN)/python tests/publish/lint

check: $(READY) ## the spec is valid, generated/ is current, types and format are right
	$(BIN)/python -m generator check
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy --no-error-summary
	$(BIN)/pyright --warnings

test: check ## everything: check, unit tests, contract tests
	$(BIN)/python -m pytest -n 3 --dist worksteal -q

build/docs-env/ready: requirements/docs.txt
	@$(SUPPORTED)
	@echo "Creating build/docs-env (once; a few seconds) ..."
	@$(PYTHON) -m venv build/docs-env
	@build/docs-env/bin/python $(PIP) install --require-hashes --requirement requirements/docs.txt
	@touch $@

docs: build/docs-env/ready ## build the documentation site in build/site; a warning fails it
	@build/docs-env/bin/python docs/build.py

docs-test: docs $(READY) ## build the site and look at it in Chromium, where that is installed
	$(BIN)/python -m pytest -q tests/site

build/frozen-env/ready: requirements/frozen.txt
	@$(SUPPORTED)
	@echo "Creating build/frozen-env (once; a few seconds) ..."
	@$(PYTHON) -m venv build/frozen-env
	@build/frozen-env/bin/python $(PIP) install --require-hashes --requirement requirements/frozen.txt
	@touch $@

frozen-test: build/frozen-env/ready $(READY) ## freeze a program with a vendored client, and run it
	$(BIN)/python -m pytest -q tests/frozen

build/dask-env/ready: requirements/dask.txt
	@$(SUPPORTED)
	@echo "Creating build/dask-env (once; a few seconds) ..."
	@$(PYTHON) -m venv build/dask-env
	@build/dask-env/bin/python $(PIP) install --require-hashes --requirement requirements/dask.txt
	@touch $@

dask-test: build/dask-env/ready $(READY) ## run a batch on the workers of a Dask cluster, and kill some
	$(BIN)/python -m pytest -q tests/cluster

demo: $(DEMO_ENV)/ready ## see the client at work (DEMO=live EZLINK_API_KEY=... for the real service)
	@$(DEMO_ENV)/bin/python -m generator demo $(if $(filter live,$(DEMO)),--live)

serve: $(DEMO_ENV)/ready ## run the mock server, for any client in any language (PORT=8765)
	@$(DEMO_ENV)/bin/python -m generator serve $(if $(PORT),--port '$(PORT)')

record: $(READY) ## record fixtures anew from a running service (BASE_URL=... ONLY=OPERATION/CASE PAID=yes)
	@$(BIN)/python -m generator record $(if $(BASE_URL),--base-url '$(BASE_URL)') $(if $(ONLY),--only '$(ONLY)') $(if $(PAID),--paid)

# Go installs into the module's cache what the test reads: the documents that oasdiff's own tests compare.
build/oasdiff: Makefile
	@command -v go >/dev/null || { echo "make oasdiff needs Go: https://go.dev/doc/install"; exit 1; }
	@echo "Building oasdiff (once; a minute) ..."
	@GOBIN='$(CURDIR)/build' go install github.com/oasdiff/oasdiff@v1.37.0

oasdiff: $(READY) build/oasdiff ## hold `generator compare` against oasdiff's rules and documents (needs Go)
	@$(BIN)/python -m pytest -q tests/oasdiff

drift-score: $(READY) ## edit pages of the documentation at random and see how many edits are found (EDITS=500 SEED=1)
	@$(BIN)/python -m tests.documentation.score $(if $(EDITS),--edits '$(EDITS)') $(if $(SEED),--seed '$(SEED)')

mutate: $(READY) ## change the spec statement by statement and see what the tests miss (ONLY=KIND SAMPLE=N)
	@$(BIN)/python -m tests.mutate $(if $(ONLY),--only '$(ONLY)') $(if $(SAMPLE),--sample '$(SAMPLE)')

interop: $(READY) ## generate clients in other languages, compile and call them (ONLY=NAME; needs Node, Go, Java, Rust)
	@PYTHONPATH=generated $(BIN)/python -m interop $(if $(ONLY),--only '$(ONLY)')

build/mutate-env/ready: requirements/mutate.txt
	@$(SUPPORTED)
	@echo "Creating build/mutate-env (once; a few seconds) ..."
	@$(PYTHON) -m venv build/mutate-env
	@build/mutate-env/bin/python $(PIP) install --require-hashes --requirement requirements/mutate.txt
	@touch $@

mutate-runtime: build/mutate-env/ready ## change the runtime expression by expression and see what the tests miss (SAMPLE=N SEED=N)
	@build/mutate-env/bin/python -m tests.mutate.runtime $(if $(SAMPLE),--sample '$(SAMPLE)') $(if $(SEED),--seed '$(SEED)') $(if $(ONLY),--only '$(ONLY)')

hostile: $(READY) ## render a hundred thousand strings that try to become code (COUNT=N); takes an hour
	@$(BIN)/python -m tests.hostile $(or $(COUNT),100000)

bench: $(READY) ## measure against openai-python and the bare transports; writes build/bench.json (FIGURES="sync hooks" for some)
	@$(BIN)/python -m bench $(FIGURES)

from-openai: $(READY) ## run programs for the OpenAI SDK with it and with ezlink, and compare what they print
	@$(BIN)/python -m tests.from_openai

reach: $(READY) ## what becomes of the OpenAPI documents below CORPUS=FOLDER (TYPES=1 runs mypy and pyright over the clients, CALLS=1 calls every operation)
	@$(BIN)/python -m bench.reach '$(CORPUS)' $(if $(TYPES),--types) $(if $(CALLS),--calls)

comparison: $(READY) ## measure other generators of Python clients beside this one (CORPUS=PATH KEEP=1; needs Java and Maven for one)
	@$(BIN)/python -m bench.comparison $(if $(CORPUS),'$(CORPUS)') $(if $(KEEP),--keep)

matrix: $(READY) ## play every fault to every client; writes build/matrix.json (PEERS=1 for openai and anthropic too)
	@PYTHONPATH=generated $(BIN)/python -m tests.faults $(if $(PEERS),--peers)

format: $(READY) ## format the hand-written code
	$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .

lock: ## lock the requirements anew (needs uv)
	for name in client dask demo dev docs frozen bench interop mutate; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --output-file requirements/$$name.txt requirements/$$name.in || exit 1; done

clean: ## remove what make created
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache
