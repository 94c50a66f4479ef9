from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qa.datatypes import Article
from qa.language.quotations import quotations
from qa.language.sentences import split
from qa.reading.discovery import discover
from qa.reading.files import FoundFile
from qa.reading.readers import read

pytestmark = pytest.mark.slow

SEEDS = Path(__file__).parent.parent / "seeds"
POST = (
    "I expect that we will solve many problems together, starting immediately. "
    "We discussed balancing trade, fentanyl, TikTok, and many other subjects."
)
SPOKEN = {
    POST: "Trump",
    POST[: POST.index(" We discussed")]: "Trump",
    POST[POST.index("We discussed") :]: "Trump",
    "most consequential geopolitical challenge": "Biden",
    "biggest threat": "Rubio",
}


def seeds() -> list[Article]:
    found = list(discover(SEEDS, max_bytes=10_000))
    read_all = [
        result for each in found if isinstance(each, FoundFile) for result in read(each, max_bytes=10_000)
    ]
    articles = [result for result in read_all if isinstance(result, Article)]
    assert len(articles) == len(read_all) == len(found)
    return articles


ARTICLES = seeds()


def test_there_are_seven_seeds_and_nothing_else_in_their_folder() -> None:
    assert len(ARTICLES) == 7


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_every_seed_has_title_date_and_source(article: Article) -> None:
    assert article.title
    assert article.title not in article.text
    assert article.day is not None
    assert date(2025, 1, 17) <= article.day <= date(2025, 1, 20)
    assert article.source == "Onrecord seeds"
    assert article.id.startswith(article.day.isoformat())


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_every_seed_is_of_a_length_to_read_at_a_glance(article: Article) -> None:
    assert 120 <= len(article.text.split()) <= 300


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_whatever_a_seed_quotes_was_said_and_its_speaker_is_named_beside_it(article: Article) -> None:
    for quotation in quotations(article.text):
        words = article.text[quotation.inner_start : quotation.inner_end]
        paragraph = next(each for each in split(article.text) if each.start <= quotation.start < each.end)

        assert quotation.closed
        assert SPOKEN[words] in article.text[paragraph.start : paragraph.end]


def test_every_speaker_is_quoted_somewhere() -> None:
    quoted = {
        article.text[quotation.inner_start : quotation.inner_end]
        for article in ARTICLES
        for quotation in quotations(article.text)
    }

    assert quoted == set(SPOKEN)


@pytest.mark.parametrize("name", ["Macron", "Merkel", "Wang Yi", "Sanders"])
def test_a_name_that_the_seeds_do_not_know_stays_out_of_them(name: str) -> None:
    assert not any(name in article.text or name in article.title for article in ARTICLES)
