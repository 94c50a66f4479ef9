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


@pytest.mark.parametrize(
    "question", ["Which bishops criticised the toll?", "Which sheriffs praised the toll?"]
)
def test_nobody_answers_where_no_article_calls_anybody_so(asker_of: Asker, question: str) -> None:
    answer = asker_of(TOLL)(question)

    assert answer.outcome is not Outcome.ANSWERED
    assert {quote.speaker for quote in answer.quotes} <= {None}


def test_what_is_told_by_no_officer_answers_nothing_either(asker_of: Asker) -> None:
    trams = """The trams of Dene

Senator Una Strand backed the trams. “Trams are good,” Strand said.

Ivo Brandt, a baker, criticised the trams too. “Trams are slow,” Brandt said."""

    answer = asker_of(trams)("Which senators criticised the trams?")

    assert answer.outcome is not Outcome.ANSWERED
    assert "Ivo Brandt" not in {quote.speaker for quote in answer.quotes}
