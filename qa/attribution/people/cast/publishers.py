"""Find the body that published what a mention names: "the Tide Institute report", "a Tide Institute survey"."""

from __future__ import annotations

from itertools import takewhile

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.named import Named
from qa.attribution.people.names.phrase_patterns import INSIDE
from qa.language.lexicon.reporting_nouns import PUBLICATIONS
from qa.language.lexicon.roles import HUMAN
from qa.language.patterns import regex
from qa.speakers.names import is_group

_BEFORE_NAME = regex(r"^(?:(?:[Tt]he|An?) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri)day (?=\S+ \S))?")
"""What is no part of a name before "report". "Sunday" and "Saturday" are of some papers."""
_COMPOUND = regex(r"-[a-z]+(?: |$)")
"""The end of an adjective of two words."""


def publisher(layout: Layout, start: int, end: int) -> Named | None:
    """Find the body that published "the Tide Institute report" or "a Tide Institute survey"."""
    words = layout.text[start:end].split()
    if len(words) < 2 or words[-1].strip("’'.,") not in PUBLICATIONS:
        return None
    of = next((i for i, word in enumerate(words) if word in ("of", "behind")), 0)
    if of and words[of - 1].removeprefix("co-").removesuffix("s") in HUMAN:
        return None  # "the author of a Tide Institute report"
    names = list(takewhile(lambda word: word[0].isupper() or word in INSIDE, reversed(words[:-1])))
    # "Monday's Tide Post report"
    names = list(takewhile(lambda word: not word.endswith(("'s", "’s")), names))
    name = _BEFORE_NAME.sub("", " ".join(reversed(names)))
    if _COMPOUND.search(name):
        return None  # "a White House-ordered report"
    if name and name.split()[-1].islower():
        return None  # "Some of the studies", "Authors of the review"
    if not name or not name[0].isupper() or not is_group(name) or not (" " in name or name.isupper()):
        return None
    return Named("group", layout.text.index(name.split()[0], start), (), name)
