from __future__ import annotations

from qa.answering.premises import Doubt, Surroundings, doubts
from qa.datatypes import Article


def _doubts(question: str, quote: str, title: str) -> frozenset[Doubt]:
    return doubts(question, Surroundings(quote=quote, beside="", article=Article("a", quote, title)))


def test_somebodys_age_in_an_article_on_none_of_it_is_no_bridges() -> None:
    quote = "Quiet suits me, said the 61-year-old baker."

    assert Doubt.STRANGER in _doubts("How old is the rail bridge?", quote, "A baker retires")
    assert Doubt.STRANGER not in _doubts("How old is the rail bridge?", quote, "The bridge turns 61")
    assert Doubt.STRANGER not in _doubts("How old is she?", quote, "A baker retires")
