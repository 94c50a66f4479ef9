"""Correct by hand who said what, and which names are one speaker's: `qa correct`, `qa alias`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bots.terminal.session import Session
from qa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.answers import Quote
    from qa.ingest.alias import NamesGiven
    from qa.ingest.correct import Corrected


def correct(
    session: Session,
    quote_id: Annotated[
        str, typer.Argument(metavar="QUOTE_ID", help="The quote's id, short or whole, as `qa ask` prints it.")
    ],
    speaker: Annotated[
        str | None, typer.Option("--speaker", metavar="NAME", help="Whose words these are.")
    ] = None,
    nobody: Annotated[
        bool, typer.Option("--nobody", metavar="", help="It is not known whose words these are.")
    ] = False,
    undo: Annotated[
        bool, typer.Option("--undo", metavar="", help="Take the correction of this quote back.")
    ] = False,
    everywhere: Annotated[
        bool,
        typer.Option(
            "--everywhere", metavar="", help="Also where the same words stand in texts that differ."
        ),
    ] = False,
) -> None:
    """Correct whose words a quote is, in every article with the same text, from now on.

    The correction belongs to the words: later updates, a rebuild, a backup and a
    file that is moved keep it. `qa status -v` lists all corrections.

    Examples:

    \b
      qa correct lk6xkmx3pz8b1d5f20a1c92f546x2d9 --speaker "Marta Ruiz"
      qa correct lk6xkmx3pz8b1d5f20a1c92f546x2d9 --speaker "Marta Ruiz" --everywhere
      qa correct lk6xkmx3pz8b1d5f20a1c92f546x2d9 --nobody
      qa correct lk6xkmx3pz8b1d5f20a1c92f546x2d9 --undo
    """
    from bots.contract import SCHEMA, as_json, plain_object
    from bots.terminal.said_elsewhere import also_as_text, elsewhere_as_text, said_elsewhere
    from bots.terminal.short_ids import quote_id as whole_id

    if (speaker is not None) + nobody + undo != 1:
        raise UsageError("Give one of --speaker, --nobody and --undo. See `qa correct --help`.")
    from qa.ingest.correct import correct as correct_in
    from qa.ingest.correct import take_back

    quote_id = whole_id(session.own, quote_id)

    def set_at(place: str) -> Corrected:
        return take_back(session.library, place) if undo else correct_in(session.library, place, speaker)

    done = set_at(quote_id)
    others: list[Quote] = said_elsewhere(session, done)
    also: list[Quote] = []
    if everywhere:
        # What was not set by hand has nothing to take back.
        also = [quote for quote in others if not undo or (quote.attribution and quote.attribution.corrected)]
        for quote in also:
            set_at(quote.id)
        others = said_elsewhere(session, done)
    if session.json:
        places = {"also": _places(also), "elsewhere": _places(others)}
        session.write(as_json({"schema": SCHEMA, **plain_object(done), **places}))
    else:
        also_told = also_as_text(session, done, also) if everywhere else ""
        session.write(_correction_as_text(done) + also_told + elsewhere_as_text(session, others))


def alias(
    session: Session,
    first: Annotated[str, typer.Argument(metavar="NAME", help="A name of the archive.")],
    second: Annotated[
        str, typer.Argument(metavar="NAME", help="Another name: the speaker is shown under this one.")
    ],
    apart: Annotated[
        bool, typer.Option("--apart", metavar="", help="The names are two speakers', so never join them.")
    ] = False,
    undo: Annotated[
        bool, typer.Option("--undo", metavar="", help="Take back what was said of these two names.")
    ] = False,
) -> None:
    """Say that two names are one speaker's; with --apart, that two names are two speakers'.

    Later updates, a rebuild and a backup keep it. `qa status -v` lists all pairs.

    Examples:

    \b
      qa alias "Lib Dems" "Liberal Democrats"
      qa alias --apart "Lord Vane" "Robin Vane"
      qa alias --undo "Lib Dems" "Liberal Democrats"
    """
    from bots.contract import SCHEMA, as_json, plain_object
    from qa.ingest.alias import give_names, take_names_back

    if undo:
        done = take_names_back(session.library, first, second)
    else:
        done = give_names(session.library, first, second, apart=apart)
    session.write(as_json({"schema": SCHEMA, **plain_object(done)}) if session.json else _names_as_text(done))


def _places(quotes: Sequence[Quote]) -> list[dict[str, str | None]]:
    return [
        {"id": quote.id, "speaker": quote.speaker, "article": quote.version.article.id} for quote in quotes
    ]


def _correction_as_text(done: Corrected) -> str:
    from bots.visible import visible_line
    from bots.wording import BY_HAND, counted

    now = done.speaker or "speaker not known"
    mark = "as extracted" if done.undone else BY_HAND
    before = done.before or "speaker not known"
    return (
        f"{visible_line(done.words)}\n"
        f"  now     {visible_line(now)} ({mark})\n"
        f"  before  {visible_line(before)}\n"
        f"In {counted(done.articles, 'article')} with this text.\n"
    )


def _names_as_text(done: NamesGiven) -> str:
    from bots.visible import visible_line
    from bots.wording import BY_HAND

    number = "Two speakers" if done.apart else "One speaker"
    said = "Taken back" if done.undone else f"{number} ({BY_HAND})"
    return visible_line(f"{said}: {', '.join(done.speakers) or 'nobody now'}.") + "\n"
