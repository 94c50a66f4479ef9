"""Whom and what pronouns mean after questions of fact: what was put forward, and nobody whom nothing shows."""

from __future__ import annotations

import pytest

from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

PROPOSED: Before = ("what did Brandt propose?", "Brandt’s toll insurance would pay for two years.", ())
SELLS: Before = ("does Hale-Mart sell the flags?", "Hale-Mart sells the flags in all its shops.", ())


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("how much would it cost", "how much would Brandt's proposal cost"),
        ("did anyone criticise it?", "Who criticized Brandt's proposal?"),
        ("what did Quill say about it?", "What did Ada Quill say about Brandt's proposal?"),
    ],
)
def test_it_is_what_somebody_proposed_and_not_who_proposed_it(question: str, read: str) -> None:
    assert followed(question, PROPOSED).understood.standalone == read


def test_she_is_who_was_asked_and_no_name_that_nothing_shows_to_be_somebody() -> None:
    read = followed("when did her book come out?", ON_LEVEE, SELLS).understood.standalone

    assert read == "when did Quill's book come out?"


def test_she_may_be_a_name_that_is_shown_to_be_a_woman() -> None:
    hagen: Before = ("was Hagen arrested?", "Hagen was arrested at her house.", ())

    assert followed("when did she resign?", ON_LEVEE, hagen).understood.standalone == "when did Hagen resign?"


def test_he_is_of_whom_somebody_is_newly_asked() -> None:
    said: Before = ("what did brandt say", "Words.", (BRANDT,))
    of_mott: Before = ("and about Tom Mott?", "Words on Tom Mott.", (BRANDT,))

    assert followed("how did he die?", said, of_mott).understood.standalone == "how did Tom Mott die?"


def test_what_took_so_long_follows_it() -> None:
    question = "how long did it take to clear the mud?"

    assert followed(question, ON_LEVEE).understood.standalone == question
    assert "levee" in followed("how long did it take to build?", ON_LEVEE).understood.standalone


def test_what_one_gets_rid_of_is_what_a_question_is_about() -> None:
    rid: Before = ("how much does it cost to get rid of the mud in a house", "It costs 5.", ())

    assert followed("who said that?", rid).understood.topic == "the mud in a house"


def test_a_headline_makes_no_name_of_words_in_small_letters() -> None:
    frogs: Before = (
        "who recorded the pond frogs?",
        "Scientists Record Sounds Made By Pond Frogs\n\nHARWICK--When Rosa Hale went to record the pond frogs ...",
        (),
    )

    assert "Pond Frogs" not in followed("what did he say about the sound?", frogs).understood.standalone


def test_who_answers_stands_after_a_dateline() -> None:
    recorded: Before = (
        "who recorded the frogs?",
        "PORT ORSA, NL--When Ivo Brandt went to Dene, none had.",
        (),
    )

    assert followed("what did he say about the sound?", recorded).understood.speaker == BRANDT


def test_anything_newer_from_her_asks_for_words_after_a_fact_too() -> None:
    found = followed("anything newer from her?", ON_LEVEE, SELLS)

    assert (found.understood.speaker, found.understood.topic, found.more) == (QUILL, None, True)


@pytest.mark.parametrize(
    "question",
    [
        "what did the other guy, Brandt, say?",
        "and the other one, Brandt?",
        "what did the writer, Ivo Brandt, say about it?",
        "and Brandt, same?",
    ],
)
def test_a_name_beside_what_somebody_is_says_who_is_asked(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.speaker == BRANDT


def test_which_one_is_the_newest_asks_for_the_newest() -> None:
    assert followed("which one is the newest?", ON_LEVEE).understood.order == "newest"
