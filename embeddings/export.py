"""Export a BERT model to an ONNX graph, which gives token states or a span reader's scores; once, since it is kept."""

from __future__ import annotations

import json
import logging
import os
import shutil
import tempfile
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from embeddings.adaptation import TYPICAL, quantised_reader, unadapted
from embeddings.cache import forget_digests, remembered_digests, written_whole
from embeddings.checksums import sha256_of
from embeddings.encoder import Vectors
from embeddings.memory import ran_out_of_memory, require_room_for_torch
from embeddings.model_files import ModelFolder
from embeddings.pooling import pool_text
from embeddings.quiet import quiet_transformers
from embeddings.tokenizer import tokenizer_of

FORMAT = 4
"""Increased when the exported graph changes, so that neither an older export nor what it said is taken for it."""

# A model's vectors may turn by so much, as 1 - cosine, where its layers multiply whole numbers: the packaged one's
# turn by 0.0015. One that turns further is exported in full precision.
_CHANGED_AT_MOST = 0.004

_GRAPH = "model.onnx"
# Weights in a file of their own are mapped into memory: they load three times as fast, and rows of the vocabulary that
# no text needs are never read.
_WEIGHTS = "model.weights"
_RECORD = "export.json"
_MODELS = "models"

# Torch and transformers change settings of the whole process while a model is loaded: one export at a time.
_exporting = threading.Lock()

_log = logging.getLogger(__name__)


def exported(model: ModelFolder, folders: tuple[Path, ...], adaptation: Path | None = None) -> Path | None:
    """Return the model's ONNX file, and export it first if no folder has an undamaged one.

    Args:
        model: A model that is a plain BERT.
        folders: Where exports are kept, preferred ones first.
        adaptation: The weights that make a span reader of the model; without them, the graph gives token states.

    Returns:
        None if the model has to be exported and cannot be, or no folder can be written to.
    """
    name = f"{model.identity.sha256[:32]}-{FORMAT}"
    if adaptation is not None:
        name += f"-{sha256_of(adaptation)[:32]}"
    places = [folder / _MODELS / name for folder in folders]
    for place in places:
        if _is_sound(place):
            return place / _GRAPH
    for place in places:
        try:
            _export_into(place, model, adaptation)
        except OSError as error:
            if ran_out_of_memory(error):
                raise
            _log.info("The exported model cannot be kept in %s: %s", place, error)
            continue
        # Torch's exporter may change with any release; without an export the model still runs on torch.
        except Exception as error:
            if ran_out_of_memory(error):
                # The model would not run on torch either.
                raise
            _log.warning("The model could not be exported.", exc_info=True)
            return None
        return place / _GRAPH
    return None


def exports(folders: Iterable[Path]) -> list[Path]:
    """Return the folders of all exports that there are."""
    return sorted(place for folder in folders for place in (folder / _MODELS).glob("*") if place.is_dir())


def damaged_exports(folders: Iterable[Path]) -> list[Path]:
    """Return the folders of exports of which a file is not the one that was written; every file is read."""
    damaged = []
    for place in exports(folders):
        forget_digests((place,))
        if (place / _RECORD).exists() and not _is_sound(place):
            damaged.append(place)
    return damaged


def remove_export(place: Path) -> None:
    """Remove an export. Processes that have it mapped keep it."""
    for name in (_RECORD, _GRAPH, _WEIGHTS):
        (place / name).unlink(missing_ok=True)


def _is_sound(place: Path) -> bool:
    try:
        recorded = json.loads((place / _RECORD).read_text(encoding="utf-8"))
        found = remembered_digests(place, (_GRAPH, _WEIGHTS), (place,))
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError, RecursionError) as error:
        _log.warning("The exported model in %s cannot be read: %s", place, error)
        return False
    if found != recorded:
        _log.warning("The exported model in %s is damaged.", place)
    return bool(found == recorded)


def _export_into(place: Path, model: ModelFolder, adaptation: Path | None) -> None:
    from filelock import FileLock

    place.mkdir(parents=True, exist_ok=True)
    # Two processes that start together would each spend seconds and a gigabyte on the same file.
    with _exporting, FileLock(place / "lock"):
        if _is_sound(place):
            return
        for left in place.glob("making-*"):
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(dir=place, prefix="making-") as making:
            _export(model.path, adaptation, Path(making))
            for name in (_WEIGHTS, _GRAPH):
                _publish(Path(making) / name, place / name)
        digests = remembered_digests(place, (_GRAPH, _WEIGHTS), (place,))
        # Written last: without it, the other files are ignored.
        with written_whole(place / _RECORD) as beside:
            beside.write_text(json.dumps(digests), encoding="utf-8")


def _publish(made: Path, target: Path) -> None:
    # Published weights are no secret, and a library folder can have several users.
    made.chmod(0o644)
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    made.replace(target)


def _export(model: Path, adaptation: Path | None, target: Path) -> None:
    """Write the graph of a model to a folder: of an encoder, or with an adaptation of a span reader."""
    require_room_for_torch()
    if adaptation is None:
        write_graph(_token_states(model), "token_states", target)
    else:
        write_graph(quantised_reader(model, adaptation), "scores", target)


def export_in_full(model: Path, target: Path) -> Path:
    """Write a model's encoder to a folder in full precision, as other programs run it; return the graph's file."""
    return write_graph(_token_states_in_full(model), "token_states", target)


def write_graph(module: Any, output: str, target: Path) -> Path:
    """Write a torch module's graph to a folder, and return its file.

    It leads from `input_ids` and `attention_mask`, shape (texts, tokens), to `token_states`; or from these and
    `token_type_ids` to `scores`.
    """
    from embeddings.onnx import write_optimised

    inputs = ["input_ids", "attention_mask"] + ["token_type_ids"] * (output == "scores")
    axes = {0: "texts", 1: "tokens"}
    whole = target / "whole.onnx"
    with quiet_transformers():
        import torch

        ids = torch.ones((2, 8), dtype=torch.long)
        torch.onnx.export(
            module,
            tuple(torch.ones_like(ids) for _ in inputs),
            str(whole),
            input_names=inputs,
            output_names=[output],
            dynamic_axes=dict.fromkeys((*inputs, output), axes),
            opset_version=17,
            dynamo=False,
        )
    write_optimised(whole, target / _GRAPH, _WEIGHTS)
    whole.unlink()
    return target / _GRAPH


def _token_states(model: Path) -> Any:
    """Load a model that gives token states, by whole numbers where the vectors of a few texts stay as they were."""
    from embeddings.quantised import quantise

    module = _token_states_in_full(model)
    encodings = tokenizer_of(model / "tokenizer.json").encode_batch(
        [text for pair in TYPICAL for text in pair]
    )
    before = _vectors(module, encodings)
    quantise(module.bert, lambda: _vectors(module, encodings))
    changed = 1 - (before * _vectors(module, encodings)).sum(1)
    return module if changed.max() <= _CHANGED_AT_MOST else _token_states_in_full(model)


def _vectors(module: Any, encodings: Sequence[Any]) -> Vectors:
    """Return the vectors of texts, each run alone, shape (texts, dim)."""
    import torch

    with torch.inference_mode():
        all_ids = [torch.tensor([encoding.ids]) for encoding in encodings]
        return np.stack([pool_text(module(ids, torch.ones_like(ids))[0].numpy()) for ids in all_ids])


def _token_states_in_full(model: Path) -> Any:
    import torch

    bert = unadapted(model)

    class TokenStates(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.bert = bert

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            return self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state

    return TokenStates()
