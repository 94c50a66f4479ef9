"""Find whom an article as a whole describes as was typed: "the Hale family's lawyer", "the driver's wife".

What is typed is a noun and what is beside it. An article calls somebody by the noun, and has the rest in the same words
("Una Strand, lawyer for the Hale family"), which is certain, or where it begins or shortly before, which is likely:
"Holt, his wife", in an article on the driver.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress, islice
from typing import NamedTuple

from qa.answering.ending.draft import Draft
from qa.answering.people.nations_told_of import NATION_NAMES, nations_in
from qa.answering.people.noun_phrases import Called, called_at
from qa.answering.people.typed_phrase import CAPITAL_RUN, Typed, typed_phrase, words_in
from qa.answering.topics.topic_forms import forms_of, same_word
from qa.answering.topics.words_on_topic import topic_words
from qa.answers import Outcome, QuestionKind, Quote, Understanding
from qa.archive.protocol import Said, View
from qa.archive.speaker_lookup import quote_of
from qa.datatypes import Scope, Span, Version
from qa.language.exact_words import in_words, places
from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.function_words import POSSESSIVES
from qa.language.lexicon.offices import (
    FORMER,
    HEADING,
    HEADING_OFFICES,
    HEADS,
    NOT_DISTINGUISHING,
    SPOKESPEOPLE,
    TITLED_BEFORE,
)
from qa.language.patterns import regex
from qa.language.spans import overlap
from qa.language.terms import content_terms, term
from qa.speakers.longer_names import goes_on
from qa.speakers.names import folded_words, is_group
from qa.understanding.described import APART

_MOST_ARTICLES = 40
_MOST_PLACES = 40
"""How many articles with all that was typed, and places of the noun in each, are looked at."""
_MOST = 0.5
"""The least share of the topic's words in an article, its names among them, if nothing said there is on it by what is
beside it."""
_BEGINNING = 400
_NEAR = 300
"""In how many characters of its beginning, or before the noun, an article has what was typed beside it."""
_CAPITALS = regex(r"(?<!\w)[^\W\d_a-z][\w’'-]*")
_SHORT = regex(r"\b[A-Z]{3,6}\b")

_SPEAKS = "|".join(sorted(SPOKESPEOPLE))
_SPEAKS_NEXT = regex(rf"\s+(?P<noun>{_SPEAKS})\b")
_HEADS = HEADING | {each.split()[-1] for each in HEADING_OFFICES}
_OFFICERS = "|".join(sorted(SPOKESPEOPLE | _HEADS))
_SPEAKS_BEFORE = regex(rf"\b(?P<noun>{_OFFICERS})\s+(?:for|of|with|from|at)\s+\Z")
"""Who has a body's words said: "a spokesman for the Dene ministry", and "the director of" it."""
_OF_A_PART = regex(r"of\s+(?!(?:an?|the|this|that|his|her|its|our|their)\b)(?P<what>[a-z][\w’'-]*)")
"""What heads of a part of a body are of: "chief of staff", "director of planning"."""


class Described(NamedTuple):
    """The words, on the topic of a question, of whom articles describe as was typed.

    `who` is the one speaker who certainly is that; None where nobody is, or several.
    """

    quotes: tuple[Quote, ...] = ()
    who: str | None = None
    sure: bool = False
    """An article says in full that somebody is that."""
    on_topic: bool = True
    """The words are on the topic, and not only in an article that has most of its words."""


class _Bearer(NamedTuple):
    who: str | None
    said: tuple[Said, ...]
    sure: bool = False
    speaks_for: bool = False
    """What was typed is a body, and this is who speaks for it."""


class _Words(NamedTuple):
    bearer: _Bearer
    quotes: list[Quote]


def undecided(draft: Draft) -> str | None:
    """Return the phrase of a draft for somebody whom no article was found to call so in full, or not on the topic."""
    understood = draft.understood
    if understood.kind is not QuestionKind.SAID or understood.ambiguous or understood.bearers:
        return None
    if understood.described is not None:
        return understood.described if draft.denies and not understood.loosely_described else None
    if draft.outcome is Outcome.ANSWERED or understood.speaker_known:
        return None
    return understood.speaker


def described(view: View, understood: Understanding, phrase: str, scope: Scope) -> Described:
    """Return the words of whom articles describe as was typed, on the topic of a question, in no order."""
    typed = typed_phrase(phrase)
    topic = topic_words(view, understood.topic)
    if typed is None or not typed.beside:
        return Described()
    wanted = {same_word(each) for each in content_terms(understood.topic or "")}
    named = {same_word(each) for each in content_terms(" ".join(_CAPITALS.findall(understood.topic or "")))}
    found, beside = list[_Words](), list[_Words]()
    for version, said in _articles(view, typed, scope):
        cover = topic.in_article(version.article) if topic else None
        about = wanted & words_in(f"{version.article.title} {version.article.text}") if wanted else wanted
        for bearer in _bearers(version, said, typed):
            own = [(record, quote_of(version, record, who)) for record, who in bearer.said]
            on_it = [
                one for record, one in own if cover is None or cover.holds(record) or cover.may_be_on(record)
            ]
            if on_it:
                found.append(_Words(bearer, on_it))
            elif bearer.sure and about and named <= about and len(about) >= _MOST * len(wanted):
                beside.append(_Words(bearer, [one for _, one in own]))
    sure = [] if typed.anywheres else [each for each in found if each.bearer.sure]
    names = {None if bearer.speaks_for else bearer.who for bearer, _ in sure}
    who = names.pop() if len(names) == 1 and not typed.several else None
    # Where somebody is known to be that, whoever else may be is not worth taking back that they said nothing on it.
    perhaps = () if understood.described else found or beside
    quotes = tuple(quote for each in sure or perhaps for quote in each.quotes)
    return Described(quotes, who, sure=bool(sure), on_topic=bool(found))


def _articles(view: View, typed: Typed, scope: Scope) -> Iterator[tuple[Version, Sequence[Said]]]:
    """Yield the articles that have the noun and all that was typed beside it, newest first."""
    nouns = sorted({term(noun) for noun in typed.nouns})
    beside = [forms_of(each) for each in sorted(typed.beside - typed.short)]
    keys = view.versions_with_all([nouns, *beside], scope)[:_MOST_ARTICLES]
    versions, said = view.versions(keys), view.attributions(keys)
    yield from ((versions[key], said[key]) for key in keys)


def _bearers(version: Version, said: Sequence[Said], typed: Typed) -> list[_Bearer]:
    """Return whom an article calls so; nobody by the noun alone, if it calls them so of another than was typed."""
    text = version.article.text
    people = {word for _, who in said if who and not is_group(who) for word in folded_words(who)}
    if typed.nouns & people:  # "mrs brandt", where Ivo Brandt speaks
        return []
    noun = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(typed.nouns))})s?\b", re.IGNORECASE)
    opening = words_in(f"{version.article.title} {text[:_BEGINNING]}")
    # "DPD commissioner", in an article that has the Dene Police Department in full as well.
    in_full = {
        each: words_in(name)
        for each, name in typed.in_full.items()
        if any(True for _ in places(in_words(name), text))
    }
    found: list[tuple[_Bearer, bool]] = []
    of_anyone = list[bool]()
    of_another = False
    for match in islice(noun.finditer(text), _MOST_PLACES):
        called, speaks_for = _called(text, match.span(), of_body=typed.of_body)
        phrase = text[called.start : called.end] if called else ""
        words, low = words_in(phrase), {*folded_words(phrase)}
        words = words.union(*(in_full.get(each.casefold(), ()) for each in _SHORT.findall(phrase)))
        if (
            called is None
            or _is_other_office(match[0], called, text, typed)
            or typed.former is FORMER.isdisjoint(low)
        ):
            continue
        beside = set[str]() if speaks_for else HEADS
        more = (low & beside) - typed.nouns - {match[0].casefold()}
        sure = typed.beside <= words and all(same_word(term(each)) in typed.beside for each in more)
        # "A spokesman for Orsa Free Harwick" speaks for no Orsa.
        sure = sure and (SPOKESPEOPLE.isdisjoint(typed.nouns) or not _goes_on(phrase, typed))
        nation_is_another = _is_told_of_another_nation(text[: match.start()], typed)
        of_other = (
            nation_is_another or _is_of_another(phrase, typed) or _is_owned_by_another(text, called, typed)
        )
        if not sure and of_other:
            of_another = True
            continue
        around = words_in(text[slice(*called.sentence)])
        near = words_in(text[max(0, called.sentence[0] - _NEAR) : called.sentence[0]])
        if not typed.beside <= words | around | near | opening:
            continue
        bearer = _bearer(called, match.start(), said)
        # "The manager" of nobody's name, and "the mayor", are anybody's by the noun alone: other rules decide on them.
        # But the mother of "the boy who drowned" is meant where the article begins with that.
        begins = typed.by_clause and typed.beside <= opening
        by_noun = begins if bearer is None or bearer.who is None else not typed.of_place
        if bearer is not None and (sure or by_noun or typed.beside & words):
            beside_noun = (one for one in bearer.said if overlap(called.sentence, (one[0].start, one[0].end)))
            own = bearer.said if sure else tuple(beside_noun)
            bearer = bearer._replace(said=own or bearer.said, sure=sure, speaks_for=speaks_for)
            # "Spokesman Kit Dorn" is of the body just told of, whoever else speaks for others.
            told = words | around if SPOKESPEOPLE.isdisjoint(typed.nouns) else words | around | near
            found.append((bearer, sure or typed.beside <= told))
            of_anyone.append(bool(typed.anyone & words))
    if any(of_anyone):  # "the man's lawyer", where others are lawyers too
        found = list(compress(found, of_anyone))
    return [bearer for bearer, in_full in found if in_full or not of_another]


def _called(text: str, noun: Span, *, of_body: bool) -> tuple[Called | None, bool]:
    """Return what is called by a noun, or who speaks for a body that is: "a spokesman for the Dene ministry"."""
    called = None if of_body and (speaks := _SPEAKS_NEXT.match(text, noun[1])) else called_at(text, noun)
    if called is not None and of_body:
        speaks = _SPEAKS_BEFORE.search(text, called.sentence[0], called.start)
    return (called_at(text, speaks.span("noun")), True) if of_body and speaks else (called, False)


def _is_other_office(noun: str, called: Called, text: str, typed: Typed) -> bool:
    """Return whether words make another office of a noun: a deputy mayor, a district attorney, an Attorney General.

    A chief of staff is no chief executive.
    """
    phrase = text[called.start : called.end]
    words = {*folded_words(phrase)}
    part = _OF_A_PART.search(phrase) if noun.casefold() in _HEADS else None
    if part is not None and same_word(term(part["what"])) not in typed.beside:
        return True
    own = {word for word in words & TITLED_BEFORE.keys() if noun.casefold() in TITLED_BEFORE[word].split()}
    titled = (called.after or "").split()[0].casefold() in APART if called.after else False
    return titled or not (APART & words) | own <= typed.words


def _is_of_another(phrase: str, typed: Typed) -> bool:
    """Return whether an article says that somebody is of another than was typed: "the mayor of Hale" for Dene's.

    A lawyer of the Holt family is not that of the Hale family.
    """
    names = [each[0] for each in _CAPITALS.finditer(phrase)]
    others = [
        each
        for each in names
        # "Fellow spokesman Ivo Brandt": a capital where a sentence begins.
        if not words_in(each) <= typed.beside and each.casefold() not in typed.nouns | NOT_DISTINGUISHING
    ]
    nations = typed.beside & {same_word(term(each)) for each in NATION_NAMES}
    if nations and any(each.casefold() in NATION_NAMES for each in others):
        return True
    alike = typed.owner[:1].isupper() or bool(words_in(typed.owner) & words_in(phrase))
    return alike and bool(set(others) - {"The", "A", "An", "His", "Her", "Its", "Their"})


def _goes_on(phrase: str, typed: Typed) -> bool:
    """Return whether a name in a phrase begins with all that was typed, and goes on as another body's may."""
    runs = (folded_words(run[0]) for run in CAPITAL_RUN.finditer(phrase))
    own = len(typed.beside)
    return any(words_in(" ".join(run[:own])) == typed.beside and goes_on(run[:own], run) for run in runs)


def _is_told_of_another_nation(before: str, typed: Typed) -> bool:
    """Return whether an article tells of other nations than was typed, first and last, before it calls somebody so."""
    nations = typed.beside & {same_word(term(each)) for each in NATION_NAMES}
    told = nations_in(before) if nations else []
    return bool(told) and nations.isdisjoint(words_in(told[0][1]) | words_in(told[-1][1]))


def _is_owned_by_another(text: str, called: Called, typed: Typed) -> bool:
    """Return whether "her sister" is another's: the sentence names another before, or "her" is said of a woman."""
    pronoun = text[called.start : called.end].split(maxsplit=1)[0].casefold()
    if pronoun not in POSSESSIVES:
        return False
    # "The woman who walked six miles" is no Miles.
    genders = {gender_of(word) for word in (() if typed.by_clause else typed.words)}
    if genders & {"m", "f"} in ({"m"}, {"f"}) and pronoun == ("his" if "f" in genders else "her"):
        return True
    named = {run[0] for run in CAPITAL_RUN.finditer(text, called.sentence[0], called.start)} - {called.before}
    return any(words_in(each).isdisjoint(typed.beside) for each in named)


def _bearer(called: Called, noun: int, said: Sequence[Said]) -> _Bearer | None:
    """Return who is called so, by the archive's name, with what they say in the article; None for who says nothing."""
    for record, who in said:
        if record.mention is not None and record.mention[0] <= noun < record.mention[1]:
            if who is None:
                return _Bearer(None, tuple(each for each in said if each[0].mention == record.mention))
            return _Bearer(who, tuple(each for each in said if each[1] == who))
    names = {who for _, who in said if who is not None}
    for name in (called.after, called.before):
        own = folded_words(name or "")
        fits = [who for who in names if own and _is_one(own, folded_words(who))]
        fits = [who for who in fits if folded_words(who) == own] or fits  # "Hale" may speak, and "Hale Co"
        if len(fits) == 1:
            (who,) = fits
            return _Bearer(who, tuple(each for each in said if each[1] == who))
    return None


def _is_one(written: list[str], name: list[str]) -> bool:
    """Return whether a written name is a speaker's: "Strand", "Dr Una Strand" and "his mother, Una" are Una Strand."""
    shared = min(len(written), len(name))
    return name[-shared:] == written[-shared:] or name[:shared] == written[:shared]
