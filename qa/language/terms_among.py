"""Find where some terms stand in a text; the words of a long text are not all held at once."""

from __future__ import annotations

from collections.abc import Set

from qa.language.sections import sections
from qa.language.terms import SHORT_FORMS, term
from qa.language.words_of_lines import Lines

_READ_AT_ONCE = 50_000
"""How many characters are split into words together: of each are some twenty bytes held."""
_OF_TWO_WORDS = frozenset(word for pair in SHORT_FORMS for word in pair)


def words_among(text: str, forms: Set[str]) -> list[tuple[int, int, int, str]]:
    """Return (number of words before, start, end, term) of each word of a text whose term is among some.

    They are the words of `terms.located_terms`; those of a long text are not all held at once.
    """
    looked_at = forms | _OF_TWO_WORDS | {""}
    found: list[tuple[int, int, int, str]] = []
    before = 0
    for first, last in sections(text, _READ_AT_ONCE):
        lines = Lines([text[first:last]])
        held = list(map(term, lines.words))
        moved = first - int(lines.begins[0])
        gone = 0
        for at in [at for at, each in enumerate(held) if each in looked_at]:
            number, each, end = before + at - gone, held[at], moved + int(lines.ends[at])
            if each and found and found[-1][0] == number - 1 and (found[-1][3], each) in SHORT_FORMS:
                # "United States" is one word.
                found[-1] = (number - 1, found[-1][1], end, SHORT_FORMS[found[-1][3], each])
                gone += 1
            elif each:
                found.append((number, moved + int(lines.starts[at]), end, each))
            else:
                gone += 1
        before += len(held) - gone
    return [each for each in found if each[3] in forms]
