"""Put what a correction means into the place of what was understood: "no, I meant Brandt", "no, the other one"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.corrections import is_other
from qa.conversation.followed import Followed, Understand
from qa.conversation.fragments import fragment_of
from qa.conversation.owned import words_of_owned
from qa.conversation.past import Past, again, carrying
from qa.conversation.placing import before_a_name, placed
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker

_ONE = regex(r"the\s+(?P<which>[^\W\d_][\w’'-]*)\s+one", re.IGNORECASE)


def _namesake(question: str, meant: str, last: Understanding, speakers: KnownSpeakers) -> Followed | None:
    """Return the last question for somebody else of the speaker's surname, who may have no words here.

    After Ivo Quill was taken for "quill", "ada quill" is not a topic of his.
    """
    words = meant.split()
    surname = (last.speaker or "").casefold().split()[-1:]
    match = match_speaker(meant, speakers)
    known = bool(match.ambiguous) or (match.name is not None and not match.corrected)
    if (
        known
        or last.speaker_is_role
        or last.described
        or len(words) not in (2, 3)
        or [words[-1].casefold()] != surname
    ):
        return None
    name = " ".join(word.capitalize() if word.islower() else word for word in words)
    other = replace(
        again(question, last), kind=QuestionKind.SAID, speaker=name, speaker_known=False, speaker_is_role=False,
        ambiguous=(), instead_of=(), bearers=(), described=None, corrections=(), others=(),
    )  # fmt: skip
    return Followed(carrying(other, ("topic", "addressee", "dates", "source")))


def corrected(
    question: str, meant: str, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Return the last question with what was meant in it: a name, a relative, "the other one", a topic."""
    last = past.last
    if last is None:
        return None
    if is_other(meant):
        others = last.ambiguous or last.instead_of or last.bearers
        if not others:
            return Followed(again(question, last), exclude=past.shown, more=True)
        name = next((name for name in others if name != last.speaker), others[0])
        other = replace(
            again(question, last), speaker=name, speaker_known=True, speaker_is_role=False, ambiguous=(),
            instead_of=tuple(each for each in others if each != name), bearers=(), described=None,
        )  # fmt: skip
        return Followed(carrying(other, ("speaker", "topic", "addressee", "dates", "source")))
    if last.kind is QuestionKind.SAID and (owned := words_of_owned(question, meant, past, read, speakers)):
        return owned
    if (other_one := _ONE.fullmatch(meant)) and (last.described or last.speaker_is_role):
        # "The Scottish one", after "the minister".
        meant = f"the {other_one['which']} {(last.described or last.speaker or '').split()[-1]}"
    if (namesake := _namesake(question, meant, last, speakers)) is not None:
        return namesake
    fragment = fragment_of(f"and {meant}", read)
    found_place = None
    if fragment is not None:
        talk = before_a_name(fragment, past, read)
        found_place = placed(question, fragment, talk, read, speakers)
    return found_place
