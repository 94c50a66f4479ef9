"""Questions whether somebody is of a place or a body, beside quotes that only touch on them."""

from __future__ import annotations

import pytest

from qa.answering.objections.missing_terms import has_stranger, lacks_half_of_claim, says_nothing_of
from qa.answering.objections.premises import Doubt, Surroundings, doubts
from qa.answering.objections.untyped_capitals import with_missing_names
from qa.datatypes import Article

RACE = (
    "Ada Quill of Norway won the race in Dene on Sunday. “My shoes were wet,” said Quill. “I ran in the old "
    "ones.”\n\nThe race began at noon. It rained all day, and the streets of Dene were full of people who had come by "
    "ferry, on foot or on horses from the farms of the valley, as they have done for a hundred years.\n\nSecond and "
    "third place went to Ines Orsa and Lena Brandt, both from Iceland."
)


@pytest.mark.parametrize(
    ("question", "told", "nothing"),
    [
        ("Is Quill from Iceland?", "“My shoes were wet,” said Quill.", True),
        ("Is Quill from Norway?", "“My shoes were wet,” said Quill.", True),
        ("Is Quill from Norway?", "Norwegian runner Ada Quill won.", False),
        ("Was Ada Quill from Poland?", "Polish runner Ada Quill won.", False),
        ("Is Quill the mayor of Dene?", "Quill, who has led Dene since May, spoke.", False),
        ("Is Quill a runner?", "“My shoes were wet,” said Ada.", False),
        ("Did Quill win in Dene?", "“My shoes were wet,” said Quill.", False),
    ],
)
def test_a_quote_says_nothing_of_what_it_does_not_name(question: str, told: str, nothing: bool) -> None:
    assert says_nothing_of(question, told) is nothing


@pytest.mark.parametrize(("nation", "told"), [("Norway", True), ("Iceland", False)])
def test_that_is_a_doubt_where_neither_the_beginning_of_the_article_names_it(nation: str, told: bool) -> None:
    quote, beside = "“My shoes were wet,” said Quill.", "“I ran in the old ones.”"

    found = doubts(f"Is Quill from {nation}?", Surroundings(quote, beside, Article("a", RACE)))

    assert (Doubt.STRANGER not in found) is told


@pytest.mark.parametrize(("people", "strange"), [("Danes", False), ("Poles", True)])
def test_people_are_known_in_an_article_that_names_their_country(people: str, strange: bool) -> None:
    quote = "In Denmark 40 swimmers crossed the sound."

    found = doubts(f"How many {people} crossed the sound?", Surroundings(quote, "", Article("a", quote)))

    assert (Doubt.STRANGER in found) is strange


BAIL = Article("bail", "A barge in Dene\n\nIvo Brandt was held on bail of 500 crowns.")
OTHERS = [
    "Ada Quill was held. A judge of the Norland court let Quill go on bail of 900 crowns.",
    "Whether the tower stands is not known. He won the Regatta in May.",
    "On Sunday the Regatta ended. A Lighthouse shone.",
    "By then the Lighthouse shone. Another lighthouse did not.",
]


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("how much was quill's bail", "how much was Quill's bail"),
        ("how much was brandt's bail", "how much was brandt's bail"),
        ("who saw the tower", "who saw the tower"),
        ("what is bail in norland", "what is bail in norland"),
        ("who paid bail at the regatta", "who paid bail at the Regatta"),
        ("who paid bail at the lighthouse", "who paid bail at the lighthouse"),
        ("How much was the Quill bail of quill", "How much was the Quill bail of quill"),
    ],
    ids=[
        "lacking",
        "in the article",
        "no name",
        "in one text",
        "within sentences",
        "no capital elsewhere",
        "typed with capitals",
    ],
)
def test_a_name_in_small_letters_is_known_by_other_articles(question: str, written: str) -> None:
    assert with_missing_names(question, BAIL, OTHERS) == written


def test_that_the_article_lacks_it_is_a_doubt() -> None:
    question = with_missing_names("how much was quill's bail", BAIL, OTHERS)

    assert Doubt.STRANGER in doubts(question, Surroundings(BAIL.text, "", BAIL))


def test_of_a_county_the_name_before_it_must_stand_in_the_article() -> None:
    article = Article("a", "The Orsa County council paid $9,000 for the station. Dene paid nothing.")

    assert has_stranger("How much did Harwick County pay for the station?", article)
    assert not has_stranger("How much did Dene County pay for the station?", article)
    assert not has_stranger("How much did the County pay for the station?", article)


@pytest.mark.parametrize(
    "claim",
    [
        "the flood in Dene was caused by rust",
        "the flood in Dene should be forgotten",
        "the flood in Dene is a hoax",
        "lions ate cakes",
    ],
)
def test_a_claim_is_lacked_where_half_of_what_it_says_of_a_thing_is(claim: str) -> None:
    article = Article("a", "The flood in Dene was caused by rain, Ada Quill said.", title="Flood")

    assert lacks_half_of_claim(claim, article)


@pytest.mark.parametrize(
    "claim", ["the flood in Dene was caused by rain", "rain was the cause", "flood in Dene"]
)
def test_a_claim_is_not_lacked_where_an_article_has_most_of_it(claim: str) -> None:
    article = Article("a", "The flood in Dene was caused by rain, Ada Quill said.", title="Flood")

    assert not lacks_half_of_claim(claim, article)
