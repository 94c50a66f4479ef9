"""Take "the law" of "who is against the law?", and a "she" that nobody named, for those that were talked of."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past
from qa.conversation.pronouns.pronouns import stands_for_somebody
from qa.conversation.questions.unnamed_speakers import is_any_holder
from qa.language.lexicon.follow_up_words import HE, ONE_LEAD, SHE, SOMEBODY, THE_BODY
from qa.language.lexicon.question_words import ANY_AUXILIARY
from qa.language.patterns import regex
from qa.language.terms import content_terms
from qa.understanding.names import names_in
from qa.understanding.told_apart import ANYBODY
from qa.understanding.words import is_role

_THE = regex(r"(?:the|this|that|these|those)\s+(?P<words>[a-z][\w’'-]*(?:\s+[a-z][\w’'-]*){0,2})")
# Said of whatever is talked of, and rarely in the words of an article.
_OF_ANYTHING = frozenset("deal company firm plan plans move decision news idea case".split())


def in_what_was_shown(followed: Followed, past: Past) -> Followed:
    """Ask who is against "the law" in the articles that were shown, and then of any law, as unsure.

    Only where nobody is named who is asked: "what did Ada Quill say about the law?" is about no other's words.
    """
    understood = followed.understood
    if understood.kind is QuestionKind.CONTENT:
        return _of_somebody_shown(followed, past)
    if another := _another_of_a_kind(followed, past):
        return another
    whole = (
        followed.near is None and followed.article is None and not (followed.exclude or followed.unresolved)
    )
    anybody = _nobody_is_named(understood) or is_any_holder(understood.question, understood)
    if not (whole and past.quoting and past.answering and anybody):
        return followed
    typed = understood.topic if "topic" not in understood.carried else None
    if typed is None or not _is_talked_of(typed, past):
        return followed
    return replace(followed, near=past.answering, otherwise=replace(followed, doubtful=True, wider=True))


def _of_somebody_shown(followed: Followed, past: Past) -> Followed:
    """Ask what "she" or "the girl" did, who is nobody that was named, of somebody of whom the articles shown tell."""
    asked = without_appended(followed.understood.standalone)
    pronoun = stands_for_somebody(asked) or (_WHOSE.match(asked) or {"whose": ""})["whose"]
    open_ = followed.near is None and followed.article is None and not followed.unresolved
    whole = asked == followed.understood.standalone and not names_in(asked)
    described = _A_BODY.search(asked) or (_A_PERSON.search(asked) if whole else None)
    unnamed = pronoun.lower() in HE | SHE or described is not None
    if not (open_ and past.quoting and past.answering and unnamed):
        return followed
    # In any other article "she" and "the girl" are somebody else, and "the company" another.
    if described is not None and described.groupdict().get("which"):
        return replace(
            followed, near=past.answering, beside=(), otherwise=followed
        )  # "the girl who survived"
    alone = followed.otherwise and replace(followed.otherwise, doubtful=True, wider=True)
    anywhere = replace(followed, doubtful=True, wider=True, otherwise=alone)
    return replace(followed, near=past.answering, beside=(), otherwise=anywhere)


# "What happened to her mother?", and no "why did Quill sell her house?".
_WHOSE = regex(
    rf"\s*{ONE_LEAD}(?:what|who|where|when|why|how(?:\s+old)?)(?:['’]s|\s+(?:is|are|was|were|did|does|happened\s+to|about))\s+(?P<whose>his|her)\s",
    re.IGNORECASE,
)
_BODY = "|".join(sorted(THE_BODY))
# "Who runs the company now?", "when did the firm begin?", and no "party leader" or "company of Ada Quill".
_A_BODY = regex(
    rf"\b(?:{ANY_AUXILIARY})\s+the\s+(?:{_BODY})\s+(?!(?:{ANY_AUXILIARY}|of|for)\b)[a-z]"
    rf"|\bthe\s+(?:{_BODY})(?=[\s?!.]*$|\s+(?:{ANY_AUXILIARY}|now|still|then|today|in|at|on|by|to|with|after|before|since)\b)"
)
# "How is the girl?", "was the old driver drunk?", and no "girl from Dene".
_A_PERSON = regex(
    rf"\bthe\s+(?:[a-z-]+\s+)?(?:{'|'.join(sorted(SOMEBODY | ANYBODY))})"
    r"(?![\w'’-]|\s+(?:of|from|with|in|at)\b)(?P<which>\s+(?:who|that)\s)?"
)
_OTHER = regex(r"(?:the\s+)?other\s+(?P<kind>[a-z][\w’'-]*(?:\s+[a-z][\w’'-]*){0,2})", re.IGNORECASE)


def _another_of_a_kind(followed: Followed, past: Past) -> Followed | None:
    """Ask "the other analyst" in the articles that were shown: the only analyst of the archive is no other there.

    Whoever was heard already is not the other one. Where nobody else is there, one of other articles is a guess.
    """
    understood = followed.understood
    match = _OTHER.fullmatch(understood.described or understood.speaker or "")
    if match is None or understood.kind is not QuestionKind.SAID or not past.answering:
        return None
    if not is_role(match["kind"]):
        return None  # "the other side"
    heard = frozenset(name for turn in past.conversation.turns if turn.answered for name in turn.speakers)
    anybody = replace(
        understood, speaker=match["kind"], speaker_known=False, speaker_is_role=True, described=None, bearers=(),
        instead_of=(), ambiguous=(),
    )  # fmt: skip
    silent = followed.silent | heard
    if understood.speaker and understood.speaker in understood.standalone:
        words = re.compile(rf"(?:\bthe\s+)?{re.escape(understood.speaker)}")
        written = words.sub(f"the other {match['kind']}", understood.standalone, count=1)
        anybody = replace(anybody, standalone=written)
    elsewhere = replace(followed, silent=silent, doubtful=True, wider=True)
    return replace(
        followed, understood=anybody, near=past.answering, silent=silent, otherwise=elsewhere, doubtful=True
    )


def _nobody_is_named(understood: Understanding) -> bool:
    """Return whether a question asks for anybody's words, or those of some people: "critics"."""
    if understood.kind is QuestionKind.WHO_SAID:
        return not understood.speaker
    name = understood.speaker or ""
    several = name.islower() and name.endswith("s") and not (understood.speaker_known or understood.ambiguous)
    return understood.kind is QuestionKind.SAID and several and not understood.others


def _is_talked_of(topic: str, past: Past) -> bool:
    match = _THE.fullmatch(topic)
    if match is None:
        return False
    shown = past.shown_answers[-1:]
    asked = [question for question, _ in past.texts]
    terms = set(content_terms(match["words"]))
    return match["words"] in _OF_ANYTHING or (
        bool(terms) and terms <= set(content_terms(" ".join([*asked, *shown])))
    )
