"""Read an office from a verb that says what somebody does: Quill, "who chairs the Ferry Board", is its chairman."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.attribution.people.descriptions.office_nouns import Office, forward
from qa.attribution.people.descriptions.office_tails import read_tail
from qa.attribution.people.roles.office_words import ARTICLES, BODY_NOUNS, Word
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.lexicon.places import NATION_OF, NATIONS

_DOES = {
    "chairs": "chairman",
    "co-chairs": "co-chairman",
    "heads": "head",
    "leads": "leader",
    "runs": "head",
    "owns": "owner",
    "co-owns": "co-owner",
    "manages": "manager",
    "directs": "director",
    "edits": "editor",
    "coaches": "coach",
    "founded": "founder",
    "co-founded": "co-founder",
}
_DID = {
    "chaired": "chairman",
    "headed": "head",
    "owned": "owner",
    "managed": "manager",
    "edited": "editor",
}
OFFICE_VERBS = _DOES | _DID
_BETWEEN = frozenset("also now currently still once formerly previously".split())
_NATIONS = frozenset(NATIONS).union(NATION_OF)


def held_by_verb(text: str, words: Sequence[Word], at: int) -> tuple[Office, int] | None:
    """Return the office that "who chairs the Ferry Board" gives, and the number of the word after it.

    None where nothing named follows: who "runs late" has no office. Who "leads Harwick in the final" is not its leader.
    """
    verb = at + 2 if at + 1 < len(words) and words[at + 1].low in _BETWEEN else at + 1
    if verb + 1 >= len(words) or words[verb].low not in OFFICE_VERBS or words[verb + 1].low in _NATIONS:
        return None
    low = words[verb].low
    office = Office(words[at].start, OFFICE_VERBS[low], former=low in _DID)
    # The name follows as after "the chairman of".
    of = [*words[:verb], words[verb]._replace(low="of"), *words[verb + 1 :]]
    office, end = read_tail(text, of, verb, office)
    if office.of is None and (body := _body_after(words, verb + 1)):
        field = " ".join(word.low for word in words[body[0] : body[1]])
        return replace(office, what=f"{office.what} of {field}"), body[1]
    in_a_match = low == "leads" and end < len(words) and words[end].low in PREPOSITIONS
    return (office, end) if office.of is not None and not in_a_match else None


def _body_after(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return where the words for a body without a name stand: "bakers' union" of "who heads a bakers' union"."""
    first = at + 1 if words[at].low in ARTICLES else at
    end = forward(words, first)
    named = any(word.capital for word in words[first:end])
    return (first, end) if end > first + 1 and words[end - 1].low in BODY_NOUNS and not named else None
