"""Check what a draft reports without quotation marks: only words that stand in an article prove anything of it.

A paraphrase cannot be proved or disproved by words, and nothing is judged by likeness. So a statement whose words no
article has is not compared, and passes; what it fails for is that its words are somebody else's, or were denied.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.answers import Quote
from qa.datatypes import Version
from qa.drafts.archive_texts import ArchiveTexts, InMarks
from qa.drafts.cuts import turning_word
from qa.drafts.differences import words_of
from qa.drafts.most_alike import nearest
from qa.drafts.same_speaker import Voices, compared, is_denied, is_same
from qa.drafts.verdicts import CheckedQuotation, DraftQuotation, ProvedPlace, Verdict
from qa.drafts.wording import sightings

TELLING_WORDS = 8
"""Fewer words than that may be anybody's without marks: "the plan was a mistake" said by another proves nothing."""
_MOST_NAMES = 5


def checked_statement(texts: ArchiveTexts, statement: DraftQuotation) -> CheckedQuotation:
    """Check a statement: with its speaker's words, with somebody else's, or not compared."""
    record = statement.record
    if record is None or record.polarity != "said":
        return CheckedQuotation(
            statement,
            Verdict.NOT_COMPARED,
            note="what is denied is not compared",
            nearest=_nearest(texts, statement),
        )
    judged = [
        _judged(texts, statement, version, (each.start, each.end), exact=each.exact)
        for version in texts.holding(statement.text)
        for each in sightings(statement.text, version.article.text)
    ]
    if not judged:
        return CheckedQuotation(statement, Verdict.NOT_COMPARED, nearest=_nearest(texts, statement))
    # Somebody else's words are proof only if nobody says them who may be the draft's speaker.
    order = (
        Verdict.VERBATIM,
        Verdict.TYPOGRAPHY_ONLY,
        Verdict.REPORTED,
        Verdict.ALTERED,
        Verdict.NOT_COMPARED,
    )
    return min(judged, key=lambda each: order.index(each.verdict) if each.verdict in order else len(order))


def _judged(
    texts: ArchiveTexts, statement: DraftQuotation, version: Version, span: tuple[int, int], *, exact: bool
) -> CheckedQuotation:
    place = texts.place(version, [span])
    quote = place.quote
    voices = compared(statement, quote, texts.view)
    sure = len(words_of(statement.text)) >= TELLING_WORDS
    verdict, note = Verdict.NOT_COMPARED, ""
    if quote.attribution is None:
        note = "the article says so itself, of nobody"
    elif _is_second_hand(statement, quote) or voices in (Voices.UNCLEAR, Voices.NOT_SAID):
        note = "the words are here, the speaker is not clear"
    elif voices is Voices.OTHER:
        verdict = Verdict.OTHER_SPEAKER if sure else Verdict.NOT_COMPARED
        note = "" if sure else f"these few words are {quote.voice or 'somebody'}’s here"
    elif is_denied(quote):
        verdict, note = Verdict.ALTERED, "the article has it as what was denied, or not said"
    else:
        inside = texts.in_marks(quote) is InMarks.INSIDE
        verdict = Verdict.REPORTED
        if inside:
            verdict = Verdict.VERBATIM if exact else Verdict.TYPOGRAPHY_ONLY
        word = turning_word(version.article.text, quote.start, quote.end, texts.quoted(version))
        note = f"left out beside it: “{word}”" if word is not None else ""
    return CheckedQuotation(statement, verdict, note=note, place=place)


def _is_second_hand(statement: DraftQuotation, quote: Quote) -> bool:
    """Return whether somebody reports what yet another one said: whose words they are is then no matter of one name."""
    records = (statement.record, quote.attribution)
    return any(record is not None and record.second_hand for record in records)


def _nearest(texts: ArchiveTexts, statement: DraftQuotation) -> ProvedPlace | None:
    """Return what shares most words with a statement, of its speaker if there is any."""
    names = _names(texts, statement)
    own = nearest(texts, statement.text, spoken_by=names) if names else None
    return own or nearest(texts, statement.text)


def _names(texts: ArchiveTexts, statement: DraftQuotation) -> Sequence[str]:
    """Return the archive's names of those who may be the draft's speaker."""
    record = statement.record
    own = (record.speaker or record.speaks_for or "") if record is not None else ""
    if not own:
        return []
    known = texts.view.speakers_like(own)
    return [each.name for each in known if is_same(own, each.name, texts.view)][:_MOST_NAMES]
