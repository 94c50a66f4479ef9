"""Correct by hand whose words a quote is, from now on and in every article with the same text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.answers import Quote
from qa.archive.quote_lookup import kept_quote
from qa.attribution.corrections import Correction, apply_corrections
from qa.datatypes import Span, VersionHandle
from qa.errors import NotFoundError, UsageError
from qa.ingest.libraries import one_state, open_writer, require_library
from qa.language.spans import length, shared
from qa.settings import LibraryPlace
from qa.speakers.by_hand import spelling
from qa.speakers.linking import match_speaker
from qa.speakers.typed_names import typed_name
from qa.tables.names import SpeakerRows
from qa.tables.reader import Cached
from qa.tables.speech import Speech
from qa.tables.writing.corrections import corrections_of, drop_correction, put_correction
from qa.tables.writing.forgotten_texts import text_hash
from qa.tables.writing.speaker_table import link_now
from qa.tables.writing.stored_versions import extractor_of, records_of, versions_with
from qa.tables.writing.writer import Writer


@dataclass(frozen=True, slots=True)
class Corrected:
    """Whose words a quote is now, and whose it was before, by the archive's names; None is nobody.

    `articles` counts the articles with this text, in all of which it holds. `undone`: a correction was taken back.
    """

    id: str
    speaker: str | None
    before: str | None
    words: str
    articles: int
    undone: bool = False


def correct(library: LibraryPlace, quote_id: str, speaker: str | None) -> Corrected:
    """Set whose words a quote is, whatever is extracted from its text; None: nobody's.

    Raises:
        NoIndexError: If there is no library.
        NotFoundError: If the library has no such quote.
        UsageError: If the id or the name is none, the name may mean several, or nobody's words are recorded there.
        LibraryBusyError: While another process writes to the library.
    """
    quote = _quote(library, quote_id)
    name = None if speaker is None else _name(library, speaker)
    text = text_hash(quote.version.article.text)
    with open_writer(library) as writer:
        versions = versions_with(writer.connection, text)
        if not versions:
            raise UsageError(
                "No article has this text any more: it has changed or is gone. Ask again, and correct a quote "
                "of the text as it is now."
            )
        said = records_of(writer.connection, versions[0])
        place = _best(quote, [record.content for record, _ in said])
        if place is None:
            raise UsageError(
                "Nobody is recorded as the speaker of these words, so there is no name to correct. "
                "`qa attributions` lists what is recorded."
            )
        record, before = said[place]
        kept = corrections_of(writer.connection, versions[0])
        _, applied = apply_corrections([each for each, _ in said], kept)
        with writer.transaction():
            for correction, at in applied.items():
                if at == place:
                    drop_correction(writer.connection, text, correction)
            put_correction(writer.connection, text, Correction(record.content, name))
            _apply(writer, versions)
        after = _speaker_of(writer, versions, record.content)
    return Corrected(quote.id, after, before, quote.text, len(versions))


def take_back(library: LibraryPlace, quote_id: str) -> Corrected:
    """Take back what was set for a quote: what is extracted from its text counts again.

    Raises:
        NotFoundError: If nothing was corrected there, or the library has no such quote.
        NoIndexError: If there is no library.
        UsageError: If the text is not a quote id.
        LibraryBusyError: While another process writes to the library.
    """
    quote = _quote(library, quote_id)
    text = text_hash(quote.version.article.text)
    with open_writer(library) as writer:
        kept = corrections_of(writer.connection, quote.version.key)
        place = _best(quote, [each.content for each in kept])
        if place is None:
            raise NotFoundError(
                f"Nothing was corrected by hand at the quote {quote_id}. `qa status -v` lists what was."
            )
        versions = versions_with(writer.connection, text)
        said = records_of(writer.connection, versions[0]) if versions else []
        _, applied = apply_corrections([each for each, _ in said], kept)
        at = applied.get(kept[place])
        content = kept[place].content if at is None else said[at][0].content
        before = _speaker_of(writer, versions, content)
        with writer.transaction():
            drop_correction(writer.connection, text, kept[place])
            _apply(writer, versions)
        after = _speaker_of(writer, versions, content)
    return Corrected(quote.id, after, before, quote.text, len(versions), undone=True)


def _quote(library: LibraryPlace, quote_id: str) -> Quote:
    require_library(library)
    with one_state(library) as connection:
        return kept_quote(Speech(connection, Cached()), quote_id)


def _name(library: LibraryPlace, typed: str) -> str:
    """Return a typed name as it is kept: in the archive's spelling where somebody has exactly this name."""
    name = typed_name(typed)
    with one_state(library) as connection:
        speakers = SpeakerRows(connection, Cached())
        for speaker in speakers.speakers_like(name):
            for form in (speaker.name, *speaker.aliases):
                if spelling(form) == spelling(name):
                    return form
        match = match_speaker(name, speakers)
    if match.ambiguous and not match.corrected:
        raise UsageError(f"{name!r} may be {' or '.join(match.ambiguous)}. Give the full name.")
    return name


def _best(quote: Quote, contents: Sequence[Sequence[Span]]) -> int | None:
    """Return the place of the content that shares most with a quote, at least half of the quote or of itself.

    A quote of reported speech is a whole sentence, and may be more than twice as long as the words that are reported.
    """
    span = ((quote.start, quote.end),)
    fitting = [
        (-common, length(each), place)
        for place, each in enumerate(contents)
        if (common := shared(each, span)) and 2 * common >= min(length(span), length(each))
    ]
    return min(fitting)[-1] if fitting else None


def _apply(writer: Writer, versions: Sequence[VersionHandle]) -> None:
    """Apply what is kept for their text now to the stored records, in the caller's transaction."""
    for version in versions:
        found = [record for record, _ in records_of(writer.connection, version)]
        writer.put_attributions(version, found, extractor_of(writer.connection, version))
    link_now(writer)


def _speaker_of(writer: Writer, versions: Sequence[VersionHandle], content: Sequence[Span]) -> str | None:
    """Return the archive's name of the speaker of a record of the first version; None if it has none."""
    said = records_of(writer.connection, versions[0]) if versions else []
    return next((name for record, name in said if record.content == content), None)
