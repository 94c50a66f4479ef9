"""Find which labels of a talk are short for another: "AQ" and "Ada" for "Ada Quill", "G" for "Gazette"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from qa.speakers.names import fold

_MOST_LETTERS = 3
_ASKED = "Q"
_ANSWERED = "A"
_LETTERED = "="
"""What marks letters among the words by which a label is looked up: no label has it."""
_TWO = 2


def full_labels(names: Iterable[str]) -> dict[str, str]:
    """Return the labels that are short for one that came before, with that one; none where two may be meant.

    Args:
        names: The labels of a text in order. Who speaks first has the whole name, and then letters or a part of it.
    """
    ordered = dict.fromkeys(names)
    # Looked up, for a page of words and what they mean has thousands of labels.
    whole: dict[str, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for name in ordered:
        letters = name.replace("-", "").replace(".", "")  # "AH-Q" is Ada Hale-Quill
        lettered = letters.isupper() and letters.isalpha() and len(letters) <= _MOST_LETTERS
        fitting = whole.get(_LETTERED + letters if lettered else name, [])
        if name == _ASKED or (name == _ANSWERED and _ASKED in ordered):
            continue
        if len(fitting) == 1:
            found[name] = fitting[0]
            continue
        for key in _shortened(name):
            if len(whole[key]) < _TWO:
                whole[key].append(name)
    return found


def _shortened(name: str) -> set[str]:
    """Return what may be short for a label: "=AQ", "=A", "Ada" and "Quill" for "Ada Quill"."""
    words = name.split()
    parts = {words[0], words[-1]} if len(words) > 1 else set()
    if len(name) > _MOST_LETTERS:
        parts |= {_LETTERED + letters for letters in (*letters_of(name), fold(words[0][0]).upper())}
    return parts


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
