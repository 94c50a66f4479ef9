"""Every encoder keeps the same contract, whatever runs the model."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import overload

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from embeddings.encoder import EncodedText, Encoder
from embeddings.model_files import ModelFolder
from embeddings.onnx import OnnxEncoder
from tests.budgets import examples

TEXTS = [
    "The mayor said the bridge would open in May.",
    "",
    "Rain.",
    "“We never promised that,” Anna Lindqvist told the council, and nobody in the room contradicted her. "
    * 4,
    "Zürich – naïve café 東京 \U0001f600",
    "One. Two. Three.",
]
LONG = "The harbour froze early that winter, and the ferries stayed away. " * 160
NEARLY = 0.997
"""A cosine of what whole numbers of eight bits and numbers in full precision give for one text."""
ANY_TEXT = st.text(st.characters(), max_size=200)


def encode(encoder: Encoder, text: str, *spans: tuple[int, int]) -> EncodedText:
    (encoded,) = encoder.encode_passages([text], [spans])
    return encoded


@pytest.mark.slow
def test_every_vector_has_length_one(encoder: Encoder) -> None:
    for text, encoded in zip(
        TEXTS, encoder.encode_passages(TEXTS, [[(0, len(t))] for t in TEXTS]), strict=True
    ):
        assert encoded.vector.shape == (encoder.identity.dim,)
        assert encoded.vector.dtype == np.float32
        assert encoded.span_vectors.shape == (1, encoder.identity.dim)
        assert np.linalg.norm(encoded.vector) == pytest.approx(1, abs=1e-5)
        assert np.linalg.norm(encoded.span_vectors[0]) == pytest.approx(1, abs=1e-5)
        assert np.linalg.norm(encoder.encode_query(text)) == pytest.approx(1, abs=1e-5)


@pytest.mark.slow
def test_vectors_come_in_the_order_of_the_texts(encoder: Encoder) -> None:
    # More texts than are sorted by length together, and of lengths that change all the time.
    texts = [f"Report {number} " + "on fog " * (number % 4) for number in range(300)]

    encoded = list(encoder.encode_passages(texts, [()] * len(texts)))

    assert len(encoded) == len(texts)
    for number in (0, 1, 5, 6, 63, 64, 255, 256, 299):
        assert encoded[number].vector @ encode(encoder, texts[number]).vector == pytest.approx(1, abs=1e-5)


@pytest.mark.slow
def test_a_vector_does_not_depend_on_its_batch(encoder: Encoder) -> None:
    spans = [[(0, 4), (4, len(text))] for text in TEXTS]

    together = list(encoder.encode_passages(TEXTS, spans))

    for text, wanted, one in zip(TEXTS, spans, together, strict=True):
        alone = encode(encoder, text, *wanted)
        np.testing.assert_allclose(one.vector, alone.vector, atol=1e-5)
        np.testing.assert_allclose(one.span_vectors, alone.span_vectors, atol=1e-5)


def test_the_packaged_model_encodes_queries_as_passages(encoder: Encoder) -> None:
    np.testing.assert_allclose(encoder.encode_query(TEXTS[0]), encode(encoder, TEXTS[0]).vector, atol=1e-5)


@pytest.mark.slow
def test_both_encoders_nearly_agree(onnx_encoder: Encoder, torch_encoder: Encoder) -> None:
    texts = [*TEXTS, LONG]
    spans = [[(0, 5), (5, 40), (40, len(text))] for text in texts]

    for left, right in zip(
        onnx_encoder.encode_passages(texts, spans), torch_encoder.encode_passages(texts, spans), strict=True
    ):
        assert left.vector @ right.vector > NEARLY
        assert ((left.span_vectors * right.span_vectors).sum(1) > NEARLY).all()
    assert onnx_encoder.identity == torch_encoder.identity
    assert onnx_encoder.count_tokens(texts) == torch_encoder.count_tokens(texts)


@pytest.mark.slow
def test_text_and_span_vectors_are_means_of_the_original_token_states(
    encoder: Encoder, packaged: ModelFolder
) -> None:
    same = NEARLY if isinstance(encoder, OnnxEncoder) else 1 - 1e-6
    from sentence_transformers import SentenceTransformer

    original = SentenceTransformer(str(packaged.path), device="cpu")
    # [CLS] good morning , harbour ##masters . [SEP]
    states = original.encode("Good morning, harbourmasters.", output_value="token_embeddings").numpy()

    encoded = encode(encoder, "Good morning, harbourmasters.", (0, 12), (14, 28), (0, 29))

    assert len(states) == 8
    for mean, vector in (
        (states.mean(axis=0), encoded.vector),
        (states[1:3].mean(axis=0), encoded.span_vectors[0]),
        (states[4:6].mean(axis=0), encoded.span_vectors[1]),
        (states[1:7].mean(axis=0), encoded.span_vectors[2]),
    ):
        assert vector @ mean / np.linalg.norm(mean) > same


def test_an_empty_text_has_a_vector_and_its_spans_have_the_same(encoder: Encoder) -> None:
    encoded = encode(encoder, "", (0, 0), (0, 9))

    np.testing.assert_array_equal(encoded.span_vectors, [encoded.vector, encoded.vector])


def test_a_text_without_spans_has_no_span_vectors(encoder: Encoder) -> None:
    assert encode(encoder, TEXTS[0]).span_vectors.shape == (0, encoder.identity.dim)


@pytest.mark.slow
def test_a_text_beyond_the_limit_is_cut_and_spans_beyond_it_have_its_vector(encoder: Encoder) -> None:
    assert len(LONG) > 10_000
    # 13 word pieces a sentence, 254 in a text beside the two special ones: 19 sentences and 7 pieces more.
    sentence = len(LONG) // 160
    assert encoder.count_tokens([LONG[:sentence]]) == [13]

    encoded = encode(
        encoder, LONG, (0, sentence), (18 * sentence, 19 * sentence), (20 * sentence, 21 * sentence)
    )
    cut = encode(encoder, LONG[: 19 * sentence] + "The harbour froze early that winter,")

    np.testing.assert_allclose(encoded.vector, cut.vector, atol=1e-5)
    np.testing.assert_array_equal(encoded.span_vectors[2], encoded.vector)
    assert not np.allclose(encoded.span_vectors[1], encoded.vector, atol=1e-3)


def test_tokens_are_counted_without_limit_and_without_special_tokens(encoder: Encoder) -> None:
    assert encoder.count_tokens(["", "Good morning, harbourmasters.", LONG]) == [0, 6, 13 * 160]
    assert encoder.count_tokens([]) == []


def test_characters_without_a_utf8_form_do_not_shift_the_spans(encoder: Encoder) -> None:
    broken = "\ud800\udfffHe said \x00no\x00 twice.\udc80"
    replaced = "\ufffd\ufffdHe said \x00no\x00 twice.\ufffd"
    spans = [(2, 9), (10, 12), (14, 20)]

    np.testing.assert_array_equal(
        encode(encoder, broken, *spans).span_vectors, encode(encoder, replaced, *spans).span_vectors
    )
    np.testing.assert_array_equal(encoder.encode_query(broken), encoder.encode_query(replaced))
    assert encoder.count_tokens([broken]) == encoder.count_tokens([replaced])


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT, start=st.integers(0, 220), length=st.integers(0, 220))
def test_any_text_and_any_span_have_unit_vectors(
    encoder: Encoder, text: str, start: int, length: int
) -> None:
    encoded = encode(encoder, text, (start, start + length))

    assert np.linalg.norm(encoded.vector) == pytest.approx(1, abs=1e-5)
    assert np.linalg.norm(encoded.span_vectors[0]) == pytest.approx(1, abs=1e-5)


@pytest.mark.slow
def test_two_threads_at_once_get_what_one_gets(encoder: Encoder) -> None:
    texts = [text + f" And {number}." for number, text in enumerate(TEXTS * 3)]
    expected = [encoder.encode_query(text) for text in texts]

    def work(_: int) -> list[EncodedText]:
        encoder.count_tokens(texts)
        return list(encoder.encode_passages(texts, [()] * len(texts)))

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(work, range(4)))

    for result in results:
        np.testing.assert_allclose([one.vector for one in result], expected, atol=1e-5)


@pytest.mark.slow
def test_texts_are_read_as_their_vectors_are_taken(encoder: Encoder) -> None:
    texts = Remembering(5000)

    vectors = encoder.encode_passages(texts, [()] * 5000)
    next(vectors)

    assert texts.furthest < 1000


def test_the_next_texts_are_begun_while_the_first_are_taken(onnx_encoder: Encoder) -> None:
    texts = Remembering(200)

    vectors = onnx_encoder.encode_passages(texts, [()] * 200)
    next(vectors)
    read = texts.furthest + 1
    rest = len(list(vectors))

    # A window is 16 texts.
    assert read == 32
    assert rest == 199


def test_spans_for_another_number_of_texts_are_refused(encoder: Encoder) -> None:
    with pytest.raises(ValueError, match="2 texts, but spans for 1"):
        encoder.encode_passages(["a", "b"], [()])


class Remembering(Sequence[str]):
    """Texts that are made when they are read."""

    def __init__(self, length: int) -> None:
        self.length = length
        self.furthest = -1

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(self.length))]
        self.furthest = max(self.furthest, index)
        return "Fog."
