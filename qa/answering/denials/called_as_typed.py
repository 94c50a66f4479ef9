"""Find what may be the words of whoever an article calls as was typed, where it describes nobody so by name.

"Ines Orsa, a bell-ringer at the school, said that the tower burned", and "The botany lecturer lost her grant. “The
laboratory will close,” she said." Or the title says that they speak, "Ship's cook: ‘I saw the rocks’", and one does.
Or an article has a part of the phrase: "Quill is ill, and her lawyers said so" for Quill's lawyers, and "“Nobody ate,”
the doctor said" for the hospital doctor, after it named the hospital. And it may say "residents" for those of Dene.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from qa.answering.denials.spokespeople import speaking_for
from qa.answering.topics.words_on_topic import topic_words
from qa.answers import Quote, Understanding
from qa.archive.exact_words import texts_with
from qa.archive.protocol import Said, View
from qa.archive.quote_lookup import SaidInOrder, whole_sentences
from qa.archive.speaker_lookup import quote_of
from qa.datatypes import Attribution, Scope, Span, Version
from qa.language.exact_words import in_words, places
from qa.language.lexicon.first_names import gender_of, is_given
from qa.language.lexicon.offices import KIN, SPOKESPEOPLE
from qa.language.lexicon.reporting_verbs import VERBS, WITH_PREPOSITION
from qa.language.patterns import regex
from qa.speakers.names import fold, is_group
from qa.understanding.described import APART

_MOST_ARTICLES = 20
_MOST_PLACES = 20
"""How many articles with the phrase, and places of it in each, are looked at."""
_NEARLY_ALL = 0.75
"""The share of all that has a speaker in an article, by name or not."""
_SPEAKING = VERBS.keys() | WITH_PREPOSITION.keys()
_NAME = regex(r"[\w-]+")
_BESIDE = regex(r",?\s+|,\s+(?:[\w’'-]+\s+){1,4}")
"""What stands between a name and what its bearer is: "Ines Orsa, a keen bell-ringer", "bell-ringer Ines Orsa"."""
_OF = regex(r"\s+of\s+(?:the\s+)?", re.I)
_OWNED = regex(r"(?!the\b)(?P<other>\S.*?)[’']s?\s+(?:[\w-]+\s+)?(?P<noun>[\w-]+)", re.I)
_OF_OWNER = regex(r"(?:the\s+)?(?P<noun>[\w-]+)\s+of\s+(?P<other>(?!the\b)\S.*)", re.I)
_QUALIFIED = regex(r"(?:the\s+)?(?P<other>[\w’'-]+(?:\s[\w’'-]+){0,3})\s(?P<noun>[a-z-]+)")
"""A phrase for somebody in two parts: "Quill's lawyers", "the hospital doctor"."""
_THEIR_NOUN = (
    r"\b(?i:his|her|its|their)\s+(?:[a-z-]+\s+){{0,2}}{noun}s?\b(?P<name>,?(?: [A-Z][\w’'-]+){{1,3}})?"
)
_THE_NOUN = r"\b(?:[Tt]he|[Aa]n?)\s+{noun}s?\b"
_NEAR = 300
"""Within how many characters before the sentence of "the doctor" the hospital of a hospital doctor is named."""
_OF_PLACE = regex(
    r"(?:the\s+)?(?P<noun>[a-z-]+s|people)\s+(?:of|in|from|at|near|on|around)\s+(?:the\s+)?(?P<place>\S.*)",
    re.I,
)
_SOME = r"\b(?:(?:the|some|many|most|several|other|local)\s+){{0,2}}{noun}\b"
_IN_A_PLACE = regex(r"\b(?:in|at|near|from|of|outside)\s+(?:the\s+)?(?P<place>[A-Z][\w-]*)")
"""People of a place, how an article about it may call them, and what says that a sentence tells of another."""
_BEGINNING = 400
"""In how many of its first characters an article names where it tells of."""
_CAPITAL = regex(r"\s+([A-Z][\w-]+)")
_CAPITAL_BEFORE = regex(r"([A-Z][\w-]+)\s+\Z")
_WHOLE_NAME = regex(r"\b(?!The\b)[A-Z][\w-]*(?:\s[A-Z][\w-]*)+")
_NAME_LENGTH = 30
_LATELY = 3000
"""Within how many characters before "the manager" it is looked for which manager was named: "the team manager"."""
_WITNESS = regex(r"\b(?:eye-?)?witness\b", re.I)
_BEFORE = regex(r"\W*(?:(?:the|an?)\s+)?", re.I)
_PRONOUN = regex(r"he|she", re.I)
_SAYS = regex(r"\s*:|[’']?,?\s+(?:\w+ly\s+)?(?P<verb>[\w’'-]+)")
_SAID_BY = regex(r"(?:[–—-]|\b(?:says|said|according to))\s+(?:(?:the|an?)\s+)?\Z", re.I)
"""What stands in a title after and before who speaks: "Ship's cook: it sank", "‘It sank’ – ship's cook"."""


def called_so(view: View, understood: Understanding, scope: Scope) -> list[Quote]:
    """Return the words, on the topic of a question, of whoever an article calls as was typed, in no order."""
    phrase = understood.speaker
    if phrase is None or understood.speaker_known or understood.bearers:
        return []
    topic = topic_words(view, understood.topic)
    found = []
    for version, (record, who) in chain(
        _in_part(view, phrase, scope),
        _in_place(view, phrase, scope),
        speaking_for(view, phrase, understood.topic, scope),
    ):
        cover = topic.in_article(version.article) if topic else None
        if cover is None or cover.holds(record) or cover.is_headed():
            found.append(quote_of(version, record, who))
    if not _is_somebody(phrase):
        return found
    named = chain.from_iterable(texts_with(view, each, scope) for each in forms_of_calling(phrase))
    for each in islice(named, _MOST_ARTICLES):
        key, text = each.version.key, each.version.article.text
        said = SaidInOrder(view.attributions([key])[key])
        cover = topic.in_article(each.version.article) if topic else None
        theirs = [one for place in islice(each.places(), _MOST_PLACES) for one in _theirs(text, place, said)]
        if each.in_title and _speaks_in(each.version.article.title, phrase):
            theirs += _of_one(said.touching(0, len(text)), text, each.version.article.title)
        found += [
            quote_of(each.version, record, who)
            for record, who in theirs
            if cover is None or cover.holds(record) or cover.is_headed()
        ]
    return found


def owner_in(phrase: str) -> tuple[str, ...]:
    """Return whose somebody is by a phrase: Quill of "Quill's lawyers", and of "the sister of Quill"."""
    if owned := _OWNED.fullmatch(phrase):
        return (owned["other"],)
    of = _OF_OWNER.fullmatch(phrase)
    return (of["other"],) if of and of["noun"].casefold() in KIN | SPOKESPEOPLE else ()


def named_in(phrase: str) -> tuple[str, ...]:
    """Return what a phrase for somebody names: whose they are, or where, Dene of "the drivers in Dene"."""
    place = _OF_PLACE.fullmatch(phrase)
    return (*owner_in(phrase), *((place["place"],) if place else ()))


def _in_part(view: View, phrase: str, scope: Scope) -> Iterator[tuple[Version, Said]]:
    """Yield the records of whom an article gives by the noun of a phrase alone, beside what else was typed.

    "Her lawyers" are Quill's where the sentence names Quill before them, and the doctor of an article is a
    hospital's where it names a hospital shortly before.
    """
    owner = owner_in(phrase)
    parts = (
        (_OWNED.fullmatch(phrase) or _OF_OWNER.fullmatch(phrase)) if owner else _QUALIFIED.fullmatch(phrase)
    )
    words = in_words(parts["other"]) if parts else ()
    if parts is None or not words or not APART.isdisjoint(words):
        return
    form = _THEIR_NOUN if owner else _THE_NOUN
    called = re.compile(form.format(noun=re.escape(parts["noun"].removesuffix("s"))))
    ways = [way for word in words for way in ((word,), (f"{word}'s",))] if owner else [words]
    for each in islice(texts_with(view, parts["other"], scope), _MOST_ARTICLES):
        text = each.version.article.text
        said = view.attributions([each.version.key])[each.version.key]
        for match in islice(called.finditer(text), _MOST_PLACES):
            first = whole_sentences(text, *match.span())[0] - (0 if owner else _NEAR)
            named = [span for way in ways for span in places(way, text, max(0, first), match.start())]
            fits = _is_owner if owner else _is_near
            if any(fits(text, span, match, words) for span in named):
                yield from ((each.version, one) for one in said if _is_so(text, one, match))


def _in_place(view: View, phrase: str, scope: Scope) -> Iterator[tuple[Version, Said]]:
    """Yield the records of people of a place whom an article that begins with it, or names it shortly before, has.

    "In Hale, residents said so" tells of those of Hale, whatever else the article names.
    """
    if (parts := _OF_PLACE.fullmatch(phrase)) is None or not in_words(parts["place"]):
        return
    called = re.compile(_SOME.format(noun=re.escape(parts["noun"])), re.IGNORECASE)
    place = set(in_words(parts["place"]))
    for each in islice(texts_with(view, parts["place"], scope), _MOST_ARTICLES):
        text, starts = each.version.article.text, [start for start, _ in islice(each.places(), _MOST_PLACES)]
        told = each.in_title or any(start < _BEGINNING for start in starts)
        said = view.attributions([each.version.key])[each.version.key]
        for match in islice(called.finditer(text), _MOST_PLACES):
            if not told and not any(0 < match.start() - start < _NEAR for start in starts):
                continue
            first, end = whole_sentences(text, *match.span())
            others = {one["place"].casefold() for one in _IN_A_PLACE.finditer(text, first, end)} - place
            if not others:
                yield from ((each.version, one) for one in said if _is_so(text, one, match))


def _is_owner(text: str, named: Span, called: re.Match[str], words: Sequence[str]) -> bool:
    """Return whether a name is the owner's and fits "his" or "her": "Ivo Quill" and "Ada Strand" are no Ada Quill."""
    if not text[named[0]].isupper():
        return False
    before, after = (
        _CAPITAL_BEFORE.search(text, max(0, named[0] - _NAME_LENGTH), named[0]),
        _CAPITAL.match(text, named[1]),
    )
    given = fold(before[1]) if before else ""
    if after and fold(after[1]) not in words:
        return False
    if len(words) > 1 and given and is_given(given) and given not in words:
        return False
    gender = gender_of(given) or (gender_of(words[0]) if len(words) > 1 else None)
    return gender is None or called[0].split()[0].casefold() != ("his" if gender == "f" else "her")


def _is_near(text: str, named: Span, called: re.Match[str], words: Sequence[str]) -> bool:
    """Return whether nothing says that "the doctor" is another's than what was named: no other body stands between."""
    between = text[named[1] : called.start()]
    if any(is_group(each[0]) for each in _WHOLE_NAME.finditer(between)):
        return False
    noun = re.escape(called[0].split()[-1].removesuffix("s"))
    before = text[max(0, called.start() - _LATELY) : called.start()]
    others = re.findall(rf"\b(?:the|an?)\s+([\w-]+)\s+{noun}s?\b", before, re.IGNORECASE)
    return not others or others[-1].casefold() in words


def _is_so(text: str, said: Said, called: re.Match[str]) -> bool:
    """Return whether a record's speaker is whom an article calls so at a place, or has the name that stands there."""
    record, who = said
    name = _NAME.findall(called.groupdict().get("name") or "")
    if name and who and {*name} <= {*_NAME.findall(who)}:
        return True
    if record.mention is None or record.mention[0] != called.start() or (who and not name):
        return False
    # "The doctor", and "the doctor, who is ill"; "the doctor of the ferry" is another's.
    return text[called.end() : record.mention[1]].strip()[:1] in ("", ",")


def forms_of_calling(phrase: str) -> list[str]:
    """Return a phrase for somebody in the forms that mean the same, as it was typed first.

    The speaker of parliament is the speaker of the parliament, and an eyewitness a witness.
    """
    forms = [phrase, _OF.sub(" of the ", phrase), _OF.sub(" of ", phrase)]
    forms += [_WITNESS.sub(word, phrase) for word in ("witness", "eyewitness")]
    return list(dict.fromkeys(forms))


def _speaks_in(title: str, phrase: str) -> bool:
    """Return whether a title has who is called so speak: "Brandt attacks lawyer" and "Dancer wins" do not."""
    for start, end in places(in_words(phrase), title):
        says = _SAYS.match(title, end)
        if says is not None and (says["verb"] is None or says["verb"].casefold() in _SPEAKING):
            return True
        if _SAID_BY.search(title[:start]) is not None and not any(map(str.isalnum, title[end:])):
            return True
    return False


def _of_one(said: Sequence[Said], text: str, title: str) -> list[Said]:
    """Return the words of the one who says nearly all that is said in an article, where there is one.

    Whom the title names beside the phrase is somebody else, and so is "the cook", whom the article does not name.
    """
    spoken = [(record, who) for record, who in said if who is not None or _is_another(record, text)]
    counts = Counter(who for _, who in spoken if who is not None)
    most = max(counts, key=lambda who: counts[who], default=None)
    if most is None or counts[most] < _NEARLY_ALL * len(spoken) or most.split()[-1] in _NAME.findall(title):
        return []
    return [each for each in said if each[1] == most]


def _is_another(record: Attribution, text: str) -> bool:
    return record.mention is not None and _PRONOUN.fullmatch(text, *record.mention) is None


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
