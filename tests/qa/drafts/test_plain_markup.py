"""The marks of Markdown outside quotations are left out, and each character keeps its place in the draft."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.drafts.block_quotations import typed_blocks, with_marks
from qa.drafts.plain_markup import as_shown, without_markup
from tests.qa.drafts.conftest import Check


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("**Ada Quill** said", "Ada Quill said"),
        ("__Ada__ and *Una*", "Ada and Una"),
        ("[Ada Quill](https://herald.example/a_b) said", "Ada Quill said"),
        ("- **Quill:** “The *levee* is safe.”", "Quill: “The *levee* is safe.”"),
        ("12. Quill: “Yes.”", "Quill: “Yes.”"),
        ("### Ada Quill\n", "Ada Quill\n"),
        ("- Ada Quill", "- Ada Quill"),
        ("2 * 3 and a_b_c, and 4*5*6", "2 * 3 and a_b_c, and 4*5*6"),
        ("![A levee](levee.png)", "![A levee](levee.png)"),
    ],
)
def test_marks_of_lists_emphasis_and_links_are_left_out(typed: str, read: str) -> None:
    assert without_markup(with_marks(typed, ())).text == read


@given(st.text(alphabet='ab *_[](x)#>-1.“”"\n', max_size=120))
def test_what_is_left_comes_from_the_places_that_it_names(text: str) -> None:
    marked = with_marks(text, typed_blocks(text))
    read = without_markup(marked)

    for at, letter in enumerate(read.text):
        if letter in "abx":
            assert text[read.origin(at)] == letter
    for (start, end), (first, last) in zip(read.blocks, marked.blocks, strict=True):
        assert [each for each in read.text[start:end] if each in "abx"] == [
            each for each in marked.text[first:last] if each in "abx"
        ]


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ("“We will *not* sell it for 40 million crowns,” said Lindqvist.", "typography_only"),
        ("“We will not sell it for **40** million crowns,” said Lindqvist.", "typography_only"),
        ("“We will *sell* it for 40 million crowns,” said Lindqvist.", "altered"),
        ("“We will not sell it for **50** million crowns,” said Lindqvist.", "altered"),
        (r"“We will not sell it for 40 million crowns\.” — Anna Lindqvist", "typography_only"),
    ],
)
def test_emphasis_in_a_quotation_is_typography_and_hides_no_other_change(
    check: Check, draft: str, verdict: str
) -> None:
    (found,) = check(draft)

    assert found.verdict.value == verdict


def test_words_are_shown_without_emphasis_links_and_backslashes() -> None:
    assert as_shown(r"a **b** _c_ [d](e) \$4 \*f\*") == "a b c d $4 *f*"
