"""Tell what a typed phrase is: a name, a role, somebody in particular or nobody."""

from __future__ import annotations

from qa.language.lexicon.function_words import CONJUNCTIONS, PREPOSITIONS
from qa.language.lexicon.groups import BODIES, SMALL_GROUPS
from qa.language.lexicon.offices import HEADS, JOBS
from qa.language.lexicon.question_words import NO_NAME_ENDS, NO_NAME_STARTS, NOBODY, PRONOUNS
from qa.language.lexicon.reporting_nouns import DOCUMENTS
from qa.language.lexicon.roles import ANY_ROLE, BODIES_OF_A_KIND, HUMAN, OFFICES
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex

_OF_OFFICES = OFFICES | {"of", "for", "the", "and", "general"}

_OWNED = regex(r"(?:\S+ ){0,5}\S+(?:['’]s|s['’]) (?P<name>[^\W\d_a-z]\S*(?: \S+){0,2} [^\W\d_a-z]\S*)")
_CALLED = regex(r"(?P<what>(?:\S+ ){0,5}[^\W\dA-Z_]\S*) (?P<name>[^\W\d_a-z]\S*(?: \S+){0,2} [^\W\d_a-z]\S*)")
_WHAT_OF = regex(r"(?P<what>(?:[\w’'-]+ ){0,5}?(?P<last>[a-z][\w’'-]*)) (?:of|for|from|at|in) \S")
"""What stands before what somebody is of: "the owner of the auction house"."""
_ANYBODY = frozenset("people folks ppl everyone everybody anyone anybody".split())
_OF_PLACES = frozenset("in from at around across near".split())
_OF_PEOPLE = ("ists", "icians", "arians", "goers", "owners", "holders", "workers")
"""Ends of plurals that are of people, whatever the noun: "environmentalists", "homeowners", "vegetarians"."""
_LONG = 9
"""The fewest letters of such a plural: what is shorter stands in the lists, or is no word for people, "twists"."""
_NO_PEOPLE = frozenset("checklists shortlists playlists blacklists waitlists".split())
_JOINS = PREPOSITIONS | CONJUNCTIONS
_CLAUSE = " who "
_WORD = regex(r"[^\s,;:]+")
_CAPITALS_ALONE = regex(r"\b(?:I|US|WHO)\b")
"""What is written so by people who write everything else in small letters."""


def bare(word: str) -> str:
    return word.strip("\"'“”‘’().,?!").casefold()


def has_case(text: str) -> bool:
    """Tell whether capitals mean anything here: some, beyond the first letter, and not only capitals."""
    letters = text.lstrip("\"'“‘( \t\r\n")[1:]
    letters = _CAPITALS_ALONE.sub("", letters)
    return any(c.isupper() for c in letters) and any(c.islower() for c in letters)


def is_in_small_letters(text: str) -> bool:
    """Tell whether a text has letters and, but for "I" and the US, no capitals."""
    return _CAPITALS_ALONE.sub("", text).islower()


def ends_in_capitals(phrase: str, question: str) -> bool:
    """Tell whether a phrase is a name by its last word, "the WHO", in a question that is not all in capitals."""
    last = phrase.split()[-1:]
    return bool(last) and len(last[0]) > 1 and last[0].isupper() and not question.isupper()


def is_role(phrase: str) -> bool:
    """Tell whether a phrase names somebody by a common noun only: "critics", "the judge", "Republican
    senators"."""
    words = _WORD.findall(phrase)
    if words and words[0].casefold() in {"the", "a", "an", "some", "many", "most", "other"}:
        words = words[1:]
    if len(words) == 1 and words[0] in BODIES:
        return True
    if not 1 <= len(words) <= 6 or not _is_kind(words[-1]):
        return False
    proper = [word for word in words if word[:1].isupper() and bare(word) not in ANY_ROLE]
    return not proper or words[-1][:1].islower()


def _is_kind(word: str) -> bool:
    """Return whether a word says what somebody is; a plural must be small, for "Farmers" may be a name."""
    one = bare(word)
    if one in ANY_ROLE:
        return True
    if word.islower() and len(word) >= _LONG and word.endswith(_OF_PEOPLE) and word not in _NO_PEOPLE:
        return True
    singular = f"{one[:-3]}y" if one.endswith("ies") else one.removesuffix("s")
    return word.islower() and one != singular and (one in BODIES_OF_A_KIND or singular in HUMAN | JOBS)


def says_what_somebody_is(phrase: str) -> bool:
    """Tell whether a phrase means somebody by a common noun, in small letters: "the friend", "Dene's rail regulator".

    A name that an article has for them may have no such word.
    """
    last = bare(phrase.rsplit(maxsplit=1)[-1]) if phrase[-1:].islower() else ""
    return bool(last) and (is_role(phrase) or last in HUMAN | HEADS or _is_body(last))


def has_clause(phrase: str) -> bool:
    """Tell whether somebody is asked for by what they or theirs did: "the mother of the boy who drowned"."""
    return _CLAUSE in phrase


def _is_body(word: str) -> bool:
    """Return whether a small word says what body somebody is: "ministry", "council", "brewer"."""
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return word in BODIES or word in SMALL_GROUPS or plural in BODIES_OF_A_KIND


def without_office(phrase: str) -> str:
    """Return the name after an office, or "": Rubio for "Secretary of State Rubio"."""
    words = phrase.split()
    offices = [at for at, word in enumerate(words) if bare(word) in TITLES]
    if not offices or len(words) > 8:
        return ""
    begin = offices[-1] + 1
    # "Secretary of Health and Human Services Kennedy": the office ends where its words do.
    while begin < len(words) - 1 and bare(words[begin]) in _OF_OFFICES:
        begin += 1
    return " ".join(words[begin:])


def without_owner(phrase: str) -> str:
    """Return the name after whose somebody is, or "": Ivo Brandt for "the Reds' Ivo Brandt"."""
    found = _OWNED.fullmatch(phrase)
    return found["name"] if found else ""


def without_kind(phrase: str) -> str:
    """Return the full name after what somebody is, or "": Ada Quill for "the drummer's widow Ada Quill".

    "The lawyer of the baker Ada Quill" is somebody else.
    """
    found = _CALLED.fullmatch(phrase)
    if found is None or not says_what_somebody_is(found["what"]):
        return ""
    return found["name"] if _JOINS.isdisjoint(map(bare, found["what"].split())) else ""


def body_after_kind(phrase: str) -> str:
    """Return one word with a capital after what body it is, or "": Orsa for "the ferry operator Orsa"."""
    before, _, name = phrase.rpartition(" ")
    named = name[:1].isupper() and before[-1:].islower() and says_what_somebody_is(before)
    return name if named and _JOINS.isdisjoint(map(bare, before.split())) else ""


def names_nobody(phrase: str, *, cased: bool = True) -> bool:
    """Tell whether a phrase is a pronoun or names people in general."""
    typed = _WORD.findall(phrase)
    # The WHO and the US are somebody.
    if cased and typed and typed[-1].isupper() and len(typed[-1]) > 1:
        return False
    words = [bare(word) for word in typed]
    if words == ["the", "us"]:
        return False  # nobody writes "the" before a pronoun
    if words and words[0] in {
        "the",
        "most",
        "some",
        "many",
        "other",
        "all",
        "this",
        "that",
        "these",
        "those",
        "a",
    }:
        words = words[1:] or words
    # Whoever lives in Harwick, no article need call "people in Harwick".
    of_a_place = len(words) > 2 and words[0] in _ANYBODY and words[1] in _OF_PLACES
    return not words or of_a_place or (len(words) == 1 and (words[0] in PRONOUNS or words[0] in NOBODY))


def looks_like_speaker(phrase: str, *, cased: bool) -> bool:
    """Tell whether an unknown phrase could name a person, an organisation or a group."""
    words = _WORD.findall(phrase)
    lowered = [bare(word) for word in words]
    # "Gave X the" and "on X" are pieces of a sentence, not names.
    if not words or len(words) > 16 or names_nobody(phrase, cased=cased):
        return False
    first, last = (words[0], words[-1]) if cased else (lowered[0], lowered[-1])
    if (first in NO_NAME_STARTS and first not in {"may", "will"}) or last in NO_NAME_ENDS:
        return False
    if words[0] in {"a", "an", "any", "no"} and lowered[-1] not in ANY_ROLE:
        return False
    # Nor is "the lobby say about Quill" one who comments, in "what did the lobby say about Quill's comments".
    of = _WHAT_OF.match(phrase)
    of_somebody = of is not None and not _is_body(bare(of["last"])) and says_what_somebody_is(of["what"])
    if {"who", "that", "which", "whose", "about"} & set(words[1:-1]):
        # "The mother of the boy who drowned" is somebody, and no piece of a sentence.
        before, who, _ = phrase.partition(_CLAUSE)
        return bool(who) and lowered[0] == "the" and " of " in before and says_what_somebody_is(before)
    # "The owner of the auction house" is somebody by what stands before "of".
    if of_somebody:
        return True
    if {"article", "articles", "report", "story"} & set(words[1:-1]):
        return False
    # "The 2007 report" has no mouth, nor has the Bible; the Pew Center for Research has one.
    if lowered[-1] in DOCUMENTS and (words[-1].islower() or len(words) - (lowered[0] == "the") == 1):
        return False
    if is_role(phrase):
        return True
    if not cased:
        return len(words) <= 6
    # "What did the transport ministry, or the friend, say about Quill?": no name, and somebody all the same.
    owned = lowered[0] in {"the", "our", "your"} or "'" in phrase or "’" in phrase
    if owned and says_what_somebody_is(words[-1]):
        return True
    # "What did some guy say" names no one; "what did president Biden say" and "the U.N. say" do.
    return any(word.strip("\"'“‘(#@")[:1].isupper() or word.strip("#@")[:1].isdigit() for word in words)
