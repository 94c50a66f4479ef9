"""The one article or problem that reading a file yields."""

from __future__ import annotations

from collections.abc import Sequence

from qa.datatypes import Article
from qa.reading.files import Problem


def the_article(results: Sequence[Article | Problem]) -> Article:
    (article,) = results
    assert isinstance(article, Article)
    return article


def the_problem(results: Sequence[Article | Problem]) -> Problem:
    (problem,) = results
    assert isinstance(problem, Problem)
    return problem
