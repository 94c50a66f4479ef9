"""Recognise words that are no question but ask for a page: "latest on the ferries", "school meals", "Una Strand"."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from qa.language.lexicon import function_words, question_words
from qa.language.lexicon.archive_words import NEWEST
from qa.language.lexicon.calendar import COUNT
from qa.language.lexicon.page_words import NEWS
from qa.language.lexicon.question_verbs import BASE, FINITE, NOUN_TOO
from qa.language.patterns import regex
from qa.language.terms import content_terms
from qa.understanding.dates import FoundDate, find_dates
from qa.understanding.outlets import FoundOutlet
from qa.understanding.scan import blank, clean, skip_courtesy

_LONGEST = 120
_MOST_WORDS = 6
"""A longer line without a verb is a headline or a part of a sentence, and no topic."""

_NEWEST = regex(
    r"(?:what(?:['’]?s|\s+(?:is|are|was|were))\s+|(?:(?:has|have)\s+there\s+been|(?:is|are)\s+there)\s+(?=(?:any|some)\b))?(?:(?:the|any|some)\s+)?"
    rf"(?:(?:{NEWEST}\s+(?:news|updates?)|latest|(?:any\s+|some\s+)?news|updates?|new)"
    rf"\s+(?:on|about|with|from|of|regarding)|{NEWEST}\s+developments?\s+(?:on|in|with|about))\s+(?P<topic>.+)",
    re.IGNORECASE,
)
_NEWEST_AFTER = regex(r"(?P<topic>.+?)(?:,|\s+[-–—])?\s+(?:latest|news|updates?)", re.IGNORECASE)
HAVE = (
    r"what(?:\s+all)?\s+(?:(?:do\s+)?(?:you|u|we)\s+(?:have|got)|have\s+(?:you|u|we)(?:\s+got)?|is\s+there)"
)
"""What asks for all that there is on somebody or something: "what do you have on the ferries?"; a pattern."""
_SHOW = (
    r"(?:(?:show|give|find|get|list|only|just)\s+(?:me\s+)?(?:(?:all|some|any)\s+)?(?:(?:of\s+)?the\s+)?)?"
)
_ANY = regex(
    rf"(?:{HAVE}|{_SHOW}(?:(?:is\s+there|do\s+you\s+have|have\s+you(?:\s+got)?|got)\s+)?(?:any\s?thing|some\s?thing|everything|all|(?:any\s+)?articles?"
    rf"|(?:(?:all|any|every|{COUNT})\s+)?quotes?|stories)(?:\s+(?:there\s+is|at\s+all))?)\s+(?:on|about|regarding)\s+(?P<topic>.+?)(?:\s+(?:at\s+all|then|though))?"
    r"(?P<by_date>,?\s+(?:(?:(?:sorted|ordered)\s+)?by|in\s+order\s+of)\s+date|,?\s+newest\s+first)?",
    re.IGNORECASE,
)
_TELL = regex(
    r"(?:(?:can|could)\s+you\s+)?(?:please\s+)?tell\s+(?:me|us)\s+(?:(?:more|something|anything|everything|all|a\s+bit)\s+)?about\s+"
    r"(?P<topic>.+)",
    re.IGNORECASE,
)
_COVERAGE = r"(?:articles|stories|(?:news)?papers|press|media|news|coverage|archive|library|collection)"
_OF_ARTICLES = regex(
    rf"what(?:\s+all)?\s+(?:do|did|does|has|have)\s+(?:the|these|your|any|all\s+the)\s+{_COVERAGE}\s+(?:say|said|tell(?:\s+(?:me|us))?|told|have|report(?:ed)?|writ(?:e|ten))"
    r"\s+(?:about|on|of)\s+(?P<topic>.+)"
    rf"|(?:(?:give|show|write)\s+(?:me|us)\s+)?(?:an?\s+|the\s+)?(?:overview|summary|digest)\s+of\s+(?:(?:all|the|your)\s+)*{_COVERAGE}"
    r"\s+(?:about|on|of)\s+(?P<covered>.+)",
    re.IGNORECASE,
)
"""What asks for all that articles say: "What do the papers say about the ferries?", which are nobody's own words."""
_PROFILE = regex(
    r"(?:(?:some|any|more)\s+)?(?:info(?:rmation)?|details?|background|facts)\s+(?:on|about|of)\s+(?P<topic>.+)"
    r"|(?:describe|introduce|(?:a\s+|the\s+)?(?:profile|portrait|bio|biography)\s+of)\s+(?P<named>.+)",
    re.IGNORECASE,
)
_CAPITALS = regex(r"(?:[A-Z][\w’'.-]*\s*)+")
"""A name, as it is written: "describe Ada Quill" asks for a page on her, "describe the damage" what it is."""
_IN_A_TIME = regex(
    r"what\s+(?:did|do|does|was|were|is|are)\s+(?:people|everyone|everybody|the\s+(?:news)?papers|the\s+media)\s+(?:all\s+)?"
    r"(?:talk(?:ing)?\s+about|writ(?:e|ing)(?:\s+about)?|report(?:ing)?(?:\s+on)?|cover(?:ing)?|discuss(?:ing)?)(?!\s+(?:about|on|of)\b)"
    r"|what(?:\s+(?:all|else|new|things|news|topics|subjects|issues|events))*\s+(?:has\s+)?(?:(?:was|were)\s+(?:announced|reported)|came\s+up|happened|happend|took\s+place|went\s+on|made\s+(?:the\s+)?(?:news|headlines)"
    r"|was\s+(?:happening|going\s+on|reported))"
    r"|what(?:['’]?s|\s+(?:is|was|were))\s+(?:(?:(?:in|on)\s+)?(?:the\s+)?(?:news|headlines|papers?)\b|new\b|happening\b|going\s+on\b)"
    r"|what\s+(?:is|was|were|are)\s+(?:the\s+)?(?:news|stories|articles|papers|(?:press|news|media)\s+releases)(?=\s.*\sabout\W*$)"
    r"|what\s+(?:are|were)\s+the\s+(?:(?:main|top|biggest|most\s+important)\s+)+(?:topics|stories|news|headlines|issues|events)\b"
    r"|(?:everything|all)(?=\s+(?:from|in|of)\b)"
    r"|anything\s+new\b|(?:everything|anything|all)\s+(?:that\s+)?(?:was\s+)?(?:said|reported|written|published)\b"
    r"|(?:(?:tell|show|give)\s+(?:me|us)\s+)?(?:(?:all|any|the|top|main)\s+){0,2}(?:(?:press|news|media)\s+releases|news|headlines|stories|articles)\b",
    re.IGNORECASE,
    leads=(
        "people everyone everybody papers newspapers media announced reported came happened happend took went"
        " made happening going news headlines paper new stories articles releases topics issues events everything all"
        " anything"
    ),
)
_ABOUT_WHAT = regex(r"\s+(?:all\s+)?about\W*$", re.IGNORECASE)
"""What stands after the time where it is asked what articles were on: "What was the news in May about?"."""
_OUTLET_WROTE = regex(
    r"what(?:\s+all|\s+else)?\s+(?:did|does|do|has|have|had)\b(?:\s+the\b)?(?:\s+(?:report(?:ed)?|writ(?:e|ten)(?:\s+about)?|publish(?:ed)?"
    r"|print(?:ed)?|cover(?:ed)?|run)\b)?",
    re.IGNORECASE,
)
"""What asks for all that an outlet had, its name left out, perhaps with "report": "what did … in May?"."""
_ON = regex(r"\s*(?:on|about|regarding)\s+\S", re.IGNORECASE)
_MENTIONING = regex(
    r"^\s*(?:(?:that|which)\s+)?(?:mention(?:s|ed|ing)?|discuss(?:es|ed|ing)?|cover(?:s|ed|ing)?|contain(?:s|ed|ing)?)\s+",
    re.IGNORECASE,
)
_OF_OUTLET = regex(rf"\b{NEWS}\b", re.IGNORECASE)
_ENDS = regex(r"^[\s\"“”]+|[\s?!.,;:\"“”]+$")
_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
# They open a question, a follow-up ("and about Harwick?") or a clause.
_OPENERS = (
    question_words.QUESTION_WORDS
    | function_words.CONJUNCTIONS
    | function_words.SUBORDINATORS
    | (function_words.PREPOSITIONS - {"under", "over"})
)
_NO_NOUN = function_words.AUXILIARIES | function_words.MODALS | question_words.PRONOUNS | {"not", "about"}
# What people type to a program, not to an archive.
_TO_THE_PROGRAM = frozenset(
    """list show give find search help hello hi hey thanks thank please more again next ok okay yes no bye goodbye
    quit exit stop start test latest news new update updates anything everything something""".split()
)

_ANY_NEWS = frozenset(
    "article articles story stories headline headlines report reports press release releases".split()
)
"""Words for whatever was in the news: "headlines from 3 May" asks for what appeared then, not for headlines."""


class Browsed(NamedTuple):
    """What a page is asked about, as it was typed, and whether the newest is asked for."""

    topic: str
    newest: bool


def browsed(typed: str, *, of_outlet: bool = False, all_of_it: bool = False) -> Browsed | None:
    """Return what some words ask a page about; None for a question, a follow-up, or words to the program.

    Args:
        of_outlet: Whether an outlet was taken out of them, with its noun: "articles from the Inland Post on tolls".
        all_of_it: Whether they are known to be a topic, "the tax on ferries", and nobody's words on one.
    """
    if of_outlet:  # "articles in the Inland Post mentioning tolls"
        typed = _MENTIONING.sub(" on ", typed)
        typed = f"articles {typed.lstrip()}" if _ON.match(typed) else typed
    if len(typed) > _LONGEST:
        return None
    words = _ENDS.sub("", typed)
    forms = (
        (_NEWEST, True),
        (_ANY, False),
        (_TELL, False),
        (_OF_ARTICLES, False),
        (_PROFILE, False),
        (_NEWEST_AFTER, True),
    )
    for pattern, newest in forms:
        match = pattern.fullmatch(words)
        named = match.groupdict().get("named") if match else None
        if named and not _CAPITALS.fullmatch(named):
            continue
        typed_topic = (match["topic"] or match.groupdict().get("covered") or named or "") if match else ""
        if match and (topic := _noun_phrase(typed_topic)):
            return Browsed(topic, newest or bool(match.groupdict().get("by_date")))
    if typed.rstrip().endswith("?"):
        return None
    alone = _noun_phrase(words, all_of_it=all_of_it)
    return Browsed(alone, newest=False) if alone else None


def bounds_alone(question: str, today: date, outlets: list[FoundOutlet]) -> list[FoundDate] | None:
    """Return the date, if there is one, of a question for all that a time or an outlet has: "What happened on 3 May?".

    None for every other question.
    """
    # "In the Inland News" alone goes on from another question.
    without = [re.sub(re.escape(one.source), " ", question, flags=re.IGNORECASE) for one in outlets]
    places = [(one.start, one.end) for one in outlets]
    wrote = _OUTLET_WROTE.match(skip_courtesy(blank(question, places))) if outlets else None
    named = places if wrote or any(map(_OF_OUTLET.search, without)) else []
    plain = skip_courtesy(blank(question, named))[:_LONGEST].strip()
    rest = plain[wrote.end() :] if wrote else asked_time(plain)
    if rest is None and named:
        rest = plain  # of "articles from the Inland Post" nothing is left
    if rest is None:
        return None
    # "From May" is a month by what stands before it: "news from May".
    text = rest if (found := find_dates(rest, today=today)) else plain
    found = found or find_dates(plain, today=today)
    if len(found) > 1 or not (found or named):
        return None
    start = text.rfind(rest) if text is plain else 0
    left = blank(text, [(one.start, one.end) for one in found])[start : start + len(rest)]
    return found if clean(left).strip().lower() in ("", "of") else None


def asked_time(question: str) -> str | None:
    """Return what stands after the opening of a question for all that happened: "on 3 May?"; None for any other."""
    match = _IN_A_TIME.match(question[:_LONGEST].strip())
    return _ABOUT_WHAT.sub("", question[:_LONGEST].strip()[match.end() :]) if match else None


def _noun_phrase(words: str, *, all_of_it: bool = False) -> str | None:
    """Return words that may name a topic: a few, of which none is a verb of asking, speaking or being."""
    words = _ENDS.sub("", words)
    found = [match[0].casefold() for match in _WORD.finditer(words)]
    if (
        not 0 < len(found) <= _MOST_WORDS
        or not content_terms(words)
        or re.split("['’]", found[0])[0] in _OPENERS | _TO_THE_PROGRAM
    ):
        return None
    if {*found} <= _TO_THE_PROGRAM | _ANY_NEWS | function_words.DETERMINERS:
        return None
    if any(word in _NO_NOUN or _speaks(word, last=at == len(found)) for at, word in enumerate(found, 1)):
        return None
    # "Strand on the ferries" asks for somebody's words on something.
    return None if " on " in f" {' '.join(found)} " and not all_of_it else words


def _speaks(word: str, *, last: bool) -> bool:
    """Return whether a word is a verb of speaking: "Quill claims victory", though not "asylum claims"."""
    verb = FINITE.get(word)
    if verb is None or word in BASE:
        return False
    return not (last and word.endswith("s") and verb.lemma in NOUN_TOO)
