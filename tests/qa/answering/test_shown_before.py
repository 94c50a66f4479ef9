"""What was shown gives way to what has the time that is asked for next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.objections.asked_kinds import holds_what_is_asked
from qa.answers import Answer, Outcome
from qa.conversation.earlier.turns import Conversation

ARREST = (
    "Ada Quill, a 40-year-old baker from Harwick, was arrested by police after she chained herself to a crane at the "
    "levee. After news of the arrest, hundreds of people wrote to the council in support of her.\n\n"
    "The baker brought the chain on 14 September, and a watchman took her for a thief. Police questioned the baker. "
    "Pictures of her in handcuffs were quickly printed.\n\n"
    "The council said the crane belonged to a builder. It will stand at the levee for two more years.\n"
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("arrest")
    (folder / "arrest.md").write_text(ARREST, encoding="utf-8")
    return answerer_of(folder)


def talk(answerer: Answerer, *questions: str) -> Answer:
    conversation = Conversation()
    for question in questions:
        answer = answerer.ask(question, conversation=conversation)
        conversation = conversation.after(answer, shown=1)
    return answer


def test_a_shown_quote_without_a_time_gives_way_to_one_with_it(answerer: Answerer) -> None:
    before = talk(answerer, "why was Ada Quill arrested?")
    answer = talk(answerer, "why was Ada Quill arrested?", "when was that?")

    assert "14 September" not in before.quotes[0].text
    assert answer.outcome is Outcome.ANSWERED
    assert "14 September" in answer.quotes[0].text


def test_a_shown_quote_that_answers_stays_first_where_no_time_is_asked_for(answerer: Answerer) -> None:
    before = talk(answerer, "why was Ada Quill arrested?")
    answer = talk(answerer, "why was Ada Quill arrested?", "what was Ada Quill arrested for?")

    assert answer.outcome is Outcome.ANSWERED
    assert len(answer.quotes) > 1
    assert answer.quotes[0].text == before.quotes[0].text


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("She left on 14 September.", True),
        ("She left last week.", True),
        ("It was built in 1931.", True),
        ("She may leave.", False),
        ("The sun set over the levee.", False),
    ],
)
def test_a_time_is_what_when_asks_for(text: str, holds: bool) -> None:
    assert holds_what_is_asked("When did she leave?", text) is holds
