"""Put who is named after a question into the place of its pronoun: "does he agree, Brandt i mean?"."""

from __future__ import annotations

import re

from qa.conversation.earlier.agreement import may_mean
from qa.conversation.pronouns.pronouns import pronoun_in, put_in
from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.follow_up_words import SPOKEN_LEADS
from qa.language.lexicon.function_words import ADVERBS, PREPOSITIONS
from qa.language.lexicon.question_words import QUESTION_AUXILIARIES, QUESTION_WORDS
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.words import bare

_LONGEST = 300
"""The most characters of a question after which a name is looked for."""
_LONGEST_NAME = 3
_NAMED_AFTER = regex(
    r"(?P<asks>[^?!]+?)(?:(?<![\s,])[\s,]+i\s+mea(?:n|nt)|(?<=\s)\((?P<name>[^()]+)\))[\s?!.]*",
    re.IGNORECASE,
)
_LED = regex(rf"\s*{SPOKEN_LEADS}", re.IGNORECASE)
_THEN = regex(r"[\s,.;–—-]+(?:then)?\s*$", re.IGNORECASE)
_NO_NAMES = PREPOSITIONS | ADVERBS | {"then", "the"}


def named_at_end(question: str, speakers: KnownSpeakers) -> str:
    """Return a question with the name that follows it in the place of its pronoun; any other as it is.

    "How old is he (Brandt)" asks how old Brandt is, whoever was talked of last.
    """
    match = _NAMED_AFTER.fullmatch(question) if len(question) <= _LONGEST else None
    words = f"{match['asks']} {match['name'] or ''}".split() if match else []
    led = _LED.match(question)
    opens = bare(question[led.end() if led else 0 :].partition(" ")[0]).replace("’", "'").removesuffix("'s")
    if not {opens, opens.removesuffix("s")} & (QUESTION_WORDS | QUESTION_AUXILIARIES):
        return question
    for count in range(min(_LONGEST_NAME, len(words) - 2), 0, -1):
        name, asked = " ".join(words[-count:]), _THEN.sub("", " ".join(words[:-count]) + " ")
        if bare(words[-count]) in _NO_NAMES or match_speaker(name, speakers).exact is None:
            continue
        if gender_of(bare(words[-count - 1])) is not None:
            return question  # "Ada Brandt i mean", where Ivo Brandt alone speaks
        pronoun = pronoun_in(asked)
        return put_in(asked, name) or question if pronoun and may_mean(pronoun, name, speakers) else question
    return question
