"""Facts that are asked on and on: of what, of whom, of when, and after a question that found nothing."""

from __future__ import annotations

import pytest

from qa.answers import Outcome
from qa.conversation.topics.subjects import subject
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, SPEAKERS, Before, followed, read

FIRE: Before = ("how many died in the Dene fire?", "Nine people died in the Dene fire.", ())
NOTHING = Outcome.NOT_FOUND


def test_what_was_shown_before_a_question_that_found_nothing_is_asked_first() -> None:
    owner: Before = ("who owns it?", "Words.", ())

    assert followed("when did it start?", FIRE, owner, outcome=NOTHING).beside == ("quote 0",)


def test_what_was_shown_before_another_topic_is_not() -> None:
    other: Before = ("who owns Orsa Bank?", "Words.", ())

    assert followed("when was it founded?", FIRE, other, outcome=NOTHING).beside == ()


@pytest.mark.parametrize(
    "question",
    ["how many shops will they close?", "which roads did he shut?", "and how much money did she get?"],
)
def test_what_they_are_asked_about_is_no_topic_that_goes_on(question: str) -> None:
    assert subject(read(question)) is None


def test_it_is_nobody_who_votes() -> None:
    levee, voted = ("why was the levee built", "Words.", ()), ("how did the nurses vote?", "Words.", ())

    assert followed("what did quill say about it", levee, voted).understood.topic == "the levee"


@pytest.mark.parametrize(
    ("first", "question", "standalone"),
    [
        ("why did the finance director of Vantor go?", "who is he?", "who is the finance director of Vantor?"),
        ("who is the new head of Orsa Bank?", "where did he work?", "where did the new head of Orsa Bank work?"),
        ("what's the coach's name?", "how old is he?", "how old is the coach?"),
    ],
)  # fmt: skip
def test_an_office_keeps_its_words_and_its_body(first: str, question: str, standalone: str) -> None:
    assert followed(question, (first, "Words.", ())).understood.standalone == standalone


def test_an_office_keeps_its_body_over_several_questions() -> None:
    first: Before = ("who is the new boss of Vantor?", "Words.", ())
    second: Before = ("where did he work before?", "Words.", ())

    asked = followed("what did he say about fees?", first, second).understood

    assert asked.standalone == "what did the new boss of Vantor say about fees?"


def test_nobody_is_the_head_of_it() -> None:
    lost: Before = ("how much did Halvorn Blue lose?", "Words.", ())
    happened: Before = ("how did it happen?", "Words.", ())
    runs: Before = ("who runs it?", "It is run by Rosa Hale.", ())

    assert "head of it" not in followed("how old is he?", lost, happened, runs).understood.standalone


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("and the year before?", "how much did Orsa Bank lose in 2003?"),
        ("a year later?", "how much did Orsa Bank lose in 2005?"),
        ("two years earlier?", "how much did Orsa Bank lose in 2002?"),
        ("a year ago?", "how much did Orsa Bank lose a year ago?"),
        ("two weeks later?", "how much did Orsa Bank lose two weeks later?"),
        ("and the week before?", "how much did Orsa Bank lose the week before?"),
    ],
)
def test_a_fact_is_asked_of_the_time_before(question: str, standalone: str) -> None:
    lost: Before = ("how much did Orsa Bank lose in 2004?", "Words.", ())

    assert followed(question, lost).understood.standalone == standalone


@pytest.mark.parametrize("question", ["and in 2003?", "and the week before?"])
def test_another_time_takes_the_place_of_last_year(question: str) -> None:
    lost: Before = ("how much did Orsa Bank lose last year?", "Words.", ())

    assert "last year" not in followed(question, lost).understood.standalone


def test_what_it_costs_to_moor_is_no_cost_of_what_was_talked_of() -> None:
    on_harbour: Before = ("what did quill say about the harbour", "Words.", (QUILL,))

    asked = followed("how much does it cost to moor there?", on_harbour).understood.standalone

    assert asked.startswith("how much does it cost to moor there")
    assert "the harbour cost" in followed("how much does it cost?", on_harbour).understood.standalone


def test_what_for_asks_for_all_that_was_asked_last() -> None:
    on_mill: Before = ("what did quill say about the mill", "Words.", (QUILL,))
    buys: Before = ("who is buying it?", "Words.", ())

    assert "buying" in followed("for how much?", on_mill, buys).understood.standalone


def test_a_demand_for_more_pay_asks_for_nothing_besides() -> None:
    unions: Before = ("what do the unions want?", "Words.", ())

    found = followed("are they asking for more pay?", unions)

    assert "besides" not in found.understood.standalone
    assert not found.exclude


@pytest.mark.parametrize(
    "question", ["what happened in the end?", "how much money was lost?", "how many boats are there?"]
)
def test_what_is_asked_of_anything_is_asked_of_what_was_talked_of(question: str) -> None:
    assert "Orsa Bank" in followed(question, ("who sued Orsa Bank?", "Words.", ())).understood.standalone


def test_a_name_before_sorry_corrects() -> None:
    asked = followed("brandt, sorry", ON_LEVEE).understood

    assert (asked.speaker, asked.topic) == (BRANDT, "the levee")
    assert SPEAKERS.speaker(BRANDT) is not None


def test_the_boss_is_of_what_was_shown_before_another_speaks_of_the_same() -> None:
    found = followed("what did the boss say?", ("who sued Orsa Bank over the deal?", "Words.", ()))

    assert found.near == frozenset({"quote 0"})
    assert found.otherwise is not None


@pytest.mark.parametrize("question", ["and the prime minister?", "what about the mayor"])
def test_an_office_alone_is_looked_for_in_what_was_shown(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert found.understood.topic == "the levee"
    assert found.near == frozenset({"quote 0"})


def test_an_office_that_was_asked_keeps_its_article() -> None:
    head: Before = ("what did the new head of Vantor say about fees?", "Words.", ())

    asked = followed("who did he replace?", head, outcome=NOTHING).understood.standalone

    assert asked == "who did the new head of Vantor replace?"


def test_he_is_whom_the_last_question_asked_for_however_it_was_read() -> None:
    happened: Before = ("how did it happen?", "Words.", ())
    resigned: Before = ("who resigned?", "Words.", ())

    asked = followed("how old is he?", ("what happened to Halvorn Blue?", "Words.", ()), happened, resigned)

    assert "is Halvorn Blue" not in asked.understood.standalone
    assert asked.near is not None


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("did they sign the deal?", "the deal"),
        ("will they make a profit?", None),
        ("which mill got a crane?", "the crane"),
        ("how much is the deal worth?", "the deal"),
    ],
)
def test_what_is_done_is_no_part_of_what_is_talked_of(question: str, about: str | None) -> None:
    assert subject(read(question)) == about


def test_it_is_what_was_asked_for_and_not_who_has_it() -> None:
    deal: Before = ("what deal did Quill make with Orsa Bank?", "Words.", ())

    assert followed("how much is it worth?", deal).understood.standalone.startswith(
        "how much is the deal worth"
    )


def test_several_are_asked_for_wherever_they_speak() -> None:
    found = followed("what do the unions say?", ("who sued Orsa Bank over the deal?", "Words.", ()))

    assert found.near is None


def test_who_shows_no_gender_was_asked_all_the_same() -> None:
    blue: Before = ("what did halvorn blue say about the mill", "Words.", ("Halvorn Blue",))

    assert followed("was he fined?", blue).understood.standalone == "was Halvorn Blue fined?"


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("per person?", "how much does the levee cost per person?"),
        ("and per year?", "how much does the levee cost per year?"),
        ("a year?", "how much does the levee cost a year?"),
    ],
)
def test_a_measure_is_asked_of_what_was_counted(question: str, standalone: str) -> None:
    cost: Before = ("how much does the levee cost?", "It costs a lot.", ())

    assert followed(question, cost).understood.standalone == standalone


def test_a_measure_after_what_is_not_counted_is_searched_for() -> None:
    assert followed("per person?", ("who built the levee?", "Men.", ())).understood.carried == ()


def test_why_they_do_what_was_counted_is_a_whole_question() -> None:
    cuts: Before = ("how many jobs are the mills cutting?", "Forty.", ())

    assert followed("why?", cuts).understood.standalone == "Why are the mills cutting jobs?"
