"""Give an article a date or a source where its file has none or a wrong one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from qa.datatypes import Version
from qa.errors import UsageError
from qa.ingest.libraries import open_writer, require_library
from qa.reading.dates import normalised
from qa.settings import LibraryPlace
from qa.tables.writing.amendments import restate
from qa.tables.writing.given_values import Given, all_given, put_given, texts_given
from qa.tables.writing.stored_versions import articles_at, current_version, named_articles
from qa.tables.writing.writer import Writer

_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class ArticleGiven:
    """An article's date and source as they are now. `given` names those that a person gave."""

    uid: str
    id: str
    path: str
    date: str | None
    source: str
    given: tuple[str, ...]


def give(
    library: LibraryPlace,
    what: str,
    *,
    date: str | None = None,
    source: str | None = None,
    unset: bool = False,
) -> ArticleGiven:
    """Set an article's date or source, from now on and whatever its file says; `unset` takes both back.

    Args:
        what: The article's uid, its id, or its file's path, as `qa articles` or the file system shows it.
        date: A day or a moment.

    Raises:
        NoIndexError: If there is no library.
        UsageError: If no article or several articles have that name, or the date is not one.
        LibraryBusyError: While another process writes to the library.
    """
    require_library(library)
    day = None if date is None else normalised(date)
    if date is not None and day is None:
        raise UsageError(f"{date!r} is not a date; write it as 2025-01-31.")
    with open_writer(library) as writer:
        version = _the_one(writer, what)
        before = all_given(writer.connection).get(version.uid)
        with writer.transaction():
            return give_version(writer, version, before, date=day, source=source, unset=unset)


def give_version(
    writer: Writer,
    version: Version,
    before: Given | None,
    *,
    date: str | None = None,
    source: str | None = None,
    unset: bool = False,
    dry: bool = False,
) -> ArticleGiven:
    """Set the date or source of an article by its current version, inside the caller's transaction.

    Args:
        before: What it was given before.
        date: A day or moment in its normal form.
        dry: Whether to change nothing, and only return what the article would be.
    """
    article = version.article
    given = before or Given(None, None, article.date, article.source)
    given = Given(
        None if unset else date or given.date,
        None if unset else given.source if source is None else source.strip(),
        given.own_date,
        given.own_source,
    )
    stated = given.applied(article)
    if not dry:
        put_given(writer.connection, version.uid, given)
        if stated.sha256() != version.sha256:
            restate(writer, version.key, stated)
    named = [name for name, value in (("date", given.date), ("source", given.source)) if value is not None]
    return ArticleGiven(version.uid, article.id, article.path, stated.date, stated.source, tuple(named))


def let_follow(writer: Writer, stood: Mapping[str, bytes], arrived: Mapping[bytes, str]) -> None:
    """Move given dates and sources to the article that has their text now, after an update found it elsewhere.

    A row inserted above others, two files with swapped names, a new file under the name of one that was moved: each
    leaves another text under the article's uid.

    Args:
        stood: The text's hash before the update, by uid, of each article that was given something.
        arrived: The uid under which a text was read since, by the text's hash.
    """
    remaining = texts_given(writer.connection)
    moved = {
        uid: arrived[text] for uid, text in stood.items() if text in arrived and remaining.get(uid) != text
    }
    before = all_given(writer.connection)
    now: dict[str, Given] = {}
    for uid in {*moved, *moved.values()}:
        version = current_version(writer.connection, uid)
        if version is None:
            put_given(writer.connection, uid, Given(None, None, None, ""))
            continue
        article = version.article
        own = before.get(uid, Given(None, None, article.date, article.source))
        now[uid] = Given(None, None, own.own_date, own.own_source)
    for uid, to in moved.items():
        if to in now and uid in before:
            now[to] = replace(now[to], date=before[uid].date, source=before[uid].source)
    for uid, given in now.items():
        put_given(writer.connection, uid, given)
        version = current_version(writer.connection, uid)
        if version is not None and (stated := given.applied(version.article)).sha256() != version.sha256:
            restate(writer, version.key, stated)


def _the_one(writer: Writer, what: str) -> Version:
    found = named_articles(writer.connection, what)
    if not found:
        path = Path(what).expanduser().resolve()
        for place in writer.places.all():
            if place.kind == "files" and path.is_relative_to(place.path):
                relative = path.relative_to(place.path).as_posix()
                if relative == ".":
                    relative = path.name  # a place that is one file
                found += articles_at(writer.connection, place.id, relative)
    if not found:
        raise UsageError(f"No article in the library is called {what!r}. See `qa articles --list`.")
    if len(found) > 1:
        lines = [f"\n  {each.uid}  {each.article.path}  {each.article.id}" for each in found]
        more = f"\n  and {len(lines) - _MOST_NAMED} more" if len(lines) > _MOST_NAMED else ""
        raise UsageError(
            f"{len(found)} articles are called {what!r}. Name one by the first word of its line:"
            f"{''.join(lines[:_MOST_NAMED])}{more}"
        )
    return found[0]
