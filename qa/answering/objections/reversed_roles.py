"""Find where a text tells the reverse of what a question takes for granted: Brandt beat Quill, not Quill Brandt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qa.language.lexicon.directed_verbs import Direction, directions
from qa.language.lexicon.function_words import BE, DETERMINERS, PREPOSITIONS
from qa.language.lexicon.offices import ABBREVIATED, NO_OFFICES
from qa.language.lexicon.question_words import QUESTION_AUXILIARIES
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, term

_LONGEST = 16
"""In a longer question several things are asked at once."""
_PIECE = regex(r"[^\W_]+(?:-[^\W_]+)*|[.!?;:,“”\"\n]")
_SENTENCE_ENDS = frozenset('.!?;:“”"\n')
_CLAUSE_BEGINS = frozenset(
    "but while whereas although though after before when because since that if unless".split()
)
_AFTER = 8
"""How many words after the verb, or its preposition, may name the second of the two."""
_TO_PREPOSITION = 6
"""How many words may stand between a word and its preposition: "sold the yard to Brandt"."""
_BEFORE_BY = 3
_AFTER_NOUN = PREPOSITIONS | {"as"}
"""Words that no object begins with: "praise from Brandt", "back in Harwick"."""
_APART = PREPOSITIONS - {"of"}
"""Words after which another than the second of the two is named: "attacked targets in Dene"."""
_WHO = ("who", "whom")
_DO = frozenset("did do does has had have".split())
_ALIKE = 5
"""How many letters, from the beginning, two names must share: "Houthi", "Houthis"."""


class _Roles(NamedTuple):
    """The words for who does what a relation says, and for whom it is done to."""

    relation: str
    doer: frozenset[str]
    other: frozenset[str]


def tells_reverse(question: str, text: str) -> bool:
    """Return whether a text tells only the reverse of what a question takes for granted.

    "Why did Quill beat Brandt?" takes for granted who beat whom, and "Brandt defeated Quill" tells the reverse. What
    names but one of the two says nothing of it, nor does what tells both. "Brandt shot Quill" does not say who shot
    Brandt, nor whom Quill shot.
    """
    words = _pieces(question)
    if len(words) > _LONGEST or not words or words[0] in QUESTION_AUXILIARIES:
        return False
    if words[0] in _WHO and (of_one := [*_done_to(words), *_done_by(words)]):
        return _tells_only_other_side(of_one, *_sentences(text))
    asked = list(_asked(words))
    if not asked:
        return False
    told = _told_in(text, plain=False)
    if 1 in _agreements(asked, told):
        return False
    return -1 in _agreements(asked, _told_in(text, plain=True)) or _tells_only_of_another(asked, told, text)


def tells_from_other_side(question: str, text: str) -> bool:
    """Return whether a text tells what a question asks, with the same roles: "Quill lost to Brandt", of who beat Quill.

    So "Quill sold the yard to Brandt" tells who bought it from her, though it has no word for buying.
    """
    words = _pieces(question)
    if len(words) > _LONGEST or not words or words[0] in QUESTION_AUXILIARIES:
        return False
    of_one = [*_done_to(words), *_done_by(words)] if words[0] in _WHO else []
    told = _told_in(text, plain=True)
    if not of_one:
        return 1 in _agreements(list(_asked(words)), told)
    return any(
        one.relation == other.relation
        and other.doer
        and other.other
        and (_shared(one.other - one.doer, other.other) or _shared(one.doer - one.other, other.doer))
        for one in of_one
        for other in told
    )


def _tells_only_of_another(asked: list[_Roles], told: list[_Roles], text: str) -> bool:
    """Return whether a text tells of the second of two only that they did it themselves, to a third.

    "Brandt sued a baker" does not tell when Quill sued Brandt. Where a sentence names both, "Brandt sued a friend of
    Quill", it is not plain who that third one is, nor is it of "Quill sued a baker. The baker, Brandt, sued Hale."
    """
    if any(
        one.relation == other.relation and _shared(one.doer - one.other, other.doer)
        for one in asked
        for other in told
    ):
        return False
    return any(
        _tells_only_other_side([_Roles(each.relation, frozenset(), each.other - each.doer)], sentence)
        for each in asked
        for sentence in _sentences(text)
        if not _shared(each.doer, _names(sentence))
    )


def _done_to(words: list[str]) -> Iterator[_Roles]:
    """Yield what somebody is asked to have done, and to whom, as roles without a doer: "Who shot Brandt?"."""
    at = 2 if words[1:2] and words[1] in QUESTION_AUXILIARIES else 1
    for direction in directions().get("".join(words[at : at + 1]), ()):
        plain = direction.doer_first and not direction.prepositions
        if plain and (other := _names(_until_apart(_until_border(words, at + 1)))):
            yield _Roles(direction.relation, frozenset(), other)


def _done_by(words: list[str]) -> Iterator[_Roles]:
    """Yield what somebody is asked to have done to whom, as roles without the other: "Whom did Brandt shoot?"."""
    if not words[1:2] or words[1] not in _DO:
        return
    for at in range(3, len(words)):
        for direction in directions().get(words[at], ()):
            # "Who did Brandt attack Quill for?" names both.
            ends = at + 1 == len(words) or words[at + 1] in _AFTER_NOUN
            plain = ends and direction.doer_first and not direction.prepositions
            if plain and (doer := _names(words[2:at])):
                yield _Roles(direction.relation, doer, frozenset())


def _tells_only_other_side(of_one: list[_Roles], *sentences: list[str]) -> bool:
    """Return whether sentences tell of the one who is named in a question only that they were on the other side.

    "Brandt shot Quill" tells of Brandt that he did it, where the question is who shot Brandt, and of Quill that it was
    done to her, where it is whom Quill shot.
    """
    told = [
        (roles, plain)
        for plain in (True, False)
        for sentence in sentences
        for at in range(len(sentence))
        for roles in _told(sentence, 0, at, plain=plain)
    ]
    for asked in of_one:
        alike = [(roles, plain) for roles, plain in told if roles.relation == asked.relation]
        if any(_shared(asked.other, roles.other) or _shared(asked.doer, roles.doer) for roles, _ in alike):
            return False
        if any(
            plain and (_shared(asked.other, roles.doer) or _shared(asked.doer, roles.other))
            for roles, plain in alike
        ):
            return True
    return False


def _agreements(asked: list[_Roles], told: list[_Roles]) -> list[int]:
    return [_agreement(one, other) for one in asked for other in told if one.relation == other.relation]


def _told_in(text: str, *, plain: bool) -> list[_Roles]:
    return [
        roles
        for sentence in _sentences(text)
        for at in range(len(sentence))
        for roles in _told(sentence, 0, at, plain=plain)
    ]


def _asked(words: list[str]) -> Iterator[_Roles]:
    for at in range(1, len(words)):
        if opening := _opening(words, at):
            yield from _told(words, opening, at, plain=False)


def _opening(words: list[str], verb: int) -> int:
    """Return where the subject of a question begins, after "did" or "was"; 0 where the verb is no such question's."""
    return next((at + 1 for at in range(1, verb) if words[at] in QUESTION_AUXILIARIES), 0)


def _told(pieces: list[str], begin: int, at: int, *, plain: bool) -> Iterator[_Roles]:
    """Yield the roles that a word gives to the names around it.

    Args:
        plain: Only for those of whom it is plain: not for "failed to beat Dene", nor for Dene in "targets in Dene".
    """
    if plain and pieces[max(0, at - 1)] == "to":
        return
    possible = directions().get(pieces[at], ())
    following = pieces[at + 1] if at + 1 < len(pieces) else ""
    # "The defeat to Brandt": what follows with its preposition is no object.
    for direction in [each for each in possible if following in each.prepositions] or possible:
        passive = not direction.prepositions and _is_passive(pieces, at)
        if not direction.prepositions and _is_noun(pieces, at, passive=passive):
            continue
        first = _names(_before(pieces, begin, at))
        after = _by_whom(pieces, at) if passive else _second(pieces, at, direction)
        second = _names(_until_apart(after) if plain else after)
        if first and second:
            doer_first = direction.doer_first and not passive
            yield _Roles(direction.relation, *((first, second) if doer_first else (second, first)))
        elif first and passive and not after:
            yield _Roles(direction.relation, frozenset(), first)  # "Brandt was shot in Dene"


def _is_noun(pieces: list[str], at: int, *, passive: bool) -> bool:
    """Return whether a word is a noun or an adverb: "the support of", "under attack", "praise from", "back from"."""
    before, following = pieces[max(0, at - 1) : at], pieces[at + 1 : at + 2]
    if not DETERMINERS.isdisjoint(before):
        return True
    # "By beating Brandt" tells who beats whom.
    if not (PREPOSITIONS - {"to"}).isdisjoint(before) and not pieces[at].endswith("ing"):
        return True
    return not passive and not _AFTER_NOUN.isdisjoint(following)


def _before(pieces: list[str], begin: int, at: int) -> list[str]:
    """Return the words of the clause before a verb, over commas: "Orsa, who rules Harwick, attacked".

    "Orsa came second after losing" has them before "after".
    """
    if at - 1 > begin and pieces[at].endswith("ing") and pieces[at - 1] in _CLAUSE_BEGINS:
        at -= 1
    while at > begin and pieces[at - 1] in QUESTION_AUXILIARIES:
        at -= 1
    start = next(
        (place + 1 for place in range(at - 1, begin - 1, -1) if pieces[place] in _CLAUSE_BEGINS), begin
    )
    return pieces[start:at]


def _second(pieces: list[str], at: int, direction: Direction) -> list[str]:
    if not direction.prepositions:
        return _until_border(pieces, at + 1)
    near = range(at + 1, min(at + 2 + _TO_PREPOSITION, len(pieces)))
    place = next((each for each in near if pieces[each] in direction.prepositions), None)
    return [] if place is None or "," in pieces[at:place] else _until_border(pieces, place + 1)


def _until_border(pieces: list[str], begin: int) -> list[str]:
    found: list[str] = []
    for piece in pieces[begin : begin + _AFTER]:
        if piece == "," or piece in _CLAUSE_BEGINS:
            break
        found.append(piece)
    return found


def _until_apart(pieces: list[str]) -> list[str]:
    return pieces[: next((at for at, piece in enumerate(pieces) if piece in _APART), len(pieces))]


def _is_passive(pieces: list[str], at: int) -> bool:
    return not BE.isdisjoint(pieces[max(0, at - 2) : at]) or pieces[at + 1 : at + 2] == ["by"]


def _by_whom(pieces: list[str], at: int) -> list[str]:
    near = range(at + 1, min(at + 2 + _BEFORE_BY, len(pieces)))
    place = next((each for each in near if pieces[each] == "by"), None)
    return [] if place is None else _until_border(pieces, place + 1)


def _agreement(asked: _Roles, told: _Roles) -> int:
    """Return 1 where two tellings give the same roles, -1 where they give the reverse, 0 where neither is plain."""
    doer, other = asked.doer - asked.other, asked.other - asked.doer
    straight = _shared(doer, told.doer) + _shared(other, told.other)
    reverse = _shared(other, told.doer) + _shared(doer, told.other)
    if _shared(other, told.doer) and _shared(doer, told.other) and not _shared(doer, told.doer):
        return -1 if reverse > straight else 0
    return 1 if _shared(doer, told.doer) and _shared(other, told.other) else 0


def _shared(words: frozenset[str], among: frozenset[str]) -> int:
    stems = {word[:_ALIKE] for word in among}
    return sum(word[:_ALIKE] in stems for word in words)


def _names(pieces: list[str]) -> frozenset[str]:
    found = (term(piece) for piece in pieces if piece[0].isalpha())
    return frozenset(word for word in found if not is_stop_term(word))


def _pieces(text: str) -> list[str]:
    return [piece for piece in _PIECE.findall(text.casefold()) if piece not in _SENTENCE_ENDS]


def _sentences(text: str) -> Iterator[list[str]]:
    sentence: list[str] = []
    for piece in _PIECE.findall(text.casefold()):
        if piece not in _SENTENCE_ENDS:
            sentence.append(piece)
        elif piece != "." or not sentence or not _is_short(sentence[-1]):
            yield sentence
            sentence = []
    yield sentence


def _is_short(word: str) -> bool:
    """Return whether a full stop after a word ends no sentence: "U.S.", "Rep. Brandt"."""
    return len(word) == 1 or word in ABBREVIATED or word in NO_OFFICES
