PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
FAST := tests/unit/model tests/unit/engine tests/unit/insights tests/unit/export tests/unit/test_layers.py tests/unit/test_plain_code.py
# After an update that needs another package, exback would start and fail on a later page: so every module has to load.
IMPORT_ALL := 'import exback, importlib, pkgutil; [importlib.import_module(m.name) for m in pkgutil.walk_packages(exback.__path__, "exback.")]'
# A folder that was moved, copied, or left behind by the Python it was made with has an environment that runs nothing, or another
# folder's exback. Where it was only moved, the packages in it still work, and without a network there are no others.
HERE := 'import os, sys; sys.path.insert(0, os.path.abspath("src"));'
START := $(HERE)' from exback.__main__ import main; main()'
NEW_ENOUGH := 'import sys; sys.exit(sys.version_info < (3, 11))'
RUNS_HERE := 'import sys, os, exback; sys.exit(not os.path.samefile(exback.__path__[0], "src/exback"))'

.PHONY: help run test test-fast check types unit smoke app format hooks bench snapshots picture docs cohort deep release-check release dist lowest wheels-check windows clean FORCE

help:  ## lists what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# 2 is exback's code where there's no terminal, and 130 after Ctrl-C. Neither is a failure of make's, whose own line about an
# error would follow exback's sentence. Whoever needs the code runs .venv/bin/exback.
run: $(VENV)/run.stamp  ## sets up a private environment and starts exback
	@[ ! -e $(VENV)/run.stamp ] || $(BIN)/python -P -c $(START) || { code=$$?; [ $$code -eq 2 ] || [ $$code -eq 130 ]; }

test: check types unit smoke  ## sets up and runs every check, as CI does

check: $(VENV)/test.stamp  ## format, lint and spelling
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/codespell

types: $(VENV)/test.stamp  ## types
	$(BIN)/mypy

unit: $(VENV)/test.stamp  ## all tests
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

test-fast: check types  ## format, lint, types, and the tests that need no terminal and no disk: for while you work
	$(BIN)/python -m pytest -q --numprocesses auto $(FAST)

smoke: $(VENV)/test.stamp  ## the built wheel, installed and started
	$(BIN)/python tests/smoke.py

app: $(VENV)/test.stamp  ## one download for people without Python, for the system you're on, built and tried
	$(BIN)/python scripts/build_app.py
	$(BIN)/python tests/app_smoke.py
	$(BIN)/python tests/bench/app_start_up.py

bench: $(VENV)/test.stamp  ## start-up, page turns, saves, and what a locked file costs, as ratios; counts of instructions where valgrind is installed
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m compileall -q src steps  # as whoever starts exback twice has it
	$(BIN)/python tests/bench/start_up.py
	$(BIN)/python tests/bench/instructions.py
	$(BIN)/python tests/bench/page_turns.py
	$(BIN)/python tests/bench/looking_back.py
	$(BIN)/python tests/bench/store.py
	$(BIN)/python tests/bench/locked.py
	$(BIN)/python tests/bench/journal.py

snapshots: $(VENV)/test.stamp  ## writes anew what every page looks and sounds like, for review
	PYTHONPATH=tests $(BIN)/python scripts/snapshot.py

picture: $(VENV)/test.stamp  ## the pictures in docs/, from the same pages, and from a real first use
	PYTHONPATH=tests $(BIN)/python scripts/picture.py
	PYTHONPATH=tests $(BIN)/python scripts/first_use.py
	PYTHONPATH=tests $(BIN)/python scripts/report_picture.py

docs: $(VENV)/test.stamp  ## the pages in docs/, and the completion files, that are made from the program
	$(BIN)/python scripts/source_map.py
	$(BIN)/python scripts/man_page.py
	$(BIN)/python scripts/completion_files.py
	$(BIN)/python scripts/file_schema.py

cohort: $(VENV)/test.stamp  ## 2,000 simulated people go through the program
	$(BIN)/python tests/cohort --people 2000 --jobs 2

deep: cohort  ## what takes longer than CI may: the cohort, long walks around boundaries, endings and pages, long lives of a file
	EXBACK_DEEP=1 $(BIN)/python -m pytest --numprocesses auto -rP tests/journeys/test_boundaries_hold.py \
		tests/journeys/test_endings_machine.py tests/journeys/test_every_page.py tests/journeys/test_two_evenings.py \
		tests/journeys/test_who_is_spoken_to.py tests/unit/engine/test_session.py tests/unit/insights/test_invariants.py \
		tests/terminal/test_anything_pressed.py tests/terminal/test_gap.py tests/terminal/test_type_ahead.py tests/unit/store/test_merge.py tests/faults/test_store_model.py \
		tests/faults/test_power_cut.py tests/faults/test_locking_cut_short.py tests/faults/test_lasting_yes.py tests/faults/test_wrong_dates.py

release-check: $(VENV)/test.stamp  ## whether the crisis numbers were checked lately
	$(BIN)/python scripts/release_check.py

release: $(VENV)/test.stamp  ## checks everything, then sets VERSION, builds it and tags it; it uploads nothing
	@$(BIN)/python scripts/release.py $(VERSION)

dist: $(VENV)/test.stamp  ## the wheel and the source archive of the last commit, with their checksums
	@$(BIN)/python scripts/distribution.py

lowest: $(VENV)/test.stamp  ## whether exback and its commands run with the lowest versions that it allows
	$(BIN)/python scripts/lowest.py

wheels-check: $(VENV)/test.stamp  ## whether there's a wheel of all that exback needs for each system and Python
	$(BIN)/python scripts/wheels_check.py

windows:  ## the commands and the store's tests on the Python of Windows, under Wine; WORK=FOLDER keeps what it downloads
	scripts/windows_under_wine.sh "$(WORK)"

format: $(VENV)/test.stamp  ## formats the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

hooks: $(VENV)/test.stamp  ## checks what you commit, before each commit
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[hooks]'
	$(BIN)/pre-commit install

clean:  ## removes the environment
	rm -rf $(VENV) build

# Its recipe always runs. While the environment is good the stamp stays as it is, so nothing that depends on it is made again.
# Without a Python, make run ends with the sentence, because make's own line about an error would follow it.
$(VENV)/python.stamp: FORCE
	@if [ -e $(VENV)/run.stamp ]; then \
		if $(BIN)/python -I -c $(RUNS_HERE) 2> /dev/null; then exit 0; fi; \
		echo "This folder was moved, or its Python is gone, so exback sets itself up again."; \
		if $(BIN)/python -c $(NEW_ENOUGH) 2> /dev/null; then touch $@; exit 0; fi; \
		rm -f $(VENV)/run.stamp $@; \
	fi; \
	if ! "$(PYTHON)" -c $(NEW_ENOUGH) 2> /dev/null; then \
		echo "exback needs Python 3.11 or newer, so get it from python.org, and then type make run in a new window."; \
		[ "$(MAKECMDGOALS)" = run ]; exit; \
	fi; \
	echo "Making a private environment for Python in $(VENV)."; \
	"$(PYTHON)" -m venv --clear $(VENV) && touch $@

$(VENV)/run.stamp: $(VENV)/python.stamp pyproject.toml
	@[ -e $(VENV)/python.stamp ] || exit 0; \
	echo "Setting up exback in $(VENV). This can take a minute."; \
	if $(BIN)/python -m pip install --quiet --disable-pip-version-check --retries 2 --constraint constraints.txt --editable . \
		> $(VENV)/setup.log 2>&1; then touch $@; \
	elif $(BIN)/python -c $(HERE)$(IMPORT_ALL) 2> /dev/null; then \
		echo "exback couldn't update the packages it needs, so it starts with the ones that are there and tries again next time" \
			"(details are in $(VENV)/setup.log)."; \
	else \
		echo "exback couldn't install the packages it needs, so check that you're online and try again" \
			"(details are in $(VENV)/setup.log)."; \
		if $(BIN)/python -c $(HERE)' import exback.commands.crisis' 2> /dev/null; then \
			echo "To talk to a person meanwhile: PYTHONPATH=src $(BIN)/python -m exback crisis"; \
		fi; exit 1; \
	fi

$(VENV)/test.stamp: $(VENV)/run.stamp constraints.txt
	@echo "Setting up the tests in $(VENV), once."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@touch $@
