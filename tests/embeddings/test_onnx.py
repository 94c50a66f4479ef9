from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from embeddings.onnx import batches_by_length


@given(lengths=st.lists(st.integers(1, 256)), budget=st.integers(1, 1024))
def test_every_text_is_in_one_batch_and_no_batch_is_padded_beyond_the_budget(
    lengths: list[int], budget: int
) -> None:
    batches = list(batches_by_length(lengths, budget))

    assert sorted(place for batch in batches for place in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) == 1 or max(lengths[place] for place in batch) * len(batch) <= budget


def test_texts_of_like_length_share_a_batch() -> None:
    assert list(batches_by_length([3, 9, 4, 10], budget=20)) == [[3, 1], [2, 0]]
