"""Recognise that memory ran out: each library says so in its own way, and in none of these ways is a file damaged."""

from __future__ import annotations

import errno
import os
import re
import sys
from pathlib import Path

_SAID = re.compile(
    "bad_alloc|can(?:no|')t allocate memory(?! in static TLS)|failed to map segment|cannot map zero-fill pages"
    "|can't start new thread|ThreadPoolBuildError|(?:not enough|out of) memory",
    re.IGNORECASE,
)
"""What C++, the dynamic linker, Python's threads, Rust and torch say of it."""

_NAMED_NOTHING = re.compile("without (?:setting an )?exception(?: set)?", re.IGNORECASE)
"""What Python says of C code that failed and gave no reason: "error return without exception set"."""

_NEAR = 0.75
"""Share of the limit that a process has to have had, for a failure without a reason to be one of memory.

What failed may have been a request for much: a model of 90 MB in 320 MB."""

_DIGITS = 10
_MOST_THREADS = 64
"""For which OpenBLAS is built, as numpy and faiss bring it."""

_TORCH = 800_000_000
"""Bytes: loading torch and transformers takes 540 MiB, and a model and what is computed with it some hundred more."""

_OWN = ("embeddings.", "qa.", "bots.")
"""Modules whose own errors are not read: their words may quote anything."""


def ran_out_of_memory(error: BaseException) -> bool:
    """Whether an error, or one that it was raised for, says that this process may have no more memory.

    A thread that cannot be started counts too: what it lacks is room for its stack.
    """
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        each = waiting.pop()
        if each is None or id(each) in seen:
            continue
        if _says_so(each):
            return True
        seen.add(id(each))
        waiting += [each.__cause__, None if each.__suppress_context__ else each.__context__]
    return False


def _says_so(error: BaseException) -> bool:
    if isinstance(error, MemoryError):
        return True
    if isinstance(error, OSError) and error.errno is not None:
        return error.errno == errno.ENOMEM
    if type(error).__module__.startswith(_OWN) or not _may_say_so(error):
        return False
    if isinstance(error, SystemError) and _NAMED_NOTHING.search(str(error)):
        return _came_near_its_limit()
    return bool(_SAID.search(str(error)))


def _came_near_its_limit() -> bool:
    """Return whether this process may have only so many addresses, and once had most of them.

    While another thread takes what is left, an import ends with a SystemError that names no reason. Where there is not
    even room to find out, it did.
    """
    try:
        import resource

        limit, _ = resource.getrlimit(resource.RLIMIT_AS)
        peak = re.search(r"VmPeak:\s+(\d+) kB", Path("/proc/self/status").read_text())
    except (MemoryError, SystemError):
        return True
    except (ImportError, OSError) as error:
        # Where a module or a file is not there, the system tells nothing of memory.
        return _says_so(error)
    return limit != resource.RLIM_INFINITY and peak is not None and int(peak[1]) * 1024 > _NEAR * limit


def _may_say_so(error: BaseException) -> bool:
    """Return whether a library may say so by such an error; those of Python about a value may quote anything."""
    if type(error).__module__ != "builtins":
        return True
    return type(error) in (Exception, BaseException) or isinstance(
        error, RuntimeError | ImportError | SystemError | OSError
    )


def require_room(size: int) -> None:
    """Raise MemoryError if this process may not have so many bytes more.

    For what would otherwise end the process: OpenBLAS, in numpy and in faiss, takes its buffers while it is loaded, and
    ends with exit code 1 or a crash where it gets none.
    """
    import mmap

    try:
        # Reserved and given back; no page of it is touched.
        mmap.mmap(-1, size).close()
    except (OSError, OverflowError) as error:
        raise MemoryError(f"{size:,} bytes of memory are not to be had") from error


def require_room_for_torch() -> None:
    """Raise MemoryError where torch could not be loaded.

    Its modules go on where one of them found no memory, and what fails later says that a name cannot be imported.
    """
    if "torch" not in sys.modules:
        require_room(_TORCH)


def threads_of_blas(*settings: str) -> int:
    """Return for how many threads OpenBLAS takes buffers.

    Args:
        settings: The variables of the environment that limit their number; the first that is set counts.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    given = next((os.environ[name] for name in settings if os.environ.get(name, "").isdecimal()), "")
    # Python reads no number of thousands of digits.
    wanted = int(given) if 0 < len(given) < _DIGITS else _MOST_THREADS
    return max(1, min(cores, wanted, _MOST_THREADS))
