"""Sentences without a verb of speech that go on with what somebody is said to have said."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article, Attribution

GO_ON = {
    "it": ("Ada Quill said the ferry was late.", "It would sail on Monday."),
    "after that": ("Ada Quill said that the ferry would be late.", "It would sail on Monday."),
    "she": ("Ada Quill said she had seen the plan.", "She would read it on Monday."),
    "they": ("Ada Quill told the board that the crews were tired.", "They would rest until Monday."),
    "theirs": ("Ada Quill said the crews were tired.", "Their shifts would be cut."),
    "the same thing": ("Ada Quill said an old ferry had been sold.", "The ferry would sail on Monday."),
    "such a thing": ("Ada Quill said the board would need a loan.", "Such a loan would be dear."),
    "one of them": ("Ada Quill said all crews would get a rise.", "Other crews would follow."),
    "the clause before": ("The ferry was late, Ada Quill said.", "It would sail on Monday."),
    "and": ("Ada Quill said the ferry was late.", "And it would also sail without a crew."),
}
DO_NOT = {
    "another paragraph": ("Ada Quill said the ferry was late.\n\n", "It would sail on Monday."),
    "the present": ("Ada Quill says the ferry is late.", "It would sail on Monday."),
    "narrated": ("Ada Quill said the ferry was late.", "It sailed on Monday."),
    "narrated earlier": ("Ada Quill said the ferry was late.", "It had sailed on Monday."),
    "a comment": ("Ada Quill said the ferry was late.", "It would be the third time this year."),
    "a judgement": ("Ada Quill said the ferry was late.", "It would be the longest wait of all."),
    "what would have been": ("Ada Quill said the ferry was late.", "It would have sailed on Monday."),
    "no details": ("The Ports Authority said the ferry was late.", "It would give no further details."),
    "a new thing": ("Ada Quill said the ferry was late.", "The council would meet on Monday."),
    "a new name": ("Ada Quill said the ferry was late.", "Ivo Brandt would sail on Monday."),
    "a question": ("Ada Quill said the ferry was late.", "It would sail on Monday?"),
    "a quotation": ("“The ferry is late,” Ada Quill said.", "It would sail on Monday."),
    "a denial": ("Ada Quill denied that the ferry was late.", "It would sail on Monday."),
    "two speakers": (
        "Ada Quill said the ferry was late, but Ivo Brandt said the crew was late.",
        "It would sail on Monday.",
    ),
    "what lies between": ("Ada Quill said the ferry was late. Rain fell.", "It would sail on Monday."),
    "the article's own clause": ("Ada Quill said the ferry was late.", "It sailed, and it would sink."),
}


def continued(first: str, then: str) -> tuple[list[Attribution], str]:
    text = f"The ferry\n\n{first} {then}"
    return [one for one in extract(Article("a", text)) if one.rule == "continued"], text


@pytest.mark.parametrize(("first", "then"), GO_ON.values(), ids=GO_ON)
def test_a_sentence_goes_on_with_a_report(first: str, then: str) -> None:
    (one,), text = continued(first, then)

    assert one.speaker == "Ada Quill"
    assert [text[slice(*span)] for span in one.content] == [then.rstrip(".")]


@pytest.mark.parametrize(("first", "then"), DO_NOT.values(), ids=DO_NOT)
def test_a_sentence_that_may_be_the_articles_own_is_nobodys(first: str, then: str) -> None:
    assert continued(first, then)[0] == []


def test_a_report_goes_on_for_several_sentences() -> None:
    found, _ = continued("Ada Quill said the ferry was late.", "It would sail on Monday. It would be full.")

    assert [one.speaker for one in found] == ["Ada Quill", "Ada Quill"]
