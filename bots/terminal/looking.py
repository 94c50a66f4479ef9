"""Look into an archive without a question: `qa overview`, `qa topic`, `qa brief`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots.terminal.opening import open_library
from bots.terminal.session import Session

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer


def overview(session: Session) -> None:
    """Show what is in the archive: its time, outlets, speakers and topics, and questions that it can answer.

    [bold]Examples[/bold]

    \b
      qa overview
      qa overview --json
    """
    from bots.archive_card import archive_card
    from bots.terminal.archive_overview import card_as_text, overview_object
    from bots.terminal.contract import as_json
    from bots.terminal.rendering import Look
    from qa.answering.pipeline import summary
    from qa.archive.overview import overview as described

    library, answerer = open_library(session, ahead=True)
    with library.snapshot() as snapshot:
        summary(snapshot)
        found = described(snapshot, answers=lambda question: _is_answered(answerer, question))
    if session.json:
        session.write(as_json(overview_object(found)))
    else:
        session.write(card_as_text(archive_card(found), look=Look(session.colour, session.width)))


def _is_answered(answerer: Answerer, question: str) -> bool:
    from qa.datatypes import Outcome

    return answerer.ask(question).outcome is Outcome.ANSWERED
