"""Add what was fitted beforehand to the packaged model, so that it scores where answers begin and end.

Every linear layer of the model gets two narrow matrices whose product is added to its weights, and smaller weights get
a difference. A head of three rows gives each token a score for opening an answer and one for closing it, and the first
token one for the text answering at all.

Source: Hu et al. (2021), arXiv:2106.09685 (adapting by low rank); Devlin et al. (2019), arXiv:1810.04805, section
4.3 (openings, closings, and the first token for "no answer").
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from embeddings.quiet import quiet_transformers

if TYPE_CHECKING:
    from embeddings.span_reader import Scores

SPAN_READER = Path(__file__).parent / "span_reader.safetensors"
"""Fitted by tests/benchmarks/span_reader/fit.py; the file and `NOTICE` name the data and their licences."""

HEAD = "head"
DOWN, UP = "down", "up"

TYPICAL = (
    (
        "When was the bridge at Harwick opened, and by whom?",
        'In 1931 the bridge was opened by Mayor Ada Quill, who called it "the longest in the county". It cost 4.2 '
        "million pounds; 1,200 men had worked on it for five years.",
    ),
    (
        "why did Orsa resign",
        "Ines Orsa, the finance minister, resigned on 3 March after her party lost the vote. She did not say who would "
        'follow her. "I have done what I could," she told reporters in Dene.',
    ),
    (
        "How many people live on the island?",
        "Prices rose by 3% in May (2.5% in April), the statistics office reported. Economists had expected less: fuel "
        "and bread were dearer than a year ago.",
    ),
    (
        "What is the longest river of Halvorn?",
        "The Hale, 310 km long, rises in the northern hills, passes Brandt's old mill and reaches the sea near Tarn "
        "Point. Salmon returned to it in the 1990s, when the paper works were closed.",
    ),
)
"""Questions and texts as the program reads them, which show how large what goes into each layer gets."""


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


def unadapted(model: Path) -> Any:
    """Load a model as transformers does, so that it can be exported."""
    with quiet_transformers():
        from transformers import AutoModel

        # Eager attention: the fused kernels cannot be exported to ONNX.
        return AutoModel.from_pretrained(
            str(model), attn_implementation="eager", local_files_only=True, trust_remote_code=False
        ).eval()


def quantised_reader(model: Path, adaptation: Path) -> Any:
    """Load a model, adapt it, and let its layers multiply whole numbers: a torch module as `adapted` returns."""
    from embeddings.quantised import quantise
    from embeddings.span_reader import SpanReader

    module = adapted(unadapted(model), adaptation)
    reader = SpanReader(model / "tokenizer.json", _on_torch(module))
    quantise(module.bert, lambda: [reader.read(question, [text]) for question, text in TYPICAL])
    return module


def span_scores(model: Path, adaptation: Path) -> Scores:
    """Return the scoring function of `SpanReader`, on torch: slower to load, for models that cannot be exported."""
    return _on_torch(quantised_reader(model, adaptation))


def _on_torch(module: Any) -> Scores:
    import torch

    def scores(inputs: Mapping[str, NDArray[np.int64]]) -> NDArray[np.float32]:
        with torch.inference_mode():
            return np.asarray(module(**{name: torch.from_numpy(array) for name, array in inputs.items()}))

    return scores
