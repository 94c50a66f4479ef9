"""Add what was fitted beforehand to the packaged model, so that it scores where answers begin and end.

Every linear layer of the model gets two narrow matrices whose product is added to its weights, and smaller weights get
a difference. A head of three rows gives each token a score for opening an answer and one for closing it, and the first
token one for the text answering at all.

Source: Hu et al. (2021), arXiv:2106.09685 (adapting by low rank); Devlin et al. (2019), arXiv:1810.04805, section
4.3 (openings, closings, and the first token for "no answer").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embeddings.quiet import quiet_transformers

SPAN_READER = Path(__file__).parent / "span_reader.safetensors"
"""Fitted by tests/benchmarks/span_reader/fit.py; the file and `NOTICE` name the data and their licences."""

HEAD = "head"
DOWN, UP = "down", "up"


def adapted(model: Any, adaptation: Path) -> Any:
    """Adapt a model: return a torch module from `input_ids`, `attention_mask` and `token_type_ids` to scores.

    Each of the three has shape (texts, tokens), the result (texts, tokens, 3): opening, closing, and, of the first
    token, that the text answers.

    Args:
        model: The BERT model of transformers; its weights are changed in place.
        adaptation: For every adapted layer NAME, NAME.down of shape (rank, inputs) and NAME.up of shape (outputs,
            rank); for every other adapted weight, its difference; and the head's weight and bias.
    """
    import torch
    from safetensors.torch import load_file

    tensors = {name: tensor.float() for name, tensor in load_file(adaptation).items()}
    weights = dict(model.named_parameters())
    with torch.no_grad():
        for key, tensor in tensors.items():
            name, _, kind = key.rpartition(".")
            if kind == UP:
                weights[f"{name}.weight"] += tensor @ tensors[f"{name}.{DOWN}"]
            elif kind != DOWN and name != HEAD:
                weights[key] += tensor
    outputs, inputs = tensors[f"{HEAD}.weight"].shape
    head = torch.nn.Linear(inputs, outputs)
    head.load_state_dict({"weight": tensors[f"{HEAD}.weight"], "bias": tensors[f"{HEAD}.bias"]})

    class SpanScores(torch.nn.Module):
        """Scores each token for opening and closing an answer, and the first for the text answering."""

        def __init__(self) -> None:
            super().__init__()
            self.bert = model
            self.head = head

        def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any) -> Any:
            states = self.bert(
                input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
            ).last_hidden_state
            return self.head(states)

    return SpanScores().eval()


def span_scores(
    model: Path, adaptation: Path
) -> Callable[[Mapping[str, NDArray[np.int64]]], NDArray[np.float32]]:
    """Return the scoring function of `SpanReader`, on torch: slower to load, for models that cannot be exported."""
    with quiet_transformers():
        import torch
        from transformers import AutoModel

        bert = AutoModel.from_pretrained(str(model), local_files_only=True, trust_remote_code=False).eval()
    module = adapted(bert, adaptation)

    def scores(inputs: Mapping[str, NDArray[np.int64]]) -> NDArray[np.float32]:
        with torch.inference_mode():
            return np.asarray(module(**{name: torch.from_numpy(array) for name, array in inputs.items()}))

    return scores
