"""Find sentences in which an article tells who did something with words or a vote: "Six members backed the bill"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from qa.answering.who_spoke.acts_in_infinitives import HAVE, prompted, singled_out
from qa.answering.who_spoke.referents import Around
from qa.answering.who_spoke.sought import Sought
from qa.attribution.speech.subjects import subjects
from qa.attribution.speech.words import single_words
from qa.attribution.speech.words.phrases import Phrase
from qa.attribution.speech.words.tokens import RUN, Kind, Token, sentences_with
from qa.datatypes import Span
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    HEARERS,
    NEGATIONS,
    PERSONAL,
    POSSESSIVES,
    QUANTIFIERS,
)
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.reporting_verbs import NOUNS_TOO, VERBS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN, ROLES, SPOKES
from qa.language.lexicon.speech_acts import ACTS_OF_FINITE, ACTS_OF_GOING, ACTS_OF_PARTICIPLE, LONGEST_FORM
from qa.language.sections import sections
from qa.language.terms import content_terms

_DOES = BE | HAVE | {"'re", "did", "do", "does"}
_NOBODY = frozenset("it that which what there nobody none who whom anyone anybody whoever you".split())
"""Who does nothing: "any time you vote for somebody" is said of whoever reads it."""
_NONE_OF = frozenset("any no".split())
"""Before the people of a clause with "who": "he heard from no (has not heard from any) members who oppose it"."""
_IF = frozenset("if unless whether lest".split())
_ONCE = frozenset("once until till".split())
"""Before what is still to be done, "once voters approve it"; "once voters approved it" tells of what was."""
_OBJECT = DETERMINERS | POSSESSIVES | HEARERS | {"it"}
_PEOPLE = ANY_ROLE | HUMAN | ROLES | SPOKES | GROUP_NOUNS | PERSONAL | {"who", "critics", "others"}
_PEOPLES = ("ers", "ors", "ists", "ians", "men", "women", "ants", "dents")
"""How nouns for people end in the plural: "islanders", "residents"."""
_BORDERS = frozenset((";", "but", "while", "although", "though", "whereas"))
_LEAVING = frozenset(("resign",))


class ToldAct(NamedTuple):
    """One such sentence, with the words that name who did it."""

    sentence: Span
    verb: int
    who: str


def told_acts(sought: Sought, around: Around) -> list[ToldAct]:
    """Return the sentences of an article in which somebody does what is sought, in order."""
    if not _has_form(sought, around):
        return []
    return [
        _moved(act, start)
        for start, end in sections(around.article.text)
        for act in _told(sought, _part(around, start, end))
    ]


def _has_form(sought: Sought, around: Around) -> bool:
    # Most articles have none, which the words of an article tell sooner than a pattern of many words.
    if _letters_of(sought.acts).isdisjoint(around.runs):
        return False
    return _pattern(sought.acts).search(around.article.text) is not None


def _part(around: Around, start: int, end: int) -> Around:
    """Return one section of an article: of a long text, its words are not all held at once."""
    text = around.article.text
    return around if end - start == len(text) else Around(replace(around.article, text=text[start:end]))


def _moved(act: ToldAct, by: int) -> ToldAct:
    start, end = act.sentence
    return ToldAct((start + by, end + by), act.verb + by, act.who)


def _told(sought: Sought, around: Around) -> list[ToldAct]:
    text = around.article.text
    found: list[ToldAct] = []
    if not _has_form(sought, around):
        return found
    firsts = _first_of(sought.acts)
    for sentence in sentences_with(text, _letters_of(sought.acts)):
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            if token.kind is not Kind.WORD or token.low not in firsts:
                continue
            if (who := _doer(sought, tokens, at, around)) is not None:
                words = text[tokens[who[0]].start : tokens[who[1] - 1].end]
                found.append(ToldAct((sentence.start, sentence.end), token.start, words))
                break
    return found


def _doer(sought: Sought, tokens: Sequence[Token], at: int, around: Around) -> Phrase | None:
    """Return who does what is sought in a sentence, with an act's verb at `at`; None where nobody does."""
    form, length = _form(sought, tokens, at)
    if not form:
        return None
    group, helpers = at, set[str]()
    while group > 0:
        left = tokens[group - 1]
        if left.low in AUXILIARIES | NEGATIONS | {"to"}:
            helpers.add(left.low)
        elif not (left.low in ADVERBS or single_words.is_adverb(left)):
            break
        group -= 1
    singled = (singled_out(tokens, group) or prompted(tokens, group)) if "to" in helpers else None
    if singled is not None:
        helpers.discard("to")
    if sought.either and helpers & NEGATIONS:
        helpers -= NEGATIONS | {"will", "would"}  # who "would not back it" did not
    if helpers & NEGATIONS or helpers - _DOES:
        return None  # "did not back it", "may back it", "refused to back it"
    text = around.article.text
    passive = (
        form in ACTS_OF_PARTICIPLE
        and ("been" in helpers or not helpers & HAVE - {"'s"})
        and _by(tokens, at + length)
    )
    if passive:
        who = _after_by(tokens, passive)
        before = text[tokens[0].start : tokens[at].start]
        about = sought.covered_by(around, before, tokens[0].start)
        return who if who is not None and about and _may_do(sought, tokens, who, text) else None
    if not _is_verb(tokens, at, length, form, helpers):
        return None
    found = singled or subjects.subject(tokens, group)
    if found is None or not _may_do(sought, tokens, found[0], text):
        return None
    before = tokens[found[1] - 1].low if found[1] else ""
    if before in _IF or (before in _ONCE and not tokens[at].low.endswith("ed")):
        return None
    begin, end = at + length, _clause_end(tokens, at)
    if sought.acts == _LEAVING:
        # "Over the fares, Quill resigned."
        begin, end = 0, len(tokens)
    if begin >= end:
        return found[0] if not sought.words else None
    after = text[tokens[begin].start : tokens[end - 1].end]
    return found[0] if sought.covered_by(around, after, tokens[begin].start) else None


def _form(sought: Sought, tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return the longest of the sought verbs' forms that begins at a token, with how many tokens it has."""
    for count in range(min(LONGEST_FORM, len(tokens) - at), 0, -1):
        phrase = " ".join(token.low for token in tokens[at : at + count])
        for table in (ACTS_OF_FINITE, ACTS_OF_PARTICIPLE, ACTS_OF_GOING):
            if phrase in table:
                return (phrase, count) if table[phrase] & sought.acts else ("", 0)
    return "", 0


def _is_verb(tokens: Sequence[Token], at: int, length: int, form: str, helpers: set[str]) -> bool:
    if helpers & HAVE and form in ACTS_OF_PARTICIPLE and "been" not in helpers:
        return True
    if form in ACTS_OF_GOING:
        return bool(helpers & BE) or bool(helpers & {"'s", "'re"})
    if helpers & BE or "'s" in helpers or form not in ACTS_OF_FINITE:
        return False  # "has been criticized"; "Quill's support" is no verb
    verb = VERBS.get(tokens[at].low)
    past = (verb is not None and verb.form == "past") or tokens[at].low.endswith("ed")
    if past or length > 1 or tokens[at].low not in NOUNS_TOO:
        return True
    # "The MPs back the plan", but not "a call on the council".
    following = tokens[at + length] if at + length < len(tokens) else None
    return following is not None and (following.low in _OBJECT or following.kind is Kind.NAME)


def _by(tokens: Sequence[Token], at: int) -> int:
    """Return the place of "by" shortly after a participle; 0 where there is none."""
    for place in range(at, min(at + 3, len(tokens) - 1)):
        if tokens[place].low == "by":
            return place
        if tokens[place].kind is Kind.MARK:
            return 0
    return 0


def _after_by(tokens: Sequence[Token], by: int) -> Phrase | None:
    end = by + 1
    while end < len(tokens) and tokens[end].kind is not Kind.MARK and tokens[end].low not in _BORDERS:
        end += 1
    return (by + 1, end) if end > by + 1 and not tokens[by + 1].low.endswith("ing") else None


def _may_do(sought: Sought, tokens: Sequence[Token], who: Phrase, text: str) -> bool:
    """Return whether a phrase can be who did it: somebody, and not who it was done to."""
    words = tokens[slice(*who)]
    if who == (0, 1) and words[0].kind is Kind.NAME and not _is_named(words[0], text):
        return False  # "Floods threatened the harbour"
    if any(one.kind is Kind.NAME and _is_participle(next_) for one, next_ in pairwise(words)):
        return False  # "despite Quill getting early support" has no verb but "getting"
    if words[0].low in _NOBODY or not (any(map(_is_people, words)) or words[-1].low in QUANTIFIERS):
        return False
    if words[-1].low in ("who", "that") and not _NONE_OF.isdisjoint(token.low for token in words):
        return False
    named = content_terms(" ".join(token.low for token in tokens[slice(*who)]))
    return not (sought.words and sought.words[-1] in named[-1:])


def _is_participle(token: Token) -> bool:
    return token.kind is Kind.WORD and token.low.endswith("ing")


def _is_named(token: Token, text: str) -> bool:
    """Return whether a sentence's first word is a name: for people, or with its capital within a sentence too."""
    if token.low in _PEOPLE or token.low.endswith(_PEOPLES):
        return True
    word = text[token.start : token.end]
    return re.search(rf"[\w,“\"] {re.escape(word)}\b", text) is not None


def _is_people(token: Token) -> bool:
    """Return whether a word may stand for people: "two worries stand behind it" has none."""
    if token.kind is Kind.NAME:
        return token.low not in TIMES | DETERMINERS | QUANTIFIERS
    return token.low in _PEOPLE or token.low.endswith(_PEOPLES)


def _clause_end(tokens: Sequence[Token], at: int) -> int:
    for place in range(at + 1, len(tokens)):
        if tokens[place].low in _BORDERS:
            return place
    return len(tokens)


@cache
def _first_of(acts: frozenset[str]) -> frozenset[str]:
    return frozenset(
        form.partition(" ")[0]
        for table in (ACTS_OF_FINITE, ACTS_OF_PARTICIPLE, ACTS_OF_GOING)
        for form, names in table.items()
        if names & acts
    )


@cache
def _pattern(acts: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(_first_of(acts))))})\b")


@cache
def _letters_of(acts: frozenset[str]) -> frozenset[str]:
    return frozenset(RUN.findall(form)[0] for form in _first_of(acts))
