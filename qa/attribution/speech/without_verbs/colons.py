"""Find the colon that leads to a quotation, and who speaks after one without a verb of speech: "Quill deflected:"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.extents import Range, is_full
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.subjects import main_clause, subjects
from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.phrases import phrase_after, phrase_before
from qa.attribution.speech.words.single_words import is_adverb, is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import (
    ADVERBS,
    BE,
    DETERMINERS,
    OUTER_ONLY,
    PREPOSITIONS,
    SUBORDINATORS,
)
from qa.language.lexicon.places import PLACES
from qa.language.lexicon.reporting_nouns import ISSUED_WORDS, STAGES, WRITTEN
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.titles import COURTESY
from qa.language.lexicon.verb_classes import AFFECTS, ISSUING, SPEAKING_UP

COLON = "colon-any-verb"
ISSUED = "issued"
_LONGEST = 14
_LONGEST_LEAD = 7
_LONGEST_BY = 8
_PUT = frozenset("put summarised summarized expressed phrased explained worded".split())
_LONGEST_MESSAGE = 8
"""Tokens of "a long, but sober, statement"."""
_MORE_OF_IT = frozenset("of on to for from via through in at addressing".split())
"""What goes on after "a statement", of whom it is for and how it was sent."""
_SEATS = frozenset("castle house palace hall street tower".split())
_THEIR = frozenset("his her their its".split())
_TAKES_IN = frozenset(
    """
    saw sees found finds read reads heard hears got gets received receives faced faces drew draws learned learnt liked
    likes noticed spotted watched met
    """.split()
)
"""What one does with words of others: "received threats on Twitter:"."""
_OF_OTHERS = frozenset("from by who which that whose where when and but".split())
_HAVE = frozenset("has have had".split())
_ARTICLES = frozenset("the a an this another".split())
_SEEMS = frozenset("was is seemed seems sounded sounds remained remains".split())
_DEGREES = frozenset("more less most least very not so as equally even no".split())
_WHEREABOUTS = frozenset(
    "there here away back out in up down over off late absent present dead alive home one".split()
)
_FELT = frozenset(
    """
    adamant concerned convinced delighted determined disappointed excited frustrated guarded horrified measured moved
    overjoyed pleased relieved resigned saddened shocked stunned surprised thrilled unconcerned unconvinced undeterred
    unfazed unimpressed unmoved unrepentant worried
    """.split()
)
"""How somebody feels, in words that look like what is done to them."""


def colon_before_quote(tokens: Sequence[Token], at: int, bound: int) -> int:
    """Return where a colon stands before a quotation: "added, on the Today programme: “Yes”"; 0 after a clause."""
    for i in range(at, min(bound - 1, at + _LONGEST)):
        token = tokens[i]
        if token.low == ":":
            return i if is_full(tokens[i + 1]) else 0
        if token.kind is Kind.QUOTE or token.low in SUBORDINATORS:
            return 0
        if token.low in OUTER_ONLY and token.low != "'s":
            return 0
        verb = VERBS.get(token.low) if token.kind is Kind.WORD else None
        # "In a note", "the Today show": a base form is rather a noun here.
        if verb is not None and verb.form != "base" and tokens[i - 1].low not in DETERMINERS:
            return 0
    return 0


def skip_this(tokens: Sequence[Token], at: int, bound: int) -> int:
    """Step over what only points to a quotation after a colon: "tweeted the following:"."""
    i = at
    while i < bound - 1 and tokens[i].low in ("this", "the", "following", "thus", "so"):
        i += 1
    return i if tokens[i].low == ":" else at


def leads_to_quotation(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether only who hears it parts a verb of speech from a quotation: "telling the Post: “It leaks.”"."""
    says = not cue.frames.isdisjoint(("say", "tell", "write"))
    if cue.end + 1 >= len(tokens) or not (says or "quote" in cue.frames):
        return False
    direct = tokens[cue.end].low in (("," if says else ":"), ":") and is_full(tokens[cue.end + 1])
    return direct or bool(colon_before_quote(tokens, cue.end, len(tokens)))


def before_colon(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the attribution of `Quill deflected: “Yes.”` and `It surprised Ada Quill: “Yes.”`, with `at` on the colon.

    Only few verbs show that what follows the colon is spoken and by whom: who "wore a shirt", "got a letter" or "phoned
    Marsh" may have somebody else's words after the colon, or be spoken to. Only a person's are kept.
    """
    lead = at + 1 >= len(tokens)
    if at < 2 or not (lead or is_full(tokens[at + 1])) or any(t.kind is Kind.QUOTE for t in tokens[:at]):
        return None
    issued = _issues(tokens, at)
    mention = issued or _put_by(tokens, at) or _moved(tokens, at) or _speaks_up(tokens, at)
    mention = mention or _writes_on(tokens, at)
    if mention is None:
        return None
    cue = (at, at + 1)
    rule = ISSUED if issued is not None else COLON
    if lead:
        return Found([], mention, cue, rule, "", open_end=True)
    end = at + 2
    while end < len(tokens) and tokens[end].kind is Kind.QUOTE:
        end += 1
    return Found([(at + 1, end)], mention, cue, rule, "")


def _issues(tokens: Sequence[Token], at: int) -> Range | None:
    """Return who issues the statement before a colon: "Quill released the following statement:"."""
    if (noun := _issued_before(tokens, at)) is None:
        return None
    opens = next(
        (i for i in range(noun - 1, max(0, noun + 1 - _LONGEST_MESSAGE), -1) if tokens[i].low in _ARTICLES), 0
    )
    verb = opens - 1
    if verb < 1 or tokens[verb].low not in ISSUING | {"made", "gave", "offered"}:
        return None
    if tokens[verb].low in ("read", "got", "signed"):
        return None
    while verb > 1 and tokens[verb - 1].low in _HAVE | ADVERBS:
        verb -= 1  # "The board has now released"
    found = subjects.subject(tokens, verb)
    if found is None:
        return None
    first, end = found[0]
    # "After the fire Mr Quill issued an apology:" has no comma before him.
    titled = (i for i in range(first + 1, end) if tokens[i].low.rstrip(".") in COURTESY)
    return next((i for i in titled if tokens[i].kind is Kind.NAME), first), end


def _issued_before(tokens: Sequence[Token], at: int) -> int | None:
    """Return the noun for what is issued before a colon: "a message of support to the board:", "a statement:".

    Whose words "a message from Brandt:" leads to is Brandt's to say, and a verb between may be what somebody else does.
    """
    for i in range(at - 1, max(0, at - _LONGEST), -1):
        token = tokens[i]
        if token.low in ISSUED_WORDS and (i + 1 == at or tokens[i + 1].low in _MORE_OF_IT):
            return i
        if token.low == "from" and (tokens[i + 1].low in _THEIR or tokens[at - 1].low in _SEATS | PLACES):
            continue  # "from her office", "from Harwick Castle"
        if token.low in _OF_OTHERS or token.kind not in (Kind.WORD, Kind.NAME) or is_finite(token):
            return None
    return None


def _put_by(tokens: Sequence[Token], at: int) -> Range | None:
    """Return by whom something is put in words before a colon: "As best summed up by Ada Quill herself:"."""
    for i in range(at - 2, max(0, at - _LONGEST_BY), -1):
        if tokens[i].low == "by" and _is_put(tokens, i - 1):
            named = phrase_after(tokens, i + 1, at)
            rest = tokens[named[1] : at] if named is not None else ()
            return named if all(token.low in ("herself", "himself") for token in rest) else None
    return None


def _is_put(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low in _PUT or (tokens[at].low == "up" and tokens[at - 1].low == "summed")


def _moved(tokens: Sequence[Token], at: int) -> Range | None:
    """Return the person who is moved, named right before a place: "It surprised Ada Quill:"."""
    named = phrase_before(tokens, at)
    if named is None or named[0] == 0 or not any(t.kind is Kind.NAME for t in tokens[slice(*named)]):
        return None
    for first in (named[0], named[0] + 1):
        if tokens[first - 1].low in AFFECTS and first < named[1]:
            return first, named[1]
    return None


def _speaks_up(tokens: Sequence[Token], at: int) -> Range | None:
    """Return the subject of a verb that one does with words, if the sentence names nobody else: "Quill deflected:"."""
    mention = main_clause.main_subject(tokens, at)
    if mention is None:
        return None
    verb = mention[1]
    while verb < at and (tokens[verb].low in ADVERBS or is_adverb(tokens[verb])):
        verb += 1
    if verb >= at or not (tokens[verb].low in SPEAKING_UP or _takes_stand(tokens[verb:at])):
        return None
    rest = tokens[verb + 1 : at]
    if any(t.kind is Kind.NAME or is_finite(t) or t.low in WRITTEN for t in rest):
        return None
    return mention


def _writes_on(tokens: Sequence[Token], at: int) -> Range | None:
    """Return who does something on a network before a colon: "Quill took one more swipe at Brandt on Twitter:".

    What somebody's post or another's note is quoted for may be anybody's words.
    """
    if at < 3 or tokens[at - 1].low not in STAGES or tokens[at - 2].low not in ("on", "via"):
        return None
    mention = main_clause.main_subject(tokens, at)
    if mention is None or any(t.low in PREPOSITIONS for t in tokens[slice(*mention)]):
        return None
    rest = tokens[mention[1] : at - 2]
    takes_in = any(t.low in _TAKES_IN for t in rest[:3])
    passive = any(t.low in BE and rest[i + 1].low.endswith(("ed", "ing")) for i, t in enumerate(rest[:-1]))
    passed_on = any(
        t.kind is Kind.SUFFIX or t.low in WRITTEN | ISSUED_WORDS or t.low in _OF_OTHERS for t in rest
    )
    return None if passed_on or passive or takes_in else mention


def _takes_stand(words: Sequence[Token]) -> bool:
    """Tell whether words before a colon only lead to what somebody says: "had this to say:", "spoke to reporters:"."""
    lows = [word.low for word in words]
    if lows[0] in ("had", "has"):
        say = next((i for i in range(1, len(lows)) if lows[i - 1 : i + 1] == ["to", "say"]), len(lows))
        # "had this to say in the statement:", "had this to say:", not "had no more to say, when asked:"
        goes_on = lows[say + 1 : say + 2]
        return say < _LONGEST_LEAD and (not goes_on or goes_on[0] in PREPOSITIONS)
    if lows[0] == "spoke":
        return True
    if lows[0] == "shared":
        return lows[1:2] in (["his"], ["her"], ["their"])  # not "shared a post:"
    if lows[0] == "went":
        return lows[1:] in (["on"], ["further"], ["even", "further"])
    if lows[0] not in _SEEMS:
        return False
    at = 1
    while at < len(words) and (lows[at] in ADVERBS | _DEGREES or is_adverb(words[at])):
        at += 1
    if (
        at >= len(words)
        or words[at].kind is not Kind.WORD
        or lows[at] in DETERMINERS | PREPOSITIONS | _WHEREABOUTS
    ):
        return False
    # "Quill was arrested:" leads to anybody's words.
    felt = not lows[at].endswith(("ed", "en", "ing")) or lows[at] in _FELT
    return felt and (at + 1 == len(words) or lows[at + 1] in ("about", "on"))
