"""Part a subject from words that no comma parts from it: "In a speech on Monday | Ada Quill said".

`after_opening` finds one where the words before the verb look like the rest of what opens the sentence. The other
functions cut from a subject that was found what is no part of it: a time, an event, a place.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.name_shapes import is_given_name
from qa.attribution.speech.words.phrases import Phrase, phrase_after
from qa.attribution.speech.words.single_words import is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import SPANS, TIMES
from qa.language.lexicon.common_nouns import ABSTRACT_ENDINGS
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.function_words import (
    CONJUNCTIONS,
    DETERMINERS,
    PLURALS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from qa.language.lexicon.groups import GROUP_NOUNS, PERSONAL_GROUPS
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.reporting_nouns import PUBLICATIONS, SPEECH_PLACES
from qa.language.lexicon.roles import ANY_ROLE, HUMAN
from qa.language.lexicon.titles import BEFORE_SURNAMES
from qa.language.lexicon.verb_classes import IRREGULAR_PARTICIPLES

_OPENS = frozenset("in at on during for from under within throughout over following despite besides".split())
_SPEAKING = frozenset("commenting speaking talking writing posting reflecting tweeting".split())
_LONGEST_OPENING = 14
_LONGEST_SUBJECT = 6
_DESCRIBES = ANY_ROLE | HUMAN | JOBS
_HELD = ANY_ROLE | JOBS
_OF_SOMEBODY = PERSONAL_GROUPS | frozenset(
    "cabinet committee embassy estate foundation fund government office party regime".split()
)
"""Groups that somebody has or leads: "the Government of Norland President Ada Quill" is hers."""
_WHEN = TIMES | SPANS | {"time", "past", "times"}
_ENDS_OPENING = SPEECH_PLACES | PUBLICATIONS | _WHEN
"""Nouns with which an opening ends: what follows one is the subject, "In a monthly report | security firm Orsa"."""
_BESIDE_EVENTS = frozenset("after before since with".split())
_IN_PLACES = frozenset("in near outside at from".split())
_NEAR = frozenset("this that last next".split())


def after_opening(tokens: Sequence[Token], cue: Cue, phrase: Phrase) -> Phrase | None:
    """Return the subject at the end of a phrase that begins in what opens a sentence; None where it has none.

    Args:
        phrase: What looks like one phrase before the verb, after a preposition: "a speech Ada Quill".
    """
    first, end = phrase
    follows = tokens[cue.end] if cue.end < len(tokens) else None
    if follows is None or is_finite(follows) or not _opens_sentence(tokens, first - 1):
        return None  # "In a speech Quill said was her last, Brandt spoke"
    names = _names_begin(tokens, phrase)
    # "to the Harwick Council | Ada Quill"
    names = next((i for i in range(end - 1, names, -1) if tokens[i - 1].low in GROUP_NOUNS), names)
    ends = next((i for i in range(end - 2, first - 1, -1) if tokens[i].low in _ENDS_OPENING), None)
    if ends is not None and end - ends - 1 <= _LONGEST_SUBJECT and tokens[ends + 1].low not in PREPOSITIONS:
        several = tokens[end - 1].low.endswith("s") or tokens[end - 1].low in PLURALS | HUMAN
        return (ends + 1, end) if names < end or several else None
    role = names
    while role > first and _is_role(tokens[role - 1]):
        role -= 1
    if tokens[role - 1].low in DETERMINERS:
        role = names  # "to the mayor | Ada Quill said"
    before = tokens[role - 1]
    if not first < role < end or before.low in PREPOSITIONS | DETERMINERS:
        return None
    parted = before.kind is Kind.WORD or role < names or before.low in GROUP_NOUNS
    return (role, end) if parted and names < end else None


def after_event(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Return a subject without the event before it: "After | the vote | Quill said", but "After the firm Orsa said"."""
    first, end = phrase
    names = _names_begin(tokens, phrase)
    if first == 0 or tokens[first - 1].low not in _BESIDE_EVENTS or not first < names < end:
        return phrase
    event = tokens[names - 1]
    several = event.low.endswith("s") and not event.low.endswith("ss")  # "with residents | Quill said"
    # "After the mayor of Dene said" is no event, and neither is "After the Rail Union said".
    plain = event.kind is Kind.WORD and event.low not in PREPOSITIONS | DETERMINERS | CONJUNCTIONS
    plain = plain and (several or event.low not in _DESCRIBES | GROUP_NOUNS)
    opens = tokens[first].low in DETERMINERS or (several and names - first == 1)
    return (names, end) if opens and plain else phrase


def from_title(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Return a subject from its title on: "over the next tides | Mr Brandt", "a sort of fence | Ms Quill"."""
    first, end = phrase
    titled = next((i for i in range(end - 2, first, -1) if tokens[i].low in BEFORE_SURNAMES), first)
    link = next((i for i in range(first, titled) if tokens[i].low in PREPOSITIONS), first)
    if first in (titled, link) or tokens[titled].kind is not Kind.NAME:
        return phrase
    if first and tokens[first - 1].low in PREPOSITIONS:
        return phrase  # "At the end of the week Mr Brandt said": see `after_opening`
    # "A lawyer for Mr Brandt", "the wife of the clerk Mr Brandt" and "friends of the late Mr Brandt" are others.
    head, before = tokens[link - 1], tokens[titled - 1]
    somebody = not _DESCRIBES.isdisjoint((head.low, head.low.removesuffix("s"), before.low))
    return (titled, end) if not somebody and _is_noun(before) else phrase


def from_office(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Return a subject from the office on that stands after a body: "the Dene Hall of Boats | director Ada Quill".

    "The Dene Friends of Harwick mayor Ada Quill" are others, as is "the Office of Harwick mayor Ada Quill".
    """
    first, end = phrase
    office = end - 1
    while office > first and tokens[office].kind is Kind.NAME and tokens[office].low not in _HELD:
        office -= 1
    link = next((i for i in range(first + 1, office) if tokens[i].low == "of"), first)
    named = office + 2 < end and tokens[office].low in _HELD and is_given(tokens[office + 1].low)
    if not named or link == first or link + 1 >= office:
        return phrase
    head = tokens[link - 1]
    field = all(token.kind is Kind.NAME or token.low in ("and", "&") for token in tokens[link + 1 : office])
    lasting = link - 1 > first and tokens[link - 2].kind is Kind.NAME
    body = head.kind is Kind.NAME and head.low not in _OF_SOMEBODY and not head.low.endswith("s")
    body = body and head.low not in _DESCRIBES and (lasting or head.low in GROUP_NOUNS)
    return (office, end) if field and body else phrase


def _is_noun(token: Token) -> bool:
    """Tell whether a word is a noun by its ending, or for a time or a text: "months", "progress", but not "late"."""
    noun = token.low.endswith(("s", *ABSTRACT_ENDINGS)) and not token.low.endswith(("ous", "less"))
    return token.kind is Kind.WORD and (noun or token.low in _ENDS_OPENING)


def without_time(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Return a subject without the time before it: "At a meeting | this week | Tom Brandt warned"."""
    first, end = phrase
    timed = first + 2 < end and tokens[first].low in _NEAR and tokens[first + 1].low in _WHEN
    return (first + 2, end) if timed and _is_name(tokens, first + 2) else phrase


def before_place(tokens: Sequence[Token], cue: Cue, phrase: Phrase) -> Phrase:
    """Return who speaks where a phrase only ends their place: "a baker living in Elm, | Norland | told the Post".

    "A house in Dene, Quill said, leaks" and "In a house in Dene, Quill said it leaks" are Quill's.
    """
    first = phrase[0]
    names = first - 1
    while names > 0 and tokens[names - 1].kind is Kind.NAME:
        names -= 1
    ends = cue.end >= len(tokens) or tokens[cue.end].low != ","
    placed = 0 < names < first - 1 and tokens[first - 1].low == "," and tokens[names - 1].low in _IN_PLACES
    if not (placed and ends and all(token.kind is Kind.NAME for token in tokens[slice(*phrase)])):
        return phrase
    start = next((i + 1 for i in range(names - 1, -1, -1) if tokens[i].kind is Kind.QUOTE), 0)
    before = tokens[start : names - 1]
    person = phrase_after(tokens, start, names - 1) if before else None
    if person is None or any(is_finite(token) for token in before):
        return phrase
    described = any(token.low in _DESCRIBES for token in tokens[slice(*person)])
    return person if described or is_given(tokens[person[0]].low) else phrase


def _names_begin(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Return where the names begin with which a phrase ends; its end where it ends with none."""
    first, names = phrase
    while names > first and _is_name(tokens, names - 1):
        names -= 1
    return names


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind is Kind.NAME and (tokens[at].low not in TIMES or is_given_name(tokens, at))


def _is_role(token: Token) -> bool:
    """Tell whether a word may stand before one name: "judge", but not "residents"."""
    return token.kind is Kind.WORD and token.low in _DESCRIBES and not token.low.endswith("s")


def _opens_sentence(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a sentence or clause opens with a preposition at or before a place, and no verb is between."""
    for i in range(at, max(-1, at - _LONGEST_OPENING), -1):
        token = tokens[i]
        verb = i < at and is_finite(token) and not _describes(tokens, i)
        if token.kind > Kind.SUFFIX or token.low in SUBORDINATORS or verb:
            return False
        before = tokens[i - 1] if i else None
        begins = before is None or before.low in CONJUNCTIONS or before.kind >= Kind.MARK
        # "Commenting on the flood Ada Quill said"
        speaks = i == 1 and before is not None and before.low in _SPEAKING and token.low in PREPOSITIONS
        if (token.low in _OPENS and begins) or speaks:
            return True
    return False


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a past describes the noun before it: "a report | published on Monday", "an email sent to staff"."""
    past = tokens[at].low.endswith("ed") or tokens[at].low in IRREGULAR_PARTICIPLES
    return past and tokens[at - 1].low in _ENDS_OPENING and tokens[at + 1].low in PREPOSITIONS | _WHEN | _NEAR
