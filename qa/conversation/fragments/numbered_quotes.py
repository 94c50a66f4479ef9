"""Find the quote that is meant by its number: "the second one", "who said the second one?", "more about quote 3"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, again
from qa.conversation.earlier.turns import Turn
from qa.conversation.fragments.about_shown_quotes import asks_who_said
from qa.conversation.fragments.corrections import number_of
from qa.conversation.fragments.fixed_fragments import fixed_fragment
from qa.conversation.fragments.fragment_acts import Act
from qa.language.lexicon.follow_up_words import ORDINALS, SPOKEN_LEADS
from qa.language.patterns import regex

_LONGEST = 120
_YEAR = 4
"""Characters of a year: "2004" may be one, and "12" picks something."""
_NTH = regex(
    rf"(?:\b(?:the|that)\s+)?\b(?:(?P<which>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\s+(?:one|quote|person"
    r"|speaker|guy|man|woman|voice|answer|result|statement)|(?:quote|answer|result)\s+(?:number\s+|no\.?\s*)?(?P<number>[1-9]))\b",
    re.IGNORECASE,
)
# "Tell me more about the second": nothing that was talked of has a number, but the quotes have.
_NTH_ALONE = regex(
    rf"(?<=\babout\s)the\s+(?P<which>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?=[\s?!.]*$)",
    re.IGNORECASE,
)
# "The second one: who is that?"
_IN_FRONT = regex(r"\s*[,:;?–—-]+\s*(?=\S)")
_LEAD = regex(rf"\s*{SPOKEN_LEADS}", re.IGNORECASE)
_WHAT_ABOUT = regex(r"(?:(?:what|how|tell\s+me)\s+about\s+)?that[\s?!.]*", re.IGNORECASE)
_WHO_IS = regex(r"who(?:['’]?s|\s+is|\s+was)\s+that[\s?!.]*", re.IGNORECASE)


def picked_quote(question: str, past: Past) -> Followed | None:
    """Return the article of the quote whose number is all that a turn says: "the second one", "3"."""
    if past.last is None:
        return None
    alone = question.strip(" ?!.#").isdecimal()
    lists = [turn.quotes for turn in reversed(past.conversation.turns) if turn.quotes]
    if (at := number_of(question)) is not None:
        # After the second's article was shown, "3" is the third of those that stood there before.
        shown = next((quotes for quotes in lists if at <= len(quotes)), ())
        if shown and (alone or shown is lists[0]):
            return Followed(again(question, past.last), article=shown[at - 1])
    named = _NTH.search(question) if lists and len(question) <= _LONGEST else None
    too_high = named is not None and int(named["number"] or 0) > max(map(len, lists))
    if too_high or (alone and len(question.strip()) < _YEAR):
        # Nothing was numbered so high: neither a number alone nor "quote 9" is a topic.
        return Followed(again(question, past.last), unresolved=True)
    return None


def of_numbered_quote(question: str, past: Past) -> Followed | None:
    """Return what a question asks about one of the quotes shown: who said "the second one", when, and more of it."""
    found = _asked_of(question, past)
    if found is None or past.last is None:
        return None
    asks, turn, at = found
    quote, voice, last = turn.quotes[at], turn.voices[at], again(question, past.last)
    fragment = fixed_fragment(asks.strip(" ?!."))
    if (fragment is not None and fragment.act in (Act.ARTICLE, Act.MORE)) or _WHAT_ABOUT.fullmatch(asks):
        return Followed(last, article=quote)
    if asks_who_said(asks) and voice:
        return Followed(replace(last, standalone=question), printed=(quote,), voices=(voice,))
    if fragment is not None and fragment.act in (Act.PRINTED, Act.WHEN) and fragment.ask != "source":
        return Followed(replace(last, standalone=question, speaker=voice or None), printed=(quote,))
    if asks_who_said(asks) or (_WHO_IS.fullmatch(asks) and not voice):
        return Followed(last, article=quote)  # what stands around it may tell
    return None


def with_its_voice(question: str, past: Past, read: Understand) -> str | None:
    """Return a question with the name of whose words a quote gives: "what else did the second one say?"."""
    if (name := _nth_asked(question, past)) is not None:
        named = _NTH.sub(lambda _: name, question, count=1)
        return named if read(_AGAIN.sub("", named)).speaker == name else None
    found = _asked_of(question, past)
    if found is None:
        return None
    asks, turn, at = found
    voice = turn.voices[at]
    if not voice:
        return None
    if _WHO_IS.fullmatch(asks):
        return f"Who is {voice}?"
    named = _NTH.sub(lambda _: voice, question, count=1)
    return named if read(named).speaker == voice else None


def _nth_asked(question: str, past: Past) -> str | None:
    """Return who "the first one" is where only one voice was shown last and several people were asked one by one."""
    match = _NTH.search(question) if len(question) <= _LONGEST and past.quoting else None
    if match is None or match["number"] or match[0].split()[-1].lower() not in _PERSON:
        return None
    turn = past.conversation.turns[-1]
    said = [
        each
        for _, each in past.known
        if each.kind is QuestionKind.SAID and each.speaker and not each.ambiguous
    ]
    asked = list(dict.fromkeys(each.speaker or "" for each in said))
    at = ORDINALS[match["which"].lower()]
    one_voice = len(set(turn.voices) - {""}) <= 1 and said and past.last is said[-1]
    return asked[at - 1] if one_voice and 1 < len(asked) >= at > 0 else None


_PERSON = frozenset("one person speaker guy man woman voice".split())
_AGAIN = regex(r"\s+again(?=[\s?!.]*$)", re.IGNORECASE)


def _asked_of(question: str, past: Past) -> tuple[str, Turn, int] | None:
    """Return a question with "that" for a numbered quote, the turn that showed it, and its place there."""
    question = _NTH_ALONE.sub(r"the \g<which> one", question)
    match = _NTH.search(question) if len(question) <= _LONGEST and past.quoting else None
    if match is None or past.last is None:
        return None
    turn = next(
        (each for each in reversed(past.conversation.turns) if each.quotes and not each.article), None
    )
    at = int(match["number"]) if match["number"] else ORDINALS[match["which"].lower()]
    if turn is None or at > len(turn.quotes) or len(turn.voices) != len(turn.quotes):
        return None
    before, after = question[: match.start()], question[match.end() :]
    lead = _LEAD.match(before)
    rest = _IN_FRONT.match(after) if lead is not None and lead.end() == len(before) else None
    asks = after[rest.end() :] if rest else f"{before[lead.end() if lead else 0 :]}that{after}"
    return asks, turn, at - 1
