"""Names are compared as they are spelt: Keats and Keating have one stem, and are two people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answers import Answer, Outcome

PORT = """“The port will close for the winter,” Bob Keating said on Tuesday.

“The dam must be raised before spring,” said John Hughes, an engineer.

“The mill is for sale,” Sam Manning said on Tuesday.

“The gulls are back,” Chandler Lila Crane said on Tuesday.

Nobody asked Ida Fielding’s driver, who was there.

A spokesman for the Harbour Office said the quay would be rebuilt.
"""


@pytest.fixture(scope="module")
def ask(asker_of: Callable[[str], Callable[[str], Answer]]) -> Callable[[str], Answer]:
    return asker_of(PORT)


@pytest.mark.parametrize(
    "question",
    [
        "What did Bob Keats say?",
        "What did Bob Keats say about the port?",
        "What did John Hugh say about the dam?",
        "What did Sam Man say about the mill?",
    ],
)
def test_a_name_with_the_stem_of_another_is_nobodys(ask: Callable[[str], Answer], question: str) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.NOT_FOUND


def test_a_name_in_the_possessive_occurs(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did Ida Fielding say about the quay?")

    assert answer.outcome is not Outcome.ANSWERED
    assert "Ida Fielding" in answer.quotes[0].text


@pytest.mark.parametrize("name", ["the Harbour Office", "the harbor office"])
def test_a_body_is_found_in_either_spelling(ask: Callable[[str], Answer], name: str) -> None:
    answer = ask(f"What did {name} say about the quay?")

    assert answer.outcome is Outcome.ANSWERED
    assert "Harbour Office" in answer.quotes[0].text


def test_a_calling_before_a_name_need_not_be_typed(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did Lila Crane say about the gulls?")

    assert answer.understood.speaker_known
    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].speaker is not None and answer.quotes[0].speaker.endswith("Lila Crane")
