"""Name the exit codes of the programs; each error of `qa/errors.py` carries its own."""

from __future__ import annotations

from qa.errors import DamagedIndexError, InputProblem, NotFoundError, OutOfMemoryError, QAError, UsageError

NO_ANSWER = NotFoundError.exit_code
"""Also: a quote that no longer stands in its source, and a measure below what was asked for."""
USAGE = UsageError.exit_code
INPUT_PROBLEMS = InputProblem.exit_code
DAMAGED = DamagedIndexError.exit_code
UNEXPECTED = QAError.exit_code
OUT_OF_MEMORY = OutOfMemoryError.exit_code
INTERRUPTED = 130
"""What a shell, and typer, report after Ctrl-C."""
