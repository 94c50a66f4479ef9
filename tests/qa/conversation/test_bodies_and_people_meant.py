"""Whom "the company", "the boss" and "they" mean, and what "it" does not."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import Outcome, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

SPEAKERS = ListedSpeakers(
    (
        Speaker(QUILL, "person", ("Quill",), 9),
        Speaker("Vantor", "person", (), 3),
        Speaker("Kestrel Strand", "person", ("Strand",), 3),
        Speaker("Norland government", "group", ("government",), 3),
        Speaker("Halvorn government", "group", ("government",), 3),
    )
)
ON_FIRM: Before = ("what did quill say about vantor", "Quill said Vantor would close.", (QUILL,))


def read(text: str) -> Understanding:
    return understand(text, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())


def asked_after(question: str, asked: str, words: str, speakers: tuple[str, ...] = ()) -> Followed:
    turn = Turn(asked, words, read(asked), ("quote 0",), Outcome.ANSWERED, speakers)
    return follow(question, Conversation((turn,)), read, SPEAKERS)


def senses(followed: Followed) -> list[Followed]:
    found = [followed]
    while found[-1].otherwise is not None:
        found.append(found[-1].otherwise)
    return found


@pytest.mark.parametrize("question", ["what did the company say to that?", "what did the company say?"])
def test_the_company_asked_on_a_topic_is_that_of_the_articles_shown(question: str) -> None:
    found = asked_after(question, *ON_FIRM)

    assert all(each.near == {"quote 0"} for each in senses(found) if each.understood.speaker == "company")


def test_the_company_may_be_a_firm_of_one_name_that_was_talked_of() -> None:
    last = senses(asked_after("what did the company say?", *ON_FIRM))[-1]

    assert (last.understood.speaker, last.doubtful) == ("Vantor", True)


def test_the_company_is_nobody_whom_what_was_shown_calls_mr() -> None:
    asked, _, speakers = ON_FIRM
    found = asked_after("what did the company say?", asked, "Quill said Mr Vantor would go.", speakers)

    assert "Vantor" not in [each.understood.speaker for each in senses(found)]


@pytest.mark.parametrize(
    "asked", ["what did quill say about the levee", "why was the levee closed?"], ids=["words", "fact"]
)
def test_and_the_government_is_none_of_several_others(asked: str) -> None:
    found = asked_after("and the government?", asked, "Quill closed the levee.", (QUILL,))

    assert found.understood.speaker == "government"
    assert not found.understood.ambiguous
    assert found.near == {"quote 0"}


def test_the_boss_of_other_articles_is_only_a_guess_after_a_denial() -> None:
    fell: Before = ("why did the trams stop?", "Words.", ())
    found = followed("what did the minister say?", fell, outcome=Outcome.NOT_FOUND)

    assert all(each.doubtful for each in senses(found)[1:])


def test_they_are_those_who_were_asked_and_no_other_president() -> None:
    president: Before = ("and the minister?", "Words.", ("Rosa Hale",))
    found = followed("do they agree?", ON_LEVEE, president)

    assert {found.understood.speaker, *found.understood.others} == {QUILL, "minister"}


def test_his_lawyer_is_not_the_lawyers_own() -> None:
    shown: Before = ("how long will he get?", "The term is unfair, his lawyer Ivo Brandt said.", (BRANDT,))

    assert "Brandt's" not in followed("what did his lawyer say?", shown).understood.standalone


@pytest.mark.parametrize(
    "shown", ["Ivo Brandt, through his lawyer, said no.", "Ivo Brandt, said his lawyer, is ill."]
)
def test_his_lawyer_who_speaks_for_him_is_his(shown: str) -> None:
    found = followed("what did his lawyer say?", ("what did brandt say?", shown, (BRANDT,)))

    assert found.understood.standalone == "what did Ivo Brandt's lawyer say?"


def test_their_sons_are_two_peoples_and_no_ones_who_was_asked() -> None:
    wed: Before = ("when do kip and nell marry?", "Kip and Nell marry in May.", ())
    queen: Before = ("what did the queen say?", "The Queen was happy.", ())

    found = followed("and their sons?", wed, queen)

    assert all("queen" not in each.understood.standalone for each in senses(found))


def test_it_is_no_nurses() -> None:
    about: Before = ("what about the nurses", "The nurses lose by it.", ())

    assert (
        followed("did Strand back it?", ON_LEVEE, about).understood.standalone == "did Strand back the levee?"
    )
    assert followed("who is against it?", ON_LEVEE, about).understood.topic == "the levee"


def test_nobody_is_asked_on_himself_by_a_longer_name() -> None:
    lord: Before = ("what did brandt say about lord strand", "Brandt did not talk of Lord Strand.", (BRANDT,))

    assert followed("what did strand say?", ON_LEVEE, lord).understood.topic != "Lord Strand"


@pytest.mark.parametrize("question", ["why are unions threatening to strike?", "how many unions were fined?"])
def test_they_are_those_whom_the_last_question_was_about(question: str) -> None:
    found = followed("what did they say?", (question, "Unions may strike.", ()))

    assert (found.understood.speaker, found.near) == ("unions", {"quote 0"})


def test_nobody_is_asked_on_itself_where_all_were_asked_if_they_commented() -> None:
    asked: Before = ("what did quill say about vantor steel", "Words.", (QUILL,))
    brandt: Before = ("did brandt comment?", "Words.", (BRANDT,))

    assert followed("and vantor steel?", asked, brandt).understood.topic == BRANDT


@pytest.mark.parametrize(("title", "meant"), [("Mr", QUILL), ("Ms", "Kestrel Strand")])
def test_she_is_nobody_whom_what_was_shown_calls_mr(title: str, meant: str) -> None:
    turns = (
        Turn("what did quill say?", "Words.", read("what did quill say?"), (), Outcome.ANSWERED, (QUILL,)),
        Turn(
            "what did strand say?",
            f"{title} Strand said so.",
            read("what did strand say?"),
            (),
            Outcome.ANSWERED,
            ("Kestrel Strand",),
        ),
    )

    found = follow("what did she say about fares?", Conversation(turns), read, SPEAKERS)

    assert found.understood.speaker == meant


def test_who_she_is_comes_before_what_it_is() -> None:
    tories: Before = ("and the tories?", "The Tories said so.", ("Tories",))
    found = followed(
        "why did she say it is fair?", ON_LEVEE, ("what happened in Dene?", "Words.", ()), tories
    )

    assert "Quill" in found.understood.standalone
    assert "Tories" not in found.understood.standalone.partition("(")[0]


def test_she_of_earlier_questions_is_a_woman_before_whoever_shows_no_gender() -> None:
    asked = ("what did quill say?", "what did strand say?", "what happened in Dene?")
    turns = tuple(Turn(each, "Words.", read(each), (), Outcome.ANSWERED) for each in asked)

    found = follow("why did she leave the pier?", Conversation(turns), read, SPEAKERS)

    assert "Quill" in found.understood.standalone
