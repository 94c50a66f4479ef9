"""Forget places, files and articles: exclude them from answers; with --purge, delete every copy in the library."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from qa.embedded.migrations import old_copies
from qa.errors import UsageError
from qa.evaluation.complaints import REPORTS, withdraw
from qa.fetching.addresses import normalised_if_valid
from qa.ingest.give import let_follow
from qa.ingest.libraries import open_writer, require_library
from qa.reading.web_addresses import is_address
from qa.settings import LibraryPlace
from qa.tables.name_pairs import names_by_hand
from qa.tables.packing import packed, unpacked
from qa.tables.purging import PURGING
from qa.tables.writing.corrections import drop_corrections_without_text
from qa.tables.writing.forgotten_texts import remember_forgotten
from qa.tables.writing.given_values import texts_given
from qa.tables.writing.name_pairs import drop_pairs_without_text
from qa.tables.writing.places import Place
from qa.tables.writing.speaker_table import link_now, regroup
from qa.tables.writing.writer import Writer
from qa.upkeep.findings import Forgotten
from qa.upkeep.salvage import remove_salvaged

_BY_LINE = re.compile(r"line \d+")
_NAMED = "named:"
"""What a purge named is noted as this and a digest: what is purged may not be left in its name either."""


def forget(library: LibraryPlace, what: str, *, purge: bool = False) -> Forgotten:
    """Exclude a place, a file or an article from answers, also after the next update.

    Quotes given earlier can still be shown, unless it is purged. A purge that ended before its end, on a full disk or
    killed, is finished by the next call, also where nothing is called what that names; to purge the same again is no
    error then.

    Args:
        what: A remembered place, a file or folder inside one, or an article by its uid or id.
        purge: Delete every copy in the library.

    Raises:
        NoIndexError: If there is no library.
        UsageError: If nothing in the library has that name, or several articles do.
        LibraryBusyError: While another process writes to the library.
    """
    require_library(library)
    with open_writer(library) as writer:
        before = _uids(writer) if purge else set()
        noted = writer.meta(PURGING)
        mistyped: UsageError | None = None
        with writer.transaction():
            stood = texts_given(writer.connection)
            elsewhere = _in_another_place(writer, stood)
            try:
                articles, places = _forget(writer, what, purge)
            except UsageError as error:
                if noted is None:
                    raise
                if not purge or _named(what) not in noted.split():
                    mistyped = error
                articles, places = 0, 0
            purging = {*(noted or "").split(), *(before - _uids(writer) if purge else ())}
            if purge and mistyped is None:
                writer.set_meta(PURGING, " ".join(sorted({*purging, _named(what)})))
            if places:
                let_follow(writer, stood, elsewhere)
            link_now(writer)
            if writer.jobs:
                writer.jobs.withdraw_forgotten()
        finishing = purge or noted is not None
        if finishing:
            _forget_by_hand(writer)
        purged = finishing and _leave_no_trace(writer) and purge
        if not finishing and writer.index.is_due():
            writer.index.publish()
        copies: tuple[str, ...] = ()
        if finishing and writer.folder is not None:
            copies = _remove_copies(writer.folder, purging - _uids(writer))
        if finishing:
            writer.drop_meta(PURGING)
    if mistyped is not None:
        raise UsageError(f"{mistyped} The purge that had ended early is finished now.") from mistyped
    return Forgotten(articles, places, purged, copies)


def _in_another_place(writer: Writer, stood: Mapping[str, bytes]) -> dict[bytes, str]:
    """Find texts with a given date or source under the same path in another place, as after a folder was renamed.

    Returns the article's uid there, by the text's hash.
    """
    arrived = {}
    for uid, text in stood.items():
        row = writer.connection.execute(
            """
            SELECT a.uid FROM articles a JOIN versions v ON v.article = a.key AND v.current = 1
            WHERE v.text_sha = ? AND a.path = (SELECT path FROM articles WHERE uid = ?)
                AND a.uid NOT IN (SELECT uid FROM given) ORDER BY a.uid
            """,
            [text, uid],
        ).fetchone()
        if row is not None:
            arrived[text] = row["uid"]
    return arrived


def _named(what: str) -> str:
    return _NAMED + hashlib.sha256(packed(what)).hexdigest()


def _uids(writer: Writer) -> set[str]:
    return {row["uid"] for row in writer.connection.execute("SELECT uid FROM articles")}


def _remove_copies(folder: Path, uids: Collection[str]) -> tuple[str, ...]:
    """Remove what may hold the text outside the database: complaints about quotes, and copies kept by migrations."""
    withdraw(folder / REPORTS, uids)
    remove_salvaged(folder)
    copies = old_copies(folder)
    for copy in copies:
        copy.unlink()
    return tuple(map(str, copies))


def _forget(writer: Writer, what: str, purge: bool) -> tuple[int, int]:
    places = writer.places.all()
    if is_address(what) and (found := _forget_address(writer, what, places, purge)):
        return found
    path = Path(what).expanduser().resolve()
    if same := [place for place in places if place.path == path and (place.remembered or purge)]:
        return _forget_place(writer, same[0], places, purge)
    inside = [place for place in places if path.is_relative_to(place.path)]
    if inside:
        # The innermost place is the one that has its files.
        place = max(inside, key=lambda place: len(place.path.parts))
        relative = path.relative_to(place.path).as_posix()
        if rows := _below(writer, place, relative):
            a_file = any(row_path == relative for _, row_path in rows)
            return _forget_below(writer, place, relative if a_file else relative + "/", purge), 0
    return _forget_article(writer, what, purge), 0


def _forget_address(
    writer: Writer, what: str, places: Sequence[Place], purge: bool
) -> tuple[int, int] | None:
    """Forget a remembered web address, or the articles that a feed linked to at this address; None if it is neither."""
    web = [place for place in places if place.kind == "web"]
    names = {what, *normalised_if_valid(what)}
    for place in web:
        if place.name in names and (place.remembered or purge):
            return _forget_place(writer, place, places, purge)
    dropped = 0
    for place in web:
        rows = writer.connection.execute("SELECT key, path, id FROM articles WHERE place = ?", [place.id])
        for row in rows.fetchall():
            if unpacked(row["path"]) in names:
                writer.places.hide(place.id, unpacked(row["path"]), unpacked(row["id"]))
                dropped += _drop(writer, [row["key"]], purge, for_good=True)
    return (dropped, 0) if dropped else None


def _forget_place(writer: Writer, place: Place, places: Sequence[Place], purge: bool) -> tuple[int, int]:
    outer = [
        other
        for other in places
        if place.kind == other.kind == "files"
        and other.remembered
        and other.path != place.path
        and place.path.is_relative_to(other.path)
    ]
    rows = writer.connection.execute("SELECT key FROM articles WHERE place = ?", [place.id])
    dropped = _drop(writer, [row["key"] for row in rows], purge, for_good=bool(outer))
    for table in ("files", "skipped", "forgotten", "fetched"):
        writer.connection.execute(f"DELETE FROM {table} WHERE place = ?", [place.id])
    if purge:
        writer.connection.execute("DELETE FROM places WHERE id = ?", [place.id])
    else:
        writer.connection.execute("UPDATE places SET remembered = 0 WHERE id = ?", [place.id])
    for around in outer:
        # Otherwise its files would come back as those of the place around it.
        relative = place.path.relative_to(around.path).as_posix()
        writer.places.hide(around.id, relative, "")
        # If the outer place has not been updated since, it still has them.
        _forget_below(writer, around, relative + "/", purge)
    return dropped, 1


def _forget_article(writer: Writer, what: str, purge: bool) -> int:
    rows = writer.connection.execute(
        """
        SELECT a.key, a.uid, a.place, a.path, a.id, v.key AS current FROM articles a
        LEFT JOIN versions v ON v.article = a.key AND v.current = 1
        WHERE a.uid = ? OR a.id = ? ORDER BY a.uid
        """,
        [what, packed(what)],
    ).fetchall()
    rows = [row for row in rows if row["current"] is not None or purge]
    if not rows:
        raise UsageError(f"Nothing in the library is called {what!r}. See `qa articles --list`.")
    if len(rows) > 1:
        names = ", ".join(row["uid"] for row in rows)
        raise UsageError(f"Several articles are called {what!r}. Name one of {names}.")
    article_id = unpacked(rows[0]["id"])
    # An article named only by its line is remembered by its text: another row may be on that line next.
    if not _BY_LINE.fullmatch(article_id):
        writer.places.hide(rows[0]["place"], unpacked(rows[0]["path"]), article_id)
    return _drop(writer, [rows[0]["key"]], purge, for_good=True)


def _forget_below(writer: Writer, place: Place, hidden: str, purge: bool) -> int:
    """Forget a file or a folder (which ends with "/") of a place."""
    writer.places.hide(place.id, hidden, "")
    for file in writer.places.files(place.id):
        if file == hidden or (hidden.endswith("/") and file.startswith(hidden)):
            writer.places.drop_file(place.id, file)
            writer.places.replace_skipped(place.id, file, [])
    keys = [key for key, _ in _below(writer, place, hidden.removesuffix("/"))]
    return _drop(writer, keys, purge, for_good=True)


def _below(writer: Writer, place: Place, relative: str) -> list[tuple[int, str]]:
    """Return the articles (key, path) in a file or folder of a place."""
    rows = writer.connection.execute("SELECT key, path FROM articles WHERE place = ?", [place.id])
    found = [(row["key"], unpacked(row["path"])) for row in rows]
    return [(key, path) for key, path in found if path == relative or path.startswith(relative + "/")]


def _drop(writer: Writer, articles: Sequence[int], purge: bool, *, for_good: bool) -> int:
    """Retire articles, or delete all their versions; return how many there were.

    Args:
        for_good: Keep their texts out under other names too. Not for a whole place, whose files may have been moved.
    """
    count = 0
    for key in articles:
        if for_good:
            remember_forgotten(writer.connection, key)
        count += writer.retire(key) or purge
        if purge:
            writer.connection.execute("DELETE FROM versions WHERE article = ?", [key])
            writer.connection.execute("DELETE FROM articles WHERE key = ?", [key])
    return count


def _forget_by_hand(writer: Writer) -> None:
    """Delete what a person said of purged words and names: it repeats them."""
    with writer.transaction():
        before = names_by_hand(writer.connection)
        drop_corrections_without_text(writer.connection)
        drop_pairs_without_text(writer.connection)
        regroup(writer, before)


def _leave_no_trace(writer: Writer) -> bool:
    """Delete what is left of purged texts; return whether all of it is gone now."""
    connection = writer.connection
    with writer.transaction():
        connection.execute("DELETE FROM given WHERE uid NOT IN (SELECT uid FROM articles)")
        connection.execute("DELETE FROM embeddings WHERE id NOT IN (SELECT embedding FROM passages)")
    return writer.index.erase()
