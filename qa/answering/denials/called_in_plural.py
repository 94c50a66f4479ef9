"""Find what "the researchers" of an article say where scientists were asked for: many, by what they are."""

from __future__ import annotations

from qa.answering.topics.words_on_topic import topic_words, versions_on
from qa.answers import Quote, Understanding
from qa.archive.protocol import View
from qa.archive.speaker_lookup import quote_of
from qa.datatypes import Scope
from qa.language.exact_words import in_words
from qa.language.terms import term
from qa.understanding.described import asked_for, heads_alike

_MOST_ARTICLES = 40
"""How many articles on the topic, newest first, are looked through."""
_MEMBERS = {
    "parent": frozenset("mother father mum mom dad".split()),
    "child": frozenset(("boy", "girl")),
    "sibling": frozenset(("brother", "sister")),
    "spouse": frozenset(("husband", "wife")),
}
"""What one of several is called: what parents say, "one mother" says."""


def in_plural(view: View, understood: Understanding, scope: Scope) -> list[Quote]:
    """Return the words on a topic of people whom an article gives by no name, and by a word for what was typed.

    Who is a scientist elsewhere in the archive may say nothing on it, and the researchers of a study do.
    """
    asked = asked_for(understood.described or understood.speaker or "")
    topic = topic_words(view, understood.topic)
    if asked is None or not asked.several or asked.words != {asked.head}:
        return []
    found = []
    members = _MEMBERS.get(asked.head, frozenset())
    heads = heads_alike(asked) | members
    holding = view.versions_holding([[each] for each in sorted({term(noun) for noun in heads})], scope)
    on_it = versions_on(view, topic, scope) if topic else holding
    kept = view.versions([key for key in holding if key in on_it][:_MOST_ARTICLES])
    for key, said in view.attributions(list(kept)).items():
        text, cover = kept[key].article.text, topic.in_article(kept[key].article) if topic else None
        for record, who in said:
            mention = text[slice(*record.mention)] if record.mention else ""
            called = asked_for(mention) if who is None or in_words(who) == in_words(mention) else None
            if called is None or called.head not in heads or not (called.several or called.head in members):
                continue
            if cover is None or cover.holds(record) or cover.is_headed() or cover.may_be_on(record):
                found.append(quote_of(kept[key], record, who))
    return found
