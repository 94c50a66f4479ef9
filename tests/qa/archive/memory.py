"""Keep an archive in memory: the second side of `qa.archive.protocol`, in the plainest way there is.

Handles are words of its own, and passages are proposed in an order of its own, so that an answer that depends on row
numbers, or on an engine's order, differs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np

from embeddings.encoder import ModelIdentity
from qa.answers import CorpusSummary
from qa.archive.listings import ArticleLine, Outlet
from qa.archive.protocol import Said
from qa.archive.scoring import (
    Candidate,
    TermStatistics,
    by_bm25,
    by_cosine,
    most_frequent_alike,
    occurrences,
    passage_terms,
)
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
from qa.errors import IndexMismatchError, NoIndexError
from qa.language.near_duplicates import bands
from qa.speakers.known import ListedSpeakers

Hits = list[tuple[PassageHandle, float]]


@dataclass(frozen=True, slots=True)
class _Kept:
    stored: StoredPassage
    version: Version
    terms: tuple[str, ...]


class MemoryArchive(ListedSpeakers):
    """An archive, and the one view of it that there is: nobody writes to it."""

    def __init__(
        self,
        kept: Iterable[tuple[Version, Sequence[StoredPassage], Sequence[Said]]],
        speakers: Sequence[Speaker],
        identity: ModelIdentity,
        descriptions: Mapping[str, Sequence[Description]],
    ) -> None:
        """Keep versions, each with its passages and records, under handles of this archive's own.

        Args:
            descriptions: What each version says that people are, by its article's uid.
        """
        self._descriptions = descriptions
        super().__init__(speakers)
        self._identity = identity
        self._versions: dict[VersionHandle, Version] = {}
        self._said: dict[VersionHandle, Sequence[Said]] = {}
        self._passages: dict[PassageHandle, _Kept] = {}
        for version, passages, said in kept:
            key = VersionHandle(f"version of {version.uid}")
            own = self._versions[key] = replace(version, key=key)
            self._said[key] = said
            article = version.article
            for each in passages:
                start, end = each.passage.start, each.passage.end
                handle = PassageHandle(f"passage at {start} of {version.uid}")
                words = tuple(passage_terms(article.title, article.text[start:end]))
                self._passages[handle] = _Kept(replace(each, id=handle, version_key=key), own, words)

    @contextmanager
    def snapshot(self) -> Iterator[MemoryArchive]:
        yield self

    def expect(self, identity: ModelIdentity) -> None:
        if identity.sha256 != self._identity.sha256:
            raise IndexMismatchError(index_model=self._identity.name, current_model=identity.name)

    def __enter__(self) -> MemoryArchive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Do nothing: nothing is open."""

    @property
    def model(self) -> ModelIdentity:
        if not self._versions:
            raise NoIndexError("The archive holds no articles.")
        return self._identity

    @property
    def generation(self) -> int:
        return 1

    def meta(self, key: str) -> str | None:
        return None

    def corpus(self) -> CorpusSummary:
        days = sorted(line.date[:10] for line in self.articles() if line.date)
        ends = (days[0], days[-1]) if days else (None, None)
        return CorpusSummary(len(self._versions), len(self._passages), *ends, self.generation)

    def lexical(
        self, terms: Sequence[str], scope: Scope, k: int, *, spoken_by: Collection[str] | None = None
    ) -> Hits:
        wanted = [(term,) for term in dict.fromkeys(terms)]
        return self._matching(wanted, scope, k, spoken_by) if k > 0 else []

    def phrase(self, terms: Sequence[str], scope: Scope, k: int) -> Hits:
        return self._matching([tuple(terms)], scope, k, None) if terms and k > 0 else []

    def nearest(
        self, vector: Vectors, scope: Scope, k: int, *, spoken_by: Collection[str] | None = None
    ) -> Hits:
        found = self._within(scope, spoken_by)
        if not found or k <= 0:
            return []
        rows = np.stack([kept.stored.vector for kept in found]).astype(np.float16)
        return by_cosine([([_candidate(kept) for kept in found], rows)], vector, k)

    def document_frequency(self, terms: Iterable[str]) -> dict[str, int]:
        return {
            term: sum(term in kept.terms for kept in self._passages.values()) for term in dict.fromkeys(terms)
        }

    def term_like(self, term: str) -> str | None:
        known = self.document_frequency({t for kept in self._passages.values() for t in kept.terms})
        return most_frequent_alike(term, [(t, n) for t, n in known.items() if t[:1] == term[:1]])

    def phrase_count(self, terms: Sequence[str]) -> int:
        if not terms:
            return 0
        return sum(occurrences(terms, kept.terms) > 0 for kept in self._passages.values())

    def versions_holding(self, phrases: Sequence[Sequence[str]], scope: Scope) -> list[VersionHandle]:
        found = [
            version
            for version in self._versions.values()
            if _inside(version, scope)
            and any(set(phrase) <= self._terms_of(version) for phrase in phrases if phrase)
        ]
        found.sort(key=lambda version: version.uid)
        found.sort(key=lambda version: version.article.date or "", reverse=True)
        return [version.key for version in found]

    def versions_with_all(self, groups: Sequence[Sequence[str]], scope: Scope) -> list[VersionHandle]:
        found = [self.versions_holding([[term] for term in group], scope) for group in groups]
        return [key for key in found[0] if all(key in each for each in found)] if found else []

    def _terms_of(self, version: Version) -> set[str]:
        return {term for kept in self._passages.values() if kept.version is version for term in kept.terms}

    def passages_at(self, version: VersionHandle, span: Span) -> list[PassageHandle]:
        found = [
            kept.stored
            for kept in self._passages.values()
            if kept.version.key == version
            and kept.stored.passage.start < span[1]
            and kept.stored.passage.end > span[0]
        ]
        return [stored.id for stored in sorted(found, key=lambda stored: stored.passage.start)]

    def passages(self, handles: Sequence[PassageHandle]) -> list[StoredPassage]:
        return [self._passages[handle].stored for handle in handles]

    def versions_of(self, handles: Sequence[PassageHandle]) -> list[VersionHandle]:
        return [self._passages[handle].version.key for handle in handles]

    def versions(self, handles: Iterable[VersionHandle]) -> dict[VersionHandle, Version]:
        return {handle: self._versions[handle] for handle in handles}

    def version_ids(self) -> list[tuple[str, str]]:
        return [(version.uid, version.sha256) for version in self._versions.values()]

    def kept_versions(self, uid: str) -> list[Version]:
        return [version for version in self._versions.values() if version.uid == uid]

    def version_by_quote(self, uid: str, sha_prefix: str) -> Version | None:
        return next((v for v in self.kept_versions(uid) if v.sha256.startswith(sha_prefix)), None)

    def find_articles(self, text: str) -> list[Version]:
        found = (v for v in self._versions.values() if text in (v.uid, v.article.id, v.article.path))
        return sorted(found, key=lambda version: version.uid)

    def attributions(
        self, handles: Iterable[VersionHandle], *, spoken_by: Collection[str] | None = None
    ) -> dict[VersionHandle, list[Said]]:
        return {
            handle: [
                (record, name)
                for record, name in self._said[handle]
                if spoken_by is None or name in spoken_by or record.speaks_for in spoken_by
            ]
            for handle in handles
        }

    def attributions_near(
        self, places: Mapping[VersionHandle, Sequence[Span]]
    ) -> dict[VersionHandle, list[Said]]:
        return {
            key: [
                each
                for each in self._said[key]
                if any(each[0].start < high and each[0].end > low for low, high in spans)
            ]
            for key, spans in places.items()
        }

    def attributed_to(self, name: str, scope: Scope) -> list[tuple[VersionHandle, Attribution]]:
        folded = name.casefold()
        exact = {name} if self.speaker(name) else None
        names = exact or {s.name for s in self.all if folded in (form.casefold() for form in s.aliases)}
        return [
            (version.key, record)
            for version, said in self.all_attributions()
            for record, speaker in said
            if (speaker in names or record.speaks_for in names) and _inside(version, scope)
        ]

    def versions_spoken_in(self, names: Collection[str], scope: Scope) -> set[VersionHandle]:
        return {key for name in names for key, _ in self.attributed_to(name, scope)}

    def descriptions(self, handles: Iterable[VersionHandle]) -> dict[VersionHandle, list[Description]]:
        return {handle: list(self._descriptions[self._versions[handle].uid]) for handle in handles}

    def bearers(self, heads: Collection[str], scope: Scope) -> list[Bearer]:
        found: dict[tuple[object, ...], list[Version]] = {}
        for version, said in self.all_attributions():
            speakers = {record.speaker: name for record, name in said}
            own = {
                (d.kind, d.what, d.of, d.former, d.who, speakers.get(d.who) or self._known_as(d.who))
                for d in self._descriptions[version.uid]
                if d.who is not None and d.what.split()[-1].casefold() in heads
            }
            for each in own if _inside(version, scope) else ():
                found.setdefault(each, []).append(version)
        bearers = []
        for (kind, what, of, former, who, speaker), versions in found.items():
            days = sorted(version.article.day for version in versions if version.article.day)
            first, last = (days[0], days[-1]) if days else (None, None)
            bearers.append(Bearer(kind, what, of, former, who, speaker, len(versions), first, last))  # type: ignore[arg-type]
        return sorted(
            bearers, key=lambda b: (-b.articles, b.who, b.speaker or "", b.what, b.of or "", b.former)
        )

    def _known_as(self, who: str) -> str | None:
        """Return who speaks under this name elsewhere."""
        names = {name for said in self._said.values() for record, name in said if record.speaker == who}
        return names.pop() if len(names) == 1 else None

    def all_attributions(self) -> Iterator[tuple[Version, list[Said]]]:
        for version in sorted(self._versions.values(), key=lambda version: version.uid):
            yield version, self.attributions([version.key])[version.key]

    def speakers(self) -> Sequence[Speaker]:
        return self.all

    def sources(self) -> tuple[str, ...]:
        return tuple(sorted({v.article.source for v in self._versions.values() if v.article.source}))

    def outlets(self) -> list[Outlet]:
        by_source: dict[str, list[Version]] = {}
        for version in self._versions.values():
            by_source.setdefault(version.article.source, []).append(version)
        found = []
        for source, own in by_source.items():
            days = sorted(v.article.date[:10] for v in own if v.article.date)
            found.append(Outlet(source, len(own), *((days[0], days[-1]) if days else (None, None))))
        return sorted(found, key=lambda outlet: (-outlet.articles, outlet.source))

    def articles(self, scope: Scope | None = None, *, undated: bool = False) -> Iterator[ArticleLine]:
        chosen = [v for v in self._versions.values() if _inside(v, scope or Scope())]
        chosen = [v for v in chosen if not undated or v.article.date is None]
        chosen.sort(key=lambda v: (v.article.date is None, v.article.date or "", v.uid))
        yield from (self._line(version) for version in chosen)

    def latest(self, scope: Scope, count: int) -> list[ArticleLine]:
        return [line for line in self.articles(scope) if line.date][::-1][:count]

    def bylines(self, scope: Scope) -> dict[str, list[VersionHandle]]:
        chosen = [v for v in self._versions.values() if _inside(v, scope) and v.article.author]
        chosen.sort(key=lambda v: v.uid)
        chosen.sort(key=lambda v: v.article.date or "", reverse=True)
        return {
            byline: [v.key for v in chosen if v.article.author == byline]
            for byline in dict.fromkeys(v.article.author for v in chosen)
        }

    def near_duplicates(self, handles: Iterable[VersionHandle]) -> dict[VersionHandle, tuple[Version, ...]]:
        found = {}
        for handle in handles:
            own = self._versions[handle]
            others = [v for v in self._versions.values() if v.uid != own.uid and _is_near(own, v)]
            found[handle] = tuple(sorted(others, key=lambda version: version.uid))
        return found

    def near_duplicates_among(
        self, handles: Iterable[VersionHandle]
    ) -> dict[VersionHandle, frozenset[VersionHandle]]:
        these = [self._versions[handle] for handle in handles]
        pairs = {
            own.key: frozenset(v.key for v in these if v is not own and _share_a_band(own, v))
            for own in these
        }
        return {key: others for key, others in pairs.items() if others}

    def _line(self, version: Version) -> ArticleLine:
        a = version.article
        passages = sum(kept.version is version for kept in self._passages.values())
        return ArticleLine(version.uid, a.id, a.title, a.date, a.source, a.url, a.path, "", passages)

    def _matching(
        self, query: Sequence[tuple[str, ...]], scope: Scope, k: int, spoken_by: Collection[str] | None
    ) -> Hits:
        found = [
            kept
            for kept in self._within(scope, spoken_by)
            if any(occurrences(phrase, kept.terms) for phrase in query)
        ]
        lengths = [len(kept.terms) for kept in self._passages.values()]
        statistics = TermStatistics(
            len(lengths), sum(lengths) / max(len(lengths), 1), [self.phrase_count(each) for each in query]
        )
        return by_bm25([(_candidate(kept), kept.terms) for kept in found], query, statistics, k)

    def _within(self, scope: Scope, spoken_by: Collection[str] | None) -> list[_Kept]:
        found = [kept for kept in self._passages.values() if _inside(kept.version, scope)]
        if spoken_by is not None:
            found = [kept for kept in found if self._speaks_in(kept, spoken_by)]
        return found[::-1]

    def _speaks_in(self, kept: _Kept, names: Collection[str]) -> bool:
        passage = kept.stored.passage
        return any(
            record.start < passage.end and record.end > passage.start
            for name in names
            for key, record in self.attributed_to(name, Scope())
            if key == kept.version.key
        )


def _candidate(kept: _Kept) -> Candidate:
    return Candidate(kept.stored.id, kept.version.uid, kept.stored.passage.start)


def _is_near(one: Version, other: Version) -> bool:
    return one.article.text == other.article.text or _share_a_band(one, other)


def _share_a_band(one: Version, other: Version) -> bool:
    mine, theirs = bands(one.article.text), bands(other.article.text)
    return bool(set(enumerate(mine)) & set(enumerate(theirs)))


def _inside(version: Version, scope: Scope) -> bool:
    article, outlets = version.article, {source.strip().casefold() for source in scope.sources}
    day = article.day
    if scope.articles and version.uid not in scope.articles:
        return False
    if outlets and article.source.strip().casefold() not in outlets:
        return False
    if scope.since and (day is None or day < scope.since):
        return False
    return not scope.until or (day is not None and day <= scope.until)
