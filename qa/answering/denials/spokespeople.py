"""Find the words of who speaks for somebody or a body, as an article says it in full: "the police spokesman".

"Tom Brandt, spokesman for the Dene Guild of Police", is one, and "a spokeswoman for Gov. Ada Quill" the governor's.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from qa.answering.topics.topic_forms import forms_of
from qa.archive.protocol import Said, View
from qa.datatypes import Attribution, Scope, Span, Version
from qa.language.lexicon.function_words import AUXILIARIES
from qa.language.lexicon.offices import SPOKESPEOPLE
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.patterns import regex
from qa.language.spans import overlap
from qa.language.terms import content_terms
from qa.understanding.described import asked_for, noun_of

_MOST_ARTICLES = 40
_MOST_PLACES = 20
"""How many articles that have such a noun, newest first, and places in each, are looked at."""
_ANY = "spokesperson"
"""What a spokesman and a spokeswoman may be called."""
_WORD = r"(?:[A-Z][a-z]{1,4}\.(?=\s[A-Z])|[\w’'&-]+)"
_SPEAKS_FOR = regex(
    rf"\b(?P<noun>{'|'.join(sorted(SPOKESPEOPLE))})\s+(?:for|of|with|from|at)(?P<whom>(?:\s{_WORD}){{1,10}})"
)
_WORDS = regex(rf"\s(?P<word>{_WORD})")
_ENDS = (
    VERBS.keys() | AUXILIARIES | frozenset("who whom which that when where after as by on to but and".split())
)
"""What ends the name of whom somebody speaks for: "a spokesman for the mayor said the governor"."""
_BESIDE = regex(r",?\s+(?:an?\s+|the\s+)?")


def speaking_for(view: View, phrase: str, topic: str | None, scope: Scope) -> Iterator[tuple[Version, Said]]:
    """Yield the records of whom an article calls a spokesman for what was typed before or after that noun."""
    asked, noun = asked_for(phrase), noun_of(phrase).casefold()
    if asked is None or asked.several or noun not in SPOKESPEOPLE or len(asked.words) < 2:
        return
    nouns = SPOKESPEOPLE if noun == _ANY else {noun, _ANY}
    on_topic = [form for each in content_terms(topic or "") for form in forms_of(each)]
    groups = [sorted(nouns), on_topic] if on_topic else [sorted(nouns)]
    keys = view.versions_with_all(groups, scope)[:_MOST_ARTICLES]
    versions, said = view.versions(keys), view.attributions(keys)
    for key in keys:
        text = versions[key].article.text
        for match in islice(_SPEAKS_FOR.finditer(text), _MOST_PLACES):
            if match["noun"] not in nouns:
                continue
            end = _end(text, match.span("whom"))
            called = asked_for(text[match.start() : end])
            if called is not None and asked.words <= called.words:
                place = match.start(), end
                yield from ((versions[key], one) for one in said[key] if _is_one(text, one[0], place))


def _end(text: str, whom: Span) -> int:
    """Return where the name of whom somebody speaks for ends."""
    for each in _WORDS.finditer(text, *whom):
        if each["word"] in _ENDS:
            return each.start()
    return whom[1]


def _is_one(text: str, record: Attribution, place: Span) -> bool:
    """Return whether a record's speaker is who is called so at a place, or the name before it."""
    if record.mention is None:
        return False
    if overlap(record.mention, place):
        return True
    end = record.mention[1]
    return end <= place[0] and _BESIDE.fullmatch(text, end, place[0]) is not None
