from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answers import Answer, Outcome, QuestionKind

TEXT = (
    "“I have loved the old ferry since I was a child,” Ada Quill said on Monday.\n\n"
    "Ivo Brandt said the pier needs paint. “Paint is dear,” Brandt said.\n\n"
    "The court has stopped the auction of the ferry to Ada Quill, and it stays at the pier.\n"
)


@pytest.mark.parametrize(
    ("typed", "kind", "first"),
    [
        ("quill ferry auction", QuestionKind.CONTENT, "The court has stopped the auction"),
        ("quill ferry", QuestionKind.SAID, "“I have loved the old ferry"),
    ],
)
def test_a_report_that_has_all_that_was_typed_answers_before_words_that_have_not(
    asker_of: Callable[[str], Callable[[str], Answer]], typed: str, kind: QuestionKind, first: str
) -> None:
    answer = asker_of(TEXT)(typed)

    assert (answer.outcome, answer.understood.kind) == (Outcome.ANSWERED, kind)
    assert answer.quotes[0].text.startswith(first)
