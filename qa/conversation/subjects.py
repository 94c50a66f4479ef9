"""Find what a question about facts is about: "the Dene fire" of "How many were hurt in the Dene fire?"."""

from __future__ import annotations

import re

from qa.answers import Understanding
from qa.conversation.appended_words import without_appended
from qa.conversation.back_references import ASKS_OF_IT
from qa.language.lexicon.function_words import DETERMINERS, PREPOSITIONS
from qa.language.lexicon.inflection import inflect
from qa.language.lexicon.question_words import PRONOUNS, QUESTION_AUXILIARIES
from qa.language.lexicon.roles import ANY_ROLE as PEOPLE
from qa.language.patterns import regex
from qa.understanding.described import asked_for
from qa.understanding.words import bare, is_role

_ASKING = regex(
    r"\s*(?:(?:and|but|so)\s+)?(?:any\s+(?:reactions?|responses?|comments?|news|views?)\s+(?:to|on|about)\s+)?"
    r"(?:(?:by|for|to|from|in|at|on|of|with|since|until)\s+(?=how\b|wh[a-z]+\b))?(?:(?:can|could)\s+you\s+\w+\s+(?:me\s+)?)?(?:(?:what|who|whom|when|where|why|how|which)(?:['’]s\b)?)?\s*"
    r"(?:(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|many|much|long)\b\s*)?",
    re.IGNORECASE,
)
_HOW_MUCH = regex(
    r"^(?:(?:old|big|far|tall|high|large|wide|deep|fast|often)\s+)?(?:is|are|was|were|will|would|can|could|did|does|do|has|had"
    r"|have)\s+",
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
_NOBODY = regex(r"^(?:they|he|she|it|we|you|i)\s+", re.IGNORECASE)
# Left over from the words that ask: "Chips does the plant make", "the Hanley Bridge built".
_AUXILIARY = regex(r"\b(?:does|did|do|has|have|had)\s+", re.IGNORECASE)
_DONE_TO = regex(
    r"(?<=\w)\s+(?:built|born|made|sold|held|shut|closed|opened|founded|lost|won|paid|written|sunk|hit|killed|injured"
    r"|arrested|found|elected|appointed|published|invented|destroyed|started|finished|located|called|named)$"
)
# "Casinos are planned", of "How many casinos are planned?"; "the pier being rebuilt", of "Why is it being rebuilt?".
_IS_DONE = regex(r"(?<=\w)\s+(?:is|are|was|were|being|getting|(?:will )?be|(?:has|have|had) been)\s+[a-z]+$")
# "Jobs are at risk", of "How many jobs are at risk?"
_IN_A_STATE = regex(
    r"(?<=\w)\s+(?:is|are|was|were)\s+(?:(?:at|on|under)\s+[a-z]+|in\s+(?:jail|prison|danger|court|trouble|doubt|force|talks))$"
)
# "Quill planning", of "What is Quill planning?"; "the film coming out", of "When is the film coming out?".
_DOING = regex(r"(?<=\w)(?<!\bthe)(?<!\ba)(?<!\ban)\s+[a-z]+ing(?:\s+(?:out|up|back|off|down|over|away))?$")
# "Bakers were hurt in the Dene fire in 1991": the fire is what it is about.
_CLAUSE_ON = regex(
    r"\s(?:is|are|was|were|has|have|had|will|would)\s.*?\b(?:in|at|of|by|during|from|on)\s+"
    r"(?P<what>(?:the\s+)?\D+?)(?:\s+(?:in|on|since|until)\s+\D*\d+)?$"
)
_LONGEST = 300
"""The most characters in which the end of a clause is looked for: that takes their cube."""
# "The trial start", of "When did the trial start?", no "US airlines"; "Ivo Quill fired", of "Why was Ivo Quill fired?".
_DOES = regex(r"^(?P<what>the\s+\w+|[A-Z]\w+(?:\s+[A-Z][\w’'-]+){0,2})\s+[a-z]+$")
_WAS_DONE = regex(r"^(?P<what>[A-Z]\w+(?:\s+[A-Z][\w’'-]+){0,2})\s+[a-z]+ed$")
# "replaced Quill", of "who replaced Quill?": whom it was done to is what it is about.
_DID = regex(
    r"^(?:\w+ed|won|lost|left|paid|took|made|saw|began|led|sent|got|ran|hit|beat|bought|sold|wrote|built|threw|shot|stole|broke"
    r"|drove|gave|told|met|held|kept|fought|chose|brought|caught|found|set\s+up|owns|runs|leads|makes|wants|needs|wins)\s+(?=\S)"
)
_DOES_TO = regex(r"^[a-z]{2,}(?<!s)s\s+(?:about\s+|with\s+)?(?=\S)")  # "replaces Quill"
# "The bridge closed", of "Was the bridge closed?", and "quill arrested" in small letters.
_WAS_DONE_SMALL = regex(
    r"^(?P<what>(?:(?:the|an?|his|her|their)\s+)?\S+(?:\s+\S+){0,5})\s+[a-z]+ed$", re.IGNORECASE
)
# "People use Vantor", of "How many people use Vantor?": what they do it to is what it is about.
_ANYBODY_DOES = regex(
    r"^(?:people|others|men|women)\s+(?P<verb>[a-z]+)\s+(?P<what>(?:the\s+)?[\w’'-]+(?:\s+[A-Z][\w’'-]*)*)$"
)
_ONLY_VERBS = frozenset(
    """agree apologise apologize ask begin build buy choose decide disagree find get give have hire join keep know
    lose make pay put refuse resign say see seek sell send sue survive take tell want""".split()
)
_BARE_VERBS = _ONLY_VERBS | frozenset(
    """close come crash die drop escape fail fall go leave lie live open quit return rise sink start stop win
    work""".split()
)
"""Verbs that follow a subject after "did": "why did the shares fall"; no part of what it is about."""
# "Profits go up", of "Why did profits go up?".
_GOES_UP = regex(
    r"(?<=\w)\s+(?:go|come|get|fall|break|give|set|back|shut|close|run|step|stand|turn|drop|end|pull)"
    r"\s+(?:up|down|out|off|back|over|apart|away|ahead|under|bust)$"
)
# "Quill find out she had a daughter": what she found out is no part of a thing's name.
_FOUND_OUT = regex(
    r"^(?P<who>(?:[A-Z][\w’'.-]*\s+){1,3})[a-z]+\s+(?:[a-z]+\s+){0,2}?(?:he|she|they|it|we|you)\s+[a-z]"
)
# "Deported from Orsa", of "who was deported from Orsa?".
_DONE_AT = regex(
    r"^[a-z]+ed\s+(?:from|in|at|by|for|on|over|during|after|with)\s+(?P<what>(?:the\s+)?[A-Z\d][\w’'-]*(?:\s+[\w’'-]+){0,3}|the\s+[\w’'-]+(?:\s+[\w’'-]+){0,2})$"
)
# "The flood cost port orsa", of "How much did the flood cost port orsa?".
_COSTS = regex(r"(?<!\bthe)\s+(?:cost|hit|hurt|affect|damage|help|take|make|get|give|bring)\s+(?=\w)")
_NOUNS = r"(?:[\w’'-]+\s+){0,3}[\w’'-]+"
# "Would the lunch program serve": what stands between an auxiliary and a last verb.
_SUBJECT = regex(
    rf"\b(?:did|does|do|will|would|can|could|should)\s+(?P<what>the\s+{_NOUNS})\s+[a-z]+$", re.IGNORECASE
)
# "How many people watched the Hale show": to which something was done.
_OBJECT = regex(
    rf"^\s*(?:and\s+|so\s+)?(?:how\s+many|which|what)\s+[a-z]+\s+[a-z]+ed\s+(?P<what>the\s+{_NOUNS})$",
    re.IGNORECASE,
)
# "Killed in the Dene stampede": after a preposition, at the end.
_AFTER_PREPOSITION = regex(
    rf"\b(?:in|at|of|by|during|from|on|voted?\s+(?:for|against))\s+(?P<what>the\s+{_NOUNS})$", re.IGNORECASE
)

# "Song of the year", of "Who won song of the year?": no article before it, and no "most of the harbour".
_TITLE = regex(
    r"\b(?:is|are|was|won|wins|win|watch(?:ed)?|did|does|will)\s+(?P<head>(?!most|part|half|all|some|one|none|any|each|many|much|out)"
    rf"[a-z]+(?<!s))\s+of\s+(?P<what>the\s+{_NOUNS})$"
)
# "What is Quill's plan for the pier?": all that comes after the verb.
_IS_WHAT = regex(
    rf"^\s*(?:and\s+|so\s+)?(?:what|which|how\s+\w+)(?:['’]s|\s+(?:is|are|was|were))\s+"
    rf"(?P<what>(?:the|(?:[\w-]+\s+)?[\w-]+['’]s)\s+(?P<noun>(?:[\w’'-]+\s+){{0,3}}?[\w’'-]+)(?:\s+(?:for|of|on|in|at|to|with)\s+(?P<thing>(?:the\s+)?{_NOUNS}))?)$",
    re.IGNORECASE,
)
_ASKED_OF = frozenset(
    """name names population size price cost length height depth weight age number date title aim goal purpose
    point capital cause result reason score outcome colour color value total amount rate status position difference
    latest news else more other exactly time day year month week hour percentage percent share proportion kind sort type
    part side role stance influence damage work evidence proof effect impact good advice choice chance""".split()
)
"""What is asked of a thing, and is none that one goes on to ask about."""
# "Tenants worried about the noise", of "Are tenants worried about the noise?".
_WHICH_THING = regex(
    r"^\s*(?i:and\s+|so\s+)?(?i:what|which)\s+(?P<noun>(?:[a-z][a-z-]+\s+)?[a-z][a-z-]+(?:(?<!s)|(?<=ss)))\s+"
    r"(?:did|does|has|had|will|would)\s+(?:(?<!has\s)(?<!had\s)the\s+)?(?!the\b)[\w’'-]+\s+[a-z]",
)
"""What somebody named did something to: "the bridge" of "Which bridge did Quill close?"."""
_MINDED = regex(
    r"^\S+(?:\s+\S+){0,2}\s+(?:worried|concerned|angry|happy|unhappy|upset|optimistic|pessimistic|nervous|anxious|right|wrong"
    r"|serious)\s+(?:about|with|by|at)\s+(?P<what>\S.*)$"
)
_DATED = regex(
    r"\s+(?:(?:in|since|until|on)\s+(?:\w+\s+)?\d{4}|(?:last|this|next)\s+(?:year|week|month|season|time|night)|yesterday|today|now|then|by\s+(?:how\s+much|whom)"
    r"|again|exactly|too|also|there|here|either|though|anyway|yet|so\s+(?:much|far|long|badly))$"
)
# "Quill charged with", "the fire like": what a question leaves at its end when the word that asks stands first.
_DANGLING = regex(
    r"\s+(?:(?:is|are|was|were|been|[a-z]+ed)\s+)?(?:about|like|for|of|with|by|from|to|at|on|in)$"
)
_LIKE = regex(r"(?<=\w)\s+(?:about|like|for|called|named|worth)$")
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
    rf"\s*(?:(?:and|but|so)\s+)?(?:how\s+(?:many|much)|which|what|whose)\s+(?:[\w-]+\s+){{1,3}}"
    rf"(?:{'|'.join(sorted(QUESTION_AUXILIARIES))})\s+(?:they|he|she|it|we|you|i)\b",
    re.IGNORECASE,
)
_ANYBODY = frozenset("people persons men women more others times of one ones".split())


def definite_thing(question: str) -> str | None:
    """Return the thing that a question is about and names with "the": "the lunch program"; None where it names none.

    It is "the Dene stampede" of "How many were hurt in the Dene stampede?", and no person.
    """
    body = without_appended(question)[:_LONGEST].rstrip(" ?!.")
    body = _GOES_UP.sub("", _LIKE.sub("", _DATED.sub("", body)))
    if (which := _WHICH_THING.match(body)) is not None:
        noun = which["noun"].lower().split()[-1]
        if noun not in _ASKED_OF | _ANYBODY | PEOPLE and not noun.endswith("ly"):
            return f"the {which['noun']}"
    if (whole := _IS_WHAT.match(body)) is not None:
        if whole["noun"].split()[-1].lower() in _ASKED_OF:
            # "What is the name of the dog?": "it" is the dog.
            return whole["thing"] if (whole["thing"] or "").lower().startswith("the ") else None
        words = [bare(word) for word in whole["what"].split()]
        somebody = not PEOPLE.isdisjoint(words) or asked_for(whole["what"]) is not None
        return None if somebody or {*words[1:]} & (QUESTION_AUXILIARIES | PRONOUNS) else whole["what"]
    match = _SUBJECT.search(body) or _AFTER_PREPOSITION.search(body) or _OBJECT.search(body)
    if match is None:
        return None
    if (title := _TITLE.search(body)) is not None and title["what"] == match["what"]:
        song = _DOING.sub("", f"{title['head']} of {title['what']}")
        head = title["head"].lower()
        return None if is_role(head) else song if head not in _ASKED_OF else match["what"]
    what = _without_verb(match["what"], _ONLY_VERBS)  # "the council", of "why did the council want money"
    what = _COSTS.split(what, maxsplit=1)[0]
    words = [bare(word) for word in what.split()]
    inner = set(words[1:])
    somebody = words[-1] in PEOPLE or asked_for(what) is not None
    return (
        None if somebody or inner & (PREPOSITIONS | QUESTION_AUXILIARIES | PRONOUNS | DETERMINERS) else what
    )


def _trimmed(rest: str, asking: str) -> str:
    """Cut off what is no part of a thing's name: "Quill" of "Quill charged with"."""
    rest = _DATED.sub("", rest)
    rest = _LEFT_OVER.sub("", _DANGLING.sub("", f" {rest}")).strip()
    rest = _TO_SOMEBODY.sub("", _GOING_ON.sub("", rest)).strip()
    if asking.strip().endswith(("many", "much")) and rest.islower() and (counted := _COUNTED.match(rest)):
        rest = counted["what"]
    if (done := _ANYBODY_DOES.match(rest)) and done["verb"] not in _NO_VERBS:
        rest = done["what"]
    first, _, more = rest.partition(" ")
    if first in ("for", "in", "at", "on", "against", "to") and more:
        rest = more  # "who scored for England"
    if " " not in rest and asking.startswith(("who ", "what ")) and asking.endswith(("will ", "would ")):
        return ""  # "who will pay?"
    return "" if _ADVERB.match(rest) or rest in _ANYBODY | DETERMINERS | PREPOSITIONS else rest


# "Obama veto the bill": what stands after "did".
_NAME_DOES = regex(r"^(?P<who>(?:[A-Z][\w’'.-]*\s+){1,4})(?P<verb>[a-z]{2,})(?P<what>\s+[^?]+)$")
_NO_VERBS = PREPOSITIONS | DETERMINERS | QUESTION_AUXILIARIES | PRONOUNS | {"and", "or", "not", "also"}


def _as_doing(rest: str) -> str:
    """Write what somebody was asked to have done as a thing that one speaks about: "Obama vetoing the bill"."""
    match = _NAME_DOES.match(rest)
    verb = match["verb"] if match else ""
    # Neither "the secret service pay" nor "Quill's report find".
    who = match["who"].strip().casefold() if match else ""
    named = match is not None and who not in DETERMINERS and not who.endswith(("'s", "’s"))
    if match is None or not named or verb in _NO_VERBS or verb.endswith(("ing", "ed", "s", "ly")):
        return rest
    return f"{match['who']}{inflect(verb)[0].ing}{match['what']}"


def _without_verb(rest: str, verbs: frozenset[str] = _BARE_VERBS) -> str:
    """Cut off a last verb after what did it: "fall" of "the shares fall", of "Why did the shares fall?"."""
    what, _, last = rest.rpartition(" ")
    # "The price of eggs fall" and "Quill's report find" end with a verb.
    whole = {bare(word) for word in what.split()[1:]} & (PREPOSITIONS - {"of"} | DETERMINERS)
    nothing = not what or what.lower() in DETERMINERS | PRONOUNS
    return rest if nothing or whole or last.lower() not in verbs else what


def subject(understood: Understanding) -> str | None:
    """Return what a question about facts is about: its words without those that ask."""
    text = without_appended(understood.standalone) if "words" in understood.carried else understood.standalone
    if ASKS_OF_IT.match(text):
        return None
    if thing := definite_thing(text):
        return thing
    if _COUNTED_OF_THEM.match(text):
        return None
    match = _ASKING.match(text)
    rest = text[match.end() if match else 0 :].strip(" ?!.")
    if match and match[0].strip().lower() in ("who", "what"):
        rest = (_DID if _DID.match(rest) or match[0].strip().lower() == "what" else _DOES_TO).sub("", rest)
    asks = match[0].lower().split() if match else []
    if asks[-1:] in (["which"], ["what"]) and (done := _WHICH_DID.match(rest)):
        return _ANY.sub("the ", _DATED.sub("", done["what"]))
    if asks[-1:] == ["how"] and (which := _HOW_IS.match(rest)):
        rest = rest[which.end() :]
    if match and match[0].lower().split()[:1] == ["who"] and (done := _DONE_AT.match(rest)):
        return done["what"]
    if does := _HOW_MUCH.match(rest):
        rest = rest[does.end() :]
    if (done := _NOBODY.match(rest)) and " " not in rest[done.end() :].strip():
        return None  # "How much did they pay?" is about nothing that it names
    if done and rest.islower() and not _NAMED.search(rest):
        return None  # nor is "when does it come out?"
    if done and (object_ := _OF_THEIRS.match(rest[done.end() :])):
        return None if object_["any"] else object_["what"]
    if told := _FOUND_OUT.match(_AUXILIARY.sub("", rest, count=1)):
        return told["who"].strip()
    rest = _AUXILIARY.sub("", _DONE_TO.sub("", _NOBODY.sub("", rest)))
    rest = _DOING.sub("", _IS_DONE.sub("", rest))
    asking = f"{match[0] if match else ''}{does[0] if does else ''}".lower()
    of_a_deed = asking.endswith(("did ", "does ", "do ", "will ", "would "))
    undated = _DATED.sub("", rest)
    if of_a_deed and (rest := _without_verb(undated)) == undated and not _GOES_UP.search(rest):
        rest = rest if asking.endswith(("will ", "would ")) else _DOES.sub(r"\g<what>", rest)
    elif asking.endswith(("was ", "were ", "is ", "are ")):
        rest = _WAS_DONE_SMALL.sub(r"\g<what>", _WAS_DONE.sub(r"\g<what>", undated))
    rest = _GOES_UP.sub("", _IN_A_STATE.sub("", rest))
    if len(rest) <= _LONGEST and (clause := _CLAUSE_ON.search(rest)):
        rest = clause["what"]
    rest = _MINDED.sub(r"\g<what>", rest)
    rest = _trimmed(rest, match[0].lower()) if match and match[0].strip() else rest
    # "Quill work", of "Who does Quill work for?"
    return (_as_doing(_without_verb(rest)) if of_a_deed else rest) or None
