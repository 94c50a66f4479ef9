"""Parse questions with a verb of saying: "what did X say", "did X deny", "who said", "(tell me) what X thinks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from qa.answers import QuestionKind
from qa.language.lexicon.function_words import OUTER_ONLY
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.question_verbs import (
    ACTING,
    ALOUD,
    BASE,
    DEEDS,
    FEARED,
    FINITE,
    GOING,
    HELD_AGAINST,
    MENTIONING,
    NEUTRAL,
    NOUN_TOO,
    PARTICIPLE,
    SENDS,
    QuestionVerb,
)
from qa.language.lexicon.question_words import ABOUT, FACT_AUXILIARIES, HOW_MUCH, QUESTION_AUXILIARIES
from qa.language.lexicon.roles import ANY_ROLE
from qa.language.lexicon.speech_acts import LEMMAS, MORE_THAN_WORDS
from qa.language.patterns import regex
from qa.understanding.question_reading import Needs, Reading
from qa.understanding.said_about import split_topic
from qa.understanding.scan import (
    ScannedWord,
    asks_how,
    clean,
    find_verb,
    says_what,
    skip_courtesy,
    with_particle,
    words_of,
)

_WHAT = regex(
    r"(?:what|wat|which\s+things)(?:\s+(?:else|more|further|exactly|precisely|all|(?:new\s+)?things|kind\s+of\s+things|sort\s+of\s+things))?"
    r"(?:(?P<s>['’]?s)(?=\s)(?!\s+being\b)|(?P<d>['’]?d)(?=\s)|\s+(?P<aux>did|does|do|has|have|had|is|are|was|were|will|would|could|can|might|may|should)\b)?"
    r"\s+",
    re.IGNORECASE,
)
_OTHER_WH = regex(
    r"(?:(?P<how>how)|why|when|where|in\s+what\s+(?:way|context|year|interview|speech)|how\s+(?:often|strongly|many\s+times))"
    rf"\s+(?P<aux>{FACT_AUXILIARIES})\s+",
    re.IGNORECASE,
)
_WHOM = regex(r"whom?\s+(?:else\s+)?(?P<aux>did|does|do|has|have|had|is|was)\s+", re.IGNORECASE)
_YES_NO = regex(rf"(?P<aux>{FACT_AUXILIARIES})(?:n['’]?t)?\s+", re.IGNORECASE)
_TALKS = frozenset("talk speak lecture discuss".split())
"""What somebody will do at an event, of which articles tell: "What will Quill talk about?"."""
_NO_MORE: Mapping[str, QuestionVerb] = MappingProxyType({})
_ASKED_OF = {"did": {**ALOUD, **SENDS, **FEARED}, "does": FEARED, "do": FEARED}

_STRANDED = regex(r"\s+(?:of|for|to|with)(?=\s*[?.!]*\s*$)", re.IGNORECASE)
"""What is asked for and not on whom: "What did Quill accuse the council of?", "What did Quill liken it to?"."""

# "What did Quill not want to say?", "What has Quill got to say?"
_WANTS = r"not\s+(?:want|wish|like|care)|refuse|decline|got|ha(?:ve|d)\s+(?:anything|something|much)"
_BEFORE_TO_SAY = regex(rf"\s+(?:{_WANTS})\s+to\s*$", re.IGNORECASE)


def verbs_after(aux: str | None) -> dict[str, QuestionVerb]:
    """Return the forms of verbs that can follow an auxiliary: "saying" after "is", "say" after "did"."""
    match (aux or "").lower():
        case "":
            return {**FINITE, **BASE}
        case "has" | "have" | "had":
            return {**PARTICIPLE, **GOING, "say": BASE["say"]}
        case "is" | "are" | "was" | "were":
            return GOING
    return BASE


def said(verb: QuestionVerb, speaker: str, rest: str, needs: Needs | None = None) -> Reading:
    """Build the reading of "X VERB rest"."""
    addressee, topic = split_topic(verb.lemma, rest)
    topic = _STRANDED.sub("", topic) if verb.lemma in HELD_AGAINST else topic
    least = Needs.SHAPE if verb.strong else Needs.KNOWN
    return Reading(
        QuestionKind.SAID,
        speaker,
        topic,
        addressee,
        None if verb.lemma in NEUTRAL else verb.lemma,
        least if needs is None else max(needs, least),
    )


def _after_auxiliary(
    text: str,
    start: int,
    aux: str | None,
    needs: Needs | None = None,
    also: Mapping[str, QuestionVerb] = _NO_MORE,
) -> Iterator[Reading]:
    """Read "X VERB (to Z) (about Y)" from `start` on; `also` are verbs that ask for words in this form alone."""
    found = find_verb(text, start, {**verbs_after(aux), **also})
    if found is not None and not ((aux or "").lower() == "will" and found[1].lemma in _TALKS):
        word, verb = found
        speaker = _BEFORE_TO_SAY.sub("", text[start : word.start])
        yield said(verb, speaker, text[word.end :], needs)


def what_did(text: str) -> Iterator[Reading]:
    """Read "What did Quill say about tolls?", "What's Quill saying?", "What does Quill make of it?"."""
    if match := _WHAT.match(text):
        if match["s"]:
            yield from _after_auxiliary(text, match.end(), "has")
            return
        if match["d"]:
            yield from _after_auxiliary(text, match.end(), "did", also=_ASKED_OF["did"])
            return
        aux = (match["aux"] or "").lower()
        yield from _after_auxiliary(text, match.end(), aux, also=_ASKED_OF.get(aux, _NO_MORE))
        if aux in _ASKED_OF and (found := find_verb(text, match.end(), FINITE)) and found[1].strong:
            # "What did Quill said about it?", as people write who learnt English late.
            yield said(found[1], text[match.end() : found[0].start], text[found[0].end :], Needs.KNOWN)
        # "What was (the last thing) X said about Y", its words of order left out.
        if aux in {"is", "was"} and (found := find_verb(text, match.end(), FINITE)):
            word, verb = found
            following = words_of(text, word.end, limit=1)
            if verb.strong and (not following or following[0].low in ABOUT):
                speaker = re.sub(r"^it\s+(?:that\s+)?", "", text[match.end() : word.start])
                yield said(verb, speaker, text[word.end :], Needs.KNOWN)
        if make := re.compile(r"(?P<speaker>.{1,120}?)\s+makes?\s+of\s+(?P<topic>\S.*)", re.S | re.I).match(
            text, match.end()
        ):
            yield Reading(QuestionKind.SAID, make["speaker"], make["topic"])


def how_or_why(text: str) -> Iterator[Reading]:
    """Read "How did Quill respond to Brandt?", "Why does Quill oppose tolls?", "When did Quill say so?"."""
    if match := _OTHER_WH.match(text):
        for reading in _after_auxiliary(text, match.end(), match["aux"]):
            # "How does X see Y" asks for words, "when did X announce Y" for a fact that X may never have stated.
            if match["how"]:
                found = find_verb(text, match.end(), verbs_after(match["aux"]))
                if found is None or not asks_how(found[1], text[found[0].end :]):
                    continue
                least = Needs.SHAPE if found[1].lemma in {"respond", "react"} else Needs.KNOWN
                yield replace(reading, needs=least)
            elif re.match("where|when do(?:es)?\\b", match[0], re.I) and not clean(reading.topic):
                continue  # "Where did Quill speak?" and "When does Quill speak?" ask of an event
            elif reading.cue not in ACTING and reading.needs < Needs.KNOWN:
                # "Where did Quill see the ferry?" asks for no words; "when did Quill say so" does.
                yield replace(reading, needs=max(reading.needs, Needs.KNOWN))


def whom(text: str) -> Iterator[Reading]:
    """Read "Who did Quill endorse?"."""
    if match := _WHOM.match(text):
        for reading in _after_auxiliary(text, match.end(), match["aux"], Needs.KNOWN):
            if reading.cue not in ACTING or _is_act(reading):
                yield reading


def _is_act(reading: Reading) -> bool:
    """Tell whether "Who did Quill endorse?" asks for an act of words alone: "Who did Quill attack?" may not."""
    return reading.cue in LEMMAS and reading.cue not in MORE_THAN_WORDS and not clean(reading.topic)


def asks_yes_or_no(question: str) -> bool:
    """Tell whether a question can be answered by yes or no: "Did Quill endorse Brandt?"."""
    return _YES_NO.match(skip_courtesy(question)) is not None


def yes_or_no(text: str) -> Iterator[Reading]:
    """Read "Did Quill comment on tolls?"."""
    if match := _YES_NO.match(text):
        found = find_verb(text, match.end(), verbs_after(match["aux"]))
        for reading in _after_auxiliary(text, match.end(), match["aux"]):
            lemma = found[1].lemma if found else ""
            insists = lemma if lemma in {"comment", "respond", "react", "deny"} else reading.cue
            yield replace(reading, cue=insists, needs=Needs.SHAPE if lemma in MENTIONING else Needs.KNOWN)


_QUOTED_WHO = regex(
    r"who(?:\s+else)?(?:['’]s|\s+(?:is|was|are|were|has\s+been|gets?))?(?:\s+else)?\s+(?:quoted|cited|interviewed)\s+(?:as\s+)?(?:saying\s+)?"
    r"(?:in\s+(?:(?:the|an?|that|this|any)\s+)?(?:articles?|stor(?:y|ies)|pieces?|reports?|coverage)\s+(?=about\s|on\s))?(?P<rest>.*)",
    re.I | re.S,
    leads="who",
)
_WHO = regex(
    r"(?:and\s+)?(?:who\s+(?:is|was)\s+(?:it|the\s+\w+)\s+(?:that|who)|(?:who|whoever)(?:\s+(?:else|all))?"
    r"|(?:which|what)\s+(?P<noun>\w+(?:\s+\w+){0,2}?))"
    r"(?:\s+(?:has|have|had|is|are|was|(?P<do>did|does|do)))?(?:\s+(?:ever|first|also|publicly|recently|already|been|actually|really))*"
    r"\s+(?P<verb>\w+)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SPEAKING_NOUNS = (
    ANY_ROLE | GROUP_NOUNS | frozenset("body person country state scientist organisation".split())
)


def who_said(text: str) -> Iterator[Reading]:
    """Read "Who said that tolls would rise?", "Which senators spoke of tolls?", "Who is quoted on tolls?"."""
    if match := _QUOTED_WHO.match(text):
        yield Reading(QuestionKind.WHO_SAID, topic=split_topic("say", match["rest"])[1])
        return
    if (match := _WHO.match(text)) is None:
        return
    found = _who_verb(text, match)
    if found is None or not _is_about_words(found[1], text[found[0].end :]):
        return
    word, verb = found
    rest = text[word.end :]
    passive = re.search(
        r"\b(?:is|are|was|were|been)\s+\w+$", text[max(0, match.start("verb") - 20) : match.end("verb")], re.I
    )
    if (passive and word.low not in GOING) or (match["noun"] and not verb.strong):
        return
    # "What Rubio said" is no question for who said it; "which senators said" and "what body said" are.
    of_things = match["noun"] and match["noun"].split()[-1].lower() not in _SPEAKING_NOUNS
    if of_things and text[:4].lower() == "what":
        return
    addressee, topic = split_topic(verb.lemma, rest)
    if verb.lemma in {"criticize", "call", "describe", "accuse", "praise", "condemn", "blame", "urge"}:
        addressee, topic = "", rest
    if not clean(topic) and not verb.strong:
        return
    cue = None if verb.lemma in NEUTRAL else verb.lemma
    yield Reading(QuestionKind.WHO_SAID, topic=topic, addressee=addressee, cue=cue)


def _who_verb(text: str, match: re.Match[str]) -> tuple[ScannedWord, QuestionVerb] | None:
    words = words_of(text, match.start("verb"), limit=3)
    if not words:
        # "Who _": a line to be filled in is no word.
        return None
    # "Who does talk about it?" stresses that somebody may.
    for verbs in (FINITE, PARTICIPLE, GOING, *([BASE] if match["noun"] or match["do"] else [])):
        word, verb = with_particle(words[0], words[1:], verbs)
        if verb is not None:
            return word, verb
    return None


def _is_about_words(verb: QuestionVerb, rest: str) -> bool:
    """Tell whether "who VERB" asks for a speaker: "who wrote that it holds" does, "who wrote it" does not."""
    link = re.match(r"\s*(?P<link>[\w]+|\W)", rest)
    low = link["link"].lower() if link else ""
    if low in ("by", "for"):
        return low in verb.about and (verb.seldom or verb.lemma not in DEEDS)
    if verb.lemma not in DEEDS:
        return True
    if low == "that":
        return any(word.low in OUTER_ONLY or word.low.endswith("ed") for word in words_of(rest, 0, limit=20))
    return says_what(verb, rest) and (verb.seldom or low not in verb.about)


_EMBEDDED = regex(
    r"(?:(?:what(?:ever)?|anything|everything|something|how|when|why|whether|if|all(?:\s+the)?(?:\s+(?:things|quotes|times))?|things"
    r"|(?:the\s+)?(?:quotes?|articles?|times?|stories|passages?|statements?))\s+(?:(?:else|that|where|in\s+which|when)\s+)?)"
    r"(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def what_x_said(text: str) -> Iterator[Reading]:
    """Read "(tell me) what X said about Y", "anything X said on Y"."""
    match = _EMBEDDED.match(text)
    asked = _WHAT.match(text)
    if match is None or (asked and asked["aux"]):
        return
    # "How many elements did X ...", "when has X ...": questions of another form, not "(tell me) how X ...".
    opening = [re.sub("n['’]t$", "", word.low) for word in words_of(match["rest"], 0, limit=1)]
    if not (QUESTION_AUXILIARIES | HOW_MUCH | {"ca", "wo"}).isdisjoint(opening):
        return
    for inflected in (
        FINITE,
        {form: verb for form, verb in BASE.items() if form not in NOUN_TOO},
        PARTICIPLE,
        GOING,
    ):
        if found := find_verb(match["rest"], 0, inflected):
            word, verb = found
            # "What Rubio's saying": without its "is", the verb is another clause's.
            is_left_out = re.search(r"['’]s(?:\s+been)?\s+$", match["rest"][: word.start])
            if is_left_out and inflected in (PARTICIPLE, GOING):
                yield said(verb, match["rest"][: is_left_out.start()], match["rest"][word.end :])
                return
            if inflected is GOING:
                continue
            if re.search(r"\b(?:is|are|was|were|be)\s+$", match["rest"][: word.start], re.I):
                continue
            yield said(verb, match["rest"][: word.start], match["rest"][word.end :])
            return
