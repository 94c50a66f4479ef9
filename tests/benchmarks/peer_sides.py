"""What each peer runs, as its user would write it: index passages, and ask. Run by `peers.py` in the peer's own venv.

    PYTHON peer_sides.py NAME index WORK
    PYTHON peer_sides.py NAME ask WORK QUESTION
    PYTHON peer_sides.py NAME warm WORK

WORK has `passages.jsonl`, `questions.jsonl` and `model.json`, which says where the packaged model is; the peer's files
go to a folder in it that bears its name. `warm` prints for each question the number of the first passage (this project
prints its first quote) and what it took. Only the peer's own packages and what they bring are imported.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from peer_encoder import OnnxEncoder, serve

# Nothing may be fetched, and nothing is reported to anybody; what is asked of this machine goes past any proxy.
os.environ |= {"HF_HUB_OFFLINE": "1", "ANONYMIZED_TELEMETRY": "False", "ORT_DISABLE_TELEMETRY": "1"}
os.environ["NO_PROXY"] = "127.0.0.1"

_MERGED = 10


def main() -> None:
    name, act, work = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    side = SIDES[name](work)
    if act == "index":
        side.index([row["text"] for row in _rows(work / "passages.jsonl")])
        return
    side.open()
    if act == "ask":
        _print({"first": side.first(sys.argv[4])})
        return
    for row in _rows(work / "questions.jsonl"):
        if isinstance(side, Onrecord):
            side.at(row["today"])
        clock, processor = time.perf_counter(), time.process_time()
        first = side.first(row["question"])
        taken = {"cpu_ms": 1000 * (time.process_time() - processor)}
        _print({"id": row["id"], "first": first, "wall_ms": 1000 * (time.perf_counter() - clock)} | taken)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _print(row: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(row) + "\n")


class Side:
    """A peer with its files in a folder."""

    folder = ""

    def __init__(self, work: Path) -> None:
        self.files = work / (self.folder or type(self).__name__.lower())
        self.model = json.loads((work / "model.json").read_text(encoding="utf-8"))

    def index(self, texts: Sequence[str]) -> None:
        raise NotImplementedError

    def open(self) -> None:
        raise NotImplementedError

    def first(self, question: str) -> Any:
        """Return the number of the first passage; None if there is none."""
        raise NotImplementedError


class Script(Side):
    """The plain script: sentence-transformers on torch, a flat FAISS file, and the texts beside it."""

    def index(self, texts: Sequence[str]) -> None:
        import faiss

        self.files.mkdir()
        vectors = self._load().encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(vectors)
        faiss.write_index(index, str(self.files / "flat.faiss"))
        (self.files / "texts.json").write_text(json.dumps(texts), encoding="utf-8")

    def open(self) -> None:
        import faiss

        self._index = faiss.read_index(str(self.files / "flat.faiss"))
        self._texts = json.loads((self.files / "texts.json").read_text(encoding="utf-8"))
        self._encoder = self._load()

    def first(self, question: str) -> Any:
        vectors = self._encoder.encode([question], normalize_embeddings=True, show_progress_bar=False)
        _, numbers = self._index.search(vectors, 1)
        return int(numbers[0][0])

    def _load(self) -> Any:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(self.model["folder"], device="cpu")


class Txtai(Side):
    """txtai with content, so that it keeps the texts; torch encodes."""

    def index(self, texts: Sequence[str]) -> None:
        from txtai import Embeddings

        embeddings = Embeddings(path=self.model["folder"], content=True)
        embeddings.index((str(number), text, None) for number, text in enumerate(texts))
        embeddings.save(str(self.files))

    def open(self) -> None:
        from txtai import Embeddings

        self._embeddings = Embeddings()
        self._embeddings.load(str(self.files))

    def first(self, question: str) -> Any:
        return next((int(row["id"]) for row in self._embeddings.search(question, 1)), None)


class Chromadb(Side):
    """chromadb in a folder. Its default encoder is this model on onnxruntime, but would be downloaded."""

    def index(self, texts: Sequence[str]) -> None:
        collection = self._client().create_collection("passages", metadata={"hnsw:space": "cosine"})
        collection.add(
            ids=[str(number) for number in range(len(texts))],
            documents=list(texts),
            embeddings=OnnxEncoder(self.model).encode(texts),
        )

    def open(self) -> None:
        self._encoder = OnnxEncoder(self.model)
        self._collection = self._client().get_collection("passages")

    def first(self, question: str) -> Any:
        found = self._collection.query(query_embeddings=self._encoder.encode([question]), n_results=1)
        return int(found["ids"][0][0])

    def _client(self) -> Any:
        import chromadb

        return chromadb.PersistentClient(str(self.files))


class Lancedb(Side):
    """lancedb by vectors; the table has a full-text index too, for the sides below."""

    folder = "lancedb"

    def index(self, texts: Sequence[str]) -> None:
        import lancedb
        from lancedb.index import FTS

        vectors = OnnxEncoder(self.model).encode(texts)
        rows = [
            {"number": number, "text": text, "vector": vector}
            for number, (text, vector) in enumerate(zip(texts, vectors, strict=True))
        ]
        table = lancedb.connect(str(self.files)).create_table("passages", rows)
        table.create_index("text", config=FTS())

    def open(self) -> None:
        import lancedb

        self._table = lancedb.connect(str(self.files)).open_table("passages")
        self._encoder = OnnxEncoder(self.model)

    def first(self, question: str) -> Any:
        return self._number(self._table.search(self._encoder.encode([question])[0]))

    def _number(self, query: Any) -> Any:
        # Of each search it merges so many: with one of each, a tie would always be the vectors' to win.
        return next((row["number"] for row in query.limit(_MERGED).to_list()), None)


class LancedbText(Lancedb):
    """lancedb by full text alone: no model is loaded."""

    def open(self) -> None:
        import lancedb

        self._table = lancedb.connect(str(self.files)).open_table("passages")

    def first(self, question: str) -> Any:
        return self._number(self._table.search(question, query_type="fts"))


class LancedbBoth(Lancedb):
    """lancedb's hybrid search: vectors and full text, merged by reciprocal rank."""

    def first(self, question: str) -> Any:
        vector = self._encoder.encode([question])[0]
        return self._number(self._table.search(query_type="hybrid").vector(vector).text(question))


class Haiku(Side):
    """haiku.rag's search with its own settings: hybrid, no reranker. Each passage is a document of its own.

    It asks a server for vectors, by default Ollama; here the server is a thread of the same process.
    """

    def index(self, texts: Sequence[str]) -> None:
        from docling_core.types.doc.document import DoclingDocument
        from docling_core.types.doc.labels import DocItemLabel
        from haiku.rag.client.documents import DocumentImport
        from haiku.rag.store.models.chunk import Chunk

        documents = []
        for number, text in enumerate(texts):
            document = DoclingDocument(name=str(number))
            item = document.add_text(label=DocItemLabel.TEXT, text=text)
            chunk = Chunk(content=text, metadata={"doc_item_refs": [item.self_ref]})
            documents.append(DocumentImport(document, [chunk], uri=str(number)))

        async def store() -> None:
            async with self._client(create=True) as client:
                await client.import_documents(documents)

        asyncio.run(store())

    def open(self) -> None:
        self._runner = asyncio.Runner()
        self._opened = self._runner.run(self._client(read_only=True).__aenter__())

    def first(self, question: str) -> Any:
        found = self._runner.run(self._opened.search(question))
        return next((int(each.document_uri) for each in found), None)

    def _client(self, **mode: bool) -> Any:
        from haiku.rag.client import HaikuRAG
        from haiku.rag.config.models import AppConfig

        model = {"provider": "openai", "name": "packaged", "vector_dim": 384, "api_key": "none"}
        model["base_url"] = serve(OnnxEncoder(self.model))
        return HaikuRAG(self.files, AppConfig.model_validate({"embeddings": {"model": model}}), **mode)


class Onrecord(Side):
    """This project, warm. It is indexed and asked cold by its own command."""

    def open(self) -> None:
        from qa.open_archive import open_answerer

        self._opened = {}
        self._open = lambda day: open_answerer(self.files, today=date.fromisoformat(day))

    def at(self, day: str) -> None:
        """Ask as on this day from now on."""
        if day not in self._opened:
            self._opened[day] = self._open(day)
        self._answerer = self._opened[day]

    def first(self, question: str) -> Any:
        quotes = self._answerer.ask(question).quotes
        if not quotes:
            return None
        quote = quotes[0]
        return {
            "article": quote.version.article.id,
            "start": quote.start,
            "end": quote.end,
            "text": quote.text,
        }


SIDES: dict[str, type[Side]] = {
    "onrecord": Onrecord,
    "script": Script,
    "txtai": Txtai,
    "chromadb": Chromadb,
    "lancedb": Lancedb,
    "lancedb text": LancedbText,
    "lancedb both": LancedbBoth,
    "haiku": Haiku,
}

if __name__ == "__main__":
    main()
