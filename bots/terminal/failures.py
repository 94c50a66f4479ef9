"""Report errors to people, to programs that read JSON, and to the log, and return the exit code."""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path

import typer

from bots.error_objects import error_object
from bots.exit_codes import UNEXPECTED, USAGE
from bots.visible import visible
from qa.errors import OutOfMemoryError, QAError


def report(message: str, code: int, *, as_json: bool) -> int:
    """Print an error on standard error, and as JSON if asked for; return the exit code."""
    typer.echo(f"qa: {visible(message)}", err=True)
    if as_json:
        _to_program(error_object(code, message))
    return code


def _to_program(error: dict[str, object]) -> None:
    # If standard output itself cannot be written to, the exit code and standard error are enough.
    with contextlib.suppress(OSError):
        typer.echo(json.dumps(error))


def report_usage(error: typer.TyperException, *, as_json: bool) -> int:
    """Report what is wrong with the command line, and name the help that explains it."""
    message = error.format_message()
    if type(error).__name__ == "NoArgsIsHelpError":
        # `qa` or `qa discord` alone: the message is the whole help.
        typer.echo(message, err=True)
        return USAGE
    if message[-1] not in ".!?":
        message += "."
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "qa"
    return report(f"{message} See `{command} --help`.", USAGE, as_json=as_json)


def report_expected(error: QAError, *, as_json: bool) -> int:
    """Report an error that this project raises on purpose."""
    return report(str(error), error.exit_code, as_json=as_json)


def report_shortage(shortage: OutOfMemoryError, error: BaseException, *, as_json: bool, verbose: bool) -> int:
    """Report that memory ran out, with as little of it as can be."""
    import traceback

    details = ""
    if verbose:
        with contextlib.suppress(MemoryError):
            details = "".join(traceback.format_exception(error))
    # What the failed command still holds is let go of, so that there is memory to say this with.
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        traceback.clear_frames(each.__traceback__)
        each = each.__cause__ or each.__context__
    if details:
        typer.echo(visible(details), err=True)
    code = report(str(shortage), shortage.exit_code, as_json=as_json)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):
            stream.flush()
    return code


def report_unexpected(error: BaseException, *, as_json: bool, verbose: bool) -> int:
    """Log the traceback under an id, and report the id and the log's path. The question is not logged."""
    import secrets
    import traceback

    mark = secrets.token_hex(4)
    details = "".join(traceback.format_exception(error))
    place = _log(mark, details)
    where = (
        f"Details are in {place} under this id."
        if place
        else "No log could be written; -v shows the details."
    )
    named = type(error).__name__
    if isinstance(error, OSError) and error.strerror:
        named += f": {error.strerror}"
    message = f"Unexpected error {mark} ({named}). {where}"
    if verbose:
        typer.echo(visible(details), err=True)
    typer.echo(f"qa: {visible(message)}", err=True)
    if as_json:
        _to_program(error_object(UNEXPECTED, message, id=mark, log=str(place) if place else None))
    return UNEXPECTED


def _log(mark: str, details: str) -> Path | None:
    import logging

    from platformdirs import user_log_path

    file = user_log_path("onrecord") / "qa.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(file, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    handler.handle(logging.LogRecord("qa", logging.ERROR, __file__, 0, f"{mark} {details}", None, None))
    handler.close()
    return file
