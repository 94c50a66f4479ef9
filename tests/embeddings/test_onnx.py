from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from embeddings.onnx import batches_by_length

_COUNT_THREADS = """
from pathlib import Path
from qa.encoding import open_encoder

def threads():
    return len(list(Path("/proc/self/task").iterdir()))

encoder = open_encoder()
before = threads()
encoder.encode_query("Did the ferry sail?")
after_question = threads()
list(encoder.encode_passages(["The ferry sailed.", "It was late."], [(), ()]))
print(before, after_question, threads())
"""


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


def test_a_question_is_encoded_without_starting_threads() -> None:
    done = subprocess.run([sys.executable, "-c", _COUNT_THREADS], capture_output=True, text=True, check=True)

    before, after_question, after_passages = map(int, done.stdout.split())
    assert after_question == before
    assert after_passages > before
