from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

LEAD = "The levee vote\n\nTom Hale took the plan down.\n\n"

THINKS = {
    "thinks": ("Ivo Brandt thinks the levee leaks, he said.", "Ivo Brandt"),
    "doubts": ("Ivo Brandt doubts that the levee leaks, he said.", "Ivo Brandt"),
    "wants": ("However, Ivo Brandt still wants a levee, he said.", "Ivo Brandt"),
    "does not believe": ("Ivo Brandt does not believe the levee leaks, he added.", "Ivo Brandt"),
    "what the thinker is": ("Ivo Brandt, a guard who swims, hopes the levee leaks, he said.", "Ivo Brandt"),
    "of her": ("Ada Quill fears that the levee leaks, she said.", "Ada Quill"),
    "another's thought": ("Ada Quill thinks the levee leaks, he said.", "Tom Hale"),
    "whose aide thinks": ("Brandt's aide thinks the levee leaks, he said.", "Tom Hale"),
    "what he knew": ("Ivo Brandt knew that the levee leaks, he said.", "Tom Hale"),
    "what a place wants": ("Hale said the board met. Norland wants a levee, he said.", "Tom Hale"),
    "told by the police": ("He is chief of police. Ivo Brandt wants to flee, he said.", "Tom Hale"),
    "told by a lawyer": ("Hale is his lawyer. Ivo Brandt wants to flee, he said.", "Tom Hale"),
    "a deed": ("Ivo Brandt left the levee, he said.", "Tom Hale"),
}


@pytest.mark.parametrize(("text", "speaker"), THINKS.values(), ids=THINKS)
def test_who_reports_a_thought_is_who_thinks_so(text: str, speaker: str) -> None:
    found = extract(Article(id="a", title="The levee", text=LEAD + text))

    assert [one.speaker for one in found][-1:] == [speaker]
