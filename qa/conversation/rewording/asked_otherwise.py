"""Write as a plain question what asks for words by another form: "didn't she mention tolls?", "any criticism?"."""

from __future__ import annotations

import re

from qa.answers import QuestionKind
from qa.conversation.earlier.agreement import is_somebody
from qa.conversation.earlier.past import Past
from qa.conversation.rewording.of_several import of_several
from qa.conversation.rewording.stated_first import stated_first
from qa.conversation.topics.pronoun_it import it_means
from qa.language.lexicon.follow_up_words import ONE_LEAD
from qa.language.lexicon.roles import COMMON_KIN
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.words import is_role

_LONGEST = 160
_LEAD = r"\s*(?:(?:and|but|so|ok|okay|well|wait|hang\s+on|hold\s+on)[\s,]+)*"
_NAME = r"[^\W\d_][\w’'.-]*(?:\s+[\w’'.-]+){0,3}?"
_BY_ANYBODY = (
    r"(?:\s+(?:at\s+all|there|here|(?:said\s+)?(?:from|by)\s+(?:any(?:one|body)|some(?:one|body)|others)))*"
)
_ANY_SIDE = regex(
    rf"{_LEAD}(?:(?:is|was|were|are)\s+there\s+|(?:do\s+you\s+)?(?:have|got)\s+)?(?:any|some)(?:thing|one|body)?\s+"
    r"(?:(?P<against>negative|critical|criticisms?|critics|opposition|opponents|pushback|backlash|complaints?)"
    rf"|positive|supportive|support|supporters|praise|backing|backers){_BY_ANYBODY}"
    rf"(?:\s+(?:of|about|on|for|to|against|towards?)\s+(?P<what>\S[^?!]*?))?{_BY_ANYBODY}[\s?!.]*",
    re.IGNORECASE,
)
"""Whether anybody is for or against it, by a noun: "any criticism of the levee?", "anything negative from anyone?"."""
_SAYS_SO_OF_IT = regex(
    rf"{_LEAD}(?:(?:did|does|has|have|is|was)\s+)?(?:there\s+)?(?:any|some)(?:one|body)\s+(?:who\s+)?(?:ever\s+|else\s+)?(?:say|says|said|have|has|had|got)\s+"
    r"(?:any|some)thing\s+(?:(?P<against>bad|negative|critical|nasty|mean|harsh)|nice|good|kind|positive|friendly)\s+(?:to\s+say\s+)?(?:about|of|on)\s+(?P<what>\S[^?!]*?)[\s?!.]*",
    re.IGNORECASE,
)
"""Whether anybody praises or blames: "did anybody say something nice about him?"."""
_DID_NOT = regex(
    rf"{_LEAD}(?:did|has|have|had)(?:n['’]?t|\s+not)\s+(?P<who>(?!any|some|every|nobody){_NAME})\s+(?:also\s+|once\s+|even\s+|ever\s+)*"
    r"(?:mention(?:ed)?|(?:say|said|talk(?:ed)?|speak|spoken|comment(?:ed)?)\s+(?:also\s+)?(?:(?:some|any)thing\s+)?(?:about|on|of))"
    r"\s+(?P<what>(?!that\b|this\b|it\b)\S[^?!,]*?)(?:\s+(?:too|as\s+well|either|somewhere|before|once))?[\s?!.]*",
    re.IGNORECASE,
)
"""What somebody surely spoke of: "didn't she also say something about tolls?"."""
_WAS_IN_IT = regex(
    rf"{_LEAD}(?:is|was|were|are)(?:n['’]?t|\s+not)\s+(?P<who>{_NAME})\s+(?:(?:also|part|there|involved|one)\s+)*(?:in|at|on|of)\s+"
    r"(?P<what>(?:the|that|this|an?|his|her)\s+\S[^?!]*?)(?:\s+(?:too|as\s+well))?\s*\?\s*(?:so\s+|and\s+)?what\s+(?:did|does)\s+"
    r"(?:he|she|they|it)\s+say(?:\s+(?:there|then|in\s+(?:it|that)|about\s+(?:it|that)))?[\s?!.]*",
    re.IGNORECASE,
)
"""Somebody and what they took part in, and then what they said of it."""
_WHO_DID = regex(
    r"\s*(?:(?:no|the|that|a)\s+)*(?:guy|man|woman|person|lady|dude|bloke|one|people|folks)\s+(?:who|that)\s+"
    r"(?P<did>[a-z]+\s+\S[^?!,]*?)[\s?!.]*",
    re.IGNORECASE,
)
"""Somebody by what they did, and nothing else: "the guy who wrote the report"."""

_COLLEAGUE = regex(
    r"\b(?i:his|her|their|its)\s+(?P<what>[a-z][\w-]*(?:\s+[a-z][\w-]*)?)\s+(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2})"
)
_BESIDE = frozenset(
    "colleague colleagues friend rival counterpart successor predecessor opponent ally neighbour neighbor".split()
)
_ANY_OF_IT = regex(r"\b(?:any|some|much|all)\s+of\s+(?P<it>this|that|it|these|those|them)\b", re.IGNORECASE)
_ANSWERS = regex(rf"\s*{ONE_LEAD}(?:has|have|had|did|does|do)\s", re.IGNORECASE)

_WHO_IS_FOR = regex(
    rf"{_LEAD}who(?:['’]s|\s+(?:is|was|are|were))\s+(?P<side>against|in\s+favou?r|opposed|not\s+happy)[\s?!.]*",
    re.IGNORECASE,
)
_AT_THE_EVENT = regex(
    rf"{_LEAD}who\s+else\s+(?:spoke|talked|gave\s+(?:an?\s+)?(?:speech|talk|address)|took\s+part)\s+(?:there|(?:at|in|during)\s+(?:that|this|the)\s+[a-z][\w-]*)[\s?!.]*",
    re.IGNORECASE,
)
"""Others who spoke where the last words were said: "who else spoke at that event?"."""
_IN_THE_ARTICLE = regex(
    rf"{_LEAD}who\s+(?:else\s+)?(?:(?:(?:is|was|gets?|got)\s+(?:quoted|cited|interviewed)(?:\s+then)?"
    r"|(?:(?:is|was)(?=\s+in\s)|(?:(?:is|was|gets?|got)\s+)?(?:quoted|cited|interviewed|heard|speaks?|spoke|talks?|talked|speaking|talking))"
    r"\s+(?:(?:in|by)\s+(?:it|(?:that|this|the)(?:\s+(?:same|whole))?\s+(?:article|story|piece|report|release|text|transcript|interview))|there|here)))[\s?!.]*",
    re.IGNORECASE,
)
"""Others whose words are in the article shown: "who else is quoted in that article?"."""
_THING_FIRST = regex(
    rf"{_LEAD}(?P<thing>(?:the|that|this|those|these)\s+(?!other\b)[a-z][\w’'-]*(?:\s+[a-z][\w’'-]*){{0,3}}?)(?:\s+there)?\s*[,;–—-]\s+"
    r"(?P<rest>(?:is|was|are|were|has|have|had|does|did|do|will|would|can|could|how|when|why|where|who|what)\b.*\b(?:it|its|they|them)\b.*)",
    re.IGNORECASE,
)
"""A thing, and then a question of it: "the camp there, is it popular?"."""
_THEM = regex(r"\b(?:they|them)\b", re.IGNORECASE)
_OTHER_SIDE = regex(
    rf"{_LEAD}(?P<side>for|against|in\s+favou?r(?:\s+of)?)(?:\s+(?:it|that|them))?[\s?!.]*", re.IGNORECASE
)
_SIDES = {
    "for": regex(r"\bagainst\b", re.IGNORECASE),
    "against": regex(r"\b(?:in\s+favou?r\s+of|for)(?=\s+(?:it|that|them)\b)", re.IGNORECASE),
}
_OWNED_FIRST = regex(
    rf"{_LEAD}(?P<who>(?:his|her|its|their)\s+[a-z][\w-]*(?:\s+[a-z][\w-]*)?)\s*[,;:–—-]\s+"
    r"(?:(?P<name>what(?:['’]?s|\s+is|\s+was)\s+(?:the|his|her|their)\s+name)|who(?:['’]?s|\s+is|\s+was)\s+(?:that|he|she|it|this))[\s?!.]*",
    re.IGNORECASE,
)
"""Whose somebody is, and then who that is: "her mother, who's that?"."""
_OTHER_WAY = regex(
    rf"{_LEAD}(?:(?:no|sorry|i\s+mean|i\s+meant|the)[\s,]+)*other\s+way\s+(?:a)?round(?:\s*[,:;–—-]?\s*(?P<who>{_NAME})\s+(?:about|on)\s+(?P<what>{_NAME}))?[\s?!.]*",
    re.IGNORECASE,
)
"""Who spoke of whom, turned round: "the other way round, Brandt about Quill"."""
_OR_ANOTHER = regex(
    rf"{_LEAD}(?:did\s+(?P<one>{_NAME})\s+say\s+(?:that|this|it|so)|(?:was|is)\s+(?:that|this|it)\s+(?P<other>{_NAME}))\s+or\s+(?:was\s+it\s+)?(?P<two>{_NAME})[\s?!.]*",
    re.IGNORECASE,
)
"""Whose of two people the words are: "did Brandt say that or Quill?"."""
_WHO_ASKED = regex(
    rf"{_LEAD}who\s+(?:(?:was|is)\s+(?:interviewing|asking|questioning)|interview(?:ed|s)|asked|asks|questioned)\s+"
    r"(?P<who>him|her|them)(?:\s+(?:that|this|(?:about|on)\s+(?:that|this|it))|\s+(?:the|that|this)\s+questions?)?[\s?!.]*",
    re.IGNORECASE,
)
"""Who put the question to whoever spoke: "who interviewed her?"."""
_ROLE_ON_THAT = regex(
    rf"{_LEAD}(?P<who>the\s+[a-z][\w’'-]*(?:\s+[a-z][\w’'-]*){{0,2}}?)\s+(?:on|about)\s+(?:that|this|it)[\s?!.]*",
    re.IGNORECASE,
)
"""Somebody without a name, asked about the same: "and the mayor on that?"."""
_THE_BIT = regex(
    rf"{_LEAD}(?:(?:only|just|no|hm+|maybe|please|i\s+mean|i\s+meant)[\s,]+)*(?:(?:can\s+(?:you|i|we)\s+)?(?:show|give|see|get|read|want|need|find)\s+(?:me\s+)?)?"
    r"(?:the|that)\s+(?:bit|part|section|passage)s?\s+(?:about|on|regarding|with|mentioning)\s+"
    r"(?P<what>(?!(?:it|that|this|him|her|them)\b)\S[^?!]*?)(?:[\s,]+(?:please|too|also|now|then|instead|next))*[\s?.!]*",
    re.IGNORECASE,
)
"""Part of what somebody said, by what it is about: "only the bit about tolls"."""
_ONLY = regex(rf"\s*(?:no[\s,]+)?(?:just|only)\s+(?P<who>{_NAME})[\s?!.]*", re.IGNORECASE)
_AGREED_TO = regex(
    rf"{_LEAD}(?P<asks>who\s+(?:else\s+)?(?:has\s+|had\s+)?agree[sd]?\s+to)\s+(?:it|that|this)[\s?!.]*",
    re.IGNORECASE,
)
"""Who took part in it, and not whose opinion it is: "who agreed to it?"."""
_QUOTE_THEM = regex(
    rf"{_LEAD}(?:(?:please|can\s+you|could\s+you|pls)\s+)*quote\s+(?:him|her|them)(?:\s+(?:exactly|directly|precisely|literally|verbatim|word\s+for\s+word))?(?:\s+on\s+(?:it|that|this))?"
    r"(?:[\s,]+(?:please|pls|then))?[\s?!.]*",
    re.IGNORECASE,
)


def asked_otherwise(question: str, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return a turn as the plain question that it asks; None for one that has none of these forms."""
    if len(question) > _LONGEST:
        return None
    turned = _turned_round(question, past)
    if (plain := turned or _of_what_was_said(question, past)) is not None:
        return plain
    if (plain := stated_first(question) or of_several(question, past, speakers)) is not None:
        return plain
    if (owned := _OWNED_FIRST.fullmatch(question)) is not None:
        return f"what is {owned['who']}'s name?" if owned["name"] else f"who is {owned['who']}?"
    either = _OR_ANOTHER.fullmatch(question)
    if either is not None and all(
        _speaks(each, speakers) for each in (either["one"] or either["other"], either["two"])
    ):
        return "who said that?"
    if (named := _without_kinship(question, speakers)) != question:
        return named
    if _ANSWERS.match(question) and (any_of := _ANY_OF_IT.search(question)) is not None:
        it = "that" if any_of["it"].lower() in ("this", "these", "those", "them") else any_of["it"]
        return f"{question[: any_of.start()]}{it}{question[any_of.end() :]}"
    if (stands := _WHO_IS_FOR.fullmatch(question)) is not None:
        return "who supports it?" if stands["side"].lower().startswith("in") else "who is against it?"
    if _AT_THE_EVENT.fullmatch(question) or (past.quoting and _IN_THE_ARTICLE.fullmatch(question)):
        return "who else?"
    if (first := _THING_FIRST.fullmatch(question)) is not None and not is_somebody(first["thing"].lower()):
        thing, rest = first["thing"], first["rest"]
        return it_means(rest, thing) or (_THEM.sub(thing, rest, count=1) if _THEM.search(rest) else None)
    if (side := _ANY_SIDE.fullmatch(question)) is not None:
        return f"did anyone {'criticise' if side['against'] else 'support'} {side['what'] or 'it'}?"
    if (of_it := _SAYS_SO_OF_IT.fullmatch(question)) is not None:
        return f"did anyone {'criticise' if of_it['against'] else 'praise'} {of_it['what']}?"
    if (did_not := _DID_NOT.fullmatch(question)) is not None:
        return f"what did {did_not['who']} say about {did_not['what']}?"
    if (took_part := _WAS_IN_IT.fullmatch(question)) is not None:
        return f"what did {took_part['who']} say about {took_part['what']}?"
    if (who := _WHO_DID.fullmatch(question)) is not None:
        return f"who {who['did']}?"
    return None


def _of_what_was_said(question: str, past: Past) -> str | None:
    """Return what is asked of the words shown last: who asked for them, of part of them, of somebody else on it."""
    if past.quoting and (asker := _WHO_ASKED.fullmatch(question)) is not None:
        return f"who {'were they' if asker['who'].lower() == 'them' else 'was he'} talking to?"
    if past.quoting and _QUOTE_THEM.fullmatch(question):
        return "only the exact quotes"
    if (role := _ROLE_ON_THAT.fullmatch(question)) is not None and is_somebody(role["who"].lower()):
        return f"and {role['who']}?"
    last, base = past.last, past.speaking
    if last is None or not last.topic or last.kind is QuestionKind.CONTENT:
        if (bit := _THE_BIT.fullmatch(question)) is None:
            return None
        asked = base is not None and base.speaker_known
        return (
            f"what did {base.speaker} say about {bit['what']}?"
            if base and asked
            else f"and on {bit['what']}?"
        )
    if (bit := _THE_BIT.fullmatch(question)) is not None:
        heard = {*past.conversation.turns[-1].speakers}
        if last.speaker_is_role and len(heard) == 1:
            return f"what did {heard.pop()} say about {bit['what']}?"  # another senator is not meant
        return f"and about {bit['what']}?"
    if (only := _ONLY.fullmatch(question)) is not None and only["who"].lower() in last.topic.lower().replace(
        "’", "'"
    ).partition("'s ")[0]:
        return f"and about {only['who']}?" if last.speaker else None
    if (agreed := _AGREED_TO.fullmatch(question)) is not None:
        return f"{agreed['asks']} {last.topic}?"
    return None


def _turned_round(question: str, past: Past) -> str | None:
    """Return the last question for the other side, "for it" after "against it", or of who was spoken of."""
    if (way := _OTHER_WAY.fullmatch(question)) is not None:
        last = past.last
        who, what = (way["who"], way["what"]) if way["who"] else (last and last.topic, last and last.speaker)
        return f"what did {who} say about {what}?" if who and what else None
    side = _OTHER_SIDE.fullmatch(question)
    if side is None:
        return None
    wanted = "against" if side["side"].lower() == "against" else "for"
    before = past.conversation.turns[-1].question
    turned, found = _SIDES[wanted].subn(wanted, before, count=1)
    return turned if found else ("who is against it?" if wanted == "against" else "who supports it?")


def _without_kinship(question: str, speakers: KnownSpeakers) -> str:
    """Return a question without what somebody is to another before their name: "and her colleague Brandt?"."""
    match = _COLLEAGUE.search(question)
    if match is None or not (is_role(match["what"]) or match["what"].split()[-1] in _BESIDE | COMMON_KIN):
        return question
    if not _speaks(match["name"], speakers):
        return question
    return f"{question[: match.start()]}{match['name']}{question[match.end() :]}"


def _speaks(name: str, speakers: KnownSpeakers) -> bool:
    known = match_speaker(name, speakers)
    return not known.corrected and bool(known.name or known.ambiguous)
