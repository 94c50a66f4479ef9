"""What cannot be the original of a quotation is left out by its words alone, and nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.drafts.differences import most_alike, most_in_order, vocabulary_of, words_of

TEXTS = st.lists(
    st.sampled_from(["We", "we", "will", "not", "it’s", "it's", "3.5", "U.S.", "quay.", "—", "no,"]),
    min_size=1,
).map(" ".join)


@given(TEXTS, TEXTS)
def test_no_stretch_shares_more_of_a_quotation_than_its_words_allow(quoted: str, text: str) -> None:
    words = words_of(quoted)
    found = most_alike(words, words_of(text), text)

    if found is not None:
        assert found.share <= most_in_order(words, vocabulary_of(text))


def test_the_words_that_a_text_does_not_have_bound_the_share() -> None:
    assert most_in_order(words_of("We will not leave"), vocabulary_of("They WILL not, we hope.")) == 3 / 4
