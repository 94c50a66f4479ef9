"""Find "the mayor" and "the Harwick senator", where the article has one person who is that."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import NamedTuple

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People
from qa.attribution.people.roles.roles_held import bearers_of_role
from qa.language.lexicon.roles import SAME_AS

_WORDS = r"(?P<words>(?:[\w’'-]+ ){0,4}?(?:%s))\b(?! (?:of|for|from|at|to|in|and|or)\b|[’'-])"
_WORDS_BY_ROLE: dict[str, set[str]] = defaultdict(set)
for _word, _role in SAME_AS.items():
    _WORDS_BY_ROLE[_role].add(_word)


class RolePhrase(NamedTuple):
    start: int
    end: int
    person: int


def role_phrases(layout: Layout, people: People) -> list[RolePhrase]:
    """Return the phrases that name somebody by a role, each after the place where that person is first named."""
    borne = {role for person in people.persons for role in person.plain_roles}
    if not borne:
        return []
    spellings = sorted(borne.union(*(_WORDS_BY_ROLE.get(role, set()) for role in borne)))
    pattern = re.compile(r"\b[Tt]he " + _WORDS % "|".join(map(re.escape, spellings)))
    starts = [mention.start for mention in people.mentions]
    found = []
    for match in pattern.finditer(layout.text):
        words = [w.removesuffix("’s").removesuffix("'s") for w in match["words"].casefold().split()]
        bearers = bearers_of_role(people, words)
        if len(bearers) != 1 or people.persons[bearers[0]].first > match.start():
            continue
        at = bisect_left(starts, match.end())
        if at < len(starts) and starts[at] - match.end() < 3:
            continue  # "the mayor Ada Quill": a name follows, and says who it is
        found.append(RolePhrase(match.start(), match.end(), bearers[0]))
    return found
