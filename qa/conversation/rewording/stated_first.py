"""Write as one question what first names whom it asks of: "his wife, is she coming too?", "Quill backs it, right?".

Whole turns of two clauses have no form of their own, and the second says "she" or "those" of what the first one names.
"""

from __future__ import annotations

import re

from qa.conversation.earlier.agreement import gender_of_name, is_relative
from qa.conversation.pronouns.pronouns import put_in
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.follow_up_words import HE, SHE
from qa.language.lexicon.function_words import ONLY_FINITE
from qa.language.lexicon.inflection import inflect
from qa.language.lexicon.question_words import (
    AUXILIARIES_WITH_CAN,
    AUXILIARIES_WITH_SHOULD,
    PRONOUNS,
    QUESTION_WORDS,
)
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.patterns import regex
from qa.understanding.words import bare, is_role

_LONGEST = 160
_MOST_WORDS = 8
_LEAD = r"\s*(?:(?:and|but|so|ok|okay|well|wait|then|now)[\s,]+)*"
_ASKS = rf"(?:(?:what|who|when|where|why|how)(?:['’]?s)?|{AUXILIARIES_WITH_SHOULD})"
_OF_SOMEBODY = regex(
    rf"{_LEAD}(?:(?:what|how)\s+about\s+|as\s+for\s+)?(?P<who>(?:(?:the|that|this|those|these|his|her|their|its)|[^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*)?['’]s)\s+[a-z][^,;:?!.]{{1,60}}?)\s*[,;:?–—-]+\s+"
    rf"(?P<asks>{_ASKS}\b.*)",
    re.IGNORECASE,
)
_OF_THINGS = regex(
    rf"{_LEAD}(?:(?:what|how)\s+about\s+|as\s+for\s+)(?P<what>[^\W\d_][^,;:?!.]{{1,40}}?)\s*[,;:?–—-]+\s+(?P<asks>{_ASKS}\b.*)",
    re.IGNORECASE,
)
"""Things, and then a question in which somebody else is "he": "what about tolls, does she like those?"."""
_THOSE = regex(
    r"\b(?:those|these|them|it)\b(?=[\s?!.]*$|\s+(?:too|as\s+well|either|also|then)\b)", re.IGNORECASE
)
_CLAUSE = regex(r"\s+(?:who|that|which|from|of|in|at|on|with|near|behind|for)\s.*", re.IGNORECASE | re.DOTALL)
_OWNS = regex(r"[^,]*?['’]s\s+")
_GUYS = frozenset("guy man woman girl boy lady dude bloke chap person kid".split())
_WHO_IS_IT = regex(
    rf"{_LEAD}(?P<who>[^\W\d_][\w’'.-]*(?:\s+[^\W\d_][\w’'.-]*){{0,3}}?)\s*[,;:?–—-]+\s*who(?:['’]?s|\s+(?:is|was))\s+(?:that|this|he|she|it)[\s?!.]*",
    re.IGNORECASE,
)
"""Who somebody is whose name stands first: "and Brandt, who's that?"."""
_PEOPLE = frozenset("people folks men women children kids parents workers".split())
_TAGS = (
    rf"(?:right|correct|yes|yeah|no|huh|eh|innit|is\s+that\s+right|am\s+i\s+right|(?:{AUXILIARIES_WITH_CAN})"
    r"(?:n['’]?t|\s+not)?\s+(?:he|she|they|it|there)(?:\s+not)?|(?:ai|are|is)n['’]?t\s+i)"
)
_NOT = regex(r"\w(?:n['’]t|nt)\b")
_FINITE = frozenset("is are was were has have had will would could does did".split())
_BEFORE_SILENT_E = ("s", "z", "v", "c", "u", "g")
_WITHOUT_E = ("ss", "zz", "ing", "ong", "gg")
_A_THING = regex(r"(?:an?|the|no|any|some|his|her|their|\d+)\s", re.IGNORECASE)
_TAGGED = regex(
    rf"{_LEAD}(?P<who>(?!(?:that|this|it|you|i|we|there|who|what|when|where|why|how)\b)(?:(?:the|an?|his|her|their|its|my|our)\s+)?[^\W\d_][\w’'.-]*(?:\s+[^\W\d_][\w’'.-]*){{0,4}}?)\s+"
    rf"(?:(?P<be>is|are|was|were|has|had|will|would)(?:n['’]?t)?|(?P<verb>[a-z]{{3,}}s)|(?P<did>[a-z]{{2,}}ed))(?:\s+(?P<rest>[^,;:?!.]{{2,80}}?))?\s*[,–—-]?\s+{_TAGS}(?P<mark>[\s?!.,]*)"
    r"(?:(?:and|but)\s+)?(?P<asks>why|how\s+come|since\s+when|where|when)?[\s?!.]*",
    re.IGNORECASE,
)


def stated_first(question: str) -> str | None:
    """Return what a turn asks of whom or what it names first; None for a turn that has none of these forms."""
    if len(question) > _LONGEST or any(mark in question for mark in '"“”«»'):
        return None
    if (named := _WHO_IS_IT.fullmatch(question)) is not None and _names(named["who"]):
        return f"who is {named['who']}?"
    return _of_somebody(question) or _of_things(question) or _of_a_statement(question)


def _names(words: str) -> bool:
    return {bare(word) for word in words.split()}.isdisjoint(PRONOUNS | QUESTION_WORDS)


def _of_somebody(question: str) -> str | None:
    match = _OF_SOMEBODY.fullmatch(question)
    if match is None or len(match["who"].split()) > _MOST_WORDS:
        return None
    who = match["who"]
    owned = _OWNS.match(who)
    head = _CLAUSE.sub("", who[owned.end() :] if owned else who.split(maxsplit=1)[1]).lower()
    first = bare(who.split()[0])
    asked = f"{match['asks']} "
    several = bare(head.split()[-1]) in _PEOPLE or (is_role(head) and head.endswith("s"))
    guy = bare(head.split()[-1]) in _GUYS
    if not (several or guy or is_role(head) or is_relative(head)):
        return None
    pronouns = re.findall(r"\b(?:he|she|they|him|her|them|his|their)\b", asked, re.IGNORECASE)
    if not pronouns:
        return None
    said = pronouns[0].lower()
    gender = None if several else gender_of_name(head)
    fits = (
        said in ("they", "them", "their")
        if several
        else gender is None
        or said not in HE | SHE | {"his", "her"}
        or (said in SHE | {"her"}) == (gender == "f")
    )
    # "His brother, did he pay?" is the brother's; but "his wife, did he leave her?" is not all hers.
    one = len({each.lower() in SHE | {"her"} for each in pronouns}) == 1
    return put_in(match["asks"], who) if fits and (one or first not in HE | SHE | {"his", "her"}) else None


def _of_things(question: str) -> str | None:
    match = _OF_THINGS.fullmatch(question)
    if match is None:
        return None
    if not _names(match["what"]) or is_role(match["what"]):
        return None
    at = _THOSE.search(match["asks"])
    others = re.search(r"\b(?:he|she|they|you|we)\b", match["asks"], re.IGNORECASE)
    if at is None or others is None or others.start() > at.start():
        return None
    return f"{match['asks'][: at.start()]}{match['what']}{match['asks'][at.end() :]}"


def _of_a_statement(question: str) -> str | None:
    """Return the question of a statement with a tag: "is Quill against it?" of "Quill is against it, right?"."""
    match = _TAGGED.fullmatch(question)
    if match is None or not (match["asks"] or match["mark"].strip() or _NOT.search(question)):
        return None
    if (match["did"] or match["verb"]) and _goes_on(match["did"] or match["verb"], match["rest"] or ""):
        return None
    words = {bare(word) for word in match["who"].split()}
    if not words.isdisjoint(QUESTION_WORDS):
        return None
    asks = f"{match['asks']} " if match["asks"] else ""
    if match["did"]:
        did = _base_of(match["did"].lower(), past=True)
        return f"{asks}did {match['who']} {did} {match['rest'] or ''}".rstrip() + "?" if did else None
    if not match["rest"]:
        return None
    if match["be"] and match["be"].lower() in ("has", "had") and _A_THING.match(match["rest"]):
        aux = "does" if match["be"].lower() == "has" else "did"
        return f"{asks}{aux} {match['who']} have {match['rest']}?"  # "she has a shop, doesn't she?"
    if match["be"]:
        return f"{asks}{match['be'].lower()} {match['who']} {match['rest']}?"
    verb = _base_of(match["verb"].lower())
    return f"{asks}does {match['who']} {verb} {match['rest']}?" if verb else None


def _goes_on(form: str, rest: str) -> bool:
    """Tell whether what may be a verb is in a name before one: "Ada Stanes is for it", "Uncle Fred said no"."""
    words = [bare(word) for word in rest.split()]
    if is_given(form.lower()) or is_role(form) or (words and words[0] in ONLY_FINITE | {"of", "and", "or"}):
        return True  # and "the mayors of Dene oppose it"
    # But "Quill says it is shut" tells what is said.
    return form.lower() not in VERBS and not _FINITE.isdisjoint(words)


def _base_of(form: str, *, past: bool = False) -> str | None:
    """Return the base of a verb in the present, or the past: "carry" of "carries"; None for what is no such form."""
    if form.endswith("ss"):
        return None
    # "Raised" and "uses" are of "raise" and "use"; but "passed" is of "pass".
    silent = form[:-2].endswith(_BEFORE_SILENT_E) and not form[:-2].endswith(_WITHOUT_E)
    stems = (f"{form[:-3]}y", *((form[:-1], form[:-2]) if silent else (form[:-2], form[:-1])))
    formed = ((stem, inflect(stem)[0]) for stem in stems if len(stem) > 1 + past)
    return next((stem for stem, forms in formed if form == (forms.past if past else forms.present)), None)
