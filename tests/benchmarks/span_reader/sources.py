"""Read questions out of repositories' snapshots, and out of texts that were made up for the reader."""

from __future__ import annotations

import ast
import csv
import io
import json
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.span_reader.texts import Answer, find_answers, joined, placed, squeeze, tidy

MADE_UP = Path(__file__).parent / "made_up.jsonl"
PER_ANSWER = 2
"""How many questions of qamr on one sentence may have the same answer."""


@dataclass(frozen=True, slots=True)
class Row:
    """A question on a context, and the spans that answer it: none where the context does not."""

    context: str
    question: str
    answers: list[Answer]
    title: str
    source: str
    human: bool = True
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Pair:
    """A question that a paragraph answers in tokens `first` to `last`, and one that it does not answer."""

    answerable: str
    unanswerable: str
    first: int
    last: int
    context: str


class Mirror:
    """Files of repositories' newest commits."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.missing: list[str] = []

    def lines(self, repository: str, path: str) -> list[str]:
        return self.text(repository, path).split("\n")[:-1]

    def text(self, repository: str, path: str) -> str:
        """Return a file's text, or nothing where it is not there."""
        folder = self._folder / repository.replace("/", "+") / "repo"
        git = folder / ".git" if (folder / ".git").is_dir() else folder
        shown = subprocess.run(
            ["git", "--git-dir", str(git), "show", f"HEAD:{path}"], capture_output=True, check=False
        )
        if shown.returncode:
            self.missing.append(f"{repository} {path}")
            return ""
        return shown.stdout.decode("utf-8")


def made_up(path: Path = MADE_UP) -> Iterator[Row]:
    """Read made-up articles with questions, most in other words than theirs; one without an answer has `a` null.

    Raises ValueError where an answer, or what is nearly one, does not stand in its article.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text = article["text"]
        for each in article["questions"]:
            answer = each["a"] or ""
            for part in (answer, each.get("near") or ""):
                if part not in text:
                    raise ValueError(f"{article['title']}: {part!r} does not stand in the article.")
            answers = [Answer(answer, text.index(answer))] if answer else []
            yield Row(text, each["q"], answers, article["title"], "made up")


def squad2(mirror: Mirror) -> Iterator[Row]:
    text = mirror.text("PhongNTDo/guide_train_MRC_transformers", "train-v2.0.json")
    for article in json.loads(text)["data"] if text else []:
        for paragraph in article["paragraphs"]:
            for each in paragraph["qas"]:
                answers = [Answer(found["text"], found["answer_start"]) for found in each["answers"]]
                yield Row(paragraph["context"], each["question"], answers, article["title"], "squad2")


def flan(mirror: Mirror) -> Iterator[Row]:
    for paragraph in json.loads(
        mirror.text("EmptyCityJK/flan-response-evaluator", "data/squad/train.json") or "[]"
    ):
        for each in paragraph["qas"]:
            answers = find_answers(paragraph["context"], each["answer"])[:1]
            if answers:
                yield Row(paragraph["context"], each["question"], answers, "", "flan")


def bert(mirror: Mirror) -> Iterator[Row]:
    csv.field_size_limit(1 << 24)
    for each in csv.DictReader(
        io.StringIO(mirror.text("VishalPainjane/BERT_finetune", "data/squad_data_train.csv"))
    ):
        found = ast.literal_eval(each["answers"])
        answers = [Answer(*pair) for pair in zip(found["text"], found["answer_start"], strict=True)]
        yield Row(each["context"], each["question"], answers, each["title"], "bert")


def val(mirror: Mirror) -> Iterator[Row]:
    for repository, folder in (
        ("thomasfermi/Dynamic-Coattention-Network-for-SQuAD", "data/squad"),
        ("liweijiang/QASystem", "data/squad/all_val"),
    ):
        columns = [
            mirror.lines(repository, f"{folder}/val.{kind}") for kind in ("context", "question", "span")
        ]
        for context, question, span in zip(*columns, strict=True):
            first, last = (int(number) for number in span.split())
            tokens = context.split()
            if first <= last < len(tokens):
                yield Row(joined(tokens)[0], tidy(question), [placed(tokens, first, last)], "", "val")


def known_answers(mirror: Mirror) -> dict[str, list[str]]:
    """Return SQuAD's answers by squeezed question, for the questions that come without context."""
    found = defaultdict(list)
    repository = "thomasfermi/Dynamic-Coattention-Network-for-SQuAD"
    vocabulary = mirror.lines(repository, "data/squad/vocab.dat")
    questions = mirror.lines(repository, "data/squad/train.ids.question")
    answers = mirror.lines(repository, "data/squad/train.answer")
    for numbers, answer in zip(questions, answers, strict=True):
        found[squeeze(" ".join(vocabulary[int(number)] for number in numbers.split()))].append(answer)
    return found


def twins(mirror: Mirror) -> Iterator[Pair]:
    """Yield the pairs of unansq, some without a context."""
    for part in ("dev", "train"):
        answerable, unanswerable = (
            mirror.lines("haichao592/UnAnsQ", f"QG/{part}-{kind}-questions.txt")
            for kind in ("answerable", "unanswerable")
        )
        contexts = mirror.lines("haichao592/UnAnsQ", f"QG/{part}-context.txt") or [""] * len(answerable)
        for line, other, context in zip(answerable, unanswerable, contexts, strict=True):
            _, question, first, last = line.split("\t")
            yield Pair(question, other.split("\t")[1], int(first), int(last), context.split("\t")[0])


def on_sentences(mirror: Mirror) -> Iterator[tuple[str, str, str]]:
    """Return (source, question, sentence) where only the answer's sentence is given."""
    reqa = json.loads(
        mirror.text("KOU-201270/model-selection", "data/squad/train.json") or '{"questions":[],"answers":[]}'
    )
    for question, sentence in zip(reqa["questions"], reqa["answers"], strict=True):
        yield "reqa", question, sentence
    sentences, questions = (
        mirror.lines("xinyadu/nqg", f"data/processed/{kind}-test.txt") for kind in ("src", "tgt")
    )
    for question, sentence in zip(questions, sentences, strict=True):
        yield "nqg", tidy(question), tidy(sentence)


def qed(mirror: Mirror) -> Iterator[Row]:
    for line in mirror.lines("google-research-datasets/QED", "qed-dev.jsonlines"):
        each = json.loads(line)
        answers = []
        for spans in each["original_nq_answers"]:
            answer = Answer(spans[0]["string"], spans[0]["start"])
            if len(spans) == 1 and answer not in answers:
                answers.append(answer)
        if answers:
            yield Row(each["paragraph_text"], each["question_text"], answers, each["title_text"], "qed")


def qamr(mirror: Mirror) -> Iterator[Row]:
    """Yield questions on a sentence, at most two for each answer: several annotators asked for the same."""
    sentences = dict(line.split("\t") for line in mirror.lines("uwnlp/qamr", "data/wiki-sentences.tsv"))
    asked: Counter[tuple[str, ...]] = Counter()
    for part in ("dev", "test"):
        for line in mirror.lines("uwnlp/qamr", f"data/filtered/{part}.tsv"):
            name, _, _, _, _, question, *given = line.split("\t")
            tokens = sentences[name].split()
            spans = [_span(each.rsplit(":", 1)[-1]) for each in given]
            if spans[0] is None or asked[name, question] or asked[name, str(spans[0])] == PER_ANSWER:
                continue
            asked[name, question] += 1
            asked[name, str(spans[0])] += 1
            answers = [placed(tokens, *span) for span in dict.fromkeys(spans) if span]
            yield Row(joined(tokens)[0], question, answers, "", _of(name, "qamr"))


def _span(numbers: str) -> tuple[int, int] | None:
    """Return the first and last of token numbers, or none where words between them do not belong to the answer."""
    tokens = sorted(int(number) for number in numbers.split())
    return (tokens[0], tokens[-1]) if tokens and tokens[-1] - tokens[0] < len(tokens) + 2 else None


def _of(name: str, source: str) -> str:
    return f"{source}-news" if "wikinews" in name else f"{source}-wiki"


def qasrl(mirror: Mirror) -> Iterator[Row]:
    seen = set()
    for part in ("wikinews.dev", "wikinews.test", "wikipedia.dev", "wikipedia.test"):
        sentences = csv.DictReader(
            io.StringIO(mirror.text("plroit/qasrl-gs", f"data/sentences/{part}.full.csv"))
        )
        tokens_of = {each["qasrl_id"]: each["tokens"].split() for each in sentences}
        for each in csv.DictReader(io.StringIO(mirror.text("plroit/qasrl-gs", f"data/gold/{part}.gold.csv"))):
            name, question = each["qasrl_id"], each["question"]
            if not question or each["is_redundant"] == "True" or (name, question) in seen:
                continue
            seen.add((name, question))
            tokens = tokens_of[name]
            ranges = [
                tuple(int(number) for number in span.split(":")) for span in each["answer_range"].split("~!~")
            ]
            answers = [placed(tokens, first, end - 1) for first, end in ranges]
            yield Row(joined(tokens)[0], question, answers, "", _of(name, "qasrl"), human=False)
