"""Whom and what pronouns mean after questions of fact: what was put forward, and nobody whom nothing shows."""

from __future__ import annotations

import pytest

from qa.answers import QuestionKind
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


def test_what_happens_so_often_is_no_topic() -> None:
    hurt: Before = ("how many people get hurt a month?", "Ten.", ())

    assert followed("what did Brandt say about that?", ON_LEVEE, hurt).understood.topic == "the levee"


def test_about_goes_on_from_before_it_was_asked_who_somebody_is() -> None:
    who: Before = ("who's she?", "Ada Quill, the mayor of Dene.", ())

    understood = followed("and about Port Orsa?", ON_LEVEE, who).understood

    assert (understood.speaker, understood.topic) == (QUILL, "Port Orsa")


def test_that_letter_is_what_it_is_next() -> None:
    letter: Before = ("what was in that letter?", "A plea.", ())

    assert "who sent the letter" in followed("who sent it?", ON_LEVEE, letter).understood.standalone


def test_it_in_a_clause_is_what_somebody_was_asked_about() -> None:
    spying: Before = ("what did brandt say about spying", "Words.", (BRANDT,))

    assert followed("does he say who ordered it", spying).understood.topic == "who ordered spying"


def test_who_it_was_before_held_the_same_office() -> None:
    envoy: Before = ("who is the new envoy to Dene?", "Tom Mott is to replace Ivo Hagen.", ())

    assert (
        followed("and who was it before?", envoy).understood.standalone
        == "who was the previous envoy to Dene?"
    )


def test_which_company_wants_to_do_it_asks_for_no_words() -> None:
    understood = followed("which company wants to do it", ON_LEVEE).understood

    assert (understood.kind, understood.topic) == (QuestionKind.CONTENT, None)
    assert "levee" in understood.standalone


@pytest.mark.parametrize("question", ["ah that was Dene's Brandt", "that was the Greens' Brandt"])
def test_whose_somebody_is_stands_before_who_it_was(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize("question", ["back to the tolls", "ok, back to the tolls"])
def test_back_to_what_was_not_asked_yet_asks_it(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (QUILL, "the tolls")


def test_he_is_no_place_and_no_part_of_a_thing() -> None:
    plant: Before = (
        "what did quill say about the Felix Hills plant?", "The Party opposed it.", (QUILL,),
    )  # fmt: skip
    founded: Before = ("when was the party founded?", "The Party was founded in 1977.", ())
    china: Before = ("what was said about China?", "Orsa urged it on China.", ())

    assert "what's his job" in followed("and what's his job", plant, founded).understood.standalone
    assert "did China" not in followed("when did he first urge peace?", china).understood.standalone


def test_he_himself_is_who_was_criticised_and_not_who_did() -> None:
    criticised: Before = ("Who criticised Tom Hale?", "Ivo Brandt did.", (BRANDT,))

    assert followed("what did he himself say on tolls", criticised).understood.speaker == "Tom Hale"


def test_more_of_one_thing_than_of_another_asks_for_no_others() -> None:
    assert "besides" not in followed("why is there more sand than mud", ON_LEVEE).understood.standalone


def test_whether_her_deputy_agrees_is_asked_on_what_was_talked_of() -> None:
    assert followed("does her deputy agree?", ON_LEVEE).understood.topic == "the levee"


def test_another_of_whom_nothing_shows_that_they_speak_may_be_spoken_of_too() -> None:
    on_hagen: Before = ("what did quill say about Hagen?", "Words.", (QUILL,))

    found = followed("and Brandt?", on_hagen)

    assert (found.understood.speaker, found.understood.topic) == (BRANDT, "Hagen")
    assert found.otherwise is not None
    assert (found.otherwise.understood.speaker, found.otherwise.understood.topic) == (QUILL, "Brandt")


def test_what_goes_away_is_what_takes_so_long() -> None:
    assert "levee" in followed("how long will it take to go away?", ON_LEVEE).understood.standalone


def test_that_stands_before_somebodys_name_in_talk() -> None:
    understood = followed("and what did that Brandt say?", ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the levee")


def test_a_surname_is_whoever_was_asked_last_and_not_who_was_typed_first() -> None:
    una: Before = ("what did Una Hale say about the mill?", "None.", ())
    rosa: Before = ("it's Rosa", "Rosa Hale said so.", ("Rosa Hale",))

    assert followed("where does Hale work?", una, rosa).understood.standalone == "where does Rosa Hale work?"


def test_the_tolls_thing_is_asked_of_whoever_was_heard_before_a_fact() -> None:
    town: Before = ("which town is it?", "Dene.", ())

    understood = followed("the tolls thing then", ON_LEVEE, town).understood

    assert (understood.speaker, understood.topic) == (QUILL, "tolls")


def test_others_are_besides_names_only() -> None:
    comet: Before = ("what did quill say about the comet", "Words.", (QUILL,))
    closest: Before = ("where's the closest one?", "There.", ())

    assert "besides" not in followed("any other group that saw it?", comet, closest).understood.standalone


def test_he_is_of_whom_it_was_asked_who_praised_him() -> None:
    who: Before = ("who was Tom Hale?", "Tom Hale was a baker.", ())
    praised: Before = ("who praised him?", "Ivo Brandt praised him.", (BRANDT,))

    assert followed("where was he born", who, praised).understood.standalone == "where was Tom Hale born"
