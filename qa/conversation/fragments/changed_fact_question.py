"""Ask a question of fact once more, with another question word, place, thing or person in it."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import is_one_person, is_person
from qa.conversation.earlier.appended_words import BESIDES, without_appended
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, again, carrying, last_whole
from qa.conversation.fragments.fragment_acts import Act, Fragment
from qa.conversation.pronouns.namesakes import another_shown
from qa.conversation.topics.last_topics import last_topic
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.follow_up_words import ONE_LEAD, SOMEBODY
from qa.language.lexicon.function_words import (
    ADVERBS,
    CONJUNCTIONS,
    HEARERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from qa.language.lexicon.places import LANDS, NATIONS
from qa.language.lexicon.question_words import AUXILIARIES_WITH_SHOULD, FACT_AUXILIARIES
from qa.language.lexicon.roles import FEMALE_NOUNS, MALE_NOUNS
from qa.language.patterns import regex
from qa.speakers.dominance import dominant
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.described import asked_for
from qa.understanding.introduced import asked_introduction
from qa.understanding.names import names_in
from qa.understanding.words import bare, is_role

_ASKS = regex(
    rf"\s*(?:and\s+|but\s+|so\s+)?(?:why|how|where|when)(?=\s+(?:{FACT_AUXILIARIES})\b)",
    re.I,
)
_WHAT_DID = regex(
    r"\s*(?:and\s+|but\s+|so\s+)?(?:what|which|how\s+(?:many|much))\s+(?:(?!did|does|do)[\w-]+\s+){0,3}?(?P<rest>(?:did|does|do)\s+\S+(?:\s+\S+){1,6})$",
    re.IGNORECASE,
)
# "Did Quill do in Dene", of "What did Quill do in Dene?": what she did has no name.
# "How many jobs are the mills cutting?": why they cut jobs is asked next.
_WHAT_IS_DOING = regex(
    r"\s*(?:and\s+|but\s+|so\s+)?(?:what|which|how\s+(?:many|much))\s+(?P<what>[\w-]+(?:\s+[\w-]+)?)\s+(?P<is>is|are|was|were)\s+"
    r"(?P<who>\S+(?:\s+\S+){0,3}?)\s+(?P<doing>[a-z]{2,}ing)$",
    re.IGNORECASE,
)
_DO = regex(r"^((?:did|does|do)\s+\S+(?:\s+\S+){0,2}?\s+do)\b(?!\s+(?:that|this|it|so)\b)", re.IGNORECASE)
# "Built the pier", of "Who built the pier?": verbs whose past is their participle.
_WHO_DID = regex(
    r"\s*(?:and\s+|but\s+|so\s+)?who\s+(?P<did>[a-z]+ed|built|won|made|found|led|sold|bought|shot|held|lost|caught|hit|sent|left|kept"
    r"|fought|cut|set\s+up|paid|met)\s+(?P<what>(?P<first>[\w’'-]+).*)",
    re.IGNORECASE,
)
_NO_OBJECTS = (
    PREPOSITIONS | ADVERBS | CONJUNCTIONS | SUBORDINATORS | HEARERS | SUBJECT_PRONOUNS | TIMES | {"last"}
)
"""They begin nothing that was done: "who died of it?", "who resigned as mayor?", "who arrived late?"."""
_NOT = {"will": "won’t", "can": "can’t"}
_WHETHER = regex(rf"\s*(?=(?:{FACT_AUXILIARIES})\b)", re.IGNORECASE)


def with_question_word(question: str, word: str, base: Understanding, read: Understand) -> Followed | None:
    """Ask when, where, why or how of the fact that was asked for: "When was Quill arrested?" after "when was that?".

    None where the last question cannot be asked so: it has no such word itself, or words of turns before it.
    """
    text = without_appended(base.standalone)
    added = base.standalone[len(text.rstrip(" ?!.")) :]
    if word not in ("when", "where", "why", "why not", "how") or added.startswith(BESIDES):
        return None
    if added.startswith(" ("):
        # "And when?", after "where will it open (the film)?"
        plain = replace(base, standalone=text)
        asked_so = with_question_word(question, word, plain, read)
        if asked_so is None:
            return None
        with_words = f"{asked_so.understood.standalone.rstrip(' ?!.')}{added}"
        return replace(asked_so, understood=replace(asked_so.understood, standalone=with_words))
    by = _WHO_DID.fullmatch(text.rstrip(" ?!.")) if word != "why not" else None
    if by is not None and by["first"].lower() not in _NO_OBJECTS:
        # "When was the pier built?" after "Who built the pier?"
        asked = f"{word.capitalize()} was {by['what']} {by['did']}?"
        return Followed(replace(read(asked), question=question, standalone=asked, carried=("words",)))
    doing = _WHAT_IS_DOING.fullmatch(text.rstrip(" ?!.")) if word != "why not" else None
    if doing is not None:
        asked = f"{word.capitalize()} {doing['is']} {doing['who']} {doing['doing']} {doing['what']}?"
        return Followed(replace(read(asked), question=question, standalone=asked, carried=("words",)))
    match = _ASKS.match(text) or _WHETHER.match(text)
    if match is None and word != "why not" and (done := _WHAT_DID.match(text)) is not None:
        # "Why did Quill propose that?" after "What age did Quill propose?"
        rest = _DO.sub(r"\1 that", done["rest"].rstrip(" ?!."))
        whole = (
            PREPOSITIONS.isdisjoint(rest.split()) and " that" not in rest
        )  # not "When did Quill sell to Norland that?"
        asked = f"{word.capitalize()} {rest}{' that' if whole else ''}?"
        return Followed(replace(read(asked), question=question, standalone=asked, carried=("words",)))
    if match is None or len(text.split()) < 3:
        return None
    rest = text[match.end() :].strip()
    if word == "why not":
        # "Why didn't Quill apologise?" after "Did Quill apologise?"
        helper, _, rest = rest.partition(" ")
        word, rest = "why", f"{_NOT.get(helper.lower(), helper.lower() + 'n’t')} {rest}"
    asked = f"{word.capitalize()} {rest[:1].lower() if not match[0].strip() else rest[:1]}{rest[1:]}"
    return Followed(replace(read(asked), question=question, standalone=asked, carried=("words",)))


_LONGEST = 300
"""The most characters of a question in which a thing's place is looked for."""
_NOUNS = r"[\w’'-]+(?:\s+(?!(?:the|an?)\b)[\w’'-]+){0,2}"
_THINGS = (
    # "The ferry debt" of "how large is the ferry debt?": nothing follows it.
    regex(
        rf"\bhow\s+(?!many\b|much\b|long\b|often\b)\w+\s+(?:is|are|was|were)\s+(?P<what>the\s+{_NOUNS})$",
        re.IGNORECASE,
    ),
    regex(
        rf"\b(?:{AUXILIARIES_WITH_SHOULD})\s+(?P<what>the\s+{_NOUNS}?)(?=\s+[a-z]+(?:\s+(?:in|on|at|of|for|from|by|to)\s.*)?$)",
        re.I,
    ),
    regex(rf"\b(?:{AUXILIARIES_WITH_SHOULD})\s+(?P<what>[a-z]+s)(?=\s+[a-z]+$)"),
    regex(rf"\b(?P<what>the\s+{_NOUNS})$", re.IGNORECASE),
)
_ENDS_NO_THING = frozenset("of one ones".split())
"""What no thing's name ends with: "the mayor of", "the old one"."""
_OF_ITS_KIND = regex(r"(?:\s+(?!in\b|on\b|at\b|of\b|for\b|from\b|by\b|to\b)[a-z]+){1,2}")
_THE = regex(r"(?:the|this|that|these|those|a|an)\s", re.IGNORECASE)


def with_thing(question: str, named: str, past: Past, read: Understand) -> Followed | None:
    """Ask a question of fact of another thing: "How old is the tower?" by "and the tower?" after one on the bridge.

    None where that question has no one thing whose place it is.
    """
    if not past.quoting:
        return None
    base = without_appended(last_whole(past).standalone)
    body = base.rstrip(" ?!.")
    if _THE.match(named) or (named.islower() and named.endswith("s") and named not in LANDS):
        places = (
            match
            for form in _THINGS
            if (match := form.search(body[:_LONGEST]))
            and _ENDS_NO_THING.isdisjoint(
                (match["what"].split()[-1].lower(), *body[match.end("what") :].lower().split()[:1])
            )
        )
        # "The tower" takes the place of the bridge, and not that of the US; nor do "the trains" that of the woman.
        alike = (
            match
            for match in places
            if match["what"].islower() == named.islower()
            and (
                _is_one(named)
                or not (_WHO_IS.match(body) or (named.endswith("s") and _is_one(match["what"])))
            )
        )
        found = next(alike, None)
        span = found.span("what") if found else None
    else:
        nation = named.casefold().removeprefix("the ") in NATIONS
        names = names_in(body) if named[:1].isupper() else _nations_in(body) if nation else []
        at = body.find(names[0]) if len(names) == 1 else -1
        span = (at, at + len(names[0])) if at >= 0 else None
        if (
            span
            and not nation
            and (kind := _OF_ITS_KIND.fullmatch(body[span[1] :]))
            and body[: span[0]].lower().endswith("the ")
        ):
            span = (span[0], span[1] + kind.end())  # the whole of "the Dene referendum", and not Dene
    if span is None:
        return None
    before = body[: span[0]]
    if not _THE.match(named) and named.casefold() in NATIONS:
        before = re.sub(
            r"\bthe\s+$", "", before
        )  # "when will Norland start?", after "when will the US start?"
    asked = f"{before}{named}{body[span[1] :]}{base[len(body) :] or '?'}"
    return Followed(replace(read(asked), question=question, standalone=asked, carried=("words",)))


_WHO_IS = regex(rf"\s*{ONE_LEAD}who(?:['’]s|\s+(?:is|was))\b", re.IGNORECASE)


def _is_one(what: str) -> bool:
    """Return whether a phrase has a word for somebody: "the woman killed", "the nurses"."""
    words = {bare(word) for word in what.split()}
    return not words.isdisjoint(SOMEBODY | MALE_NOUNS | FEMALE_NOUNS) or is_role(what)


def _nations_in(body: str) -> list[str]:
    """Return the nations that a question names, in small letters too: "norland" of "when will norland start?"."""
    words = (match[0] for match in re.finditer(r"[^\W\d_][\w-]*", body))
    return [word for word in words if word.casefold() in NATIONS or word in ("US", "UK", "EU")]


def with_person(
    question: str,
    fragment: Fragment,
    past: Past,
    base: Understanding,
    read: Understand,
    speakers: KnownSpeakers,
) -> Followed | None:
    """Ask for the words of a person who is named after a question about facts, on the subject of that question.

    The person must speak in the archive. Where that question was itself about one person, the named one takes their
    place in it.
    """
    match = match_speaker(fragment.text, speakers)
    if fragment.act is not Act.ABOUT or match.corrected or not (match.name or match.ambiguous):
        return None
    if not any(is_one_person(each, speakers) for each in (match.name, *match.ambiguous)):
        return None  # nor is "the government" anybody, though several of that name speak
    asked = without_appended(base.standalone)
    people = [name for name in names_in(asked) if _is_ones(name, asked, speakers)]
    who = match.name or dominant(match.ambiguous, speakers)
    who = another_shown(who or "", question, past, speakers) or who
    if len(people) == 1 and who:
        whole = match_speaker(people[0], speakers).name or ""
        # The whole of "Doctor Ada Quill" gives way, where she is called so.
        other = asked.replace(whole if whole in asked and people[0] in whole else people[0], who)
        same = Followed(replace(read(other), question=question, carried=("words",)))
        # "And Brandt?", after "what was Quill held for?": what he was held for, or else what he says in the articles
        # shown; but no words of his are how old he is.
        words = replace(read(f"What did {who} say?"), question=question)
        near = past.answering if words.speaker == who and not _MEASURES.match(asked) else None
        return replace(same, otherwise=Followed(words, near=near, doubtful=True)) if near else same
    about = last_topic(past)
    said = replace(
        again(question, base),
        kind=QuestionKind.SAID,
        speaker=match.name or fragment.text,
        speaker_known=True,
        ambiguous=match.ambiguous,
        topic=about,
        since=fragment.since or base.since,
        until=fragment.until or base.until,
    )
    return Followed(carrying(said, ("topic", "dates", "source")))


_MEASURES = regex(
    rf"\s*{ONE_LEAD}(?:when|where|how\s+(?!(?:many|much|{FACT_AUXILIARIES})\b)\w+)\b",
    re.IGNORECASE,
)
"""A question that a date, a place or an age answers: nothing that anybody else says."""


def _is_ones(name: str, asked: str, speakers: KnownSpeakers) -> bool:
    """Return whether a name is a person's, by the archive, or of two words by its form: not everybody speaks."""
    match = match_speaker(name, speakers)
    if is_one_person(match.name or dominant(match.ambiguous, speakers), speakers):
        return True
    thing = re.search(rf"\bthe\s+{re.escape(name)}", asked, re.IGNORECASE) or match.ambiguous
    return (
        len(name.split()) > 1 and not thing and speakers.speaker(name) is None and is_person(name, sure=False)
    )


def with_office(question: str, fragment: Fragment, base: Understanding, read: Understand) -> Followed | None:
    """Ask who bears another office: "and the deputy mayor?" after "Who is the mayor?"."""
    asked = asked_introduction(base.standalone)
    named = fragment.text
    is_described = asked_for(named) is not None
    beside_one = asked is not None and asked_for(asked.words) is not None and _THE.match(named)
    is_office = fragment.act is Act.ABOUT and (is_role(named) or is_described or beside_one)
    if asked is None or not asked.person or asked.age or not is_office or asked.words not in base.standalone:
        return None
    office = f"the {named}" if is_described and " " not in named else named

    def asked_of(words: str) -> Followed:
        text = base.standalone.replace(asked.words, words)
        return Followed(replace(read(text), question=question, standalone=text, carried=("words",)))

    if (place := _OF_PLACE.search(asked.words)) is None or not PREPOSITIONS.isdisjoint(named.split()):
        return asked_of(office)
    # "And the clerk?", after "who is the mayor of Dene?": the clerk of Dene.
    return replace(asked_of(f"{office}{place[0]}"), otherwise=asked_of(office))


_OF_PLACE = regex(r"\s(?:of|for|in|at)\s+(?!(?:the|an?|his|her|their|its)\b)[\w’'-]+(?:\s+[\w’'-]+)?$")
"""Where or of what somebody holds an office, by a name: "of Dene", and not "of the bank"."""
