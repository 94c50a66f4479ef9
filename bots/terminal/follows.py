"""Follow questions, and show what new articles say on them: `qa follow`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bots.exit_codes import NO_ANSWER
from bots.terminal.opening import open_library, opened_answerer
from bots.terminal.session import Session
from bots.terminal.values import whole
from qa.errors import UsageError

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.standing_questions import Follow, Follows


def follow(
    session: Session,
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="What to watch for in new articles.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", metavar="", help="Show what is followed.")] = False,
    remove: Annotated[
        int | None, typer.Option("--remove", parser=whole(1), metavar="ID", help="Stop following this one.")
    ] = None,
    run: Annotated[
        bool, typer.Option("--run", metavar="", help="Show what is new since the last run, each quote once.")
    ] = False,
) -> None:
    """Follow a question: after new articles are indexed, show their quotes on it, each once.

    Examples:

    \b
      qa follow "What does Rubio say about China?"
      qa follow --list
      qa follow --run --json
      qa follow --remove 1
    """
    from bots.visible import visible_line
    from qa.standing_questions import FILE, Follows

    if sum((question is not None, listed, remove is not None, run)) != 1:
        raise UsageError("Give one of QUESTION, --list, --remove ID or --run. See `qa follow --help`.")
    answerer = opened_answerer(session) if run or question is not None else open_library(session)[1]
    follows = Follows(session.own / FILE)
    if listed:
        _list_follows(session, follows.all())
    elif remove is not None:
        removed = follows.remove(remove)
        if session.json:
            _list_follows(session, [removed])
        else:
            session.write(visible_line(f"No longer followed: {removed.question}"))
    elif run:
        raise typer.Exit(0 if _run_follows(session, answerer, follows) else NO_ANSWER)
    else:
        followed = follows.add(answerer, str(question))
        _list_follows(session, [followed])


def _run_follows(session: Session, answerer: Answerer, follows: Follows) -> bool:
    """Show the new quotes for every question and record them as shown; return whether there were any."""
    import sys

    from bots import contract, markdown
    from bots.terminal import quote_rows, rendering
    from bots.visible import visible_line

    anything = False
    for each in follows.all():
        quotes = follows.pending(answerer, each)
        if not quotes:
            continue
        anything = True
        if session.json:
            for quote in quotes:
                shown = {"follow": each.id, "question": each.question, "quote": contract.quote_object(quote)}
                session.write(contract.as_json(shown) + "\n")
        elif session.settings.format == "csv":
            session.write(quote_rows.quotes_as_csv(quotes, question=each.question))
        elif session.settings.format == "md":
            head = f"**{markdown.escaped(visible_line(each.question))}**"
            shown_quotes = (markdown.quote_as_markdown(quote) for quote in quotes)
            session.write("\n\n".join((head, *shown_quotes)) + "\n")
        else:
            look = rendering.look_for(session, quotes)
            shown_quotes = (rendering.quote_as_text(quote, n, look=look) for n, quote in enumerate(quotes, 1))
            session.write("\n\n".join((look.bold(visible_line(each.question)), *shown_quotes)) + "\n")
        # A quote counts as shown only once it has left this process.
        sys.stdout.flush()
        follows.acknowledge(each, quotes)
    if not anything and not session.json:
        session.note("Nothing new.")
    return anything


def _list_follows(session: Session, follows: list[Follow]) -> None:
    from bots.contract import as_json
    from bots.terminal.tables import write_rows

    if session.json:
        for each in follows:
            session.write(as_json({"id": each.id, "question": each.question, "since": each.made}) + "\n")
        return
    rows = [(str(each.id), each.question, each.made[:10]) for each in follows]
    write_rows(session, ("id", "question", "since"), rows, none="Nothing is followed.")
