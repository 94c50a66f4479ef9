"""The packaged model on onnxruntime, for peers that get it so: called, or asked at a loopback address.

Imported by `peer_sides.py` in a peer's own environment, so onnxruntime and tokenizers are all that it needs.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

_BATCH = 32
_MOST_TOKENS = 256


class OnnxEncoder:
    """The packaged model on onnxruntime, in its plainest form: what chromadb's own default encoder does."""

    def __init__(self, model: dict[str, str]) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(Path(model["folder"]) / "tokenizer.json"))
        self._tokenizer.enable_truncation(_MOST_TOKENS)
        self._tokenizer.enable_padding()
        self._session = onnxruntime.InferenceSession(model["onnx"], providers=["CPUExecutionProvider"])

    def encode(self, texts: Sequence[str]) -> Any:
        import numpy as np

        found = []
        for begin in range(0, len(texts), _BATCH):
            encodings = self._tokenizer.encode_batch(list(texts[begin : begin + _BATCH]))
            inputs = {
                "input_ids": np.asarray([each.ids for each in encodings], dtype=np.int64),
                "attention_mask": np.asarray([each.attention_mask for each in encodings], dtype=np.int64),
            }
            (states,) = self._session.run(["token_states"], inputs)
            mask = inputs["attention_mask"][..., None].astype(np.float32)
            vectors = (states * mask).sum(axis=1) / mask.sum(axis=1)
            found.append(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
        return np.concatenate(found)


def serve(encoder: Any) -> str:
    """Serve an encoder in a thread, in the form of OpenAI's embeddings; return the address to ask.

    A thread, so that its processor time and memory count as the peer's.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body go out together: sent apart, the body may wait for the head to be acknowledged.
        wbufsize = -1

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            texts = [asked["input"]] if isinstance(asked["input"], str) else asked["input"]
            whole = asked.get("encoding_format") != "base64"
            rows = [
                {
                    "object": "embedding",
                    "index": number,
                    "embedding": vector.tolist()
                    if whole
                    else b64encode(vector.astype("<f4").tobytes()).decode(),
                }
                for number, vector in enumerate(encoder.encode(texts))
            ]
            usage = {"prompt_tokens": 0, "total_tokens": 0}
            body = json.dumps(
                {"object": "list", "model": asked["model"], "data": rows, "usage": usage}
            ).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing of a request."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/v1"
