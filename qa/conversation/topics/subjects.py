"""Find what a question about facts is about: "the Dene fire" of "How many were hurt in the Dene fire?"."""

from __future__ import annotations

import re

from qa.answers import Understanding
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.topics.back_references import ASKS_OF_IT
from qa.conversation.topics.brought_forth import brought_forth
from qa.conversation.topics.deeds import NO_VERBS, TOLD, as_doing, without_verb
from qa.conversation.topics.definite_things import (
    ANYBODY,
    ASKED_OF,
    DATED,
    DOING,
    DONE,
    GOES_UP,
    LONGEST,
    affirmed,
    definite_thing,
)
from qa.language.lexicon.follow_up_words import ONE_LEAD
from qa.language.lexicon.function_words import DETERMINERS, PREPOSITIONS
from qa.language.lexicon.inflection import inflect
from qa.language.lexicon.question_words import ANY_AUXILIARY, AUXILIARIES_WITH_CAN
from qa.language.patterns import regex
from qa.understanding.courtesy import without_courtesy
from qa.understanding.words import bare

_ASKING = regex(
    rf"\s*{ONE_LEAD}(?:any\s+(?:reactions?|responses?|comments?|news|views?)\s+(?:to|on|about)\s+)?"
    r"(?:(?:by|for|to|from|in|at|on|of|with|since|until)\s+(?=how\b|wh[a-z]+\b))?(?:(?:can|could)\s+you\s+\w+\s+(?:me\s+)?)?(?:(?:what|whom|who|when|where|why|how|which)(?:['’]s\b)?)?\s*"
    r"(?:(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|many|much|long)\b\s*)?",
    re.IGNORECASE,
)
_ASKS_AGAIN = regex(
    r"\w,\s+(?:who|what|when|where|why|how|which|is|are|was|were|does|did|do|has|have|had)(?:['’]s)?\s+\w",
    re.IGNORECASE,
)
"""A second clause that asks: "the mill, was Quill happy with it?" is about no such thing as a whole."""
_THERE = regex(r"^there\s+(?:(?:any|some|no|an?|enough)\s+)?(?=\S)", re.IGNORECASE)
"""Left over from "were there any women at the meeting?", which is about women there."""
_GOES_ON = regex(r"\W*(?:and|but|so)\b", re.IGNORECASE)
_HOW_MUCH = regex(
    rf"^(?:(?:old|big|far|tall|high|large|wide|deep|fast|often)\s+)?(?:{AUXILIARIES_WITH_CAN})\s+",
    re.IGNORECASE,
)
# "Strong is the storm", of "How strong is the storm?".
_HOW_IS = regex(r"^[a-z]+\s+(?:is|are|was|were)\s+")
# "Shops sold the bad pears", of "Which shops sold the bad pears?".
_WHICH_DID = regex(
    r"^[a-z]+\s+(?:[a-z]{2,}ed|won|lost|left|paid|took|made|saw|began|led|sent|got|ran|hit|beat|bought|sold|wrote|built|held|kept"
    r"|brought|caught|found|said|has|have)\s+(?P<what>(?:the|his|her|their|its|an?)\s+\S.*)$"
)
_ANY = regex(r"^an?\s+")
_NAMED = regex(r"\b(?:the|an?|his|her|their|its|this|that)\s+\w")
# "Sign the deal" and "make a profit", of "did they sign the deal?" and "will they make a profit?".
_OF_THEIRS = regex(
    r"^[a-z]+\s+(?:(?:up|out|down|off|over|back|for|to|on|at|with|about)\s+)?(?P<what>(?:the|his|her|their|its|this|(?P<any>an?))\s+\S.*)$"
)
# "Dene joining the league take", of "How long will Dene joining the league take?".
_TAKES = regex(r"(?<=\w)\s+(?:take|last|cost)$")
# "Cost to cross the bridge", of "How much does it cost to cross the bridge?".
_COSTS_TO = regex(r"^(?:it\s+)?(?:cost|take)s?\s+to\s+[a-z]+\s+(?P<what>\S.*)$")
_NOBODY = regex(r"^(?:they|he|she|it|we|you|i)\s+", re.IGNORECASE)
# Left over from the words that ask: "Chips does the plant make", "the Hanley Bridge built".
_AUXILIARY = regex(r"\b(?:does|did|do|has|have|had)\s+", re.IGNORECASE)
_DONE_TO = regex(
    r"(?<=\w)\s+(?:built|born|made|sold|held|shut|closed|opened|founded|lost|won|paid|written|sunk|hit|killed|injured"
    r"|arrested|found|elected|appointed|published|invented|destroyed|started|finished|located|called|named)$"
)
# "Casinos are planned", of "How many casinos are planned?"; "the pier being rebuilt", of "Why is it being rebuilt?".
_IS_DONE = regex(
    r"(?<=\w)\s+(?:is|are|was|were|being|getting|(?:will )?be|(?:(?:has|have|had) )?been)\s+[a-z]+(?:\s+again)?$"
)
# "Jobs are at risk", of "How many jobs are at risk?"
_IN_A_STATE = regex(
    r"(?<=\w)\s+(?:is|are|was|were)\s+(?:(?:at|on|under)\s+[a-z]+|in\s+(?:jail|prison|danger|court|trouble|doubt|force|talks))$"
)
# "Bakers were hurt in the Dene fire in 1991": the fire is what it is about.
_CLAUSE_ON = regex(
    r"\s(?:is|are|was|were|has|have|had|will|would)\s.*?\b(?:in|at|of|by|during|from|on)\s+"
    r"(?P<what>(?:the\s+)?\D+?)(?:\s+(?:in|on|since|until)\s+\D*\d+)?$"
)
# "The trial start", of "When did the trial start?", no "US airlines"; "Ivo Quill fired", of "Why was Ivo Quill fired?".
_DOES = regex(r"^(?P<what>the\s+\w+|[A-Z]\w+(?:\s+[A-Z][\w’'-]+){0,2})\s+[a-z]+$")
# "Hale Blue", of "Was Hale Blue a success?"; "rents", of "Why are rents so high in Dene?" and "Are rents down again?".
_IS_SO = regex(
    r"^(?P<what>[\w’'-]+(?:\s+[\w’'-]+){0,4}?)\s+(?:an?\s|(?:(?:so|too|still|very|now|only)\s+)?(?:up|down|low|high|lower|higher|late|cheap|dear"
    r"|expensive|bad|good|safe|legal|illegal|important|popular|big|small|slow|fast)\b).*$"
)
# "Dene workers march", of "Why did Dene workers march?".
_THEY_DO = regex(r"^(?P<what>(?:[\w’'-]+\s+){0,3}(?!(?:its|his|this|us|as)\b)[\w-]+[^\Ws]s)\s+[a-z]+$")
# "replaced Quill", of "who replaced Quill?": whom it was done to is what it is about.
_DID = regex(
    r"^(?:\w+ed|won|lost|left|paid|took|made|saw|began|led|sent|got|ran|hit|beat|bought|sold|wrote|built|threw|shot|stole|broke"
    r"|drove|gave|told|met|held|kept|fought|chose|brought|caught|found|set\s+up|owns|runs|leads|makes|wants|needs|wins)\s+(?=\S)"
)
_DOES_TO = regex(r"^[a-z]{2,}(?<!s)s\s+(?:about\s+|with\s+)?(?=\S)")  # "replaces Quill"
# "The bridge closed", of "Was the bridge closed?", and "quill arrested" in small letters.
_WAS_DONE = regex(
    r"^(?P<what>(?:(?:the|an?|his|her|their)\s+)?\S+(?:\s+\S+){0,5})\s+[a-z]+ed$", re.IGNORECASE
)
# "People use Vantor", of "How many people use Vantor?": what they do it to is what it is about.
_ANYBODY_DOES = regex(
    r"^(?:people|others|men|women)\s+(?P<verb>[a-z]+)\s+(?:(?:on|for|to|with|about)\s+)?(?P<what>(?:the\s+)?[\w’'-]+(?:\s+[A-Z][\w’'-]*)*)$"
)
# "Quill find out she had a daughter": what she found out is no part of a thing's name.
_FOUND_OUT = regex(
    r"^(?P<who>(?:[A-Z][\w’'.-]*\s+){1,3})[a-z]+\s+(?:[a-z]+\s+){0,2}?(?:he|she|they|it|we|you)\s+[a-z]"
)
# "Deported from Orsa", of "who was deported from Orsa?".
_DONE_AT = regex(
    r"^(?:[a-z]+ed|shot|hurt|found|held|caught|hit|beaten|born|lost)\s+(?:from|in|at|by|for|on|over|during|after|with)\s+(?P<what>(?:the\s+)?[A-Z\d][\w’'-]*(?:\s+[\w’'-]+){0,3}|the\s+[\w’'-]+(?:\s+[\w’'-]+){0,2})$"
)
# "Tenants worried about the noise", of "Are tenants worried about the noise?".
_MINDED = regex(
    r"^\S+(?:\s+\S+){0,2}\s+(?:worried|concerned|angry|happy|unhappy|upset|optimistic|pessimistic|nervous|anxious|right|wrong"
    r"|serious)\s+(?:about|with|by|at)\s+(?P<what>\S.*)$"
)
# "Quill charged with", "the fire like": what a question leaves at its end when the word that asks stands first.
_DANGLING = regex(
    r"\s+(?:(?:is|are|was|were|been|[a-z]+ed)\s+)?(?:about|like|for|of|with|by|from|to|at|on|in)$"
)
_LEFT_OVER = regex(r"\s+(?:to\s+)?(?:is|are|was|were|be|been)$")
# "Deny it", "Quill endorse him", "come out": no thing is named in it.
_TO_SOMEBODY = regex(
    r"(?:^|\s+)[a-z]+(?:\s+(?:for|with|to|at|on|about|of))?\s+(?:it|him|her|them|that|this|one|so|us|me|you)$"
)
_ADVERB = regex(
    r"^(?:there|here|next|then|now|first|[a-z]+\s+(?:out|up|off|on|down|over|back|next|before|again))$"
)
_GOING_ON = regex(r"^(?:happen(?:ed|ing|s)?|going\s+on)(?:\s+(?:in|at|to|with|on|during|after|before))?\b\s*")
# "People voted", "patents ibm given": how many of them did something.
_COUNTED = regex(r"^(?P<what>[\w-]+(?:\s+[a-z-]+s)?)\s+(?:[\w-]+\s+)?[a-z]+$")
# "How many shops will they close?" goes on about what was talked of, and is about no "shops will they close".
_COUNTED_OF_THEM = regex(
    rf"\s*{ONE_LEAD}(?:how\s+(?:many|much)|which|what|whose)\s+(?:[\w-]+\s+){{1,3}}"
    rf"(?:{ANY_AUXILIARY})\s+(?:they|he|she|it|we|you|i)\b",
    re.IGNORECASE,
)
_PREPOSITION = r"(?:about|of|on|for|to|from|with|without|in|at|by|into|over|under|through)"
# "The study find about tides", of "What did the study find about tides?".
_FINDS_ABOUT = regex(
    rf"^(?P<what>(?:the|his|her|their|its|[\w’'-]+['’]s)(?:\s+(?!{_PREPOSITION}\b)[\w’'-]+){{1,3}}?)\s+(?!(?:{_PREPOSITION}|have|been)\b)[a-z]{{3,}}\s+(?:about|of|without)\s"
)
# "Cases went without an arrest", of "How many cases went without an arrest?".
_COUNTED_TELLS = regex(
    rf"^(?P<what>[a-z][\w-]*(?:\s+(?:of\s+)?[a-z][\w-]*){{0,3}}?)\s+(?:{TOLD})\s+{_PREPOSITION}\s"
)
# "Days of sick leave did Quill order", of "How many days of sick leave did Quill order?".
_COUNTED_TO = regex(
    r"^(?P<what>[a-z][\w-]*(?:\s+(?:of\s+)?[a-z][\w-]*){0,3}?)\s+(?:did|does|do|will|would|has|have|had)\s+"
    r"(?P<who>(?!the\b)[\w’'-]+(?:\s+[\w’'-]+){0,3})\s+[a-z]+$"
)
# "Ada Quill resigned from the board", of "tell me why Ada Quill resigned from the board".
_WHY_THEY_DID = regex(r"^(?P<what>(?:[A-Z][\w’'.-]*\s+){1,4})[a-z]{2,}ed\b")
# "When did Quill do that to Brandt?" is about what was talked of before it.
_DID_THAT = regex(r"\b(?:do|did|done|doing)\s+(?:that|this|it|so)\b", re.IGNORECASE)
# "Ada Quill ever won a race", of "has Ada Quill ever won a race?".
_EVER_DID = regex(r"^(?P<who>(?:[A-Z][\w’'.-]*\s+){1,4})(?:ever|never|already|yet|really|actually)\s")
# "How many jobs is Vantor cutting?" is about Vantor cutting jobs.
_COUNTED_BY = regex(
    r"\s*(?:(?i:and|but|so)\s+)?(?i:how\s+(?:many|much)|which|what)\s+(?P<what>(?:[a-z][\w-]*\s+){0,2}[a-z][\w-]*)\s+"
    r"(?:is|are|was|were|did|does|do|will|would)\s+(?P<who>the\s+[a-z][\w-]*|[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})\s+(?P<verb>[a-z]+)"
    r"(?:\s+[a-z]+ly)?$"
)


def _trimmed(rest: str, asking: str) -> str:
    """Cut off what is no part of a thing's name: "Quill" of "Quill charged with"."""
    rest = DATED.sub("", rest)
    rest = _LEFT_OVER.sub("", _DANGLING.sub("", f" {rest}")).strip()
    rest = _TO_SOMEBODY.sub("", _GOING_ON.sub("", rest)).strip()
    if asking.strip().endswith(("many", "much")) and rest.islower() and (counted := _COUNTED.match(rest)):
        rest = counted["what"]
    if (done := _ANYBODY_DOES.match(rest)) and done["verb"] not in NO_VERBS:
        rest = done["what"]
    first, _, more = rest.partition(" ")
    if first in ("for", "in", "at", "on", "against", "to") and more:
        rest = more  # "who scored for England"
    if " " not in rest and asking.startswith(("who ", "what ")) and asking.endswith(("will ", "would ")):
        return ""  # "who will pay?"
    return "" if _ADVERB.match(rest) or rest in ANYBODY | DETERMINERS | PREPOSITIONS else rest


def subject(understood: Understanding) -> str | None:
    """Return what a question about facts is about: its words without those that ask."""
    text = without_appended(understood.standalone) if "words" in understood.carried else understood.standalone
    if ASKS_OF_IT.match(text) or _ASKS_AGAIN.search(text):
        return None
    # "Hi, can you tell me about the ferries?"; but "and the second one?" is about nothing that it names.
    text = affirmed(text if _GOES_ON.match(text) else without_courtesy(text))
    if thing := definite_thing(text) or brought_forth(text):
        return thing
    if _COUNTED_OF_THEM.match(text) or _DID_THAT.search(text):
        return None
    if by := _COUNTED_BY.fullmatch(DATED.sub("", text.rstrip(" ?!."))):
        return _doing_counted(by)
    match = _ASKING.match(text)
    asked = match[0].lower() if match else ""
    rest = _THERE.sub("", text[match.end() if match else 0 :].strip(" ?!."))
    if asked.strip() in ("who", "what"):
        rest = (_DID if _DID.match(rest) or asked.strip() == "what" else _DOES_TO).sub("", rest)
    asks = asked.split()
    if asks[-1:] == ["how"] and (which := _HOW_IS.match(rest)):
        rest = rest[which.end() :]
    if (thing := _by_what_asks(asks, rest)) is not None:
        return thing or None
    does = _HOW_MUCH.match(rest)
    rest = rest[does.end() :] if does else rest
    if (thing := _done_by_nobody(rest)) is not None:
        return thing or None
    rest = _AUXILIARY.sub("", _DONE_TO.sub("", _NOBODY.sub("", rest)))
    rest = DOING.sub("", _IS_DONE.sub("", rest))
    asking = f"{asked}{does[0].lower() if does else ''}"
    if asking.endswith(("did ", "does ", "do ", "will ", "would ")):
        return _of_a_deed(asked, asking, rest)
    if asking.endswith(("was ", "were ", "is ", "are ", "had ", "has ", "have ")):
        rest = _WAS_DONE.sub(r"\g<what>", DATED.sub("", rest))
        named, _, last = rest.rpartition(" ")  # "Ada Quill caught", of "where was Ada Quill caught?"
        rest = named if named and last in DONE else rest
    return _without_state(asked, asking, rest).strip() or None


def _doing_counted(by: re.Match[str]) -> str:
    """Return who does what is counted: "Vantor cutting jobs", of "How many jobs is Vantor cutting?"."""
    doing = by["verb"] if by["verb"].endswith("ing") else inflect(by["verb"])[0].ing
    # "What year did Vantor open?" is about Vantor opening.
    of_what = "" if by["what"].rsplit(maxsplit=1)[-1].lower() in ASKED_OF else f" {by['what']}"
    return f"{by['who']} {doing}{of_what}"


def _by_what_asks(asks: list[str], rest: str) -> str | None:
    """Return what is asked about where the words that ask, "how many", show it; "" for nothing, None if they do not."""
    last = asks[-1:]
    if last in (["many"], ["much"]) and (counted := _COUNTED_TO.match(rest)):
        what = counted["what"].split()
        # "People did Quill's order reach" is about the order.
        named = what[0].lower() not in ASKED_OF | ANYBODY or "of" in what
        return counted["what"] if named else counted["who"]
    if {*last} & {"many", "much", "which", "what"} and (told := _COUNTED_TELLS.match(rest)):
        return told["what"] if bare(told["what"]) not in ANYBODY else ""
    if last in (["which"], ["what"]) and (done := _WHICH_DID.match(rest)):
        return _ANY.sub("the ", DATED.sub("", done["what"]))
    if asks in (["why"], ["when"], ["how"], ["where"]) and (did := _WHY_THEY_DID.match(rest)):
        return did["what"].strip()
    if last in (["has"], ["have"], ["had"]) and (whether := _EVER_DID.match(rest)):
        return whether["who"].strip()
    if asks[:1] == ["who"] and (done := _DONE_AT.match(rest)):
        return done["what"]
    return None


def _done_by_nobody(rest: str) -> str | None:
    """Return "the deal", of "did they sign the deal?"; "" for nothing, None where it is named who did it."""
    if costs := _COSTS_TO.match(rest):
        return costs["what"].removeprefix("rid of ")  # "get rid of mud" is about mud
    done = _NOBODY.match(rest)
    # "How much did they pay?" is about nothing that it names, nor is "when does it come out?".
    if done and (" " not in rest[done.end() :].strip() or (rest.islower() and not _NAMED.search(rest))):
        return ""
    if done and (object_ := _OF_THEIRS.match(rest[done.end() :])):
        return "" if object_["any"] else object_["what"]
    if found_out := _FOUND_OUT.match(_AUXILIARY.sub("", rest, count=1)):
        return found_out["who"].strip()
    return None


def _of_a_deed(asked: str, asking: str, rest: str) -> str | None:
    """Return what a question with "did" or "will" is about: "Vantor", of "Why did Vantor close?"."""
    if rest.endswith(" do"):
        return rest.removesuffix(" do")  # "Quill's firm", of "What does Quill's firm do?"
    if finds := _FINDS_ABOUT.match(rest):
        return finds["what"]
    undated = DATED.sub("", _TAKES.sub("", rest))
    if (rest := without_verb(undated)) == undated and not GOES_UP.search(rest):
        rest = rest if asking.endswith(("will ", "would ")) else _DOES.sub(r"\g<what>", rest)
        rest = _THEY_DO.sub(r"\g<what>", rest) if {"why", "when", "where", "how"} & {*asked.split()} else rest
    rest = _without_state(asked, asking, rest)
    # "Vantor office staff", of "how much will Vantor office staff get?": what they do was cut off.
    whole = without_verb(undated) == undated and without_verb(rest) == rest
    return (as_doing(rest) if whole else without_verb(rest)).strip() or None


def _without_state(asked: str, asking: str, rest: str) -> str:
    """Cut off how something is and what is said of it: "jobs" of "jobs are at risk"."""
    rest = GOES_UP.sub("", _IN_A_STATE.sub("", rest))
    if len(rest) <= LONGEST and (clause := _CLAUSE_ON.search(rest)):
        rest = clause["what"]
    rest = _MINDED.sub(r"\g<what>", rest)
    if asking.endswith(("was ", "were ", "is ", "are ")) and not {"who", "what"} & {*asked.split()}:
        rest = _IS_SO.sub(r"\g<what>", rest)
    # "Quill work", of "Who does Quill work for?"
    return _trimmed(rest, asked) if asked.strip() else rest
