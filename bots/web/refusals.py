"""Refuse a request before any page is made, as text or JSON; read its headers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from bots.contract import SCHEMA
from bots.error_objects import error_object
from bots.exit_codes import USAGE
from bots.served_failures import BUSY

if TYPE_CHECKING:
    from starlette.types import Scope, Send

TOO_OFTEN = 429


def header_values(scope: Scope, name: bytes) -> list[str]:
    """Return what a request says in a header, each time that it has it.

    Args:
        name: In small letters.
    """
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]


async def refuse(
    scope: Scope, send: Send, status: int, message: str, headers: Iterable[tuple[str, str]]
) -> None:
    """Reply with a status and a message that says what to do."""
    as_json = scope["path"].endswith(".json")
    error = (
        error_object(USAGE, message)
        if status != TOO_OFTEN
        else {"schema": SCHEMA, "error": {"code": BUSY, "message": message}}
    )
    body = json.dumps(error) if as_json else f"{message}\n"
    kind = "application/json" if as_json else "text/plain; charset=utf-8"
    named = [("content-type", kind), ("content-length", str(len(body.encode()))), *headers]
    raw = [(name.encode(), value.encode()) for name, value in named]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body.encode()})
