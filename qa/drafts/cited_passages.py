"""Tell what a draft cites: a speaker's words, a passage of an article, a title; and from which outlet and day.

“Quill said: ‘The levee is safe.’” — Ada Quill, “The levee”, Coast Gazette, is a passage: what stands outside the inner
marks is the article's, and the draft says so. Citations are written like that, this program's too.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qa.answers import Quote
from qa.datatypes import Version
from qa.drafts.archive_texts import ArchiveTexts
from qa.drafts.plain_markup import as_shown
from qa.drafts.same_speaker import Voices, compared
from qa.drafts.verdicts import CREDITED, DraftQuotation
from qa.drafts.wording import sightings, trimmed
from qa.language.quotations import quotations

_DAYS_BEFORE = 7
"""How many days before an article appears what it quotes may have been said, where the draft names the day."""


def cites_a_passage(texts: ArchiveTexts, quotation: DraftQuotation, place: Quote) -> bool:
    """Return whether credited words are given as an article's: called reported, or with its quotation marks in them."""
    if quotation.record is None or quotation.record.rule != CREDITED:
        return False
    if quotation.is_told:
        return True
    words, text = as_shown(quotation.text), place.version.article.text
    own = [trimmed(words[each.inner_start : each.inner_end]) for each in quotations(words)]
    spans = (span for span in texts.quoted(place.version) if place.start <= span[0] and span[1] <= place.end)
    return bool(own) and own == [trimmed(text[slice(*span)]) for span in spans]


def compared_within(texts: ArchiveTexts, quotation: DraftQuotation, place: Quote) -> Voices:
    """Compare the credited speaker with those whom a passage quotes or reports: the same if that is one of them.

    Somebody else's words in quotation marks are not the credited speaker's, whoever else speaks there.
    """
    found = [
        (compared(quotation, each, texts.view), bool(each.own_words)) for each in texts.said_within(place)
    ]
    if (Voices.OTHER, True) in found:
        return Voices.OTHER
    voices = [voice for voice, _ in found]
    for voice in (Voices.SAME, Voices.NOT_SAID, Voices.UNCLEAR, Voices.OTHER):
        if voice in voices:
            return voice
    return compared(quotation, place, texts.view)


def gives_as_denied(quotation: DraftQuotation) -> bool:
    """Return whether a draft credits words as what somebody denied or declined to say."""
    return quotation.record is not None and quotation.record.polarity != "said"


def outlet_of_title(texts: ArchiveTexts, quotation: DraftQuotation) -> str | None:
    """Return of which outlet an article is that has words as its title, given to nobody; None if there is none."""
    if quotation.speaker is not None:
        return None
    for version in texts.holding(quotation.text):
        title = version.article.title
        for each in sightings(quotation.text, title):
            if not trimmed(title[: each.start] + title[each.end :]).strip("."):
                return version.article.source
    return None


def quotes_the_article(quotation: DraftQuotation, parts: Sequence[Quote]) -> bool:
    """Return whether a draft quotes an article, as nobody's words: what it says itself, or a block of it."""
    record = quotation.record
    if quotation.kind == "block" and not (record and (record.speaker or record.speaks_for)):
        return True
    is_nobodys = record is None or (record.rule == CREDITED and record.speaker is None)
    return is_nobodys and all(part.attribution is None for part in parts)


def other_source(quotation: DraftQuotation, version: Version) -> str:
    """Say what the draft has as the outlet or the day, where the article has another one."""
    article = version.article
    source = article.source.removeprefix("The ")
    if quotation.outlets and source and source not in quotation.outlets:
        return f"the draft names {quotation.outlets[0]}, the article is from {article.source}"
    if quotation.days and article.day is not None:
        apart = [(article.day - date.fromisoformat(day[:10])).days for day in quotation.days]
        if not any(0 <= each <= _DAYS_BEFORE for each in apart):
            return f"the draft names {quotation.days[0][:10]}, the article is of {article.day.isoformat()}"
    return ""


def stand_in_several(texts: ArchiveTexts, parts: Sequence[Quote]) -> bool:
    """Return whether the parts of a quotation stand in more than one pair of quotation marks."""
    spans = texts.quoted(parts[0].version)
    within = {next((span for span in spans if span[0] <= part.start < span[1]), None) for part in parts}
    return len(within - {None}) > 1
