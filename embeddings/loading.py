"""Load an encoder or a span reader, whichever model it is and however it is run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from embeddings.adaptation import SPAN_READER, span_scores
from embeddings.cache import cache_folders
from embeddings.encoder import Encoder, ModelIdentity
from embeddings.errors import ModelNotFoundError
from embeddings.export import exported
from embeddings.model_files import DEFAULT_IDENTITY, ModelFolder, model_in_folder, packaged_model

if TYPE_CHECKING:
    from embeddings.span_reader import SpanReader

_NOT_NEEDED = ["onnx/*", "openvino/*", "*.h5", "*.ot", "*.msgpack", "*.py"]


def default_identity() -> ModelIdentity:
    """Return the identity of the packaged model, without reading it."""
    return DEFAULT_IDENTITY


def load_encoder(
    model: str | None = None, *, fallback_cache: Path | None = None, allow_download: bool = False
) -> Encoder:
    """Load a model as an encoder: on onnxruntime where that computes the same, else on torch.

    Args:
        model: A folder with a sentence-transformers model, or its name; by default the packaged model.
        fallback_cache: A folder for the exported model if the user's cache folder cannot be written to.
        allow_download: Whether a model that is not on this machine may be fetched.

    Raises:
        ModelNotFoundError: If the model would have to be downloaded, and that is not allowed.
        EncoderError: If the model cannot be loaded.
    """
    folders = cache_folders(fallback_cache)
    found = packaged_model(folders) if model is None else _find(model, folders, allow_download)
    if found.is_plain_bert:
        onnx_file = exported(found, folders)
        if onnx_file is not None:
            from embeddings.onnx import OnnxEncoder

            return OnnxEncoder(found, onnx_file)
    from embeddings.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(found)


def load_span_reader(*, fallback_cache: Path | None = None) -> SpanReader:
    """Load the packaged model as a span reader, which reads a question and a passage together.

    Args:
        fallback_cache: A folder for the exported model if the user's cache folder cannot be written to.

    Raises:
        EncoderError: If the packaged model is missing or damaged.
    """
    from embeddings.span_reader import SpanReader

    folders = cache_folders(fallback_cache)
    model = packaged_model(folders)
    onnx_file = exported(model, folders, SPAN_READER)
    if onnx_file is not None:
        from embeddings import onnx

        scores = onnx.span_scores(onnx_file)
    else:
        scores = span_scores(model.path, SPAN_READER)
    return SpanReader(model.path / "tokenizer.json", scores)


def _find(model: str, folders: tuple[Path, ...], allow_download: bool) -> ModelFolder:
    path = Path(model).expanduser()
    if path.is_dir():
        return model_in_folder(path.resolve(), path.resolve().name, folders)
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    names = [model] if "/" in model else [model, f"sentence-transformers/{model}"]
    for name in names:
        try:
            return model_in_folder(Path(snapshot_download(name, local_files_only=True)), model, folders)
        except (LocalEntryNotFoundError, HFValidationError):
            continue
    if not allow_download:
        raise ModelNotFoundError(
            f"The model {model!r} is neither a folder nor in the local cache of models. "
            "Give a folder, or allow the download with `--allow-download`."
        )
    try:
        # Weights in other formats would double the download, and code is never run.
        found = snapshot_download(names[-1], ignore_patterns=_NOT_NEEDED)
    # Names, licences, proxies, disks: errors of a download come from several libraries.
    except Exception as error:
        raise ModelNotFoundError(f"The model {model!r} could not be downloaded: {error}") from error
    return model_in_folder(Path(found), model, folders)
