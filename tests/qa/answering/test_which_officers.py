"""Questions for who of those with an office spoke: "Which senators criticised the toll?"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answers import Answer, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

TOLL = """The toll on the quay

Sen. Ada Quill criticised the toll. “The toll is a disgrace,” said Senator Ada Quill.

Ivo Brandt, a baker, criticised the toll as well. “The toll is a theft,” Brandt said.

The mayor of Harwick, Una Strand, praised the toll. “The toll will pay for the ferry,” she said."""


@pytest.mark.parametrize(
    ("question", "speakers"),
    [
        ("Which senators criticised the toll?", {"Ada Quill"}),
        ("which senator spoke about the toll", {"Ada Quill"}),
        ("Which mayor praised the toll?", {"Una Strand"}),
        ("Who criticised the toll?", {"Ada Quill", "Ivo Brandt"}),
        ("Which people criticised the toll?", {"Ada Quill", "Ivo Brandt"}),
    ],
)
def test_only_who_has_the_office_answers_where_everybody_is_called_by_it(
    asker_of: Asker, question: str, speakers: set[str]
) -> None:
    answer = asker_of(TOLL)(question)

    assert {quote.speaker for quote in answer.quotes if quote.speaker} == speakers


def test_nobody_else_answers_where_no_officer_does(asker_of: Asker) -> None:
    answer = asker_of(TOLL)("Which mayor criticised the toll?")

    assert answer.outcome is not Outcome.ANSWERED
    assert {quote.speaker for quote in answer.quotes} <= {None, "Una Strand"}
