"""Build the command line `qa` from its commands, run it, and turn errors into exit codes."""

from __future__ import annotations

import errno
import itertools
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from bots.exit_codes import INTERRUPTED, OUT_OF_MEMORY
from bots.terminal import (
    asking,
    browsing,
    checking,
    conversing,
    correcting,
    discord_bot,
    failures,
    finding,
    indexing,
    integrity,
    keeping,
    looking,
    measuring,
    moving,
    people,
    serving,
)
from bots.terminal.chat.command import chat
from bots.terminal.opening import wait_for_loading
from bots.terminal.options import take_shared_options, with_shared_options
from qa.errors import QAError, UsageError, out_of_memory

EXIT_CODES = """
[bold]Exit codes[/bold]: 0 answered or done · 1 searched, and no answer · 2 wrong usage ·
3 problems in the input · 4 no index, or an empty one · 5 damaged index · 6 model problem ·
69 not reachable · 70 unexpected error · 71 out of memory · 78 not configured (qa discord) · 130 interrupted
"""

app = typer.Typer(
    name="qa",
    no_args_is_help=True,
    rich_markup_mode="rich",
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

    [bold]Start[/bold]

    \b
      qa index PATH...
      qa ask "What did Rubio say about China?"
    """


ASKING, ARCHIVE, LIBRARY = "Ask", "Look into the archive", "Look after the library"
MEASURING = "Measure the answers"

for command, panel in (
    (asking.ask, ASKING),
    (chat, ASKING),
    (conversing.compare, ASKING),
    (conversing.timeline, ASKING),
    (conversing.follow, ASKING),
    (conversing.understand, ASKING),
    (finding.find, ASKING),
    (browsing.show, ASKING),
    (checking.check, ASKING),
    (people.quotes, ASKING),
    (looking.topic, ASKING),
    (looking.brief, ASKING),
    (serving.serve, ASKING),
    (serving.mcp, ASKING),
    (looking.overview, ARCHIVE),
    (people.speakers, ARCHIVE),
    (browsing.articles, ARCHIVE),
    (people.attributions, ARCHIVE),
    (indexing.index, LIBRARY),
    (keeping.watch, LIBRARY),
    (correcting.correct, LIBRARY),
    (correcting.alias, LIBRARY),
    (indexing.forget, LIBRARY),
    (indexing.status, LIBRARY),
    (integrity.verify, LIBRARY),
    (integrity.doctor, LIBRARY),
    (integrity.backup, LIBRARY),
    (integrity.restore, LIBRARY),
    (moving.move, LIBRARY),
    (measuring.report, MEASURING),
    (measuring.calibrate, MEASURING),
):
    app.command(rich_help_panel=panel)(with_shared_options(command))
app.add_typer(discord_bot.app, rich_help_panel=ASKING)
# `set` and `eval` are names of built-in functions, so these functions are called otherwise.
app.command("set", rich_help_panel=LIBRARY)(with_shared_options(keeping.set_))
app.command("eval", rich_help_panel=MEASURING)(with_shared_options(measuring.evaluate))


def main() -> None:
    """Run the program on its arguments, and end the process."""
    for stream in (sys.stdout, sys.stderr):
        # Where a terminal or pipe cannot show a character, write its number instead of raising an exception.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    code = run(sys.argv[1:])
    if code == OUT_OF_MEMORY:
        # An interpreter without memory may not come to its own end: its threads and finalizers fail too.
        os._exit(code)
    wait_for_loading()
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
