"""Turns in wordings that no rule knows: what the net marks is put in, and no word on the talk is searched for."""

from __future__ import annotations

import pytest

from embeddings.encoder import Encoder
from qa.answers import Outcome, QuestionKind
from qa.conversation.as_meant import SURE, follow_as_meant
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.conversation.learned.turn_reader import TurnReader
from tests.qa.conversation.talks_of_dene import QUILL, SPEAKERS, read

ASKED = "What did Ada Quill say about the levee?"
CONVERSATION = Conversation((Turn(ASKED, "Words.", read(ASKED), ("quote 0",), Outcome.ANSWERED, (QUILL,)),))


@pytest.fixture(scope="module")
def reader(encoder: Encoder) -> TurnReader:
    return TurnReader(encoder)


def by_rules(question: str) -> Followed:
    return follow(question, CONVERSATION, read, SPEAKERS)


def meant(question: str, reader: TurnReader) -> Followed:
    return follow_as_meant(question, CONVERSATION, read, SPEAKERS, lambda: reader)


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("quill is with the union so try fees", QUILL, "fees"),
        ("She covers Dene, so ask her about ferries.", QUILL, "ferries"),
        ("He covers schools, so ask him about schools", QUILL, "schools"),
        ("tolls, I should have written", QUILL, "tolls"),
    ],
)
def test_what_a_turn_names_takes_the_place_of_what_was_asked(
    question: str, speaker: str, topic: str, reader: TurnReader
) -> None:
    found = meant(question, reader).understood

    assert by_rules(question).understood.kind is QuestionKind.CONTENT, "the rules know no form of it"
    assert (found.question, found.kind, found.speaker, found.topic) == (
        question, QuestionKind.SAID, speaker, topic,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("it was Brandt, not Quill", "Ivo Brandt", "the levee"),
        ("ask Brandt instead", "Ivo Brandt", "the levee"),
        ("try the bridge toll instead", QUILL, "the bridge toll"),
    ],
    ids=["the same again", "the turn as the topic", "another topic"],
)
def test_a_form_that_the_rules_only_guess_gives_way(
    question: str, speaker: str, topic: str, reader: TurnReader
) -> None:
    found = meant(question, reader).understood

    assert (found.speaker, found.topic) == (speaker, topic)


def test_words_around_a_question_are_not_searched_for(reader: TurnReader) -> None:
    found = meant("k thx how many voted for the ferry", reader).understood

    assert "thx" not in found.standalone
    assert "how many voted for the ferry" in found.standalone


def test_what_asks_for_nothing_searches_for_nothing(reader: TurnReader) -> None:
    assert meant("my gran lived there", reader).chats


@pytest.mark.parametrize(
    "question",
    [
        "and Brandt?",
        "no, I meant Brandt",
        "What did Brandt say about tolls?",
        "Who was wrong about the ferry?",
        "Why did Quill change the subject?",
        "how much does it cost?",
        "more",
    ],
)
def test_what_the_rules_know_stays_as_they_read_it(question: str, reader: TurnReader) -> None:
    assert meant(question, reader) == by_rules(question)


@pytest.mark.parametrize(
    "question",
    [
        "Ivo Brandt sat there too, so try the toll road",
        "He was in Dene, I read. What did he do there?",
        "I'd rather hear the ferryman",
    ],
    ids=["names another", "what it is about", "nobody of the archive"],
)
def test_the_net_is_not_heard_where_the_turn_can_hardly_mean_that(question: str, reader: TurnReader) -> None:
    reading = reader.read(ASKED, question)

    assert reading is not None
    assert reading.sure > SURE
    assert meant(question, reader) == by_rules(question)


def test_words_that_nobody_typed_are_not_searched_for_where_the_rules_make_nothing_of_them(
    reader: TurnReader,
) -> None:
    question = "before the brewery was sold"  # "only before the brewery was sold" is no time that they know

    assert meant(question, reader) == by_rules(question)


def test_back_to_what_nobody_talked_of_asks_for_it(reader: TurnReader) -> None:
    followed = meant("let's go back to the harbour, shall we", reader)

    assert followed.understood.topic == "the harbour"


def test_without_a_net_or_a_question_before_it_the_rules_read_alone(reader: TurnReader) -> None:
    question = "quill is with the union so try fees"
    alone = follow(question, None, read, SPEAKERS)

    assert follow_as_meant(question, CONVERSATION, read, SPEAKERS, lambda: None) == by_rules(question)
    assert follow_as_meant(question, None, read, SPEAKERS, lambda: reader) == alone


def test_why_they_will_not_say_is_no_doubt_of_what_was_shown(reader: TurnReader) -> None:
    found = meant("ok why wont they say", reader)

    assert not found.doubted
    assert "why won't they say" in found.understood.standalone
