from __future__ import annotations

import errno
import re
import resource
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from embeddings.errors import EncoderError
from embeddings.loading import load_encoder
from embeddings.memory import ran_out_of_memory, require_room, threads_of_blas
from tests.little_memory import ROOT, in_little_memory

LOAD = """
import onnxruntime, tokenizers
from embeddings.cache import cache_folders
from embeddings.loading import load_encoder

before = set(cache_folders(None)[0].rglob("*.json"))
leave(40)
try:
    load_encoder()
except BaseException as error:
    tell(error)
after = set(cache_folders(None)[0].rglob("*.json"))
print("kept" if before <= after else "forgotten")
"""

MAP = """
import numpy as np
from embeddings import vector_index

rows = np.eye(384, dtype=np.float32)
many = ((np.arange(384 * n, 384 * (n + 1)), rows) for n in range(60))
path = Path(sys.argv[1]) / "vectors"
written = vector_index.write(path, many, 384)
leave(4)
try:
    vector_index.VectorIndex.open(path, sha256=written.sha256, size=written.size)
except (MemoryError, RuntimeError, vector_index.VectorIndexError) as error:
    tell(error)
"""


def chained(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def raised(error: Exception, *, instead_of: Exception) -> Exception:
    try:
        try:
            raise instead_of
        except type(instead_of):
            raise error from None
    except type(error) as caught:
        return caught


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        RuntimeError("can't start new thread"),
        RuntimeError("Error in faiss::mmap: std::bad_alloc"),
        ImportError("libgomp.so.1: failed to map segment from shared object"),
        RuntimeError(
            "[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes"
        ),
        chained(EncoderError("The model cannot be loaded"), MemoryError()),
    ],
    ids=["python", "system", "thread", "c++", "linker", "torch", "cause"],
)
def test_a_lack_of_memory_is_recognised_however_a_library_says_it(error: Exception) -> None:
    assert ran_out_of_memory(error)


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        EncoderError("There is no model in /home/ada/out of memory"),
        ImportError("libgomp.so.1: cannot allocate memory in static TLS block"),
        ValueError("not valid JSON"),
        KeyError("Quill said the shop was out of memory"),
        raised(ValueError("bad question"), instead_of=MemoryError()),
        SystemError("error return without exception set"),
    ],
    ids=["disk", "own words", "order of loading", "other", "words of a text", "replaced", "no limit"],
)
def test_other_errors_are_not_taken_for_a_lack_of_memory(error: Exception) -> None:
    assert not ran_out_of_memory(error)


NO_REASON = """
leave({left})
error = SystemError("error return without exception set")
print("memory" if ran_out_of_memory(error) else "other")
"""


@pytest.mark.parametrize(("left", "taken_for"), [(4, "memory"), (100_000, "other")], ids=["little", "much"])
def test_a_failure_that_names_no_reason_is_one_of_memory_where_little_of_it_was_left(
    left: int, taken_for: str
) -> None:
    done = in_little_memory(NO_REASON.format(left=left))

    assert done.stdout.strip() == taken_for, done


UNREADABLE = """
import sys
from embeddings.memory import ran_out_of_memory

print("resource" in sys.modules, flush=True)
sys.stdin.readline()
print("memory" if ran_out_of_memory(SystemError("error return without exception set")) else "other")
"""


def test_a_failure_that_names_no_reason_is_one_of_memory_where_nothing_can_be_loaded_to_find_out() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", UNREADABLE], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "False\n"
        size = re.search(r"VmSize:\s+(\d+)", Path(f"/proc/{process.pid}/status").read_text())
        assert size is not None
        resource.prlimit(process.pid, resource.RLIMIT_AS, (int(size[1]) * 1024, resource.RLIM_INFINITY))
        told, _ = process.communicate("\n")

    assert told == "memory\n"


def test_the_lack_of_memory_of_an_array_is_recognised() -> None:
    with pytest.raises(MemoryError) as caught:
        np.empty(1 << 60, dtype=np.uint8)

    assert ran_out_of_memory(caught.value)


def test_room_that_cannot_be_had_is_refused_and_other_room_is_not_kept() -> None:
    require_room(1 << 20)

    with pytest.raises(MemoryError):
        require_room(1 << 60)


def test_the_threads_of_blas_are_those_that_the_first_setting_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)

    assert threads_of_blas("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS") == 1
    monkeypatch.setenv("OMP_NUM_THREADS", "9" * 5_000)
    assert threads_of_blas("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS") >= 1


def test_an_index_that_cannot_be_mapped_for_lack_of_memory_is_not_damaged(tmp_path: Path) -> None:
    done = in_little_memory(MAP, str(tmp_path))

    assert done.stdout.startswith("memory"), done
    assert "VectorIndexError" not in done.stdout


@pytest.mark.parametrize("how", ["prepared", pytest.param("not prepared", marks=pytest.mark.slow)])
def test_a_model_that_there_is_no_memory_for_is_not_called_damaged(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if how == "not prepared":
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    else:
        load_encoder()

    done = in_little_memory(LOAD)

    assert done.stdout.split()[0] == "memory", done
    assert done.stdout.split()[-1] == "kept"
    assert "damaged" not in done.stderr
    assert "could not be exported" not in done.stderr
