"""Answer a question of fact about what was just shown from the articles of these quotes, where they answer it.

"When was the bridge finished?" is about the bridge that was talked of, whatever other bridges there are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from qa.answering.ending.draft import Draft
from qa.answering.ending.outcome import Conclusion, conclude
from qa.answering.objections.asked_kinds import asks_amount, holds_what_is_asked
from qa.answering.spans.candidates import Considered
from qa.answering.spans.thresholds import in_force
from qa.answers import Answer, Outcome, QuestionKind, Quote, Understanding
from qa.archive.protocol import View
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.followed import Followed
from qa.datatypes import Scope
from qa.language.lexicon.follow_up_words import HE, ORDINALS, SHE, THEY
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.turning_words import NUMBER_WORDS
from qa.language.patterns import regex
from qa.language.terms import content_terms, terms
from qa.quote_ids import parse_quote_id
from qa.ranking.answer_spans import ANSWERS
from qa.ranking.features import AT
from qa.understanding.words import bare

Consider = Callable[[View, Understanding, Scope, Followed | None], Considered]


_BEST = 3
"""Among how many of the best quotes of the articles shown an amount is looked for."""
_OTHER_WORDS = 1
"""How many words of a question may be others in it: "one ticket", but not "how much did Holt pay for her farm?"."""
_ASKED = regex(r"\bhow\s+(?:long\s+ago|\w+)\b", re.IGNORECASE)
"""What is asked for, and is no word of what it is asked of: "how many" of "how many of the boats"."""
_WHICH = ORDINALS.keys() | {"last", "latest", "next"}
"""Words that pick one of several: an article on a trial need not call its judge "the second judge"."""


def beside_shown(
    snapshot: View, consider: Consider, answer: Answer, followed: Followed, scope: Scope
) -> Answer:
    """Return what the articles of the quotes shown last answer, or else the answer of the whole archive.

    What they answer surely comes first. Else, where the archive has nothing sure either, they may answer if the reader
    finds an answer in them: confidence, which weighs the words of the question, knows nothing of what was talked of.
    So it is where what the archive has tells of something else: another ship, of "where was the ship going?".
    """
    articles = tuple(dict.fromkeys(parse_quote_id(quote)[0] for quote in followed.beside))
    if not articles or answer.understood.kind is not QuestionKind.CONTENT:
        return answer
    sure = answer.outcome is Outcome.ANSWERED
    if sure and answer.quotes[0].version.uid in articles:
        return answer
    # The articles say what the words are about that the question lacks.
    understood = followed.understood
    plain = replace(understood, standalone=without_appended(understood.standalone))
    alone = replace(followed, context=None)
    there = replace(scope, articles=articles)
    considered = consider(snapshot, plain, there, alone)
    end = conclude(considered, plain, in_force(snapshot), name_missing=False)
    if not sure and end.outcome is not Outcome.ANSWERED and (typed := as_typed(plain)) is not None:
        # "Who hosted it?", after words on peace, is not asked of peace, but of what their article tells of.
        other = consider(snapshot, typed, there, alone)
        ended = conclude(other, typed, in_force(snapshot), name_missing=False)
        if ended.outcome is Outcome.ANSWERED or fits_better(_read(other, ended), _read(considered, end)):
            guessed = replace(ended, outcome=Outcome.UNSURE, nearest=None)
            asked = replace(understood, standalone=typed.standalone, topic=None)
            return Draft.of(snapshot, asked, other, guessed).answer(answer.corpus)
    if end.outcome is not Outcome.ANSWERED:
        elsewhere = sure and _tells_of_something_else(answer.quotes[0], followed.named)
        if not end.quotes or (sure and not elsewhere):
            return answer
        end = replace(end, outcome=Outcome.UNSURE, nearest=None)
        told = Draft.of(snapshot, understood, considered, end).answer(answer.corpus)
        # "Where was it going?" asks of this ship, though nothing surely tells; "where did the ship sink?" may not.
        meant = elsewhere and (understood.carried or _goes_on(answer, told, plain.standalone, followed))
        if meant or considered.found.features[end.quotes[0].row, AT["read_window"]] >= ANSWERS:
            return told
        return answer if sure else _with_amount(told, plain.standalone) or answer
    return Draft.of(snapshot, understood, considered, end).answer(answer.corpus)


_FITS_BETTER = 2.0
"""By how much the reader must prefer a sentence for "who wrote it?" to one for "who wrote the union?"."""


def fits_better(typed: float, filled: float) -> bool:
    """Return whether a question as it was typed is answered, and much rather than with what "it" may stand for.

    Args:
        typed: How well the reader takes the best sentence for an answer to it.
        filled: The same, to the question in which that stands.
    """
    return typed >= ANSWERS and typed - filled >= _FITS_BETTER


def _read(considered: Considered, end: Conclusion) -> float:
    """Return how well the reader takes the first quote for an answer; less than any answer where there is none."""
    found = considered.found.features
    return float(found[end.quotes[0].row, AT["read_window"]]) if end.quotes else -math.inf


_THING = regex(r"\b(?:it|they|them|this|that|there)\b", re.IGNORECASE)


def as_typed(understood: Understanding) -> Understanding | None:
    """Return a question as it was typed, where something stands for its "it" or "they" that was talked of.

    None where nothing does: what stands for "he" is somebody, and what anybody else did is not asked.
    """
    typed = understood.question
    same = typed.casefold().strip(" ?!.") == understood.standalone.casefold().strip(" ?!.")
    return None if same or _THING.search(typed) is None else replace(understood, standalone=typed, topic=None)


def _with_amount(told: Answer, question: str) -> Answer | None:
    """Return what the articles shown tell, with a quote first that holds the count, the sum or the length asked for.

    None where the best of them has none. "How much is one ticket?", after words on a ferry, may be answered by "a seat
    goes for 40 crowns", though the reader takes it for no answer: whatever else costs something is not asked for.
    """
    if not asks_amount(question):
        return None
    asked = {*content_terms(_ASKED.sub("", without_appended(question)))} - NUMBER_WORDS
    holding = next(
        (
            each
            for each in told.quotes[:_BEST]
            if holds_what_is_asked(question, each.text)
            and len(asked.difference(terms(each.text))) <= _OTHER_WORDS
        ),
        None,
    )
    if holding is None:
        return None
    rest = tuple(each for each in told.quotes if each is not holding)
    return replace(told, quotes=(holding, *rest), confidence=holding.confidence)


def _goes_on(answer: Answer, told: Answer, question: str, followed: Followed) -> bool:
    """Return whether a question is of what the articles shown tell, and not of what the archive's answer tells.

    "How many died in the fire?", after "what did the mill lose?", is answered wherever the fire at the mill is told of.
    """
    asked = set(content_terms(" ".join(followed.words))).difference(terms(question))
    same = not asked.isdisjoint(terms(answer.quotes[0].version.article.text))
    return not same and _is_of_what_is_told(question, told.quotes[0])


def _is_of_what_is_told(question: str, quote: Quote) -> bool:
    """Return whether a question without a name can only be about what the article of a quote tells of.

    "Who was the judge?" is asked of the trial that was talked of, if its article has a judge; "how much do they want?"
    names nobody who could be found elsewhere.
    """
    words = _ASKED.sub("", question).lower().split()
    if not (HE | SHE | THEY).isdisjoint(map(bare, words)):
        return True
    named = set(content_terms(" ".join(word for word in words if bare(word) not in _WHICH)))
    return "the" in words and bool(named) and named <= set(terms(quote.version.article.text))


def _tells_of_something_else(quote: Quote, named: Sequence[str]) -> bool:
    """Return whether the article of a quote has none of the names of the talk, where the talk has some."""
    text = quote.version.article.text
    words = {bare(word) for word in text.split()}
    # "Department" of "Health Department" is in any article.
    whole = [name for name in named if bare(name.rsplit(maxsplit=1)[-1]) in GROUP_NOUNS]
    last = (bare(name.rsplit(maxsplit=1)[-1]) for name in named if name not in whole)
    return bool(named) and words.isdisjoint(last) and not any(name in text for name in whole)
