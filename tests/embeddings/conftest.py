"""The two real encoders of the packaged model, loaded once."""

from __future__ import annotations

import pytest

from embeddings.cache import cache_folders
from embeddings.encoder import Encoder
from embeddings.loading import load_encoder
from embeddings.model_files import ModelFolder, packaged_model
from embeddings.onnx import OnnxEncoder
from embeddings.sentence_transformer import SentenceTransformerEncoder


@pytest.fixture(scope="session")
def packaged() -> ModelFolder:
    return packaged_model(cache_folders(None))


@pytest.fixture(scope="session")
def onnx_encoder() -> Encoder:
    encoder = load_encoder()
    assert isinstance(encoder, OnnxEncoder)
    return encoder


@pytest.fixture(scope="session")
def torch_encoder(packaged: ModelFolder) -> Encoder:
    return SentenceTransformerEncoder(packaged)


@pytest.fixture(
    params=["onnx_encoder", pytest.param("torch_encoder", marks=pytest.mark.slow)], ids=["onnx", "torch"]
)
def encoder(request: pytest.FixtureRequest) -> Encoder:
    loaded: Encoder = request.getfixturevalue(request.param)
    return loaded
