"""Find the names in a question: an archive that mentions none of them cannot answer it."""

from __future__ import annotations

import re

from qa.language.lexicon.calendar import DAYS, MONTHS
from qa.language.lexicon.name_parts import GLUE
from qa.language.lexicon.question_words import FOLLOWS_A_NAME, OPENERS
from qa.language.lexicon.titles import TITLES, is_capital_title
from qa.language.patterns import regex
from qa.understanding.words import has_case

MAX_NAMES = 20

_TOKEN = regex(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[\w’'&-]*[^\W_])?")


def names_in(question: str) -> list[str]:
    """Return the capitalised names of a question, as typed and in order, without titles in front.

    A question typed without capitals, or with nothing but capitals, shows no names: the list is empty then,
    and that means "unknown", not "none". Months, weekdays and the word that only opens the sentence are left
    out.
    """
    if not has_case(question) or _title_cased(question):
        return []
    found: list[str] = []
    tokens = list(_TOKEN.finditer(question))
    index = 0
    while index < len(tokens) and len(found) < MAX_NAMES:
        if not _is_capital(question, tokens, index):
            index += 1
            continue
        last = index
        while (following := _next_part(question, tokens, last)) is not None:
            last = following
        name = _without_titles(question, tokens[index : last + 1])
        if name and name not in found:
            found.append(name)
        index = last + 1
    return found


def _title_cased(question: str) -> bool:
    small = [
        m[0]
        for m in re.finditer(r"(?<=\s)[^\W\d_]+\b", question)
        if m[0].lower() in OPENERS - {"i", "may", "will"}
    ]
    capital = sum(word[0].isupper() for word in small)
    return capital >= 2 and capital > len(small) / 2


def _is_capital(question: str, tokens: list[re.Match[str]], index: int) -> bool:
    word = tokens[index][0]
    if not word[0].isupper() or word.lower().split("'")[0].split("’")[0] in OPENERS - {"may", "will"}:
        return False
    opens = index == 0 or question[: tokens[index].start()].rstrip(" \t\"'“‘(").endswith((".", "?", "!", ":"))
    if opens and word.lower() in OPENERS:
        return False
    if opens and not word.isupper():
        # The first word has its capital from its place, unless what follows shows that it is a name.
        after = question[tokens[index].end() : tokens[index].end() + 1]
        following = tokens[index + 1][0] if index + 1 < len(tokens) else ""
        named = following.lower() in FOLLOWS_A_NAME or following[:1].isupper() or re.search(r"['’]s$", word)
        return bool(named) or after == ":"
    return True


def _next_part(question: str, tokens: list[re.Match[str]], last: int) -> int | None:
    """Return the index of the next word of the same name: adjacent, or after "of" and the like."""
    if re.search(r"['’]s?$", tokens[last][0]):
        return None
    for step in (1, 2, 3):
        index = last + step
        if index >= len(tokens):
            return None
        between = question[tokens[index - 1].end() : tokens[index].start()]
        if between.strip(" ") not in {"", "."} or len(between) > 3:
            return None
        word = tokens[index][0]
        if word[0].isupper() and word.lower() not in OPENERS - {"may", "will", "the"}:
            return index
        if word.lower() not in GLUE and not (step == 2 and word == "the"):
            return None
    return None


def _without_titles(question: str, tokens: list[re.Match[str]]) -> str:
    while len(tokens) > 1 and (
        tokens[0][0].lower().rstrip(".") in TITLES or is_capital_title(tokens[0][0], tokens[1][0])
    ):
        tokens = tokens[1:]
    name = question[tokens[0].start() : tokens[-1].end()]
    name = re.sub(r"['’]s?$", "", name)
    low = name.lower()
    return "" if low in MONTHS or low in DAYS or (len(tokens) == 1 and low in TITLES) else name
