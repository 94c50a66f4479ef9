from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from qa.datatypes import Article
from qa.reading.files import Problem

ReadAs = Callable[..., list[Article | Problem]]

NEWS_API = {
    "status": "ok",
    "totalResults": 2,
    "articles": [
        {
            "source": {"id": None, "name": "Bay Courier"},
            "author": "Ann Lee",
            "headline": "The pier is shut",
            "url": "https://courier.example/pier",
            "publishedAt": "2026-11-21T08:00:00Z",
            "content": "The pier is shut. Nobody knows why.",
        },
        {"title": "Rain", "body": "It rained.", "authors": ["Ann Lee", {"name": "Bo Lind"}]},
    ],
}


def articles(results: list[Article | Problem]) -> list[Article]:
    return [result for result in results if isinstance(result, Article)]


def reasons(results: list[Article | Problem]) -> list[str]:
    return [result.reason for result in results if isinstance(result, Problem)]


def test_what_a_news_api_answers_is_read_by_its_own_names(read_as: ReadAs) -> None:
    first, second = articles(read_as("answer.json", json.dumps(NEWS_API).encode()))

    assert (first.title, first.source, first.author) == ("The pier is shut", "Bay Courier", "Ann Lee")
    assert (first.date, first.url) == ("2026-11-21T08:00:00+00:00", "https://courier.example/pier")
    assert first.text == "The pier is shut. Nobody knows why."
    assert (second.id, second.author, second.text) == ("article 2", "Ann Lee, Bo Lind", "It rained.")


def test_the_same_names_are_known_in_json_lines(read_as: ReadAs) -> None:
    lines = "\n".join(json.dumps(each) for each in NEWS_API["articles"]).encode()  # type: ignore[union-attr]

    assert [article.text for article in articles(read_as("a.jsonl", lines))] == [
        "The pier is shut. Nobody knows why.",
        "It rained.",
    ]


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param([{"text": "Rain."}], id="a list"),
        pytest.param({"text": "Rain."}, id="one article"),
        pytest.param(
            {"response": {"status": "ok", "results": [{"body": "Rain."}]}}, id="one level further in"
        ),
        pytest.param({"Articles": [{"Text": "Rain."}]}, id="capitals"),
    ],
)
def test_a_json_file_is_a_list_an_article_or_holds_a_list(read_as: ReadAs, whole: object) -> None:
    assert [article.text for article in articles(read_as("a.json", json.dumps(whole).encode()))] == ["Rain."]


@pytest.mark.parametrize(
    ("given", "text"),
    [
        pytest.param(
            {"text": "Own.", "content": "Other."}, "Own.", id="a field's own name goes before others"
        ),
        pytest.param({"text": None, "content": "Other."}, "Other.", id="nothing is no text"),
        pytest.param({"content": "", "story": "Told."}, "Told.", id="an empty field is passed over"),
        pytest.param({"Full-Text": "Whole."}, "Whole.", id="hyphens and capitals"),
    ],
)
def test_the_likeliest_name_that_has_something_wins(
    read_as: ReadAs, given: dict[str, object], text: str
) -> None:
    (article,) = articles(read_as("a.jsonl", json.dumps(given).encode()))

    assert article.text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(
            b'{"name": "a-package", "version": 1}', "it holds no list of articles and no text", id="no list"
        ),
        pytest.param(b"[]", "its list of articles is empty", id="an empty list"),
        pytest.param(b"5", "it holds no list of articles and no text", id="a number"),
        pytest.param(
            b'{"text": "a"}\n{"text": "b"}',
            "it is not JSON, at line 2; a file with an object on each line is named .jsonl",
            id="lines of objects",
        ),
        pytest.param(
            b"[" * 100_000, "it is not JSON; a file with an object on each line is named .jsonl", id="deep"
        ),
    ],
)
def test_a_json_file_without_articles_says_so(read_as: ReadAs, data: bytes, reason: str) -> None:
    assert reasons(read_as("a.json", data)) == [reason]


def test_a_broken_object_is_named_by_its_number_and_the_others_are_read(read_as: ReadAs) -> None:
    whole = [{"text": "Rain."}, 5, {"id": "x"}, {"text": {"html": "no"}}, {"id": "x", "text": "Snow."},
             {"id": "x", "text": "Hail."}]  # fmt: skip

    results = read_as("a.json", json.dumps(whole).encode())

    assert [article.text for article in articles(results)] == ["Rain.", "Snow."]
    assert reasons(results) == [
        "article 2: it is not a JSON object",
        "article 3: it has no text",
        "article 4: its text is not a string",
        "article 6: the id 'x' was given before, in article 5",
    ]


def test_a_json_file_over_the_limit_says_how_a_larger_one_is_read(read_as: ReadAs) -> None:
    (reason,) = reasons(read_as("a.json", json.dumps([{"text": "x" * 2000}]).encode(), max_bytes=1000))

    assert reason.endswith("; a larger file can be read as .jsonl, with one object on each line")


@pytest.mark.parametrize(
    "given",
    [
        {"id": 7, "date": "2026-11-21T08:00:00", "link": "https://courier.example/pier", "author": 3,
         "title": {"rendered": "Ada&#8217;s pier"},
         "content": {"rendered": "<p>The pier is shut.</p><p>Rain &amp; hail.</p>"}},
        {"id": 7, "webTitle": "Ada’s pier", "webPublicationDate": "2026-11-21T08:00:00",
         "webUrl": "https://courier.example/pier",
         "fields": {"bodyText": "The pier is shut.\nRain & hail."}},
        {"_id": {"$oid": "7"}, "headline": {"main": "Ada’s pier"}, "date": "2026-11-21T08:00:00",
         "url": "https://courier.example/pier", "text": ["The pier is shut.", "Rain & hail."]},
        {"id": "7", "title": ["Ada’s pier"], "date_publish": "2026-11-21 08:00:00",
         "maintext": "The pier is shut.\nRain & hail.",
         "url": "https://courier.example/pier"},
    ],
    ids=["a site's own", "fields of their own", "a database's", "lists"],
)  # fmt: skip
def test_objects_of_sites_databases_and_crawlers_are_read(read_as: ReadAs, given: dict[str, object]) -> None:
    (article,) = articles(read_as("a.json", json.dumps([given]).encode()))

    assert (article.id, article.title, article.date, article.author) == (
        "7",
        "Ada’s pier",
        "2026-11-21T08:00:00",
        "",
    )
    assert (article.text, article.url) == ("The pier is shut.\nRain & hail.", "https://courier.example/pier")


def test_a_date_that_a_database_counts_is_read(read_as: ReadAs) -> None:
    given = {"text": "It rained.", "date": {"$date": {"$numberLong": "1795249815000"}}}

    (article,) = articles(read_as("a.jsonl", json.dumps(given).encode()))

    assert article.date == "2026-11-21T08:30:15+00:00"


def test_an_object_of_several_articles_is_not_taken_for_one(read_as: ReadAs) -> None:
    given = {"a": {"text": "It rained."}, "b": {"text": "It snowed."}}

    assert reasons(read_as("a.json", json.dumps([given]).encode())) == ["article 1: it has no text"]
