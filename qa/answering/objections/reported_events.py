"""Find how a text tells of an event: as what happened, as denied, as what may be, or in a question."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.answering.objections.asked_times import asks_date
from qa.language.lexicon.calendar import DAYS, MONTHS
from qa.language.lexicon.event_words import Happening
from qa.language.lexicon.function_words import MODALS, PREPOSITIONS
from qa.language.lexicon.particle_verbs import with_particle
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.same_stems import NO_EVENT_BY_STEM
from qa.language.lexicon.unreal import (
    ABLE,
    AHEAD,
    ATTEMPTS,
    DEMANDED,
    DEMANDING,
    DEMANDING_FOR,
    DENYING,
    SUPPOSING,
    UNREAL,
    WANTING,
)
from qa.language.lexicon.word_families import irregular_pasts
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, term, terms
from qa.understanding.asked_event import is_negation

ALIKE = 5
"""How many letters, from the beginning, two words must share to count as alike."""
_DERIVED = frozenset(
    "al als ance ation ations ed ee ees er ers ing ion ions ment ments or ors tion tions".split()
)
"""What may follow such a term in a word for the same: "creators" create, and what is "public" is not published."""
SIDES = {"for": "against", "against": "for"}
"""What a vote is for, and what it is for then not."""
_PIECE = regex(r"[^\W_]+(?:['’][^\W_]+)*|[.!?;:,()“”\"\n]")
_LOSES_LIFE = regex(
    r"\b(?:claim(?:s|ed|ing)?|t(?:akes?|ook|aken|aking)|los(?:es?|t|ing)|cost(?:s|ing)?)\s+"
    r"(?:(?!(?:a|back|in|new|no|of|off|on|out|over|up)\b)[\w’'-]+\s+){1,3}li(?:fe|ves)\b"
    r"(?![-’']|\s+(?:jackets?|insurance|savings?|seriously|sentences?|support|vests?|work)\b)",
    re.I,
)
"""What tells of a death in words for other things: "claimed the life of", "lost her life"; not "his life savings"."""
_BORDERS = frozenset('.!?;:“”"\n')
_LOOK_BACK = 7
"""How many words before a verb may deny it or make it unreal."""
_NO_END = regex(
    rf"conclud\w* that\b|last (?:{'|'.join(sorted({*MONTHS, *DAYS}))}"
    r"|week|month|year|night|spring|summer|autumn|fall|winter)\b"
)
"""What ends nothing: "the jury concluded that he lied", "last week"."""
_WELL_DONE = regex(r"success(?!ors?\b|ions?\b)")
"""What goes with "succeed" and tells of nobody who came after another: "a successful year"."""
_SINCE = regex(r"\bsince (?:[\w,]+ ){0,3}(?:1\d|20)\d\d\b", re.I)
_BEGINNINGS = frozenset(map(term, ("begin", "join", "start")))
_DEED = r"Act|Accords?|Agreement|Charter|Constitution|Convention|Declaration|Law|Pact|Protocol|Treaty"
_NAMED_DEED = regex(rf"\b(?:[A-Z][\w’'-]+ ){{0,5}}(?:{_DEED})\b(?: of (?:the )?[A-Z][\w’'-]+)?")
_MADE = frozenset(map(term, ("adopt", "approve", "create", "enact", "make", "pass", "ratify", "sign")))
_NOBODY = frozenset("no nobody none nothing neither nor without".split())
_COMPARED = frozenset("earlier later sooner more fewer less only just merely simply".split())
"""Words before which "no" and "not" deny nothing: "no earlier than May", "not only sank"."""
_UNTIL = 6
"""How many words after a verb with "not" may stand before "until", which tells when it did: "not open until May"."""
_CLAUSE_ENDS = _BORDERS | frozenset(", and but or".split())
"""What "until" may not stand after: "has not opened, and will stay shut until May"."""
_OPENS_CLAUSE = frozenset(", that because and but or".split()) | VERBS.keys()
"""After what a verb in -ing is who or what does something: "Holt said closing it would hurt"."""
_LONGEST_SUBJECT = 6
_WANTED_WITHIN = 5
"""How many words before a noun may demand it: "demanded an immediate and full release"."""
_FINITE = frozenset("is are was were has had".split())
_OPEN_QUESTION = regex(r"\W*(?:(?:and|but|so) )?(?:when|where|why|how|who|what|which)\b", re.I)
_SMALL_WORD = regex(r"\b[a-z]{3,20}\b")
_DENIED = regex(r"(?:\b(?:not|never)|n['’]t)(?: (?:yet|been|be|ever|being)){0,3} (?P<word>[a-z]{3,20})\b")
_CLAUSE_BORDER = regex(r"[.!?;:,“”\"\n]|\b(?:and|but|that|because|while|although|though)\b", re.I)
_OF_ANOTHER = MODALS | AHEAD | SUPPOSING | WANTING
"""Words that a verb with "was" or in the past does not belong to: "should be funded", never "should was"."""
_MONTH = "month"
_LONGEST_SENTENCE = 60
"""After how many words no question mark is looked for."""


class ToldEvent(NamedTuple):
    """A word that tells of an event: as denied (of `nobody`: "no diver drowned"), or as what may be.

    `ahead`: it is unreal as what will be, or can, and nothing makes it less certain: "will open".
    """

    by_name: bool
    denied: bool
    nobody: bool
    unreal: bool
    ahead: bool
    asked: bool
    side: str
    """ "for" or "against", where that is the next word."""


def told_in(text: str, event: Happening) -> list[ToldEvent]:
    """Return how a text tells of an event, once for each word that does."""
    # "May Day", "in May": the month makes nothing unreal.
    text = _LOSES_LIFE.sub("died", text)
    pieces = [_MONTH if piece == "May" else piece.casefold() for piece in _PIECE.findall(text)]
    names = [name for name in event.names if len(name) >= ALIKE]
    found = []
    for at, piece in enumerate(pieces):
        if not piece[0].isalpha() or piece in NO_EVENT_BY_STEM or _WELL_DONE.match(piece):
            continue
        if _NO_END.match(" ".join(pieces[at : at + 2])):
            continue
        word = term(piece)
        # "Called off" cancels, whatever "called" alone may tell.
        together = with_particle(piece, "".join(pieces[at + 1 : at + 2]))
        meant = together != piece and term(together) in event.names
        if word in event.told_by or meant or any(_is_derived(piece, name) for name in names):
            before = _before(pieces, at)
            unreal = UNREAL.intersection(_without_finished(before, piece)) or _supposed(pieces, at, before)
            if before[:1] == ["to"]:
                unreal |= DEMANDED.intersection(before)
            unreal |= _only_wanted(before, piece) | _only_begun(before)
            after = pieces[at + 1 : at + 3]
            nobody = not _NOBODY.isdisjoint(_denying(before[:4], piece)) or (
                after[:1] in (["no"], ["nobody"], ["none"]) and _COMPARED.isdisjoint(after[1:])
            )
            denying = _denying(before[:5], piece)
            # "Refused to resign until June" tells of no resignation.
            later = all(is_negation(word) for word in denying) and _happens_later(pieces, at)
            # "Pleaded not guilty" tells of no plea of guilt.
            other_way = after[:1] == ["not"] and not event.told_by.isdisjoint(map(term, after[1:]))
            denied = nobody or other_way or (bool(denying) and not later)
            found.append(
                ToldEvent(
                    by_name=word in event.names,
                    denied=denied,
                    nobody=nobody,
                    unreal=bool(unreal),
                    ahead=bool(unreal) and unreal <= AHEAD | ABLE,
                    asked=_ends_as_question(pieces, at),
                    side="".join(piece for piece in pieces[at + 1 : at + 2] if piece in SIDES),
                )
            )
    return found


def _is_derived(word: str, name: str) -> bool:
    """Return whether a word is a verb's term with such an ending, its last letter doubled or not: "acquittal"."""
    if not word.startswith(name):
        return False
    ending = word[len(name) :]
    return ending in _DERIVED or (ending[:1] == name[-1] and ending[1:] in _DERIVED)


def dates_otherwise(question: str, event: Happening, quote: str) -> bool:
    """Return whether a quote tells in other words when an event was.

    "Quill has sat on the board since 2005" tells when she joined it, and "the Harbour Act of 1996" when it was passed.
    """
    if not asks_date(question):
        return False
    if not _BEGINNINGS.isdisjoint(event.names):
        return _SINCE.search(quote) is not None
    if _MADE.isdisjoint(event.names):
        return False
    named = (re.escape(match[0]) for match in _NAMED_DEED.finditer(question))
    year = r"(?:1[5-9]|20)\d\d"
    return any(re.search(rf"\b{year} {name}\b|\b{name},? (?:of )?{year}\b", quote) for name in named)


def denies(question: str, quote: str) -> bool:
    """Return whether a quote denies in the question's own word what is taken for granted: "has not yet been found".

    So it answers "When was the boat found?". Whether it was found is another question. "The captain was not found" says
    nothing of the boat.
    """
    if _OPEN_QUESTION.match(question) is None or any(map(is_negation, question.casefold().split())):
        return False
    words = {word for word in _SMALL_WORD.findall(question) if _is_participle(word)}
    asked = set(terms(question))
    return any(
        it["word"] in words and _may_be_on(quote[: it.start()], asked) for it in _DENIED.finditer(quote)
    )


def _may_be_on(before: str, asked: set[str]) -> bool:
    """Return whether the clause that a text ends in has a word that was asked, or names nothing: "it has"."""
    clause = _CLAUSE_BORDER.split(before)[-1]
    named = {word for word in terms(clause) if not is_stop_term(word)}
    return not named or not named.isdisjoint(asked)


def tells_plainly(question: str, quote: str) -> bool:
    """Return whether a quote has such a word of a question: "was found on Monday"."""
    return any(_is_participle(word) and word in quote for word in _SMALL_WORD.findall(question))


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in irregular_pasts()


def _without_finished(before: list[str], piece: str) -> list[str]:
    """Return the words before a verb without what belongs to another: "should go on, was funded by Quill".

    Neither does what was wanted before "was" or "and": "She sought $2m, was awarded half", "wanted it and bought it".
    And whoever wrote to Quill "before resigning" has resigned.
    """
    finite = next((at for at, word in enumerate(before) if word in _FINITE), len(before))
    if before[:1] == ["and"] and _is_participle(piece):
        finite = 0
    return [
        word
        for at, word in enumerate(before)
        if (at < finite or word not in _OF_ANOTHER)
        and not (word == "before" and (before[at - 1] if at else piece).endswith("ing"))
    ]


def _supposed(pieces: list[str], at: int, before: list[str]) -> frozenset[str]:
    """Return what makes a deed a mere thought that is the subject of "would": "Closing the pier would hurt children".

    "The closing", "shooting in Dene could", "those attending" and "closing it would have" tell of what is or was.
    """
    opens = pieces[at].endswith("ing") and (not before or before[0] in _OPENS_CLAUSE)
    if not opens or not PREPOSITIONS.isdisjoint(pieces[at + 1 : at + 2]):
        return frozenset()
    for place in range(at + 2, min(at + 1 + _LONGEST_SUBJECT, len(pieces))):
        if pieces[place] in _CLAUSE_ENDS:
            break
        if pieces[place] in SUPPOSING:
            return frozenset({pieces[place]} if pieces[place + 1 : place + 2] != ["have"] else ())
    return frozenset()


def _only_wanted(before: list[str], piece: str) -> frozenset[str]:
    """Return what makes an event a thing that is demanded: "demanding the immediate release of the miners".

    Args:
        before: The words before it in its clause, the nearest first.
    """
    if _is_participle(piece):
        return frozenset()  # "A gang demanding cash robbed Quill"
    for at, word in enumerate(before[:_WANTED_WITHIN]):
        if word in DEMANDING or (word in DEMANDING_FOR and before[at - 1 : at] == ["for"]):
            return frozenset({word})
        if word != "for" and (word in _CLAUSE_ENDS or word in PREPOSITIONS or word in _FINITE):
            break
    return frozenset()


def _only_begun(before: list[str]) -> frozenset[str]:
    """Return what makes an event one that was tried or planned: "attempted murder", "an attempt to murder"."""
    verb = before[1:2] if before[:1] in (["to"], ["at"]) else before[:1]
    return ATTEMPTS.intersection(verb)


def _ends_as_question(pieces: list[str], at: int) -> bool:
    """Return whether the sentence of a word ends with a question mark."""
    ends = (piece for piece in pieces[at : at + _LONGEST_SENTENCE] if piece in (".", "!", "?", "\n"))
    return next(ends, "") == "?"


def _denying(before: list[str], verb: str) -> list[str]:
    """Return those of the words before a verb, the nearest first, that deny it."""
    following = [verb, *before]
    return [
        word
        for word, next_word in zip(before, following, strict=False)
        if (is_negation(word) or word in DENYING or word in _NOBODY) and next_word not in _COMPARED
    ]


def _happens_later(pieces: list[str], at: int) -> bool:
    """Return whether a verb with "not" is one that came to be: "did not open until May"."""
    clause: list[str] = []
    for piece in pieces[at + 1 : at + 1 + _UNTIL]:
        if piece in _CLAUSE_ENDS:
            break
        clause.append(piece)
    return "until" in clause


def _before(pieces: list[str], at: int) -> list[str]:
    """Return the words before one in its clause, the nearest first.

    "It was not disclosed how much she paid" tells that she paid.
    """
    found: list[str] = []
    for piece in reversed(pieces[max(0, at - _LOOK_BACK) : at]):
        if piece in _BORDERS or (piece == "how" and found[-1:] in (["much"], ["many"])):
            break
        found.append(piece)
    return found
