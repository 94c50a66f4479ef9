"""Answer one question, or a file of questions: `qa ask`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bots.exit_codes import INPUT_PROBLEMS, NO_ANSWER
from bots.terminal.opening import open_library, opened, tell_unknown_outlets
from bots.terminal.parameters import (
    EMPTY_QUESTION,
    AllowDownload,
    Model,
    QuotesShown,
    Since,
    Sources,
    Until,
    chosen_scope,
    require_one,
)
from bots.terminal.session import Session
from qa.errors import UsageError
from qa.settings import MAX_QUOTES

if TYPE_CHECKING:
    from bots.terminal.questions import AskedLine
    from qa.answering.answerer import Answerer
    from qa.answers import Answer
    from qa.archive.protocol import Archive
    from qa.datatypes import Scope

SEEDS = Path("seeds")


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
            help="Answer every line of a JSON Lines file (`-`: standard input), one object a line.",
        ),
    ] = None,
    max_quotes: QuotesShown = None,
    since: Since = None,
    until: Until = None,
    source: Sources = None,
    newest: Annotated[
        bool, typer.Option("--newest", metavar="", help="Order the quotes by date, newest first.")
    ] = False,
    why: Annotated[bool, typer.Option("--why", metavar="", help="Say why each quote was chosen.")] = False,
    model: Model = None,
    allow_download: AllowDownload = False,
) -> None:
    """Answer a question by quoting the indexed articles.

    The line above the quotes shows how the question was understood. Where the
    archive has no answer, the command says so and exits with 1.

    Examples:

    \b
      qa ask "What did Rubio say about China?"
      qa ask --since 2025-01-01 --source Reuters "Who criticized the tariffs?"
      qa ask --questions questions.jsonl > answers.jsonl
    """
    require_one(question, questions, command="ask")
    session = session.with_settings(quotes=max_quotes, model=model, allow_download=allow_download or None)
    scope = chosen_scope(since, until, source)
    if questions is not None:
        raise typer.Exit(_ask_lines(session, questions, scope, newest=newest))
    text = sys.stdin.read() if question == "-" else str(question)
    if not text.strip():
        raise UsageError(EMPTY_QUESTION)
    index_seeds_if_none(session)
    library, answerer = open_library(session, ahead=True)
    with library:
        unknown = tell_unknown_outlets(session, library, scope)
        answer = answerer.ask(text.strip(), scope=scope, newest=newest)
        remember(session, answer)
        session.write(
            _rendered(session, answer, unknown, why=why) + _archive(session, library, answerer, answer)
        )
    raise typer.Exit(0 if answer.outcome in ("answered", "unsure", "meta") else NO_ANSWER)


def remember(session: Session, answer: Answer) -> None:
    """Store the question for `qa report`, in place of the one before it. Questions from a file are not stored."""
    from qa.answers import Outcome
    from qa.evaluation import complaints

    if answer.outcome is Outcome.META:
        # After "Thanks!" the quotes before it may still be reported.
        return
    complaints.remember(session.own, answer.question, [quote.id for quote in answer.quotes])


def _rendered(session: Session, answer: Answer, unknown: Sequence[str], *, why: bool) -> str:
    count = session.settings.quotes
    if session.json:
        from bots import contract

        return contract.as_json(contract.answer_object(answer, unknown=unknown))
    if answer.sides:
        from bots.terminal import sides

        return sides.comparison(session, answer.sides, answer.understood.topic)
    if answer.understood.over_time:
        # The latest quote comes last, so none may be cut off.
        count = MAX_QUOTES
    if session.settings.format == "md":
        from bots import markdown

        return markdown.answer_as_markdown(answer, count, why=why)
    if session.settings.format == "csv":
        from bots.terminal import quote_rows

        return quote_rows.answer_as_csv(answer, count)
    from bots.shown_quotes import shown_quotes
    from bots.terminal import rendering

    look = rendering.look_for(session, shown_quotes(answer, count, why=why))
    return rendering.answer_as_text(answer, count, look=look, why=why)


def _archive(session: Session, library: Archive, answerer: Answerer, answer: Answer) -> str:
    """Return what is in the archive, below the answer to a question about it or about the program; else ""."""
    from bots.archive_card import card_for

    if session.json or session.settings.format == "csv":
        return ""
    with library.snapshot() as snapshot:
        card = card_for(answer, snapshot, answerer)
    if card is None:
        return ""
    from bots.terminal.archive_overview import card_as_markdown, card_as_text
    from bots.terminal.rendering import look_for

    if session.settings.format == "md":
        return "\n" + card_as_markdown(card)
    return "\n" + card_as_text(card, look=look_for(session))


def _ask_lines(session: Session, file: str, scope: Scope, *, newest: bool) -> int:
    """Answer a file line by line; return the exit code: 0, or that of the last line that failed."""
    from bots import contract
    from bots.error_objects import error_object
    from bots.terminal.questions import BrokenLine, question_lines

    library, answerer = open_library(session, ahead=True)
    unknown = tell_unknown_outlets(session, library, scope)
    code = 0
    with opened(file) as lines:
        for line in question_lines(lines):
            if isinstance(line, BrokenLine):
                code = INPUT_PROBLEMS
                row = error_object(code, line.reason)
            else:
                try:
                    answer = _answer_line(answerer, line, scope, newest=newest)
                    row = contract.answer_object(answer, line.id, unknown=unknown)
                except UsageError as error:
                    # For example a question that is too long: the line is wrong, not the command.
                    code = INPUT_PROBLEMS
                    row = error_object(code, str(error))
            session.write(contract.as_json({**row, "id": line.id}))
            sys.stdout.flush()
    return code


def _answer_line(answerer: Answerer, line: AskedLine, scope: Scope, *, newest: bool) -> Answer:
    from qa.conversation.earlier.turns import Conversation

    return answerer.ask(line.question, conversation=Conversation.of(line.history), scope=scope, newest=newest)


def index_seeds_if_none(session: Session) -> None:
    """Index the articles in `seeds/` where there is no library yet, so that a first question has an answer."""
    if not session.default_library or session.own.exists() or not SEEDS.is_dir():
        return
    from bots.terminal.indexing import run_update
    from bots.wording import counted
    from qa.ingest.report import IndexRequest

    session.note(f"There is no index yet: indexing {SEEDS}/ into {session.library}.")
    report = run_update(session, IndexRequest(places=(SEEDS,)))
    have = f"{counted(report.articles, 'article')} {'is' if report.articles == 1 else 'are'} indexed"
    session.note(f"{have}. Index your own with `qa index PATH...`.")
