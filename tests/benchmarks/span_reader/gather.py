"""Gather what the span reader is fitted on from public repositories: questions, and passages that nearly answer them.

    python -m tests.benchmarks.span_reader.gather --mirror FOLDER --without FOLDER [FOLDER ...]
        [--out data.jsonl] [--near near.jsonl]

FOLDER of --mirror has a git directory for each repository: OWNER+NAME/repo or OWNER+NAME/repo/.git. A file that is not
there is reported and left out. FOLDERs of --without have the question sets that the product is measured with: a row
that shares its question or a sentence with them is dropped, and so is one that shares either with SQuAD's development
part, which two of the repositories list.

SQuAD, training part only (CC BY-SA 4.0), in the order in which they are preferred:

- squad2: PhongNTDo/guide_train_MRC_transformers, train-v2.0.json: ten articles of SQuAD 2.0; - bert:
VishalPainjane/BERT_finetune, data/squad_data_train.csv: 4,000 questions; - flan: EmptyCityJK/flan-response-evaluator,
data/squad/train.json (valid and test have paragraphs of the sets); - val: thomasfermi/Dynamic-Coattention-Network-for-
SQuAD, data/squad/val.*, and liweijiang/QASystem, data/squad/all_val/val.*: a twentieth, in tokens; - unansq:
haichao592/UnAnsQ, QG/dev-* and QG/train-* (test is of the development part): pairs of an answerable question and one
written like it that the same paragraph does not answer. Where no context comes with a pair, the unanswerable question
goes to the context of its twin, or to the one that has the twin's answer and most of its words; - reqa:
KOU-201270/model-selection, data/squad/train.json (test is of the development part): questions with the sentence that
has the answer; - nqg: xinyadu/nqg, data/processed/*-test.txt (dev is the development part): likewise, in lower case.
The spans that reqa and nqg lack come from train.answer, train.ids.question and vocab.dat beside val.*.

Others, with the licence of the questions and that of the text:

- qed: google-research-datasets/QED, qed-dev.jsonlines: Natural Questions (CC BY-SA 3.0, both); - qamr: uwnlp/qamr,
data/filtered/{dev,test}.tsv and data/wiki-sentences.tsv: questions on a sentence of Wikinews or Wikipedia, two for an
answer at most (MIT; CC BY 2.5, CC BY-SA 3.0); - qasrl: plroit/qasrl-gs, data/gold and data/sentences: questions on a
verb's roles by a template, on sentences of the same kind (MIT; CC BY 2.5, CC BY-SA 3.0).

And made_up.jsonl beside this file:

- made up: articles that were invented for this project, under its licence, each with questions that
  readers might type, in other words than the article's, and some that it only seems to answer.

A row is {"context", "question", "answers": [{"text", "answer_start"}], "title", "source", "human", "exact"}. Without
answers the context does not answer. `human` is false where the question follows a template; `exact` is false where
only the answer's sentence is known, which then is the answer. Near misses are rows {"question", "contexts"}: windows
of whole sentences close to the question by the packaged encoder, none of which has an answer of the question in it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.benchmarks.span_reader.near import Question, Window, near_misses, windows_of
from tests.benchmarks.span_reader.overlap import kept_apart, set_apart
from tests.benchmarks.span_reader.sources import Mirror, Row, made_up, qamr, qasrl, qed
from tests.benchmarks.span_reader.squad_parts import squad
from tests.benchmarks.span_reader.texts import sentences_of

FEWEST_WORDS = 7
_NAMES = re.compile(r"(?<!^)\b(?:[A-Z][a-z]|\d{2})")


def to_mine(rows: Sequence[Row]) -> list[Question]:
    """Return the questions that say enough to be asked without their context: those of SQuAD first."""
    answered = [row for row in rows if row.answers]
    alone = [row for row in answered if not row.source.startswith(("qamr", "qasrl"))]
    alone += [row for row in answered if row.source == "qamr-news" and _says_enough(row.question)]
    same: dict[str, list[Row]] = defaultdict(list)
    for row in alone:
        same[row.question].append(row)
    return [
        Question(
            text, tuple(row.context for row in own), tuple(each.text for row in own for each in row.answers)
        )
        for text, own in same.items()
    ]


def _says_enough(question: str) -> bool:
    return len(question.split()) >= FEWEST_WORDS and bool(_NAMES.search(question))


def all_windows(rows: Sequence[Row]) -> list[Window]:
    """Return the windows of all contexts; sentences that stand alone in nqg follow each other as in their articles."""
    found: dict[str, Window] = {}
    for row in rows:
        sentences = sentences_of(row.context)
        found.update((window.text, window) for window in windows_of(sentences, row.context))
    alone = list(
        dict.fromkeys(
            row.context for row in rows if row.source == "nqg" and len(sentences_of(row.context)) == 1
        )
    )
    for start in range(0, len(alone), 4):
        for window in windows_of(alone[start : start + 4], alone[start]):
            found[window.text] = window
    return list(found.values())


def write_lines(path: Path, values: Iterable[Any]) -> None:
    new = path.with_suffix(".new")
    with new.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(each, ensure_ascii=False) + "\n" for each in values)
    new.replace(path)


def report(rows: Sequence[Row], dropped: Counter[str], missing: Sequence[str]) -> None:
    say = sys.stdout.write
    for name in dict.fromkeys(missing):
        say(f"not there: {name}\n")
    say(f"{'source':12} {'rows':>7} {'unanswerable':>13} {'inexact':>8} {'dropped':>8} {'contexts':>9}\n")
    for source in dict.fromkeys((*(row.source for row in rows), "all")):
        own = [row for row in rows if source in (row.source, "all")]
        lost = sum(dropped.values()) if source == "all" else dropped[source]
        none = sum(not row.answers for row in own)
        inexact = sum(not row.exact for row in own)
        say(
            f"{source:12} {len(own):7} {none:13} {inexact:8} {lost:8} {len({row.context for row in own}):9}\n"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mirror", type=Path, required=True)
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=Path("data.jsonl"))
    parser.add_argument("--near", type=Path)
    arguments = parser.parse_args()
    mirror = Mirror(arguments.mirror)
    rows = [*squad(mirror), *qed(mirror), *qamr(mirror), *qasrl(mirror), *made_up()]
    rows, dropped = kept_apart(rows, set_apart(arguments.without, mirror))
    write_lines(arguments.out, (asdict(row) for row in rows))
    report(rows, dropped, mirror.missing)
    if arguments.near:
        write_lines(arguments.near, near_misses(to_mine(rows), all_windows(rows)))


if __name__ == "__main__":
    main()
