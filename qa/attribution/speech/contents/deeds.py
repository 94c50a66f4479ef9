"""Tell deeds and descriptions from words: "claimed the title", "the cuts announced were small", "a film called “X”"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.assaults import gives_reason, is_assault, is_done_by
from qa.attribution.speech.contents.clause_shape import begins_clause
from qa.attribution.speech.contents.extents import is_full
from qa.attribution.speech.contents.nobodys_thoughts import is_nobodys_thought
from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.infinitives import is_amount
from qa.attribution.speech.words.phrases import phrase_after
from qa.attribution.speech.words.single_words import is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.deeds import DEED_OBJECTS
from qa.language.lexicon.function_words import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from qa.language.lexicon.groups import BODIES
from qa.language.lexicon.reporting_nouns import OFFERED
from qa.language.lexicon.roles import ANY_ROLE, HUMAN
from qa.language.lexicon.verb_classes import ANSWERING

_MAY = frozenset("can could may might".split())
_DUTIES = frozenset("must should ought".split())
_LONGEST_PLACE = 4
"""Tokens of where somebody swears, and "that"."""
_BEFORE_BASE = frozenset("to help helped helps helping co-".split())
_RULERS = frozenset(
    "party parties coalition class elite family alliance bloc council junta regime body government".split()
)
_ENDS_OBJECT = frozenset("each apiece ahead together".split())
_LONGEST_NOUN = 6
_IS = frozenset("was were is are has have had".split())
_SCORING = frozenset(("slam", "blast"))
_SELVES = frozenset("himself herself itself themselves myself ourselves".split())
_ALL = frozenset(("whatever", "everything"))
_WHAT = _ALL | {"what"}


def says_nothing(tokens: Sequence[Token], cue: Cue, limit: int) -> bool:
    """Tell whether a verb reports no words where it stands."""
    after = tokens[min(cue.end, len(tokens) - 1)].low
    if tokens[cue.verb_at].low == "observing" and after not in ("that", "how", "what", "why"):
        return all(token.kind is not Kind.QUOTE for token in tokens)  # "fans observing the ban cannot come"
    if [token.low for token in tokens[cue.end : cue.end + 2]] == ["that", "way"]:
        return True  # "has not always felt that way"
    if cue.verb.lemma == "report" and cue.verb.form == "base" and after == "to":
        return True  # "will now report to the chairman"
    quoted = cue.end < len(tokens) and tokens[cue.end].kind is Kind.QUOTE
    if cue.verb.lemma == "caption" and (quoted or after in (",", ":")):
        return True  # "posted a photo captioned “Home”", but "captioned the photo: “Home”"
    if _tells_of_words(tokens, cue):
        return True
    if _founds(tokens, cue) or _answers_deed(tokens, cue) or _rules(tokens, cue):
        return True
    if cue.verb.lemma == "swear" and after == "in":
        # "Has sworn in its first judge", but "swore in court that it leaks"
        return all(token.low != "that" for token in tokens[cue.end : cue.end + _LONGEST_PLACE])
    if tokens[cue.verb_at].low == "reporting" and cue.verb_at > 1 and tokens[cue.verb_at - 2].low == "of":
        return True  # "the head of financial reporting Ada Quill said"
    may = any(token.low in _MAY for token in tokens[cue.group : cue.verb_at])
    if may and not cue.negated and cue.verb.lemma == "see":
        return True  # "the town could see more floods than in the past"
    thinks = "think" in cue.frames and cue.verb.form == "base" and not cue.negated
    if may and thinks and cue.frames.isdisjoint(("say", "object", "tell")):
        return True  # "Brandt may feel that it is time to leave": the reporter thinks so
    if cue.negated and cue.verb.lemma == "mention" and not _is_somebody(tokens, cue):
        return True  # "these lines do not mention tariffs"
    if _is_reputed(tokens, cue) or _is_expected(tokens, cue) or is_nobodys_thought(tokens, cue):
        return True
    if "to" in cue.frames and is_amount(tokens, cue.end, limit):
        return True  # "declined to under half"
    if is_assault(tokens, cue, limit) or is_done_by(tokens, cue):
        return True
    if _lacks_object(tokens, cue.end, limit) or _hands_over(tokens, cue, limit) or _ought(tokens, cue):
        return True
    if cue.verb.lemma == "find" and after in _SELVES:
        return True  # "Quill found herself in Dene"
    if cue.verb.lemma == "see" and cue.group and tokens[cue.group - 1].low in ("after", "before", "since"):
        return cue.how == "participle"  # "After seeing “The Tide” in Dene, Quill left"
    return _is_deed(tokens, cue, limit) or _is_passive(tokens, cue) or _names_a_thing(tokens, cue)


def _lacks_object(tokens: Sequence[Token], link: int, limit: int) -> bool:
    """Tell whether a preposition has its object before the verb: "The flood that Quill warns about is near"."""
    if link + 1 >= limit or tokens[link].low not in PREPOSITIONS:
        return False
    following = tokens[link + 1]
    if tokens[link].low == "to":
        return following.low in ("in", "by", "above", "below")  # "the risks referred to in the form"
    return following.kind is Kind.WORD and is_finite(following) and not following.low.endswith("ing")


def _hands_over(tokens: Sequence[Token], cue: Cue, limit: int) -> bool:
    """Tell whether what is offered is no words: "offers loans to boaters", not "offered the crew an apology"."""
    if cue.verb.lemma != "offer" or cue.end >= limit or tokens[cue.end].low == "to":
        return False
    at = cue.end
    while at < limit and tokens[at].kind <= Kind.SUFFIX:
        # "one piece of advice", "this: the levee leaks"
        if tokens[at].low in (PREPOSITIONS - {"of"}) | CONJUNCTIONS | SUBORDINATORS:
            break
        at += 1
    if tokens[at - 1].low == "this" and at < limit and tokens[at].low == ":":
        return False
    # `“It is safe,” Quill offered Monday.`
    quoted = any(token.kind is Kind.QUOTE for token in (*tokens[: cue.group], *tokens[at : at + 1]))
    return at > cue.end and not quoted and all(t.low not in OFFERED for t in tokens[cue.end : at])


def _ought(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether somebody only ought to take a stand: "Dene should defend the crew", not "I must admit it leaks"."""
    if cue.frames.isdisjoint(("object", "call")) or cue.subject is None:
        return False
    oneself = tokens[cue.subject[1] - 1].low in ("i", "we")
    return not oneself and any(token.low in _DUTIES for token in tokens[cue.group : cue.verb_at])


def _is_expected(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether others expect it of somebody or something: "with fares expected to rise, Quill left"."""
    if cue.subject is None or not cue.subject[0] or cue.verb.form != "past" or cue.group != cue.verb_at:
        return False
    return tokens[cue.subject[0] - 1].low == "with" and tokens[min(cue.end, len(tokens) - 1)].low == "to"


def _is_reputed(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether it is said of something what it is: "extracts said to be from the book"."""
    plain = (
        cue.verb.lemma == "say" and cue.verb.form == "past" and cue.how == "left" and cue.group == cue.verb_at
    )
    if not plain or cue.subject is None or tokens[cue.subject[1] - 1].low in PERSONAL:
        return False
    return [token.low for token in tokens[cue.end : cue.end + 2]] in (["to", "be"], ["to", "have"])


def _tells_of_words(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether what follows is a judgement on what was said: "Most of what he said is plain"."""
    if cue.how != "left" or cue.end + 1 >= len(tokens):
        return False
    # Of "Everything Quill", all is the verb's subject where a sentence begins with it.
    what = cue.clause if tokens[cue.clause].low in _ALL else cue.clause - 1
    before = tokens[what - 1] if what > 0 else None
    # "She adapts to what they say is a decline" has their word for it.
    opens = before is None or before.kind in (Kind.MARK, Kind.QUOTE) or before.low in ("of", "and", "but")
    # "What she said was that it leaks", "What she said was “the quay will be shut”"
    told = tokens[cue.end + 1]
    judged = tokens[cue.end].low in BE and told.low != "that" and not is_full(told)
    return what >= 0 and opens and judged and tokens[what].low in _WHAT


def _founds(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether "found" is what founders do: "who helped found the centre", "plans to found a school"."""
    if tokens[cue.verb_at].low != "found" or not cue.verb_at:
        return False
    return tokens[cue.verb_at - 1].low in _BEFORE_BASE


def _answers_deed(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether it is only told that somebody answered: "nothing came, though he did respond to a fan"."""
    if cue.verb.lemma not in ANSWERING or cue.negated or cue.end >= len(tokens):
        return False
    if tokens[cue.group].low not in ("did", "does", "do") or tokens[cue.end].low != "to":
        return False
    hearer = phrase_after(tokens, cue.end + 1)
    after = hearer[1] if hearer is not None else cue.end
    # "did reply to Brandt that the levee was safe"
    answers = (
        after < len(tokens) and tokens[after].low == "that" and begins_clause(tokens, after + 1, len(tokens))
    )
    return not answers and all(token.kind is not Kind.QUOTE for token in tokens)


def _rules(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether "ruling" says who rules: "the new ruling party said"."""
    if tokens[cue.verb_at].low != "ruling" or tokens[min(cue.end, len(tokens) - 1)].low not in _RULERS:
        return False
    at = cue.verb_at - 1
    if (
        at > 0
        and tokens[at].kind is Kind.WORD
        and not (is_finite(tokens[at]) or tokens[at].low in DETERMINERS | HUMAN | ANY_ROLE)
    ):
        at -= 1  # "the new ruling party"
    # "A judge is ruling government lawyers must pay"
    return at >= 0 and (tokens[at].low in DETERMINERS or tokens[at].kind is Kind.SUFFIX)


def _is_somebody(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether the subject is a person or a body, who could have said what they did not."""
    if cue.subject is None:
        return False
    phrase = tokens[slice(*cue.subject)]
    head = phrase[-1]
    return head.kind is Kind.NAME or head.low in HUMAN | ANY_ROLE | BODIES | PERSONAL | {"who"}


def _is_deed(tokens: Sequence[Token], cue: Cue, limit: int) -> bool:
    """Tell whether a verb has an object that makes a deed of it, and nothing after: not "called the vote a farce"."""
    nouns = DEED_OBJECTS.get(cue.verb.lemma)
    if nouns is None or cue.end >= limit:
        return False
    if cue.verb.lemma == "call" and tokens[cue.end].low in DETERMINERS - {"a", "an", "another"}:
        return False  # "called her vote for the war a mistake"
    at = cue.end
    while at < limit and (tokens[at].kind <= Kind.SUFFIX or tokens[at].low in "'’"):
        if tokens[at].low in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | TIMES | _ENDS_OBJECT:
            break
        if at > cue.end and tokens[at].low in DETERMINERS:
            return False
        at += 1
    if cue.verb.lemma == "attack" and gives_reason(tokens, at, limit):
        return False
    ends = at >= limit or tokens[at].kind is not Kind.QUOTE
    scores = cue.verb.lemma in _SCORING and tokens[at - 1].kind is Kind.NUMBER  # "slammed a 41-ball 60"
    return ends and (tokens[at - 1].low in nouns or scores)


def _is_passive(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether a verb only describes the noun before it: "the cuts announced (by the board) were small"."""
    if cue.how != "left" or cue.subject is None or cue.verb.form != "past" or cue.group != cue.verb_at:
        return False
    head = tokens[cue.subject[1] - 1]
    if "object" not in cue.frames or head.kind is not Kind.WORD or cue.end >= len(tokens):
        return False
    before = tokens[cue.subject[0] - 1] if cue.subject[0] else None
    if head.low in HUMAN | ANY_ROLE | SUBJECT_PRONOUNS or (
        before is not None
        and before.kind is Kind.WORD
        and (before.low not in CONJUNCTIONS | PREPOSITIONS | SUBORDINATORS)
    ):
        return False  # "a plan the board announced was dead"
    at = cue.end
    if tokens[at].low == "by":
        agent = phrase_after(tokens, at + 1)
        at = agent[1] if agent is not None else at
    return at < len(tokens) and (tokens[at].low in _IS if at == cue.end else is_finite(tokens[at]))


def _names_a_thing(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether "called" gives the name of a thing: "a film called “The Levee”", "a field called cyberlaw"."""
    if tokens[cue.verb_at].low != "called" or cue.group != cue.verb_at or cue.subject is None:
        return False
    if cue.end >= len(tokens) or tokens[cue.verb_at - 1].low in ("that", "which", "who"):
        return False
    # "A field called cyberlaw, which", "a service called Orsa Radio"
    alone = cue.end + 1 < len(tokens) and tokens[cue.end + 1].kind is Kind.MARK
    noun = tokens[cue.end].kind is Kind.WORD and tokens[cue.end].low not in SUBJECT_PRONOUNS and alone
    the = tokens[cue.end].low in DETERMINERS and cue.end + 1 < len(tokens)
    name = tokens[cue.end + 1 if the else cue.end].kind is Kind.NAME
    if not (noun or name or tokens[cue.end].kind is Kind.QUOTE):
        return False
    # "creating a new seed called Orsa cotton": nobody calls anything there.
    left = tokens[cue.subject[0] - 1] if cue.subject[0] else None
    made = left is not None and left.kind is Kind.WORD and left.low.endswith("ing")
    if name and not made and _is_judged(tokens, cue.end + the):
        return False
    head = tokens[cue.subject[1] - 1]
    phrase = tokens[max(cue.subject[0], cue.subject[1] - _LONGEST_NOUN) : cue.subject[1]]
    return (
        any(token.low in ("a", "an") for token in phrase)
        and head.kind is Kind.WORD
        and head.low not in HUMAN | ANY_ROLE
    )


def _is_judged(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name is followed by what it is said to be: "a report called Brandt a liar"."""
    while at < len(tokens) and tokens[at].kind is Kind.NAME:
        at += 1
    if at >= len(tokens) or tokens[at].kind is not Kind.WORD:
        return False
    low = tokens[at].low
    if low in DETERMINERS:
        return True
    # "A service called Orsa Radio was", "a firm called Orsa in Harwick", "a ship called Orsa sails"
    goes_on = (
        is_finite(tokens[at])
        or is_verb_like(tokens[at])
        or low in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS
    )
    return not goes_on and not (low.endswith("s") and not low.endswith(("ss", "ous")))
