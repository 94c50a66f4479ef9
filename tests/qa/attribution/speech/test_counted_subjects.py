"""Subjects that only count people, name whom they serve, or stand behind a preposition or an abbreviation."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

COUNTED = {
    "several with examples": (
        "A host of ports including Dene, Hale, and New Harwick have called for a vote.",
        ("A host of ports", "a vote"),
    ),
    "several with examples between commas": (
        "Some ports, such as Dene, Hale and New Harwick, said the toll was dear.",
        ("Some ports", "the toll was dear"),
    ),
    "one in three": (
        "One in three said the harbour was dirty.",
        ("One in three", "the harbour was dirty"),
    ),
    "about one in five, in the present": (
        "About one in five say they would not vote.",
        ("About one in five", "they would not vote"),
    ),
    "at least a number": (
        "Some were undecided, and at least 21,000 said they would leave.",
        ("at least 21,000", "they would leave"),
    ),
    "a share of those who": (
        "Here 27 percent of those who named a harbour said they could change their mind.",
        ("27 percent of those", "they could change their mind"),
    ),
    "another": ("Another said the harbour was dirty.", ("Another", "the harbour was dirty")),
    "one of several, before the verb": (
        "The harbour is dirty, one of her closest aides said today.",
        ("one of her closest aides", "The harbour is dirty"),
    ),
    "one of several, after the verb": (
        "“The harbour is dirty,” said one of those advisers, who spoke on condition of anonymity.",
        ("one of those advisers", "“The harbour is dirty,”"),
    ),
    "aides to somebody": (
        "Aides to Quill say she is shifting her tack.",
        ("Aides to Quill", "she is shifting her tack"),
    ),
    "a body after a preposition": (
        "It was a request by the Harwick Post, which argued that the vote was void.",
        ("the Harwick Post, which", "the vote was void"),
    ),
    "a role without its second comma": (
        "Ada Quill, the director of the Ports Authority said the harbour was dirty.",
        ("Ada Quill", "the harbour was dirty"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), COUNTED.values(), ids=COUNTED.keys())
def test_people_who_are_only_counted_or_placed_speak(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


NOBODY = {
    "a year": "The levee of 1998 said nothing.",
    "a participle": "She sold one of Harwick's best known hotels and another site on the quay.",
    "people who plan": "There are voters who plan to stay at home.",
    "who asks for no name": "He met an official who asked not to be identified.",
    "a name alone": "Ada Quill, the board said in a statement.",
    "an introduction": "Before leaving, the board answered with fury.",
    "a relative clause after an adjunct": "The vote adds to the storm that has gathered over the harbour.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_these_say_nothing(text: str) -> None:
    assert said(text) == []


ASIDES = {
    "when": (
        "Ada Quill said in the spring, when the levee broke, “I did not open the gate.”",
        "“I did not open the gate.”",
    ),
    "by whose account": ("Ada Quill said, per a translator, that the gate was open.", "the gate was open"),
    "in these very words": (
        "Ada Quill said, and I quote, “We love the old gate.”",
        "“We love the old gate.”",
    ),
    "on a stage with a title": (
        "The levee was built while she was mayor, Ada Quill said on Friday on the show “Low Tide.”",
        "The levee was built while she was mayor",
    ),
    "to whom": (
        "Ada Quill confided to her that the gate had been open.",
        "the gate had been open",
    ),
    "instead": ("Ada Quill spoke instead about “mending the gate.”", "“mending the gate.”"),
}


@pytest.mark.parametrize(("text", "content"), ASIDES.values(), ids=ASIDES.keys())
def test_what_stands_between_a_verb_and_what_it_reports_is_stepped_over(text: str, content: str) -> None:
    assert [("Ada Quill", content)] == said(text)
