"""Whoever an article calls a spokesman for what was typed, in more words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.denials.spokespeople import speaking_for
from qa.answers import Outcome
from qa.datatypes import Scope
from qa.embedded.snapshot import Library

ARTICLES = (
    "A march in Dene\n\nThe march ended in fights. Few had seen such a night. Tom Brandt, spokesman for the Dene-Hale "
    "Guild of Police told the Lantern:\n\n“No marchers of ours were there. Strangers had rowed in by night.”\n\n"
    "The shops on the quay stayed shut on Monday, and the ferries were late.\n",
    "A bill on marches\n\nThe council passed a bill on marches on Monday. The governor will sign the bill if it comes "
    "to her desk, a spokeswoman for Gov. Ines Orsa said. The bill would cap the length of marches.\n",
    "A late bill\n\nA spokesman for the mayor said that the governor was late with the bill on harbours.\n",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, text in enumerate(ARTICLES):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the police spokesman say about the marchers?", "marchers of ours"),
        ("What did the governor's spokeswoman say?", "will sign the bill"),
        ("what did the spokesperson for the governor say", "will sign the bill"),
    ],
)
def test_a_spokesman_is_known_by_whom_the_article_says_in_full(
    folder: Path, answerer_of: Callable[[Path], Answerer], question: str, words: str
) -> None:
    answer = answerer_of(folder).ask(question)

    assert answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
    assert words in answer.quotes[0].text


@pytest.mark.parametrize(
    ("phrase", "topic", "found"),
    [
        ("police spokesman", None, True),
        ("police spokesman", "marchers", True),
        ("mayor's spokesman", "bill", True),
        ("police spokeswoman", None, False),
        ("governor's spokesman", None, False),
        ("minister's spokeswoman", None, False),
        ("Harwick police spokesman", None, False),
        ("police spokesman", "harbours", False),
        ("spokesman", None, False),
    ],
)
def test_another_spokesman_is_not_meant(
    folder: Path, library_of: Callable[[Path], Library], phrase: str, topic: str | None, found: bool
) -> None:
    with library_of(folder).snapshot() as view:
        said = list(speaking_for(view, phrase, topic, Scope()))

    assert bool(said) is found
