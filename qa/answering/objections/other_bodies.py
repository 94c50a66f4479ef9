"""Tell whether a quote is on another body or place than the question: on its office, or on another of its kind."""

from __future__ import annotations

import re

from qa.language.lexicon.calendar import DAYS, MONTHS
from qa.language.lexicon.places import ADJECTIVES
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, term, terms

_ASKED = regex(
    r"\W*[Ww]ho(?:['’]s| is| was) the (?:(?:current|new) )?(?P<office>[a-z]+(?:[ -][a-z]+){0,2}) "
    r"(?:of|at|for) (?:the )?(?P<body>[A-Z][^?,;]{1,60})"
)
_NO_BODY = frozenset(
    """acting assistant associate chief co current deputy executive first former founding group honorary incoming
    interim longtime new outgoing retired senior then vice""".split()
) | {name.casefold() for name in (*DAYS, *MONTHS)}
"""Words with a capital that stand before an office and are no body's name: "Former Mayor Quill"."""
_KINDS = "|".join(
    """County City Town Township University College School Academy Hospital Council Airport Bridge Road Street Avenue
    Lane River Creek Lake Bay Island Park Church Cathedral Prison Valley Village Stadium Museum Station Bank""".split()
)
_OF_KIND = regex(rf"(?<!\w)(?P<name>(?:[A-Z][\w’'.-]{{0,30}} ){{1,4}})(?P<kind>{_KINDS})\b")
"""The name of one of several of a kind: "Dene County", "Harwick Bay Bridge"."""
_SMALL = 5
"""Up to how many capitals a short name has: "HPA"."""
_BEGINS = 5
"""How many letters of a name must stand in a quote: "Norla" of "Norlanders" too."""


def is_of_other_body(question: str, quote: str) -> bool:
    """Return whether a quote has the asked office only as that of another body, and not the name of the asked one.

    "Brandt Foods Chief Executive Una Strand" does not say who is the chief executive of Halvorn, in an article on both.
    Nor does what Dene County paid say what Harwick County did.
    """
    if _is_of_another_of_kind(question, quote):
        return True
    asked = _ASKED.match(question)
    if asked is None or _names(asked["body"], quote):
        return False
    office = re.escape(asked["office"])
    before, of = (
        r"(?:(?<![\w’'.&-])(?P<before>[\w’'.&-]+) )?",
        r"(?: (?:of|at|for) (?:the )?(?P<of>[A-Z][\w’'-]+))?",
    )
    held = list(re.finditer(rf"{before}\b(?i:{office})\b{of}", quote))
    return bool(held) and all(_is_anothers(asked["body"], one["of"] or one["before"] or "") for one in held)


def _is_of_another_of_kind(question: str, quote: str) -> bool:
    """Return whether a quote names others of an asked kind, and no word of the name of the one that is asked about."""
    told = {it["kind"]: it["name"] for it in _OF_KIND.finditer(quote)}
    asked = [it for it in _OF_KIND.finditer(question) if it["kind"] in told]
    return any(not any(name[:_BEGINS] in quote for name in _own_words(it["name"])) for it in asked)


def _own_words(name: str) -> list[str]:
    """Return the words of a name that tell it from others, and all where none does: "Harwick" of "Did Harwick"."""
    return [word for word in name.split() if not is_stop_term(term(word))] or name.split()


def _is_anothers(body: str, name: str) -> bool:
    """Return whether a word is a name that may not stand for the asked body."""
    small = name.casefold().removesuffix("'s").removesuffix("’s")
    if not name[:1].isupper() or small in _NO_BODY or small in ADJECTIVES or is_stop_term(small):
        return False
    letters = "".join(word[0] for word in body.split() if word[0].isupper())
    return not (
        small.isalpha() and len(small) <= _SMALL and name[:2].isupper() and small[0] == letters[:1].casefold()
    )


def _names(body: str, quote: str) -> bool:
    return not {word for word in terms(body) if not is_stop_term(word)}.isdisjoint(terms(quote))
