from __future__ import annotations

import pytest

from qa.understanding.asked_articles import AskedArticles, asked_articles


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("which articles mention the toll", AskedArticles("the toll", "hold", outlets=False)),
        ("How many articles have you got on the toll", AskedArticles("the toll", "hold", outlets=False)),
        ("list all articles about Harwick", AskedArticles("Harwick", "hold", outlets=False)),
        ("Which papers wrote about the toll", AskedArticles("the toll", "hold", outlets=True)),
        ("which outlets reported on the strike", AskedArticles("the strike", "hold", outlets=True)),
        ("which articles quote Ada Quill", AskedArticles("Ada Quill", "quote", outlets=False)),
        (
            "how many newspapers have quoted Quill on fares",
            AskedArticles("Quill on fares", "quote", outlets=True),
        ),
        (
            "which articles from May quote Ada Quill",
            AskedArticles("Ada Quill from May", "quote", outlets=False),
        ),
        (
            "which articles from 2023 or later mention the toll",
            AskedArticles("the toll from 2023 or later", "hold", outlets=False),
        ),
        ("how many articles about the toll do you have?", AskedArticles("the toll", "hold", outlets=False)),
        ("which stories about Quill are there?", AskedArticles("Quill", "hold", outlets=False)),
        ("how many articles on the toll were published", AskedArticles("the toll", "hold", outlets=False)),
        ("which articles are on ferries", AskedArticles("ferries", "hold", outlets=False)),
        ("which articles are about a will", AskedArticles("a will", "hold", outlets=False)),
        ("which articles have quotes from Quill", AskedArticles("Quill", "quote", outlets=False)),
        (
            "What was the first article on the toll?",
            AskedArticles("the toll", "hold", outlets=False, order="first"),
        ),
        (
            "what's the oldest thing you have on Harwick",
            AskedArticles("Harwick", "hold", outlets=False, order="first"),
        ),
        ("first mention of the toll", AskedArticles("the toll", "hold", outlets=False, order="first")),
        (
            "What's the earliest mention of the toll in your archive?",
            AskedArticles("the toll", "hold", outlets=False, order="first"),
        ),
        (
            "Which articles mention the toll in this library?",
            AskedArticles("the toll", "hold", outlets=False),
        ),
        ("How many times is Ada Quill named?", AskedArticles("Ada Quill", "hold", outlets=False)),
        (
            "Which of the articles on the toll is the oldest?",
            AskedArticles("the toll", "hold", outlets=False, order="first"),
        ),
        (
            "which article about the toll is the newest?",
            AskedArticles("the toll", "hold", outlets=False, order="latest"),
        ),
        ("how often is the toll mentioned?", AskedArticles("the toll", "hold", outlets=False)),
        ("How often does the toll come up?", AskedArticles("the toll", "hold", outlets=False)),
        ("where was the toll mentioned", AskedArticles("the toll", "hold", outlets=False)),
        ("In which articles does Quill speak?", AskedArticles("Quill", "quote", outlets=False)),
        (
            "in which papers is Quill quoted on fares",
            AskedArticles("Quill on fares", "quote", outlets=True),
        ),
        (
            "which articles mention Quill Without Borders",
            AskedArticles("Quill Without Borders", "hold", outlets=False),
        ),
        ("articles that mention the toll", AskedArticles("the toll", "hold", outlets=False)),
        ("stories quoting Ada Quill", AskedArticles("Ada Quill", "quote", outlets=False)),
        ("Are there any articles on the toll?", AskedArticles("the toll", "hold", outlets=False)),
        ("do any articles mention the toll", AskedArticles("the toll", "hold", outlets=False)),
        ("have there been any articles on the toll", AskedArticles("the toll", "hold", outlets=False)),
        ("show me every article that quotes Quill", AskedArticles("Quill", "quote", outlets=False)),
        ("which outlets wrote about the toll most", AskedArticles("the toll", "hold", outlets=True)),
        ("Which outlet has the most articles on the toll?", AskedArticles("the toll", "hold", outlets=True)),
        (
            "how many articles about the toll were published in May 2024",
            AskedArticles("the toll in May 2024", "hold", outlets=False),
        ),
        (
            "how many articles do you have from the Dene News",
            AskedArticles("from the Dene News", "appear", outlets=False, of_archive=True),
        ),
        (
            "how many articles does the Inland Post have",
            AskedArticles("", "write", outlets=False, author="the Inland Post"),
        ),
        (
            "which article was the first to mention the toll?",
            AskedArticles("the toll", "hold", outlets=False, order="first"),
        ),
        (
            "When was the first article about Ada Quill published?",
            AskedArticles("Ada Quill", "hold", outlets=False, order="first"),
        ),
        ("latest article about the toll", AskedArticles("the toll", "hold", outlets=False, order="latest")),
        (
            "When was the toll last mentioned?",
            AskedArticles("the toll", "hold", outlets=False, order="latest"),
        ),
        (
            "when was the last time anyone mentioned the toll?",
            AskedArticles("the toll", "hold", outlets=False, order="latest"),
        ),
        (
            "which articles are from the Inland Post",
            AskedArticles("from the Inland Post", "appear", outlets=False),
        ),
        ("which articles are dated on 3 May", AskedArticles("on 3 May", "appear", outlets=False)),
        ("how many articles appeared in May 2024?", AskedArticles("in May 2024", "appear", outlets=False)),
        (
            "when was the toll mentioned for the first time?",
            AskedArticles("the toll", "hold", outlets=False, order="first"),
        ),
        ("how often do you report on the toll", AskedArticles("the toll", "hold", outlets=False)),
        (
            "which paper wrote more about the toll, the Inland Post or the Dene News?",
            AskedArticles("the toll", "hold", outlets=True),
        ),
        (
            "Which month had the most articles on the toll?",
            AskedArticles("the toll", "hold", outlets=False, counted_by="month"),
        ),
        (
            "in which year was the toll mentioned most often?",
            AskedArticles("the toll", "hold", outlets=False, counted_by="year"),
        ),
        (
            "how many articles did Quill write in May 2024",
            AskedArticles("", "write", outlets=False, author="Quill", when="in May 2024"),
        ),
        (
            "Since when have papers been covering the toll?",
            AskedArticles("the toll", "hold", outlets=False, order="first"),
        ),
        ("How much coverage did the toll get?", AskedArticles("the toll", "hold", outlets=False)),
        (
            "was the toll mentioned before May 2024?",
            AskedArticles("the toll before May 2024", "hold", outlets=False),
        ),
        (
            "which month was the toll in the news most?",
            AskedArticles("the toll", "hold", outlets=False, counted_by="month"),
        ),
        (
            "which articles about the toll are from May 2024?",
            AskedArticles("the toll in May 2024", "hold", outlets=False),
        ),
        (
            "which journalists wrote about the toll?",
            AskedArticles("the toll", "hold", outlets=False, counted_by="author"),
        ),
        (
            "how many stories did the inland post run in May 2024",
            AskedArticles("", "write", outlets=False, author="the inland post", when="in May 2024"),
        ),
        ("Is Quill mentioned anywhere?", AskedArticles("Quill", "hold", outlets=False)),
        (
            "in which months did stories on the toll appear?",
            AskedArticles("the toll", "hold", outlets=False, counted_by="month"),
        ),
        (
            "Which reporter wrote most about the toll?",
            AskedArticles("the toll", "hold", outlets=False, counted_by="author"),
        ),
        (
            "how many of Strand's articles are about the toll?",
            AskedArticles("the toll", "write", outlets=False, author="Strand"),
        ),
        ("What stories ran on 3 May?", AskedArticles("on 3 May", "appear", outlets=False)),
        (
            "which articles mention Harwick but not the toll",
            AskedArticles("Harwick", "hold", outlets=False, without="the toll"),
        ),
        (
            "how many articles mention Harwick or Dene",
            AskedArticles("Harwick", "hold", outlets=False, either="Dene"),
        ),
        (
            "which articles by Quill are about the toll",
            AskedArticles("the toll", "write", outlets=False, author="Quill"),
        ),
        (
            "which articles by Quill mention the toll",
            AskedArticles("the toll", "write", outlets=False, author="Quill"),
        ),
        (
            "What is the oldest article by Quill?",
            AskedArticles("", "write", outlets=False, author="Quill", order="first"),
        ),
        (
            "how many articles has the Inland Post about tolls",
            AskedArticles("tolls", "write", outlets=False, author="the Inland Post"),
        ),
        (
            "How many of the articles are from the Inland Post?",
            AskedArticles("from the Inland Post", "appear", outlets=False),
        ),
        ("columns by Ada Quill", AskedArticles("", "write", outlets=False, author="Ada Quill")),
        ("how many articles did Quill write", AskedArticles("", "write", outlets=False, author="Quill")),
        (
            "show me all articles by Ada Quill about the toll",
            AskedArticles("the toll", "write", outlets=False, author="Ada Quill"),
        ),
        ("what has Quill written about?", AskedArticles("", "write", outlets=False, author="Quill")),
    ],
    ids=lambda value: str(value)[:60],
)
def test_articles_and_outlets_are_asked_for_by_what_they_hold(question: str, asked: AskedArticles) -> None:
    assert asked_articles(question) == asked


@pytest.mark.parametrize(
    "question",
    [
        "articles on the toll",
        "which papers mention it",
        "when was it last mentioned",
        "what is the latest thing on the toll",
        "first article of the treaty",
        "what was the first thing Quill said about the toll",
        "articles from May",
        "in which articles does it appear",
        "in which articles of the treaty is the lake named",
        "newspapers that report on the strike",
        "which sources of income does Harwick have",
        "what has she written",
        "what has been written about the levee?",
        "what have people written on tolls?",
        "which reports have been published on the levee?",
        "what did Quill write about the toll",
        "what stories did Quill tell about the war",
        "which papers did the council publish on the toll",
        "which pieces of the bridge fell",
        "how many pieces of evidence were found",
        "which stories of the tower burnt",
        "what documents are on the table",
        "which items contain lead",
        "which sites contain asbestos",
        "which organisations discussed the merger",
        "which documents on the toll did Quill sign",
        "what texts about the sea are read at school",
    ],
)
def test_what_asks_for_no_articles_of_the_archive_is_left_alone(question: str) -> None:
    assert asked_articles(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "Which year was most of the dam built?",
        "In which year was most of the money spent?",
        "Which newspaper has more of the market?",
        "Is the roof covered?",
        "Has the debt been covered?",
        "How much did the report on the levee cost?",
    ],
)
def test_a_fact_with_a_word_for_articles_asks_for_none(question: str) -> None:
    assert asked_articles(question) is None
