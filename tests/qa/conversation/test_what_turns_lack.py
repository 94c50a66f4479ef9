"""Talks in which a question lacks something that the turns before it say: a name, a topic, what it is a part of."""

from __future__ import annotations

from tests.qa.conversation.talks_of_dene import QUILL, Before, followed


def test_nothing_is_added_to_a_question_that_only_lacked_whom_he_means() -> None:
    found = followed(
        "why did she pull out", ("Did Ada Quill win at the Dene regatta in 2015?", "She did not.", ())
    )

    assert found.understood.standalone.lower() == "why did ada quill pull out"


def test_a_name_in_small_letters_beside_a_short_name_in_capitals_is_somebody() -> None:
    found = followed(
        "what does she say?", ("how much will VLC pay ada quill", "VLC will pay Ada Quill ten crowns.", ())
    )

    assert found.understood.speaker == QUILL


def test_whether_somebody_ever_did_something_is_about_them() -> None:
    found = followed("and what did Brandt say?", ("Has Ada Quill ever won a race?", "She has not.", ()))

    assert found.understood.standalone == "and what did Brandt say about Ada Quill?"


def test_its_topic_is_not_of_the_person_who_was_asked() -> None:
    words: Before = ("what did Halvorn Blue say about the ferry", "Words.", ("Halvorn Blue",))
    decline: Before = ("what did he say about its decline", "Words.", ("Halvorn Blue",))

    found = followed("why is it in danger?", words, decline)

    assert "Blue's decline" not in found.understood.standalone


def test_when_somebody_did_that_is_about_what_was_talked_of() -> None:
    then: Before = ("when did Quill do that to Brandt?", "In May.", ())

    found = followed(
        "what did Tom Hale say about it?", ("Why did Ada Quill close the levee?", "It leaks.", ()), then
    )

    assert "that to" not in found.understood.standalone


def test_who_came_second_is_asked_of_the_race_that_was_talked_of() -> None:
    found = followed("who came second?", ("Who won the Dene regatta?", "Ada Quill won it.", ()))

    assert "Dene" in found.understood.standalone
