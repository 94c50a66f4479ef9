"""Decompress the body of an HTTP response as it arrives, and stop as soon as it exceeds the size limit."""

from __future__ import annotations

import zlib

from qa.fetching.outcomes import NotFetched
from qa.reading.files import size_in_words

ACCEPTED = "gzip, deflate"

_GZIP = 31
_ZLIB = zlib.MAX_WBITS
_RAW = -zlib.MAX_WBITS


class Body:
    """Takes a body piece by piece and decompresses it.

    Raises:
        NotFetched: As soon as more than `max_bytes` arrive or are unpacked, or what arrives cannot be decompressed.
    """

    def __init__(self, encoding: str, max_bytes: int) -> None:
        names = [name.strip().lower() for name in encoding.split(",") if name.strip()]
        names = [name for name in names if name != "identity"]
        if names and (len(names) > 1 or names[0] not in {"gzip", "x-gzip", "deflate"}):
            raise NotFetched(f"it is compressed in a way that was not asked for: {encoding[:60]}")
        self._packing = names[0] if names else ""
        self._max_bytes = max_bytes
        self._received = 0
        self._data = bytearray()
        self._unpacker = zlib.decompressobj(_GZIP) if "gzip" in self._packing else None

    def take(self, chunk: bytes) -> None:
        """Take the next piece."""
        self._received += len(chunk)
        if self._received > self._max_bytes:
            raise self._too_large()
        if not self._packing:
            self._data += chunk
            return
        try:
            self._unpack(chunk)
        except zlib.error as error:
            raise NotFetched("it is compressed, and cannot be decompressed") from error

    def whole(self) -> bytes:
        """Return the whole body; NotFetched if its end is missing."""
        if self._unpacker is not None and self._received and not self._unpacker.eof:
            raise NotFetched("it ended before all of it had arrived", passing=True)
        return bytes(self._data)

    def _unpack(self, chunk: bytes) -> None:
        if self._unpacker is None:
            # "deflate" means zlib's format, but many servers send it without zlib's header.
            is_zlib = len(chunk) > 1 and chunk[0] & 0x0F == 8 and (chunk[0] << 8 | chunk[1]) % 31 == 0
            self._unpacker = zlib.decompressobj(_ZLIB if is_zlib else _RAW)
        while chunk:
            room = self._max_bytes - len(self._data)
            self._data += self._unpacker.decompress(chunk, room + 1)
            if len(self._data) > self._max_bytes:
                raise self._too_large()
            chunk = self._unpacker.unconsumed_tail
            if self._unpacker.eof:
                # A gzip file may hold several streams, one after the other; other bytes after a stream are padding.
                chunk = self._unpacker.unused_data
                if "gzip" not in self._packing or not chunk.startswith(b"\x1f\x8b"):
                    return
                self._unpacker = zlib.decompressobj(_GZIP)

    def _too_large(self) -> NotFetched:
        return NotFetched(f"more than the limit of {size_in_words(self._max_bytes)}")
