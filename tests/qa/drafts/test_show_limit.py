"""A library that shows quotes only gives no draft more than the words that it has right."""

from __future__ import annotations

import pytest

from qa.datatypes import Article
from qa.drafts.checked_drafts import check_text
from qa.drafts.verdicts import ProvedPlace
from tests.qa.drafts.conftest import HARBOUR, in_memory

BETWEEN = "We have heard all of you, in every street of the town, and on every boat that lies in it. " * 5
LONG = f"“The harbour must stay open. {BETWEEN}We will not sell it,” Mayor Anna Lindqvist said."
SHORT = "“The harbour must stay open to fishing boats,” Lindqvist said."
LEFT_OUT = "“The harbour must stay open … We will not sell it,” Lindqvist said."


def place_of(text: str, draft: str, sentences: int | None) -> ProvedPlace:
    archive = in_memory([Article("a", text, "The harbour", "2024-03-04")], sentences)
    (found,) = check_text(archive, draft).findings
    assert found.place is not None
    return found.place


@pytest.mark.parametrize("sentences", [0, 1])
def test_what_a_draft_leaves_out_is_not_shown(sentences: int) -> None:
    place = place_of(LONG, LEFT_OUT, sentences)

    assert [part.text for part in place.parts] == ["The harbour must stay open", "We will not sell it"]
    assert place.quote == place.parts[0]
    assert BETWEEN not in LONG[slice(*place.around)]


def test_where_whole_articles_may_be_shown_the_place_holds_all_parts() -> None:
    place = place_of(LONG, LEFT_OUT, None)

    assert BETWEEN in place.quote.text


def test_nothing_around_a_quotation_is_shown() -> None:
    place = place_of(HARBOUR, SHORT, 0)

    assert place.around == (place.quote.start, place.quote.end)
    assert place_of(HARBOUR, SHORT, None).around[0] < place.quote.start
