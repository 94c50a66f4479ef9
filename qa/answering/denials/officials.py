"""Find what a country's officials say where the country is asked for: an article names a ministry, and no country."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from qa.answering.topics.topic_cover import TopicWords
from qa.answering.topics.words_on_topic import topic_words, versions_on, words_in
from qa.answers import Quote, Understanding
from qa.archive.protocol import View
from qa.datatypes import Attribution, Description, DescriptionKind, Scope, VersionHandle
from qa.language.exact_words import in_words
from qa.language.lexicon.offices import FORMER
from qa.language.lexicon.places import ANY_NATION, OFFICES_OF, SAME_PLACE, SEATS
from qa.language.patterns import regex

BY_OFFICIALS = "Officials say this; the articles have no words on it under the country’s own name."
"""The note on words of officials that may be what is asked for."""

_MOST_ARTICLES = 100
_OFFICIALS = frozenset(
    """minister ministry president premier chancellor ambassador embassy spokesman spokeswoman spokesperson envoy
    diplomat diplomats official officials government authorities""".split()
)
_NEAR = 6
"""Within how many words after a country's name its official is named: "the Norwegian defence ministry spokesman"."""
_LEAD = regex(r"\b[Ii]n ([A-Z][\w ]{2,20}),\s*\Z")
"""Where somebody speaks, right before who does: "In Oslo, Foreign Ministry spokesman Ivo Brandt"."""
_LONGEST_LEAD = 40
_POSSESSIVE = regex(r"['’]s?(?!\w)")


def words_of_officials(view: View, understood: Understanding, scope: Scope) -> list[Quote]:
    """Return the words of a country's officials on the topic of a question for those of the country, in no order.

    "What did Norway say about the levy?" - "Norwegian Foreign Minister Una Strand said that it was too high."
    """
    forms = _forms(understood.speaker or "")
    topic = topic_words(view, understood.topic)
    if not forms or topic is None:
        return []
    country = topic_words(view, understood.speaker)
    keys = versions_on(view, topic, scope) & (versions_on(view, country, scope) if country else set())
    return [quote for key in islice(keys, _MOST_ARTICLES) for quote in _words_in(view, key, topic, forms)]


def _words_in(view: View, key: VersionHandle, topic: TopicWords, forms: frozenset[str]) -> Sequence[Quote]:
    (version,) = view.versions([key]).values()
    text = version.article.text
    # After "Norwegian Foreign Minister Una Strand" it is "Strand" who says more.
    said = view.attributions([key])[key]
    names = {name for record, name in said if name and _is_official(record, text, forms)}
    names.update(
        each.who for each in view.descriptions([key]).get(key, ()) if each.who and _is_of(each, forms)
    )

    def belongs(record: Attribution, name: str | None, text: str) -> bool:
        return name in names or _is_official(record, text, forms)

    found = list(words_in(view, [key], topic, belongs))
    # "The killing of Ada Quill" is in the article, and "her death has no importance" is on it.
    return found or list(words_in(view, [key], topic, belongs, is_on=lambda cover, record: True))


def _is_of(said: Description, forms: frozenset[str]) -> bool:
    """Return whether an article says that somebody is a country's official: "Una Strand, Norway's prime minister"."""
    office = said.kind is DescriptionKind.ROLE and not said.former and said.what.split()[-1] in _OFFICIALS
    return office and " ".join(in_words(said.of or "")) in forms


def _is_official(record: Attribution, text: str, forms: frozenset[str]) -> bool:
    """Return whether who says something is named as a country's official: by its name, and an office after it.

    "The Norwegian ambassador to Chile" is Norway's alone, and a minister in Oslo may be of another country.
    """
    if record.mention is None:
        return False
    start, end = record.mention
    lead = _LEAD.search(text, max(0, start - _LONGEST_LEAD), start)
    words = in_words(_POSSESSIVE.sub(" ", f"{lead[1] if lead else ''} {text[start:end]}"))
    after: tuple[str, ...] | None = None
    for at, word in enumerate(words):
        named = {word, " ".join(words[at : at + 2])}
        if not forms.isdisjoint(named):
            after = words[at + 1 : at + 1 + _NEAR]
            break
        if not ANY_NATION.isdisjoint(named):
            return False
    office = next((at for at, word in enumerate(after or ()) if word in _OFFICIALS), None)
    if after is None or office is None:
        return False
    between = after[:office]
    others = {*between, *map(" ".join, pairwise(between))} & ANY_NATION
    return others <= forms and FORMER.isdisjoint(words)


def _forms(name: str) -> frozenset[str]:
    """Return the names of a country, in small letters, with those for its people and its government's seat."""
    typed = " ".join(word for word in in_words(name) if word != "the")
    nation = next((each for each, seats in SEATS.items() if typed in seats), typed)
    if nation not in ANY_NATION:
        return frozenset()
    same = next((names for names in SAME_PLACE if nation in names), frozenset((nation,)))
    people = {adjective for adjective, of in OFFICES_OF.items() if of in same}
    return frozenset((*same, *people, *SEATS.get(nation, ())))
