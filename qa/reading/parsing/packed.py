"""Unpack a zip file member by member, and never more of it than the limits allow."""

from __future__ import annotations

import io
import zlib
from types import TracebackType
from typing import Self
from zipfile import BadZipFile, ZipFile

from lxml import etree

from qa.reading.files import ProblemKind, Unusable
from qa.reading.limits import ALWAYS_UNPACKED, MAX_RATIO
from qa.reading.parsing.markup import require_whole


class Packed:
    """A zip file in memory. Every method raises Unusable for what is damaged, locked or a bomb."""

    def __init__(self, data: bytes) -> None:
        self._room = max(ALWAYS_UNPACKED, MAX_RATIO * len(data))
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError) as error:
            raise Unusable("it is damaged, cut off, or not what its name says", ProblemKind.BROKEN) from error
        self._names = frozenset(self._zip.namelist())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def member(self, name: str) -> bytes:
        """Return the bytes of a member."""
        if name not in self._names:
            raise Unusable(f"its part {name!r} is missing", ProblemKind.BROKEN)
        try:
            with self._zip.open(name) as stream:
                # The sizes in the zip's directory may be false, so no more is read than there is room for.
                data = stream.read(self._room + 1)
        except RuntimeError as error:
            raise Unusable("it is locked with a password", ProblemKind.UNREADABLE) from error
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise Unusable(f"its part {name!r} is damaged", ProblemKind.BROKEN) from error
        self._room -= len(data)
        if self._room < 0:
            reason = f"it unpacks to more than {MAX_RATIO} times its size: the rest is not read"
            raise Unusable(reason, ProblemKind.OVERSIZED)
        return data

    def require_room_for_all(self) -> None:
        """Unpack every member and forget it: for a library that unpacks the file itself."""
        for name in sorted(self._names):
            self.member(name)

    def xml(self, name: str) -> etree._Element:
        """Parse a member into a tree. No entity is resolved and nothing outside is opened, whatever it asks for."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(self.member(name), parser)
        except etree.XMLSyntaxError as error:
            require_whole(parser)
            raise Unusable(f"its part {name!r} is damaged", ProblemKind.BROKEN) from error
        if next(root.iter(etree.Entity), None) is not None:
            # Words would be missing in its place, and no program that writes such files uses one.
            raise Unusable(f"its part {name!r} uses an entity, and none is resolved", ProblemKind.BROKEN)
        return root
