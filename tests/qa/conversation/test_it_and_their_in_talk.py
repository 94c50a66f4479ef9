"""What "it", "its", "their" and "more" mean after somebody, a firm, a country or a thing was named."""

from __future__ import annotations

import pytest

from tests.qa.conversation.talks_of_dene import ON_LEVEE, QUILL, Before, followed

ON_FERRIES: Before = ("what did quill say about the ferries", "Words.", (QUILL,))


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("what about the tolls, when did they start?", "when did the tolls start"),
        ("and what about the bridge: is it closed?", "is the bridge closed"),
    ],
)
def test_a_thing_and_then_a_question_of_it_is_no_topic_of_who_was_asked(question: str, meant: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.standalone.rstrip("?")) == (None, meant)


def test_its_is_of_a_firm_that_an_archive_takes_for_a_person() -> None:
    on_firm = ("what did quill say about Halvorn Blue", "Shares in the airline Halvorn Blue fell.", (QUILL,))

    understood = followed("who is its rival?", on_firm).understood

    assert understood.standalone == "who is Halvorn Blue’s rival?"


def test_who_is_she_asks_for_who_answers_and_not_for_whom_the_question_named() -> None:
    understood = followed("who is she?", ("who replaces Ada Quill?", "Ada Quill goes.", ())).understood

    assert understood.standalone.startswith("who is she")


@pytest.mark.parametrize("question", ["how many lost their jobs?", "who sold their homes?"])
def test_their_jobs_are_those_of_who_lost_them(question: str) -> None:
    before = ("what did Orsa Bank say about the flood in Norway", "Words.", ("Orsa Bank",))

    assert followed(question, before).understood.standalone.startswith(question.rstrip("?"))


def test_what_is_going_on_is_nobody_who_was_asked() -> None:
    before = ("what did the Bank of Dene say", "Words.", ("Bank of Dene",))

    asked = followed("since when has it been going on?", before).understood.standalone

    assert asked.startswith("since when has it been going on")


@pytest.mark.parametrize("aside", ["what did quill say about Tom Hale", "what did quill say about the owner"])
def test_it_is_what_was_talked_of_before_somebody(aside: str) -> None:
    understood = followed("when does it start?", ON_FERRIES, (aside, "Words.", (QUILL,))).understood

    assert understood.standalone == "when does the ferries start?"


def test_the_company_of_before_says_no_more_than_it() -> None:
    on_company = ("what did quill say about the company", "Words.", (QUILL,))
    on_owner = ("what did quill say about the owner", "Words.", (QUILL,))

    assert "company" not in followed("when did it float?", on_company, on_owner).understood.standalone


@pytest.mark.parametrize(
    "question",
    ["is anyone there more hopeful?", "do they have to pay more?", "will the fares there rise more?"],
)
def test_more_of_something_asks_for_nothing_besides(question: str) -> None:
    assert (
        "besides"
        not in followed(question, ("how many use the trams in Hale?", "Ten.", ())).understood.standalone
    )


def test_it_is_no_country_whose_trams_were_asked_about() -> None:
    before = ("how fast will Norway trams get", "Words.", ())

    assert "Norway cost" not in followed("how much will it cost?", before).understood.standalone


def test_it_is_the_bread_and_not_that_it_is_so_dear() -> None:
    on_bread = ("why is bread so dear", "Words.", ())

    understood = followed(
        "will it fall?", on_bread, ("what did quill say about it", "Words.", (QUILL,))
    ).understood

    assert understood.standalone == "will bread fall?"


@pytest.mark.parametrize("question", ["and next year?", "what about next month?"])
def test_what_is_to_come_is_asked_on_the_same_topic(question: str) -> None:
    topic = followed(question, ON_LEVEE).understood.topic or ""

    assert topic.startswith("the levee next")


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What does Brandt think it will cost?", "the levee will cost"),
        ("How does Brandt think it should be mended?", "the levee should be mended"),
        ("What price does Brandt say it would fetch?", "price the levee would fetch"),
        ("Did Brandt say it was raining?", "it was raining"),
        ("What does Brandt say it takes to win?", "it takes to win"),
    ],
)
def test_it_in_what_somebody_says_of_it_is_what_was_talked_of(question: str, topic: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == ("Ivo Brandt", topic)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("How does she think the mill will hold?", "the mill will hold"),
        ("How does she think it will hold?", "the levee will hold"),
        ("What price did she say it would fetch?", "price the levee would fetch"),
        ("What does she think it will cost?", "the levee will cost"),
    ],
)
def test_she_is_asked_for_her_words_as_a_known_name_is(question: str, topic: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (QUILL, topic)
