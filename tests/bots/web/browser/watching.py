"""Watch what a browser does beside showing a page: nothing of it should ever happen here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Dialog, Response

REFUSED = "Failed to load resource: the server responded with a status of"
"""How a browser notes down a page that is told to be an error, which is no fault of the page."""


@dataclass
class Watched:
    """What pages did: dialogs that they opened, what they wrote to the console, what they asked other servers for."""

    address: str
    dialogs: list[str] = field(default_factory=list)
    console: list[tuple[str, str]] = field(default_factory=list)
    """What was written, and the address that it is about."""
    elsewhere: list[str] = field(default_factory=list)
    _refused: set[str] = field(default_factory=set)

    def watch(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self._asked(request.url))
        context.on("response", self._replied)
        context.on("console", lambda message: self.console.append((message.text, message.location["url"])))
        context.on("weberror", lambda error: self.console.append((str(error.error), "")))
        context.on("dialog", self._opened)

    def assert_nothing_happened(self) -> None:
        written = [
            (text, address)
            for text, address in self.console
            if not (text.startswith(REFUSED) and address in self._refused)
        ]
        assert (self.dialogs, written, self.elsewhere) == ([], [], [])

    def _asked(self, address: str) -> None:
        if not address.startswith(f"{self.address}/"):
            self.elsewhere.append(address)

    def _replied(self, reply: Response) -> None:
        if reply.status >= 400 and reply.request.is_navigation_request():
            self._refused.add(reply.url)

    def _opened(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()
