"""Find what is most like a quotation that no article has: an altered one's original, or just the nearest words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.datatypes import Span, Version
from qa.drafts.archive_texts import ArchiveTexts
from qa.drafts.differences import changes, merged_from, most_alike, most_in_order, words_of
from qa.drafts.same_speaker import Voices, compared
from qa.drafts.verdicts import DraftQuotation, ProvedPlace, WordChange
from qa.drafts.wording import QUOTATION_MARKS
from qa.language.lexicon.turning_words import NEGATING
from qa.language.terms import content_terms, is_stop_term, term

ALTERED = 0.6
"""The least share of a quotation's words that stand in order in one place for that to be its original."""
_NEARLY_ALL = 0.85
"""The share below which a quotation may rather be put together from several places."""
_SHORT = 8
"""Below so many words, only the same speaker's words are an original: "I do not think that it is" is anybody's."""


@dataclass(frozen=True, slots=True)
class Original:
    """Where an altered quotation comes from, and what was changed."""

    place: ProvedPlace
    changes: tuple[WordChange, ...]
    note: str = ""


def closest(texts: ArchiveTexts, versions: Sequence[Version], quotation: DraftQuotation) -> Original | None:
    """Return the place from which a quotation was most likely altered; None where nothing is like it."""
    quoted = words_of(quotation.text)
    best: tuple[tuple[float, bool], Version, Span] | None = None
    for version in versions:
        # Most articles cannot be it, and that shows from their words without looking where each stands.
        if most_in_order(quoted, texts.vocabulary(version)) < max(ALTERED, best[0][0] if best else 0):
            continue
        found = most_alike(quoted, texts.words(version), version.article.text)
        if found is None or found.share < ALTERED:
            continue
        own = texts.quote(version, found.start, found.end)
        voices = compared(quotation, own, texts.view)
        if voices in (Voices.OTHER, Voices.UNCLEAR) and len(quoted) < _SHORT and found.share < 1:
            continue
        if not _shares_content(quotation.text, own.text):
            continue
        rank = (found.share, voices is Voices.SAME)
        if best is None or rank > best[0]:
            best = rank, version, (found.start, found.end)
    if best is None or best[0][0] < _NEARLY_ALL:
        merged = _merged(texts, versions, quotation)
        if merged is not None or best is None:
            return merged
    _, version, span = best
    place = texts.place(version, [span])
    return Original(place, changes(quotation.text, place.quote.text))


def _merged(texts: ArchiveTexts, versions: Sequence[Version], quotation: DraftQuotation) -> Original | None:
    quoted = words_of(quotation.text)
    for version in versions:
        if most_in_order(quoted, texts.vocabulary(version)) < 1:
            continue
        spans = merged_from(quoted, texts.words(version))
        if spans:
            text = version.article.text
            ordered = sorted(spans)
            place = texts.place(version, ordered)
            between = " … ".join(_begin(text[one[1] : two[0]]) for one, two in pairwise(ordered))
            change = WordChange("word", "", between)
            return Original(place, (change,), "words of several places are put together without a mark")
    return None


def _begin(text: str) -> str:
    words = text.strip(f" ,.;:\n{QUOTATION_MARKS}").split()
    return " ".join(words[:_SHORT]) + (" …" if len(words) > _SHORT else "")


def _shares_content(one: str, other: str) -> bool:
    """Return whether two texts have a word in common that says something."""
    return bool(
        {each for each in content_terms(one) if not is_stop_term(each)}
        & set(content_terms(other)) - {term(word) for word in NEGATING}
    )


def nearest(
    texts: ArchiveTexts, words: str, *, spoken_by: Collection[str] | None = None
) -> ProvedPlace | None:
    """Return the sentence of the archive that shares most of some words; None where none shares any.

    Args:
        spoken_by: If given, only sentences that hold words of these speakers of the archive.
    """
    wanted = set(content_terms(words))
    if not wanted:
        return None
    hits = texts.view.lexical(sorted(wanted), texts.scope, 5, spoken_by=spoken_by)
    best: tuple[int, Version, Span] | None = None
    stored = texts.view.passages([handle for handle, _ in hits])
    versions = texts.view.versions({each.version_key for each in stored})
    for each in stored:
        version = versions[each.version_key]
        for start, end in each.passage.sentences:
            shared = len(wanted & set(content_terms(version.article.text[start:end])))
            if not shared or (best is not None and shared <= best[0]):
                continue
            if spoken_by is None or texts.quote(version, start, end).speaker in spoken_by:
                best = shared, version, (start, end)
    return texts.place(best[1], [best[2]]) if best is not None else None
