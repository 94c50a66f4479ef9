"""One way to get an encoder, whichever model it is and however it is run."""

from __future__ import annotations

from pathlib import Path

from embeddings.cache import cache_folders
from embeddings.encoder import Encoder, ModelIdentity
from embeddings.errors import ModelNotFoundError
from embeddings.export import exported
from embeddings.model_files import DEFAULT_IDENTITY, ModelFolder, model_in_folder, packaged_model


def default_identity() -> ModelIdentity:
    """Return the identity of the packaged model, without reading it."""
    return DEFAULT_IDENTITY


def load_encoder(
    model: str | None = None, *, fallback_cache: Path | None = None, allow_download: bool = False
) -> Encoder:
    """Load a model, on onnxruntime where that computes the same, else on torch.

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


def _find(model: str, folders: tuple[Path, ...], allow_download: bool) -> ModelFolder:
    path = Path(model).expanduser()
    if path.is_dir():
        return model_in_folder(path.resolve(), path.resolve().name, folders)
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    for name in (model, f"sentence-transformers/{model}"):
        try:
            found = Path(snapshot_download(name, local_files_only=True))
        except (LocalEntryNotFoundError, HFValidationError):
            continue
        return model_in_folder(found, model, folders)
    if not allow_download:
        raise ModelNotFoundError(
            f"The model {model!r} is neither a folder nor in the local cache of models. "
            "Give a folder, or allow the download with `--allow-download`."
        )
    raise ModelNotFoundError(f"The model {model!r} could not be found.")
