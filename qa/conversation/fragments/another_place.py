"""Ask a question of fact again of another place, body, day or rank: "and at Dene?", "and on day two?", "and third?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.noun_phrases import words_in
from qa.conversation.earlier.past import Past, last_whole
from qa.conversation.fragments.another_time import at_another_time
from qa.conversation.fragments.asked_with_preposition import is_asked_with_preposition, with_preposition
from qa.conversation.fragments.fragment_acts import Act, Fragment
from qa.language.lexicon.follow_up_words import BARE, ORDINALS
from qa.language.lexicon.places import NATIONS, STATES
from qa.language.patterns import regex

_IT = regex(r"\b(?:it|they|them)\b", re.IGNORECASE)
_PLACED = regex(
    r"(?P<how>in|at|on|for|to|from|by|with|against|of)\s+(?P<name>\S.*)", re.IGNORECASE | re.DOTALL
)


def with_place(question: str, phrase: str, past: Past, read: Understand) -> Followed | None:
    """Ask a question of fact of another place or body: "How many were hurt at Dene?" after "and at Dene?".

    None for a phrase that does not begin with a preposition. "And the year before?" asks it of another time.
    """
    if past.quoting and (other := at_another_time(question, phrase, past, read)) is not None:
        return other
    match = _PLACED.fullmatch(phrase)
    if match is None or not past.quoting:
        return None
    if is_asked_with_preposition(phrase):
        return with_preposition(question, phrase, past, read)
    base = without_appended(last_whole(past).standalone)
    if past.last is not None and re.search(rf"\b{match['how']}\s", base, re.IGNORECASE) is None:
        # No place stands in that one: what was asked last is asked again.
        base = without_appended(past.last.standalone)
    body = base.rstrip(" ?!.")
    # The name after the same preposition gives way: one of the same kind, "day 14" of "on day 14", a run of words with
    # capitals, or what closes the question.
    head = rf"(?i:{re.escape(kind)})\s+[\w’'-]+|" if (kind := match["name"].rpartition(" ")[0]) else ""
    slot = re.compile(
        rf"\b(?i:{match['how']}\s+(?:the\s+)?)(?:{head}[A-Z][\w’'-]*(?:\s+(?:of\s+)?[A-Z][\w’'-]*)*|[\w’'-]+(?=$))",
        re.DOTALL,
    )
    put = f"{match['how'].lower()} {match['name']}"
    asked = slot.sub(lambda _: put, body, count=1) if slot.search(body) else f"{body} {put}"
    last = past.known[-1][1].standalone
    if last.startswith(body) and (set(words_in(body)) <= BARE or _IT.search(body)):
        # "When (Quill, ferries)?" and "who backs it (Quill)?" say only in added words what they ask.
        base = last
    asked += base[len(body) :] or "?"
    return Followed(replace(read(asked), question=question, standalone=asked, carried=("words",)))


_ON = regex(r"\bon\s", re.IGNORECASE)


def with_its_preposition(fragment: Fragment, question: str, past: Past) -> str:
    """Return what is named with "on" before it, where that says where or when, as in the last question, and of what."""
    said_on = fragment.act is Act.TOPIC and re.search(
        rf"\bon\s+{re.escape(fragment.text)}", question, re.IGNORECASE
    )
    asked_on = past.last is not None and _ON.search(without_appended(past.last.standalone))
    return f"on {fragment.text}" if said_on and asked_on else fragment.text


_RANK = regex(rf"\b(?:{'|'.join(word for word in ORDINALS if word.isalpha())})\b", re.IGNORECASE)


def of_another_rank(question: str, fragment: Fragment, past: Past, read: Understand) -> Followed | None:
    """Ask a question of fact of another in a row: "who was third?" by "and third?", after "who was second?"."""
    last, rank = past.last, fragment.text.removeprefix("the ")
    if last is None or last.kind is not QuestionKind.CONTENT or _RANK.fullmatch(rank) is None:
        return None
    asked, found = _RANK.subn(rank, last.standalone)
    if found != 1 or asked == last.standalone:
        return None
    return Followed(replace(read(asked), question=question, standalone=asked, carried=("words",)))


_WITHIN = regex(r"(?:in|for|from)\s+(?P<place>(?:the\s+)?\S.*)", re.IGNORECASE | re.DOTALL)


def place_in(phrase: str) -> str | None:
    """Return the place of a phrase that says where: Norland of "in Norland"; None for "in the debate"."""
    match = _WITHIN.fullmatch(phrase)
    if match is None:
        return None
    place = match["place"]
    name = place.casefold().removeprefix("the ")
    return place if name in NATIONS or name in STATES or place[0].isupper() else None
