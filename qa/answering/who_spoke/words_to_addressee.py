"""Find what somebody told the hearer whom a question names: "What did Quill tell the council?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answering.ending.draft import Draft
from qa.answering.topics.voices import best_first, in_falling_confidence
from qa.answering.topics.whose_words import whose_words
from qa.answering.who_spoke.who_said import records_with
from qa.answers import Outcome, QuestionKind, Understanding
from qa.archive.name_lookup import is_mentioned
from qa.archive.protocol import View
from qa.archive.quote_lookup import whole_sentences
from qa.archive.shown_quotes import Shown
from qa.archive.speaker_lookup import quote_of
from qa.attribution.rule_names import TOLD_TO
from qa.datatypes import Article, Attribution, Scope
from qa.language.patterns import regex
from qa.language.terms import content_terms
from qa.settings import MAX_QUOTES
from qa.speakers.linking import match_speaker
from qa.understanding.names import names_in
from qa.understanding.words import has_case, is_role

_LONGEST = 160
"""The most characters after a verb in which its hearer stands: "told the council of Upper Dene on Monday that"."""
_SENT = regex(
    r"[\W_]*in\s+(?:an?|the|his|her|their|its|another)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:letters?|messages?|e-?mails?|notes?|texts?|posts?|statements?|speech|address|remarks|memos?|repl(?:y|ies)|interviews?)"
    r"\s+(?:to|with)\s+(?P<hearer>[^,;:]+),",
    re.IGNORECASE,
)
"""How a sentence begins that says to whom something was written or said."""
_WHERE = regex(r"\s(?:in|at|on|during|after|before)\s.+", re.IGNORECASE)
"""Where or when a hearer was told: "her supporters in court"."""
_TO_DO = regex(r"\b(?:not\s+|never\s+)?to\s+\w", re.IGNORECASE)


def names_hearer(understood: Understanding) -> bool:
    """Return whether a question asks what somebody told a hearer, on whatever topic."""
    asks = (
        understood.kind is QuestionKind.SAID and understood.addressee is not None and understood.topic is None
    )
    somebody = understood.speaker_known or understood.speaker_is_role
    return asks and somebody and understood.speaker is not None and not understood.ambiguous


def told_to(view: View, draft: Draft, scope: Scope, shown: Shown) -> Draft | None:
    """Return the draft with what the speaker told that hearer; None where no record says so.

    Args:
        scope: The dates and outlets that count, those of the question among them.
        shown: What the conversation has shown already: it is not shown again.
    """
    understood = draft.understood
    hearer = understood.addressee or ""
    words = tuple(dict.fromkeys(content_terms(hearer)))
    asked = whose_words(understood, view)
    if not words or asked is None:
        return None
    names = content_terms(understood.speaker or "")
    found = [
        quote_of(version, record, name)
        for version, said in records_with(view, (*words, *names), scope)
        for record, name in said
        if asked.owns(record, name, version.article.text)
        and (_is_told(record, version.article.text, words) or _is_told_there(record, version.article, hearer))
    ]
    new = [quote for quote in found if not shown.holds(quote.version, quote.start, quote.end)]
    if not new:
        return None
    ordered = in_falling_confidence(best_first(new)[:MAX_QUOTES])
    return replace(
        draft,
        outcome=Outcome.ANSWERED,
        nearest=None,
        confidence=ordered[0].confidence,
        quotes=ordered,
        related=(),
        note="",
    )


def as_topic(view: View, understood: Understanding) -> Understanding | None:
    """Return the question for words on a hearer; None for "voters", to whom everything is said.

    A name says who hears, and so do two words, "the dockers' unions". In small letters a name is one that the archive
    has as a name: "what did quill say to brandt".
    """
    hearer = understood.addressee or ""
    named = bool(names_in(f"told {hearer}")) or len(content_terms(hearer)) > 1
    if not named and not has_case(understood.question):
        match = match_speaker(hearer, view)
        speaks = bool(match.name or match.ambiguous) and not match.corrected
        named = (speaks and not is_role(hearer)) or is_mentioned(view, hearer)
    return replace(understood, topic=hearer, addressee=None) if named else None


def _is_told_there(record: Attribution, article: Article, hearer: str) -> bool:
    """Return whether a hearer of whom it is asked where they heard it is told so in an article that has the place.

    "What did Quill tell her supporters in court?": the verb has her supporters, and another sentence the court.
    """
    where = _WHERE.search(hearer)
    head = tuple(content_terms(hearer[: where.start()])) if where else ()
    if where is None or not head or not _is_told(record, article.text, head):
        return False
    return {*content_terms(where[0])} <= {*content_terms(f"{article.title} {article.text}")}


def _is_told(record: Attribution, text: str, words: tuple[str, ...]) -> bool:
    """Return whether the hearer stands right after a record's verb, and before what is said.

    Or before it, where a letter is sent: "In her letter to the board, Quill said".
    """
    if record.cue is None or record.polarity == "declined":
        return False
    begin, after = record.cue
    opening = text[max(whole_sentences(text, begin, after)[0], begin - _LONGEST) : begin]
    if (sent := _SENT.match(opening)) and {*words} <= {*content_terms(sent["hearer"])}:
        return True
    if record.rule == TOLD_TO:
        # "Quill warned the council not to sell it": the hearer begins what is reported.
        started = _TO_DO.search(text, after, record.end)
        return started is not None and {*words} <= {*content_terms(text[after : started.start()])}
    later = [start for start, _ in record.content if start >= after]
    end = min([*later, whole_sentences(text, begin, after)[1], after + _LONGEST])
    return {*words} <= {*content_terms(text[begin:end])}
