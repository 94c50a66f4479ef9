from __future__ import annotations

from datetime import date

import pytest

from qa.answers import QuestionKind, Understanding
from qa.conversation.followups import follow
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

SPEAKERS = ListedSpeakers([Speaker("Ada Quill", "person", (), 9), Speaker("Tom Brandt", "person", (), 5)])


def read(question: str) -> Understanding:
    return understand(question, today=date(2026, 5, 1), speakers=SPEAKERS, sources=())


@pytest.mark.parametrize(
    "question",
    [
        "Who besides Quill talked about the toll?",
        "Who else apart from Ada Quill talked about the toll?",
        "Who talked about the toll other than Quill?",
        "Did anyone except Quill talk about the toll?",
        "Who talked most about the toll apart from Quill?",
        "did anybody talk about the toll, apart from Ada Quill?",
        "Other than Quill, who talked about the toll?",
        "Besides Quill, did anyone talk about the toll?",
        "apart from quill, anyone else talk about the toll",
        "anyone else talk about the toll besides Quill?",
    ],
)
def test_whom_a_question_leaves_out_is_silent_in_its_answer(question: str) -> None:
    followed = follow(question, None, read, SPEAKERS)

    assert followed.silent == {"Ada Quill"}
    assert (followed.understood.kind, followed.understood.topic) == (QuestionKind.WHO_SAID, "the toll")
    assert followed.understood.question == question


def test_all_who_bear_the_name_are_left_out() -> None:
    namesakes = ListedSpeakers([Speaker("Ada Hale", "person", (), 9), Speaker("Ivo Hale", "person", (), 8)])

    followed = follow("Who besides Hale talked about the toll?", None, read, namesakes)

    assert followed.silent == {"Ada Hale", "Ivo Hale"}


@pytest.mark.parametrize(
    "question",
    [
        "Who talked about the toll?",
        "Who talked about anything other than the toll?",
        "What did Quill say about anyone other than Brandt?",
        "Besides Quill, what else is there on the toll?",
        "anyone else talk about the toll?",
    ],
)
def test_other_questions_leave_nobody_out(question: str) -> None:
    assert not follow(question, None, read, SPEAKERS).silent
