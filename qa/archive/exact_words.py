"""Find every place of an archive that holds exactly the words that somebody typed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from qa.answers import Quote
from qa.archive.protocol import View
from qa.archive.quote_lookup import SaidInOrder, attribution_at, whole_sentences
from qa.datatypes import PassageHandle, Scope, Version
from qa.errors import UsageError
from qa.language.exact_words import in_words, places
from qa.language.quotations import quotations
from qa.language.sections import sections
from qa.language.terms import phrases_of

MOST_WORDS = 500
"""More words than anybody types to find a sentence, and as many as a question can have in quotation marks."""
_READ_AT_ONCE = 100
_CHOSEN_FROM = 400
"""Articles of which passages are proposed for a question: somebody's own words are hardly ever in an older one."""


@dataclass(frozen=True, slots=True)
class Holding:
    """An article that holds the words: each of its places, and whether its title holds them too."""

    version: Version
    places: tuple[Quote, ...]
    in_title: bool

    @property
    def nobodys(self) -> bool:
        """Whether the words stand only in the article's own: under no speaker, and in no quotation marks."""
        if any(quote.attribution is not None for quote in self.places):
            return False
        text = self.version.article.text
        for first, last in sections(text):
            here = [quote for quote in self.places if quote.start < last and first < quote.end]
            marked = quotations(text[first:last]) if here else ()
            if any(
                q.start < each.end - first and each.start - first < q.end for each in here for q in marked
            ):
                return False
        return True


def holding(view: View, typed: str, scope: Scope) -> Iterator[Holding]:
    """Yield every current article that holds exactly these words, newest first, undated ones last.

    Marks, case and spaces do not count, and words are whole. Places are in order; each is the quote's text.

    Raises:
        UsageError: If no word was typed, or more than MOST_WORDS.
    """
    words = in_words(typed)
    if not words:
        raise UsageError("No word was given. Type the words to find, in quotation marks.")
    if len(words) > MOST_WORDS:
        raise UsageError(f"{len(words):,} words are more than can be looked for; give at most {MOST_WORDS}.")
    # The full text knows words by their stems, so each text that it proposes is looked through.
    proposed = view.versions_holding(phrases_of(" ".join(words)), scope)
    for first in range(0, len(proposed), _READ_AT_ONCE):
        handles = proposed[first : first + _READ_AT_ONCE]
        versions = view.versions(handles)
        found = {handle: list(places(words, versions[handle].article.text)) for handle in handles}
        said = view.attributions([handle for handle in handles if found[handle]])
        for handle in handles:
            version = versions[handle]
            in_title = any(places(words, version.article.title))
            spoken = SaidInOrder(said.get(handle, ()))
            quotes = tuple(_quote(version, start, end, spoken) for start, end in found[handle])
            if quotes or in_title:
                yield Holding(version, quotes, in_title)


def nobodys_words(view: View, typed: str, scope: Scope, k: int) -> list[Quote]:
    """Return the first sentence with these words of k articles; none where they are somebody's in any article."""
    found = []
    for each in holding(view, typed, scope):
        if not each.nobodys:
            return []
        for quote in each.places[:1]:
            start, end = whole_sentences(each.version.article.text, quote.start, quote.end)
            found.append(replace(quote, start=start, end=end))
    return found[:k]


def passages_holding(
    view: View, typed: str, scope: Scope, k: int, speakers: Collection[str] = ()
) -> list[PassageHandle]:
    """Return k passages that hold exactly these words, or a part of them, those of these speakers first."""
    if not in_words(typed):
        return []
    found = [quote for each in islice(holding(view, typed, scope), _CHOSEN_FROM) for quote in each.places]
    found.sort(key=lambda quote: quote.speaker not in speakers)
    handles = (
        handle for quote in found for handle in view.passages_at(quote.version.key, (quote.start, quote.end))
    )
    return list(islice(dict.fromkeys(handles), k))


def _quote(version: Version, start: int, end: int, said: SaidInOrder) -> Quote:
    record, speaker = attribution_at(start, end, said.touching(start, end)) or (None, None)
    return Quote(version, start, end, record.confidence if record else 1.0, record, speaker)
