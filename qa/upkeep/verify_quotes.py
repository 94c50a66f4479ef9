"""Compare quotes with their sources: with the stored text, and with the file, read again as it was read then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qa.answers import Quote
from qa.archive.asked_again import asked_again
from qa.archive.quote_lookup import kept_quote
from qa.datatypes import Article
from qa.embedded.snapshot import Library, Snapshot
from qa.errors import NotFoundError
from qa.ingest.report import MAX_BYTES
from qa.reading.files import FoundFile, Problem
from qa.reading.readers import format_of, read
from qa.settings import LibraryPlace, ServerLibrary
from qa.tables.articles import Origin
from qa.upkeep.findings import QuoteCheck, QuoteState

if TYPE_CHECKING:
    # It needs a package of an extra.
    from qa.server.snapshot import ServerView


@asked_again
def verify_quotes(
    library: LibraryPlace, quote_ids: Sequence[str], *, max_bytes: int = MAX_BYTES
) -> list[QuoteCheck]:
    """Compare each quote with its source and report whether its words are still there.

    Raises:
        UsageError: If a text is not a quote id.
        DamagedIndexError: If a stored text is not the one that was indexed.
    """
    if isinstance(library, ServerLibrary):
        from qa.server.snapshot import ServerArchive

        with ServerArchive.open(library) as archive, archive.snapshot() as view:
            return [_verified(view, quote_id, max_bytes) for quote_id in quote_ids]
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        return [_verified(snapshot, quote_id, max_bytes) for quote_id in quote_ids]


def _verified(snapshot: Snapshot | ServerView, quote_id: str, max_bytes: int) -> QuoteCheck:
    try:
        quote = kept_quote(snapshot, quote_id)
    except NotFoundError as error:
        return QuoteCheck(quote_id, "unknown", None, None, None, None, None, str(error))
    first, *copies = snapshot.origins(quote.version.key)
    standing = _in_source(quote, first, max_bytes)
    if standing.state in ("gone", "changed"):
        for copy in copies:
            elsewhere = _in_source(quote, copy, max_bytes)
            if elsewhere.state in ("identical", "moved"):
                standing = _Standing(
                    "moved", elsewhere.path, elsewhere.start, "its words are at another path now"
                )
                break
    article = quote.version.article
    end = None if standing.start is None else standing.start + len(quote.text)
    return QuoteCheck(
        quote.id,
        standing.state,
        article.id,
        standing.path,
        standing.start,
        end,
        quote.version.current,
        standing.why,
    )


@dataclass(frozen=True, slots=True)
class _Standing:
    state: QuoteState
    path: str | None
    start: int | None
    why: str


def _in_source(quote: Quote, origin: Origin, max_bytes: int) -> _Standing:
    if origin.kind != "files":
        why = "its words are in the stored text; a web address is not asked again"
        return _Standing("unseen", origin.place, quote.start, why)
    place = Path(origin.place)
    if not place.exists():
        why = f"its words are in the stored text; {place} is not there now"
        return _Standing("unseen", None, quote.start, why)
    path = place if place.is_file() else place / origin.path
    elsewhere: _Standing | None = None
    seen: list[str] = []
    for each in _read_again(path, origin.path, max_bytes):
        if isinstance(each, Problem):
            if each.line is None and each.fatal:
                seen.append(each.reason)
            continue
        found = _in_article(quote, each, path)
        if each.id == origin.article:
            # Its own article decides, whatever else the file holds.
            if found is not None:
                return found
            elsewhere = elsewhere or _Standing("changed", str(path), None, "the article has other words now")
        elif found is not None and (elsewhere is None or elsewhere.state == "changed"):
            elsewhere = _Standing(
                "moved", str(path), found.start, f"its words are in the article {each.id!r} now"
            )
    if elsewhere is not None:
        return elsewhere
    why = "its file is not there" if not path.exists() else f"the file has no such article: {'; '.join(seen)}"
    return _Standing("gone", None, None, why.removesuffix(": "))


def _in_article(quote: Quote, article: Article, path: Path) -> _Standing | None:
    if article.text[quote.start : quote.end] == quote.text:
        return _Standing("identical", str(path), quote.start, "")
    at = _nearest(article.text, quote.text, quote.start)
    return (
        None
        if at is None
        else _Standing("moved", str(path), at, "its words are at another place in the text")
    )


def _nearest(text: str, words: str, wanted: int) -> int | None:
    """Return where exactly these words are, nearest to `wanted`, where they were; None if they are not there."""
    after, before = text.find(words, wanted), text.rfind(words, 0, wanted + len(words))
    places = [at for at in (before, after) if at >= 0]
    return min(places, key=lambda at: abs(at - wanted), default=None)


def _read_again(path: Path, relative: str, max_bytes: int) -> Iterator[Article | Problem]:
    if format_of(relative) is None:
        return
    try:
        status = path.stat()
    except OSError:
        return
    found = FoundFile(path, relative, status.st_size, status.st_mtime_ns, status.st_ino)
    yield from read(found, max_bytes=max(max_bytes, status.st_size))
