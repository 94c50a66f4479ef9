"""What is said in articles and no record holds: sentences with a verb of saying, and long quotations.

    python tests/benchmarks/unread_speech.py ARTICLES... [--show N] [--keep]

ARTICLES are files with an article a line, or sets' folders that have one. Counted are sentences with a verb that
reports speech, and quotations of six words or more, and of both those of which no record holds a word. Most of these
are right ("she was told to leave", a film's title), so the counts tell little by themselves: read what `--show` prints,
N of each drawn with a fixed seed, for what is somebody's words all the same, and compare the counts of two states of
the rules. `--keep` writes the counts to `results/unread_speech.json`. Run from the root of the repository.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from machine import commit, describe, product_differs

from qa.attribution.extractor import extract_all
from qa.attribution.speech.words.tokens import Sentence, paragraphs
from qa.datatypes import Article, Span
from qa.language.broken_lines import unbroken
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.spans import any_overlaps

_RESULTS = Path(__file__).parent / "results" / "unread_speech.json"
_SEED = 1
_LEAST_WORDS = 6
_MOST_NOUNS = frozenset(
    """
    answer answers claim claims estimate note notes promise report reports signal state states stress venture
    """.split()
)
"""Forms that report speech seldom enough to hide those that do."""
_SAYING = frozenset(word for word, verb in VERBS.items() if verb.frames & {"say", "tell"}) - _MOST_NOUNS


class Speech(NamedTuple):
    """A sentence or a quotation: where it is, and whether a record holds a word of it."""

    article: Article
    span: Span
    held: bool


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    counts = {}
    for path in options.articles:
        file = path / "articles.jsonl" if path.is_dir() else path
        found = {"sentences": list[Speech](), "quotations": list[Speech]()}
        for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            article = Article(row["id"], row["text"], row.get("title", ""))
            for kind, speech in speech_of(article):
                found[kind].append(speech)
        name = path.name if path.is_dir() else path.stem
        counts[name] = {
            kind: {"all": len(all_), "in no record": sum(not one.held for one in all_)}
            for kind, all_ in found.items()
        }
        for kind, all_ in found.items():
            show(kind, [one for one in all_ if not one.held], options.show)
    result = {
        "command": f"python tests/benchmarks/unread_speech.py {' '.join(counts)} --keep",
        "commit": commit(),
        "dirty": product_differs(),
        **describe(),
        "sets": counts,
    }
    if options.keep:
        _RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(counts, indent=1) + "\n")


def speech_of(article: Article) -> Iterator[tuple[str, Speech]]:
    """Yield the sentences of an article that have a verb of saying, and its long quotations, with their kind."""
    records = extract_all(article).attributions
    held = [span for record in records for span in record.content]
    for _, sentences in paragraphs(unbroken(article.text)):
        for sentence in sentences:
            if any(token.low in _SAYING for token in sentence.tokens):
                span = (sentence.start, sentence.end)
                yield "sentences", Speech(article, span, any_overlaps(held, span))
            for span in long_quotations(article.text, sentence):
                yield "quotations", Speech(article, span, any_overlaps(held, span))


def long_quotations(text: str, sentence: Sentence) -> Iterator[Span]:
    for token in sentence.tokens:
        quote = token.quote
        if quote is not None and len(text[quote.inner_start : quote.inner_end].split()) >= _LEAST_WORDS:
            yield token.start, token.end


def show(kind: str, unread: list[Speech], most: int) -> None:
    for one in random.Random(_SEED).sample(unread, min(most, len(unread))):
        start, end = one.span
        around = one.article.text[max(0, start - 90) : start], one.article.text[end : end + 70]
        before, after = (" ".join(each.split()) for each in around)
        words = " ".join(one.article.text[start:end].split())
        sys.stdout.write(f"{kind} {one.article.id}: {before} >>> {words} <<< {after}\n")


if __name__ == "__main__":
    main()
