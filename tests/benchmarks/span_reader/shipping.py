"""Write what was fitted as the difference to the packaged model."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import save_file

from embeddings.adaptation import DOWN, HEAD, UP
from embeddings.cache import cache_folders
from embeddings.model_files import packaged_model
from tests.benchmarks.span_reader.reader_model import Reader

LICENCES = (
    "SQuAD 1.1 and 2.0, training part, and UnAnsQ (CC BY-SA 4.0); QED (CC BY-SA 3.0); QAMR and QA-SRL (MIT) on "
    "sentences of Wikipedia (CC BY-SA 3.0) and Wikinews (CC BY 2.5)"
)


def ship(checkpoint: Path, rank: int, out: Path, scale: float = 1.0, shift: float = 0.0) -> None:
    """Write the difference between a checkpoint and the packaged model, each matrix cut to a rank."""
    packaged = Reader(packaged_model(cache_folders(None)).path).state_dict()
    kept = torch.load(checkpoint, weights_only=True)
    tensors = {}
    for whole_name, fitted in kept["reader"].items():
        name = whole_name.removeprefix("bert.")
        if name.startswith(f"{HEAD}."):
            tensors[name] = fitted * scale
            if name == f"{HEAD}.bias":
                tensors[name][2] += shift
        elif (difference := fitted - packaged[whole_name]).any():
            tensors |= _cut(name, difference, rank)
    halves = {name: tensor.half().contiguous() for name, tensor in tensors.items()}
    save_file(halves, out, {"fitted_on": LICENCES, "examples": str(kept["seen"]), "rank": str(rank)})


def _cut(name: str, difference: torch.Tensor, rank: int) -> dict[str, torch.Tensor]:
    """Return a difference as the two factors of its best approximation of a rank, or as it is where it is small."""
    if difference.dim() < 2 or min(difference.shape) <= rank:
        return {name: difference}
    left, values, right = torch.linalg.svd(difference, full_matrices=False)
    roots = values[:rank].sqrt()
    layer = name.removesuffix(".weight")
    return {f"{layer}.{DOWN}": roots[:, None] * right[:rank], f"{layer}.{UP}": left[:, :rank] * roots}
