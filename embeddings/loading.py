"""Load an encoder or a span reader, whichever model it is and however it is run."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from embeddings.adaptation import SPAN_READER, span_scores
from embeddings.cache import cache_folders, forget_digests
from embeddings.encoder import Encoder
from embeddings.errors import DamagedModelError, EncoderError, ModelNotFoundError
from embeddings.export import damaged_exports, exported, exports, remove_export
from embeddings.memory import ran_out_of_memory, require_room_for_torch
from embeddings.model_files import ModelFolder, model_in_folder, packaged_model
from embeddings.tokenizer import forget_tokenizers

if TYPE_CHECKING:
    from embeddings.span_reader import SpanReader

T = TypeVar("T")

_log = logging.getLogger(__name__)

_NOT_NEEDED = ["onnx/*", "openvino/*", "*.h5", "*.ot", "*.msgpack", "*.py"]


@dataclass(frozen=True, slots=True)
class DamagedModel:
    """A model of which a file is not the one that it was, in words. `exported`: it can be made again."""

    words: str
    exported: bool


def damaged_models(*, fallback_cache: Path | None = None) -> list[DamagedModel]:
    """Find damage in the packaged model and in what was exported, by reading every file, whatever is known of it.

    The files of a model that a person names are read again when it is next loaded.
    """
    folders = cache_folders(fallback_cache)
    forget_digests(folders)
    damaged = [
        DamagedModel(f"the exported model in {place}", exported=True) for place in damaged_exports(folders)
    ]
    try:
        packaged_model(folders)
    except EncoderError as error:
        damaged.append(DamagedModel(str(error), exported=False))
    return damaged


def remove_damaged_exports(*, fallback_cache: Path | None = None) -> None:
    """Remove each export that is damaged; it is made again when it is next needed."""
    for place in damaged_exports(cache_folders(fallback_cache)):
        remove_export(place)


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
        EncoderError: If the model cannot be loaded, or does not encode a known text as recorded.
    """
    from embeddings.known_texts import encodes_as_known

    folders = cache_folders(fallback_cache)
    return _sound(
        lambda: _encoder(model, folders, allow_download),
        lambda encoder: encodes_as_known(encoder, folders),
        folders,
    )


def _encoder(model: str | None, folders: tuple[Path, ...], allow_download: bool) -> Encoder:
    found = packaged_model(folders) if model is None else _find(model, folders, allow_download)
    if found.is_plain_bert:
        onnx_file = exported(found, folders)
        if onnx_file is not None:
            from embeddings.onnx import OnnxEncoder

            return OnnxEncoder(found, onnx_file)
    _require_what_torch_needs()
    from embeddings.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(found)


def load_span_reader(*, fallback_cache: Path | None = None) -> SpanReader:
    """Load the packaged model as a span reader, which reads a question and a passage together.

    Args:
        fallback_cache: A folder for the exported model if the user's cache folder cannot be written to.

    Raises:
        EncoderError: If the packaged model is missing or damaged.
    """
    from embeddings.known_texts import reads_as_known

    folders = cache_folders(fallback_cache)
    return _sound(lambda: _span_reader(folders), reads_as_known, folders)


def _span_reader(folders: tuple[Path, ...]) -> SpanReader:
    from embeddings.span_reader import SpanReader

    model = packaged_model(folders)
    onnx_file = exported(model, folders, SPAN_READER)
    if onnx_file is not None:
        from embeddings import onnx

        scores = onnx.span_scores(onnx_file)
    else:
        _require_what_torch_needs()
        scores = span_scores(model.path, SPAN_READER)
    return SpanReader(model.path / "tokenizer.json", scores)


def _require_what_torch_needs() -> None:
    """Raise EncoderError or MemoryError where torch could not be imported, or not as a whole."""
    require_room_for_torch()
    try:
        tempfile.gettempdir()
    except FileNotFoundError as error:
        raise EncoderError(
            "The model has to be prepared, and there is no folder for temporary files. "
            "Set TMPDIR to one that can be written to."
        ) from error


def _sound(load: Callable[[], T], is_as_known: Callable[[T], bool], folders: tuple[Path, ...]) -> T:
    """Load a model; one that says something else of a known text is loaded again, after all its files are hashed."""
    try:
        loaded = load()
        if is_as_known(loaded):
            return loaded
    except EncoderError:
        raise
    # What onnxruntime and safetensors raise for a file that is damaged.
    except Exception as error:
        if ran_out_of_memory(error):
            raise
        _log.warning("The model could not be loaded: %s", error)
    _log.warning("The model's files are checked again: it is damaged.")
    forget_digests((*folders, *exports(folders)))
    forget_tokenizers()
    loaded = load()
    if not is_as_known(loaded):
        raise DamagedModelError(
            "The model encodes a known text otherwise than recorded, so its scores cannot be trusted. If another model "
            f"is in its place on purpose, delete {folders[0] / 'known'} and run `qa index --rebuild`."
        )
    return loaded


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
        if ran_out_of_memory(error):
            raise
        raise ModelNotFoundError(f"The model {model!r} could not be downloaded: {error}") from error
    return model_in_folder(Path(found), model, folders)
