"""Questions about one of the quotes that were shown, by its number: "who said the second one?"."""

from __future__ import annotations

import pytest

from qa.answers import Outcome
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from tests.qa.conversation.talks_of_dene import BRANDT, QUILL, SPEAKERS, read


def followed(question: str, voices: tuple[str, ...] = (QUILL, BRANDT, "")) -> Followed:
    """Follow a question after one for everybody's words on the levee, which showed a quote of each voice."""
    asked = "who opposes the levee?"
    understood = follow(asked, None, read, SPEAKERS).understood
    quotes = tuple(f"quote {at}" for at, _ in enumerate(voices, 1))
    turn = Turn(asked, "Words.", understood, quotes, Outcome.ANSWERED, (QUILL, BRANDT), voices=voices)
    return follow(question, Conversation((turn,)), read, SPEAKERS)


@pytest.mark.parametrize(
    "question", ["who is the second one?", "second one: who is that", "and who's the 2nd guy"]
)
def test_who_the_second_one_is_asks_for_whose_words_the_second_quote_gives(question: str) -> None:
    assert followed(question).understood.standalone == f"Who is {BRANDT}?"


@pytest.mark.parametrize("question", ["who said the second one?", "the second quote: who said that?"])
def test_who_said_the_second_one_is_asked_of_that_quote_alone(question: str) -> None:
    found = followed(question)

    assert (found.printed, found.voices) == (("quote 2",), (BRANDT,))


@pytest.mark.parametrize("question", ["when was the second one said?", "where was quote 2 printed?"])
def test_when_the_second_one_was_said_is_asked_of_that_quote_alone(question: str) -> None:
    assert followed(question).printed == ("quote 2",)


@pytest.mark.parametrize(
    "question",
    ["tell me more about the second one", "what about the second one?", "show me more of the second quote"],
)
def test_more_of_the_second_one_is_its_article(question: str) -> None:
    assert followed(question).article == "quote 2"


@pytest.mark.parametrize("question", ["who is the third one?", "who said the third one?"])
def test_a_quote_that_is_nobodys_is_shown_in_its_article(question: str) -> None:
    assert followed(question).article == "quote 3"


def test_other_words_are_asked_of_whose_words_the_second_quote_gives() -> None:
    found = followed("what else did the second one say?").understood

    assert (found.speaker, found.standalone) == (BRANDT, f"what else did {BRANDT} say?")


@pytest.mark.parametrize(
    "question", ["who is the fourth one?", "who built the second one?", "who was the first man on the pier?"]
)
def test_what_is_not_asked_of_a_quote_is_read_as_it_stands(question: str) -> None:
    found = followed(question)

    assert not (found.article or found.printed)
    assert QUILL not in found.understood.standalone
    assert BRANDT not in found.understood.standalone


def test_nothing_is_taken_where_it_is_not_known_whose_words_each_quote_gives() -> None:
    assert BRANDT not in followed("who is the second one?", voices=()).understood.standalone


def test_whose_words_each_quote_gives_is_kept() -> None:
    turn = Turn("who spoke?", quotes=("a", "b"), voices=(QUILL, ""))

    assert Conversation.from_json(Conversation((turn,)).to_json()).turns[0].voices == (QUILL, "")


def test_whose_words_each_quote_gives_is_read_from_a_printed_answer() -> None:
    quotes = [{"id": "a", "text": "Words.", "speaker": QUILL}, {"id": "b", "text": "Words.", "speaker": None}]
    conversation = Conversation.of([{"question": "who spoke?", "quotes": quotes, "outcome": "answered"}])

    assert conversation.turns[0].voices == (QUILL, "")


@pytest.mark.parametrize("question", ["quote 9", "and quote 4?", "who said quote 7?"])
def test_a_quote_of_a_number_that_nothing_has_is_no_topic(question: str) -> None:
    found = followed(question)

    assert (found.unresolved, found.understood.topic) == (True, "the levee")


@pytest.mark.parametrize("question", ["quote 2", "and quote 2?"])
def test_the_number_of_a_quote_alone_asks_for_its_article(question: str) -> None:
    assert followed(question).article == "quote 2"


@pytest.mark.parametrize(
    "question", ["tell me more about the second", "tell me about the second one", "more about the 2nd"]
)
def test_more_about_the_second_shows_the_article_of_that_quote(question: str) -> None:
    assert followed(question).article == "quote 2"


def test_what_the_second_said_on_the_second_is_no_quote() -> None:
    assert followed("what did Quill say about the second levee?").article is None
