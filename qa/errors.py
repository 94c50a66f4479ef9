"""Define this project's errors in one tree: messages say what is wrong and what to do; front ends catch `QAError`."""

from __future__ import annotations

from pathlib import Path

from embeddings.memory import ran_out_of_memory, require_room, threads_of_blas


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


class UnreachableError(QAError):
    """The server that keeps the library does not answer, or broke off."""

    exit_code = 69


class NodeLostError(UnreachableError):
    """A server went away while it was read from: another one of the same library may answer."""


class NotWritableError(QAError):
    """A folder cannot be written to: it is read-only, belongs to somebody else, or is on a full disk."""

    exit_code = 2

    def __init__(self, folder: Path, error: OSError) -> None:
        super().__init__(
            f"{folder} cannot be written to: {error.strerror or error}. Make it writable, or choose another folder."
        )


class OutOfMemoryError(QAError, MemoryError):
    """This process may have no more memory. It says nothing about the library, a model or a file."""

    exit_code = 71

    def __init__(self) -> None:
        super().__init__(
            "There is not enough memory. Close other programs, or raise the limit (`ulimit -v`, or that of the "
            "container), and run the command again. What was reported as done is kept."
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


def out_of_memory(error: BaseException) -> OutOfMemoryError | None:
    """Return an error as one of this project, if it came from a lack of memory; whatever library raised it."""
    if isinstance(error, OutOfMemoryError):
        return error
    return OutOfMemoryError() if ran_out_of_memory(error) else None


_NUMPY, _NUMPY_FOR_EACH_THREAD = 90_000_000, 42_000_000
"""Bytes that loading numpy takes: measured, 84 MiB and 40 MiB for each thread of its OpenBLAS beyond the first."""


_PROGRAM = 16_000_000
"""Bytes that loading the program takes before numpy: measured, 8 MiB."""


def require_memory() -> None:
    """Raise OutOfMemoryError where numpy could not be loaded.

    Its OpenBLAS would end the process with exit code 1, which says that there is no answer.
    """
    _require(
        _NUMPY + _NUMPY_FOR_EACH_THREAD * (threads_of_blas("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS") - 1)
    )


def require_memory_for_program() -> None:
    """Raise OutOfMemoryError where the commands could not be loaded.

    Where memory ends between two of its steps, Python may raise SystemError, which names no reason.
    """
    _require(_PROGRAM)


def _require(size: int) -> None:
    try:
        require_room(size)
    except MemoryError as error:
        raise OutOfMemoryError from error
