from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Meta

ARTICLES = (
    ("2024-03-01", "Dene Now!", "The toll is late", "The council has not set the toll. Ada Quill was ill."),
    ("2024-03-09", "Inland Post", "Fares rise", "The fares in Harwick rise. Nobody saw Tom Brandt."),
    ("2024-05-02", "Dene Now!", "Council meets", "Ada Quill heard of the toll.\n\nTom Brandt did not."),
    ("", "Inland Post", "Rain", "It rained in Harwick."),
)


@pytest.fixture(scope="module")
def dene(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("dene")
    rows = [
        {"id": title, "source": source, "title": title, "text": text, **({"date": day} if day else {})}
        for day, source, title, text in ARTICLES
    ]
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return answerer_of(folder)


LATE, MEETS = "“The toll is late”, Dene Now!, 1 March 2024", "“Council meets”, Dene Now!, 2 May 2024"
RISE = "“Fares rise”, Inland Post, 9 March 2024"


@pytest.mark.parametrize(
    ("question", "note"),
    [
        (
            "What is the oldest article?",
            f"4 articles, 1 of them without a date, oldest first: {LATE}; {RISE}; {MEETS}.",
        ),
        (
            "What was the latest article from Dene Now?",
            f"2 articles from Dene Now, newest first: {MEETS}; {LATE}.",
        ),
        (
            "How many articles came out in March 2024?",
            f"2 articles in March 2024, newest first: {RISE}; {LATE}.",
        ),
        (
            "How many press releases did Dene Now put out in May 2024?",
            f"1 article from Dene Now! in May 2024: {MEETS}.",
        ),
        (
            "How many articles does each outlet have?",
            "4 articles, by outlet: Dene Now! (2), Inland Post (2).",
        ),
        (
            "How many articles are there per month?",
            "4 articles, by month: March 2024 (2), May 2024 (1); 1 of them without a date.",
        ),
        (
            "Were there more articles in March 2024 or in May 2024?",
            "2 articles in March 2024, 1 in May 2024.",
        ),
        (
            "Did Dene Now or the Inland Post run more articles?",
            "2 articles from Dene Now, 2 from the Inland Post.",
        ),
        (
            "Which articles mention Quill but not Brandt?",
            f"1 article mentions Quill and not Brandt: {LATE}.",
        ),
        (
            "How many articles mention Harwick or Brandt?",
            f"3 articles mention Harwick or Brandt: {MEETS}; {RISE}; “Rain”, Inland Post.",
        ),
        (
            "Which months of 2024 have articles about the toll?",
            "2 articles in 2024 mention “the toll” in any form, by month: March 2024 (1), May 2024 (1).",
        ),
        ("Who wrote the most articles?", "4 articles, all without an author."),
        (
            "Is Brandt or the weather mentioned more?",
            "2 articles mention Brandt, none mentions “the weather” in any form.",
        ),
        (
            "Who wrote more about the toll, the Inland Post or Dene Now?",
            "2 articles mention “the toll” in any form, in 1 outlet: Dene Now! (2).",
        ),
        (
            "Which articles from Dene Now mention Brandt?",
            f"1 article from Dene Now mentions Brandt: {MEETS}.",
        ),
        (
            "Which articles mention both Ada Quill and Tom Brandt?",
            f"1 article mentions Ada Quill and Tom Brandt: {MEETS}.",
        ),
    ],
    ids=lambda value: value[:50],
)
def test_articles_are_put_in_order_counted_and_compared(dene: Answerer, question: str, note: str) -> None:
    answer = dene.ask(question)

    assert (answer.meta, answer.note) == (Meta.ARTICLES, note)


@pytest.mark.parametrize(
    "question",
    [
        "Which documents in the file mention the toll?",
        "Does Quill or Brandt write more about the toll?",
        "Were there more articles in the tin or in the box?",
    ],
)
def test_what_names_no_outlet_asks_for_no_articles_of_one(dene: Answerer, question: str) -> None:
    assert dene.ask(question).meta is None
