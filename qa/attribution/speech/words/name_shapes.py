"""Tell names from the articles and verbs that they look like: "A. Quill", "Will Quill", "Ada Broke"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import AUXILIARIES
from qa.language.lexicon.name_parts import URGED
from qa.language.lexicon.reporting_verbs import SPEECH, VERBS
from qa.language.lexicon.roles import ROLES
from qa.language.lexicon.titles import TITLES

_NAMES_TOO = frozenset("will rose drew may".split())
"""Finite verbs that are frequent names."""
_SAYS = SPEECH | {"told", "tells"}
_BEFORE_MONTH = frozenset("in of since by until from last this next early late mid during and".split())
_IN_NAMES = frozenset("one two three four five the".split())
_ARTICLES = frozenset(("the", "a", "an"))
_TITLE = 15
"""Characters of a quotation in small letters that may still be a part of a name."""
_SMALL_WORD = 3
"""Letters of a word that may lack its capital in a headline: "of", "the"."""


def is_initial(token: Token) -> bool:
    """Tell whether a token is a letter with a full stop: "A." in "James A. Quill" is no article."""
    return token.kind is Kind.NAME and len(token.low) == 1 and token.end - token.start == 2


def is_party_and_state(token: Token) -> bool:
    """Tell whether a word begins what stands after a lawmaker's name: "Guy Hale, R-Ohio", "D-New York"."""
    return token.kind is Kind.NAME and len(token.low) > 3 and token.low[:2] in ("d-", "i-", "r-")


def is_middle_a(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "A" stands inside a name, without its full stop: "Ada A Quill"."""
    if tokens[at].low != "a" or tokens[at].kind is not Kind.NAME or not 0 < at < len(tokens) - 1:
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    return left.kind is right.kind is Kind.NAME and left.low not in VERBS


def is_given_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "Will" is a name: a capital before another one, and after none; or beside "said", as "Rose" too.

    No verb stands right after an article, so that "the Met" is a name, and "a Met Office clerk" is none who met.
    """
    if follows_article(tokens, at):
        return True
    titled = 0 < at < len(tokens) - 1 and tokens[at - 1].low in TITLES and tokens[at].low in TIMES
    if titled and tokens[at].kind is tokens[at + 1].kind is Kind.NAME:
        return True  # "said Dr. Jan Quill"
    if tokens[at].low not in _NAMES_TOO or tokens[at].kind is not Kind.NAME or at + 1 >= len(tokens):
        return False
    timed = tokens[at].low == "may" and at > 0 and tokens[at - 1].low in _BEFORE_MONTH
    if tokens[at + 1].low in _SAYS or (at and tokens[at - 1].low in _SAYS):
        return not timed  # "said Rose", "Drew told them", but not "those who in May said"
    if tokens[at].low != "will":
        return False
    after_name = at > 0 and tokens[at - 1].kind is Kind.NAME
    return tokens[at + 1].kind is Kind.NAME and not after_name


def is_surname(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word that looks like a verb or an adverb is a name: "Ada Broke left", "Ivo Long, a clerk"."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at].low in AUXILIARIES:
        return False
    if follows_article(tokens, at):
        return True
    small = tokens[at + 1].kind is Kind.WORD or tokens[at + 1].low == ","
    return tokens[at].kind is tokens[at - 1].kind is Kind.NAME and small


def follows_article(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a capital after an article shows that a word is a name and no verb: "a leader of the Left party"."""
    return at > 0 and tokens[at].kind is Kind.NAME and tokens[at - 1].low in _ARTICLES


def is_told(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a quotation after a name is no title: "told the Harwick Times “there is no date” for it"."""
    quote = tokens[at].quote
    long = quote is not None and quote.inner_end - quote.inner_start > _TITLE
    return long and tokens[at].low[1].islower() and tokens[at - 1].kind is Kind.NAME


def is_inside_name(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Tell whether an article or a number is part of a name: "Radio One", "Save the Children" from its start on."""
    if tokens[at].low in _IN_NAMES and tokens[at].kind is tokens[at - 1].kind is Kind.NAME:
        return True
    return at == start + 1 and is_campaign(tokens, start)


def is_campaign(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name begins that says what to do: "Save the Harbour"."""
    if at + 2 >= len(tokens) or tokens[at].low not in URGED or tokens[at + 1].low not in ("the", "our"):
        return False
    return tokens[at].kind is tokens[at + 2].kind is Kind.NAME


def is_title(token: Token) -> bool:
    quote = token.quote
    if quote is None or not quote.closed or quote.inner_end - quote.inner_start >= 40:
        return False
    return token.low[-1] not in ",.?!…—-"


def is_short_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether brackets with one name begin at a place."""
    marks = [token.low for token in tokens[at : at + 3 : 2]] if at > 0 else []
    return marks == ["(", ")"] and tokens[at + 1].kind is Kind.NAME


def joins_name(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether a mark stands inside a name: "Quill & Brandt", "Harris'", "the Port (DP) Director Quill"."""
    if tokens[at].low in "'’":
        return tokens[at - 1].low.endswith("s")
    if tokens[at].low == "&":
        return at + 1 < end and tokens[at + 1].kind is Kind.NAME
    opening = at if tokens[at].low == "(" else at - 2
    if not is_short_name(tokens, opening) or opening + 3 >= end:
        return False
    following = tokens[opening + 3]
    return following.low in ROLES or (following.kind is Kind.NAME and following.low not in TIMES)


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Tell whether most words have a capital, as in a headline: "Quill Says Levee Broke Overnight"."""
    words = [token.kind for token in tokens if token.kind <= Kind.NAME and len(token.low) > _SMALL_WORD]
    return 2 * words.count(Kind.NAME) > len(words)


def joins_places(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "and" joins what one preposition governs: "Clerks in both Dene and the Isles said"."""
    if (
        at < 2
        or tokens[at].low != "and"
        or tokens[at + 1].low != "the"
        or tokens[at - 1].kind is not Kind.NAME
    ):
        return False
    first = at - 1
    while first > 1 and (tokens[first - 1].kind is Kind.NAME or tokens[first - 1].low == "both"):
        first -= 1
    plural = first > 1 and tokens[first - 2].kind <= Kind.NAME and tokens[first - 2].low.endswith("s")
    return plural and tokens[first - 1].low in ("in", "from") and tokens[at + 2].kind is Kind.NAME
