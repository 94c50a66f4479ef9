"""Show how a question, or each of a file, is understood: `qa understand`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bots.exit_codes import INPUT_PROBLEMS
from bots.terminal.opening import opened
from bots.terminal.parameters import EMPTY_QUESTION, require_one
from bots.terminal.session import Session
from qa.errors import UsageError

if TYPE_CHECKING:
    from qa.answers import Understanding
    from qa.open_archive import Understands


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
