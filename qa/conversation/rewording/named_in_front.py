"""Put a name that stands before a question with a pronoun into it: "and Brandt, did he agree?"."""

from __future__ import annotations

import re

from qa.conversation.earlier.agreement import is_person, may_mean
from qa.conversation.pronouns.pronouns import pronoun_in, put_in
from qa.conversation.topics.pronoun_it import it_means
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.follow_up_words import HE, SHE
from qa.language.lexicon.function_words import ADVERBS, PREPOSITIONS, SUBORDINATORS
from qa.language.lexicon.question_words import PRONOUNS, QUESTION_WORDS
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.words import bare, is_role

_ASKS = (
    r"(?:what|who|when|where|why|how|did|does|do|is|was|are|were|has|have|had|will|would|can|could|should)"
)
"""The words that a question begins with, as alternatives."""
WORD = r"[^\W\d_][\w’'.-]*"
"""A word of a name or of what somebody is."""
_IN_FRONT = regex(
    r"\s*(?P<lead>(?:(?:and|but|so|ok|okay|then|now|back\s+to|going\s+back\s+to|as\s+for|what\s+about|how\s+about|about)[\s,]+)*)"
    rf"(?P<name>{WORD}(?:\s+{WORD}){{0,3}}?)(?:\s+(?:him|her|them)sel(?:f|ves))?(?P<mark>\s*[,:;?–—-]\s*|\s+(?!(?:is|was|are|were|has|had)\s+(?!he\b|she\b|they\b|it\b|his\b|her\b|their\b)))(?P<rest>{_ASKS}\b\s.*)",
    re.IGNORECASE,
)
"""A name, and then a question with a pronoun for it: "and Brandt, did he agree?"; but "Quill is for it" tells."""
_ASKS_WORDS = regex(r"what\s+(?:do|did|have)\s+they\s+(?:say|said|think)[\s?!.]*", re.IGNORECASE)
_ABOUT = regex(r"\b(?:about|as\s+for)[\s,]*$", re.IGNORECASE)
_THE = regex(r"(?:the|his|her|its|their|this|that)\s", re.IGNORECASE)
_GOES_ON = regex(r"\b(?:and|but|what\s+about|how\s+about|as\s+for)[\s,]*$", re.IGNORECASE)
_NO_NAMES = PREPOSITIONS | ADVERBS | SUBORDINATORS | TIMES
"""What stands before a question and names nobody: "and in May, what did they say?"."""


def named_in_front(question: str, speakers: KnownSpeakers) -> str:
    """Return a question with the name before it in the place of its pronoun; any other question as it is."""
    match = _IN_FRONT.fullmatch(question)
    if match is None:
        return question
    name, rest = match["name"], match["rest"]
    words = {bare(word) for word in name.split()}
    if not words.isdisjoint(QUESTION_WORDS | PRONOUNS | {"and", "but", "so"}):
        return question
    speaks = match_speaker(name, speakers).speaks
    marked = bool(match["mark"].strip())
    pronoun = pronoun_in(rest)
    # "And brussels, what did they say?", but not "and then, what did they say?".
    led = match["lead"] and pronoun == "they" and words.isdisjoint(_NO_NAMES)
    the, _, office = name.partition(" ")
    held = (
        the.lower() == "the" and is_role(office) and pronoun in HE | SHE
    )  # "and the mayor, what does she say?"
    named = (
        name[:1].isupper() or led or held or (pronoun in HE | SHE | {"they"} and match["mark"].strip() == "?")
    )
    about = _ABOUT.search(match["lead"]) or (match["lead"] and _THE.match(name))
    if marked and not speaks and about and pronoun not in HE | SHE:
        # "What about the tolls, when did they start?", "and the pier, was it shut?"
        return (put_in(rest, name) if pronoun else it_means(rest, name)) or question
    if not speaks and not (marked and (match["lead"] or held or is_person(name, sure=True)) and named):
        return question  # but "and quill? what does she say?" names somebody, whoever speaks here
    if not speaks and pronoun == "they" and _ASKS_WORDS.fullmatch(rest):
        return f"what did {name} say about that"  # "and Vantor? what do they say?"
    if pronoun is not None and may_mean(pronoun, name, speakers):
        # "What about Ada Quill, what did she say?" goes on about the same.
        goes_on = "and " if " " in name and _GOES_ON.search(match["lead"]) else ""
        return f"{goes_on}{put_in(rest, name)}"
    return (it_means(rest, name) if pronoun is None else None) or question
