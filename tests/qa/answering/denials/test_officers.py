"""Whose words may answer a question for those of the police or the judge where articles give a rank and a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answering.denials.officers import BY_OFFICERS
from qa.answers import Answer, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

FIRE = """A fire in Harwick

The mill in Harwick burnt down on Sunday. Nobody slept there.

Chief Inspector Una Strand said that two boys had been seen beside the mill.

“I was stunned,” Inspector Strand said. “The roof fell within minutes.”"""

TRIAL = """The trial in Harwick

Ned Pryce was sentenced to ten years for the theft of the ferry by Justice Ada Quill. A judge may give twenty.

“Pryce is a cunning liar,” Justice Quill said."""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did police say about the mill?", "two boys"),
        ("what did the police say about the harwick fire", "stunned"),
        ("What did local police say about the fire in Harwick?", "two boys"),
    ],
)
def test_the_words_of_an_inspector_may_be_those_of_the_police(
    asker_of: Asker, question: str, words: str
) -> None:
    answer = asker_of(FIRE)(question)

    assert answer.outcome is Outcome.UNSURE
    assert answer.note == BY_OFFICERS
    assert any(words in quote.text and quote.speaker == "Una Strand" for quote in answer.quotes)


def test_an_officer_does_not_speak_for_the_police_of_a_place(asker_of: Asker) -> None:
    answer = asker_of(FIRE)("What did the Norvik police say about the mill?")

    assert answer.note != BY_OFFICERS


@pytest.mark.parametrize(
    "said",
    [
        "The chief inspector of schools, Una Strand, said that the mill was old. Police came.",
        "Weapons inspector Una Strand said that the mill was old. Police came.",
        "Staff Sergeant Una Strand said that the mill was old. Police came.",
        "Una Strand, the former chief inspector, said that the mill was old. Police came.",
        "Inspector Una Strand said that the mill was old.",
    ],
    ids=["of schools", "of weapons", "of the army", "a former one", "no police in the article"],
)
def test_inspectors_of_something_else_and_soldiers_are_no_police(asker_of: Asker, said: str) -> None:
    answer = asker_of(f"The mill in Harwick\n\nThe mill burnt on Sunday.\n\n{said}")(
        "What did the police say about the mill?"
    )

    assert answer.note != BY_OFFICERS


def test_a_justice_of_an_article_on_the_topic_may_be_the_judge(asker_of: Asker) -> None:
    answer = asker_of(TRIAL)("What did the judge say about Pryce?")

    assert answer.outcome is Outcome.UNSURE
    assert answer.quotes[0].speaker == "Ada Quill"


def test_a_justice_of_an_article_on_something_else_is_not_the_judge(asker_of: Asker) -> None:
    answer = asker_of(TRIAL)("What did the judge say about the bakery in Norvik?")

    assert answer.understood.speaker == "judge"


def test_the_police_of_another_place_are_not_named_above_an_officers_words(asker_of: Asker) -> None:
    answer = asker_of(f"{FIRE}\n\nA boat was stolen in Dene, Dene police said on Friday.")(
        "What did police say about the mill?"
    )

    assert answer.understood.speaker == "police"
    assert answer.quotes[0].speaker == "Una Strand"
