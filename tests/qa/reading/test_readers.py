from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from qa.datatypes import Article
from qa.reading.discovery import discover
from qa.reading.files import FoundFile, Problem, ProblemKind
from qa.reading.opening import opened
from qa.reading.readers import FORMATS, format_of, read
from qa.reading.sandbox import Sandbox

ReadAs = Callable[..., list[Article | Problem]]


def the_file(path: Path) -> FoundFile:
    (found,) = discover(path, max_bytes=1000)
    assert isinstance(found, FoundFile)
    return found


def the_problem(found: FoundFile, max_bytes: int = 1000) -> Problem:
    (problem,) = read(found, max_bytes=max_bytes)
    assert isinstance(problem, Problem)
    assert problem.fatal
    assert problem.path == str(found.path)
    assert problem.relative == found.relative
    return problem


def test_the_longest_known_ending_decides() -> None:
    assert format_of("a/b.JSONL.gz") is FORMATS[".jsonl.gz"]
    assert format_of("a.txt/b.md") is FORMATS[".md"]
    assert format_of("a.txt/b") is None
    assert format_of("a.gz") is None


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl"])
def test_an_empty_file_is_named(read_as: ReadAs, name: str) -> None:
    (problem,) = read_as(name, b"")

    assert isinstance(problem, Problem)
    assert (problem.kind, problem.reason) == (ProblemKind.EMPTY, "it is empty")


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_binary_file_with_a_texts_ending_is_named(read_as: ReadAs, name: str) -> None:
    (problem,) = read_as(name, bytes(range(256)) * 10)

    assert isinstance(problem, Problem)
    assert problem.kind is ProblemKind.BINARY


@pytest.mark.slow
def test_one_broken_file_among_a_thousand_hides_none_of_the_others(tmp_path: Path) -> None:
    for n in range(1000):
        (tmp_path / f"{n:04}.txt").write_bytes(b"\x00" * 50 if n == 500 else f"It rained {n} times.".encode())

    results = [
        result
        for found in discover(tmp_path, max_bytes=1000)
        if isinstance(found, FoundFile)
        for result in read(found, max_bytes=1000)
    ]

    assert [result.relative for result in results if isinstance(result, Problem)] == ["0500.txt"]
    assert [result.id for result in results if isinstance(result, Article)] == [
        f"{n:04}.txt" for n in range(1000) if n != 500
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl", "a.jsonl.gz"])
def test_a_file_that_vanished_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"Rain.")
    found = the_file(tmp_path / name)
    found.path.unlink()

    problem = the_problem(found)

    assert (problem.kind, problem.reason) == (ProblemKind.MISSING, "it is no longer there")


def test_a_folder_that_vanished_above_is_named_too(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").write_bytes(b"Rain.")
    found = the_file(tmp_path / "folder" / "a.txt")
    shutil.rmtree(tmp_path / "folder")
    (tmp_path / "folder").write_bytes(b"A file now.")

    assert the_problem(found).kind is ProblemKind.MISSING


def test_a_file_that_became_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Rain.")
    found = the_file(tmp_path / "a.txt")
    found.path.unlink()
    os.mkfifo(found.path)

    assert the_problem(found).kind is ProblemKind.SPECIAL


def test_a_file_that_became_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Rain.")
    found = the_file(tmp_path / "a.txt")
    found.path.unlink()
    found.path.mkdir()

    assert the_problem(found).kind in {ProblemKind.SPECIAL, ProblemKind.UNREADABLE}


def test_a_file_that_grew_above_the_limit_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Rain.")
    found = the_file(tmp_path / "a.txt")
    found.path.write_bytes(b"x" * 2000)

    problem = the_problem(found)

    assert (problem.kind, problem.reason) == (ProblemKind.OVERSIZED, "more than the limit of 1 kB")


def test_a_text_that_is_written_to_while_it_is_read_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Rain.")
    found = the_file(tmp_path / "a.txt")

    with opened(found) as file:
        found.path.write_bytes(b"Rain and snow.")
        with pytest.raises(Exception, match="changed while it was being read"):
            list(FORMATS[".txt"].read(file, found, 1000, Sandbox()))


def test_lines_that_are_written_while_they_are_read_end_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": 1, "text": "Rain."}\n{"id": 2, "text": "Snow."}\n')
    results = read(the_file(path), max_bytes=1000)
    first = next(results)
    with path.open("ab") as stream:
        stream.write(b'{"id": 3, "text": "Hail."}\n')

    *more, last = results

    assert isinstance(first, Article)
    assert more
    assert all(isinstance(each, Article) for each in more)
    assert isinstance(last, Problem)
    assert (last.kind, last.fatal) == (ProblemKind.CHANGED, True)


def test_a_closed_file_is_named(
    open_folder: Path, somebody_else: Callable[[], AbstractContextManager[None]]
) -> None:
    (open_folder / "a.txt").write_bytes(b"Rain.")
    found = the_file(open_folder / "a.txt")
    found.path.chmod(0)

    with somebody_else():
        problem = the_problem(found)

    assert (problem.kind, problem.reason) == (ProblemKind.UNREADABLE, "permission denied")


def test_no_file_stays_open_when_reading_is_given_up(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "Rain."}\n' * 3)
    before = len(list(Path("/proc/self/fd").iterdir()))

    for _ in range(5):
        results = read(the_file(tmp_path / "a.jsonl"), max_bytes=1000)
        next(results)
        results.close()  # type: ignore[attr-defined]

    assert len(list(Path("/proc/self/fd").iterdir())) == before
