"""Find the words of people of a kind where a plural was typed: of many, of one of them, or of who comes after many.

"The researchers said" where scientists were asked for; "Noa, a pupil in Dene, said" are a pupil's words; and "Fans were
divided. “I flew in from Oslo,” said Ida Berg." are a fan's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.answering.topics.words_on_topic import topic_words, versions_on
from qa.answers import Quote, Understanding
from qa.archive.protocol import View
from qa.archive.speaker_lookup import quote_of
from qa.datatypes import Attribution, Scope
from qa.language.exact_words import in_words
from qa.language.lexicon.function_words import DETERMINERS
from qa.language.lexicon.offices import GOVERNING, JOBS, SPOKESPEOPLE
from qa.language.lexicon.roles import SAME_PEOPLE
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex
from qa.language.sentences import split
from qa.language.terms import term
from qa.understanding.described import asked_for, heads_alike

_MOST_ARTICLES = 40
"""How many articles on the topic, newest first, are looked through."""
_FIRST_WORDS = 4
"""Words of a sentence in which the plural must begin it: "Many angry local fans were"."""
_BEFORE = 600
"""Letters before a record in which the sentence that introduces it is looked for."""
_AFTER_NAME = regex(
    r",\s+(?:an?|one|another)\s+(?P<what>(?:[\w’'-]+\s+){0,2}?[\w’'-]+)(?=,|\s+(?:in|at|from|of|who|on|with)\b)"
)
_CHILD = regex(
    r"\b(?:[5-9]|1[0-7]|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven)teen)-year-old\b",
    re.I,
)
_OTHERS = GOVERNING | SPOKESPEOPLE | TITLES
_WHO_IT_IS = regex(r",\s+(?P<what>[^.;!?“”\"\n]{1,80})")
"""What is said after a name of who that is, with what follows it."""
_JOB_OF = regex(
    rf"\b(?:{'|'.join(sorted(map(re.escape, JOBS)))})\s+(?:of|at|for)\b"
    r"|\bwho\s+(?:chairs|directs|heads|leads|manages|owns|represents|runs)\b",
    re.I,
)
_WORD = regex(r"[^\W\d_]+")
_NEXT = regex(
    r"\W*$|[^\S\n]*,|\s+(?:(?P<name>[A-Z])|(?:in|at|from|of|on|with|who|and|there|outside|aged|\w+(?:ed|ing))\b)"
)
"""What may follow a word for somebody: "a pupil in Dene", "pupil Ida Hale"; and no "customer service chief"."""


def in_plural(view: View, understood: Understanding, scope: Scope) -> list[Quote]:
    """Return the words on a topic of people of a kind that was typed as one plural, in small letters, in no order.

    Who is a scientist elsewhere in the archive may say nothing on it, and the researchers of a study do.
    """
    typed = understood.described or understood.speaker or ""
    words = [word for word in in_words(typed) if word not in DETERMINERS]
    if len(words) != 1 or not _is_plural(words[0]) or not typed.islower():
        return []
    asked = asked_for(typed)
    heads = heads_alike(asked) if asked is not None else frozenset[str]()
    forms = frozenset({words[0], *heads, *(f"{head}s" for head in heads)})
    forms = forms.union(*(each for each in SAME_PEOPLE if words[0] in each))
    topic = topic_words(view, understood.topic)
    holding = view.versions_holding([[each] for each in sorted({term(form) for form in forms})], scope)
    on_it = versions_on(view, topic, scope) if topic else holding
    kept = view.versions([key for key in holding if key in on_it][:_MOST_ARTICLES])
    found = []
    for key, said in view.attributions(list(kept)).items():
        text, cover = kept[key].article.text, topic.in_article(kept[key].article) if topic else None
        for record, who in said:
            if not _is_one(text, record, forms):
                continue
            if cover is None or cover.holds(record) or cover.is_headed() or cover.may_be_on(record):
                found.append(quote_of(kept[key], record, who))
    return found


def _is_one(text: str, record: Attribution, forms: frozenset[str]) -> bool:
    if record.mention is None:
        return False
    mention = text[slice(*record.mention)]
    if _is_called(mention, forms) or ("child" in forms and _CHILD.search(mention)):
        return True
    after = _AFTER_NAME.match(text, record.mention[1], record.mention[1] + 60)
    if after is not None and not forms.isdisjoint(in_words(after["what"])):
        return True
    who = _WHO_IT_IS.match(text, record.mention[1])
    if any(_has_office(each) for each in (mention, who["what"] if who is not None else "")):
        return False  # "Fans were angry. “They were robbed,” said Mayor Quill."
    return any(_begins_with(sentence, forms) for sentence in _sentences_before(text, record))


def _is_called(mention: str, forms: frozenset[str]) -> bool:
    """Return whether somebody is called so: no girl is "the girl's mother", nor "the Students Union" a student."""
    for match in _WORD.finditer(mention):
        word, after = match[0], mention[match.end() :]
        if word.casefold() not in forms or (match.start() and word[0].isupper()):
            continue  # "Save the Children"
        beside = _NEXT.match(after)
        if not after or (beside is not None and not (beside["name"] and _is_plural(word.casefold()))):
            return True
    return False


def _has_office(called: str) -> bool:
    """Return whether words say what somebody is who speaks for no crowd: "a fire captain", "who chairs the council"."""
    return not _OTHERS.isdisjoint(in_words(called)) or _JOB_OF.search(called) is not None


def _sentences_before(text: str, record: Attribution) -> Iterator[str]:
    """Yield the sentence before a record, also of the paragraph before, and the first one of its own paragraph."""
    at = min(record.start, record.mention[0]) if record.mention else record.start
    begin = max(0, at - _BEFORE)
    before = text[begin:at].rstrip("\"“'‘ \n")
    paragraphs = split(before)
    if paragraphs:
        yield before[slice(*paragraphs[-1].sentences[-1])]
        whole = begin == 0 or paragraphs[-1].start > 0
        if whole and "\n" not in text[begin + len(before) : at]:
            yield before[slice(*paragraphs[-1].sentences[0])]


def _begins_with(sentence: str, forms: frozenset[str]) -> bool:
    first = in_words(sentence[:80])[:_FIRST_WORDS]
    return any(word in forms and _is_plural(word) for word in first) and sentence[:1] not in "\"“‘'"


def _is_plural(word: str) -> bool:
    return word in ("children", "schoolchildren", "people", "staff") or (
        word.endswith("s") and term(word) != word
    )
