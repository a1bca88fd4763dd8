# make run    sets up a private environment and starts exback
# make test   sets up and runs every check
# make bench  start-up, saves, and what a locked file costs, as ratios; counts of instructions where valgrind is installed
# make snapshots  writes anew what every page looks and sounds like, for review
# make picture  the pictures in docs/, from the same pages
# make docs   the pages in docs/ that are made from the program
# make cohort 2,000 simulated people walk the program
# make deep   what takes longer than CI may: the whole cohort, long boundary walks, long lives of a file, ten minutes of storm
# make release-check  whether the crisis numbers were checked lately

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check format types unit smoke bench snapshots picture docs cohort deep release-check clean

run: $(VENV)/run.stamp
	@$(BIN)/exback || [ $$? -eq 130 ]  # left with Ctrl-C, which is no error to make

test: check types unit smoke

check: $(VENV)/test.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/test.stamp
	$(BIN)/mypy

unit: $(VENV)/test.stamp
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

smoke: $(VENV)/test.stamp
	$(BIN)/python tests/smoke.py

bench: $(VENV)/test.stamp
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m compileall -q src steps  # as whoever starts exback twice has it
	$(BIN)/python tests/bench/start_up.py
	$(BIN)/python tests/bench/instructions.py
	$(BIN)/python tests/bench/looking_back.py
	$(BIN)/python tests/bench/store.py
	$(BIN)/python tests/bench/locked.py
	$(BIN)/python tests/bench/journal.py

snapshots: $(VENV)/test.stamp
	PYTHONPATH=tests $(BIN)/python scripts/snapshot.py

picture: $(VENV)/test.stamp
	PYTHONPATH=tests $(BIN)/python scripts/picture.py
	PYTHONPATH=tests $(BIN)/python scripts/report_picture.py

docs: $(VENV)/test.stamp
	$(BIN)/python scripts/source_map.py
	$(BIN)/python scripts/man_page.py
	$(BIN)/python scripts/file_schema.py

cohort: $(VENV)/test.stamp
	$(BIN)/python tests/cohort --people 2000 --jobs 2

deep: cohort
	EXBACK_DEEP=1 $(BIN)/python -m pytest --numprocesses auto -rP tests/journeys/test_boundaries_hold.py \
		tests/terminal/test_anything_pressed.py tests/unit/store/test_merge.py tests/faults/test_store_model.py \
		tests/faults/test_power_cut.py tests/faults/test_locking_cut_short.py tests/faults/test_lasting_yes.py

release-check: $(VENV)/test.stamp
	$(BIN)/python scripts/release_check.py

format: $(VENV)/test.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) build

$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "exback needs Python 3.11 or newer; name one with: make PYTHON=python3.12 run"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run.stamp: $(VENV)/python.stamp pyproject.toml
	@echo "Setting up exback in $(VENV), once."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp constraints.txt
	@echo "Setting up the tests in $(VENV), once."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@touch $@
