"""Update a library at every change, and set what a file does not say: `qa watch`, `qa set`."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bots.exit_codes import INPUT_PROBLEMS
from bots.terminal.parameters import Queue
from bots.terminal.session import Session
from qa.errors import UsageError

if TYPE_CHECKING:
    from qa.ingest.give import ArticleGiven


def watch(session: Session, queue: Queue = False) -> None:
    """Keep the index up to date until stopped: at each change of a file, and when a web address is due.

    Prints one line for each article that is new, changed, moved or gone; with
    --json one object a line. Errors are reported, and watching goes on. Ctrl-C or
    SIGTERM stop it with 0, after what is being written is safe.

    Examples:

    \b
      qa watch
      qa watch --json > changes.jsonl
      qa watch --queue --library postgresql://reporter@db.example/news
    """
    from dataclasses import replace

    from bots.terminal.events import tell_event
    from qa.encoding import open_encoder
    from qa.ingest.report import request_within
    from qa.ingest.watch import Watch

    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    settings = session.settings
    Watch(
        session.library,
        replace(request_within(settings), queue=queue),
        lambda: open_encoder(settings.model, allow_download=settings.allow_download),
        stop,
        lambda event: tell_event(session, event),
    ).run()


def set_(
    session: Session,
    article: Annotated[
        str | None,
        typer.Argument(metavar="ARTICLE", help="An article by its id, its uid or its file's path."),
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day of publication.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="The outlet that published it.")
    ] = None,
    unset: Annotated[
        bool,
        typer.Option("--unset", metavar="", help="Remove both, so that what the file says counts again."),
    ] = False,
    table: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="FILE.csv", help="Set many: a row for each article; - reads standard input."
        ),
    ] = None,
    dry: Annotated[
        bool,
        typer.Option("--dry-run", metavar="", help="With --from: change nothing, only say what matches."),
    ] = False,
    show: Annotated[
        str | None,
        typer.Option(
            "--show",
            metavar="whole|N|quotes",
            help="What the library lets be shown: whole articles, N sentences around a quote, or quotes only.",
        ),
    ] = None,
    vectors: Annotated[
        str | None,
        typer.Option(
            "--vectors",
            metavar="exact|hnsw|auto",
            help="On a server: compare every vector, use an approximate index, or what the size asks for.",
        ),
    ] = None,
) -> None:
    """Set the date or the outlet of an article, where its file has none or a wrong one; or a rule of the library.

    What you set overrides the file at every later `qa index`, also when the file
    changes or moves. `qa articles --undated` lists articles without a date; with
    --format csv it writes a table to be filled in for --from.

    Examples:

    \b
      qa set articles/port.txt --date 2025-01-31 --source "Harbour Gazette"
      qa set articles/port.txt --unset
      qa set --from dates.csv --dry-run
      qa set --show quotes
      qa set --vectors exact --library postgresql://reporter@db.example/news
    """
    from bots.contract import SCHEMA, as_json, plain_object
    from qa.ingest.give import give

    if show is not None or vectors is not None:
        others = (article, date, source, table, show if vectors is not None else None)
        if unset or dry or any(each is not None for each in others):
            named = "--show" if vectors is None else "--vectors"
            raise UsageError(f"{named} is for the whole library: give no article and nothing else beside it.")
        if vectors is None:
            _set_show_limit(session, str(show))
        else:
            _set_vector_search(session, vectors)
        return
    if table is not None:
        if article is not None or unset or date is not None or source is not None:
            raise UsageError("--from takes everything from its file: give no article and no value beside it.")
        _set_many(session, table, dry=dry)
    if article is None or dry:
        raise UsageError("Name an article, or a table with --from FILE.csv. See `qa set --help`.")
    if unset == (date is not None or source is not None):
        raise UsageError("Give --date or --source, or remove both with --unset. See `qa set --help`.")
    done = give(session.library, article, date=date, source=source, unset=unset)
    session.write(as_json({"schema": SCHEMA, **plain_object(done)}) if session.json else _as_text(done))


def _set_show_limit(session: Session, typed: str) -> None:
    from bots.contract import SCHEMA, as_json
    from bots.terminal.library_status import shown_in_words
    from qa.ingest.set_show_limit import set_show_limit

    sentences = set_show_limit(session.library, typed)
    if session.json:
        session.write(as_json({"schema": SCHEMA, "sentences_shown": sentences}))
    else:
        session.write(f"This library shows {shown_in_words(sentences)}, to everybody who asks it.")


def _set_vector_search(session: Session, typed: str) -> None:
    from bots.contract import SCHEMA, as_json, plain_object
    from bots.visible import visible_line
    from qa.ingest.set_vector_search import set_vector_search

    done = set_vector_search(session.library, typed)
    if session.json:
        session.write(as_json({"schema": SCHEMA, **plain_object(done)}))
    else:
        how = "the approximate index proposes passages" if done.uses_index else "every vector is compared"
        session.write(visible_line(f"Set to {done.vector_search}. Now {how} ({done.why})."))


def _set_many(session: Session, table: str, *, dry: bool) -> NoReturn:
    """Set what the rows of a table say, tell which could not be used, and exit."""
    from bots.contract import SCHEMA, as_json, plain_object
    from bots.terminal.opening import opened
    from bots.visible import visible_line
    from bots.wording import counted
    from qa.ingest.give_many import give_many, rows_of

    with opened(table, "rows") as file:
        rows = rows_of(file.read())
    done = give_many(session.library, rows, dry=dry)
    if session.json:
        session.write(as_json({"schema": SCHEMA, "dry_run": dry, "rows": len(rows), **plain_object(done)}))
    else:
        if dry or session.verbose:
            session.write("".join(f"line {each.line}: {_as_text(each.article)}\n" for each in done.matched))
        session.write(
            f"{counted(len(done.matched), 'article')} {'would be set' if dry else 'set'}, "
            f"{done.idle:,} already so or empty, {len(done.refused):,} not matched ({counted(len(rows), 'row')})."
        )
    for each in done.refused:
        session.note(visible_line(f"line {each.line}: not matched: {each.reason}"))
    raise typer.Exit(INPUT_PROBLEMS if done.refused else 0)


def _as_text(done: ArticleGiven) -> str:
    from bots.visible import visible_line
    from bots.wording import UNDATED

    line = visible_line(f"{done.path or done.id}: {done.date or UNDATED}, {done.source or 'no source'}")
    return f"{line} (set: {' and '.join(done.given)})" if done.given else f"{line} (as its file says)"
