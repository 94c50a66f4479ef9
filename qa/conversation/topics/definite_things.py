"""Find the thing that a question about facts names with "the": "the Dene fire" of "How many died in the Dene fire?"."""

from __future__ import annotations

import re

from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.topics.deeds import ONLY_VERBS, without_verb
from qa.language.lexicon.follow_up_words import ONE_LEAD
from qa.language.lexicon.function_words import DETERMINERS, FUNCTION, PREPOSITIONS
from qa.language.lexicon.question_words import PRONOUNS, QUESTION_AUXILIARIES
from qa.language.lexicon.roles import ANY_ROLE as PEOPLE
from qa.language.patterns import regex
from qa.understanding.described import asked_for
from qa.understanding.words import bare, is_role

LONGEST = 300
"""The most characters in which the end of a clause is looked for: that takes their cube."""
ANYBODY = frozenset("people persons men women more others times of one ones".split())
# "Quill planning", of "What is Quill planning?"; "the film coming out", of "When is the film coming out?".
DOING = regex(r"(?<=\w)(?<!\bthe)(?<!\ba)(?<!\ban)\s+[a-z]+ing(?:\s+(?:out|up|back|off|down|over|away))?$")
# "Profits go up", of "Why did profits go up?".
GOES_UP = regex(
    r"(?<=\w)\s+(?:go|come|get|fall|break|give|set|back|shut|close|run|step|stand|turn|drop|end|pull)"
    r"\s+(?:up|down|out|off|back|over|apart|away|ahead|under|bust|aground)$"
)
_IN_A_STATE = regex(
    r"(?<=\w)(?<!^the)\s+(?:stuck|stranded|shut|closed|delayed|gone|dead|alive|awake|away|missing|held|kept|down|up|open)$"
)
LIKE = regex(r"(?<=\w)\s+(?:about|like|for|called|named|worth)$")
DATED = regex(
    r"\s+(?:(?:in|since|until|on)\s+(?:\w+\s+)?\d{4}|(?:last|this|next)\s+(?:year|week|month|season|time|night)|(?:a|an|per|each|every)\s+(?:hour|day|night|week|month|year)|yesterday|today|now|then|by\s+(?:how\s+much|whom)"
    r"|again|exactly|too|also|there|here|either|though|anyway|yet|so\s+(?:much|far|long|badly))$"
)
# "The flood cost port orsa", of "How much did the flood cost port orsa?".
_COSTS = regex(r"(?<!\bthe)\s+(?:cost|hit|hurt|affect|damage|help|take|make|get|give|bring)\s+(?=\w)")
_NOUNS = r"(?:[\w’'-]+\s+){0,3}[\w’'-]+"
_TO = r"(?:from|to|into|with|for|about|of|on|at|in|by)"
# "Would the lunch program serve", "did the meat come from": what stands between an auxiliary and a last verb.
_SUBJECT = regex(
    rf"\b(?:did|does|do|will|would|can|could|should)\s+(?P<what>the\s+{_NOUNS})\s+(?!{_TO}$)[a-z]+(?:\s+{_TO})?$",
    re.IGNORECASE,
)
# "How many people watched the Hale show": to which something was done.
_OBJECT = regex(
    rf"^\s*(?:and\s+|so\s+)?(?:how\s+many|which|what)\s+[a-z]+\s+[a-z]+ed\s+(?P<what>the\s+{_NOUNS})$",
    re.IGNORECASE,
)
# "Killed in the Dene stampede", "the ferry crash in Orsa": after a preposition, at the end.
_AFTER_PREPOSITION = regex(
    rf"\b(?:in|at|of|by|during|from|on|for|aboard|against)\s+(?P<what>the\s+{_NOUNS}(?:\s+(?:in|at|near|off)\s+{_NOUNS})?)$",
    re.IGNORECASE,
)
_FOR_A_THING = regex(
    r"\bthe\s+(?:[\w’'-]+\s+){1,2}(?:for|against)\s+the\s", re.IGNORECASE
)  # "the battle for the port"
# "The ferry that sank off Dene".
_CLAUSE = regex(
    r"(?<=\w)\s+(?:that|which)\s+(?!(?:the|an?|he|she|it|they|we|you|i|this|that|his|her|its|their|there|day|year|time)\b)"
    r"[a-z]+(?:\s.*)?$"
)
# "Song of the year", of "Who won song of the year?": no article before it, and no "most of the harbour".
_TITLE = regex(
    r"\b(?:is|are|was|won|wins|win|watch(?:ed)?|did|does|will)\s+(?P<head>(?!most|part|half|all|some|one|none|any|each|many|much|out)"
    rf"[a-z]+(?<!s))\s+of\s+(?P<what>the\s+{_NOUNS})$"
)
# "What is Quill's plan for the pier?": all that comes after the verb.
_IS_WHAT = regex(
    rf"^\s*(?:and\s+|so\s+)?(?:what|which|how\s+\w+)(?:['’]s|\s+(?:is|are|was|were))\s+"
    rf"(?P<what>(?:the|(?:[\w-]+\s+)?[\w-]+(?:['’]s|s['’]))\s+(?P<noun>(?:[\w’'-]+\s+){{0,3}}?[\w’'-]+)(?:\s+(?:for|of|on|in|at|to|with)\s+(?P<thing>(?:the\s+)?{_NOUNS}))?)$",
    re.IGNORECASE,
)
ASKED_OF = frozenset(
    """name names population size price cost length height depth weight age number date title aim goal purpose
    point capital cause result reason score outcome colour color value total amount rate status position difference
    latest news else more other exactly time day year month week hour percentage percent share proportion kind sort type
    part side role stance influence damage work evidence proof effect impact good advice choice chance
    rating budget salary motive capacity temperature""".split()
)
"""What is asked of a thing, and is none that one goes on to ask about."""
_WHICH_THING = regex(
    r"^\s*(?i:and\s+|so\s+)?(?i:what|which)\s+(?P<noun>(?:[a-z][a-z-]+\s+)?[a-z][a-z-]+(?:(?<!s)|(?<=ss)))\s+"
    r"(?:did|does|has|had|will|would)\s+(?:(?<!has\s)(?<!had\s)the\s+)?(?!the\b)[\w’'-]+\s+[a-z]",
)
"""What somebody named did something to: "the bridge" of "Which bridge did Quill close?"."""

# "Which ledger was it?" names what "it" is from then on; "what time was it?" does not.
_WHICH_IT = regex(
    r"^\s*(?:and\s+|so\s+)?(?:what|which)\s+(?P<noun>(?:[a-z][a-z-]+\s+)?[a-z][a-z-]+(?:(?<!s)|(?<=ss)))\s+(?:is|was)\s+(?:it|this|that)$",
    re.IGNORECASE,
)
# "Who made the clock on the old pier?": the clock, and not where it stands.
_WHO_DID_TO = regex(
    rf"^\s*{ONE_LEAD}who\s+(?:[a-z]+ed|made|built|won|found|led|sold|bought|held|lost|caught|sent|left|kept|wrote|drew"
    r"|stole|broke|set|owns|runs|leads|makes)\s+(?P<what>the\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+)\s+(?:in|on|at|off|near|from|under|inside|outside)\s+the\s",
    re.IGNORECASE,
)
_NOT = regex(
    r"\b(?P<is>is|are|was|were|did|does|do|has|have|had|would|could|should)n['’]t\b|\b(?P<can>can|wo(?=n))n?['’]t\b",
    re.I,
)
# "Is the old pier safe?", "why was the Dene ferry late in March?", "will the plan go ahead?"
_IS_SO = regex(
    rf"\s*{ONE_LEAD}(?:(?:since\s+)?(?P<asks>why|when|where|how)\s+)?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|should)\s+(?P<rest>the\s+\S.*)$",
    re.IGNORECASE,
)
DONE = frozenset(
    """built made sold held shut lost won paid written sunk hit hurt found left sent kept cut caught known seen shown
    taken given stolen broken spent begun gone done born set run open met
    fled lied felt fallen risen grown flown driven come become""".split()
)
_ENDS_A_THING = PREPOSITIONS - {"of"} | frozenset(
    "a an so too still now not again really that who which good bad ready".split()
)
_ENDS_LIKE_A_DEED = frozenset(
    """meeting wedding building hearing shooting bombing ruling funding housing parking crossing ceiling king ring
    spring wing thing morning evening painting recording warning killing landing training bed speed feed seed need
    shed""".split()
)
"""Nouns with the ending of what is done or is going on: "the church wedding"."""


def without_what_it_does(thing: str) -> str:
    """Return a thing without what it is doing: "the mill" of "the mill closing"; "the church wedding" is one."""
    doing = DOING.search(thing) if thing.lower().startswith("the ") else None
    cut = doing is not None and bare(doing[0].split()[0]) not in _ENDS_LIKE_A_DEED
    return thing[: doing.start()] if doing and cut else thing


def affirmed(question: str) -> str:
    """Return a question without its "n't": "isn't the pier safe?" is about the pier."""
    return _NOT.sub(lambda match: match["is"] or {"can": "can", "wo": "will"}[match["can"].lower()], question)


def _is_done(word: str) -> bool:
    return word in DONE or (word.endswith(("ed", "ing")) and word not in _ENDS_LIKE_A_DEED)


def _what_is_so(body: str, *, cut: bool) -> str | None:
    """Return the thing of which it is asked whether, why or when it is so: "the old pier" of "is the old pier safe".

    Args:
        cut: Whether what is asked of it was cut off already: "go ahead", of "will the plan go ahead?".
    """
    match = _IS_SO.match(body)
    words = match["rest"].split() if match else []
    end = 2
    while end < len(words):
        word = bare(words[end])
        if words[end - 1] != "of" and (word in _ENDS_A_THING or _is_done(word)):
            break
        end += 1
    if match is None or len(words) < _SHORTEST:
        return None
    if bare(words[end] if end < len(words) else "") in PREPOSITIONS and _is_done(bare(words[-1])):
        end = len(words) - 1  # "were the elections in Harwick postponed"
    whole = end == len(words) and (cut or (match["asks"] or "").lower() in ("when", "where", "how"))
    # "Is the pier safe?" ends with what is asked of it; "where is the new pier?" does not.
    what = words[: end - (end == len(words) and not whole)]
    inner = {bare(word) for word in what[1:]}
    head, of, rest = " ".join(what).partition(" of ")
    if not _SHORTEST <= len(what) <= _LONGEST_NAME or inner & (QUESTION_AUXILIARIES | PRONOUNS):
        return None
    if of and bare(head.split()[-1]) in ASKED_OF:
        return rest if rest.lower().startswith("the ") else None  # "is the price of the bread so high?"
    return f"{head}{of}{rest}" if rest or not of else None


_SHORTEST, _LONGEST_NAME = 2, 7
_WITHIN = regex(r"\s(?:of|in|at|on|for|with|from)\s")


# "When did the school stop being free?"
_ON_DOING = regex(r"(?:(?<=\bstop)|(?<=\bstart)|(?<=\bbegin))\s+[a-z]+ing\b.*")
# "What was in that letter?"
_POINTED = regex(r"(?<=\bin |\bof |\bon )(?:that|this)(?=\s+[a-z]{3,}$)", re.IGNORECASE)


def definite_thing(question: str) -> str | None:
    """Return the thing that a question is about and names with "the": "the lunch program"; None where it names none.

    It is "the Dene stampede" of "How many were hurt in the Dene stampede?", and no person.
    """
    typed = _POINTED.sub("the", without_appended(question)[:LONGEST].rstrip(" ?!."))
    asked = _CLAUSE.sub("", _ON_DOING.sub("", affirmed(typed)))
    whole_body = LIKE.sub("", DATED.sub("", asked))
    body = GOES_UP.sub("", whole_body)
    cut = body != whole_body
    if (which := _WHICH_THING.match(body) or _WHICH_IT.match(body)) is not None:
        noun = which["noun"].lower().split()[-1]
        if noun not in ASKED_OF | ANYBODY | PEOPLE and not noun.endswith("ly"):
            return f"the {which['noun']}"
    if (whole := _IS_WHAT.match(body)) is not None:
        if whole["noun"].split()[-1].lower() in ASKED_OF:
            # "What is the name of the dog?": "it" is the dog.
            return whole["thing"] if (whole["thing"] or "").lower().startswith("the ") else None
        # "The project", of "how much is the project costing?"; "the trucks", of "how long were the trucks stuck?".
        what = _IN_A_STATE.sub("", DOING.sub("", whole["what"]))
        words = [bare(word) for word in what.split()]
        somebody = not PEOPLE.isdisjoint(words) or asked_for(what) is not None
        return None if somebody or {*words[1:]} & (QUESTION_AUXILIARIES | PRONOUNS) else what
    if (done_to := _WHO_DID_TO.match(body)) and bare(done_to["what"].split()[-1]) not in ASKED_OF | _NO_THING:
        return no_person(done_to["what"])
    after = None if _FOR_A_THING.search(body) else _AFTER_PREPOSITION.search(body)
    match = _SUBJECT.search(body) or after or _OBJECT.search(body)
    if (so := _what_is_so(body, cut=cut)) is not None:
        head = _WITHIN.split(so)[0]
        return so if no_person(head) and asked_for(so) is None else None
    if match is None:
        return None
    if (title := _TITLE.search(body)) is not None and title["what"] == match["what"]:
        song = DOING.sub("", f"{title['head']} of {title['what']}")
        head = title["head"].lower()
        return None if is_role(head) else song if head not in ASKED_OF else match["what"]
    what = without_verb(match["what"], ONLY_VERBS)  # "the council", of "why did the council want money"
    what = _COSTS.split(what, maxsplit=1)[0]
    head, place, where = what.partition(at["at"]) if (at := _AT.search(what)) else (what, "", "")
    if match is after and bare(head.split()[-1]) in ASKED_OF | _NO_THING:
        return None  # "how many were there at the time?"
    if place and (no_person(where) is None or not FUNCTION.isdisjoint(map(bare, where.split()))):
        return None
    return what if no_person(head) else None


_AT = regex(r"(?P<at>\s(?:in|at|near|off)\s)")
_NO_THING = frozenset(
    "end beginning start moment past future world rest morning evening night public first".split()
)
"""What follows "the" after a preposition and is none either: "in the end"."""


def no_person(what: str) -> str | None:
    """Return a phrase that names a thing and neither somebody nor half a sentence; None for any other."""
    words = [bare(word) for word in what.split()]
    inner = set(words[1:])
    somebody = words[-1] in PEOPLE or asked_for(what) is not None
    return (
        None if somebody or inner & (PREPOSITIONS | QUESTION_AUXILIARIES | PRONOUNS | DETERMINERS) else what
    )


_CLAIMED = regex(
    r"(?P<what>(?:the|this|that|his|her|its|their)\s+[\w’'-]+(?:\s+[\w’'-]+){0,2}?|[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2})\s+"
    r"(?:is|are|was|were|has|have|had|will|would|should|must|may|might|can|could)\s+[a-z].*",
    re.DOTALL,
)


def thing_claimed(topic: str | None) -> str | None:
    """Return what a claim is about: "the levee" of "the levee is unsafe"; None for a topic that claims nothing."""
    claim = _CLAIMED.fullmatch(topic) if topic else None
    return claim["what"] if claim is not None else None
