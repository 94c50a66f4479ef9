"""Make a library of any size for measuring search, from sentences of real articles put together anew.

Nothing is encoded. Run

    python tests/benchmarks/scale_corpus.py FOLDER --passages 350000 --eval EVAL

EVAL holds folders with `articles.jsonl` or `articles.jsonl.gz`. A passage is two or three runs of sentences that
follow each other in a real article, some 80 words; an article has eight passages, the title of a real one, a day and
one of twelve outlets. The same seed and number make the same articles. Rows are written into the store's own tables;
all passages share one vector, so that such a library measures full text and nothing about vectors.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import json
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TextIO, cast

import numpy as np

from embeddings.encoder import EncodedText, ModelIdentity
from qa.datatypes import Article, Passage
from qa.embedded.writer import open_writer
from qa.tables.packing import packed
from qa.tables.writing.writer import Writer, article_uid

_SETS = ("reuters21578", "squad", "clapnq", "multihop_rag", "mtrag")
_SEED = 20261127
_PASSAGES = 8
_WORDS = 80
_LONGEST = 400
_DIM = 384
_ARTICLES_AT_ONCE = 500
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")
_OUTLETS = [f"Outlet {letter}" for letter in "ABCDEFGHIJKL"]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--passages", type=int, required=True)
    parser.add_argument("--eval", type=Path, required=True)
    options = parser.parse_args()
    if options.folder.exists():
        raise SystemExit(f"{options.folder} is there already: name another folder.")
    started = time.perf_counter()
    make(options.folder, options.passages, options.eval)
    sys.stdout.write(f"{options.passages:,} passages in {time.perf_counter() - started:.0f} s\n")


def make(folder: Path, passages: int, evaluation: Path) -> None:
    """Make a library with so many passages."""
    with open_writer(folder) as writer:
        with writer.transaction():
            writer.places.remember(folder / "articles", ())
        place = writer.places.all()[0]
        model = writer.models.current(ModelIdentity("none", "0" * 64, _DIM, 256))
        with writer.transaction():
            vector = np.eye(1, _DIM, dtype=np.float32)
            (embedding,) = writer.models.put(model, {b"\0" * 32: EncodedText(vector[0], vector)}).values()
        left = passages
        for some in batches(recombined(evaluation), _ARTICLES_AT_ONCE):
            with writer.transaction():
                for article, parts in some:
                    put(writer, place.id, article, parts[:left], embedding)
                    left -= len(parts[:left])
                    if left == 0:
                        return


def put(writer: Writer, place: int, article: Article, parts: Sequence[Passage], embedding: int) -> None:
    """Put an article and its passages into the store's tables, as an update does, without attributions and bands."""
    row = writer.connection.execute(
        """
        INSERT INTO articles (uid, place, path, id, crc)
        VALUES (?1, ?2, ?3, ?4, article_seal(?1, ?2, ?3, ?4)) RETURNING key
        """,
        [article_uid("scale", "", article.id), place, packed(""), packed(article.id)],
    ).fetchone()
    version = writer.put_version(row["key"], article, 0)
    writer.put_passages(version, article, [(part, embedding) for part in parts])


def recombined(evaluation: Path) -> Iterator[tuple[Article, list[Passage]]]:
    """Yield new articles without end, each with its passages."""
    chosen = random.Random(_SEED)
    sources = list(source_articles(evaluation))
    number = 0
    while True:
        text, passages = "", []
        for _ in range(_PASSAGES):
            start = len(text)
            while len(text[start:].split()) < _WORDS:
                _, sentences = chosen.choice(sources)
                first = chosen.randrange(len(sentences))
                text += " ".join(sentences[first : first + chosen.randint(2, 4)]) + " "
            passages.append(Passage(start, len(text) - 1, ((start, len(text) - 1),)))
        number += 1
        day = datetime.date(2015, 1, 1) + datetime.timedelta(chosen.randrange(4_000))
        yield (
            Article(
                f"scale-{number}", text, chosen.choice(sources)[0], day.isoformat(), chosen.choice(_OUTLETS)
            ),
            passages,
        )


def source_articles(evaluation: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the title and the sentences of each real article."""
    for name in _SETS:
        packed_file = evaluation / name / "articles.jsonl.gz"
        path = packed_file if packed_file.exists() else evaluation / name / "articles.jsonl"
        with opened(path) as lines:
            for line in lines:
                row = json.loads(line)
                sentences = [
                    " ".join(each.split())[:_LONGEST]
                    for each in _SENTENCE_END.split(row["text"])
                    if each.strip()
                ]
                if sentences:
                    yield row["title"], sentences


def opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return cast(TextIO, gzip.open(path, "rt", encoding="utf-8"))
    return path.open(encoding="utf-8")


def batches(
    articles: Iterator[tuple[Article, list[Passage]]], size: int
) -> Iterator[list[tuple[Article, list[Passage]]]]:
    while some := list(islice(articles, size)):
        yield some


if __name__ == "__main__":
    main()
