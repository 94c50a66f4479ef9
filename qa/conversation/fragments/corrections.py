"""Recognise corrections ("no, I meant the sister") and picks among what was offered ("the second one")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answers import Understanding
from qa.conversation.fragments.who_it_was import who_it_was
from qa.language.lexicon.follow_up_words import AFTER_NO, ARTICLES, NO_NAMES, ORDINALS, PICKS, SPOKEN_LEADS
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.lexicon.question_words import PRONOUNS, QUESTION_AUXILIARIES, QUESTION_WORDS
from qa.language.lexicon.small_talk import NODS
from qa.language.patterns import regex
from qa.language.terms import content_terms
from qa.understanding.words import bare

_LONGEST = 120
_NO_NAME = (
    QUESTION_WORDS
    | PRONOUNS
    | NO_NAMES
    | frozenset(
        "so very really oh ah not but about say says said wait hmm oops typo spelling got bad".split()
    )
)
_REFUSES = (
    r"(?:no|nope|nah|(?:the\s+)?wrong(?:\s+(?:one|person|man|woman|guy|girl|lady|name|speaker|thing|topic|place|party|team|paper|answer|article|quote))?"
    r"|not\s+(?:that|this|him|her|them|those)(?:\s+(?:one|person))?)"
)
_NOT = r"(?:not|i\s+(?:do|did)(?:n['’]?t|\s+not)\s+(?:mean|want|ask(?:\s+(?:about|for))?))"
_LED = r"\s*(?:(?:ok(?:ay)?|well|hm+|oh|um+|and|but|so)\b[\s,]+)*"
_SHOWS = r"(?:that|this|these|those|it|he|she)(?:['’]?s|\s+(?:is|are|was|were))"
# "That's the mayor, ": what was shown, before what is meant.
_AS_SHOWN = rf"(?:{_SHOWS}\s+[^,;.!?]{{2,40}}?(?:\s*[,;.!–—-]+\s*|\s+)(?:(?:but|and)\s+)?(?=(?:i|we)\b))?"
_EARNESTLY = (
    r"(?:\s+(?:[a-z]+ly|just|only|still|rather|more|was|were|am|are|have|had|been|did|do|would|kind\s+of))*"
)
"""What may stand between "I" and the verb that says what is meant: "I was really only asking about tolls"."""
_FOR_IT = r"\s+(?:about|after|for|of|in|on)"
_MEANT = regex(
    rf"\s*(?:(?:{_REFUSES}|sorry|wait|actually|oh|ok(?:ay)?|but)\b[\s,.;:!–—-]*)*{_AS_SHOWN}"
    rf"(?:(?:i|we)(?:['’]d|\s+would)\s+(?:(?:really|just|only)\s+)*(?:(?:like\s+to|prefer\s+to|rather)\s+(?:read|hear|see|know)(?:\s+more)?\s+about|(?:like|prefer|rather\s+have)(?!\s+to\b))|(?:(?:i|we)(?:['’](?:m|d|re|ve))?{_EARNESTLY}\s+(?:meant|mean|(?:want(?:ed)?|need(?:ed)?)(?!\s+(?:to|it|that|you|an?)\b)|said(?!\s+(?:that|so|it|to)\b)"
    rf"|(?:ask(?:ed|ing)?|look(?:ed|ing)?|search(?:ed|ing)?|talk(?:ed|ing)|th(?:inking|ought)|wondering|interested|curious){_FOR_IT}|after))"
    r"|my\s+question\s+(?:is|was)\s+about)\s+"
    r"(?:(?:to\s+(?:say|ask\s+about)|(?:only|just|rather|really|more)\s+about|about)\s+)?(?!(?:(?:some|any|all|(?:a\s+)?few|a)\s+)?(?:words?|quotes?|articles?|(?:any|some|every)thing(?!\s+(?:else|more|newer|older)\b)|news|information|info|help)\b(?!\s+by\b))(?P<rest>\S.*)",
    re.IGNORECASE,
)
# "In 2018, I mean.", but not "see what I mean?".
_IS_MEANT = regex(
    rf"\s*(?:(?:{_REFUSES}|sorry|wait)\b[\s,.;:!–—-]*)*(?:it(?:['’]?s|\s+is)\s+)?(?P<rest>(?!(?:i|we|what|who|that|this|it|he|she|they|you)\b)[^,;?]{{2,40}}?)(?<!\bwhat)[,;]?\s+i\s+(?:mea(?:n|nt)|should(?:\s+have)?\s+sa(?:y|id))[\s?!.]*",
    re.IGNORECASE,
)
_OOPS = r"(?:(?:no|nah|nope|oh|ah|wait|sorry|oops)[\s,.!–—-]+)*"
_NO = regex(
    rf"{_LED}{_OOPS}(?:(?:(?:that|this|it)(?:['’]?s|\s+is|\s+was)\s+)?(?:the\s+)?wrong\s+[\w’'-]+(?:[\s,]+(?:sorry|my\s+(?:bad|mistake)))?(?=\s*[,.;:!–—-])|{_REFUSES}|wait|hang\s+on|hold\s+on|actually|(?:scratch|scrap|forget|skip|ignore|drop)\s+(?:that|it|this|him|her|them)|never\s*mind(?:\s+(?:that|it|him|her|them))?|nvm|correction|sorry|oops|whoops|my\s+(?:bad|mistake))(?:\s*[,.;:!–—-]+\s*(?:(?:rather|but|sorry)\b[\s,]*)*|\s+(?=(?:the|his|her|their)\s))(?P<rest>\S.*)",
    re.IGNORECASE,
)
# "Nah brandt", "oops, Quill": without a mark only what begins nothing else; "no AI" is a correction, "no idea" none.
_UNMARKED = regex(
    rf"{_LED}(?:(?P<only>(?:no[\s,]+)?(?:nah|nope|oops|whoops|wait|sorry)(?<!^sorry)(?<!^wait)|sorry,?\s+no)|no)\s+(?P<rest>[^\s,.;:!?](?:[^,;:!?]*[^\s,;:!?])?)(?(only)[\s?!.]*|[\s!.]*)",
    re.IGNORECASE,
)
_SAYS_WHERE = frozenset("about on in at from near to after before during".split())
"""What may follow "no" without a mark: another topic, place or time, "no about the tolls", "nah in Norland"."""
_MOST_UNMARKED = 3
"""The most words of what "no" corrects without a mark: a longer line is a sentence."""
# "No, thanks", "No, he didn't", "wrong turn, says driver": what follows is no name and no topic.
_NOTHING_MEANT = regex(
    r"(?:says?|said|(?:many\s+)?thanks|thank\s+you|thx|cheers|never\s*mind|nothing|not\s+(?:really|at\s+all|now|yet)"
    r"|(?:i|you|he|she|it|we|they|that|this|these|those|there)(?:['’](?:s|re|m|ve|d|ll)"
    r"|\s+(?:is|are|am|was|were|did|do|does|has|have|had|can|cannot|could|will|would|should|[a-z]+n['’]t)))\b",
    re.IGNORECASE,
)
_NOT_BUT = regex(
    rf"{_LED}(?:(?:no|nope|nah|wait|sorry)\b[\s,.;:!–—-]*)?(?:{_NOT}|forget(?:\s+about)?|never\s*mind|scrap|skip|instead\s+of|rather\s+than)\s+(?P<refused>[^,;?]{{2,40}}?)(?:[,;]\s*(?:(?:but|rather|i\s+mean|i\s+meant)\s+)?|\s+(?:but\s+)?i\s+mea(?:n|nt)\s+|\s+but\s+(?:rather\s+)?)(?P<rest>[^,;?]{{2,40}})[\s?!.]*",
    re.IGNORECASE,
)
_PUT = regex(r"\b(?:(?:what|how)\s+about|(?:can|could)\s+(?:you|we|i))\s", re.IGNORECASE)
_CHOICE = regex(r"\b(?:instead\s+of|rather\s+than|do(?:n['’]?t|\s+not)\s+want)\s", re.IGNORECASE)
_BUT_NOT = regex(
    r"\s*(?P<rest>[^,;?]{2,40}?)(?:[,;]\s*not|[,;]?\s+(?:instead\s+of|rather\s+than))\s+(?P<refused>[^,;?]{2,40}?)[\s?!.]*",
    re.IGNORECASE,
)
# "Quill sorry", "brandt, sorry": what is asked instead, and no "so sorry" nor "is he sorry?".
_SORRY = regex(
    rf"\s*(?P<rest>(?!(?:{'|'.join(sorted(_NO_NAME))})\b)[^\W\d_][\w’'.-]*(?:\s+[^\W\d_][\w’'.-]*){{0,2}}?)[\s,]+sorry[\s.!]*",
    re.IGNORECASE,
)
# "Dene, of course", after the bridge of Harwick.
_OF_COURSE = regex(
    r"\s*(?P<rest>[^,;?!.]{2,40}?)\s*,\s*(?:of\s+course|obviously|clearly|duh|i\s+should\s+say)[\s.!]*",
    re.IGNORECASE,
)
# "No, it's Quill", "wait its quill": the name as it should be; but "no, it's fine".
_IT_IS = regex(
    rf"{_LED}(?:(?:no|nah|nope|sorry|wait|oh)[\s,]+)+(?:it['’]?s|it\s+is)\s+(?P<rest>[^,;?!]{{1,40}}?)[\s.!]*",
    re.IGNORECASE,
)
# "*Quill", "quill*": a name or a word as it should have been typed.
_STARRED = regex(r"\s*(?:\*+\s*(?P<before>[^*?!]{2,40}?)|(?P<rest>[^*?!]{2,40}?)\s*\*+)[\s.!]*")
_AFTER = regex(r"[,;]\s*not\s+.*$", re.IGNORECASE)
_OTHER = regex(
    rf"{SPOKEN_LEADS}(?:(?:what|how)\s+about\s+)?the\s+other\s+(?:one|person|man|woman|guy)|(?:the\s+)?other(?:\s+(?:one|person|man|woman|guy|side))?|(?:some(?:one|body)\s+else|another(?:\s+(?:one|person))?)",
    re.IGNORECASE,
)
_NAMESAKE = regex(
    rf"{_LED}(?:(?:no|nah|wait|sorry|oops)[\s,]+)*(?:(?:(?:that|this|it|he|she)(?:['’]?s|\s+is|\s+was)|(?:i|we)\s+(?:meant?|want(?:ed)?))\s+)?"
    r"(?:an?\s+(?:different|(?:whole\s+)?other)|another|some\s+other|the\s+other|(?:the\s+)?wrong|not\s+(?:that|this|the\s+right))\s+(?P<name>[^\W\d_][\w’'-]*)[\s?!.]*",
    re.IGNORECASE,
)
_REFUSAL = regex(
    rf"{_LED}(?:(?:no|nah|nope|sorry)[\s,]+)?(?:{_REFUSES}|neither|none|not\s+(?:the|that|this)\s+[\w-]+\s+one)"
    r"(?:\s+of\s+(?:them|these|those|the\s+\w+))?(?:\s+(?:one|ones|please|again))?[\s,.!?]*",
    re.IGNORECASE,
)
_ANSWERS = frozenset(
    """it that this what that's it's what's i you me my we an a the one quote quotes article question answer
    answers answered answering asked ask asking meant mean wanted want need needed looking for about is was were
    am i'm to do does did really even at helps help helpful helping useful relevant correct sorry no nah nope
    but wait hm ok so lol bro bruh dude man""".split()
)
"""What a turn is made of that says "this is not what I asked", in whatever words; beside a "not"."""
_NAMES_NOTHING = (NODS | _NO_NAME | _ANSWERS) - {"the"}
"""What does not begin a name or a thing after "it's": "it's fine", "its not what i asked"."""
_SAYS_WHAT = regex(
    rf"{_LED}(?:(?:no|nah|nope|but|wait)[\s,]+)+(?:that|this|those|these)(?:['’]?s|\s+is|\s+was|\s+are)\s+(?:(?:about|on|from|by)\s+|(?!an?\s))(?P<what>[^,;?!]{{2,40}}?)[\s.!]*"
    r"|(?:that|this|those|these)(?:['’]?s|\s+is|\s+was|\s+are)\s+(?:all\s+|only\s+|just\s+)?about\s+(?P<about>[^,;?!]{2,40}?)[\s.!]*",
    re.IGNORECASE,
)
"""What says only what was shown, and so that something else was asked for: "no, that's Quill", "that's about tolls"."""

_IS_NOT = regex(
    rf"{_LED}(?:(?:no|nah|nope)[\s,]+)?{_SHOWS.replace('|he|she', '')}\s+(?:(?P<shown>[^,;?!]{{2,40}}?)[\s,]+)?not"
    r"\s+(?:[a-z]+ly\s+|even\s+)*(?P<on>(?:about|on|from|by)\s+)?(?P<asked>[^,;?!]{2,40}?)(?:\s+at\s+all)?[\s.!]*",
    re.IGNORECASE,
)
_WRONG = regex(
    rf"{_LED}(?:(?:no|nah|nope|wait|sorry|oops)[\s,]+)*(?:{_SHOWS}\s+)?(?:the\s+)?wrong\s+(?P<what>[\w’'-]+)[\s.!]*",
    re.IGNORECASE,
)
"""What says that the words shown are not those asked for: "that's not about tolls", "that's Brandt, not Quill"."""
_PICK = regex(
    r"\s*(?:(?:i\s+(?:mean|meant|choose|want)|take|number|option|choice|question|nr\.?|no\.)\s+)*(?:the\s+)?"
    r"(?P<which>[a-z0-9]+)(?:\s+(?:one|question|option|choice|person))?[\s,.!?]*(?:please)?[\s.!?]*",
    re.IGNORECASE,
)


def meant_instead(question: str) -> str | None:
    """Return what a correction puts in the place of what was understood: "the sister" of "no, I meant the sister"."""
    if len(question) > _LONGEST or _REFUSAL.fullmatch(question) or _asks_of_a_choice(question):
        return None
    if starred := _STARRED.fullmatch(question):
        return (starred["before"] or starred["rest"]).strip()
    if (found := who_it_was(question)) is not None:
        return found.meant
    for pattern in (_MEANT, _IS_MEANT, _IT_IS, _NOT_BUT, _NO, _BUT_NOT, _SORRY, _OF_COURSE, _UNMARKED):
        if match := pattern.fullmatch(question):
            if pattern is _UNMARKED and not _may_be_meant(match["rest"], alone=match["only"] is not None):
                return None
            if pattern in (_IT_IS, _OF_COURSE) and bare(match["rest"].split()[0]) in _NAMES_NOTHING:
                return None
            if pattern is not _MEANT and (
                _NOTHING_MEANT.match(match["rest"]) or _REFUSAL.fullmatch(match["rest"])
            ):
                return None
            meant = _AFTER.sub("", match["rest"]).strip(" .,!?")
            return meant_instead(meant) or meant or None  # "not the Reds, I want the Greens"
    return None


def _asks_of_a_choice(question: str) -> bool:
    """Return whether a whole question has a choice in it: "why did Quill choose tolls rather than taxes?"."""
    asked = _PUT.sub("", question, count=1)  # "what about Brandt instead of Quill"
    words = {bare(word) for word in asked.split()}
    asks = QUESTION_WORDS - {"do"}  # "I do not want tolls"
    return _CHOICE.search(asked) is not None and not words.isdisjoint(asks)


def _may_be_meant(rest: str, *, alone: bool) -> bool:
    """Return whether words after "no" or "nah" without a mark are what is meant: "AI" is, "idea" and "he did" are not.

    Args:
        alone: Whether what stands before them determines no noun: "nah" and "oops", but not "no".
    """
    words = [bare(word) for word in rest.split()]
    if words[0] in _SAYS_WHERE and len(words) > 1:
        return words[1] != "all" and QUESTION_AUXILIARIES.isdisjoint(words)  # "no, not at all"
    if words[0] in _NO_NAME - {"the"} or not words[0]:
        return False
    return alone or (
        len(words) <= _MOST_UNMARKED
        and words[0] not in PREPOSITIONS | AFTER_NO
        and not any(word in QUESTION_AUXILIARIES for word in words)
    )


def refused_in(question: str) -> str | None:
    """Return whom or what a correction refuses: "him" of "not him, Brandt", "Quill" of "Brandt, not Quill"."""
    if len(question) > _LONGEST or _asks_of_a_choice(question):
        return None
    if (found := who_it_was(question)) is not None:
        return found.refused
    for pattern in (_NOT_BUT, _BUT_NOT):
        if match := pattern.fullmatch(question):
            return match["refused"]
    return None


def names_another(question: str) -> str | None:
    """Return the name of which another bearer is meant: "Quill" of "that's a different Quill"."""
    match = _NAMESAKE.fullmatch(question) if len(question) <= _LONGEST else None
    return match["name"] if match and match["name"].lower() not in _NO_NAME else None


def is_other(meant: str) -> bool:
    """Return whether a correction names nobody, but asks for whoever was not taken: "the other one"."""
    return _OTHER.fullmatch(meant.strip(" ?!.")) is not None


def refuses(question: str) -> bool:
    """Return whether what was shown or offered is refused, and nothing else asked for: "not that", "neither"."""
    if len(question) > _LONGEST:
        return False
    if _REFUSAL.fullmatch(question) is not None:
        return True
    if (shown := _SAYS_WHAT.fullmatch(question)) is not None:
        return bare((shown["what"] or shown["about"]).split()[0]) not in NODS | _ANSWERS - {"the", "a", "an"}
    words = [bare(word).replace("’", "'") for word in question.split()]
    denied = [word for word in words if word == "not" or word.endswith("n't")]
    if not denied:
        return False
    asks = words[0].removesuffix("n't") in QUESTION_AUXILIARIES and words[1:2] and words[1] in PRONOUNS
    if words[0] == "what" and words[1:2] and (words[1] in QUESTION_AUXILIARIES or words[1] in denied):
        asks = True  # "what doesn't help?"; but "what I asked for is not this"
    return not asks and len(words) > len(denied) and _ANSWERS.issuperset({*words} - {*denied})


def is_not_what_was_asked(question: str, last: Understanding) -> bool:
    """Return whether a turn says that what was shown is not what was asked: "that's Brandt, not Quill", after Quill's.

    All that it denies must have been asked: "it's not far from Dene" denies nothing of the levee.
    """
    if len(question) > _LONGEST:
        return False
    if (wrong := _WRONG.fullmatch(question)) is not None:  # of a name, another bearer is meant
        return bare(wrong["what"]) not in {bare(word) for word in (last.speaker or "").split()}
    match = _IS_NOT.fullmatch(question.replace("isn't", "is not"))
    asked = {bare(word) for word in f"{last.speaker or ''} {last.described or ''} {last.standalone}".split()}
    words = match["asked"].replace("’", "'").split() if match else []
    if match and not (match["shown"] or match["on"] or words[0].lower() in ARTICLES):
        return False  # "it is not safe", after "is the levee safe?", says something of the levee
    denied = {bare(word.removesuffix("'s")) for word in words} - ARTICLES  # "not Quill's"
    return bool(denied - PREPOSITIONS - PRONOUNS) and denied <= asked


_NOT_ABOUT = regex(
    r"\s*(?:no[\s,]+)?(?:not|i\s+(?:do|did)(?:n['’]?t|\s+not)\s+(?:mean|want|ask))\s+(?P<about>about\s+)?(?P<what>[^,;?]{2,60}?)[\s?!.]*",
    re.IGNORECASE,
)


def refuses_topic(question: str, topic: str | None) -> bool:
    """Return whether a turn only says what is not meant: "not about tolls", "not the levee" after words on it."""
    match = _NOT_ABOUT.fullmatch(question) if len(question) <= _LONGEST else None
    if match is None or match["about"]:
        return match is not None
    words = set(content_terms(match["what"]))
    return bool(words) and words <= set(content_terms(topic or ""))


def number_of(question: str) -> int | None:
    """Return which quote is picked by its number: 2 of "the second one"; "the first" and "the last" are in time."""
    match = _PICK.fullmatch(question) if len(question) <= _LONGEST else None
    which = match["which"].lower() if match else ""
    return ORDINALS.get(which) if which.isdecimal() or ORDINALS.get(which, 0) > 1 else None


def picked(question: str, choices: Sequence[str]) -> str | None:
    """Return the question that "the second one" picks of those that were offered."""
    match = _PICK.fullmatch(question) if len(question) <= _LONGEST else None
    if match is None or not choices:
        return None
    which = match["which"].lower()
    if which == "last":
        return choices[-1]
    place = PICKS.get(which)
    return choices[place - 1] if place is not None and place <= len(choices) else None
