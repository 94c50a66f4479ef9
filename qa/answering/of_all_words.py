"""Answer what is asked of all words on something: how often, by whom most, when first and last, the longest.

Everything is counted over the records, by the one rule of what is on a topic (`topics/words_on_topic.py`), and what
several articles print of one speaker counts once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from qa.answering.comparison import Answers, apart
from qa.answering.most_quoted import is_said_for_certain, most_quoted
from qa.answering.objections.asked_kinds import holds_asked_kind
from qa.answering.spans.retrieval import narrowed
from qa.answering.topics.everything_on_topic import date_key, distinct, newest_first
from qa.answering.topics.topic_cover import CoveredArticle
from qa.answering.topics.voices import voices
from qa.answering.topics.words_on_topic import topic_words, words_of
from qa.answering.who_spoke.who_said import hear
from qa.answers import Answer, OfAll, Outcome, QuestionKind, Quote, Understanding
from qa.archive.protocol import View
from qa.archive.shown_quotes import Shown
from qa.archive.speaker_lookup import QUOTED
from qa.conversation.asking_back import asked_back
from qa.conversation.earlier.followed import Followed
from qa.datatypes import Attribution, Scope
from qa.language.spans import length
from qa.language.terms import content_terms
from qa.settings import MAX_QUOTES
from qa.understanding.line import in_words
from qa.understanding.understand import as_content

_MOST_NAMED = 4
_BY_SPEAKER: tuple[OfAll, ...] = ("most", "voices")
"""What is asked of the speakers: one quote of each is shown."""
_NOT: dict[OfAll, str] = {
    "count": "I could not count that: nothing here names it in words that are certainly theirs.",
    "voices": "I could not count that: nothing here is certainly anybody's words on it.",
    "most": "I could not count that: nothing here is certainly anybody's words on it.",
    "first": "I could not tell which was the first: nothing here that has a date names it in words that are certain.",
    "latest": "I could not tell which was the last: nothing here that has a date names it in words that are certain.",
    "longest": "None of it is certainly theirs in quotation marks, so that I could not compare lengths.",
    "shortest": "None of it is certainly theirs in quotation marks, so that I could not compare lengths.",
    "quoted": "None of it is certainly theirs in quotation marks.",
}
"""What is said of an answer in which nothing could be counted or put in order."""
_NOTHING_CERTAIN = "I could not count or order that: nothing here is certainly theirs."
_NAMELESS = "Whom no article names is not counted."
_READ_AS_THAT = " Others may have done so in words that I do not read as that."
"""What is said where it is asked who did something by words: not all criticism is read as that."""
_UNDATED = "I could not put that in order: what is certainly theirs here has no date."


def whoever_spoke(followed: Followed) -> Understanding:
    """Read what asks for whoever spoke in an outlet or a time, on anything, as who is quoted most there.

    Not for "who else?", which is asked for others than those who are quoted most.
    """
    understood = followed.understood
    bounded = understood.since or understood.until or understood.source
    others = followed.exclude or followed.silent or understood.carried
    on_anything = not (understood.topic or understood.cue or understood.addressee or others)
    if understood.kind is not QuestionKind.WHO_SAID or understood.of_all or not (bounded and on_anything):
        return understood
    return replace(understood, of_all="most")


def of_all_words(
    view: View, answer: Answers, asked_for: Understanding, scope: Scope, followed: Followed
) -> Answer:
    """Return the answer to what is asked of all words that a plain question asks for; the plain one without any.

    Args:
        answer: Answers the question that asks for these words, whatever is asked of them.
    """
    if asked_for.of_all == "voices":
        # "How many people backed the toll?" an article may tell: "Two hundred people backed it".
        content = replace(as_content(asked_for), standalone=asked_for.question, of_all=None)
        told = answer(view, content, scope, followed)
        # "Many people criticised it" says of nobody how many.
        if told.outcome is Outcome.ANSWERED and holds_asked_kind(asked_for.question, told.quotes[0].text):
            return told
    plain = answer(view, asked_for, scope, followed)
    understood = plain.understood
    if understood.of_all in _BY_SPEAKER and understood.topic is None and understood.cue is None:
        within, counts = narrowed(scope, understood), understood.of_all == "voices"
        most = most_quoted(view, plain, within, counts=counts)
        return most or replace(plain, understood=replace(understood, of_all=None))
    if understood.ambiguous:
        return asked_back(plain, view)
    (found, beside), asked = _all(view, plain, scope), understood.of_all
    who_said = understood.kind is QuestionKind.WHO_SAID
    if who_said and followed.silent:  # "who spoke most of it besides Quill?"
        found = [each for each in found if each.voice not in followed.silent]
    dated = [(day, quote) for quote in found if (day := quote.version.article.day) is not None]
    if asked is None:
        return plain
    if not found or (asked in ("first", "latest") and not dated):
        # What the plain question finds is then neither counted nor put in order.
        unsure = plain.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
        undated = _UNDATED if found else _NOTHING_CERTAIN
        counted = _NOT[asked] if understood.topic or asked in _BY_SPEAKER else undated
        note = f"{plain.note} {counted}".strip() if unsure else plain.note
        return replace(plain, understood=replace(understood, of_all=None), note=note)
    quotes = _in_order(found, asked, content_terms(understood.topic or ""))
    shown = Shown(view, followed.exclude)
    new = tuple(each for each in quotes if not shown.holds(each.version, each.start, each.end))
    if not new:
        return plain
    # What has no date may be older than the first, and newer than the last.
    undated = f"; {len(found) - len(dated):,} without a date" if len(dated) < len(found) else ""
    match asked:
        case "first" | "latest" if len(found) > 1:
            read = _READ_AS_THAT if understood.cue else ""
            note = f"{_at_the_end_of(dated, asked)}, of {_counted(found, naming=beside)}{undated}.{read}"
        case "most":
            note = f"Most often quoted on this: {_by_most(found)} of {_counted(found)}."
        case "voices":
            read_as, others = ("Read as that: ", _READ_AS_THAT) if understood.cue else ("", "")
            note = f"{read_as}{_named(found)}, in {_counted(found)}. {_NAMELESS}{others}"
        case "first" | "latest" | "count":
            named = f" {_NAMELESS}" if who_said else ""
            read = _READ_AS_THAT if understood.cue else ""
            counted = _counted(found, naming=beside)
            note = f"{counted}{_spanning(dated)}{undated if dated else ''}.{named}{read}"
        case _:
            which = f"The {asked} of " if len(found) > 1 and asked != "quoted" else ""
            note = f"{which}{_counted(found)}; what is only reported is left aside."
    if who_said and followed.silent:
        note += f" {_and(sorted(followed.silent))} left out."
    return replace(
        plain,
        outcome=Outcome.ANSWERED,
        nearest=None,
        confidence=new[0].confidence,
        quotes=new[:MAX_QUOTES],
        related=(),
        voices=plain.voices if asked in _BY_SPEAKER else (),
        note=note,
    )


def _all(view: View, plain: Answer, scope: Scope) -> tuple[list[Quote], bool]:
    """Return all words that are asked for, whose speaker is certain, and whether others are on the topic.

    What may stand beside the topic's words is on it, and names it not: of "how often?" and "when first?" only what has
    these words itself counts.
    """
    understood = plain.understood
    within, asked = narrowed(scope, understood), understood.of_all
    if understood.kind is QuestionKind.WHO_SAID:
        heard = hear(view, understood, within)
        found = [each for each in heard.quotes if each.voice is not None] if heard is not None else []
    else:
        found = words_of(view, understood, within)
    found = [each for each in found if each.attribution is not None and is_said_for_certain(each.attribution)]
    words, beside = topic_words(view, understood.topic), False
    if asked in ("longest", "shortest", "quoted"):
        found = [each for each in found if each.attribution is not None and each.attribution.kind in QUOTED]
    elif words is not None and asked not in _BY_SPEAKER:
        covers = {each.version.key: words.in_article(each.version.article) for each in found}
        naming = [each for each in found if _names(covers[each.version.key], each.attribution)]
        found, beside = naming, len(naming) < len(found)
    return (found if understood.kind is QuestionKind.WHO_SAID else distinct(apart(found))), beside


def _names(cover: CoveredArticle, record: Attribution | None) -> bool:
    """Return whether what somebody says names the topic: "In Harwick," by the article, is none of their words."""
    return record is not None and any(cover.names_topic_in(*span) for span in record.content)


def _in_order(found: Sequence[Quote], asked: OfAll, words: Sequence[str]) -> list[Quote]:
    match asked:
        case "most" | "voices":
            return [voice.best for voice in voices(found, words)]
        case "first":
            return sorted(found, key=lambda quote: (quote.version.article.day is None, *date_key(quote)))
        case "longest" | "shortest":
            return sorted(sorted(found, key=date_key), key=_length, reverse=asked == "longest")
        case _:
            return newest_first(found)


def _length(quote: Quote) -> int:
    """Return how many characters somebody says: a narrator's words beside them are nobody's."""
    return length(quote.attribution.content) if quote.attribution is not None else 0


def _counted(found: Sequence[Quote], *, naming: bool = False) -> str:
    """Write how many quotes there are, and in how many articles, those that print the same words among them.

    Args:
        naming: Whether to say that they name the topic: others are on it, and do not.
    """
    articles = {article for quote in found for article in (quote.version.article.id, *quote.also_in)}
    quotes = "1 quote" if len(found) == 1 else f"{len(found):,} quotes"
    named = f" that name{'s' if len(found) == 1 else ''} it," if naming else ""
    return f"{quotes}{named} in {'1 article' if len(articles) == 1 else f'{len(articles):,} articles'}"


def _spanning(dated: Sequence[tuple[date, Quote]]) -> str:
    if not dated:
        return ""
    days = [day for day, _ in dated]
    first, last = min(days), max(days)
    return f", {in_words(first)} to {in_words(last)}" if first != last else f", {in_words(first)}"


def _at_the_end_of(dated: Sequence[tuple[date, Quote]], asked: OfAll) -> str:
    """Write of which day the first or the latest words are, and who speaks on it: nobody knows at which hour."""
    day = (min if asked == "first" else max)(day for day, _ in dated)
    names = sorted({quote.voice for each, quote in dated if each == day and quote.voice})
    who = f" ({_and(names)})" if len(names) > 1 else ""
    return f"{asked.capitalize()} in an article of {in_words(day)}{who}"


def _by_most(found: Sequence[Quote]) -> str:
    each = voices(found)
    most = len(each[0].quotes)
    top = [voice.name or "" for voice in each if len(voice.quotes) == most]
    return f"{_and(top)}, {most:,}{' each' if len(top) > 1 else ''}"


def _named(found: Sequence[Quote]) -> str:
    names = [voice.name for voice in voices(found) if voice.name]
    return f"{'1 speaker' if len(names) == 1 else f'{len(names):,} speakers'} ({_and(names)})"


def _and(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMED:
        names = [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED:,} more"]
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
