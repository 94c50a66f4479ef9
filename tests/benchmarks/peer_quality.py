"""Split articles into the passages that peers get, and judge what they put first. Run by `peers.py` as programs.

    python tests/benchmarks/peer_quality.py prepare WORK SETS MOST SET...
    python tests/benchmarks/peer_quality.py judge WORK SETS MOST SET...

A process of its own, since the peak of what a small one starts is its own. `prepare` writes `articles.jsonl`,
`passages.jsonl`, `questions.jsonl` and `model.json` to WORK, and a folder to judge by for each set: all articles, and
at most MOST of its answerable questions, evenly spread. `judge` takes, of each first passage, the sentence whose
vector is nearest to the question's, and prints quote@1 of each system in each set by its yardstick, `score.py`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from question_sets import find_sets

from embeddings.cache import cache_folders
from embeddings.export import export_in_full
from embeddings.loading import load_encoder
from embeddings.model_files import packaged_model
from qa.datatypes import Article
from qa.ingest.chunking import chunk, embedded


def prepare(work: Path, sets: Path, most: int, names: list[str]) -> None:
    encoder = load_encoder()
    articles: dict[str, dict[str, Any]] = {}
    questions: list[dict[str, Any]] = []
    for each in (found for found in find_sets(sets)[0] if found.name in names):
        (place,) = each.places
        for line in place.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            articles[row["id"]] = row
        answerable = [row for row in each.rows() if row.get("answerable") and row.get("want") != "meta"]
        chosen = answerable[:: -(-len(answerable) // most)]
        _write(work / "judged" / each.name / "questions.jsonl", chosen)
        questions += [
            {"id": row["id"], "question": row["question"], "today": row.get("today", each.today)}
            for row in chosen
        ]
    for name in names:
        _write(work / "judged" / name / "articles.jsonl", list(articles.values()))
    _write(work / "articles.jsonl", list(articles.values()))
    passages = []
    for row in articles.values():
        article = Article(
            row["id"], row["text"], title=row["title"], date=row["date"] or None, source=row["source"]
        )
        for passage in chunk(article, encoder.count_tokens, encoder.identity.max_tokens):
            text = embedded(article, passage).text
            passages.append({"article": row["id"], "text": text, "sentences": passage.sentences})
    _write(work / "passages.jsonl", passages)
    _write(work / "questions.jsonl", questions)
    model = packaged_model(cache_folders(None)).path
    full = work / "full_precision"
    full.mkdir()
    (work / "model.json").write_text(
        json.dumps({"folder": str(model), "onnx": str(export_in_full(model, full))}), encoding="utf-8"
    )


def judge(work: Path, sets: Path, chosen: list[str], names: list[str]) -> dict[str, dict[str, Any]]:
    """Return quote@1 and the number of questions of each set, by system."""
    encoder = load_encoder()
    texts = {row["id"]: row["text"] for row in _rows(work / "articles.jsonl")}
    passages = _rows(work / "passages.jsonl")
    questions = {row["id"]: row["question"] for row in _rows(work / "questions.jsonl")}
    nearest: dict[tuple[str, int], dict[str, Any]] = {}
    found: dict[str, dict[str, Any]] = {}
    for name in names:
        quotes: dict[str, dict[str, Any] | None] = {}
        for row in _rows(work / f"{name}.answers"):
            asked, first = row["id"], row["first"]
            if isinstance(first, int):
                if (asked, first) not in nearest:
                    quote = _best_sentence(encoder, questions[asked], passages[first], texts)
                    nearest[asked, first] = quote
                first = nearest[asked, first]
            quotes[asked] = first
        found[name] = {
            each.name: _scored(work / "judged" / each.name, f"{name}.ndjson", quotes, each.yardsticks)
            for each in find_sets(sets)[0]
            if each.name in chosen and each.yardsticks is not None
        }
    return found


def _scored(
    judged: Path, answers: str, quotes: dict[str, dict[str, Any] | None], yardsticks: Path
) -> dict[str, Any]:
    rows = _rows(judged / "questions.jsonl")
    _write(judged / answers, [_answer(row["id"], quotes[row["id"]]) for row in rows])
    command = [sys.executable, str(yardsticks / "score.py"), str(judged), str(judged / answers), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return {"n": len(rows), "quote@1": round(json.loads(done.stdout)["quote@1"], 3)}


def _best_sentence(
    encoder: Any, question: str, passage: dict[str, Any], texts: dict[str, str]
) -> dict[str, Any]:
    text = texts[passage["article"]]
    sentences = [text[start:end] for start, end in passage["sentences"]]
    encoded = encoder.encode_passages(sentences, [()] * len(sentences))
    query = encoder.encode_query(question)
    scores = [float(each.vector @ query) for each in encoded]
    start, end = passage["sentences"][scores.index(max(scores))]
    return {"article": passage["article"], "start": start, "end": end, "text": text[start:end]}


def _answer(question: str, quote: dict[str, Any] | None) -> dict[str, Any]:
    """Return an answer in the form that the yardstick reads; it looks at the first quote alone."""
    quotes = [] if quote is None else [quote | {"article": {"id": quote["article"]}, "speaker": None}]
    return {
        "id": question,
        "outcome": "answered" if quotes else "not_found",
        "confidence": 0.5,
        "quotes": quotes,
    }


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    act, work, sets, most = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
    if act == "prepare":
        prepare(work, sets, most, sys.argv[5:])
    else:
        names = sorted(path.stem for path in work.glob("*.answers"))
        sys.stdout.write(json.dumps(judge(work, sets, sys.argv[5:], names)))
