"""Tell whether the speaker by a draft is the speaker by an article."""

from __future__ import annotations

from enum import StrEnum

from qa.answers import Quote
from qa.datatypes import Attribution
from qa.drafts.verdicts import CREDITED, DraftQuotation
from qa.language.lexicon.name_parts import PARTICLES
from qa.speakers.known import KnownSpeakers
from qa.speakers.names import fold, folded_words, group_key, is_group, parse_person

_LIKELY = 0.6
"""The least probability of an article's speaker for somebody else to be ruled out whom the article does not name."""


class Voices(StrEnum):
    """How the speaker by a draft and the speaker by an article compare."""

    SAME = "same"
    OTHER = "other"
    UNCLEAR = "unclear"
    """The article does not say for certain, or the draft does not."""
    NOT_SAID = "not_said"
    """The draft names nobody."""


def compared(quotation: DraftQuotation, quote: Quote, known: KnownSpeakers) -> Voices:
    """Compare the speaker of a quotation by its draft with that of a quote from the archive."""
    record = quotation.record
    if record is None or not (record.speaker or record.speaks_for):
        return Voices.NOT_SAID
    title = quote.version.article.title
    if record.rule == CREDITED and title and fold(record.speaker or "") == fold(title):
        return Voices.NOT_SAID  # a headline in capitals, in the place of a name
    theirs = quote.attribution
    names = {name for name in (quote.speaker, theirs.speaker if theirs else None) if name}
    names |= set(theirs.together_with) if theirs else set()
    bodies = {theirs.speaks_for} if theirs is not None and theirs.speaks_for else set()
    for own in filter(None, (record.speaker, record.speaks_for)):
        if any(is_same(own, other, known) for other in names | bodies):
            return Voices.SAME
    if not names:
        return Voices.UNCLEAR
    sure = (
        theirs is not None and not theirs.ambiguous and (theirs.certain or _is_likely(theirs, record, quote))
    )
    return Voices.OTHER if sure and _is_sure(record, quotation.mention) else Voices.UNCLEAR


def _is_likely(theirs: Attribution, record: Attribution, quote: Quote) -> bool:
    """Return whether an article's speaker is likely, and the draft's one is nowhere named in the article."""
    own = {word for name in (record.speaker, record.speaks_for) if name for word in folded_words(name)}
    text = fold(quote.version.article.text)
    return theirs.name_confidence >= _LIKELY and not any(word in text for word in own)


def is_denied(quote: Quote) -> bool:
    """Return whether an article has words as what somebody denied, declined to say or did not say."""
    return quote.attribution is not None and quote.attribution.polarity != "said"


def is_same(own: str, other: str, known: KnownSpeakers) -> bool:
    """Return whether two names can be one speaker's: "Rubio", "Senator Marco Rubio", "Marco"."""
    if fold(own) == fold(other):
        return True
    speaker = known.speaker(other)
    if speaker is not None and fold(own) in map(fold, speaker.aliases):
        return True
    if is_group(own) or is_group(other):
        return group_key(own) == group_key(other)
    one, two = parse_person(own), parse_person(other)
    if one.is_form_of(two) or two.is_form_of(one):
        return True
    words = folded_words(own)
    if len(words) > 1 and words == [word for word in folded_words(other) if word not in PARTICLES]:
        # "Claudio Vincenti" for "Claudio De Vincenti".
        return True
    return len(words) == 1 and words[0] in folded_words(other)


def _is_sure(record: Attribution, mention: str) -> bool:
    """Return whether a draft names its speaker beside the words, or with enough certainty elsewhere."""
    named = record.speaker or record.speaks_for or ""
    outright = bool(set(folded_words(mention)) & set(folded_words(named)))
    return outright or (record.certain and not record.ambiguous)
