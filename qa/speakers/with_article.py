"""Write a name as it stands in a sentence: with "the", where it has one there."""

from __future__ import annotations

from qa.language.lexicon.groups import GROUP_NOUNS

_WITH_THE = frozenset(
    """US U.S. USA UK U.K. EU UN U.N.
    Philippines Netherlands Maldives Bahamas Kremlin Pentagon Vatican Taliban""".split()
)
"""Names of one word that stand with "the": "What did the US say?"."""


def with_article(name: str) -> str:
    """Return a name with "the" before it if it needs that: "the Harwick council", but "Harwick officials".

    What is somebody's has none: "Harwick's council".
    """
    before, _, last = name.rpartition(" ")
    owned = name[:1].isupper() and any(word.endswith(("'s", "’s")) for word in before.split())
    led = owned or name.casefold().startswith("the ")
    of_a_kind = bool(before) and last in GROUP_NOUNS and not last.endswith("s") and not led
    known = name.startswith(("United ", "White House")) or name in _WITH_THE
    return f"the {name}" if of_a_kind or known else name
