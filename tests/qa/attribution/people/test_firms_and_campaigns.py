"""Names of bodies that have a small word or a sign inside, and words around names that are none."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

NAMED = {
    "a firm of two names": (
        "Ada Quill left. Quill & Brandt said the levee was weak.",
        ["Quill & Brandt"],
    ),
    "a firm after the verb": (
        "Ada Quill left. “The levee is weak and it leaks,” said Quill & Brandt.",
        ["Quill & Brandt"],
    ),
    "a body of two trades": (
        "Boats and Ferries Australia says the levee is weak.",
        ["Boats and Ferries Australia"],
    ),
    "a body of two trades in the past": (
        "He sells boats. Boats and Ferries Australia said the levee was weak.",
        ["Boats and Ferries Australia"],
    ),
    "a nation and a body": ("Cuba and Ferries Australia says the levee is weak.", ["Cuba"]),
    "people and a body": (
        "Farmers and Ferries Australia said the levee was weak. Small farmers suffer.",
        [None],
    ),
    "a trade and a part of a nation": (
        "Boats and Western Australia said the levee was weak. He sells boats.",
        [None],
    ),
    "people with an aim": (
        "On Monday, Residents for Boats and Harbours said the levee was weak.",
        ["Residents for Boats and Harbours"],
    ),
    "an officer of a firm": ("The CIO of Quill & Brandt says the levee is weak.", [None]),
    "an officer with a name": ("The levee leaks, according to Dunn & Quill CIO Walt Qaz.", ["Walt Qaz"]),
    "a name after fields": (
        "Minister for Sport, Boats & Youth Ada Qaz said the levee was weak.",
        ["Ada Qaz"],
    ),
    "a park": ("The talk was at Ivo Brandt Field. The levee, he said, is weak.", [None]),
    "a campaign": ("Save the Harbour said the levee was weak.", ["Save the Harbour"]),
    "a campaign after the verb": ("The levee leaks, according to Save the Harbour.", ["Save the Harbour"]),
    "a vice president": ("Orsa executive VP Nuri Qaz said the levee was weak.", ["Nuri Qaz"]),
    "a party's member from a state": (
        "“The levee is weak and it leaks,” a Virginia Republican said.",
        [None],
    ),
    "what is elected": ("“The levee is weak and it leaks,” the Governor-elect said.", [None]),
}


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED.keys())
def test_a_record_has_the_whole_name_or_none(text: str, expected: list[str | None]) -> None:
    article = Article("a", f"The levee vote.\n\n{text}")

    assert [record.speaker for record in extract(article)] == expected
