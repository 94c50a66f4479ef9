"""Find attributions in nouns of speech: "X's claim that", "her call for"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.clause_shape import begins_clause
from qa.attribution.speech.contents.extents import Range, trim
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.subjects import subjects
from qa.attribution.speech.without_verbs.views import VIEWS, in_view
from qa.attribution.speech.words.infinitives import is_infinitive
from qa.attribution.speech.words.phrases import phrase_after, phrase_before
from qa.attribution.speech.words.single_words import is_adverb, is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.datatypes import Polarity
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    OUTER_ONLY,
    PERSONAL,
    PREPOSITIONS,
)
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.reporting_nouns import NOUN_LINKS, NOUNS, SPOKEN_NOUNS, STAGES, STANCE_NOUNS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN, ROLES
from qa.language.lexicon.verb_classes import MAKES

RULES = ("noun-that", "noun-of")
_OF_NAMES = frozenset(
    """
    agency association bank board bureau center centers centre centres chamber church college council court department
    foundation house institute institutes ministry office school society university
    """.split()
)
"""Last words of names that go on with "of" or "for": "the House of Lords", "the Centre for Tides and Levees"."""
_ARTICLES = frozenset("the a an".split())
_CAUSES = frozenset("brought caused drew ignited led prompted provoked sparked triggered".split())
"""Pasts between somebody's deed and what others say of it."""
_LONGEST_OBJECT = 4
"""Words from such a verb to its noun: "raised several very serious concerns"."""
_HAS = frozenset("has have had".split())
_HOLDS = frozenset("takes took taken hold holds held shares shared reaches reached draws drew".split())
_HELD = frozenset("view opinion position stance belief conclusion".split())
_DOUBTS = frozenset(("doubt", "doubts"))
_TAKES = MAKES | _HAS | _HOLDS | BE
_POINTING = frozenset("it this that these those there".split())
_NO_SPEAKERS = frozenset("who which what whoever few none nobody neither".split())
_UNREAL = frozenset("if unless whether had".split())
_WITHOUT_ARTICLE = frozenset(
    "assurance assurances claims allegations accusations complaints concern concerns warning warnings doubts".split()
)
"""Of the reporting nouns those that are made or given without an article: "gave assurances that"."""
_INTENDING = frozenset(
    "claim claims proposal proposals call calls pledge pledges vow vows promise promises".split()
)
"""Nouns with a "to" that tells what is said, not why or to whom: "her call to resign"."""


def noun_cue(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the attribution of "Quill's claim that C" or "his call for C", with `at` on the noun."""
    noun = tokens[at].low
    if (whose := in_view(tokens, at)) is not None:
        return whose
    if (noun not in NOUNS and noun not in STANCE_NOUNS) or at + 2 >= len(tokens):
        return None
    maker, link_at = _maker_after(tokens, at)
    if link_at + 1 >= len(tokens):
        return None
    link = tokens[link_at].low
    quoted = link == ":" and tokens[at + 2].kind is Kind.QUOTE
    if not quoted and not _joins(noun, link):
        return None
    if link == "to" and noun in SPOKEN_NOUNS and not is_infinitive(tokens, link_at, len(tokens)):
        return None  # "her promises to the union", "her claim to the port"
    mention, owner = (maker, at) if maker is not None else owner_of(tokens, at)
    polarity: Polarity = "said"
    if mention is None and link == "that":
        mention, polarity = _who_makes(tokens, at)
    does = owner < at - 1 and noun.endswith("s") and tokens[at - 1].low in HUMAN | ROLES
    if mention is None or does or tokens[mention[1] - 1].low in TIMES:
        return None  # "Quill's brother calls for a vote"
    if quoted:
        return Found([(at + 2, at + 3)], mention, (at, at + 1), "colon", noun)
    content = _of_noun(tokens, link_at)
    if content is not None and all(token.low in TIMES for token in tokens[slice(*content)]):
        return None  # "cut away from her remarks on Thursday"
    if content is None or (link in STANCE_NOUNS.get(noun, ()) and not _is_human(tokens, mention)):
        return None
    return Found([content], mention, (at, at + 1), RULES[link != "that"], noun, polarity)


def _who_makes(tokens: Sequence[Token], at: int) -> tuple[Range | None, Polarity]:
    """Return who says so with a verb that takes a noun of speech: "Quill made the claim that", "raised concerns that".

    Who "has no doubt" says it as well; so does who "is of the view".
    """
    noun = tokens[at].low
    polarity: Polarity = "said"
    verb = at - 1
    while (
        verb > 0
        and at - verb <= _LONGEST_OBJECT
        and tokens[verb].low not in _TAKES
        and _modifies(tokens[verb])
    ):
        verb -= 1
    words = [token.low for token in tokens[verb:at]]
    if not words or tokens[verb].kind is not Kind.WORD:
        return None, "said"
    if words[0] in BE:
        takes = noun in VIEWS and words[1:] == ["of", "the"]
    elif words[0] in _HAS:
        takes = noun in _DOUBTS and words[1:] in (["no"], ["little"], ["few"], ["never", "any"])
    elif words[0] in _HOLDS:
        takes = noun in _HELD and words[1:2] == ["the"]
    else:
        takes = words[0] in MAKES and (words[1:2] != [] or noun in _WITHOUT_ARTICLE) and "any" not in words
    if not takes or (words[1:2] in (["no"], ["little"]) and noun not in _DOUBTS):
        return None, "said"
    group = verb
    while group > 0 and (
        tokens[group - 1].low in AUXILIARIES | ADVERBS | NEGATIONS or is_adverb(tokens[group - 1])
    ):
        group -= 1
        if tokens[group].low in MODALS or tokens[group].low == "would":
            return None, "said"  # "would make the claim that"
        if tokens[group].low in NEGATIONS:
            polarity = "not"
    found = subjects.subject(tokens, group)
    plain = len(words) > 1 and words[0] in MAKES and words[1] in _ARTICLES
    if found is None or not (plain or _speaks(tokens, found[0])) or _is_unsaid(tokens, *found):
        return None, "said"
    return found[0], polarity


def _is_unsaid(tokens: Sequence[Token], mention: Range, clause: int) -> bool:
    """Tell whether nobody says so: "Nobody made the claim that", "If Quill raised concerns that", "Who did it?"."""
    nobody = mention[1] - mention[0] == 1 and tokens[mention[0]].low in _NO_SPEAKERS
    return nobody or (clause > 0 and tokens[clause - 1].low in _UNREAL)


def _modifies(token: Token) -> bool:
    """Tell whether a word may stand between such a verb and its noun: "a serious", "no", "of the"."""
    return (
        token.kind is Kind.WORD
        and not is_finite(token)
        and (token.low not in PREPOSITIONS or token.low == "of")
    )


def _speaks(tokens: Sequence[Token], mention: Range) -> bool:
    """Tell whether a subject is surely somebody: "The deal raised concerns that it would fail" has nobody's words."""
    words = tokens[slice(*mention)]
    head = words[-1]
    if head.low in PERSONAL | {"who"}:
        return head.low not in ("it", "you", "i", "we")
    if head.low in HUMAN | ROLES | GROUP_NOUNS | ANY_ROLE or head.low.removesuffix("s") in HUMAN | ROLES:
        return True
    return (
        head.kind is Kind.NAME and head.low not in TIMES | _POINTING
    )  # "It raised concerns that" it would fail


def _joins(noun: str, link: str) -> bool:
    if link == "to" and noun in SPOKEN_NOUNS:
        return noun in _INTENDING
    if link == "that":
        return noun in NOUNS
    return link in STANCE_NOUNS.get(noun, ()) or (noun in SPOKEN_NOUNS and link in NOUN_LINKS)


def _maker_after(tokens: Sequence[Token], at: int) -> tuple[Range | None, int]:
    """Return who is named after a noun, "criticism from Quill of", and where its link stands."""
    if tokens[at + 1].low not in ("by", "from"):
        return None, at + 1
    first = end = at + 2
    while end < len(tokens) and (
        tokens[end].kind is Kind.NAME or (end == first and tokens[end].low == "the")
    ):
        end += 1
    named = end > first and tokens[end - 1].kind is Kind.NAME
    if named and tokens[end - 1].low in _OF_NAMES:
        end = _name_end(tokens, end)
    return ((first, end), end) if named else (None, at + 1)


def _name_end(tokens: Sequence[Token], end: int) -> int:
    """Return where a body's name ends that may go on: "the Office | of the Warden", "the Centre | for Tides"."""
    while end + 2 < len(tokens) and tokens[end].low in ("of", "for", "and"):
        last = end + 1 + (tokens[end + 1].low == "the" and tokens[end].low == "of")
        if last >= len(tokens) or tokens[last].kind is not Kind.NAME:
            break
        while last < len(tokens) and tokens[last].kind is Kind.NAME:
            last += 1
        if last < len(tokens) and tokens[last].kind is Kind.SUFFIX:
            break  # "criticism from the School Board | of Quill's plan"
        end = last
    return end


def _of_noun(tokens: Sequence[Token], link: int) -> Range | None:
    """Return what a noun of speech is about or says, after the word at `link`."""
    start, low = link + 1, tokens[link].low
    end = len(tokens)
    for i in range(start, len(tokens)):
        if tokens[i].low in (",", ";", "—", "--", "."):
            end = i
            break
    if low == "that":
        emerges = tokens[start].low.endswith("s") and tokens[start + 1].low in ("is", "was", "has", "does")
        if not begins_clause(tokens, start, end) or emerges:
            return None  # "his plan that matches his words"
        verbs = [
            i
            for i in range(start, end)
            if tokens[i].low in OUTER_ONLY and tokens[i - 1].low not in AUXILIARIES
        ]
        # "his claim that it was safe and that it had held | was wrong"
        joined = sum(
            tokens[i].low == "that" and tokens[i - 1].low in CONJUNCTIONS for i in range(start + 1, end)
        )
        return trim(tokens, (start, verbs[1 + joined] if len(verbs) > 1 + joined else end))
    going = tokens[start].low.endswith("ing") or tokens[start].low in ("how", "why", "whether", "what")
    if is_infinitive(tokens, link, end):
        start, going = link, True
    if not going:
        thing = phrase_after(tokens, start, end)
        if low == "on" and thing is not None and tokens[thing[1] - 1].low in STAGES:
            return None  # "her own statement on Twitter"
        return trim(tokens, _without_verb(tokens, thing)) if thing is not None else None
    stop = next((i for i in range(start + 2, end) if tokens[i].low in OUTER_ONLY), end)
    return trim(tokens, (start, stop if low != "how" else end))


def _without_verb(tokens: Sequence[Token], thing: Range) -> Range:
    """Cut a phrase after a name that a verb follows: "his stance on Lund | undercuts"."""
    for i in range(thing[0], thing[1] - 1):
        after = tokens[i + 1]
        if (
            tokens[i].kind is Kind.NAME
            and after.kind is Kind.WORD
            and after.low not in PREPOSITIONS | {"and"}
        ):
            return thing[0], i + 1
    return thing


def _is_human(tokens: Sequence[Token], mention: Range) -> bool:
    words = tokens[slice(*mention)]
    if any(t.kind is Kind.NAME and t.low not in ADVERBS and t.low not in DETERMINERS for t in words):
        return True
    return any(t.low in HUMAN or t.low in ROLES or t.low in GROUP_NOUNS for t in words)


def owner_of(tokens: Sequence[Token], at: int) -> tuple[Range | None, int]:
    """Return whose the noun at a place is, "Quill's last claim" or "her claim", and where the search for it ended."""
    owner = at - 1
    while (
        owner > 0
        and tokens[owner].kind is Kind.WORD
        and tokens[owner].low not in DETERMINERS
        and at - owner < 4
    ):
        owner -= 1
    mention: Range | None = None
    if any(is_finite(token) or token.low in _CAUSES for token in tokens[owner + 2 : at]):
        return None, owner  # "Quill's death has ignited | calls to leave", "Quill's move drew | criticism of"
    if tokens[owner].low in ("his", "her", "their"):
        mention = (owner, owner + 1)
    else:
        plural = tokens[owner].low in "'’" and owner > 0 and tokens[owner - 1].low.endswith("s")
        if plural or (tokens[owner].kind is Kind.SUFFIX and tokens[owner].low == "'s"):
            mention = _possessor(tokens, owner)
    return mention, owner


def _possessor(tokens: Sequence[Token], end: int) -> Range | None:
    """Return whose something is, without what stands before a name: "broke with | Ada Quill's stance"."""
    named = phrase_before(tokens, end)
    if named is None:
        return None
    head = tokens[named[0]]
    of = next((i for i in range(end - 1, named[0], -1) if tokens[i].low == "of"), None)
    if of is not None and head.kind is Kind.WORD and head.low not in DETERMINERS | HUMAN | ROLES:
        named = of + 1, end  # "tired of | the mayor's criticism"
    if tokens[end - 1].kind is not Kind.NAME:
        return named
    first = end - 1
    while first > named[0] and tokens[first - 1].kind is Kind.NAME:
        first -= 1
    parted = first > named[0] and any(t.low in PREPOSITIONS - {"of"} for t in tokens[named[0] : first])
    return (first, end) if parted else named
