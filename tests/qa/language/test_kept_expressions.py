from __future__ import annotations

import importlib
import os
import pkgutil
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

import bots
import qa
from qa.language.kept_expressions import KeptExpressions
from qa.language.patterns import LatePattern

_SOURCES = f"""
import sys
sys.path[:0] = {[str(Path(__file__).parent)]!r}
from {Path(__file__).stem} import declared
print(declared())
"""


def _expressions(value: Any) -> Iterator[tuple[str, int]]:
    if isinstance(value, (LatePattern, re.Pattern)) and isinstance(value.pattern, str):
        yield value.pattern, value.flags & ~re.UNICODE
    elif isinstance(value, dict):
        yield from _expressions(tuple(value.values()))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _expressions(each)


def declared() -> list[tuple[str, int]]:
    """Return source and flags of all expressions of the program that stand in a module."""
    modules = [
        module.name
        for package in (qa, bots)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not module.name.endswith("__main__")
    ]
    values = tuple(vars(importlib.import_module(name)) for name in modules)
    return list(dict.fromkeys(_expressions(values)))


def _file(folder: Path) -> Path:
    (file,) = (folder / "expressions").iterdir()
    return file


def _with_checksum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4, "big") + data


def test_every_expression_of_the_program_is_kept_as_python_compiles_it(tmp_path: Path) -> None:
    expressions = declared()
    first = KeptExpressions(tmp_path)
    made = [first.compile(*each) for each in expressions]
    first.save()
    again = KeptExpressions(tmp_path)

    read = [again.compile(*each) for each in expressions]

    assert len(expressions) > 1000
    # Two expressions are equal where source, flags and code are.
    assert made == read == [re.compile(*each) for each in expressions]
    assert [each.groupindex for each in read] == [re.compile(*each).groupindex for each in expressions]


def test_an_expression_has_the_same_source_in_every_run() -> None:
    # In what order a set has its words differs between runs, and what is kept under another source is not found.
    programs = [
        subprocess.run(
            [sys.executable, "-c", _SOURCES],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "12"
    ]

    assert len(programs[0]) > 100_000
    assert programs[0] == programs[1]


def test_an_expression_is_taken_from_the_file_and_not_compiled_again(tmp_path: Path) -> None:
    first = KeptExpressions(tmp_path)
    first.compile("(?P<who>quill) said")
    first.save()
    data = _file(tmp_path).read_bytes()[4:].replace(b"(?P<who>quill) said", b"(?P<who>brand) said")
    _file(tmp_path).write_bytes(_with_checksum(data))

    found = KeptExpressions(tmp_path).compile("(?P<who>brand) said").fullmatch("quill said")

    assert found is not None
    assert found["who"] == "quill"
    assert found.lastgroup == "who"


def test_flags_tell_two_expressions_of_one_source_apart(tmp_path: Path) -> None:
    first = KeptExpressions(tmp_path)
    first.compile("quill")
    first.compile("quill", re.I)
    first.save()
    again = KeptExpressions(tmp_path)

    assert again.compile("quill").fullmatch("Quill") is None
    assert again.compile("quill", re.I).fullmatch("Quill") is not None


def test_an_error_in_an_expression_is_the_one_python_raises(tmp_path: Path) -> None:
    with pytest.raises(re.error, match="unterminated subpattern"):
        KeptExpressions(tmp_path).compile("(")


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _other_bit(data: bytes) -> bytes:
    return data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]


@pytest.mark.parametrize(
    "damaged",
    [_cut, _other_bit, lambda data: b"", lambda data: _with_checksum(b"\x93\x01\x02\x03")],
    ids=["cut off", "one bit", "empty", "no expressions"],
)
def test_a_damaged_file_is_not_used_and_is_written_anew(tmp_path: Path, damaged: Any) -> None:
    first = KeptExpressions(tmp_path)
    first.compile("quill|brandt")
    first.save()
    whole = _file(tmp_path).read_bytes()
    _file(tmp_path).write_bytes(damaged(whole))
    again = KeptExpressions(tmp_path)

    assert again.compile("quill|brandt") == re.compile("quill|brandt")
    again.save()

    assert _file(tmp_path).read_bytes() == whole


def test_code_that_python_refuses_is_compiled_from_its_source(tmp_path: Path) -> None:
    first = KeptExpressions(tmp_path)
    first.compile("brandt")
    first.save()
    no_code = msgspec.msgpack.encode([["quill", 0, int(re.UNICODE), b"\xff" * 8, 0, {}]])
    _file(tmp_path).write_bytes(_with_checksum(no_code))

    assert KeptExpressions(tmp_path).compile("quill") == re.compile("quill")


def test_two_runs_keep_what_either_compiled(tmp_path: Path) -> None:
    one, other = KeptExpressions(tmp_path), KeptExpressions(tmp_path)
    one.compile("quill")
    other.compile("brandt")
    one.save()
    other.save()

    data = _file(tmp_path).read_bytes()

    assert b"quill" in data
    assert b"brandt" in data


def test_a_file_of_many_older_releases_is_begun_anew(tmp_path: Path) -> None:
    older = KeptExpressions(tmp_path)
    for number in range(4):
        older.compile(f"quill{number}" + "levee" * 70_000)
    older.save()
    newer = KeptExpressions(tmp_path)
    newer.compile("brandt" + "levee" * 70_000)
    newer.save()

    data = _file(tmp_path).read_bytes()

    assert b"brandt" in data
    assert b"quill" not in data


def test_nothing_is_kept_where_the_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "expressions").write_text("a file where the folder should be")
    kept = KeptExpressions(tmp_path)

    assert kept.compile("quill") == re.compile("quill")
    kept.save()

    assert (tmp_path / "expressions").is_file()


def test_a_pipe_that_nobody_writes_to_is_not_read(tmp_path: Path) -> None:
    first = KeptExpressions(tmp_path)
    first.compile("quill")
    first.save()
    file = _file(tmp_path)
    file.unlink()
    os.mkfifo(file)

    kept = KeptExpressions(tmp_path)

    assert kept.compile("quill") == re.compile("quill")
    kept.save()
    assert file.is_file()


def test_a_file_that_no_run_of_the_program_leaves_is_not_read(tmp_path: Path) -> None:
    first = KeptExpressions(tmp_path)
    first.compile("quill")
    first.save()
    with _file(tmp_path).open("rb+") as file:
        file.truncate(1 << 42)  # 4 TB of nothing, which take no room on the disk

    kept = KeptExpressions(tmp_path)

    assert kept.compile("brandt") == re.compile("brandt")
    kept.save()
    assert _file(tmp_path).stat().st_size < 10_000


def test_who_ends_a_program_that_has_answered_is_shown_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptExpressions(tmp_path)
    kept.compile("quill")

    # Not by a signal, which whoever starts the tests may have had ignored.
    def interrupted(self: Path, data: bytes) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    kept.save()

    assert list((tmp_path / "expressions").iterdir()) == []
