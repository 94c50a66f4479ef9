"""What a report, sources or a company without a name say, by the words that articles give so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome

TEXTS = {
    "audit": (
        "The audit office of Dene published a report on ferries on Monday.\n\n"
        "The report said that two ferries were sailing with too few life jackets.\n\n"
        "“We will buy more,” said Ada Quill, who runs the ferries.\n"
    ),
    "sale": (
        "Brandt Oil may sell its wells at Vell, industry sources said on Friday.\n\n"
        "The company said it would lower its debts before the winter.\n"
    ),
    "eels": ("Ivo Strand, a researcher at Dene, said that eels sleep by day.\n"),
    "owls": "An owl was seen at Vell. “It hunts mice,” the researcher said.\n",
    "jobs": (
        "The Harwick Employment Report came out on Thursday.\n\n"
        "The Harwick Employment Report said that 300 people found work in May.\n\n"
        "The Orsa Tool Company said it would hire forty welders.\n"
    ),
}


@pytest.fixture
def ask(answerer_of: Callable[[Path], Answerer], tmp_path: Path) -> Callable[[str], Answer]:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return answerer_of(tmp_path).ask


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the report say about life jackets?", "The report said that two ferries"),
        ("What did industry sources say about the wells?", "Brandt Oil may sell its wells"),
        ("What did the company say about its debts?", "The company said it would lower its debts"),
        ("What did the company say about welders?", "The Orsa Tool Company said it would hire"),
    ],
)
def test_what_has_no_name_is_asked_for_by_what_articles_call_it(
    ask: Callable[[str], Answer], question: str, words: str
) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].text.startswith(words)
    assert answer.quotes[0].attribution is not None


def test_whom_another_article_calls_so_is_only_perhaps_meant(ask: Callable[[str], Answer]) -> None:
    eels, owls = (
        ask("What did the researcher say about eels?"),
        ask("What did the researcher say about mice?"),
    )

    assert (eels.outcome, eels.quotes[0].speaker) == (Outcome.ANSWERED, "Ivo Strand")
    assert (owls.outcome, owls.quotes[0].text.startswith("“It hunts mice")) == (Outcome.UNSURE, True)


@pytest.mark.parametrize(
    "question", ["What did the report say about tigers?", "What do polls say about the moon?"]
)
def test_what_no_report_says_is_not_found(ask: Callable[[str], Answer], question: str) -> None:
    assert ask(question).outcome in (Outcome.NOT_FOUND, Outcome.NEAREST)
