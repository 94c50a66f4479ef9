"""Turns after an ending that nobody wanted: other words, lifted bounds, doubts about the ending."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import Outcome, QuestionKind, Understanding
from qa.conversation.fragments.doubted_endings import asked_positively, doubts_an_ending, doubts_that_none
from qa.conversation.fragments.fragment_acts import Act
from qa.conversation.fragments.fragments import fragment_of
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed, read

IN_2019: Before = ("what did quill say about the levee in 2019", "Words.", (QUILL,))
DENIED = Outcome.NEAREST


@pytest.mark.parametrize(
    "question", ["try 'dykes'", 'maybe "dykes"', "perhaps dykes?", "or try dykes", "let's try 'dykes'"]
)
def test_other_words_that_are_tried_take_the_place_of_the_topic(question: str) -> None:
    found = followed(question, ON_LEVEE, outcome=DENIED).understood

    assert (found.speaker, found.topic) == (QUILL, "dykes")


def test_a_name_that_is_tried_is_asked_on_the_same() -> None:
    found = followed("try brandt", ON_LEVEE, outcome=DENIED).understood

    assert (found.speaker, found.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize(
    "question",
    [
        "any year",
        "in any year then?",
        "at any time?",
        "no matter when",
        "drop the date",
        "ever?",
        "anything from any year?",
    ],
)
def test_a_bound_of_time_is_lifted(question: str) -> None:
    found = followed(question, IN_2019, outcome=DENIED).understood

    assert (found.speaker, found.topic, found.since, found.until) == (QUILL, "the levee", None, None)


def test_a_bound_of_time_is_lifted_from_a_question_of_fact() -> None:
    found = followed("any year", ("how many died in the flood in 2019?", "", ()), outcome=DENIED).understood

    assert found.standalone == "how many died in the flood?"


def test_any_paper_keeps_the_dates() -> None:
    found = followed("in any paper then", IN_2019, outcome=DENIED).understood

    assert (found.topic, found.since) == ("the levee", date(2019, 1, 1))


@pytest.mark.parametrize("question", ["just the newest", "only the latest", "the newest only"])
def test_only_the_newest_is_an_order_and_no_topic(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.topic, found.order) == ("the levee", "newest")


@pytest.mark.parametrize(
    "question",
    [
        "really nobody?",
        "seriously, nothing?",
        "nothing at all?",
        "not a single word?",
        "why is that unsure?",
        "why not?",
        "why?",
    ],
)
def test_a_doubt_about_an_empty_ending_asks_again(question: str) -> None:
    found = followed(question, ON_LEVEE, outcome=DENIED).understood

    assert found.standalone == "what did Quill say about the levee"


@pytest.mark.parametrize(
    "question", ["only direct quotes", "quotes only please", "just her own words", "verbatim only"]
)
def test_direct_quotes_are_no_topic(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "the levee")


@pytest.mark.parametrize(
    "question",
    [
        "anything from Brandt?",
        "nothing from Brandt?",
        "no words from Brandt?",
        "Brandt maybe",
        "any quotes by brandt?",
    ],
)
def test_words_of_somebody_else_are_asked_for_on_the_same(question: str) -> None:
    found = followed(question, ON_LEVEE, outcome=DENIED).understood

    assert (found.speaker, found.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize("question", ["nothing on tolls?", "about tolls maybe?"])
def test_nothing_on_something_asks_for_anything_on_it(question: str) -> None:
    found = followed(question, ON_LEVEE, outcome=DENIED).understood

    assert (found.speaker, found.topic) == (QUILL, "tolls")


def test_nobody_else_asks_who_else_and_nothing_newer_for_what_is_newer() -> None:
    assert followed("nobody else?", ON_LEVEE).understood.kind is QuestionKind.WHO_SAID
    assert followed("is there nothing newer?", ON_LEVEE).understood.order == "newest"


def test_any_other_paper_asks_for_more_where_none_was_named() -> None:
    assert followed("any other source?", ON_LEVEE).exclude == {"quote 0"}


@pytest.mark.parametrize("verb", ["answer", "reply", "respond"])
def test_what_somebody_answered_needs_no_hearer(verb: str) -> None:
    asked = followed(f"what did Brandt's lawyer {verb}?", ON_LEVEE).understood

    assert (asked.speaker, asked.topic, asked.cue) == ("Brandt's lawyer", "the levee", "respond")


@pytest.mark.parametrize("question", ["nothing from him", "nothing else", "no one", "nobody knows, why?"])
def test_what_asks_nothing_is_not_turned_round(question: str) -> None:
    assert asked_positively(question) is None


def test_why_after_an_answer_asks_for_the_reason() -> None:
    assert followed("why?", ON_LEVEE).understood.standalone == "Why did Ada Quill say that about the levee?"


@pytest.mark.parametrize("question", ["nothing", "nothing else?", "no", "nobody."])
def test_what_takes_nothing_as_it_is_doubts_nothing(question: str) -> None:
    assert not doubts_that_none(question)


@pytest.mark.parametrize("question", ["who does talk about tolls?", "who did speak about tolls?"])
def test_who_does_talk_asks_whoever_does(question: str) -> None:
    found = followed(question, ON_LEVEE, outcome=DENIED).understood

    assert (found.kind, found.topic) == (QuestionKind.WHO_SAID, "tolls")


def test_a_group_whose_first_word_may_be_a_name_is_one_name() -> None:
    def guessing(text: str) -> Understanding:
        said = Understanding(QuestionKind.SAID, text, text, speaker="rights", topic="groups", guessed=True)
        return said if text == "rights groups" else read(text)

    fragment = fragment_of("and rights groups?", guessing)

    assert fragment is not None
    assert (fragment.act, fragment.text) == (Act.ABOUT, "rights groups")


def test_a_date_in_the_topic_is_lifted() -> None:
    asked: Before = ("what did quill say about elections in 2019", "Words.", (QUILL,))

    assert followed("whenever", asked, outcome=DENIED).understood.topic == "elections"


@pytest.mark.parametrize("question", ["in March only", "only in March"])
def test_only_a_month_is_a_bound_and_no_topic(question: str) -> None:
    found = followed(question, IN_2019).understood

    assert (found.topic, found.since) == ("the levee", date(2019, 3, 1))


@pytest.mark.parametrize("question", ["not about the levee", "not the levee", "no, not about tolls"])
def test_what_is_only_said_not_to_be_meant_asks_for_other_quotes(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.topic, found.exclude) == ("the levee", {"quote 0"})


@pytest.mark.parametrize("question", ["really?", "hm, really?", "seriously?", "nothing from Quill?"])
def test_a_doubt_is_no_small_talk(question: str) -> None:
    assert doubts_an_ending(question)


@pytest.mark.parametrize("question", ["energy then", "and insurance?", "maybe software"])
def test_a_word_of_firms_names_is_a_topic_by_itself(question: str) -> None:
    found = followed(question, ON_LEVEE, outcome=DENIED).understood

    assert found.speaker == QUILL
    assert found.topic in question


def test_either_of_two_who_were_asked_are_set_side_by_side() -> None:
    brandt: Before = ("and Brandt?", "Words.", (BRANDT,))

    found = followed("did either of them mention tolls?", ON_LEVEE, brandt).understood

    assert (found.speaker, found.others, found.topic) == (QUILL, (BRANDT,), "tolls")


def test_who_must_have_said_something_is_asked_for_any_words() -> None:
    found = followed("but she must have said something", ON_LEVEE, outcome=DENIED).understood

    assert (found.kind, found.speaker, found.topic) == (QuestionKind.SAID, QUILL, None)
