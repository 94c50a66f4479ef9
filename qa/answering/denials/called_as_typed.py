"""Find what may be the words of whoever an article calls as was typed, where it describes nobody so by name.

"Ines Orsa, a bell-ringer at the school, said that the tower burned", and "The botany lecturer lost her grant. “The
laboratory will close,” she said." Or the title says that they speak, "Ship's cook: ‘I saw the rocks’", and one does.
Or an article has a part of the phrase (`called_in_part.py`), its noun alone (`called_by_noun.py`), or a body's name in
small letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from qa.answering.denials.called_by_noun import by_noun
from qa.answering.denials.called_in_part import in_part, in_place
from qa.answering.denials.called_in_plural import in_plural
from qa.answering.denials.spokespeople import speaking_for
from qa.answering.topics.words_on_topic import topic_words
from qa.answers import Quote, Understanding
from qa.archive.exact_words import texts_with
from qa.archive.protocol import Said, View
from qa.archive.quote_lookup import SaidInOrder, whole_sentences
from qa.archive.speaker_lookup import quote_of
from qa.datatypes import Attribution, Scope, Span, Version
from qa.language.exact_words import in_words, places
from qa.language.lexicon.reporting_verbs import VERBS, WITH_PREPOSITION
from qa.language.patterns import regex
from qa.understanding.described import noun_of

_MOST_ARTICLES = 20
_MOST_PLACES = 20
"""How many articles with the phrase, and places of it in each, are looked at."""
_MOST_OF_BODIES = 40
"""The same of a body's name in small letters."""
_NEARLY_ALL = 0.75
"""The share of all that has a speaker in an article, by name or not."""
_SPEAKING = VERBS.keys() | WITH_PREPOSITION.keys()
_NAME = regex(r"[\w-]+")
_BESIDE = regex(r",?\s+|,\s+(?:[\w’'-]+\s+){1,4}")
"""What stands between a name and what its bearer is: "Ines Orsa, a keen bell-ringer", "bell-ringer Ines Orsa"."""
_OF = regex(r"\s+of\s+(?:the\s+)?", re.I)
_WITNESS = regex(r"\b(?:eye-?)?witness\b", re.I)
_BEFORE = regex(r"\W*(?:(?:the|an?|one|another)\s+)?", re.I)
_PRONOUN = regex(r"he|she", re.I)
_SAYS = regex(r"\s*:|[’']?,?\s+(?:\w+ly\s+)?(?P<verb>[\w’'-]+)")
_SAID_BY = regex(r"(?:[–—-]|\b(?:says|said|according to))\s+(?:(?:the|an?)\s+)?\Z", re.I)
"""What stands in a title after and before who speaks: "Ship's cook: it sank", "‘It sank’ – ship's cook"."""


def called_so(view: View, understood: Understanding, scope: Scope) -> list[Quote]:
    """Return the words, on the topic of a question, of whoever an article calls as was typed, in no order."""
    phrase = understood.speaker
    if many := in_plural(view, understood, scope):
        return many
    if phrase is None or understood.bearers:
        return []
    topic = topic_words(view, understood.topic)
    known = view.speaker(phrase) if understood.speaker_known else None
    if understood.described is not None and not understood.loosely_described:
        phrase = (
            understood.described
        )  # whom another article names, "the interior minister" may be in this one
    elif understood.speaker_known and (known is None or known.kind != "group"):
        return []
    found = []
    parts = (in_part(view, phrase, scope), in_place(view, phrase, scope))
    for version, (record, who) in chain(
        by_noun(view, phrase, scope),
        *(
            (_of_uncapitalised_body(view, known.name, scope),)
            if known
            else (*parts, speaking_for(view, phrase, understood.topic, scope))
        ),
    ):
        cover = topic.in_article(version.article) if topic else None
        if cover is None or cover.holds(record) or cover.is_headed() or cover.may_be_on(record):
            found.append(quote_of(version, record, who))
    if known or not _is_somebody(phrase):
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


def _of_uncapitalised_body(view: View, name: str, scope: Scope) -> Iterator[tuple[Version, Said]]:
    """Yield the records without a name whose speaker an article calls by a body's name in small letters.

    "The finance ministry" does not say which of several ministries is meant: these words may be the Finance Ministry's
    and are not sure to be, and nothing is denied beside them.
    """
    if " " not in name:
        return  # "the guild" is any guild, and "the Guild" one
    called = re.compile(r"(?:[Tt]he\s+)?" + r"\s+".join(map(re.escape, name.lower().split())))
    for each in islice(texts_with(view, name, scope), _MOST_OF_BODIES):
        version, text = each.version, each.version.article.text
        for record, who in view.attributions([version.key])[version.key]:
            if who is None and record.mention is not None and called.fullmatch(text, *record.mention):
                yield version, (record, who)


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
    last = noun_of(phrase)
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
