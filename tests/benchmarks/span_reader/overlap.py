"""Keep rows apart from the question sets that the product is measured with."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.span_reader.sources import Mirror, Row
from tests.benchmarks.span_reader.texts import sentences_of, squeeze, tidy

COMPARED_LETTERS = 90
FEWEST_LETTERS = 60
KEY_LETTERS = 24

DEV_QUESTIONS = (
    ("xinyadu/nqg", "data/processed/tgt-dev.txt"),
    ("haichao592/UnAnsQ", "QG/test-answerable-questions.txt"),
    ("haichao592/UnAnsQ", "QG/test-unanswerable-questions.txt"),
)
DEV_TEXTS = (("xinyadu/nqg", "data/processed/src-dev.txt"), ("haichao592/UnAnsQ", "QG/test-context.txt"))


@dataclass(frozen=True, slots=True)
class Apart:
    """Questions and texts that no row may share, squeezed."""

    questions: set[str]
    texts: list[str]


def set_apart(folders: Sequence[Path], mirror: Mirror) -> Apart:
    """Return what is in the question sets of folders, and SQuAD's development part as two repositories list it."""
    strings = {squeeze(string) for folder in folders for string in strings_of(folder)}
    questions = strings.union(*(_column(mirror, repository, path, 1) for repository, path in DEV_QUESTIONS))
    texts = strings.union(*(_column(mirror, repository, path, 0) for repository, path in DEV_TEXTS))
    return Apart(questions, [text for text in texts if len(text) >= KEY_LETTERS])


def strings_of(folder: Path) -> Iterator[str]:
    """Yield every text in a folder's lines of JSON, whatever its key."""
    for path in (*folder.rglob("*.jsonl"), *folder.rglob("*.jsonl.gz")):
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
        for line in text.splitlines():
            yield from _strings_in(json.loads(line)) if line else ()


def _strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings_in(each)


def _column(mirror: Mirror, repository: str, path: str, column: int) -> set[str]:
    """Return a column of a file, squeezed: the last where there are fewer."""
    lines = (line.split("\t") for line in mirror.lines(repository, path))
    return {squeeze(tidy(columns[min(column, len(columns) - 1)])) for columns in lines}


def shared_contexts(contexts: Iterable[str], texts: Sequence[str]) -> set[str]:
    """Return the contexts whose beginning or a long sentence of which is in a text, marks and spaces apart."""
    of_key: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for context in contexts:
        for letters in _telling(context):
            of_key[letters[:KEY_LETTERS]].append((letters, context))
    shared = set()
    for text in texts:
        for place in range(len(text) - KEY_LETTERS + 1):
            for letters, context in of_key.get(text[place : place + KEY_LETTERS], ()):
                if text.startswith(letters, place):
                    shared.add(context)
    return shared


def _telling(context: str) -> Iterator[str]:
    """Yield the beginning of a context and of its sentences, those that are too short to tell left out."""
    beginnings = [(context, KEY_LETTERS), *((sentence, FEWEST_LETTERS) for sentence in sentences_of(context))]
    for text, fewest in beginnings:
        letters = squeeze(text)[:COMPARED_LETTERS]
        if len(letters) >= fewest:
            yield letters


def kept_apart(rows: Sequence[Row], apart: Apart) -> tuple[list[Row], Counter[str]]:
    """Drop what is shared with the sets, and count it by source."""
    shared = shared_contexts(dict.fromkeys(row.context for row in rows), apart.texts)
    dropped: Counter[str] = Counter()
    kept = []
    for row in rows:
        if row.context in shared or squeeze(row.question) in apart.questions:
            dropped[row.source] += 1
        else:
            kept.append(row)
    return kept, dropped
