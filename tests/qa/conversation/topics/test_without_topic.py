from __future__ import annotations

import pytest

from qa.conversation.topics.without_topic import lacks_subject
from qa.language.terms import content_terms

BEFORE = frozenset(content_terms("What did Quill say about the levee? The pumps failed, a judge said."))


@pytest.mark.parametrize(
    "question",
    [
        "how many were rescued?",
        "how many people died?",
        "how many others were hurt?",
        "How much was paid?",
        "how many?",
        "which villages?",
        "for which years?",
        "for how long?",
        "by whom?",
        "any criticism?",
        "was anybody hurt?",
        "did anyone drown?",
        "was there a fire?",
        "who paid?",
        "and who was arrested?",
        "when did the pumps fail?",
        "who is the judge?",
        "how old is the levee?",
        "how bad was the pump-failure?",
        "when did pumps fail?",
        "what's the levee about?",
        "which album won?",
        "which plants are affected?",
    ],
)
def test_a_question_that_names_nothing_lacks_its_subject(question: str) -> None:
    assert lacks_subject(question, BEFORE)


@pytest.mark.parametrize(
    "question",
    [
        "how many were rescued in Harwick?",
        "how many ferries were sunk?",
        "how much is a stamp?",
        "Which villages were flooded by the storm?",
        "when did the harbour open?",
        "when do trains run?",
        "who is the mayor?",
        "when did the pumps of the mill fail?",
        "how do vaccines work?",
        "who wrote the anthem?",
        "why did they close it?",
        "Who paid Brandt?",
        "which album has the best songs?",
        "what is it called?",
        "",
    ],
)
def test_a_question_that_stands_alone_does_not(question: str) -> None:
    assert not lacks_subject(question, BEFORE)
