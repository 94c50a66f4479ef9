"""What tells of an event, and what has only its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answering.objections.premises import Doubt, Surroundings, doubts
from qa.answering.objections.reported_events import denies
from qa.answers import Answer, Outcome
from qa.datatypes import Article


@pytest.mark.parametrize(
    "told", ["claimed at least nine lives", "lost her life", "cost him his life", "took the lives of two"]
)
def test_who_loses_a_life_dies(told: str) -> None:
    assert Doubt.UNTOLD not in _doubts(told)


@pytest.mark.parametrize(
    "told",
    [
        "lost his life savings",
        "took on a life of its own",
        "takes up most lives",
        "lost the life-boat",
        "took her life jacket",
        "took a new life",
    ],
)
def test_a_life_in_other_words_is_no_death(told: str) -> None:
    assert Doubt.UNTOLD in _doubts(told)


@pytest.mark.parametrize(
    ("question", "told", "doubted"),
    [
        ("Who replaced Quill as leader?", "Brandt succeeded Quill as leader.", False),
        ("How many shelters has Harwick opened?", "It is one of nine that Harwick has set up.", False),
        ("Who was kicked out as head of the mill?", "Holt was pushed out as head of the mill.", False),
        ("When did Holt publish the map?", "The map of Dene was public in 2005.", True),
        ("Who transferred the money?", "Quill sent the money by public transport.", True),
        ("When did Holt quit?", "Holt ran the parks department until 2005, and quite well.", True),
        ("Who created the fair?", "Quill was one of the creators of the fair.", False),
        ("Why was Holt acquitted?", "Brandt welcomed the acquittal of Holt.", False),
        ("Why was Holt acquitted?", "Holt was let off for lack of proof.", False),
        ("Why was Holt acquitted?", "Holt let Brandt have the mill.", True),
        ("When did Holt die?", "Holt passed away on Monday.", False),
        ("When did Holt die?", "Holt passed the mill on Monday.", True),
        ("How did the stove start the fire?", "The stove fell over, sparking a blaze.", False),
        ("How many joined the march?", "Nine hundred took part in the march.", False),
        ("Which band plays at the fair?", "The Orsas will be on stage at the fair.", False),
        ("Which band plays at the fair?", "The Orsas were late for the fair.", True),
        ("Who replaced Quill as leader?", "Brandt is the successor of Quill as leader.", False),
        ("Who replaced Quill as leader?", "Quill is leader of the party since a successful year.", True),
        ("Who succeeded Quill?", "Quill was a success in Harwick, Brandt said.", True),
    ],
)
def test_success_tells_of_nobody_who_succeeds_another(question: str, told: str, doubted: bool) -> None:
    found = doubts(question, Surroundings(told, "", Article("flood", told, "", None)))

    assert (Doubt.UNTOLD in found) is doubted


@pytest.mark.parametrize(
    ("question", "told", "doubted"),
    [
        ("When does the pier open?", "The pier will open on 3 May.", False),
        ("How much does the council pay for the boats?", "The council will pay $2m for the boats.", False),
        ("When does the pier open?", "The pier may open on 3 May.", True),
        ("When does the pier open?", "Quill hopes that the pier will open on 3 May.", True),
        ("When did the pier open?", "The pier will open on 3 May.", True),
        ("When did the pier open?", "The pier, which should stay, was opened on 3 May.", False),
        ("When did the pier open?", "Quill asks if it should stay and is opened on 3 May.", True),
        ("When did the pier open?", "The pier should have been opened on 3 May.", True),
        ("Who stole the boat?", "There was speculation that it was stolen by Quill.", True),
        ("Who stole the boat?", "Quill, it was rumoured, stole the boat.", True),
        ("Who stole the boat?", "Speculation ended when police said that a baker stole the boat.", False),
    ],
)
def test_what_will_be_answers_what_is_asked_of_now(question: str, told: str, doubted: bool) -> None:
    found = doubts(question, Surroundings(told, "", Article("pier", told, "", None)))

    assert (Doubt.UNREAL in found) is doubted


@pytest.mark.parametrize(
    ("told", "doubted"),
    [
        ("It has not been disclosed how much Quill paid for the yard.", False),
        ("Quill bought the yard for an undisclosed sum.", False),
        ("Quill would not say how much she paid for the yard.", False),
        ("Quill said that she would not pay for the yard.", True),
        ("Quill bought the yard from an undisclosed friend.", True),
    ],
)
def test_that_a_sum_is_not_told_is_no_lack_of_one(told: str, doubted: bool) -> None:
    found = doubts(
        "How much did Quill pay for the yard?", Surroundings(told, "", Article("y", told, "", None))
    )

    assert bool({Doubt.KIND, Doubt.DENIED} & found) is doubted


def _doubts(told: str) -> set[Doubt]:
    quote = f"In 2005 Quill {told}."
    return set(doubts("When did Quill die?", Surroundings(quote, "", Article("flood", quote, "", None))))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why did Quill defend the levy?", "Quill distanced herself from the levy."),
        ("Why did Quill defend Brandt?", "Quill condemned what Brandt had done."),
        ("Why did Quill welcome the levy?", "Quill said that she deplored the levy."),
    ],
)
def test_who_condemns_it_neither_defends_nor_welcomes_it(question: str, told: str) -> None:
    assert Doubt.OPPOSITE in doubts(question, Surroundings(told, "", Article("levy", told, "", None)))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why did Quill defend the levy?", "Quill justified the levy: it pays for the quay."),
        ("Why did Quill welcome the levy?", "Quill was pleased: it pays for the quay."),
    ],
)
def test_who_justifies_it_defends_it_and_who_is_pleased_welcomes_it(question: str, told: str) -> None:
    assert not doubts(question, Surroundings(told, "", Article("levy", told, "", None)))


@pytest.mark.parametrize(
    ("told", "doubted"),
    [
        ("Councillor Orsa said closing the pier would hurt the cafés.", True),
        ("Closing the pier could save $2m, the council was told.", True),
        ("“It is used by all, and closing it would be a crime,” Orsa said.", True),
        ("Orsa said closing the pier had hurt the cafés.", False),
        ("Orsa said closing the pier would have been easy a year ago.", False),
        ("The closing of the pier would be felt in May, Orsa said.", False),
        ("Closing of pier could hurt the cafés, Orsa said.", False),
        ("Since the pier closed, Orsa said, nobody would sell ice.", False),
    ],
)
def test_what_would_follow_from_a_deed_tells_of_none(told: str, doubted: bool) -> None:
    question = "Why did the pier close?"

    found = doubts(question, Surroundings(told, "", Article("pier", told, "", None)))

    assert (Doubt.UNREAL in found) is doubted


def test_a_debt_that_is_forgiven_is_cancelled() -> None:
    told = "The council will forgive a debt of $2m."

    found = doubts(
        "How much debt does the council cancel?", Surroundings(told, "", Article("d", told, "", None))
    )

    assert Doubt.UNTOLD not in found


@pytest.mark.parametrize(
    ("question", "told", "doubted"),
    [
        ("Why did Brandt plead guilty?", "Brandt, 40, has pleaded not guilty to the charges.", Doubt.DENIED),
        ("Why did Brandt plead guilty?", "Brandt pleaded guilty because he was tired.", None),
        ("Why did Brandt plead not guilty?", "Brandt pleaded not guilty to the charges.", None),
        ("Why did Brandt plead not guilty?", "Brandt pleaded guilty to the charges.", Doubt.AFFIRMED),
        ("Why did the pier close?", "The pier closed not because of rain but because of rot.", None),
    ],
)
def test_who_pleads_not_guilty_does_not_plead_guilty(question: str, told: str, doubted: Doubt | None) -> None:
    found = doubts(question, Surroundings(told, "", Article("trial", told, "", None)))

    assert found == ({doubted} if doubted else set())


def test_a_vote_not_to_close_is_a_vote() -> None:
    told = "The council voted not to close the pier because it is loved."

    found = doubts(
        "Why did the council vote not to close it?", Surroundings(told, "", Article("pier", told, "", None))
    )

    assert Doubt.AFFIRMED not in found


@pytest.mark.parametrize(
    ("question", "quote", "denied"),
    [
        ("When was the boat found?", "Police said the boat has not yet been found.", True),
        ("When was the boat found?", "The boat wasn't found.", True),
        ("When was the boat found?", "The boat was found. It was not seen before.", False),
        ("When was the boat not found?", "The boat was not found.", False),
        ("Was the boat found?", "The boat was not found.", False),
        ("When was the boat found?", "The navy saw the boat. The captain has not been found.", False),
        ("When was the boat found?", "The boat sank in May and it has not been found.", True),
        ("When was the pier painted?", "The pier, which has never been painted, is brown.", True),
    ],
)
def test_a_quote_denies_in_the_questions_own_word(question: str, quote: str, denied: bool) -> None:
    assert denies(question, quote) is denied


def test_what_denies_the_question_goes_before_what_tells_nothing_of_it(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "Ivo Hale, 43, is charged over Una Strand's boat, and over the loss of Una Strand's boat on 7 February 2024 at "
        "the Harwick Bay Park.\n\n"
        "A witness was heard on Monday.\n\n"
        "Una Strand's boat has not yet been found.\n"
    )

    answer = ask("When was Una Strand's boat found?")

    assert answer.outcome is not Outcome.ANSWERED
    assert "not yet been found" in answer.quotes[0].text


@pytest.mark.parametrize(
    ("question", "told", "unreal"),
    [
        (
            "When were the nine miners released?",
            "Villagers demanded the immediate release of nine miners.",
            True,
        ),
        ("When were the nine miners released?", "Brandt handed in a petition for the miners’ release.", True),
        ("When did Quill resign?", "The council is requesting Quill’s resignation.", True),
        (
            "When were the nine miners released?",
            "Pleas for peace and the release of nine miners ended it.",
            False,
        ),
        ("Who robbed Quill?", "A gang demanding cash robbed Quill in Dene.", False),
        (
            "How many guards did the crew kill?",
            "The crew of six was convicted of attempt to murder.",
            True,
        ),
        ("How many guards did the gang kill?", "Nine of the gang were jailed for attempted murder.", True),
        (
            "How many guards did the gang kill?",
            "Two guards who attempted to hide were killed by the gang.",
            False,
        ),
    ],
)
def test_what_is_demanded_or_attempted_has_not_happened(question: str, told: str, unreal: bool) -> None:
    passage = Surroundings(quote=told, beside="", article=Article("a", told, "Dene"))

    assert (Doubt.UNREAL in doubts(question, passage)) is unreal


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "What time did the flight leave?",
            "The flight failed to depart at 6.40 pm and took off at 9.15 pm.",
        ),
        ("Which lawyer is defending Tom Brandt?", "Brandt’s lawyer, Ada Quill, was not told, she said."),
        ("How much does a trained dog cost?", "Trained dogs can cost around $14,000."),
    ],
)
def test_a_departure_a_defence_and_a_price_are_told_in_other_words(question: str, told: str) -> None:
    assert not doubts(question, Surroundings(quote=told, beside="", article=Article("a", told, "Dene")))


@pytest.mark.parametrize(
    ("question", "told", "doubted"),
    [
        ("How did Tom Brandt kill himself?", "Before committing suicide, Brandt wrote to Quill.", False),
        ("Which club did Hale leave Harwick for?", "Hale of Harwick has joined Orsa.", False),
        ("Why did Hale leave Harwick?", "Hale of Harwick has joined Orsa.", True),
    ],
)
def test_a_suicide_and_a_change_of_clubs_are_told_in_other_words(
    question: str, told: str, doubted: bool
) -> None:
    found = doubts(question, Surroundings(quote=told, beside="", article=Article("a", told, "Dene")))

    assert bool(found) is doubted
