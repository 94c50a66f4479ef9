"""An article in Markdown has the words that its page shows: links and emphasis are no other words."""

from __future__ import annotations

import pytest

from qa.datatypes import Article
from qa.drafts.shown_articles import shown_article
from tests.qa.drafts.conftest import checker

TOLL = """The bridge toll was raised in Harwick on Monday.

“We read [the ferry report](https://dene.example/report) twice, and it is _not_ kind to the port,” Ada Quill said.

“The **old bridge** will cost [12 million crowns][sums] if we wait,” Tom Brandt said.

“We shall [never](maybe) sell the quay to anybody,” Una Hale said.
"""


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        pytest.param("“It is not kind to the port,” Ada Quill said.", "typography_only", id="emphasis"),
        pytest.param("“We read the ferry report twice,” Ada Quill said.", "typography_only", id="address"),
        pytest.param(
            "“The old bridge will cost 12 million crowns if we wait,” Brandt said.", "typography_only", id="link"
        ),
        pytest.param(
            "“The old bridge … cost 12 million crowns if we wait,” Brandt said.", "marked_changes", id="ellipsis"
        ),
        pytest.param("“It is kind to the port, it is,” Ada Quill said.", "altered", id="negation"),
        pytest.param(
            "“The old bridge will cost 13 million crowns if we wait,” Brandt said.", "altered", id="number"
        ),
        pytest.param("“The **old bridge** will cost [12 million crowns][sums] if we wait,” Brandt said.",
                     "verbatim", id="as written"),
        pytest.param(
            "“The old bridge will cost 12 million crowns if we wait,” Ada Quill said.", "other_speaker", id="speaker"
        ),
        pytest.param("“We shall never sell the quay to anybody,” Una Hale said.", "altered", id="no address"),
    ],
)  # fmt: skip
def test_links_and_emphasis_of_an_article_are_typography(draft: str, verdict: str) -> None:
    check = checker([Article("toll", TOLL, "The toll", "2024-03-04", "Coast Gazette")])

    (found,) = check(draft)

    assert found.verdict == verdict


def test_what_is_found_in_an_article_is_a_slice_of_it_with_its_marks() -> None:
    check = checker([Article("toll", TOLL, "The toll", "2024-03-04", "Coast Gazette")])

    (found,) = check("“The old bridge will cost 12 million crowns if we wait,” Brandt said.")

    assert found.place is not None
    quote = found.place.quote
    assert quote.text == "The **old bridge** will cost [12 million crowns][sums] if we wait,"
    assert TOLL[quote.start : quote.end] == quote.text


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "3 * 4 * 5 and snake_case",
        "[the council] (yes)",
        "![a ferry](https://dene.example/a.jpg)",
    ],
    ids=["plain", "signs", "bracket", "picture"],
)
def test_an_article_without_marks_of_markdown_is_left_as_it_is(text: str) -> None:
    assert shown_article(text) is None


def test_each_character_of_a_shown_article_is_known_by_its_place() -> None:
    shown = shown_article(TOLL)

    assert shown is not None
    assert "it is not kind" in shown.text
    assert [TOLL[at] for at in shown.came] == list(shown.text)
