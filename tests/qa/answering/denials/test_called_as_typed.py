"""Whoever an article calls as was typed, in a form that means the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Nearest, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

WREATH = (
    "A wreath for Quill\n\nCouncillor Ada Quill died on Monday. The card is by speaker of the parliament "
    "Lena Orsa, who wrote: “Nobody knew the dykes as Ada Quill.”\n\nA lamp fell. According to eyewitness Ines "
    "Hale, “the lamp went out and then the roof fell in”."
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the speaker of parliament say about Quill?", "knew the dykes"),
        ("What did the speaker of the parliament say about Quill?", "knew the dykes"),
        ("what did the witness say about the lamp", "the roof fell in"),
        ("what did the eyewitness say about the lamp", "the roof fell in"),
    ],
)
def test_a_phrase_is_found_in_the_forms_that_mean_the_same(
    asker_of: Asker, question: str, words: str
) -> None:
    answer = asker_of(WREATH)(question)

    assert answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
    assert words in answer.quotes[0].text


def test_the_speaker_of_another_body_is_somebody_else(asker_of: Asker) -> None:
    answer = asker_of(WREATH)("What did the speaker of the council say about Quill?")

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


PARTS = (
    "A trial in Dene\n\nAda Quill came to court with her rowing partner Ines Orsa, 40, who sat in the last row.\n\n"
    "Quill has been ill, and her lawyers told the court that she “could not have rowed so far”. Tom Brandt's barge "
    "is for sale.\n\n“She never left the island in her life,” Orsa said.\n\n“I sold my barge in May,” his neighbour "
    "said.\n\nThe Lantern Union was asked for money, and would not pay. “The gifts came long ago and in good faith,” "
    "a spokesman said.\n\nThe hospital was closed on Monday. “Nobody ate the soup,” the doctor said of the gifts."
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Quill's lawyers say?", "could not have rowed"),
        ("what did ada quill's lawyer say", "could not have rowed"),
        ("What did Ada Quill's partner say?", "never left the island"),
        ("what did ada quill's rowing partner say", "never left the island"),
        ("What did the Lantern Union spokesman say about the gifts?", "in good faith"),
        ("What did the hospital doctor say about the soup?", "ate the soup"),
    ],
)
def test_whose_somebody_is_may_stand_apart_from_what_they_are(
    asker_of: Asker, question: str, words: str
) -> None:
    answer = asker_of(PARTS)(question)

    assert answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
    assert words in answer.quotes[0].text


def test_they_are_nobody_elses(asker_of: Asker) -> None:
    answer = asker_of(PARTS)("What did Brandt's lawyers say?")

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "What did the Lantern Union spokesman say?",
            "The Lantern Union was asked for money. The Dene Council refused too. “No child will go without a coat,” a "
            "spokesman said.",
        ),
        (
            "What did the hotel manager say?",
            "The team manager was late. They left their hotel at noon. “We deserved to lose,” the manager said.",
        ),
    ],
)
def test_the_manager_of_something_else_is_somebody_else(asker_of: Asker, question: str, text: str) -> None:
    answer = asker_of(f"A day in Dene\n\n{text}")(question)

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


@pytest.mark.parametrize(
    "others",
    [
        "Ada Orsa came too, and her sister said that the fares were too dear.",
        "Ivo Orsa met Quill, and his sister said that the fares were too dear.",
    ],
)
def test_the_sister_of_a_namesake_and_of_a_man_is_not_hers(asker_of: Asker, others: str) -> None:
    answer = asker_of(
        f"A rise in fares\n\nAda Quill and her sister came by boat. {others} “They rob us,” Orsa said."
    )("What did Ada Quill's sister say?")

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


PIER = (
    "A shot on the pier in Dene\n\nA man fired a shot from the pier on Friday, and no landlord came. A friend, Tom "
    "Brandt, told the Star that the gunman had once wanted to be a priest.\n\nLea Fried, who sells bait, said that "
    "she had heard nothing of the gunman. “The rent of the pier is too low,” Ines Orsa said."
)


def test_a_friend_is_nobody_whose_name_is_spelt_alike(asker_of: Asker) -> None:
    answer = asker_of(PIER)("what does the friend say about the gunman")

    assert answer.understood.corrections == ()
    assert "wanted to be a priest" in answer.quotes[0].text


def test_a_friend_is_asked_for_their_words_where_a_question_has_capitals(asker_of: Asker) -> None:
    answer = asker_of(PIER)("What did the friend say about the Dene gunman?")

    assert answer.understood.speaker == "friend"


def test_that_others_are_quoted_is_not_said_of_whom_a_name_may_mean(asker_of: Asker) -> None:
    answer = asker_of(PIER)("what did the landlord say about the rent")

    assert answer.nearest is not Nearest.OTHERS_ON_THIS


PLACES = (
    "Blasts at the quarry of Bela\n\nThe quarry near Bela is to grow. Villagers argue that its dust ruins them.\n\n"
    "In Hale, residents said that the dust was worse there."
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the villagers of Bela say about the dust?", "ruins them"),
        ("what do villagers near the quarry say", "ruins them"),
        ("What did the residents of Hale say?", "worse there"),
    ],
)
def test_people_of_a_place_are_those_of_an_article_about_it(
    asker_of: Asker, question: str, words: str
) -> None:
    answer = asker_of(PLACES)(question)

    assert answer.outcome is Outcome.UNSURE
    assert words in answer.quotes[0].text


def test_people_of_another_place_are_others(asker_of: Asker) -> None:
    answer = asker_of(PLACES)("What did the residents of Bela say about the dust?")

    assert not any("worse there" in quote.text for quote in answer.quotes)


MUSEUM = (
    "A fire at Hale museum\n\nA fire broke out on Monday in the museum of Hale.\n\n"
    "Local police told a paper that the fire began in the cellar.\n"
)


def test_the_police_of_a_place_are_those_of_an_article_about_it(asker_of: Asker) -> None:
    answer = asker_of(MUSEUM)("What did police in Hale say about the fire?")

    assert answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
    assert "in the cellar" in answer.quotes[0].text


@pytest.mark.parametrize("question", ["What did parents say about the bell?", "What did parents say?"])
def test_what_one_mother_says_is_what_a_parent_says(
    asker_of: Callable[[str], Callable[[str], Answer]], question: str
) -> None:
    answer = asker_of("The bell of the school is mended\n\n“The bell wakes us all,” said one mother.")(
        question
    )

    assert (answer.outcome, answer.quotes[0].text) == (
        Outcome.UNSURE,
        "“The bell wakes us all,” said one mother.",
    )


def test_scientists_may_be_the_researchers_of_an_article_on_the_topic(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    lakes = (
        "Life may have begun in lakes\n\nLakes of salt are found on all continents, the researchers said.\n"
    )
    fund = "A fund is to close\n\nFinancial researcher Una Strand said that the fund of Dene would close.\n"
    (tmp_path / "lakes.txt").write_text(lakes, encoding="utf-8")
    (tmp_path / "fund.txt").write_text(fund, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What did scientists say about lakes?")

    assert answer.outcome is Outcome.UNSURE
    assert "all continents" in answer.quotes[0].text


TOUR = (
    "Ada Quill cancels her tour\n\nAda Quill has left the stage. The tickets will be paid back by Friday, and the "
    "hall stays closed. {} Her manager, Dyego Qaz, said that nobody knows when she will sing.\n"
)


@pytest.mark.parametrize(
    ("between", "outcomes"),
    [
        ("", {Outcome.ANSWERED, Outcome.UNSURE}),
        ("Una Strand rang the hall.", {Outcome.NEAREST, Outcome.NOT_FOUND}),
    ],
    ids=["nobody", "somebody else"],
)
def test_her_manager_is_hers_who_was_named_before_and_nobody_since(
    asker_of: Asker, between: str, outcomes: set[Outcome]
) -> None:
    answer = asker_of(TOUR.format(between))("What did Quill's manager say?")

    assert answer.outcome in outcomes
