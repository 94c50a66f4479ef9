"""Tell whether a quote is about somebody or something else: it lacks names, numbers or words of the question."""

from __future__ import annotations

import re

from qa.answering.objections.ages import is_on_none_asked
from qa.answering.objections.reported_events import ALIKE
from qa.answering.topics.topic_forms import same_word
from qa.datatypes import Article
from qa.language.lexicon.calendar import MONTH_NAMES
from qa.language.lexicon.event_words import Happening, event_of, is_event
from qa.language.lexicon.places import NATIONS, PEOPLES, SAME_PLACE, STATES
from qa.language.lexicon.roles import COMMON_KIN
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, located_terms, term, terms
from qa.understanding.asked_event import LONGEST

_STATEMENT = regex(
    r"\b(?:would|should|could|must|shall)(?:n['’]t)?\b|\bwill (?:be|have|not|never)\b|\A(?:he|she|they|it|we)\s",
    re.IGNORECASE,
    inside="would should could must shall will he she they it we wouldn shouldn couldn mustn shalln",
)
"""What only a statement has: "the ferry would be free", "she sold the pier"."""
_PREDICATE = regex(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|could|must|can|did|does|do)(?:n['’]t)?\s",
    re.IGNORECASE,
)
"""Before what a claim says of something: "the pier | was sold to Quill"."""
_MONTH_TERMS = frozenset(map(term, MONTH_NAMES))
_MONTH = f"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in map(str.title, MONTH_NAMES))})"
# "Under-15s", "21-year-old", "40%", but no part of "B52", "3.5" or "17 October", nor of an illness's name.
# Longer ones are nobody's count, and take long to read.
_NUMBER = regex(
    rf"(?<![\w.,:/])(?<!\d-)(?<!(?i:covid)-)\d{{2,15}}(?:,\d{{3}}){{0,4}}(?![\d.,:/-]*\d)(?!(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}\b)"
)
_MODEL = regex(r"(?<![\w.,:/-])(?:[A-Z]{1,2}(?P<number>[1-9]\d{1,3})(?!\d)|(?P<type>[1-9]\d{1,3})(?=-\d))")
"""The number of a model: a "Boeing 737-800" is a 737, and "flight MH370" the flight 370."""
_NAMED = regex(r"(?<=\w )[A-Z][\w’'-]*\s+\d[\d,]*\b|\b[1-9]0['’]?s\b")
"""Numbers of a question that count nothing: of a name, as in "Regatta 50", or a decade that articles write out."""
_DAY = regex(rf"\b{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b")
_IS = regex(r"\W*(?:is|are|was|were)\s", re.I)
_KINDS = frozenset("County City Town Township".split())
"""What stands after a name for what it is the name of, and is itself the name of none."""
_LABELS = frozenset(map(term, "affair case issue matter question saga situation story subject topic".split()))
"""Nouns that only say that a name is a topic."""
_ANYBODY = frozenset(map(term, "citizen folk inhabitant people person resident".split()))
"""Nouns for whoever is somewhere: "people in Dene" may be what an article calls residents, or everybody there."""
_SMALL = 12
"""Up to this number articles write it in words."""
_IN_WORDS = dict(
    zip(
        (13, 14, 15, 16, 17, 18, 19, 20, 30, 40, 50, 60, 70, 80, 90, 100, 1000),
        """thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
        ninety hundred thousand""".split(),
        strict=True,
    )
)
_HUNDREDS = dict(enumerate("two three four five six seven eight nine".split(), 2))
_PLACE_OF = {
    word: min(same)
    for same in SAME_PLACE
    for word, *more in map(terms, sorted(same))
    if not more and not is_stop_term(word)
}
_OF_PLACE = {term(of): word for word, of in NATIONS.items() if word in _PLACE_OF}
_OF_PLACE |= {term(people): term(nation) for people, nation in PEOPLES.items()}
"""What is American is of America, and Danes are of Denmark. But the Chinese of Norland are not China: no adjective
names a place."""
_YEARS = range(1000, 2101)
"""Numbers that may be a year: an article of 2024 need not name it."""


def has_stranger(question: str, article: Article) -> bool:
    """Return whether a name or a number of a short question stands nowhere in an article, and no word like it.

    "When were the under-18s banned?" is not borne out by an article on the under-15s; one on the U.S. is on America.

    Short forms in capitals are left out: what "HPA" stands for has its letters in any order.
    """
    if len(question.split()) > LONGEST:
        return False
    text = f"{article.title}\n{article.text}\n{article.source}"
    if (asked := _numbers(_NAMED.sub("", question))) and _lacks_number(asked, text):
        return True
    missing = {_place(_OF_PLACE.get(name, name)) for name in _missing(_names(question), text)}
    return bool(missing) and not missing <= set(map(_place, terms(text)))


def _place(name: str) -> str:
    """Return one term for all names of a place."""
    return _PLACE_OF.get(name, name)


def says_nothing_of(question: str, told: str) -> bool:
    """Return whether a text lacks what somebody is asked to be of: "Is Quill from Dene?", or a word like it.

    What has only the name of who is asked about touches on them, whatever it tells. Nor does "the 61-year-old" say how
    old a bridge is, in an article on none.
    """
    if is_on_none_asked(question, told):
        return True
    if _IS.match(question) is None or len(question.split()) > LONGEST:
        return False
    missing = set(map(same_word, _missing(_names(question)[1:], told)))
    return not missing <= set(map(same_word, terms(told)))


def _names(question: str) -> list[tuple[str, str]]:
    """Return the names of a question, but for short forms in capitals, each with its term."""
    names = [
        (start, end, name)
        for start, end, name in located_terms(question)[1:]
        if question[start].isupper() and not question[start:end].isupper() and not is_stop_term(name)
    ]
    # Of "Ada Quill" an article may have "Quill" alone: of names in a row the last one counts, of "Dene County" Dene.
    names = [it for it in names if question[it[0] : it[1]] not in _KINDS] or names
    return [
        (question[start:end], name)
        for at, (start, end, name) in enumerate(names)
        if name not in _MONTH_TERMS and (at + 1 == len(names) or question[end : names[at + 1][0]].strip())
    ]


def _missing(names: list[tuple[str, str]], text: str) -> list[str]:
    """Return the terms of the names of which a text has no word that begins alike."""
    return [name for typed, name in names if re.search(rf"\b{re.escape(typed[:ALIKE])}", text, re.I) is None]


def lacks_topic(topic: str, article: Article) -> bool:
    """Return whether an article has none of the common words of a topic: "dividend" of "Quill Foods' dividend".

    Any word that begins like one counts, and one for the same event: "outlawed" for "the ban on Quill Foods". In a
    topic without capitals its names count as well. "The Quill Foods affair" says no more than its name, and nor does
    "people in Dene".
    """
    common = [
        topic[start:end]
        for start, end, word in located_terms(topic)
        if not topic[start].isupper() and not is_stop_term(word) and word not in _LABELS | _ANYBODY
    ]
    text = f"{article.title}\n{article.text}"
    if not common or any(re.search(rf"\b{re.escape(word[:ALIKE])}", text, re.I) for word in common):
        return False
    events = [event_of(word.casefold()).told_by for word in common if is_event(word.casefold())]
    return frozenset(map(term, common)).union(*events).isdisjoint(terms(text))


def lacks_word_of_statement(topic: str, article: Article) -> bool:
    """Return whether a topic is a whole statement, and a word of it stands nowhere in an article, nor one like it.

    "Did Quill say that the ferry would be free?" is not answered by what she says of the ferry alone.
    """
    if _STATEMENT.search(topic) is None:
        return False
    text = f"{article.title}\n{article.text}"
    return bool(_missing(_telling(topic), text))


def lacks_half_of_claim(claim: str, article: Article) -> bool:
    """Return whether half of a claim's words stand nowhere in an article, nor any like them.

    "Who said that the ferry should be scrapped?" is not answered by who speaks of the ferry alone, and "Who said the
    pier fell because of rust?" by nobody whose article has no rust: so many of the words after the verb count alone.
    """
    text = f"{article.title}\n{article.text}"
    said = _PREDICATE.search(claim)
    words, told = _telling(claim), _telling(claim[said.end() :]) if said is not None else []
    if told and 2 * len(_missing(told, text)) >= len(told):
        return True
    return len(words) > 1 and 2 * len(_missing(words, text)) >= len(words)


def _telling(text: str) -> list[tuple[str, str]]:
    """Return the words of a text that tell something, each with its term."""
    return [(text[start:end], word) for start, end, word in located_terms(text) if not is_stop_term(word)]


def _lacks_number(asked: set[int], text: str) -> bool:
    """Return whether any of some numbers stands nowhere in a text, in digits or in words."""
    missing = asked - _numbers(text)
    if not missing or missing <= {int(match["number"] or match["type"]) for match in _MODEL.finditer(text)}:
        return False
    folded = text.casefold().replace("-", " ")
    return any(all(form not in folded for form in _forms(each)) for each in missing)


def _forms(number: int) -> list[str]:
    """Return how a number is written in words: "fifty", and "fiftieth"; "five hundred"; "20 thousand"."""
    word = _IN_WORDS.get(number, "")
    found = [word, f"{word[:-1]}ieth"] if word.endswith("ty") else [word]
    found += (
        [f"{_HUNDREDS[number // 100]} hundred"] if number % 100 == 0 and number // 100 in _HUNDREDS else []
    )
    found += [f"{number // 1000} thousand"] if number % 1000 == 0 else []
    return [form for form in found if form]


def _numbers(text: str) -> set[int]:
    """Return the numbers of a text that are written in digits and are no years."""
    found = {int(match[0].replace(",", "")) for match in _NUMBER.finditer(_DAY.sub("", text))}
    return {number for number in found if number > _SMALL and number not in _YEARS}


# "Quill's father Ned died", "Ada Quill’s late husband".
_RELATIVE = regex(
    rf"(?P<name>[A-Z][\w-]+)['’]s\s+(?:[a-z]+\s+){{0,2}}(?P<kin>{'|'.join(sorted(COMMON_KIN))})\b(?!['’]s)(?P<rest>[^.!?]*)"
)
_HIMSELF = regex(r"\b(?:he|she|they|who|his|her|their)\b|\bthe\s*\Z", re.IGNORECASE)
"""Before the event they tell that it is not the relative's: "Quill's widow announced his death"."""


def tells_of_relative(question: str, quote: str, event: Happening) -> bool:
    """Return whether a quote tells of a relative of whom the question asks: "Quill's father died" is not how Quill did.

    So it is only where the quote names nobody of that name otherwise, and the relative is who did it.
    """
    for match in _RELATIVE.finditer(quote):
        name = re.escape(match["name"])
        asked = re.search(rf"\b{name}\b(?!['’])", question, re.IGNORECASE)
        if asked is None or re.search(rf"\b{match['kin']}\b", question, re.IGNORECASE):
            continue
        if re.search(rf"\b{name}\b(?!['’]s)", quote):
            continue
        before, told = _until(match["rest"], event)
        if told and _HIMSELF.search(before) is None:
            return True
    return False


def _until(text: str, event: Happening) -> tuple[str, bool]:
    """Return a text up to the first word that tells of an event, and whether there is one."""
    for start, _, word in located_terms(text):
        if word in event.told_by:
            return text[:start], True
    return text, False


_BRITISH = frozenset(("england", "scotland", "wales"))
_PLACES = frozenset(STATES) | frozenset(NATIONS)
# From Z to A, so that a longer name stands before the one that it begins with.
_ANY_PLACE = "|".join(sorted(map(re.escape, _PLACES), reverse=True))
_IN_PLACE = regex(rf"\bin\s+(?:the\s+)?(?P<place>{_ANY_PLACE})\b", re.IGNORECASE)


def is_elsewhere(question: str, quote: str) -> bool:
    """Return whether a quote is on another state or country: "In Norland 40 were hurt" is nothing on Orsa.

    That its title or its neighbours name Orsa makes it no better: it is one of several states that are compared.
    But what happened in England happened in Britain, and some of what happened in Europe did so in France.
    """
    asked = {match["place"].lower() for match in _IN_PLACE.finditer(question)}
    if len(asked) != 1:
        return False
    place = asked.pop()
    told = {match["place"].lower() for match in _IN_PLACE.finditer(quote)}
    names = {place}.union(*(same for same in SAME_PLACE if place in same))
    names |= {NATIONS[name] for name in names if name in NATIONS}
    either = "|".join(sorted(map(re.escape, names)))
    alike = STATES if place in STATES else frozenset(NATIONS)
    others = {other for other in told & alike - {place} if not (_is_in(other, place) or _is_in(place, other))}
    return bool(others) and re.search(rf"\b(?:{either})\b", quote, re.IGNORECASE) is None


def _is_in(place: str, other: str) -> bool:
    """Return whether one nation may be a part of another: England of Britain, any of Europe."""
    return other == "europe" or (other == "britain" and place in _BRITISH)
