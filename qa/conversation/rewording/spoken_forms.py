"""Write a turn that was typed as it is spoken as it would be written: without "um", a topic in front at its end."""

from __future__ import annotations

import re

from qa.conversation.rewording.idle_endings import without_idle_ending
from qa.conversation.rewording.named_in_front import WORD, named_in_front
from qa.conversation.rewording.sighs import LAUGHTER, without_sighs
from qa.language.lexicon.follow_up_words import ONE_LEAD
from qa.language.lexicon.function_words import PREPOSITIONS, SUBORDINATORS
from qa.language.lexicon.question_words import ANY_AUXILIARY, QUESTION_AUXILIARIES, QUESTION_WORDS
from qa.language.lexicon.verb_classes import IRREGULAR_PARTICIPLES
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import known_speaker, match_speaker
from qa.understanding.chat_spelling import as_written as spelt
from qa.understanding.dates import may_hold_date
from qa.understanding.topic_first import topic_first
from qa.understanding.words import bare, is_role

_LONGEST = 300
"""The most characters of a turn that is rewritten."""
_FILLERS = regex(r"(?<![\w.])(?:[Uu]+m+|[Uu]+h+|[Ee]+rm+)(?![\w.])[\s,….–—-]*")
_BEFORE = regex(r"\s*(?:(?:okay|ok|so|well|yeah|right|like|oh)[\s,]+)+", re.IGNORECASE)
_NEW = regex(
    r"\s*(?:(?:ok(?:ay)?|and|now|so)[\s,]+)*(?:a\s+)?(?:new|another|different|next|other|quick|one\s+more|(?:some)?thing\s+else)\s*"
    r"(?:\s(?:question|topic|subject)\s*[,.:;!–—-]*|(?:\sthing)?\s*(?:[:;]+|[–—-]+(?=\s)))\s*(?=\S+\s+\S)",
    re.IGNORECASE,
    inside="new another different next other quick more else",
)
"""What says that something else follows: "new question, what did Quill say?"; but "new-built ferries" is a topic."""
_THEN = regex(
    r"\s*(?:(?:and|then|now|so|ok|okay)[\s,]+)+(?=(?:tell|show|give)\s+me\s+(?:about|what|who|when|where|why|how)\b)",
    re.IGNORECASE,
    inside="tell show give",
)
"""What stands before a whole question: "now tell me about the ferries"."""
_AFTER = regex(
    r"(?<=[\w?!.,])(?<!\band)(?<!\bor)(?<!\bas)(?<!\bthan)(?<!\bwhat)(?<!\bhow)(?:[\s,]+(?:lol|lmao|lmfao|rofl|haha(?:ha){0,20}|tho|tbh|ngl|fr|smh|imo|obvs?|obviously|or\s+not|or\s+(?:did|does|do|has|have|is|was|were)n['’]?t\s+(?:he|she|they|it)|i\s+(?:think|guess|believe|suppose)|or\s+something"
    r"|(?:(?<=\b(?:he|it)\s)|(?<=\bshe\s)|(?<=\b(?:this|that|they|mean|dude)\s)|(?<=\b(?:guy|man|him|her)\s))even"
    r"|(?:(?<=[?!.,]\s)|(?<=\bit\s)|(?<=\b(?:him|lol)\s)|(?<=\bthem\s))(?:bro|mate|dude)))+(?=[\s?!.]*$)",
    re.IGNORECASE,
    inside=(
        f"{LAUGHTER} lol lmao lmfao rofl tho tbh ngl fr smh imo obv obvs obviously or i even bro mate dude"
    ),
)
"""What is said after a turn in talk and asks for nothing: "the fox lol", "Dene i think"; but "her mate" is somebody."""
_IF_ANY = regex(
    r",\s*if\s+(?:he|she|they|you|there|it|that)(?:['’]s)?\s+(?:\w+\s+){0,3}?(?:any(?:thing)?|some(?:thing)?|possible)(?=[\s?!.]*$)",
    re.IGNORECASE,
    inside="if",
)
"""What only says that there may be nothing: "and Brandt, if he has anything"."""
_NOTHING = regex(
    r"\s*\b(?:(?:so|but|wait|huh)[\s,]+)?(?:(?:really\s+)?(?:nothing|nobody|no[\s-]?one|none)|really|seriously|huh|no)\s*\?+\s+(?=\S+\s*\S)",
    re.IGNORECASE,
    inside="nothing nobody no noone none really seriously huh",
)
"""A doubt that stands before what is asked: "nothing? what did she write?"."""
_WEIGHS_IN = regex(
    r"\A(?P<asks>\s*(?:(?:and|but|so|ok)\s+)*(?:did|does|do|(?P<has>has|have))\s+.{2,60}?\s)"
    r"(?:weigh(?:ed)?\s+in(?!\s+(?:on|about)\s)|chimed?\s+in|piped?\s+up|(?:go|goes|gone|went)\s+on\s+(?:the\s+)?record)"
    r"(?=\s+(?:on|about)\s|(?:\s+(?:at\s+all|too|yet|either))?[\s?!.]*$)",
    re.IGNORECASE,
    inside="weigh weighed chime chimed pipe piped record",
)
"""What is said for commenting: "did Brandt weigh in?", not "how much did the boat weigh in?"."""
_ON_EARTH = regex(
    r"\b(?P<asks>who|what|where|when|why|how)\s+(?:(?:tf|the\s+(?:hell|heck|fuck)|on\s+earth)(?=\s)"
    rf"|in\s+the\s+world(?=\s+(?:{ANY_AUXILIARY}|said|says)\b))",
    re.IGNORECASE,
    inside="tf hell heck fuck earth world",
)
"""What only stresses a question: "where in the world is it?", but not "who in the world of sport said it?"."""
_INVERTED = regex(
    rf"\s*(?:(?:and|but|so|please)\s+)*what\s+(?:say|says|said|think|thinks|thought)\s+(?P<who>(?:the\s+)?{WORD}(?:\s+{WORD}){{0,2}}?)\s+"
    r"(?P<on>(?:about|of|on|regarding)\s+\S.*)",
    re.IGNORECASE,
)
"""Without an auxiliary, as in many languages: "what said Quill about the levee?"."""
_PLEASE = regex(
    r"(?<=\w)(?:\s*,\s*|(?<!\byou)(?<!\bword)(?<!\bto)\s+)(?:please|pls|plz)(?=[\s?!.]*$)",
    inside="please pls plz",
)
"""What a question may end with and asks for nothing: "anything else from her please"."""
_HELP = regex(
    r"(?<=\w)\s*[,.;–—-]\s*(?:please\s+)?(?:can|could|would|will)\s+you\s+(?:please\s+)?(?:help(?:\s+me)?(?:\s+(?:out|with\s+(?:that|this)))?"
    r"|tell\s+me|find\s+(?:that|it|out))(?:\s*,?\s*please)?[\s?!.]*$",
    re.IGNORECASE,
    inside="you",
)
"""The same, of several words: "I am looking for words on the ferry, could you help me"."""
_SAYS_PLEASE = regex(
    rf"\s*{ONE_LEAD}(?:did|does|has)\b.*\b(?:say|said)\s+please\b", re.IGNORECASE, leads="please"
)
_SHOUTED = regex(r"\b(?:HE|SHE|HIM|HER|HIS|THEY|THEM|THEIR)\b")
"""A pronoun that is typed so to say who is meant, and no name: "and what did HE say?"."""
_THAT_ONE = regex(
    r"\b(?P<on>about|on|of|to|with|over)\s+(?P<it>that|this)\s+one(?P<end>(?:\s+(?:too|as\s+well|either|though|then))?[\s?!.]*)$",
    re.IGNORECASE,
    inside="one",
)
_ANYONE = regex(
    r"\s*(?:(?:and|but|so|(?P<be>is|are|was|were)|does|did|do)\s+)*(?P<there>there\s+)?any(?:one|body)(?P<who>\s+(?:who|that))?(?P<is>['’]s|\s+(?:is|was))?\s+(?P<rest>(?:against|for|opposed\s+to"
    r"|(?:(?P<verb>[a-z]+(?:s|ed)|oppose|support|criticize|criticise|defend|back|praise|condemn|reject|welcome)|[a-z]+ing))\s+\S.*)",
    re.IGNORECASE,
    needs="anyone anybody",
)
"""Whoever does something with words: "anyone against it?", "is anybody defending her?"."""
_THE_GUY = regex(
    r"\b(?P<the>the|that|this)\s+(?P<what>[^\W\d_][\w’'-]*(?:\s+[^\W\d_][\w’'-]*)?)\s+(?:guy|dude|bloke|chap|fella|lady|person|man|woman|people|folks)(?=[\s?!.,]|$)",
    re.IGNORECASE,
    inside="guy dude bloke chap fella lady person man woman people folks",
)
"""Somebody by what they are, as in talk: "the doctor guy"."""
_OTHER_GUY = regex(
    r"\b(?:the|that|this)\s+(?:other|first|second|last)\s+(?:guy|one|man|woman|person|lady|speaker)\s*,\s*"
    r"(?P<name>[^\W\d_][^,?!.]*?)(?:,(?=\s)|(?=[\s?!.]*$))",
    re.IGNORECASE,
    inside="other first second last",
)
"""Who is named after what says that they are another: "the other guy, Brandt"."""
_SAYS_SORRY = regex(
    r"\bsay\s+(?:sorry(?=\s+(?:to|for)\b|[\s?!.]*$)|that\s+(?:he|she|they)\s+(?:was|were|is|are)\s+sorry(?=[\s?!.]*$))",
    re.IGNORECASE,
    inside="sorry",
)
"""What asks for an apology, and for no words on "sorry"; who "was sorry to leave" asked nobody's pardon."""
_REMIND = regex(
    r"(?P<asks>\s*(?:(?:and|but|so|wait|sorry)[\s,]+)*(?:(?:who|when|where)(?:['’]s|\s+(?:is|was|are|were))\s+(?:(?:the|this|that|his|her|their)\s+)?|who(?:['’]s|\s+is)\s+(?!\w+ing\s)[^\W\d_]+\s+|who\s+said\s+(?=(?:that|this|it)\s))"
    rf"(?!\w+(?:ed|ing)\s)(?!(?:{'|'.join(sorted(IRREGULAR_PARTICIPLES))})\s){WORD})\s+again(?=[\s?!.]*$)",
    re.IGNORECASE,
    inside="again",
)
"""What was once told and is asked once more: "who's Quill again?"; it goes back to no question.

But "who was elected again?" and "when will it open again?" ask what happens once more.
"""
_WHO_SAID_SO = regex(
    r"\s*(?P<what>[^,;?!.]{8,80}?)\s*[,;–—-]+\s*who\s+(?:said|says|claims|claimed)\s+(?:that|this|so|it)[\s?!.]*",
    re.IGNORECASE,
    needs="who",
)
"""A claim, and then who makes it: "the lanes were short, who said that?"."""
_NVM = regex(r"\s*(?:(?:ok|okay|oh|ah)[\s,]+)*nvm[\s,.!–—-]+(?=\S)", re.IGNORECASE, inside="nvm")
_SAME = regex(r"\b(?:say|think|feel)\s+the\s+same(?:\s+thing)?(?=[\s?!.]*$)", re.IGNORECASE, inside="same")
_AGREES = regex(
    rf"\s*{ONE_LEAD}(?:does|did|do|would)\s+(?!any|some|every|nobody)(?P<who>(?:the\s+)?{WORD}(?:\s+{WORD}){{0,3}}?)\s+"
    r"(?:also\s+)?(?:agree|disagree|concur|object|think\s+(?:so|that|the\s+same)|see\s+it\s+(?:the\s+same(?:\s+way)?|differently))"
    rf"(?:\s+(?:(?:with|to|on|about)\s+(?:that|this|it|him|her|them)|with\s+(?!the\s|an?\s)(?P<other>{WORD}(?:\s+{WORD})?)))?(?:\s+too)?[\s?!.]*",
    re.IGNORECASE,
    needs="agree disagree concur object think see",
)


def as_written(question: str, speakers: KnownSpeakers) -> str:
    """Return a turn without what only speech has; one that is written as most are comes back as it is."""
    if len(question) > _LONGEST or any(mark in question for mark in '"“”«»'):
        return question
    question = without_idle_ending(_NVM.sub("", question, count=1))
    if (claimed := _WHO_SAID_SO.fullmatch(question)) is not None and _is_a_claim(claimed["what"]):
        question = f"who said {claimed['what'].strip()}?"
    question = _THAT_ONE.sub(r"\g<on> \g<it>\g<end>", question)
    if not _SAYS_PLEASE.match(question):
        question = _PLEASE.sub("", _HELP.sub("", question))
    if not question.isupper():
        question = _SHOUTED.sub(lambda shouted: shouted[0].lower(), question)
    question = _IF_ANY.sub("", question)
    question = _REMIND.sub(r"\g<asks>", question)
    question = _AFTER.sub("", _NOTHING.sub(" ", question, count=1).lstrip(), count=1)
    question = _ON_EARTH.sub(r"\g<asks>", question)
    question = _OTHER_GUY.sub(r"\g<name>", question)
    question = _THE_GUY.sub(lambda called: _without_guy(called, speakers), question)
    if (anyone := _ANYONE.fullmatch(question)) is not None:
        question = _asked_who(anyone)
    question = _WEIGHS_IN.sub(lambda said: f"{said['asks']}comment{'ed' if said['has'] else ''}", question)
    question = _SAYS_SORRY.sub("apologise", _SAME.sub("agree", spelt(question)))
    plain = _FILLERS.sub("", question)
    if plain != question:
        plain = _BEFORE.sub("", plain, count=1)
    plain = _THEN.sub("", _NEW.sub("", plain, count=1), count=1)
    if not plain.strip(" \t?!.,"):
        return question
    return _inverted(_topic_last(named_in_front(plain, speakers), speakers), speakers)


def _is_a_claim(text: str) -> bool:
    """Return whether words say that something is so: "the lanes were short", but not "ok wait"."""
    words = [bare(word) for word in text.split()]
    opens = QUESTION_WORDS | PREPOSITIONS | SUBORDINATORS - {"that"}  # "if it is so"
    return not QUESTION_AUXILIARIES.isdisjoint(words[1:]) and words[0] not in opens


def _asked_who(anyone: re.Match[str]) -> str:
    """Write "anyone against it?" as "who is against it?", and "was anyone hit by it?" with its "was"."""
    before = anyone["be"] if not (anyone["there"] or anyone["who"]) else None
    be = (anyone["is"] or before or "").strip()
    if not anyone["verb"]:
        return f"who is {anyone['rest']}"
    if not be:
        return f"who {anyone['rest']}"
    # But nobody "is homes": "are anyone's homes lost?".
    return (
        f"who {be.lower()} {anyone['rest']}" if be.isalpha() and anyone["verb"].endswith("ed") else anyone[0]
    )


def _without_guy(called: re.Match[str], speakers: KnownSpeakers) -> str:
    """Write "the doctor guy" as "the doctor", and "the Vantor guy" as "Vantor", for which its people speak.

    "The other guy" and "the old lady" do not say what somebody is.
    """
    if is_role(called["what"]):
        return f"{called['the']} {called['what']}"
    body = known_speaker(called["what"], speakers)
    this = called["the"].lower() != "the"  # "this Quill guy" is Quill, "the Quill guy" one of hers
    return body.name if body is not None and (this or body.kind == "group") else called[0]


def asks_if_agreed(question: str) -> tuple[str, str | None] | None:
    """Return whom a question asks whether they agree, and with whom: "does Brandt agree?"; None for any other."""
    match = _AGREES.fullmatch(question) if len(question) <= _LONGEST else None
    return (match["who"], match["other"]) if match else None


def _topic_last(question: str, speakers: KnownSpeakers) -> str:
    """Write a topic after the question that it stands before; somebody's name there is no topic."""
    first = topic_first(question)
    if (
        first is None
        or without_sighs(question) != question
        or not first.of_words
        or may_hold_date(first.topic)
    ):
        return question
    return question if match_speaker(first.topic, speakers).speaks else first.written()


def _inverted(question: str, speakers: KnownSpeakers) -> str:
    match = _INVERTED.fullmatch(question)
    if match is None:
        return question
    known = match_speaker(match["who"], speakers)
    named = bool(known.ambiguous) or known.name is not None or match["who"].istitle()
    return f"what did {match['who']} say {match['on']}" if named else question
