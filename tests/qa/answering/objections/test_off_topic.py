from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answers import Answer, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

QUARREL = """Lawmakers quarrel in the hall

The house expects the bill on lamps to pass. The bill comes up on Friday.

{own}

Governor Hale will sign the bill if it passes, a spokesman said."""

ELSEWHERE = "Ada Quill said that she had kept her own son's phone that morning."
POINTING_BACK = "Ada Quill called it a lock without a door."
BESIDE = "The bill was late. Ada Quill said that she had kept her own son's phone that morning."
ON_IT = "Ada Quill said that the bill had kept her own son awake that morning."


@pytest.mark.parametrize(
    ("own", "outcome"),
    [
        (ELSEWHERE, Outcome.UNSURE),
        (POINTING_BACK, Outcome.ANSWERED),
        (BESIDE, Outcome.ANSWERED),
        (ON_IT, Outcome.ANSWERED),
    ],
)
def test_words_beside_a_paragraph_on_the_topic_are_not_told_as_words_on_it(
    asker_of: Asker, own: str, outcome: Outcome
) -> None:
    answer = asker_of(QUARREL.format(own=own))("What did Ada Quill say about the bill?")

    assert answer.outcome is outcome
    assert answer.quotes[0].speaker == "Ada Quill"


def test_a_title_says_what_words_under_it_are_on(asker_of: Asker) -> None:
    titled = QUARREL.format(own=ELSEWHERE).replace("Lawmakers quarrel in the hall", "A quarrel on the bill")

    answer = asker_of(titled)("What did Ada Quill say about the bill?")

    assert answer.outcome is Outcome.ANSWERED


FAR = "The hall was cold. Snow lay on the roof of the mill. Nobody had come by boat. All had a coat on."
THEIR_CAR = "Ada Quill said that she had kept her own son's phone in their car that morning."


def test_their_car_is_nothing_on_a_bill_that_was_named_long_before(asker_of: Asker) -> None:
    answer = asker_of(QUARREL.format(own=f"{FAR}\n\n{THEIR_CAR}"))("What did Ada Quill say about the bill?")

    assert answer.outcome is Outcome.UNSURE


CRECHE = """The council of Dene looks at its budget

The ferry came first. The ferry is old, and its engine was built in Halvorn before the war.

Ada Quill said the cost of the {thing} would be paid by the whole town within ten years.

Then came the lamps of the quay. They are lit by hand.

The creche by the mill opens in May. Forty children have a place there, and more are on the list."""


@pytest.mark.parametrize(("thing", "outcome"), [("ferry", Outcome.UNSURE), ("creche", Outcome.ANSWERED)])
def test_the_cost_of_a_ferry_is_nothing_on_the_cost_of_the_creche(
    asker_of: Asker, thing: str, outcome: Outcome
) -> None:
    answer = asker_of(CRECHE.format(thing=thing))("What did Ada Quill say about the cost of the creche?")

    assert answer.outcome is outcome


def test_what_another_said_in_a_call_with_them_is_not_told_as_their_words(asker_of: Asker) -> None:
    answer = asker_of(
        """A call about the lamps

The lamps of Harwick are old. Nobody lit them on Friday.

According to a transcript of the call with Ada Quill, Tom Brandt said, "You have some crooked lamps in Harwick, and I
will pay for new ones."

A clerk was late."""
    )("What did Ada Quill say about the crooked lamps?")

    assert answer.outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Did Ada Quill say that the ferry would be closed?", Outcome.ANSWERED),
        ("Did Ada Quill say that the ferry would be free?", Outcome.UNSURE),
        ("Why did Ada Quill say she sold the ferry?", Outcome.UNSURE),
    ],
)
def test_a_statement_is_not_answered_for_by_words_on_its_subject_alone(
    asker_of: Asker, question: str, outcome: Outcome
) -> None:
    text = "The ferry is old\n\n“The ferry will be closed on Friday, as the ferry leaks,” Ada Quill said."

    answer = asker_of(text)(question)

    assert (answer.outcome, answer.quotes[0].speaker) == (outcome, "Ada Quill")


LACK = """The board of Dene meets at noon

Snow lay on the roof of the mill. The clerk of Harwick was late. Nobody had come by boat.

Ada Quill said that owners had so far gained nothing from the pier.

Two ferries of the pier are old, and will be sold."""


def test_a_part_of_a_topic_that_is_said_in_other_words_is_not_named_elsewhere(asker_of: Asker) -> None:
    answer = asker_of(LACK)("What did Ada Quill say about the pier's lack of gains?")

    assert answer.outcome is Outcome.ANSWERED


RESIDENTS = """Shots are heard in Dene

Mayor Ada Quill told residents of Dene to stay indoors until the morning.

The hall was cold. Snow lay on the roof of the mill."""


@pytest.mark.parametrize(
    ("topic", "outcome"), [("people in Dene", Outcome.ANSWERED), ("pipes in Dene", Outcome.UNSURE)]
)
def test_residents_of_a_town_are_the_people_in_it(asker_of: Asker, topic: str, outcome: Outcome) -> None:
    answer = asker_of(RESIDENTS)(f"What did Ada Quill say about {topic}?")

    assert answer.outcome is outcome
    assert "stay indoors" in answer.quotes[0].text
