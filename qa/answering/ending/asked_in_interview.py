"""Put first what somebody answers where an interviewer asks what the question asks: "And the fee?" "Too dear."

What answers an interviewer seldom repeats the words of what it answers, and other words of the same interview may.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from qa.answering.ending.draft import Draft
from qa.answering.topics.topic_cover import CoveredArticle
from qa.answering.topics.whose_words import whose_words
from qa.answering.topics.words_on_topic import topic_words
from qa.answers import QUOTE_WORDS, Outcome, Quote, Why
from qa.archive.protocol import Said, View
from qa.archive.shown_quotes import Shown
from qa.attribution.rule_names import INTERVIEW, QUESTION, TRANSCRIPT
from qa.datatypes import Attribution, Span, Version
from qa.language.sentences import split
from qa.ranking.speaking import Asked
from qa.settings import MAX_QUOTES

_TURNS = frozenset((INTERVIEW, TRANSCRIPT, QUESTION))
"""The rules of what is said in turns, each begun by a label or by the form of the text."""
_MOST_LIKE = 2
"""How many answers to such a question may be meant: where more of an interview is on it, no one of them is."""


def asked_in_interview(view: View, draft: Draft, shown: Shown) -> Draft:
    """Return a draft that begins with an answer to somebody who asks on the topic, unless its first quote names it."""
    understood = draft.understood
    asked, words = whose_words(understood, view), topic_words(view, understood.topic)
    if asked is None or not asked.names or words is None:
        return draft
    keys = list(dict.fromkeys(each.version.key for each in (*draft.quotes, *draft.related)))
    versions, said = view.versions(keys), view.attributions(keys)
    turns_of = {
        key: sorted((one for one in said[key] if one[0].rule in _TURNS), key=lambda one: one[0].start)
        for key in keys
    }
    if not any(turns_of.values()):
        return draft  # so it is of most questions, and to find the topic's words in each article takes long
    for key in keys:
        version, turns = versions[key], turns_of[key]
        cover = words.in_article(version.article)
        first = draft.quotes[0] if draft.quotes and draft.quotes[0].version.key == key else None
        if first is not None and cover.names_topic_in(first.start, first.end):
            return draft
        if not any(asked.owns(*turn, version.article.text) for turn in turns):
            continue
        if (told := understood.addressee) and not _asks_here(told, turns, version):
            continue  # "What did Quill tell Brandt about it?": what she told an interviewer is no answer
        # "You ran the toll house. How is your son?" asks less of the toll than "What of the toll?", and a question that
        # names the topic goes before one that has the rest of it from the title.
        found = list(_answers(turns, asked, cover, partial(_last_names_topic, cover)))
        found = found or list(_answers(turns, asked, cover, cover.names_topic_in))
        found = found or list(_answers(turns, asked, cover, cover.stands_in))
        unseen = [each for each in found if not shown.holds(version, *each[0])]
        if unseen and len(found) <= _MOST_LIKE:
            quotes = _in_front(draft.quotes, (_quote(version, *each) for each in unseen))
            return replace(draft, outcome=Outcome.ANSWERED, nearest=None, quotes=quotes, note="")
    return draft


def _answers(
    turns: Sequence[Said], asked: Asked, cover: CoveredArticle, is_on: Callable[[int, int], bool]
) -> Iterator[tuple[Span, Said]]:
    """Yield what somebody first says after each question on the topic, with its record."""
    for (before, other), (record, name) in pairwise(turns):
        if asked.owns(before, other, cover.text) or not asked.owns(record, name, cover.text):
            continue
        if _asks(cover.text, before) and is_on(before.start, before.end):
            yield _opening(cover.text, record), (record, name)


def _asks_here(told: str, turns: Sequence[Said], version: Version) -> bool:
    """Return whether whom somebody told a thing is the interviewer, or the outlet that asks."""
    here = {version.article.source, *(name or "" for _, name in turns)}
    return told.casefold().removeprefix("the ") in {each.casefold().removeprefix("the ") for each in here}


def _asks(text: str, record: Attribution) -> bool:
    return record.rule == QUESTION or text[record.start : record.end].rstrip("*_”\"'’) ").endswith("?")


def _last_names_topic(cover: CoveredArticle, start: int, end: int) -> bool:
    """Return whether the last sentence of a turn, which asks, names the topic."""
    last = [sentence for paragraph in split(cover.text[start:end]) for sentence in paragraph.sentences][-1:]
    return any(cover.names_topic_in(start + begin, start + stop) for begin, stop in last)


def _opening(text: str, record: Attribution) -> Span:
    """Return the first whole sentences of an answer, up to the words of one quote."""
    start, end = record.content[0]
    stop = start
    for paragraph in split(text[start:end]):
        for _, last in paragraph.sentences:
            if stop > start and len(text[start : start + last].split()) > QUOTE_WORDS:
                return start, stop
            stop = start + last
    return start, stop


def _quote(version: Version, span: Span, said: Said) -> Quote:
    record, name = said
    why = Why(by_records=True)
    return Quote(version, *span, record.confidence, attribution=record, speaker=name, why=why)


def _in_front(quotes: Sequence[Quote], answers: Iterable[Quote]) -> tuple[Quote, ...]:
    """Return answers before the other quotes; a quote that holds the same words goes."""
    first = tuple(answers)
    others = (each for each in quotes if not any(each.overlaps(answer) for answer in first))
    return (*first, *others)[:MAX_QUOTES]
