"""Write names for pronouns that surely mean two people, or who is asked next: "what did he call her?", "and she?"."""

from __future__ import annotations

import re

from qa.conversation.earlier.agreement import agrees
from qa.conversation.earlier.past import Past
from qa.conversation.pronouns.pronouns import antecedents, one_in_topic, pronoun_in, put_in
from qa.language.lexicon.follow_up_words import HE, SHE
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers

_LONGEST = 120
_ALONE = regex(
    r"\s*(?:(?:and|but|so|then|ok|okay|(?:what|how)\s+about)[\s,]+)+(?P<who>he|she|him|her)(?:\s+(?:himself|herself))?[\s?!.]*",
    re.IGNORECASE,
)
_OF_HIM = regex(r"\b(?:he|him|his)\b", re.IGNORECASE)
_OF_HER = regex(r"\b(?:she|her)\b", re.IGNORECASE)


def with_names(question: str, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return a question with the names of the man and the woman whom it means, or of who is asked next.

    None where not both are asked of, or where it is not certain who one of them is.
    """
    if len(question) > _LONGEST or not past.quoting:
        return None
    if (alone := _ALONE.fullmatch(question)) is not None:
        name = _asked_next(alone["who"].lower(), past, speakers)
        return f"and {name}?" if name else None
    if not (_OF_HIM.search(question) and _OF_HER.search(question)):
        return None
    written = question
    for _ in range(2):
        pronoun = pronoun_in(written) or ""
        if pronoun not in HE | SHE | {"his", "her"}:
            return None
        names = antecedents("he" if pronoun in HE | {"his"} else "she", past.known, speakers)
        if len(names) != 1 or not agrees(pronoun, names[0], speakers):
            return None
        written = put_in(written, names[0]) or written
    # "Did he tell him that she left?": the second "he" is nobody whom the first one is not.
    return written if len(_OF_HIM.findall(question)) == len(_OF_HER.findall(question)) == 1 else None


def _asked_next(pronoun: str, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return the last one who was asked or spoken of whom a pronoun certainly fits, and who was not asked just now."""
    last = past.last.speaker if past.last else None
    for _, understood in reversed(past.known):
        asked = understood.speaker if not understood.ambiguous else None
        if asked and asked != last and agrees(pronoun, asked, speakers):
            return asked
        if spoken_of := one_in_topic(pronoun, last or "", understood, speakers):
            return spoken_of
    return None
