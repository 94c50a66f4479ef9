"""First questions in wordings that no rule knows are asked in words that they know; facts are asked as they stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.answering.plainly_asked import plainly_asked
from qa.answers import Answer, Outcome, QuestionKind
from qa.conversation.earlier.followed import Followed
from qa.conversation.followups import follow
from qa.speakers.known import ListedSpeakers
from qa.understanding.learned.ask_reader import AskReader
from qa.understanding.understand import understand

NOBODY = ListedSpeakers(())


def by_rules(question: str) -> Followed:
    return follow(
        question,
        None,
        lambda text: understand(text, today=date(2024, 6, 1), speakers=NOBODY, sources=()),
        NOBODY,
    )


@pytest.fixture(scope="module")
def reader(encoder: Encoder) -> AskReader:
    return AskReader(encoder)


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("walk me through the harbour strike from start to end", "timeline of the harbour strike"),
        ("whose name comes up most with the dam", "Who talks most about the dam?"),
    ],
)
def test_what_no_rule_knows_is_said_in_words_that_they_know(
    question: str, plain: str, reader: AskReader
) -> None:
    assert by_rules(question).understood.kind is QuestionKind.CONTENT, "the rules know no form of it"
    assert plainly_asked(by_rules(question), lambda: reader) == plain


@pytest.mark.parametrize(
    "question",
    [
        "How many died in the fire at Dene?",
        "Why did the ferry stop?",
        "Who was the first to cross the strait?",
        "How often does the ferry run?",
        "Approximately how many items are in the Harwick collection?",
        "What did Quill say about the levee?",
    ],
)
def test_facts_and_what_the_rules_know_are_asked_as_they_stand(question: str, reader: AskReader) -> None:
    assert plainly_asked(by_rules(question), lambda: reader) is None
    assert plainly_asked(by_rules("walk me through the strike"), lambda: None) is None


def test_an_answer_has_the_question_as_it_was_typed(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of("Title: Strike begins\nDate: 2024-01-02\n\nThe harbour strike began on Tuesday.\n")
    question = "put the harbour strike in order of time for me"

    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert "harbour strike" in answer.quotes[0].text
    assert answer.question == answer.understood.question == question
    assert answer.understood.over_time
