# The commands that people type. `make help` lists them.

PYTHON ?= python3
PYTHONS ?= python3.11 python3.13
Q ?= What did Rubio say about China?

.PHONY: help setup fast test browser check ask constraints audit

help:
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/:/'

setup: ## make .venv with all that work on it needs, in the versions that were proved
	$(PYTHON) -m venv .venv
	.venv/bin/pip install -c constraints.txt -e '.[test]'

fast: ## run the fast tests, in about two minutes
	.venv/bin/pytest -m 'not slow'

test: ## run all tests but those in a browser
	.venv/bin/pytest

browser: ## run the tests of the web pages in Chromium, which must be installed
	.venv/bin/pytest -m browser

check: ## check format, lint and types
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy

ask: ## ask the seeds a question: make ask Q='Who criticized the tariffs?'
	.venv/bin/qa ask '$(Q)'

constraints: ## install afresh, and write down the versions in constraints.txt
	$(PYTHON) .ci/constraints.py $(PYTHONS)

# torch has a range, because its builds differ: the oldest is looked up.
audit: ## look up known vulnerabilities of the versions in constraints.txt; asks osv.dev
	folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && $(PYTHON) -m venv "$$folder/venv" && \
	"$$folder/venv/bin/pip" install --quiet --disable-pip-version-check pip-audit && \
	sed -E 's/^(torch)>=([0-9]+\.[0-9]+),.*/\1==\2.0/' constraints.txt > "$$folder/versions.txt" && \
	"$$folder/venv/bin/pip-audit" --no-deps --disable-pip -s osv $(AUDIT) -r "$$folder/versions.txt"
