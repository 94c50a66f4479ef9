"""Find the noun phrase before or after a verb, without a parser.

Every function takes the tokens of one sentence and works on token indices; a phrase is (first, end) with end
exclusive, or None where nothing can be said safely.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.coordination import coordinates
from qa.attribution.speech.words.name_shapes import (
    is_given_name,
    is_initial,
    is_inside_name,
    is_middle_a,
    is_short_name,
    is_surname,
    is_title,
    is_told,
    joins_name,
    joins_places,
)
from qa.attribution.speech.words.single_words import is_adverb, is_finite, is_verb_like, is_word
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.adjectives import ADJECTIVE_LINKS
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import (
    ADVERBS,
    AMOUNTS,
    CONJUNCTIONS,
    COUNTS,
    DETERMINERS,
    PERSONAL,
    PLURALS,
    PREPOSITIONS,
    QUANTIFIERS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    WHEREABOUTS,
)
from qa.language.lexicon.offices import PARENTS
from qa.language.lexicon.roles import ROLES

Phrase = tuple[int, int]

_LONGEST = 16
"""Tokens in a noun phrase; a longer stretch of nouns is a list or something misread."""
_HEAD_LINKS = frozenset(
    """for from at in with on to behind representing near inside against about within across outside around along
    among beside opposite throughout""".split()
)
_SERVES = frozenset(
    "close adviser advisor ambassador aide commissioner envoy counsel delegate loyal assistant representative".split()
)
_BEFORE_PARTICIPLE = DETERMINERS | PREPOSITIONS | frozenset("and , recently newly former self -".split())
_HEARSAY = frozenset("accusations allegations claims news reports rumors rumours speculation".split())
"""Nouns after which a clause may lack its "that"."""
_BEFORE_COUNTS = frozenset("the these those his her its their".split())
_ABOUT = frozenset("about nearly almost over around roughly only just".split())


def _stops(token: Token) -> bool:
    low = token.low
    if token.kind is Kind.NAME and low == "us":
        return False
    return (
        is_finite(token)
        or low in SUBORDINATORS
        or low in CONJUNCTIONS
        or low in PREPOSITIONS
        or (low in ADVERBS and low not in ("all", "both", "further", "first"))
        or is_adverb(token)
    )


def _is_noun(token: Token) -> bool:
    """Tell whether a word can be what goes before a time: "the warden that year", but not "said that year"."""
    return (
        token.kind <= Kind.NAME
        and not (_stops(token) or is_verb_like(token))
        and token.low not in DETERMINERS
    )


def phrase_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the noun phrase that ends at `end`: the words before a verb that can be its subject."""
    first = _backward(tokens, end - 1 if says_where(tokens, end - 1) else end)
    return None if first is None else (first, end)


def says_where(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word only says where several people are: "Farmers upstream", "Parents outside", "people here"."""
    if at < 1 or tokens[at].low not in WHEREABOUTS or tokens[at].kind is not Kind.WORD:
        return False
    left = tokens[at - 1]
    several = left.low.endswith("s") and not left.low.endswith("ss") and left.kind <= Kind.NAME
    return left.low in PLURALS or (several and left.low not in PERSONAL and not _stops(left))


def _backward(tokens: Sequence[Token], end: int) -> int | None:
    i = end - 1
    nominal = False
    while i >= 0 and end - i <= _LONGEST:
        token = tokens[i]
        low = token.low
        if token.kind > Kind.NUMBER:
            if not _is_inside(tokens, i, nominal=nominal):
                break
            i -= 1
            continue
        if not is_initial(token) and (low in PERSONAL or low in ("it", "who")):
            return i if not nominal and token.kind is not Kind.NUMBER else (i + 1 if nominal else None)
        if low == "others" and not nominal and i > 1 and coordinates(tokens, i - 1):
            nominal = True
            i -= 2  # "Quill and others"
            continue
        if not nominal and i > 1 and tokens[i - 1].low == "of" and tokens[i - 2].low in PARENTS:
            i -= 2  # "the mother of two"
            continue
        if (low in SUBJECT_PRONOUNS and not is_initial(token)) or (low in QUANTIFIERS and not nominal):
            i -= 1
            nominal = True
            # "some of them", "one of the officials" come from the right; a bare "some" ends here.
            break
        if low == "that":
            if not (nominal and i > 0 and tokens[i + 1].low in TIMES and _is_noun(tokens[i - 1])):
                break
            i -= 1  # "the doctor on call | that night, Ada Quill, said"
            continue
        if low == "those" and not nominal and i + 1 == end:
            return i  # "those who left"
        if low in DETERMINERS and not (is_initial(token) or is_middle_a(tokens, i)):
            if i > 0 and low != "no" and (_links(tokens, i - 1) or joins_places(tokens, i - 1)):
                i -= 2
                nominal = False
                continue
            if nominal and i > 0 and low in COUNTS and tokens[i - 1].low in _BEFORE_COUNTS:
                return i - 1  # "the two leaders"
            return i if nominal else None
        if low in TIMES and token.kind is Kind.NAME and not (nominal or is_given_name(tokens, i)):
            break
        following = tokens[i + 1] if i + 1 < end else None
        if low in _ABOUT and following and (following.kind is Kind.NUMBER or following.low in AMOUNTS):
            i -= 1
            continue
        if low in PREPOSITIONS:
            if nominal and _links(tokens, i):
                i -= 1
                continue
            break
        if low in ("and", "or") and nominal and coordinates(tokens, i):
            i -= 1
            continue
        if nominal and i > 0 and is_adverb(token) and tokens[i - 1].low in ("a", "an"):
            i -= 1  # "a visibly angry Ada Quill"
            continue
        if _stops(token) and not (is_given_name(tokens, i) or is_surname(tokens, i)):
            break
        # "Members aligned with the port"
        links = low in ADJECTIVE_LINKS and tokens[i + 1].low in PREPOSITIONS
        if is_verb_like(token) and nominal and not (links or _is_participle(tokens, i)):
            break
        heard = nominal and low in _HEARSAY and following is not None and following.kind is Kind.NAME
        if heard and i > 0 and tokens[i - 1].low in PREPOSITIONS:
            break  # "asked about reports | Ada Quill left"
        nominal = True
        i -= 1
    first = i + 1
    while first < end and (tokens[first].kind is Kind.MARK or tokens[first].kind is Kind.SUFFIX):
        first += 1
    return first if first < end and nominal else None


def _is_inside(tokens: Sequence[Token], at: int, *, nominal: bool) -> bool:
    """Tell whether what is no word can stand inside a noun phrase: "'s", a hyphen, a title in quotation marks."""
    token = tokens[at]
    left = tokens[at - 1] if at else None
    if token.kind is Kind.SUFFIX:
        return token.low == "'s"
    if token.kind is Kind.QUOTE:
        return nominal and is_title(token) and left is not None and left.kind <= Kind.NAME
    if nominal and (is_short_name(tokens, at - 2) or is_short_name(tokens, at)):
        return True  # "a University of Norvik (UN) economist"
    if token.low == "&" and left is not None:
        return nominal and left.kind is tokens[at + 1].kind is Kind.NAME  # "Quill & Brandt"
    owner = left is not None and left.low.endswith("s") and left.end == token.start
    return token.low == "-" or (token.low in "'’" and owner)


def _links(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the preposition at `at` hangs on the noun before it: "spokesman for", "University of"."""
    low = tokens[at].low
    if at == 0:
        return False
    left = tokens[at - 1]
    if left.kind not in (Kind.WORD, Kind.NAME) or left.low in DETERMINERS - QUANTIFIERS:
        return low == "of" and left.kind <= Kind.NUMBER and left.low in QUANTIFIERS | {"one"}
    if _stops(left) or left.low in TIMES or left.low == "back":
        return False  # "Back in Salem, his staff"
    if left.low in ADJECTIVE_LINKS:
        return True
    if low == "to":
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is None or following.kind is Kind.QUOTE:
            return False  # "urged the mayor to “resign now”"
        if following.kind is Kind.WORD and following.low not in DETERMINERS:
            return False  # "urged the mayor to resign"
        plain = at > 2 and tokens[at - 2].kind is Kind.WORD and not is_verb_like(tokens[at - 2])
        opens = tokens[
            at - 3 if plain and tokens[at - 3].low in DETERMINERS else at - 2
        ]  # "the large lenders to"
        noun = at > 1 and (opens.low in DETERMINERS or opens.kind is Kind.SUFFIX)
        return (noun and not is_verb_like(left)) or serves(left)
    if low == "of":
        return True
    if low in _HEAD_LINKS:
        if left.kind is Kind.NAME:
            if at > 2 and tokens[at - 2].low == "of" and not ROLES.isdisjoint(tokens[at - 3].low.split("-")):
                return True  # "Secretary of State for Health", "Director-General of Ports at the Agency"
            return (
                at - 1 == 0 or tokens[at - 2].kind is not Kind.WORD or tokens[at - 2].low not in PREPOSITIONS
            )
        return not is_verb_like(left) and not left.low.endswith("ing")
    return False


def serves(token: Token) -> bool:
    """Tell whether a word is for somebody who serves another: "aides to", "an adviser to"."""
    return token.low.removesuffix("s") in _SERVES


def _is_participle(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether -ed or -ing before a noun is an adjective: "the retired general", "Leading Republicans"."""
    if at == 0:
        return True
    left = tokens[at - 1]
    if tokens[at].low == "reporting" and tokens[at - 2].low == "of":
        return True  # "head of financial reporting Ada Quill"
    return left.low in _BEFORE_PARTICIPLE or left.kind in (Kind.SUFFIX, Kind.QUOTE)


def phrase_after(tokens: Sequence[Token], start: int, limit: int | None = None) -> Phrase | None:
    """Return the noun phrase that begins at `start`: the subject in "said Ada Quill, a senator"."""
    end = len(tokens) if limit is None else limit
    i = start
    nominal = False
    while i < end and i - start < _LONGEST:
        token = tokens[i]
        low = token.low
        if token.kind is Kind.SUFFIX:
            if low != "'s" or not nominal:
                break
        elif token.kind is Kind.MARK:
            if low != "-" and not (nominal and joins_name(tokens, i, end)):
                break
        elif token.kind is Kind.QUOTE:
            if not (nominal and is_title(token)) or is_told(tokens, i):
                break
        elif (low in PERSONAL and not is_initial(token)) or (
            low in ("it", "him", "them", "me", "us", "who") and token.kind is not Kind.NAME
        ):
            return (i, i + 1) if i == start and low != "who" else ((start, i) if nominal else None)
        elif low in DETERMINERS and not (is_initial(token) or is_middle_a(tokens, i)):
            if nominal and not is_inside_name(tokens, i, start):
                break
        elif low in PREPOSITIONS:
            after = tokens[i + 1] if i + 1 < end else None
            counts = i > start and tokens[i - 1].low in QUANTIFIERS | {"one"} and low == "of"
            held = (nominal or counts) and after is not None and is_word(after) and after.low not in TIMES
            first = i == start + 1 and low == "on" and token.kind is not Kind.NAME
            named = first and after is not None and tokens[start].kind is after.kind is Kind.NAME
            if not held or not (named or _links(tokens, i)):
                break  # but "according to Commission on Ports chairman Ivo Quill"
            # The phrase after the preposition starts afresh, with its own article.
            inner = phrase_after(tokens, i + 1, end) if after is not None else None
            return (start, inner[1]) if inner is not None else (start, i)
        elif low == "and":
            if not (nominal and coordinates(tokens, i)):
                break
        elif is_given_name(tokens, i):
            nominal = True
        elif i > start and is_adverb(token) and tokens[i - 1].low in ("a", "an"):
            pass
        elif low in TIMES and nominal and tokens[i - 1].kind is Kind.SUFFIX and token.kind is Kind.NAME:
            pass  # "Radio 4's Today programme"
        elif (low in TIMES and nominal) or _stops(token) or (nominal and is_verb_like(token)):
            break
        else:
            nominal = True
        i += 1
    while i > start and (tokens[i - 1].kind is Kind.MARK or tokens[i - 1].low in ("and", "&")):
        i -= 1
    return (start, i) if nominal and i > start else None


def head_of(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Return the noun that a phrase is about: "women" in "two women in a park"."""
    inside = range(phrase[0] + 1, phrase[1])
    return next((i for i in inside if tokens[i].low in PREPOSITIONS), phrase[1]) - 1
