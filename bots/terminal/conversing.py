"""Show how a question is understood, compare speakers, follow questions: `understand`, `compare`, `follow` ..."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bots.amounts import QUOTES
from bots.exit_codes import INPUT_PROBLEMS, NO_ANSWER
from bots.terminal.opening import open_library, opened, opened_answerer, tell_unknown_outlets
from bots.terminal.parameters import EMPTY_QUESTION, Since, Sources, Until, chosen_scope, require_one
from bots.terminal.session import Session
from bots.terminal.values import whole
from qa.errors import UsageError
from qa.settings import MAX_QUOTES

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.answers import Understanding
    from qa.open_archive import Understands
    from qa.standing_questions import Follow, Follows


About = Annotated[
    str | None, typer.Option("--about", metavar="TOPIC", help="Only quotes on this topic. Default: all.")
]
Count = Annotated[
    int | None,
    typer.Option(
        "--quotes",
        "-n",
        parser=whole(1, MAX_QUOTES),
        metavar="N",
        help=f"How many quotes to show of each, at most {MAX_QUOTES}. Default: {QUOTES}.",
    ),
]


def understand(
    session: Session,
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="A question in plain words.")
    ] = None,
    questions: Annotated[
        str | None,
        typer.Option(
            "--questions", metavar="FILE", help="Read every line of a JSON Lines file (`-`: standard input)."
        ),
    ] = None,
) -> None:
    """Show how a question is understood, without answering it. Works without a library.

    With a library, the speakers and outlets of the question are looked up in it.
    In a file, `history` holds the turns before a question; in the output,
    `standalone` is the question as it reads without them.

    Examples:

    \b
      qa understand "What did Rubio say about China since March?"
      qa understand --questions questions.jsonl > understood.jsonl
    """
    require_one(question, questions, command="understand")
    from qa.open_archive import open_understanding

    there = not session.default_library or session.own.exists()
    with open_understanding(session.library if there else None, today=session.today) as read:
        if questions is not None:
            raise typer.Exit(_understand_lines(session, read, questions))
        text = str(question).strip()
        if not text:
            raise UsageError(EMPTY_QUESTION)
        _show_understood(session, read(text, None))


def compare(
    session: Session,
    first: Annotated[str, typer.Argument(metavar="SPEAKER", help="The first speaker.")],
    second: Annotated[str, typer.Argument(metavar="SPEAKER", help="The second speaker.")],
    about: About = None,
    since: Since = None,
    until: Until = None,
    source: Sources = None,
    count: Count = None,
) -> None:
    """Show what two speakers say on one topic, side by side, in their own words.

    Examples:

    \b
      qa compare Rubio Trump --about China
      qa compare "Joe Biden" "Donald Trump" --about TikTok --format md
    """
    from bots.terminal import sides

    session = session.with_settings(quotes=count)
    scope = chosen_scope(since, until, source)
    library, answerer = open_library(session, ahead=True)
    unknown = tell_unknown_outlets(session, library, scope)
    found = answerer.compare((first, second), about=about, scope=scope)
    session.write(sides.comparison(session, found.sides, about, unknown))
    told = all(side.outcome in ("answered", "unsure") for side in found.sides)
    raise typer.Exit(0 if told else NO_ANSWER)


def timeline(
    session: Session,
    speaker: Annotated[str, typer.Argument(metavar="SPEAKER", help="Whose quotes to show.")],
    about: About = None,
    since: Since = None,
    until: Until = None,
    source: Sources = None,
) -> None:
    """Show what a speaker said on a topic in order of date, with the first and the latest quote marked.

    Examples:

    \b
      qa timeline Rubio --about China
      qa timeline "Donald Trump" --about tariffs --since 2024-01-01 --format csv
    """
    from bots.terminal import sides

    scope = chosen_scope(since, until, source)
    found = opened_answerer(session, scope).timeline(speaker, about=about, scope=scope)
    session.write(sides.timeline(session, found))
    raise typer.Exit(0 if found.quotes else NO_ANSWER)


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


def _show_understood(session: Session, understood: Understanding) -> None:
    from bots import contract
    from bots.visible import visible_line
    from qa.understanding.line import understood_line

    if session.json:
        session.write(contract.as_json(contract.understood_object(understood)))
        return
    session.write(visible_line(understood_line(understood) or "a question of content"))


def _understand_lines(session: Session, read: Understands, file: str) -> int:
    """Read a file of questions line by line; return the exit code: 0, or that of the last line that failed."""
    from bots import contract
    from bots.error_objects import error_object
    from bots.terminal.questions import BrokenLine, question_lines
    from qa.conversation.earlier.turns import Conversation

    code = 0
    with opened(file) as lines:
        for line in question_lines(lines):
            row: dict[str, object]
            if isinstance(line, BrokenLine):
                code = INPUT_PROBLEMS
                row = error_object(code, line.reason)
            else:
                try:
                    understood = read(line.question, Conversation.of(line.history))
                    row = {"question": line.question, **contract.understood_object(understood)}
                except UsageError as error:
                    code = INPUT_PROBLEMS
                    row = error_object(code, str(error))
            session.write(contract.as_json({"id": line.id, **row}))
    return code
