"""The interior ministry and the police chief of an article on a place, of which a record has the noun alone."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.denials.called_by_noun import _OTHERS
from qa.answers import Answer, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

FERRIES = (
    "Poland sells its ferries\n\nPoland sold nine ferries on Monday, among them two that Danes had built, the finance "
    "ministry said in a statement.\n\nThe sale of the ferries was a secret, the ministry added.\n\nThe Harwick Zoo "
    "will get a crane from one of the ferries. The ferries are “no loss to any seal”, the zoo said on Monday.\n\n"
    "“Nobody stole the ferries,” the national police chief said.\n"
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the Polish finance ministry say about the ferries?", "ministry"),
        ("What did Poland's police chief say about the ferries?", "Nobody stole"),
        ("What did the Harwick Zoo say about the ferries?", "no loss"),
    ],
)
def test_the_noun_alone_is_that_of_what_the_article_is_on(asker_of: Asker, question: str, words: str) -> None:
    answer = asker_of(FERRIES)(question)

    assert answer.outcome is Outcome.UNSURE
    assert words in answer.quotes[0].text


def test_the_ministry_is_the_one_that_was_named_before(asker_of: Asker) -> None:
    text = FERRIES.replace(
        "The Harwick Zoo", "The interior ministry was glad. The guards go, the ministry said. The Harwick Zoo"
    )
    ask = asker_of(text)

    assert "secret" in ask("What did the Polish finance ministry say about the secret?").quotes[0].text
    assert ask("What did the Polish finance ministry say about the guards?").outcome is not Outcome.UNSURE


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What did the Danish finance ministry say about the ferries?", FERRIES),
        ("What did the Polish interior ministry say about the ferries?", FERRIES),
        ("What did the Dene Zoo say about the ferries?", FERRIES),
        (
            "What did the Polish finance ministry say about the lamp?",
            "Poland buys a lamp\n\nA lamp from Denmark was brought to Poland. Denmark's finance ministry was glad. The "
            "lamp was old, the finance ministry said.\n",
        ),
    ],
)
def test_the_noun_alone_is_not_that_of_another(asker_of: Asker, question: str, text: str) -> None:
    answer = asker_of(text)(question)

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


def test_an_officer_whom_another_article_names_may_speak_without_a_name(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    blasts = (
        "Blasts in Dene\n\nTwo blasts were heard.\n\nPoland's interior minister said they came from a mine.\n"
    )
    pears = "Pears\n\nPolish Interior Minister Ivo Brandt likes pears. “They are ripe,” Brandt said.\n"
    for name, text in (("blasts", blasts), ("pears", pears)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What did the Polish interior minister say about the blasts?")

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, None)
    assert "from a mine" in answer.quotes[0].text


def test_a_surname_is_not_the_work_of_whoever_has_the_other_names(asker_of: Asker) -> None:
    text = "Bread is dear\n\nMary Ann Hale came to Harwick. “Bread is too dear,” the baker said on Monday.\n"

    assert asker_of(text)("What did Mary Ann Baker say about bread?").outcome is not Outcome.UNSURE


def test_a_long_list_of_names_is_read_in_a_moment() -> None:
    others = re.compile(_OTHERS.format(noun="ministry"))
    start = time.process_time()

    assert others.search("Al " * 8000) is None
    assert time.process_time() - start < 2
