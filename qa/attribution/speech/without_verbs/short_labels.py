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
    words = name.split()
    if letters.isupper() and letters.isalpha() and len(letters) <= _MOST_LETTERS < len(name):
        return letters in letters_of(name) or letters == fold(words[0][0]).upper()
    return len(words) > 1 and short in (words[0], words[-1])


def letters_of(name: str) -> frozenset[str]:
    """Return the letters that a name may be shortened to: "TMB" of "Tom McBrandt", "AMQ" of "Ada-May Quill"."""
    parts = [part for part in name.replace("-", " ").split() if part[0].isupper()]
    whole = [word for word in name.split() if word[0].isupper()]
    inner = ["".join(letter for letter in part if letter.isupper()) for part in parts]
    inner = [
        capitals if len(capitals) < len(part) else part[0]
        for capitals, part in zip(inner, parts, strict=True)
    ]
    spelt = ("".join(word[0] for word in whole), "".join(part[0] for part in parts), "".join(inner))
    return frozenset(fold(letters).upper() for letters in spelt)
