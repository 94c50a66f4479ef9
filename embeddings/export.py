"""A BERT model as an ONNX file with token states, made once and kept."""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from pathlib import Path
from typing import Any

from embeddings.cache import file_digest, file_state, written_whole
from embeddings.model_files import ModelFolder
from embeddings.quiet import quiet_transformers

# Counts up when the exported graph changes, so that an older export is not taken for it.
_FORMAT = 1

_log = logging.getLogger(__name__)


def exported(model: ModelFolder, folders: tuple[Path, ...]) -> Path | None:
    """Return the model's ONNX file, exporting it if no folder has a sound one.

    Returns:
        None if it would have to be exported and no folder can be written to.
    """
    for folder in folders:
        found = _sound_export(_record(model, folder))
        if found is not None:
            return found
    for folder in folders:
        try:
            return _export_into(model, folder)
        except OSError as error:
            _log.info("The exported model cannot be kept in %s: %s", folder, error)
    return None


def _record(model: ModelFolder, folder: Path) -> Path:
    return folder / "models" / f"{model.identity.sha256[:32]}-{_FORMAT}.json"


def _sound_export(record: Path) -> Path | None:
    try:
        note = json.loads(record.read_text(encoding="utf-8"))
        path = record.parent / str(note["file"])
        state = file_state(path)
        if state == note["state"]:
            return path
        # Copied or restored from a backup, perhaps, and still the same.
        if state[0] != note["state"][0] or file_digest(path) != note["sha256"]:
            _log.warning("The exported model %s is damaged and is made anew.", path)
            return None
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None
    with suppress(OSError):
        _write_record(record, path, str(note["sha256"]))
    return path


def _write_record(record: Path, path: Path, digest: str) -> None:
    note = {"file": path.name, "sha256": digest, "state": file_state(path)}
    with written_whole(record) as beside:
        beside.write_text(json.dumps(note), encoding="utf-8")


def _export_into(model: ModelFolder, folder: Path) -> Path:
    record = _record(model, folder)
    with written_whole(record.with_suffix(".onnx")) as beside:
        _export(model.path, beside)
        digest = file_digest(beside)
    path = record.with_suffix(".onnx")
    _write_record(record, path, digest)
    return path


def _export(model: Path, target: Path) -> None:
    """Write the model's graph: `input_ids` and `attention_mask`, shape (texts, tokens), to `token_states`."""
    with quiet_transformers():
        import torch
        from transformers import AutoModel

        # Eager attention: the fused kernels have no form in ONNX.
        bert = AutoModel.from_pretrained(
            str(model), attn_implementation="eager", local_files_only=True, trust_remote_code=False
        ).eval()

        class TokenStates(torch.nn.Module):
            def __init__(self) -> None:
                super().__init__()
                self.bert = bert

            def forward(self, input_ids: Any, attention_mask: Any) -> Any:
                return self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state

        ids = torch.ones((2, 8), dtype=torch.long)
        axes = {0: "texts", 1: "tokens"}
        torch.onnx.export(
            TokenStates(),
            (ids, torch.ones_like(ids)),
            str(target),
            input_names=["input_ids", "attention_mask"],
            output_names=["token_states"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "token_states": axes},
            opset_version=17,
            dynamo=False,
        )
