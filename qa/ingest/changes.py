"""Decide which files of a place must be read again, by comparing what is known of them with what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa.reading.files import FoundFile, Problem
from qa.tables.writing.places import Stamp

RACY_NS = 2_000_000_000
"""A file changed twice within a file system's clock tick shows one time; some tick every two seconds."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed at a place. `suspects` may have changed: their content hash decides. `gone` are surely gone."""

    new: tuple[FoundFile, ...]
    suspects: tuple[FoundFile, ...]
    unchanged: tuple[str, ...]
    gone: tuple[str, ...]


def find_changes(
    known: Mapping[str, Stamp],
    found: Mapping[str, FoundFile],
    problems: Sequence[Problem] = (),
    *,
    check: bool = False,
) -> Changes:
    """Compare the files of one place, by path, with those found now.

    Args:
        problems: What could not be looked at: files that lie there are not known to be gone.
        check: Suspect every known file.
    """
    new, suspects, unchanged = [], [], []
    for path, file in sorted(found.items()):
        stamp = known.get(path)
        if stamp is None:
            new.append(file)
        elif check or not _is_surely_the_same(stamp, file):
            suspects.append(file)
        else:
            unchanged.append(path)
    hidden = [problem for problem in problems if problem.fatal and problem.line is None]
    gone = [
        path
        for path in sorted(known)
        if path not in found and not any(problem.covers(path) for problem in hidden)
    ]
    return Changes(tuple(new), tuple(suspects), tuple(unchanged), tuple(gone))


def _is_surely_the_same(stamp: Stamp, file: FoundFile) -> bool:
    same = (stamp.size, stamp.mtime_ns, stamp.inode) == (file.size, file.mtime_ns, file.inode)
    return same and stamp.seen_ns - stamp.mtime_ns > RACY_NS
