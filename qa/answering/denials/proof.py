"""Hold a denial against the records: that somebody said nothing on a topic is a claim about the archive.

What ranking did not find may be there all the same. A denial stands only where no record of the speaker, under any of
their names and in any form of the topic's words, is on the topic; otherwise the records are shown as what may answer.
Where no record is theirs, what stands beside their name may be their words, or others may tell them
(`quoted_near_name.py`). And words that call the topic "this man" or "the plan" may be on what stands beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qa.answering.denials.called_as_typed import called_so
from qa.answering.denials.called_in_part import owner_in
from qa.answering.denials.officers import BY_OFFICERS, POLICE, words_of_officers
from qa.answering.denials.officials import BY_OFFICIALS, words_of_officials
from qa.answering.denials.quoted_near_name import quoted_beside
from qa.answering.denials.surname_alone import words_on_surname
from qa.answering.ending.draft import Draft
from qa.answering.spans.whole_statements import context_of
from qa.answering.topics.everything_on_topic import distinct
from qa.answering.topics.voices import best_first
from qa.answering.topics.words_on_topic import are_others_on, may_be_on, words_beside, words_of
from qa.answers import Nearest, Outcome, QuestionKind, Quote, Understanding, Why
from qa.archive.protocol import View
from qa.archive.quote_lookup import in_whole_sentences
from qa.archive.shown_quotes import Shown
from qa.archive.speaker_lookup import quote_of
from qa.datatypes import Scope, VersionHandle
from qa.language.exact_words import in_words
from qa.language.lexicon.function_words import POSSESSIVES
from qa.language.lexicon.question_verbs import FINITE, PARTICIPLE
from qa.language.terms import content_terms
from qa.settings import MAX_QUOTES
from qa.understanding.quoted import asked_words

BESIDE_TOPIC = (
    "These words do not name what was asked about; what stands beside them, the title or the opening does."
)
"""The note on words that may be on the topic by where they stand."""


def proved(view: View, draft: Draft, scope: Scope, shown: Shown) -> Draft:
    """Return a draft whose denial is proved, or taken back.

    Args:
        scope: The dates and outlets that count, those of the question among them.
        shown: What the conversation has shown already: it is not shown again, and not denied.
    """
    understood = draft.understood
    if draft.outcome not in (Outcome.NEAREST, Outcome.NOT_FOUND, Outcome.UNSURE) or not is_claim(understood):
        return draft
    words = words_of(view, understood, scope, in_passing=True) or words_on_surname(view, understood, scope)
    unseen = _unseen(words, shown)
    if so := [quote for quote in unseen if _is_said_so(quote, understood)]:
        sure = max(quote.attribution.confidence for quote in so if quote.attribution is not None)
        quotes = _best(so, understood, sure)
        return replace(
            draft, outcome=Outcome.ANSWERED, nearest=None, confidence=sure, quotes=quotes, by_records=True
        )
    if draft.outcome is Outcome.UNSURE:
        # Where a girlfriend is asked for, whatever names one may be shown: the words of Quill's go before it.
        nobodys = all(quote.attribution is None for quote in draft.quotes[:1])
        owned = nobodys and owner_in(understood.speaker or "")
        return (called(view, draft, scope, shown) if owned else None) or draft
    if unseen:
        quotes = _best(unseen, understood, draft.confidence)
        return replace(draft, outcome=Outcome.UNSURE, nearest=None, quotes=quotes, by_records=True)
    if unseen := _unseen(quoted_beside(view, understood, scope), shown):
        quotes = tuple(replace(each, confidence=draft.confidence) for each in distinct(unseen)[:MAX_QUOTES])
        return replace(draft, outcome=Outcome.UNSURE, nearest=None, quotes=quotes)
    if (theirs := called(view, draft, scope, shown)) is not None:
        return theirs
    if unseen := _unseen(words_of_officers(view, understood, scope), shown):
        quotes = _best(unseen, understood, draft.confidence)
        # Not "the Dene police", who were taken for "the police" because they speak elsewhere.
        police = replace(understood, speaker=POLICE, speaker_known=False, speaker_is_role=True)
        draft = replace(draft, understood=police, nearest=None, note=BY_OFFICERS, by_records=True)
        return replace(draft, outcome=Outcome.UNSURE, quotes=quotes)
    officials = () if words else words_of_officials(view, understood, scope)
    if unseen := _unseen(officials, shown):
        quotes = _best(unseen, understood, draft.confidence)
        draft = replace(draft, nearest=None, note=BY_OFFICIALS, by_records=True)
        return replace(draft, outcome=Outcome.UNSURE, quotes=quotes)
    unseen = _unseen(words_beside(view, understood, scope), shown)
    if unseen and not words:
        quotes = _best(unseen, understood, draft.confidence)
        return replace(
            draft, outcome=Outcome.UNSURE, nearest=None, quotes=quotes, note=BESIDE_TOPIC, by_records=True
        )
    unseen = _unseen(quoted_beside(view, understood, scope, headed=True), shown)
    if unseen and not words:
        quotes = tuple(replace(each, confidence=draft.confidence) for each in distinct(unseen)[:MAX_QUOTES])
        return replace(draft, outcome=Outcome.UNSURE, nearest=None, quotes=quotes, note=BESIDE_TOPIC)
    if words or not _is_proved(view, draft.nearest, understood, scope):
        return replace(draft, nearest=None)
    return draft


def said_in(view: View, draft: Draft, version: VersionHandle, shown: Shown) -> Draft | None:
    """Return a draft with what its speaker says in an article on the topic, as what may answer; None for nothing."""
    kept = view.versions([version])[version]
    said = view.attributions([version])[version]
    words = [quote_of(kept, record, who) for record, who in said if who == draft.understood.speaker]
    quotes = _best(_unseen(words, shown), draft.understood, draft.confidence)
    if not quotes:
        return None
    note = BESIDE_TOPIC if draft.understood.topic else ""
    return replace(draft, outcome=Outcome.UNSURE, nearest=None, quotes=quotes, note=note, by_records=True)


def _unseen(quotes: Iterable[Quote], shown: Shown) -> list[Quote]:
    return [quote for quote in quotes if not shown.holds(quote.version, quote.start, quote.end)]


def called(view: View, draft: Draft, scope: Scope, shown: Shown) -> Draft | None:
    """Return a draft with the words of whoever an article calls as was typed; None where there are none."""
    return perhaps(draft, called_so(view, draft.understood, scope), shown)


def perhaps(draft: Draft, words: Iterable[Quote], shown: Shown, note: str = "") -> Draft | None:
    """Return a draft with words that may be those of whom it was asked for; None where all were shown, or none are."""
    if not (unseen := _unseen(words, shown)):
        return None
    quotes = _best(unseen, draft.understood, draft.confidence)
    return replace(draft, outcome=Outcome.UNSURE, nearest=None, quotes=quotes, note=note, by_records=True)


def _is_said_so(quote: Quote, understood: Understanding) -> bool:
    """Return whether a record's cue is the verb of a question that names no topic: "What did Quill predict?"."""
    record, cue = quote.attribution, understood.cue
    if cue is None or understood.topic or record is None or record.cue is None or not record.certain:
        return False
    if record.polarity != "said":
        return cue == "deny" and record.polarity == "denied"  # "Quill did not promise it" is no promise
    said = in_words(quote.version.article.text[slice(*record.cue)])
    return cue in [table[word].lemma for table in (FINITE, PARTICIPLE) for word in said if word in table]


def _is_proved(view: View, nearest: Nearest | None, understood: Understanding, scope: Scope) -> bool:
    """Return whether the records bear out what is said of an archive in which somebody has no words on a topic."""
    if nearest not in (Nearest.SPEAKER_NOT_ON_THIS, Nearest.OTHERS_ON_THIS):
        return True
    # What others say of a mother is nothing on "her mother" where Una Strand's words are asked for; and where they are
    # on "her dismissal", whatever she says of herself may be: "They threw me out."
    if not POSSESSIVES.isdisjoint(in_words(understood.topic or "")[:1]):
        return False
    if nearest is Nearest.SPEAKER_NOT_ON_THIS:
        return not may_be_on(view, understood, scope)
    return are_others_on(view, understood, scope)


def is_claim(understood: Understanding) -> bool:
    """Return whether a denial would say of somebody that they have no words on a topic.

    Words typed in quotation marks are looked for as they stand, and not by their terms.
    """
    if understood.kind is not QuestionKind.SAID or understood.speaker is None or understood.ambiguous:
        return False
    return in_words(understood.topic or "") not in [in_words(each) for each in asked_words(understood)]


def _best(words: Sequence[Quote], understood: Understanding, confidence: float) -> tuple[Quote, ...]:
    """Return the best of somebody's words on a topic, in whole sentences, each wording once, as what may answer."""
    found: list[Quote] = []
    for each in best_first(distinct(words), content_terms(understood.topic or "")):
        quote = in_whole_sentences(each)
        if len(found) == MAX_QUOTES:
            break
        if not any(quote.overlaps(other) for other in found):
            context = context_of(quote.version.article.text, quote.start)
            why = Why(by_records=True)
            found.append(replace(quote, confidence=confidence, context=context, why=why))
    return tuple(found)
