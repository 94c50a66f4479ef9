"""What an answer says above its quotes never contradicts the quotes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Nearest, Outcome, QuestionKind

HARBOR = """---
title: Tarnby council votes to expand the harbour
---
The council of Tarnby voted on Monday night to expand the harbour, after four years of quarrels.

Mayor Anna Lindqvist was pleased. “It must stay open to the fishermen, whatever happens. We promised them that. I keep \
my promises,” Lindqvist said. “Nobody will be turned away.”

Councilman Peter Okafor voted against. “We were promised a study. We got a brochure,” Okafor said.

The old lighthouse of Tarnby, which stands in the way of the dredgers, will be moved, and its keeper with it.

An aide to Senator Vera Holm, who has not been seen for weeks, said that the lighthouse is loved in the north.
"""
CALL = """Minister Karl Brunn and the ambassador of Norland, Wei Tan, met on a ferry on Friday. \
According to a spokesman of the Herring Board, the sea is calm.

“We will solve many problems together, tolls among them,” Brunn said.
"""
PAINTING = (
    "The portrait of Lindqvist in the town hall is by the painter Sten Moll. It was hung there in 1990."
)


@pytest.fixture(scope="module")
def ask(
    answerer_of: Callable[[Path], Answerer], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Answer]:
    folder = tmp_path_factory.mktemp("agreeing")
    for name, text in (("harbor.md", HARBOR), ("call.md", CALL), ("painting.md", PAINTING)):
        (folder / name).write_text(text, encoding="utf-8")
    return answerer_of(folder).ask


@pytest.mark.parametrize(
    "question",
    [
        "What did Lindqvist say about promises?",
        "What did Lindqvist say about fishermen?",
        "What did Okafor say about a brochure?",
    ],
)
def test_a_quote_does_not_begin_in_the_middle_of_what_somebody_said(
    ask: Callable[[str], Answer], question: str
) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    first = answer.quotes[0]
    text = first.version.article.text
    assert text.count("“", 0, first.start) == text.count("”", 0, first.start), first.text


def test_a_speaker_quoted_on_something_else_is_shown_with_their_own_words(
    ask: Callable[[str], Answer],
) -> None:
    answer = ask("What did Okafor say about the keeper of the lighthouse?")

    # The keeper stands in the same article, so that they are quoted "though not on it" is not proved.
    assert (answer.outcome, answer.nearest) == (Outcome.NEAREST, None)
    assert answer.quotes[0].speaker == "Peter Okafor"
    assert "brochure" in answer.quotes[0].text


def test_where_others_are_quoted_on_the_topic_they_are_shown(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did Holm say about fishermen?")

    assert not answer.understood.speaker_known
    assert (answer.outcome, answer.nearest) == (Outcome.NEAREST, Nearest.OTHERS_ON_THIS)
    assert answer.related[0].speaker == "Anna Lindqvist"
    assert "Anna Lindqvist" not in {quote.speaker for quote in answer.quotes}


def test_somebody_who_is_no_speaker_is_never_said_to_be_quoted(ask: Callable[[str], Answer]) -> None:
    for question in ("What did Vera Holm say about tolls?", "What did Holm say about taxes?", "Holm quotes"):
        answer = ask(question)

        assert answer.understood.kind is QuestionKind.SAID
        assert not answer.understood.speaker_known
        assert answer.outcome is not Outcome.ANSWERED
        assert answer.nearest is not Nearest.SPEAKER_NOT_ON_THIS


def test_anothers_words_do_not_answer_for_somebody_who_took_part(ask: Callable[[str], Answer]) -> None:
    answer = ask("Has Wei Tan said anything?")

    assert not answer.understood.speaker_known
    assert answer.outcome is not Outcome.ANSWERED


@pytest.mark.slow
def test_a_name_and_a_topic_show_words_on_it_or_a_report_about_both(ask: Callable[[str], Answer]) -> None:
    spoken, told = ask("Lindqvist fishermen"), ask("Lindqvist portrait Moll")

    assert (spoken.outcome, spoken.understood.kind) == (Outcome.ANSWERED, QuestionKind.SAID)
    assert spoken.quotes[0].speaker == "Anna Lindqvist"
    assert (told.outcome, told.understood.kind) == (Outcome.ANSWERED, QuestionKind.CONTENT)
    assert "painter Sten Moll" in told.quotes[0].text
