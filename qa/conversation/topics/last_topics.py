"""Find what the talk was about last: the thing that "it" means, and the topic that goes on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import is_a_body, is_relative, is_somebody
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.past import Past
from qa.conversation.topics.asides import OF_HIM, is_aside, names_no_it, names_no_thing
from qa.conversation.topics.brought_forth import brought_forth
from qa.conversation.topics.definite_things import ASKED_OF, DATED, definite_thing, no_person
from qa.conversation.topics.subjects import subject
from qa.conversation.topics.without_topic import is_its
from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.follow_up_words import PARTIES_BY_NAME
from qa.language.lexicon.question_words import PRONOUNS, QUESTION_AUXILIARIES
from qa.language.lexicon.roles import ANY_ROLE
from qa.language.patterns import regex
from qa.understanding.introduced import asks_for_person, names_what_is_led
from qa.understanding.names import names_in
from qa.understanding.words import bare, is_role

_WHY = regex(r"\s*(?:and\s+)?why\b", re.IGNORECASE)
_CLAUSE = regex(r"(?:that|if|whether|how|why|when|what|who|where|which|to|because)\b", re.IGNORECASE)
_WITHIN = regex(r"^(?:after|before|during|in|at|on)\s+(?=the\s)", re.IGNORECASE)
_ON_OCCASION = regex(
    r"(?:in|at|on|during|from)\s+(?:his|her|its|their)\s"
    r"|(?:that\s+|the\s+same\s+)?(?:night|evening|morning|afternoon|day|week|month|year)$",
    re.IGNORECASE,
)
"""Where or when somebody said it, "in her letter", "that night": nobody else is asked for words on that."""
_THE = regex(r"(?:the|this|that)\s", re.IGNORECASE)
_DOING = regex(r"\w\s+[a-z]{2,}ing\s+\S")
_DOING_ALONE = regex(r"[a-z]{2,}ing")
_MOST_WORDS = 6
_MOST_OF_A_THING = 11
# "The takeover of the Dene stock exchange": all that follows says which.
_OF_A_THING = regex(
    r"the\s+(?:[\w’'-]+\s+){1,3}?(?:of|for|on|in|at|with|between|against|from|to|by)\s", re.IGNORECASE
)


_SO_DEAR = regex(r"(?<=\w)\s+(?:so|too)\s+[a-z]+$")
_RECENT = 6
"""How many questions, the last ones, are looked through for what "it" may mean."""
_LATELY = 2
"""After how many questions about somebody "it" may still be what was talked of before them."""


def last_thing(past: Past, person: Callable[[str], bool]) -> str | None:
    """Return what the last question was about, where that is a thing and not a person; None if it says no topic.

    A question for anything that somebody said is about nothing: then it is the one before.
    """
    said = [
        each
        for turn, each in reversed(past.known[-_RECENT:])
        if (each.topic and not is_its(turn.question, each.topic))
        or brought_forth(each.standalone)
        or not (each.topic or each.kind is not QuestionKind.CONTENT or names_no_thing(turn.question, each))
    ]
    last = next((each for each in said if not (_are_people(each.topic) or is_occasion(each.topic))), None)
    if last is None or not last.topic:
        return brought_forth(last.standalone) if last else None
    topic = with_owner_of(last.topic, first_asked(past, last))
    topic = _SO_DEAR.sub("", _WITHIN.sub("", topic))  # "the match", of words after it; "bread so dear"
    if bare(topic) in PRONOUNS or _CLAUSE.match(topic):
        return None
    if len(topic.split()) > (_MOST_OF_A_THING if _OF_A_THING.match(topic) else _MOST_WORDS):
        return None
    if (
        _SENTENCE.match(topic)
        or any(bare(word) in QUESTION_AUXILIARIES for word in topic.split()[1:])
        or _DOING_ALONE.fullmatch(topic)
    ):
        return None  # "earnings would fall" is no thing, nor is "suing"
    # "The ferry Bill" is nobody called Bill.
    called = _THE.match(topic) and gender_of(topic.rsplit(maxsplit=1)[-1].casefold()) is not None
    names = names_in(f"about {topic}")
    somebody = any(person(name) for name in names if not called or " " in name) and not _is_owned_thing(topic)
    if not (is_somebody(topic) or somebody):
        return topic
    # "When does it start?", after Quill's words on the tour and "and Brandt?": the tour.
    before = next(at for at, (_, each) in enumerate(past.known) if each is last)
    far = len(past.known) - before > _LATELY
    thing = None if far or not before else last_thing(replace(past, known=past.known[:before]), person)
    # "The company" says as little as "it".
    return None if thing and is_a_body(thing) else thing


_OWNED_THING = regex(r"(?:\S+\s+){0,3}?\S+['’]s?\s+(?P<what>\S.*)")


def _is_owned_thing(topic: str) -> bool:
    """Return whether a topic is a thing of somebody's, "Quill's plan", and nobody: "Quill's husband" is somebody."""
    owned = _OWNED_THING.fullmatch(topic)
    return owned is not None and not (is_role(owned["what"]) or is_relative(owned["what"]))


def thing_named(past: Past) -> str | None:
    """Return the thing that a question of fact names with "the": "it" after "How many died in the fire?".

    Questions that name nothing of their own are passed over: "how many were children?".
    """
    for turn, understood in reversed(past.known[-_RECENT:]):
        if understood.kind is not QuestionKind.CONTENT:
            return None
        if (thing := None if names_no_it(understood) else _named_in(understood)) is not None:
            return thing
        if not (is_aside(turn.question, understood) or names_no_it(understood)):
            return None
    return None


_OWNED = regex(r"\S\s+(?:his|her|its|their)\s+(?P<what>[a-z][\w-]*(?:\s+[a-z][\w-]*)?)$", re.IGNORECASE)
"""Somebody's thing at the end of a question: "her bronze medal"."""


def _named_in(understood: Understanding) -> str | None:
    if thing := definite_thing(understood.standalone):
        return thing
    if (
        owned := _OWNED.search(DATED.sub("", without_appended(understood.standalone).rstrip(" ?!.")))
    ) is not None:
        # "It", after "why was Quill stripped of her medal?": the medal, and not her name or her husband.
        what = owned["what"]
        asked_of = bare(what.split()[-1]) in ASKED_OF or is_relative(what) or is_role(what)
        return None if asked_of else no_person(f"the {what}")
    told_of = subject(understood)  # "the old pier", of "who built the old pier?"
    if not told_of or not told_of.lower().startswith("the ") or bare(told_of.split()[-1]) in ASKED_OF:
        return None
    return no_person(told_of)


_ANY_ONE = regex(r"(?:an?|any|some)\s", re.IGNORECASE)
"""What no talk goes on about: "a reporter", of "Did Quill threaten a reporter?"."""
_OF_A_MIND = regex(
    r"\b(?:does|did|do)\s+(?:[\w’'-]+\s+){1,4}?(?:want|think|claim|feel|believe|hope|mean|plan|propose)\b",
    re.IGNORECASE,
)
"""What somebody thinks, of "What does Quill want?", is no question about them, but on what was talked of."""
_SENTENCE = regex(
    r"(?:(?:is|are|was|were|will|would|does|did)\s+(?:that|this|these|those)|(?:(?:is|are|was|were|does|did)\s+)?"
    r"(?:it|they|he|she|i|we|you)(?:['’](?:d|s|ll|ve|re|m))?|s?hes|they(?:d|ll|re|ve)|its\s+(?:an?|the|not|so|just|all|no))\s",
    re.IGNORECASE,
)
"""What begins a whole sentence, of "Did Quill say it was closed?": no thing to go on about."""
_OBJECT_FIRST = regex(r"(?:him|them|it|me|us|you)\s+\S|her\s+(?:to|an?|the|that|any\w*)\b", re.IGNORECASE)


def called_somebody(understood: Understanding) -> bool:
    """Return whether a follow-up asked what somebody calls somebody: "what did he call her?" goes on about no one."""
    return understood.cue == "call" and "speaker" in understood.carried


def holds_object(topic: str | None) -> bool:
    """Return whether a topic begins with whom something is said of: "it a compromise", of "did Quill call it one?"."""
    return topic is not None and _OBJECT_FIRST.match(topic) is not None


_ONLY_DONE = regex(
    r"[a-z]{3,}(?<!e)ed|paid|made|sold|lost|won|spent|hurt|shot|found|built|done|taken|given|stolen"
)
"""What was done, of "How much was paid?": for what, the turns before say."""
_NO_TOPIC = frozenset("sorry yes no thanks goodbye anything something nothing more so".split())
"""What is said, and is about nothing: "did he say sorry?"."""


def last_topic(past: Past, *, thing: bool = False, besides: str | None = None) -> str | None:
    """Return what the last question that had a topic was about.

    Args:
        thing: Only what "it" can mean: not whom "Who is Ada Quill?" asked for.
        besides: Who is asked now, and is asked nothing on themselves.
    """
    going_on = aside = None
    for turn, understood in reversed(past.known):
        if OF_HIM.search(turn.question) and is_aside(turn.question, understood):
            continue  # "what's his name?"
        # "Who is she?" is asked aside: the talk goes on about what she spoke of. "It" may be the mill after "who owns
        # the mill?".
        led = thing and names_what_is_led(understood.standalone)
        if asks_for_person(understood.standalone) and not led:
            if not (thing or understood.carried):
                aside = aside or subject(understood)
            continue
        if understood.topic and (bare(understood.topic) in _NO_TOPIC or is_occasion(understood.topic)):
            continue
        if besides and is_named_by(understood.topic or "", besides):
            continue
        if thing and _are_people(understood.topic):
            aside = aside or understood.topic  # "did he back it?", after "what about the nurses?": no nurses
            continue
        of_it = is_its(turn.question, understood.topic)
        if of_it or _SENTENCE.match(understood.topic or "") or holds_object(understood.topic):
            continue
        if called_somebody(understood):
            aside = aside or understood.topic
            continue
        deed = understood.kind is QuestionKind.CONTENT or understood.cue not in (None, "say")
        vague = deed and _ANY_ONE.match(understood.topic or "")
        if understood.topic and bare(understood.topic) not in PRONOUNS and not vague:
            return with_owner_of(understood.topic, first_asked(past, understood))
        if told_of := brought_forth(understood.standalone):
            return told_of
        told_of = subject(understood) if understood.kind is QuestionKind.CONTENT else None
        if told_of and (_ONLY_DONE.fullmatch(told_of) or _ANY_ONE.match(told_of)):
            continue
        if thing and told_of and told_of.islower() and _are_people(told_of):
            aside = aside or told_of  # "how did the nurses vote?"
            continue
        if thing and told_of and _TWO_NAMES.match(told_of):
            aside = aside or told_of  # "it", after "what did Quill and Brandt talk about?", is not the two
            continue
        if told_of and _OF_A_MIND.search(understood.standalone):
            aside = aside or told_of
            continue
        if besides and told_of and told_of.casefold() == besides.casefold():
            continue  # "How much was Quill paid?": on herself she is asked nothing
        if told_of and bare(told_of.split()[0]) not in PRONOUNS:
            whole = without_appended(understood.standalone) == understood.standalone
            if whole and not (understood.carried and _WHY.match(understood.standalone)):
                return told_of
            # "Why did Quill refuse (the levee)?" goes on about the levee: the turn before says it better.
            going_on = going_on or told_of
    return going_on or aside


_TWO_NAMES = regex(r"(?:[A-Z][\w’'.-]* ){1,3}and [A-Z]")


def is_named_by(topic: str, name: str) -> bool:
    """Return whether a topic is who is asked, with a title, a given name or "the" before the name that was typed."""
    words = topic.casefold().split()
    return words == name.casefold().split() or (len(words) == _FULL_NAME and words[1:] == [name.casefold()])


_FULL_NAME = 2


def _are_people(topic: str | None) -> bool:
    """Return whether a topic is several people, "the nurses", and so nothing that "it" may mean."""
    if topic and _DOING.search(topic):
        return False  # "the Reds planning for migrants" is what they plan
    last = bare(topic.rsplit(maxsplit=1)[-1]) if topic else ""
    return last.endswith(("s", "men", "women")) and last in ANY_ROLE | PARTIES_BY_NAME


def is_occasion(topic: str | None) -> bool:
    """Return whether a topic says where somebody spoke or wrote, "in her letter", and not of what."""
    return topic is not None and _ON_OCCASION.match(topic) is not None


def people_in(understood: Understanding) -> str | None:
    """Return the people whom a question was about, by what they are: "the unions" of "why are unions angry?"."""
    text = without_appended(understood.standalone) if understood.topic is None else understood.topic
    named = (word for word in map(bare, text.split()) if _are_people(word))
    found = next(named, None)
    return f"the {found}" if found else None


def first_asked(past: Past, understood: Understanding) -> str | None:
    """Return who was asked first on a topic that others got: "his beard" is Quill's, when "and Brandt?" follows."""
    asked = (each.speaker for _, each in past.known if each.topic == understood.topic and each.speaker)
    return next(asked, None) if "topic" in understood.carried else understood.speaker


def with_owner_of(topic: str, speaker: str | None) -> str:
    """Return a topic with whose it is: "Vantor's loss" of "What did Vantor say about its loss?"."""
    first, _, rest = topic.partition(" ")
    if not (speaker and rest and first.casefold() in _OWNERS_GENDER):
        return topic
    # "Her plan", as Ivo Quill speaks of it, is somebody else's.
    gender = gender_of(speaker.split(maxsplit=1)[0].casefold())
    return f"{speaker}'s {rest}" if gender in (None, _OWNERS_GENDER[first.casefold()]) else topic


_OWNERS_GENDER = {"his": "m", "her": "f", "its": None, "their": None}
