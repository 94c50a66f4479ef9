"""Whom "they" and "his" mean: the two who were talked of, a body whose words were shown, and no town."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import Outcome, QuestionKind, Understanding
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.conversation.topics.standalone import stand_alone
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, SPEAKERS, Before, followed

ON_BRANDT: Before = ("what did quill say about brandt", "Words of Ada Quill on Ivo Brandt.", (QUILL,))
MET: Before = ("when did quill meet brandt?", "Ada Quill met Ivo Brandt in May.", ())
ON_BANK: Before = ("what did Orsa Bank say about Dene Bank", "Words.", ("Orsa Bank",))


@pytest.mark.parametrize(
    ("question", "asked"), [("did they meet?", "did {} meet?"), ("where did they meet", "where did {} meet")]
)
def test_they_are_the_speaker_and_who_was_spoken_of(question: str, asked: str) -> None:
    found = followed(question, ON_BRANDT).understood

    assert (found.standalone, found.carried) == (asked.format(f"{QUILL} and {BRANDT}"), ("words",))


def test_they_are_the_one_of_two_namesakes_who_is_heard_far_more() -> None:
    speakers = ListedSpeakers(
        (
            *SPEAKERS.all,
            Speaker("Leo Strand", "person", ("Strand",), 90),
            Speaker("Una Strand", "person", ("Strand",), 2),
        )
    )

    def read(text: str) -> Understanding:
        return understand(text, today=date(2024, 6, 1), speakers=speakers, sources=())

    asked = "what did quill say about strand"
    turn = Turn(asked, "Words of Strand.", read(asked), ("quote",), Outcome.ANSWERED, (QUILL,))
    found = follow("did they meet?", Conversation((turn,)), read, speakers).understood

    assert found.standalone == f"did {QUILL} and Leo Strand meet?"


def test_they_are_two_firms_where_it_is_done_together() -> None:
    assert followed("did they merge?", ON_BANK).understood.standalone == "did Orsa Bank and Dene Bank merge?"


def test_they_are_one_firm_where_one_can_do_it_alone() -> None:
    assert "Orsa Bank and" not in followed("did they sell the mill?", ON_BANK).understood.standalone


def test_they_are_no_town_where_something_was() -> None:
    shown: Before = (
        "who measured the crack in Harwick?",
        "The Dene Bank measured it in Harwick.",
        ("Dene Bank",),
    )

    assert followed("what did they say?", shown).understood.speaker == "Dene Bank"


def test_a_body_and_a_question_for_its_words_ask_on_what_was_talked_of() -> None:
    found = followed(
        "and port orsa? what do they say", ("what did quill say about the levee", "Words.", (QUILL,))
    )

    assert (found.understood.speaker, found.understood.topic) == ("port orsa", "the levee")


def test_him_is_who_was_spoken_of_where_the_speaker_tells_him_something() -> None:
    on_brandt: Before = ("what did tom hale say about brandt", "Words.", ("Tom Hale",))

    assert followed("what did he tell him?", on_brandt).understood.addressee == BRANDT


def test_why_after_those_who_oppose_something_asks_why_they_do() -> None:
    found = followed("why?", ("who opposes the levee?", "Words.", (QUILL, BRANDT)))

    assert found.understood.standalone == "Why did they oppose the levee?"
    assert (found.understood.kind, found.near) == (QuestionKind.WHO_SAID, {"quote 0"})


def test_his_mind_is_that_of_whoever_changed_it() -> None:
    found = followed(
        "why did strand change his mind?", ("what did brandt say about the levee", "No.", (BRANDT,))
    )

    assert found.understood.standalone == "why did strand change his mind?"


def test_they_are_no_single_man_of_whom_an_archive_knows() -> None:
    turns = [("What did Ivo Brandt say about the law?", "Senate President Ivo Brandt spoke.")]

    asked = stand_alone("how did they vote on it?", turns, person=lambda name: name == BRANDT)

    assert asked.text.startswith("how did they vote")


def test_a_word_of_a_heading_is_no_name() -> None:
    turns = [("how much did the levee cost?", "Levees Have Cost The Council.")]

    asked = stand_alone("how much did they cut", turns, person=lambda name: False)

    assert asked.text.startswith("how much did they cut")


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("what did they talk about?", "what did {} talk about?"),
        ("where did they meet?", "where did {} meet?"),
        ("were they alone?", "were {} alone?"),
    ],
)
def test_they_are_the_two_who_met(question: str, standalone: str) -> None:
    found = followed(question, MET).understood

    assert found.standalone == standalone.format(f"{QUILL} and {BRANDT}")


@pytest.mark.parametrize(
    ("question", "before"),
    [
        ("were they hurt?", ("why did quill fire brandt?", "Ada Quill fired Ivo Brandt.", ())),
        ("what did they want?", ("what did quill say about brandt", "Words on Ivo Brandt.", (QUILL,))),
        ("what did they talk about?", ("when did quill meet the council?", "Ada Quill met it.", ())),
    ],
)
def test_they_are_no_two_of_whom_only_one_did_something(question: str, before: Before) -> None:
    assert f"{QUILL} and" not in followed(question, before).understood.standalone


def test_his_campaign_is_no_womans() -> None:
    lost: Before = ("has strand conceded?", "Una Strand has not.", ())
    told = "Una Strand lost, Halvorn Blue said."
    said: Before = ("what did halvorn blue say to that?", told, ("Halvorn Blue",))

    assert followed("and his campaign?", lost, said).understood.standalone.startswith(
        "What did Halvorn Blue's campaign say"
    )


def test_what_it_costs_them_is_no_cost_to_itself() -> None:
    probes: Before = ("what did quill say about the probes", "Words.", (QUILL,))

    assert (
        followed("how much did it cost them?", probes).understood.standalone
        == "how much did the probes cost them?"
    )


def test_it_is_not_the_two_who_talked() -> None:
    met: Before = ("when did Quill meet Brandt?", "On Monday.", ())
    talked: Before = ("what did they talk about?", "Of the levee.", ())

    assert followed("what did she say about it?", met, talked).understood.topic == "Quill meeting Brandt"


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("were the guys arrested", "the guys"),
        ("when do the ferry workers strike?", "the ferry workers"),
        ("why did the women leave Dene?", "the women"),
        ("did the people of Dene back the levee?", "the people of Dene"),
    ],
)
def test_they_are_the_people_whom_a_question_of_fact_was_about(before: str, who: str) -> None:
    asked: Before = (before, "Words.", ())

    assert followed("what do they want?", ON_LEVEE, asked).understood.standalone == f"what do {who} want?"


def test_they_are_no_things_that_a_question_of_fact_was_about() -> None:
    asked: Before = ("when did the ferries stop?", "Words.", ())

    assert "the ferries want" not in followed("what do they want?", ON_LEVEE, asked).understood.standalone
