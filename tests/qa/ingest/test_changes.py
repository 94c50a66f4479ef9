from __future__ import annotations

from pathlib import Path

from qa.ingest.changes import RACY_NS, find_changes
from qa.reading.files import FoundFile, Problem, ProblemKind
from qa.tables.writing.places import Stamp

SEEN = 10 * RACY_NS


def stamp(size: int = 1, mtime_ns: int = 1, inode: int = 1, seen_ns: int = SEEN) -> Stamp:
    return Stamp(size, mtime_ns, inode, seen_ns, "hash")


def found(path: str, size: int = 1, mtime_ns: int = 1, inode: int = 1) -> FoundFile:
    return FoundFile(Path(path), path, size, mtime_ns, inode)


def test_a_file_with_the_same_size_time_and_inode_is_unchanged() -> None:
    changes = find_changes({"a": stamp()}, {"a": found("a")})

    assert changes.unchanged == ("a",)
    assert (changes.new, changes.suspects, changes.gone) == ((), (), ())


def test_any_difference_makes_a_file_suspect() -> None:
    known = {"a": stamp(), "b": stamp(), "c": stamp()}
    now = {"a": found("a", size=2), "b": found("b", mtime_ns=2), "c": found("c", inode=2)}

    assert [file.relative for file in find_changes(known, now).suspects] == ["a", "b", "c"]


def test_a_file_read_just_after_it_was_written_is_suspect() -> None:
    known = {"a": stamp(mtime_ns=SEEN - RACY_NS // 2)}

    assert find_changes(known, {"a": found("a", mtime_ns=SEEN - RACY_NS // 2)}).suspects


def test_every_file_is_suspect_when_all_are_to_be_checked() -> None:
    assert find_changes({"a": stamp()}, {"a": found("a")}, check=True).suspects


def test_what_is_not_known_is_new_and_what_is_not_found_is_gone() -> None:
    changes = find_changes({"a": stamp()}, {"b": found("b")})

    assert [file.relative for file in changes.new] == ["b"]
    assert changes.gone == ("a",)


def test_what_could_not_be_looked_at_is_not_known_to_be_gone() -> None:
    known = {"in/a": stamp(), "in/b": stamp(), "out": stamp(), "left": stamp()}
    closed = Problem("in/", "permission denied", ProblemKind.UNREADABLE, "in/")
    excluded = Problem(
        "left", "excluded by a pattern", ProblemKind.EXCLUDED, "left", fatal=False, skipped=True
    )

    assert find_changes(known, {}, [closed, excluded]).gone == ("left", "out")
