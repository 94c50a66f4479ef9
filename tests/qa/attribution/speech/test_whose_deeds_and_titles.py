"""Words that belong to no one near: what a deed caused, a title, a relative clause in another, an opening phrase."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

SAID = {
    "a clerk in the clause of somebody else": (
        "Tom Brandt, who used to work for a clerk who criticized the levy, went to Dene.",
        [],
    ),
    "the last of two who": (
        "Ada Quill, who met Tom Brandt, who said the pier leaks, left.",
        [("Tom Brandt, who", "the pier leaks")],
    ),
    "several in an opening phrase": (
        "With Hale as his clerk, Ines Orsa as his aide and Ivo Dene as his driver, Tom Brandt has set up "
        "three offices, promising a new ferry.",
        [("Tom Brandt", "a new ferry")],
    ),
    "a clause without its that": (
        "“It is late,” Ada Quill told the Dene Post about reports Mayor Tom Brandt asked clerks to count the boats.",
        [("Ada Quill", "“It is late,”"), ("Mayor Tom Brandt", "clerks to count the boats")],
    ),
    "a body named after what its members are": (
        "She met Tom Brandt, head of the Conference of Dene Millers, who condemned the levy.",
        [("head of the Conference of Dene Millers, who", "the levy")],
    ),
    "two roles with an article": (
        "Tom Brandt, a vicar and author of several books, who came first, warned the council not to sell the pier.",
        [("Tom Brandt", "the council not to sell the pier")],
    ),
    "a calling and a role": (
        "“It is late,” said humanitarian and mayor Ada Quill.",
        [("humanitarian and mayor Ada Quill", "“It is late,”")],
    ),
    "somebody with two adjectives": (
        "“They think I am rich,” the round, bearded miller laughs. “I am not.”",
        [("the round, bearded miller", "“They think I am rich,” ... “I am not.”")],
    ),
    "a body in a place in a country": (
        "“The boats will leak,” Ada Quill of the Bank of Dene in Hale, Norland, said on Monday.",
        [("Ada Quill", "“The boats will leak,”")],
    ),
    "a voice after a question": (
        "“Will you sell it?” Tom Brandt stammered rather loudly.",
        [("Tom Brandt", "“Will you sell it?”")],
    ),
    "an office in capitals before a name, after a question": (
        "“Why is it here?” HBK Harbour Affairs Senior Advocate Una Strand added in the statement. “It is old.”",
        [("HBK Harbour Affairs Senior Advocate Una Strand", "“Why is it here?” ... “It is old.”")],
    ),
    "the title of a work": (
        "In the novel “Tides,” Tom Brandt wrote of the old pier.",
        [("Tom Brandt", "the old pier")],
    ),
    "the title of a work in brackets": (
        "(In his 1931 book “Salt Ways,” Tom Brandt drily describes the levy as a fraud.)",
        [("Tom Brandt", "the levy as a fraud")],
    ),
    "a particle in a name with one comma": (
        "“It is more of a lake,” Ivo van Brandt, an engineer at the Bank of Dene in Hale told the Post.",
        [("Ivo van Brandt", "“It is more of a lake,”")],
    ),
    "a quotation in what only tells when": (
        "When he was asked about “salt harbours,” Tom Brandt said that the pier would last.",
        [("Tom Brandt", "the pier would last")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID.values(), ids=SAID)
def test_words_are_of_whoever_says_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


NOBODYS = {
    "calls that a deed ignited": "Brandt's death has ignited calls to mend the levee.",
    "criticism that a deed drew": "Brandt's move drew criticism of the levy.",
    "what followed an announcement": "Quill spoke after Brandt's announcement to praise the council.",
    "a claim to a thing": "Brandt's claim to the port failed.",
    "a promise to somebody": "Brandt's promise to the union was old.",
}


@pytest.mark.parametrize("text", NOBODYS.values(), ids=NOBODYS)
def test_what_a_noun_does_not_report_is_nobodys(text: str) -> None:
    assert said(text) == []
