"""Find which labels of a talk are short for another: "AQ" and "Ada" for "Ada Quill", "G" for "Gazette"."""

from __future__ import annotations

from collections.abc import Iterable

from qa.speakers.names import fold

_MOST_LETTERS = 3
_ASKED = "Q"
_ANSWERED = "A"


def full_labels(names: Iterable[str]) -> dict[str, str]:
    """Return the labels that are short for one that came before, with that one; none where two may be meant.

    Args:
        names: The labels of a text in order. Who speaks first has the whole name, and then letters or a part of it.
    """
    ordered = list(dict.fromkeys(names))
    found: dict[str, str] = {}
    for at, short in enumerate(ordered):
        if short == _ASKED or (short == _ANSWERED and _ASKED in ordered):
            continue
        whole = [name for name in ordered[:at] if name not in found and _is_short_for(short, name)]
        if len(whole) == 1:
            found[short] = whole[0]
    return found


def _is_short_for(short: str, name: str) -> bool:
    letters = short.replace("-", "").replace(".", "")  # "AH-Q" is Ada Hale-Quill
    if letters.isupper() and letters.isalpha() and len(letters) <= _MOST_LETTERS < len(name):
        initials = [fold(word[0]).upper() for word in name.replace("-", " ").split()]
        return letters in ("".join(initials), initials[0])
    words = name.split()
    return len(words) > 1 and short in (words[0], words[-1])
