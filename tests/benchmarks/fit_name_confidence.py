"""Fit how certain a speaker's name is, and print the numbers of qa/attribution/name_confidence.py.

    python tests/benchmarks/fit_name_confidence.py --gum DIR --sets DIR [--check DIR]

DIR of `--gum` is the folder `dep` of the GUM corpus (GitHub amir-zeldes/gum): where a speaker's mention belongs to a
chain of gold coreference, the name is right if it is one of the chain's names. DIR of `--sets` holds multihop_rag,
clapnq and squad; of their records those count that were read (docs/name-verdicts.tsv; half as much where they are no
news). A verdict there also wins over the coreference. A record whose name changed with the rules has no verdict and is
left out, and counted.

`--check` takes folders with articles.jsonl and attributions.jsonl, for measuring only: nothing is fitted to them, and
no threshold chosen. What is printed for the fitted sets is held out: five parts by a hash of the article.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from qa.attribution.extractor import find, kept
from qa.attribution.name_confidence import WEIGHTS, name_confidence, signs
from qa.attribution.people.resolving import resolve_with_evidence
from qa.datatypes import CERTAIN_NAME, Article, Attribution, Extraction
from qa.evaluation.matching import same_name
from tests.benchmarks.gum import documents

FOLDS, RIDGE = 5, 1.0
NEWS = ("gum", "multihop_rag")
WEIGHT_OF_OTHERS = 0.5
SHARES = (0.95, 0.9, 0.85, 0.8, 0.75)
VERDICTS = Path(__file__).parents[2] / "docs" / "name-verdicts.tsv"
SIGNS = tuple(WEIGHTS)

Floats = NDArray[np.float64]
Signs = Mapping[str, float]
Key = tuple[str, str, int, int, str]


@dataclass(frozen=True, slots=True)
class Example:
    source: str
    article: str
    signs: Signs
    right: bool

    @property
    def fold(self) -> int:
        return int(hashlib.sha256(self.article.encode()).hexdigest(), 16) % FOLDS


def key_of(source: str, article: Article, record: Attribution) -> Key:
    """Name a record by its mention and without its speaker's name, which is a set's own and not to be passed on."""
    start, end = record.mention or record.content[0]
    name = hashlib.sha256((record.speaker or "").encode()).hexdigest()[:8]
    return source, article.id, start, end, name


def verdicts() -> dict[Key, bool]:
    with VERDICTS.open(encoding="utf-8") as file:
        rows = csv.reader((line for line in file if line[0] != "#"), delimiter="\t")
        next(rows)
        return {(s, a, int(start), int(end), name): said == "right" for s, a, start, end, name, said in rows}


def named(article: Article) -> Iterator[tuple[Attribution, Signs]]:
    for record, evidence in resolve_with_evidence(article, find(article)):
        if record.speaker and kept(article, Extraction((record,))).attributions:
            yield record, signs(evidence, record.rule)


def articles(folder: Path) -> Iterator[Article]:
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        more = {name: row.get(name) or "" for name in ("title", "source")}
        yield Article(row["id"], row["text"], date=row.get("date") or None, **more)


def examples(gum: Path, sets: Path) -> list[Example]:
    """Return the records whose names are known to be right or wrong, one for each mention and name."""
    read = verdicts()
    found: dict[Key, Example] = {}
    not_judged = 0
    for document in documents(gum):
        for record, own in named(document.article):
            key = key_of("gum", document.article, record)
            said = read.get(key)
            entity = document.entity_at(record.mention) if record.mention else None
            if said is None and entity is not None:
                said = any(same_name(record.speaker, name) for name in document.names_of(entity)) or None
            not_judged += said is None
            if said is not None:
                found[key] = Example("gum", document.article.id, own, said)
    for source in ("multihop_rag", "clapnq", "squad"):
        for article in articles(sets / source):
            for record, own in named(article):
                key = key_of(source, article, record)
                if key in read:
                    found[key] = Example(source, article.id, own, read[key])
    used = len(read.keys() & found.keys())
    print(f"{used} of {len(read)} verdicts fit a record; {not_judged} records of GUM have none")  # noqa: T201
    return list(found.values())


def fit(given: Sequence[Example]) -> Floats:
    """Return the weights of the signs, none above 0, and the constant."""
    table = np.asarray([[each.signs.get(sign, 0.0) for sign in SIGNS] for each in given])
    right = np.asarray([float(each.right) for each in given])
    counts = np.asarray([1.0 if each.source in NEWS else WEIGHT_OF_OTHERS for each in given])

    def loss(w: Floats) -> float:
        score = table @ w[:-1] + w[-1]
        return float((counts * (np.logaddexp(0, score) - right * score)).sum() + RIDGE * (w[:-1] @ w[:-1]))

    # A sign speaks against a name: a weight above 0 would be an accident of few examples.
    bounds = [(None, 0.0)] * len(SIGNS) + [(None, None)]
    return np.asarray(minimize(loss, np.zeros(len(SIGNS) + 1), method="L-BFGS-B", bounds=bounds).x)


def probability(own: Signs, w: Floats) -> float:
    score = w[-1] + sum(w[SIGNS.index(sign)] * strength for sign, strength in own.items())
    return float(1 / (1 + np.exp(-score)))


def report(title: str, values: Sequence[float], right: Sequence[bool]) -> None:
    sure, good = np.asarray(values), np.asarray(right)
    print(f"{title}: {len(good)} names, {1 - good.mean():.3f} wrong")  # noqa: T201
    thresholds = [float(np.sort(sure)[::-1][int(share * len(sure)) - 1]) for share in SHARES]
    for threshold in (*thresholds, CERTAIN_NAME):
        certain = sure >= threshold
        below = 1 - good[~certain].mean() if not certain.all() else 0.0
        above = 1 - good[certain].mean() if certain.any() else 0.0
        print(  # noqa: T201
            f"  from {threshold:.3f}: {certain.mean():.3f} certain, {above:.4f} of them wrong, "
            f"{below:.3f} of the others"
        )


def check(folder: Path) -> None:
    """Measure the shipped numbers against gold attributions: whose name differs from that of the same content."""
    gold: dict[str, list[tuple[set[int], str]]] = {}
    texts = {article.id: article for article in articles(folder)}
    for line in (folder / "attributions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        letters = _letters(texts[row["article_id"]].text, row["content"]["spans"])
        gold.setdefault(row["article_id"], []).append((letters, row.get("speaker") or ""))
    values, right, all_values = [], [], []
    for article in texts.values():
        for record, own in named(article):
            sure = name_confidence(own)
            all_values.append(sure)
            said = _letters(article.text, record.content)
            shared = [
                (len(said & letters) / len(said | letters), name)
                for letters, name in gold.get(article.id, ())
                if letters
            ]
            overlap, name = max(shared, default=(0.0, ""))
            if overlap >= 0.5 and name:
                values.append(sure)
                right.append(same_name(record.speaker, name))
    share = np.mean(np.asarray(all_values) >= CERTAIN_NAME)
    print(f"{folder.name}: {len(all_values)} names, {share:.3f} certain")  # noqa: T201
    report(f"{folder.name}, with gold", values, right)


def _letters(text: str, spans: Sequence[Sequence[int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, min(end, len(text))) if text[i].isalnum()}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gum", type=Path, required=True)
    parser.add_argument("--sets", type=Path, required=True)
    parser.add_argument("--check", type=Path, action="append", default=[])
    options = parser.parse_args()

    given = examples(options.gum, options.sets)
    held_out = [0.0] * len(given)
    for fold in range(FOLDS):
        w = fit([each for each in given if each.fold != fold])
        for at, each in enumerate(given):
            if each.fold == fold:
                held_out[at] = probability(each.signs, w)
    report("all, held out", held_out, [each.right for each in given])
    news = [at for at, each in enumerate(given) if each.source in NEWS]
    report("news, held out", [held_out[at] for at in news], [given[at].right for at in news])
    w = fit(given)
    weights = {sign: round(float(each), 2) for sign, each in zip(SIGNS, w[:-1], strict=True)}
    print(f"CONSTANT = {w[-1]:.2f}\nWEIGHTS = {json.dumps(weights, indent=4)}")  # noqa: T201
    for folder in options.check:
        check(folder)


if __name__ == "__main__":
    main()
