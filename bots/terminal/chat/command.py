"""Run `qa chat`: with a prompt on a terminal, else line by line."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from bots.exit_codes import USAGE
from bots.terminal.parameters import AllowDownload, Model, QuotesShown
from bots.terminal.session import Session

if TYPE_CHECKING:
    from bots.terminal.chat.talk import Reply, Talk
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import Archive

LONGEST_LINE = 100_000


def chat(
    session: Session,
    max_quotes: QuotesShown = None,
    model: Model = None,
    allow_download: AllowDownload = False,
) -> None:
    """Talk with the archive: ask, then follow up with "and about Taiwan?" or "more".

    /help lists what else can be typed. If standard input or output is not a
    terminal, each line is answered without a prompt.

    Examples:

    \b
      qa chat
      qa chat --quotes 5
    """
    from bots.terminal.asking import index_seeds_if_none
    from bots.terminal.opening import open_library

    session = session.with_settings(quotes=max_quotes, model=model, allow_download=allow_download or None)
    index_seeds_if_none(session)
    library, answerer = open_library(session)
    with library:
        if sys.stdin.isatty() and sys.stdout.isatty() and not session.json:
            _on_screen(session, library, answerer)
        else:
            _line_by_line(session, _talk(session, library, answerer))


def _talk(session: Session, library: Archive, answerer: Answerer, *, stoppable: bool = False) -> Talk:
    from bots.terminal.asking import remember
    from bots.terminal.chat import stopping
    from bots.terminal.chat.talk import Talk
    from bots.terminal.rendering import Look

    return Talk(
        library,
        answerer,
        quotes=session.settings.quotes,
        today=session.today,
        look=lambda: Look(session.colour, session.width, session.verbose, "number"),
        remember=lambda answer: remember(session, answer),
        run=stopping.stoppable if stoppable else lambda work: work(),
    )


def _on_screen(session: Session, library: Archive, answerer: Answerer) -> None:
    from platformdirs import user_state_path

    from bots.terminal.chat.completing import Names
    from bots.terminal.chat.history import open_history
    from bots.terminal.chat.screen import Screen
    from bots.terminal.chat.stopping import end_process_if_busy, in_background
    from bots.terminal.rendering import Look
    from bots.wording import corpus_in_words

    # Load everything that the first question needs while the person reads and types.
    in_background(lambda: _warm(answerer))
    names = Names(library)
    names.refresh_soon()
    with library.snapshot() as snapshot:
        corpus = corpus_in_words(snapshot.corpus())
    if not session.quiet:
        hint = f"{corpus}. Ask in plain words; /help shows what else you can type, Ctrl-D ends."
        session.write(f"{Look(width=session.width).wrapped(hint)}\n\n")
    talk = _talk(session, library, answerer, stoppable=True)
    history = open_history(user_state_path("onrecord"))
    Screen(talk, names, history, write=session.write, colour=session.colour).run()
    end_process_if_busy()


def _warm(answerer: Answerer) -> None:
    # Ignore errors: the first question reports them, and leaving the chat at once closes the library under this one.
    with suppress(Exception):
        answerer.ask("What was said?")


def _line_by_line(session: Session, talk: Talk) -> None:
    for data in iter(lambda: sys.stdin.buffer.readline(LONGEST_LINE), b""):
        line = " ".join(data.decode("utf-8-sig", "replace").split())
        if not line:
            continue
        reply = talk.reply(line)
        if reply.end:
            return
        session.write(_as_json(line, reply) if session.json else f"{reply.text}\n")
        sys.stdout.flush()


def _as_json(line: str, reply: Reply) -> str:
    from bots import contract
    from bots.error_objects import error_object

    if reply.answer is not None:
        return contract.as_json(contract.answer_object(reply.answer))
    if reply.failed:
        return contract.as_json(error_object(USAGE, reply.text.strip()))
    return contract.as_json({"schema": contract.SCHEMA, "command": line, "text": reply.text})
