"""Look into an archive without a question: `qa overview`, `qa topic`, `qa brief`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bots.amounts import VOICES
from bots.exit_codes import NO_ANSWER
from bots.terminal.opening import open_library, tell_unknown
from bots.terminal.parameters import Since, Sources, Until, chosen_scope
from bots.terminal.session import Session
from bots.terminal.values import one_of, whole
from bots.visible import visible_line
from qa.archive.asked_again import asked_again

if TYPE_CHECKING:
    from bots.brief import Brief
    from qa.answering.topics.everything_on_topic import OnTopic
    from qa.archive.protocol import View


@asked_again
def overview(session: Session) -> None:
    """Show what is in the archive: its time, outlets, speakers and topics, and questions that it can answer.

    Examples:

    \b
      qa overview
      qa overview --json
    """
    from bots.archive_card import archive_card
    from bots.contract import as_json
    from bots.overview_object import overview_object
    from bots.terminal.archive_overview import card_as_text
    from bots.terminal.rendering import Look
    from qa.answering.overview.describing import overview as described
    from qa.archive.corpus_summary import summary

    library, answerer = open_library(session, ahead=True)
    with library.snapshot() as snapshot:
        summary(snapshot)
        found = described(snapshot, answers=answerer.answers)
    if session.json:
        session.write(as_json(overview_object(found)))
    else:
        session.write(card_as_text(archive_card(found), look=Look(session.colour, session.width)))


@asked_again
def topic(
    session: Session,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="A topic, or somebody's name.")],
    count: Annotated[
        int,
        typer.Option("--quotes", "-n", parser=whole(1), metavar="N", help="How many best quotes to show."),
    ] = VOICES,
    since: Since = None,
    until: Until = None,
    source: Sources = None,
) -> None:
    """Show who speaks on a topic, with one best quote each, newest first; for a name, all about that person.

    Examples:

    \b
      qa topic "school meals"
      qa topic "Marco Rubio" --since 2025-01-01
    """
    from bots import contract, markdown
    from bots.terminal import quote_rows, rendering, topic_pages
    from bots.topic_wording import nobody_speaks
    from qa.answering.topics.topic_page import topic_page
    from qa.archive.corpus_summary import summary
    from qa.open_archive import open_archive

    scope = chosen_scope(since, until, source)
    with open_archive(session.library) as library, library.snapshot() as snapshot:
        summary(snapshot)
        tell_unknown(session, snapshot, scope)
        page = topic_page(snapshot, words, scope)
        elsewhere = _elsewhere(snapshot, page.said) if page.empty else 0
    form = session.settings.format
    if session.json:
        session.write(contract.as_json(topic_pages.page_object(page)))
    elif form == "csv":
        session.write(quote_rows.quotes_as_csv(topic_pages.page_quotes(page)))
    elif page.empty:
        session.write(visible_line(nobody_speaks(page.said, elsewhere)))
    elif form == "md":
        shown = map(markdown.quote_as_markdown, topic_pages.page_quotes(page))
        session.write("\n\n".join(shown) + "\n")
    else:
        look = rendering.look_for(session, topic_pages.page_quotes(page))
        session.write(topic_pages.page_as_text(page, count=count, look=look))
    raise typer.Exit(NO_ANSWER if page.empty else 0)


@asked_again
def brief(
    session: Session,
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="What to look for, in a word or a few.")],
    format: Annotated[  # noqa: A002 - the name of the option
        str | None,
        typer.Option(
            "--format",
            parser=one_of("md", "html", "csv"),
            metavar="md|html|csv",
            help="What to write. Default: by the ending of FILE, else md.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", metavar="", help="Replace the file if it exists.")
    ] = False,
    since: Since = None,
    until: Until = None,
    source: Sources = None,
) -> None:
    """Write all that is said on a topic, by person and date, with the ids of the quotes, to keep.

    Examples:

    \b
      qa brief tariffs -o tariffs.html
      qa brief "trade with China" --since 2025-01-01 --format csv
    """
    from bots import brief as briefs
    from bots.contract import as_json
    from bots.terminal.new_files import write_file
    from bots.topic_wording import nobody_speaks
    from bots.wording import counted
    from qa.answering.topics.everything_on_topic import said_on
    from qa.answering.topics.voices import voices
    from qa.archive.corpus_summary import summary
    from qa.open_archive import open_archive

    scope = chosen_scope(since, until, source)
    with open_archive(session.library) as library, library.snapshot() as snapshot:
        summary(snapshot)
        tell_unknown(session, snapshot, scope)
        found = said_on(snapshot, topic, scope)
        elsewhere = _elsewhere(snapshot, found) if not found.quotes else 0
    made = briefs.Brief(found, voices(found.quotes), session.today)
    if session.json:
        text = as_json(briefs.brief_object(made))
    elif not found.quotes:
        session.write(visible_line(nobody_speaks(found, elsewhere)))
        raise typer.Exit(NO_ANSWER)
    else:
        text = _written(made, _form(session, format, output))
    if output is None:
        session.write(text)
    else:
        write_file(output, text, force=force)
        session.note(f"{counted(len(found.quotes), 'quote')} on {topic} in {output}.")
    raise typer.Exit(0 if found.quotes else NO_ANSWER)


def _form(session: Session, given: str | None, output: Path | None) -> str:
    """Return the format of a brief: as given, else by the file's ending, else as the settings say."""
    ending = output.suffix.casefold().lstrip(".") if output else ""
    by_ending = {"md": "md", "markdown": "md", "html": "html", "htm": "html", "csv": "csv"}.get(ending)
    by_setting = "csv" if session.settings.format == "csv" else "md"
    return given or by_ending or by_setting


def _written(made: Brief, form: str) -> str:
    from bots.brief import brief_as_markdown
    from bots.terminal.brief_page import brief_as_html
    from bots.terminal.brief_rows import brief_as_csv

    write = {"md": brief_as_markdown, "html": brief_as_html, "csv": brief_as_csv}
    return write[form](made)


def _elsewhere(snapshot: View, found: OnTopic) -> int:
    """Count the quotes on a topic outside the bounds in which there are none."""
    from qa.answering.topics.everything_on_topic import said_on

    return 0 if found.scope.everything else len(said_on(snapshot, found.topic).quotes)
