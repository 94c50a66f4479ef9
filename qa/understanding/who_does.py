"""Parse questions for whoever did something with words or a vote: "Who criticised the plan?", "Who is against it?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.answers import QuestionKind
from qa.language.lexicon.follow_up_words import ONE_LEAD
from qa.language.lexicon.speech_acts import (
    ACTS,
    ACTS_OF_FINITE,
    ACTS_OF_GOING,
    ACTS_OF_PARTICIPLE,
    DOERS,
    DONE_TO,
    LEMMA_OF,
    LEMMAS,
    LONGEST_FORM,
    MORE_THAN_WORDS,
)
from qa.language.patterns import regex
from qa.understanding.question_reading import Reading
from qa.understanding.said_about import split_topic
from qa.understanding.scan import ScannedWord, clean, skip_courtesy, words_of

_ASKED_KINDS = (
    "people person persons politician politicians mp mps senator senators country countries group groups body bodies"
    " party parties leader leaders minister ministers expert experts company companies councillor councillors state"
    " states union unions organization organizations organisation organisations governor governors mayor mayors"
    " congressman congressmen congresswoman congresswomen sheriff sheriffs coroner coroners bishop bishops archbishop"
    " archbishops rabbi rabbis imam imams"
)
_WHO = regex(
    rf"{ONE_LEAD}(?:(?:who|whoever)(?:\s+(?:else|all))?"
    rf"|(?:which|what)\s+(?:other\s+)?(?:{_ASKED_KINDS.replace(' ', '|')}))"
    r"(?:(?:\s+(?P<aux>has|have|had|is|are|was|were)(?P<not>n['’]?t\b)?|['’](?P<s>s|ve|re))\b)?"
    r"(?:\s+(?:ever|first|also|publicly|recently|already|been|actually|really|strongly|openly))*\s+(?=\w)",
    re.IGNORECASE,
    leads=f"who whoever {_ASKED_KINDS}",
)
_STANDS = regex(
    r"(?P<not>not\s+)?(?:(?P<support>in\s+favou?r\s+of|(?:all\s+)?for|pro)|(?P<oppose>against|opposed\s+to|anti)|(?P<adjective>\w+)"
    r"\s+(?:of|about|by|at|with|over|that))\s+(?=\w)",
    re.IGNORECASE,
)
_NOT_FOR = regex(
    r"(?:(?:does|do|did)(?:n['’]?t|\s+not)|(?:wo|will|would)(?:n['’]?t|\s+not))\s+(?:support|back|favou?r|agree\s+(?:with|to)|vote\s+for"
    r"|approve(?:\s+of)?)\s+(?=\w)",
    re.IGNORECASE,
)
"""Whoever "does not support the plan" opposes it."""
_DONE_TO = regex(
    r"(?:(?:is|was|has)\s+there\s+(?:been\s+)?|what(?:['’]?s|\s+(?:is|are|was|were))\s+)?"
    r"(?:(?:any|some|the|all|what|main|people['’]?s)\s+){0,3}(?P<act>"
    + "|".join(DONE_TO).replace(" ", r"\s+")
    + r")\s+(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
    needs=" ".join(DONE_TO),
)
_REASONS = regex(
    r"(?:what\s+(?:speaks?|spoke)\s+|(?:(?:what|which|list|name|give|the|any|some|all|main|are|were|is|there|two|three|four|five|\d{1,2})\s+){0,4}"
    r"(?:reasons?|arguments?|grounds|objections?|(?:quotes?|quotations?|statements?|comments?|voices)(?=\s+(?:against|in\s+fav)))\s+"
    r"(?:(?:do|did|does|have|has|are|were|people|they|critics|opponents|supporters|give|given|make|made|offer|offered|raise|raised|there|being)"
    r"\s+){0,4})(?:(?P<support>for|in\s+favou?r\s+of)|against)\s+(?:(?P<doing>[a-z]+ing)\s+)?(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
    needs="for favor favour against",
)
"""What asks for the words of who is for or against: "what reasons do people give for opposing the toll?"."""
_DOERS_ALONE = regex(
    rf"(?:(?:and|any|some|the|all|list|name|who\s+are(?:\s+the)?)\s+)*(?P<who>{'|'.join(DOERS)})\s+of\s+(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
    needs="of",
)
"""People by what they do, and nothing asked of them: "supporters of the plan"."""
_DOERS_OF = regex(
    rf"what\s+(?:do|did|does|have|had)\s+(?:the\s+|some\s+)?(?P<who>{'|'.join(DOERS)})\s+of\s+(?P<topic>\S.*?)\s+"
    r"(?:say|said|think|argue|argued|claim|claimed)(?:\s+(?:about|on|of)\s+(?P<on>\S.*))?\W*",
    re.IGNORECASE | re.DOTALL,
    needs="of",
)
_WITH_CLAUSE = frozenset("deny warn announce promise threaten worry".split())
"""Acts that a clause may follow: "denied that", "warned (Congress) that"."""
_RESIGN = "resign"
_BE = frozenset("is are was were s re".split())
_ADJECTIVES = {word: name for name, act in ACTS.items() for word in act.adjectives}


def who_does(text: str) -> Iterator[Reading]:
    """Read "Who criticised tolls?", "critics of tolls", "Who is against tolls?"."""
    if done := _DONE_TO.fullmatch(text):
        act = DONE_TO[" ".join(done["act"].lower().split())]
        yield Reading(QuestionKind.WHO_SAID, topic=done["topic"], cue=act)
        return
    if reasons := _REASONS.fullmatch(text):
        doing = (reasons["doing"] or "").lower()
        act = LEMMA_OF[doing] if doing in ACTS_OF_GOING else "support" if reasons["support"] else "oppose"
        topic = reasons["topic"] if doing in ACTS_OF_GOING else f"{reasons['doing'] or ''} {reasons['topic']}"
        yield Reading(QuestionKind.WHO_SAID, topic=topic, cue=act)
        return
    if alone := _DOERS_ALONE.fullmatch(text):
        yield Reading(QuestionKind.WHO_SAID, topic=alone["topic"], cue=DOERS[alone["who"].lower()])
        return
    if doers := _DOERS_OF.fullmatch(text):
        topic = " ".join(filter(None, (doers["topic"], doers["on"])))
        yield Reading(QuestionKind.WHO_SAID, topic=topic, cue=DOERS[doers["who"].lower()])
        return
    match = _WHO.match(text)
    if match is None:
        return
    aux = (match["aux"] or match["s"] or "").lower()
    been = match[0].rstrip().lower().endswith("been")
    if (aux in _BE or been) and (stands := _STANDS.match(text, match.end())):
        word = (stands["adjective"] or "").lower()
        name = "support" if stands["support"] else "oppose" if stands["oppose"] else _ADJECTIVES.get(word)
        if stands["not"] or match["not"]:
            name = "oppose" if stands["support"] else None
        topic = text[stands.end() :]
        if name and not topic.lower().startswith(("and ", "or ")):
            yield Reading(QuestionKind.WHO_SAID, topic=topic, cue=name)
        return
    if match["not"]:
        return  # who has not endorsed somebody, may yet
    if unwilling := _NOT_FOR.match(text, match.end()):
        yield Reading(QuestionKind.WHO_SAID, topic=text[unwilling.end() :], cue="oppose")
        return
    found = _verb(words_of(text, match.end(), limit=LONGEST_FORM), aux)
    if found is None:
        return
    word, lemma = found
    acts, rest = LEMMAS[lemma], text[word.end :]
    if lemma in MORE_THAN_WORDS or _RESIGN in acts or not clean(rest):
        return
    clause = acts & _WITH_CLAUSE and not rest.lstrip().lower().startswith("to ")
    addressee, topic = split_topic(lemma, rest) if clause else ("", rest)
    yield Reading(QuestionKind.WHO_SAID, topic=topic, addressee=addressee, cue=lemma)


def resigned(question: str) -> str | None:
    """Return what is said of a resignation in a question for who resigned, perhaps nothing; None for others."""
    text = skip_courtesy(question)
    if match := _WHO.match(text):
        found = _verb(words_of(text, match.end(), limit=LONGEST_FORM), (match["aux"] or "").lower())
        if found and _RESIGN in LEMMAS[found[1]]:
            return clean(text[found[0].end :])
    return None


def _verb(words: list[ScannedWord], aux: str) -> tuple[ScannedWord, str] | None:
    """Return the longest act's verb that begins a list of words, and its lemma: "hit out at", else "hit"."""
    forms = (
        ACTS_OF_PARTICIPLE
        if aux in {"has", "have", "had", "ve"}
        else ACTS_OF_GOING
        if aux in _BE
        else ACTS_OF_FINITE
    )
    for count in range(len(words), 0, -1):
        phrase = " ".join(word.low for word in words[:count])
        if phrase in forms:
            return ScannedWord(words[0].start, words[count - 1].end, phrase), LEMMA_OF[phrase]
    return None
