"""Parse questions without a verb of saying: "X's view of Y", "quotes by X", "X on Y", "according to X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qa.answers import QuestionKind
from qa.language.lexicon.function_words import DETERMINERS
from qa.language.lexicon.question_verbs import BASE, FINITE
from qa.language.lexicon.question_words import ABOUT, FEELS, QUESTION_WORDS
from qa.language.lexicon.reporting_nouns import (
    NO_SPEAKERS,
    OPINION_NOUNS,
    OTHER_THINGS_TOO,
    PLAIN_WORDS,
    QUALIFIER_ENDS,
    QUALIFIERS,
    VIEW_NOUNS,
    VOICED_NOUNS,
)
from qa.language.patterns import regex
from qa.understanding.question_reading import Needs, Reading
from qa.understanding.scan import before_preposition, clean, find_verb, words_of
from qa.understanding.verb_forms import said
from qa.understanding.words import bare

_NOUNS = "|".join(sorted(VIEW_NOUNS, key=len, reverse=True))

_WHOSE_WORDS = regex(
    r"(?:(?:what|how)(?:['’]?s)?\s+(?:(?:is|are|was|were|has|have|did)\s+)?|(?:list|show|find|give|get"
    r"|quote(?!\s+(?:from|by|of|about|on)\b))\s+|(?:any|some|all|the)\s+)?",
    re.IGNORECASE,
)
# What may stand before a noun and is no part of a name: "all of the most recent Rubio statements".
_WHICH_WORDS = regex(
    r"(?:(?:list|show|find|give|get|see|search|look\s+up)\s+)?"
    r"(?:(?:any|some|all|the|a|an|another|more|other|of|recent|new|newer|older|exact|direct|verbatim|famous|key|actual|full"
    r"|public|further|additional)\s+){0,5}",
    re.IGNORECASE,
)
_CHANGED = regex(
    r"\s+(?:changed?|evolved?|shifted?|developed?)(?:\s+over\s+(?:time|the\s+years))?[\s?]*$", re.I
)
_NOUN_MADE = regex(
    r"(?:what|which|any)\s+(?:\w+\s+)?(?P<noun>"
    + "|".join((_NOUNS, *sorted(VOICED_NOUNS, reverse=True)))
    + r")"
    r"\s+(?:did|does|do|has|have|had)\s+(?P<speaker>[^,;:?]{1,120}?)\s+"
    r"(?:make|made|give|given|issue|issued|offer|offered|have|had|hold|held|pay|paid|take|taken|express|expressed|used?|choose|chosen?"
    r"|raised?|voiced?|shared?|send|sent|air|aired|level|levell?ed)"
    r"\b(?:\s+to\s+describe\b)?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_REASON_GIVEN = regex(
    r"(?:what|which)\s+(?:\w+\s+)?(?:reasons?|excuses?|explanations?|justifications?)\s+(?:did|does|do|has|have|had)\s+"
    r"(?P<speaker>[^,;:?]{1,120}?)\s+(?:give|given|offer|offered|cite|cited|provide|provided)\b(?:\s+(?:for|of)\b)?(?P<topic>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SIDES = regex(
    r"(?:is|are|was|were)\s+(?P<speaker>[^,;:?]{1,120}?)\s+(?:in\s+favou?r\s+of|(?:opposed|hostile)\s+to|against|(?:critical|supportive)"
    rf"\s+of|worried\s+about|concerned\s+about|for\s+or\s+against|{FEELS})\s+(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SAID_BY = regex(
    r"(?:what|anything|something|everything)\s+(?:(?:was|is|has|have|had|were)\s+)?(?:(?:ever|been)\s+)*(?:said|written|claimed|told|stated)"
    r"\s+by\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_POSSESSED = regex(
    r"(?P<speaker>[^,;:?]{1,120}?)(?:['’]s?|(?<=s)['’])\s+(?P<between>(?:\w+\s+){0,2}?)(?P<noun>"
    + _NOUNS
    + r")\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NOUN_OF = regex(
    r"(?:\w+\s+)?(?P<noun>"
    + _NOUNS
    + r")\s+(?:(?:(?:made|given|issued|uttered|released)\s+)?(?:of|by|from)|(?:attributed|ascribed|credited)\s+to)"
    r"\s+(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SPEAKER_NOUN = regex(
    r"(?P<speaker>[^,;:?]{1,60}?)\s+(?:(?:exact|direct|recent|famous|full)\s+)?(?P<noun>"
    + _NOUNS
    + r")\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_DO = regex(r"\b(?:do|does|did)\s*$", re.IGNORECASE)
_NOTHING_ELSE = regex(r"\W*$|\s+(?:on|about|regarding|concerning|re)\b", re.IGNORECASE)
_NO_NOUN_HERE = frozenset("stand line take answer message reply words".split())
"""These are read as something else right after a name: "Rubio take tour"."""


def noun_of_saying(text: str) -> Iterator[Reading]:
    """Read "Quill's view of tolls", "Whose words on tolls ...", "the comments of Quill"."""
    head = _WHOSE_WORDS.match(text)
    start = head.end() if head else 0
    if (match := _POSSESSED.match(text, start)) and not _is_verb(head, match):
        # "What eased Quill's concerns?" has the shape of "what is Quill's concern?", and asks for no words.
        bare_head = (head[0] if head else "").strip().lower() in ("", "what", "how")
        shaped = start > 0 and (not bare_head or bare(match["speaker"].partition(" ")[0]) in DETERMINERS)
        yield _of_owner(match, Needs.SHAPE if shaped else Needs.KNOWN)
    which = _WHICH_WORDS.match(text, start)
    after = which.end() if which else 0
    if after > start and (match := _POSSESSED.match(text, after)):
        yield _of_owner(match, Needs.KNOWN)
    # Before "quotes of X": in "Rubio criticism of China" it is Rubio who criticises.
    asks = bool(head and re.match(r"what|how", head[0], re.IGNORECASE))
    if (
        not asks
        and (match := _SPEAKER_NOUN.match(text, after))
        and match["noun"].lower() not in _NO_NOUN_HERE
    ):
        alone = match["noun"].lower() in PLAIN_WORDS and _NOTHING_ELSE.match(match["rest"])
        yield _view(match["noun"], match["speaker"], match["rest"], Needs.MENTIONED if alone else Needs.EXACT)
    for at in dict.fromkeys((start, after)):
        if match := _NOUN_OF.match(text, at):
            speaker, topic = before_preposition(match["rest"], {*ABOUT, "to"})
            yield _view(match["noun"], speaker, topic, Needs.KNOWN)
            break
    if match := _SAID_BY.match(text):
        speaker, topic = before_preposition(match["rest"], ABOUT)
        yield Reading(QuestionKind.SAID, speaker, topic)
    if match := _NOUN_MADE.match(text):
        yield _view(match["noun"], match["speaker"], match["rest"], Needs.KNOWN)
    if match := _REASON_GIVEN.match(text):
        yield Reading(QuestionKind.SAID, match["speaker"], match["topic"], needs=Needs.KNOWN)
    if match := _SIDES.match(text):
        yield Reading(QuestionKind.SAID, match["speaker"], match["topic"], needs=Needs.KNOWN)


def _of_owner(match: re.Match[str], needs: Needs) -> Reading:
    """Read "Quill's toll comments": a noun before the noun of saying is the topic, "recent" and "angry" are none."""
    reading = _view(match["noun"], match["speaker"], match["rest"], needs)
    words = [word for word in match["between"].split() if bare(word) not in QUALIFIERS]
    named = words and (words[0][0].isupper() or not QUALIFIER_ENDS.search(words[0]))
    return replace(reading, topic=" ".join(words)) if named and not clean(reading.topic) else reading


def _is_verb(head: re.Match[str] | None, match: re.Match[str]) -> bool:
    """Return whether a noun of saying is the verb of "did": "what did Quill's lawyer reply?" is no reply of Quill's."""
    asks = head is not None and _DO.search(head[0]) is not None
    return asks and match["noun"].lower() in BASE and find_verb(match["rest"], 0, BASE) is None


def _view(noun: str, speaker: str, rest: str, needs: Needs) -> Reading:
    opens = {*ABOUT, "of", "to", "that", "as", "for", "against", "from"}
    low = noun.lower()
    words = words_of(rest, 0, limit=2)
    topic = rest[words[0].end :] if words and words[0].low in opens else rest
    topic = _CHANGED.sub("", topic) if len(topic) < 300 else topic
    if words and words[0].low not in opens and low not in OPINION_NOUNS:
        needs = max(needs, Needs.KNOWN)
    if low in OTHER_THINGS_TOO:
        needs = max(needs, Needs.KNOWN)
    if low in PLAIN_WORDS and needs is Needs.KNOWN:
        needs = Needs.MENTIONED
    return Reading(QuestionKind.SAID, speaker, topic, cue=VIEW_NOUNS.get(low), needs=needs)


_ACCORDING = regex(r"according\s+to\s+(?P<speaker>[^,:;?]{1,120}?)\s*[,:]\s*(?P<rest>\S.*)", re.I | re.S)
_ACCORDING_LAST = regex(r"[\s,]+according\s+to\s+(?P<speaker>[^,;?]{1,120}?)\s*$", re.IGNORECASE)
_VIEW = r"(?:own\s+)?(?:opinion|view|eyes|judge?ment|estimation)"
_IN_VIEW = (
    rf"in\s+(?:(?P<speaker>[^,:;?]{{1,120}}?)['’]s?\s+{_VIEW}"
    rf"|the\s+{_VIEW}\s+of\s+(?P<holder>[^,:;?]{{1,120}}?))"
)
_IN_THE_VIEW = regex(rf"{_IN_VIEW}\s*[,:]\s*(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
_IN_THE_VIEW_LAST = regex(rf"[\s,]+{_IN_VIEW}\s*$", re.IGNORECASE)


def according(text: str) -> Iterator[Reading]:
    """Read "According to Quill, why did the ferry sink?", "In Quill's opinion, why did it sink?"."""
    if match := _ACCORDING.match(text):
        yield Reading(QuestionKind.SAID, match["speaker"], match["rest"], needs=Needs.KNOWN, asks_fact=True)
    elif match := re.compile(r"according\s+to\s+(?P<speaker>.{1,200})", re.I | re.S).match(text):
        words = words_of(match["speaker"], 0, limit=12)
        for word in words:
            if word.low in QUESTION_WORDS:
                speaker, rest = match["speaker"][: word.start], text[match.start("speaker") + word.start :]
                yield Reading(QuestionKind.SAID, speaker, rest, needs=Needs.KNOWN, asks_fact=True)
                return
    stripped = text.rstrip(" ?!.\t\r\n")
    if match := _ACCORDING_LAST.search(stripped, max(0, len(stripped) - 200)):
        yield Reading(
            QuestionKind.SAID, match["speaker"], text[: match.start()], needs=Needs.KNOWN, asks_fact=True
        )
    found = _IN_THE_VIEW.match(text) or _IN_THE_VIEW_LAST.search(stripped, max(0, len(stripped) - 200))
    if found is not None:
        # "In Quill's opinion, why did the ferry sink?", "Why did it sink, in the view of Quill?"
        rest = found.groupdict().get("rest") or text[: found.start()]
        speaker = found["speaker"] or found["holder"]
        yield Reading(QuestionKind.SAID, speaker, rest, needs=Needs.KNOWN, asks_fact=True)


def x_on_y(text: str) -> Iterator[Reading]:
    """Read "Rubio on China": nothing but a name that speaks in the archive makes it a question."""
    words = words_of(text, 0, limit=6)
    for word in words[1:]:
        if word.low in {"on", "about", "re", "regarding"} or text[word.start : word.end] == "/":
            speaker = text[: word.start].rstrip()
            if bare(speaker) not in BASE and bare(speaker) not in FINITE and bare(speaker) not in NO_SPEAKERS:
                yield Reading(QuestionKind.SAID, speaker, text[word.end :], needs=Needs.EXACT)
            break
    # "Rubio said what about China?"
    if (found := find_verb(text, 0, FINITE)) and found[1].strong:
        rest = re.sub(r"^\s+what\b", "", text[found[0].end :], flags=re.IGNORECASE)
        yield replace(said(found[1], text[: found[0].start], rest), needs=Needs.EXACT)
