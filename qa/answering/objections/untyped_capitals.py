"""Put capitals on the names of a question that was typed in small letters: "what is quill's bail"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from qa.answering.objections.reported_events import ALIKE
from qa.datatypes import Article
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.places import ADJECTIVES, NATIONS, PEOPLES, STATES
from qa.language.lexicon.titles import COURTESY
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, located_terms
from qa.understanding.words import is_in_small_letters

_POSSESSIVE = regex(r"['’]s?\Z")
_LEAST_NAME = 4
"""How many letters a name that was typed in small letters has at least: "may" and "will" are words like others."""
_NATIONS = frozenset(word for name in (*NATIONS, *ADJECTIVES, *PEOPLES, *STATES) for word in name.split())
_LEAST_TEXTS = 2
"""In how many texts a word has a capital within a sentence, and nowhere a small letter, if it is a name."""


def with_missing_names(question: str, article: Article, texts: Iterable[str]) -> str:
    """Return a question in small letters with a capital for each name that an article lacks: "what is quill's bail".

    They are names by other texts, which have the word with a capital alone: within sentences of two of them, as "the
    Regatta" is, or after a given name or "Mr". Countries are not meant: an article on "the income of the royal family
    of england" may say "British".
    """
    if not is_in_small_letters(question):
        return question
    own = f"{article.title}\n{article.text}".casefold()
    missing = [
        (start, _POSSESSIVE.sub("", question[start:end]))
        for start, end, word in located_terms(question)
        if end - start >= _LEAST_NAME and not is_stop_term(word) and question[start:end][:ALIKE] not in own
    ]
    texts = list(texts) if missing else []
    for start, word in missing:
        if _is_name_in(word, texts):
            question = f"{question[:start]}{word.capitalize()}{question[start + len(word) :]}"
    return question


def _is_name_in(word: str, texts: Sequence[str]) -> bool:
    name = word.capitalize()
    small = re.compile(rf"\b{re.escape(word)}\b")
    after = re.compile(rf"\b([A-Z][\w-]*)\.?\s+{re.escape(name)}\b")
    within = re.compile(rf"(?<=[a-z,;’'] ){re.escape(name)}\b")
    having = [text for text in texts if name in text]
    before = {each.casefold() for text in having for each in after.findall(text)}
    called = any(is_given(each) or each in COURTESY for each in before)
    if not called and (word in _NATIONS or sum(map(bool, map(within.search, having))) < _LEAST_TEXTS):
        return False
    return not any(word in text and small.search(text) for text in texts)
