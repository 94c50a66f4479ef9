from __future__ import annotations

import pytest

from qa.answers import QuestionKind
from qa.language.lexicon.speech_acts import ACTS, COUNT_AS
from qa.understanding.grammar import readings
from qa.understanding.who_does import resigned, who_does


@pytest.mark.parametrize(
    ("question", "cue", "topic"),
    [
        ("Who backed the bridge?", "back", "the bridge"),
        ("who has criticised the toll", "criticize", "the toll"),
        ("Who is against the toll?", "oppose", "the toll"),
        ("Who's in favour of the toll?", "support", "the toll"),
        ("Who has been critical of the toll?", "criticize", "the toll"),
        ("Who is calling for a ban?", "call for", "a ban"),
        ("Who hit out at the fares?", "hit out at", "the fares"),
        ("Who denied that the toll failed?", "deny", "the toll failed"),
        ("Who promised to cut the fares?", "promise", "to cut the fares"),
        ("Which unions welcomed the deal?", "welcome", "the deal"),
        ("Who else opposed the deal?", "oppose", "the deal"),
        ("Who doesn't support the deal?", "oppose", "the deal"),
        ("who did not vote for the deal", "oppose", "the deal"),
        ("Who isn't in favour of the deal?", "oppose", "the deal"),
        ("list everyone who opposed the deal", "oppose", "the deal"),
        ("Name all the people who have backed the deal", "back", "the deal"),
        ("Give me three people who oppose the deal", "oppose", "the deal"),
        ("list the councillors who backed the deal", "back", "the deal"),
        ("What reasons do people give for opposing the deal?", "oppose", "the deal"),
        ("Are there any arguments against raising fares?", "oppose", "raising fares"),
        ("Who were the people that criticised the deal?", "criticize", "the deal"),
        ("Give me a list of everyone who opposed the deal", "oppose", "the deal"),
        ("three quotes against the deal", "oppose", "the deal"),
        ("List the critics of the deal", "criticize", "the deal"),
        ("What speaks against the deal?", "oppose", "the deal"),
        ("Give me reasons in favour of the deal", "support", "the deal"),
        ("criticism of the deal", "criticize", "the deal"),
        ("Is there any opposition to the deal?", "oppose", "the deal"),
        ("what are people's arguments against the deal?", "oppose", "the deal"),
        ("the case against the deal", "oppose", "the deal"),
        ("arguments in favour of the deal", "support", "the deal"),
        ("What did opponents of the deal say?", "oppose", "the deal"),
        ("what do critics of quill say about the deal", "criticize", "quill the deal"),
    ],
)
def test_who_did_something_asks_for_a_speaker(question: str, cue: str, topic: str) -> None:
    reading = next(iter(readings(question)))

    assert (reading.kind, reading.cue, reading.topic) == (QuestionKind.WHO_SAID, cue, topic)


@pytest.mark.parametrize(
    "question",
    [
        "Who launched the boat?",
        "Who was criticised by Quill?",
        "Who is for and who is against the toll?",
        "Who backed?",
        "Who hasn't backed the bridge?",
        "Who isn't against the toll?",
        "Who is the mayor of Harwick?",
        "What backed the bridge?",
        "Quill's criticism of the deal",
        "Criticism from Quill",
        "What did the opponents say?",
    ],
)
def test_other_questions_with_who_are_read_by_other_forms(question: str) -> None:
    assert list(who_does(question)) == []


@pytest.mark.parametrize(
    ("question", "of"),
    [
        ("Who resigned?", ""),
        ("who has quit over the toll", "over the toll"),
        ("Who stepped down as mayor?", "as mayor"),
        ("Who stayed?", None),
    ],
)
def test_who_resigned_asks_for_a_deed(question: str, of: str | None) -> None:
    assert resigned(question) == of


def test_every_act_that_counts_as_another_is_one() -> None:
    assert {name for names in COUNT_AS.values() for name in names} <= ACTS.keys()


@pytest.mark.parametrize(
    ("question", "cue"),
    [
        ("Did anyone comment on the toll?", "comment"),
        ("Did anyone mention the toll?", None),
        ("did anyone else comment on the toll", "comment"),
        ("Did somebody speak about the toll?", None),
        ("did someone else say something about the toll", None),
    ],
)
def test_whether_anyone_spoke_asks_who_did(question: str, cue: str | None) -> None:
    reading = next(iter(readings(question)))

    assert (reading.kind, reading.cue, reading.topic) == (QuestionKind.WHO_SAID, cue, "the toll")


@pytest.mark.parametrize(
    "question", ["did anyone else say that", "what did someone else say about the toll", "did somebody call?"]
)
def test_someone_else_is_nobodys_name(question: str) -> None:
    assert not [each for each in readings(question) if each.speaker.startswith(("any", "some"))]


def test_anyone_from_somewhere_speaks_for_it() -> None:
    reading = next(iter(readings("did anyone from the Harwick Council comment?")))

    assert reading.speaker == "the Harwick Council"


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What did Quill say about the toll then?", "the toll"),
        ("What did Quill say herself about the toll?", "the toll"),
        ("What did Quill say about the toll back then?", "the toll back then"),
    ],
)
def test_what_only_closes_a_question_is_no_part_of_its_topic(question: str, topic: str) -> None:
    assert next(iter(readings(question))).topic == topic
