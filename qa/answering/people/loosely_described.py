"""Find whom "the casino manager" means where an article calls somebody a general manager and is about a casino."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from qa.answering.ending.draft import Draft
from qa.answering.people.articles_holding import ALIKE, having, held, opening
from qa.answering.people.namesakes import put_to
from qa.answering.people.nations_told_of import nations_in
from qa.answering.topics.topic_forms import forms_of, same_word
from qa.answering.topics.words_on_topic import topic_words, versions_on
from qa.answers import Outcome, QuestionKind, Understanding
from qa.archive.protocol import View
from qa.datatypes import Description, DescriptionKind, Scope, VersionHandle
from qa.language.lexicon.groups import BODIES, GROUP_NOUNS
from qa.language.lexicon.offices import (
    GOVERNING,
    HEADING_OFFICES,
    ON_TOPIC_AS,
    PARTIES,
    SPOKESPEOPLE,
    TITLED_BEFORE,
)
from qa.language.lexicon.places import ANY_NATION, OFFICES_OF, STATES
from qa.language.patterns import regex
from qa.language.terms import content_terms, terms
from qa.speakers.linking import match_speaker
from qa.speakers.names import fold, folded_words
from qa.understanding.described import APART, AskedFor, asked_for, fit, heads_alike, heads_of, of_words

_ARTICLES = 3
"""In how many of the first articles on the topic they are looked for."""
_MOST = 0.5
"""The least share of the topic's words that an article on it has."""
_SEVERAL, _OFTEN = 2, 3
_BEFORE = 300
"""Within how many characters before what says that somebody is a manager the casino may be named."""
_HEADING = regex(rf"(?:^|\s)(?:{'|'.join(sorted(each for each in HEADING_OFFICES if ' ' in each))})$")
_BEGINNING = 400
"""In how many characters of an article, and no more than its opening, the words tell what it is about."""
_LONG = timedelta(days=180)
"""How long before or after somebody is called so another may bear the office."""
_KINDS = BODIES | GROUP_NOUNS
_AREAS = frozenset("district county city town state province region area village borough".split())
"""What bodies are, and the places among them: "Dene district" is Dene."""
_RANKS = frozenset("general executive managing chief senior principal lead co".split())
"""Words that say nothing of what somebody is the manager or director of."""
_PLACES = STATES.union(*(place.split()[-1:] for place in OFFICES_OF.values()))
"""The words by which a typed owner is known for a name where a question has no capitals."""
_AFTER_PARTIES = PARTIES | {"gop"}
"""What stands before an office and is not what it is of: "GOP Gov. Ada Quill"."""
_OF = regex(r"\b(?:of|for|at) (?:(?:the|an?|its|their|his|her|this) )?(?P<what>[^\W\d_A-Z][^,;.A-Z]*)$")
"""Of what somebody is said to be, where that has no name."""
_NATION_BEFORE = r"\b([A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:[’']s)?\s+(?:[a-z-]+\s+)?{office}\b"
"""What may be a nation's name before an office: "Norland's interior minister", "the Norland interior minister"."""
_OF_BODIES = (GOVERNING - SPOKESPEOPLE) | {office.split()[-1] for office in HEADING_OFFICES} | {"executive"}
"""Offices that a place or a body has, whatever else may be somebody's: "Dene's mayor", "the Guild's director"."""
_POSSESSIVE = regex(r"[’']s?(?=\s)")
_ELSEWHERE = regex(
    r"(?:\b(?:miles?|kilomet(?:re|er)s?|km|hours?|minutes?)\b\)?(?:['’]? [\w-]+){0,3}? (?:of|from|outside)"
    r"|(?<!the )\b(?:north|south|east|west)(?:-?(?:east|west))? of) (?:[A-Z][\w-]*[ ,.;]*)+"
)
"""Where an article tells that it is not: "a plant at Dene, 60 miles (96 km) north of Harwick"."""
_AFTER_NAME = regex(r",? of (?:the )?(?P<of>[A-Z][\w-]*)")
"""Of what somebody with an office is, after the name: "Governor Ada Quill of Norland"."""


def meant_in_article(view: View, draft: Draft) -> tuple[Understanding, VersionHandle] | None:
    """Return the question for the words of whoever is meant, with the article that says so; None where nobody is.

    Of all that was typed only the noun, "manager", need be said of them; the other words must stand in the article,
    which is on the topic and calls nobody else so with as many of the words; without a topic, they must stand where
    articles begin that call one person so, or near those words. It is a guess: what they say may answer, and no more.
    """
    understood = draft.understood
    name, topic = _typed(draft), content_terms(understood.topic or "")
    if name is None or understood.kind is not QuestionKind.SAID:
        return None
    if _shows_words(draft) and not understood.loosely_described:
        return None
    asked = asked_for(name)
    if asked is None or asked.several or (len(asked.words) < 2 and not (topic and asked.head in ON_TOPIC_AS)):
        return None
    if _POSSESSIVE.search(name) and not _is_office(view, name, asked):
        return None
    # "The casino manager" may be of a house whose name an article gives; "the Tide Bank manager" is of no other bank.
    named = any(word[0].isupper() for word in name.split()) or not _PLACES.isdisjoint(asked.words)
    # A nation and its adjective are one: "the Polish mayor" of an article that only says "Poland".
    beside = (word for word in content_terms(name) if word[:ALIKE] != asked.head[:ALIKE])
    # A "chief executive" is a CEO in many articles.
    whole = APART | ({"chief"} if asked.head == "executive" else set())
    words = [same_word(word) for word in beside if word not in whole]
    places = (
        (_on_topic(draft, words, topic), _holding(view, understood, words))
        if topic
        else (_beginning_with(view, words), _near(view, asked, words))
    )
    for articles in places:
        if found := _meant(view, asked, articles, named=named, first=bool(topic)):
            break
    if len(found) != 1:
        return None
    ((who, version),) = found.items()
    if named and _is_elsewhere(view, asked, who):
        return None
    surely = understood.described and not understood.loosely_described
    if surely and not _is_of_another_time(view, asked, str(understood.speaker), version):
        return None
    meant = replace(put_to(who, understood), speaker_known=True, speaker_is_role=False)
    return replace(meant, described=name, loosely_described=True), version


def _meant(
    view: View, asked: AskedFor, articles: Iterable[tuple[VersionHandle, str]], *, named: bool, first: bool
) -> dict[str, VersionHandle]:
    """Return whom articles call so with most of the typed words, each with one of these; `first`: in one article."""
    found: dict[str, tuple[tuple[int, ...], VersionHandle]] = {}
    for version, text in articles:
        for each in view.descriptions([version]).get(version, ()):
            if who := _who(view, asked, each, text, named=named):
                what = {*folded_words(each.what)}
                fits = len(asked.words & what), -len(what), len(asked.words & of_words(each.of or ""))
                found[who] = max(found.get(who, (fits, version)), (fits, version), key=lambda one: one[0])
        if first and found:
            break
    best = max((fits for fits, _ in found.values()), default=())
    return {who: version for who, (fits, version) in found.items() if fits == best}


def _typed(draft: Draft) -> str | None:
    """Return the typed phrase for the asked person if nobody is known by it, or nobody known by it has such words.

    "The Norland foreign secretary" of older articles has said nothing on the ferry, and a later one may have. And whom
    articles only call a former one may be meant less than somebody whom an article on Norland calls foreign secretary.
    """
    understood = draft.understood
    if understood.ambiguous or understood.bearers:
        return None
    if understood.described is not None and (draft.denies or understood.loosely_described):
        return understood.described
    return None if understood.speaker_known else understood.speaker


def _is_of_another_time(view: View, asked: AskedFor, known: str, version: VersionHandle) -> bool:
    """Return whether an article is of a time long before or after all that call somebody known so: another may be."""
    day = view.versions([version])[version].article.day
    own = [each for each in view.bearers(heads_of(asked.head), Scope()) if each.speaker == known]
    days = sorted(one for each in own for one in (each.first, each.last) if one is not None)
    return day is not None and bool(days) and not days[0] - _LONG < day < days[-1] + _LONG


def _is_office(view: View, name: str, asked: AskedFor) -> bool:
    """Return whether what has an apostrophe is an office, or in a body, and no person's who speaks: "Dene's mayor"."""
    match = match_speaker(_POSSESSIVE.split(name, maxsplit=1)[0], view)
    kinds = {each.kind for each in map(view.speaker, (match.name or "", *match.ambiguous)) if each}
    return "person" not in kinds and (asked.head in _OF_BODIES or "group" in kinds)


def _shows_words(draft: Draft) -> bool:
    """Return whether somebody's words stand first as what answers, or may; an article's own are none."""
    first = draft.quotes[0].speaker if draft.quotes else None
    return not draft.denies and (draft.outcome is not Outcome.UNSURE or first is not None)


def _on_topic(draft: Draft, words: list[str], topic: list[str]) -> Iterator[tuple[VersionHandle, str]]:
    """Yield shown articles, with their text, that have half of the topic and the words typed beside the noun."""
    # Where nothing answers, an article that does may stand beside what is nearest.
    shown = (*draft.quotes, *(draft.related if draft.denies else ()))
    articles = {quote.version.key: quote.version.article for quote in shown}
    for version, article in list(articles.items())[:_ARTICLES]:
        kept_words = held(f"{article.title}\n{_ELSEWHERE.sub(' ', article.text)}")
        share = sum(word[:ALIKE] in kept_words for word in topic) / len(topic)
        if share >= _MOST and all(word[:ALIKE] in kept_words for word in words):
            yield version, article.text


def _holding(view: View, understood: Understanding, words: list[str]) -> Iterator[tuple[VersionHandle, str]]:
    """Yield articles that were not found for the topic, and have all of it and the words typed beside the noun."""
    topic = topic_words(view, understood.topic)
    on_topic = versions_on(view, topic, Scope()) if topic and words else set[VersionHandle]()
    holding = view.versions_with_all([forms_of(word) for word in words], Scope()) if on_topic else ()
    newest = [key for key in holding if key in on_topic]
    for version, kept in view.versions(newest[:_ARTICLES]).items():
        kept_words = held(f"{kept.article.title}\n{_ELSEWHERE.sub(' ', kept.article.text)}")
        if all(word[:ALIKE] in kept_words for word in words):
            yield version, kept.article.text


def _near(view: View, asked: AskedFor, words: list[str]) -> Iterator[tuple[VersionHandle, str]]:
    """Yield articles that have half of the words typed beside the noun near that noun, and the others anywhere.

    One word is too little: a mayor whose article names Dene need not be Dene's, unless it names no nation, and often.
    """
    nation = not ANY_NATION.isdisjoint(asked.words)
    for version, kept in having(view, words):
        text = kept.article.text
        near = {
            word
            for each in view.descriptions([version]).get(version, ())
            if heads_alike(asked).intersection(folded_words(each.what)[-1:])
            for word in held(text[max(0, each.start - _BEFORE) : each.end])
        }
        named = Counter(same_word(word)[:ALIKE] for word in terms(f"{kept.article.title}\n{text}"))
        beside = sum(word[:ALIKE] in near for word in words)
        least = 1 if len(words) >= _SEVERAL and beside >= _MOST * len(words) else _OFTEN
        if all(named[word[:ALIKE]] >= least for word in words) and not (nation and least == _OFTEN):
            yield version, text


def _beginning_with(view: View, words: list[str]) -> Iterator[tuple[VersionHandle, str]]:
    """Yield articles, with their text, whose title or beginning has the words typed beside the noun."""
    for version, kept in having(view, words):
        kept_words = held(f"{kept.article.title}\n{opening(kept.article.text[:_BEGINNING])}")
        if all(word[:ALIKE] in kept_words for word in words):
            yield version, kept.article.text


def _who(view: View, asked: AskedFor, said: Description, text: str, *, named: bool) -> str | None:
    """Return the speaker of whom an article says no more than the noun that was typed, or with other words."""
    speaks_for = said.kind is DescriptionKind.SPEAKS_FOR and asked.head in SPOKESPEOPLE
    if (
        not (said.kind is DescriptionKind.ROLE or speaks_for)
        or said.who is None
        or said.former != asked.former
    ):
        return None
    own = any(asked.head in TITLED_BEFORE.get(word, "").split() for word in asked.words)
    if own and said.what.split()[-1] not in heads_of(asked.head):
        return None  # "the Dene police chief" is no superintendent, though the chief of a school may be
    # "A film festival director" and "director of the film festival" are no "hospital director".
    plain = asked_for(_HEADING.sub("", said.what))
    more = set(plain.words - {plain.head}) if plain else set[str]()
    owner = _OF.search(text[said.start : said.end])
    for words in (more - _RANKS, of_words(owner["what"]) if owner else set()):
        if words and words.isdisjoint(asked.words):
            return None
    nouns = ON_TOPIC_AS.get(asked.head, (asked.head,))
    # "The general manager" is a manager, though no general is a secretary general.
    called = replace(said, what=said.what.replace("general manager", "manager"))
    after = _AFTER_NAME.match(text, said.end)
    if named and (_is_of_another(asked, said.of) or _is_of_another(asked, after["of"] if after else None)):
        return None  # the president of Dene Hospital, where that of Sri Lanka is asked for
    if _is_of_another_nation(asked, said, text):
        return None
    # A prime minister is no minister, if it is that which was typed. The other words are the article's.
    beside = asked.words - APART - {asked.head}
    called = replace(called, of=" ".join([*sorted(beside), said.of or ""]).strip())
    words = asked.words - {asked.head}
    fits = any(fit(replace(asked, head=noun, words=words | {noun}), called) is not None for noun in nouns)
    return match_speaker(said.who, view).name if fits else None


def _is_of_another(asked: AskedFor, of: str | None) -> bool:
    """Return whether what an office is said to be of is nothing typed, and no party: no Dene University for Dene."""
    words = {*folded_words(of or "")}
    if (_AFTER_PARTIES | asked.words).issuperset(words):
        return False
    shared = of_words(of or "") & asked.words
    return not shared - _KINDS or not (words - asked.words).isdisjoint(_KINDS - _AREAS)


def _is_of_another_nation(asked: AskedFor, said: Description, text: str) -> bool:
    """Return whether an article gives an office to another nation than was typed, and not to that one.

    One that says no nation with it is that of the nation that it tells of first, or tells of then.
    """
    if ANY_NATION.isdisjoint(asked.words):
        return False
    before = re.findall(_NATION_BEFORE.format(office=re.escape(said.what)), text)
    nations = [each for each in before if not ANY_NATION.isdisjoint({fold(each), *of_words(each)})]
    if not nations:
        told = [nation for at, nation in nations_in(text) if at < said.start]
        nations = [told[0], told[-1]] if told else []
    return bool(nations) and all(of_words(each).isdisjoint(asked.words) for each in nations)


def _is_elsewhere(view: View, asked: AskedFor, who: str) -> bool:
    """Return whether any article calls somebody so of another place: "Mayor Brandt" in Dene is mayor of Harwick."""
    return any(
        each.kind is DescriptionKind.ROLE
        and not each.former
        and (each.speaker or match_speaker(each.who, view).name) == who
        and _is_of_another(asked, each.of)
        for each in view.bearers(heads_of(asked.head), Scope())
    )
