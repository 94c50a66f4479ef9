"""Let what was shown decide what is shown next: new quotes first, the same articles, or "that is all"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from qa.answering.objections.asked_kinds import holds_what_is_asked
from qa.answers import Answer, Nearest, Outcome, QuestionKind, Quote, Understanding
from qa.archive.protocol import View
from qa.archive.shown_quotes import Shown
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.question_text import told
from qa.datatypes import Scope
from qa.quote_ids import parse_quote_id

GIVES_WAY = 2 / 3
"""A quote that was shown and may answer gives way to a new one with at least this share of its confidence."""

HOLDS_IT = 1 / 4
"""The same, of its article, where only the new one has the time or the sum that is asked for."""


def unseen_first(snapshot: View, answer: Answer, shown: Collection[str]) -> Answer:
    """Put quotes that were not shown before the others, where nothing is known to answer.

    Whoever has read a quote and asks on mostly does not ask for it again; where it answers, it stays, unless it lacks
    the time that "when?" asks for and a new one has it.
    """
    if not shown or answer.sides or not answer.quotes or answer.article:
        return answer
    sure = answer.outcome is Outcome.ANSWERED
    if not sure and answer.outcome not in (Outcome.UNSURE, Outcome.NEAREST, Outcome.NOT_FOUND):
        return answer
    seen = Shown(snapshot, shown)
    old = [quote for quote in answer.quotes if seen.holds(quote.version, quote.start, quote.end)]
    new = [quote for quote in answer.quotes if quote not in old]
    if not old or answer.quotes[0] in new:
        return answer
    if sure:
        return _with_what_is_asked(answer, new)
    if answer.outcome is not Outcome.UNSURE:
        # What does not answer is not shown again for want of better.
        return replace(answer, quotes=(*new, *old) if new else ())
    if not new:
        return answer
    first, best = answer.quotes[0], new[0]
    if answer.understood.kind is not QuestionKind.CONTENT or best.confidence < GIVES_WAY * first.confidence:
        return answer
    rest = tuple(quote for quote in answer.quotes if quote is not best)
    return replace(answer, quotes=(best, *rest), confidence=best.confidence)


def _with_what_is_asked(answer: Answer, new: Sequence[Quote]) -> Answer:
    """Put a new quote first that holds the time, the count or the sum asked for, where the shown one has none."""
    question, first = answer.understood.standalone, answer.quotes[0]
    if answer.understood.kind is not QuestionKind.CONTENT or holds_what_is_asked(question, first.text):
        return answer
    holding = (
        quote
        for quote in new
        if quote.version.uid == first.version.uid
        and quote.confidence >= HOLDS_IT * first.confidence
        and holds_what_is_asked(question, quote.text)
    )
    if (better := next(holding, None)) is None:
        return answer
    rest = tuple(quote for quote in answer.quotes if quote is not better)
    return replace(answer, quotes=(better, *rest), confidence=better.confidence)


def within_articles(scope: Scope, near: Collection[str] | None) -> Scope:
    """Return a scope of the articles of quotes that were shown, where the answer must be near them."""
    articles = dict.fromkeys(parse_quote_id(quote)[0] for quote in near or ())
    return replace(scope, articles=tuple(articles)) if articles else scope


def others_beside(answer: Answer, followed: Followed) -> Answer:
    """Let whoever else speaks in the articles shown be who else may have spoken of it, in other words than were typed.

    After Quill's words on "tolls", Brandt's may be on them where they say "the fee".
    """
    first = answer.quotes[0] if answer.quotes else None
    else_asked = followed.silent and followed.near and answer.understood.kind is QuestionKind.WHO_SAID
    if first is None or not else_asked or answer.outcome not in (Outcome.NOT_FOUND, Outcome.NEAREST):
        return answer
    articles = {parse_quote_id(quote)[0] for quote in followed.near or ()}
    voices = tuple(each for each in answer.quotes if each.speaker and each.speaker not in followed.silent)
    kept = tuple(each for each in voices if each.version.uid in articles)
    return replace(answer, outcome=Outcome.UNSURE, nearest=None, quotes=kept) if kept else answer


def near_what_was_shown(answer: Answer, near: Collection[str] | None) -> Answer:
    """Keep the quotes from articles that were shown, for "the company" that was talked of; None keeps all.

    Where none is from them, nothing answers: another company's words are not what is asked for. Where nothing was
    shown, it is not known which is meant.
    """
    if near is None or answer.outcome not in (Outcome.ANSWERED, Outcome.UNSURE):
        return answer
    if not near:
        return replace(answer, outcome=Outcome.UNSURE)
    articles = {parse_quote_id(quote)[0] for quote in near}
    kept = tuple(quote for quote in answer.quotes if quote.version.uid in articles)
    if not kept:
        return replace(answer, outcome=Outcome.NOT_FOUND, nearest=None)
    return replace(answer, quotes=kept)


def only_shown(answer: Answer, followed: Followed, ask: Callable[[Followed], Answer]) -> bool:
    """Return whether nothing answers but what was shown: "What else did Quill say?", after all that she says.

    Args:
        ask: Answers the same question followed in another way.
    """
    if not followed.exclude or answer.outcome not in (Outcome.NEAREST, Outcome.NOT_FOUND):
        return False
    return followed.more or ask(replace(followed, exclude=frozenset())).outcome is Outcome.ANSWERED


def _on_other_things(understood: Understanding, ask: Callable[[Understanding], Answer]) -> tuple[Quote, ...]:
    """Return what else somebody said who has no more words on what they were asked about."""
    if understood.kind is not QuestionKind.SAID or not (understood.topic and understood.speaker_known):
        return ()
    plain = replace(understood, topic=None, addressee=None, cue=None)
    answer = ask(replace(plain, standalone=told(plain)))
    return answer.quotes if answer.outcome is Outcome.ANSWERED else ()


def all_shown(answer: Answer, understood: Understanding, ask: Callable[[Understanding], Answer]) -> Answer:
    """Say that everything was shown where more was asked for and nothing more answers.

    What the same speaker said on other things stands below; nothing else that does not answer is shown.

    Args:
        ask: Answers another question, without the quotes that were shown.
    """
    others = _on_other_things(understood, ask)
    return replace(
        answer, outcome=Outcome.NEAREST, nearest=Nearest.ALL_SHOWN, quotes=others, related=(), note="",
    )  # fmt: skip
