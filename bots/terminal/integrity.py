"""Check, repair, back up and restore a library: `qa verify`, `qa doctor`, `qa backup`, `qa restore`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bots.amounts import VECTORS_COMPARED
from bots.exit_codes import DAMAGED, NO_ANSWER
from bots.terminal.session import Session
from bots.terminal.values import number_or_all, whole
from qa.errors import UsageError
from qa.settings import MEGABYTE

if TYPE_CHECKING:
    from qa.upkeep.findings import CheckReport, Diagnosis, QuoteCheck

STANDING = frozenset({"identical", "moved", "unseen"})


def verify(
    session: Session,
    quote_ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUOTE_ID",
            help="Ids of quotes, short or whole, as `qa ask` prints them. Default: check the whole library.",
        ),
    ] = None,
    backup_file: Annotated[
        Path | None,
        typer.Option(
            "--backup", metavar="FILE", help="Check everything in this backup instead, by unpacking it."
        ),
    ] = None,
) -> None:
    """Compare quotes with their sources as they are now; without ids, check the whole library, or a backup.

    A quote is identical, moved (the same words at another place or path),
    changed, gone, or unseen (its source cannot be read now). Exits with 1 if one
    is changed, gone or unknown here; with 5 if the library, or the backup, is
    damaged.

    Examples:

    \b
      qa verify
      qa verify --backup archive.zip
      qa verify lk6xkmx3pz8b1d5f20a1c92f546x2d9
    """
    from bots.contract import SCHEMA, as_json, plain_object

    if backup_file is not None and quote_ids:
        raise UsageError("Give ids of quotes or --backup, not both.")
    if not quote_ids:
        found = _checked(session, backup_file)
        if session.json:
            counts = {**plain_object(found), "problems": list(found.problems)}
            session.write(as_json({"schema": SCHEMA, "clean": found.clean, **counts}))
        else:
            do = (
                "Run `qa doctor`." if backup_file is None else "Make a new backup while the library is whole."
            )
            session.write(check_as_text(found, do))
        raise typer.Exit(0 if found.clean else DAMAGED)

    from bots.terminal.short_ids import quote_id
    from qa.upkeep.verify_quotes import verify_quotes

    ids = [quote_id(session.own, each) for each in quote_ids]
    quotes = verify_quotes(session.library, ids, max_bytes=session.settings.max_file_mb * MEGABYTE)
    if session.json:
        session.write(as_json({"schema": SCHEMA, "quotes": [plain_object(each) for each in quotes]}))
    else:
        session.write(quotes_as_text(quotes))
    raise typer.Exit(0 if all(each.state in STANDING for each in quotes) else NO_ANSWER)


def _checked(session: Session, backup_file: Path | None) -> CheckReport:
    if backup_file is not None:
        from qa.upkeep.backup_proof import verify_backup

        return verify_backup(backup_file.expanduser())
    from qa.upkeep.check import check

    return check(session.library)


def doctor(
    session: Session,
    repair: Annotated[
        bool, typer.Option("--repair", metavar="", help="Rebuild whatever is derived and damaged.")
    ] = False,
    vectors: Annotated[
        str,
        typer.Option(
            parser=number_or_all,
            metavar="N",
            help="Encode N passages again, or `all`, and compare them with the stored vectors.",
        ),
    ] = str(VECTORS_COMPARED),
) -> None:
    """Report what is wrong with the library and what to run. Exits with 5 while something is damaged.

    Examples:

    \b
      qa doctor
      qa doctor --vectors all
      qa doctor --repair
    """
    from bots.contract import SCHEMA, as_json, plain_object

    sample = None if vectors == "all" else int(vectors)
    found = _repaired(session, sample) if repair else _diagnosed(session, sample)
    if session.json:
        session.write(as_json({"schema": SCHEMA, "damaged": found.damaged, **plain_object(found)}))
    else:
        session.write(diagnosis_as_text(found))
    raise typer.Exit(DAMAGED if found.damaged else 0)


def backup(
    session: Session,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")],
    force: Annotated[bool, typer.Option("--force", metavar="", help="Replace a file that is there.")] = False,
    keep: Annotated[
        int | None,
        typer.Option(
            parser=whole(1),
            metavar="N",
            help="Keep N backups in all: FILE is the newest, the others have numbers (archive.1.zip).",
        ),
    ] = None,
) -> None:
    """Write the library to one file, even while it is in use: as a backup, or to move it to another machine.

    The file is unpacked again and everything in it is checked, before it takes
    the place of another one. A damaged library gives no backup.

    Examples:

    \b
      qa backup archive.zip
      qa backup nightly.zip --keep 7
    """
    from bots.contract import SCHEMA, as_json, plain_object
    from bots.visible import visible_line
    from bots.wording import counted
    from qa.upkeep.backup import backup as write_backup

    made = write_backup(session.library, file, own=session.own, force=force, keep=keep)
    if session.json:
        session.write(as_json({"schema": SCHEMA, **plain_object(made)}))
    else:
        size = f"{made.size / MEGABYTE:,.1f} MB"
        session.write(
            f"{counted(made.articles, 'article')} in {visible_line(made.file)} ({size}), read back and whole.\n"
        )


def restore(
    session: Session,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `qa backup` wrote.")],
    force: Annotated[
        bool,
        typer.Option(
            "--force", metavar="", help="Replace the library that is there; it is kept under another name."
        ),
    ] = False,
) -> None:
    """Restore the library from a backup, after checking all of it.

    The source files need not be there: questions are answered from what was
    indexed, and nothing is removed.

    Examples:

    \b
      qa restore archive.zip --library carried
    """
    from bots.contract import SCHEMA, as_json, plain_object
    from bots.visible import visible_line
    from bots.wording import counted
    from qa.upkeep.restore import restore as restore_from

    done = restore_from(file, session.library, own=session.own, force=force)
    if session.json:
        session.write(as_json({"schema": SCHEMA, **plain_object(done)}))
        return
    session.write(
        f"{counted(done.articles, 'article')} of {done.made_at[:10]} in {visible_line(done.library)}.\n"
    )
    if done.kept:
        session.note(f"The library that was there is kept as {done.kept}. Delete it when all is as expected.")


def _diagnosed(session: Session, sample: int | None) -> Diagnosis:
    from qa.encoding import open_encoder
    from qa.upkeep.doctor import diagnose

    # Looking downloads nothing.
    return diagnose(
        session.library,
        own=session.own,
        encoder_factory=lambda: open_encoder(session.settings.model),
        sample=sample,
    )


def _repaired(session: Session, sample: int | None) -> Diagnosis:
    from bots.terminal.progress import watching
    from qa.encoding import open_encoder
    from qa.upkeep.repair import repair

    settings = session.settings
    with watching(session, "Repairing") as watcher:
        return repair(
            session.library,
            own=session.own,
            encoder_factory=lambda: open_encoder(settings.model, allow_download=settings.allow_download),
            parse=settings.parse,
            sample=sample,
            progress=watcher,
        )


def check_as_text(report: CheckReport, do: str) -> str:
    from bots.terminal.library_status import PURGE_UNFINISHED
    from bots.visible import visible_line
    from bots.wording import counted

    numbers = {
        "article": report.articles, "version": report.versions, "passage": report.passages,
    }  # fmt: skip
    if report.generations:
        # A server has none.
        numbers["generation"] = report.generations
    counts = ", ".join(counted(number, noun) for noun, number in numbers.items()) + " checked"
    purge = f"{PURGE_UNFINISHED}\n" if report.unfinished_purge else ""
    if report.clean:
        return f"Clean: {counts}.\n{purge}"
    problems = "".join(f"  {visible_line(problem)}\n" for problem in report.problems)
    return f"Damaged: {counts}.\n{problems}{do}\n{purge}"


def quotes_as_text(quotes: list[QuoteCheck]) -> str:
    from bots.visible import visible_line
    from bots.wording import CHANGED

    lines = []
    for each in quotes:
        where = "" if each.path is None else f"  {each.path} [{each.start}-{each.end}]"
        if each.start is None and each.path is not None:
            where = f"  {each.path}"
        why = f"  ({each.why})" if each.why else ""
        # What is not current may have no successor: a deleted file leaves none.
        old = f"  ({CHANGED})" if each.current is False else ""
        lines.append(visible_line(f"{each.state:<10}{each.id}{where}{why}{old}") + "\n")
    return "".join(lines)


def diagnosis_as_text(found: Diagnosis) -> str:
    from bots.visible import visible_line
    from bots.wording import counted

    lines = [f"repaired: {visible_line(each)}" for each in found.repaired]
    for finding in found.findings:
        mark = "damaged" if finding.damage else "note"
        lines += [f"{mark}: {visible_line(finding.words)}", f"  {visible_line(finding.do)}"]
    if not found.findings:
        lines.append("Nothing is wrong.")
    elif not found.damaged:
        lines.append("Nothing is damaged.")
    if found.vectors_compared:
        lines.append(
            f"The vectors of {counted(found.vectors_compared, 'passage')} of {found.vectors_stored:,} were compared "
            "with their texts."
        )
    if found.damaged and found.last_backup is not None:
        last = found.last_backup
        lines.append(
            visible_line(
                f"last backup: {last.file} of {last.made_at[:10]}, {counted(last.articles, 'article')}"
            )
        )
    return "\n".join(lines) + "\n"
