"""Find the files of a place, in an order that depends only on their names.

Links that stay inside the place are followed, others only if that is asked for: who may put a link into a folder could
otherwise publish any file of the machine. A folder is walked once, however many names it has: first all that is really
inside the place, then links to folders. So a loop ends, and a web of links cannot grow without bound.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qa.errors import UsageError
from qa.reading.files import FoundFile, Problem, ProblemKind, printable, reason_of, size_in_words
from qa.reading.other_kinds import why_unread
from qa.reading.readers import format_of, is_of_its_kind

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def discover(
    place: Path,
    *,
    exclude: Sequence[str] = (),
    skip: Sequence[Path] = (),
    max_bytes: int,
    follow_links: bool = False,
) -> Iterator[FoundFile | Problem]:
    """Yield each file of a place that can be read, and a problem for each file or folder that is not.

    Args:
        place: A file or a folder. Named by a person, so it may itself be hidden.
        exclude: Patterns as in a .gitignore file, relative to the place.
        skip: Files and folders never to enter or read: the library, and other remembered places.
        follow_links: Follow links that lead out of the place, too.
        max_bytes: Size above which a file is not read. A file of many articles may be larger: its reader counts.

    Raises:
        UsageError: If a pattern is not valid.
    """
    # Not a generator itself, so that a wrong pattern is found when this is called.
    return _Walk(place, _spec(exclude), skip, max_bytes, follow_links).run()


def _spec(patterns: Sequence[str]) -> GitIgnoreSpec | None:
    if not patterns:
        return None
    # Imported here: most runs exclude nothing and should not wait for it.
    from pathspec import GitIgnoreSpec

    for pattern in patterns:
        try:
            GitIgnoreSpec.from_lines([pattern])
        except ValueError as error:
            raise UsageError(f"--exclude {pattern!r} is not a pattern as in a .gitignore file.") from error
    return GitIgnoreSpec.from_lines(patterns)


_PAGE = re.compile(r"\.x?html?$", re.IGNORECASE)
_OF_PARTS = ("_files", ".files", "-Dateien")
"""How browsers and Word end the name of the folder with what a saved page shows: "Ferry sinks_files"."""
_PART = re.compile(r"\.(?:css|js|download)$", re.IGNORECASE)
"""What no folder of documents has: a style or a script of a page, as Chrome names it too: "menu.js.download"."""
_HIDDEN = (".", "~$")
"""How names of hidden files begin: "~$Ferry sinks.docx" is what Word keeps beside a document that is open."""

_Identity = tuple[int, int]
"""Device and inode. Reading these takes one call; resolving a path takes one for each folder above."""


class _Walk:
    """Walks one place, and remembers the folders that it has entered."""

    def __init__(
        self,
        place: Path,
        exclude: GitIgnoreSpec | None,
        skip: Sequence[Path],
        max_bytes: int,
        follow_links: bool,
    ) -> None:
        self._place = place
        self._exclude = exclude
        self._skip = [path.resolve() for path in skip]
        self._max_bytes = max_bytes
        # None: links may lead anywhere.
        self._inside = None if follow_links else place.resolve()
        self._libraries: set[_Identity] = set()
        self._visited: set[_Identity] = set()
        self._links: list[str] = []

    def run(self) -> Iterator[FoundFile | Problem]:
        try:
            status = self._place.stat()
        except OSError as error:
            reason, kind = reason_of(error)
            reason = "there is no such file or folder" if kind is ProblemKind.MISSING else reason
            yield Problem(printable(self._place), reason, kind)
            return
        if self._in_library(self._place):
            yield self._library("")
        elif not stat.S_ISDIR(status.st_mode):
            yield self._file(self._place.name, self._place, status, named=True)
        else:
            for skipped in self._skip:
                if skipped.exists():
                    self._libraries.add(_identity(skipped))
            self._visited.add(_identity(self._place))
            yield from self._folder("")
            # Links found while walking links are appended, and walked later in this loop.
            for relative in self._links:
                yield from self._linked(relative)

    def _folder(self, top: str) -> Iterator[FoundFile | Problem]:
        # A stack, not recursion: folders can be nested deeper than Python's calls.
        stack = [self._entries(top)]
        while stack:
            found = next(stack[-1], None)
            if found is None:
                stack.pop()
            elif isinstance(found, str):
                stack.append(self._entries(found))
            else:
                yield found

    def _entries(self, folder: str) -> Iterator[FoundFile | Problem | str]:
        """Yield what a folder holds, in order; a string is a folder to walk next."""
        try:
            with os.scandir(self._path(folder)) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            reason, kind = reason_of(error)
            yield self._problem(folder, reason, kind)
            return
        parts = _folders_of_parts(entry.name for entry in entries)
        for entry in entries:
            relative = folder + entry.name
            try:
                status = entry.stat()
                is_folder = stat.S_ISDIR(status.st_mode)
                left_out = self._left_out(relative + "/" if is_folder else relative, entry.name)
                if left_out is None and is_folder and (entry.name in parts or _holds_parts(entry)):
                    left_out = self._skipped(relative + "/", "parts of a saved page", ProblemKind.PARTS)
                if left_out is not None:
                    yield left_out
                elif entry.is_symlink() and self._leads_out(Path(entry.path)):
                    yield self._outside(relative + "/" if is_folder else relative)
                elif not is_folder:
                    elsewhere = (status.st_dev, status.st_ino) in self._libraries
                    yield (
                        self._library(relative)
                        if elsewhere
                        else self._file(relative, Path(entry.path), status)
                    )
                elif entry.is_symlink():
                    self._links.append(relative + "/")
                else:
                    yield self._once(relative + "/")
            except OSError as error:
                yield self._broken(relative, entry, error)

    def _linked(self, relative: str) -> Iterator[FoundFile | Problem]:
        try:
            found = (
                self._library(relative) if self._in_library(self._path(relative)) else self._once(relative)
            )
        except OSError as error:
            found = self._problem(relative, *reason_of(error))
        if isinstance(found, str):
            yield from self._folder(found)
        else:
            yield found

    def _once(self, relative: str) -> Problem | str:
        """Return the folder if it is met for the first time, and so is to be walked now; else why it is skipped."""
        identity = _identity(self._path(relative))
        if identity in self._libraries:
            return self._library(relative)
        if identity in self._visited:
            return self._skipped(relative, "already read under another name", ProblemKind.REPEATED)
        # Where a file system gives no inodes, every folder would look like the first.
        if identity[1]:
            self._visited.add(identity)
        return relative

    def _leads_out(self, link: Path) -> bool:
        if self._inside is None:
            return False
        real = link.resolve()
        # A link to the library is named as such.
        return not real.is_relative_to(self._inside) and not self._in_library(real)

    def _outside(self, relative: str) -> Problem:
        reason = (
            "a link that leads out of its place; such links are followed only with the setting follow_links"
        )
        # Not fatal: what was read behind it before is to go.
        return Problem(
            printable(self._path(relative)), reason, ProblemKind.LINK, printable(relative), fatal=False
        )

    def _in_library(self, path: Path) -> bool:
        real = path.resolve()
        return any(real.is_relative_to(skipped) for skipped in self._skip)

    def _left_out(self, relative: str, name: str) -> Problem | None:
        if name.startswith(_HIDDEN):
            return self._skipped(relative, "hidden", ProblemKind.HIDDEN)
        if self._exclude is not None and self._exclude.match_file(relative):
            return self._skipped(relative, "excluded by a pattern", ProblemKind.EXCLUDED)
        if not _is_utf8(name):
            # Stored paths are UTF-8, and a changed name could not be opened again.
            return self._problem(relative, "its name is not valid UTF-8: rename it", ProblemKind.NAME)
        return None

    def _file(
        self, relative: str, path: Path, status: os.stat_result, *, named: bool = False
    ) -> FoundFile | Problem:
        if named and not _is_utf8(relative):
            return self._problem(relative, "its name is not valid UTF-8: rename it", ProblemKind.NAME)
        if not stat.S_ISREG(status.st_mode):
            return self._problem(relative, f"{_special(status.st_mode)}, not a file", ProblemKind.SPECIAL)
        if named and self._exclude is not None and self._exclude.match_file(relative):
            return self._skipped(relative, "excluded by a pattern", ProblemKind.EXCLUDED)
        found = FoundFile(path, relative, status.st_size, status.st_mtime_ns, status.st_ino)
        reader = format_of(relative)
        if reader is None or not is_of_its_kind(found):
            reason = why_unread(relative)
            if named:
                return self._problem(relative, reason, ProblemKind.FORMAT)
            return self._skipped(relative, reason, ProblemKind.FORMAT)
        if status.st_size > self._max_bytes and not reader.many:
            reason = (
                f"{size_in_words(status.st_size)}, more than the limit of {size_in_words(self._max_bytes)}"
            )
            return self._problem(relative, reason, ProblemKind.OVERSIZED)
        return found

    def _broken(self, relative: str, entry: os.DirEntry[str], error: OSError) -> Problem:
        if (left_out := self._left_out(relative, entry.name)) is not None:
            return left_out
        reason, kind = reason_of(error)
        if kind is ProblemKind.MISSING and entry.is_symlink():
            reason = "a link to something that does not exist"
        return self._problem(relative, reason, kind)

    def _library(self, relative: str) -> Problem:
        return self._skipped(relative, "the library itself", ProblemKind.LIBRARY)

    def _path(self, relative: str) -> Path:
        return self._place / relative if relative else self._place

    def _problem(self, relative: str, reason: str, kind: ProblemKind) -> Problem:
        return Problem(printable(self._path(relative)), reason, kind, printable(relative))

    def _skipped(self, relative: str, reason: str, kind: ProblemKind) -> Problem:
        return Problem(
            printable(self._path(relative)), reason, kind, printable(relative), fatal=False, skipped=True
        )


def _folders_of_parts(names: Iterable[str]) -> set[str]:
    """Return what folders of parts beside these files are called: they hold advertisements and frames, no articles."""
    pages = {_PAGE.sub("", name) for name in names if _PAGE.search(name)}
    return {page + ending for page in pages for ending in _OF_PARTS}


def _holds_parts(folder: os.DirEntry[str]) -> bool:
    """Return whether a folder holds the parts of a saved page that is not beside it any more."""
    if not folder.name.endswith(_OF_PARTS):
        return False
    with os.scandir(folder.path) as listing:
        return any(_PART.search(entry.name) for entry in listing)


def _identity(folder: Path) -> _Identity:
    # Not the listing's own status: on Windows that has neither number.
    status = folder.stat()
    return status.st_dev, status.st_ino


def _is_utf8(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _special(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"
