from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from embeddings.adaptation import SPAN_READER, adapted, unadapted
from embeddings.export import exported
from embeddings.model_files import ModelFolder
from embeddings.onnx import span_scores
from embeddings.quantised import quantise
from embeddings.quiet import quiet_transformers
from embeddings.span_reader import SpanReader

pytestmark = pytest.mark.slow

WIDTH = 64


def layer_and_inputs(*, large: float) -> tuple[torch.nn.Sequential, torch.Tensor]:
    """Return a linear layer, and inputs of which the fifth is so many times as large as the others."""
    torch.manual_seed(3)
    inputs = torch.randn(40, WIDTH)
    inputs[:, 4] *= large
    return torch.nn.Sequential(torch.nn.Linear(WIDTH, 32)), inputs


@pytest.mark.parametrize("large", [1.0, 100.0], ids=["all alike", "one much larger"])
def test_a_quantised_layer_gives_nearly_what_the_layer_gave(large: float) -> None:
    layer, inputs = layer_and_inputs(large=large)
    before = layer(inputs).detach()

    quantise(layer, lambda: layer(inputs))

    # A step is 6 / 255 of a normal number's range: errors of 64 products add up to some hundredths.
    difference = layer(inputs) - before
    assert 0 < float(difference.abs().max()) < 0.1


def test_the_exported_layer_multiplies_whole_numbers_as_torch_does(tmp_path: Path) -> None:
    layer, inputs = layer_and_inputs(large=100.0)
    quantise(layer, lambda: layer(inputs))
    graph = tmp_path / "layer.onnx"

    with quiet_transformers():
        torch.onnx.export(layer, (inputs,), str(graph), input_names=["x"], output_names=["y"], dynamo=False)

    assert "MatMulInteger" in {node.op_type for node in onnx.load(str(graph)).graph.node}
    import onnxruntime

    (found,) = onnxruntime.InferenceSession(str(graph)).run(["y"], {"x": inputs.numpy()})
    np.testing.assert_allclose(found, layer(inputs).numpy(), atol=1e-4)


def test_products_of_two_can_be_added_in_sixteen_bits() -> None:
    layer, inputs = layer_and_inputs(large=1.0)
    quantise(layer, lambda: layer(inputs))

    whole = next(tensor for name, tensor in layer.named_buffers() if name.endswith("whole"))

    # Inputs go up to 255; an older processor adds two products before it widens them.
    assert 2 * 255 * int(whole.abs().max()) < 2**15


@pytest.fixture(scope="module")
def graph(packaged: ModelFolder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = exported(packaged, (tmp_path_factory.mktemp("cache"),), SPAN_READER)
    assert found is not None
    return found


def test_the_exported_reader_multiplies_whole_numbers_but_for_a_few_inputs(graph: Path) -> None:
    kinds = Counter(node.op_type for node in onnx.load(str(graph), load_external_data=False).graph.node)

    # Six linear layers in each of the model's six. Most have inputs apart, and each has one product without weights.
    assert kinds["DynamicQuantizeMatMul"] + kinds["MatMulIntegerToFloat"] == 36
    assert 20 <= kinds["Gather"] <= 60


def test_the_exported_reader_reads_nearly_as_in_full_precision(packaged: ModelFolder, graph: Path) -> None:
    module = adapted(unadapted(packaged.path), SPAN_READER)
    tokenizer = packaged.path / "tokenizer.json"

    def in_full(inputs: object) -> np.ndarray:
        tensors = {name: torch.from_numpy(array) for name, array in dict(inputs).items()}  # type: ignore[call-overload]
        with torch.inference_mode():
            return np.asarray(module(**tensors))

    question = "When was the bridge at Halden opened?"
    texts = ["Engineers opened the new bridge at Halden in 1931.", "The bridge at Halden was painted again."]
    full, quick = (
        SpanReader(tokenizer, scores).read(question, texts) for scores in (in_full, span_scores(graph))
    )

    for one, other in zip(full, quick, strict=True):
        assert other.answers == pytest.approx(one.answers, abs=0.5)
    assert quick[0].answers > quick[1].answers + 3
