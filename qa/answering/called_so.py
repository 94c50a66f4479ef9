"""Find what may be the words of whoever an article calls as was typed, where it describes nobody so by name.

"Ines Orsa, a bell-ringer at the school, said that the tower burned", and "The botany lecturer lost her grant. “The
laboratory will close,” she said." Or the title has it, "Ship's cook: ‘I saw the rocks’", and one person speaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from qa.answering.words_on import topic_words
from qa.answers import Quote, Understanding
from qa.archive.exact_words import texts_with
from qa.archive.protocol import Said, View
from qa.archive.quote_lookup import SaidInOrder, whole_sentences
from qa.archive.speaker_lookup import quote_of
from qa.datatypes import Scope, Span
from qa.language.patterns import regex

_MOST_ARTICLES = 20
_MOST_PLACES = 20
"""How many articles with the phrase, and places of it in each, are looked at."""
_NEARLY_ALL = 0.75
"""The share of all that has a speaker in an article."""
_BESIDE = regex(r",?\s+|,\s+(?:[\w’'-]+\s+){1,4}")
"""What stands between a name and what its bearer is: "Ines Orsa, a keen bell-ringer", "bell-ringer Ines Orsa"."""
_BEFORE = regex(r"\W*(?:(?:the|an?)\s+)?", re.I)
_PRONOUN = regex(r"he|she", re.I)


def called_so(view: View, understood: Understanding, scope: Scope) -> list[Quote]:
    """Return the words, on the topic of a question, of whoever an article calls as was typed, in no order."""
    phrase = understood.speaker
    if phrase is None or understood.speaker_known or understood.bearers or not _is_somebody(phrase):
        return []
    topic = topic_words(view, understood.topic)
    found = []
    for each in islice(texts_with(view, phrase, scope), _MOST_ARTICLES):
        key, text = each.version.key, each.version.article.text
        said = SaidInOrder(view.attributions([key])[key])
        cover = topic.in_article(each.version.article) if topic else None
        theirs = [one for place in islice(each.places(), _MOST_PLACES) for one in _theirs(text, place, said)]
        if each.in_title:
            theirs += _of_one(said.touching(0, len(text)))
        found += [
            quote_of(each.version, record, who)
            for record, who in theirs
            if cover is None or cover.holds(record) or cover.is_headed()
        ]
    return found


def _of_one(said: Sequence[Said]) -> list[Said]:
    """Return the words of the one who says nearly all that is said in an article, where there is one."""
    counts = Counter(who for _, who in said if who is not None)
    most = max(counts, key=lambda who: counts[who], default=None)
    if most is None or counts[most] < _NEARLY_ALL * counts.total():
        return []
    return [each for each in said if each[1] == most]


def _is_somebody(phrase: str) -> bool:
    """Return whether a phrase is for one person and no name: "critics" are many, and "the Guild" is a body."""
    last = phrase.rsplit(maxsplit=1)[-1]
    return last.islower() and not (last.endswith("s") and not last.endswith("ss"))


def _theirs(text: str, place: Span, said: SaidInOrder) -> Iterator[Said]:
    """Yield the records of a sentence whose speaker is called so, or after it of "she" where it is about them."""
    start, end = whole_sentences(text, *place)
    within = said.touching(start, end)
    for record, who in within:
        if record.mention is not None and _is_one(text, record.mention, place):
            yield record, who
    after = next((at for at in range(end, len(text)) if not text[at].isspace()), None)
    # "A window cleaner was hurt, Quill said. “He fell,” she said": that is Quill.
    if within or after is None or not _BEFORE.fullmatch(text, start, place[0]):
        return
    for record, who in said.touching(*whole_sentences(text, after, after + 1)):
        if record.mention is not None and _PRONOUN.fullmatch(text, *record.mention):
            yield record, who


def _is_one(text: str, mention: Span, place: Span) -> bool:
    first, second = sorted((mention, place))
    return first[1] > second[0] or _BESIDE.fullmatch(text, first[1], second[0]) is not None
