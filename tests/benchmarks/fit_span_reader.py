"""Fit what makes a reader of the packaged model, and write embeddings/span_reader.safetensors.

    python tests/benchmarks/fit_span_reader.py --questions FILE [FILE ...] [--start FILE] [--epochs 1] [--rank 8]
        [--bfloat16] [--out FILE]

FILE has a line of JSON for each question of SQuAD's training part (CC BY-SA 4.0, https://rajpurkar.github.io/SQuAD-explorer/):
`context`, `question`, `answers` (each `text` and `answer_start`; none where the paragraph does not answer) and
`title`. No question of the development part may be in it: what is measured with is taken from there. Case and the
space around marks do not matter, and a context may be a single sentence.

The model's weights stay as they are. Every linear layer gets two matrices of rank 8, which are fitted together with a
head of two rows that scores each token for opening and for closing an answer; the first token stands for "none".
`--start` begins with the numbers of an earlier fit, of the same or a lower rank. `--bfloat16` multiplies in that
precision: 1.5 times as fast on processors that know it.
A question is read against a window of its paragraph, as long as a passage or shorter. Windows without an answer are

- those of SQuAD 2.0's own unanswerable questions, around the sentence most like the question;
- the sentence most like the question among those that do not answer it, for a third of the questions;
- the paragraph most like it of eight others, of its article where that has so many, for a sixth;
- its own window, with a name, a number or a word of the question changed into another, for three in ten.

Forty paragraphs that have unanswerable questions are left out and measured on.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch.nn.functional import cross_entropy
from transformers import AutoModel

from embeddings.adaptation import DOWN, HEAD, SPAN_READER, UP
from embeddings.cache import cache_folders
from embeddings.model_files import packaged_model
from embeddings.span_reader import LONGEST

RANK = 8
SCALE = 2.0
RATE = 7e-4
WARM_UP = 0.06
MAX_TOKENS = 224
BATCH_TOKENS = 3072
HELD_OUT = 40
WORDS = (35, 60, 80, 110, 110, 140)
CLOSEST_TOO, ELSEWHERE_TOO, CHANGED_TOO, AGAIN_TOO = 0.33, 0.17, 0.3, 0.3

_BORDER = re.compile(r"(?<=[.!?][\"’”)\]])\s+(?=[A-Z\"“(\[])|(?<=[.!?])\s+(?=[A-Z\"“(\[])")
_NAME = re.compile(r"(?<!^)\b[A-Z][a-z’'\-]+(?: [A-Z][a-z’'\-]+)*")
_NUMBER = re.compile(r"\b\d[\d,]*\b")
_VERB = re.compile(r"\b(?:did|does|do|is|was|were|are|has|can|could) (?!n[o']t)")
_NOT_NAMES = {"What", "Who", "When", "Where", "Which", "How", "Why", "In", "The"}
_BOTH_WAYS = (
    "first last,largest smallest,highest lowest,most least,before after,north south,east west,increase decrease,"
    "began ended,northern southern,eastern western"
)
_ONE_WAY = (
    "oldest youngest,start end,founded abolished,won lost,lost won,more fewer,best worst,major minor,minor major,"
    "early late,late early,left entered,born buried,male female,above below,inside outside,always never,"
    "longest shortest,joined quit,opened closed,built demolished,rose fell,allowed banned,supported opposed,"
    "up down,win lose,gain lose"
)
OPPOSITES = dict(pair.split() for pair in f"{_BOTH_WAYS},{_ONE_WAY}".split(","))
OPPOSITES |= {other: word for word, other in (pair.split() for pair in _BOTH_WAYS.split(","))}


@dataclass(frozen=True, slots=True)
class Example:
    """Token ids of question and window, which belong to the window, and the answer's first and last token (0: none)."""

    ids: list[int]
    types: list[int]
    opening: int
    closing: int


class Examples:
    """Makes examples of questions, by chance."""

    def __init__(self, rows: Sequence[dict[str, Any]], tokenizer: Tokenizer, chance: random.Random) -> None:
        self._chance = chance
        self._tokenizer = tokenizer
        self._names = [name for row in rows for name in _NAME.findall(row["question"][2:])]
        self._paragraphs = sorted({row["context"] for row in rows})
        grouped: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            grouped[row["title"]].add(row["context"])
        self._of_title = {title: sorted(found) for title, found in grouped.items()}

    def of(self, row: dict[str, Any]) -> Iterator[Example]:
        question, context = row["question"].strip(), row["context"]
        if not row["answers"]:
            windows = [self._without(question, context, None)]
            if self._chance.random() < AGAIN_TOO:
                windows.append(self._without(question, context, None))
        else:
            answer = self._chance.choice(row["answers"])
            windows = [self._around(context, answer)]
            if self._chance.random() < CLOSEST_TOO:
                windows.append(self._without(question, context, answer["text"]))
            if self._chance.random() < ELSEWHERE_TOO:
                windows.append(self._elsewhere(question, row))
            changed = self._changed(question, context) if self._chance.random() < CHANGED_TOO else None
            if changed and (around := self._around(context, answer)):
                yield from self._example(changed, around[0], None)
        for window in windows:
            if window is not None:
                yield from self._example(question, *window)

    def _example(self, question: str, text: str, answer: tuple[int, int] | None) -> Iterator[Example]:
        encoding = self._tokenizer.encode(question, text)
        opening = closing = 0
        if answer is not None:
            inside = [
                place
                for place, (start, end) in enumerate(encoding.offsets)
                if encoding.sequence_ids[place] == 1 and end > answer[0] and start < answer[1]
            ]
            if not inside:
                return
            opening, closing = inside[0], inside[-1]
        yield Example(encoding.ids, encoding.type_ids, opening, closing)

    def _around(self, context: str, answer: dict[str, Any]) -> tuple[str, tuple[int, int]] | None:
        first, last = answer["answer_start"], answer["answer_start"] + len(answer["text"])
        core = [n for n, (start, end) in enumerate(sentences(context)) if end > first and start < last]
        if not core:
            return None
        start, end = self._grown(context, core, None)
        return context[start:end].rstrip(), (first - start, last - start)

    def _without(self, question: str, context: str, answer: str | None) -> tuple[str, None] | None:
        """Return a window that does not hold the answer, around the sentence most like the question."""
        free = [n for n, (s, e) in enumerate(sentences(context)) if not _holds(context[s:e], answer)]
        if not free:
            return None
        bounds = sentences(context)
        core = max(
            free, key=lambda n: shared(question, context[slice(*bounds[n])]) + self._chance.random() / 2
        )
        start, end = self._grown(context, [core], answer)
        return context[start:end].rstrip(), None

    def _elsewhere(self, question: str, row: dict[str, Any]) -> tuple[str, None] | None:
        texts = [answer["text"] for answer in row["answers"]]
        others = self._of_title[row["title"]]
        others = others if len(others) > 3 else self._paragraphs
        free = [
            other
            for other in self._chance.sample(others, min(8, len(others)))
            if not any(_holds(other, text) for text in texts)
        ]
        return (
            self._without(question, max(free, key=lambda other: shared(question, other)), None)
            if free
            else None
        )

    def _grown(self, context: str, core: Sequence[int], without: str | None) -> tuple[int, int]:
        """Return the bounds of some sentences together with neighbours, up to a number of words drawn by chance."""
        bounds, most = sentences(context), self._chance.choice(WORDS)
        low, high = core[0], core[-1]
        while True:
            ways = [(low - 1, high)] if low else []
            ways += [(low, high + 1)] if high + 1 < len(bounds) else []
            ways = [(a, b) for a, b in ways if len(context[bounds[a][0] : bounds[b][1]].split()) <= most]
            ways = [(a, b) for a, b in ways if not _holds(context[bounds[a][0] : bounds[b][1]], without)]
            if not ways:
                return bounds[low][0], bounds[high][1]
            low, high = self._chance.choice(ways)

    def _changed(self, question: str, context: str) -> str | None:
        """Return the question with a word changed, so that the paragraph does not answer it."""
        ways = []
        for match in _NAME.finditer(question):
            if match.group() not in _NOT_NAMES:
                for name in self._chance.sample(self._names, 5):
                    if not _holds(context, name):
                        ways.append(question[: match.start()] + name + question[match.end() :])
                        break
        for match in _NUMBER.finditer(question):
            digits = match.group().replace(",", "")
            if len(digits) == 4:
                number = int(digits) + self._chance.choice([-40, -11, -3, -1, 1, 2, 7, 15, 60])
            else:
                number = int(digits[:9]) * 2 + self._chance.randint(1, 9)
            if str(number) not in context:
                ways.append(f"{question[: match.start()]}{number}{question[match.end() :]}")
        words, there = question.split(" "), set(context.casefold().split())
        for place, word in enumerate(words):
            if word in OPPOSITES and OPPOSITES[word] not in there:
                ways.append(" ".join([*words[:place], OPPOSITES[word], *words[place + 1 :]]))
        if (verb := _VERB.search(question)) and self._chance.random() < 0.25:
            ways.append(f"{question[: verb.end() - 1]} not {question[verb.end() :]}")
        return self._chance.choice(ways) if ways else None


def sentences(text: str) -> list[tuple[int, int]]:
    starts = [0, *(match.end() for match in _BORDER.finditer(text))]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def shared(question: str, text: str) -> int:
    return len(set(re.findall(r"\w+", question.casefold())) & set(re.findall(r"\w+", text.casefold())))


def _holds(text: str, part: str | None) -> bool:
    return part is not None and part.casefold() in text.casefold()


class Reader(torch.nn.Module):
    """The packaged model with a narrow pair of matrices beside every linear layer, and a head."""

    def __init__(self, folder: Path, rank: int) -> None:
        super().__init__()
        # Few numbers are fitted, and each question is seen about once: without dropout they are fitted faster.
        self.bert = AutoModel.from_pretrained(
            str(folder),
            add_pooling_layer=False,
            local_files_only=True,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        self.bert.requires_grad_(False)
        self.beside: dict[str, Beside] = {}
        for name, layer in list(self.bert.encoder.named_modules()):
            if isinstance(layer, torch.nn.Linear):
                owner, _, last = name.rpartition(".")
                beside = Beside(layer, rank)
                setattr(self.bert.encoder.get_submodule(owner), last, beside)
                self.beside[f"encoder.{name}"] = beside
        self.head = torch.nn.Linear(self.bert.config.hidden_size, 2)

    def forward(self, batch: Sequence[Example]) -> torch.Tensor:
        shape = (len(batch), max(len(example.ids) for example in batch))
        ids, mask, types = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
        for row, example in enumerate(batch):
            ids[row, : len(example.ids)] = torch.tensor(example.ids)
            mask[row, : len(example.ids)] = 1
            types[row, : len(example.ids)] = torch.tensor(example.types)
        states = self.bert(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        allowed = types.bool()
        allowed[:, 0] = True
        for row, example in enumerate(batch):
            allowed[row, len(example.ids) - 1] = False
        return self.head(states.float()).masked_fill(~allowed[:, :, None], -1e4)

    def begin_with(self, path: Path) -> None:
        """Take over the numbers of an earlier fit, in the first rows of the matrices."""
        tensors = {name: tensor.float() for name, tensor in load_file(path).items()}
        with torch.no_grad():
            self.head.weight.copy_(tensors[f"{HEAD}.weight"])
            self.head.bias.copy_(tensors[f"{HEAD}.bias"])
            for name, beside in self.beside.items():
                down, up = tensors[f"{name}.{DOWN}"], tensors[f"{name}.{UP}"] / SCALE
                # Fitted apart, the two may differ in size by far, and one rate has to serve both.
                ratio = (up.norm() / down.norm()).sqrt()
                beside.down[: len(down)] = down * ratio
                beside.up[:, : len(down)] = up / ratio

    def save(self, path: Path, questions: int) -> None:
        tensors = {f"{HEAD}.weight": self.head.weight, f"{HEAD}.bias": self.head.bias}
        for name, beside in self.beside.items():
            tensors |= {f"{name}.{DOWN}": beside.down, f"{name}.{UP}": beside.up * SCALE}
        halves = {name: tensor.detach().half().contiguous() for name, tensor in tensors.items()}
        save_file(halves, path, {"fitted_on": f"squad ({questions} training questions; CC BY-SA 4.0)"})


class Beside(torch.nn.Module):
    def __init__(self, layer: torch.nn.Linear, rank: int) -> None:
        super().__init__()
        self.layer = layer
        self.down = torch.nn.Parameter(torch.randn(rank, layer.in_features) / layer.in_features**0.5)
        self.up = torch.nn.Parameter(torch.zeros(layer.out_features, rank))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.layer(x) + (x @ self.down.T) @ self.up.T * SCALE


def batches(examples: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    order = list(range(len(examples)))
    chance.shuffle(order)
    for first in range(0, len(order), 512):
        part = sorted(order[first : first + 512], key=lambda place: len(examples[place].ids))
        groups: list[list[int]] = [[]]
        for place in part:
            if groups[-1] and len(examples[place].ids) * (len(groups[-1]) + 1) > BATCH_TOKENS:
                groups.append([])
            groups[-1].append(place)
        chance.shuffle(groups)
        yield from ([examples[place] for place in group] for group in groups)


def loss(scores: torch.Tensor, batch: Sequence[Example]) -> torch.Tensor:
    opening = torch.tensor([example.opening for example in batch])
    closing = torch.tensor([example.closing for example in batch])
    return (cross_entropy(scores[:, :, 0], opening) + cross_entropy(scores[:, :, 1], closing)) / 2


def measure(reader: Reader, examples: Sequence[Example]) -> str:
    """Return how often the best span touches the answer, and how well its score tells answers from none."""
    reader.eval()
    sure, answerable, hits = [], [], []
    with torch.no_grad():
        for example in examples:
            (scores,) = reader([example]).numpy()
            together = scores[1:, None, 0] + scores[None, 1:, 1]
            allowed = np.triu(np.ones(together.shape, bool)) & ~np.triu(
                np.ones(together.shape, bool), LONGEST
            )
            together[~allowed] = -np.inf
            opening, closing = np.unravel_index(int(together.argmax()), together.shape)
            sure.append(float(together.max() - scores[0].sum()))
            answerable.append(example.opening > 0)
            if example.opening:
                hits.append(opening + 1 <= example.closing and closing + 1 >= example.opening)
    reader.train()
    score, right = np.asarray(sure), np.asarray(answerable)
    return f"found {np.mean(hits):.3f}, auroc {np.mean(score[right][:, None] > score[~right][None]):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--questions", type=Path, nargs="+", required=True)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--epochs", type=float, default=1.0)
    parser.add_argument("--rank", type=int, default=RANK)
    parser.add_argument("--bfloat16", action="store_true")
    parser.add_argument("--out", type=Path, default=SPAN_READER)
    options = parser.parse_args()
    torch.manual_seed(7)
    chance = random.Random(7)
    folder = packaged_model(cache_folders(None)).path
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS, strategy="only_second")
    rows = [
        json.loads(line)
        for file in options.questions
        for line in file.read_text(encoding="utf-8").split("\n")
        if line
    ]
    made = Examples(rows, tokenizer, chance)
    unanswered = sorted({row["context"] for row in rows if not row["answers"]})
    held = set(chance.sample(unanswered, HELD_OUT))
    left_out = [example for row in rows if row["context"] in held for example in made.of(row)]
    examples = [example for row in rows if row["context"] not in held for example in made.of(row)]

    reader = Reader(folder, options.rank)
    if options.start:
        reader.begin_with(options.start)
        print(f"before: {measure(reader, left_out)}", flush=True)  # noqa: T201
    fitted = [weight for weight in reader.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(fitted, RATE, weight_decay=0.01)
    seen, wanted, shown = 0, int(options.epochs * len(examples)), 0
    reader.train()
    while seen < wanted:
        for batch in batches(examples, chance):
            share = seen / wanted
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1.0, share / WARM_UP) * max(0.0, 1 - share)
            with torch.autocast("cpu", torch.bfloat16, enabled=options.bfloat16):
                scores = reader(batch)
            loss(scores, batch).backward()
            torch.nn.utils.clip_grad_norm_(fitted, 1.0)
            optimizer.step()
            optimizer.zero_grad()
            seen += len(batch)
            if seen - shown >= 6000:
                shown = seen
                print(f"{seen} of {wanted}: {measure(reader, left_out)}", flush=True)  # noqa: T201
            if seen >= wanted:
                break
    reader.save(options.out, len(rows))


if __name__ == "__main__":
    main()
