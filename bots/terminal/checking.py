"""Check the quotations of a draft: `qa check`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bots.exit_codes import NO_ANSWER
from bots.terminal.opening import tell_unknown
from bots.terminal.parameters import Since, Sources, Until, chosen_scope
from bots.terminal.session import Session
from qa.errors import InputProblem, UsageError
from qa.settings import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.drafts.checked_drafts import CheckedDraft
    from qa.drafts.draft_text import DraftText

STANDARD_INPUT = "-"


def check(
    session: Session,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Drafts to check, or `-` for standard input.")
    ],
    markdown: Annotated[
        bool, typer.Option("--markdown", metavar="", help="Print Markdown, as --format md does.")
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html", metavar="FILE", help="Write the drafts as a page with the findings in its margin."
        ),
    ] = None,
    receipts: Annotated[
        Path | None,
        typer.Option(
            "--receipts", metavar="FILE", help="Write the ids of what proves the quotations, for `qa verify`."
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", metavar="", help="Replace these files if they exist.")
    ] = False,
    since: Since = None,
    until: Until = None,
    source: Sources = None,
) -> None:
    """Check whether each quotation in a draft stands in the archive, character for character, and who said it.

    What it reports without quotation marks is listed too; a paraphrase is not judged.
    Exits with 0 if all are verbatim, marked changes, typography alone, reported so,
    not judged or too short to tell, else with 1. What is not in the archive may still
    have been said.

    Examples:

    \b
      qa check draft.md
      qa check draft.docx --html checked.html --receipts quotes.txt
      qa check - --json
    """
    from bots.verdict_wording import summary
    from qa.archive.asked_again import asked_again
    from qa.archive.corpus_summary import summary as corpus_of
    from qa.drafts.checked_drafts import check_drafts
    from qa.open_archive import open_archive

    scope = chosen_scope(since, until, source)
    drafts = _read(session, files)

    @asked_again
    def checked_drafts() -> Sequence[CheckedDraft]:
        with open_archive(session.library) as library, library.snapshot() as snapshot:
            corpus_of(snapshot)
            tell_unknown(session, snapshot, scope)
            return check_drafts(snapshot, drafts, scope)

    checked = checked_drafts()
    findings = [found for each in checked for found in each.findings]
    _write_files(session, checked, html, receipts, force=force)
    _print(session, checked, form="md" if markdown else session.settings.format)
    if html is not None and not session.json:
        session.note(f"{summary(findings)}, in {html}.")
    raise typer.Exit(0 if all(found.passes for found in findings) else NO_ANSWER)


def _read(session: Session, files: Sequence[str]) -> list[DraftText]:
    from qa.drafts.draft_text import draft_of, read_draft

    if files.count(STANDARD_INPUT) > 1:
        raise UsageError("Standard input (`-`) can be checked once.")
    most = session.settings.max_file_mb * MEGABYTE
    drafts: list[DraftText] = []
    for file in files:
        if file == STANDARD_INPUT:
            data = sys.stdin.buffer.read(most + 1)
            if len(data) > most:
                raise InputProblem(f"Standard input has more than {session.settings.max_file_mb} MB.")
            drafts.append(draft_of(file, data))
            continue
        texts, notes = read_draft(file, max_bytes=most)
        drafts += texts
        for each in notes:
            session.note(each)
    return drafts


def _write_files(
    session: Session,
    checked: Sequence[CheckedDraft],
    html: Path | None,
    receipts: Path | None,
    *,
    force: bool,
) -> None:
    from bots.terminal.checked_page import drafts_as_html
    from bots.terminal.new_files import write_file

    if html is not None:
        write_file(html, drafts_as_html(checked, session.today), force=force)
    if receipts is not None:
        ids = [each for one in checked for found in one.findings for each in found.receipts]
        write_file(receipts, "".join(f"{each}\n" for each in dict.fromkeys(ids)), force=force)


def _print(session: Session, checked: Sequence[CheckedDraft], *, form: str) -> None:
    from bots.contract import as_json
    from bots.terminal import checked_drafts, rendering, tables
    from bots.verdict_objects import drafts_object
    from bots.verdict_wording import kept_back, quotes_of

    if not session.json and (limit := kept_back(checked)):
        session.note(limit)
    if session.json:
        session.write(as_json(drafts_object(checked)))
    elif form == "md":
        session.write(checked_drafts.drafts_as_markdown(checked))
    elif form == "csv":
        session.write(tables.csv_rows(checked_drafts.HEAD, checked_drafts.rows_of(checked)))
    else:
        look = rendering.look_for(session, quotes_of(checked))
        session.write(checked_drafts.drafts_as_text(checked, look=look))
