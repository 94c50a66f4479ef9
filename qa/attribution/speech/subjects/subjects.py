"""Find the grammatical subject of a verb."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.subjects.after_deed import after_deed
from qa.attribution.speech.subjects.before_relative import body_before_which, person_before_who
from qa.attribution.speech.subjects.office_and_body import office_holder, with_listed_fields
from qa.attribution.speech.subjects.role_and_name import (
    after_date,
    first_of_two_roles,
    holder,
    is_met,
    is_open_apposition,
    is_owned,
    is_rest_of_place,
    is_role_of,
    is_state_of_place,
    opens_phrase,
    with_fields,
    with_name,
)
from qa.attribution.speech.subjects.whole_subjects import (
    after_quotation,
    before_stray_comma,
    before_thing_that,
    described_at_length,
    is_held,
)
from qa.attribution.speech.words.name_shapes import is_campaign, is_given_name, is_party_and_state, is_title
from qa.attribution.speech.words.narrowed import before_contact_clause, before_day, who_are_like
from qa.attribution.speech.words.phrases import Phrase, phrase_before
from qa.attribution.speech.words.single_words import is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    QUANTIFIERS,
    SUBORDINATORS,
)
from qa.language.lexicon.reporting_nouns import PUBLICATIONS, SAYING_NOUNS
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN
from qa.language.lexicon.verb_classes import WHEN_ASKED

_OBJECTS = frozenset("him her them us me himself herself themselves".split())
_LONGEST_RELATIVE = 26  # tokens between a subject and its verb
_NAMES_TOO = frozenset("april may june august".split())


def subject(tokens: Sequence[Token], group: int) -> tuple[Phrase, int] | None:
    """Return the subject of the verb group that begins at `group`, and where its clause begins.

    Sees through what stands between them: "Quill, a senator from Ohio, said", "Quill, who ran twice, said",
    "Quill (R-Ohio) said", "Quill, 45, said".
    """
    i = group
    if i <= 0:
        return None
    mark = tokens[i - 1]
    if mark.low in ("who", "that", "which") and mark.kind <= Kind.NAME and i >= 2:
        j = i - 1
        if tokens[j - 1].low == ",":
            j -= 1
        found = phrase_before(tokens, _before_brackets(tokens, j))
        one = found is not None and (tokens[found[0]].low in ("a", "an") or is_role_of(tokens, found))
        if found is not None and mark.low == "who" and j < i - 1 and one:
            found = _described(tokens, found) or found  # "Ada Quill, head of the union, who said"
        if found is not None and (mark.low != "that" or tokens[found[1] - 1].low in SAYING_NOUNS):
            # The mention runs through "who", which is what names the speaker to this verb.
            first = (
                body_before_which(tokens, found) if mark.low == "which" else person_before_who(tokens, found)
            )
            return (first, i), found[0]
        return None
    if mark.low == "," and i > 2 and tokens[i - 2].low == ")":
        found = phrase_before(tokens, _before_brackets(tokens, i - 1))
        left = tokens[found[0] - 1] if found is not None and found[0] else None
        if found is not None and (left is None or left.kind is Kind.QUOTE or left.low in CONJUNCTIONS):
            return found, found[0]  # "Quill (D-Ore.), said"
    if mark.low == ")":
        opening = i - 2
        while opening > 0 and tokens[opening].low != "(" and i - opening < _LONGEST_RELATIVE:
            opening -= 1
        found = phrase_before(tokens, opening) if tokens[opening].low == "(" else None
        return _with_start(found and holder(tokens, found))
    if mark.low in (",", "—", "–", "--", "-") or mark.kind is Kind.QUOTE:
        across = _with_start(office_holder(tokens, i - 1)) if mark.low == "," else None
        across = across or described_at_length(tokens, i - 1) or after_deed(tokens, i - 1)
        across = across or _across(tokens, i - 1)
        across = across or _before_bare_relative(tokens, i)
        return across or _with_start(before_stray_comma(tokens, i))
    if (named := office_holder(tokens, i)) is not None:
        return _with_start(named)
    found = with_listed_fields(tokens, phrase_before(tokens, before_contact_clause(tokens, i)))
    if found is not None and (
        is_role_of(tokens, with_fields(tokens, found)) or is_open_apposition(tokens, found)
    ):
        found = _described(tokens, found) or found  # "Quill, president and head of the fund said"
    if found is not None:
        found = after_quotation(tokens, found) or who_are_like(tokens, found[0]) or found
    if found is not None and found[0] and is_campaign(tokens, found[0] - 1):
        found = found[0] - 1, found[1]
    return _with_start(found)


def is_none(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase after a verb is a day or an object: "Ivo Brandt, a clerk, said Sunday", "recalled him"."""
    words = tokens[slice(*phrase)]
    alone = len(words) == 1 and words[0].low in _OBJECTS
    return alone or all(word.low in TIMES and word.low not in _NAMES_TOO for word in words)


def outside_relative(tokens: Sequence[Token], found: tuple[Phrase, int], group: int) -> tuple[Phrase, int]:
    """Return the subject outside a relative clause that ends before the verb: "voters who pay agree"."""
    for w in range(group - 2, max(0, group - 12), -1):
        if tokens[w].kind in (Kind.MARK, Kind.QUOTE):
            break
        if (whole := before_thing_that(tokens, found, w)) is not None:
            return whole, whole[0]
        if tokens[w].low in ("who", "whom"):
            if found[0][1] <= w:
                break  # "Quill, a banker who argued with Marsh, said": found on the other side of it
            following = tokens[w + 1]
            if found[0][0] == w + 1 and (following.low in ANY_ROLE or following.low in QUANTIFIERS):
                break  # "Quill, who critics say is weak"
            inner = tokens[found[0][0]].low in ("he", "she", "they")
            if inner and found[0][0] == w + 2 and following.low in VERBS:
                break  # "clerks who say he wants to leave"
            names_other = following.kind is Kind.NAME or following.low in DETERMINERS | PERSONAL
            # "Packer, who runs the group said": some leave out the comma that ends such a clause.
            outer = None if names_other else phrase_before(tokens, w - 1 if tokens[w - 1].low == "," else w)
            if outer is None:
                return found
            outer = _described(tokens, outer) or outer
            return outer, outer[0]
    return found


def _described(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """Return the name that a phrase only describes: "Ada Quill" before ", a nurse" or ", head of the clinic"."""
    phrase = with_fields(tokens, phrase)
    first = first_of_two_roles(tokens, phrase)
    plain = tokens[first].kind is Kind.WORD or is_owned(tokens, phrase) or is_role_of(tokens, phrase)
    if first == phrase[0] and first > 1 and not plain:
        return None
    if first < 2 or tokens[first - 1].low != ",":
        return None
    if first > 3 and tokens[first - 2].kind is Kind.NUMBER and tokens[first - 3].low == ",":
        first -= 2  # "Ada Quill, 67, a nurse"
    named = first - 1
    while named > 0 and tokens[named - 1].kind is Kind.NAME and not opens_phrase(tokens[named - 1]):
        if first - 1 - named > 1 and tokens[named - 1].low in TIMES:
            break  # "On Monday Ada Quill, a former minister"
        named -= 1
    # "The Salem, New Jersey, | police chief, Jason Brandt, said" describes no state.
    if first - 1 - named < 2 or is_state_of_place(tokens, named):
        return None
    if any(t.low in TIMES for t in tokens[named : first - 1]):
        return None
    left = tokens[named - 1] if named else None
    begins = left is None or left.kind in (Kind.QUOTE, Kind.MARK) or left.low in CONJUNCTIONS | TIMES
    begins = begins or (
        left is not None and (left.low in HUMAN | ANY_ROLE | SUBORDINATORS or left.low.endswith("-old"))
    )
    return (named, first - 1) if begins else None


def _with_start(phrase: Phrase | None) -> tuple[Phrase, int] | None:
    return None if phrase is None else (phrase, phrase[0])


def _across(tokens: Sequence[Token], closing: int) -> tuple[Phrase, int] | None:
    """Find the subject before an apposition or relative clause that ends with the mark at `closing`."""
    kind = tokens[closing].low
    marks = 0
    # "The deputy provost (Equality, Safety, and Ports), said": nobody is named in brackets.
    i = _before_brackets(tokens, closing) - 1
    while i > 0 and closing - i < 45 and marks < 5:
        token = tokens[i]
        if token.kind is Kind.QUOTE and not is_title(token):
            return None
        if token.low == kind and token.kind is Kind.MARK:
            marks += 1
            found = after_date(tokens, phrase_before(tokens, before_day(tokens, _before_brackets(tokens, i))))
            party = found is not None and is_party_and_state(tokens[found[0]])  # "Quill, R-Ohio, who"
            if found is not None and not party and _apposition(tokens, i + 1, closing):
                first, end = found
                if tokens[first].low == "including" and first and tokens[first - 1].low == ",":
                    i -= 1
                    continue  # "Officials, including Ada Quill, the mayor, said"
                left = tokens[first - 1] if first else None
                if left is not None and is_met(tokens, i, closing):
                    return (i + 1, closing), i + 1
                published = (
                    first > 1 and tokens[first - 2].low in PUBLICATIONS
                )  # "a study by Quill, a nurse,"
                # "Quill, facing a challenge in Iowa, a swing state, said": the challenge is what she faces.
                faced = left is not None and left.kind is Kind.WORD and left.low.endswith("ing")
                place = left is not None and left.low in PREPOSITIONS and not published
                if (several := who_are_like(tokens, first)) is not None:
                    return several, several[0]
                if (
                    not (place or faced or is_held(tokens, first))
                    and tokens[end - 1].kind is not Kind.NUMBER
                    and not is_none(tokens, found)
                    and not is_verb_like(tokens[end - 1])
                    and not _in_relative(tokens, first)
                    and not is_rest_of_place(tokens, first)
                ):
                    if kind != "," and (around := outside_relative(tokens, (found, first), i)) != (
                        found,
                        first,
                    ):
                        return around  # "Quill, a clerk who left Dene - a small port - said"
                    if outer := _described(tokens, found):
                        return outer, outer[0]
                    return (first, with_name(tokens, end, closing)), first
        elif token.low == ";" or (token.kind is Kind.MARK and token.low == ":"):
            return None
        i -= 1
    return None


def _before_bare_relative(tokens: Sequence[Token], group: int) -> tuple[Phrase, int] | None:
    """Find the subject before a relative clause that only its end parts off: "Quill who runs the port, said"."""
    verb, closing = VERBS.get(tokens[group].low), group - 1
    if verb is None or not verb.frames & {"say", "tell", "that"}:
        return None
    for i in range(closing - 2, max(0, closing - _LONGEST_RELATIVE), -1):
        if tokens[i].kind is Kind.QUOTE or (tokens[i].kind is Kind.MARK and tokens[i].low != "-"):
            return None
        if tokens[i].low == "who":
            found = phrase_before(tokens, i)
            left = tokens[found[0] - 1] if found is not None and found[0] else None
            begins = left is None or left.kind is Kind.QUOTE or left.low in CONJUNCTIONS
            return (found, found[0]) if found is not None and begins else None
    return None


def _before_brackets(tokens: Sequence[Token], end: int) -> int:
    """Step back over brackets: "Quill (D-Ore.)"."""
    if end < 3 or tokens[end - 1].low != ")":
        return end
    return next((i for i in range(end - 2, max(0, end - 12), -1) if tokens[i].low == "("), end)


def _in_relative(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a phrase stands in a clause that has no verb yet: "Paradata" in "whose company, Paradata, makes"."""
    for i in range(at - 1, max(0, at - 10), -1):
        token = tokens[i]
        ends = token.kind is Kind.QUOTE or token.low in ("—", "–", "--")
        if ends or is_finite(token) or is_verb_like(token):
            return False
        if token.low in ("whose", "which", "where", "whom", "who"):
            return True
    return False


def _apposition(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether tokens between two commas say more about the noun before them."""
    if start >= end:
        return False
    first = tokens[start]
    if first.low in ("who", "whose", "which", "whom", "where"):
        return True
    if first.low in ("when", "once") and start + 1 < end and tokens[start + 1].low in WHEN_ASKED:
        return True
    if (
        first.low in ("while", "after", "before")
        and start + 1 < end
        and tokens[start + 1].low.endswith("ing")
    ):
        return True  # "The board, while rejecting the plan, said"
    if first.low in ("and", "but", "or", "while", "as", "if", "when", "because", "that"):
        return False
    if first.low in PERSONAL:
        return False
    if is_finite(first) and start + 1 < end and tokens[start + 1].low in ("for", "by", "in", "at", "from"):
        return first.low not in AUXILIARIES  # "made for the shops", "led by Quill"
    if first.low in PREPOSITIONS or is_verb_like(first) or first.low.endswith("ing"):
        return True
    if is_verb_like(tokens[end - 1]) and all(t.kind is Kind.NAME for t in tokens[start : end - 1]):
        return False  # "Tired, Ada Quill resigned, convinced that"
    for i in range(start, min(end, start + 8)):
        token = tokens[i]
        if token.low in ("who", "that", "which", "whose"):
            return True
        if i > start and first.low in DETERMINERS and token.low in ("while", "when", "since"):
            return True  # "Hale, a colleague of Quill's while he was mayor, said"
        # "The minister for ports, Will Quill, said"
        if (is_finite(token) and not is_given_name(tokens, i)) or token.low in PERSONAL:
            return False
    return True
