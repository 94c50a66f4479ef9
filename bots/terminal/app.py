"""Build the command line `qa` from its commands, run it, and turn errors into exit codes."""

from __future__ import annotations

import errno
import gc
import itertools
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from bots.exit_codes import INTERRUPTED, OUT_OF_MEMORY
from bots.terminal import failures
from bots.terminal.opening import wait_for_loading
from bots.terminal.options import take_shared_options
from bots.terminal.program import Places, Program
from qa.errors import QAError, UsageError, out_of_memory
from qa.language.patterns import keep_compiled

EXIT_CODES = """
Exit codes: 0 answered or done · 1 searched, and no answer · 2 wrong usage ·
3 problems in the input · 4 no index, or an empty one · 5 damaged index · 6 model problem ·
69 not reachable · 70 unexpected error · 71 out of memory · 78 not configured, or a package is missing · 130 interrupted
"""

ASKING, ARCHIVE, LIBRARY = "Ask", "Look into the archive", "Look after the library"
MEASURING = "Measure the answers"
COMMANDS: Places = {
    "ask": (ASKING, "asking.ask"),
    "chat": (ASKING, "chat.command.chat"),
    "compare": (ASKING, "comparisons.compare"),
    "timeline": (ASKING, "comparisons.timeline"),
    "follow": (ASKING, "follows.follow"),
    "understand": (ASKING, "understood.understand"),
    "find": (ASKING, "finding.find"),
    "show": (ASKING, "browsing.show"),
    "check": (ASKING, "checking.check"),
    "quotes": (ASKING, "people.quotes"),
    "topic": (ASKING, "looking.topic"),
    "brief": (ASKING, "looking.brief"),
    "serve": (ASKING, "serving.serve"),
    "mcp": (ASKING, "serving.mcp"),
    "discord": (ASKING, "discord_bot.app"),
    "overview": (ARCHIVE, "looking.overview"),
    "speakers": (ARCHIVE, "people.speakers"),
    "articles": (ARCHIVE, "browsing.articles"),
    "attributions": (ARCHIVE, "people.attributions"),
    "index": (LIBRARY, "indexing.index"),
    "watch": (LIBRARY, "keeping.watch"),
    "work": (LIBRARY, "working.work"),
    # `set` and `eval` are names of built-in functions, so these functions are called otherwise.
    "set": (LIBRARY, "keeping.set_"),
    "correct": (LIBRARY, "correcting.correct"),
    "alias": (LIBRARY, "correcting.alias"),
    "forget": (LIBRARY, "indexing.forget"),
    "status": (LIBRARY, "indexing.status"),
    "verify": (LIBRARY, "integrity.verify"),
    "doctor": (LIBRARY, "integrity.doctor"),
    "backup": (LIBRARY, "integrity.backup"),
    "restore": (LIBRARY, "integrity.restore"),
    "move": (LIBRARY, "moving.move"),
    "server": (LIBRARY, "database_server.app"),
    "report": (MEASURING, "measuring.report"),
    "eval": (MEASURING, "measuring.evaluate"),
    "calibrate": (MEASURING, "measuring.calibrate"),
}


class _QA(Program):
    places = COMMANDS


app = typer.Typer(
    name="qa",
    cls=_QA,
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("onrecord")
        except PackageNotFoundError:
            number = "not installed: run from its source"
        typer.echo(f"qa (onrecord) {number}")
        raise typer.Exit


@app.callback()
@take_shared_options
def program(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", metavar="", help="Show the version and exit.", is_eager=True, callback=_show_version
        ),
    ] = False,
) -> None:
    """Ask an archive of articles who said what, and be answered in the articles' own words.

    Start:

    \b
      qa index PATH...
      qa ask "What did Rubio say about China?"
    """


def main() -> None:
    """Run the program on its arguments, and end the process."""
    for stream in (sys.stdout, sys.stderr):
        # Where a terminal or pipe cannot show a character, write its number instead of raising an exception.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    keep_compiled()
    code = run(sys.argv[1:])
    if code == OUT_OF_MEMORY:
        # An interpreter without memory may not come to its own end: its threads and finalizers fail too.
        os._exit(code)
    wait_for_loading()
    # An interpreter that ends looks through all objects for garbage, more than once: a tenth of a short command.
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return the exit code."""
    options = list(itertools.takewhile(lambda argument: argument != "--", arguments))
    as_json = "--json" in options
    verbose = "-v" in options or "--verbose" in options
    try:
        code = app(args=list(arguments), prog_name="qa", standalone_mode=False)
    except typer.TyperException as error:
        return failures.report_usage(error, as_json=as_json)
    except (KeyboardInterrupt, typer.Abort):
        return failures.report("interrupted", INTERRUPTED, as_json=as_json)
    # A library in Rust that panics raises what is no Exception.
    except BaseException as error:
        if isinstance(error, SystemExit):
            raise
        shortage = out_of_memory(error)
        if shortage is not None:
            return failures.report_shortage(shortage, error, as_json=as_json, verbose=verbose)
        if isinstance(error, QAError):
            return failures.report_expected(error, as_json=as_json)
        if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
            too_long = UsageError(
                f"{error.filename}: this path, or a name in it, is longer than the system allows."
            )
            return failures.report_expected(too_long, as_json=as_json)
        return failures.report_unexpected(error, as_json=as_json, verbose=verbose)
    if code == INTERRUPTED:
        return failures.report("interrupted", code, as_json=as_json)
    return code or 0
