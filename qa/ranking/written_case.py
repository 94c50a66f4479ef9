"""Write the names in a question that was typed in small letters as the passages write them: "who runs harwick"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from qa.datatypes import StoredPassage, Version, VersionHandle
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, located_terms

_MOSTLY = 0.8
"""The least share of a word's places, sentence beginnings aside, at which it is a name if capitalised."""
_OPENS_SENTENCE = regex(r"(?:^|[.!?:;\n]|[\"“”‘(\[–—])[\"“”‘’'(\[\s]*$")
_OWNER = regex(r"['’]s?$")
_LOOK_BACK = 6
"""How many characters before a word show whether it begins a sentence."""


def as_written(
    question: str, passages: Sequence[StoredPassage], versions: Mapping[VersionHandle, Version]
) -> str:
    """Return a question with its words capitalised that the passages write so inside sentences.

    A question with capitals beyond its first letter stays as it is: whoever types some means the others as well.
    """
    if not question[1:].islower():
        return question
    words = [
        (start, _OWNER.sub("", question[start:end]))
        for start, end, term in located_terms(question)
        if not is_stop_term(term)
    ]
    if not words:
        return question
    forms = _forms({word.casefold() for _, word in words}, passages, versions)
    for start, word in words:
        written = _mostly(forms[word.casefold()])
        if len(written) == len(word):
            question = f"{question[:start]}{written}{question[start + len(word) :]}"
    return question


def _forms(
    words: set[str], passages: Sequence[StoredPassage], versions: Mapping[VersionHandle, Version]
) -> Mapping[str, Counter[str]]:
    """Count in which forms words stand inside sentences, where a capital says something."""
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words)))})(?!\w)", re.I)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for stored in passages:
        text = versions[stored.version_key].article.text
        for match in pattern.finditer(text, stored.passage.start, stored.passage.end):
            start = match.start()
            before = text[max(stored.passage.start, start - _LOOK_BACK) : start]
            if start > stored.passage.start and not _OPENS_SENTENCE.search(before):
                forms[match[0].casefold()][match[0]] += 1
    return forms


def _mostly(forms: Counter[str]) -> str:
    """Return the form that a name has most often; "" for a word that is no name."""
    capitals = {form: count for form, count in forms.items() if form[:1].isupper()}
    if not capitals or sum(capitals.values()) < _MOSTLY * forms.total():
        return ""
    return max(capitals, key=lambda form: (capitals[form], form))
