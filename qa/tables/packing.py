"""Write texts as the bytes that tables hold: those from outside may have lone surrogates, which no database takes."""

from __future__ import annotations

from qa.errors import DamagedIndexError


def packed(text: str) -> bytes:
    """Return a text as the bytes that the database stores, with lone surrogates."""
    return text.encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> str:
    """Return the text that `packed` made bytes of. Raises DamagedIndexError for what it cannot have made."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except (UnicodeDecodeError, AttributeError) as error:
        raise DamagedIndexError("A text in the library is not what was stored. Run `qa doctor`.") from error
