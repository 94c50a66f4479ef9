"""Set speakers side by side on one topic, or show one over time: `qa compare`, `qa timeline`."""

from __future__ import annotations

from typing import Annotated

import typer

from bots.amounts import QUOTES
from bots.exit_codes import NO_ANSWER
from bots.terminal.opening import open_library, opened_answerer, tell_unknown_outlets
from bots.terminal.parameters import Since, Sources, Until, chosen_scope
from bots.terminal.session import Session
from bots.terminal.values import whole
from qa.settings import MAX_QUOTES

About = Annotated[
    str | None, typer.Option("--about", metavar="TOPIC", help="Only quotes on this topic. Default: all.")
]
Count = Annotated[
    int | None,
    typer.Option(
        "--quotes",
        "-n",
        parser=whole(1, MAX_QUOTES),
        metavar="N",
        help=f"How many quotes to show of each, at most {MAX_QUOTES}. Default: {QUOTES}.",
    ),
]


def compare(
    session: Session,
    first: Annotated[str, typer.Argument(metavar="SPEAKER", help="The first speaker.")],
    second: Annotated[str, typer.Argument(metavar="SPEAKER", help="The second speaker.")],
    about: About = None,
    since: Since = None,
    until: Until = None,
    source: Sources = None,
    count: Count = None,
) -> None:
    """Show what two speakers say on one topic, side by side, in their own words.

    Examples:

    \b
      qa compare Rubio Trump --about China
      qa compare "Joe Biden" "Donald Trump" --about TikTok --format md
    """
    from bots.terminal import sides

    session = session.with_settings(quotes=count)
    scope = chosen_scope(since, until, source)
    library, answerer = open_library(session, ahead=True)
    unknown = tell_unknown_outlets(session, library, scope)
    found = answerer.compare((first, second), about=about, scope=scope)
    session.write(sides.comparison(session, found.sides, about, unknown))
    told = all(side.outcome in ("answered", "unsure") for side in found.sides)
    raise typer.Exit(0 if told else NO_ANSWER)


def timeline(
    session: Session,
    speaker: Annotated[str, typer.Argument(metavar="SPEAKER", help="Whose quotes to show.")],
    about: About = None,
    since: Since = None,
    until: Until = None,
    source: Sources = None,
) -> None:
    """Show what a speaker said on a topic in order of date, with the first and the latest quote marked.

    Examples:

    \b
      qa timeline Rubio --about China
      qa timeline "Donald Trump" --about tariffs --since 2024-01-01 --format csv
    """
    from bots.terminal import sides

    scope = chosen_scope(since, until, source)
    found = opened_answerer(session, scope).timeline(speaker, about=about, scope=scope)
    session.write(sides.timeline(session, found))
    raise typer.Exit(0 if found.quotes else NO_ANSWER)
