"""Write what was fitted as the difference to the packaged model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import save_file

from embeddings.adaptation import DOWN, HEAD, UP
from embeddings.cache import cache_folders
from embeddings.model_files import packaged_model
from tests.benchmarks.span_reader.reader_model import Reader, started_from

LICENCES = (
    "SQuAD 1.1 and 2.0, training part, and UnAnsQ (CC BY-SA 4.0); QED (CC BY-SA 3.0); QAMR and QA-SRL (MIT) on "
    "sentences of Wikipedia (CC BY-SA 3.0) and Wikinews (CC BY 2.5); texts made up for this project (MIT)"
)


def ship(
    checkpoints: Sequence[Path],
    rank: int,
    out: Path,
    scale: float = 1.0,
    shift: float = 0.0,
    start: Path | None = None,
    share: float = 1.0,
) -> None:
    """Write the difference between a checkpoint and the packaged model, each matrix cut to a rank.

    Args:
        checkpoints: Of fits that began with the same weights; of several the mean is taken.
        scale: What the scores are multiplied by.
        shift: What is added to the score of "this text answers", after that.
        start: The reader that the fit began with.
        share: How far from it to the checkpoint the weights are that are written, 0..1.

    Sources: of the mean Wortsman et al. (2022), arXiv:2203.05482; of `share` Wortsman et al. (2022), arXiv:2109.01903
    (weights between those before and after a fit).
    """
    folder = packaged_model(cache_folders(None)).path
    packaged = Reader(folder).state_dict()
    kept = [torch.load(path, weights_only=True) for path in checkpoints]
    ends = {name: _mean([each["reader"][name] for each in kept]) for name in kept[0]["reader"]}
    before = started_from(folder, start).state_dict() if start else ends
    tensors = {}
    for whole_name, last in ends.items():
        fitted = torch.lerp(before[whole_name], last, share) if last.is_floating_point() else last
        name = whole_name.removeprefix("bert.")
        if name.startswith(f"{HEAD}."):
            tensors[name] = fitted * scale
            if name == f"{HEAD}.bias":
                tensors[name][2] += shift
        elif (difference := fitted - packaged[whole_name]).any():
            tensors |= _cut(name, difference, rank)
    halves = {name: tensor.half().contiguous() for name, tensor in tensors.items()}
    seen = ", ".join(str(each["seen"]) for each in kept)
    save_file(halves, out, {"fitted_on": LICENCES, "examples": seen, "rank": str(rank)})


def _mean(values: Sequence[torch.Tensor]) -> torch.Tensor:
    return torch.stack(list(values)).mean(0) if values[0].is_floating_point() else values[0]


def _cut(name: str, difference: torch.Tensor, rank: int) -> dict[str, torch.Tensor]:
    """Return a difference as the two factors of its best approximation of a rank, or as it is where it is small."""
    if difference.dim() < 2 or min(difference.shape) <= rank:
        return {name: difference}
    left, values, right = torch.linalg.svd(difference, full_matrices=False)
    roots = values[:rank].sqrt()
    layer = name.removesuffix(".weight")
    return {f"{layer}.{DOWN}": roots[:, None] * right[:rank], f"{layer}.{UP}": left[:, :rank] * roots}
