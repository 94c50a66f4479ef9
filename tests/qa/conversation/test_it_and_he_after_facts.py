"""What "it" and "he" mean after a question of fact, and what such a question was about."""

from __future__ import annotations

import pytest

from qa.answers import Outcome
from qa.conversation.earlier.agreement import gender_shown
from qa.conversation.topics.subjects import subject
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed, read


def test_she_after_she_in_a_fact_is_nobody_who_was_asked_before() -> None:
    found = followed(
        "did she say sorry?",
        ON_LEVEE,
        ("was Strand at the levee?", "Ms Strand was there.", ()),
        ("why did she leave?", "Ms Strand left because it rained.", ()),
    )

    assert found.understood.standalone == "did Strand apologise?"


@pytest.mark.parametrize(
    ("shown", "gender"),
    [
        ("“We all miss Brandt,” Quill said.", None),
        ("MR. BRANDT LEAVES", "m"),
        ("Miss Ines Brandt left.", "f"),
    ],
    ids=["a verb", "a headline", "a given name between"],
)
def test_a_title_before_a_name_tells_of_a_man_or_a_woman(shown: str, gender: str | None) -> None:
    assert gender_shown("ivo brandt", [shown]) == gender


@pytest.mark.parametrize(
    "question", ["is it more powerful?", "are they more expensive?", "was he more careful?"]
)
def test_more_before_an_adjective_asks_for_no_others(question: str) -> None:
    found = followed(question, ("how old is the pump?", "The pump is old.", ()))

    assert "besides" not in found.understood.standalone
    assert not found.exclude


def test_it_is_nobody_whose_given_name_was_shown() -> None:
    found = followed(
        "what is holding it up?",
        ("will Norland join the union?", "Norland may join.", ()),
        ("what about kettle?", "Norland has talked to President Martin Kettle.", ()),
    )

    assert "Kettle up" not in found.understood.standalone
    assert "Norland" in found.understood.standalone


def test_it_may_be_a_thing_named_after_somebody_shown() -> None:
    shown = "The Kettle bridge was built by Martin Kettle."
    found = followed("how old is it?", ("what did quill say about the Kettle bridge", shown, (QUILL,)))

    assert found.understood.standalone == "how old is the Kettle bridge?"


def test_it_is_not_the_firm_of_whose_man_was_asked() -> None:
    found = followed(
        "is it loud?", ("what did the guy from Vantor say?", "Words.", ()), outcome=Outcome.NOT_FOUND
    )

    assert not found.understood.standalone.startswith("is Vantor")


def test_what_happened_is_no_name() -> None:
    found = followed("how did it happen?", ("how many files did Vantor lose?", "Vantor lost ten.", ()))

    assert found.understood.standalone.startswith("how did it happen")


def test_a_bill_is_nobody_called_bill() -> None:
    found = followed(
        "when does it have to pass?",
        ("what did quill say about the ferry bill", "The Bill is late.", (QUILL,)),
    )

    assert found.understood.standalone == "when does the ferry Bill have to pass?"


def test_a_name_with_of_is_whole_in_small_letters() -> None:
    asked: Before = ("what did the bank of dene lose", "The Bank of Dene lost ten files.", ())

    assert followed("what did quill say about that", asked).understood.topic == "the Bank of Dene"


def test_a_stranger_is_asked_nothing_on_itself() -> None:
    found = followed(
        "did vantor say anything?", ("what did quill say about vantor", "Vantor lost.", (QUILL,))
    )

    assert found.understood.topic == QUILL


def test_his_boss_speaks_of_him() -> None:
    found = followed("what did his boss say about him?", ("who is Brandt?", "Brandt is a baker.", ()))

    assert found.understood.topic == BRANDT


def test_no_day_of_anybody_elses_words_is_his() -> None:
    age: Before = ("how old is brandt?", "Quill is 61.", (QUILL,))
    found = followed("when did he say that?", age)

    assert found.unresolved
    assert not found.printed


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("what did Quill’s report find?", "Quill’s report"),
        ("what did the Bank of Dene lose?", "the Bank of Dene"),
        ("any reaction to the toll?", "the toll"),
        ("by how much will they go up?", None),
        ("who does Ivo Brandt work for?", "Ivo Brandt"),
        ("could bakers be fined?", "bakers"),
    ],
)
def test_what_a_question_is_about_ends_before_its_verb(question: str, about: str | None) -> None:
    assert subject(read(question)) == about


def test_a_committee_is_no_he() -> None:
    asked: Before = ("what did the committee want?", "Brandt chairs the committee.", (BRANDT,))

    assert "committee the" not in followed("is he the chairman?", asked).understood.standalone


def test_a_whole_sentence_is_no_topic_to_go_on_about() -> None:
    found = followed(
        "what did brandt say to that", ON_LEVEE, ("did quill say it was closed?", "Words.", (QUILL,))
    )

    assert found.understood.topic != "it was closed"


def test_he_is_no_band() -> None:
    asked: Before = ("when did quarry form", "In May the rock band Quarry formed.", ())

    assert not followed("is he married?", asked).understood.standalone.startswith("is Quarry")


def test_she_is_not_whom_the_quotes_call_jack() -> None:
    strands: Before = ("did strand say anything?", "The mayor and Jack Strand met.", ())

    assert followed("what did she say about fares?", ON_LEVEE, strands).understood.speaker == QUILL


def test_whom_an_aside_asked_for_is_no_topic_of_the_talk() -> None:
    found = followed("what did brandt say?", ON_LEVEE, ("who’s strand?", "Strand is a baker.", ()))

    assert found.understood.topic == "the levee"


def test_why_after_what_somebody_did_asks_why_they_did_that() -> None:
    found = followed("why?", ("what did Brandt do in Dene?", "Brandt left.", ()))

    assert found.understood.standalone == "Why did Brandt do that in Dene?"


def test_a_flood_ends_before_what_it_cost_somebody() -> None:
    assert subject(read("how much will the flood cost port orsa")) == "the flood"


def test_what_somebody_wants_is_no_question_about_them() -> None:
    found = followed(
        "what do the bakers say?", ON_LEVEE, ("what does Strand want?", "Strand wants a dam.", ())
    )

    assert found.understood.topic == "the levee"


def test_what_is_at_risk_is_talked_of_and_not_risk() -> None:
    assert subject(read("how many jobs are at risk?")) == "jobs"


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("how many people use Vantor?", "Vantor"),
        ("when is the film coming out?", "the film"),
        ("when are Kip and Nell Strand getting married?", "Kip and Nell Strand"),
        ("why is the levee being rebuilt?", "the levee"),
        ("how many people voted in Dene?", "Dene"),
        ("why did Vantor profits go up?", "Vantor profits"),
        ("why did the council shut down?", "the council"),
        ("how did Kip Strand find out he had a daughter?", "Kip Strand"),
    ],
)
def test_what_is_done_is_no_part_of_the_thing_that_it_is_done_to(question: str, about: str) -> None:
    assert subject(read(question)) == about


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("did Strand sign it?", "did Strand sign the levee?"),
        ("will Norland pay for it now?", "will Norland pay for the levee now?"),
        ("did the Levee Board close it?", "did the Levee Board close it?"),
    ],
)
def test_it_is_not_who_does_something_to_it(question: str, meant: str) -> None:
    assert followed(question, ON_LEVEE).understood.standalone == meant


def test_a_fact_is_not_about_the_critics_who_were_asked() -> None:
    farm: Before = ("what did quill say about the farm", "The farm is big.", (QUILL,))
    critics: Before = ("what about the critics", "Critics say it is bad.", ())
    found = followed("how many people work there", farm, critics)

    assert found.understood.standalone == "how many people work there (farm)"


def test_anyones_is_not_his() -> None:
    found = followed(
        "did anyone in his house resign?", ON_LEVEE, ("what about Ivo Brandt?", "Words.", (BRANDT,))
    )

    assert "his" not in found.understood.standalone


def test_it_is_no_members_of_a_party() -> None:
    dems: Before = ("what did brandt say about the lib dems", "Words.", (BRANDT,))

    found = followed("did Strand back it?", ON_LEVEE, dems)

    assert found.understood.standalone == "did Strand back the levee?"
