# The main job in two commands: "make report" and "make test". Each sets up what it needs, once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLES := $(wildcard data/samples/*.yaml)
LAB := build/lab/kystbrygg

.PHONY: help report test lab live words samples lint clean

help:
	@echo "make report   make the reports of the sample workshops"
	@echo "make lab      open JupyterLab on a sample workshop"
	@echo "make live     let people take part in a sample workshop"
	@echo "make test     run all tests"
	@echo "make lint     formatting, style and types"
	@echo "make words    collect messages, merge and compile the catalogues"
	@echo "make samples  make the sample strategies anew"

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# A stamp a set of packages: made anew only when what it is made from has changed.
$(VENV)/.run: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[lab,live]'
	@touch $@

$(VENV)/.test: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@touch $@

report: $(VENV)/.run
	@$(BIN)/workshop report $(SAMPLES) --out build/reports

lab: $(VENV)/.run
	@test -e $(LAB) || $(BIN)/workshop new $(LAB) --sample kystbrygg
	@$(BIN)/workshop lab $(LAB)

live: $(VENV)/.run
	@test -e $(LAB) || $(BIN)/workshop new $(LAB) --sample kystbrygg
	@$(BIN)/workshop live $(LAB)

# Three at a time, a file's tests together for what they share; then what drives browsers, which need the machine alone.
test: $(VENV)/.test
	$(BIN)/python -m pytest --numprocesses 3 --dist loadfile -m "not browser"
	$(BIN)/python -m pytest -m browser
	$(BIN)/python -m pytest --nbval-lax --nbval-current-env --nbval-cell-timeout 120 -p no:cacheprovider notebooks/

lint: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

words: $(VENV)/.test
	$(BIN)/python -m workshoplib.words.update

samples: $(VENV)/.run
	$(BIN)/python data/make_samples.py

clean:
	rm -rf build dist
