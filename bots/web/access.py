"""Let in only who shows a token: `Access` stands after the guard and before every page."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import logging
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bots.web.refusals import header_values, refuse
from qa.errors import ConfigurationError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

SHORTEST_TOKEN = 16
LONGEST_FILE = 100_000
"""Bytes of a file of tokens."""
REALM = "Onrecord"
CHALLENGES = (f'Basic realm="{REALM}", charset="UTF-8"', f'Bearer realm="{REALM}"')
"""The first makes a browser ask; a program may use either."""
SHOWN = "onrecord.token"
"""Where a request keeps which token it showed, by its digest: its line in the file may change."""

logger = logging.getLogger(__name__)


def tokens_from(path: Path) -> tuple[str, ...]:
    """Return the tokens of a file, one a line; empty lines and those that begin with # are left out.

    Raises:
        ConfigurationError: If it cannot be read, others than its owner can read it, or it holds no good token.
    """
    make = f"(umask 077; openssl rand -hex 24 > {path})"
    try:
        with path.open("rb") as file:
            mode, content = os.fstat(file.fileno()).st_mode, file.read(LONGEST_FILE + 1)
    except OSError as error:
        raise ConfigurationError(
            f"The file of tokens {path} cannot be read: {error.strerror}. Make one: {make}"
        ) from error
    if stat.S_IMODE(mode) & 0o077:
        raise ConfigurationError(
            f"Others can read the tokens in {path}. Run `chmod 600 {path}`, and make new tokens if somebody has."
        )
    try:
        lines = content.decode("ascii").split("\n") if len(content) <= LONGEST_FILE else []
    except UnicodeDecodeError:
        lines = []
    found = [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]
    for number, token in enumerate(found, start=1):
        if len(token) < SHORTEST_TOKEN or not token.isprintable() or " " in token:
            # Never the token itself: messages are kept in logs.
            raise ConfigurationError(
                f"Token {number} in {path} is none: at least {SHORTEST_TOKEN} letters, digits and marks in ASCII, "
                "without spaces."
            )
    if not found:
        raise ConfigurationError(f"{path} holds no token. Write one a line, in ASCII: {make}")
    return tuple(found)


class TokenFile:
    """The tokens of a file, read again when it has changed: a token is taken back while the server runs."""

    def __init__(self, path: Path) -> None:
        """Read the file. Raises ConfigurationError as `tokens_from` does."""
        self._path = path
        self._state = _state_of(path)
        self._tokens = tokens_from(path)

    def __call__(self) -> tuple[str, ...]:
        """Return the tokens as they are now; none while the file cannot be used."""
        state = _state_of(self._path)
        if state != self._state:
            self._state = state
            try:
                self._tokens = tokens_from(self._path)
                logger.warning("The tokens were read again: %d.", len(self._tokens))
            except ConfigurationError as error:
                # A token may have been taken back: who was let in before is not known to be still.
                self._tokens = ()
                logger.error("%s Until then nobody is let in.", error)
        return self._tokens


def _state_of(path: Path) -> tuple[int, ...] | None:
    """Return what differs after a file was written or put in another's place; None where it cannot be seen."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


class Access:
    """Stands before an application and refuses who shows none of some tokens; without any, it lets everybody in."""

    def __init__(self, app: ASGIApp, tokens: Sequence[str] | TokenFile = ()) -> None:
        self._app = app
        self._is_open = not tokens
        self._tokens = tokens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # The server's own start and end have no headers, and come from no client.
        if self._is_open or scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        shown = self._shown(scope)
        if shown is None:
            message = "This archive is not open to everybody. Give the token as a password, with any name."
            await refuse(scope, send, 401, message, [("www-authenticate", each) for each in CHALLENGES])
            return
        await self._app({**scope, SHOWN: shown}, receive, send)

    def _shown(self, scope: Scope) -> bytes | None:
        """Return the digest of the token that a request shows; None if it shows none of them."""
        shown = header_values(scope, b"authorization")
        digest = _digest(_token_of(shown[0]) if len(shown) == 1 else b"")
        # Digests are of one length, so that comparing takes the same time whatever is shown; and each is compared, also
        # after one has fitted.
        tokens = self._tokens() if isinstance(self._tokens, TokenFile) else self._tokens
        fitting = [hmac.compare_digest(_digest(token.encode()), digest) for token in tokens]
        return digest if any(fitting) else None


def _token_of(header: str) -> bytes:
    """Return the token of an Authorization header: of a bearer, or the password of any user; b"" where it has none."""
    kind, _, value = header.partition(" ")
    value = value.strip()
    if kind.casefold() == "bearer":
        return value.encode("latin-1")
    if kind.casefold() != "basic":
        return b""
    try:
        return base64.b64decode(value, validate=True).partition(b":")[2]
    except (binascii.Error, ValueError):
        return b""


def _digest(token: bytes) -> bytes:
    return hashlib.sha256(token).digest()
