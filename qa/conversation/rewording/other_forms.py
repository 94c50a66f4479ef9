"""Write a turn that asks for somebody's words in another form as the question for them: "Quill said what?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import is_one_person, is_person, may_mean
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past
from qa.conversation.fragments.other_voices import two_asked
from qa.conversation.rewording.spoken_forms import asks_if_agreed
from qa.conversation.topics.last_topics import last_topic
from qa.conversation.topics.pronoun_it import it_means
from qa.language.lexicon.follow_up_words import ONE_LEAD, OWNERS, SPOKEN_LEADS, THEY
from qa.language.lexicon.question_words import PRONOUNS
from qa.language.patterns import regex
from qa.speakers.dominance import dominant
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.grammar import readings
from qa.understanding.names import names_in
from qa.understanding.words import bare, is_role

_OWN_WORDS = regex(
    r"\s*(?:and\s+)?(?:(?:show|give|tell)\s+(?:me|us)\s+)?(?:it\s+)?(?:in\s+)?(?P<whose>his|her|their)\s+(?:own|exact|actual)\s+words"
    r"[\s?!.]*",
    re.IGNORECASE,
)
_SAID_WHAT = regex(
    r"\s*(?:and\s+)?(?P<who>[^\W\d_][\w’'.-]*(?:\s+[\w’'.-]+){0,3}?)\s+(?:said|says|is\s+saying)\s+what(?:\s+(?:exactly|now))?[\s?!.]*",
    re.IGNORECASE,
)
_SUBJECT = {"his": "he", "her": "she", "their": "they", "him": "he", "them": "they"}
_SO_AGREES = regex(
    r"\s*(?:(?:and|but|so)[\s,]+)*(?P<who>(?:the\s+)?[^\W\d_][\w’'.-]*(?:\s+[\w’'.-]+){0,2}?)\s+(?P<how>(?:dis)?agree)s\s*\?[\s?!.]*",
    re.IGNORECASE,
)
"""Whether somebody agrees, as if they did: "so Brandt agrees?"."""
_ANY_OF = regex(
    r"\s*(?:(?:and|but|so|ok)[\s,]+)*any\s+(?P<who>[^\W\d_][\w’'-]*s)\s+(?:(?:who\s+(?:are\s+)?)?(?:talking|commenting|speaking|quoted|commented|spoke)"
    r"|(?:who\s+)?(?:say|said|saying)\s+(?:any|some)thing)(?P<on>\s+(?:about|on)\s+\S[^?!.]*)?[\s?!.]*",
    re.IGNORECASE,
)
"""Whether some of a kind speak: "any drivers talking?"."""
_ANSWERED = regex(
    rf"\s*{ONE_LEAD}(?:how|(?P<what>what))\s+did\s+(?P<who>(?:he|she|they|[^\W\d_][\w’'.-]*(?:\s+[\w’'.-]+){{0,2}}?))"
    r"\s+(?:answer|(?P<back>say\s+back)|(?(what)(?:reply|respond)(?=[\s?!.]*$)|(?!)))"
    r"(?(back)(?:\s+to)?|(?:\s+(?:to\s+)?)?)\s*(?P<whom>him|her|them|that|this|it)?[\s?!.]*",
    re.IGNORECASE,
)
"""A response by other verbs: "how did she answer him?", "what did Brandt reply?"."""
_ELSE_OF = regex(
    r"\s*(?:and\s+)?(?:(?:is|was)\s+there\s+|(?:do\s+you\s+)?(?:have|got)\s+|(?:show|give)\s+me\s+)?(?:(?:any|some)thing\s+(?:else|more|at\s+all)|what\s+else"
    r"|(?:(?:any|some|one)\s+)?(?:more|other|another)(?:\s+(?:quotes?|words|statements?|stuff|one))?)\s+(?:from|by)\s+(?P<who>him|her|them|[^\W\d_][\w’'.-]*(?:\s+[\w’'.-]+){0,2}?)"
    r"(?P<on>\s+(?:on|about)\s+[^\s,;?!][^,;?!]*?)?[\s?!.]*",
    re.IGNORECASE,
)
"""Other words of somebody: "anything else from him?", "more from Quill on this"."""
_ANY_OF_HERS = regex(
    r"\s*(?:(?:and|but|so|then)[\s,]+)*(?:(?:is|was)\s+there\s+|(?:do\s+)?(?:you\s+)?(?:have|got)\s+)?any(?:thing|\s+(?:words?|quotes?))\s+(?:at\s+all\s+)?(?:from|by)\s+(?P<who>him|her|them)(?:\s+at\s+all)?[\s?!.]*"
    r"|\s*(?:(?:and|but|so|then)[\s,]+)*(?:what|whatever)(?:['’]?s|\s+(?:is|was|were|are))\s+(?P<subject>he|she|they)\s+(?:actually\s+|even\s+)?(?:quoted|cited)(?:\s+(?:on|about|as\s+saying|for))?[\s?!.]*",
    re.IGNORECASE,
)
"""Any words of somebody: "anything from her at all?", "then what is she quoted on?"."""
_TAKE_ON = regex(
    r"\s*(?:(?:and|but|so|now)\s+)?(?:(?:what(?:['’]s|\s+(?:is|was|were|are))|show\s+(?:me\s+)?)\s+)?(?P<whose>his|her|their)\s+"
    r"(?:(?:words?|quotes?|comments?|remarks?|statements?|take|stance|position)\s+(?:on|about|regarding)|(?:views?|opinions?|thoughts)\s+(?:on|about|of|regarding)"
    r"|(?:answers?|response|reply|reaction)\s+(?:on|about|regarding|to))\s+(?P<what>\S[^?!]*?)[\s?!.]*",
    re.IGNORECASE,
)
"""What somebody says on something, by a noun: "his take on the tolls", "her answer to the report".

But "her statement of 3 May" has a day, and "his words to the court" are said to somebody.
"""
_WHO_IT = regex(
    rf"\s*{ONE_LEAD}who(?:\s+else)?\s+(?:said|says|wants?|wanted|thinks?|thought|claims?|claimed|believes?)\s+"
    r"(?:(?:that\s+)?it\s+\S.*|\S+\s.*\bit\b.*)",
    re.IGNORECASE,
)
"""What somebody says of a thing: "who wants to buy it?", "who said it was unsafe?"."""
_OTHERS_SAY = regex(
    rf"\s*{ONE_LEAD}what\s+(?:do|did|have|are)\s+(?:the\s+)?(?:others|other\s+(?:people|folks|speakers)|the\s+rest|(?:every|any)(?:one|body)\s+else)"
    r"\s+(?:say(?:ing)?|said|think(?:ing)?)\s+(?:about|on|of)\s+(?P<what>(?:the|an?)\s+\S[^?!]*?|[^\W\d_][\w’'-]{3,}[^?!]*?)[\s?!.]*",
    re.IGNORECASE,
)
"""Others' words on something that is named: "what do others say about the toll?"."""
_WROTE = regex(
    rf"\s*{ONE_LEAD}what\s+(?:exactly\s+)?(?:did|has|had|does)\s+(?P<who>he|she|they)\s+(?:actually\s+)?(?:write|written|post|posted)"
    r"(?:\s+exactly)?(?P<rest>(?:\s+(?:about|to|in|on)\s+\S.*)?[\s?!.]*)",
    re.IGNORECASE,
)
"""Somebody's words that were written, where they were just asked for: "what exactly did she write?"."""
_BEFORE = regex(
    rf"\s*{ONE_LEAD}what\s+(?:did|has|had|does)\s+(?P<who>he|she|they|[^\W\d_][\w’'.-]*(?:\s+[\w’'.-]+){{0,2}}?)\s+(?:say|said)\s+(?:(?:about|on)\s+(?:it|that|this)\s+)?"
    r"(?:(?P<early>before(?:\s+(?:that|then|this))?|earlier|previously)|after\s+(?:that|this)|afterwards|later|since\s+then)[\s?!.]*",
    re.IGNORECASE,
)
"""Earlier or later words of who was asked: "what did she say before that?"."""

_THEY = regex(
    rf"(?P<before>\s*{ONE_LEAD}(?:(?:when|where|why|what|how|how\s+(?:often|long))\s+)?(?:did|do|have|had|will|would|are|were)\s+)"
    r"they(?P<after>\s+(?:(?:ever|really|still|both)\s+)*(?!say|said|think|(?:dis)?agree|differ)\S.*)",
    re.IGNORECASE,
)
_TOGETHER = regex(
    r"\b(?:meet|met|merge[sd]?|merging|talk|talked|talking|work|working|fight|fought|argue[sd]?|arguing|discuss(?:ed|ing)?|each\s+other|one\s+another"
    r"|together)\b",
    re.IGNORECASE,
)
"""What two do with each other: "did they merge?"; of one of two firms alone may be asked whether "they" sold it."""
_EITHER = regex(
    rf"\s*{SPOKEN_LEADS}(?:(?:did|do|does|has|have)\s+(?:either|both|any|one)|(?:which|who|which\s+one)(?=\s+of\s))(?:\s+of)?\s+(?:them|those|these|the\s+two)\s+(?:ever\s+|actually\s+)?"
    r"(?:mention(?:s|ed)?|brought\s+up|brings\s+up|(?:says?|said|talk(?:s|ed)?|spoke|speaks?|spoken|comment(?:s|ed)?)(?:\s+(?:any|some)thing)?(?:\s+(?:about|on|of))?)\b\s*(?P<what>[^?!.]*)[\s?!.]*",
    re.IGNORECASE,
)
"""What any of the two says who were asked: "did either of them mention the tolls?"."""
_MUST_HAVE = regex(
    r"\s*(?:(?:but|so|and|surely)[\s,]+)*(?P<who>he|she|they|[^\W\d_][\w’'.-]*(?:\s+[\w’'.-]+){0,2}?)\s+(?:must|should|would|will)(?:\s+surely)?(?:\s+have|['’]ve)\s+"
    r"(?:said|spoken|talked|commented)(?:\s+(?:some|any)thing)?(?P<rest>(?:\s+(?:about|on)\s+[^?!.]+)?)[\s?!.]*",
    re.IGNORECASE,
)
"""A doubt that somebody has no words: "she must have said something"."""
_TO_DO = regex(r"to\s+\w+\s+(?P<what>(?:the|an?|his|her|its|their)\s+\S.*)", re.IGNORECASE)
_CLAUSE = regex(
    r"(?:to|that)\s|.*\b(?:is|are|was|were|has|have|had|will|would|should|must|may|might|can|could)\s",
    re.IGNORECASE,
)


_NOBODY = PRONOUNS | frozenset("nobody everybody everyone anyone anybody".split())


def _asked_of(name: str | None, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return on what somebody was asked last: "does Brandt agree with Quill?" asks of Quill's topic."""
    match = match_speaker(name or "", speakers)
    others = {match.name, *match.ambiguous} - {None}
    asked = (each.topic for _, each in reversed(past.known) if each.speaker in others)
    return next(filter(None, asked), None)


def in_full(question: str, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return the question for somebody's words that a turn of another form asks: "does she agree?"."""
    if (what := _SAID_WHAT.fullmatch(question)) is not None:
        return f"what did {what['who']} say"
    if (agreed := asks_if_agreed(question)) is not None and past.quoting:
        who, other = agreed
        both = bare(who) in THEY and len(two_asked(past)) > 1  # they are set side by side
        on_it = _asked_of(other, past, speakers) or (
            last_topic(past) if bare(who.split()[0]) in OWNERS else None
        )
        return None if both else f"what did {who} say about {on_it or 'it'}"
    if (agrees := _SO_AGREES.fullmatch(question)) is not None and bare(
        agrees["who"].split()[0]
    ) not in _NOBODY:
        return in_full(f"does {agrees['who']} {agrees['how']}", past, speakers)
    of_a_kind = _ANY_OF.fullmatch(question)
    if of_a_kind is not None and is_role(
        of_a_kind["who"]
    ):  # "any articles saying something" asks for no voices
        return f"and what did {of_a_kind['who']} say{of_a_kind['on'] or ''}"
    if (answered := _ANSWERED.fullmatch(question)) is not None:
        whom = f" to {answered['whom']}" if answered["whom"] else ""
        return f"how did {answered['who']} respond{whom}"
    if (of := _ELSE_OF.fullmatch(question)) is not None:
        return f"what else did {_SUBJECT.get(of['who'].lower(), of['who'])} say{of['on'] or ''}"
    if (hers := _ANY_OF_HERS.fullmatch(question)) is not None:
        return f"what did {hers['subject'] or _SUBJECT[hers['who'].lower()]} say"
    if (take := _TAKE_ON.fullmatch(question)) is not None:
        return f"what did {_SUBJECT[take['whose'].lower()]} say about {take['what']}"
    if (must := _MUST_HAVE.fullmatch(question)) is not None:
        return f"what did {must['who']} say{must['rest']}"
    others = _OTHERS_SAY.fullmatch(question) if past.quoting else None
    if others is not None and bare(others["what"]) not in PRONOUNS:
        return f"who else said something about {others['what']}"
    if (either := _EITHER.fullmatch(question)) is not None and len(two := two_asked(past)) > 1:
        return f"what did {two[1]} and {two[0]} say about {either['what'].strip() or 'it'}"
    if (they := _THEY.fullmatch(question)) is not None and (pair := _the_two(they, past, speakers)):
        return f"{they['before']}{pair}{they['after']}"
    if _WHO_IT.fullmatch(question) and past.quoting and (thing := _thing(past)):
        somebody = is_one_person(match_speaker(thing, speakers).name, speakers) or is_person(
            thing.title(), sure=True
        )
        return None if somebody else it_means(question, thing)
    if past.quoting and (of_two := _asked_together(question, past)) is not None:
        return of_two
    last = past.last if past.quoting else None
    if last is not None and (wrote := _WROTE.fullmatch(question)) and last.kind is QuestionKind.SAID:
        return f"and what did {wrote['who']} say{wrote['rest']}"
    if (before := _BEFORE.fullmatch(question)) is not None:
        who = before["who"].lower()
        same = last is not None and last.speaker and may_mean(who, last.speaker, speakers)
        if who not in PRONOUNS:
            same = last is not None and match_speaker(who, speakers).name == last.speaker is not None
        if not same:
            return f"what did {before['who']} say"  # "that" is no topic
        return "and before that?" if before["early"] else "and after that?"
    own = _OWN_WORDS.fullmatch(question)
    if own is None:
        return None
    who = _SUBJECT[own["whose"].lower()]
    asked = last.speaker if last is not None and last.kind is QuestionKind.SAID else None
    dated = last is not None and (last.since or last.until) is not None
    same = dated and asked is not None and may_mean(who, asked, speakers)
    # "In her own words", after her words in May: those of May, and no others.
    return last.standalone if same and last is not None else f"and what did {who} say"


_THEY_OR_THEM = regex(r"\b(?:they|them)\b(?:\s+(?:both|two)\b)?", re.IGNORECASE)
_LATELY = 3


def _asked_together(question: str, past: Past) -> str | None:
    """Return a question with the names of two who were asked for together: "they", after Quill's and Brandt's words."""
    for turn, understood in reversed(past.known[-_LATELY:]):
        if understood.kind is QuestionKind.SAID and understood.others and understood.speaker:
            things = (understood.topic or "").endswith("s")
            if things and all(each.kind is not QuestionKind.SAID for each in readings(question)):
                return None  # "when were they built?", after the words of both on the ferries
            asked, found = _THEY_OR_THEM.subn(
                " and ".join((understood.speaker, *understood.others)), question, count=1
            )
            return asked if found else None
        if _THEY_OR_THEM.search(turn.question) is None:
            return None
    return None


def _the_two(they: re.Match[str], past: Past, speakers: KnownSpeakers) -> str | None:
    """Return who spoke and of whom, where "they" are the two: "Quill and Brandt", after Quill's words on Brandt.

    They are also the two whom a question of fact names, for what two do with each other: "what did they talk about?",
    after "when did Quill meet Brandt?".
    """
    last, asked = past.last, they["after"]
    if last is None or not past.quoting:
        return None
    together = _TOGETHER.search(asked) is not None
    if last.kind is QuestionKind.CONTENT:
        return _two_named(last, speakers) if together or _TOGETHER.search(last.standalone) else None
    if (
        last.kind is not QuestionKind.SAID
        or not last.topic
        or (_WHAT.search(they["before"]) and not together)
    ):
        return None
    if not last.speaker or not last.speaker_known or last.ambiguous:
        return None
    match = match_speaker(last.topic, speakers)
    other = match.name or dominant(match.ambiguous, speakers) if not match.corrected else None
    if other is None and is_person(last.topic, sure=True):
        other = last.topic  # who has no words here
    if other is None or other == last.speaker:
        return None
    people = [is_one_person(last.speaker, speakers), is_one_person(other, speakers) or other == last.topic]
    return f"{last.speaker} and {other}" if all(people) or together else None


_WHAT = regex(r"\bwhat\b", re.IGNORECASE)
_TWO = 2


def _two_named(last: Understanding, speakers: KnownSpeakers) -> str | None:
    """Return the two people whom a question of fact names, and nobody beside them."""
    found: dict[str, None] = {}
    for name in names_in(f"about {without_appended(last.standalone)}"):
        match = match_speaker(name, speakers)
        full = (match.name or dominant(match.ambiguous, speakers) if not match.corrected else None) or name
        if is_one_person(full, speakers) or is_person(full, sure=True):
            found[full] = None
    return " and ".join(found) if len(found) == _TWO else None


def _thing(past: Past) -> str | None:
    """Return what the talk was about, where that is a thing: the pier, after "who wants to buy the pier?"."""
    topic = last_topic(past, thing=True)
    done_to = _TO_DO.fullmatch(topic) if topic else None
    thing = done_to["what"] if done_to else topic
    # "Who said the lock is needed?" was about what somebody said.
    return None if thing is None or _CLAUSE.match(thing) else thing


def as_typed_first(question: str, whole: Followed, past: Past, read: Understand) -> Followed:
    """Look for what was said of "it" as it was typed, in the articles shown: they say "it was low" of the tide.

    With the tide in its place, "The tide is high" would have more of the words.
    """
    if whole.understood.kind is QuestionKind.CONTENT and not whole.understood.carried:
        whole = replace(whole, understood=replace(whole.understood, carried=("words",)))
    if not (past.answering and _WHO_IT.fullmatch(question)):
        return whole
    typed = read(question)
    claims = typed.kind is QuestionKind.WHO_SAID and (typed.topic or "").casefold().startswith("it ")
    return Followed(typed, near=past.answering, otherwise=whole) if claims else whole
