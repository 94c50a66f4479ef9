"""Define what answering may ask of an archive, whichever engine keeps it.

`Archive` is opened once, `View` is what one answer sees of it, `Search` is the part of a view that proposes passages.
Handles (`VersionHandle`, `PassageHandle`) belong to one view: they are compared for equality and handed back as they
came. An engine proposes candidates; `qa.archive.scoring` scores them and puts them in order, so that two engines that
hold the same articles give the same answers. For that, every engine keeps to this:

- A passage is found by the terms of `qa.archive.scoring.passage_terms`. - Vectors are kept in half precision, and
compared as they are kept. - The candidates are all of the best k by the scores of `qa.archive.scoring`, and all that
tie with the last of them. - Speakers are in the order of how often they speak, then of their names; articles of one
moment in that of their uids.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol, Self

from qa.answers import CorpusSummary
from qa.archive.listings import ArticleLine, Outlet
from qa.datatypes import (
    Attribution,
    Bearer,
    Description,
    PassageHandle,
    Scope,
    Span,
    Speaker,
    StoredPassage,
    Vectors,
    Version,
    VersionHandle,
)
from qa.speakers.known import KnownSpeakers

if TYPE_CHECKING:
    # It imports numpy, which takes longer than a front end's --help may.
    from embeddings.encoder import ModelIdentity

Said = tuple[Attribution, str | None]
"""A record of who said what, and the archive's name of the speaker."""


class Search(Protocol):
    """Proposes passages within a scope: (handle, score), best first, ties by (article uid, start)."""

    def lexical(
        self, terms: Sequence[str], scope: Scope, k: int, *, spoken_by: Collection[str] | None = None
    ) -> list[tuple[PassageHandle, float]]:
        """Return the k passages with the highest BM25 among those with at least one of these terms.

        Args:
            spoken_by: If given, only passages that hold words of these speakers of the archive.
        """

    def phrase(self, terms: Sequence[str], scope: Scope, k: int) -> list[tuple[PassageHandle, float]]:
        """Return the k passages with the highest BM25 in which these terms stand next to each other, in order."""

    def nearest(
        self, vector: Vectors, scope: Scope, k: int, *, spoken_by: Collection[str] | None = None
    ) -> list[tuple[PassageHandle, float]]:
        """Return the k passages with the highest cosine to a vector of shape (dim,).

        Args:
            spoken_by: If given, only passages that hold words of these speakers of the archive.
        """

    def document_frequency(self, terms: Iterable[str]) -> dict[str, int]:
        """Return how many passages hold each of these terms."""

    def term_like(self, term: str) -> str | None:
        """Return the term one wrong letter away, with the same first and last letter; None without any.

        Of several, by `qa.archive.scoring.most_frequent_alike`.
        """

    def phrase_count(self, terms: Sequence[str]) -> int:
        """Count the passages in which these terms stand next to each other, in this order."""

    def versions_holding(self, phrases: Sequence[Sequence[str]], scope: Scope) -> list[VersionHandle]:
        """Return the current versions that may hold one of these phrases, newest first, undated last, ties by uid.

        All are among them that do, within a passage or where one passage runs into the next; perhaps others too, so
        their texts have to be looked at.
        """

    def versions_with_all(self, groups: Sequence[Sequence[str]], scope: Scope) -> list[VersionHandle]:
        """Return the current versions that hold, anywhere, a term of each group: ordered as `versions_holding` does.

        Without a group there are none.
        """

    def passages_at(self, version: VersionHandle, span: Span) -> list[PassageHandle]:
        """Return the passages of a version that share a character with a span, in order."""


class View(Search, KnownSpeakers, Protocol):
    """One unchanging state of an archive: what one answer sees. Used by one thread, inside its `with` block."""

    @property
    def model(self) -> ModelIdentity:
        """The model that made the vectors. Raises NoIndexError when nothing was indexed yet."""

    @property
    def generation(self) -> int:
        """The number of the published state of the vector index."""

    def corpus(self) -> CorpusSummary:
        """Return the number of articles and passages, and the first and the last day."""

    def meta(self, key: str) -> str | None:
        """Return the value that the archive keeps under a key; None if there is none."""

    def passages(self, handles: Sequence[PassageHandle]) -> list[StoredPassage]:
        """Return these passages with their vectors, in the same order.

        Raises:
            DamagedIndexError: If one is missing or is not what was stored.
        """

    def versions_of(self, handles: Sequence[PassageHandle]) -> list[VersionHandle]:
        """Return the version that each of these passages is of, in the same order, without what was encoded of it.

        Raises:
            DamagedIndexError: If a passage is missing or is not what was stored.
        """

    def versions(self, handles: Iterable[VersionHandle]) -> Mapping[VersionHandle, Version]:
        """Return versions by handle.

        Raises:
            DamagedIndexError: If a text is not the one that was indexed.
        """

    def version_ids(self) -> list[tuple[str, str]]:
        """Return (article's uid, content hash) of every current version."""

    def kept_versions(self, uid: str) -> list[Version]:
        """Return all versions of an article that are kept, the current one among them."""

    def version_by_quote(self, uid: str, sha_prefix: str) -> Version | None:
        """Return the version that a quote id names, current or not; None if it is not kept.

        One whose text still is the current text of some article counts as current: only its date, outlet or title has
        changed, or its file was moved.
        """

    def attributions(
        self, handles: Iterable[VersionHandle], *, spoken_by: Collection[str] | None = None
    ) -> Mapping[VersionHandle, list[Said]]:
        """Return each version's attributions in their order.

        Args:
            spoken_by: If given, those of others than these speakers of the archive, and than who speaks for them, may
                be missing.
        """

    def attributions_near(
        self, places: Mapping[VersionHandle, Sequence[Span]]
    ) -> Mapping[VersionHandle, list[Said]]:
        """Return of each version's attributions, in their order, those that may share a character with a span of it.

        Each stands there once, however many of the spans it may share one with.
        """

    def attributed_to(self, name: str, scope: Scope) -> list[tuple[VersionHandle, Attribution]]:
        """Return all attributions of a speaker, each with its version, by article uid and place.

        Args:
            name: A speaker's name, or else one of its other forms, which may mean several speakers.
        """

    def versions_spoken_in(self, names: Collection[str], scope: Scope) -> set[VersionHandle]:
        """Return the versions with attributions of these speakers, named as for `attributed_to`."""

    def all_attributions(self) -> Iterator[tuple[Version, list[Said]]]:
        """Yield every current version, by article uid, with its attributions."""

    def descriptions(self, handles: Iterable[VersionHandle]) -> Mapping[VersionHandle, list[Description]]:
        """Return what each version says that people and bodies are, in the order of its text."""

    def bearers(self, heads: Collection[str], scope: Scope) -> Sequence[Bearer]:
        """Return everybody who is described with a word: all secretaries for "secretary", most articles first.

        Args:
            heads: The last words of what is looked for, in small letters.
            scope: Only what articles of these dates and outlets say counts.
        """

    def speakers(self) -> Sequence[Speaker]:
        """Return everybody who speaks in the archive, most often first: there may be a million of them."""

    def speaker_count(self, holding: str = "") -> int:
        """Return how many speakers there are, one of whose names holds these letters, whatever their case."""

    def sources(self) -> tuple[str, ...]:
        """Return the names of the outlets, without the empty one."""

    def outlets(self) -> list[Outlet]:
        """Return each source with the number and days of its articles, most articles first; "" is one of them."""

    def articles(self, scope: Scope | None = None, *, undated: bool = False) -> Iterator[ArticleLine]:
        """Yield the current articles by date (unknown dates last) and uid."""

    def latest(self, scope: Scope, count: int) -> list[ArticleLine]:
        """Return the newest articles that have a date, newest first."""

    def bylines(self, scope: Scope) -> Mapping[str, Sequence[VersionHandle]]:
        """Return the current versions by who is named as their author, as it was given, newest first, undated last."""

    def find_articles(self, text: str) -> list[Version]:
        """Return the current versions of the articles with this uid, id or path, by uid."""

    def near_duplicates(
        self, handles: Iterable[VersionHandle]
    ) -> Mapping[VersionHandle, tuple[Version, ...]]:
        """Return for each version the current versions of other articles with nearly its text, by uid.

        Nearly: the same text, or a band of `qa.language.near_duplicates.bands` in common, in the same place; the 50
        that share most, where there are more.
        """

    def near_duplicates_among(
        self, handles: Iterable[VersionHandle]
    ) -> Mapping[VersionHandle, Collection[VersionHandle]]:
        """Return for each of these versions those of them that share a band with it; without any, it may be missing."""


class Archive(Protocol):
    """An archive opened for reading, by any number of threads, also while somebody writes to it."""

    def snapshot(self) -> AbstractContextManager[View]:
        """Open one unchanging view: what is written meanwhile does not show in it."""

    def expect(self, identity: ModelIdentity) -> None:
        """Raise IndexMismatchError unless the vectors were made by this model."""

    def __enter__(self) -> Self:
        """Return itself; it is closed at the end of the `with` block."""

    def __exit__(self, *_: object) -> None: ...

    def close(self) -> None:
        """Close everything that is open."""
