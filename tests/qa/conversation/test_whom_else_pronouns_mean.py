"""Talks in which "he" and "she" mean somebody whom the last question, or its answer, only names beside another."""

from __future__ import annotations

from tests.qa.conversation.talks_of_dene import BRANDT, QUILL, Before, followed

RACE: Before = ("Who came second in the race?", "Ada Quill beat Rosa Hale by an inch.", ())


def test_who_is_named_in_a_question_is_not_who_speaks_of_them_in_it() -> None:
    found = followed("what did she say about Quill?", ("When did Ada Quill win?", "On Friday.", ()), RACE)

    assert found.understood.speaker == "Rosa Hale"
    assert found.understood.topic == "Quill"


def test_another_of_the_same_surname_may_be_whom_somebody_speaks_of() -> None:
    found = followed("what did she say about Tom Mott?", ("When did Rosa Mott win?", "On Friday.", ()))

    assert found.understood.speaker == "Rosa Mott"


def test_who_is_the_subject_of_a_question_of_whom_stays_who_is_talked_of() -> None:
    found = followed(
        "what did she say about the tolls?",
        ("Who is Ada Quill replacing?", "Ada Quill follows Rosa Hale as mayor.", ()),
    )

    assert found.understood.speaker == QUILL


def test_him_of_whom_somebody_speaks_is_who_the_last_answer_names() -> None:
    visited: Before = ("Who visited Ada Quill in hospital?", "Ivo Brandt came to see Ada Quill.", ())

    found = followed("what did Quill say about him?", ("What is Ada Quill ill with?", "Gout.", ()), visited)

    assert found.understood.standalone == "What did Ada Quill say about Ivo Brandt?"


def test_what_else_somebody_said_is_asked_of_whose_words_were_shown() -> None:
    owner: Before = ("who owns the mill?", "Tom Hale owns the mill.", ())
    words: Before = ("What did Ivo Brandt say about the levee?", "Words.", (BRANDT,))

    found = followed("what else did he say?", words, owner)

    assert found.understood.speaker == BRANDT


def test_several_people_are_not_he() -> None:
    mates: Before = ("what did his teammates think?", "", ())

    found = followed(
        "and what did he say about pay?", ("Why did Ivo Brandt resign?", "He was ill.", ()), mates
    )

    assert found.understood.speaker == BRANDT


def test_whose_somebody_is_means_the_one_whom_he_just_meant_and_not_who_was_quoted() -> None:
    books: Before = ("how many books did he write?", "Brandt wrote ten, Tom Hale said.", ("Tom Hale",))

    found = followed("what did his publisher say?", ("When did Robin Brandt die?", "On Friday.", ()), books)

    assert found.understood.standalone == "what did Robin Brandt's publisher say?"


def test_who_was_only_heard_gives_way_to_whom_he_meant_before() -> None:
    council: Before = (
        "What did the council say about the levee?",
        "“It holds,” Tom Hale said for the council.",
        ("Tom Hale",),
    )

    found = followed("what did he call his boat?", ("How old is Ivo Brandt?", "He is 60.", ()), council)

    assert found.understood.speaker == "Tom Hale"
    assert found.otherwise is not None
    assert found.otherwise.understood.speaker == BRANDT


def test_who_did_it_in_the_answers_own_words_is_who_he_is_then() -> None:
    mill: Before = ("who led the search?", "Ivo Brandt thanked a team led by Tom Hale.", ())

    found = followed("what did he say about the bones?", ("where was Rosa Mott found?", "In Dene.", ()), mill)

    assert found.understood.speaker == "Tom Hale"


def test_what_a_founder_did_is_asked_of_whom_the_answer_names() -> None:
    found = followed(
        "what did she do before?",
        ("who founded the ferry?", "Later Ada Quill founded the ferry with Rosa Hale.", ()),
    )

    assert found.understood.standalone == "what did Ada Quill do before?"


def test_whose_wife_is_asked_of_whom_the_talk_is_and_not_of_who_was_overheard() -> None:
    paid: Before = ("who paid for the search?", "The town did, Tom Hale said.", ("Tom Hale",))

    found = followed("and his wife?", ("When did Ivo Brandt die?", "On Friday.", ()), paid)

    assert "Ivo Brandt's wife" in found.understood.standalone


def test_he_after_his_mother_is_her_son() -> None:
    mother: Before = ("what does his mother think", "", ())

    found = followed(
        "how much does he live on", ("what did Ivo Brandt say about his boat", "Words.", (BRANDT,)), mother
    )

    assert found.understood.standalone == "how much does Ivo Brandt live on"


def test_whose_office_the_answer_says_with_the_name_is_asked_by_the_name() -> None:
    found = followed("what did he say?", ("who is the sheriff?", "Sheriff Tom Hale posted it on Friday.", ()))

    assert found.understood.speaker == "Tom Hale"


def test_he_is_whom_a_woman_spoke_of_by_what_he_is() -> None:
    before = ("what did quill say about the teacher?", "Words.", (QUILL,))

    assert followed("did he comment?", before).understood.speaker == "teacher"
    assert followed("did she comment?", before).understood.speaker == QUILL
