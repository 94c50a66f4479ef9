"""Define this project's errors in one tree: messages say what is wrong and what to do; front ends catch `QAError`."""

from __future__ import annotations

from pathlib import Path


class QAError(Exception):
    """Any error that this project raises on purpose. `exit_code` is the exit code of the command line."""

    exit_code = 70


class NotFoundError(QAError):
    """Something that was asked for by name or id is not in the library."""

    exit_code = 1


class UsageError(QAError):
    """The request cannot be carried out as it was given."""

    exit_code = 2


class InputProblem(QAError):  # noqa: N818 - a problem of what was given, not of the program
    """A file, line or value that was read cannot be used."""

    exit_code = 3


class NoIndexError(QAError):
    """There is no library here, or it holds no articles."""

    exit_code = 4


class DamagedIndexError(QAError):
    """The library is damaged, or was made by a newer program."""

    exit_code = 5


class NewerLibraryError(DamagedIndexError):
    """The library was made by a newer program: nothing may be repaired by what this one knows."""


class ModelError(QAError):
    """The encoder cannot be loaded, or is not the one the library was built with."""

    exit_code = 6


class LibraryBusyError(QAError):
    """Another process is writing to the library."""

    exit_code = 2


class NotWritableError(QAError):
    """A folder cannot be written to: it is read-only, belongs to somebody else, or is on a full disk."""

    exit_code = 2

    def __init__(self, folder: Path, error: OSError) -> None:
        super().__init__(
            f"{folder} cannot be written to: {error.strerror or error}. Make it writable, or choose another folder."
        )


class ConfigurationError(QAError):
    """Something that a long-running program needs is missing from outside, so starting it again will not help."""

    exit_code = 78


class IndexMismatchError(ModelError):
    """The library was built with another model than the one configured."""

    def __init__(self, *, index_model: str, current_model: str) -> None:
        super().__init__(
            f"The index was built with {index_model}, but {current_model} is configured. "
            "Run `qa index --rebuild`, or configure the old model."
        )
