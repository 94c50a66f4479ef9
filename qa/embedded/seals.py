"""Checksums of derived rows, kept beside them: a flipped bit must not shift a quote or change who said it.

Texts are protected by their version's SHA-256, vectors by their own checksum; these are for what points to them.
"""

from __future__ import annotations

import struct
import zlib

from qa.errors import DamagedIndexError


def article_seal(uid: str, place: int, path: bytes, article_id: bytes) -> int:
    """Over an article's names; to be renewed where it moves."""
    return zlib.crc32(article_id, zlib.crc32(path, zlib.crc32(f"{uid} {place} {len(path)}".encode())))


def version_seal(article: int, sha256: str, day: str | None, reader: bytes, pages: bytes) -> int:
    """Over what a version's content hash does not hold."""
    return zlib.crc32(reader, zlib.crc32(pages, zlib.crc32(f"{article} {sha256} {day}".encode())))


def passage_seal(version: object, start: int, end: int, embedding: int, sentences: bytes) -> int:
    return zlib.crc32(sentences, zlib.crc32(f"{version} {start} {end} {embedding}".encode()))


def attribution_seal(
    version: object,
    ordinal: int,
    start: int,
    end: int,
    speaker: bytes | None,
    kind: str,
    confidence: float,
    record: bytes,
) -> int:
    """Over all that is known of an attribution when it is made: everything but whom its speaker was linked to."""
    numbers = f"{version} {ordinal} {start} {end} {kind} {speaker is None} ".encode()
    begun = zlib.crc32(struct.pack("<d", confidence), zlib.crc32(numbers))
    return zlib.crc32(record, zlib.crc32(speaker or b"", begun))


def link_seal(attribution: int, name: bytes | None) -> int:
    """Over an attribution's own seal and the name of the archive's speaker that it is linked to."""
    return zlib.crc32(b"-" if name is None else b"+" + name, attribution)


def speaker_seal(name: bytes, kind: str, aliases: bytes) -> int:
    return zlib.crc32(aliases, zlib.crc32(kind.encode(), zlib.crc32(name)))


def vector_seal(vector: bytes) -> int:
    return zlib.crc32(vector)


SEALS = (article_seal, version_seal, passage_seal, attribution_seal, link_seal, speaker_seal, vector_seal)
"""To be called in SQL too, by whoever writes."""


def broken(what: str, do: str = "Run `qa doctor --repair`") -> DamagedIndexError:
    return DamagedIndexError(f"{what} in the library is not what was stored, so it is not used. {do}.")
