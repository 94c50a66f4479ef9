"""Decide whether a form that may be a noun or a verb is a verb where it stands: "plans", "say"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.phrases import phrase_before
from qa.attribution.speech.words.plurals import COLLECTIVES, OF_MANY, SHOWING
from qa.attribution.speech.words.single_words import is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import (
    ADVERBS,
    COUNTS,
    DETERMINERS,
    OUTER_ONLY,
    PERSONAL,
    PLURALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from qa.language.lexicon.groups import BODIES
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.reporting_nouns import DOCUMENTS, LEGAL_PAPERS, NOUNS, PUBLICATIONS, SAYING_NOUNS
from qa.language.lexicon.reporting_verbs import NOUNS_TOO, VERBS, Verb
from qa.language.lexicon.roles import ANY_ROLE, HUMAN, ROLES
from qa.language.lexicon.turning_words import COUNTING

_NOUNS_TOO = NOUNS | NOUNS_TOO
_QUALIFY = frozenset(
    """similar such new previous initial recent public biggest largest smallest poorest richest strongest latest
    numerous little""".split()
)
"""Adjectives that stand before a noun, and before no verb."""
_OF_ADJECTIVES = ("al", "ic", "ive", "ful", "ary")
_STATING = PUBLICATIONS | SAYING_NOUNS | DOCUMENTS | LEGAL_PAPERS | COLLECTIVES
_OF_PLURALS = frozenset("are aren't were weren't have haven't do don't remain continue persist".split())
_WHAT = frozenset("what which who that whatever".split())
_NEAR = 6
_OF_STATE = (
    BODIES
    | JOBS
    | ROLES
    | frozenset(
        "government governments law laws officials police troopers lawmakers funds budget court courts".split()
    )
)
"""Nouns before which "state" says whose they are."""
_TOLD_BY_SEVERAL = frozenset(("note", "claim", "state", "report", "estimate"))
_DEEDS = frozenset(("attacks", "protests"))
_OPENS = frozenset(("amid", "despite", "with"))
"""What opens a sentence with a phrase that goes on to its comma."""
_OPENS_CLAUSE = SUBORDINATORS | SUBJECT_PRONOUNS | OUTER_ONLY | frozenset((",", "what", "which", "who"))


def is_noun(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Tell whether a form that is noun and verb stands as a noun: "raised questions about", "heaps praise on".

    Three things tell, each only where the one before does not: the phrase around it, the word before, what follows.
    """
    if (noun := _in_phrase(tokens, at)) is not None:
        return noun
    if tokens[at].low not in _NOUNS_TOO or _is_as_told(tokens, at):
        return False
    noun = _after_word(tokens, at)
    return _before_words(tokens, at, verb) if noun is None else noun


def _in_phrase(tokens: Sequence[Token], at: int) -> bool | None:
    """Tell by a phrase around it what a form is: "the workers' demands", "New estimates about 30 boats"."""
    left = tokens[at - 1] if at else None
    if at > 1 and left is not None and left.low in "'’" and left.start == tokens[at - 2].end:
        return tokens[at - 2].low.endswith("s")  # "the workers' demands include a raise"
    if tokens[at].low in _NOUNS_TOO | _DEEDS:
        if left is not None and left.low.startswith(("anti-", "pro-")):
            return True  # "anti-Quill protests escalate"
        if tokens[0].low in _OPENS and all(t.low not in _OPENS_CLAUSE for t in tokens[1:at]):
            return True  # "With Harwick protests growing, Quill will send"
        if at == 1 and left is not None and left.low.endswith(("ful", "ous")):
            return True  # "Powerful protests for change": a capital from the place
        verb_follows = at + 1 < len(tokens) and is_verb_like(tokens[at + 1])
        if tokens[at].low.endswith("s") and verb_follows and _is_named_by(tokens, at):
            return True  # "charged with theft during the Harwick protests appeared in court"
    if tokens[at].low == "protests" and at > 1 and left is not None and left.kind is Kind.NUMBER:
        return tokens[at - 2].low in DETERMINERS  # "The 2011 protests against the toll grew"
    if tokens[at].low == "estimates" and _counts_next(tokens, at + 1):
        # "The agency estimates about 90 boats are lost", but "New estimates about 30 boats were wrong"
        return left is not None and left.low in _QUALIFY
    if tokens[at].low == "state" and at + 1 < len(tokens) and tokens[at + 1].low in _OF_STATE:
        return True  # "Harwick and Orsa state government"
    if tokens[at].low == "states" and left is not None and left.low in ("u.s", "us"):
        return True  # "U.S. states that tax boats pay"
    if at > 1 and left is not None and left.kind is Kind.WORD and tokens[at].low.endswith("s"):
        counted = tokens[at - 2].low in COUNTS - {"some", "many", "most"} and not left.low.endswith("s")
        if left.low == "more" or (counted and left.low not in PLURALS | ADVERBS | {"of"}):
            return True  # "seven grim signals that shook it", "those who have 55 or more repeats"
    return None


def _after_word(tokens: Sequence[Token], at: int) -> bool | None:
    """Tell by the word before it what a form is: "similar comments", but "She claims"."""
    left = tokens[at - 1] if at else None
    if left is not None and left.low in PERSONAL:
        return False  # "She claims, on good grounds, that"
    if (
        left is not None
        and left.kind is Kind.WORD
        and (left.low.endswith(("ed", "ing", "ous")) or left.low in _QUALIFY)
    ):
        return True  # "made similar comments on the show", "the previous state court"
    if (
        at > 1
        and left is not None
        and left.low.endswith(_OF_ADJECTIVES)
        and tokens[at - 2].low in PREPOSITIONS
    ):
        return True  # "held on federal charges that he lied"
    if at == 1 and left is not None and left.low.endswith("ing") and tokens[at].low.endswith("s"):
        return True  # "Answering claims that it was cold, the clerk left": a capital from the place
    if at == 1 and left is not None and left.low.endswith("ed") and _is_verb_form(left):
        return True  # "Repeated calls for a vote were heard"
    return None


def _before_words(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Tell by what follows it whether a form is a noun: "raised questions about it", but "Quill plans to leave"."""
    left = tokens[at - 1] if at else None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind is Kind.SUFFIX or following.low == "which":
        return True
    alone = at == 1 or tokens[at].kind is Kind.NAME
    labels = alone and tokens[at].low.endswith("s") and following.low == ":"
    if labels and at + 2 < len(tokens) and tokens[at + 2].kind is not Kind.QUOTE:
        return True  # "Hidden charges: fees that are added later", "Harwick, United States: Ferries are slow"
    if tokens[at].low == "report" and left is not None and left.low == "," and following.low.endswith("s"):
        # "The levee is low, report engineers", but "In the memo, report authors said"
        verb_next = at + 2 < len(tokens) and is_finite(tokens[at + 2])
        return verb_next or following.low not in ANY_ROLE | JOBS
    if left is not None and left.kind is Kind.NUMBER and tokens[at].low == "points":
        return True  # "rose a record 504.75 points to 2,925"
    if following.low in (".", ",") and (_ends_report(tokens, at) or _notes_aside(tokens, at)):
        return False  # "The levee broke, the reports show."
    if left is not None and tokens[at].low.endswith("s") and (left.kind is Kind.NUMBER or left.low in COUNTS):
        return True  # "four states that vote"
    if _after_quotation(tokens, at):
        return False  # `"It is over," Quill reports on Monday`
    # What begins a sentence may have its capital from that.
    common = left is not None and (left.kind is Kind.WORD or at == 1) and tokens[at].low.endswith("s")
    if common and (is_finite(following) or is_verb_like(following) or following.low in OF_MANY | SHOWING):
        return True  # "rights advocates have asked", "advocates say"
    predicate = next((t.low for t in tokens[at + 1 :] if t.low not in ADVERBS), "")
    if tokens[at].low.endswith("s") and predicate in _OF_PLURALS:
        # "The HRA advocates just have no wit", but "What Quill claims are errors"
        return _WHAT.isdisjoint(token.low for token in tokens[max(0, at - _NEAR) : at])
    if tokens[at].low.endswith("s") and following.low == "that" and at + 2 < len(tokens):
        # "Southern states that will vote", "racist attacks that were condemned", "rebukes that outweighed the praise"
        deed = verb.frames == {"object"} and tokens[at + 2].low.endswith("ed")
        return deed or is_finite(tokens[at + 2])
    if following.low == "to" and left is not None and "to" in verb.frames:
        # "Quill plans to leave", but "Quill's plans to leave"
        return left.kind is not Kind.NAME and left.low not in SUBJECT_PRONOUNS
    if following.low == "," and at + 2 < len(tokens) and tokens[at + 2].kind is Kind.QUOTE:
        return False
    if following.low in ("for", "on") and tokens[at].low in ("call", "calls", "appeal", "appeals"):
        # "Quill's brother calls for a vote"
        does = left is not None and (
            left.kind is Kind.NAME or left.low in SUBJECT_PRONOUNS | HUMAN | ANY_ROLE
        )
        return not does
    return following.low in PREPOSITIONS or following.low in (".", ",", "and", "or", "(", ")")


def _is_as_told(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "as" and a name go before a form, and a preposition after: "as Ada Quill notes at the Ledger"."""
    named = at
    while named and tokens[named - 1].kind is Kind.NAME:
        named -= 1
    return 0 < named < at and tokens[named - 1].low == "as" and tokens[at].low.endswith("s")


def _counts_next(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number follows, with or without "about"."""
    at += at < len(tokens) and tokens[at].low in (
        "about",
        "nearly",
        "almost",
        "around",
        "roughly",
        "over",
        "some",
    )
    return at < len(tokens) and (
        tokens[at].kind is Kind.NUMBER or tokens[at].low.partition("-")[0] in COUNTING
    )


def _is_named_by(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "the" and names stand before a noun: "the Harwick protests"."""
    first = at
    while first > 0 and tokens[first - 1].kind is Kind.NAME and tokens[first - 1].low != "the":
        first -= 1
    return 0 < first < at and tokens[first - 1].low == "the"


def _is_verb_form(token: Token) -> bool:
    return token.low in VERBS and VERBS[token.low].form == "past"


def _ends_report(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a source stands right before a place, after a comma: "Fares rose, a new analysis shows".

    What reports has a name: "It is over, the Ledger reports", but "They read maps, books, reports."
    """
    reports = tokens[at].low == "reports" and tokens[at - 1].kind is Kind.NAME
    if tokens[at].low not in ("show", "shows", "states", "notes", "claims") and not reports:
        return False
    source = phrase_before(tokens, at)
    if source is None or not source[0] or tokens[source[0] - 1].low != ",":
        return False
    return reports or any(t.low in PUBLICATIONS | SAYING_NOUNS | DOCUMENTS for t in tokens[slice(*source)])


def _notes_aside(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether only a name stands between a comma and "notes": "The issue, Quill notes, matters".

    Nor is "note" a noun in "The issue, the researchers note, matters".
    """
    several = phrase_before(tokens, at) if tokens[at].low in _TOLD_BY_SEVERAL else None
    if several is not None and several[0] and tokens[several[0] - 1].low == ",":
        head = tokens[several[1] - 1].low
        people = head in ANY_ROLE | PLURALS or head.removesuffix("s") in HUMAN | JOBS
        return head.endswith("s") and people
    first = at
    while first > 0 and tokens[first - 1].kind is Kind.NAME:
        first -= 1
    aside = tokens[at].low == "notes" and 1 < first < at and tokens[first - 1].low == ","
    return aside and any(is_finite(t) or is_verb_like(t) or t.kind is Kind.WORD for t in tokens[: first - 1])


def _after_quotation(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether only a name or a pronoun stands between a place and the quotation before it."""
    first = at
    while first > 0 and at - first < 5 and tokens[first - 1].kind is Kind.NAME:
        first -= 1
    if first < at and first > 0 and tokens[first - 1].low == "the":
        first -= 1  # `"It is over," the Post reports.`
    if first == at and at > 0 and tokens[at - 1].low in PERSONAL:
        first -= 1
    ends = tokens[at + 1].low in (".", ",") if at + 1 < len(tokens) else False
    source = phrase_before(tokens, at) if ends and first == at else None
    if source is not None and tokens[source[1] - 1].low in _STATING:
        first = source[0]  # `"It is over," the report states.`, `“We are back,” the band state.`
    return 0 < first < at and tokens[first - 1].kind is Kind.QUOTE and tokens[first - 1].low[-1] in ",.?!…—-"
