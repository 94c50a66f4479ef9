"""Turns that remark on the talk and name what is meant: "perhaps it was Brandt", "only the May article"."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import QuestionKind
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed, read

ON_COMMENT: Before = ("did quill comment on the levee", "Words.", (QUILL,))
OF_OTHERS: Before = ("who did?", "Words.", (BRANDT,))


@pytest.mark.parametrize(
    "question",
    [
        "perhaps it was brandt",
        "oh that was brandt right",
        "could have been Ivo Brandt",
        "i think it was brandt who said that",
        "u mean brandt",
        "isnt that brandt",
        "was it brandt?",
        "pretty sure brandt said that",
        "it's Brandt I'm interested in",
        "Brandt was the name",
        "i was told it was brandt",
        "give me brandt's remarks",
        "let's hear Brandt",
        "show me brandt",
        "Leave Quill out. I want Brandt's remarks.",
        "I was mixing her up with Ivo Brandt.",
        "i typed that wrong its brandt",
        "Hold on, wasn't that Ivo Brandt?",
        "Yes, and Ivo Brandt too, if he has anything.",
        "You have her mixed up, the spokesman is Brandt.",
        "actually, it was brandt",
    ],
)
def test_a_name_that_a_remark_leaves_is_asked_on_the_same(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.kind, found.speaker, found.topic) == (QuestionKind.SAID, BRANDT, "the levee")


def test_what_somebody_says_of_themselves_may_name_both_who_speaks_and_on_what() -> None:
    found = followed("I'd still like Brandt, on tolls this time.", ON_LEVEE).understood

    assert (found.speaker, found.topic) == (BRANDT, "tolls")


def test_a_sentence_on_the_talk_is_no_part_of_the_topic_after_it() -> None:
    found = followed("My mistake, that's not her field. Tolls, then.", ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "Tolls")


def test_whether_it_was_then_asks_when_it_was() -> None:
    assert "When did Ada Quill say that" in followed("was it in June?", ON_LEVEE).understood.standalone


def test_a_body_that_a_remark_leaves_is_asked_on_the_same() -> None:
    found = followed("maybe it was somebody from the Bank of Dene", ON_LEVEE).understood

    assert (found.speaker, found.topic) == ("Bank of Dene", "the levee")


def test_a_body_with_an_article_is_nobody_of_that_surname() -> None:
    found = followed("perhaps it was somebody from the Hales", ON_LEVEE).understood

    assert found.speaker not in ("Rosa Hale", "Tom Hale")


@pytest.mark.parametrize(
    "question",
    ["that must have been in May", "just the may article", "only the article of May", "the one in May"],
)
def test_a_time_that_a_remark_leaves_bounds_the_same_question(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic, found.since) == (QUILL, "the levee", date(2024, 5, 1))


@pytest.mark.parametrize(
    "question", ["tolls was the topic", "the question was about tolls", "you mean tolls"]
)
def test_a_thing_that_a_remark_leaves_is_the_topic(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "tolls")


def test_whether_those_words_are_anothers_is_a_doubt_of_what_was_shown() -> None:
    found = followed("thats not brandt is it", ON_LEVEE)

    assert (found.understood.speaker, found.doubted) == (QUILL, True)


@pytest.mark.parametrize(
    "question",
    [
        "who else was it?",
        "did Quill resign?",
        "I think the levee will break",
        "is the mayor a dentist?",
        "I think Brandt should resign",
        "I think Brandt lied about the levee",
    ],
)
def test_what_asks_or_tells_something_is_no_remark(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.speaker != BRANDT


@pytest.mark.parametrize(
    "question",
    [
        "I want to know about the fire in Harwick",
        "show me the article about tolls",
        "the question is who pays",
        "the question is whether Brandt knew",
        "we moved on from tolls",
        "I live in Dene",
    ],
)
def test_what_says_more_than_what_is_meant_takes_nobody_from_before(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.kind, found.speaker) == (QuestionKind.CONTENT, None)


def test_she_never_said_that_doubts_what_was_shown() -> None:
    assert followed("she never said that", ON_LEVEE).doubted


def test_nobody_but_one_is_that_one() -> None:
    assert followed("nobody but Brandt", ON_LEVEE).understood.speaker == BRANDT


@pytest.mark.parametrize("question", ["leave Brandt out", "he isn't Brandt"])
def test_who_was_not_asked_is_not_left_out_as_a_topic(question: str) -> None:
    assert "not Brandt" not in (followed(question, ON_LEVEE).understood.topic or "")


@pytest.mark.parametrize("question", ["ok boring. tolls", "lol thanks. tolls"])
def test_a_sentence_of_small_talk_before_a_topic_is_no_part_of_it(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.topic == "tolls"


@pytest.mark.parametrize(
    "question", ["I only want 2023. What did Quill say?", "Just 2023. What did Quill say?"]
)
@pytest.mark.parametrize("before", [(), (ON_LEVEE,)], ids=["first", "later"])
def test_a_time_before_a_whole_question_bounds_it(question: str, before: tuple[Before, ...]) -> None:
    found = followed(question, *before).understood

    assert (found.speaker, found.since, found.until) == (QUILL, date(2023, 1, 1), date(2023, 12, 31))


def test_a_time_before_a_question_of_fact_is_not_lost() -> None:
    assert "2023" in followed("2023. How many people died?").understood.standalone


def test_a_time_before_a_question_is_meant_rather_than_that_of_the_question_before_it() -> None:
    before: Before = ("what did quill say about tolls in 2021", "Words.", (QUILL,))
    found = followed("Only 2023. Who else spoke on it?", before).understood

    assert (found.since, found.until) == (date(2023, 1, 1), date(2023, 12, 31))
    assert found.standalone.startswith("Who else ") and "2021" not in found.standalone


def test_going_back_may_stand_before_a_question_with_a_contraction() -> None:
    before: tuple[Before, ...] = (ON_LEVEE, ("what did brandt say about tolls", "Words.", (BRANDT,)))

    assert "levee" in followed("Let's return to the levee. Who pays for it?", *before).understood.standalone


@pytest.mark.parametrize("question", ["any view on tolls at all", "any mention of tolls"])
def test_any_view_on_something_is_anybodys(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.standalone == "anything about tolls?"


def test_the_views_of_a_speaker_are_what_the_speaker_holds() -> None:
    assert followed("any opinion of Brandt?", ON_LEVEE).understood.speaker == BRANDT


def test_where_to_look_is_no_part_of_a_name() -> None:
    assert followed("is there anybody from the council in there?", ON_LEVEE).understood.speaker == "council"


def test_a_thing_that_cannot_comment_is_a_topic() -> None:
    found = followed("what about the prison at Harwick?", ON_COMMENT, OF_OTHERS).understood

    assert (found.kind, found.topic) == (QuestionKind.WHO_SAID, "the prison at Harwick")


def test_a_question_alone_is_read_as_it_stands() -> None:
    assert read("perhaps it was brandt").speaker is None
