"""Read questions that ask who or what a name is, or who bears an office: "Who is Una Strand?", "What is the RFA?"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from qa.datatypes import Scope
from qa.language.lexicon.calendar import MONTH_NAMES, MONTHS
from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.function_words import DETERMINERS
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, term
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.described import asked_for
from qa.understanding.scan import clean, skip_courtesy
from qa.understanding.who_is import named_by_work, office_asked

_LONGEST = 100
_ASKED = regex(
    r"(?:who|what)(?:\s+(?:exactly|again))?(?:['’]s|\s+(?:is|was|are|were))(?:\s+(?:exactly|again|this|that))?"
    r"\s+(?P<rest>[^?]+?)(?:\s+(?:again|exactly|anyway|by\s+the\s+way|please))?\s*\?*\s*$",
    re.IGNORECASE,
)
_ASKED_LAST = regex(r"who\s+(?P<rest>[^?]+?)\s+(?:is|was)\s*\?*\s*$", re.IGNORECASE)
_ABOUT = regex(r"(?:what\s+do\s+(?:we|you)\s+know\s+)?about\s+(?P<rest>[^?]+?)\s*[?.!]*\s*$", re.IGNORECASE)
_LEADS = regex(
    r"who(?:\s+(?P<verb>leads|led|heads|headed|chairs|chaired|runs|ran|owns|owned|coaches|coached|manages|managed|founded|edits|edited)"
    # Not "who is leading the polls?".
    r"|(?:['’]s|\s+is|\s+was)\s+(?:(?:currently|now)\s+)?(?P<going>heading|chairing|running|coaching|managing|editing))"
    # "Who runs for mayor?" and "who ran in Harwick?" ask for nobody's head.
    r"\s+(?!(?:for|against|on|out|to|in|at|by|from|with|away|off|into|over|up|as|after|around|through)\b)(?P<rest>[^?]+?)"
    r"(?:\s+(?:(?:for\s+)?now|for\s+the\s+time\s+being|at\s+the\s+moment|these\s+days|today))?\s*\?*\s*$",
    re.IGNORECASE,
)
_AGE = regex(
    r"how\s+old\s+(?:is|was)\s+(?P<rest>[^?]+?)(?:\s+now)?\s*\?*\s*$|what\s+age\s+(?:is|was)\s+(?P<other>[^?]+?)\s*\?*\s*$",
    re.IGNORECASE,
)
# "Arrested in Harwick", "hurt", "elected mayor"; "Ahmed" is somebody.
_DONE = regex(
    r"(?:[a-z]{3,}ed|hurt|shot|found|chosen|left|sent|put|held|caught|hit|beaten|given|taken|born|told|paid|made|bitten|struck|sued)"
    r"(?:\s|$)"
)
_LEADING = {
    verb: noun
    for noun, verbs in (
        ("leader", "leads led"),
        ("chairman", "chairs chaired chairing"),
        ("head", "heads headed heading runs ran running"),
        ("owner", "owns owned"),
        ("coach", "coaches coached coaching"),
        ("manager", "manages managed managing"),
        ("founder", "founded"),
        ("editor", "edits edited editing"),
    )
    for verb in verbs.split()
}
_THEN = regex(
    rf"\s+(?:back\s+in|in|during|as\s+of)\s+(?:(?P<month>{'|'.join(MONTH_NAMES)})\s+)?(?P<year>(?:19|20)\d{{2}})\s*$",
    re.IGNORECASE,
)
_NO_OFFICE = frozenset("founded led owned owns ran running runs".split())
"""What needs no office: "who ran the marathon?", "who led Harwick to the title?"; who stands in runs it too."""
# "The head of it", of "who runs it?", is nobody's office; "the IT director" is one.
_POINTS = regex(r"\b(?:it|he|she|they|him|them)\b|\b(?:this|that|her)$")
_SMALL = frozenset("of the and for in de la von van der al bin & ".split())
"""Words in small letters that stand inside of names: "Bank of Dene"."""


def verbs_of(noun: str) -> frozenset[str]:
    """Return the verbs for what the bearer of an office does: an editor "edits" and "edited"."""
    return frozenset(verb for verb, bearer in _LEADING.items() if bearer == noun)


def by_office(question: str) -> str:
    """Return "Who chairs Quill Foods?" as "Who is the chairman of Quill Foods?"; any other question as it is.

    Articles have the noun, "chairman Tom Brandt", and hardly ever the verb. "What does Tom Brandt do?" asks who he is.
    """
    plain = skip_courtesy(question)
    if (bearer := named_by_work(plain) or office_asked(plain)) is not None:
        return f"Who is {bearer}?"
    match = _LEADS.match(plain)
    verb = (match["verb"] or match["going"]).lower() if match else ""
    rest = clean(match["rest"]) if match else ""
    if not rest or verb in _NO_OFFICE:
        return question
    return f"Who is the {_LEADING[verb]} of {rest}?"


class AskedIntroduction(NamedTuple):
    """Whom or what a question asks to be introduced.

    `words` are a name, or a phrase for whoever bears an office: "Una Strand", "the mayor of Harwick". `person` is
    whether it asks who, None where a person or a body may be meant. `age`: it asks how old somebody is.
    """

    words: str
    person: bool | None
    age: bool = False


def asked_introduction(question: str) -> AskedIntroduction | None:
    """Return what a question asks to be introduced; None for every other question."""
    text = skip_courtesy(question)
    if len(text) > _LONGEST:
        return None
    if (bearer := named_by_work(text) or office_asked(text)) is not None:
        return AskedIntroduction(bearer, person=True)
    if match := _LEADS.match(text):
        rest, verb = clean(match["rest"]), match["verb"] or match["going"]
        office = f"the {_LEADING[verb.lower()]} of {rest}"
        return AskedIntroduction(office, person=True) if rest else None
    if match := _ABOUT.match(text):
        words = clean(match["rest"])
        return AskedIntroduction(words, person=None) if looks_like_a_name(words) else None
    if match := _AGE.match(text):
        return AskedIntroduction(clean(match["rest"] or match["other"]), person=True, age=True)
    match = _ASKED.match(text) or _ASKED_LAST.match(text)
    words = clean(match["rest"]) if match else ""
    return AskedIntroduction(words, person=text[:3].lower() == "who") if words else None


def borne_then(asked: AskedIntroduction, scope: Scope) -> tuple[AskedIntroduction, Scope]:
    """Return who bore an office in a year or a month as who bears it by the articles of then: "the mayor in 2015"."""
    match = _THEN.search(asked.words)
    if match is None or asked.age or not asked.words[: match.start()].strip():
        return asked, scope
    year, month = int(match["year"]), MONTHS.get((match["month"] or "")[:3].lower())
    first = date(year, month or 1, 1)
    last = date(year, month or 12, monthrange(year, month or 12)[1])
    since, until = max(filter(None, (scope.since, first))), min(filter(None, (scope.until, last)))
    return asked._replace(words=asked.words[: match.start()]), replace(scope, since=since, until=until)


def asked_thing(question: str) -> str | None:
    """Return the thing that a question asks to be introduced, as typed: a name or one word, "what's petanque"."""
    asked = asked_introduction(question)
    if asked is None or asked.person is not False:
        return None
    words = without_determiner(asked.words)
    single = " " not in words and not words.endswith("ing") and not is_stop_term(term(words))
    return asked.words if single or looks_like_a_name(words) else None


def asks_for_person(question: str) -> bool:
    """Return whether a question asks who somebody is, or how old: not "who was arrested in Harwick?"."""
    asked = asked_introduction(question)
    return asked is not None and asked.person is True and not _is_done(asked.words)


def _is_done(words: str) -> bool:
    first = words.split(maxsplit=1)[0]
    return _DONE.match(words) is not None and gender_of(first) is None


def names_what_is_led(question: str) -> bool:
    """Return whether a question asks who somebody is by what they do to a thing: "who owns the mill?"."""
    return _LEADS.match(skip_courtesy(question)) is not None


def asked_person(question: str, speakers: KnownSpeakers) -> str | None:
    """Return whom a question asks to be introduced: a name as the archive has it or as it was typed, or an office."""
    asked = asked_introduction(question)
    if asked is None or asked.person is False or _POINTS.search(asked.words.partition(" (")[0]):
        return None
    if asked_for(asked.words) is not None:
        return asked.words
    if name := match_speaker(asked.words, speakers).exact:
        known = speakers.speaker(name)
        return name if known is not None and known.kind == "person" else None
    return asked.words if asked.person and looks_like_a_name(asked.words) else None


def without_determiner(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in DETERMINERS else words


def looks_like_a_name(words: str) -> bool:
    """Return whether each word of a phrase has a capital, as names have: "Una Strand", "Bank of Dene"."""
    each = words.split()
    return words[:1].isupper() and all(
        word[:1].isupper() or word[:1].isdigit() or word in _SMALL for word in each
    )
