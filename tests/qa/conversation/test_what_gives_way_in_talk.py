"""Which part of the last question gives way to what a turn names, and which question a turn goes on from."""

from __future__ import annotations

import pytest

from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

ON_MILL: Before = ("What did Quill say about the mill in Harwick?", "Words.", (QUILL,))
WHO_WAS_HURT: Before = ("who was hurt", "The guard.", ())


@pytest.mark.parametrize(
    "question",
    [
        "And in Orsk?",
        "What about Orsk?",
        "I may have the town wrong. Try Orsk.",
        "No, I meant in Orsk.",
        "Orsk, I mean.",
        "It's Orsk, not Harwick.",
        "it's Orsk not Harwick",
        "wrong town sorry, Orsk",
    ],
)
def test_another_place_takes_the_place_of_the_one_in_the_topic(question: str) -> None:
    understood = followed(question, ON_MILL).understood

    assert (understood.speaker, understood.topic) == (QUILL, "the mill in Orsk")


def test_in_small_letters_only_what_stands_after_in_is_a_place() -> None:
    asked: Before = ("what did quill say about the mill in harwick", "Words.", (QUILL,))

    assert followed("and in orsk?", asked).understood.topic == "the mill in orsk"
    assert followed("its orsk not harwick", asked).understood.topic == "the mill in orsk"
    assert followed("and rents?", asked).understood.topic == "rents"


def test_who_speaks_takes_the_speakers_place_and_not_that_of_a_place() -> None:
    understood = followed("And Brandt?", ON_MILL).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the mill in Harwick")


def test_that_it_is_somebody_else_who_was_shown_still_refuses_the_quote() -> None:
    assert followed("that's Brandt, not Quill", ON_LEVEE).more


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("ok nothing from quill. any other mayor then", "mayor"),
        ("Quill said nothing on it, so the council then", "council"),
        ("hm nothing. and brandt", BRANDT),
    ],
)
def test_a_remark_that_names_nothing_new_stands_before_what_is_asked(question: str, speaker: str) -> None:
    understood = followed(question, ON_MILL).understood

    assert (understood.speaker, understood.topic) == (speaker, "the mill in Harwick")


@pytest.mark.parametrize("question", ["and the clerk?", "oh they probably have none, then the clerk"])
def test_another_office_is_one_of_the_same_place(question: str) -> None:
    found = followed(question, ("Who is the mayor of Harwick?", "Nobody.", ()))

    assert found.understood.standalone == "Who is the clerk of Harwick?"
    assert found.otherwise is not None
    assert found.otherwise.understood.standalone == "Who is the clerk?"


def test_another_office_brings_its_own_place() -> None:
    asked: Before = ("Who is the mayor of Harwick?", "Nobody.", ())

    assert followed("and the clerk of Dene?", asked).understood.standalone == "Who is the clerk of Dene?"


@pytest.mark.parametrize(
    ("before", "question", "asked"),
    [
        ("How much do Dene teachers earn?", "And other teachers?", "How much do other teachers earn?"),
        ("how many dene nurses resigned", "and other nurses", "how many other nurses resigned"),
    ],
)
def test_others_of_its_kind_take_the_place_of_what_a_fact_is_about(
    before: str, question: str, asked: str
) -> None:
    assert followed(question, (before, "Words.", ())).understood.standalone == asked


@pytest.mark.parametrize("question", ["and the tolls?", "lol ok and the tolls", "what about the tolls?"])
def test_after_a_fact_that_has_no_place_for_a_thing_who_was_heard_is_asked_on_it(question: str) -> None:
    understood = followed(question, ON_LEVEE, WHO_WAS_HURT).understood

    assert (understood.speaker, understood.topic) == (QUILL, "the tolls")


def test_the_old_one_is_no_thing_whose_place_another_takes() -> None:
    understood = followed("and the tolls?", ON_LEVEE, ("who was the old one", "Words.", ())).understood

    assert (understood.speaker, understood.topic) == (QUILL, "the tolls")


@pytest.mark.parametrize(
    "question",
    [
        "What did Brandt say on the same subject?",
        "did Brandt say anything on that topic",
        "what does Brandt think about this issue",
    ],
)
def test_the_same_subject_is_what_was_talked_of(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize(
    "question", ["anything from the harbour guard on it", "any words by the harbour guard about that?"]
)
def test_on_it_is_no_part_of_the_name_of_whose_words_are_asked_for(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == ("harbour guard", "the levee")


def test_who_is_called_something_is_whom_the_talk_is_about() -> None:
    understood = followed("who called her a hero", ON_LEVEE).understood

    assert (understood.topic, understood.standalone) == ("Ada Quill a hero", "who called Ada Quill a hero")


@pytest.mark.parametrize("question", ["what did she say exactly", "What exactly did she say?"])
def test_what_somebody_said_exactly_is_what_was_shown(question: str) -> None:
    assert followed(question, ON_LEVEE).printed == ("quote 0",)
    assert not followed("what did he say exactly", ON_LEVEE).printed
    assert not followed("what did she say", ON_LEVEE).printed


def test_before_that_is_no_topic_beside_a_time() -> None:
    understood = followed("And before that, in March?", ON_LEVEE).understood

    assert understood.topic == "the levee"
    assert understood.since is not None
    assert understood.since.month == 3


def test_others_are_asked_on_what_is_named() -> None:
    understood = followed("What do others say about the toll?", ON_LEVEE).understood

    assert (understood.kind.value, understood.speaker, understood.topic) == ("who_said", None, "the toll")


def test_others_of_a_kind_are_asked_on_what_was_talked_of() -> None:
    understood = followed("what do other teachers say", ON_LEVEE).understood

    assert understood.topic == "the levee"


def test_the_time_beside_another_thing_is_kept() -> None:
    understood = followed("And the new offer, in March?", ON_LEVEE, WHO_WAS_HURT).understood

    assert (understood.speaker, understood.topic) == (QUILL, "the new offer")
    assert understood.since is not None


@pytest.mark.parametrize(
    ("before", "question", "asked"),
    [
        (("how many letters did he write", "Four.", ()), "when was the last one", "when was the last letter"),
        (
            ("What did Quill say about the new guard firm at the pier?", "Words.", (QUILL,)),
            "who was the old one",
            "who was the old guard firm",
        ),
    ],
)
def test_one_stands_for_what_was_talked_of(before: Before, question: str, asked: str) -> None:
    assert followed(question, before).understood.standalone == asked


def test_one_that_is_not_wanted_stays_as_it_is() -> None:
    assert (
        "later mill"
        not in followed("Her June statement, please, not the later one.", ON_MILL).understood.standalone
    )


def test_the_one_who_did_something_is_somebody() -> None:
    assert (
        "mill"
        not in followed("who was the old one who left", ON_MILL).understood.standalone.partition("(")[0]
    )


def test_the_one_who_says_something_is_somebody() -> None:
    assert "mill" not in (followed("what did the old one say", ON_MILL).understood.speaker or "")


def test_one_after_the_words_of_an_office_is_another_who_holds_it() -> None:
    of_mayor: Before = ("What did the mayor say about the mill?", "Words.", (QUILL,))

    assert "new mill" not in followed("who is the new one", of_mayor).understood.standalone


@pytest.mark.parametrize("question", ["when were they built?", "who owns them?"])
def test_they_need_not_be_the_two_where_both_spoke_of_several_things(question: str) -> None:
    both: Before = ("What did Quill and Brandt say about the ferries?", "Words.", (QUILL, BRANDT))

    assert QUILL not in followed(question, both).understood.standalone


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("what did they say about tolls", "what did Ada Quill and Ivo Brandt say about tolls"),
        ("Whom did they write to?", "Whom did Ada Quill and Ivo Brandt write to?"),
    ],
)
def test_they_are_the_two_who_were_asked_for_together(question: str, asked: str) -> None:
    both: Before = ("What did Quill and Brandt say about Harwick?", "Words.", (QUILL, BRANDT))

    assert followed(question, both).understood.standalone == asked


def test_they_are_no_longer_the_two_once_something_else_was_asked() -> None:
    both: Before = ("What did Quill and Brandt say about Harwick?", "Words.", (QUILL, BRANDT))
    nurses: Before = ("did the nurses strike?", "The nurses struck in May.", ())

    assert QUILL not in followed("what did they say about tolls?", both, nurses).understood.standalone


def test_things_do_not_take_the_place_of_somebody() -> None:
    hurt: Before = ("where was the woman hurt", "In Dene.", ())

    assert followed("and the trains?", ON_LEVEE, hurt).understood.topic == "the trains"


@pytest.mark.parametrize("question", ["its the bus stop i meant", "it's the bus stop, I mean"])
def test_what_it_is_that_was_meant_is_a_topic(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.topic == "the bus stop"
