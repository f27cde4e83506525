# Two commands do everything on a machine with Python 3.11 or newer: `make run` and `make test`.
.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python
EXPORTS := PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONUNBUFFERED=1

.PHONY: help run test check lint format bench mutants coverage figures manage

help:
	@echo "make run      menyiapkan semuanya dan menjalankan portal di http://127.0.0.1:8000"
	@echo "make test     menyiapkan semuanya dan menjalankan seluruh pengujian"
	@echo "make check    lint, types and the tests of the rooms that changed, in under a minute"
	@echo "make lint     check style, templates, import rules and types"
	@echo "make format   format Python files"
	@echo "make bench    measure imports and list pages"
	@echo "make mutants  break the code on purpose and see whether tests notice"
	@echo "make coverage measure lines and branches that the suite runs, and hold the floor (7 minutes)"
	@echo "make figures  measure the house (docs/architecture.md)"
	@echo "make manage c=\"...\"   run a management command with the settings of .env"

run: $(VENV)/.ready
	@$(PY) -m deploy.run

test: $(VENV)/.ready-test
	@$(PY) -m tests.harness.suite

check: $(VENV)/.ready-test
	@$(PY) -m tests.harness.check

lint: $(VENV)/.ready-test
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/lint-imports
	@$(VENV)/bin/djlint --lint templates
	@DEBUG=1 $(PY) -m mypy bkk_portal placements trainings

mutants: $(VENV)/.ready-test
	@$(PY) -m tests.harness.mutants $(options) $(rooms)

coverage: $(VENV)/.ready-test
	@mkdir -p .artefacts/coverage
	@DEBUG=1 PORTAL_TEST_DB=sqlite $(PY) -m coverage run -m pytest -q -n 2 --dist worksteal -m "not lighthouse and not one_database"
	@$(PY) -m coverage combine -q
	@$(PY) -m coverage report

figures: $(VENV)/.ready-test
	@$(PY) -m tests.harness.figures

format: $(VENV)/.ready-test
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

bench: $(VENV)/.ready-test
	@$(PY) -m deploy.run --manage bench

manage: $(VENV)/.ready
	@$(PY) -m deploy.run --manage $(c)

# The first Python that is new enough; PYTHON=… chooses another.
$(VENV)/.made:
	@found=; for candidate in $(PYTHON) python3 python3.13 python3.12 python3.11 python; do \
	  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$candidate; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "Python 3.11 atau lebih baru tidak ditemukan. Pasang dulu, atau tunjuk dengan: make run PYTHON=/jalan/ke/python3" >&2; exit 1; \
	fi; \
	"$$found" -m venv $(VENV) || { \
	  echo "Lingkungan Python (venv) gagal dibuat. Di Debian/Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/.ready: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Memasang paket (hanya kali ini) ..."
	@$(EXPORTS) $(PY) -m pip install --quiet -c constraints.txt -e .
	@touch $@

$(VENV)/.ready-test: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Memasang paket untuk pengujian (hanya kali ini) ..."
	@$(EXPORTS) $(PY) -m pip install --quiet -c constraints.txt -e '.[test]'
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.made pyproject.toml constraints.txt
	@$(EXPORTS) $(PY) -m pip install --quiet -c constraints.txt -e '.[dev]'
	@touch $@
