"""Fit the two rankers and the two models of confidence, and write them as the readable files that the program uses.

    pip install lightgbm
    python tests/benchmarks/fit_ranking.py --sets DIR [--out FOLDER]

DIR holds the folders clapnq, gum_news, mtrag, multihop_rag and squad, each with articles.jsonl and questions.jsonl in
the form that `qa eval` reads. Nothing in the product or its tests needs them, nor LightGBM. No other set is read.

Ranking: small trees over `qa.ranking.features.NAMES` (see trees.py), fitted to put right spans first on squad,
clapnq and multihop_rag, which weigh the same. Every question is asked twice: of its own set's articles, and of those
of all sets together, so that gaps and ranks are learnt in archives of two sizes. The ranker for questions about
content also knows how the best windows read (embeddings/span_reader.safetensors, which is fitted first); it is fitted
on made-up news as well (span_reader/made_up.jsonl), which is asked in other words than it has. What a
speaker's own words weigh is not fitted, for there is too little to fit it on: it follows the tiers (own words about
the topic, own words near it, never another's), times SCALE.

Confidence: logistic, with the sign of nearly every coefficient fixed by what the feature means, and strong shrinkage.
Each question with an answer is fitted on a second time, without the articles that hold it, so that as many lack an
answer as have one. Questions about somebody's words are gum_news and probes that `qa calibrate` makes from all sets.
These are made of attributions that were found, as they are not always: three in ten are asked without theirs. `--said-
only` fits their confidence alone, with the ranker that the program ships; `--content-ranker-only` fits that of content
alone. What it knows of windows is of those that the ranker for somebody's words puts first, as it ships.

How the choices here were made stands in docs/decisions/0016-choices-by-rule.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import confidence
import numpy as np
import trees
from numpy.typing import NDArray

from qa.answering.spans import confidence as answering_confidence
from qa.answering.spans.retrieval import retrieve
from qa.calibration.probes import probes
from qa.datatypes import Scope
from qa.embedded.snapshot import Library, Snapshot
from qa.encoding import open_encoder, open_span_reader
from qa.evaluation.matching import covers
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.language.terms import content_terms, terms
from qa.open_archive import open_answerer
from qa.ranking.answer_spans import Read
from qa.ranking.features import ALL_NAMES, Candidates, candidates
from qa.ranking.model import Trees, laid_out, load, load_confidence
from qa.ranking.retrieved import Retrieved
from qa.ranking.selecting import Selector
from qa.ranking.span_features import NAMES as GENERAL

LICENCES = {
    "gum_news": "CC BY 2.5, CC BY 4.0",
    "multihop_rag": "ODC-BY 1.0",
    "clapnq": "Apache-2.0, CC BY-SA 3.0",
    "squad": "CC BY-SA 4.0",
    "mtrag": "Apache-2.0",
}
MADE_UP = Path(__file__).with_name("span_reader") / "made_up.jsonl"
RANKED = ("squad", "clapnq", "multihop_rag")
CONTENT = ("squad", "clapnq", "multihop_rag", "mtrag")
TOGETHER = "together"
CONSIDERED = 150
"""So many of a question's spans are fitted on: the most promising ones, and all that are right."""
FOLDS = 3
SCALE = 1.5
TIERS = {
    "own_share": 1.5, "own_confidence": 2.0, "own_quoted": 0.3, "own_whole": 0.3, "about_in_own": 3.0,
    "about_near_own": 1.0, "maybe_share": 1.0, "other_share": -2.0, "named_inside": 0.5, "named_first": 0.7,
    "named_before": 0.3,
}  # fmt: skip
# Longer quotes hold an answer more often, and are fitted to win for that alone; a reader wants no other paragraph.
LENGTH = {"breaks": -0.4}
# What was typed in quotation marks and stands in a quote goes before everything else.
TYPED = {"typed": 20.0}
FIXED = TYPED | LENGTH | {name: SCALE * weight for name, weight in TIERS.items()}
PROBES = 300
LOST = 0.3
"""The share of what people say in gum_news of which the default extractor makes no record (or a wrong one)."""
LAST_TURNS = {"mtrag"}
"""Sets of last turns of conversations, which do not stand alone: they set no threshold for questions about content."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a set, what was retrieved for it, and which candidate spans are right, shape (n,)."""

    row: Mapping[str, Any]
    retrieved: Retrieved
    found: Candidates
    right: NDArray[np.bool_]

    @property
    def fold(self) -> int:
        """Questions on one article are in one fold."""
        named = (self.row["article_ids"] or [self.row["id"]])[0]
        return int(hashlib.sha256(named.encode()).hexdigest(), 16) % FOLDS


class Remembering:
    """A reader that reads nothing twice: questions are asked of several archives that share passages."""

    def __init__(self) -> None:
        self._reader = open_span_reader()
        self._known: dict[tuple[str, str], Read] = {}

    def read(self, question: str, texts: Sequence[str]) -> list[Read]:
        new = [text for text in dict.fromkeys(texts) if (question, text) not in self._known]
        for text, found in zip(new, self._reader.read(question, new), strict=True):
            self._known[question, text] = found
        return [self._known[question, text] for text in texts]


def index(library: Path, folders: Sequence[Path]) -> None:
    """Make a library, or bring it to the rules of this program."""
    places = tuple(folder / "articles.jsonl" for folder in folders)
    update(library, IndexRequest(places=places), encoder_factory=open_encoder)


def ask_own(folder: Path, library: Path, reader: Remembering) -> list[Asked]:
    """Ask a set's own questions of a library."""
    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        return _ask_each(library, snapshot, [json.loads(line) for line in lines], reader)


def write_made_up(folder: Path) -> None:
    """Write the made-up texts as a set, with the answerable questions of every third one.

    Of every second one, the fit of 1,196 texts takes 22 GB of memory.
    """
    folder.mkdir(parents=True, exist_ok=True)
    texts = [json.loads(line) for line in MADE_UP.read_text(encoding="utf-8").splitlines()]
    articles = [
        {"id": f"made up {number}", "title": text["title"], "text": text["text"]}
        for number, text in enumerate(texts)
    ]
    questions = [
        {"id": f"{article['id']}, {number}", "question": each["q"], "answerable": True, "answers": [each["a"]],
         "article_ids": [article["id"]]}
        for article, text in list(zip(articles, texts, strict=True))[::3]
        for number, each in enumerate(text["questions"]) if each.get("a")
    ]  # fmt: skip
    for name, rows in (("articles", articles), ("questions", questions)):
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")


def ask_made_up(kept: Path, reader: Remembering) -> list[Asked]:
    """Ask the made-up texts' questions of an archive of all of them."""
    write_made_up(kept / "made_up_set")
    index(kept / "made_up", [kept / "made_up_set"])
    return ask_own(kept / "made_up_set", kept / "made_up", reader)


def ask_made(library: Path) -> list[Asked]:
    """Ask probes about somebody's words that are made from a library's articles."""
    made = []
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        for number, probe in enumerate(probes(snapshot, seed=7, count=PROBES)):
            if probe.speaker is not None:
                row = {
                    "id": f"probe {number}", "question": probe.question, "answerable": probe.answerable,
                    "article_ids": [probe.article_id], "at": (probe.start, probe.end), "topic": probe.topic,
                }  # fmt: skip
                made.append(row)
        asked = _ask_each(library, snapshot, made, None)
    return [each for each in asked if each.retrieved.asked and not each.retrieved.understood.ambiguous]


def _ask_each(
    library: Path, snapshot: Snapshot, rows: Sequence[Mapping[str, Any]], reader: Remembering | None
) -> list[Asked]:
    answerer, encoder = open_answerer(library, today=date(2026, 11, 24)), open_encoder()
    asked = []
    for row in rows:
        understood = answerer.understand(row["question"], snapshot)
        found = retrieve(snapshot, encoder, understood, Scope())
        # All that is said, while it can be read: it is looked at when the library is closed.
        whole = replace(found, attributions=dict(found.attributions), near=None)
        asked.append(_asked(row, whole, reader))
    return asked


def _asked(row: Mapping[str, Any], retrieved: Retrieved, reader: Remembering | None = None) -> Asked:
    found = candidates(retrieved, reader if retrieved.asked is None else None)
    right = np.zeros(len(found.starts), bool)
    for at in range(len(right) if row["answerable"] else 0):
        article = retrieved.versions[retrieved.passages[int(found.passage[at])].version_key].article
        start, end = int(found.starts[at]), int(found.ends[at])
        if "at" in row:
            inside = article.id in row["article_ids"] and start < row["at"][1] and end > row["at"][0]
            wanted = set(content_terms(row["topic"] or ""))
            own = found.features[at, ALL_NAMES.index("own_share")] > 0
            right[at] = inside or (own and bool(wanted) and wanted <= set(terms(article.text[start:end])))
        elif article.id in row["article_ids"]:
            right[at] = not row["answers"] or covers(article.text[start:end], row["answers"])
    return Asked(row, retrieved, found, right)


def without_answer(asked: Asked, reader: Remembering) -> Asked:
    """Return the question as if the articles that answer it were not in the archive."""
    retrieved, gold = asked.retrieved, set(asked.row["article_ids"])
    kept = [p for p in retrieved.passages if retrieved.versions[p.version_key].article.id not in gold]
    return _asked({**asked.row, "answerable": False}, replace(retrieved, passages=tuple(kept)), reader)


def without_record(asked: Asked) -> Asked:
    """Return the question as if nobody had found who says what answers it."""
    retrieved, (start, end) = asked.retrieved, asked.row["at"]
    found = {
        key: [
            (record, name)
            for record, name in said
            if retrieved.versions[key].article.id not in asked.row["article_ids"]
            or not any(s < end and e > start for s, e in record.content)
        ]
        for key, said in retrieved.attributions.items()
    }
    return _asked(asked.row, replace(retrieved, attributions=found))


def is_lost(asked: Asked) -> bool:
    named = f"{asked.row['article_ids']} {asked.row['question']}"
    return (
        bool(asked.row["answerable"]) and int(hashlib.sha256(named.encode()).hexdigest(), 16) % 10 < 10 * LOST
    )


def grow(sets: Sequence[Sequence[Asked]], *, read: bool) -> tuple[list[trees.Node], Trees]:
    """Fit a ranker, with what was read or without."""
    tables, rights, weights = [], [], []
    promising = [GENERAL.index(name) for name in ("bm25_ratio", "dense_span", "dense_span", "cover_span")]
    used = [column for column, name in enumerate(GENERAL) if read or not name.startswith("read_")]
    for asked in sets:
        useful = [each for each in asked if each.right.any() and not each.right.all()]
        for each in useful:
            features = each.found.features[:, : len(GENERAL)]
            best = np.argsort(-features[:, promising].sum(1), kind="stable")[:CONSIDERED]
            rows = np.union1d(best, np.flatnonzero(each.right))
            tables.append(features[rows][:, used])
            rights.append(each.right[rows])
            weights.append(1 / len(useful))
    grown = trees.grow(tables, rights, weights, [GENERAL[column] for column in used])
    return grown, laid_out(grown, FIXED, ALL_NAMES)


def multiplied(node: trees.Node, factor: float) -> trees.Node:
    """Return a tree of which all values are multiplied by a number, which changes no order."""
    if not isinstance(node, list):
        return round(node * factor, 4)
    name, limit, mean, left, right = node
    return [name, limit, round(mean * factor, 4), multiplied(left, factor), multiplied(right, factor)]


def evidence(asked: Asked, ranker: Trees) -> confidence.Row:
    scores = ranker.score(asked.found.features)
    chosen = Selector(asked.retrieved, asked.found, scores).select(10)
    return confidence.Row(
        features=answering_confidence.measure(asked.retrieved, asked.found, scores, chosen),
        right=bool(chosen) and bool(asked.right[chosen[0].row]),
        answerable=bool(asked.row["answerable"]),
        fold=asked.fold,
    )


def write_ranking(path: Path, grown: Sequence[trees.Node], others: Sequence[str] = ()) -> None:
    head = {
        "fitted_on": [*(f"{name} ({LICENCES[name]})" for name in RANKED), *others],
        "features": list(ALL_NAMES),
        "fixed": {name: round(weight, 4) for name, weight in FIXED.items()},
    }
    rows = ",\n".join(f"  {json.dumps(tree, separators=(',', ':'))}" for tree in grown)
    text = json.dumps(head, indent=1).removesuffix("\n}")
    path.write_text(f'{text},\n "trees": [\n{rows}\n ]\n}}\n', encoding="utf-8")


def fit_said(
    gum_news: Sequence[Asked], made: Mapping[str, Sequence[Asked]], ranker: Trees, out: Path
) -> None:
    people = [each for each in gum_news if each.retrieved.asked]
    groups = [confidence.Group("gum_news", [evidence(each, ranker) for each in people], 1.0)]
    for name, probed in made.items():
        rows = [evidence(without_record(each) if is_lost(each) else each, ranker) for each in probed]
        groups.append(confidence.Group(f"{name}, made", rows, 1.0, asked=False))
    write_confidence("said", groups, tuple(LICENCES), out)


def write_confidence(kind: str, groups: Sequence[confidence.Group], names: Sequence[str], out: Path) -> None:
    fitted = confidence.fit(groups, kind)
    confidence.write(
        out / f"confidence_{kind}.json",
        [f"{name} ({LICENCES[name]})" for name in names],
        fitted,
        confidence.threshold(groups, kind),
        load_confidence(kind).unsure,
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, required=True)
    parser.add_argument("--libraries", type=Path, help="where the sets' libraries are kept, or made")
    parser.add_argument("--said-only", action="store_true")
    parser.add_argument("--content-ranker-only", action="store_true")
    parser.add_argument(
        "--scale",
        type=float,
        default=1.0,
        help="what the leaves of that ranker alone are multiplied by: confidence was fitted beside other trees",
    )
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[2] / "qa" / "ranking")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    folders = {name: options.sets / name for name in LICENCES}
    reader = Remembering()
    with tempfile.TemporaryDirectory() as scratch:
        kept = options.libraries or Path(scratch)
        for name, folder in folders.items():
            index(kept / name, [folder])
        if options.content_ranker_only:
            index(kept / TOGETHER, [folders[name] for name in CONTENT])
            both = [
                ask_own(folders[name], kept / where, reader) for name in RANKED for where in (name, TOGETHER)
            ]
            grown = grow([*both, ask_made_up(kept, reader)], read=True)[0]
            grown = [multiplied(tree, options.scale) for tree in grown]
            write_ranking(options.out / "ranking_content.json", grown, ["made_up (MIT)"])
            return
        made = {name: ask_made(kept / name) for name in LICENCES}
        own = {
            name: ask_own(folders[name], kept / name, reader)
            for name in (["gum_news"] if options.said_only else LICENCES)
        }
        if options.said_only:
            fit_said(own["gum_news"], made, load("said"), options.out)
            return
        index(kept / TOGETHER, list(folders.values()))
        together = {name: ask_own(folders[name], kept / TOGETHER, reader) for name in CONTENT}
        made_up = ask_made_up(kept, reader)
    everything = [sets[name] for sets in (own, together) for name in RANKED]
    grown, said = grow(everything, read=False)
    write_ranking(options.out / "ranking_said.json", grown)
    everything.append(made_up)
    write_ranking(options.out / "ranking_content.json", grow(everything, read=True)[0], ["made_up (MIT)"])

    # Confidence is fitted on how the ranker does on questions that it was not fitted on.
    held_out = [
        grow([[each for each in asked if each.fold != fold] for asked in everything], read=True)[1]
        for fold in range(FOLDS)
    ]
    content = []
    for sets, weight in ((own, 1.0), (together, 0.5)):
        chance = random.Random(0)
        for name in CONTENT:
            # What squad has from elsewhere is all answerable: telling those apart would be telling two sources apart.
            unsure = [each for each in sets[name] if each.row.get("from", "squad2-sample") == "squad2-sample"]
            lacking = [
                without_answer(each, reader)
                for each in sets[name]
                if each.row["answerable"] and (name != "squad" or chance.random() < 0.3)
            ]
            decides = sets is own and name not in LAST_TURNS
            group = [evidence(each, held_out[each.fold]) for each in unsure]
            content.append(confidence.Group(name, group, weight, decides=decides))
            extra = [evidence(each, held_out[each.fold]) for each in lacking]
            content.append(confidence.Group(name, extra, weight / 2, asked=False, decides=False))
    write_confidence("content", content, CONTENT, options.out)
    fit_said(own["gum_news"], made, said, options.out)


if __name__ == "__main__":
    main()
