from __future__ import annotations

import json
import sys
from base64 import b64decode
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from peer_encoder import serve
from peer_table import how, rows
from peers import require

RESULTS = Path(__file__).parent / "results"


@pytest.mark.parametrize(
    "python", [None, "/no/such/python", sys.executable], ids=["none", "absent", "without"]
)
def test_a_peer_that_is_not_there_ends_the_program_with_how_to_install_it(python: str | None) -> None:
    with pytest.raises(SystemExit, match="pip install txtai==") as ended:
        require("txtai", python)

    assert "--python txtai=FOLDER/bin/python" in str(ended.value)


def test_a_peer_that_needs_a_newer_python_is_installed_with_one() -> None:
    with pytest.raises(SystemExit, match=r"python3\.12 -m venv FOLDER && .* haiku\.rag-slim=="):
        require("haiku", sys.executable)


def test_the_table_shows_haiku_where_it_was_measured_and_does_without_it_elsewhere(tmp_path: Path) -> None:
    result = json.loads((RESULTS / "peers.json").read_text(encoding="utf-8"))
    result["systems"].pop("haiku", None)
    result["peers"].pop("haiku.rag-slim", None)
    _write(tmp_path, result)
    assert "haiku.rag" not in {row[0] for row in rows(tmp_path)}

    result["systems"]["haiku"] = result["systems"]["lancedb"]
    result["peers"]["haiku.rag-slim"] = "1.2.3"
    _write(tmp_path, result)

    assert "haiku.rag" in {row[0] for row in rows(tmp_path)}
    assert "haiku.rag-slim 1.2.3" in how(tmp_path)


@pytest.mark.parametrize("form", ["float", "base64"])
def test_a_served_encoder_gives_the_vectors_of_the_texts_asked_in_their_order(form: str) -> None:
    address = urlsplit(serve(_Lengths()))
    connection = HTTPConnection(address.hostname or "", address.port, timeout=30)
    asked = {"model": "any", "input": ["Dene", "Halvorn"], "encoding_format": form}
    connection.request("POST", f"{address.path}/embeddings", json.dumps(asked))

    found = [row["embedding"] for row in json.loads(connection.getresponse().read())["data"]]

    connection.close()
    if form == "base64":
        found = [np.frombuffer(b64decode(each), dtype="<f4").tolist() for each in found]
    assert found == [[4.0, 0.5], [7.0, 0.5]]


class _Lengths:
    """Encodes a text as its length and a half."""

    def encode(self, texts: Sequence[str]) -> Any:
        return np.array([[len(text), 0.5] for text in texts], dtype=np.float32)


def _write(folder: Path, result: dict[str, Any]) -> None:
    (folder / "peers.json").write_text(json.dumps(result), encoding="utf-8")
