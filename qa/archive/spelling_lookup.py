"""Correct words that an archive does not have by one that it has, one wrong letter away."""

from __future__ import annotations

from collections.abc import Callable

from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, located_terms, term

LEAST_LETTERS = 5
"""Words shorter than this are too often other words."""
_MOST_LETTERS = 2
"""How many letters of a typed word may be wrong: one, and another where the archive has it in another form."""
_READ = 5
"""How many passages are read to write a term as people do: "ferries", and not "ferri"."""
_WORD = regex(r"(?<![\w'’.-])[a-z]+(?![\w'’.-])")


def respelled(
    view: View, text: str, is_meant: Callable[[str, str], bool] = lambda typed, written: True
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return a text with unknown words replaced by known ones, and the pairs (typed, taken for).

    Only words in small letters are replaced: a name is looked up as a name.

    Args:
        is_meant: Whether what was typed may be taken for a word of the archive.
    """
    typed = [
        m[0] for m in _WORD.finditer(text) if len(m[0]) >= LEAST_LETTERS and not is_stop_term(term(m[0]))
    ]
    known = view.document_frequency([term(word) for word in typed])
    taken: dict[str, str] = {}
    for word in dict.fromkeys(typed):
        found = view.term_like(term(word)) if known[term(word)] == 0 else None
        written = _as_written(view, found, word) if found is not None else None
        if written is not None and is_meant(word, written):
            taken[word] = written
    if not taken:
        return text, ()
    return _WORD.sub(lambda m: taken.get(m[0], m[0]), text), tuple(taken.items())


def _as_written(view: View, found: str, typed: str) -> str | None:
    """Return the word of the archive with a term that is closest to what was typed; the term if none is at hand.

    None where it is too far from that: a term lacks its ending, and "fracking" is no other way to write "frank".
    """
    from rapidfuzz.distance import OSA  # here: most questions need it not

    handles = [handle for handle, _ in view.lexical([found], Scope(), _READ)]
    passages = view.passages(handles)
    versions = view.versions({passage.version_key for passage in passages})
    texts = [
        versions[each.version_key].article.text[each.passage.start : each.passage.end] for each in passages
    ]
    words = {text[s:e].casefold() for text in texts for s, e, each in located_terms(text) if each == found}
    closest = min(
        (word for word in words if word.isalpha()),
        key=lambda word: (OSA.distance(word, typed), word),
        default=found,
    )
    return closest if OSA.distance(closest, typed) <= _MOST_LETTERS else None
