"""Leave addresses out of a text: "post.example/ada-quill" does not say that "quill" is a word in small letters."""

from __future__ import annotations

from qa.language.patterns import regex

_ADDRESS = regex(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\S+|(?<!\w)[@#]\w+|\]\(\S+")


def without_addresses(text: str) -> str:
    """Return a text without the addresses of pages and mail, handles and tags; it may be shorter."""
    return _ADDRESS.sub(" ", text) if any(mark in text for mark in ("://", "www.", "@", "#", "](")) else text
