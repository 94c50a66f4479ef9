"""Whom and what pronouns mean in talks: nobody and nothing that only stands near what was talked of."""

from __future__ import annotations

from datetime import date

from qa.answers import Outcome, Understanding
from qa.conversation.earlier.agreement import agrees
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

QUILL, BRANDT = "Ada Quill", "Ivo Brandt"
SPEAKERS = ListedSpeakers(
    (
        Speaker(QUILL, "person", ("Quill",), 9),
        Speaker(BRANDT, "person", ("Brandt",), 8),
        Speaker("Tom Hale", "person", ("Hale",), 4),
        Speaker("Vantor", "group", (), 3),
        Speaker("Harwick Bay's Flood Headquarters", "person", (), 1),
    )
)
Shown = tuple[str, tuple[str, ...]]
"""What was shown for a turn, and who is quoted in it."""


def read(text: str) -> Understanding:
    return understand(text, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())


def followed(question: str, *before: tuple[str, Shown]) -> Followed:
    """Follow a question after turns that were all answered."""
    conversation = Conversation()
    for asked, (words, quoted) in before:
        understood = follow(asked, conversation, read, SPEAKERS).understood
        turn = Turn(asked, words, understood, outcome=Outcome.ANSWERED, speakers=quoted)
        conversation = Conversation((*conversation.turns, turn))
    return follow(question, conversation, read, SPEAKERS)


WORDS: Shown = ("Words.", ())


def test_who_was_asked_about_comes_before_who_was_quoted_on_it() -> None:
    shown = ("Brandt admitted it, Tom Hale said.", ("Tom Hale",))

    found = followed("what did he say exactly?", ("when did brandt admit the loss", shown))

    assert found.understood.speaker == BRANDT


def test_the_given_name_that_was_shown_tells_whom_he_means_of_a_stranger() -> None:
    shown = ("Yesterday Martin Orsa admitted the loss.", (QUILL,))

    found = followed(
        "what did he say exactly?",
        ("what did brandt say about the mill", WORDS),
        ("did orsa admit the loss", shown),
    )

    assert found.understood.speaker == "Martin Orsa"


def test_it_is_what_was_talked_of_and_no_town_in_the_name_of_an_office() -> None:
    shown = ("Damage in Harwick.", (QUILL,))

    found = followed("how bad was it?", ("Harwick flood damage", shown), ("what did the mayor say?", shown))

    assert found.understood.standalone == "how bad was Harwick flood damage?"


def test_it_is_no_prime_minister() -> None:
    found = followed("how bad was it?", ("What did the Prime Minister say in Harwick?", WORDS))

    assert not found.understood.standalone.startswith("how bad was Prime Minister")


def test_they_are_a_company_and_no_words_in_quotation_marks() -> None:
    quotation = 'who said "If we fall, we fall together"'

    found = followed("did they apologise?", (quotation, WORDS), ("what does Vantor say", WORDS))

    assert found.understood.speaker == "Vantor"


def test_a_relative_of_theirs_is_one_of_people() -> None:
    asked = "What did Brandt say about leaving the White Tower?"

    found = followed("what does their daughter say?", (asked, WORDS))

    assert found.understood.standalone == "what does Ivo Brandt's daughter say?"


def test_she_is_the_daughter_who_was_asked_for_and_he_is_not() -> None:
    before = (
        ("What did Brandt say about the mill?", WORDS),
        ("what does his daughter say about it", WORDS),
    )

    assert "daughter" in followed("how old is she?", *before).understood.standalone
    assert "daughter" not in followed("what did Quill call him", *before).understood.standalone


def test_what_somebody_was_called_is_asked_for_as_that() -> None:
    found = followed("what did Quill call him", ("What did Brandt say about the mill?", WORDS))

    assert found.understood.standalone == "What did Ada Quill call Ivo Brandt?"


def test_he_is_who_was_quoted_as_the_chief_that_was_asked_for() -> None:
    shown = ("“We did all we could,” the chief, Ivo Brandt, said.", (BRANDT,))

    found = followed("did he resign?", ("what did the fire chief say about the blaze", shown))

    assert found.understood.standalone == "did Ivo Brandt resign?"


def test_the_name_of_an_illness_is_nobody() -> None:
    found = followed("is she still alive", ("what is Orsa syndrome?", ("Orsa syndrome is rare.", ())))

    assert not found.understood.standalone.startswith("is Orsa")


def test_he_may_be_whom_somebody_spoke_of_where_the_speaker_has_no_words_on_it() -> None:
    found = followed("what did he say about the mill?", ("What did Brandt say about Tom Hale?", WORDS))

    assert found.otherwise is not None
    assert (found.understood.speaker, found.otherwise.understood.speaker) == (BRANDT, "Tom Hale")
    assert found.otherwise.doubtful


def test_it_is_unsure_where_no_thing_was_named_that_it_may_be() -> None:
    found = followed("why did norland attack it?", ("what did Quill say", WORDS), ("who is she?", WORDS))

    assert "attack it" in found.understood.standalone
    assert found.doubtful


def test_he_is_the_father_who_was_talked_of_and_not_the_daughter_who_was_asked() -> None:
    found = followed("what did he invent?", ("What did Quill say about Brandt's father?", WORDS))

    assert found.understood.standalone == "what did Brandt's father invent?"


def test_he_after_words_of_his_father_is_the_son_who_was_talked_of() -> None:
    before = (
        ("What did Brandt say about the mill?", WORDS),
        ("what did his father say?", ("Words.", ("Tom Hale",))),
    )

    assert followed("why was he arrested?", *before).understood.standalone == "why was Ivo Brandt arrested?"


def test_his_wife_is_the_fathers_after_a_question_about_the_father() -> None:
    before = (("What did Quill say about Brandt's father?", WORDS), ("what did he invent?", WORDS))

    found = followed("when did his wife die", *before)

    assert found.understood.standalone == "when did Brandt's father's wife die"


def test_she_is_nobody_where_a_name_means_nobody() -> None:
    assert not agrees("she", "", SPEAKERS)
    assert not agrees("he", "", SPEAKERS)
