from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from embeddings import export
from embeddings.encoder import Encoder
from embeddings.export import exported
from embeddings.model_files import ModelFolder
from embeddings.onnx import OnnxEncoder

pytestmark = pytest.mark.slow

TEXT = "The mayor said the bridge would open in May."


@pytest.fixture(scope="module")
def kept(packaged: ModelFolder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    assert exported(packaged, (folder,)) is not None
    return folder


@pytest.fixture
def folder(kept: Path, tmp_path: Path) -> Path:
    shutil.copytree(kept, tmp_path / "copy")
    return tmp_path / "copy"


def times(graph: Path) -> list[int]:
    return [path.stat().st_mtime_ns for path in (graph, graph.with_name("model.weights"))]


def test_an_export_is_made_once(packaged: ModelFolder, folder: Path) -> None:
    first = exported(packaged, (folder,))
    assert first is not None
    before = times(first)

    second = exported(packaged, (folder,))

    assert second == first
    assert times(first) == before


def test_a_graph_is_kept_as_onnxruntime_runs_it(packaged: ModelFolder, kept: Path) -> None:
    graph = exported(packaged, (kept,))

    # Two steps of the model that are run as one.
    assert graph is not None
    assert b"DynamicQuantizeMatMul" in graph.read_bytes()


@pytest.mark.parametrize("name", ["model.onnx", "model.weights"])
def test_an_export_with_one_changed_byte_is_made_again(
    packaged: ModelFolder, folder: Path, name: str
) -> None:
    graph = exported(packaged, (folder,))
    assert graph is not None
    sound = graph.with_name(name).read_bytes()
    damaged = bytearray(sound)
    damaged[len(sound) // 2] ^= 1
    graph.with_name(name).write_bytes(damaged)

    again = exported(packaged, (folder,))

    assert again == graph
    assert graph.with_name(name).read_bytes() == sound


@pytest.mark.parametrize("record", [b"", b"{", b"[]", b"\xff"], ids=["empty", "half", "list", "binary"])
def test_an_export_with_an_unreadable_record_is_made_again(
    packaged: ModelFolder, folder: Path, record: bytes
) -> None:
    graph = exported(packaged, (folder,))
    assert graph is not None
    before = OnnxEncoder(packaged, graph).encode_query(TEXT)
    graph.with_name("export.json").write_bytes(record)
    (graph.parent / "making-left-by-a-killed-process").mkdir()

    assert exported(packaged, (folder,)) == graph

    assert not list(graph.parent.glob("making-*"))
    np.testing.assert_array_equal(OnnxEncoder(packaged, graph).encode_query(TEXT), before)


def test_a_folder_that_cannot_be_written_to_is_passed_over(
    packaged: ModelFolder, kept: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()

    assert exported(packaged, (tmp_path / "file" / "cache", kept)) is not None
    assert exported(packaged, (tmp_path / "file" / "cache",)) is None


def test_two_exports_at_once_end_in_one(packaged: ModelFolder, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        graphs = list(pool.map(lambda _: exported(packaged, (tmp_path,)), range(2)))

    assert graphs[0] is not None
    assert graphs[0] == graphs[1] == exported(packaged, (tmp_path,))
    assert sorted(path.name for path in graphs[0].parent.iterdir()) == [
        "checked",
        "export.json",
        "lock",
        "model.onnx",
        "model.weights",
    ]


@pytest.mark.slow
def test_a_model_that_whole_numbers_change_too_much_is_exported_in_full_precision(
    packaged: ModelFolder, torch_encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "_CHANGED_AT_MOST", 0.0)
    graph = exported(packaged, (tmp_path,))
    assert graph is not None

    vector = OnnxEncoder(packaged, graph).encode_query(TEXT)

    np.testing.assert_allclose(vector, torch_encoder.encode_query(TEXT), atol=1e-4)
