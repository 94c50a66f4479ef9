"""Turns as they are typed: a pronoun in capitals, "please" at the end, "that one", a name in front, "to the tolls"."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import QuestionKind
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed


def test_a_pronoun_in_capitals_is_nobodys_name() -> None:
    found = followed("and what did HE say?", ("what did quill say about brandt", "Words.", (QUILL,)))

    assert found.understood.speaker == BRANDT


@pytest.mark.parametrize("question", ["what else did she say please", "anything else from her, please?"])
def test_please_is_no_topic(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, None)


def test_whether_somebody_said_please_is_asked_as_it_stands() -> None:
    assert "please" in followed("did she say please?", ON_LEVEE).understood.standalone


@pytest.mark.parametrize(
    "question", ["did brandt comment on that one?", "what did brandt think of that one too?"]
)
def test_that_one_is_what_was_talked_of(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.topic == "the levee"


@pytest.mark.parametrize(
    "question",
    ["what about ivo brandt, what did he think?", "and ivo brandt, did he say anything?"],
)
def test_a_full_name_in_front_goes_on_about_the_same(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize("question", ["and vantor, did they react?", "and vantor, what did they say?"])
def test_a_name_in_small_letters_before_they_is_asked(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.kind, found.speaker, found.topic) == (QuestionKind.SAID, "vantor", "the levee")


def test_then_before_a_question_is_nobody() -> None:
    assert followed("and then, what did they say?", ON_LEVEE).understood.speaker != "then"


def test_to_before_a_thing_is_no_part_of_a_topic() -> None:
    assert followed("and to the tolls?", ON_LEVEE).understood.topic == "the tolls"


def test_to_the_reporters_is_no_topic() -> None:
    found = followed("and to the reporters?", ON_LEVEE).understood

    assert found.standalone == "What did Ada Quill say to the reporters?"


def test_her_own_words_are_those_of_the_same_time() -> None:
    in_may: Before = ("what did quill say about the levee in may 2023?", "Words.", (QUILL,))
    found = followed("in her own words", in_may).understood

    assert (found.since, found.until) == (date(2023, 5, 1), date(2023, 5, 31))


@pytest.mark.parametrize("question", ["what was the first one again?", "what was my first question again?"])
def test_what_the_first_one_was_asks_the_first_question_again(question: str) -> None:
    found = followed(question, ON_LEVEE, ("and brandt?", "Words.", (BRANDT,))).understood

    assert (found.speaker, found.topic) == (QUILL, "the levee")


@pytest.mark.parametrize(
    "before", ["ok another thing: ", "lol. another thing - ", "one more thing: ", "something else: "]
)
def test_another_thing_only_opens_a_question(before: str) -> None:
    found = followed(f"{before}who sold the mill?", ON_LEVEE).understood

    assert (found.standalone, found.carried) == ("who sold the mill?", ())


@pytest.mark.parametrize("question", ["did she say sorry?", "did Quill say that she was sorry?"])
def test_to_say_sorry_is_to_apologise_and_no_topic(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.cue, found.topic) == (QUILL, "apologize", None)


@pytest.mark.parametrize(
    "asked", ["New-built ferries: who owns them?", "different-sized boats: who has them?"]
)
def test_a_compound_with_new_opens_nothing(asked: str) -> None:
    assert asked.split(":", maxsplit=1)[0] in followed(asked, ON_LEVEE).understood.standalone


@pytest.mark.parametrize("what", ["sorry to leave", "sorry for Brandt"])
def test_who_is_sorry_to_leave_asks_nobodys_pardon(what: str) -> None:
    assert followed(f"did Quill say that she was {what}?", ON_LEVEE).understood.cue != "apologize"


@pytest.mark.parametrize("lead", ["yo", "so like", "idk", "hey,", "lol"])
def test_what_is_called_out_before_the_first_question_is_no_part_of_it(lead: str) -> None:
    found = followed(f"{lead} what did quill say about the levee").understood

    assert (found.speaker, found.topic) == (QUILL, "the levee")


@pytest.mark.parametrize("lead", ["lovely, thank you.", "perfect, thanks a lot!", "cheers,"])
def test_thanks_before_a_question_are_no_part_of_it(lead: str) -> None:
    found = followed(f"{lead} And ivo brandt?", ON_LEVEE).understood

    assert (found.speaker, found.topic) == (BRANDT, "the levee")


def test_a_thing_in_front_of_a_question_is_it() -> None:
    found = followed("and the pier, where was it sold?", ON_LEVEE).understood

    assert found.standalone.startswith("where was the pier sold")
