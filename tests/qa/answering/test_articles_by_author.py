from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Meta, Outcome

ARTICLES = (
    ("2024-03-01", "Una Strand", "The toll is late", "The council has not set the toll."),
    ("2024-03-09", "By Una Strand and Kai Holt", "Fares rise", "The fares in Harwick rise in May."),
    ("2024-05-02", "Ivo Strand", "Council meets", "Nobody came to hear the council."),
    ("2024-05-03", "", "Rain", "“It will rain in Orsa,” Ada Quill said."),
)


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("signed")
    rows = [
        {"id": title, "date": day, "author": author, "title": title, "text": text}
        for day, author, title, text in ARTICLES
    ]
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return answerer_of(folder)


@pytest.mark.parametrize(
    ("question", "note"),
    [
        (
            "articles by Una Strand",
            "2 articles by Una Strand: “Fares rise”, 9 March 2024; “The toll is late”, 1 March 2024.",
        ),
        ("What has Holt written about?", "1 article by Kai Holt: “Fares rise”, 9 March 2024."),
        (
            "How many articles did Una Strand write about the toll?",
            "1 article by Una Strand mentions the toll: “The toll is late”, 1 March 2024.",
        ),
        (
            "How many articles did Una Strand write in March 2024?",
            "2 articles by Una Strand in March 2024: “Fares rise”, 9 March 2024; “The toll is late”, 1 March 2024.",
        ),
        (
            "Which reporter wrote most about the council?",
            "2 articles mention “the council” in any form, by author: Ivo Strand (1), Una Strand (1).",
        ),
        (
            "What is the oldest article by Una Strand?",
            "2 articles by Una Strand, oldest first: “The toll is late”, 1 March 2024; “Fares rise”, 9 March 2024.",
        ),
        ("What is the newest article by Kai Holt?", "1 article by Kai Holt: “Fares rise”, 9 March 2024."),
        (
            "Which articles by Una Strand mention the toll?",
            "1 article by Una Strand mentions the toll: “The toll is late”, 1 March 2024.",
        ),
        ("Who wrote more articles, Una Strand or Ivo Strand?", "2 articles by Una Strand, 1 by Ivo Strand."),
        (
            "Which authors wrote in March 2024?",
            "2 articles, by author: Una Strand (2), Kai Holt (1).",
        ),
        (
            "Which month of 2024 had the most articles?",
            "4 articles, by month: March 2024 (2), May 2024 (2).",
        ),
        ("articles by Una Strand since May 2024", "I find no article here by Una Strand since May 2024."),
        ("columns by Kai Holt on the toll", "I find no article here by Kai Holt that mentions the toll."),
        ("stories by Strand", "Which one: Ivo Strand or Una Strand? Ask again with the full name."),
    ],
)
def test_articles_by_somebody_are_those_that_name_them_as_author(
    signed: Answerer, question: str, note: str
) -> None:
    answer = signed.ask(question)

    assert (answer.outcome, answer.meta, answer.note) == (Outcome.META, Meta.ARTICLES, note)


def test_all_articles_that_were_asked_for_are_listed_with_what_they_are_found_by(signed: Answerer) -> None:
    listing = signed.ask("articles by Una Strand").listing
    none = signed.ask("columns by Kai Holt on the toll").listing

    assert listing is not None
    assert none is not None
    assert [(each.title, each.date) for each in listing.articles] == [
        ("Fares rise", "2024-03-09"),
        ("The toll is late", "2024-03-01"),
    ]
    assert listing.counted == "2 articles by Una Strand"
    assert {len(each.uid) for each in listing.articles} == {10}
    assert none.articles == ()


def test_who_is_no_author_may_be_told_of_or_quoted(signed: Answerer) -> None:
    assert signed.ask("reports by the council").meta is None
    assert signed.ask("What has Ada Quill written?").understood.speaker == "Ada Quill"
