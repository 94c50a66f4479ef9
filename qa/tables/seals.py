"""Compute the checksums kept beside derived rows: a flipped bit must not shift a quote or change who said it.

Texts are protected by their version's SHA-256, vectors by their own checksum; these are for what points to them.
"""

from __future__ import annotations

import struct
import zlib

from qa.errors import DamagedIndexError


def article_seal(uid: str, place: int, path: bytes, article_id: bytes) -> int:
    """Return the checksum of an article's names; it is to be renewed when the article moves."""
    return zlib.crc32(article_id, zlib.crc32(path, zlib.crc32(f"{uid} {place} {len(path)}".encode())))


def version_seal(article: int, sha256: str, day: str | None, reader: bytes, pages: bytes) -> int:
    """Return the checksum of what a version's content hash does not cover."""
    return zlib.crc32(reader, zlib.crc32(pages, zlib.crc32(f"{article} {sha256} {day}".encode())))


def passage_seal(version: object, start: int, end: int, embedding: int, sentences: bytes) -> int:
    """Return the checksum of a passage's offsets and of what it points to."""
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
    """Return the checksum of an attribution as it is made: of everything but whom its speaker is linked to."""
    numbers = f"{version} {ordinal} {start} {end} {kind} {speaker is None} ".encode()
    begun = zlib.crc32(struct.pack("<d", confidence), zlib.crc32(numbers))
    return zlib.crc32(record, zlib.crc32(speaker or b"", begun))


def link_seal(attribution: int, name: bytes | None) -> int:
    """Return the checksum of an attribution's own seal and the name of the speaker that it is linked to."""
    return zlib.crc32(b"-" if name is None else b"+" + name, attribution)


def speaker_seal(name: bytes, kind: str, aliases: bytes) -> int:
    """Return the checksum of a speaker, without the count."""
    return zlib.crc32(aliases, zlib.crc32(kind.encode(), zlib.crc32(name)))


def vector_seal(vector: bytes) -> int:
    """Return the checksum of a passage's vector."""
    return zlib.crc32(vector)


def correction_seal(text_sha: bytes, content: bytes, speaker: bytes | None) -> int:
    """Return the checksum of a correction by hand."""
    begun = zlib.crc32(content, zlib.crc32(text_sha))
    return zlib.crc32(b"-" if speaker is None else b"+" + speaker, begun)


def pair_seal(first: bytes, second: bytes, apart: int) -> int:
    """Return the checksum of two names that a person joined or holds apart."""
    return zlib.crc32(second, zlib.crc32(first, zlib.crc32(f"{len(first)} {apart}".encode())))


def description_seal(
    version: object,
    ordinal: int,
    kind: str,
    start: int,
    end: int,
    who: bytes | None,
    what: bytes,
    of: bytes | None,
    former: int,
) -> int:
    """Return the checksum of what an article says somebody is."""
    numbers = f"{version} {ordinal} {kind} {start} {end} {former} {len(what)} {len(who or b'')}"
    names = b"".join(b"-" if name is None else b"+" + name for name in (who, of))
    return zlib.crc32(names, zlib.crc32(what, zlib.crc32(numbers.encode())))


def spoken_for_seal(attribution: int, name: bytes, linked: bytes | None) -> int:
    """Return the checksum of whom a record's speaker speaks for: the article's name and the archive's."""
    return link_seal(zlib.crc32(name, zlib.crc32(str(attribution).encode())), linked)


SEALS = (
    article_seal, version_seal, passage_seal, attribution_seal, link_seal, speaker_seal, vector_seal,
    correction_seal, pair_seal, description_seal, spoken_for_seal,
)  # fmt: skip
"""The seals that a connection for writing can call in SQL."""


def broken(what: str, do: str = "Run `qa doctor --repair`") -> DamagedIndexError:
    """Return the error for a row that is not what was stored, with what to do next."""
    return DamagedIndexError(f"{what} in the library is not what was stored, so it is not used. {do}.")
