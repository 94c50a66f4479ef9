"""Put what a correction means into a question of fact: "not who, how many", "I mean injured" after "how many died?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past
from qa.conversation.fragments.another_place import place_in
from qa.conversation.fragments.corrections import refused_in
from qa.language.lexicon.follow_up_words import SPOKEN_LEADS
from qa.language.lexicon.question_words import AUXILIARIES_WITH_CAN, QUESTION_WORDS
from qa.language.patterns import regex
from qa.understanding.words import bare

_ASKS = r"(?:how\s+(?:many|much|often|long|old|far|fast|big|high|deep|late|soon)|who|when|where|why|how|what|which)"
_ASKED = regex(_ASKS, re.IGNORECASE)
_LEAD = rf"\s*{SPOKEN_LEADS}"
# "Died" of "how many people died in Dene?", "arrested" of "who was arrested?".
_BEFELL = regex(
    rf"{_LEAD}(?:how\s+many(?:\s+[\w’'-]+){{0,2}}?|(?P<who>who))\s+(?P<verb>(?:(?:was|were|has\s+been|have\s+been|got)\s+)?(?:[a-z]+ed|hurt|shot|hit|killed|lost|found))"
    r"(?![\w’'-])",
    re.IGNORECASE,
)
# "How many?", to which only the turns before it say what is counted.
_BARE_COUNT = regex(rf"(?P<count>{_LEAD}how\s+(?:many|much))(?P<end>[\s?!.]*)", re.IGNORECASE)
_HOW_SO = regex(r"when|where|why|how", re.IGNORECASE)
_HELPS = regex(rf"\s(?:{AUXILIARIES_WITH_CAN})\s", re.IGNORECASE)
_LAST_PLACE = regex(r"\b(?:in|at|near)\s+(?P<where>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)(?=[\s?!.]*$)")
_NOUN = regex(r"[a-z][a-z’'-]+")
_BEFALLS = regex(r"(?:[a-z]{3,}ed|hurt|shot|hit|lost|found)", re.IGNORECASE)
_INTRANSITIVE = frozenset(
    "died drowned escaped survived resigned voted appeared disappeared vanished returned".split()
)


def corrected_fact(question: str, meant: str, past: Past, read: Understand) -> Followed | None:
    """Ask the last question of fact with another question word in it, or of those to whom something else happened.

    None where the last question has no such word, and where what is meant is none.
    """
    last = past.last
    if last is None or last.kind is not QuestionKind.CONTENT:
        return None
    whole = last.standalone
    asked, added = without_appended(whole), ""
    if asked != whole:
        added = whole[len(asked.rstrip(" ?!.")) :]
    other = None
    if _ASKED.fullmatch(meant):
        refused = refused_in(question)
        word = rf"{_LEAD}(?P<asks>{re.escape(refused) if refused else _ASKS})\b"
        begins = re.match(word, asked, re.IGNORECASE)
        rest = asked[begins.end("asks") :] if begins else ""
        if _HOW_SO.fullmatch(meant) and (helper := _HELPS.search(rest)) is not None:
            # "Oil", of "how much oil did it spill?", is not asked for by "when".
            rest = rest[helper.start() :]
        befell = _BEFELL.match(asked)
        if begins and meant.lower() == "who" and befell is not None:
            rest = f" {asked[befell.start('verb') :]}"  # "who died?", not "who people died?"
        other = f"{meant}{rest}" if begins else None
    elif _BEFALLS.fullmatch(meant) and (befell := _BEFELL.match(asked)) is not None:
        was = "was" if befell["who"] else "were"
        verb = meant if bare(meant) in _INTRANSITIVE else f"{was} {meant}"
        other = f"{asked[: befell.start('verb')]}{verb}{asked[befell.end('verb') :]}"
    elif (count := _BARE_COUNT.fullmatch(asked)) is not None and _NOUN.fullmatch(meant):
        other = f"{count['count']} {meant}{count['end']}"
    elif (
        (place := _LAST_PLACE.search(asked)) is not None
        and place_in(f"in {meant}") is not None
        and bare(meant.partition(" ")[0]) not in QUESTION_WORDS  # "What sells ink, not pens?" asks anew.
    ):
        other = f"{asked[: place.start('where')]}{meant}{asked[place.end('where') :]}"
    if other is None:
        return None
    text = f"{other.rstrip(' ?!.')}{added}" if added else other
    return Followed(replace(read(text), question=question, standalone=text, carried=("words",)))
