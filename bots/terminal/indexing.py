"""Index articles, forget them, and show the state of the library: `qa index`, `qa forget`, `qa status`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bots.amounts import DEFAULTS, KINDS_AFTER_INDEXING, SKIPPED_AFTER_INDEXING
from bots.exit_codes import INPUT_PROBLEMS
from bots.terminal.parameters import AllowDownload, Queue
from bots.terminal.session import Session
from bots.terminal.values import one_of, whole
from qa.errors import UsageError

if TYPE_CHECKING:
    from qa.ingest.report import IndexRequest, Report
    from qa.settings import Settings


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        help="Folders, files, and web addresses of feeds or pages. They are remembered for later runs.",
        metavar="PATH|URL",
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude", metavar="PATTERN", help="Leave out matching paths, as in .gitignore; can be repeated."
    ),
]
Rebuild = Annotated[
    bool,
    typer.Option("--rebuild", metavar="", help="Rebuild all that is derived, for example for another model."),
]
CheckAll = Annotated[
    bool,
    typer.Option("--check", metavar="", help="Compare every file by its content, not by size and time."),
]
MaxFileMb = Annotated[
    int | None,
    typer.Option(
        "--max-file-mb",
        parser=whole(1),
        metavar="MB",
        help=f"Skip larger files. Default: {DEFAULTS.max_file_mb}.",
    ),
]
Parse = Annotated[
    bool,
    typer.Option("--parse", metavar="", help="Find more reported speech with a parser; slower."),
]
DateFrom = Annotated[
    str | None,
    typer.Option(
        "--date-from",
        parser=one_of("mtime", "none"),
        metavar="mtime|none",
        help="Date articles that give no date by the day their file was last changed; none ends that.",
    ),
]
NewModel = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="MODEL",
        help="A sentence-transformers model, by folder or name, instead of the packaged one.",
    ),
]


def index(
    session: Session,
    paths: Paths = None,
    exclude: Exclude = None,
    rebuild: Rebuild = False,
    check_all: CheckAll = False,
    max_file_mb: MaxFileMb = None,
    parse: Parse = False,
    date_from: DateFrom = None,
    queue: Queue = False,
    model: NewModel = None,
    allow_download: AllowDownload = False,
) -> None:
    """Index folders, files, feeds and web pages; without PATH, update everything that is remembered.

    Only what is new or changed is read and encoded. A run that was interrupted is
    continued by the next one. Files that cannot be read are named at the end and
    in `qa status`; the others are indexed, and the exit code is 3.

    Examples:

    \b
      qa index articles/
      qa index --exclude 'drafts/' ~/news wire.jsonl.gz
      qa index https://news.example/feed.xml
      qa index
      qa index --queue --library postgresql://reporter@db.example/news
    """
    session = session.with_settings(
        model=model, allow_download=allow_download or None, max_file_mb=max_file_mb, parse=parse or None
    )
    if not all(each.strip() for each in paths or ()):
        raise UsageError("A path is empty: name a folder, a file or an address.")
    request = _request(session.settings, paths or [], exclude or [], check=check_all, rebuild=rebuild)
    request = replace(request, date_from=date_from, queue=queue)
    report = run_update(session, request)
    _tell(session, report)
    # As rsync and restic do: a script that goes on after 0 may rely on all of it being there.
    raise typer.Exit(0 if report.is_complete() else INPUT_PROBLEMS)


def _request(
    settings: Settings, given: Sequence[str], exclude: Sequence[str], *, check: bool, rebuild: bool
) -> IndexRequest:
    from qa.ingest.report import request_within
    from qa.reading.web_addresses import is_address

    return replace(
        request_within(settings),
        places=tuple(Path(each) for each in given if not is_address(each)),
        exclude=(*settings.exclude, *exclude),
        check=check,
        rebuild=rebuild,
        addresses=tuple(each for each in given if is_address(each)),
    )


def forget(
    session: Session,
    what: Annotated[
        str,
        typer.Argument(
            metavar="PATH|URL|ARTICLE",
            help="A remembered place, a path inside one, or an article's address or id.",
        ),
    ],
    purge: Annotated[
        bool, typer.Option("--purge", metavar="", help="Also delete every copy of the text in the library.")
    ] = False,
) -> None:
    """Exclude a path or an article from answers, also after later runs of `qa index`.

    Quotes given earlier can still be shown, except with --purge. Backups made
    earlier keep what they hold.

    Examples:

    \b
      qa forget articles/2019
      qa forget --purge story-4711
    """
    from bots.contract import SCHEMA, as_json, plain_object
    from bots.wording import counted
    from qa.upkeep.forget import forget as forget_in

    if not what.strip():
        raise UsageError("Say what to forget: a path, an address or an article's id.")
    done = forget_in(session.library, what, purge=purge)
    if session.json:
        session.write(as_json({"schema": SCHEMA, **plain_object(done)}))
        return
    kept = "No copy is left in this library; backups made earlier still hold it." if done.purged else ""
    session.write(
        f"Forgotten: {counted(done.articles, 'article')}, {counted(done.places, 'place')}. {kept}".rstrip()
    )
    for copy in done.removed_copies:
        session.note(f"also removed, because it held the text: {copy}")


def status(session: Session) -> None:
    """Show the library: places, model, generation, sizes, and what was skipped and why.

    Examples:

    \b
      qa status
      qa status --json
    """
    from bots.contract import SCHEMA, as_json, plain_object
    from bots.terminal.library_status import status_as_text
    from qa.upkeep.status import status as status_of

    found = status_of(session.library, session.own)
    if session.json:
        fields = plain_object(found)
        head = {"schema": SCHEMA, "library_format": fields.pop("library_format")}
        session.write(as_json({**head, **fields}))
    else:
        session.write(status_as_text(found, verbose=session.verbose))


def run_update(session: Session, request: IndexRequest) -> Report:
    """Update the library and show the progress."""
    from bots.terminal.progress import watching
    from qa.encoding import open_encoder
    from qa.ingest.update import update

    settings = session.settings
    with watching(session) as watcher:
        return update(
            session.library,
            request,
            encoder_factory=lambda: open_encoder(settings.model, allow_download=settings.allow_download),
            progress=watcher,
        )


def _tell(session: Session, report: Report) -> None:
    """Write what a run did; as notes, what it left out and why, and what the library lacks now."""
    from bots.contract import SCHEMA, as_json, plain_object
    from bots.terminal.library_status import PURGE_UNFINISHED
    from bots.wording import counted

    if session.json:
        session.write(as_json({"schema": SCHEMA, **plain_object(report)}))
    else:
        session.write(
            f"{counted(report.articles, 'article')}, {counted(report.passages, 'passage')}: "
            f"{report.added} added, {report.changed} changed, {report.removed} removed, "
            f"{f'{report.moved} moved, ' if report.moved else ''}{report.unchanged} unchanged."
        )
    _tell_what_was_not_read(session, report)
    if report.articles == report.waiting == 0 and not session.json:
        session.note("There is nothing to ask yet: no article was found. docs/formats.md lists what is read.")
    if report.undated:
        have = f"{counted(report.undated, 'article')} {'has' if report.undated == 1 else 'have'} no date"
        session.note(
            f"{have}, so questions about dates do not find {'it' if report.undated == 1 else 'them'}. "
            "`qa set --from FILE.csv` dates articles by a table, `qa index --date-from mtime` by their files."
        )
    if report.excluded:
        session.note(_left_out(report, all_kinds=session.verbose))
    if report.unfinished_purge:
        session.note(PURGE_UNFINISHED)
    if not report.is_complete():
        session.note(
            f"Not everything is indexed, so the exit code is {INPUT_PROBLEMS}. "
            "`qa index --exclude PATTERN PATH` leaves files out for good."
        )


def _tell_what_was_not_read(session: Session, report: Report) -> None:
    """Note what was skipped, found wanting, not found or not asked, and what waits for `qa work`."""
    from bots.terminal.library_status import moment, skipped_lines
    from bots.visible import visible_line
    from bots.wording import counted

    for kind, indexed in (("skipped", False), ("note", True)):
        found = [each for each in report.skipped if each.indexed is indexed]
        named = found if session.verbose else found[:SKIPPED_AFTER_INDEXING]
        for line in skipped_lines(named):
            session.note(f"{kind}: {line}")
        if len(named) < len(found):
            session.note(f"{kind}: {len(found) - len(named):,} more; `qa status -v` lists all.")
    if report.filed or report.waiting:
        session.note(
            f"{counted(report.filed, 'article')} filed, and {counted(report.waiting, 'article')} "
            f"{'waits' if report.waiting == 1 else 'wait'} for `qa work`."
        )
    for missing in report.missing_places:
        session.note(f"not found, so its articles are kept: {visible_line(missing)}")
    for waiting in report.not_due:
        session.note(
            f"will be asked again after {moment(waiting.not_before)}: {visible_line(waiting.address)}"
        )


def _left_out(report: Report, *, all_kinds: bool) -> str:
    """Say how many files were left out. A folder's only .zip may hold more articles than all its other files."""
    from bots.wording import counted

    hidden = report.excluded - sum(kind.files for kind in report.unread)
    named = report.unread if all_kinds else report.unread[:KINDS_AFTER_INDEXING]
    kinds = [f"{kind.files:,} {kind.ending or 'without an ending'}" for kind in named]
    if more := sum(kind.files for kind in report.unread[len(named) :]):
        kinds.append(f"{more:,} of other kinds")
    parts = [f"{hidden:,} hidden or excluded"] if hidden else []
    if kinds:
        parts.append(f"no reader for {', '.join(kinds)} (docs/formats.md lists what is read)")
    return f"{counted(report.excluded, 'file')} left out: {'; '.join(parts)}."
