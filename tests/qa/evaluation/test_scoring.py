"""From questions to metrics, on a small archive with the real ranker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from embeddings.loading import load_encoder
from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader
from qa.evaluation.judging import Judged, judge
from qa.evaluation.questions import Expected
from qa.evaluation.scoring import ask_all, score
from qa.ingest.report import IndexRequest
from qa.ingest.update import update

FERRY = """“The ferry will not sail before May,” Captain Ines Dahl said on Tuesday.

The pier was damaged by ice in January. Repairs cost 40,000 crowns.
"""
MARKET = """The fish market in Nordby opens at six.

Trader Olof Brandt told the newspaper that prices had doubled since the harbour froze.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("news")
    (folder / "ferry.md").write_text(FERRY, encoding="utf-8")
    (folder / "market.md").write_text(MARKET, encoding="utf-8")
    # The same words in a second article.
    (folder / "again.txt").write_text(FERRY, encoding="utf-8")
    path = tmp_path_factory.mktemp("library")
    update(path, IndexRequest((folder,)), encoder_factory=load_encoder)
    return Library.open(path)


@pytest.fixture
def answerer(library: Library) -> Answerer:
    return Answerer(library, load_encoder, open_span_reader)


@pytest.fixture
def answer(answerer: Answerer) -> Answer:
    return answerer.ask("What did Ines Dahl say about the ferry?")


Judge = Callable[[Expected, Answer], Judged]


@pytest.fixture
def judged() -> Judge:
    return lambda expected, answer: judge(expected, answer, article_ids={}, stored=lambda quote: quote.text)


QUESTION = Expected("1", "What did Ines Dahl say about the ferry?")


def test_a_right_first_quote_of_the_asked_speaker_counts(answer: Answer, judged: Judge) -> None:
    expected = replace(
        QUESTION, answers=("The ferry will not sail before May",), article_ids=("ferry.md",), speaker="Dahl"
    )

    found = judged(expected, answer)

    assert (found.rank, found.speaks, found.whole) == (1, True, True)


def test_words_of_another_article_count_where_it_holds_the_same(answer: Answer, judged: Judge) -> None:
    for article in ("ferry.md", "again.txt"):
        assert judged(replace(QUESTION, article_ids=(article,)), answer).rank == 1
    assert judged(replace(QUESTION, article_ids=("market.md",)), answer).rank != 1


def test_a_right_article_with_the_wrong_words_does_not_count(answer: Answer, judged: Judge) -> None:
    expected = replace(QUESTION, answers=("The ferry sails in June",), article_ids=("ferry.md",))

    assert judged(expected, answer).rank is None


def test_words_alone_are_enough_where_no_article_is_named(answer: Answer, judged: Judge) -> None:
    assert judged(replace(QUESTION, answers=("will not sail before May",)), answer).rank == 1


def test_a_reported_quote_that_comes_first_is_a_complaint(answer: Answer, judged: Judge) -> None:
    first = answer.quotes[0].text

    assert judged(replace(QUESTION, answerable=None, not_answers=(first,)), answer).complaint is True
    assert judged(replace(QUESTION, answerable=None, not_answers=("Other words",)), answer).complaint is False
    assert judged(QUESTION, answer).complaint is None


def test_without_quotes_nothing_is_right(answer: Answer, judged: Judge) -> None:
    empty = replace(answer, quotes=(), outcome=Outcome.NOT_FOUND)

    found = judged(replace(QUESTION, answers=("May",), speaker="Dahl", not_answers=("x",)), empty)

    assert (found.rank, found.speaks, found.whole, found.complaint) == (None, False, None, False)


def test_articles_are_known_by_path_and_words_are_compared_with_the_library(
    answerer: Answerer, library: Library
) -> None:
    questions = [
        replace(QUESTION, article_ids=("ferry.md",)),
        Expected("2", "What did Ines Dahl say about elephants?", answerable=False),
    ]
    steps: list[int] = []

    found = score(ask_all(answerer, library, questions, progress=steps.append))

    assert steps == [1, 2]
    assert found["quote@1"].value == found["recall@10"].value == found["verbatim"].value == 1
    assert found["auroc"].value == 1
    assert (found["quote@1"].over, found["auroc"].over) == (1, 2)


def test_metrics_of_hand_made_judgements_match_values_worked_out_by_hand(
    answer: Answer, judged: Judge
) -> None:
    right = judged(replace(QUESTION, answers=("will not sail before May",)), answer)
    wrong = judged(replace(QUESTION, answers=("elephants",)), answer)
    open_question = judged(replace(QUESTION, answerable=None), answer)
    unanswerable = judged(replace(QUESTION, answerable=False), answer)
    made = [
        replace(right, answered=True, confidence=0.9),
        replace(wrong, answered=True, confidence=0.5),
        replace(right, answered=False, confidence=0.2),
        replace(unanswerable, answered=True, confidence=0.6),
        replace(unanswerable, answered=False, confidence=0.1),
        replace(open_question, answered=True, confidence=1.0),
    ]

    found = {name: each.value for name, each in score(made).items()}

    # Of three answerable two are answered, one of them rightly; of two others one is refused. The open
    # question counts for none of these. Three are shown with known worth, one rightly.
    assert found["coverage"] == pytest.approx(2 / 3)
    assert found["refusal"] == 0.5
    assert found["answered@1"] == pytest.approx(1 / 3)
    assert found["precision"] == pytest.approx(1 / 3)
    assert found["quote@1"] == pytest.approx(2 / 3)
    # Pairs: 0.9 wins both, 0.5 and 0.2 win one each.
    assert found["auroc"] == pytest.approx(4 / 6)
    # |0.9-1| + |0.5-0| + |0.2-1| + |0.6-0| + |0.1-0| over five, each in a bin of its own.
    assert found["ece"] == pytest.approx(2.1 / 5)
    assert found["complaints"] is None


def test_the_metrics_have_names_even_without_questions() -> None:
    assert all(each.value is None for each in score([]).values())
