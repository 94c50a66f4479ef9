from __future__ import annotations

import pytest

from qa.understanding.articles_of_all import ArticlesOfAll, articles_of_all


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What is the newest article?", ArticlesOfAll(order="latest")),
        ("What was the first article from the Inland Post?", ArticlesOfAll("from the Inland Post", "first")),
        ("show me the latest stories in the Dene News", ArticlesOfAll("in the Dene News", "latest")),
        ("latest news", ArticlesOfAll(order="latest")),
        ("what's new?", ArticlesOfAll(order="latest")),
        ("any news from the Inland Post today?", ArticlesOfAll("from the Inland Post today", "latest")),
        ("the latest from the Inland Post please", ArticlesOfAll("from the Inland Post", "latest")),
        ("oldest article from Harwick Post", ArticlesOfAll("from Harwick Post", "first")),
        ("When was the last article published?", ArticlesOfAll(order="latest")),
        ("which article from May 2024 is the oldest?", ArticlesOfAll("from May 2024", "first")),
        ("How many articles per outlet?", ArticlesOfAll(counted_by="outlet")),
        ("How many articles are there for each month?", ArticlesOfAll(counted_by="month")),
        ("how many stories does each paper have", ArticlesOfAll(counted_by="outlet")),
        ("Who wrote the most articles?", ArticlesOfAll(counted_by="author")),
        ("show me the latest five articles from Harwick Post", ArticlesOfAll("from Harwick Post", "latest")),
        ("What percentage of articles is from the Dene News?", ArticlesOfAll(counted_by="outlet")),
        ("what share of the articles are from 2024", ArticlesOfAll(counted_by="year")),
        ("Were there more articles in May or in June 2024?", ArticlesOfAll("in May", other="in June 2024")),
        ("Which year has more articles, 2023 or 2024?", ArticlesOfAll("from 2023", other="from 2024")),
        (
            "Did the Inland Post or the Dene News publish more articles?",
            ArticlesOfAll("from the Inland Post", other="from the Dene News"),
        ),
        (
            "articles that mention Harwick without mentioning Dene",
            ArticlesOfAll(one="Harwick", without="Dene"),
        ),
        ("list all articles on either Harwick or Dene", ArticlesOfAll(one="Harwick", either="Dene")),
        (
            "Which months of 2024 have articles about the toll?",
            ArticlesOfAll("in 2024", one="the toll", counted_by="month"),
        ),
        ("Is the toll mentioned more in 2023 or 2024?", ArticlesOfAll(one="the toll", counted_by="year")),
        ("What are the three newest articles?", ArticlesOfAll(order="latest")),
        ("How many articles per year are there?", ArticlesOfAll(counted_by="year")),
        ("Which month of 2024 has the most articles?", ArticlesOfAll("of 2024", counted_by="month")),
        ("Who wrote more articles, Quill or Brandt?", ArticlesOfAll("by Quill", other="by Brandt")),
        ("How many articles has each outlet about tolls?", ArticlesOfAll(one="tolls", counted_by="outlet")),
        (
            "How many articles on tolls does each paper have?",
            ArticlesOfAll(one="tolls", counted_by="outlet"),
        ),
        ("How many articles about tolls are there per year?", ArticlesOfAll(one="tolls", counted_by="year")),
        ("How many articles came out each year?", ArticlesOfAll(counted_by="year")),
        ("How many different authors are there?", ArticlesOfAll(counted_by="author")),
        ("Which reporters wrote in 2024?", ArticlesOfAll("in 2024", counted_by="author")),
        ("Is Harwick or Dene mentioned more often?", ArticlesOfAll(one="Harwick", other="Dene")),
        (
            "Which is mentioned more, the toll or the bridge?",
            ArticlesOfAll(one="the toll", other="the bridge"),
        ),
        ("Is Harwick mentioned more than Dene?", ArticlesOfAll(one="Harwick", other="Dene")),
        ("Are there more articles about Quill or Brandt?", ArticlesOfAll(one="Quill", other="Brandt")),
        (
            "Who wrote more about the toll, the Inland Post or the Dene News?",
            ArticlesOfAll(one="the toll", among=("the Inland Post", "the Dene News")),
        ),
        (
            "Does the Inland Post or the Dene News write more about the toll?",
            ArticlesOfAll(one="the toll", among=("the Inland Post", "the Dene News")),
        ),
    ],
    ids=lambda value: str(value)[:50],
)
def test_articles_are_asked_for_whatever_they_are_on(question: str, asked: ArticlesOfAll) -> None:
    assert articles_of_all(question) == asked


@pytest.mark.parametrize(
    "question",
    [
        "what was the first article of the treaty",
        "What was the latest story that Quill told?",
        "which article is the oldest?",
        "newest article on the toll",
        "Was the toll or the bridge more expensive?",
        "Is it or the bridge mentioned more?",
        "Who wrote the most?",
        "how many stories does each tower have floors",
    ],
)
def test_what_asks_for_no_articles_whatever_they_are_on_is_left_alone(question: str) -> None:
    assert articles_of_all(question) is None
