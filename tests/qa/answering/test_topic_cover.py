from __future__ import annotations

import pytest

from qa.answering.topic_cover import TopicWords
from qa.attribution.extractor import extract
from qa.datatypes import Article

SAID = "“The quay is cold in winter,” Ada Quill said on Monday."
FILLING = "The harbour was quiet on that day. "
LAST = "In Dene the sale of the ferry was up to Ivo Brandt."


@pytest.mark.parametrize(("between", "is_on"), [(4, True), (20, False)], ids=["paragraph", "no line breaks"])
def test_a_name_far_off_in_a_text_without_line_breaks_is_not_what_words_are_about(
    between: int, is_on: bool
) -> None:
    article = Article("a", f"{SAID} {FILLING * between}{LAST}", title="News of the harbour")
    (record,) = extract(article)

    assert TopicWords.of("Ivo Brandt").in_article(article).holds(record) is is_on
