"""Carry a conversation from one page to the next in an address, signed, so that nothing else is taken for one.

The server keeps nothing of it and sets no cookie. A history holds questions, what they were understood as, and the ids
of the quotes that were shown: no words of an article, which are looked up again, so that purged ones are gone here
too.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import secrets
import time
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from qa.archive.quote_lookup import find_quote
from qa.conversation.earlier.turns import LONGEST_TEXT, Conversation, Turn
from qa.errors import QAError

if TYPE_CHECKING:
    from qa.archive.protocol import View

LONGEST = 6_000
"""Characters of a history: with a question, an address has room for it."""
MOST_TURNS = 8
SECONDS = 24 * 60 * 60
"""How long a conversation can be gone on with."""
_SIGNATURE = 16


class Histories:
    """Writes conversations into addresses, and reads back what it wrote itself."""

    def __init__(self, *, key: bytes | None = None, clock: Callable[[], float] = time.time) -> None:
        """Start with a key that nobody else knows and that ends with the process.

        Args:
            key: Signs the histories. Each site has its own: another library's names are none of this one's.
        """
        self._key = key or secrets.token_bytes(32)
        self._clock = clock

    def written(self, conversation: Conversation) -> str:
        """Return a conversation as it stands in an address; the last turns, as many as there is room for."""
        turns = [replace(turn, answer="") for turn in conversation.turns[-MOST_TURNS:]]
        while turns:
            text = self._signed(Conversation(tuple(turns)))
            if len(text) <= LONGEST:
                return text
            turns = turns[1:]
        return ""

    def read(self, text: str, view: View) -> Conversation | None:
        """Return the conversation that was written, with the words that were shown; None for any other text."""
        try:
            packed = base64.b64decode(text.encode("ascii"), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            return None
        signature, body = packed[:_SIGNATURE], packed[_SIGNATURE:]
        # Nothing is unpacked that this server did not pack.
        if not hmac.compare_digest(signature, self._signature(body)):
            return None
        made, told = json.loads(zlib.decompress(body))
        if not 0 <= self._clock() - made <= SECONDS:
            return None
        conversation = Conversation.from_json(told)
        return Conversation(tuple(_with_words(turn, view) for turn in conversation.turns))

    def _signed(self, conversation: Conversation) -> str:
        body = zlib.compress(json.dumps([int(self._clock()), conversation.to_json()]).encode("ascii"), 9)
        return base64.b64encode(self._signature(body) + body, altchars=b"-_").decode("ascii")

    def _signature(self, body: bytes) -> bytes:
        return hmac.new(self._key, body, hashlib.sha256).digest()[:_SIGNATURE]


def _with_words(turn: Turn, view: View) -> Turn:
    texts = []
    for each in turn.quotes:
        try:
            texts.append(find_quote(view, each).text)
        except QAError:
            continue
    return replace(turn, answer="\n".join(texts)[:LONGEST_TEXT])
