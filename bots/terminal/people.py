"""List speakers, their quotes, and all attributions: `qa speakers`, `qa quotes`, `qa attributions`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from bots.amounts import QUOTES_ON_SCREEN, SPEAKERS
from bots.exit_codes import NO_ANSWER
from bots.terminal.parameters import Since, Sources, Until, chosen_scope
from bots.terminal.session import Session
from bots.terminal.values import whole
from qa.archive.asked_again import asked_again
from qa.errors import UsageError

if TYPE_CHECKING:
    from qa.answers import Quote
    from qa.archive.speaker_lookup import Profile
    from qa.datatypes import Article, Attribution


@asked_again
def speakers(
    session: Session,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Only this speaker.")] = None,
    count: Annotated[
        int, typer.Option("--count", "-n", parser=whole(1), metavar="N", help="How many speakers to show.")
    ] = SPEAKERS,
) -> None:
    """Show who speaks in the archive, how often and about what, with one good quote each.

    Examples:

    \b
      qa speakers
      qa speakers "Marco Rubio"
    """
    from qa.archive.speaker_lookup import find_speaker, profile
    from qa.open_archive import open_archive

    with open_archive(session.library) as library, library.snapshot() as snapshot:
        everybody = snapshot.speaker_count()
        wanted = [find_speaker(snapshot, name)] if name else snapshot.most_quoted(count)
        found = [profile(snapshot, speaker) for speaker in wanted]
    _show_profiles(session, found)
    if not name and len(found) < everybody:
        session.note(f"{everybody - len(found):,} more: --count {everybody} shows all.")


def quotes(
    session: Session,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Whose quotes to show.")] = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", metavar="NAME", help="The same, as an option.")
    ] = None,
    about: Annotated[str | None, typer.Option(metavar="TOPIC", help="Only quotes on this topic.")] = None,
    count: Annotated[
        int | None,
        typer.Option("--quotes", "-n", parser=whole(1), metavar="N", help="How many quotes to show at most."),
    ] = None,
    since: Since = None,
    until: Until = None,
    source: Sources = None,
) -> None:
    """Show all quotes of a speaker, newest first.

    Examples:

    \b
      qa quotes Marco Rubio
      qa quotes --speaker "Donald Trump" --about TikTok --format csv
    """
    from bots.terminal.opening import open_library, opened_answerer, tell_unknown_outlets

    who = name or speaker
    if who is None or (name and speaker):
        raise UsageError("Give one speaker: `qa quotes NAME`.")
    scope = chosen_scope(since, until, source)
    if about is not None:
        answerer = opened_answerer(session, scope)
    else:
        library, answerer = open_library(session)  # all words of somebody need no model
        tell_unknown_outlets(session, library, scope)
    found = answerer.quotes(who, about=about, scope=scope)
    shown = found[: count or (QUOTES_ON_SCREEN if session.on_screen else None)]
    _show_quotes(session, shown)
    if count is None and len(shown) < len(found):
        session.note(f"{len(found) - len(shown):,} more: --quotes {len(found)} shows all.")
    raise typer.Exit(0 if found else NO_ANSWER)


def attributions(session: Session) -> None:
    """Print every attribution: who said what, in which words, as offsets; with --json one object a line.

    Examples:

    \b
      qa attributions --json > attributions.jsonl
    """
    from qa.archive.credits import one_a_credit
    from qa.open_archive import open_archive

    with open_archive(session.library) as library, library.snapshot() as snapshot:
        records = (
            (version.article, record, name or record.speaker)
            for version, said in snapshot.all_attributions()
            for record, name in one_a_credit(said)
        )
        if session.json:
            _print_records(session, records)
        else:
            _tabulate_records(session, records)


def _print_records(session: Session, records: Iterable[tuple[Article, Attribution, str | None]]) -> None:
    from bots.contract import as_json, record_object

    for article, record, speaker in records:
        words = [article.text[start:end] for start, end in record.content]
        found_in = dict(zip(_FOUND_IN, _found_in(article), strict=True)) | {"date": article.date}
        session.write(as_json({**record_object(record, article.id, speaker), "words": words, **found_in}))


def _tabulate_records(session: Session, records: Iterable[tuple[Article, Attribution, str | None]]) -> None:
    from bots.terminal.quote_rows import CERTAINTY, certainty
    from bots.terminal.tables import write_rows
    from bots.wording import BY_HAND, speaker_label

    as_data = session.settings.format == "csv"
    rows = (
        (
            article.id,
            f"{record.start}-{record.end}",
            record.kind.value,
            (speaker or "") if as_data else speaker_label(record, speaker),
            " ... ".join(article.text[start:end] for start, end in record.content),
            BY_HAND if record.corrected else "",
            *((*certainty(record, speaker), *_found_in(article)) if as_data else ()),
        )
        for article, record, speaker in records
    )
    head = ("article", "place", "kind", "speaker", "words", "corrected")
    more = (*CERTAINTY, *_FOUND_IN) if as_data else ()
    write_rows(session, (*head, *more), rows, none="No attributions.")


_FOUND_IN = ("title", "date", "source", "url")


def _found_in(article: Article) -> tuple[str, str, str, str]:
    return article.title, article.date or "", article.source, article.url


def _show_quotes(session: Session, found: Sequence[Quote]) -> None:
    from bots import contract, markdown
    from bots.terminal import quote_rows, rendering

    form = session.settings.format
    if session.json:
        session.write("".join(contract.as_json(contract.quote_object(quote)) + "\n" for quote in found))
    elif form == "csv":
        session.write(quote_rows.quotes_as_csv(found))
    elif form == "md":
        session.write("\n\n".join(markdown.quote_as_markdown(quote) for quote in found) + "\n")
    else:
        look = rendering.look_for(session, found)
        shown = (rendering.quote_as_text(quote, number, look=look) for number, quote in enumerate(found, 1))
        session.write("\n\n".join(shown) + "\n" if found else "No quotes.\n")


def _show_profiles(session: Session, found: Sequence[Profile]) -> None:
    from bots import contract
    from bots.terminal import profiles, rendering
    from bots.terminal.tables import rows_as

    if session.json:
        session.write("".join(contract.as_json(contract.profile_object(each)) + "\n" for each in found))
    elif session.settings.format == "text":
        look = rendering.look_for(session, [each.best for each in found if each.best])
        session.write(
            "\n\n".join(profiles.as_text(each, look=look) for each in found) + "\n"
            if found
            else "No speakers.\n"
        )
    else:
        session.write(
            rows_as(session.settings.format, profiles.HEAD, [profiles.as_row(each) for each in found])
        )
