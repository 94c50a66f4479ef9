"""Turns that pick by a number, refuse, or name somebody as people type it: "2", "that's not what I asked", "the us"."""

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

QUILL = "Ada Quill"
SPEAKERS = ListedSpeakers(
    (
        Speaker(QUILL, "person", ("Quill",), 9),
        Speaker("Ivo Brandt", "person", ("Brandt",), 8),
        Speaker("Tom Mott", "person", ("Mott",), 4),
        Speaker("United States", "group", ("US",), 5),
        Speaker("Norland", "group", (), 4),
        Speaker("China", "group", (), 4),
        Speaker("Ned", "person", (), 3),
        Speaker("Ned Hale", "person", (), 3),
    )
)
ON_LEVEE = "What did Quill say about the levee?"


def read(text: str) -> Understanding:
    return understand(text, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())


def talk(*turns: tuple[str, str]) -> Followed:
    """Follow questions, each answered by three quotes of which the given text is the first."""
    conversation = Conversation()
    for number, (question, shown) in enumerate(turns):
        found = follow(question, conversation, read, SPEAKERS)
        quotes = (found.article,) if found.article else tuple(f"quote-{number}-{at}" for at in (1, 2, 3))
        turn = Turn(
            question, shown, found.understood, quotes, Outcome.ANSWERED, article=found.article is not None
        )
        conversation = Conversation((*conversation.turns, turn))
    return found


def test_a_number_is_one_of_the_list_before_an_article() -> None:
    found = talk((ON_LEVEE, "Words."), ("the second one", "An article."), ("3", ""))

    assert found.article == "quote-0-3"


@pytest.mark.parametrize(
    ("again", "asked"),
    [
        ("What did Ned say about the levee?", "Ned"),
        ("Ned", "Ned"),
        ("just Ned", "Ned"),
        ("Ned Hale", "Ned Hale"),
        ("What did Ned Hale say about the levee?", "Ned Hale"),
    ],
)
def test_a_whole_name_that_another_has_in_his_is_taken_where_it_says_who_is_meant(
    again: str, asked: str
) -> None:
    first = talk(("What did Ned say about the levee?", ""))
    found = talk(("What did Ned say about the levee?", ""), (again, ""))
    then = talk(("What did Ned say about the levee?", ""), (again, "Words."), ("and about the tolls?", ""))

    assert first.understood.ambiguous == ("Ned", "Ned Hale")
    assert (found.understood.speaker, found.understood.ambiguous) == (asked, ())
    assert found.understood.topic == "the levee"
    assert (then.understood.speaker, then.understood.ambiguous) == (asked, ())
    assert then.understood.topic == "the tolls"


@pytest.mark.parametrize("number", ["7", "12", "0"])
def test_a_number_of_nothing_is_no_topic(number: str) -> None:
    found = talk((ON_LEVEE, "Words."), (number, ""))

    assert found.unresolved
    assert found.understood.topic == "the levee"


@pytest.mark.parametrize(
    "refusal", ["the other one", "thats not what i asked", "that's not it", "no, that isn't what i meant"]
)
def test_what_was_shown_is_refused(refusal: str) -> None:
    found = talk((ON_LEVEE, "Words."), (refusal, ""))

    assert found.understood.topic == "the levee"
    assert found.exclude == {"quote-0-1", "quote-0-2", "quote-0-3"}


def test_a_country_is_asked_after_a_country_however_it_is_typed() -> None:
    found = talk(("what did china say about the levee", "Words."), ("and the us", ""))

    assert (found.understood.speaker, found.understood.topic) == ("United States", "the levee")


def test_who_runs_for_something_is_no_head_of_it() -> None:
    found = talk(("who runs for the greens", "Words."), ("what did she say", ""))

    assert "head of" not in found.understood.standalone


@pytest.mark.parametrize(
    "question", ["why is it hard to vote", "is it legal to close them", "will it be safe to swim"]
)
def test_what_is_hard_to_do_is_no_topic(question: str) -> None:
    found = talk(("homeless voters", "Words."), (question, ""))

    assert found.understood.standalone.startswith(question)


def test_what_happened_in_a_town_is_not_the_town() -> None:
    found = talk(("What happened in Harwick?", "A hole opened in Harwick."), ("how deep was it?", ""))

    assert found.understood.standalone == "how deep was it (Harwick)?"


def test_another_office_is_asked_for_after_who_holds_one() -> None:
    found = talk(("who is the governor", "Words."), ("and the attorney general", ""))

    assert found.understood.standalone == "who is the attorney general"


def test_who_somebody_is_is_looked_for_everywhere() -> None:
    found = talk((ON_LEVEE, "Words."), ("what did brandt say?", "Words."), ("who is he?", ""))

    assert found.understood.standalone == "who is Ivo Brandt?"
    assert found.beside == ()


def test_the_winner_is_whom_the_quote_names() -> None:
    found = talk(("who won the race", "Tom Mott has won the Harwick race."), ("what did he say", ""))

    assert found.understood.speaker == "Tom Mott"


def test_of_two_who_may_have_won_one_is_chosen() -> None:
    won = "Tom Mott beat Ivo Brandt in the Harwick race."
    found = talk(("who won the race", won), ("what did he say", ""))

    assert found.understood.ambiguous == ("Tom Mott", "Ivo Brandt")


def test_a_letter_too_few_still_asks_who_did_it() -> None:
    assert talk(("who critcised the levee", "")).understood.standalone == "who criticised the levee"


@pytest.mark.parametrize(
    ("before", "question", "standalone"),
    [
        ("Why did Vantor shares fall?", "by how much?", "By how much did Vantor shares fall?"),
        ("Why did the council want money?", "for whom?", "For whom did the council want money?"),
        ("When was Ada Quill hurt?", "by whom?", "By whom was Ada Quill hurt?"),
        ("How much do the schools pay?", "for which years?", "For which years do the schools pay?"),
        (ON_LEVEE, "for which years?", "for which years (the levee)?"),
    ],
)
def test_a_question_goes_on_in_the_middle_of_the_last(before: str, question: str, standalone: str) -> None:
    assert talk((before, "Words."), (question, "")).understood.standalone == standalone


def test_a_second_question_with_a_preposition_goes_on_from_the_whole_one() -> None:
    found = talk(
        ("When did Ada Quill go to Orsa?", "In May."), ("for how long?", "A day."), ("with whom?", "")
    )

    assert found.understood.standalone == "With whom did Ada Quill go to Orsa?"


@pytest.mark.parametrize(
    "before", ["how old is Ada Quill?", "Who hurt Ada Quill?", "what is Ada Quill doing?"]
)
def test_two_question_words_make_no_question(before: str) -> None:
    standalone = talk((before, "Words."), ("for what?", "")).understood.standalone

    assert standalone.startswith("for what (")


@pytest.mark.parametrize(
    ("before", "topic"),
    [
        ("why did the shares fall", "the shares"),
        ("why did the council want money", "the council"),
        ("was the levee closed too", "the levee"),
        ("why were the elections in Harwick postponed", "the elections in Harwick"),
    ],
)
def test_a_verb_is_no_part_of_what_is_talked_of(before: str, topic: str) -> None:
    assert talk((before, "Words."), ("what did quill say", "")).understood.topic == topic


def test_the_minister_is_looked_for_in_what_was_shown_and_elsewhere_only_as_unsure() -> None:
    found = talk(("who is ivo brandt", "Words."), ("what did the minister say", ""))

    assert found.otherwise is not None
    assert found.otherwise.near == {"quote-0-1", "quote-0-2", "quote-0-3"}
    assert found.otherwise.otherwise is not None
    assert found.otherwise.otherwise.doubtful


def test_he_who_holds_an_office_is_the_one_of_the_article_shown() -> None:
    found = talk(("Harwick election", "Words."), ("who is the mayor", "Words."), ("what did he say", ""))

    assert found.near is not None
    assert "quote-1-1" in found.near
    assert found.otherwise is not None
    assert found.otherwise.doubtful


def test_a_name_after_the_keeps_all_its_capitals() -> None:
    shown = "Parents sued the San Dene School District."
    found = talk(("why was the san dene school district sued", shown), ("did it settle", ""))

    assert found.understood.standalone.startswith("did the San Dene School District settle")
