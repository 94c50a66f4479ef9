"""Find in the last question the words that a correction refuses: "Norland not Dene" after "the ferries in Dene"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answers import QuestionKind
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, carrying, parts
from qa.conversation.fragments.corrections import refused_in
from qa.conversation.fragments.fragments import fragment_of, is_somebody
from qa.language.lexicon.follow_up_words import ARTICLES, HE, OWNERS, SHE, THEY
from qa.language.lexicon.function_words import ADVERBS, CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS
from qa.language.lexicon.question_words import PRONOUNS, QUESTION_AUXILIARIES, QUESTION_WORDS
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.words import bare

_LONGEST = 100
_UNMARKED = regex(
    r"\s*(?P<lead>(?:(?:no|nah|nope|sorry|wait|oops)[\s,]+)*)(?:(?P<meant>[^,;?]*[^\s,;?]),?\s+)?not\s+(?P<rest>[^,;?]*[^\s,;?!.])[\s?!.]*",
    re.IGNORECASE,
)
_SORRY = regex(
    r"\s*(?P<lead>(?:(?:no|nah|oh|wait|ah)[\s,]+)*(?:sorry|oops|whoops|argh|correction))\s+(?P<name>[^\W\d_][\w’'.-]*(?:\s+[^\W\d_][\w’'.-]*){0,2})[\s?!.]*",
    re.IGNORECASE,
)
"""Who is meant instead, without a mark before the name: "sorry Brandt"."""
_ASKS = QUESTION_WORDS | CONJUNCTIONS | SUBORDINATORS
_GOES_ON = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | QUESTION_AUXILIARIES | ADVERBS
"""What no name begins with: "not Quill too", "not Quill again"."""
_ASKS_ALL = regex(r"(?:who|what|when|where|why|how|which)(?:['’]s)?\s+(?!about\b)\S+(?:\s|$)", re.IGNORECASE)
"""A question of its own after what is refused: "not the levee, what did Brandt say about tolls?"."""
_WH = r"(?:how\s+(?:many|much|often|long|old|far|fast|big)|who|what|when|where|why|how|which)"
_TWO_THINGS = regex(
    rf"(?P<asked>{_WH}\b(?:\s+(?!{_WH}\b)\S+){{0,4}}?)\s+(?P<other>{_WH}\b.*)"
    r"|(?P<refused>the\s+[^\W\d_][\w’'-]*)\s+(?P<meant>the\s+[^\W\d_][\w’'-]*(?:\s+[\w’'-]+)?)",
    re.IGNORECASE,
)
"""Two that stand side by side need not have been asked: "not the police the banks"."""
_SPELT_SO = frozenset("thats its hes shes".split())
_CONTRACTED = regex(r"['’]")
_PLACED = r"(?:in|at|of|from|for|with|near|by)"
_PLACE = regex(rf"{_PLACED}\s+", re.IGNORECASE)
_GIVEN_BEFORE = regex(r"(?<=\s)(?:[A-Z][\w’'.-]+\s+)+$")
"""The given name before a surname, which gives way with it: "was Ada Quill asked?" by "not Quill, Brandt"."""
_ONE_PLACE = regex(rf"(?:{_PLACED}\s+)?(?:(?!{_PLACED}\s)\S+(?:\s+|$))+", re.IGNORECASE)
"""What names no place within itself: "Norland", "in Norland", but not "the ferries in Norland"."""


def with_comma(question: str, past: Past, speakers: KnownSpeakers) -> str:
    """Write a correction that was typed without a mark as it is written: "Norland, not Dene", "not Quill, Brandt".

    What is refused must have been asked: "is it banned or not" and "not far from Dene" refuse nothing.
    """
    if (
        len(question) <= _LONGEST
        and (sorry := _SORRY.fullmatch(question))
        and match_speaker(sorry["name"], speakers).speaks
    ):
        return f"{sorry['lead']}, {sorry['name']}"
    match = _UNMARKED.fullmatch(question) if len(question) <= _LONGEST and past.last else None
    if match is None or past.last is None:
        return question
    last, turn = past.last, past.known[-1][0]
    typed = turn.question
    whom = " ".join(filter(None, (last.speaker, last.described, *turn.speakers)))
    asked = {bare(word) for word in f"{typed} {last.standalone} {whom} {last.topic or ''}".split()}
    asked = (asked | HE | SHE | THEY | ARTICLES) - _ASKS - PREPOSITIONS
    rest = match["rest"].split()
    if match["meant"]:
        words = {bare(word) for word in _CONTRACTED.sub(" ", match["meant"]).split()}
        says_so = words.isdisjoint(_ASKS | PRONOUNS | _SPELT_SO) and asked.issuperset(
            bare(word) for word in rest
        )
        return f"{match['lead']}{match['meant']}, not {match['rest']}" if says_so else question
    if (two := _TWO_THINGS.fullmatch(match["rest"])) is not None:
        return f"{match['lead']}not {two['refused'] or two['asked']}, {two['meant'] or two['other']}"
    at = next((at for at, word in enumerate(rest) if bare(word) not in asked), len(rest))
    if not at and len(rest) > 1 and bare(rest[1]) in ARTICLES and match_speaker(rest[0], speakers).speaks:
        at = 1  # "not Quill the mayor", of her who was shown
    while at and (bare(rest[at - 1]) in ARTICLES or _owns(rest, at)):
        at -= 1  # "not him | the coach"
    if not 0 < at < len(rest) or bare(rest[at]) in _GOES_ON:
        return question
    return f"{match['lead']}not {' '.join(rest[:at])}, {' '.join(rest[at:])}"


def _owns(rest: Sequence[str], at: int) -> bool:
    """Return whether a word says whose the next is: "his" of "not his fault"; but not "her" of "not her Quill"."""
    owner = bare(rest[at - 1])
    return owner in OWNERS and not (owner == "her" and rest[at : at + 1] and rest[at][0].isupper())


def in_topic(question: str, meant: str, past: Past, read: Understand) -> Followed | None:
    """Ask the last question on what is meant, where the topic is refused: "Vantor, not Orsa" after words on Orsa.

    Who is named so may speak here as well: nothing is asked of them.
    """
    refused, last = refused_in(question), past.last
    if refused is None or last is None or last.kind is QuestionKind.CONTENT or not last.topic:
        return None
    if _ASKS_ALL.match(meant):
        return None
    words = {bare(word) for word in refused.split()} - ARTICLES
    whom = {bare(word) for word in f"{last.speaker or ''} {last.described or ''}".split()}
    if not words or not words <= {bare(word) for word in last.topic.split()} or words <= whom:
        return None
    held = refused.lower().removeprefix("the ")
    if is_somebody(held) and fragment_of(past.known[-1][0].question, read) is not None:
        return None  # "and the spokesman?" may have asked for words: "not the spokesman, the professor" does
    other = replace(last, question=question, topic=meant)
    return Followed(carrying(other, ("speaker", "addressee", "dates", "source")))


def in_its_part(question: str, meant: str, past: Past, read: Understand) -> Followed | None:
    """Ask the last question with another place, time or owner in it: "the mayor of Dene" by "Dene, not Norland".

    None where what is refused follows no preposition there: a whole topic gives way as a whole.
    """
    refused, last = refused_in(question), past.last
    if refused is None or last is None or not _ONE_PLACE.fullmatch(meant) or _ASKS_ALL.match(meant):
        return None
    what = re.escape(_PLACE.sub("", refused, count=1))
    found = re.search(
        rf"\b{_PLACED}\s+(?P<what>(?:the\s+)?{what})(?![\w’'-])", last.standalone, re.IGNORECASE
    )
    if found is None and last.kind is QuestionKind.CONTENT and not last.browses:
        # "Counties", of "how many people lost power?", by "not people, counties".
        found = re.search(
            rf"(?<![\w’'-])(?P<what>{what})(?![\w’'-])", without_appended(last.standalone), re.IGNORECASE
        )
    if found is None:
        return None
    at = _GIVEN_BEFORE.search(last.standalone, 0, found.start("what")) if found["what"][0].isupper() else None
    before, after = (
        last.standalone[: at.start() if at else found.start("what")],
        last.standalone[found.end("what") :],
    )
    asked = f"{before}{_PLACE.sub('', meant, count=1)}{after}"
    other = replace(read(asked), question=question, standalone=asked)
    if other.kind is not last.kind:
        return None
    carried = parts(other) if other.kind is not QuestionKind.CONTENT else ("words",)
    return Followed(replace(other, carried=carried))
