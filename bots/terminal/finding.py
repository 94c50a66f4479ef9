"""Find exact words in the archive: `qa find`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from bots.amounts import QUOTES_ON_SCREEN
from bots.exit_codes import NO_ANSWER
from bots.terminal.opening import tell_unknown
from bots.terminal.parameters import Since, Sources, Until, chosen_scope
from bots.terminal.session import Session
from bots.terminal.values import whole
from qa.archive.asked_again import asked_again

if TYPE_CHECKING:
    from bots.found_places import Found
    from bots.terminal.rendering import Look
    from qa.answers import Quote

HEAD = (
    "id", "words", "before", "after", "speaker", "date", "source", "title", "url", "path", "article", "start",
    "end",
)  # fmt: skip


@asked_again
def find(
    session: Session,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words to find, in quotation marks.")],
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            parser=whole(1),
            metavar="N",
            help="Show at most so many places; all are counted.",
        ),
    ] = None,
    since: Since = None,
    until: Until = None,
    source: Sources = None,
) -> None:
    """Find every place with exactly these words, newest first, and who says them.

    Marks, capitals and line ends do not count; the words and their endings do. A
    place has a speaker only if it is among the words of one.

    Examples:

    \b
      qa find "fair is fair"
      qa find "more to come" --since 2025-01-01 --format csv > places.csv
    """
    from bots.found_places import collected
    from bots.terminal.short_ids import remember
    from qa.archive.corpus_summary import summary
    from qa.archive.exact_words import holding
    from qa.open_archive import open_archive

    scope = chosen_scope(since, until, source)
    most = limit or (QUOTES_ON_SCREEN if session.on_screen else None)
    with open_archive(session.library) as library, library.snapshot() as snapshot:
        summary(snapshot)  # in an archive that holds nothing, nothing is "not found"
        tell_unknown(session, snapshot, scope)
        found = collected(holding(snapshot, words, scope), most, _writer_of(session, most))
    if session.settings.format == "text" and not session.json:
        remember(session.own, found.ids)
    _write(session, words, found)
    if len(found.shown) < found.places and limit is None:
        session.note(f"{found.places - len(found.shown):,} more: --limit {found.places} shows all.")
    raise typer.Exit(0 if found.places else NO_ANSWER)


def _writer_of(session: Session, most: int | None) -> Callable[[Quote, int], object]:
    from bots.found_places import place_object
    from bots.terminal.rendering import Look
    from bots.terminal.short_ids import KEPT, remember

    if session.json:
        return place_object
    if session.settings.format != "text":
        return lambda quote, number: _as_row(quote, data=session.settings.format == "csv")
    # The short ids are remembered when all places are found; here it is seen whether they can be.
    known = not session.verbose and most is not None and most <= KEPT and remember(session.own, ())
    look = Look(session.colour, session.width, session.verbose, "short" if known else "whole")
    return lambda quote, number: place_as_text(quote, number, look=look)


def _write(session: Session, words: str, found: Found) -> None:
    from bots.contract import as_json
    from bots.found_places import found_object
    from bots.terminal.quote_rows import CERTAINTY
    from bots.terminal.tables import rows_as
    from bots.wording import counted

    if session.json:
        session.write(as_json(found_object(words, found)))
        return
    if session.settings.format != "text":
        head = (*HEAD, *(CERTAINTY if session.settings.format == "csv" else ()))
        session.write(rows_as(session.settings.format, head, found.shown))  # type: ignore[arg-type]
    else:
        session.write(found_as_text(words, found))
    if found.withheld:
        session.note(found.withheld)
    if found.in_title_only:
        have = "has" if found.in_title_only == 1 else "have"
        session.note(f"{counted(found.in_title_only, 'article')} {have} these words in the title alone.")


def found_as_text(words: str, found: Found) -> str:
    """Write how many places were found, and those that are shown."""
    from bots.endings import NO_SPEAKER
    from bots.visible import visible_line
    from bots.wording import counted

    if not found.places:
        return f"Not found: no text has exactly the words “{visible_line(words.strip())}”.\n"
    where = f"{counted(found.places, 'place')} in {counted(found.articles, 'article')}"
    end = f"; {NO_SPEAKER}:" if found.nobodys else ":"
    return "\n\n".join([f"{where}{end}", *map(str, found.shown)]) + "\n"


def place_as_text(quote: Quote, number: int, *, look: Look) -> str:
    """Write a place with its number, the words around it, who says it and where it stands."""
    from bots.found_places import around
    from bots.terminal.rendering import INDENT, called, numbered
    from bots.visible import visible_line
    from bots.wording import in_words, who

    article = quote.version.article
    before, after = around(quote)
    begun = "… " if quote.start > len(before) else ""
    ended = " …" if quote.end + len(after) < len(article.text.rstrip()) else ""
    front, words = visible_line(f"{begun}{before.lstrip()}"), visible_line(" ".join(quote.text.split()))
    shown = look.wrapped_parts(
        [(front, None), (words, look.bold), (visible_line(f"{after.rstrip()}{ended}"), None)], INDENT
    )
    parts = (who(quote), article.source, in_words(article.date))
    line = ", ".join(visible_line(part) for part in parts if part)
    title = f"“{visible_line(article.title)}”" if article.title else ""
    about = " · ".join(filter(None, (title, called(quote, look))))
    lines = [numbered(number, shown, look=look), look.wrapped(f"— {line}", INDENT)]
    return "\n".join([*lines, look.dim(look.wrapped(about, INDENT))] if about else lines)


def _as_row(quote: Quote, *, data: bool) -> tuple[str, ...]:
    """Write a row; for a program (`data`) with the bare name, and apart from it how certain that is."""
    from bots.found_places import around
    from bots.terminal.quote_rows import certainty
    from bots.wording import speaker_label

    article = quote.version.article
    before, after = around(quote)
    return (
        quote.id, quote.text, before, after,
        (quote.speaker or "") if data else speaker_label(quote.attribution, quote.speaker),
        article.date or "", article.source, article.title,
        article.url, article.path, article.id, str(quote.start), str(quote.end),
        *(certainty(quote.attribution, quote.speaker) if data else ()),
    )  # fmt: skip
