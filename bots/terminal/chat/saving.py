"""Save a conversation as a Markdown file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bots.markdown import answer_as_markdown
from qa.answers import Answer
from qa.errors import UsageError


def save(path: Path, answers: Sequence[Answer], quotes: int) -> None:
    """Write answers with their questions to a new file.

    Raises:
        UsageError: If the file exists, or cannot be written.
    """
    text = "\n---\n\n".join(answer_as_markdown(answer, quotes) for answer in answers)
    try:
        with path.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise UsageError(f"The file {path} already exists: choose another name.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UsageError(f"{path} cannot be written: {reason}.") from error
