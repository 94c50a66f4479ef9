"""Show a quote in its article, or list the articles of a library: `qa show`, `qa articles`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bots.terminal.opening import tell_unknown
from bots.terminal.parameters import Since, Sources, Until, chosen_scope
from bots.terminal.session import Session
from qa.archive.asked_again import asked_again

if TYPE_CHECKING:
    from qa.answers import CorpusSummary
    from qa.archive.listings import ArticleLine


@asked_again
def show(
    session: Session,
    quote_id: Annotated[
        str, typer.Argument(metavar="QUOTE_ID", help="A quote's id, short or whole, as `qa ask` prints it.")
    ],
) -> None:
    """Show a quote within the text around it.

    A short id works for quotes that were shown here lately, a whole one (`qa ask -v`)
    for all, also after rebuilds. If the article has changed since, its old
    text is shown, and a line says so.

    Examples:

    \b
      qa show q7k2m4a
      qa show lk6xkmx3pz8b1d5f20a1c92f546x2d9
    """
    from bots import contract
    from bots.terminal import short_ids, surroundings
    from bots.terminal.rendering import Look
    from qa.archive.quote_lookup import find_quote
    from qa.open_archive import open_archive

    with open_archive(session.library) as library, library.snapshot() as snapshot:
        quote = find_quote(snapshot, short_ids.quote_id(session.own, quote_id))
    if session.json:
        session.write(contract.as_json(contract.context_object(quote)))
    elif session.settings.format == "md":
        session.write(surroundings.as_markdown(quote))
    else:
        session.write(surroundings.as_text(quote, look=Look(session.colour, session.width)))


@asked_again
def articles(
    session: Session,
    all_of_them: Annotated[
        bool, typer.Option("--list", "-l", metavar="", help="List the articles, one a line.")
    ] = False,
    undated: Annotated[
        bool, typer.Option("--undated", metavar="", help="List only articles without a date.")
    ] = False,
    since: Since = None,
    until: Until = None,
    source: Sources = None,
) -> None:
    """Show what is indexed: how many articles, their dates and sources; with --list one line for each article.

    Examples:

    \b
      qa articles
      qa articles --list --source Reuters --format csv
    """
    from qa.open_archive import open_archive

    scope = chosen_scope(since, until, source)
    with open_archive(session.library) as library, library.snapshot() as snapshot:
        tell_unknown(session, snapshot, scope)
        corpus = snapshot.corpus()
        found = list(snapshot.articles(scope, undated=undated))
    if all_of_them or undated:
        _list(
            session,
            found,
            none="Every article has a date." if undated and corpus.articles else "No articles.",
        )
    else:
        _summarise(session, found, corpus)


def _list(session: Session, found: list[ArticleLine], *, none: str) -> None:
    from bots.contract import as_json, plain_object
    from bots.terminal.tables import write_rows
    from bots.wording import UNDATED

    if session.json:
        session.write("".join(as_json(plain_object(each)) + "\n" for each in found))
        return
    head = ("date", "source", "title", "path", "article", "uid")
    if session.settings.format == "text":
        # Most files hold one article, whose id is the path: shown once, that is enough for a person.
        rows = [
            (
                each.date[:10] if each.date else UNDATED,
                each.source,
                each.title,
                each.path,
                each.id if each.id != each.path else "",
                each.uid,
            )
            for each in found
        ]
    else:
        rows = [
            (each.date or UNDATED, each.source, each.title, each.path, each.id, each.uid) for each in found
        ]
    write_rows(session, head, rows, none=none)


def _summarise(session: Session, found: list[ArticleLine], corpus: CorpusSummary) -> None:
    from collections import Counter

    from bots.contract import SCHEMA, as_json, corpus_object
    from bots.terminal.tables import write_rows
    from bots.wording import NO_SOURCE, counted, days_in_words

    counts = sorted(Counter(each.source for each in found).items(), key=lambda each: (-each[1], each[0]))
    days = sorted(each.date for each in found if each.date)
    undated = len(found) - len(days)
    if session.json:
        sources = [{"source": source or None, "articles": count} for source, count in counts]
        dates = {"first_date": days[0] if days else None, "last_date": days[-1] if days else None}
        session.write(
            as_json(
                {
                    "schema": SCHEMA, "articles": len(found), **dates, "undated": undated, "sources": sources,
                    "corpus": corpus_object(corpus),
                }
            )
        )  # fmt: skip
        return
    if session.settings.format == "text" and found:
        between = f", {days_in_words(days[0], days[-1])}" if days else ""
        session.write(f"{counted(len(found), 'article')}{between}; {undated:,} undated\n\n")
    rows = [(source or NO_SOURCE, str(count)) for source, count in counts]
    write_rows(session, ("source", "articles"), rows, none="No articles.")
