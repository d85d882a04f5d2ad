# `make run` starts Plekberaad, `make test` tests it; each first brings whatever it needs.
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed.run
INSTALLED_ALL := $(VENV)/installed.all
# What NiceGUI brings must not change what is measured beside it: an environment of its own.
BENCH := $(VENV)/bench
INSTALLED_BENCH := $(BENCH)/installed
PIP := $(BIN)/python -m pip --disable-pip-version-check install
# The lock holds every package, so pip need not look for one: some pips take a newer release for a
# package that another asks for with an extra, and then refuse it since it is not in the lock.
LOCKED := --no-deps --require-hashes
# The command `plekberaad`, for this folder as it stands.
COMMAND := $(PIP) --quiet --no-deps --no-index --no-build-isolation -e .
# The first Python of 3.11 or later that can make an environment.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$p && break; done)

# Node and npm come from the environment too: its bin must be the first that is found.
export PATH := $(CURDIR)/$(BIN):$(PATH)

SBOM ?= data/sbom.cdx.json

.DEFAULT_GOAL := run
.PHONY: run demo dev build migrate test test-faults test-attacks test-language sbom licences check format bench capacity rehearse lock clean

run: $(INSTALLED)
	@$(BIN)/python -m plekberaad_app run

demo: $(INSTALLED)
	@$(BIN)/python -m plekberaad_app demo

dev: $(INSTALLED_ALL)
	@$(BIN)/python -m plekberaad_app dev

build migrate: $(INSTALLED)
	@$(BIN)/python -m plekberaad_app $@

test: $(INSTALLED_ALL)
	@$(BIN)/python -m tests.needs
	@$(BIN)/python -m plekberaad_app build
	@$(BIN)/python -m pytest $(BESIDE) $(PYTEST_ARGS)

# Many tests wait for a program, a browser or a clock, so two files of tests go on beside each other.
# The tests of a file share a program and stay together; in this order no slow file is left for last.
BESIDE := -n 2 --dist loadfile --no-loadscope-reorder

# The faults that take minutes; what they cost comes in bench/results. The longest begins first, and
# what hangs beyond its own time is ended: the others go on.
FIRST := $(addprefix tests/faults/test_,soak.py killed_in_every_phase.py clocks.py)
IN_TIME := -o faulthandler_timeout=1000 -o faulthandler_exit_on_timeout=true
FAULTS := $(FIRST) $(filter-out $(FIRST),$(wildcard tests/faults/test_*.py))
test-faults: $(INSTALLED_ALL)
	@$(BIN)/python -m tests.needs
	@$(BIN)/python -m plekberaad_app build
	@FAULT_REPORT=1 $(BIN)/python -m pytest $(FAULTS) -m long $(BESIDE) $(IN_TIME) $(PYTEST_ARGS)

# Passwords of examples and tests, and an alphabet.
NO_SECRET := :(geheim|password)@|"ABCDEFGHIJKLMNOPQRSTUVWXYZ

# Attacks and floods on a running program, also those that take minutes; the counts come in bench/results.
test-attacks: $(INSTALLED_ALL)
	@$(BIN)/python -m plekberaad_app build
	@ATTACK_REPORT=1 $(BIN)/python -m pytest tests/security -m "" $(PYTEST_ARGS)

# A copy of the program with one language more, from right to left: built, and read on a phone.
test-language: $(INSTALLED_ALL)
	@$(BIN)/python -m tests.needs chromium
	@$(BIN)/python -m plekberaad_app build
	@$(BIN)/python -m pytest tests/journeys/test_a_third_language.py -m long $(PYTEST_ARGS)

# All that the program brings, in CycloneDX.
sbom: $(INSTALLED_ALL)
	@mkdir -p $(dir $(SBOM))
	@$(BIN)/python -m cyclonedx_py requirements requirements.lock --pyproject pyproject.toml \
		--output-reproducible --of JSON -o $(SBOM)
	@echo $(SBOM)

licences: $(INSTALLED_ALL)
	@$(BIN)/python -m tests.licences

check: $(INSTALLED_ALL)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/pyright
	@$(BIN)/lint-imports
	@$(BIN)/python -m bandit --quiet -c pyproject.toml -r plekberaad_app
	@git ls-files -z -- ':!*.lock' ':!reflex.lock' ':!*.svg' \
		| xargs -0 $(BIN)/python -m detect_secrets.pre_commit_hook \
			--disable-plugin KeywordDetector --exclude-lines '$(NO_SECRET)'

format: $(INSTALLED_ALL)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(INSTALLED_ALL) $(INSTALLED_BENCH)
	@$(BIN)/python -m tests.needs chromium
	@$(BIN)/python -m plekberaad_app build
	@$(BIN)/python -m bench $(BENCH_ARGS)

capacity: $(INSTALLED_ALL)
	@$(BIN)/python -m bench.capacity

rehearse: $(INSTALLED_ALL)
	@$(BIN)/python -m tests.needs chromium
	@$(BIN)/python -m plekberaad_app build
	@$(BIN)/python -m tests.rehearsal

# After a change of the dependencies in pyproject.toml.
lock: $(BIN)/python
	@$(PIP) --quiet uv
	@$(BIN)/uv pip compile $(COMPILE) pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile $(COMPILE) pyproject.toml --extra dev -c requirements.lock -o requirements-dev.lock
	@$(BENCH_EXTRA) | $(BIN)/uv pip compile $(COMPILE) - -c requirements.lock -o requirements-bench.lock

# The bench's extra alone, without the app; what both need has the same version.
BENCH_EXTRA := $(BIN)/python -c 'import tomllib; \
	extras = tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]; \
	print("\n".join(extras["bench"]))'

# Hashes for every system; no index is named, so that each machine uses its own.
COMPILE := --quiet --universal --generate-hashes --python-version 3.11 --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

clean:
	rm -rf $(VENV) .web

$(INSTALLED): requirements.lock $(BIN)/python
	@$(PIP) $(LOCKED) -r requirements.lock
	@$(COMMAND)
	@touch $@

$(INSTALLED_ALL): requirements-dev.lock $(BIN)/python
	@$(PIP) $(LOCKED) -r requirements-dev.lock
	@$(COMMAND)
	@touch $@ $(INSTALLED)

$(INSTALLED_BENCH): requirements-bench.lock $(BIN)/python
	@$(BIN)/python -m venv $(BENCH)
	@$(BENCH)/bin/python -m pip --disable-pip-version-check install $(LOCKED) -r requirements-bench.lock
	@touch $@

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Plekberaad needs Python 3.11 or later, with venv" \
		"(on Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
