"""`qa ask`: one question, or a file of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from bots.terminal.options import a_day
from bots.terminal.session import Session
from qa.errors import InputProblem, UsageError

if TYPE_CHECKING:
    from bots.terminal.questions import AskedLine
    from qa.answering import Answerer
    from qa.datatypes import Answer, Scope
    from qa.store import Library

SEEDS = Path("seeds")
NO_ANSWER = 1


def ask(
    session: Session,
    question: Annotated[
        str | None,
        typer.Argument(
            metavar="QUESTION", help="A question in plain words; `-` reads it from standard input."
        ),
    ] = None,
    questions: Annotated[
        str | None,
        typer.Option(
            "--questions",
            metavar="FILE",
            help="Answer every line of a JSON lines file (`-`: standard input), an object a line.",
        ),
    ] = None,
    max_quotes: Annotated[
        int | None,
        typer.Option(
            "--quotes", "-n", metavar="N", min=1, max=10, help="How many quotes to show. Default: 3."
        ),
    ] = None,
    since: Annotated[
        date | None, typer.Option(parser=a_day, metavar="DATE", help="Only articles of this day or later.")
    ] = None,
    until: Annotated[
        date | None, typer.Option(parser=a_day, metavar="DATE", help="Only articles of this day or earlier.")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only articles of this outlet; can be repeated.")
    ] = None,
    newest: Annotated[
        bool, typer.Option("--newest", metavar="", help="Order the quotes by date, newest first.")
    ] = False,
    why: Annotated[bool, typer.Option("--why", metavar="", help="Say for each quote what matched.")] = False,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="MODEL", help="The model that the library was built with, if not the packaged one."
        ),
    ] = None,
    allow_download: Annotated[
        bool,
        typer.Option("--allow-download", metavar="", help="Fetch the model if it is not on this machine."),
    ] = False,
) -> None:
    """Answer a question by quoting the indexed articles.

    Above the quotes stands what was understood, so that a misunderstanding shows. Where the archive has no
    answer, it says so, and exits with 1.

    [bold]Examples[/bold]

    \b
      qa ask "What did Rubio say about China?"
      qa ask --since 2025-01-01 --source Reuters "Who criticized the tariffs?"
      qa ask --questions questions.jsonl > answers.jsonl
    """
    if (question is None) == (questions is None):
        raise UsageError("Give either a question or --questions FILE. See `qa ask --help`.")
    session = session.with_settings(quotes=max_quotes, model=model, allow_download=allow_download or None)
    scope = chosen_scope(since, until, source)
    if questions is not None:
        raise typer.Exit(_ask_lines(session, questions, scope, newest=newest))
    text = sys.stdin.read() if question == "-" else str(question)
    if not text.strip():
        raise UsageError("The question is empty.")
    index_seeds_if_none(session)
    answer = opened_answerer(session).ask(text.strip(), scope=scope, newest=newest)
    remember(session, answer)
    session.write(_rendered(session, answer, why=why))
    raise typer.Exit(0 if answer.outcome == "answered" else NO_ANSWER)


def remember(session: Session, answer: Answer) -> None:
    """Keep the question for `qa report`, in the place of the last one. Those of a file are not kept."""
    from qa.evaluation import complaints

    complaints.remember(session.library, answer.question, [quote.id for quote in answer.quotes])


def _rendered(session: Session, answer: Answer, *, why: bool) -> str:
    from bots.terminal import contract, rendering, sides

    count = session.settings.quotes
    if session.json:
        return contract.as_json(contract.answer_object(answer))
    if answer.sides:
        return sides.comparison(session, answer.sides, answer.understood.topic)
    if answer.understood.over_time:
        # The latest stands last.
        count = contract.MAX_QUOTES
    if session.settings.format == "md":
        return rendering.answer_as_markdown(answer, count, why=why)
    if session.settings.format == "csv":
        return rendering.answer_as_csv(answer, count)
    look = rendering.Look(session.colour, session.width)
    return rendering.answer_as_text(answer, count, look=look, why=why)


def _ask_lines(session: Session, file: str, scope: Scope, *, newest: bool) -> int:
    """Answer line by line; return the exit code: of the last thing that went wrong, else 0."""
    from bots.terminal import contract, failures
    from bots.terminal.questions import BrokenLine, question_lines

    answerer = opened_answerer(session)
    code = 0
    with opened(file) as lines:
        for line in question_lines(lines):
            if isinstance(line, BrokenLine):
                code = InputProblem.exit_code
                told = failures.error_object(code, line.reason)
            else:
                try:
                    told = contract.answer_object(_answer_line(answerer, line, scope, newest=newest), line.id)
                except UsageError as error:
                    # Such as a question that is too long: the line is at fault, not the command.
                    code = InputProblem.exit_code
                    told = failures.error_object(code, str(error))
            session.write(contract.as_json({**told, "id": line.id}))
            sys.stdout.flush()
    return code


def _answer_line(answerer: Answerer, line: AskedLine, scope: Scope, *, newest: bool) -> Answer:
    from qa.conversation.turns import Conversation

    return answerer.ask(line.question, conversation=Conversation.of(line.history), scope=scope, newest=newest)


@contextmanager
def opened(file: str) -> Iterator[BinaryIO]:
    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as lines:
            yield lines
    except OSError as error:
        if error.filename is None:
            raise
        raise InputProblem(f"The questions in {file} cannot be read: {error.strerror}.") from error


def chosen_scope(since: date | None, until: date | None, sources: list[str] | None) -> Scope:
    from qa.datatypes import Scope

    if since and until and since > until:
        raise UsageError(f"--since {since} is later than --until {until}.")
    return Scope(since, until, tuple(sources or ()))


def opened_answerer(session: Session) -> Answerer:
    return open_library(session)[1]


def open_library(session: Session) -> tuple[Library, Answerer]:
    """Open the library, and what answers from it. The encoder is loaded with the first question."""
    from qa.answering import Answerer
    from qa.encoding import open_encoder
    from qa.store import Library

    settings = session.settings
    library = Library.open(session.library)
    return library, Answerer(
        library,
        lambda: open_encoder(settings.model, allow_download=settings.allow_download),
        today=session.today,
    )


def index_seeds_if_none(session: Session) -> None:
    """Index the articles that come with the project, so that a first question has an answer."""
    if not session.default_library or session.library.exists() or not SEEDS.is_dir():
        return
    from bots.terminal.indexing import run_update
    from qa.reports import IndexRequest

    session.note(f"There is no index yet: indexing {SEEDS}/ into {session.library}.")
    report = run_update(session, IndexRequest(places=(SEEDS,)))
    session.note(f"{report.articles} articles are indexed. Index your own with `qa index PATH...`.")
