"""Tell whether others than who signs an article may tell it: a letters page, a guest, a life told to a writer."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import urlsplit

from qa.attribution.people.names.full_names import is_full_name
from qa.attribution.people.transcripts.speeches import introduced
from qa.datatypes import Article
from qa.language.patterns import regex
from qa.language.sentences import Paragraph

BYLINE = regex(r"(?i:\W*by:?) (?P<name>[^\n]{3,60})\Z")
_TOLD = r"\bas told to\b|\bin (?:his|her|their) own words\b|\b(?:was|is|were|are) (?:speaking|talking) (?:to|with)\b"
_ABOVE = regex(rf"(?i){_TOLD}|\binterview(?:s|ed)?\b|\bQ ?& ?A\b|\b(?:talks|speaks|spoke) (?:to|with)\b")
"""What stands above words that are written by one and told by another."""
_BELOW = regex(rf"(?i){_TOLD}")
_TITLED = regex(
    r"(?i:\W*(?:letters|excerpt|extract|live|ask [\w’'-]+|dear [\w’'-]+)\b[^:|\n]{0,40}[:|])|(?i:\W*letters\b(?! from))"
    r"|(?i:\bdiar(?:y|ies) of) (?!An?\b)(?:the )?[A-Z]|(?i:\bas imagined by\b)"
)
"""Titles of what has several voices or another's: "Letters: The ferry", "The diary of Ivo Dene"."""
_SECTIONS = frozenset(
    "letters letters-to-the-editor live liveblog live-blog advice agony-aunt excerpts extracts".split()
)
_TAKEN_FROM = regex(
    r"(?i)\W*(?:(?:this|the)\b[^.\n]{0,60}? )?(?:an? )?(?:edited )?"
    r"(?:excerpt(?:ed)?|extract(?:ed)?|adapted|abridged|reprinted)\b[^.\n]{0,40}? from\b"
)
_GUEST = regex(
    r"(?i)\bguest (?:post|column|columnist|essay|writer|author|blogger|editor|contribut\w+)\b"
    r"|\btak(?:es|ing|en) over (?:this|my|the) (?:column|newsletter|page|blog)\b"
    r"|\bhere(?: is|[’']s) (?:his|her|their) (?:report|story|account|letter|view|take)\b[^.\n]{0,30}[.:]\s*\Z"
)
_GREETING = regex(r"Dear [^\n]{2,60}[,:]|Dear [^\n]{2,60}\Z")
_OPEN_LETTER = regex(r"(?i)\bopen letter\b")
_TIME = regex(r"\W*\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\b\.?)?\W*(?=\s|\Z)")
_FEWEST_TIMES = 2
_ENDS_READ = 3
_LONGEST_SIGNATURE = 80


def may_be_others(author: str, article: Article, paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether a text or its title shows that others than its author may say "I" in it.

    Nothing in a text shows where another's words end and the author's go on, so that then no words are the author's.
    """
    title, words = article.title, [article.text[start:end].strip() for start, end, _ in paragraphs]
    surname = author.rsplit(maxsplit=1)[-1].casefold()
    if any(_ABOVE.search(each) for each in (title, *words[:2])) or _TITLED.search(title):
        return True
    with suppress(ValueError):  # an article may have any address
        if not _SECTIONS.isdisjoint(urlsplit(article.url).path.casefold().split("/")):
            return True
    ends = [*words[:_ENDS_READ], *words[-_ENDS_READ:]]
    if any(_BELOW.search(each) for each in ends):
        return True
    if any(
        (_TAKEN_FROM.match(each) or _GUEST.search(each)) and surname not in each.casefold() for each in ends
    ):
        return True
    if any(map(_GREETING.match, words)) and not any(map(_OPEN_LETTER.search, (title, *words[:2]))):
        return True  # "Dear Hedda, my husband is cold": who asks for advice, and who gives it
    if sum(_TIME.match(each) is not None for each in words) >= _FEWEST_TIMES:
        return True  # a day as it goes on, with what others write in
    if (own := introduced(article.text)) and own.rsplit(maxsplit=1)[-1].casefold() != surname:
        return True
    return any(_is_signed(each) and surname not in each.casefold() for each in words)


def _is_signed(words: str) -> bool:
    """Return whether a paragraph only says whose the words beside it are: "By Ivo Dene", "— Ada Quill, Harwick"."""
    if len(words) > _LONGEST_SIGNATURE or words.endswith((".", "!", "?", ":")):
        return False
    byline = BYLINE.match(words)
    name = (byline["name"] if byline else words.lstrip("-–—*_ ")).split(",", maxsplit=1)[0]
    return is_full_name(name.rstrip("*_ ").split())
