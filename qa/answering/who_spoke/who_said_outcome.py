"""Decide how the answer to "who criticised the plan?" ends, and put the quotes of those who did in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from qa.answering.ending.draft import Draft
from qa.answering.ending.outcome import MOST_RELATED
from qa.answering.objections.missing_terms import lacks_half_of_claim
from qa.answering.spans.candidates import Considered
from qa.answering.topics.voices import in_falling_confidence, voices
from qa.answering.who_spoke.acts_in_quotes import does, in_so_many_words
from qa.answering.who_spoke.claims import holds_half, lacks_name, says_opposite
from qa.answering.who_spoke.referents import Around
from qa.answering.who_spoke.reported_acts import told_acts
from qa.answering.who_spoke.sought import Sought
from qa.answering.who_spoke.who_said import Heard, is_of_themselves
from qa.answers import Outcome, Quote
from qa.language.lexicon.speech_acts import OPPOSITES, VOTES
from qa.language.patterns import regex
from qa.language.terms import content_terms
from qa.settings import MAX_QUOTES

DOUBTFUL_NAME = 0.5
"""The probability of a speaker's name below which it is no answer to who spoke."""
_WORD = regex(r"[\w'’-]+")
_AS_SURE = 0.5
"""The share of the confidence in what was left out that what comes after it needs to be shown in its place."""
_SAME = 0.6
"""The share of a record's words that a span must hold to be shown for it."""


def is_left_open(heard: Heard, outcome: Outcome) -> bool:
    """Return whether nobody was found who did what was asked, so that what articles tell may answer in other words."""
    found = heard.quotes or heard.told
    asks = heard.sought is not None or bool(heard.urged)
    return asks and not found and outcome in (Outcome.NOT_FOUND, Outcome.UNSURE)


def settle(draft: Draft, heard: Heard) -> Draft:
    """Put the quotes that were heard first, each speaker's best, in the order of the ranking's scores."""
    quotes, outcome = draft.quotes, draft.outcome
    draft = replace(
        draft, voices=heard.voices, related=(), note="" if heard.quotes or heard.told else draft.note
    )
    sure = quotes[0].confidence if quotes else 0.0
    if not heard.quotes and not heard.told:
        if outcome is Outcome.ANSWERED and heard.sought is not None:
            if doing := _doing_it(heard.sought, quotes):
                return replace(draft, confidence=sure, quotes=tuple(doing))
            outcome = Outcome.UNSURE
        if outcome is Outcome.ANSWERED and heard.urged and not _names(heard.urged, quotes[0]):
            outcome = Outcome.UNSURE
        if outcome is Outcome.ANSWERED and lacks_half_of_claim(heard.claim, quotes[0].version.article):
            outcome = Outcome.UNSURE
        if outcome is Outcome.ANSWERED and says_opposite(quotes[0], heard.claim):
            outcome = Outcome.UNSURE
        calls = heard.claim and draft.understood.cue == "call"
        if outcome is Outcome.ANSWERED and calls and lacks_name(quotes[0], heard.claim):
            outcome = Outcome.UNSURE  # words on the boat are no "failure" of hers
        return replace(draft, outcome=outcome, confidence=sure)
    best = _scored(draft.considered, [*_one_a_voice(heard), *heard.told], heard.sought)
    shown = [_as_ranked(quote, heard.quotes, quotes) for quote in best][:MAX_QUOTES]
    claims = heard.sought is None and not heard.called
    if (
        outcome is Outcome.ANSWERED
        and claims
        and quotes[0].voice is not None
        and holds_half(quotes[0], heard.claim)
    ):
        # What the search is sure of may say it in other words.
        shown = [*quotes[:1], *(quote for quote in shown if not quote.overlaps(quotes[0]))][:MAX_QUOTES]
    ordered = in_falling_confidence(shown, first=sure)
    related = [quote for quote in quotes if not any(quote.overlaps(each) for each in ordered)]
    record = ordered[0].attribution
    if record is not None and record.name_confidence < DOUBTFUL_NAME and outcome is not Outcome.ANSWERED:
        outcome = Outcome.UNSURE  # who asks for a speaker is answered by the name
    else:
        outcome = Outcome.ANSWERED
    return replace(
        draft,
        outcome=outcome,
        nearest=None,
        confidence=ordered[0].confidence,
        quotes=ordered,
        related=tuple(related[:MOST_RELATED]),
    )


def without_others(heard: Heard, draft: Draft) -> tuple[Heard, Draft]:
    """Leave out what the search found of those who did the opposite, and of a vote whatever tells of none.

    And the words of whom it was done to: "My resignation would help nobody" is no call for it.
    """
    sought = heard.sought
    acts = sought.acts if sought is not None else ()
    against = frozenset[str]().union(*(OPPOSITES.get(act, ()) for act in acts))
    opposite = replace(sought, acts=against) if sought is not None and against else None

    def may_do(quote: Quote) -> bool:
        record = quote.attribution
        if is_of_themselves(heard, quote) or (
            sought is not None and sought.voted and not _tells_of_vote(quote.text)
        ):
            return False
        return record is None or opposite is None or not does(opposite, record, Around(quote.version.article))

    if sought is not None and sought.voted:
        voted = tuple(each for each in heard.quotes if _voted(each, sought))
        heard = replace(heard, quotes=voted, told=tuple(each for each in heard.told if _voted(each, sought)))
    if heard.quotes or heard.told or draft.outcome not in (Outcome.ANSWERED, Outcome.UNSURE):
        return heard, draft
    quotes = tuple(filter(may_do, draft.quotes))
    if quotes[:1] == draft.quotes[:1]:
        return heard, replace(draft, quotes=quotes)
    if not quotes or quotes[0].confidence < _AS_SURE * draft.quotes[0].confidence:
        rest = tuple(each for each in draft.quotes if not is_of_themselves(heard, each))
        return heard, replace(draft, outcome=Outcome.NOT_FOUND, quotes=rest)
    return heard, replace(draft, outcome=Outcome.UNSURE, quotes=quotes)


def _voted(quote: Quote, sought: Sought) -> bool:
    """Return whether a quote tells of a vote: "Six members backed the plan" does, where its article tells of one."""
    return _tells_of_vote(quote.text) or (
        _is_literal(quote, sought) and _tells_of_vote(quote.version.article.text)
    )


def _tells_of_vote(text: str) -> bool:
    return not VOTES.isdisjoint(map(str.casefold, _WORD.findall(text)))


def _doing_it(sought: Sought, quotes: Sequence[Quote]) -> list[Quote]:
    """Return the first quote and what does the same, if the first does what is sought.

    Where only the title says so, "Minister defends the fares", it is the first speaker's words in that article.
    """
    first = quotes[0]
    if does_anything(sought, first):
        rest = [quote for quote in quotes[1:] if does_anything(sought, quote)]
        # A negation in what others say denies something else.
        return [first, *(quote for quote in rest if not sought.denies or _denies(quote))]
    article = first.version.article
    title = replace(article, text=article.title, title="")
    if first.speaker is None or not told_acts(sought, Around(title)):
        return []
    same = [each for each in quotes if each.version.key == first.version.key]
    return [each for each in same if each.speaker == first.speaker]


def _names(whom: str, quote: Quote) -> bool:
    """Return whether a quote names somebody, or the sentence to which its "he" points back."""
    start = quote.context[0] if quote.context is not None else quote.start
    said = quote.version.article.text[start : quote.end]
    return not set(content_terms(whom)).isdisjoint(content_terms(said))


def _denies(quote: Quote) -> bool:
    return quote.attribution is not None and quote.attribution.polarity == "denied"


def does_anything(sought: Sought, quote: Quote) -> bool:
    """Return whether a quote does what is sought, to whatever: the search says that it is on the topic."""
    if quote.attribution is None:
        return False
    return does(sought.anything(), quote.attribution, Around(quote.version.article))


def _one_a_voice(heard: Heard) -> list[Quote]:
    """Return each speaker's best quote, and one of those who have no name."""
    return [voice.best for voice in voices(heard.quotes, heard.words)]


def _as_ranked(best: Quote, heard: Sequence[Quote], quotes: Sequence[Quote]) -> Quote:
    """Return what a search found of a speaker's words that were heard, in place of their best quote."""
    for quote in quotes:
        if (
            quote.voice is not None
            and quote.voice == best.voice
            and any(_holds(quote, each) for each in heard)
        ):
            return replace(quote, confidence=max(quote.confidence, best.confidence))
    return best


def _holds(quote: Quote, other: Quote) -> bool:
    if quote.version.key != other.version.key:
        return False
    shared = min(quote.end, other.end) - max(quote.start, other.start)
    return shared >= _SAME * (other.end - other.start)


def _has_no_name(quote: Quote) -> bool:
    """Return whether somebody speaks whom nobody names; what an article tells may name them itself."""
    return quote.attribution is not None and quote.voice is None


def _is_certain(quote: Quote) -> bool:
    return quote.attribution is None or quote.attribution.certain


def _is_literal(quote: Quote, sought: Sought | None) -> bool:
    if sought is None or quote.attribution is None:
        return True
    return in_so_many_words(sought, quote.attribution, quote.version.article.text)


def _scored(considered: Considered, quotes: Sequence[Quote], sought: Sought | None) -> list[Quote]:
    """Put quotes in order of the best score of a span that holds them; those that no span holds come last.

    Speakers with a name go first, certain ones before others, and what names the act before words that amount to it:
    "attacked the plan" before "The plan is a disgrace".
    """
    found = considered.found
    keys = [passage.version_key for passage in considered.retrieved.passages]
    of: dict[object, list[int]] = {}
    for row, passage in enumerate(found.passage.tolist()):
        of.setdefault(keys[passage], []).append(row)

    def score(quote: Quote) -> float:
        rows = np.asarray(of.get(quote.version.key, []), np.int64)
        if not len(rows):
            return -np.inf
        shared = np.minimum(found.ends[rows], quote.end) - np.maximum(found.starts[rows], quote.start)
        whole = rows[shared >= _SAME * (quote.end - quote.start)]
        return float(considered.scores[whole].max()) if len(whole) else -np.inf

    return sorted(
        quotes,
        key=lambda quote: (
            _has_no_name(quote),
            not _is_certain(quote),
            not _is_literal(quote, sought),
            -score(quote),
        ),
    )
