"""Answer who somebody is, what a body is and who bears an office, by the sentences in which articles say so.

"Who is Una Strand?" shares no more than the name with "Una Strand, the mayor of Harwick, said ...", and with a hundred
other sentences: the descriptions that the archive keeps tell which of them introduce her.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from qa.answering.ending.draft import Draft
from qa.answering.people.beside_names import (
    NAMED,
    TITLED,
    TOLD,
    age_stands_beside,
    names_as_written,
    said_beside,
    without_candidates,
)
from qa.answering.topics.voices import in_falling_confidence
from qa.answers import QUOTE_WORDS, Outcome, QuestionKind, Quote, Understanding
from qa.archive.protocol import View
from qa.archive.quote_lookup import SaidInOrder, attribution_at, whole_sentences
from qa.archive.shown_quotes import Shown
from qa.datatypes import Description, DescriptionKind, Scope, Span, Version
from qa.language.exact_words import in_words, places
from qa.language.lexicon.offices import HEADING, KIN
from qa.language.patterns import regex
from qa.language.spans import overlap
from qa.language.terms import terms
from qa.settings import MAX_QUOTES
from qa.speakers.dominance import dominant
from qa.speakers.linking import match_speaker
from qa.speakers.names import folded_words
from qa.understanding.bearers import find_bearers
from qa.understanding.described import AskedFor, asked_for, fit, heads_alike
from qa.understanding.introduced import (
    AskedIntroduction,
    asked_introduction,
    borne_then,
    looks_like_a_name,
    verbs_of,
    without_determiner,
)

MOST_ARTICLES = 300
"""How many articles with a name are read for what they say of it."""
SURE = 0.8
"""The confidence in a sentence that introduces somebody: of 29 drawn by chance from three archives, all did."""
MENTIONED = 0.3
"""The confidence in a sentence that holds a name and is not known to say more."""
_MOST_PLACES = 200
"""How many places of a name are looked at in one article: a long text may have a hundred thousand."""
_SHOWN = 3
"""How many sentences are shown that each say something else of somebody."""
_OFTEN = 2
"""In how many articles an office must stand to go before a sentence that alone says what somebody is."""
_LEADS = regex(
    r"\b(?:leads|heads|runs|chairs|(?:led|headed|run|chaired) by|(?:takes?|took|taken|taking) over|in charge"
    r"|(?:stands?|stood|standing|fills?|filled|filling) in)\b",
    re.IGNORECASE,
)
"""What says of somebody what "the head of it" does, if only for a time."""
_PART = 20
"""How many characters a part of a sentence has, where the place nearest its beginning is looked for."""


class _Place(NamedTuple):
    """Where an article says what somebody is, from `start` on in a sentence; a lower `rank` says more."""

    version: Version
    sentence: Span
    start: int
    rank: int

    @property
    def day(self) -> str:
        return self.version.article.date or ""

    @property
    def begins(self) -> int:
        """In which part of its sentence it begins, 0 first: such a sentence is about whom it introduces."""
        return (self.start - self.sentence[0]) // _PART

    @property
    def is_long(self) -> bool:
        return len(self.version.article.text[slice(*self.sentence)].split()) > QUOTE_WORDS


def introduced(view: View, draft: Draft, scope: Scope, shown: Shown) -> Draft:
    """Put the sentences first that introduce whom a question asks for; leave every other draft as it is.

    Args:
        scope: The dates and outlets that count, those of the question among them.
        shown: What the conversation has shown already: it is not shown again.
    """
    asked = _asked(draft.understood)
    if asked is None:
        return draft
    groups = [
        [each for each in group if not each.is_long and not shown.holds(each.version, *each.sentence)]
        for group in _introductions(view, asked, scope)
    ]
    groups = [group for group in groups if group]
    if not groups:
        return _doubted(draft, asked)
    named, answered = groups[0][0].rank == NAMED, draft.outcome is Outcome.ANSWERED
    if named and not draft.denies:
        # Of 41 such answers, drawn by chance from two archives, 32 did not say who somebody is.
        return replace(draft, outcome=Outcome.UNSURE) if answered and asked.person else draft
    if answered and any(_holds(each, draft.quotes[0]) for each in groups[0]):
        return draft
    quotes: list[Quote] = []
    for group in groups:
        quote = _quote(view, group[0])
        if not any(quote.overlaps(other) for other in quotes):
            quotes.append(quote)
        if len(quotes) == _SHOWN:
            break
    quotes += [each for each in draft.quotes if not any(each.overlaps(other) for other in quotes)]
    ordered = in_falling_confidence(quotes[:MAX_QUOTES])
    related = tuple(each for each in draft.related if not any(each.overlaps(quote) for quote in ordered))
    return replace(
        draft,
        outcome=Outcome.UNSURE if named else Outcome.ANSWERED,
        nearest=None,
        confidence=ordered[0].confidence,
        quotes=ordered,
        related=related,
        note="",
    )


def _doubted(draft: Draft, asked: AskedIntroduction) -> Draft:
    """Return a draft as unsure where nobody is known to bear an office, and its first quote says nothing of one.

    Or where nothing was found that answers, and the first quote has the words for that office.

    "She succeeded Tom Brandt, who left Quill Foods in May" does not say who the head of Quill Foods is. "Ivo is the son
    of Ada Quill" says who Ivo's mother is, though it has no such word.
    """
    office = asked_for(asked.words) if asked.person and not asked.age else None
    if office is None or not draft.quotes:
        return draft
    text = draft.quotes[0].text
    if draft.outcome is Outcome.NOT_FOUND and len(office.words) > 1:
        # "A diver and, at last, president of the Dene Guild" is not nothing on who is that.
        words = in_words(without_determiner(asked.words))
        return replace(draft, outcome=Outcome.UNSURE) if any(places(words, text)) else draft
    if office.head in KIN or draft.outcome is not Outcome.ANSWERED:
        return draft
    leads = office.head in HEADING | {"leader"} and _LEADS.search(text)
    # "Brandt edits the Lantern" says who its editor is, and so does "under the editorship of Brandt".
    called = heads_alike(office) | verbs_of(office.head)
    said = {word.removesuffix("ship") for word in folded_words(without_candidates(text, called))}
    return draft if leads or not called.isdisjoint(said) else replace(draft, outcome=Outcome.UNSURE)


def _asked(understood: Understanding) -> AskedIntroduction | None:
    if understood.kind is not QuestionKind.CONTENT or understood.ambiguous or understood.browses:
        return None
    return asked_introduction(understood.standalone)


def _introductions(view: View, asked: AskedIntroduction, scope: Scope) -> list[list[_Place]]:
    """Return the places that answer, best first, those together that say the same."""
    asked, scope = borne_then(asked, scope)
    office = asked_for(asked.words) if asked.person else None
    if office is not None and asked.age:
        bearers = find_bearers(office, view.bearers, scope)
        return _ages(view, {bearers[0].name}, scope) if len(bearers) == 1 else []
    if office is not None:
        return _of_bearers(view, office, scope)
    words = without_determiner(asked.words)
    match = match_speaker(words, view)
    name = match.name or dominant(match.ambiguous, view)
    speaker = view.speaker(name) if name and not match.corrected else None
    if (match.ambiguous and not name) or (speaker and asked.person not in (None, speaker.kind == "person")):
        return []
    if speaker is None and not looks_like_a_name(words):
        return []
    # In order, and no set: of articles that say as much, whose name is found first is shown first.
    named = dict.fromkeys((words, *((speaker.name, *speaker.aliases) if speaker else ())))
    names = tuple(each for each in named if " " in each or not match.ambiguous)  # "Vane" may be another one
    return _ages(view, names, scope) if asked.age else _of_names(view, names, scope)


def _of_bearers(view: View, office: AskedFor, scope: Scope) -> list[list[_Place]]:
    """Return where it is said who bears an office, each person's places together, the last to bear it first.

    Those of whom a single article says it come after the others: it may be wrong, or a bearer of long ago.
    """
    found, kind = [], len(office.words) == 1
    if len(bearers := find_bearers(office, view.bearers, scope)) > 1 and kind:
        return []  # "the judge": of which court?
    for bearer in bearers if kind else find_bearers(replace(office, several=True), view.bearers, scope):
        own: list[tuple[int, _Place]] = []
        for version, described in _described(view, [bearer.name], scope):
            for each in described:
                tier = fit(office, each) if _is_called(each.who, {bearer.name}) else None
                if tier is not None:
                    sentence = whole_sentences(version.article.text, each.start, each.end)
                    own.append((tier, _Place(version, sentence, each.start, TOLD)))
        best = min((tier for tier, _ in own), default=0)
        if places := _in_order(place for tier, place in own if tier == best):
            articles = len({each.version.key for each in places})  # those too in which they say nothing
            found.append((articles >= _OFTEN, max(each.day for each in places), places))
    return [places for _, _, places in sorted(found, key=lambda each: each[:2], reverse=True)]


def _of_names(view: View, names: Collection[str], scope: Scope) -> list[list[_Place]]:
    """Return where it is said what somebody is, by what it is, what most articles say first."""
    whats: dict[str, list[_Place]] = defaultdict(list)
    mentions: list[_Place] = []
    pattern, short = names_as_written(names), [folded_words(name) for name in names]
    for version, described in _described(view, names, scope):
        text = version.article.text
        for each in described:
            sentence = whole_sentences(text, each.start, each.end)
            if each.kind is DescriptionKind.ALSO_CALLED:
                # "The Office of Tides (OOT) watches the dykes" says what the OOT is.
                if folded_words(each.what) in short:
                    whats[each.who or ""].append(_Place(version, sentence, each.start, TITLED))
            elif _is_called(each.who, names):
                whats[each.what].append(_Place(version, sentence, each.start, TOLD if each.of else TITLED))
        for match in islice(pattern.finditer(text), _MOST_PLACES):
            place = _Place(
                version,
                whole_sentences(text, *match.span()),
                match.start(),
                said_beside(text, *match.span()),
            )
            (mentions if place.rank == NAMED else whats[""]).append(place)
    if not whats:
        return [_in_order(mentions)]

    def order(what: str) -> tuple[bool, int, int]:
        articles = len({place.version.key for place in whats[what]})
        often = what != "" and articles >= _OFTEN
        return not often, -articles if often else 0, min(place.rank for place in whats[what])

    return [_in_order(whats[what]) for what in sorted(whats, key=order)]


def _ages(view: View, names: Collection[str], scope: Scope) -> list[list[_Place]]:
    """Return where it is said how old somebody is, the newest first."""
    pattern = names_as_written({*names, *(name.split()[-1] for name in names)})
    found = []
    for version, _ in _described(view, names, scope):
        text = version.article.text
        for match in islice(pattern.finditer(text), _MOST_PLACES):
            if age_stands_beside(text, *match.span(), names):
                found.append(_Place(version, whole_sentences(text, *match.span()), match.start(), TOLD))
    return [sorted(found, key=lambda place: place.day, reverse=True)]


def _in_order(places: Iterable[_Place]) -> list[_Place]:
    """Put places that say the same in order: what says most first, then a sentence about it, then the newest."""
    newest = sorted(places, key=lambda place: place.day, reverse=True)
    return sorted(newest, key=lambda place: (place.rank, place.begins))


def _described(view: View, names: Iterable[str], scope: Scope) -> Iterator[tuple[Version, list[Description]]]:
    """Yield the articles that hold one of the names in full, with what they say people are."""
    hits = {
        handle: None
        for name in dict.fromkeys(names)
        for handle, _ in (view.phrase(terms(name), scope, MOST_ARTICLES) if terms(name) else ())
    }
    keys = list(dict.fromkeys(view.versions_of(list(hits))))[:MOST_ARTICLES]
    for words in map(terms, dict.fromkeys(names) if not keys else ()):
        if len(words) == 2:  # "Ada Quill" is nowhere but as "Ada R. Quill"
            keys += view.versions_with_all([[word] for word in words], scope)[: MOST_ARTICLES - len(keys)]
    versions, described = view.versions(keys), view.descriptions(keys)
    yield from ((versions[key], described[key]) for key in keys)


def _is_called(who: str | None, names: Collection[str]) -> bool:
    """Return whether somebody bears one of the names, or one that says more: "James B. Comey" for "Comey"."""
    words = folded_words(who or "")
    return bool(words) and any(
        {*folded_words(name)} <= {*words} and words[-1] == folded_words(name)[-1] for name in names
    )


def _holds(place: _Place, quote: Quote) -> bool:
    return quote.version.key == place.version.key and overlap((quote.start, quote.end), place.sentence)


def _quote(view: View, place: _Place) -> Quote:
    said, span = SaidInOrder(view.attributions([place.version.key])[place.version.key]), place.sentence
    record, speaker = attribution_at(*span, said.touching(*span)) or (None, None)
    return Quote(place.version, *span, MENTIONED if place.rank == NAMED else SURE, record, speaker)
