"""Part a turn that asks two whole questions: "what did Quill say about the levee and who paid for it?".

The first is answered, and the other is said in full and offered: searched for as one, they would find what is on both,
or neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from qa.answers import Outcome, QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import carrying
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.fragments.asked_together import with_another
from qa.conversation.fragments.corrections import meant_instead, refuses
from qa.conversation.fragments.fragment_acts import Act, Fragment
from qa.language.lexicon.follow_up_words import HE, IT, PLACE_OR_TIME, POINTING, SHE, SPOKEN_LEADS, THEY
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.lexicon.question_words import ANY_AUXILIARY, QUESTION_AUXILIARIES, QUESTION_WORDS, WH_WORDS
from qa.language.lexicon.small_talk import AROUND_TALK, NODS
from qa.language.patterns import regex
from qa.understanding.dates import may_hold_date
from qa.understanding.scan import skip_courtesy
from qa.understanding.words import bare

_LONGEST = 300
_LEAST = 3
"""How many words the second question has at least: "why?" is none, nor is "to whom"; the first may be "who paid?"."""
_AUXILIARY = rf"(?:{ANY_AUXILIARY})(?:n['’]?t)?"
_SOMEBODY = r"(?:he|she|they|it|there|this|that|these|those|you|any(?:one|body|thing)|some(?:one|body))"
_AND = r"(?:and|also|but|so|plus|then)"
_BREAK = regex(rf"\s*\?+\s*(?:{_AND}\s+)*", re.IGNORECASE)
_INVERTED = regex(
    rf"[\s,;]+{_AND}\s+(?:(?:also|if\s+so)[\s,]+)?(?P<other>(?:(?:when|where|why|how)(?:\s+[\w’'-]+){{0,2}}?(?:\s+{_AUXILIARY}|['’]s)"
    rf"|(?:what|which|whose|whom)(?:\s+[\w’'-]+){{0,2}}?\s+(?:did|does|do)(?:n['’]?t)?|{_AUXILIARY}\s+{_SOMEBODY})\s+\S.*)",
    re.IGNORECASE,
    inside="and also but so plus then",
)
"""A second question in the order of words that only questions have: "and when did it reopen"."""
_AS_CLAUSE = regex(
    rf"[\s,;]+and\s+(?:also\s+)?(?P<other>(?:who(?:['’]s)?|(?:what|which)(?:\s+[\w’'-]+){{0,2}}?(?:\s+{_AUXILIARY}|['’]s))\s+\S.*)",
    re.IGNORECASE,
    inside="and",
)
"""One in that of a clause as well: "and who paid for it"."""
_ASIDE = regex(rf"[\s]*,\s*(?P<other>{_AUXILIARY}\s+(?:he|she|they|it)\s+\S.*)", re.IGNORECASE)
"""One of whom or what the first names: "what do the others think, are they hopeful?"."""
_ASKS_FIRST = regex(
    rf"\s*{SPOKEN_LEADS}(?:what|who|when|where|why|how|which)(?!\s+about\b)(?:['’]s)?\s+\S+\s+\S",
    re.IGNORECASE,
)
_UNDONE = regex(r"\S+\s+\S+\s+(?:for|against|in|with|to|of)", re.IGNORECASE)
"""Half a question: "who is for and who is against the levee?"."""
_CLAUSE = WH_WORDS | {"if", "whether"}
_OTHER = regex(
    rf"\s*(?:(?:{_AND}|ok|okay|now)[\s,]+)*(?:what\s+about\s+)?the\s+(?:(?:other|second|2nd|next)\s+(?:question|part|half)|other(?:\s+one)?)[\s?!.]*",
    re.IGNORECASE,
)

Follow = Callable[[str, Conversation | None], Followed]
"""A function that says what one question means in a conversation."""


def two_questions(turn: str) -> tuple[str, str] | None:
    """Return the two questions of a turn that asks two, as typed; None for any other turn.

    "What did Quill say about who broke the levee and who paid for it?" is one: its clauses belong together.
    """
    if len(turn) > _LONGEST or any(mark in turn for mark in '"“”«»'):
        return None
    if (at := _BREAK.search(turn)) is not None and at.end() < len(turn):
        return _whole(turn[: at.start()], turn[at.end() :])
    if (aside := _ASIDE.search(turn)) is not None and _ASKS_FIRST.match(turn[: aside.start()]):
        return _whole(turn[: aside.start()], aside["other"])
    for pattern in (_INVERTED, _AS_CLAUSE):
        if (match := pattern.search(turn)) is None:
            continue
        first = turn[: match.start()]
        inside = {bare(word) for word in skip_courtesy(first).split()[1:]}
        if pattern is _INVERTED or inside.isdisjoint(_CLAUSE):
            return _whole(first, match["other"])
    return None


def _whole(first: str, other: str) -> tuple[str, str] | None:
    if _UNDONE.fullmatch(skip_courtesy(first)):
        return None
    for each, least in ((first, _LEAST - 1), (other, _LEAST)):
        words = _words(each)
        if len(words) < least or words[0] not in QUESTION_WORDS:
            return None
        if len(words) < _LEAST and words[0] in QUESTION_AUXILIARIES:
            return None  # "did he?"
    return (f"{first.rstrip(' ,;')}?", other)


def first_of_two(
    turn: str, questions: tuple[str, str], conversation: Conversation | None, follow: Follow
) -> Followed:
    """Return what the first question means, with the other said in full; two speakers on one topic are compared."""
    one, other = questions
    first = follow(one, conversation)
    asked = Turn(one, "", first.understood, (), Outcome.ANSWERED)
    second = follow(other, Conversation((*(conversation.turns if conversation else ()), asked)))
    if _same_of_another(first.understood, second.understood):
        both = with_another(turn, first, second.understood.speaker or "")
        if both is not None:
            return both
    clear = not (second.unresolved or second.fragment_alone or second.understood.ambiguous)
    also = second.understood.standalone if clear else other
    also = f"{also[:1].upper()}{also[1:].rstrip(' ?!.')}?"
    return replace(first, understood=replace(first.understood, question=turn, also=also))


def _same_of_another(first: Understanding, second: Understanding) -> bool:
    """Return whether the other question asks for somebody else's words on the topic of the first."""
    said = first.kind is second.kind is QuestionKind.SAID
    return said and bool(second.speaker) and second.speaker_known and second.topic == first.topic


# "No, I meant Ada. Does she have a dog?", "back to Quill. how much was it?"
_CORRECTED = regex(r"(?P<first>[^.;!?]{4,60})[.;!]\s+(?P<other>\S.*)", re.DOTALL)
# "That's not what I asked, who paid for it?"
_REFUSED = regex(r"(?P<first>[^.,;:!?]{4,60})[.,;:!–—-]+\s+(?P<other>\S.*)", re.DOTALL)
_BACK = regex(r"\s*(?:[\w’']+\s+){0,3}?(?:back|return(?:ing)?)\s+to\s+\S+(?:\s+\S+){0,3}", re.IGNORECASE)


def corrected_and_asked(turn: str) -> tuple[str, str] | None:
    """Return a correction, a refusal or what goes back, and the whole question after it; None for other turns."""
    if len(turn) > _LONGEST:
        return None
    match = _REFUSED.fullmatch(turn)
    if match is None or len(match["first"].split()) < _LEAST or not refuses(match["first"]):
        match = _CORRECTED.fullmatch(turn)
        if match is None or (
            meant_instead(match["first"]) is None and _BACK.fullmatch(match["first"]) is None
        ):
            match = _REFUSED.fullmatch(turn)
        if match is None or (
            meant_instead(match["first"]) is None and _BACK.fullmatch(match["first"]) is None
        ):
            return None
        if "," in turn[match.end("first") : match.start("other")] and _BACK.fullmatch(match["first"]) is None:
            return None
    words = _words(match["other"])
    whole = len(words) >= _LEAST and words[0] in QUESTION_WORDS
    return (match["first"], match["other"]) if whole else None


_FEW = 5
_ONLY = regex(r"\s*(?:only|just)\s+", re.IGNORECASE)


def bound_and_asked(turn: str) -> tuple[str, str] | None:
    """Return what may bound the whole question after it, and that question: "2023" and "what did Quill say?".

    "I only want 2023. What did Quill say?"
    """
    match = _CORRECTED.fullmatch(turn) if len(turn) <= _LONGEST else None
    if match is None or len(match["first"].split()) > _FEW:
        return None
    words = _words(match["other"])
    if len(words) < _LEAST or words[0] not in QUESTION_WORDS:
        return None
    return (meant_instead(match["first"]) or _ONLY.sub("", match["first"], count=1), match["other"])


def within(followed: Followed, bound: Fragment) -> Followed:
    """Return a question for words within a time or an outlet, in all its senses; one that names its own keeps it."""
    asked, part = followed.understood, "dates" if bound.act is Act.DATES else "source"
    has = (asked.since or asked.until) if part == "dates" else asked.source
    # A time that comes from the question before gives way: "Only 2023. Who else spoke?" after words of 2021.
    if asked.kind is not QuestionKind.CONTENT and (not has or part in asked.carried):
        if part == "dates":
            bounded = replace(asked, since=bound.since, until=bound.until)
        else:
            bounded = replace(asked, source=bound.text)
        carried = [each for each in asked.carried if each != part]
        asked = carrying(bounded, carried, more="else" in asked.standalone.lower().split())
    otherwise = within(followed.otherwise, bound) if followed.otherwise else None
    return replace(followed, understood=asked, otherwise=otherwise)


_SAYS_FIRST = regex(r"(?P<first>[^?]{4,100}?)\s*(?P<mark>[,;:.!–—]+)\s+(?P<other>\S.*)", re.DOTALL)
_TALKS = frozenset(
    """i i'm im i'd i'll i've me we we're you u your it it's its that that's thats this these those nobody no-one let
    let's lets leave forget skip drop ignore stop listen look try""".split()
)
"""What a clause begins with that is said of the talk, or tells what to do: "that was a joke", "leave the mayor"."""
_MAY_RELATE = frozenset("who which where when whose whom".split())
"""What may go on with a clause after a comma: "I meant Quill, who runs the pier"."""
_AHEAD = NODS | frozenset("and but so well no smh bro bruh dude".split())
_DISMISSES = frozenset("leave forget skip drop ignore stop".split())
_POINTERS = frozenset("it it's its that that's thats this these those".split())
_IS = r"(?:['’]?(?:s|m|re)|\s+(?:is|was|are|were|am))"
_REMARK = regex(
    rf"\s*(?:[a-z]+[\s,]+)*?(?:(?:that|this|it|these|those|i|we|you|u){_IS}|(?:that|this|it)\s+[a-z]+s)\b(?P<what>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""What says of something that it is so, and brings nothing up: "that was a joke", "that helps"."""
_POINTS_BACK = (HE | SHE | THEY | IT | POINTING | PLACE_OR_TIME) - {"here"}
_ON_NOTHING = regex(r"(?:say|says|said|saying|think|thinks|thought)[\s?!.]*$", re.IGNORECASE)


def asked_after_a_clause(turn: str) -> str | None:
    """Return the whole question after a clause on the talk, which asks nothing: "that was a joke, who else spoke?".

    "Quill, what did she say?", "that ferry, who owns it?" and "let's talk of tolls, what did she say?" begin with what
    they ask about.
    """
    if len(turn) > _LONGEST:
        return None
    for match in _SAYS_FIRST.finditer(turn):
        words = [bare(word).replace("’", "'") for word in match["first"].split()]
        while words and words[0] in _AHEAD:
            words.pop(0)
        asks = _words(match["other"])
        refuses_it = words[:1] in (["i"], ["we"]) and any("n't" in word or word == "not" for word in words)
        if refuses_it:  # "I don't want tolls, what else is there?"
            continue
        if len(words) < 2 or words[0] not in _TALKS or len(asks) < _LEAST:
            continue
        if words[0] not in _DISMISSES and _names_what_is_asked(match["first"], words, match["other"]):
            continue
        relates = match["mark"] == "," and asks[0] in _MAY_RELATE and "?" not in turn
        if asks[0] in QUESTION_WORDS and not relates and meant_instead(match["first"]) is None:
            return match["other"]
    return None


def _names_what_is_asked(first: str, words: Sequence[str], question: str) -> bool:
    """Return whether a clause may name whom, what or when the question means: "I heard Brandt quit, why did he?"."""
    remark = _REMARK.fullmatch(first)
    if remark is None and words[0] in _POINTERS:
        return True  # "that ferry, how fast is it?"
    if remark is None and may_hold_date(first) and not may_hold_date(question):
        return True  # "I'd like words of May, what did Brandt say about tolls?"
    asked = {bare(re.split("['’]", word)[0]) for word in question.split()}
    points = not _POINTS_BACK.isdisjoint(asked)
    if not points and _ON_NOTHING.search(question) is None:
        return False
    if remark is None:
        return not AROUND_TALK.issuperset(words)
    said = remark["what"].split()
    names = points and any(word[0].isupper() for word in said)
    return names or any(
        bare(word) in PREPOSITIONS and not after[0].isdigit() for word, after in pairwise((*said, "?"))
    )


def second_of_two(
    turn: str, questions: tuple[str, str], conversation: Conversation | None, follow: Follow
) -> Followed:
    """Return what the second question means after the first, which nobody is waiting for an answer to."""
    first = follow(questions[0], conversation)
    asked = Turn(questions[0], "", first.understood, (), Outcome.ANSWERED)
    found = follow(questions[1], Conversation((*(conversation.turns if conversation else ()), asked)))
    return _typed(found, turn)


def _typed(followed: Followed, turn: str) -> Followed:
    """Return what a question means in all its senses, as asked by a turn."""
    otherwise = _typed(followed.otherwise, turn) if followed.otherwise else None
    return replace(followed, understood=replace(followed.understood, question=turn), otherwise=otherwise)


def asks_for_other(turn: str) -> bool:
    """Return whether a turn asks for the question that was not answered: "and the other question?"."""
    return len(turn) <= _LONGEST and _OTHER.fullmatch(turn) is not None


def _words(question: str) -> list[str]:
    """Return the words of a question without what only asks nicely, and without what follows an apostrophe."""
    return [bare(re.split("['’]", word)[0]) for word in skip_courtesy(question).split()]
