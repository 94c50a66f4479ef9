"""Find whether "he" or "she" is surely whoever was asked last, and nobody of whom they spoke; or to whom they spoke."""

from __future__ import annotations

from qa.answers import Understanding
from qa.conversation.earlier.agreement import (
    agrees,
    gender_of_name,
    is_described_otherwise,
    is_one_person,
    is_the_relative,
    kind_of,
    may_be_asked,
    may_mean,
)
from qa.conversation.pronouns.unnamed_people import with_the
from qa.language.lexicon.follow_up_words import HE, SHE
from qa.language.patterns import regex
from qa.speakers.dominance import dominant
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.names import names_in

_ASIDE = regex(r"\s+(?:in|at|on|during|after|before|about|when|while)\s.*$")


def speaker_meant(
    pronoun: str, last: Understanding, speakers: KnownSpeakers, *, another: bool = False
) -> str | None:
    """Return the speaker of the last question, where "he" or "she" is surely theirs, and nobody's of whom they spoke.

    After "What did Ivo Brandt say about Quill's plan?", "did he resign?" asks of Brandt where Quill is a woman.
    With `another` as "him" in the same question, "did he forgive him?", "he" is the speaker.
    """
    name = last.speaker
    if pronoun not in HE | SHE or name is None or last.ambiguous:
        return None
    if is_described_otherwise(pronoun, last.described, last.question):
        return None
    # Who has no words here, or a name that shows no gender, was asked for all the same: "what did volkan mott say?".
    fits = agrees(pronoun, name, speakers) or may_be_asked(pronoun, name, speakers)
    if last.speaker_known or last.speaker_is_role or last.described:
        fits = (fits and is_one_person(name, speakers)) or is_the_relative(pronoun, name)
    if not fits:
        return None
    if another:
        return with_the(name)
    for other in names_in(f"about {last.topic or ''}"):
        match = match_speaker(other, speakers)
        full = match.name or dominant(match.ambiguous, speakers) or other
        if (
            (kind := kind_of(full, speakers)) == "group"
            or full.isupper()
            or (last.described and kind and " " not in full)
        ):
            continue  # "who is he?", after the mill boss's words on Vantor, is asked of the boss
        if gender_of_name(full) is None or agrees(pronoun, full, speakers):
            return None
    return with_the(name)


def hearer(last: Understanding, pronoun: str, speakers: KnownSpeakers) -> str | None:
    """Return to whom the last question's words were said, where "he" or "she" may mean them.

    After "what did Quill say to Brandt about the mill?", "how did he respond?" is asked of Brandt.
    """
    if not last.addressee:
        return None
    named = _ASIDE.sub("", last.addressee).strip(" ,.?!")
    name = match_speaker(named, speakers).exact
    return name if name and name != last.speaker and may_mean(pronoun, name, speakers) else None
