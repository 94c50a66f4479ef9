"""One tree of errors. Messages say what is wrong and what to do; a front end catches `QAError` once."""

from __future__ import annotations

from pathlib import Path


class QAError(Exception):
    """Anything this project raises on purpose. `exit_code` is what the command line ends with."""

    exit_code = 70


class NotFoundError(QAError):
    """What was asked for by name or id is not in the library."""

    exit_code = 1


class UsageError(QAError):
    """The request itself cannot be carried out as put."""

    exit_code = 2


class InputProblem(QAError):  # noqa: N818 - a problem of what was given, not of the program
    """A file, line or value that was read is not usable."""

    exit_code = 3


class NoIndexError(QAError):
    """There is no library here, or it holds no articles."""

    exit_code = 4


class DamagedIndexError(QAError):
    """The library is there but cannot be trusted."""

    exit_code = 5


class ModelError(QAError):
    """The encoder cannot be loaded, or is not the one the library was built with."""

    exit_code = 6


class LibraryBusyError(QAError):
    """Another process is writing to the library."""

    exit_code = 2


class NotWritableError(QAError):
    """A folder that has to be written to cannot be: read-only, somebody else's, or on a full disk."""

    exit_code = 2

    def __init__(self, folder: Path, error: OSError) -> None:
        super().__init__(
            f"{folder} cannot be written to: {error.strerror or error}. Make it writable, or choose another folder."
        )


class ConfigurationError(QAError):
    """What a program that keeps running needs from outside is not there, so starting it again will not help."""

    exit_code = 78


class IndexMismatchError(ModelError):
    def __init__(self, *, index_model: str, current_model: str) -> None:
        super().__init__(
            f"The index was built with {index_model}, but {current_model} is configured. "
            "Run `qa index --rebuild`, or configure the old model."
        )
